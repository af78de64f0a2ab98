"""Unknown names that are towns': "the towns of Mirefield and Oakdale"; and places that were told as what holds another."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import HOLDING, place_of
from belligraph.model.sheet import Property

__all__ = ["is_contained", "is_town"]

_TOWNS = word_set("towns cities villages suburbs neighborhoods settlements communities")


def is_town(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether an unknown name of one word is that of a town: told beside one, or to lie in a land ("Mirefield in Sylvania").

    What lies in waters may be a ship, and a name of several words a person.
    """
    if (
        phrase.kind is not PhraseKind.NAME
        or phrase.determiner is not None
        or phrase.concepts
        or phrase.possessor is not None
    ):
        return False
    if _is_listed(parsed, phrase):
        return True
    if phrase.last - phrase.core != 1 or not parsed.tokens[phrase.core].is_capital:
        return False
    if parsed.lower(phrase.last) == "in" and (around := parsed.phrase_at.get(phrase.last + 1)) is not None:
        holds = place_of(parsed, around) if around.kind in HOLDING else None
        return holds is not None and holds.kind != "water"
    if parsed.lower(phrase.last) in {"and", ","} and (other := parsed.phrase_at.get(phrase.last + 1)) is not None:
        if other.kind is PhraseKind.PLACE:
            return place_of(parsed, other) is not None
        return is_town(parsed, other)
    other = parsed.phrase_at.get(phrase.first - 2) if parsed.lower(phrase.first - 1) == "and" else None
    return other is not None and other.kind is PhraseKind.PLACE and place_of(parsed, other) is not None


def _is_listed(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether it stands in a list behind "the towns of"."""
    if not parsed.has(_TOWNS):
        return False
    k = phrase.first - 1
    while parsed.lower(k) in {",", "and"}:
        k -= parsed.lower(k) == "and" and parsed.lower(k - 1) == ","
        told = parsed.phrase_at.get(k - 1)
        if told is None or told.kind not in {PhraseKind.NAME, PhraseKind.PLACE}:
            break
        k = told.first - 1
    towns = parsed.phrase_at.get(k - 1)
    return parsed.lower(k) == "of" and towns is not None and towns.head in _TOWNS


def is_contained(parsed: Parsed, mention: Mention, phrase: Phrase) -> bool:
    """Whether a place is already told as what contains the one before it."""
    place = place_of(parsed, phrase)
    inner = [v.within for v in mention.values(Property.PLACE) if not isinstance(v, ActorRef) and hasattr(v, "within")]
    return place is not None and any(w is not None and w.key == place.key for w in inner)
