"""Things and the documents about them: the IRI of a thing answers 303 to a page or to Turtle, as the client prefers.

Source: https://www.w3.org/TR/cooluris/ section 4.2 (303 URIs); RFC 9110 section 15.4.4.
"""

from __future__ import annotations

import hashlib
import re
from enum import Enum

from flask import Flask, Response, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from belligraph.formats import RdfFormat, negotiate
from belligraph.iri import Iris
from belligraph.ntriples import Term, Triple
from belligraph.release.turtle import TurtleWriter
from belligraph.web.site import Site, current_site

__all__ = ["register"]

# keys come from hexadecimal digits and the ids of fact sheets; nothing else reaches a query
_KEY = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,199}")
# as the engine writes N-Triples: one space between the terms, nothing of the term before a literal's quote mark
_LINE = re.compile(r"(<[^>]*>|_:\S+) (<[^>]*>) (.+) \.")
_TURTLE, _PAGE = "ttl", "html"
_OFFERED = [(RdfFormat.TURTLE.media_type, _TURTLE), ("text/html", _PAGE)]


class _Kind(Enum):
    """What has a document: its name in addresses, and the patterns that find its triples."""

    ARTICLE = ("article", "GRAPH <{base}graph/article/{key}> {{ ?s ?p ?o }}")
    INCIDENT = ("incident", "VALUES ?s {{ <{base}id/incident/{key}> }} ?s ?p ?o")
    FINDING = ("finding", "VALUES ?s {{ <{base}id/finding/{key}> }} ?s ?p ?o")

    def __init__(self, label: str, pattern: str) -> None:
        self.label = label
        self.pattern = pattern


_KINDS = {kind.label: kind for kind in _Kind}
_KIND = "<any(article, incident, finding):kind>"


def register(app: Flask) -> None:
    """Adds the addresses of things and of their documents."""
    app.add_url_rule(f"/id/{_KIND}/<key>", "thing", _thing)
    app.add_url_rule("/id/<any(article):kind>/<key>/<path:part>", "part", _thing)
    app.add_url_rule(f"/{_KIND}/<key>.ttl", "turtle", _turtle)
    app.add_url_rule(f"/{_KIND}/<key>.html", "page", _page)


def _thing(kind: str, key: str, part: str = "") -> AnyResponse:
    """The way to the document that describes a thing; what an article speaks of is described with the article."""
    _checked(key)
    extension = negotiate(request.headers.get("Accept"), _OFFERED) or _TURTLE
    response = redirect(url_for("page" if extension == _PAGE else "turtle", kind=kind, key=key), 303)
    response.vary.add("Accept")
    return response


def _turtle(kind: str, key: str) -> Response:
    text = _document(current_site(), _KINDS[kind], _checked(key))
    return _with_links(Response(text, content_type="text/turtle; charset=utf-8"), kind, key)


def _page(kind: str, key: str) -> Response:
    site = current_site()
    text = _document(site, _KINDS[kind], _checked(key))
    iri = f"{site.release.base_iri}id/{kind}/{key}"
    page = render_template("document.html", site=site, kind=kind, key=key, iri=iri, turtle=text)
    return _with_links(Response(page, content_type="text/html; charset=utf-8"), kind, key)


def _document(site: Site, kind: _Kind, key: str) -> str:
    base = site.release.base_iri
    where = kind.pattern.format(base=base, key=key)
    answer = site.pool.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}", graph=RdfFormat.N_TRIPLES)
    triples = [_triple(line) for line in answer.body.decode().split("\n") if line]
    if not triples:
        raise NotFound(f"this release holds no {kind.label} {key!r}")
    return TurtleWriter(Iris(base).entities).document(triples)


def _triple(line: str) -> Triple:
    match = _LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"not a line of N-Triples: {line[:200]!r}")
    return Term(match[1]), Term(match[2]), Term(match[3])


def _with_links(response: Response, kind: str, key: str) -> Response:
    response.set_etag(hashlib.sha256(response.get_data()).hexdigest())
    links = [
        f'<{url_for("turtle", kind=kind, key=key)}>; rel="alternate"; type="text/turtle"',
        f'<{url_for("page", kind=kind, key=key)}>; rel="alternate"; type="text/html"',
        f'<{url_for("thing", kind=kind, key=key)}>; rel="describes"',
    ]
    response.headers["Link"] = ", ".join(links)
    return response


def _checked(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise NotFound("no such key")
    return key
