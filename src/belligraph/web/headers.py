"""The headers of every answer: who may read it (CORS), what a browser may do with it (CSP), how it travels (gzip, ETag).

Sources: https://fetch.spec.whatwg.org/#http-cors-protocol, https://www.w3.org/TR/CSP3/, RFC 9110 sections 8.8.3, 12.5.3
and 13.1.2, RFC 8246 (immutable).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Protocol, cast

from flask import Flask, Response, request
from werkzeug.http import parse_accept_header
from werkzeug.wrappers import Response as AnyResponse

from belligraph.web.site import pinned_release

__all__ = ["not_modified", "register", "vary_by"]

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# a release never changes, so its data at its own address never does; pages and their style do, with the software
_FOR_EVER = "public, max-age=31536000, immutable"
# the live one may be another in a moment; asking again with the tag costs no evaluation
_FOR_NOW = "public, no-cache"
_EXPOSED = "Accept-Query, Allow, Content-Range, ETag, Link, Memento-Datetime, Retry-After"
_ALWAYS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    # the data is public and no answer depends on cookies, so any page may read it
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", _EXPOSED),
)
_CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_RANGE")
# below this, gzip saves less than its own headers cost
COMPRESSED_FROM_BYTES = 1000
# level 5 halves the time of level 9 and gives 3 % more bytes on result sets
_LEVEL = 5
_GZIP_WINDOW = 31
# a long answer can be read as far as it has come, to the last of these; the engine's own chunks are no smaller
_PIECE_BYTES = 64 * 1024
_CODED = "-gzip"


class _Closable(Protocol):
    def close(self) -> None: ...


def register(app: Flask) -> None:
    """Finishes every answer of the app, also those to errors."""
    app.after_request(_finish)


def not_modified(tag: str, media_type: str) -> Response | None:
    """304 if the client has the representation of that strong tag already, in whichever coding; `*` is not for this.

    `media_type` is that of the 200, which tells how long it lasts; it is not sent.
    """
    held = request.if_none_match
    if request.method not in {"GET", "HEAD"} or held.star_tag:
        return None
    for own in (tag, tag + _CODED):
        if held.contains_weak(own):
            response = Response(status=304, mimetype=media_type)
            response.set_etag(own)
            return response
    return None


def vary_by(response: AnyResponse, name: str) -> None:
    """Says that the answer depends on that header of the request."""
    varies = response.headers.get("Vary")
    if varies is None:
        response.headers.add("Vary", name)
    elif name not in varies.split(", "):
        response.headers["Vary"] = f"{varies}, {name}"


def _finish(response: Response) -> Response:
    headers, environ = response.headers, request.environ
    for name, value in _ALWAYS:
        headers.add(name, value)
    if environ["REQUEST_METHOD"] == "OPTIONS":
        headers["Access-Control-Allow-Methods"] = headers.get("Allow", "GET, HEAD, OPTIONS")
        headers["Access-Control-Allow-Headers"] = "Accept, Accept-Datetime, Content-Type, If-None-Match, Range"
        headers["Access-Control-Max-Age"] = "86400"
    if headers.get("Content-Type", "").startswith("text/html"):
        headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
    has_tag = "ETag" in headers
    if has_tag and "Cache-Control" not in headers:
        headers.add("Cache-Control", _lasting(response))
    if response.direct_passthrough:  # files are sent as they are: their ranges count in plain bytes
        headers["Cache-Control"] = _lasting(response)
        return response
    # also what is too short to be compressed: a 304, which is made without looking at the body, has to vary as its 200 does
    vary_by(response, "Accept-Encoding")
    if response.status_code != 304:
        if response.is_streamed:
            _compress_stream(response)
        else:
            _compress(response)
    # a stream was compared before it began; here it would be read to its end
    is_conditional = any(condition in environ for condition in _CONDITIONS)
    if is_conditional and has_tag and response.status_code == 200 and not response.is_streamed:
        response.make_conditional(request)
    return response


def _lasting(response: Response) -> str:
    """How long a client may keep it without asking again."""
    is_page = response.mimetype == "text/html" or request.endpoint == "static"
    return _FOR_NOW if is_page or pinned_release() is None else _FOR_EVER


def _compress(response: Response) -> None:
    length = response.content_length
    if length is not None and length < COMPRESSED_FROM_BYTES:
        return
    body = response.get_data()
    if len(body) < COMPRESSED_FROM_BYTES or "Content-Encoding" in response.headers:
        return
    if _accepts_gzip():
        response.set_data(b"".join(_gzipped((body,))))
        _mark_coded(response)


def _compress_stream(response: Response) -> None:
    if _accepts_gzip() and "Content-Encoding" not in response.headers:
        response.response = _Compressed(cast("Iterable[bytes]", response.response))
        _mark_coded(response)


def _mark_coded(response: Response) -> None:
    response.headers["Content-Encoding"] = "gzip"
    tag, _ = response.get_etag()
    if tag:
        response.set_etag(f"{tag}{_CODED}")  # other bytes, so another strong tag


class _Compressed:
    """A stream of chunks, compressed on its way; what a client has received it can read, but for the last piece."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = chunks

    def __iter__(self) -> Iterator[bytes]:
        return _gzipped(self._chunks)

    def close(self) -> None:
        """Closes what it reads from."""
        if hasattr(self._chunks, "close"):
            cast("_Closable", self._chunks).close()


def _gzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Gzip of what comes in, the same bytes however it is cut into chunks: a strong tag promises them (RFC 9110 8.8.1)."""
    compressor = zlib.compressobj(_LEVEL, wbits=_GZIP_WINDOW)
    held = b""
    for chunk in chunks:
        held += chunk
        whole = len(held) - len(held) % _PIECE_BYTES
        for begin in range(0, whole, _PIECE_BYTES):
            yield compressor.compress(held[begin : begin + _PIECE_BYTES]) + compressor.flush(zlib.Z_SYNC_FLUSH)
        held = held[whole:]
    yield compressor.compress(held) + compressor.flush()


def _accepts_gzip() -> bool:
    return _has_gzip(request.environ.get("HTTP_ACCEPT_ENCODING", ""))


@lru_cache(maxsize=64)  # clients send the same few headers again and again
def _has_gzip(accepted: str) -> bool:
    weights = {coding.lower(): weight for coding, weight in parse_accept_header(accepted)}
    return weights.get("gzip", weights.get("*", 0)) > 0
