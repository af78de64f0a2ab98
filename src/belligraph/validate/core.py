"""SHACL Core constraints as Python functions over the data graph's index.

Each judges like its component in the specification (https://www.w3.org/TR/shacl/, section 4) for the terms that our graphs
hold; a test compares every one with pySHACL. `COMPONENTS` is what `shapes.CORE` promises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from belligraph.model.report import Violation
from belligraph.ntriples import Term, value_of
from belligraph.validate.data import DataGraph
from belligraph.validate.literals import comparable, datatype_of, is_less, is_well_formed
from belligraph.validate.shapes import Constraint, NodeShape, PropertyPath, PropertyShape

__all__ = ["COMPONENTS", "focus_nodes", "judge"]

# the value at fault, or None when the number of values is
Judge = Callable[[Constraint, DataGraph, Term, Sequence[Term]], Iterator[Term | None]]


def judge(shape: NodeShape, data: DataGraph) -> Iterator[Violation]:
    """The results of a shape's core constraints on all its focus nodes."""
    if not shape.constraints and not shape.properties:
        return
    for focus in focus_nodes(shape, data):
        yield from _judge_node(shape, data, focus)


def focus_nodes(shape: NodeShape, data: DataGraph) -> list[Term]:
    """The targets of a shape in the data, each once (SHACL 2.1.3)."""
    targets = shape.targets
    found = [node for kind in targets.classes for node in data.instances(kind)]
    found += targets.nodes
    found += [node for predicate in targets.subjects_of for node in data.subjects_of(predicate)]
    found += [node for predicate in targets.objects_of for node in data.objects_of(predicate)]
    return list(dict.fromkeys(found))


def _judge_node(shape: NodeShape, data: DataGraph, focus: Term) -> Iterator[Violation]:
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
    if len(values) < _number(c.value):
        yield None


def _max_count(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    if len(values) > _number(c.value):
        yield None


def _class(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    assert c.value is not None
    for value in values:
        if not data.is_instance(value, c.value):
            yield value


def _datatype(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    for value in values:
        if datatype_of(value) != c.value or not is_well_formed(value, c.value):
            yield value


def _node_kind(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    wanted = value_of(Term(c.value or "")).rpartition("#")[2]
    for value in values:
        kind = "IRI" if value[0] == "<" else "BlankNode" if value[0] == "_" else "Literal"
        if kind not in wanted:
            yield value


def _min_inclusive(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    bound = comparable(Term(c.value or ""))
    for value in values:
        ours = comparable(value)
        if ours is None or bound is None or ours[0] != bound[0] or ours < bound:
            yield value


def _min_length(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    least = _number(c.value)
    for value in values:
        if value[0] == "_" or len(value_of(value)) < least:
            yield value


def _pattern(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    pattern = _compiled(value_of(Term(c.value or "")))
    for value in values:
        if value[0] == "_" or not pattern.search(value_of(value)):
            yield value


def _in(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[Term | None]:
    for value in values:
        if value not in c.members:
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
    "datatype": _datatype,
    "in": _in,
    "lessThan": _less_than,
    "lessThanOrEquals": _less_than_or_equals,
    "maxCount": _max_count,
    "minCount": _min_count,
    "minInclusive": _min_inclusive,
    "minLength": _min_length,
    "nodeKind": _node_kind,
    "not": _not,
    "or": _or,
    "pattern": _pattern,
}


def _conforms(shape: NodeShape | PropertyShape, data: DataGraph, node: Term) -> bool:
    judged = _judge_node(shape, data, node) if isinstance(shape, NodeShape) else _judge_property(shape, data, node)
    return next(judged, None) is None


def _pairs(c: Constraint, data: DataGraph, focus: Term, values: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    assert c.value is not None
    others = data.objects(focus, c.value)
    return ((value, other) for value in values for other in others)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _number(term: Term | None) -> int:
    return int(value_of(Term(term or '"0"')))
