"""Figures of a whole war or span of time, which no single event may take: "the violence since May has killed 500"."""

from __future__ import annotations

from belligraph.extract.actors import actor_of
from belligraph.extract.events import Draft
from belligraph.extract.fights import FIGHTS
from belligraph.extract.fill import add_attacker, add_place
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.tolls import Toll
from belligraph.model.sheet import DateObject, EventType, Property, QuantityObject

__all__ = ["add_total", "clash_of", "is_fight", "is_spanned", "is_total"]

_WARS = word_set("""violence war conflict fighting hostilities unrest insurgency crisis
confrontations exchanges""")
_SIDES = word_set("involving with against between")
_FORCE = frozenset(["fighting", "hostilities"])
# fights that are told of once
_CLASHES = word_set("clash clashes firefight gunfight shootout skirmish skirmishes battle battles")
_SPANNING = word_set("since between throughout far past recent")
_SPAN = word_set("days weeks months years")
_PERFECT = word_set("has have")
_COUNTS = frozenset({Property.KILLED, Property.INJURED})
_NEAR = 4
_VAST = 1000


def is_total(parsed: Parsed, toll: Toll, *, elsewhere: bool, follows: bool = False) -> bool:
    """Whether a toll sums up a war, a side's losses, or what came since some day.

    Thousands who "have been killed" are a total by themselves where the sentence tells of no event: where it is `elsewhere`.
    So is what "has been" counted right behind another total: where it `follows`.
    """
    verb = _verb(parsed, toll)
    if verb is None and elsewhere and toll.property in _COUNTS and _is_vast(toll):
        return True  # "the death toll has risen to 34,000"
    if verb is None or toll.property not in _COUNTS:
        return False
    subjects = parsed.subjects(verb)
    if any(phrase.kind is PhraseKind.EVENT for phrase in subjects):
        return False
    if _war(parsed, verb) is not None:
        return True
    if elsewhere and _is_vast(toll):
        return any(parsed.lower(k) in _PERFECT for k in range(verb))
    side = any(p.head == "side" and (p.last < verb or parsed.lower(p.first - 1) == "on") for p in parsed.phrases)
    return _is_perfect(parsed, verb) and (side or (elsewhere and follows) or _spans(parsed))


def is_spanned(parsed: Parsed, toll: Toll) -> bool:
    """Whether a toll is what a side has done since some day: "have killed nearly 200 soldiers this year"."""
    verb = _verb(parsed, toll)
    return verb is not None and toll.property in _COUNTS and _is_perfect(parsed, verb) and _spans(parsed)


def _spans(parsed: Parsed) -> bool:
    """Whether a sentence tells a span of time: "since May", "in the past week", "so far this year"."""
    return any(
        parsed.lower(k) == "since"
        or k in parsed.taken
        or k + 1 in parsed.taken
        or (parsed.lower(k - 1), parsed.lower(k), parsed.lower(k + 1)) == ("so", "far", "this")
        for k in parsed.at(_SPANNING)
    )


def add_total(parsed: Parsed, toll: Toll, drafts: list[Draft], wars: dict[str, Draft]) -> None:
    """Give a war, which is the subject of a toll's verb, its toll; `wars` are those told so far, by their noun."""
    verb = _verb(parsed, toll)
    war = _war(parsed, verb) if verb is not None else None
    number = parsed.sentence.number
    if war is None:
        told = next(reversed(wars.values()), None)
        if told is not None and told.slots and told.slots[-1][1] in {number, number - 1}:
            # "The fighting has killed 40 there. Here, nine have been killed"
            told.slots.append((Slot(toll.property, toll.value, toll.start, toll.end, toll.modality, toll.hedge), number))
        return
    draft = wars.get(war.head)
    if draft is None:
        start, end = parsed.start(war.first), parsed.end(war.last)
        force = war.head in _FORCE and parsed.lower(war.last) in _SIDES  # fighting of a side is force, a war is none
        kind = EventType.ATTACK if force else EventType.OTHER
        mention = Mention(number, start, end, war.head, war.last - 1, kind, True, parsed.sentence.headline)
        draft = wars[war.head] = Draft(kind, force, label=None if force else parsed.text(war.core, war.last))
        if force:
            _add_sides(parsed, mention, war.last)
        draft.add(mention)
        drafts.append(draft)
    if draft.type.is_force and toll.people is not None:
        people = actor_of(parsed, toll.people)
        draft.slots.append((Slot(Property.TARGET, people, toll.start, toll.end, phrase=toll.people), number))
    draft.slots.append((Slot(toll.property, toll.value, toll.start, toll.end, toll.modality, toll.hedge), number))


