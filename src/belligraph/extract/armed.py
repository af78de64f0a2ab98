"""What an event and a mention tell of weapons, and whether they may be the same ones."""

from __future__ import annotations

from belligraph.extract.drafts import Draft
from belligraph.extract.lexicon import lexicon
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.sameness import figure_of
from belligraph.model.sheet import ConceptObject, Property

__all__ = ["by_same_platform", "concepts_of", "platforms_of", "same_volley", "weapons_agree", "weapons_of"]

# how many sentences later the same volley may be told again
_SOON = 3


def concepts_of(draft: Draft) -> set[str]:
    """The weapons told of an event, as concepts."""
    return {s.value.concept for s, _ in draft.slots if isinstance(s.value, ConceptObject)}


def weapons_of(mention: Mention) -> set[str]:
    """The weapons that a mention tells, as concepts."""
    return {v.concept for v in mention.values(Property.INSTRUMENT) if isinstance(v, ConceptObject)}


def weapons_agree(draft: Draft, mention: Mention) -> bool:
    """Whether one weapon may be the other: "a missile", "an anti-ship missile"."""
    mine, theirs = concepts_of(draft), weapons_of(mention)
    kinds = lexicon().specific
    return any(a == b or b in kinds.get(a, ()) or a in kinds.get(b, ()) for a in mine for b in theirs)


def by_same_platform(draft: Draft, mention: Mention) -> bool:
    """ "The drone fired missiles at a house": the drone of the drone strike told before."""
    if mention.actors(Property.ATTACKER) or mention.is_noun or not concepts_of(draft) & weapons_of(mention):
        return False
    armed = [s.phrase for s in mention.slots if s.property is Property.INSTRUMENT and s.phrase is not None]
    return bool(armed) and armed[0].determiner == "the"


def platforms_of(draft: Draft) -> set[str]:
    """The ships and aircraft told of an event, as concepts."""
    concepts = {
        s.value.concept for s, _ in draft.slots if s.property is Property.INSTRUMENT and isinstance(s.value, ConceptObject)
    }
    return concepts & lexicon().platforms


def same_volley(draft: Draft, mention: Mention) -> bool:
    """ "Launched dozens of rockets at the north", "fired dozens of rockets at a village": as many of one weapon."""
    soon = mention.sentence - draft.mentions[-1].sentence <= _SOON and draft.type is mention.type
    mine = [s for s, _ in draft.slots if s.property is Property.INSTRUMENT]
    theirs = [s for s in mention.slots if s.property is Property.INSTRUMENT]
    return soon and not draft.series and not mention.is_series and any(_as_many(a, b) for a in mine for b in theirs)


def _as_many(one: Slot, other: Slot) -> bool:
    mine, theirs = figure_of(one), figure_of(other)
    if mine is None or theirs is None or mine.value == 1:
        return False
    kinds = [s.value.concept for s in (one, other) if isinstance(s.value, ConceptObject)]
    return len(set(kinds)) == 1 and (mine.value, mine.min, mine.max) == (theirs.value, theirs.min, theirs.max)
