"""An answer of the engine on its way to a client: whole when short, streamed when long, cut when it fails.

A streamed answer that cannot be finished breaks the connection before the last chunk (RFC 9112 section 8): no client can
take it for a whole one.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flask import Response, request
from werkzeug.exceptions import NotAcceptable

from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.store import AnswerStream, Request
from belligraph.web.site import Site, current_shelf

__all__ = ["XML_FORMATS", "Offer", "Sending", "abandoned", "content_type", "respond"]

XML_FORMATS = {ResultsFormat.XML, RdfFormat.RDF_XML}
# the engine writes these all the same: control characters, U+FFFE and U+FFFF, properties without a local name (XML 1.0 2.2)
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|<oxprefix: ")


@dataclass(frozen=True, slots=True, eq=False)  # each is one of a few constants, and told apart as such
class Offer:
    """One representation: a format and the media type that it goes by here; without a format, a page."""

    media_type: str
    format: ResultsFormat | RdfFormat | None = None


class Sending:
    """The chunks of a streamed answer; holds the release open until it is closed."""

    def __init__(self, site: Site, stream: AnswerStream) -> None:
        self._site, self._stream = site, stream
        self._shelf = current_shelf()
        self._shelf.keep(site)
        self._is_open = True
        self._take: Callable[[bytes], None] | None = None
        self._most_bytes = 0

    def when_whole(self, take: Callable[[bytes], None], most_bytes: int) -> None:
        """Gives the answer to `take` when it was sent to its end and is no longer than `most_bytes`."""
        self._take, self._most_bytes = take, most_bytes

    def __iter__(self) -> Iterator[bytes]:
        if self._take is None:
            yield from self._stream
            return
        sent: list[bytes] = []
        size = 0
        for chunk in self._stream:
            yield chunk
            size += len(chunk)
            if size <= self._most_bytes:
                sent.append(chunk)
            else:
                sent.clear()
        if size <= self._most_bytes:
            self._take(b"".join(sent))

    def close(self) -> None:
        """Frees the worker, whether everything was sent or the client left."""
        if self._is_open:
            self._is_open = False
            self._stream.close()
            self._shelf.give_back(self._site)


def respond(site: Site, asked: Request, offer: Offer) -> Response:
    """The answer to a query that the guard let through.

    Raises:
        QueryError: there is none, and nothing was sent.
        NotAcceptable: XML was asked for, and cannot hold the answer.
    """
    stream = site.pool.stream(asked, abandoned())
    if stream.is_whole:
        body = stream.first
        stream.close()
        if offer.format in XML_FORMATS and _NOT_XML.search(body):
            raise NotAcceptable("XML 1.0 cannot hold a character or a property of this answer; ask for another format")
        return Response(body, content_type=content_type(offer.media_type))
    if request.method == "HEAD":
        stream.close()
        return Response(iter(()), content_type=content_type(offer.media_type))  # its length is not known, and is not 0
    return Response(Sending(site, stream), content_type=content_type(offer.media_type))


def abandoned() -> Callable[[], bool] | None:
    """What tells whether the client of this request has left, where the server lets us look.

    Waitress could tell by itself, but only by reading ahead on every connection, which doubles the time of a look-up.
    """
    channel = getattr(request.environ.get("waitress.client_disconnected"), "__self__", None)
    connection = getattr(channel, "socket", None)
    if not isinstance(connection, socket.socket):
        return None

    def has_left() -> bool:
        try:
            return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
        except BlockingIOError:
            return False
        except OSError:
            return True

    return has_left


def content_type(media_type: str) -> str:
    """The Content-Type of text in UTF-8."""
    # the others are UTF-8 by definition, or say it themselves
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
