"""Batches of articles become parts of a release, in this process or in several, always in the same order."""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait
from pathlib import Path
from typing import NamedTuple

from belligraph.errors import EnvironmentProblem
from belligraph.iri import Iris
from belligraph.pipeline.article import Job, Outcome, Stages
from belligraph.pipeline.linking import Linking
from belligraph.processes import Child
from belligraph.release.parts import Part, PartWriter

__all__ = ["Batch", "make_parts", "write_part"]

# large enough that loading a part into the database costs little each, small enough that two cores share 1,000 articles
ARTICLES_A_PART = 128
# a child process takes about half a second to start: below this, one process is faster
MIN_FOR_CHILDREN = 48
# a second batch waits in each child's pipe, so that no child idles while a part is loaded
BATCHES_AHEAD = 2


class Batch(NamedTuple):
    """One part, with the outcomes of its articles in the order of the jobs."""

    part: Part
    outcomes: list[Outcome]


def write_part(jobs: Sequence[Job], part: Part, stages: Stages) -> list[Outcome]:
    """Takes the jobs through the stages and writes the part's files."""
    outcomes: list[Outcome] = []
    with PartWriter(part, stages.serializers) as writer, part.digests.open("wb") as digests:
        for job in jobs:
            outcome, share = stages.run(job)
            outcomes.append(outcome)
            if share is not None:
                writer.add((share.claims,))
                pickle.dump((share.digest, share.mentions), digests, 5)
    return outcomes


def make_parts(
    jobs: Sequence[Job], folder: Path, iris: Iris, linking: Linking, processes: int | None = None
) -> Iterator[Batch]:
    """The parts of a release in order, made by as many processes as there are cores when the work is worth it.

    Raises:
        EnvironmentProblem: a child process died (out of memory, killed).
        BelligraphError: what stopped a stage.
    """
    count = processes or min(os.cpu_count() or 1, 8)
    size = min(ARTICLES_A_PART, max(1, len(jobs) // (count * BATCHES_AHEAD)))
    batches = [jobs[i : i + size] for i in range(0, len(jobs), size)]
    if count == 1 or len(jobs) < MIN_FOR_CHILDREN:
        stages = Stages(iris, linking=linking)
        for number, batch in enumerate(batches):
            part = Part.at(folder, number)
            yield Batch(part, write_part(batch, part, stages))
        return
    arguments = (iris.base, str(linking.index), str(linking.verdicts))
    children = [Child("belligraph.pipeline.worker", *arguments) for _ in range(min(count, len(batches)))]
    try:
        yield from _shared_out(batches, folder, children)
    finally:
        for child in children:
            child.kill()


def _shared_out(batches: Sequence[Sequence[Job]], folder: Path, children: list[Child]) -> Iterator[Batch]:
    """Hands batches to children and gives the parts back in order, each child working on its own queue."""
    waiting = deque(enumerate(batches))
    at_work: dict[int, deque[int]] = {i: deque() for i in range(len(children))}
    done: dict[int, Batch] = {}
    by_connection = {child.connection: i for i, child in enumerate(children)}

    def hand_out() -> None:
        for _ in range(BATCHES_AHEAD):
            for i, child in enumerate(children):
                if waiting and len(at_work[i]) < BATCHES_AHEAD:
                    number, batch = waiting.popleft()
                    child.connection.send((batch, Part.at(folder, number)))
                    at_work[i].append(number)

    hand_out()
    for wanted in range(len(batches)):
        while wanted not in done:
            for connection in wait([c for c, i in by_connection.items() if at_work[i]]):
                i = by_connection[connection]  # type: ignore[index]
                number = at_work[i].popleft()
                done[number] = Batch(Part.at(folder, number), _received(children[i]))
            hand_out()
        yield done.pop(wanted)


def _received(child: Child) -> list[Outcome]:
    try:
        answer = child.connection.recv()
    except (EOFError, OSError) as error:
        code = child.process.poll()
        raise EnvironmentProblem(
            f"a worker process died (exit status {code}); the live release is as it was",
            remedy="Look whether the machine ran out of memory, and publish again.",
        ) from error
    if isinstance(answer, BaseException):
        raise answer
    outcomes: list[Outcome] = answer
    return outcomes
