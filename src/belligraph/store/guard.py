"""The guard: what a query is, and whether we run it. It reads the query's text; nothing is evaluated.

SPARQL's tokens can be told apart without its grammar, so a lexer is enough to find the form of a query and what matters:
updates, SERVICE, the depth of nesting. What the guard let through by mistake would still meet a worker process without
network, where the system has a filter for that. Two things could deceive a lexer that reads as the grammar does:

- a text has two readings. The grammar resolves codepoint escapes first (SPARQL 1.1 section 19.2: `\\u0053ERVICE` is
  SERVICE); the engine resolves them within strings and IRIs only, where `'\\u0027'` is a string. Neither may call.
- the engine has no tokens: it takes `1e5SERVICE`, `SERVICESILENT?u` and `SERVICE:x {` for calls, and `<` for "less"
  where an operand stands before it. `_calls_a_service` knows these ways of reading.

Sources: https://www.w3.org/TR/sparql11-query/#sparqlGrammar (sections 19.2 to 19.8), https://www.w3.org/TR/sparql11-update/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from belligraph.errors import QueryRefused, QuerySyntaxError, QueryTooLarge

__all__ = ["MAX_NESTING", "QueryForm", "inspect"]

# pyoxigraph's parser and evaluator recurse: 864 nested EXISTS or 960 nested calls end the process; real queries need 20
MAX_NESTING = 100

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_PROLOGUE = frozenset({"BASE", "PREFIX", "VERSION"})
_SERVICE = "service"

# in this order: a long string before a short one, an IRI before "<", a prefixed name or a variable before a word
_TOKEN = re.compile(
    r"""
      (?P<skip>\s+|\#[^\r\n]*)
    | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
    | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<name>[?$][^\W]\w* | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | _:[\w.\-·]+)
    | (?P<prefixed>(?:[^\W\d_][\w.\-·]*)?:(?:[\w:%.\-·]|\\[_~.\-!$&'()*+,;=/?\#@%])*)
    | (?P<word>[^\W\d_]\w*)
    | (?P<open>[({\[])
    | (?P<close>[)}\]])
    | (?P<other>.)
    """,
    re.X | re.S,
)
# "<http://…>" can be no comparison with the prefixed name http: because nothing but an IRI has // in it
_WITH_AUTHORITY = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
_MARKS_OF_OPERATORS = frozenset("=!<>&|+-*/,;^")


class QueryForm(Enum):
    """The four forms of a query; the first two give solutions or a boolean, the others a graph."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"

    @property
    def gives_a_graph(self) -> bool:
        """Whether the answer is a set of triples."""
        return self in {QueryForm.CONSTRUCT, QueryForm.DESCRIBE}


class _Token(NamedTuple):
    kind: str
    text: str
    brackets: int
    """How many are open before it."""
    in_parenthesis: bool
    """Whether the innermost of them is `(`, the only one that expressions stand in."""


def inspect(query: str, max_bytes: int) -> QueryForm:
    """The form of a query that we run.

    Raises:
        QueryTooLarge: the query is longer than `max_bytes` of UTF-8.
        QueryRefused: an update, a SERVICE call, or nested deeper than MAX_NESTING.
        QuerySyntaxError: no query form is in it, or a string does not end.
    """
    size = len(query.encode("utf-8", "surrogatepass"))
    if size > max_bytes:
        raise QueryTooLarge(f"the query has {size:,} bytes; the limit is {max_bytes:,}", remedy="Ask a shorter one.")
    resolved = _ESCAPE.sub(_decoded, query)
    readings = [list(_tokens(text)) for text in dict.fromkeys((query, resolved))]
    may_call = _SERVICE in f"{query} {resolved}".casefold()  # else no reading whatever calls one
    if may_call and any(_calls_a_service(tokens) for tokens in readings):
        raise QueryRefused("federation is off: SERVICE is not answered here", remedy="Ask that service itself.")
    form = _form(readings[-1])
    if any(token.kind == "unclosed" for token in readings[0]):
        raise QuerySyntaxError("a string is not closed")
    return form


def _form(tokens: Sequence[_Token]) -> QueryForm:
    """The form that the first word behind the prologue names."""
    words = (token.text.upper() for token in tokens if token.kind == "word")
    word = next((word for word in words if word not in _PROLOGUE), None)
    if word is None:
        raise QuerySyntaxError("no query: it has no SELECT, ASK, CONSTRUCT or DESCRIBE")
    if word in _UPDATES:
        raise QueryRefused(f"updates are refused ({word}): this endpoint is read-only")
    try:
        return QueryForm(word)
    except ValueError as error:
        raise QuerySyntaxError(f"{word!r} begins no query; SELECT, ASK, CONSTRUCT and DESCRIBE do") from error


def _calls_a_service(tokens: Sequence[_Token]) -> bool:
    """Whether the engine could read a SERVICE call in these tokens.

    Raises:
        QueryRefused: the word is there, and one cannot tell.
    """
    for number, token in enumerate(tokens):
        before, behind = tokens[number - 1] if number else None, tokens[number + 1] if number + 1 < len(tokens) else None
        if token.kind == "word" and _SERVICE in token.text.casefold():
            return True  # no other word of SPARQL has it in it
        if (
            token.kind == "prefixed"
            and _SERVICE in token.text.partition(":")[0].casefold()
            and token.brackets
            and (behind is not None and behind.text == "{")
            and not (before is not None and before.kind == "word" and before.text.upper().endswith("GRAPH"))
        ):
            return True  # only GRAPH, and what stands before the first bracket, have a name before a group
        if token.kind == "iri" and _could_be_less(token, before):
            raise QueryRefused(
                f"{token.text[:60]} can be read as an IRI and as a comparison", remedy="Put spaces round '<' and '>'."
            )
    return False


def _could_be_less(iri: _Token, before: _Token | None) -> bool:
    """Whether the text up to `>` could be an operator and operands, and more behind it a comment or a string."""
    return (
        ("#" in iri.text or "'" in iri.text)  # else both readings meet again at ">"
        and iri.in_parenthesis
        and not _WITH_AUTHORITY.match(iri.text)
        and before is not None
        and before.kind != "open"
        and before.text not in _MARKS_OF_OPERATORS
    )


def _tokens(text: str) -> Iterator[_Token]:
    """The tokens up to the first string that does not end.

    Raises:
        QueryRefused: nested deeper than MAX_NESTING.
    """
    opened: list[str] = []
    for match in _TOKEN.finditer(text):
        kind, token = match.lastgroup or "other", match[0]
        if kind == "skip":
            continue
        if token in "\"'":
            # a quote mark stands in strings only; looking for its end again from every later one would take for ever
            yield _Token("unclosed", text[match.start() :], len(opened), False)
            return
        yield _Token(kind, token, len(opened), opened[-1:] == ["("])
        if kind == "open":
            opened.append(token)
            if len(opened) > MAX_NESTING:
                raise QueryRefused(f"the query is nested deeper than {MAX_NESTING} brackets", remedy="Ask a flatter one.")
        elif kind == "close" and opened:
            opened.pop()


def _decoded(match: re.Match[str]) -> str:
    try:
        return chr(int(match[1] or match[2], 16))
    except (ValueError, OverflowError):
        return match[0]
