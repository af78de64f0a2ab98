"""The server: waitress on one socket. It ends when it is told to, after what it has begun; nothing is left of it then.

SIGTERM, SIGINT     accepts nothing more, finishes the requests at hand, ends; a second one ends at once
SIGHUP              takes over the release that is live now (it looks for a new one by itself, too)
"""

from __future__ import annotations

import logging
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from types import FrameType
from typing import Any

from flask import Flask
from waitress import create_server
from waitress.wasyncore import close_all, loop
from werkzeug.middleware.proxy_fix import ProxyFix

from belligraph.errors import BelligraphError, ServerError
from belligraph.web.channel import DirectChannel
from belligraph.web.shelf import Shelf
from belligraph.web.site import shelf_of, site_of

__all__ = ["serve"]

_log = logging.getLogger("belligraph.server")

# a thread waits for a query worker: as many heavy queries run, and as many are halted, as there are workers; the others
# serve quick queries, pages and downloads. Each request wakes another thread, so more of them cost time: 20 a tenth of it
THREADS, THREADS_PER_WORKER = 4, 4
# waitress cuts a body off that is longer; the app has refused it with a reason of its own before that, where it can
BODY_SLACK = 2
# how often to look for a new release; looking reads one small file
WATCH_SECONDS = 1.0
# what a request at hand may still take once the server is told to end, on top of a query's deadline
DRAIN_SECONDS = 5.0
_TURN_SECONDS = 0.5


class _Ending:
    """What the signals want."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.signals: list[int] = []
        self.wake: Callable[[], object] = lambda: None

    def end(self, number: int, _frame: FrameType | None = None) -> None:
        """Lets the loop end; the second time at once, with what runs."""
        self.signals.append(number)
        if len(self.signals) > 1:
            self._shelf.close()
        self.wake()

    def reload(self, _number: int, _frame: FrameType | None = None) -> None:
        """Takes a new release over, beside the requests."""
        threading.Thread(target=self._reload, daemon=True).start()

    def _reload(self) -> None:
        try:
            self._shelf.reload()
        except BelligraphError as error:
            _log.error("the new release cannot be served; the former one stays: %s", error)


def serve(app: Flask, host: str, port: int, *, ready: Callable[[str], None], base_path: str = "", proxies: int = 0) -> None:
    """Serves the app until SIGTERM or Ctrl-C, then ends its query workers. Port 0 takes any free one.

    `ready` gets the address, such as "http://127.0.0.1:8000/", once the socket listens. Every address begins with
    `base_path`. With `proxies`, that many of them are trusted for X-Forwarded-For, -Proto, -Host and -Prefix.

    Raises:
        ServerError: the port is taken, or the address is not ours.
        KeyboardInterrupt: Ctrl-C, after everything is closed.
    """
    if proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies, x_prefix=proxies
        )
    config = site_of(app).config
    # waitress warns of every request that waits a moment for a thread, which is no trouble
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    with closing(shelf_of(app)) as shelf, closing(_listen(host, port)) as listening:
        connections: dict[int, Any] = {}
        server = create_server(
            app,
            map=connections,
            sockets=[listening],
            threads=THREADS + THREADS_PER_WORKER * config.query_workers,
            ident=None,
            url_prefix=base_path,
            max_request_body_size=app.config["MAX_CONTENT_LENGTH"] * BODY_SLACK,
            clear_untrusted_proxy_headers=not proxies,
            # a long answer is spooled to disk for a slow reader: its worker is free as soon as it has answered
            outbuf_high_watermark=config.max_answer_bytes * BODY_SLACK,
        )
        server.channel_class = DirectChannel
        ending = _Ending(shelf)
        ending.wake = server.pull_trigger
        try:
            with _signals(ending):
                shelf.watch(WATCH_SECONDS)
                ready(_address(host, listening, base_path))
                _run(server, connections, ending, config.query_seconds + DRAIN_SECONDS)
        finally:
            shelf.close()  # waitress waits for its threads, and a thread waits for its query
            server.task_dispatcher.shutdown()
            close_all(connections)
    if signal.SIGINT in ending.signals:
        raise KeyboardInterrupt


def _run(server: Any, connections: dict[int, Any], ending: _Ending, drain_seconds: float) -> None:  # noqa: ANN401
    """Waitress's loop, which ends only when nothing is under way."""
    until = None
    while True:
        loop(timeout=_TURN_SECONDS, use_poll=True, map=connections, count=1)
        if not ending.signals:
            continue
        server.accepting = False  # who comes now waits for the server that follows on the same socket, or is refused
        until = until or time.monotonic() + drain_seconds
        at_work = any(getattr(c, "requests", None) or getattr(c, "total_outbufs_len", 0) for c in connections.values())
        if len(ending.signals) > 1 or not at_work or time.monotonic() > until:
            return


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


def _address(host: str, listening: socket.socket, base_path: str) -> str:
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listening.getsockname()[1]}{base_path}/"


@contextmanager
def _signals(ending: _Ending) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # Python takes signals in the main thread only
        return
    handlers: dict[int, Any] = {signal.SIGINT: ending.end, signal.SIGTERM: ending.end, signal.SIGHUP: ending.reload}
    previous = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
