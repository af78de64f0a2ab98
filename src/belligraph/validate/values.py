"""SHACL Core constraints that look at one value alone, as tests that are made once for each constraint.

Articles share most of their values (concepts, classes, small numbers), so a test remembers the last few thousand of them.
Source: https://www.w3.org/TR/shacl/, sections 4.1.2 to 4.4 and 4.8.3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from belligraph.ntriples import Term, value_of
from belligraph.validate.literals import comparable, datatype_of, is_well_formed
from belligraph.validate.shapes import Constraint

__all__ = ["OF_ONE_VALUE", "ValueTest", "count_of", "value_test"]

ValueTest = Callable[[Term], bool]
"""Whether a value node satisfies the constraint."""

REMEMBERED = 4096
"""Values whose test each constraint remembers: IRIs of concepts, digests and numbers, a few hundred bytes each."""
_STRING = Term("<http://www.w3.org/2001/XMLSchema#string>")


@cache
def value_test(constraint: Constraint) -> ValueTest:
    """The test of a constraint whose component is in `OF_ONE_VALUE`."""
    return OF_ONE_VALUE[constraint.component](constraint)


def count_of(constraint: Constraint) -> int:
    """The number that sh:minCount, sh:maxCount or sh:minLength asks for."""
    return int(value_of(constraint.value or Term('"0"')))


def _datatype(c: Constraint) -> ValueTest:
    if c.value == _STRING:  # whole texts among them: quickly told, not to be remembered
        return lambda value: datatype_of(value) == _STRING
    return lru_cache(REMEMBERED)(lambda value: datatype_of(value) == c.value and is_well_formed(value, c.value))


def _node_kind(c: Constraint) -> ValueTest:
    wanted = value_of(c.value or Term("")).rpartition("#")[2]
    kinds = {"<": "IRI" in wanted, "_": "BlankNode" in wanted, '"': "Literal" in wanted}
    return lambda value: kinds[value[0]]


def _min_inclusive(c: Constraint) -> ValueTest:
    bound = comparable(c.value or Term(""))

    def holds(value: Term) -> bool:
        ours = comparable(value)
        return ours is not None and bound is not None and ours[0] == bound[0] and ours >= bound

    return lru_cache(REMEMBERED)(holds)


def _min_length(c: Constraint) -> ValueTest:
    least = count_of(c)
    return lambda value: value[0] != "_" and len(value_of(value)) >= least


def _pattern(c: Constraint) -> ValueTest:
    search = re.compile(value_of(c.value or Term(""))).search
    return lru_cache(REMEMBERED)(lambda value: value[0] != "_" and search(value_of(value)) is not None)


def _in(c: Constraint) -> ValueTest:
    return frozenset(c.members).__contains__


OF_ONE_VALUE: Mapping[str, Callable[[Constraint], ValueTest]] = {
    "datatype": _datatype,
    "in": _in,
    "minInclusive": _min_inclusive,
    "minLength": _min_length,
    "nodeKind": _node_kind,
    "pattern": _pattern,
}
