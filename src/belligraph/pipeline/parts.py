"""Batches of articles become parts of a release, always in the same order."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from belligraph.pipeline.article import Job, Outcome, Stages
from belligraph.pipeline.crew import TASKS_AHEAD, Crew
from belligraph.release.parts import Part, PartWriter

__all__ = ["Batch", "make_parts"]

# large enough that loading a part into the database costs little each, small enough that two cores share 1,000 articles
ARTICLES_A_PART = 128


class Batch(NamedTuple):
    """One part, with the outcomes of its articles in the order of the jobs."""

    part: Part
    outcomes: list[Outcome]


@dataclass(frozen=True, slots=True)
class _Articles:
    """Takes the jobs through the stages and writes the part's files."""

    jobs: Sequence[Job]
    part: Part

    def run(self, stages: Stages) -> list[Outcome]:
        outcomes: list[Outcome] = []
        with PartWriter(self.part, stages.serializers) as writer, self.part.digests.open("wb") as digests:
            for job in self.jobs:
                outcome, share = stages.run(job)
                outcomes.append(outcome)
                if share is not None:
                    writer.add((share.claims,))
                    pickle.dump((share.digest, share.mentions), digests, 5)
        return outcomes


def make_parts(jobs: Sequence[Job], folder: Path, crew: Crew) -> Iterator[Batch]:
    """The parts of a release in order.

    Raises:
        EnvironmentProblem: a child process died (out of memory, killed).
        BelligraphError: what stopped a stage.
    """
    size = min(ARTICLES_A_PART, max(1, len(jobs) // (crew.size * TASKS_AHEAD)))
    tasks = [_Articles(jobs[i : i + size], Part.at(folder, i // size)) for i in range(0, len(jobs), size)]
    for task, outcomes in zip(tasks, crew.do(tasks), strict=True):
        yield Batch(task.part, outcomes)
