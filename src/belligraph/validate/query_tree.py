"""A SELECT as a tree: what `select_query.py` makes of a query and `screen.py` compiles.

Variables are written `?name` everywhere (`$name` is the same variable), terms as in N-Triples.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "Bind",
    "Call",
    "Element",
    "Exists",
    "Expression",
    "Filter",
    "Group",
    "NotScreened",
    "Optional",
    "Pattern",
    "SubSelect",
    "Union",
]


class NotScreened(Exception):
    """The query has something that this reader does not know: the database has to answer it."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an operator by its name in capitals (`=`, `IN`, `SUBSTR`), with its arguments."""

    name: str
    arguments: tuple[Expression, ...]


Expression = str | Call
"""A variable, a term, or a call."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern; `repeat` is `*` or `+` after the predicate of a path."""

    subject: str
    predicate: str
    obj: str
    repeat: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """FILTER by an expression."""

    expression: Expression


@dataclass(frozen=True, slots=True)
class Exists:
    """FILTER EXISTS or FILTER NOT EXISTS."""

    group: Group
    negated: bool


@dataclass(frozen=True, slots=True)
class Bind:
    """BIND."""

    expression: Expression
    variable: str


@dataclass(frozen=True, slots=True)
class Optional:
    """OPTIONAL."""

    group: Group


@dataclass(frozen=True, slots=True)
class Union:
    """Groups, of which one is matched; a single group in braces is a union of one."""

    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class SubSelect:
    """A query in a group, or the whole one: what it matches, and which variables it computes from that.

    No variable that a sub-query keeps to itself has the name of one outside it.
    """

    computed: frozenset[str]
    group: Group


Element = Pattern | Filter | Exists | Bind | Optional | Union | SubSelect
Group = tuple[Element, ...]
