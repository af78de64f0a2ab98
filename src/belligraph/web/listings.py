"""What there is in the release, a hundred a page: incidents, articles, actors, places, and where sources differ."""

from __future__ import annotations

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import BadRequest

from belligraph.release.reading import local_name
from belligraph.web.documents import page_to
from belligraph.web.headers import not_modified
from belligraph.web.headings import heading_of
from belligraph.web.lookup import select
from belligraph.web.site import current_site
from belligraph.web.software import fingerprint

__all__ = ["register"]

ROWS_A_PAGE = 100
MAX_PAGE = 100_000


def register(app: Flask) -> None:
    """Adds the lists."""
    app.add_url_rule("/<any(incidents, articles, actors, places, conflicts):kind>", "listing", _listing)


def _listing(kind: str) -> Response:
    site = current_site()
    number = _page_number()
    tag = f"{site.release.content_sha256[:24]}-{site.release.number}-{kind}-{number}-{fingerprint()}"
    if (unchanged := not_modified(tag, "text/html")) is not None:
        return unchanged
    rows = select(site, "rivals" if kind == "conflicts" else kind, offset=(number - 1) * ROWS_A_PAGE)
    untitled = [row["article"] for row in rows if kind == "articles" and "headline" not in row]
    titles = {row["article"]: heading_of(row["opening"]) for row in select(site, "openings", article=untitled)}
    alone = [row["actor" if kind == "actors" else "place"] for row in rows if row.get("articles") == "1"]
    desks = {row["thing"]: row["publisher"] for row in select(site, "desks", thing=alone)}
    shown = {"desks": desks, "rows": rows, "titles": titles, "page": page_to(site), "name": local_name}
    body = render_template("listing.html", site=site, kind=kind, number=number, **shown)
    response = Response(body, content_type="text/html; charset=utf-8")
    response.set_etag(tag)
    return response


def _page_number() -> int:
    given = request.args.get("page", "1")
    if not given.isascii() or not given.isdigit() or not 1 <= int(given[:9]) <= MAX_PAGE:
        raise BadRequest(f"page is {given[:20]!r}, which is no number of a page")
    return int(given)
