"""Which variables the elements of a query read and bind, and where SPARQL's scopes differ from matching one after the other.

SPARQL evaluates a group in braces by itself and joins the results; a screen goes on from what is bound so far. Both come to
the same unless a group reads a variable that only what is around it binds: such queries are refused (`NotScreened`).
Source: https://www.w3.org/TR/sparql11-query/#variableScope and #sparqlAlgebra.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from belligraph.validate.expressions import variables_of
from belligraph.validate.query_tree import (
    Bind,
    Element,
    Exists,
    Filter,
    Group,
    NotScreened,
    Optional,
    Pattern,
    SubSelect,
    Union,
)

__all__ = ["binds", "reads", "refuse_outer_variables", "refuse_what_order_changes", "walked"]


def binds(element: Element) -> frozenset[str]:
    """The variables that the element may give a value."""
    match element:
        case Pattern(subject, predicate, obj):
            return frozenset(name for name in (subject, predicate, obj) if name[0] == "?")
        case Bind(_, variable):
            return frozenset({variable})
        case Filter() | Exists():
            return frozenset()
        case SubSelect(computed, group):
            return computed | _bound_in(group)
        case Optional(group):
            return _bound_in(group)
        case Union(groups):
            return frozenset[str]().union(*map(_bound_in, groups))


def reads(element: Element) -> frozenset[str]:
    """The variables whose values the element needs: of patterns none, since what they match gives them a value."""
    match element:
        case Filter(expression) | Bind(expression, _):
            return variables_of(expression)
        case Exists(group):
            return frozenset[str]().union(*[binds(e) | reads(e) for e in walked(group)])
    return frozenset()


def walked(group: Group) -> Iterator[Element]:
    """The elements of a group and of the groups in it, except for those of sub-queries' groups."""
    for element in group:
        yield element
        match element:
            case Exists(inner, _) | Optional(inner):
                yield from walked(inner)
            case Union(groups):
                for inner in groups:
                    yield from walked(inner)


def refuse_outer_variables(group: Group, bound: frozenset[str]) -> None:
    """Lets pass a group that means the same by itself as after what is bound around it.

    Raises:
        NotScreened: it reads a variable that only the groups around it bind, or has an OPTIONAL.
    """
    own = _certain_in(group)
    for element in group:
        if isinstance(element, Optional) or (reads(element) - own) & bound:
            raise NotScreened("a group in braces that depends on what is around it")


def refuse_what_order_changes(group: Sequence[Element]) -> None:
    """Lets pass a group whose elements mean the same in any order, as long as OPTIONAL comes last.

    Raises:
        NotScreened: a BIND reads what comes after it, or something after an OPTIONAL binds a variable of that.
    """
    before: frozenset[str] = frozenset()
    certain: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    for element in group:
        if isinstance(element, Bind) and not reads(element) <= before:
            raise NotScreened("a BIND before what it reads")
        if isinstance(element, Optional):
            optional |= binds(element) - certain
        elif binds(element) & optional:
            raise NotScreened("an OPTIONAL before what binds its variables")
        before |= binds(element)
        certain |= _certain(element)


def _bound_in(group: Group) -> frozenset[str]:
    return frozenset[str]().union(*map(binds, group))


def _certain(element: Element) -> frozenset[str]:
    """The variables that have a value in every solution of the element."""
    match element:
        case Optional():
            return frozenset()
        case SubSelect(computed, group):
            return computed | _certain_in(group)
        case Union((first, *others)):
            return _certain_in(first).intersection(*map(_certain_in, others))
    return binds(element)


def _certain_in(group: Group) -> frozenset[str]:
    return frozenset[str]().union(*map(_certain, group))
