"""Totals that leave an event out: "56 have been hurt, not including those of Sunday's attack"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import actor_of
from belligraph.extract.drafts import Draft
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.tolls import Toll
from belligraph.model.sheet import Property, QuantityObject

__all__ = ["add_to_series", "left_out"]

_EXCLUDING = frozenset(["including", "counting", "excluding"])


def left_out(parsed: Parsed, toll: Toll, known: list[Mention]) -> Mention | None:
    """The event that "not including" leaves out of a figure."""
    for k in range(toll.token, min(toll.token + 5, len(parsed.tokens))):
        if parsed.lower(k) in _EXCLUDING and (parsed.lower(k) == "excluding" or parsed.lower(k - 1) == "not"):
            return next((m for m in known if k < m.token < k + 6), None)
    return None


def add_to_series(parsed: Parsed, toll: Toll, excluded: Mention, drafts: list[Draft]) -> None:
    """A total that leaves one event out is that of the series told last, if the same people are hit."""
    verb = next((k for k in range(toll.token, max(toll.token - 8, -1), -1) if k in parsed.verbs), None)
    subjects = parsed.subjects(verb) if verb is not None else []
    families = {actor_of(parsed, p).family for p in subjects} - {None}
    if not families or not isinstance(toll.value, QuantityObject):
        return
    for draft in reversed(drafts):
        whole = draft.series and not any(m.is_part for m in draft.mentions)
        hit = {a.family for a in draft.actors(Property.TARGET)}
        if whole and draft.mentions[0].sentence < parsed.sentence.number and families & hit:
            start, end = parsed.start(subjects[0].first), max(toll.end, excluded.end)
            of = parsed.text(subjects[0].core, subjects[0].last)
            value = QuantityObject(replace(toll.value.quantity, of=of))
            draft.slots.append((Slot(toll.property, value, start, end, excludes=excluded), parsed.sentence.number))
            return
