"""Tolls of another event than the one told before: "Another six were killed in the next town", "an assault and clashes"."""

from __future__ import annotations

from belligraph.extract.clauses import BEARINGS
from belligraph.extract.drafts import Draft
from belligraph.extract.gapped import place_behind, token_at
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.places import PLACE_PREPOSITIONS, place_of
from belligraph.extract.quantities import number_at
from belligraph.extract.sameness import agree, near
from belligraph.extract.tolls import Toll, is_nothing
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import EventType, PlaceKind, Property

__all__ = ["is_of_all_dead", "told_elsewhere", "told_of_several", "whole_of"]

_HURT = frozenset({Property.KILLED, Property.INJURED})
_MORE = word_set("another more additional further")
_ANEW = word_set("separately additionally elsewhere meanwhile also")
_SKIPPED = word_set("also more others today yesterday")
_KINDS = frozenset({PlaceKind.SETTLEMENT, PlaceKind.REGION, PlaceKind.FACILITY})
_EVENTS = word_set(
    "clashes attacks raids strikes battles fighting shelling bombings assaults gunfights operations airstrikes"
)
_UNITS = word_set("km kilometers kilometres miles")
_OF = word_set("from in during by")
_FAR = 10
_STEPS = 3


def told_elsewhere(parsed: Parsed, toll: Toll, draft: Draft, known: list[Mention]) -> Draft | None:
    """An event of its own for people who were hurt at another place than the event's to which nothing else ties them."""
    if toll.property not in _HURT or is_nothing(toll) or toll.is_participle or not _is_passive(parsed, toll):
        return None
    first = token_at(parsed, toll.start)
    words = {parsed.lower(k) for k in range(first, token_at(parsed, toll.end))}
    anew = bool(words & _MORE) or parsed.lower(0) in _ANEW or parsed.lower(first - 1) == "another"
    if not anew or any(m.token > first for m in known) or (known and not _is_joined(parsed, known[-1].token, first)):
        return None
    behind = token_at(parsed, toll.end)
    while parsed.lower(behind) in _SKIPPED or behind in parsed.taken:
        behind += 1
    behind = _past_distance(parsed, behind)
    place = _place(parsed, behind)
    somewhere = parsed.lower(behind) == "elsewhere"
    if place is None and not somewhere:
        return None
    if not somewhere and (place is None or not _is_another(place, draft.places())):
        return None
    number, start = parsed.sentence.number, toll.start
    end = max(toll.end, place.end) if place is not None else parsed.end(behind + 1)
    start = min(start, place.start) if place is not None else start
    mention = Mention(number, start, end, "killed", first, draft.type, False, parsed.sentence.headline, is_part=True)
    if place is not None:
        mention.slots.append(Slot(Property.PLACE, place, start, end))
    own = Draft(draft.type, False)
    own.add(mention)
    return own


def _past_distance(parsed: Parsed, k: int) -> int:
    """The token behind "about 50 kilometers south", if that stands at k and a place follows."""
    figure = next((f for j in (k, k + 1) if (f := number_at(parsed.tokens, j)) is not None and f.last < k + _STEPS), None)
    if figure is None or parsed.lower(figure.last) not in _UNITS:
        return k
    behind = figure.last + 1
    behind += parsed.lower(behind) in BEARINGS
    return behind if parsed.lower(behind) in PLACE_PREPOSITIONS else k


def is_of_all_dead(parsed: Parsed, toll: Toll) -> bool:
    """Whether a toll is of all the dead, of whom others are a part: "the more than 20 dead included four guards"."""
    return parsed.lower(toll.token) in {"dead", "killed", "wounded"} and parsed.lower(toll.token + 1) in {
        "included",
        "include",
    }


def whole_of(draft: Draft, told: list[Draft]) -> Draft:
    """The attack of which an event is only a step: what is told of nobody hurt is told of all of it."""
    whole = draft
    at = next((n for n in range(len(told) - 1, -1, -1) if told[n] is draft), 0)
    for earlier in reversed(told[max(at - _STEPS, 0) : at]):
        if not _is_step(whole) or earlier.type is not draft.type or earlier.series:
            break
        if agree(earlier.actors(Property.ATTACKER), whole.actors(Property.ATTACKER)) is False:
            break
        if whole.mentions[0].sentence - earlier.mentions[-1].sentence > 1 or earlier.mentions[0].headline:
            break
        whole = earlier
    return whole


def _is_step(draft: Draft) -> bool:
    """Whether an event is told without a place, a day, or a target that is not "the" one: "gunmen stormed the building"."""
    hit = [s.phrase for s, _ in draft.slots if s.property is Property.TARGET]
    known = all(p is not None and p.determiner == "the" and not p.names for p in hit)
    return known and not draft.places() and not draft.dates()


def told_of_several(parsed: Parsed, toll: Toll, known: list[Mention]) -> Draft | None:
    """A series for the dead of several events told in one breath: "the toll from an assault on A and clashes elsewhere"."""
    if toll.property not in _HURT:
        return None
    for mention in (m for m in known if m.is_noun and m.phrase is not None):
        begun = mention.phrase.first if mention.phrase is not None else mention.token
        window = range(mention.token + 1, mention.token + _FAR)
        last = next((k for k in window if parsed.lower(k) == "and"), None)
        if last is None or parsed.lower(begun - 1) not in _OF or any(k in parsed.verbs for k in range(mention.token, last)):
            continue
        other = next((k for k in range(last + 1, last + 4) if parsed.lower(k) in _EVENTS), None)
        if other is None:
            continue
        start, end = parsed.start(begun), parsed.end(other + 1)
        both = Mention(
            parsed.sentence.number,
            start,
            end,
            parsed.lower(other),
            begun,
            EventType.ATTACK,
            True,
            parsed.sentence.headline,
            is_part=True,
        )
        whole = Draft(EventType.ATTACK, True)
        whole.add(both)
        return whole
    return None


def _is_passive(parsed: Parsed, toll: Toll) -> bool:
    """Whether nobody is told to do it: "were killed", "died", "were reported hurt"."""
    verb = next((k for k in range(toll.token, max(toll.token - 4, -1), -1) if k in parsed.verbs), None)
    return verb is not None and (parsed.lower(verb) in {"died"} or is_passive(parsed.tokens, verb))


def _is_joined(parsed: Parsed, trigger: int, first: int) -> bool:
    """Whether a clause begins right before the token `first`: ", and nine more were hurt in the next town"."""
    if trigger > first:
        return False
    return parsed.lower(first - 1) in {"and", "while", ";", "as"} and any(
        parsed.lower(k) in {",", ";", "while"} for k in range(max(first - 2, 0), first)
    )


def _place(parsed: Parsed, k: int) -> PlaceRef | None:
    told = place_behind(parsed, k)
    if told is not None:
        return told[0]
    opening = parsed.phrase_at.get(1) if parsed.lower(0) in PLACE_PREPOSITIONS else None
    return place_of(parsed, opening) if opening is not None and parsed.lower(opening.last) == "," else None


def _is_another(place: PlaceRef, places: list[PlaceRef]) -> bool:
    """Whether a place is none of those told, and of the kind of one of them: a town beside a town."""
    alike = [p for p in places if p.kind == place.kind and p.kind in _KINDS]
    return bool(alike) and not any(near(place, p) for p in places)
