"""What casualties and damage have in common: a value, its words, and the token whose event it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.quantities import Figure
from belligraph.model.sheet import Modality, Object, Property, Quantity, QuantityObject

__all__ = [
    "BOTH_NOUNS",
    "INJURED_NOUNS",
    "KILLED_NOUNS",
    "NOT_PEOPLE",
    "Toll",
    "negation",
    "new_toll",
    "of_whom",
    "quantity",
    "zero",
]

INJURED_NOUNS = word_set("injury injuries wounds")
KILLED_NOUNS = word_set("death deaths fatality fatalities")
BOTH_NOUNS = word_set("casualty casualties")
NOT_PEOPLE = frozenset(
    {PhraseKind.EVENT, PhraseKind.PLACE, PhraseKind.AREA, PhraseKind.STATE, PhraseKind.MEDIA, PhraseKind.THING}
)


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure or a degree of damage; `token` is the word before or behind which its event is told."""

    property: Property
    value: Object
    start: int
    end: int
    token: int
    people: Phrase | None = None
    is_participle: bool = False
    modality: Modality | None = None
    hedge: str | None = None


def quantity(parsed: Parsed, figure: Figure, of: str | None) -> QuantityObject:
    """The quantity of a figure, in the article's words."""
    words = parsed.view.evidence(parsed.start(figure.first), parsed.end(figure.last)).quote
    return QuantityObject(Quantity(words, figure.approximate, figure.value, figure.min, figure.max, of))


def of_whom(parsed: Parsed, phrase: Phrase | None) -> str | None:
    """The counted people's words: "Sylvanian soldiers" of "two Sylvanian soldiers"."""
    if phrase is None or phrase.core >= phrase.last:
        return None
    return parsed.view.evidence(parsed.start(phrase.core), parsed.end(phrase.last)).quote


def zero(parsed: Parsed, first: int, last: int, of: str | None = None) -> QuantityObject:
    """Nobody, in the words from `first` to `last`."""
    words = parsed.view.evidence(parsed.start(first), parsed.end(last)).quote
    return QuantityObject(Quantity(words, False, 0, None, None, of))


def new_toll(
    parsed: Parsed,
    prop: Property,
    value: Object,
    first: int,
    last: int,
    i: int,
    people: Phrase | None = None,
    is_participle: bool = False,
) -> Toll:
    """A toll told by the tokens from `first` to `last` (end exclusive)."""
    return Toll(prop, value, parsed.start(first), parsed.end(last), i, people, is_participle)


def negation(parsed: Parsed, first: int, i: int) -> int | None:
    """The token "no" or "without" that governs the noun at i: in its phrase, or before a list of nouns."""
    for k in range(i - 1, max(i - 9, -1), -1):
        word = parsed.lower(k)
        if word in {"no", "without", "zero"}:
            return k
        joins = word in {
            "or",
            "and",
            ",",
            "reported",
            "confirmed",
            "known",
            "reports",
            "causing",
            "inflicting",
            "of",
            "any",
            "other",
            "civilian",
            "u.s.",
        }
        nouns = word in INJURED_NOUNS | KILLED_NOUNS | BOTH_NOUNS | {
            "damage",
            "damages",
            "serious",
            "major",
            "significant",
        }
        if not (joins or nouns or k >= first):
            return None
    return None
