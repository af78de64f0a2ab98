"""Whether a toll may belong to an event: not what happened elsewhere, by another, or to drones that were shot down."""

from __future__ import annotations

from belligraph.extract.actors import actor_of
from belligraph.extract.armed import concepts_of
from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.places import place_of
from belligraph.extract.tolls import KILLED_NOUNS, Toll
from belligraph.model.sheet import ActorKind, ConceptObject, EventType, Property, QuantityObject

__all__ = [
    "are_deaths_in",
    "hurt_before",
    "is_foreign",
    "is_interception",
    "is_of_something_new",
    "leads_away",
    "missed",
    "only_ranks",
    "went_before_it",
]

_ANEW = word_set("meanwhile separately elsewhere additionally")
_ANSWERS = frozenset(["retaliation", "response", "revenge", "reprisal", "reprisals", "avenge", "avenging"])
_NO_FORCE = frozenset(["protests", "demonstrations", "riots", "earthquake", "floods"])
_HAPPENINGS = word_set("""shootout gunfight firefight clash battle massacre stampede crash explosion blast accident fire riot
shooting stabbing""")
_NEAR = 5
# how many events back those may have been hurt of whom more is told
_FAR_BACK = 4
# how many sentences back the weapons may have been told that missed
_REACH = 3


def is_foreign(parsed: Parsed, toll: Toll, draft: Draft) -> bool:
    """Whether a sentence without an event of its own tells of another place, another killer, or the attacker's own dead."""
    if parsed.lower(0) in _ANEW and draft.mentions[-1].sentence < parsed.sentence.number:
        return True  # "Meanwhile, a guard was killed in a bomb blast"
    if any(t.date and "/" in t.date and ".." not in t.date and t.date[:10] < t.date[-10:] for t in parsed.times):
        spans = parsed.lower(toll.token + 1) != "overnight" and {"between", "from"} & {t.lower for t in parsed.tokens}
        if spans:
            return True  # "at least 53 were killed between May 5 and 8"
    before = [parsed.lower(k) for k in range(toll.token)]
    if "since" in before and not {"has", "have"} & set(before[before.index("since") :]):
        return True  # "the first since a report of six deaths in May"
    if _is_of_other_crew(toll, draft):
        return True
    return _is_elsewhere(parsed, draft) or _is_by_another(parsed, toll, draft) or _is_own_loss(parsed, toll, draft)


def _is_of_other_crew(toll: Toll, draft: Draft) -> bool:
    """Whether a crew that is safe must be another ship's: of an event that hurt people nobody is "safe"."""
    if not isinstance(toll.value, QuantityObject) or toll.value.quantity.of != "crew" or toll.value.quantity.value != 0:
        return False
    hurt = (s.value for s, _ in draft.slots if s.property in {Property.KILLED, Property.INJURED})
    return any(isinstance(v, QuantityObject) and v.quantity.value != 0 for v in hurt)


def hurt_before(parsed: Parsed, toll: Toll, draft: Draft, told: list[Draft]) -> Draft:
    """The event that hurt those of whom some are told now: "two of the troops were diagnosed with brain injuries"."""
    people = toll.people
    if people is None or (parsed.lower(people.core - 2), parsed.lower(people.core - 1)) != ("of", "the"):
        return draft
    for event in [draft, *reversed(told[-_FAR_BACK:])]:
        for slot, _ in event.slots:
            if slot.property in {Property.KILLED, Property.INJURED} and isinstance(slot.value, QuantityObject):
                whom = (slot.value.quantity.of or "").split()
                if whom[-1:] == [people.head]:
                    return event
    return draft


def leads_away(parsed: Parsed) -> bool:
    """Whether a sentence begins with another happening: "Separately, …", "In a separate operation last week, …"."""
    if parsed.lower(0) in {"separately", "elsewhere", "meanwhile"}:
        return True
    other = parsed.lower(1) == "another" or (parsed.lower(1), parsed.lower(2)) in {("a", "separate"), ("a", "another")}
    return parsed.lower(0) == "in" and other


def _is_elsewhere(parsed: Parsed, draft: Draft) -> bool:
    """Whether a sentence without an event of its own speaks of another town or region than the event's."""
    kinds = {"settlement", "region"}
    mine = [p for p in draft.places() if p.kind in kinds]
    told = [
        place
        for phrase in parsed.phrases
        if parsed.lower(phrase.first - 1) in {"in", "near"}
        and not _is_seat(parsed, phrase)
        and (place := place_of(parsed, phrase)) is not None
    ]
    theirs = [p for p in told if p.kind in kinds]
    keys = {p.key for p in mine} | {p.within.key for p in mine if p.within is not None}
    others = {p.key for p in theirs} | {p.within.key for p in theirs if p.within is not None}
    return bool(mine) and bool(theirs) and not keys & others


def _is_seat(parsed: Parsed, place: Phrase) -> bool:
    """Whether a place only says where a speaker sits: "the ministry in Mirefield said"."""
    seated = parsed.phrase_at.get(place.first - 2)
    return seated is not None and seated.kind in {PhraseKind.BODY, PhraseKind.MEDIA}


