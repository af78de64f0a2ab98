"""Every address of the site, on one release for ever: `/release/7/sparql?query=…` is `/sparql?query=…` as release 7 answers.

One piece of middleware reads the number and leaves the rest of the address to the routes; links that a page makes stay on
the same release. This is also what makes each such address a memento (RFC 7089) of the one without the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Flask, g, request
from werkzeug.exceptions import NotFound

from belligraph.errors import PublicationError
from belligraph.web.site import RELEASE_KEY, current_shelf, pinned_release

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["register"]

_PERMALINK = re.compile(r"(/release/([1-9][0-9]{0,8}))(/.*)", re.S)


def register(app: Flask) -> None:
    """Makes the app answer for each release under its number."""
    app.wsgi_app = _Pinned(app.wsgi_app)  # type: ignore[method-assign]
    app.before_request(_lease)
    app.context_processor(_in_the_newest)
    app.teardown_request(_give_back)


class _Pinned:
    """WSGI middleware that moves `/release/N` from the path to the script's name."""

    def __init__(self, application: WSGIApplication) -> None:
        self._application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if match := _PERMALINK.fullmatch(environ.get("PATH_INFO", "")):
            environ["belligraph.root"] = environ.get("SCRIPT_NAME", "")
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + match[1]
            environ["PATH_INFO"] = match[3]
            environ[RELEASE_KEY] = int(match[2])
        return self._application(environ, start_response)


def _in_the_newest() -> dict[str, str | None]:
    """For every page: where the same is in the newest release, if the address is one on a release that it names."""
    if pinned_release() is None:
        return {"pinned": None}
    asked = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
    return {"pinned": f"{request.environ['belligraph.root']}{quote(request.path)}{asked}"}


def _lease() -> None:
    number = pinned_release()
    try:
        g.site = current_shelf().lease(number)
    except PublicationError:
        del request.environ[RELEASE_KEY]
        raise NotFound(f"there is no release {number}") from None


def _give_back(_error: BaseException | None) -> None:
    site = g.pop("site", None)
    if site is not None:
        current_shelf().give_back(site)
