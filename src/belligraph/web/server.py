"""The server: waitress on one socket, until somebody ends it; then no thread, no worker and no socket is left."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import Any

from flask import Flask
from waitress import create_server
from waitress.wasyncore import close_all

from belligraph.errors import ServerError
from belligraph.web.site import shelf_of, site_of

__all__ = ["serve"]

# a thread only waits for its query worker or for its place in the queue; so many keep downloads quick while queries wait
THREADS = 48
# waitress cuts a body off that is longer; the app has refused it with a reason of its own before that, where it can
BODY_SLACK = 2


def serve(app: Flask, host: str, port: int, *, ready: Callable[[str], None]) -> None:
    """Serves the app until SIGTERM or Ctrl-C, then closes its query workers. Port 0 takes any free one.

    `ready` gets the address, such as "http://127.0.0.1:8000/", once the socket listens.

    Raises:
        ServerError: the port is taken, or the address is not ours.
        KeyboardInterrupt: Ctrl-C, after everything is closed.
    """
    with closing(shelf_of(app)) as shelf, closing(_listen(host, port)) as listening:
        connections: dict[int, Any] = {}
        server = create_server(
            app,
            map=connections,
            sockets=[listening],
            threads=THREADS,
            ident=None,
            max_request_body_size=app.config["MAX_CONTENT_LENGTH"] * BODY_SLACK,
            clear_untrusted_proxy_headers=True,
            # read ahead of the answer, to see a client leave
            channel_request_lookahead=1,
            # a long answer is spooled to disk for a slow reader: its worker is free as soon as it has answered
            outbuf_high_watermark=site_of(app).config.max_answer_bytes * BODY_SLACK,
        )
        try:
            with _ended_by_signals(shelf.close) as ended_by:
                ready(_address(host, listening))
                server.run()
        finally:
            close_all(connections)
    if signal.SIGINT in ended_by:
        raise KeyboardInterrupt


def _listen(host: str, port: int) -> socket.socket:
    where = f"{host}:{port}"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise ServerError(f"{host!r} is no address to listen on", where=where, remedy="Use --host 127.0.0.1.") from error
    family, kind, protocol, _, address = found[0]
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()
    except OSError as error:
        listening.close()
        remedy = "Choose another with --port, or --port 0 for any free one; --host 127.0.0.1 is this machine."
        raise ServerError(f"cannot listen here: {error.strerror}", where=where, remedy=remedy) from error
    return listening


def _address(host: str, listening: socket.socket) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listening.getsockname()[1]}/"


@contextmanager
def _ended_by_signals(before: Callable[[], None]) -> Iterator[list[int]]:
    """Makes SIGTERM and Ctrl-C end waitress's loop; gives the signals that came.

    `before` runs first: waitress waits for its threads, and a thread waits for its query.
    """
    came: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        if len(came) == 1:  # an impatient second Ctrl-C must not wait for the first
            before()
        raise KeyboardInterrupt  # the one thing that waitress's loop stops for; it does not pass it on

    if threading.current_thread() is not threading.main_thread():
        yield came  # Python takes signals in the main thread only
        return
    signals = (signal.SIGINT, signal.SIGTERM)
    previous = [signal.signal(number, end) for number in signals]
    try:
        yield came
    finally:
        for number, handler in zip(signals, previous, strict=True):
            signal.signal(number, handler)
