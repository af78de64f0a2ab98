"""A release in every format, streamed: memory does not grow with the release."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import pyoxigraph

from belligraph.formats import RdfFormat
from belligraph.model.graph import NamedGraph
from belligraph.model.release import Release
from belligraph.ntriples import Term, Triple
from belligraph.release.build import NQUADS_FILE, TURTLE_FILE
from belligraph.release.turtle import TurtleWriter

__all__ = ["EXPORT_FORMATS", "articles_of", "export"]

EXPORT_FORMATS = (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.JSON_LD)

# our own dumps: IRIs and literals only, one space between the terms
_LINE = re.compile(r"(<[^>]*>) (<[^>]*>) (<[^>]*>|\".*\"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?) <([^>]*)> \.\n")


def export(release: Release, rdf_format: RdfFormat, out: BinaryIO) -> None:
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
            quads = pyoxigraph.parse(path=nquads, format=pyoxigraph.RdfFormat.N_QUADS)
            pyoxigraph.serialize(quads, out, pyoxigraph.RdfFormat.JSON_LD)
        case _:
            raise ValueError(rdf_format.label)


def articles_of(release: Release) -> Iterator[tuple[NamedGraph, ...]]:
    """Each article's graphs: its claims, and what of the incidents and findings rests on it, as they were validated."""
    prefix = release.base_iri + "graph/article/"
    graphs: list[NamedGraph] = []
    for graph, quads in groupby(_read(release.folder / NQUADS_FILE), key=lambda quad: quad[0]):
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
