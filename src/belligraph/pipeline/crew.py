"""The processes that work on a release: one for each core when there is much to do, else this one alone."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import wait
from types import TracebackType
from typing import Protocol, TypeVar, cast

from belligraph.errors import EnvironmentProblem
from belligraph.iri import Iris
from belligraph.pipeline.article import Stages
from belligraph.pipeline.linking import Linking
from belligraph.processes import Child

__all__ = ["Crew", "Task"]

# a child process takes about half a second to start: below this, one process is faster
MIN_ARTICLES_FOR_CHILDREN = 48
# a second task waits in each child's pipe, so that no child idles while what it made is loaded
TASKS_AHEAD = 2


Answer = TypeVar("Answer", covariant=True)


class Task(Protocol[Answer]):
    """Something to do with the stages, in whichever process; it can be pickled, and so can its answer."""

    def run(self, stages: Stages) -> Answer:
        """Does it.

        Raises:
            BelligraphError: what stopped a stage.
        """


class Crew:
    """Does tasks, in as many processes as there are cores when there are enough articles. A context."""

    def __init__(self, iris: Iris, linking: Linking, articles: int, processes: int | None = None) -> None:
        self.size = processes or min(os.cpu_count() or 1, 8)
        self._stages: Stages | None = None
        self._iris, self._linking = iris, linking
        self._children: list[Child] = []
        if self.size > 1 and articles >= MIN_ARTICLES_FOR_CHILDREN:
            self._children = [Child("belligraph.pipeline.worker", iris.base) for _ in range(self.size)]
            for child in self._children:
                child.connection.send(linking)

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for child in self._children:
            child.kill()

    def do(self, tasks: Sequence[Task[Answer]]) -> Iterator[Answer]:
        """The tasks' answers in the order of the tasks, each as soon as it and those before it are there.

        Raises:
            EnvironmentProblem: a child process died (out of memory, killed).
            BelligraphError: what stopped a task.
        """
        if self._children:
            yield from self._shared_out(tasks)
            return
        if self._stages is None:
            self._stages = Stages(self._iris, linking=self._linking)
        for task in tasks:
            yield task.run(self._stages)

    def _shared_out(self, tasks: Sequence[Task[Answer]]) -> Iterator[Answer]:
        """Hands tasks to children and gives the answers back in order, each child working on its own queue."""
        waiting = deque(enumerate(tasks))
        at_work: dict[int, deque[int]] = {i: deque() for i in range(len(self._children))}
        done: dict[int, object] = {}
        by_connection = {child.connection: i for i, child in enumerate(self._children)}

        def hand_out() -> None:
            for _ in range(TASKS_AHEAD):
                for i, child in enumerate(self._children):
                    if waiting and len(at_work[i]) < TASKS_AHEAD:
                        number, task = waiting.popleft()
                        child.connection.send(task)
                        at_work[i].append(number)

        hand_out()
        for wanted in range(len(tasks)):
            while wanted not in done:
                for connection in wait([c for c, i in by_connection.items() if at_work[i]]):
                    i = by_connection[connection]  # type: ignore[index]
                    number = at_work[i].popleft()
                    done[number] = _received(self._children[i])
                hand_out()
            yield cast("Answer", done.pop(wanted))


def _received(child: Child) -> object:
    try:
        answer: object = child.connection.recv()
    except (EOFError, OSError) as error:
        code = child.process.poll()
        raise EnvironmentProblem(
            f"a worker process died (exit status {code}); the live release is as it was",
            remedy="Look whether the machine ran out of memory, and publish again.",
        ) from error
    if isinstance(answer, BaseException):
        raise answer
    return answer
