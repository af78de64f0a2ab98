"""Queries on one release: a client gets an answer or a clean refusal, and nothing outlives its deadline.

A short answer is whole before anything is sent. A long one may be streamed; what ends it before its end raises from the
iterator, so that whoever sends it on can break off in a way that its reader notices.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from belligraph.config import Config
from belligraph.errors import (
    EnvironmentProblem,
    QueryAbandoned,
    QueryError,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooLarge,
)
from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.store import lanes
from belligraph.store.guard import QueryForm, inspect
from belligraph.store.lanes import Lanes
from belligraph.store.process import WorkerFailed, WorkerProcess
from belligraph.store.requests import Failure, Request

__all__ = ["Answer", "AnswerStream", "QueryPool"]

_RANGES = re.compile(r",? ?\[[^\[\]]*(?:\.\.|_)[^\[\]]*\]")
# a longer query is inspected each time it comes
MAX_REMEMBERED = 4000


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer."""

    body: bytes
    media_type: str
    form: QueryForm


class QueryPool:
    """Query workers on one release. Threads may share it; `close` leaves no process behind."""

    def __init__(
        self,
        store_folder: Path,
        *,
        workers: int,
        seconds: float,
        memory_mb: int,
        max_query_bytes: int,
        max_answer_bytes: int,
        spares: int = 0,
    ) -> None:
        self._lanes = Lanes(store_folder, workers, memory_mb, max_answer_bytes, spares)
        self._seconds = seconds
        self._memory_mb = memory_mb
        self._max_query_bytes = max_query_bytes

    @classmethod
    def of(cls, store_folder: Path, config: Config, workers: int | None = None) -> Self:
        """A pool with the limits that a publication's settings give; without `workers`, as many spare ones stand ready."""
        return cls(
            store_folder,
            workers=workers or config.query_workers,
            seconds=config.query_seconds,
            memory_mb=config.query_memory_mb,
            max_query_bytes=config.max_query_bytes,
            max_answer_bytes=config.max_answer_bytes,
            spares=config.query_workers if workers is None else 0,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def lanes(self) -> Lanes:
        """The workers, to be counted."""
        return self._lanes

    def form_of(self, query: str) -> QueryForm:
        """The form of a query that the guard lets through.

        Raises:
            QueryError: as `guard.inspect`.
        """
        return _form(query, self._max_query_bytes) if len(query) < MAX_REMEMBERED else inspect(query, self._max_query_bytes)

    def query(
        self,
        query: str,
        *,
        results: ResultsFormat = ResultsFormat.JSON,
        graph: RdfFormat = RdfFormat.TURTLE,
        base_iri: str | None = None,
        default_graphs: tuple[str, ...] = (),
        named_graphs: tuple[str, ...] = (),
    ) -> Answer:
        """The whole answer to a query, in the format that fits its form.

        Raises:
            QueryError: a subclass that says why there is none.
            EnvironmentProblem: workers cannot be started at all.
        """
        form = self.form_of(query)
        request = Request(query.removeprefix("\ufeff"), results, graph, base_iri, default_graphs, named_graphs)
        body = b"".join(self._ask(request))
        return Answer(body, graph.media_type if form.gives_a_graph else results.media_type, form)

    def stream(self, request: Request, abandoned: Callable[[], bool] | None = None) -> AnswerStream:
        """The answer to a query that `form_of` let through, in chunks; `abandoned` tells when nobody wants it any more.

        The caller must iterate it to its end or close it.

        Raises:
            QueryError: a subclass that says why there is none. Iterating may raise the same.
            EnvironmentProblem: workers cannot be started at all.
        """
        return self._ask(request, abandoned)

    def close(self) -> None:
        """Ends every worker, also one that is answering: its client gets an error."""
        self._lanes.close()

    def _ask(self, request: Request, abandoned: Callable[[], bool] | None = None) -> AnswerStream:
        return AnswerStream(self._lanes, request, self._seconds, self._memory_mb, abandoned)


class AnswerStream:
    """An answer on its way. Making one waits for the first chunk."""

    def __init__(
        self,
        lanes_: Lanes,
        request: Request,
        seconds: float,
        memory_mb: int,
        abandoned: Callable[[], bool] | None,
    ) -> None:
        self._lanes, self._seconds, self._memory_mb = lanes_, seconds, memory_mb
        self._abandoned = abandoned
        self._is_heavy = False
        self._used_before: float | None = None
        self._worker: WorkerProcess | None = lanes_.take()
        self.first = b""
        try:
            self._worker.start()
            self._began = time.monotonic()
            self._worker.ask(request)
        except (EOFError, OSError) as error:
            raise self._told(error) from error
        self.first, self.is_whole = self._next()

    def __iter__(self) -> Iterator[bytes]:
        yield self.first
        while not self.is_whole:
            chunk, self.is_whole = self._next()
            yield chunk

    def close(self) -> None:
        """Ends the worker if it has not answered to the end; harmless later."""
        if self._worker is not None:
            self._drop()

    def _next(self) -> tuple[bytes, bool]:
        worker = self._worker
        if worker is None:
            raise ValueError("the answer is at its end")
        try:
            chunk, is_last = self._wait(worker)
        except WorkerFailed as failed:
            self._release()
            raise _error(failed.failure, failed.message) from failed
        except (EOFError, OSError) as error:
            raise self._told(error) from error
        except QueryError:
            raise
        except BaseException:
            self._drop()  # its answer may still come, to the wrong question
            raise
        if is_last:
            self._release()
        return chunk, is_last

    def _wait(self, worker: WorkerProcess) -> tuple[bytes, bool]:
        """Waits for the next chunk, makes the query a heavy one if need be, ends it at its deadline or when nobody waits."""
        while True:
            now = time.monotonic() - self._began
            if (received := worker.receive(max(0.0, self._seconds - now))) is not None:
                return received
            if self._abandoned is not None and self._abandoned():
                self._drop()
                raise QueryAbandoned("the client left; the query was stopped")
            if time.monotonic() - self._began >= self._seconds:
                self._drop()
                raise QueryTimeout(
                    f"no answer within {self._seconds:g} s; the query was stopped",
                    remedy="Narrow it, or ask for less at a time.",
                )
            if not self._is_heavy and self._has_been_at_work(worker):
                self._become_heavy(worker)

    def _has_been_at_work(self, worker: WorkerProcess) -> bool:
        """Whether the query has had its time on the processor: on a busy machine a quick one may only wait for its turn."""
        took = time.monotonic() - self._began
        used = worker.processor_seconds()
        if self._used_before is None:
            self._used_before = used
        if took < lanes.QUICK_SECONDS:
            return False
        if took >= lanes.PATIENCE_SECONDS and self._lanes.waiting:
            return True
        return used is None or self._used_before is None or used - self._used_before >= lanes.QUICK_SECONDS / 2

    def _become_heavy(self, worker: WorkerProcess) -> None:
        before = time.monotonic()
        try:
            self._lanes.make_heavy(worker)
        except QueryError:
            self._worker = None
            raise
        self._is_heavy = True
        self._began += time.monotonic() - before  # standing still does not count

    def _release(self) -> None:
        """The worker has answered: it goes back, or ends if the query was a heavy one."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        if self._is_heavy:
            self._lanes.end_heavy(worker)
        else:
            self._lanes.give_back(worker)

    def _drop(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        if self._is_heavy:
            self._lanes.end_heavy(worker)
        else:
            self._lanes.replace(worker)

    def _told(self, error: Exception) -> EnvironmentProblem | QueryTooLarge:
        """What the death of the worker means."""
        worker = self._worker
        self._drop()
        if worker is not None and not worker.is_started:
            return EnvironmentProblem("a query worker could not start", remedy="Look at its message on standard error.")
        return QueryTooLarge(
            f"the query ended its worker: it needed more than {self._memory_mb} MiB, or broke the engine",
            remedy="Ask for less at a time.",
        )


@lru_cache(maxsize=512)
def _form(query: str, max_bytes: int) -> QueryForm:
    """What `inspect` says, kept for queries that come again and again."""
    return inspect(query, max_bytes)


def _error(failure: Failure, message: str) -> QueryError:
    match failure:
        case Failure.SYNTAX:
            # pyoxigraph says "error at LINE:COLUMN: expected …", and lists ranges of characters where a name may stand
            return QuerySyntaxError(f"not SPARQL 1.1: {_RANGES.sub('', message)}")
        case Failure.TOO_LARGE:
            return QueryTooLarge(message, remedy="Ask for less at a time, with LIMIT or COUNT.")
        case Failure.EVALUATION:
            return QueryError(f"the query could not be evaluated: {message}")
