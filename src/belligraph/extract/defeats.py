"""Defeats told with their day or year: "the group's territorial defeat in March 2019", no use of force by themselves."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.fill import add_place
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.places import PLACE_PREPOSITIONS
from belligraph.extract.whose import owner_before
from belligraph.model.sheet import EventType, Property

__all__ = ["find_defeats"]

_DEFEATS = frozenset(["defeat", "collapse", "downfall"])
_WHOSE = frozenset(["its", "their"])
_ARMED = ACTORS - {PhraseKind.STATE}
_FAR = 8


def find_defeats(parsed: Parsed) -> list[Mention]:
    """The defeats of groups and states that a sentence dates; "the lasting defeat of X" is only hoped for."""
    found: list[Mention] = []
    for phrase in parsed.phrases:
        if phrase.head not in _DEFEATS or (whose := _defeated(parsed, phrase)) is None:
            continue
        if not any(k in parsed.taken for k in range(phrase.last, phrase.last + _FAR)):
            continue
        start, end = parsed.start(phrase.first), parsed.end(phrase.last)
        number, headline = parsed.sentence.number, parsed.sentence.headline
        mention = Mention(number, start, end, phrase.head, phrase.last - 1, EventType.OTHER, True, headline)
        mention.phrase, mention.is_separate = phrase, True
        mention.slots.append(Slot(Property.TARGET, whose, min(start, whose.start), max(end, whose.end)))
        for item in parsed.complements(phrase.last):
            if item.preposition in PLACE_PREPOSITIONS:
                add_place(parsed, mention, item.phrase)
        found.append(mention)
    return found


def _defeated(parsed: Parsed, defeat: Phrase) -> ActorRef | None:
    """Who was defeated: of whom the phrase is, before it or behind "of"."""
    whose = defeat.possessor
    if defeat.determiner in _WHOSE:
        whose = owner_before(parsed, defeat) or _subject_behind(parsed, defeat)
    elif whose is None and parsed.lower(defeat.last) == "of":
        whose = parsed.phrase_at.get(defeat.last + 1)
    return actor_of(parsed, whose) if whose is not None and whose.kind in ACTORS else None


def _subject_behind(parsed: Parsed, defeat: Phrase) -> Phrase | None:
    """Whose the defeat is that opens a sentence: "Despite their defeat in 2019, the rebels fought on"."""
    if defeat.first > 1:
        return None
    return next((p for p in parsed.phrases if p.first > defeat.last and p.kind in _ARMED and not p.possessed), None)
