"""Events with one toll: "a strike that killed four nurses", "four nurses were killed in an air strike in the town"."""

from __future__ import annotations

import re

from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.sameness import agree, near, opens_elsewhere, overlap
from belligraph.model.sheet import Property, QuantityObject

__all__ = ["join_same_tolls"]

# fewer dead are too often as many as another attack's
_MANY = 3
_MEMORY = 30
_KIND = re.compile(r"(?<=\w) (?:area|district|neighborhood|suburb|town|village|city)$")


def join_same_tolls(drafts: list[Draft], event_of: dict[int, Draft]) -> None:
    """Join events told with the same number of the same people dead, if nothing else that is told of them differs."""
    tolls = {id(d): _dead(d) for d in drafts}
    causes = {id(d.caused_by) for d in drafts if d.caused_by is not None}
    n = 0
    while n < len(drafts):
        later = drafts[n]
        mine = tolls[id(later)]
        earlier = drafts[max(n - _MEMORY, 0) : n] if mine else drafts[max(n - 1, 0) : n]
        known = (d for d in earlier if not d.is_full and (tolls[id(d)] & mine or _is_there(d, later)))
        same = next((d for d in known if _may_be_one(d, later)), None)
        if same is None:
            n += 1
            continue
        if not same.actors(Property.ATTACKER) and later.actors(Property.ATTACKER):
            same.type = later.type
        for mention in later.mentions:
            event_of[id(mention)] = same
        same.mentions += later.mentions
        same.slots += later.slots
        tolls[id(same)] |= mine
        if id(later) in causes:
            causes.add(id(same))
            for draft in drafts:
                draft.caused_by = same if draft.caused_by is later else draft.caused_by
        del drafts[n]


def _is_there(draft: Draft, later: Draft) -> bool:
    """Whether a single strike told next, of which nothing but who and where is told, was in the same town."""
    told = {s.property for s, _ in later.slots}
    plain = all(m.is_noun and not m.is_plural for m in later.mentions) and not (draft.series or later.series)
    soon = later.mentions[0].sentence - draft.mentions[-1].sentence == 1
    if not plain or not soon or draft.type is not later.type or told & {Property.KILLED, Property.INJURED, Property.TARGET}:
        return False
    mine, theirs = ({_KIND.sub("", p.name.lower()) for p in side.places()} for side in (draft, later))
    return bool(mine & theirs)


def _dead(draft: Draft) -> set[tuple[float, str]]:
    """How many of whom an event killed, where they are many; the people by their noun."""
    if draft.series or not draft.type.is_force:
        return set()
    found = set()
    for slot, _ in draft.slots:
        if slot.property is Property.KILLED and isinstance(slot.value, QuantityObject):
            told = slot.value.quantity
            number = told.value if told.value is not None else told.min
            words = told.of.lower().split() if told.of else []
            if number is not None and number >= _MANY and words:
                found.add((number, words[-1]))
            elif number == 1 and len(words) >= _MANY:
                found.add((number, " ".join(words)))  # "a French civilian contractor"
    return found


def _points_back(draft: Draft) -> bool:
    """Whether the people harmed are told to be known: "a bomb hit a barn where the four men were killed"."""
    hurt = [s.phrase for s, _ in draft.slots if s.property is Property.TARGET and s.phrase is not None]
    return any(p.determiner == "the" and p.figure is not None for p in hurt)


def _may_be_one(one: Draft, other: Draft) -> bool:
    if one.caused_by is not other.caused_by or intercepts(one.mentions) is not intercepts(other.mentions):
        return False
    if {m.sentence for m in one.mentions} & {m.sentence for m in other.mentions} and not _points_back(other):
        return False  # told side by side
    if any(m.is_new or m.is_separate for m in other.mentions):
        return False
    if agree(one.actors(Property.ATTACKER), other.actors(Property.ATTACKER)) is False:
        return False
    days, theirs = one.dates(), other.dates()
    if days and theirs and not days & theirs and not any(overlap(a, b) for a in days for b in theirs):
        return False
    mine, places = one.places(), other.places()
    if opens_elsewhere(other.mentions, mine, places):
        return False
    return not mine or not places or any(near(a, b) or a.kind != b.kind for a in mine for b in places)
