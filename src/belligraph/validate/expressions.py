"""SPARQL expressions as Python functions of the bindings, for the few functions and datatypes that our constraints use.

A function answers as SPARQL says, or raises `Unsure`: then the database has to answer the whole query. So nothing here has
to be complete, and errors of SPARQL (an unbound variable, a text in place of a number) need no rules of their own.
Source: https://www.w3.org/TR/sparql11-query/#SparqlOps.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from belligraph.ntriples import Term, value_of
from belligraph.validate.query_tree import Call, Expression

__all__ = ["Bindings", "Text", "Unsure", "Value", "compiled_expression", "variables_of"]


class Unsure(Exception):
    """Whether the query has a solution is not known here."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string that an expression made."""

    value: str


Value = str | Text | int | bool
"""A term as N-Triples writes it, or what an expression made."""
Bindings = list[Any]
"""A `Value` in each place; those of a triple pattern hold terms, which screen.py sees to: no match has to check it."""
Evaluation = Callable[[Bindings], Value]

_INTEGER = re.compile(r'"([+-]?[0-9]{1,15})"\^\^<http://www\.w3\.org/2001/XMLSchema#integer>')
_DATE = re.compile(r'"([0-9]{4}-[0-9]{2}-[0-9]{2})"\^\^<http://www\.w3\.org/2001/XMLSchema#date>')


def variables_of(expression: Expression) -> frozenset[str]:
    """The variables that the expression names."""
    if isinstance(expression, Call):
        return frozenset[str]().union(*map(variables_of, expression.arguments))
    return frozenset({expression} if expression[0] == "?" else ())


def compiled_expression(expression: Expression, place: Callable[[str], int], bound: frozenset[str]) -> Evaluation:
    """The expression as a function; `place` tells a variable's place in the bindings, `bound` those that have a value."""
    if isinstance(expression, str):
        if expression[0] != "?":
            return lambda _: expression
        if expression not in bound:
            return _unsure
        return operator.itemgetter(place(expression))
    name, arguments = expression.name, expression.arguments
    if name == "BOUND" and isinstance(arguments[0], str):
        is_bound = arguments[0] in bound
        return lambda _: is_bound
    if name in {"IN", "NOT IN"}:
        return _in(compiled_expression(arguments[0], place, bound), arguments[1:], wanted=name == "IN")
    parts = [compiled_expression(argument, place, bound) for argument in arguments]
    if name in _LAZY and len(parts) == _LAZY[name][0]:
        return _LAZY[name][1](*parts)
    function = _FUNCTIONS.get((name, len(parts))) or _FUNCTIONS.get((name, None))
    if function is None:
        return _unsure
    match parts:
        case [only]:
            return lambda bindings: function(only(bindings))
        case [left, right]:
            return lambda bindings: function(left(bindings), right(bindings))
        case _:
            return lambda bindings: function(*[part(bindings) for part in parts])


def _unsure(_: Bindings) -> Value:
    raise Unsure


def _in(value: Evaluation, members: Sequence[Expression], *, wanted: bool) -> Evaluation:
    if not all(isinstance(member, str) and member[0] == "<" for member in members):
        return _unsure
    allowed = frozenset(members)
    return lambda bindings: (value(bindings) in allowed) is wanted


def _text(value: Value) -> str:
    """A string without a language: what most functions take."""
    if isinstance(value, Text):
        return value.value
    if isinstance(value, str) and value[0] == '"' and value[-1] == '"':
        return _unescaped(value) if "\\" in value else value[1:-1]
    raise Unsure


@lru_cache(64)  # an article's text is looked at again for each passage
def _unescaped(term: str) -> str:
    return value_of(Term(term))


def _number(value: Value) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and (found := _INTEGER.fullmatch(value)):
        return int(found[1])
    raise Unsure


def _truth(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    raise Unsure


def _str(value: Value) -> Value:
    return Text(value[1:-1]) if isinstance(value, str) and value[0] == "<" else Text(_text(value))


def _is_iri(value: Value) -> Value:
    return isinstance(value, str) and value[0] == "<"


def _substr(text: Value, start: Value, length: Value) -> Value:
    first, count = _number(start), _number(length)
    if first < 1 or count < 0:
        raise Unsure
    return Text(_text(text)[first - 1 : first - 1 + count])


def _strafter(text: Value, mark: Value) -> Value:
    return Text(_text(text).partition(_text(mark))[2])


def _equal(one: Value, other: Value) -> bool:
    if isinstance(one, str) and isinstance(other, str) and not one[0] == other[0] == '"':
        return one == other  # an IRI or a blank node is the same, or it is not
    a, b = _comparable(one), _comparable(other)
    if type(a) is not type(b):
        raise Unsure
    return a == b


def _comparable(value: Value) -> str | int | date:
    """What `<` compares values by: whole numbers, days without a timezone, strings."""
    if isinstance(value, str) and (day := _DATE.fullmatch(value)):
        try:
            return date.fromisoformat(day[1])
        except ValueError as error:
            raise Unsure from error
    if isinstance(value, Text) or (isinstance(value, str) and value[-1] == '"'):
        return _text(value)
    return _number(value)


def _comparing(compare: Callable[[int, int], bool]) -> Callable[[Value, Value], Value]:
    def comparison(one: Value, other: Value) -> Value:
        a, b = _comparable(one), _comparable(other)
        if isinstance(a, int) and isinstance(b, int):
            return compare(a, b)
        if isinstance(a, date) and isinstance(b, date):
            return compare(a.toordinal(), b.toordinal())
        raise Unsure

    return comparison


def _conditional(condition: Evaluation, then: Evaluation, otherwise: Evaluation) -> Evaluation:
    return lambda bindings: then(bindings) if _truth(condition(bindings)) else otherwise(bindings)


def _conjunction(one: Evaluation, other: Evaluation) -> Evaluation:
    return lambda bindings: _truth(one(bindings)) and _truth(other(bindings))


def _disjunction(one: Evaluation, other: Evaluation) -> Evaluation:
    return lambda bindings: _truth(one(bindings)) or _truth(other(bindings))


_LAZY: Mapping[str, tuple[int, Callable[..., Evaluation]]] = {
    "IF": (3, _conditional),
    "&&": (2, _conjunction),
    "||": (2, _disjunction),
}
_FUNCTIONS: Mapping[tuple[str, int | None], Callable[..., Value]] = {
    ("!", 1): lambda value: not _truth(value),
    ("=", 2): _equal,
    ("!=", 2): lambda one, other: not _equal(one, other),
    ("<", 2): _comparing(operator.lt),
    (">", 2): _comparing(operator.gt),
    ("<=", 2): _comparing(operator.le),
    (">=", 2): _comparing(operator.ge),
    ("+", 2): lambda one, other: _number(one) + _number(other),
    ("-", 2): lambda one, other: _number(one) - _number(other),
    ("CONCAT", None): lambda *parts: Text("".join(map(_text, parts))),
    ("CONTAINS", 2): lambda text, part: _text(part) in _text(text),
    ("ISIRI", 1): _is_iri,
    ("STR", 1): _str,
    ("STRAFTER", 2): _strafter,
    ("STRSTARTS", 2): lambda text, start: _text(text).startswith(_text(start)),
    ("SUBSTR", 3): _substr,
}
