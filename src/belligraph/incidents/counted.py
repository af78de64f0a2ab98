"""Whom a figure counts: dead soldiers and dead civilians are two figures of one attack, not rival ones.

Two figures can be rivals only if they count the same people; and a part of the people is never more than all of them.
"""

from __future__ import annotations

import re
from enum import StrEnum

from belligraph.model.sheet import Quantity

__all__ = ["Counted", "bounds", "cannot_both_hold", "counted"]


class Counted(StrEnum):
    """Who is counted, as far as the words tell."""

    PEOPLE = "people"
    """People, or nobody says whom: everybody."""
    FORCES = "forces"
    FIGHTERS = "fighters"
    CIVILIANS = "civilians"


_WORDS = (
    (Counted.CIVILIANS, r"civilian|child|women|woman|resident|villager|worker|crew|sailor|seafarer|journalist|tourist"),
    (Counted.FIGHTERS, r"fighter|militant|rebel|insurgent|gunm[ae]n|terrorist|militia|attacker|assailant|jihadi"),
    (Counted.FORCES, r"soldier|troop|service ?member|personnel|guard|officer|marine|airm[ae]n|police|contractor|american"),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})", re.I)) for kind, words in _WORDS)


def counted(quantity: Quantity) -> Counted:
    """Whom the figure counts."""
    for kind, pattern in _PATTERNS:
        if quantity.of and pattern.search(quantity.of):
            return kind
    return Counted.PEOPLE


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The least and the greatest number that the figure allows."""
    if quantity.value is not None:
        return quantity.value, quantity.value
    low = quantity.min if quantity.min is not None else 0.0
    return low, quantity.max if quantity.max is not None else float("inf")


def cannot_both_hold(a: Quantity, b: Quantity) -> bool:
    """Whether no count of the same people can be both figures: disjoint, or a part that exceeds the whole.

    "About 60" and "62" may be one figure: how far rounding reaches, no source says.
    """
    if a.approximate or b.approximate:
        return False
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    whom_a, whom_b = counted(a), counted(b)
    if whom_a is whom_b:
        return low_a > high_b or low_b > high_a
    if whom_a is Counted.PEOPLE:
        return low_b > high_a
    if whom_b is Counted.PEOPLE:
        return low_a > high_b
    return False
