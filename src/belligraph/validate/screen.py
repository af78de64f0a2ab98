"""Whether a SHACL-SPARQL constraint can have a result on a focus node, told from the data graph's index without a database.

Nearly all articles conform, and then no query has a solution; to know that, its WHERE is compiled to nested functions that
look for one solution and stop. Where one is found, or something comes up that is not known here (`Unsure`, `NotScreened`),
the database answers the query as ever: the results are always its own. So a "no" of the screen must be sure, and no more.

Each step binds variables in a list and calls the step after it; which variables have a value at a step is known beforehand,
since UNION and OPTIONAL go on in a continuation of their own for each case.
Source: https://www.w3.org/TR/sparql11-query/#sparqlAlgebra.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from belligraph.ntriples import Term
from belligraph.validate.data import DataGraph
from belligraph.validate.expressions import Bindings, Evaluation, Unsure, compiled_expression
from belligraph.validate.matching import Step, match_anywhere, match_backwards, match_forwards, match_known
from belligraph.validate.query_tree import (
    Bind,
    Call,
    Element,
    Exists,
    Filter,
    NotScreened,
    Optional,
    Pattern,
    SubSelect,
    Union,
)
from belligraph.validate.scopes import binds, reads, refuse_outer_variables, refuse_what_order_changes, walked
from belligraph.validate.select_query import parse_select

__all__ = ["Screen", "screen"]

Screen = Callable[[DataGraph, Term], bool]
"""False if the query certainly has no solution with `$this` at the node."""

_Bound = frozenset[str]
_Then = Callable[[_Bound], Step]

_THIS = "?this"
MOST_OPTIONALS = 3
"""Each doubles the steps after it; a query with more goes to the database once the rest of it is matched."""


def screen(select: str) -> Screen | None:
    """The screen of a query; None if the database always has to answer it."""
    try:
        query = parse_select(select)
        compiler = _Compiler(query)
        step = compiler.group(query.group, frozenset({_THIS}), _found)
    except NotScreened:
        return None
    template: Bindings = [name if name[0] != "?" else "" for name in compiler.slots]
    this = compiler.slots[_THIS]

    def may_have_a_result(data: DataGraph, focus: Term) -> bool:
        if focus[0] != "<":
            return True
        bindings = template.copy()
        bindings[this] = focus
        try:
            return step(data, bindings)
        except Unsure:
            return True

    return may_have_a_result


class _Compiler:
    def __init__(self, query: SubSelect) -> None:
        self.slots: dict[str, int] = {_THIS: 0}
        """The place of each variable in the bindings; constants have theirs too, filled from the start."""
        self._opaque = _opaque(query)
        self._made: set[str] = set()

    def group(self, elements: Iterable[Element], bound: _Bound, then: _Then) -> Step:
        """The elements, in the order in which each leaves the least to try."""
        pending = list(elements)
        if not pending:
            return then(bound)
        refuse_what_order_changes(pending)
        return self._next(pending, bound, then)

    def _next(self, pending: list[Element], bound: _Bound, then: _Then) -> Step:
        if not pending:
            return then(bound)
        to_come = frozenset[str]().union(*map(binds, pending))
        element = min(pending, key=lambda e: _cost(e, bound, to_come))
        if _cost(element, bound, to_come) >= _FROM_OBJECT and (among := _among(pending, bound)):
            variable, kinds, condition = among
            left = [e for e in pending if e is not condition]
            return _each(self._slot(variable), kinds, self._next(left, bound | {variable}, then))
        left = [e for e in pending if e is not element]
        if isinstance(element, Optional):
            if any(isinstance(e, Pattern | Union | SubSelect) for e in left):
                raise NotScreened("an OPTIONAL before what it is optional to")
            if sum(isinstance(e, Optional) for e in left) >= MOST_OPTIONALS:
                return _unsure
        return self._element(element, bound, lambda now: self._next(left, now, then))

    def _element(self, element: Element, bound: _Bound, then: _Then) -> Step:
        match element:
            case Pattern():
                return self._pattern(element, bound, then)
            case Filter():
                return _filter(compiled_expression(element.expression, self._slot, bound), then(bound))
            case Exists():
                refuse_outer_variables(element.group, bound)
                if any(isinstance(e, SubSelect) for e in walked(element.group)):
                    raise NotScreened("a sub-query in EXISTS: what it sees of the variables around it is no settled matter")
                return _existence(self.group(element.group, bound, _found), then(bound), wanted=not element.negated)
            case Bind():
                return self._bind(element, bound, then)
            case Optional():
                refuse_outer_variables(element.group, bound)
                matched = self.group(element.group, bound, then)
                return _either(matched, _existence(self.group(element.group, bound, _found), then(bound), wanted=False))
            case Union():
                for group in element.groups:
                    refuse_outer_variables(group, bound)
                return _either(*[self.group(group, bound, then) for group in element.groups])
            case SubSelect():
                refuse_outer_variables(element.group, bound)
                return self.group(element.group, bound, then)

    def _slot(self, node: str) -> int:
        return self.slots.setdefault(node, len(self.slots))

    def _bind(self, element: Bind, bound: _Bound, then: _Then) -> Step:
        if element.variable in bound:
            raise NotScreened("BIND of a variable that has a value")
        self._made.add(element.variable)
        value, at = compiled_expression(element.expression, self._slot, bound), self._slot(element.variable)
        after = then(bound | {element.variable})

        def step(data: DataGraph, bindings: Bindings) -> bool:
            bindings[at] = value(bindings)
            return after(data, bindings)

        return step

    def _pattern(self, pattern: Pattern, bound: _Bound, then: _Then) -> Step:
        subject, predicate, obj = pattern.subject, pattern.predicate, pattern.obj
        if self._opaque & {subject, predicate, obj} or (predicate[0] == "?" and predicate not in bound):
            raise NotScreened("a pattern with an unknown predicate, or with a value that a sub-query computes")
        after = then(bound | {name for name in (subject, obj) if name[0] == "?"})
        known = [name[0] != "?" or name in bound for name in (subject, obj)]
        places = self._slot(subject), self._slot(predicate), self._slot(obj)
        match known:
            case [True, True]:
                step = match_known(*places, pattern.repeat, after)
            case [True, False]:
                step = match_forwards(*places, pattern.repeat, after)
            case _ if pattern.repeat:
                raise NotScreened("a path backwards")
            case _ if subject == obj:
                raise NotScreened("a node that is its own value")
            case [False, True]:
                step = match_backwards(*places, after)
            case _:
                step = match_anywhere(*places, after)
        made = [self._slot(name) for name in self._made & bound & {subject, predicate, obj}]
        return _of_terms(made, step) if made else step


def _found(_: _Bound) -> Step:
    return lambda data, bindings: True


def _unsure(data: DataGraph, bindings: Bindings) -> bool:
    raise Unsure


def _filter(holds: Evaluation, after: Step) -> Step:
    def step(data: DataGraph, bindings: Bindings) -> bool:
        truth = holds(bindings)
        if not isinstance(truth, bool):
            raise Unsure
        return truth and after(data, bindings)

    return step


def _existence(inner: Step, after: Step, *, wanted: bool) -> Step:
    return lambda data, bindings: inner(data, bindings) is wanted and after(data, bindings)


def _each(at: int, kinds: Iterable[str], after: Step) -> Step:
    def step(data: DataGraph, bindings: Bindings) -> bool:
        for kind in kinds:
            bindings[at] = kind
            if after(data, bindings):
                return True
        return False

    return step


def _either(*branches: Step) -> Step:
    def step(data: DataGraph, bindings: Bindings) -> bool:
        return any(branch(data, bindings) for branch in branches)

    return step


def _of_terms(places: Iterable[int], after: Step) -> Step:
    """What an expression made is no term that a triple could have."""

    def step(data: DataGraph, bindings: Bindings) -> bool:
        if not all(isinstance(bindings[at], str) for at in places):
            raise Unsure
        return after(data, bindings)

    return step


_FROM_OBJECT, _ANYWHERE, _NESTED, _OPTIONAL, _NEVER = 3, 6, 5, 8, 9


def _cost(element: Element, bound: _Bound, to_come: frozenset[str]) -> int:
    """How much an element leaves to try, roughly: filters none, a subject's values few, all triples of a predicate most."""
    match element:
        case Filter() | Exists():
            return _NEVER if (reads(element) & to_come) - bound else 0
        case Bind():
            return _NEVER if reads(element) - bound else 1
        case Pattern(subject, predicate, obj, repeat):
            known = [node[0] != "?" or node in bound for node in (subject, predicate, obj)]
            match known:
                case [_, False, _]:
                    return _NEVER
                case [True, _, True]:
                    return 1
                case [True, _, False]:
                    return 2
                case _ if repeat:
                    return _NEVER
                case [False, _, True]:
                    # a constant is a class or a kind, which has fewer than the article has nodes
                    return _FROM_OBJECT + (0 if obj in bound - {_THIS} else 1 if obj != _THIS else 2)
            return _ANYWHERE
        case Optional():
            return _OPTIONAL
    return _NESTED


def _among(pending: Sequence[Element], bound: _Bound) -> tuple[str, Sequence[str], Filter] | None:
    """A variable without a value that a filter wants among some IRIs: each can be tried, rather than all that a node has."""
    matched = frozenset[str]().union(*[binds(e) for e in pending if isinstance(e, Pattern)])
    for element in pending:
        match element:
            case Filter(Call("IN", (str(variable), *kinds))) if variable in matched - bound:
                iris = [kind for kind in kinds if isinstance(kind, str) and kind[0] == "<"]
                if len(iris) == len(kinds):
                    return variable, iris, element
    return None


def _opaque(query: SubSelect) -> frozenset[str]:
    """The variables that sub-queries compute: they have no value here."""
    return query.computed.union(*[_opaque(inner) for inner in walked(query.group) if isinstance(inner, SubSelect)])
