"""The files of the release, and whether the endpoint is alive.

Source: RFC 9110 sections 13 (conditional requests) and 14 (ranges).
"""

from __future__ import annotations

from datetime import datetime

from flask import Flask, Response, send_file
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from belligraph.web.site import current_site

__all__ = ["register"]


def register(app: Flask) -> None:
    """Adds the downloads and the health check."""
    app.add_url_rule("/download/<file>", "download", _download)
    app.add_url_rule("/healthz", "health", _health)


def _download(file: str) -> AnyResponse:
    """A file that the manifest names, whole or in ranges; no other file of the folder is reachable."""
    release = current_site().release
    for distribution in release.distributions:
        if distribution.file == file:
            return send_file(
                (release.folder / distribution.file).absolute(),  # Flask takes a relative path for one in its package
                mimetype=distribution.media_type,
                etag=distribution.sha256,
                last_modified=datetime.fromisoformat(release.created.replace("Z", "+00:00")),
                conditional=True,
                download_name=distribution.file,
            )
    raise NotFound(f"this release has no file {file[:100]!r}; it has {', '.join(d.file for d in release.distributions)}")


def _health() -> Response:
    current_site().pool.query("ASK {}")
    return Response("ok\n", content_type="text/plain; charset=utf-8")
