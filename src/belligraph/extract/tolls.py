"""What casualties and damage have in common: a value, its words, and the token whose event it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.quantities import Figure, number_at
from belligraph.model.sheet import ConceptObject, Modality, Object, Property, Quantity, QuantityObject

__all__ = [
    "BOTH_NOUNS",
    "HARM",
    "HARM_NOUNS",
    "INJURED_NOUNS",
    "KILLED_NOUNS",
    "NOT_PEOPLE",
    "Toll",
    "figure_before",
    "is_either",
    "is_nothing",
    "new_toll",
    "of_whom",
    "quantity",
    "single",
    "zero",
]

INJURED_NOUNS = word_set("injury injuries wounds")
KILLED_NOUNS = word_set("death deaths fatality fatalities")
HARM = word_set("kill kills killed killing dead died slain injured injuring wounded wounding hurt")
BOTH_NOUNS = word_set("casualty casualties")
HARM_NOUNS = INJURED_NOUNS | KILLED_NOUNS | BOTH_NOUNS
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
    others: tuple[Phrase, ...] = ()
    """What a list tells to be harmed besides `people`: "damage to a school, a clinic and two shops"."""


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


def is_nothing(toll: Toll) -> bool:
    """Whether a toll is that nobody was hurt, nothing was damaged, or the attack failed."""
    if isinstance(toll.value, QuantityObject):
        return toll.value.quantity.value == 0
    return isinstance(toll.value, ConceptObject) and toll.value.concept in {"none", "thwarted"}


def is_either(parsed: Parsed, i: int) -> bool:
    """Whether the word at i is one of two that share one number: "killed or wounded", which says neither of both."""
    for step in (1, -1):
        k = i + step
        while parsed.lower(k) in {"either", "seriously", "badly"}:
            k += step
        both = parsed.lower(k) == "and" and k == i + step and parsed.verbs >= {i, k + step}
        if (parsed.lower(k) == "or" or both) and parsed.lower(k + step) in HARM:
            return True
    return False


def figure_before(parsed: Parsed, i: int) -> Figure | None:
    """The quantity that ends right before token i."""
    for k in range(max(i - 5, 0), i):
        figure = number_at(parsed.tokens, k)
        if figure is not None and figure.last == i and k not in parsed.taken:
            return figure  # no year: "a bombing in 2014 killed 60"
    return None


def single(parsed: Parsed, first: int, phrase: Phrase) -> QuantityObject:
    """One person, in the words from `first` to the end of a phrase."""
    words = parsed.view.evidence(parsed.start(first), parsed.end(phrase.last)).quote
    return QuantityObject(Quantity(words, False, 1, None, None, of_whom(parsed, phrase)))