def _add_sides(parsed: Parsed, mention: Mention, k: int) -> None:
    """Who fights and since when: "the fighting involving X since 2006"."""
    sides = [parsed.phrase_at.get(k + 1)]
    if parsed.lower(k) == "between" and sides[0] is not None:
        sides.append(parsed.phrase_at.get(sides[0].last + 1))
    for side in sides:
        if side is not None:
            add_attacker(parsed, mention, side)
    since = next((t for t in parsed.times if t.start > mention.end and t.date is not None and t.date.endswith("/..")), None)
    if since is not None:
        words = parsed.view.evidence(since.start, since.end).quote
        mention.slots.append(Slot(Property.DATE, DateObject(since.date, words), mention.start, since.end))


def clash_of(parsed: Parsed, toll: Toll, known: dict[int, Draft], told: list[Draft]) -> Draft | None:
    """The fight in which the people of a toll died, where nothing else tells of it: "killed in clashes with rebels".

    Or which left them dead: "a shootout in the town left four dead".

    Fights once found are kept in `known` by where they begin: the dead of both sides died in one. "The clashes" are those of
    the events `told` before.
    """
    fight = next(
        (p for p in parsed.phrases if p.head in _CLASHES and p.first > toll.token and parsed.lower(p.first - 1) == "in"),
        None,
    )
    fight = fight or _in_fighting(parsed, toll)
    if toll.property in _COUNTS and (lasting := _during(parsed, toll, told)) is not None:
        return lasting
    if toll.property not in _COUNTS or (fight is not None and fight.first - toll.token > _NEAR):
        return None
    if fight is None:
        verb = _verb(parsed, toll)
        doers = parsed.subjects(verb) if verb is not None else []
        fight = next((p for p in doers if p.head in _CLASHES and p.determiner in {"a", "an", "another", None}), None)
    if fight is None:
        return None
    if fight.determiner == "the" and (before := next((d for d in reversed(told) if is_fight(d)), None)) is not None:
        known[parsed.start(fight.first)] = before
    if parsed.start(fight.first) in known:
        return known[parsed.start(fight.first)]
    number, start, end = parsed.sentence.number, parsed.start(fight.first), parsed.end(fight.last)
    mention = Mention(number, start, end, fight.head, fight.last - 1, EventType.ATTACK, True, parsed.sentence.headline)
    mention.phrase = fight
    draft = Draft(EventType.ATTACK, False, [mention])
    for item in parsed.complements(fight.last):
        if item.preposition == "with" and item.phrase.kind in {PhraseKind.GROUP, PhraseKind.FORCE}:
            add_attacker(parsed, mention, item.phrase)
        elif item.preposition in {"in", "near"}:
            add_place(parsed, mention, item.phrase)
    draft.slots += [(slot, number) for slot in mention.slots]
    known[start] = draft
    return draft


def _in_fighting(parsed: Parsed, toll: Toll) -> Phrase | None:
    """The fighting of "were killed in fighting with rebels", which is no noun phrase elsewhere."""
    for k in range(toll.token + 2, toll.token + _NEAR + 1):
        if parsed.lower(k) == "fighting" and parsed.lower(k - 1) == "in" and parsed.lower(k + 1) in {"with", "against"}:
            return Phrase(k, k + 1, PhraseKind.OTHER, k, "fighting")
    return None


