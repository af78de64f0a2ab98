"""The releases of the publication: what there is, and which is live."""

from __future__ import annotations

from flask import Flask, Response, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from belligraph.web.site import current_shelf, current_site

__all__ = ["register"]


def register(app: Flask) -> None:
    """Adds the list of releases."""
    app.add_url_rule("/releases", "release_list", _list)
    app.add_url_rule("/release/<int:number>", "release", _with_slash)


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


def _with_slash(number: int) -> AnyResponse:
    return redirect(f"{request.script_root}/release/{number}/", 308)
