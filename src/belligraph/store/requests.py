"""What goes through the pipe between the pool and its workers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from belligraph.formats import RdfFormat, ResultsFormat

__all__ = ["Failure", "Request"]


@dataclass(frozen=True, slots=True)
class Request:
    """One query, the formats of its answer, and its dataset if the protocol gives one (SPARQL 1.1 Protocol 2.1.4)."""

    query: str
    results: ResultsFormat
    graph: RdfFormat
    base_iri: str | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class Failure(Enum):
    """Why a worker that is alive has no answer."""

    SYNTAX = "syntax"
    TOO_LARGE = "too large"
    EVALUATION = "evaluation"
