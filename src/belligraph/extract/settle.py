"""Giving tolls, damage and purposes to their events, in the sentence or before it."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import actor_of
from belligraph.extract.belonging import (
    are_deaths_in,
    hurt_before,
    is_foreign,
    is_interception,
    is_of_something_new,
    leads_away,
    missed,
    only_ranks,
    went_before_it,
)
from belligraph.extract.continuing import is_long_ago
from belligraph.extract.debris import host_of_debris
from belligraph.extract.downings import intercepts
from belligraph.extract.elsewhere import is_of_all_dead, told_elsewhere, told_of_several, whole_of
from belligraph.extract.events import Draft
from belligraph.extract.excepted import add_to_series, left_out
from belligraph.extract.gapped import gapped_tolls
from belligraph.extract.hanging import is_of_called, is_participial, is_relative, is_use
from belligraph.extract.intentions import is_only_meant
from belligraph.extract.lexicon import lexicon
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.offices import named_holder
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.purposes import find_purposes
from belligraph.extract.retold import is_fought_off
from belligraph.extract.sameness import agree
from belligraph.extract.tolls import Toll, is_nothing
from belligraph.extract.totals import add_total, clash_of, is_fight, is_spanned, is_total
from belligraph.extract.whereabouts import narrowed, toll_places
from belligraph.model.sheet import EventType, Property

__all__ = ["settle"]

# how many sentences back a toll without a trigger may reach
_REACH = 2
# and how many where only one event of force has been told so far
_LONG_REACH = 8
_ANSWERED = frozenset(["retaliation", "response", "reprisal", "revenge"])
_BEHIND = _ANSWERED | {"after", "following", "since"}
_CLAUSE = frozenset(["after", "before", "while", "when", "as", "but", ";"])
# how many sentences a single event outlives a series as the one that tolls belong to
_SERIES_REACH = 4


def settle(
    parsed: list[Parsed],
    mentions: list[list[Mention]],
    tolls: list[list[Toll]],
    event_of: dict[int, Draft],
    drafts: list[Draft],
) -> None:
    """Add to the events what sentences tell of their tolls and purposes. What fits no event is left out."""
    last: tuple[int, Draft] | None = None
    last_hit: dict[EventType, tuple[int, Draft]] = {}  # the last attack, the last strike: not what was only shot down
    told: list[Draft] = []
    heard: set[Draft] = set()
    wars: dict[str, Draft] = {}
    summed = -1
    fights: dict[int, Draft] = {}
    for p, own, per in zip(parsed, mentions, tolls, strict=True):
        known = [m for m in own if id(m) in event_of]
        main = [m for m in known if not _describes(p, m) and not is_only_meant(m)]
        told += (new := [d for m in known if (d := event_of[id(m)]).type.is_force and d not in heard])
        heard.update(new)
        number = p.sentence.number
        for toll in per:
            if only_ranks(p, toll):
                continue
            if (excluded := left_out(p, toll, known)) is not None:
                add_to_series(p, toll, excluded, drafts)
                continue
            if (downing := host_of_debris(p, toll, told, drafts)) is not None:
                _add(p, toll, downing)
                last = (number, downing)
                continue
            # "killed four men in a shootout": the killing is the event
            fight = clash_of(p, toll, fights, told) if not any(m.token == toll.token for m in known) else None
            if fight is None and went_before_it(p, toll, known):
                continue
            if fight is not None and not any(m.token == fight.mentions[0].token for m in known):
                drafts += [fight] if fight not in drafts else []
                last = (number, fight)
                draft: Draft | None = fight
            else:
                draft = _host(p, toll, known if is_relative(p, toll.token) else main, event_of)
            if last is not None and last[0] < number and is_of_all_dead(p, toll):
                draft = last[1]
            told_here = draft is not None and draft.mentions[0].sentence == number
            plural = draft is not None and any(m.is_plural for m in draft.mentions if m in known)
            fought = fight is not None and fight.mentions[0].sentence < number
            repeated = fought or (draft is not None and (draft.series or (told_here and plural)))
            reach = _LONG_REACH if len(told) == 1 else _REACH
            same = last is not None and all(event_of[id(m)] is last[1] for m in main)
            if draft is None and last is not None and same and number - last[0] <= reach:
                draft = last[1]
            if (counted := _counted_by(known, toll, event_of)) is not None and is_spanned(p, toll):
                counted.series = True  # "the rebels have killed 200 soldiers since May": as many events as it took
            elif not repeated and is_total(p, toll, elsewhere=not known, follows=number - summed <= 1):
                summed = number
                add_total(p, toll, drafts, wars)
                continue
            both = told_of_several(p, toll, known)
            own_event = told_elsewhere(p, toll, draft, known) if draft is not None else None
            if (another := both or own_event) is not None:
                drafts.append(another)
                _add(p, toll, another)
                last = (number, another) if own_event is not None else last
                continue
            if draft is not None and draft is not fight and is_of_something_new(p, toll, known):
                continue
            if draft is not None and not known and not is_fight(draft) and is_foreign(p, toll, draft):
                continue
            if not known and draft is not None:
                draft = hurt_before(p, toll, draft, told)
            draft = missed(p, toll, draft, told)
            hurts = toll.property in {Property.KILLED, Property.INJURED}
            if draft is not None and toll.property is Property.DAMAGE and not is_nothing(toll) and not known:
                # what a drone that got through damaged was not damaged by shooting others down
                ruined = toll.people is None or not toll.people.concepts
                hurts = ruined and intercepts(draft.mentions)
            if draft is not None and (is_nothing(toll) or (hurts and not known)) and is_interception(draft):
                # "shot down the missiles; there were no injuries": nobody was hurt by the attack, or the strike
                is_downing = intercepts(draft.mentions)
                kinds = (EventType.ATTACK, EventType.STRIKE) if is_downing else (EventType.ATTACK,)
                nearest = next(
                    (
                        last_hit[k]
                        for k in kinds
                        if k in last_hit
                        and number - last_hit[k][0] <= (2 * _REACH if is_nothing(toll) else _REACH)
                        and not _is_same_side(last_hit[k][1], draft)  # who shot it down did not send it
                    ),
                    None,
                )
                if nearest is None and not is_nothing(toll) and is_downing:
                    continue  # nobody is killed by shooting drones down
                draft = nearest[1] if nearest is not None else draft
                here = [event_of[id(m)] for m in known if m.token < toll.token and m.type in kinds and not m.is_separate]
                # "a drone was launched; it was shot down, and nobody was hurt"
                draft = next((d for d in reversed(here) if not intercepts(d.mentions)), draft)
            if draft is not None and is_nothing(toll) and not known:
                draft = whole_of(draft, told)
            if draft is not None and draft.type.is_force:
                _add(p, toll, draft)
                drafts += gapped_tolls(p, toll, draft)
        for slot, mention in find_purposes(p, known):
            if mention is None:
                found = [d for d in drafts if d.type is EventType.STRIKE and d.mentions[0].sentence < number][-1:]
            elif mention.type is EventType.DEPLOYMENT:
                found = [event_of[id(m)] for m in known if m.type is EventType.DEPLOYMENT]
            else:
                found = [event_of[id(mention)]]
            for draft in found:
                draft.slots.append((slot, number))
        if leads_away(p):
            last = None  # "In a separate operation, troops captured two men": who is hurt next was not hurt before
        for mention in known:
            went_before = _is_before(p, mention, known, _BEHIND)
            if mention.is_series and last is not None and number - last[0] <= _SERIES_REACH and not last[1].series:
                last = last if went_before else (number, last[1])
            elif mention.type.is_force and mention.word != "threat" and not is_only_meant(mention):
                told_now = (number, event_of[id(mention)])
                # the hurt told next are those of the attack, not of the attackers' end or what was long ago
                by_the_way = last is not None and (is_fought_off(told_now[1]) or is_long_ago(mention) or is_use(p, mention))
                last = last if went_before or by_the_way else told_now
                if not (intercepts(told_now[1].mentions) or is_use(p, mention)) and not _is_before(
                    p, mention, known, _ANSWERED
                ):
                    last_hit[mention.type] = told_now


def _counted_by(known: list[Mention], toll: Toll, event_of: dict[int, Draft]) -> Draft | None:
    """The event that the verb of a toll tells, and nothing else has told."""
    own = next((event_of[id(m)] for m in known if m.token == toll.token and not m.is_noun), None)
    return own if own is not None and len(own.mentions) == 1 else None


def _is_same_side(one: Draft, other: Draft) -> bool:
    """Whether two events are told to be the work of one side."""
    return agree(one.actors(Property.ATTACKER), other.actors(Property.ATTACKER)) is True


def _is_before(parsed: Parsed, mention: Mention, known: list[Mention], joints: frozenset[str]) -> bool:
    """Whether a sentence names an event only to say what went before another: "the raid came hours after a strike"."""
    main = next((m for m in known if m.type.is_force and m.token < mention.token), None)
    return main is not None and any(main.token <= k < mention.token for k in parsed.at(joints))


def _add(parsed: Parsed, toll: Toll, draft: Draft) -> None:
    number = parsed.sentence.number
    if (
        toll.people is not None
        and not is_fight(draft)
        and actor_of(parsed, toll.people).key in {a.key for a in draft.actors(Property.ATTACKER)}
    ):
        return  # nobody's own dead are told as the work of their attack
    slot = Slot(toll.property, toll.value, toll.start, toll.end, toll.modality, toll.hedge)
    if toll.property is not Property.TARGET:
        draft.slots.append((slot, number))
    if toll.people is not None:
        target = named_holder(parsed, toll.people) or actor_of(parsed, toll.people)
        draft.slots.append((replace(slot, property=Property.TARGET, value=target, phrase=toll.people), number))
    for other in toll.others:
        also = replace(slot, property=Property.TARGET, value=actor_of(parsed, other), phrase=other)
        draft.slots.append((also, number))
    for place in narrowed(parsed, draft, toll_places(parsed, toll)):
        if not any(place.key == p.key for p in draft.places()):
            draft.slots.append((Slot(Property.PLACE, place, toll.start, max(toll.end, place.end)), number))


def _host(parsed: Parsed, toll: Toll, known: list[Mention], event_of: dict[int, Draft]) -> Draft | None:
    """The event in the sentence that a toll belongs to."""
    forces = [m for m in known if m.type.is_force and not m.is_part]
    same = next((m for m in forces if m.token == toll.token), None)
    if same is not None:
        return event_of[id(same)]
    before = [m for m in forces if m.token < toll.token]
    if is_relative(parsed, toll.token):
        noun = next((m for m in reversed(before) if m.is_noun and toll.token - m.token < 20), None)
        if noun is not None:
            return event_of[id(noun)]
        if before and is_of_called(parsed, toll.token):
            return event_of[id(before[-1])]  # "struck the town in what officials called a massive attack that killed two"
        if not any((parsed.lower(k - 1), parsed.lower(k)) == (",", "which") for k in range(toll.token)):
            return None  # "attacked a group that killed 12 people"
    behind = next((m for m in forces if m.token > toll.token), None)
    if behind is not None and are_deaths_in(parsed, toll, behind):
        return event_of[id(behind)]
    subject = _subject_event(parsed, toll)
    by_subject = next((m for m in forces if m.phrase is not None and m.phrase is subject), None)
    if by_subject is not None:
        return event_of[id(by_subject)]
    if before and behind is not None and _is_of_own_clause(parsed, toll, before[-1], behind):
        return event_of[id(behind)]
    if before:
        clause = max((k for k in range(toll.token) if parsed.lower(k) in _CLAUSE), default=-1)
        clause = max(clause, _front(parsed, before))
        main = next((m for m in before if m.token > clause), before[0])
        main = before[-1] if parsed.lower(before[-1].token) == "another" else main
        return event_of[id(main if is_participial(parsed, toll) else before[-1])]
    apart = forces and any(parsed.lower(k) == ";" for k in range(toll.token, forces[0].token))
    return event_of[id(forces[0])] if forces and not apart and forces[0].token - toll.token < 22 else None


def _is_of_own_clause(parsed: Parsed, toll: Toll, before: Mention, behind: Mention) -> bool:
    """Whether "while" leads from one event to a toll told with its own: "jets struck, while two died in a raid"."""
    led = any(parsed.lower(k) in _CLAUSE for k in range(before.token, toll.token))
    noun = behind.phrase
    inside = noun is not None and parsed.lower(noun.first - 1) in {"in", "by", "during"}
    return led and inside and not any(parsed.lower(k) in _CLAUSE for k in range(toll.token, behind.token))


def _describes(parsed: Parsed, mention: Mention) -> bool:
    """Whether a verb only tells who somebody is: "two men who were attacking a convoy were killed"."""
    k = mention.token - 1
    while lexicon().is_in(parsed.lower(k), "stop.auxiliaries", "stop.adverbs") or parsed.lower(k).endswith("ly"):
        k -= 1
    return not mention.is_noun and parsed.lower(k) == "who"


def _front(parsed: Parsed, before: list[Mention]) -> int:
    """The comma that ends "In response to the raid, …", behind which the main clause begins; -1: nothing stands in front."""
    if not before[0].is_noun or parsed.lower(0) not in lexicon().words["stop.prepositions"]:
        return -1
    comma = next((k for k in range(before[0].token, len(parsed.tokens)) if parsed.lower(k) == ","), -1)
    return comma if any(m.token > comma for m in before) else -1


def _subject_event(parsed: Parsed, toll: Toll) -> Phrase | None:
    """The event that is the subject of the toll's verb, or of "resulted in" and "caused" before its noun."""
    for k in range(toll.token, max(toll.token - 8, -1), -1):
        if k in parsed.verbs:
            return next((p for p in parsed.subjects(k) if p.kind is PhraseKind.EVENT), None)
    return None
