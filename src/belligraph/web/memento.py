"""Time travel over the site (RFC 7089): every address is a TimeGate for itself, its forms on each release are the mementos.

Accept-Datetime on /X       302 to /release/N/X, the release that was the newest at that time
/release/N/X                the memento, with Memento-Datetime
/timemap/X                  all of them, as application/link-format (RFC 6690)
"""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as AnyResponse

from belligraph.model.release import Release
from belligraph.web.headers import vary_by
from belligraph.web.site import current_shelf, current_site, pinned_release, root_url

__all__ = ["register"]

LONGEST_ADDRESS = 4000
# what is about the site and not about a release has no mementos
_TIMELESS = ("/static/", "/timemap/", "/healthz", "/metrics", "/releases", "/robots.txt", "/changes.atom")


def register(app: Flask) -> None:
    """Adds the TimeGates, the TimeMaps, and the headers that lead to them."""
    app.before_request(_negotiate)
    app.after_request(_link)
    app.add_url_rule("/timemap/<path:path>", "timemap", _timemap)
    app.add_url_rule("/timemap/", "timemap_of_front", lambda: _timemap(""))


def _negotiate() -> AnyResponse | None:
    wanted = request.headers.get("Accept-Datetime")
    if wanted is None or pinned_release() is not None or not _has_mementos():
        return None
    try:
        moment = parsedate_to_datetime(wanted)
    except ValueError:
        raise BadRequest(f"Accept-Datetime is {wanted[:60]!r}, which is no date of RFC 1123") from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    releases = current_shelf().releases()
    chosen = next((r for r in releases if _moment(r) <= moment), releases[-1])
    response = redirect(_on_release(chosen), 302)
    vary_by(response, "Accept-Datetime")
    response.headers["Link"] = _links()
    return response


def _link(response: Response) -> Response:
    if response.status_code not in {200, 304} or not _has_mementos():
        return response
    former = response.headers.get("Link")
    if former is None:
        response.headers.add("Link", _links())
    else:
        response.headers["Link"] = f"{former}, {_links()}"
    if pinned_release() is not None:
        response.headers["Memento-Datetime"] = _http_date(current_site().release)
    else:
        vary_by(response, "Accept-Datetime")
    return response


def _timemap(path: str) -> Response:
    query = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
    # the address is the client's: nothing in it may end the URI-reference that it stands in
    target = "".join(c if c.isascii() and c not in '<>" \\' and c.isprintable() else "_" for c in f"{path}{query}")
    original = f"{_site()}{target}"
    lines = [
        f'<{original}>; rel="original timegate"',
        f'<{_site()}timemap/{target}>; rel="self"; type="application/link-format"',
    ]
    lines += [
        f'<{_site()}release/{release.number}/{target}>; rel="memento"; datetime="{_http_date(release)}"'
        for release in reversed(current_shelf().releases())
    ]
    return Response(",\n".join(lines) + "\n", content_type="application/link-format")


def _links() -> str:
    address, site = _address(), _site()
    return (
        f'<{site}{address}>; rel="original timegate", '
        f'<{site}timemap/{address}>; rel="timemap"; type="application/link-format"'
    )


def _on_release(release: Release) -> str:
    return f"{_site()}release/{release.number}/{_address()}"


def _address() -> str:
    """The address behind the site's own, percent-encoded as it came."""
    return request.full_path.lstrip("/").rstrip("?").replace('"', "%22").replace("<", "%3C").replace(">", "%3E")


def _site() -> str:
    """The address of the live site, whatever release this request is on."""
    if pinned_release() is None:
        return root_url()
    root: str = request.environ["belligraph.root"]
    return f"{request.host_url.rstrip('/')}{root}/"


def _has_mementos() -> bool:
    if request.method not in {"GET", "HEAD"} or request.path.startswith(_TIMELESS):
        return False
    # a link repeats the address, and a header of many kilobytes is more than clients take
    return len(request.query_string) <= LONGEST_ADDRESS


def _moment(release: Release) -> datetime:
    return datetime.fromisoformat(release.created.replace("Z", "+00:00"))


def _http_date(release: Release) -> str:
    return format_datetime(_moment(release), usegmt=True)
