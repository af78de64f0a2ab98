"""A process that answers queries on one release: `python -m belligraph.store.worker FD STORE_FOLDER MEMORY_MB MAX_BYTES`.

First it gives up the network, then it opens the database read-only, then it limits its memory. It answers one request after
the other and ends when the pipe closes; whoever asked kills it at the deadline. A short answer goes back as one message; a
long one leaves while the engine still makes it, unless the request wants it whole.
"""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import pyoxigraph

from belligraph.processes import parent_connection
from belligraph.store.isolation import block_network, limit_memory
from belligraph.store.pipe import Pipe
from belligraph.store.requests import CHUNK_BYTES, LATER_CHUNK_BYTES, Failure, Mark, Request
from belligraph.vocab import PREFIXES

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["main"]


class _AnswerTooLargeError(Exception):
    pass


class _Outlet(io.BytesIO):
    """Takes what the engine writes, sends every full chunk, and stops the engine when the answer grows past the limit."""

    def __init__(self, pipe: Pipe, limit: int, whole: bool) -> None:
        super().__init__()
        self._pipe, self._limit = pipe, limit
        self._chunk_bytes = limit if whole else CHUNK_BYTES
        self._sent = self._held = 0
        self._waiting: list[bytes] = []

    def write(self, chunk: ReadableBuffer) -> int:
        """Appends a chunk."""
        part = bytes(chunk)  # bytes are no copy, and bytes are what the engine writes
        self._waiting.append(part)
        self._held += len(part)
        if self._sent + self._held > self._limit:
            raise _AnswerTooLargeError
        if self._held >= self._chunk_bytes:
            self._send(Mark.MORE)
        return len(part)

    def finish(self) -> None:
        """Sends the rest, or the whole of a short answer."""
        self._send(Mark.LAST)

    def _send(self, mark: Mark) -> None:
        self._pipe.send(mark.value, *self._waiting)
        self._sent += self._held
        self._waiting, self._held = [], 0
        self._chunk_bytes = max(self._chunk_bytes, LATER_CHUNK_BYTES)


def main(descriptor: str, store_folder: str, memory_mb: str, max_bytes: str) -> None:
    """Serves the parent until it closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    connection = parent_connection(descriptor)
    isolated = block_network()
    store = pyoxigraph.Store.read_only(store_folder)
    limit_memory(int(memory_mb))
    connection.send(isolated)
    pipe = Pipe(connection.fileno())
    while True:
        try:
            message = pipe.receive()
            assert message is not None  # it waits for ever
            failure = _answer(store, Request.unpacked(message[1]), pipe, int(max_bytes))
            if failure is not None:
                pipe.send(Mark.FAILED.value, failure)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _answer(store: pyoxigraph.Store, request: Request, pipe: Pipe, limit: int) -> bytes | None:
    """Sends the answer; what must be told instead, or behind what was sent, if it fails."""
    outlet = _Outlet(pipe, limit, request.whole)
    try:
        _serialize(_evaluate(store, request), request, outlet)
    except SyntaxError as error:
        return Failure.SYNTAX.told(str(error))
    except (_AnswerTooLargeError, MemoryError):
        return Failure.TOO_LARGE.told(f"the answer is larger than {limit:,} bytes")
    except (BrokenPipeError, ConnectionResetError):
        raise
    except (ValueError, RuntimeError, OSError) as error:
        return Failure.EVALUATION.told(str(error))
    outlet.finish()
    return None


def _evaluate(store: pyoxigraph.Store, request: Request) -> Any:  # noqa: ANN401 - one of pyoxigraph's three answers
    dataset: dict[str, Any] = {}
    if request.default_graphs or request.named_graphs:
        # a dataset given by the protocol replaces the query's own; a graph that is not here is empty, and never fetched
        dataset["default_graph"] = [pyoxigraph.NamedNode(g) for g in request.default_graphs]
        dataset["named_graphs"] = [pyoxigraph.NamedNode(g) for g in request.named_graphs]
    return store.query(request.query, base_iri=request.base_iri, **dataset)


def _serialize(answer: Any, request: Request, outlet: _Outlet) -> None:  # noqa: ANN401
    if isinstance(answer, pyoxigraph.QueryTriples):
        rdf_format = pyoxigraph.RdfFormat.from_media_type(request.graph.media_type)
        pyoxigraph.serialize(_once(answer), outlet, rdf_format, prefixes=dict(PREFIXES))
    else:
        answer.serialize(outlet, pyoxigraph.QueryResultsFormat.from_media_type(request.results.media_type))


def _once(triples: Iterable[pyoxigraph.Triple]) -> Iterator[pyoxigraph.Triple]:
    """A graph is a set; the engine gives a triple again for each solution that makes it."""
    seen: set[pyoxigraph.Triple] = set()
    for triple in triples:
        if triple not in seen:
            seen.add(triple)
            yield triple


if __name__ == "__main__":
    main(*sys.argv[1:])
