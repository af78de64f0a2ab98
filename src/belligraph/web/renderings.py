"""What a thing's document can be: a page, or the same triples in one of our serializations.

TriG and N-Quads say in which named graphs of the release each triple stands; RDF 1.2 Turtle has the claims as reifiers, and
is for those who name its version. The others hold the triples alone.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph

from belligraph.formats import Rdf12Format, RdfFormat
from belligraph.iri import Iris
from belligraph.release.rdf12 import Turtle12Writer, to_reifiers
from belligraph.release.turtle import TurtleWriter, in_reading_order
from belligraph.vocab import PREFIXES
from belligraph.web.documents import Told, graphs_of
from belligraph.web.site import Site

__all__ = ["PAGE", "RENDERINGS", "FileView", "Rendering", "rendered"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """One form of a document: what its address ends in, what people call it, what HTTP calls it."""

    extension: str
    name: str
    media_type: str
    format: RdfFormat | Rdf12Format | None = None


@dataclass(frozen=True, slots=True)
class FileView:
    """A document that says the same as the page."""

    name: str
    media_type: str
    address: str


def _file(name: str, rdf_format: RdfFormat | Rdf12Format, extension: str | None = None) -> Rendering:
    return Rendering(extension or rdf_format.extension, name, rdf_format.media_type, rdf_format)


PAGE = Rendering("html", "HTML", "text/html")
RENDERINGS: Mapping[str, Rendering] = {
    # a client that says nothing gets data; a browser says what it wants
    rendering.extension: rendering
    for rendering in (
        _file("Turtle", RdfFormat.TURTLE),
        PAGE,
        _file("JSON-LD", RdfFormat.JSON_LD),
        _file("N-Triples", RdfFormat.N_TRIPLES),
        _file("TriG", RdfFormat.TRIG),
        _file("N-Quads", RdfFormat.N_QUADS),
        _file("RDF 1.2 Turtle", Rdf12Format.TURTLE, "rdf12.ttl"),
    )
}
"""By extension, in the order of our preference."""


def rendered(site: Site, told: Told, rdf_format: RdfFormat | Rdf12Format) -> bytes:
    """What is told, in a format of RENDERINGS.

    Raises:
        QueryError: its named graphs could not be looked up in time.
    """
    base = Iris(site.release.base_iri).entities
    match rdf_format:
        case RdfFormat.TURTLE:
            return TurtleWriter(base).document(told.triples).encode()
        case Rdf12Format.TURTLE:
            writer = Turtle12Writer(base)
            return (writer.header + writer.block(to_reifiers(in_reading_order(told.triples)))).encode()
        case RdfFormat.TRIG:
            trig = TurtleWriter(base)
            graphs = [trig.graph(graph, in_reading_order(triples)) for graph, triples in graphs_of(site, told).items()]
            return (trig.header + "".join(graphs)).encode()
        case RdfFormat.N_QUADS:
            return "".join(
                f"{s} {p} {o} <{graph}> .\n" for graph, triples in graphs_of(site, told).items() for s, p, o in triples
            ).encode()
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in dict.fromkeys(told.triples)).encode()
    if rdf_format is RdfFormat.N_TRIPLES:
        return lines
    out = io.BytesIO()
    quads = pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
    pyoxigraph.serialize(quads, out, pyoxigraph.RdfFormat.JSON_LD, prefixes=dict(PREFIXES))
    return out.getvalue()
