"""A group's own "we did it": claims of responsibility, which are no attacker claims of the article's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from belligraph.extract.actors import ActorRef, actor_of, state_ref
from belligraph.extract.attribution import Attribution
from belligraph.extract.clauses import BLASTS, PARTS
from belligraph.extract.events import Draft
from belligraph.extract.lexicon import NameKind, lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.owndeeds import by_pronoun, is_done_by_group, is_done_by_speaker, is_of, is_of_own_men, is_to_come
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.relations import Relation
from belligraph.extract.retold import is_fought_off
from belligraph.extract.sameness import agree
from belligraph.model.sheet import ActorKind, EventType, Property

__all__ = ["Responsibility", "find_responsibility"]

_CUES = word_set("responsibility credit claimed claims claiming")
_CLAIMING = word_set("claimed claims claim claiming took taken accepted")
_OWNING = frozenset(["responsibility", "credit"])
_NOBODY = frozenset(["no", "neither", "none", "nobody"])
_POINTING = frozenset(["the", "this", "that", "these", "those", "both"])
_DENYING = word_set("not n't never denied denies yet without refused")
_KILLINGS = word_set("killing killings assassination assassinations death deaths murder")
_NEAR = 10
_CLAIMED_IN = word_set(". , ; in on via through as")
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
    parsed: list[Parsed],
    mentions: list[list[Mention]],
    event_of: dict[int, Draft],
    attribution: Attribution,
    relations: list[Relation],
) -> list[Responsibility]:
    """All claims of responsibility. Attacker claims that rest on "their attacks" in the group's own words are taken back.

    The `relations` tell for which group a spokesman speaks.
    """
    found: list[Responsibility] = []
    armed = ActorKind.ARMED_GROUP
    voices = {r.subject.key: r.other for r in relations if r.property is Property.ACTS_FOR and r.other.kind is armed}
    for n, (p, own) in enumerate(zip(parsed, mentions, strict=True)):
        known = [m for m in own if id(m) in event_of]
        found += _claimed(p, known, event_of, mentions[max(n - _REACH, 0) : n])
        for mention in known:
            chain, doubt = attribution.speakers(n, mention.start)
            if not chain or not mention.type.is_force:
                continue
            group = chain[0] if chain[0].kind is armed else voices.get(chain[0].key)
            if group is None or is_to_come(p, mention):
                continue
            by_it = not mention.actors(Property.ATTACKER) or any(is_of(s, group) for s in mention.slots)
            own_deed = mention.is_own and by_it
            men = [s for s in mention.slots if is_of_own_men(s)]
            its = any(is_of(s, group) and by_pronoun(p, s) for s in mention.slots)
            if not (own_deed or men or its or is_done_by_speaker(p, mention) or is_done_by_group(p, mention, group)):
                continue
            draft = event_of[id(mention)]
            if doubt is not None and doubt.lower() in lexicon().words["speech.denying"]:
                if not mention.actors(Property.ATTACKER):  # "denied that it had carried out the attack"
                    denied = Slot(Property.ATTACKER, group, min(group.start, mention.start), mention.end)
                    draft.slots.append((denied, n))
                continue
            draft.slots = [s for s in draft.slots if not (s[0] in men or (s[0] in mention.slots and is_of(s[0], group)))]
            voice = chain[0] if group is not chain[0] else None
            start, end = min(chain[0].start, mention.start), max(mention.end, chain[0].end)
            found.append(Responsibility(group, draft, n, start, end, voice))
    return found


def _claimed(
    parsed: Parsed, known: list[Mention], event_of: dict[int, Draft], before: list[list[Mention]]
) -> list[Responsibility]:
    """ "X claimed responsibility for the attack", "an attack claimed by X", "a spokesman for X claimed the attacks".

    Without a name of its own, the attack told last is meant, or the last two: "for both attacks".
    """
    for i in parsed.at(_CUES):
        found = _claim_at(parsed, i)
        if found is None:
            continue
        claimants, event, last = found
        group = next((g for p in claimants if (g := _group_of(parsed, p)) is not None), None)
        told = _meant(parsed, i, event, known, event_of, before)
        if group is None or not told:
            continue
        if not (told := _possible(group, event, told, before, event_of)):
            continue
        voice, number = _voice(parsed, claimants), parsed.sentence.number
        start = min(group.start, parsed.start(claimants[0].first), parsed.start(event.first if event is not None else i))
        ends = [parsed.end(last), group.end, *(m.end for m in told if m.sentence == number)]
        return [Responsibility(group, event_of[id(m)], number, start, max(ends), voice) for m in told]
    return []


def _claim_at(parsed: Parsed, i: int) -> tuple[list[Phrase], Phrase | None, int] | None:
    """Who claims by the word at i, the event's phrase, and where the claim's words end; None if nothing is claimed there."""
    word = parsed.lower(i)
    if word in _OWNING:
        event = _event_behind(parsed, i)
        last = event.last if event is not None else i + 1
        verb = next((k for k in range(i - 1, max(i - 4, -1), -1) if parsed.lower(k) in _CLAIMING), None)
        if verb is not None and {parsed.lower(k) for k in range(max(verb - 4, 0), verb)} & _DENYING:
            return None  # "did not immediately claim responsibility"
        if verb is not None:
            return parsed.subjects(verb), event, last
        passive = (k for k in range(i + 1, min(i + 14, len(parsed.tokens))) if parsed.lower(k) == "claimed")
        by = next((k + 1 for k in passive if parsed.lower(k + 1) == "by"), None)
        who = parsed.phrase_at.get(by + 1) if by is not None else None
        return ([who], event, who.last) if who is not None else None
    if word not in {"claimed", "claims", "claiming"}:
        return None
    if parsed.lower(i + 1) == "by":
        who, thing = parsed.phrase_at.get(i + 2), parsed.phrase_at.get(i - 1)
        if thing is None or thing.last != i:
            thing = next(iter(parsed.subjects(i)), None)
        if who is None or thing is None or thing.kind is not PhraseKind.EVENT:
            return None
        return [who], thing, who.last
    if (told := _relative(parsed, i)) is not None:
        return told
    event = parsed.phrase_at.get(i + 1)
    if event is not None and event.head in PARTS and parsed.lower(event.last) == "of":
        event = parsed.phrase_at.get(event.last + 1)  # "has claimed most of the attacks"
    if event is None or event.kind is not PhraseKind.EVENT or event.possessor is not None:
        return None
    claims = event.determiner in {"the", "this", "that", "these", "both", "a", "an"}
    return (parsed.subjects(i), event, event.last) if claims else None


def _relative(parsed: Parsed, i: int) -> tuple[list[Phrase], Phrase | None, int] | None:
    """Who claims in "an attack that X claimed (in a message)", and the attack; not "that X claimed killed two"."""
    who = parsed.phrase_at.get(i - 1)
    if who is None or parsed.lower(who.first - 1) not in {"that", "which"} or i + 1 in parsed.verbs:
        return None
    told = parsed.phrase_at.get(who.first - 2 - (parsed.lower(who.first - 2) == ","))
    ends = parsed.lower(i + 1) in _CLAIMED_IN or i + 1 in parsed.taken
    return ([who], told, i + 1) if ends and told is not None and told.kind is PhraseKind.EVENT else None


def _possible(
    group: ActorRef,
    event: Phrase | None,
    told: list[Mention],
    before: list[list[Mention]],
    event_of: dict[int, Draft],
) -> list[Mention]:
    """The mentions of events that no other than the group is told to have done, else the last attack that may be its own."""
    avenged = event is None or event.head not in _KILLINGS
    may_be = [m for m in told if _may_be_by(group, event_of[id(m)], avenged)]
    earlier = (m for per in reversed(before) for m in reversed(per) if id(m) in event_of)
    attacks = (m for m in earlier if m.type is EventType.ATTACK and m.word != "threat")
    return may_be or [m for m in attacks if _may_be_by(group, event_of[id(m)], avenged)][:1]


def _may_be_by(group: ActorRef, draft: Draft, avenged: bool) -> bool:
    """Whether a group may have done it; the killing that an attack avenges is none of its own."""
    if avenged and draft.mentions and draft.mentions[0].is_noun and draft.mentions[0].word == "killed":
        return False
    return agree(draft.actors(Property.ATTACKER), [group]) is not False and not is_fought_off(draft)


def _event_behind(parsed: Parsed, i: int) -> Phrase | None:
    """The event in "responsibility for the attack"."""
    if (joint := _for(parsed, i)) is None:
        return None
    near = (p for p in parsed.phrases if joint < p.first < joint + _NEAR)
    return next((p for p in near if p.kind is PhraseKind.EVENT or p.head in BLASTS), None)


def _for(parsed: Parsed, i: int) -> int | None:
    """The "for" behind the "responsibility" at i: "claimed responsibility on Thursday for"."""
    k = i + 1
    while k in parsed.taken:
        k += 1
    return k if parsed.lower(k) == "for" else None


def _meant(
    parsed: Parsed,
    i: int,
    event: Phrase | None,
    known: list[Mention],
    event_of: dict[int, Draft],
    before: list[list[Mention]],
) -> list[Mention]:
    """The mentions of what is claimed: the event's own, else the last attack told before."""
    told = next((m for m in known if event is not None and any(n.phrase is event for n in (m, *m.also))), None)
    if told is None and parsed.lower(i) in _OWNING:
        told = next((m for m in known if i < m.token < i + _NEAR), None)
    if told is not None:
        return [told] if told.type.is_force else []
    if _for(parsed, i) is not None and (event is None or event.determiner not in _POINTING):
        return []
    earlier = [m for per in before for m in per if id(m) in event_of] + [m for m in known if m.token < i]
    attacks = [m for m in reversed(earlier) if m.type is EventType.ATTACK and m.word != "threat"]
    if event is None or event.determiner != "both":
        return attacks[:1]
    second = next((m for m in attacks if event_of[id(m)] is not event_of[id(attacks[0])]), None)
    return [*attacks[:1], *([second] if second is not None else [])]


