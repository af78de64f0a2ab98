"""Numbers as the source gave them: a figure, or the bounds that the words allow (fact-sheet guide, "Numbers")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from belligraph.extract.lexicon import word_set
from belligraph.extract.tokens import Token

__all__ = ["OPENING", "Figure", "is_numeral", "is_year", "number_at", "number_of", "ordinal_of"]

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
_NUMBERS = {
    **{word: n for n, word in enumerate(_UNITS)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
    **{f"{ten}-{unit}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, unit in enumerate(_UNITS[1:10], 1)},
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,9}")

# the least that the word allows
_BEFORE_A = word_set("than least about around nearly to over roughly approximately almost half")
_MULTIPLES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_VAGUE = {
    "several": 2,
    "multiple": 2,
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "some": 1,
    "many": 2,
    "numerous": 2,
}
_APPROXIMATE = word_set("about around approximately roughly nearly almost some")
_ROUND_PHRASES: tuple[tuple[str, ...], ...] = (
    ("at", "least"),
    ("more", "than"),
    ("up", "to"),
    ("as", "many", "as"),
    ("no", "more", "than"),
)
_ROUND_PHRASES += (
    ("fewer", "than"),
    ("less", "than"),
    ("over",),
    ("a", "number", "of"),
    ("a", "couple", "of"),
    ("a", "pair", "of"),
    ("a", "total", "of"),
    ("close", "to"),
    ("a", "handful", "of"),
)
_ROUND_PHRASES += (
    ("a", "few"),
    ("a", "dozen"),
    ("half", "a", "dozen"),
    ("half", "a", "million"),
    ("between",),
    ("not", "less", "than"),
    ("no", "fewer", "than"),
    ("no", "less", "than"),
    ("an", "estimated"),
)


_ROUNDING = frozenset(phrase[0] for phrase in _ROUND_PHRASES)
# what a number may begin with, where it is none in digits
OPENING = _ROUNDING | _APPROXIMATE | _NUMBERS.keys() | _VAGUE.keys() | {"a"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number found in tokens `first` to `last` (end exclusive). Bounds that the words do not give are None."""

    first: int
    last: int
    approximate: bool = False
    value: float | None = None
    min: float | None = None
    max: float | None = None

    @property
    def is_several(self) -> bool:
        """Whether it may tell of more than one: "two", "several", "a number of"."""
        return (self.min or self.value or self.max or 0) > 1 or (self.min == 1 and self.value is None)


def number_of(word: str) -> int | None:
    """The whole number that one word in lower case gives, in digits or letters."""
    if word in _NUMBERS:
        return _NUMBERS[word]
    return int(word.replace(",", "")) if word[:1].isdigit() and _DIGITS.fullmatch(word) else None


def ordinal_of(word: str) -> int | None:
    """The number of an ordinal such as "fifth" or "12th"."""
    if word in _ORDINALS:
        return _ORDINALS.index(word) + 1
    match = _ORDINAL.fullmatch(word) if word[:1].isdigit() else None
    return int(match.group(1)) if match else None


def is_numeral(word: str) -> bool:
    """Whether one word is a number or an ordinal: "12", "twelve", "12th"."""
    return number_of(word) is not None or ordinal_of(word) is not None


def is_year(tokens: list[Token], i: int) -> bool:
    """Whether the token at i may be a year: "the 2019 attacks" are no 2,019."""
    return i < len(tokens) and tokens[i].text[0] in "12" and _YEAR.fullmatch(tokens[i].text) is not None


