"""RDF terms as N-Triples strings: the cheapest form that every later stage can read.

A `Term` is one term exactly as canonical N-Triples writes it (`<iri>`, `"text"`, `"5"^^<…integer>`): mapping makes them,
validation reads them, the store loads them, and none of these needs an RDF library for it. There are no blank nodes:
everything we mint has an IRI, so that releases compare line by line.

Source: https://www.w3.org/TR/n-triples/ (grammar and canonical form).
"""

from __future__ import annotations

import re
from typing import NewType

__all__ = ["Term", "Triple", "boolean", "date", "decimal", "integer", "iri", "literal", "value_of"]

Term = NewType("Term", str)
Triple = tuple[Term, Term, Term]

XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = f'"^^<{XSD}integer>'
_DECIMAL = f'"^^<{XSD}decimal>'
_TRUE, _FALSE = Term(f'"true"^^<{XSD}boolean>'), Term(f'"false"^^<{XSD}boolean>')
_DATE = f'"^^<{XSD}date>'

# IRIREF of the grammar: no controls, no space, none of <>"{}|^`\
_IRI = re.compile(r'[^\x00-\x20<>"{}|^`\\]+')
_TO_ESCAPE = re.compile(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {"\t": "\\t", "\b": "\\b", "\n": "\\n", "\r": "\\r", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_UNESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.S)
_UNESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def iri(value: str) -> Term:
    """The term of an absolute IRI.

    Raises:
        ValueError: a character that no IRI may hold.
    """
    if not _IRI.fullmatch(value):
        raise ValueError(f"not an IRI: {value!r}")
    return Term(f"<{value}>")


def literal(text: str, language: str | None = None) -> Term:
    """The term of a plain string, or of a string in a language (BCP 47 tag)."""
    escaped = _TO_ESCAPE.sub(_escape, text)
    return Term(f'"{escaped}"@{language.lower()}' if language else f'"{escaped}"')


def integer(number: int) -> Term:
    """The term of a whole number, in canonical form."""
    return Term(f'"{number}{_INTEGER}')


def decimal(number: float) -> Term:
    """The term of a number: xsd:integer when it is whole, else xsd:decimal in canonical form (no exponent)."""
    if float(number).is_integer():
        return integer(int(number))
    return Term(f'"{number:.10f}'.rstrip("0") + _DECIMAL)


def boolean(truth: bool) -> Term:
    """The term of a truth value."""
    return _TRUE if truth else _FALSE


def date(iso: str) -> Term:
    """The term of a calendar date, given as YYYY-MM-DD."""
    return Term(f'"{iso}{_DATE}')


def value_of(term: Term) -> str:
    """The IRI or the lexical form that a term holds: brackets, quotes, escapes, datatype and language taken off.

    A blank node, which other people's graphs may have, is its label.
    """
    if term[0] == "<":
        return term[1:-1]
    if term[0] == "_":
        return term
    inner = term[1 : term.rindex('"')]
    return _UNESCAPE.sub(_unescape, inner) if "\\" in inner else inner


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def _unescape(match: re.Match[str]) -> str:
    if match[3]:
        return _UNESCAPES.get(match[3], match[3])
    return chr(int(match[1] or match[2], 16))
