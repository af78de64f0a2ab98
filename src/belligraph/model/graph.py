"""A named graph as it passes from mapping to validation, the store and the exports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from belligraph.ntriples import Triple

__all__ = ["NamedGraph"]


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """Triples without repetition, in the order in which they were made, under the graph's IRI."""

    iri: str
    triples: tuple[Triple, ...]

    @classmethod
    def of(cls, iri: str, triples: Iterable[Triple]) -> NamedGraph:
        """The graph of those triples, each once."""
        return cls(iri, tuple(dict.fromkeys(triples)))

    def nquads(self) -> str:
        """The graph as N-Quads, one line a triple."""
        end = f" <{self.iri}> .\n"
        return "".join([f"{s} {p} {o}{end}" for s, p, o in self.triples])

    def ntriples(self) -> str:
        """The graph as N-Triples, for the default graph."""
        return "".join([f"{s} {p} {o} .\n" for s, p, o in self.triples])
