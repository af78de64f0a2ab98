"""A share of a release on its way there: the same triples in every form that a release has, as files to be appended."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from belligraph.model.graph import NamedGraph
from belligraph.release.jsonld import JsonLdWriter
from belligraph.release.rdf12 import Turtle12Writer
from belligraph.release.statistics import subject_hashes
from belligraph.release.tables import Rows, rows_of

__all__ = ["Part", "PartWriter", "Serializers", "rows_in"]


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a release, as files: named graphs in each form, their union for the default graph, rows for the tables.

    With the rows come the hashes of the subjects, to be counted.
    """

    nquads: Path
    ntriples: Path
    turtle: Path
    turtle12: Path
    trig: Path
    jsonld: Path
    rows: Path
    digests: Path
    """Of articles: what incidents are made from; the others leave it out."""

    @classmethod
    def at(cls, folder: Path, number: int) -> Part:
        """The part of that number in a folder of parts."""
        stem = f"part-{number:06}"
        return cls(
            *(folder / f"{stem}.{end}" for end in ("nq", "nt", "ttl", "rdf12.ttl", "trig", "jsonld", "rows", "digests"))
        )

    def remove(self) -> None:
        """Deletes the files, but for the digests: these are read when all articles are there."""
        for path in (self.nquads, self.ntriples, self.turtle, self.turtle12, self.trig, self.jsonld, self.rows):
            path.unlink()


class Serializers:
    """The writers of all forms under one base; they remember the IRIs that repeat, so that one is made for many parts."""

    def __init__(self, base: str) -> None:
        self.turtle = Turtle12Writer(base)
        self.jsonld = JsonLdWriter(base)


class PartWriter:
    """Writes the files of one part, but for the digests. A context."""

    def __init__(self, part: Part, serializers: Serializers) -> None:
        self._serializers = serializers
        self._texts: list[IO[str]] = [
            path.open("w", encoding="utf-8", newline="\n")
            for path in (part.nquads, part.ntriples, part.turtle, part.turtle12, part.trig, part.jsonld)
        ]
        self._rows = part.rows.open("wb")
        self._graphs = 0

    def __enter__(self) -> PartWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for file in self._texts:
            file.close()
        self._rows.close()

    def add(self, graphs: tuple[NamedGraph, ...]) -> None:
        """Adds graphs that belong together: one article's, or some incidents with their findings."""
        graphs = tuple(graph for graph in graphs if graph.triples)
        nquads, ntriples, turtle, turtle12, trig, jsonld = self._texts
        forms = self._serializers
        # where triples have no graphs, what several of them say of one thing stands together
        union, reified = forms.turtle.both(triple for graph in graphs for triple in graph.triples)
        turtle.write(union)
        turtle12.write(reified)
        for graph in graphs:
            block = union if len(graphs) == 1 else forms.turtle.block(graph.triples)
            nquads.write(graph.nquads())
            ntriples.write(graph.ntriples())
            trig.write(f"{forms.turtle.in_graph_head(graph.iri)}{block}{forms.turtle.in_graph_tail}")
            if self._graphs:
                jsonld.write(forms.jsonld.between)
            jsonld.write(forms.jsonld.graph(graph.iri, graph.triples))
            self._graphs += 1
        subjects = subject_hashes({s for graph in graphs for s, _, _ in graph.triples})
        pickle.dump((rows_of(graphs), subjects), self._rows, 5)


def rows_in(part: Part) -> Iterator[tuple[Rows, bytes]]:
    """The rows of a part and the hashes of its subjects, a call of `add` at a time."""
    with part.rows.open("rb") as file:
        while file.peek(1):
            rows, subjects = pickle.load(file)
            yield rows, subjects
