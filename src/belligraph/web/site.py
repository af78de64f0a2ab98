"""What every route knows: the release it serves, the settings, the workers that answer queries."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, current_app, request
from werkzeug.exceptions import BadRequest

from belligraph.config import Config
from belligraph.iri import is_absolute
from belligraph.model.release import Release
from belligraph.store import QueryPool

__all__ = ["Site", "current_site", "service_url", "site_of"]

_EXTENSION = "belligraph"


@dataclass(frozen=True, slots=True)
class Site:
    """One release on show. Whoever made the app closes `pool` when it is done."""

    release: Release
    config: Config
    pool: QueryPool

    def attach(self, app: Flask) -> None:
        """Makes this the site of an app."""
        app.extensions[_EXTENSION] = self


def site_of(app: Flask) -> Site:
    """The site of an app that `create_app` made.

    Raises:
        KeyError: another kind of app.
    """
    site: Site = app.extensions[_EXTENSION]
    return site


def current_site() -> Site:
    """The site of the request at hand."""
    return site_of(current_app)


def service_url() -> str:
    """The absolute URL of the SPARQL service as this client calls it.

    Raises:
        BadRequest: the client's Host header makes no URL.
    """
    url = request.root_url + "sparql"
    if not is_absolute(url) or not request.host:
        raise BadRequest("the Host header is no host name")
    return url
