"""Triple patterns as steps of a search: each tries what the data graph has and calls the step after it.

Numbers are places in the bindings. Terms are compared as text, as our canonical N-Triples allows; but a database compares
some literals by value (`"01"` and `"1"` as xsd:integer): where one with a datatype or a language is not found, it is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from belligraph.ntriples import Term
from belligraph.validate.data import DataGraph
from belligraph.validate.expressions import Bindings, Unsure

__all__ = ["Step", "match_anywhere", "match_backwards", "match_forwards", "match_known"]

Step = Callable[[DataGraph, Bindings], bool]
"""Whether there is a solution from here on."""


def match_known(subject: int, predicate: int, obj: int, repeat: str, after: Step) -> Step:
    """The subject and the object have values."""
    values = _along(repeat)

    def step(data: DataGraph, bindings: Bindings) -> bool:
        found = values(data, bindings[subject], bindings[predicate])
        wanted = bindings[obj]
        if wanted in found:
            return after(data, bindings)
        if found and _has_other_forms(wanted):
            raise Unsure
        return False

    return step


def match_forwards(subject: int, predicate: int, obj: int, repeat: str, after: Step) -> Step:
    """The subject has a value, the object gets one."""
    values = _along(repeat)

    def step(data: DataGraph, bindings: Bindings) -> bool:
        for value in values(data, bindings[subject], bindings[predicate]):
            bindings[obj] = value
            if after(data, bindings):
                return True
        return False

    return step


def match_backwards(subject: int, predicate: int, obj: int, after: Step) -> Step:
    """The object has a value, the subject gets one."""

    def step(data: DataGraph, bindings: Bindings) -> bool:
        wanted = bindings[obj]
        if _has_other_forms(wanted):
            raise Unsure
        for node in data.subjects(bindings[predicate], wanted):
            bindings[subject] = node
            if after(data, bindings):
                return True
        return False

    return step


def match_anywhere(subject: int, predicate: int, obj: int, after: Step) -> Step:
    """Both get a value."""

    def step(data: DataGraph, bindings: Bindings) -> bool:
        for node in data.having(bindings[predicate]):
            for value in data.objects(node, bindings[predicate]):
                bindings[subject], bindings[obj] = node, value
                if after(data, bindings):
                    return True
        return False

    return step


def _along(repeat: str) -> Callable[[DataGraph, Term, Term], Sequence[Term]]:
    """What a node has under a predicate, once, or over and over (SPARQL 9.1: `+` one or more times, `*` also not at all)."""
    if not repeat:
        return DataGraph.objects

    def reached(data: DataGraph, node: Term, predicate: Term) -> Sequence[Term]:
        if repeat == "*" and not data.tells_of(node):
            raise Unsure  # SPARQL lets a node that the graph lacks reach itself; databases do not agree
        found = [node] if repeat == "*" else list(dict.fromkeys(data.objects(node, predicate)))
        for known in found:
            found += [value for value in data.objects(known, predicate) if value not in found]
        return found

    return reached


def _has_other_forms(term: str) -> bool:
    return term[0] == '"' and term[-1] != '"'
