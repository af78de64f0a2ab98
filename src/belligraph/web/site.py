"""What every route knows: the release it serves, the settings, the workers that answer queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from flask import Flask, current_app, g, request
from werkzeug.exceptions import BadRequest
from werkzeug.sansio.utils import get_current_url

from belligraph.config import Config
from belligraph.iri import is_absolute
from belligraph.model.release import Release
from belligraph.store import QueryPool
from belligraph.web.remembered import Remembered

if TYPE_CHECKING:
    from belligraph.web.shelf import Shelf

__all__ = [
    "RELEASE_KEY",
    "Site",
    "current_shelf",
    "current_site",
    "pinned_release",
    "root_url",
    "service_url",
    "shelf_of",
    "site_of",
]

_EXTENSION = "belligraph"
RELEASE_KEY = "belligraph.release"
"""Where the WSGI environment holds the number of the release that a permalink names."""


@dataclass(slots=True)
class Site:
    """One release on show; the shelf counts who holds it."""

    release: Release
    config: Config
    pool: QueryPool
    remembered: Remembered = field(default_factory=Remembered)
    leases: int = 0
    is_retired: bool = False


def attach(app: Flask, shelf: Shelf) -> None:
    """Makes these the releases of an app."""
    app.extensions[_EXTENSION] = shelf


def shelf_of(app: Flask) -> Shelf:
    """The releases of an app that `create_app` made.

    Raises:
        KeyError: another kind of app.
    """
    shelf: Shelf = app.extensions[_EXTENSION]
    return shelf


def site_of(app: Flask) -> Site:
    """The live release of an app that `create_app` made.

    Raises:
        KeyError: another kind of app.
    """
    return shelf_of(app).live


def current_shelf() -> Shelf:
    """The releases of the app that answers."""
    return shelf_of(current_app)


def current_site() -> Site:
    """The release that the request at hand began with."""
    site: Site | None = g.get("site")
    return site if site is not None else site_of(current_app)


def pinned_release() -> int | None:
    """The number of the release that this address names (`/release/7/…`), or None for the live one."""
    number: int | None = request.environ.get(RELEASE_KEY)
    return number


def service_url() -> str:
    """The absolute URL of the SPARQL service as this client calls it.

    Raises:
        BadRequest: the client's Host header makes no URL.
    """
    url = root_url() + "sparql"
    if not request.host or not _is_absolute(url):
        raise BadRequest("the Host header is no host name")
    return url


def root_url() -> str:
    """The address of this site, or of the release that the request names, as this client calls it; it ends in a slash."""
    return _root_url(request.scheme, request.host, request.root_path)


_root_url = lru_cache(maxsize=64)(get_current_url)
_is_absolute = lru_cache(maxsize=64)(is_absolute)
