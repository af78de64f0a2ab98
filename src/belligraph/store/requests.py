"""What goes through the pipe between the pool and its workers.

To a worker: a `Request` as JSON. Back: an answer, which is any number of messages that are MORE and one that is LAST, or a
FAILED in place of the LAST.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum

from belligraph.formats import RdfFormat, ResultsFormat

__all__ = ["CHUNK_BYTES", "LATER_CHUNK_BYTES", "Failure", "Mark", "Request"]

# an answer below this travels as one message, whole; the engine fills it in a few milliseconds. Later chunks are larger
CHUNK_BYTES = 64 * 1024
LATER_CHUNK_BYTES = 256 * 1024
_RESULTS = {f.label: f for f in ResultsFormat}
_GRAPHS = {f.label: f for f in RdfFormat}


@dataclass(frozen=True, slots=True)
class Request:
    """One query, the formats of its answer, and its dataset if the protocol gives one (SPARQL 1.1 Protocol 2.1.4)."""

    query: str
    results: ResultsFormat
    graph: RdfFormat
    base_iri: str | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    whole: bool = True
    """Whether nothing may be sent before everything is there."""

    def packed(self) -> bytes:
        """The request, for the pipe."""
        return json.dumps(
            (
                self.query, self.results.label, self.graph.label, self.base_iri, self.default_graphs, self.named_graphs,
                self.whole,
            )
        ).encode("ascii")  # fmt: skip

    @classmethod
    def unpacked(cls, message: bytes) -> Request:
        """The other way."""
        query, results, graph, base_iri, default_graphs, named_graphs, whole = json.loads(message)
        return cls(query, _RESULTS[results], _GRAPHS[graph], base_iri, tuple(default_graphs), tuple(named_graphs), whole)


class Mark(Enum):
    """What a message is."""

    QUERY = b"?"
    MORE = b"+"
    LAST = b"."
    FAILED = b"!"


class Failure(Enum):
    """Why a worker that is alive has no answer, or not the whole of it."""

    SYNTAX = "syntax"
    TOO_LARGE = "too large"
    EVALUATION = "evaluation"

    def told(self, message: str) -> bytes:
        """The failure and what it says, for the pipe."""
        return f"{self.value}\n{message}".encode()

    @classmethod
    def heard(cls, content: bytes) -> tuple[Failure, str]:
        """The other way."""
        kind, _, message = content.decode().partition("\n")
        return cls(kind), message
