"""A group's own "we did it": claims of responsibility, which are no attacker claims of the article's."""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.extract.actors import ActorRef, actor_of, state_ref
from belligraph.extract.attribution import Attribution
from belligraph.extract.events import Draft
from belligraph.extract.lexicon import NameKind, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.model.sheet import ActorKind, EventType, Property

__all__ = ["Responsibility", "find_responsibility"]

_CLAIMING = word_set("claimed claims claim claiming took taken accepted")
_DOING = word_set("carried conducted launched staged conducting carrying behind")
_PRONOUNS = frozenset(["they", "it", "we"])
_NOBODY = frozenset(["no", "neither", "none"])
_FUTURE = word_set("will would shall may might could continue")
_REACH = 3


@dataclass(frozen=True, slots=True)
class Responsibility:
    """A group's claim of an event; the span is of the normalised text, and the group itself is the speaker."""

    group: ActorRef
    draft: Draft
    sentence: int
    start: int
    end: int
    speaker: ActorRef | None = None
    """Who says so for the group; None: the group itself."""


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
            if speaker is None or chain[0] is not speaker or not mention.type.is_force:
                continue
            if not (mention.is_own or _is_done_by_speaker(p, mention)) or _is_to_come(p, mention):
                continue
            draft = event_of[id(mention)]
            draft.slots = [s for s in draft.slots if not (s[0] in mention.slots and _is_of(s[0], speaker))]
            found.append(Responsibility(speaker, draft, n, min(speaker.start, mention.start), max(mention.end, speaker.end)))
    return found


def _is_to_come(parsed: Parsed, mention: Mention) -> bool:
    """ "Will continue their attacks" claims nothing that was done."""
    first = mention.phrase.first if mention.phrase is not None else mention.token
    return any(parsed.lower(k) in _FUTURE for k in range(max(first - 5, 0), first))


def _is_of(slot: Slot, speaker: ActorRef) -> bool:
    return slot.property is Property.ATTACKER and isinstance(slot.value, ActorRef) and slot.value.key == speaker.key


def _is_done_by_speaker(parsed: Parsed, mention: Mention) -> bool:
    """ "They had carried out the attack": a pronoun and a verb of doing before the event's phrase."""
    if mention.phrase is None:
        # "The rebels said they fired rockets": who did it is the speaker
        return parsed.lower(mention.token - 1) in _PRONOUNS | {"had", "have"} and any(
            parsed.lower(k) in _PRONOUNS for k in range(max(mention.token - 3, 0), mention.token)
        )
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
        groups = [p for p in parsed.subjects(verb) if p.kind is PhraseKind.GROUP and p.determiner not in _NOBODY]
        after = next((m for m in known if i < m.token < i + 8), None)
        if after is None and parsed.lower(i + 1) != "for":
            earlier = [m for per in before for m in per if id(m) in event_of] + [m for m in known if m.token < i]
            after = next((m for m in reversed(earlier) if m.type is EventType.ATTACK and m.word != "threat"), None)
        if groups and after is not None and after.type.is_force:
            group = actor_of(parsed, groups[0])
            end = max(parsed.end(i + 1), after.end if after.sentence == parsed.sentence.number else 0)
            return [Responsibility(group, event_of[id(after)], parsed.sentence.number, group.start, end)]
    return _claimed_event(parsed, known, event_of, before)


def _claimed_event(
    parsed: Parsed, known: list[Mention], event_of: dict[int, Draft], before: list[list[Mention]]
) -> list[Responsibility]:
    """ "A spokesman for X claimed the attacks": the event itself is claimed."""
    for i in range(1, len(parsed.tokens)):
        event = parsed.phrase_at.get(i + 1)
        if parsed.lower(i) not in {"claimed", "claims", "claiming"} or event is None or event.kind is not PhraseKind.EVENT:
            continue
        if event.determiner not in {"the", "this", "that", "these", "both", "a", "an"} or event.possessor is not None:
            continue
        subjects = parsed.subjects(i)
        group = next((g for p in subjects if (g := _group_of(parsed, p)) is not None), None)
        told = next((m for m in known if m.phrase is event), None)
        if told is None:
            earlier = [m for per in before for m in per if id(m) in event_of]
            told = next((m for m in reversed(earlier) if m.type is EventType.ATTACK and m.word != "threat"), None)
        if group is not None and told is not None:
            start = parsed.start(subjects[0].first)
            number = parsed.sentence.number
            return [
                Responsibility(group, event_of[id(told)], number, start, parsed.end(event.last), _voice(parsed, subjects))
            ]
    return []


def _group_of(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """The group that a phrase names, or whose spokesman it names."""
    if phrase.kind is PhraseKind.GROUP:
        return actor_of(parsed, phrase)
    if phrase.kind not in {PhraseKind.OFFICIAL, PhraseKind.PERSON}:
        return None
    known = next((n for n in phrase.names if n.name.kind is NameKind.GROUP), None)
    return state_ref(parsed, known) if known is not None else None


def _voice(parsed: Parsed, subjects: list[Phrase]) -> ActorRef | None:
    first = subjects[0]
    return actor_of(parsed, first) if first.kind in {PhraseKind.OFFICIAL, PhraseKind.PERSON} else None
