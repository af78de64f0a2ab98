"""Errors as answers: problem details, plain text or a page, whichever the client prefers; never an inside of the program.

    400  not SPARQL, a SERVICE call, nested too deep, a request that the protocol does not know, an evaluation that fails
    403  an update
    404  no such thing in this release
    405  another method; Allow names ours
    406  no offered format is acceptable; the offered ones are listed
    413  a query or body past its limit of length
    415  a POST that is neither a form nor a query, or a coded body
    410  an article that was withdrawn
    503  an answer or an evaluation past its limit, no worker free (with Retry-After), a worker that cannot start
    504  past the deadline

Sources: RFC 9457 (problem details), RFC 9110 section 15, SPARQL 1.1 Protocol section 2.1.6.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import Enum
from http import HTTPStatus

from flask import Flask, Response, g, render_template, request
from werkzeug.exceptions import HTTPException

from belligraph.errors import (
    BelligraphError,
    EnvironmentProblem,
    QueryError,
    QueryOverload,
    QuerySyntaxError,
    QueryTimeout,
    QueryTooLarge,
)
from belligraph.formats import negotiate
from belligraph.web.headers import vary_by
from belligraph.web.site import current_site

__all__ = ["register", "show_query"]

RETRY_SECONDS = 2
# where the engine says that a query is no SPARQL: "error at LINE:COLUMN: …"
_PLACE = re.compile(r"\b(\d+):(\d+)\b")


class _Form(Enum):
    """How a problem is told."""

    DETAILS = "application/problem+json"
    JSON = "application/json"
    TEXT = "text/plain"
    PAGE = "text/html"


_OFFERED = [(form.value, form) for form in _Form]


def register(app: Flask) -> None:
    """Makes the app tell its errors so."""
    app.register_error_handler(BelligraphError, _belligraph_error)
    app.register_error_handler(HTTPException, _http_error)


def show_query(query: str) -> None:
    """Keeps the query of this request, so that an error page can show it again to be corrected."""
    g.query = query


def _belligraph_error(error: BelligraphError) -> Response:
    match error:
        case QueryTimeout():
            return _problem(HTTPStatus.GATEWAY_TIMEOUT, str(error))
        case QueryOverload():
            return _problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error), {"Retry-After": str(RETRY_SECONDS)})
        case QueryTooLarge() | EnvironmentProblem():
            return _problem(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
        case QuerySyntaxError():
            return _problem(HTTPStatus.BAD_REQUEST, str(error), place=_PLACE.search(error.problem))
        case QueryError():
            return _problem(HTTPStatus.BAD_REQUEST, str(error))
        case _:
            return _problem(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))


def _http_error(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error  # a redirect
    headers = {name: value for name, value in error.get_headers() if name not in {"Content-Type", "Content-Length"}}
    status = HTTPStatus(error.code)
    detail = error.description or status.description
    if error.code == HTTPStatus.INTERNAL_SERVER_ERROR:
        detail = "The server met an error of its own; its log says more."
    return _problem(status, detail, headers)


def _problem(
    status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None, place: re.Match[str] | None = None
) -> Response:
    # an error is told even to a client that accepts none of these (RFC 9110 section 15.5.7)
    form = negotiate(request.headers.get("Accept"), _OFFERED) or _Form.DETAILS
    title = status.phrase
    if form is _Form.PAGE:
        body = render_template("problem.html", site=current_site(), status=status, detail=detail, query=g.get("query"))
    elif form is _Form.TEXT:
        body = f"{status} {title}: {detail}\n"
    else:
        details: dict[str, str | int] = {"type": "about:blank", "title": title, "status": int(status), "detail": detail}
        if place is not None:
            details |= {"line": int(place[1]), "column": int(place[2])}
        body = json.dumps(details, ensure_ascii=False) + "\n"
    response = Response(body, int(status), headers, content_type=_with_charset(form))
    vary_by(response, "Accept")
    return response


def _with_charset(form: _Form) -> str:
    return f"{form.value}; charset=utf-8" if form.value.startswith("text/") else form.value