def _during(parsed: Parsed, toll: Toll, told: list[Draft]) -> Draft | None:
    """The fighting told before, in which a sentence begins to count the dead: "During the fighting, 90 people have died"."""
    front = (parsed.lower(k) for k in range(1, min(_NEAR + 2, toll.token)))
    word = next((w for w in front if w in FIGHTS or w == ","), ",")
    if parsed.lower(0) not in {"during", "in"} or word == ",":
        return None
    return next((d for d in reversed(told) if any(m.word == word for m in d.mentions)), None)


def is_fight(draft: Draft) -> bool:
    """Whether an event is told as a fight of two sides: "clashes", "clashed"."""
    return any(m.word in _CLASHES or m.word.startswith("clash") for m in draft.mentions)


def _is_vast(toll: Toll) -> bool:
    if not isinstance(toll.value, QuantityObject):
        return False
    told = toll.value.quantity
    return max(told.value or 0, told.min or 0, told.max or 0) >= _VAST


def _verb(parsed: Parsed, toll: Toll) -> int | None:
    return next((k for k in range(toll.token, max(toll.token - 8, -1), -1) if k in parsed.verbs), None)


def _war(parsed: Parsed, verb: int) -> Phrase | None:
    """The war that is the verb's subject, or that began when the count did: "5,000 have died since the war began".

    Where an event stands between, the dead are its own: "killed two in a raid, marking a turn in the conflict".
    """
    told = next((phrase for phrase in parsed.subjects(verb) if phrase.head in _WARS), None)
    that = verb - 1 - (parsed.lower(verb - 1) in _PERFECT)
    if told is None and parsed.lower(that) in {"that", "which"}:
        told = next((p for p in parsed.phrases if p.head in _WARS and p.last in {that, that - 1}), None)
    begun = (
        p
        for p in parsed.phrases
        if p.head in _WARS
        and (p.first > verb or _leads(parsed, p, verb))
        and parsed.lower(p.core) not in {"latest", "recent"}
        and (parsed.lower(p.first - 1) in {"since", "in", "during"} or _begins(parsed, p))
        and not any(e.kind is PhraseKind.EVENT and verb < e.first < p.first for e in parsed.phrases)
    )
    return told or next(begun, None) or _fighting(parsed, verb)


def _leads(parsed: Parsed, war: Phrase, verb: int) -> bool:
    """Whether a war stands in front of what has been counted since: "Since the war began, 9,000 have been killed"."""
    return (
        parsed.lower(0) in {"since", "during"}
        and war.first < _NEAR
        and any(parsed.lower(k) in _PERFECT for k in range(verb))
    )


def _begins(parsed: Parsed, war: Phrase) -> bool:
    """Whether words before a war tell its span: "since the start of the war", "in seven months of violence"."""
    spanned = parsed.lower(war.first - 1) == "of" and parsed.lower(war.first - 2) in _SPAN
    return spanned or parsed.lower(war.first - 4) == "since"


def _is_perfect(parsed: Parsed, verb: int) -> bool:
    """Whether the verb tells of what has been until now: "have been killed"."""
    return any(parsed.lower(k) in _PERFECT for k in range(max(verb - _NEAR, 0), verb))


def _fighting(parsed: Parsed, verb: int) -> Phrase | None:
    """The fighting of "370 people have been killed in the fighting", which is no noun phrase elsewhere."""
    before = verb - 1 - (parsed.lower(verb - 1) in _PERFECT)
    if parsed.lower(before) == "fighting" and before == 1:
        return Phrase(0, 2, PhraseKind.OTHER, 1, "fighting", "the")  # "the fighting left 90 people dead"
    perfect = _is_perfect(parsed, verb)
    if perfect and parsed.lower(0) in {"since", "during"} and "fighting" in {parsed.lower(2), parsed.lower(3)}:
        k = 2 if parsed.lower(2) == "fighting" else 3
        return Phrase(1, k + 1, PhraseKind.OTHER, k, "fighting", "the")  # "Since the fighting began, 240 have been killed"
    for k in range(verb + 2, len(parsed.tokens)) if perfect else ():
        if parsed.lower(k) == "fighting" and (parsed.lower(k - 2), parsed.lower(k - 1)) == ("in", "the"):
            return Phrase(k - 1, k + 1, PhraseKind.OTHER, k, "fighting", "the")
    return None
