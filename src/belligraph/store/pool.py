"""Processes that answer queries, killed at their deadline: a client gets an answer or a clean refusal, never a part."""

from __future__ import annotations

import queue
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from belligraph.config import Config
from belligraph.errors import (
    EnvironmentProblem,
    QueryError,
    QueryOverload,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooLarge,
)
from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.processes import Child
from belligraph.store.guard import QueryForm, inspect
from belligraph.store.requests import Failure, Request

__all__ = ["Answer", "QueryPool"]

# starting is no query's fault and does not count against its deadline; a worker that takes longer is broken
STARTING_SECONDS = 30.0
# how long a query waits for a worker before the client is told to come again
WAITING_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer."""

    body: bytes
    media_type: str
    form: QueryForm


class _Worker:
    def __init__(self, store_folder: Path, memory_mb: int, max_bytes: int) -> None:
        self._child = Child("belligraph.store.worker", str(store_folder), str(memory_mb), str(max_bytes))
        self._started = False

    def ask(self, request: Request, seconds: float) -> bytes | tuple[Failure, str] | None:
        """The answer, or None when the deadline passed; EOFError or OSError when the worker died."""
        pipe = self._child.connection
        if not self._started:
            if not pipe.poll(STARTING_SECONDS):
                raise EOFError
            pipe.recv()
            self._started = True
        deadline = time.monotonic() + seconds
        pipe.send(request)
        if not pipe.poll(seconds):
            return None
        failure: tuple[Failure, str] | None = pipe.recv()
        if failure is not None:
            return failure
        if not pipe.poll(max(0.0, deadline - time.monotonic())):
            return None
        return pipe.recv_bytes()

    def is_dead_at_start(self) -> bool:
        return not self._started

    def kill(self) -> None:
        self._child.kill()


class QueryPool:
    """A fixed number of query workers on one release. Threads may share it; `close` leaves no process behind."""

    def __init__(
        self,
        store_folder: Path,
        *,
        workers: int,
        seconds: float,
        memory_mb: int,
        max_query_bytes: int,
        max_answer_bytes: int,
    ) -> None:
        self._settings = (store_folder, memory_mb, max_answer_bytes)
        self._seconds = seconds
        self._memory_mb = memory_mb
        self._max_query_bytes = max_query_bytes
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._all: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closed = False
        for _ in range(workers):
            self._start_worker()

    @classmethod
    def of(cls, store_folder: Path, config: Config, workers: int | None = None) -> Self:
        """A pool with the limits that a publication's settings give."""
        return cls(
            store_folder,
            workers=workers or config.query_workers,
            seconds=config.query_seconds,
            memory_mb=config.query_memory_mb,
            max_query_bytes=config.max_query_bytes,
            max_answer_bytes=config.max_answer_bytes,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def form_of(self, query: str) -> QueryForm:
        """The form of a query that the guard lets through.

        Raises:
            QueryError: as `guard.inspect`.
        """
        return inspect(query, self._max_query_bytes)

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
        body = self._ask(request)
        return Answer(body, graph.media_type if form.gives_a_graph else results.media_type, form)

    def close(self) -> None:
        """Ends every worker, also one that is answering: its client gets an error."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.kill()

    def _ask(self, request: Request) -> bytes:
        try:
            worker = self._idle.get(timeout=WAITING_SECONDS)
        except queue.Empty:
            raise QueryOverload("all query workers are busy", remedy="Ask again in some seconds.") from None
        try:
            answer = worker.ask(request, self._seconds)
        except (EOFError, OSError) as error:
            self._replace(worker)
            if worker.is_dead_at_start():
                raise EnvironmentProblem(
                    "a query worker could not start", remedy="Look at its message on standard error."
                ) from error
            raise QueryTooLarge(
                f"the query ended its worker: it needed more than {self._memory_mb} MiB, or broke the engine",
                remedy="Ask for less at a time.",
            ) from error
        except BaseException:
            self._replace(worker)  # its answer may still come, to the wrong question
            raise
        if answer is None:
            self._replace(worker)
            raise QueryTimeout(
                f"no answer within {self._seconds:g} s; the query was stopped",
                remedy="Narrow it, or ask for less at a time.",
            )
        self._idle.put(worker)
        if isinstance(answer, bytes):
            return answer
        raise _error(*answer)

    def _replace(self, worker: _Worker) -> None:
        worker.kill()
        with self._lock:
            self._all.discard(worker)
        self._start_worker()

    def _start_worker(self) -> None:
        with self._lock:
            if self._closed:
                return
            worker = _Worker(*self._settings)
            self._all.add(worker)
        self._idle.put(worker)


def _error(failure: Failure, message: str) -> QueryError:
    match failure:
        case Failure.SYNTAX:
            # pyoxigraph says "error at LINE:COLUMN: …"
            return QuerySyntaxError(f"not SPARQL 1.1: {message}")
        case Failure.TOO_LARGE:
            return QueryTooLarge(f"{message}; nothing was sent", remedy="Ask for less at a time, with LIMIT or COUNT.")
        case Failure.EVALUATION:
            return QueryError(f"the query could not be evaluated: {message}")
