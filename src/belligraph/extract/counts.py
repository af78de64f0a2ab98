"""Counts told by their own noun: "the death toll rose to 12", "raising the number of dead to 30"."""

from __future__ import annotations

from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.quantities import number_at
from belligraph.extract.tolls import NOT_PEOPLE, Toll, figure_before, new_toll, of_whom, quantity, single
from belligraph.model.sheet import Property

__all__ = ["COUNTING", "of_count"]

COUNTING = word_set("lives life bodies numbered toll number")
_COUNTED = {
    Property.KILLED: word_set("dead deaths fatalities killed"),
    Property.INJURED: word_set("wounded injured injuries hurt"),
}
_REACHING = word_set(
    """rose rises rising risen climbed climbs climbing jumped jumps increased reached reaches reaching passed stands stood
    standing was is grew grown hit hits put"""
)
_UP_TO = word_set("to at of now has had have already")
_TAKING = word_set("claimed claiming claims took taken cost")
_FINDING = word_set("received recovered found brought retrieved pulled counted")
_FAR = 24


def of_count(parsed: Parsed, i: int) -> list[Toll]:
    """The toll that a count gives; the word at i is its noun. A count "from" one figure "to" another has the second."""
    if parsed.lower(i) in {"lives", "life"}:
        return _of_lives(parsed, i)
    if parsed.lower(i) == "bodies":
        return _of_bodies(parsed, i)
    if (
        parsed.lower(i) == "numbered"
        and parsed.lower(i - 1) == "dead"
        and (told := number_at(parsed.tokens, i + 1)) is not None
    ):
        return [new_toll(parsed, Property.KILLED, quantity(parsed, told, None), i - 1, told.last, i)]
    prop = _counted(parsed, i)
    if prop is None:
        return []
    k = i + 1 if parsed.lower(i) == "toll" else i + 3
    before = figure_before(parsed, i - 1) if parsed.lower(i - 1) == "the" else None
    if before is not None and parsed.lower(before.first - 1) in {"to", "at"}:
        # "raised to six the number of dead"
        return [new_toll(parsed, prop, quantity(parsed, before, None), before.first, k, before.first)]
    if parsed.lower(k) not in {"to", "of", "at"}:
        far = min(k + _FAR, len(parsed.tokens))
        verb = next((j for j in range(k, far) if parsed.lower(j) in _REACHING), None)
        if verb is None:
            return []
        k = verb + 1
    while parsed.lower(k) in _UP_TO | _REACHING and number_at(parsed.tokens, k) is None:
        k += 1
    if parsed.lower(k) == "from":
        # "from nine to 12"
        k = next((j + 1 for j in range(k, k + 5) if parsed.lower(j) == "to"), k)
    figure = number_at(parsed.tokens, k)
    if figure is None or figure.first in parsed.taken:
        return []
    return [new_toll(parsed, prop, quantity(parsed, figure, None), i - (parsed.lower(i) == "toll"), figure.last, k)]


def _of_bodies(parsed: Parsed, i: int) -> list[Toll]:
    """ "The hospital received 12 bodies", "the bodies of 15 people were recovered": so many were found dead."""
    phrase = parsed.phrase_at.get(i)
    if phrase is None or phrase.last != i + 1:
        return []
    whose = parsed.phrase_at.get(i + 2) if parsed.lower(i + 1) == "of" else None
    counted = whose if whose is not None else phrase
    around = {
        parsed.lower(k) for k in (*range(max(phrase.first - 3, 0), phrase.first), *range(counted.last, counted.last + 5))
    }
    if counted.figure is None or counted.kind in NOT_PEOPLE - {PhraseKind.THING} or not around & _FINDING:
        return []
    of = of_whom(parsed, whose) if whose is not None else "bodies"
    people = whose if whose is not None and whose.kind not in NOT_PEOPLE else None
    return [new_toll(parsed, Property.KILLED, quantity(parsed, counted.figure, of), phrase.first, counted.last, i, people)]


def _of_lives(parsed: Parsed, i: int) -> list[Toll]:
    """ "Claimed 12 lives", "nine people lost their lives"."""
    told = parsed.phrase_at.get(i)
    if told is None:
        return []
    verb = told.first - 1
    whose = parsed.phrase_at.get(told.last + 1) if parsed.lower(told.last) == "of" else None
    if parsed.lower(verb) in _TAKING and told.determiner == "the" and whose is not None:
        # "claimed the life of a guard", "the lives of 11 people"
        if whose.kind in NOT_PEOPLE or (whose.figure is None and whose.is_plural):
            return []
        counted = quantity(parsed, whose.figure, of_whom(parsed, whose)) if whose.figure is not None else None
        value = counted or single(parsed, told.first, whose)
        return [new_toll(parsed, Property.KILLED, value, verb, whose.last, i, whose)]
    if told.figure is not None and parsed.lower(verb) in _TAKING:
        return [new_toll(parsed, Property.KILLED, quantity(parsed, told.figure, "lives"), verb, i + 1, i)]
    if parsed.lower(verb) not in {"lost", "losing"} or told.determiner not in {"their", "his", "her"}:
        return []
    dead = next(iter(parsed.subjects(verb)), None)
    if dead is None or dead.figure is None or dead.kind in NOT_PEOPLE:
        return []
    value = quantity(parsed, dead.figure, of_whom(parsed, dead))
    return [new_toll(parsed, Property.KILLED, value, dead.first, i + 1, i, dead)]


def _counted(parsed: Parsed, i: int) -> Property | None:
    word = parsed.lower(i)
    if word == "toll":
        return Property.KILLED if parsed.lower(i - 1) == "death" else None
    if word == "number" and parsed.lower(i + 1) == "of":
        if (people := parsed.phrase_at.get(i + 2)) is not None and people.kind not in NOT_PEOPLE:
            # "the number of troops injured in the attack"
            hit = next((p for p, words in _COUNTED.items() if parsed.lower(people.last) in words), None)
            if hit is not None:
                return hit
        return next((p for p, words in _COUNTED.items() if parsed.lower(i + 2) in words), None)
    return None
