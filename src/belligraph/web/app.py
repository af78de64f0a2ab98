"""The app: every part of the endpoint put together for one release."""

from __future__ import annotations

from flask import Flask

from belligraph.config import Config
from belligraph.model.release import Release
from belligraph.store import QueryPool
from belligraph.web import downloads, headers, pages, problems, resources, sparql
from belligraph.web.site import Site

__all__ = ["create_app"]

# percent-encoding makes up to three bytes of one, and a form has other fields
BODY_PER_QUERY = 4


def create_app(release: Release, config: Config) -> Flask:
    """The WSGI app of a release. It starts query workers: `serve` ends them, or `site_of(app).pool.close()` does."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = config.max_query_bytes * BODY_PER_QUERY
    app.url_map.redirect_defaults = False
    for part in (problems, headers, sparql, resources, downloads, pages):
        part.register(app)
    Site(release, config, QueryPool.of(release.store_folder, config)).attach(app)
    return app
