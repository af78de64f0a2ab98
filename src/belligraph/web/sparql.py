"""The SPARQL endpoint: one address for programs and people, told apart by Accept.

    a query                     its results in the format that Accept (or `format`) names, whole or not at all
    a query, HTML preferred     the results as a page, with the query to be changed and asked again
    no query                    the service description, or for a browser the form

Sources: https://www.w3.org/TR/sparql11-protocol/, RFC 9110 section 12 (negotiation).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest, NotAcceptable, RequestEntityTooLarge

from belligraph.errors import QueryTooLarge
from belligraph.formats import RdfFormat, ResultsFormat, negotiate
from belligraph.store import QueryForm
from belligraph.web.description import describe
from belligraph.web.pages import query_page, results_page
from belligraph.web.problems import show_query
from belligraph.web.protocol import QueryRequest, read_request
from belligraph.web.site import Site, current_site, service_url

__all__ = ["register"]

GRAPH_FORMATS = (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD)


@dataclass(frozen=True, slots=True)
class _Offer:
    """One representation: a format and the media type that it goes by here; without a format, a page."""

    media_type: str
    format: ResultsFormat | RdfFormat | None = None


_PAGE = _Offer("text/html")
_RESULTS = (
    *(_Offer(f.media_type, f) for f in ResultsFormat),
    _Offer("application/json", ResultsFormat.JSON),
    _Offer("application/xml", ResultsFormat.XML),
    _PAGE,
)
_GRAPHS = (*(_Offer(f.media_type, f) for f in GRAPH_FORMATS), _PAGE)
_XML_FORMATS = {ResultsFormat.XML, RdfFormat.RDF_XML}
# the engine writes these all the same: control characters, U+FFFE and U+FFFF, properties without a local name (XML 1.0 2.2)
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|<oxprefix: ")


def register(app: Flask) -> None:
    """Adds the endpoint to the app."""
    app.add_url_rule("/sparql", "sparql", _sparql, methods=["GET", "POST"])


def _sparql() -> Response:
    site = current_site()
    asked = read_request(request)
    response = _description(site) if asked is None else _answer(site, asked)
    response.vary.add("Accept")
    return response


def _description(site: Site) -> Response:
    offer = _negotiated(_GRAPHS, None)
    if not isinstance(offer.format, RdfFormat):
        return query_page(site)
    body = describe(site.release, service_url(), request.root_url, offer.format)
    return Response(body, content_type=_content_type(offer.media_type))


def _answer(site: Site, asked: QueryRequest) -> Response:
    show_query(asked.query)
    try:
        form = site.pool.form_of(asked.query)
    except QueryTooLarge as error:
        raise RequestEntityTooLarge(str(error)) from error
    offer = _negotiated(_GRAPHS if form.gives_a_graph else _RESULTS, asked.format_name)
    answer = site.pool.query(
        asked.query,
        results=offer.format if isinstance(offer.format, ResultsFormat) else ResultsFormat.JSON,
        graph=offer.format if isinstance(offer.format, RdfFormat) else RdfFormat.TURTLE,
        base_iri=service_url(),
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
    )
    if offer.format in _XML_FORMATS and _NOT_XML.search(answer.body):
        raise NotAcceptable("XML 1.0 cannot hold a character or a property of this answer; ask for another format")
    if offer is _PAGE:
        return results_page(site, asked, answer, _format_names(form))
    return Response(answer.body, content_type=_content_type(offer.media_type))


def _negotiated(offers: tuple[_Offer, ...], format_name: str | None) -> _Offer:
    """The offer that the address names, else the best one for Accept."""
    if format_name is not None:
        named = {o.format.label: o for o in reversed(offers) if o.format is not None}
        if format_name not in named:
            raise BadRequest(f"no format {format_name[:50]!r} for this query; there are {', '.join(sorted(named))}")
        return named[format_name]
    offer = negotiate(request.headers.get("Accept"), [(o.media_type, o) for o in offers])
    if offer is None:
        raise NotAcceptable(
            f"none of the accepted types is offered here; offered are {', '.join(o.media_type for o in offers)}"
        )
    return offer


def _format_names(form: QueryForm) -> list[str]:
    return [f.label for f in (GRAPH_FORMATS if form.gives_a_graph else ResultsFormat)]


def _content_type(media_type: str) -> str:
    # the others are UTF-8 by definition, or say it themselves
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
