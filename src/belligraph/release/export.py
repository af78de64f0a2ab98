"""A release in every format, streamed: memory does not grow with the release."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

import pyoxigraph

from belligraph.formats import Rdf12Format, RdfFormat
from belligraph.iri import Iris
from belligraph.model.graph import NamedGraph
from belligraph.model.release import Release
from belligraph.ntriples import Term, Triple
from belligraph.release.manifest import JSONLD_FILE, NQUADS_FILE, TRIG_FILE, TURTLE12_FILE, TURTLE_FILE
from belligraph.release.rdf12 import to_reifiers
from belligraph.vocab import BG, RDF

__all__ = ["EXPORT_FORMATS", "articles_of", "context_of", "derived_of", "export"]

EXPORT_FORMATS: tuple[RdfFormat | Rdf12Format, ...] = (
    RdfFormat.TURTLE,
    RdfFormat.TRIG,
    RdfFormat.N_QUADS,
    RdfFormat.JSON_LD,
    Rdf12Format.TURTLE,
    Rdf12Format.N_QUADS,
)

# an article's graph is far smaller; a dataset's is cut: TriG and JSON-LD may name a graph any number of times
BLOCK_TRIPLES = 100_000

# our own dumps: IRIs and literals only, one space between the terms
_LINE = re.compile(r"(<[^>]*>) (<[^>]*>) (<[^>]*>|\".*\"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?) <([^>]*)> \.\n")


_OF_CLAIMS = frozenset(
    f"<{term}>" for term in (RDF.type, RDF.predicate, RDF.object, BG.modality, BG.value, BG.min, BG.max, BG.approximate)
)


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
            _copy(release.folder / TRIG_FILE, out)
        case RdfFormat.JSON_LD:
            _copy(release.folder / JSONLD_FILE, out)
        case Rdf12Format.TURTLE:
            _copy(release.folder / TURTLE12_FILE, out)
        case Rdf12Format.N_QUADS:
            for graph, block in _blocks(nquads):
                triples = to_reifiers(block)
                out.write("".join([f"{s} {p} {o} <{graph}> .\n" for s, p, o in triples]).encode())
        case _:
            raise ValueError(rdf_format.label)


def articles_of(release: Release) -> Iterator[NamedGraph]:
    """The graph of each article's claims."""
    prefix = f"{release.base_iri}graph/article/"
    return (graph for graph in _graphs(release.folder / NQUADS_FILE, release.base_iri) if graph.iri.startswith(prefix))


def derived_of(release: Release) -> Iterator[NamedGraph]:
    """The graphs that are derived from all articles; one that was written in several parts comes in as many."""
    prefix = f"{release.base_iri}graph/article/"
    return (graph for graph in _graphs(release.folder / NQUADS_FILE, release.base_iri) if not graph.iri.startswith(prefix))


def context_of(release: Release, graphs: Iterable[NamedGraph]) -> Iterator[tuple[NamedGraph, NamedGraph]]:
    """Each graph with what the articles' graphs say of the claims, events and actors that it names."""
    store = pyoxigraph.Store.read_only(str(release.store_folder))
    for graph in graphs:
        known: dict[Triple, None] = {}
        nodes = [o for _, p, o in graph.triples if o[0] == "<" and not p.endswith("#type>")]
        seen = set(nodes)
        while nodes:
            node = nodes.pop()
            for quad in store.quads_for_pattern(pyoxigraph.NamedNode(node[1:-1]), None, None, pyoxigraph.DefaultGraph()):
                triple = Term(str(quad.subject)), Term(str(quad.predicate)), Term(str(quad.object))
                if triple[1] in _OF_CLAIMS:
                    known[triple] = None
                # a claim's figure is a node of its own
                if triple[1].endswith("#object>") and triple[2].endswith("/quantity>") and triple[2] not in seen:
                    seen.add(triple[2])
                    nodes.append(triple[2])
        yield graph, NamedGraph(graph.iri, tuple(known))


def _graphs(nquads: Path, base_iri: str) -> Iterator[NamedGraph]:
    """The graphs of articles and of what is derived from them; rows of datasets were validated when they were imported."""
    datasets = Iris(base_iri).dataset_graphs
    for graph, quads in groupby(_read(nquads), key=lambda quad: quad[0]):
        if graph.startswith(datasets):
            continue
        yield NamedGraph(graph, tuple(triple for _, triple in quads))


def _blocks(nquads: Path) -> Iterator[tuple[str, list[Triple]]]:
    """The triples of each graph, a large one's in pieces; a subject's triples that come together stay together."""
    for graph, quads in groupby(_read(nquads), key=lambda quad: quad[0]):
        block: list[Triple] = []
        for _, triple in quads:
            if len(block) >= BLOCK_TRIPLES and triple[0] != block[-1][0]:
                yield graph, block
                block = []
            block.append(triple)
        yield graph, block


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
