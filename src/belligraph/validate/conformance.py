"""Which focus nodes do not conform to a shape's core constraints: almost none, so this is the fast question.

A shape is compiled once to functions that judge all its focus nodes at once, constraint by constraint, and build no results;
`core.judge` tells of the nodes that are found what is wrong with them. The order of the constraints is free (SHACL 3.4: a
report is a set), so cheap ones go first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import inf

from belligraph.ntriples import Term
from belligraph.validate.data import DataGraph
from belligraph.validate.literals import is_less
from belligraph.validate.shapes import Constraint, NodeShape, PropertyPath, PropertyShape
from belligraph.validate.values import OF_ONE_VALUE, count_of, value_test

__all__ = ["FAULTS", "NonConforming", "compiled"]

NonConforming = Callable[[DataGraph, Sequence[Term]], list[Term]]
"""Those of the nodes that do not conform, in order; a node may come twice."""

_Columns = Sequence[Sequence[Term]]
"""The value nodes of each focus node."""
_Values = Callable[[DataGraph, Sequence[Term]], _Columns]
_Fault = Callable[[DataGraph, Sequence[Term], _Columns], list[Term]]


def compiled(shape: NodeShape | PropertyShape) -> NonConforming:
    """The shape as a function."""
    if isinstance(shape, PropertyShape):
        return _judging(_values(shape.path), shape.constraints)
    checks = [compiled(prop) for prop in shape.properties]
    if shape.constraints:
        checks.append(_judging(lambda _, nodes: [(node,) for node in nodes], shape.constraints))
    return lambda data, nodes: [node for check in checks for node in check(data, nodes)]


def _judging(values: _Values, constraints: Sequence[Constraint]) -> NonConforming:
    least = max((count_of(c) for c in constraints if c.component == "minCount"), default=0)
    most = min((count_of(c) for c in constraints if c.component == "maxCount"), default=inf)
    faults = [FAULTS[c.component](c) for c in constraints if c.component not in {"minCount", "maxCount"}]

    def non_conforming(data: DataGraph, nodes: Sequence[Term]) -> list[Term]:
        columns = values(data, nodes)
        found = [node for node, column in zip(nodes, columns, strict=True) if not least <= len(column) <= most]
        for fault in faults:
            found += fault(data, nodes, columns)
        return found

    return non_conforming


def _values(path: PropertyPath) -> _Values:
    predicate = path.predicate
    if path.inverse:
        return lambda data, nodes: [data.subjects(predicate, node) for node in nodes]
    return lambda data, nodes: data.columns(nodes, predicate)


def _of_one_value(c: Constraint) -> _Fault:
    holds = value_test(c)
    return lambda _, nodes, columns: [
        node for node, column in zip(nodes, columns, strict=True) if column and not all(map(holds, column))
    ]


def _in(c: Constraint) -> _Fault:
    allowed = frozenset(c.members)
    return lambda _, nodes, columns: [
        node for node, column in zip(nodes, columns, strict=True) if not allowed.issuperset(column)
    ]


def _class(c: Constraint) -> _Fault:
    assert c.value is not None
    kind = c.value

    def fault(data: DataGraph, nodes: Sequence[Term], columns: _Columns) -> list[Term]:
        members = data.members(kind)
        return [node for node, column in zip(nodes, columns, strict=True) if not all(v in members for v in column)]

    return fault


def _less_than(c: Constraint) -> _Fault:
    assert c.value is not None
    predicate, or_equal = c.value, c.component == "lessThanOrEquals"

    def fault(data: DataGraph, nodes: Sequence[Term], columns: _Columns) -> list[Term]:
        return [
            node
            for node, column in zip(nodes, columns, strict=True)
            if column
            and not all(is_less(value, o, or_equal=or_equal) for o in data.objects(node, predicate) for value in column)
        ]

    return fault


def _or(c: Constraint) -> _Fault:
    alternatives = [compiled(shape) for shape in c.shapes]

    def fault(data: DataGraph, nodes: Sequence[Term], columns: _Columns) -> list[Term]:
        left: Sequence[Term] = list(dict.fromkeys(value for column in columns for value in column))
        for alternative in alternatives:
            if not left:
                return []
            left = list(dict.fromkeys(alternative(data, left)))
        return _with_any(set(left), nodes, columns)

    return fault


def _not(c: Constraint) -> _Fault:
    (shape,) = c.shapes
    negated = compiled(shape)

    def fault(data: DataGraph, nodes: Sequence[Term], columns: _Columns) -> list[Term]:
        values = {value for column in columns for value in column}
        return _with_any(values.difference(negated(data, list(values))), nodes, columns)

    return fault


def _with_any(values: set[Term], nodes: Sequence[Term], columns: _Columns) -> list[Term]:
    if not values:
        return []
    return [node for node, column in zip(nodes, columns, strict=True) if not values.isdisjoint(column)]


FAULTS: Mapping[str, Callable[[Constraint], _Fault]] = {
    **dict.fromkeys(OF_ONE_VALUE, _of_one_value),
    "class": _class,
    "in": _in,
    "lessThan": _less_than,
    "lessThanOrEquals": _less_than,
    "not": _not,
    "or": _or,
}
