"""The releases of the publication: what there is, which is live, and what changed in each (HTML, Turtle, JSON, Atom)."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from datetime import datetime

from flask import Flask, Response, redirect, render_template, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from belligraph.model.release import Release
from belligraph.release.changes import as_atom, as_turtle, read_changes, turtle_prefixes
from belligraph.release.turtle import TurtleWriter
from belligraph.web.answers import content_type
from belligraph.web.documents import page_to
from belligraph.web.site import current_shelf, current_site

__all__ = ["register"]

RELEASES_IN_FEED = 20
CHANGES_IN_PAGE = 500


def register(app: Flask) -> None:
    """Adds the list of releases."""
    app.add_url_rule("/releases", "release_list", _list)
    app.add_url_rule("/release/<int:number>", "release", _with_slash)
    app.add_url_rule("/changes.<any(html, ttl, json):extension>", "changes", _changes)
    app.add_url_rule("/changes.atom", "feed", _feed)


def _list() -> Response:
    shelf = current_shelf()
    body = render_template(
        "releases.html",
        site=current_site(),
        releases=shelf.releases(),
        live=shelf.live.release.number,
        root=request.environ.get("belligraph.root", request.script_root),
    )
    return Response(body, content_type="text/html; charset=utf-8")


def _changes(extension: str) -> Response:
    release = current_site().release
    changes = read_changes(release.folder)
    if changes is None:
        raise NotFound(f"release {release.number} keeps no list of changes")
    if extension == "json":
        return _tagged(json.dumps(asdict(changes), ensure_ascii=False, indent=1) + "\n", "application/json", release)
    if extension == "ttl":
        writer = TurtleWriter(release.base_iri, turtle_prefixes())
        return _tagged(writer.document(as_turtle(changes, release)), "text/turtle", release)
    body = render_template(
        "changes.html",
        site=current_site(),
        changes=changes,
        shown=changes.claims[:CHANGES_IN_PAGE],
        most_rows=CHANGES_IN_PAGE,
        page=page_to(current_site()),
    )
    return _tagged(body, "text/html", release)


def _tagged(body: str, media_type: str, release: Release) -> Response:
    response = Response(body, content_type=content_type(media_type))
    response.set_etag(hashlib.sha256(body.encode()).hexdigest()[:40])
    response.last_modified = datetime.fromisoformat(release.created.replace("Z", "+00:00"))
    return response


def _feed() -> Response:
    listed = [(release, read_changes(release.folder)) for release in current_shelf().releases()[:RELEASES_IN_FEED]]
    return _tagged(as_atom(listed, request.root_url), "application/atom+xml", listed[0][0])


def _with_slash(number: int) -> AnyResponse:
    return redirect(f"{request.script_root}/release/{number}/", 308)
