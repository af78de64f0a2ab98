"""From a name to an entity: candidates with visible features, and a verdict that says why.

Exact names only make candidates (after `model.naming`); what merely looks alike is shown to people and never accepted. A
candidate is accepted from 0.90 on if it leads by 0.15; from 0.60 on a person should look; below, nothing is linked.
"""

from __future__ import annotations

import difflib
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from belligraph.link.index import Index, Known, Name
from belligraph.link.table import ACTOR_TYPES, PLACE_TYPES
from belligraph.model.naming import normalise

__all__ = ["ACCEPT", "MARGIN", "REVIEW", "Candidate", "Context", "Mark", "Match", "Matcher", "Verdict"]

ACCEPT, REVIEW, MARGIN = 0.90, 0.60, 0.15
# alike enough to be shown: "ayn al basha" for "ain al asad" is not
LOOKS_ALIKE = 0.84
_PLACES = {
    "facility": {"MilitaryBase", "Airport", "Facility", "OilField", "ArchaeologicalSite"},
    "settlement": {"City", "ArchaeologicalSite"},
    "region": {"AdminArea", "Region"},
    "country": {"Country"},
    "water": {"WaterBody"},
    "other": PLACE_TYPES | {"Country"},
}
_ACTORS = {
    "state": {"Country"},
    "armed_force": {"ArmedForce", "MilitaryCommand"},
    "armed_group": {"ArmedGroup", "PoliticalParty", "ArmedForce"},
    "government_body": {"Organisation", "MilitaryCommand"},
    "organisation": {"Organisation", "PoliticalParty", "ArmedGroup", "MilitaryCommand"},
    "media": {"NewsMedia", "NewsAgency"},
    "person": {"Person"},
    "civilians": set[str](),
    "object": set[str](),
    "unknown": ACTOR_TYPES | {"Country"},
}


class Verdict(StrEnum):
    """What becomes of a name."""

    ACCEPTED = "accepted"
    REVIEW = "review"
    NIL = "nil"


