"""Which place a name stands for, told by the other names of its article.

Every name votes for the countries and the first-level divisions that it may lie in, by how likely each of its senses is; a
second round weighs the senses by the first. A name is judged by the votes of the others, never by its own.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from belligraph.link.index import Index, Known, Name
from belligraph.link.table import PLACE_TYPES
from belligraph.model.naming import normalise

__all__ = ["NAMED", "Context", "division_of", "divisions_called", "is_place", "prominence", "read_context", "stands_with"]

NAMED = 0.5
"""What the other names of an article must say together before a country or a division counts as named."""
# what is said of a division and is no part of its name: "Diyala province", "the state of Sonora"
_KINDS = (
    r"(?:autonomous region|canton|co|county|department|district|governorate|muhafazah|muhafazat|oblast|prefecture|province|"
    r"region|state|voivodeship)"
)
_BEHIND = re.compile(rf"(.+?) {_KINDS}")
_BEFORE = re.compile(rf"{_KINDS}(?: of)? (.+)")
# what one name can say of where the others lie, before the second round
_SURE = 1.0
_LIKELY, _UNLIKELY = 0.6, 0.05


@dataclass(frozen=True, slots=True)
class Context:
    """What an article tells of the world that its names are from."""

    votes: Mapping[str, float] = field(default_factory=dict)
    """For each country (`US`) and first-level division (`US.KY`): how much the names speak for it; 1 is one sure name."""
    own: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    """What each normalised name adds to these."""
    neighbours: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The normalised names that stand directly before or behind each one."""
    published: date | None = None

    def support(self, area: str, name: str) -> float:
        """How much the names other than this normalised one speak for a country or division."""
        return max(0.0, self.votes.get(area, 0.0) - self.own.get(name, {}).get(area, 0.0))

    def knows_more(self, name: str) -> bool:
        """Whether any other name than this normalised one speaks for anything."""
        return any(self.support(area, name) > _UNLIKELY for area in self.votes)


def division_of(known: Known) -> str:
    """The code of the first-level division that a place is or lies in: `US.KY`; empty if nobody tells."""
    return ".".join(known.division.split(".")[:2])


def divisions_called(name: str, index: Index) -> list[tuple[Known, Name]]:
    """The divisions of a name that says so: "Diyala province" and "the state of Sonora" are no towns."""
    norm = normalise(name)
    found = _BEHIND.fullmatch(norm) or _BEFORE.fullmatch(norm)
    if found is None:
        return []
    return [
        (k, max(s, Name.STRONG))
        for k, s in (*index.named(found[1]), *index.named(f"{found[1]} county"))
        if k.type == "AdminArea"
    ]


def prominence(known: Known) -> float:
    """From 0 for a village to 1 for a city of 300,000 or a capital: what news means without saying more."""
    if known.capital:
        return 1.0
    return min(1.0, max(0.0, (math.log10(max(known.population, 1)) - 3.0) / 2.5))


def stands_with(norm: str, known: Known, context: Context, index: Index) -> Known | None:
    """The division that a normalised name stands beside, if it lies in it: "London, Ky."."""
    above = _above(known)
    for other in sorted(context.neighbours.get(norm, ())):
        for k, _ in index.named(other) or divisions_called(other, index):
            if k.type == "AdminArea" and k.division in above:
                return k
    return None


def _above(known: Known) -> set[str]:
    """The codes of the divisions that a place lies in."""
    parts = known.division.split(".")
    return {".".join(parts[:n]) for n in range(2, len(parts) + (known.type != "AdminArea"))}


def read_context(names: Iterable[str], index: Index, published: date | None = None) -> Context:
    """The context that these names make, in the order of the article as far as it is known."""
    listed = [norm for name in names if (norm := normalise(name))]
    senses = {norm: _senses(norm, index) for norm in dict.fromkeys(listed)}
    neighbours: dict[str, set[str]] = {}
    for one, other in pairwise(listed):
        if one == other:
            continue
        neighbours.setdefault(one, set()).add(other)
        neighbours.setdefault(other, set()).add(one)
    beside = {norm: frozenset(others) for norm, others in neighbours.items()}
    first = _voted(senses, Context())
    second = _voted(senses, Context(*first))
    return Context(*second, beside, published)


def _senses(norm: str, index: Index) -> list[tuple[Known, float]]:
    found = [(k, s) for k, s in index.named(norm) if k.country] or [(k, s) for k, s in divisions_called(norm, index)]
    # beside what an authority file knows by that name, towns so named are an afterthought
    aside = 0.1 if any(k.curated for k, _ in found) else 1.0
    return [(k, _weight(k, s, len(found)) * (aside if k.type == "City" and not k.curated else 1.0)) for k, s in found]


def _weight(known: Known, strength: Name, of: int) -> float:
    """How likely the sense is before anything else is known; a hundred villages of one name weigh no more than one."""
    if known.curated:
        return _SURE
    if known.type == "AdminArea":
        likely = _LIKELY if known.division.count(".") == 1 else _UNLIKELY * 4 / of
        return likely if strength is not Name.WEAK else likely / 2
    return _UNLIKELY / of + prominence(known) ** 2 * (_SURE if strength is Name.LABEL else _LIKELY)


def _voted(
    senses: Mapping[str, Sequence[tuple[Known, float]]], before: Context
) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    votes: defaultdict[str, float] = defaultdict(float)
    own: dict[str, dict[str, float]] = {}
    for norm, found in senses.items():
        weighed = [(known, weight * _agreement(known, norm, before)) for known, weight in found]
        total = sum(weight for _, weight in weighed)
        if not total:
            continue
        trust = min(1.0, 0.4 + max(weight for _, weight in found))
        mine: defaultdict[str, float] = defaultdict(float)
        for known, weight in weighed:
            for area in {known.country, division_of(known)} - {""}:
                mine[area] += trust * weight / total
        own[norm] = dict(mine)
        for area, vote in mine.items():
            votes[area] += vote
    return dict(votes), own


def _agreement(known: Known, norm: str, context: Context) -> float:
    country = min(1.0, context.support(known.country, norm))
    division = division_of(known)
    return 1.0 + 2.0 * country + (4.0 * min(1.0, context.support(division, norm)) if division else 0.0)


def is_place(known: Known) -> bool:
    """Whether it is somewhere."""
    return known.type in PLACE_TYPES or known.type == "Country"