def _group_of(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """The group that a phrase names, or whose spokesman it names; an unknown name is a group's."""
    if phrase.determiner in _NOBODY or phrase.head in _NOBODY:
        return None
    if phrase.kind is PhraseKind.GROUP:
        return _called(parsed, phrase) or actor_of(parsed, phrase)
    if phrase.kind in {PhraseKind.OFFICIAL, PhraseKind.PERSON}:
        known = next((n for n in phrase.names if n.name.kind is NameKind.GROUP), None)
        return state_ref(parsed, known) if known is not None else _spoken_for(parsed, phrase)
    named = all(t.is_capital for t in parsed.tokens[phrase.core : phrase.last]) and not phrase.names
    if phrase.kind is not PhraseKind.NAME and not (phrase.kind is PhraseKind.FORCE and named):
        return None
    return _spoken_for(parsed, phrase) or replace(actor_of(parsed, phrase), kind=ActorKind.ARMED_GROUP, identified=True)


def _called(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """The name in "a little-known group, the Red Front, claimed"."""
    name = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "," else None
    if name is None or phrase.names or phrase.determiner not in {"a", "an"} or parsed.lower(name.last) != ",":
        return None
    if not parsed.tokens[name.core].is_capital or name.kind not in {PhraseKind.NAME, PhraseKind.STATE, PhraseKind.GROUP}:
        return None
    text, start, end = parsed.text(name.core, name.last), parsed.start(name.first), parsed.end(name.last)
    return ActorRef(f"{ActorKind.ARMED_GROUP}:{text.lower()}", text, ActorKind.ARMED_GROUP, True, start, end, text)


def _spoken_for(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """The group in "John Doe, a spokesman for the Reds"."""
    office = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "," else phrase
    if office is None or office.kind is not PhraseKind.OFFICIAL or parsed.lower(office.last) not in {"for", "of"}:
        return None
    group = parsed.phrase_at.get(office.last + 1)
    return _group_of(parsed, group) if group is not None and group.kind in {PhraseKind.GROUP, PhraseKind.NAME} else None


def _voice(parsed: Parsed, subjects: list[Phrase]) -> ActorRef | None:
    first = subjects[0]
    if first.kind is PhraseKind.NAME and _spoken_for(parsed, first) is not None:
        return replace(actor_of(parsed, first), kind=ActorKind.PERSON, identified=True)
    named = parsed.phrase_at.get(first.first - 2) if parsed.lower(first.first - 1) == "," else None
    if named is not None and first.kind is PhraseKind.OFFICIAL and named.kind in {PhraseKind.NAME, PhraseKind.PERSON}:
        return replace(actor_of(parsed, named), kind=ActorKind.PERSON, identified=True)  # "Ali Khan, a commander for X"
    return actor_of(parsed, first) if first.kind in {PhraseKind.OFFICIAL, PhraseKind.PERSON} else None
