"""When two names name the same: the head of each, without articles, numbers, titles and what follows."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["head", "same_head", "words_of"]

_STATES = (
    (re.compile(r"\b(?:the )?(?:united states(?: of america)?|u\.s\.a?\.?|usa)(?!\w)"), "us"),
    (re.compile(r"\b(?:united kingdom|u\.k\.?)(?!\w)"), "uk"),
    (re.compile(r"'s?\b"), ""),
    (re.compile(r"\bal[- ](?=\w)"), "al-"),
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "‑": "-"})


@dataclass(frozen=True, slots=True)
class _Words:
    titles: frozenset[str]
    filler: frozenset[str]
    groups: frozenset[str]
    bands: frozenset[str]
    with_of: re.Pattern[str]
    ending: re.Pattern[str]


@cache
def _lists() -> _Words:
    raw = tomllib.loads(files("belligraph.evaluate").joinpath("names.toml").read_text("utf-8"))
    sets = {key: raw[key].split() for key in raw}
    return _Words(
        titles=frozenset(sets["titles"]),
        filler=frozenset(sets["filler"]),
        groups=frozenset(sets["groups"]),
        bands=frozenset(sets["bands"]),
        with_of=re.compile(rf"\b(?:{'|'.join(sets['names_with_of'])})\s+of\b", re.I),
        ending=re.compile(rf"\s+(?:{'|'.join(sets['ending'])})\b.*|\s*[,;(–—].*|\s+-\s+.*", re.S),
    )


def words_of(name: str) -> list[str]:
    """The words of a name, in small letters and one spelling."""
    plain = name.lower().translate(_QUOTES)
    for pattern, form in _STATES:
        plain = pattern.sub(form, plain)
    return re.findall(r"[\w-]+", plain)


@lru_cache(maxsize=4096)
def head(name: str) -> tuple[str, ...]:
    """The words that make the name: without what stands before its head or behind it; the last one in the singular."""
    lists = _lists()
    kept = name if lists.with_of.search(name) else lists.ending.sub("", name, count=1) or name
    words = [w for w in words_of(kept) if w not in lists.filler and not w.isdigit()]
    while len(words) > 1 and words[0] in lists.titles:
        del words[0]
    while len(words) > 1 and words[-1] in lists.bands and words[-2].removesuffix("s") in lists.groups | lists.bands:
        del words[-1]
    if words and len(words[-1]) > 3 and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-1]
    return tuple(words)


def same_head(one: str, other: str) -> bool:
    """Whether two names have one head, or the shorter is the longer's: "Ryder" and "Brigadier General Pat Ryder"."""
    a, b = head(one), head(other)
    if not a or not b:
        return False
    if a == b:
        return True
    if a[-1] != b[-1] or not (set(a) <= set(b) or set(b) <= set(a)):
        return False
    shorter = one if len(a) <= len(b) else other
    # "forces" alone says nothing, "U.S. forces" does
    return len(a) == len(b) or len(set(a) & set(b)) > 1 or shorter[:1].isupper()
