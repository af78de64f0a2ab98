"""The app: every part of the endpoint put together for the releases of one publication."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask

from belligraph.config import Config
from belligraph.model.release import Release
from belligraph.release.publication import Publication
from belligraph.web import (
    catalog,
    downloads,
    graphs,
    headers,
    listings,
    memento,
    observing,
    pages,
    permalinks,
    problems,
    reconcile,
    releases,
    resources,
    sparql,
    vocabulary,
)
from belligraph.web.shelf import Shelf
from belligraph.web.site import attach
from belligraph.web.software import fingerprint

__all__ = ["create_app"]

# percent-encoding makes up to three bytes of one, and a form has other fields
BODY_PER_QUERY = 4


class _App(Flask):
    """Flask without its look, at each request, for whether each of a dozen functions is a coroutine: none of ours is."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function as it is."""
        return func


_PARTS = (
    observing, problems, headers, memento, permalinks, sparql, reconcile, graphs, resources, listings, vocabulary, releases,
    catalog, downloads, pages,
)  # fmt: skip


def create_app(release: Release, config: Config, publication: Publication | None = None) -> Flask:
    """The WSGI app of a release and, with its publication, of the former ones and of those to come.

    It starts query workers: `serve` ends them, or `shelf_of(app).close()` does.
    """
    app = _App(__name__)
    app.config["MAX_CONTENT_LENGTH"] = config.max_query_bytes * BODY_PER_QUERY
    app.url_map.redirect_defaults = False
    for part in _PARTS:
        part.register(app)
    fingerprint()  # now: what changes on the disk later does not change this process
    attach(app, Shelf(release, config, publication))
    return app