def number_at(tokens: list[Token], i: int) -> Figure | None:
    """The quantity that begins at token i, rounding words included; None if there is none."""
    if i < 0 or i >= len(tokens):
        return None
    first = tokens[i].lower
    if first not in OPENING and not first[0].isdigit():
        return None  # most words: this is asked of every token
    words = [t.lower for t in tokens[i : i + 9]]
    for phrase in _ROUND_PHRASES if first in _ROUNDING else ():
        if tuple(words[: len(phrase)]) == phrase and (found := _rounded(phrase, tokens, i)) is not None:
            return found
    if words and words[0] in _APPROXIMATE:
        plain = _plain(tokens, i + 1)
        if plain is not None:
            return Figure(i, plain[1], True, value=plain[0])
    plain = _plain(tokens, i)
    if plain is not None:
        value, last = plain
        if tokens[last : last + 1] and tokens[last].lower == "or" and words[last - i + 1 : last - i + 2] == ["more"]:
            return Figure(i, last + 2, min=value)
        return _range(tokens, i, *plain) or Figure(i, last, value=value)
    if words and words[0] in _VAGUE:
        last = i + 1
        if words[0] in {"tens", "hundreds"} and words[1:3] == ["of", "thousands"]:
            return Figure(i, i + 3 + (words[3:4] == ["of"]), min=_VAGUE[words[0]] * 1000)
        if words[1:2] == ["of"]:
            last = i + 2
        elif words[0] == "several" and (times := _MULTIPLES.get(words[1] if words[1:] else "")) is not None:
            return Figure(i, i + 2, min=2 * times)  # "several thousand"
        return Figure(i, last, min=_VAGUE[words[0]])
    return None


def _rounded(phrase: tuple[str, ...], tokens: list[Token], i: int) -> Figure | None:
    if phrase == ("a", "pair", "of"):
        return Figure(i, i + 3, value=2)
    if phrase == ("half", "a", "million"):
        return Figure(i, i + 3, value=500_000)
    if phrase == ("half", "a", "dozen"):
        return Figure(i, i + 3, value=6)
    if phrase in {("a", "number", "of"), ("a", "couple", "of"), ("a", "handful", "of"), ("a", "few")}:
        unit = tokens[i + 2].lower if phrase == ("a", "few") and i + 2 < len(tokens) else ""
        if unit in _MULTIPLES:
            return Figure(i, i + 3, min=2 * _MULTIPLES[unit])  # "a few hundred"
        return Figure(i, i + len(phrase), min=1 if phrase[1] == "number" else 2)
    if phrase == ("a", "dozen"):
        return Figure(i, i + 2, value=12)
    after = i + len(phrase)
    plain = _plain(tokens, after)
    if plain is None:
        if phrase == ("at", "least") and after < len(tokens) and tokens[after].lower in _VAGUE:
            return Figure(i, after + 1, min=_VAGUE[tokens[after].lower])
        return None
    value, last = plain
    if phrase in {("close", "to"), ("an", "estimated")}:
        return Figure(i, last, True, value=value)
    if phrase == ("a", "total", "of"):
        return Figure(i, last, value=value)
    if phrase == ("between",):
        second = _plain(tokens, last + 1) if last < len(tokens) and tokens[last].lower == "and" else None
        return Figure(i, second[1], min=value, max=second[0]) if second and second[0] >= value else None
    if phrase[0] in {"up", "as"} or phrase[:2] == ("no", "more"):
        return Figure(i, last, max=value)
    if phrase[0] in {"fewer", "less"}:
        return Figure(i, last, max=max(value - 1, 0))
    return Figure(i, last, min=value + 1 if phrase in {("more", "than"), ("over",)} else value)


def _range(tokens: list[Token], i: int, low: int, last: int) -> Figure | None:
    """ "Two or three", "10 to 15": a lower and a higher number."""
    if last >= len(tokens) or tokens[last].lower not in {"or", "to"}:
        return None
    second = _plain(tokens, last + 1)
    return Figure(i, second[1], min=low, max=second[0]) if second is not None and second[0] > low else None


def _plain(tokens: list[Token], i: int) -> tuple[int, int] | None:
    """A number without rounding words and the token behind it; a year or a sum of money is none."""
    if i + 1 < len(tokens) and tokens[i].lower == "a" and tokens[i + 1].lower in _SCALES:
        return (_SCALES[tokens[i + 1].lower], i + 2) if i and tokens[i - 1].lower in _BEFORE_A else None
    if i >= len(tokens) or (value := number_of(tokens[i].lower)) is None:
        return None
    if i and tokens[i - 1].text in "$€£#":
        return None
    last = i + 1
    while last < len(tokens) and tokens[last].lower in _SCALES:
        value *= _SCALES[tokens[last].lower]
        last += 1
    if last < len(tokens) and tokens[last].text == "%":
        return None
    again = [t.lower for t in tokens[last : last + 3]]
    if len(again) == 3 and again[0] == "(" and again[2] == ")" and number_of(again[1]) == value:
        last += 3  # "three (3) terrorists"
    return value, last
