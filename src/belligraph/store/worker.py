"""A process that answers queries on one release: `python -m belligraph.store.worker FD STORE_FOLDER MEMORY_MB MAX_BYTES`.

First it gives up the network, then it opens the database read-only, then it limits its memory. It answers one request after
the other and ends when the pipe closes; whoever asked kills it at the deadline.
"""

from __future__ import annotations

import io
import signal
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pyoxigraph

from belligraph.processes import parent_connection
from belligraph.store.isolation import block_network, limit_memory
from belligraph.store.requests import Failure, Request
from belligraph.vocab import PREFIXES

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["main"]


class _AnswerTooLargeError(Exception):
    pass


class _BoundedBuffer(io.BytesIO):
    """Collects an answer and stops the engine when it grows past the limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, chunk: ReadableBuffer) -> int:
        """Appends a chunk."""
        if self.tell() + memoryview(chunk).nbytes > self._limit:
            raise _AnswerTooLargeError
        return super().write(chunk)


def main(descriptor: str, store_folder: str, memory_mb: str, max_bytes: str) -> None:
    """Serves the parent until it closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    connection = parent_connection(descriptor)
    isolated = block_network()
    store = pyoxigraph.Store.read_only(store_folder)
    limit_memory(int(memory_mb))
    connection.send(isolated)
    while True:
        try:
            request: Request = connection.recv()
        except EOFError:
            return
        answer = _answer(store, request, int(max_bytes))
        if isinstance(answer, bytes):
            connection.send(None)
            connection.send_bytes(answer)
        else:
            connection.send(answer)


def _answer(store: pyoxigraph.Store, request: Request, limit: int) -> bytes | tuple[Failure, str]:
    buffer = _BoundedBuffer(limit)
    try:
        _serialize(_evaluate(store, request), request, buffer)
    except SyntaxError as error:
        return Failure.SYNTAX, str(error)
    except (_AnswerTooLargeError, MemoryError):
        return Failure.TOO_LARGE, f"the answer is larger than {limit:,} bytes"
    except (ValueError, RuntimeError, OSError) as error:
        return Failure.EVALUATION, str(error)
    return buffer.getvalue()


def _evaluate(store: pyoxigraph.Store, request: Request) -> Any:  # noqa: ANN401 - one of pyoxigraph's three answers
    dataset: dict[str, Any] = {}
    if request.default_graphs or request.named_graphs:
        # a dataset given by the protocol replaces the query's own; a graph that is not here is empty, and never fetched
        dataset["default_graph"] = [pyoxigraph.NamedNode(g) for g in request.default_graphs]
        dataset["named_graphs"] = [pyoxigraph.NamedNode(g) for g in request.named_graphs]
    return store.query(request.query, base_iri=request.base_iri, **dataset)


def _serialize(answer: Any, request: Request, buffer: _BoundedBuffer) -> None:  # noqa: ANN401
    if isinstance(answer, pyoxigraph.QueryTriples):
        rdf_format = pyoxigraph.RdfFormat.from_media_type(request.graph.media_type)
        pyoxigraph.serialize(_once(answer), buffer, rdf_format, prefixes=dict(PREFIXES))
    else:
        answer.serialize(buffer, pyoxigraph.QueryResultsFormat.from_media_type(request.results.media_type))


def _once(triples: Iterable[pyoxigraph.Triple]) -> Iterable[pyoxigraph.Triple]:
    """A graph is a set; the engine gives a triple again for each solution that makes it."""
    return dict.fromkeys(triples)


if __name__ == "__main__":
    main(*sys.argv[1:])
