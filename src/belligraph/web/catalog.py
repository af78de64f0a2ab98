"""What there is to be had, for machines: VoID for linked-data clients, DCAT 3 for data portals, a sitemap for searches.

    /.well-known/void       303 to void.ttl (VoID section 7.2)
    /void.ttl /catalog.ttl  also .jsonld .nt .rdf; without an ending by Accept
    /sitemap.xml            the articles and incidents, in parts
    /robots.txt

Sources: https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/, https://www.sitemaps.org/protocol.html.
"""

from __future__ import annotations

import hashlib
import io
from xml.sax.saxutils import escape

import pyoxigraph
from flask import Flask, Response, redirect, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from belligraph.formats import RdfFormat, negotiate
from belligraph.ntriples import Triple
from belligraph.web.answers import content_type
from belligraph.web.catalog_triples import CATALOG_PREFIXES, catalog_triples, void_triples
from belligraph.web.documents import page_to
from belligraph.web.headers import not_modified, vary_by
from belligraph.web.lookup import select
from belligraph.web.site import current_shelf, current_site, service_url

__all__ = ["register"]

THINGS_A_SITEMAP = 10_000  # the protocol allows 50,000 and 50 MB
_FORMATS = {f.extension: f for f in (RdfFormat.TURTLE, RdfFormat.JSON_LD, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML)}
_ENDINGS = "any(ttl, jsonld, nt, rdf)"


def register(app: Flask) -> None:
    """Adds the descriptions."""
    app.add_url_rule("/.well-known/void", "well_known_void", lambda: redirect(url_for("described", name="void"), 303))
    app.add_url_rule("/<any(void, catalog):name>", "described", _negotiated)
    app.add_url_rule(f"/<any(void, catalog):name>.<{_ENDINGS}:extension>", "described_file", _file)
    app.add_url_rule("/sitemap.xml", "sitemap", _sitemap)
    app.add_url_rule("/sitemap-<int:number>.xml", "sitemap_part", _sitemap_part)
    app.add_url_rule("/robots.txt", "robots", _robots)


def _negotiated(name: str) -> AnyResponse:
    offers = [(f.media_type, extension) for extension, f in _FORMATS.items()]
    extension = negotiate(request.headers.get("Accept"), offers) or "ttl"
    response = redirect(url_for("described_file", name=name, extension=extension), 303)
    vary_by(response, "Accept")
    return response


def _file(name: str, extension: str) -> Response:
    service_url()  # a Host header that makes no URL is refused here
    site, root = current_site(), request.root_url
    if name == "void":
        triples = void_triples(site.release, root)
    else:
        live = current_shelf().live.release
        triples = catalog_triples(current_shelf().releases(), live, root, f"{request.host_url.rstrip('/')}{_site_root()}/")
    return _serialized(triples, _FORMATS[extension])


def _site_root() -> str:
    root: str = request.environ.get("belligraph.root", request.script_root)
    return root


def _serialized(triples: list[Triple], rdf_format: RdfFormat) -> Response:
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in dict.fromkeys(triples)).encode()
    tag = f"{hashlib.sha256(lines).hexdigest()[:40]}-{rdf_format.label}"
    if (unchanged := not_modified(tag, rdf_format.media_type)) is not None:
        return unchanged
    out = io.BytesIO()
    quads = pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
    target = pyoxigraph.RdfFormat.from_media_type(rdf_format.media_type)
    pyoxigraph.serialize(quads, out, target, prefixes=CATALOG_PREFIXES)
    response = Response(out.getvalue(), content_type=content_type(rdf_format.media_type))
    response.set_etag(tag)
    return response


def _sitemap() -> Response:
    things = current_site().release.articles
    parts = "".join(
        f"<sitemap><loc>{escape(url_for('sitemap_part', number=n, _external=True))}</loc></sitemap>\n"
        for n in range(1, 1 + max(1, -(-_incidents_and(things) // THINGS_A_SITEMAP)))
    )
    return _xml(f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{parts}</sitemapindex>\n')


def _incidents_and(articles: int) -> int:
    row = select(current_site(), "incident-count")[0]
    return articles + int(row["count"])


def _sitemap_part(number: int) -> Response:
    site = current_site()
    page = page_to(site)
    rows = select(site, "sitemap", offset=(number - 1) * THINGS_A_SITEMAP) if 1 <= number <= THINGS_A_SITEMAP else []
    if not rows and number != 1:
        raise NotFound(f"there is no part {number} of the sitemap")
    paths = [path for row in rows if (path := page(row["thing"])) is not None]
    urls = "".join(f"<url><loc>{escape(request.host_url.rstrip('/') + path)}</loc></url>\n" for path in paths)
    return _xml(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n')


def _xml(body: str) -> Response:
    response = Response(f'<?xml version="1.0" encoding="UTF-8"?>\n{body}', content_type="application/xml")
    response.set_etag(hashlib.sha256(body.encode()).hexdigest()[:40])
    return response


def _robots() -> Response:
    # queries and graphs are for programs that mean to ask them; former releases would be found as copies
    root = request.script_root
    refused = "".join(f"Disallow: {root}/{path}\n" for path in ("sparql", "graphs", "graph/", "release/", "timemap/"))
    text = f"User-agent: *\n{refused}Sitemap: {url_for('sitemap', _external=True)}\n"
    return Response(text, content_type="text/plain; charset=utf-8")
