"""What happens, for those who run the server: a line a request, and figures for Prometheus at /metrics.

The lines go to the logger `belligraph.access`; nothing is written unless somebody sets it up, as `log_to_stderr` does. A
query's text is not logged, only a digest that tells equal queries: what people ask is their own affair.
"""

from __future__ import annotations

import hashlib
import json
import logging
import sys
import time
from collections.abc import Iterator
from enum import Enum

from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from belligraph.web.site import current_site, shelf_of

__all__ = ["LogForm", "log_to_stderr", "register"]

_access = logging.getLogger("belligraph.access")
# from a look-up to a deadline
_BUCKETS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class LogForm(Enum):
    """How the log is written."""

    TEXT = "text"
    JSON = "json"
    NONE = "none"


def register(app: Flask) -> None:
    """Adds the figures and the log."""
    registry = CollectorRegistry()
    requests = Counter("belligraph_requests", "Requests answered.", ("route", "method", "status"), registry=registry)
    seconds = Histogram(
        "belligraph_request_seconds", "Until the first byte.", ("route",), buckets=_BUCKETS, registry=registry
    )
    registry.register(_Workers(app))

    # finding a figure by its labels takes longer than counting; there are as many as routes, methods and statuses
    counters: dict[tuple[str, str, int], Counter] = {}
    histograms: dict[str, Histogram] = {}

    def begin() -> None:
        g.began = time.perf_counter()

    def finish(response: Response) -> Response:
        route = request.endpoint or "none"
        took = time.perf_counter() - g.get("began", time.perf_counter())
        method = request.method if request.method in _METHODS else "other"
        key = (route, method, response.status_code)
        if key not in counters:
            counters[key] = requests.labels(*key)
            histograms.setdefault(route, seconds.labels(route))
        counters[key].inc()
        histograms[route].observe(took)
        if _access.isEnabledFor(logging.INFO):
            _access.info("request", extra={"fields": _fields(response, took)})
        return response

    app.before_request(begin)
    app.after_request(finish)
    app.add_url_rule("/metrics", "metrics", lambda: Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST))


_METHODS = {"GET", "HEAD", "POST", "OPTIONS", "QUERY", "PUT", "DELETE", "PATCH"}


class _Workers(Collector):
    """The query workers and the release, as they are when somebody asks."""

    def __init__(self, app: Flask) -> None:
        self._app = app

    def collect(self) -> Iterator[GaugeMetricFamily]:
        if "belligraph" not in self._app.extensions:
            return  # asked at registration, before there is anything to count
        site = shelf_of(self._app).live
        lanes = site.pool.lanes
        for name, text, value in (
            ("belligraph_workers_idle", "Query workers that wait for a query.", lanes.idle),
            (
                "belligraph_worker_processes",
                "Query worker processes, heavy queries' included.",
                len(lanes.processes),
            ),
            ("belligraph_queries_heavy", "Queries in the slow lane.", lanes.heavy_running),
            ("belligraph_queries_waiting", "Queries that wait for a worker.", lanes.waiting),
            ("belligraph_release", "The number of the live release.", site.release.number),
            ("belligraph_quads", "Quads in the live release.", site.release.quads),
        ):
            yield GaugeMetricFamily(name, text, value=value)


def log_to_stderr(form: LogForm) -> None:
    """Writes the log of requests and of the server to standard error, one line each."""
    if form is LogForm.NONE:
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if form is LogForm.JSON else _Text())
    logger = logging.getLogger("belligraph")
    logger.handlers[:] = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False


def _fields(response: Response, took: float) -> dict[str, object]:
    query = g.get("query")
    fields: dict[str, object] = {
        "client": request.remote_addr,
        "method": request.method,
        "path": f"{request.script_root}{request.path}",
        "status": response.status_code,
        "ms": round(took * 1000, 1),
        "bytes": response.content_length,
        "type": response.mimetype,
        "release": current_site().release.number,
        "agent": request.headers.get("User-Agent"),
    }
    if isinstance(query, str):
        fields["query"] = hashlib.sha256(query.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return {name: value for name, value in fields.items() if value is not None}


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = {"time": f"{moment}.{int(record.msecs):03}Z", "level": record.levelname.lower(), "event": record.getMessage()}
        return json.dumps({**line, **getattr(record, "fields", {})}, ensure_ascii=True)


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        moment = time.strftime("%H:%M:%S", time.gmtime(record.created))
        fields = getattr(record, "fields", None)
        if fields is None:
            return f"{moment} {record.getMessage()}"
        # a path is the client's: ascii() leaves no control character of it
        path = ascii(fields["path"])[1:-1]
        return f"{moment} {fields['status']} {fields['method']} {path} {fields['ms']} ms"
