"""A release in every format, streamed: memory does not grow with the release."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from belligraph.formats import Rdf12Format, RdfFormat
from belligraph.model.graph import NamedGraph
from belligraph.model.release import Release
from belligraph.ntriples import Term, Triple
from belligraph.release.jsonld import JsonLdWriter
from belligraph.release.manifest import NQUADS_FILE, TURTLE_FILE
from belligraph.release.rdf12 import Turtle12Writer, to_reifiers
from belligraph.release.turtle import TurtleWriter

__all__ = ["EXPORT_FORMATS", "articles_in", "articles_of", "export"]

EXPORT_FORMATS: tuple[RdfFormat | Rdf12Format, ...] = (
    RdfFormat.TURTLE,
    RdfFormat.TRIG,
    RdfFormat.N_QUADS,
    RdfFormat.JSON_LD,
    Rdf12Format.TURTLE,
    Rdf12Format.N_QUADS,
)

# our own dumps: IRIs and literals only, one space between the terms
_LINE = re.compile(r"(<[^>]*>) (<[^>]*>) (<[^>]*>|\".*\"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?) <([^>]*)> \.\n")


def export(release: Release, rdf_format: RdfFormat | Rdf12Format, out: BinaryIO) -> None:
    """Writes the release. Formats without graphs hold the union of all graphs.

    Raises:
        ValueError: the format is not one of EXPORT_FORMATS.
        OSError: a file of the release cannot be read, or `out` cannot be written.
    """
    nquads = release.folder / NQUADS_FILE
    match rdf_format:
        case RdfFormat.TURTLE:
            _copy(release.folder / TURTLE_FILE, out)
        case RdfFormat.N_QUADS:
            _copy(nquads, out)
        case RdfFormat.TRIG:
            writer = TurtleWriter(f"{release.base_iri}id/")
            out.write(writer.header.encode())
            for graph, quads in groupby(_read(nquads), key=lambda quad: quad[0]):
                out.write(writer.graph(graph, (triple for _, triple in quads)).encode())
        case RdfFormat.JSON_LD:
            json_ld = JsonLdWriter(f"{release.base_iri}id/")
            out.write(json_ld.head.encode())
            for number, (graph, quads) in enumerate(groupby(_read(nquads), key=lambda quad: quad[0])):
                text = json_ld.graph(graph, (triple for _, triple in quads))
                out.write(f"{json_ld.between if number else ''}{text}".encode())
            out.write(json_ld.tail.encode())
        case Rdf12Format.TURTLE:
            turtle12 = Turtle12Writer(f"{release.base_iri}id/")
            out.write(turtle12.header.encode())
            for graphs in articles_of(release):
                everything = (triple for graph in graphs for triple in graph.triples)
                out.write(turtle12.block(to_reifiers(everything)).encode())
        case Rdf12Format.N_QUADS:
            for graph, quads in groupby(_read(nquads), key=lambda quad: quad[0]):
                triples = to_reifiers(triple for _, triple in quads)
                out.write("".join([f"{s} {p} {o} <{graph}> .\n" for s, p, o in triples]).encode())
        case _:
            raise ValueError(rdf_format.label)


def articles_of(release: Release) -> Iterator[tuple[NamedGraph, ...]]:
    """Each article's graphs: its claims, and what of the incidents and findings rests on it, as they were validated."""
    return articles_in(release.folder / NQUADS_FILE, release.base_iri)


def articles_in(nquads: Path, base_iri: str) -> Iterator[tuple[NamedGraph, ...]]:
    """The same for a file of N-Quads of ours."""
    prefix = base_iri + "graph/article/"
    graphs: list[NamedGraph] = []
    for graph, quads in groupby(_read(nquads), key=lambda quad: quad[0]):
        if graph.startswith(prefix) and graphs:
            yield tuple(graphs)
            graphs = []
        graphs.append(NamedGraph(graph, tuple(triple for _, triple in quads)))
    if graphs:
        yield tuple(graphs)


def _copy(path: Path, out: BinaryIO) -> None:
    with path.open("rb") as source:
        shutil.copyfileobj(source, out, 1 << 20)


def _read(path: Path) -> Iterator[tuple[str, Triple]]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            match = _LINE.fullmatch(line)
            if match is None:
                raise ValueError(f"not a line of our N-Quads: {line[:200]!r}")
            subject, predicate, obj, graph = match.groups()
            yield graph, (Term(subject), Term(predicate), Term(obj))
