"""Reading a request of the SPARQL 1.1 Protocol: the query, its dataset, and whether there is a query at all.

Everything is decoded strictly and once: bytes that are not UTF-8 are refused, never replaced.
Sources: https://www.w3.org/TR/sparql11-protocol/ section 2.1; RFC 10008 (QUERY).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Request
from werkzeug.exceptions import BadRequest, Forbidden, UnsupportedMediaType

from belligraph.iri import is_absolute

__all__ = ["FORM", "QUERY", "QueryRequest", "read_request"]

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_UTF_8 = {"utf-8", "utf8", "us-ascii"}
_UPDATE_PARAMETERS = {"update", "using-graph-uri", "using-named-graph-uri"}


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query as a client asks it; `format_name` is the format that it names in the address instead of by Accept."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format_name: str | None = None


def read_request(request: Request) -> QueryRequest | None:
    """The query of a request, or None for a GET without any parameter, which asks for the service description.

    Raises:
        HTTPException: 400, 403 for an update, 413 for a body past the limit, 415 for another kind of body.
    """
    parameters = _decoded(request.query_string, "the address")
    if request.method in {"POST", "QUERY"}:
        posted = _posted(request)
        if request.mimetype == QUERY:
            if any(name == "query" for name, _ in parameters):
                raise BadRequest("the query stands in the body and in the address; send it once")
            posted = [("query", _utf_8(request.get_data(cache=False), "the body"))]
        parameters += posted
    elif not parameters:
        return None
    if any(name in _UPDATE_PARAMETERS for name, _ in parameters):
        raise Forbidden("updates are refused: this endpoint is read-only")
    queries = _all(parameters, "query")
    if len(queries) != 1:
        raise BadRequest(f"a request has one parameter `query`; this one has {len(queries)}")
    formats = _all(parameters, "format")
    return QueryRequest(
        queries[0],
        _graphs(parameters, "default-graph-uri"),
        _graphs(parameters, "named-graph-uri"),
        formats[-1] if formats else None,
    )


def _posted(request: Request) -> list[tuple[str, str]]:
    """The parameters in a form; none for a query that is the body itself, which stays unread."""
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise UnsupportedMediaType("a compressed body is not read; send it as it is")
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if request.mimetype == UPDATE:
        raise Forbidden("updates are refused: this endpoint is read-only")
    if request.mimetype not in {FORM, QUERY} or charset not in _UTF_8:
        raise UnsupportedMediaType(
            f"a body of type {request.content_type!r} is not read; send {QUERY} in UTF-8, or {FORM} with `query`"
        )
    return _decoded(request.get_data(cache=False), "the form") if request.mimetype == FORM else []


def _decoded(encoded: bytes, where: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError as error:
        raise BadRequest(f"{where} is not UTF-8 ({error.reason})") from error


def _utf_8(body: bytes, where: str) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadRequest(f"{where} is not UTF-8 ({error.reason} at byte {error.start})") from error


def _all(parameters: list[tuple[str, str]], wanted: str) -> list[str]:
    return [value for name, value in parameters if name == wanted]


def _graphs(parameters: list[tuple[str, str]], name: str) -> tuple[str, ...]:
    graphs = tuple(_all(parameters, name))
    for graph in graphs:
        if not is_absolute(graph):
            raise BadRequest(f"{name} is {graph[:200]!r}, which is no absolute IRI")
    return graphs
