"""The words that the rules know, read once from the files in `lexicons/`.

Each file begins with its source and licence; formats are TOML, or text with ` | ` between fields and `#` before comments.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from belligraph.extract.tokens import tokenise
from belligraph.model.sheet import ActorKind, PlaceKind

__all__ = ["Lexicon", "Name", "NameKind", "lexicon", "word_set"]

_FOLDER = Path(__file__).parent / "lexicons"
_Value = TypeVar("_Value")


class NameKind(StrEnum):
    """What a known name is: a country's name, its adjective, an armed group, another body, or a place."""

    COUNTRY = "country"
    DEMONYM = "demonym"
    GROUP = "group"
    BODY = "body"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Name:
    """A known name: `canonical` is its entity's first form, `country` the state or land that it belongs to."""

    kind: NameKind
    canonical: str
    actor: ActorKind | None
    place: PlaceKind | None
    country: str | None


class _Unions(dict[tuple[str, ...], frozenset[str]]):
    """What several word lists hold together, joined at the first asking: an article asks a thousand times."""

    def __init__(self, words: dict[str, frozenset[str]]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, names: tuple[str, ...]) -> frozenset[str]:
        union = self[names] = frozenset().union(*(self._words[name] for name in names))
        return union


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists. Word sets are in lower case; names keep their capitals."""

    names: dict[str, tuple[tuple[tuple[str, ...], Name], ...]]
    """From a name's first word in lower case to the whole forms (as words), longest first."""
    heads: dict[str, str]
    """From a noun to the kind of phrase that it heads."""
    titles: dict[str, frozenset[str]]
    concepts: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """From a weapon's first word to its whole forms and their concepts, longest first."""
    specific: dict[str, frozenset[str]]
    platforms: frozenset[str]
    air: frozenset[str]
    words: dict[str, frozenset[str]]
    """Word lists by name, such as `verbs.hit`."""
    phrases: dict[str, tuple[str, ...]]
    """Lists of phrases by name, such as `doubt.possible`, longest first."""
    furniture: re.Pattern[str]
    """Any one of the patterns of page furniture, the first in the order of the file."""
    capitals: dict[str, str]
    """From a country to its capital."""
    unions: _Unions = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "unions", _Unions(self.words))

    def union(self, *lists: str) -> frozenset[str]:
        """What the named word lists hold together."""
        return self.unions[lists]

    def is_in(self, word: str, *lists: str) -> bool:
        """Whether a word in lower case is in one of the named lists."""
        return word in self.unions[lists]


def word_set(text: str) -> frozenset[str]:
    """The words of a text; for the short closed lists that belong beside the rule that uses them."""
    return frozenset(text.split())


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once per process."""
    nouns, weapons, words = _toml("nouns.toml"), _toml("weapons.toml"), _toml("words.toml")
    return Lexicon(
        names=_grouped(_names()),
        heads={word: kind for kind, text in nouns["heads"].items() for word in text.split()},
        titles={name: frozenset(text.split()) for name, text in nouns["titles"].items()},
        concepts=_grouped(
            [(_words_of(form), concept) for concept, text in weapons["concepts"].items() for form in _commas(text)]
        ),
        specific={name: frozenset(text.split()) for name, text in weapons["specific"].items()},
        platforms=frozenset(weapons["platforms"]["platform"].split()),
        air=frozenset(weapons["platforms"]["air"].split()),
        words={
            f"{table}.{name}": frozenset(text.split())
            for table, lists in words.items()
            if table not in {"doubt", "purposes"}
            for name, text in lists.items()
        },
        phrases={
            f"{table}.{name}": tuple(sorted(_commas(text), key=len, reverse=True))
            for table, lists in words.items()
            if table in {"doubt", "purposes"}
            for name, text in lists.items()
        },
        furniture=re.compile("|".join(f"(?:{line})" for line in _lines("furniture.txt"))),
        capitals={country: name for kind, name, _, country in _fields("places.txt") if kind == "capital"},
    )


def _toml(name: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _lines(name: str) -> list[str]:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    # in the list of patterns only the head comment's lines begin with "# "
    return [line for line in text.splitlines() if line.strip() and not line.startswith("# ")]


def _fields(name: str) -> list[list[str]]:
    return [[field.strip() for field in line.split("|")] for line in _lines(name)]


def _commas(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(",") if part.strip()]


def _grouped(pairs: list[tuple[tuple[str, ...], _Value]]) -> dict[str, tuple[tuple[tuple[str, ...], _Value], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], _Value]]] = {}
    for form, value in pairs:
        found.setdefault(form[0].lower(), []).append((form, value))
    return {first: tuple(sorted(forms, key=lambda f: -len(f[0]))) for first, forms in found.items()}


def _words_of(form: str) -> tuple[str, ...]:
    """The words of a name as a text has them: "Lord", "'s", "Resistance", "Army"."""
    return tuple(t.text for t in tokenise(form, 0, len(form)))


def _names() -> list[tuple[tuple[str, ...], Name]]:
    found = []
    for names, adjectives in _fields("countries.txt"):
        forms = _commas(names)
        state = Name(NameKind.COUNTRY, forms[0], ActorKind.STATE, PlaceKind.COUNTRY, forms[0])
        people = Name(NameKind.DEMONYM, forms[0], ActorKind.STATE, None, forms[0])
        found += [(_words_of(form), state) for form in forms]
        found += [(_words_of(form), people) for form in _commas(adjectives)]
    for canonical, variants in _fields("groups.txt"):
        group = Name(NameKind.GROUP, canonical, ActorKind.ARMED_GROUP, None, None)
        found += [(_words_of(form), group) for form in _commas(variants)]
    for kind, canonical, variants, country in _fields("bodies.txt"):
        body = Name(NameKind.BODY, canonical, ActorKind(kind), None, country or None)
        found += [(_words_of(form), body) for form in _commas(variants)]
    for kind, canonical, variants, country in _fields("places.txt"):
        place = Name(NameKind.PLACE, canonical, None, PlaceKind(kind.replace("capital", "settlement")), country or None)
        found += [(_words_of(form), place) for form in _commas(variants)]
    return found
