"""What claims point at that is no use of force by itself: a war, a policy, support for somebody."""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.extract.drafts import Draft
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.sameness import agree, near
from belligraph.model.sheet import EventType, Property

__all__ = ["Topic", "is_topic_of", "named_wars", "topic_at", "war_at"]

_AGAINST = word_set("on against in with")
_WAGING = frozenset({PhraseKind.STATE, PhraseKind.GROUP})
_WARS = word_set("war conflict hostilities invasion siege blockade support")


@dataclass(eq=False, slots=True)
class Topic:
    """Something that is no use of force but that a claim points at: a war, a policy, support for somebody."""

    start: int
    end: int
    label: str

    @property
    def names(self) -> frozenset[str]:
        """Who wages the war, by the words with capitals; empty for anything but a war."""
        words = self.label.replace("-", " ").replace("'s", " ").split()
        wars = any(w in {"war", "conflict", "hostilities"} for w in words)
        return frozenset(w for w in words if w[0].isupper()) if wars else frozenset()


def named_wars(parsed: Parsed) -> list[Topic]:
    """The wars that a sentence names by who wages them: "the Freedonia-Sylvania war", "Freedonia's war on Sylvania"."""
    found = []
    for phrase in parsed.phrases:
        if phrase.head not in {"war", "conflict"}:
            continue
        sides = [
            side
            for k in range(phrase.core, phrase.last - 1)
            for side in parsed.tokens[k].text.replace("–", "-").split("-")
            if "-" in parsed.tokens[k].text.replace("–", "-") and _is_side(side)
        ]
        waged = phrase.possessor is not None and phrase.possessor.kind in _WAGING
        against = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) in _AGAINST else None
        if len(sides) > 1:
            found.append(Topic(parsed.start(phrase.core), parsed.end(phrase.last), parsed.text(phrase.core, phrase.last)))
        elif waged and against is not None and against.kind in _WAGING | {PhraseKind.PLACE} and phrase.possessor is not None:
            first, last = phrase.possessor.core, against.last
            found.append(Topic(parsed.start(first), parsed.end(last), parsed.text(first, last)))
    return found


def _is_side(word: str) -> bool:
    return any(form == (word,) and name.actor is not None for form, name in lexicon().names.get(word.lower(), ()))


def topic_at(parsed: Parsed, k: int) -> Topic | None:
    """The noun phrase at k with what "for", "of", "against" or "in" adds to it: "Freedonia's support for Sylvania"."""
    while k not in parsed.phrase_at and parsed.lower(k) in {"the", "a", "an", "nearly", "almost", "now", "ongoing"}:
        k += 1
    phrase = parsed.phrase_at.get(k)
    if phrase is None:
        return None
    first = phrase.first
    if phrase.possessed:
        owned: Phrase | None = parsed.phrase_at.get(phrase.last + 1)
        if owned is None:
            return None
        phrase = owned
    if phrase.kind is not PhraseKind.OTHER:
        return None
    last = phrase.last
    if (
        parsed.lower(last) in {"for", "of", "against", "with", "on", "in"}
        and (other := parsed.phrase_at.get(last + 1)) is not None
    ):
        last = other.last
    start = parsed.start(first)
    if parsed.tokens[first].lower in {"a", "an"}:
        start = parsed.start(first + 1)
    label = parsed.view.normal[start : parsed.end(last)]
    return Topic(start, parsed.end(last), label.removeprefix("the "))


def war_at(parsed: Parsed, k: int) -> Topic | None:
    """The war, siege or support told at k: "the Sylvanian war", "Freedonia's war on Sylvania"; None for anything else."""
    while k not in parsed.phrase_at and parsed.lower(k) in {"the", "a", "now", "ongoing", "continuing"}:
        k += 1
    phrase = parsed.phrase_at.get(k)
    if phrase is not None and phrase.possessed:
        phrase = parsed.phrase_at.get(phrase.last + 1)
    return topic_at(parsed, k) if phrase is not None and phrase.head in _WARS else None


def is_topic_of(draft: Draft, mention: Mention) -> bool:
    """ "A briefing on the American air strike in Syria. … The United States struck a depot in eastern Syria": that one.

    The only event told so far, known by who did it and where alone, is the one that is told in full later.
    """
    if draft.series or mention.is_series or draft.type is not mention.type or draft.type is not EventType.STRIKE:
        return False
    named = all(m.is_noun and m.is_definite and not m.is_separate for m in draft.mentions)
    known = draft.actors(Property.TARGET) or draft.dates() or mention.is_new or mention.is_separate
    places = [v for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef)]
    same_place = any(near(a, b) for a in draft.places() for b in places)
    who = agree(draft.actors(Property.ATTACKER), mention.actors(Property.ATTACKER))
    return named and not known and same_place and who is True
