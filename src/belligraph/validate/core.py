"""The results of SHACL Core constraints, for the few nodes that do not conform.

Which these are, `conformance.py` says. Each function judges like its component in the specification
(https://www.w3.org/TR/shacl/, section 4) for the terms that our graphs hold; a test compares every one with pySHACL.
`COMPONENTS` is what `shapes.CORE` promises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from belligraph.model.report import Violation
from belligraph.ntriples import Term, value_of
from belligraph.validate.data import DataGraph
from belligraph.validate.literals import is_less
from belligraph.validate.shapes import Constraint, NodeShape, PropertyPath, PropertyShape
from belligraph.validate.values import count_of, value_test

__all__ = ["COMPONENTS", "focus_nodes", "judge"]

# the value at fault, or None when the number of values is
Judge = Callable[[Constraint, DataGraph, Term, Sequence[Term]], Iterator[Term | None]]


def focus_nodes(shape: NodeShape, data: DataGraph) -> Sequence[Term]:
    """The targets of a shape in the data, each once (SHACL 2.1.3)."""
    targets = shape.targets
    if len(targets.classes) == 1 and not (targets.nodes or targets.subjects_of or targets.objects_of):
        return data.instances(targets.classes[0])
    found = [node for kind in targets.classes for node in data.instances(kind)]
    found += targets.nodes
    found += [node for predicate in targets.subjects_of for node in data.subjects_of(predicate)]
    found += [node for predicate in targets.objects_of for node in data.objects_of(predicate)]
    return list(dict.fromkeys(found))


def judge(shape: NodeShape, data: DataGraph, focus: Term) -> Iterator[Violation]:
    """The results of a shape's core constraints on one focus node."""
    for constraint in shape.constraints:
        for value in COMPONENTS[constraint.component](constraint, data, focus, (focus,)):
            yield _result(shape, focus, None, value)
    for prop in shape.properties:
        yield from _judge_property(prop, data, focus)


def _judge_property(shape: PropertyShape, data: DataGraph, focus: Term) -> Iterator[Violation]:
    path = shape.path
    values = data.subjects(path.predicate, focus) if path.inverse else data.objects(focus, path.predicate)
    for constraint in shape.constraints:
        for value in COMPONENTS[constraint.component](constraint, data, focus, values):
            yield _result(shape, focus, path, value)


def _result(shape: NodeShape | PropertyShape, focus: Term, path: PropertyPath | None, value: Term | None) -> Violation:
    return Violation(
        focus_node=value_of(focus),
        shape=shape.iri,
        message=shape.message,
        severity=shape.severity,
        path=None if path is None else ("^" if path.inverse else "") + value_of(path.predicate),
        value=None if value is None else value_of(value),
    )


def _min_count(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    if len(values) < count_of(c):
        yield None


def _max_count(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    if len(values) > count_of(c):
        yield None


def _class(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    assert c.value is not None
    for value in values:
        if not data.is_instance(value, c.value):
            yield value


def _each(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    holds = value_test(c)
    for value in values:
        if not holds(value):
            yield value


def _less_than(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    for value, other in _pairs(c, data, focus, values):
        if not is_less(value, other, or_equal=False):
            yield value


def _less_than_or_equals(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    for value, other in _pairs(c, data, focus, values):
        if not is_less(value, other, or_equal=True):
            yield value


def _or(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    for value in values:
        if not any(_conforms(shape, data, value) for shape in c.shapes):
            yield value


def _not(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    for value in values:
        if all(_conforms(shape, data, value) for shape in c.shapes):
            yield value


COMPONENTS: Mapping[str, Judge] = {
    "class": _class,
    "datatype": _each,
    "in": _each,
    "lessThan": _less_than,
    "lessThanOrEquals": _less_than_or_equals,
    "maxCount": _max_count,
    "minCount": _min_count,
    "minInclusive": _each,
    "minLength": _each,
    "nodeKind": _each,
    "not": _not,
    "or": _or,
    "pattern": _each,
}


def _conforms(shape: NodeShape | PropertyShape, data: DataGraph, node: Term) -> bool:
    judged = judge(shape, data, node) if isinstance(shape, NodeShape) else _judge_property(shape, data, node)
    return next(judged, None) is None


def _pairs(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    assert c.value is not None
    others = data.objects(focus, c.value)
    return ((value, other) for value in values for other in others)
