"""The formats we read and write: one enum owns names, media types and file extensions; and HTTP's choice between them.

Sources: SPARQL 1.1 Query Results JSON, XML, CSV/TSV; RFC 9110 section 12.5.1 (proactive negotiation).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple, TypeVar

__all__ = ["Rdf12Format", "RdfFormat", "ResultsFormat", "negotiate"]


class RdfFormat(Enum):
    """A serialization of RDF: its name on the command line, its media type, its file extension, whether it has graphs."""

    TURTLE = ("turtle", "text/turtle", "ttl", False)
    N_TRIPLES = ("ntriples", "application/n-triples", "nt", False)
    RDF_XML = ("rdfxml", "application/rdf+xml", "rdf", False)
    JSON_LD = ("jsonld", "application/ld+json", "jsonld", True)
    TRIG = ("trig", "application/trig", "trig", True)
    N_QUADS = ("nquads", "application/n-quads", "nq", True)

    def __init__(self, label: str, media_type: str, extension: str, has_graphs: bool) -> None:
        self.label = label
        self.media_type = media_type
        self.extension = extension
        self.has_graphs = has_graphs

    @classmethod
    def named(cls, label: str) -> RdfFormat:
        """The format of that name.

        Raises:
            KeyError: no format has the name.
        """
        return {f.label: f for f in cls}[label]


class Rdf12Format(Enum):
    """A serialization of RDF 1.2, in which claims are reifiers; what reads only RDF 1.1 cannot read it.

    Source: https://www.w3.org/TR/rdf12-turtle/ and https://www.w3.org/TR/rdf12-n-quads/ (the media types' `version`).
    """

    TURTLE = ("turtle12", "text/turtle;version=1.2", "ttl", False)
    N_QUADS = ("nquads12", "application/n-quads;version=1.2", "nq", True)

    def __init__(self, label: str, media_type: str, extension: str, has_graphs: bool) -> None:
        self.label = label
        self.media_type = media_type
        self.extension = extension
        self.has_graphs = has_graphs


class ResultsFormat(Enum):
    """A serialization of query solutions or of a boolean: name, media type, file extension."""

    JSON = ("json", "application/sparql-results+json", "srj")
    XML = ("xml", "application/sparql-results+xml", "srx")
    CSV = ("csv", "text/csv", "csv")
    TSV = ("tsv", "text/tab-separated-values", "tsv")

    def __init__(self, label: str, media_type: str, extension: str) -> None:
        self.label = label
        self.media_type = media_type
        self.extension = extension

    @classmethod
    def named(cls, label: str) -> ResultsFormat:
        """The format of that name.

        Raises:
            KeyError: no format has the name.
        """
        return {f.label: f for f in cls}[label]


Offered = TypeVar("Offered")


def negotiate(
    accept: str | None, offered: Sequence[tuple[str, Offered]], qualities: Mapping[str, float] = MappingProxyType({})
) -> Offered | None:
    """The best of the offered representations for an Accept header, or None if none is acceptable.

    `offered` pairs media types with what they stand for, our preference first. The most specific range that covers a type
    gives its weight; of equal weights the earlier offer wins. A missing or empty header accepts everything; ranges that
    are not well-formed are passed over. An offer that needs a parameter (`text/turtle;version=1.2`) is for those who name
    it only, and for them goes before one of equal weight that has none; other parameters of a range are not looked at.
    `qualities` says which media types are worth less than 1 to us, by which the client's weight is multiplied.
    """
    if accept is None or not accept.strip():
        return offered[0][1] if offered else None
    ranges = [r for part in accept.split(",") if (r := _media_range(part)) is not None]
    if not ranges:
        return offered[0][1] if offered else None
    best: tuple[float, bool, Offered] | None = None
    for media_type, representation in offered:
        bare, _, parameter = media_type.partition(";")
        weight = _weight(bare, [r for r in ranges if parameter in r.parameters] if parameter else ranges)
        weight *= qualities.get(media_type, 1.0)
        if weight > 0 and (best is None or (weight, bool(parameter)) > best[:2]):
            best = (weight, bool(parameter), representation)
    return best[2] if best else None


class _Range(NamedTuple):
    kind: str
    subtype: str
    weight: float
    parameters: tuple[str, ...]


def _media_range(part: str) -> _Range | None:
    media_type, *parameters = (p.strip().lower() for p in part.split(";"))
    kind, slash, subtype = media_type.partition("/")
    if media_type == "*":  # what some old clients send for */*
        kind, slash, subtype = "*", "/", "*"
    if not slash or not kind or not subtype:
        return None
    weight = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                weight = min(max(float(value), 0.0), 1.0)
            except ValueError:
                return None
    return _Range(kind, subtype, weight, tuple(p.replace('"', "") for p in parameters))


def _weight(media_type: str, ranges: list[_Range]) -> float:
    kind, _, subtype = media_type.partition("/")
    for pattern in ((kind, subtype), (kind, "*"), ("*", "*")):
        weights = [r.weight for r in ranges if (r.kind, r.subtype) == pattern]
        if weights:
            return max(weights)
    return 0.0
