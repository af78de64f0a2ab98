"""Whom a figure counts: dead soldiers and dead civilians are two figures of one attack, not rival ones.

Two figures can be rivals only if they count the same people; and a part of the people is never more than all of them.
Whom a figure counts is its kind of people and its scope: whose they are and where they were, as far as its words tell. "No
injuries on U.S. vessels" is no rival of the injured crew of a merchant ship.
"""

from __future__ import annotations

import re
from enum import StrEnum

from belligraph.model.sheet import Quantity

__all__ = ["Counted", "bounds", "cannot_both_hold", "counted", "scope", "share_people"]


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
_TOKEN = re.compile(r"[^\W\d_][\w.'\u2019-]*")
_WHERE = frozenset({"on", "aboard", "at", "in", "inside", "near", "among", "from"})
_EMPTY = frozenset({"the", "a", "an", "or", "and", "of", "any", "its", "their", "board"})
_AMERICAN = frozenset({"us", "usa", "american", "americans", "america"})
_STEM = 4
_SEVERAL = re.compile(r"\b(?:or|and)\b")
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})", re.I)) for kind, words in _WORDS)


def counted(quantity: Quantity) -> Counted:
    """Whom the figure counts."""
    for kind, pattern in _PATTERNS:
        if quantity.of and pattern.search(quantity.of):
            return kind
    return Counted.PEOPLE


def scope(quantity: Quantity) -> frozenset[str]:
    """Whose the people are and where they were: names in the words, and what follows "on", "at" and the like; often nothing.

    "American" is "U.S.", and words are cut to their first letters, so that "Iraqi" is of Iraq.
    """
    found: set[str] = set()
    behind = False
    for word in _TOKEN.findall(quantity.of or ""):
        plain = word.replace(".", "").casefold()
        if plain in _WHERE:
            behind = True
        elif word[0].isupper() or (behind and plain not in _EMPTY):
            found.add("us" if plain in _AMERICAN else plain[:_STEM])
    return frozenset(found)


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
    if _is_part(a, b) and low_a > high_b:
        return True
    return _is_part(b, a) and low_b > high_a


def share_people(a: Quantity, b: Quantity) -> bool:
    """Whether the people of one are surely among those of the other."""
    return _is_part(a, b) or _is_part(b, a)


def _is_part(a: Quantity, b: Quantity) -> bool:
    """Whether everybody that the first counts is among those that the second counts, as far as the words tell."""
    ours, theirs = scope(a), scope(b)
    # "on U.S. or coalition vessels" is of several, and no part of either
    within = ours == theirs or not theirs if _SEVERAL.search(a.of or "") else theirs <= ours
    return within and counted(b) in {counted(a), Counted.PEOPLE}
