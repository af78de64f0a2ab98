"""A group's own "we did it": claims of responsibility, which are no attacker claims of the article's."""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.attribution import Attribution
from belligraph.extract.events import Draft
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.model.sheet import ActorKind, EventType, Property

__all__ = ["Responsibility", "find_responsibility"]

_CLAIMING = word_set("claimed claims claim claiming took taken accepted")
_DOING = word_set("carried conducted launched staged conducting carrying behind")
_PRONOUNS = frozenset(["they", "it", "we"])
_REACH = 3


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A group's claim of an event; the span is of the normalised text, and the group itself is the speaker."""

    group: ActorRef
    draft: Draft
    sentence: int
    start: int
    end: int


def find_responsibility(
    parsed: list[Parsed], mentions: list[list[Mention]], event_of: dict[int, Draft], attribution: Attribution
) -> list[Responsibility]:
    """All claims of responsibility. Attacker claims that rest on "their attacks" in the group's own words are taken back."""
    found: list[Responsibility] = []
    for n, (p, own) in enumerate(zip(parsed, mentions, strict=True)):
        known = [m for m in own if id(m) in event_of]
        found += _claimed(p, known, event_of, mentions[max(n - _REACH, 0) : n])
        for mention in known:
            chain, _ = attribution.speakers(n, mention.start)
            speaker = next((a for a in chain if a.kind is ActorKind.ARMED_GROUP), None)
            if speaker is None or chain[0] is not speaker or mention.type not in {EventType.ATTACK, EventType.STRIKE}:
                continue
            if not (mention.is_own or _is_done_by_speaker(p, mention)):
                continue
            draft = event_of[id(mention)]
            draft.slots = [s for s in draft.slots if not (s[0] in mention.slots and _is_of(s[0], speaker))]
            found.append(Responsibility(speaker, draft, n, min(speaker.start, mention.start), max(mention.end, speaker.end)))
    return found


def _is_of(slot: Slot, speaker: ActorRef) -> bool:
    return slot.property is Property.ATTACKER and isinstance(slot.value, ActorRef) and slot.value.key == speaker.key


def _is_done_by_speaker(parsed: Parsed, mention: Mention) -> bool:
    """ "They had carried out the attack": a pronoun and a verb of doing before the event's phrase."""
    if mention.phrase is None:
        return False
    window = [parsed.lower(k) for k in range(max(mention.phrase.first - 5, 0), mention.phrase.first)]
    return bool(set(window) & _DOING) and bool(set(window) & _PRONOUNS)


def _claimed(
    parsed: Parsed, known: list[Mention], event_of: dict[int, Draft], before: list[list[Mention]]
) -> list[Responsibility]:
    """ "X claimed responsibility for the attack"; without a name, the attack told last is meant."""
    for i in range(1, len(parsed.tokens)):
        if parsed.lower(i) != "responsibility" or not {parsed.lower(k) for k in range(max(i - 3, 0), i)} & _CLAIMING:
            continue
        verb = next(k for k in range(i - 1, -1, -1) if parsed.lower(k) in _CLAIMING)
        groups = [p for p in parsed.subjects(verb) if p.kind is PhraseKind.GROUP]
        after = next((m for m in known if i < m.token < i + 8), None)
        if after is None and parsed.lower(i + 1) != "for":
            earlier = [m for per in before for m in per if id(m) in event_of] + [m for m in known if m.token < i]
            after = next((m for m in reversed(earlier) if m.type is EventType.ATTACK and m.word != "threat"), None)
        if groups and after is not None and after.type in {EventType.ATTACK, EventType.STRIKE}:
            group = actor_of(parsed, groups[0])
            end = max(parsed.end(i + 1), after.end if after.sentence == parsed.sentence.number else 0)
            return [Responsibility(group, event_of[id(after)], parsed.sentence.number, group.start, end)]
    return []
