"""The SPARQL 1.1 Graph Store HTTP Protocol, for reading: the default graph and each named graph as a document.

    /graphs?default             the union of all graphs
    /graphs?graph=IRI           one named graph
    /graph/…                    the same by its own address (direct graph identification)

Source: https://www.w3.org/TR/sparql11-http-rdf-update/ sections 4 and 5.2.
"""

from __future__ import annotations

from urllib.parse import parse_qsl

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, NotFound

from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.iri import is_absolute
from belligraph.store import Request
from belligraph.web.answers import XML_FORMATS, Offer, respond
from belligraph.web.headers import not_modified, vary_by
from belligraph.web.negotiation import GRAPH_FORMATS, choose
from belligraph.web.site import Site, current_site
from belligraph.web.software import fingerprint

__all__ = ["register"]

_OFFERS = tuple(Offer(f.media_type, f) for f in GRAPH_FORMATS)


def register(app: Flask) -> None:
    """Adds the graph store, read-only: any other method is 405."""
    app.add_url_rule("/graphs", "graphs", _indirect)
    app.add_url_rule("/graph/<path:name>", "graph", _direct)


def _indirect() -> Response:
    try:
        parameters = parse_qsl(request.query_string.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise BadRequest(f"the address is not UTF-8 ({error.reason})") from error
    names = [value for name, value in parameters if name == "graph"]
    wants_default = any(name == "default" for name, _ in parameters)
    formats = [value for name, value in parameters if name == "format"]
    if len(names) + wants_default != 1:
        raise BadRequest("name one graph: ?graph= and its IRI, or ?default")
    if wants_default:
        return _graph(None, formats[-1] if formats else None)
    if not is_absolute(names[0]):
        raise BadRequest(f"graph is {names[0][:200]!r}, which is no absolute IRI")
    return _graph(names[0], formats[-1] if formats else None)


def _direct(name: str) -> Response:
    iri = f"{current_site().release.base_iri}graph/{name}"
    if not is_absolute(iri):
        raise NotFound("this release has no such graph")
    return _graph(iri, None)


def _graph(iri: str | None, format_name: str | None) -> Response:
    site = current_site()
    offer = choose(_OFFERS, format_name)
    response = _answered(site, iri, offer)
    vary_by(response, "Accept")
    return response


def _answered(site: Site, iri: str | None, offer: Offer) -> Response:
    label = offer.format.label if offer.format else ""
    tag = f"{site.release.content_sha256[:24]}-{site.release.number}-{fingerprint()}-{label}"
    if iri is not None and b"true" not in site.pool.query(f"ASK {{ GRAPH <{iri}> {{ ?s ?p ?o }} }}").body:
        raise NotFound(f"this release has no graph {iri[:200]!r}")
    if (unchanged := not_modified(tag, offer.media_type)) is not None:
        return unchanged
    pattern = f"GRAPH <{iri}> {{ ?s ?p ?o }}" if iri is not None else "?s ?p ?o"
    rdf_format = offer.format if isinstance(offer.format, RdfFormat) else RdfFormat.TURTLE
    asked = Request(
        f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}",
        ResultsFormat.JSON,
        rdf_format,
        whole=offer.format in XML_FORMATS,
    )
    response = respond(site, asked, offer)
    response.set_etag(tag)
    return response