def is_of_something_new(parsed: Parsed, toll: Toll, known: list[Mention]) -> bool:
    """Whether what kills is named for the first time and is no known event: "an explosion at a hospital killed 100"."""
    if any(p.head in _NO_FORCE and parsed.lower(p.first - 1) in {"in", "during"} for p in parsed.phrases):
        return True  # "200 people have died during the protests"
    verb = next((k for k in range(toll.token + 1) if parsed.start(k) == toll.start), None)
    if verb is None or verb not in parsed.verbs or toll.is_participle:
        return False
    subject = next(iter(parsed.subjects(verb)), None)
    if subject is None or subject.kind not in {PhraseKind.OTHER, PhraseKind.EVENT}:
        subject = next((p for p in parsed.phrases if p.last <= verb and p.head in _HAPPENINGS), subject)
    if subject is None or subject.kind is not PhraseKind.OTHER or any(m.phrase is subject for m in known):
        return False  # "a blast near a mosque killed ten" is told as an event
    source = parsed.phrase_at.get(subject.last + 1) if parsed.lower(subject.last) in {"from", "of", "in"} else None
    if source is not None and any(m.phrase is source for m in known):
        return False  # "an explosion from a suicide bombing killed ten"
    # "a December 2014 massacre": the day stands between
    told_anew = subject.determiner is None and subject.head in _HAPPENINGS
    return told_anew or subject.determiner in {"a", "an", "another"}


def _is_by_another(parsed: Parsed, toll: Toll, draft: Draft) -> bool:
    """Whether somebody other than the event's attacker does the killing: "fighters burst out and killed 12 people"."""
    active = parsed.start(toll.token) == toll.start and toll.token in parsed.verbs and not toll.is_participle
    if not active or toll.property not in {Property.KILLED, Property.INJURED}:
        return False
    subject = next(iter(parsed.subjects(toll.token)), None)
    if subject is None:
        return parsed.lower(toll.token - 1) in {"and", "also"}
    if subject.kind not in ACTORS:
        return False
    who, attackers = actor_of(parsed, subject), draft.actors(Property.ATTACKER)
    known = {a.key for a in attackers} | {a.family for a in attackers if a.family is not None}
    return bool(attackers) and not {who.key, who.family} & known


def is_interception(draft: Draft) -> bool:
    """Whether an event hit nothing but things: a strike on drones or launchers, or a drone that was shot down."""
    targets = draft.actors(Property.TARGET)
    things = bool(targets) and all(t.kind is ActorKind.OBJECT for t in targets)
    return intercepts(draft.mentions) or (things and draft.type is EventType.STRIKE)


def _is_own_loss(parsed: Parsed, toll: Toll, draft: Draft) -> bool:
    """Whether the hurt are of the attacker's own country or group, which no other sentence's toll is thought to mean."""
    if toll.people is None:
        return False
    who = actor_of(parsed, toll.people)
    return who.family is not None and who.family in {a.family for a in draft.actors(Property.ATTACKER)}


def missed(parsed: Parsed, toll: Toll, draft: Draft | None, told: list[Draft]) -> Draft | None:
    """The event whose weapons "fell into the sea": one told with such weapons, and not what shot others of them down."""
    weapon = next((p for p in parsed.phrases if p.concepts and parsed.start(p.first) == toll.start), None)
    if toll.property is not Property.OUTCOME or weapon is None or not isinstance(toll.value, ConceptObject):
        return draft
    kinds, number = lexicon().specific, parsed.sentence.number
    events: list[Draft] = [draft] if draft is not None else []
    for event in [*events, *reversed(told)]:
        if intercepts(event.mentions) or number - event.mentions[-1].sentence > _REACH:
            continue
        used = concepts_of(event)
        if any(a == b or b in kinds.get(a, ()) or a in kinds.get(b, ()) for a in used for b in weapon.concepts):
            return event
    return None


def are_deaths_in(parsed: Parsed, toll: Toll, behind: Mention) -> bool:
    """Whether a noun tells at once what the dead died in: "the man behind the deaths of 12 children in a rocket attack"."""
    if behind.phrase is None or toll.people is None:
        return False
    first = behind.phrase.first
    if toll.people.last == first - 1 and parsed.lower(first - 1) == "in" and behind.phrase.determiner in {"a", "an"}:
        return True  # "more than 50 attacks, killing three sailors in a single strike in March"
    if parsed.lower(toll.token) not in KILLED_NOUNS:
        return False
    return parsed.lower(first - 1) in {"in", "during"} and not any(k in parsed.verbs for k in range(toll.token, first))


def only_ranks(parsed: Parsed, toll: Toll) -> bool:
    """Whether a toll only compares with what was before: "the most senior rebel killed since the raid"."""
    return (
        toll.people is not None
        and toll.people.determiner == "the"
        and toll.people.last == toll.token
        and parsed.lower(toll.token + 1) == "since"
    )


def went_before_it(parsed: Parsed, toll: Toll, known: list[Mention]) -> bool:
    """Whether the dead are told only as what an event answered or followed: "in retaliation for two deaths"."""
    first = next(k for k in range(len(parsed.tokens)) if parsed.end(k + 1) > toll.start)
    answer = next((k for k in range(first - 1, max(first - _NEAR, -1), -1) if parsed.lower(k) in _ANSWERS), None)
    if answer is not None:
        told = any(answer < m.token <= toll.token + _NEAR for m in known)
        return not told and not any(k in parsed.verbs for k in range(answer + 1, first))
    people = toll.people
    if people is None or people.last > toll.token or parsed.lower(people.first - 1) not in {"after", "following"}:
        return False
    return not any(toll.token <= m.token < toll.token + 3 * _NEAR for m in known if m.type.is_force)
