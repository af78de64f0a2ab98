"""The SPARQL endpoint: one address for programs and people, told apart by Accept.

    a query                     its results in the format that Accept (or `format`) names
    a query, HTML preferred     the results as a page, with the query to be changed and asked again
    no query                    the service description, or for a browser the form

An answer's strong tag says release, query, dataset and format: who has it already gets 304, and nothing is evaluated.
Answers are kept by their tag, so that what many ask is evaluated once.

Sources: https://www.w3.org/TR/sparql11-protocol/, RFC 9110 sections 12 (negotiation) and 13 (conditional requests).
"""

from __future__ import annotations

import hashlib
import re

from flask import Flask, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from belligraph.errors import QueryTooLarge
from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.store import Answer, QueryForm, Request
from belligraph.web.answers import XML_FORMATS, Offer, Sending, content_type, respond
from belligraph.web.description import describe
from belligraph.web.headers import not_modified, vary_by
from belligraph.web.negotiation import GRAPH_FORMATS, GRAPH_OFFERS, PAGE, RESULT_OFFERS, choose
from belligraph.web.pages import query_page, results_page
from belligraph.web.problems import show_query
from belligraph.web.protocol import FORM, QUERY, QueryRequest, read_request
from belligraph.web.remembered import LARGEST, RememberedAnswer
from belligraph.web.site import Site, current_site, service_url
from belligraph.web.software import fingerprint

__all__ = ["register"]

# what differs from one evaluation to the next, by name; an escaped name keeps its letters after the backslash
_VOLATILE_LETTERS = ("NOW", "RAND", "UUID", "BNODE", "\\U")
_VOLATILE = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\b|\\u|\\U", re.IGNORECASE)

_MAY_HIDE = re.compile(r"[\"']|(?:^|\s)#")


def register(app: Flask) -> None:
    """Adds the endpoint to the app."""
    app.add_url_rule("/sparql", "sparql", _sparql, methods=["GET", "POST", "QUERY"])


def _sparql() -> Response:
    site = current_site()
    asked = read_request(request)
    response = _description(site) if asked is None else _answer(site, asked)
    vary_by(response, "Accept")
    response.headers.add("Accept-Query", f'"{QUERY}", "{FORM}"')  # RFC 10008 section 3
    return response


def _description(site: Site) -> Response:
    offer = choose(GRAPH_OFFERS)
    if not isinstance(offer.format, RdfFormat):
        return query_page(site)
    body = describe(site.release, site.config, service_url(), request.root_url, offer.format)
    return Response(body, content_type=content_type(offer.media_type))


def _answer(site: Site, asked: QueryRequest) -> Response:
    show_query(asked.query)
    try:
        form = site.pool.form_of(asked.query)
    except QueryTooLarge as error:
        raise RequestEntityTooLarge(str(error)) from error
    offer = choose(GRAPH_OFFERS if form.gives_a_graph else RESULT_OFFERS, asked.format_name)
    tag = None if _is_volatile(asked.query, form) else _tag(site, asked, offer)
    if tag is not None and (unchanged := not_modified(tag, offer.media_type)) is not None:
        return unchanged
    if tag is None:
        response = _evaluated(site, asked, form, offer)
        response.headers["Cache-Control"] = "no-store"
        return response
    known = site.remembered.get(tag)
    if known is not None:
        response = Response(known.body, content_type=known.content_type)
    else:
        response = _evaluated(site, asked, form, offer)
        if offer is not PAGE and request.method != "HEAD":
            _remember(site, tag, response)
    response.set_etag(tag)
    return response


def _evaluated(site: Site, asked: QueryRequest, form: QueryForm, offer: Offer) -> Response:
    request_ = Request(
        asked.query.removeprefix("\ufeff"),
        results=offer.format if isinstance(offer.format, ResultsFormat) else ResultsFormat.JSON,
        graph=offer.format if isinstance(offer.format, RdfFormat) else RdfFormat.TURTLE,
        base_iri=service_url(),
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        whole=offer is PAGE or offer.format in XML_FORMATS,
    )
    if offer is not PAGE:
        return respond(site, request_, offer)
    answer = site.pool.query(
        asked.query,
        base_iri=service_url(),
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
    )
    return results_page(site, asked, Answer(answer.body, answer.media_type, form), _format_names(form))


def _remember(site: Site, tag: str, response: Response) -> None:
    """Keeps a whole answer; one that is still on its way is kept at its end if it was asked for before."""

    def keep(body: bytes) -> None:
        site.remembered.keep(tag, RememberedAnswer(body, response.headers["Content-Type"]))

    if isinstance(response.response, Sending):
        if site.remembered.is_asked_again(tag):
            response.response.when_whole(keep, LARGEST)
    else:
        keep(response.get_data())


def _tag(site: Site, asked: QueryRequest, offer: Offer) -> str:
    """The strong tag of an answer that is the same at each evaluation."""
    parts = (
        fingerprint(), site.release.content_sha256, str(site.release.number), service_url(), offer.media_type, asked.query,
        *(f"default {g}" for g in asked.default_graphs), *(f"named {g}" for g in asked.named_graphs),
    )  # fmt: skip
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _is_volatile(query: str, form: QueryForm) -> bool:
    """Whether two evaluations may differ in a byte; it is no harm to say so of a query where they do not."""
    if form is QueryForm.CONSTRUCT and _makes_blank_nodes(query):
        return True
    letters = query.upper()
    # looking for the bare letters first takes a tenth of the time, and few queries have any of them
    return any(name in letters for name in _VOLATILE_LETTERS) and _VOLATILE.search(query) is not None


def _makes_blank_nodes(query: str) -> bool:
    """Whether the template may have some: the engine labels them anew each time. The template ends at the first `}`."""
    template = query.partition("}")[0]
    # unless that stands in a string or a comment
    looked_at = query if _MAY_HIDE.search(template) else template
    return any(mark in looked_at for mark in ("_:", "[", "("))


def _format_names(form: QueryForm) -> list[str]:
    return [f.label for f in (GRAPH_FORMATS if form.gives_a_graph else ResultsFormat)]