@dataclass(frozen=True, slots=True)
class Mark:
    """One feature of a candidate: its aspect, what it adds to the score, and why."""

    aspect: str
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that the name may stand for; its score is the sum of its features, from 0 to 1."""

    entity: Known
    features: tuple[Mark, ...]

    @property
    def score(self) -> float:
        """From 0 to 1."""
        return round(min(1.0, max(0.0, sum(f.value for f in self.features))), 3)


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict on a name, with the best candidate if there is any, all that came close, and the reason."""

    verdict: Verdict
    best: Candidate | None
    candidates: tuple[Candidate, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an article tells of the world that its names are from."""

    countries: Counter[str] = field(default_factory=Counter)
    """How often each country (ISO code) is named."""
    published: date | None = None


class Matcher:
    """Matches names against an index."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def context(self, names: Iterable[str], published: date | None = None) -> Context:
        """The countries that these names name, or lie in without a doubt."""
        countries: Counter[str] = Counter()
        for name in names:
            found = self.index.named(normalise(name))
            curated = {k.country for k, strength in found if k.curated and k.country}
            if len(curated) == 1:
                countries[curated.pop()] += 1
            elif not curated and len({k.country for k, _ in found}) == 1:
                countries[found[0][0].country] += 1
        return Context(countries, published)

    def place(self, name: str, kind: str, context: Context) -> Match:
        """The place of that name; `kind` is a kind of place, `other` if nobody knows."""
        found = [(k, s) for k, s in self._named(name, context) if k.type in PLACE_TYPES or k.type == "Country"]
        people = sum(k.population for k, _ in found if not k.curated and k.type in _PLACES[kind])
        return self._verdict(name, [self._place(k, s, kind, context, people) for k, s in found])

    def actor(self, name: str, kind: str, context: Context) -> Match:
        """The actor of that name; `kind` is a kind of actor."""
        found = [
            (k, s) for k, s in self._named(name, context) if k.curated and (k.type in ACTOR_TYPES or k.type == "Country")
        ]
        return self._verdict(name, [self._actor(k, s, kind, context) for k, s in found])

    def similar(self, name: str, limit: int = 5) -> list[tuple[Known, float]]:
        """Curated entities with a name that looks like it, for people to judge; never exact ones."""
        norm = normalise(name)
        found: dict[str, tuple[Known, float]] = {}
        for other, known in self.index.curated_names():
            ratio = difflib.SequenceMatcher(None, norm, other).ratio() if norm != other else 0.0
            if ratio >= LOOKS_ALIKE and ratio > found.get(known.key, (known, 0.0))[1]:
                found[known.key] = known, round(ratio, 3)
        return sorted(found.values(), key=lambda pair: (-pair[1], pair[0].key))[:limit]

    def _named(self, name: str, context: Context) -> list[tuple[Known, Name]]:
        norm = normalise(name)
        if not norm:
            return []
        found = list(self.index.named(norm))
        refused = self.index.refused(norm) if found else frozenset[int]()
        day = context.published.isoformat() if context.published else ""
        return [
            (known, strength)
            for known, strength in found
            if known.id not in refused
            and not (day and known.valid_from and day < known.valid_from)
            and not (day and known.valid_until and day > known.valid_until)
        ]

    def _place(self, known: Known, strength: Name, kind: str, context: Context, people: int) -> Candidate:
        marks = [_name_mark(known, strength, 0.50, 0.40)]
        if known.type in _PLACES[kind]:
            marks.append(Mark("type", 0.10 if kind == "other" else 0.15, f"{known.type} can be a {kind}"))
        elif known.type == "Place":
            marks.append(Mark("type", 0.10, f"a place that may be a {kind}"))
        else:
            marks.append(Mark("type", -0.5, f"{known.type} is no {kind}"))
        marks.append(self._coherence(known, context, 0.15, -0.10))
        if known.curated or known.type != "City":
            marks.append(Mark("prior", 0.20, "in an authority file" if known.curated else "a state or a continent"))
        elif people:
            share = known.population / people
            value = round(0.20 * share * _prominence(known.population), 3)
            marks.append(Mark("prior", value, f"{known.population:,} people, {share:.0%} of those in places so named"))
        return Candidate(known, tuple(marks))

    def _actor(self, known: Known, strength: Name, kind: str, context: Context) -> Candidate:
        marks = [_name_mark(known, strength, 0.60, 0.50)]
        if known.type in _ACTORS[kind]:
            marks.append(Mark("type", 0.10 if kind == "unknown" else 0.25, f"{known.type} can be a {kind}"))
        else:
            marks.append(Mark("type", -0.5, f"{known.type} is no {kind}"))
        marks.append(self._coherence(known, context, 0.10, 0.0))
        marks.append(Mark("prior", 0.05, "in an authority file"))
        return Candidate(known, tuple(marks))

    def _coherence(self, known: Known, context: Context, agrees: float, differs: float) -> Mark:
        others = context.countries
        if known.type in {"Country", "Region", "WaterBody"} and (known.type == "Country" or not known.country):
            return Mark("coherence", agrees, "no matter of one country")
        if not known.country or not others:
            return Mark("coherence", 0.05 if agrees > 0.1 else 0.0, "no country to compare")
        if known.country in others:
            return Mark("coherence", agrees, f"the article names {known.country}")
        return Mark("coherence", differs, f"the article does not name {known.country}")

    def _verdict(self, name: str, candidates: list[Candidate]) -> Match:
        ranked = sorted(candidates, key=lambda c: (-c.score, -c.entity.population, c.entity.key))[:10]
        if not ranked:
            return Match(Verdict.NIL, None, (), f"nothing is known by the name {name!r}")
        best = ranked[0]
        if best.score < REVIEW:
            worst = min(best.features, key=lambda f: f.value)
            return Match(Verdict.NIL, best, tuple(ranked), f"{best.entity.label} does not fit: {worst.words}")
        runner = next((c for c in ranked[1:] if not _is_a_copy(c.entity, best.entity)), None)
        if runner is not None and best.score - runner.score < MARGIN:
            return Match(Verdict.REVIEW, best, tuple(ranked), f"{best.entity.label} or {runner.entity.label}")
        if best.score < ACCEPT:
            return Match(Verdict.REVIEW, best, tuple(ranked), f"{best.entity.label} is likely, and no more")
        return Match(Verdict.ACCEPTED, best, tuple(ranked), f"{best.entity.label}")


def _is_a_copy(other: Known, best: Known) -> bool:
    """Whether the gazetteer has a curated place a second time, because nobody knows its identifier there yet."""
    same_kind = other.type == best.type and other.country == best.country
    return best.curated and not other.curated and same_kind and normalise(other.label) == normalise(best.label)


def _prominence(population: int) -> float:
    """From 0 for a village to 1 for a city of 300,000: what news means without saying more."""
    return min(1.0, max(0.0, (math.log10(max(population, 1)) - 3.0) / 2.5))


def _name_mark(known: Known, strength: Name, own: float, shared: float) -> Mark:
    if strength is Name.WEAK:
        return Mark("name", shared, f"a name that {known.label} shares with others")
    return Mark("name", own, f"{'the' if strength is Name.LABEL else 'a'} name of {known.label}")
