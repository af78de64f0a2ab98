"""How alike two reports are: points for and against their being of one happening, each with its reason in words.

The points are weights of evidence that add up; `score` puts the sum on a scale from 0 to 1. They were set on the labelled
pairs of `bench/incidents.py`, which prints what they are worth. Some differences rule a pair out whatever else agrees.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from belligraph.incidents.reports import Party, Report, Spot, Window
from belligraph.model.naming import normalise
from belligraph.model.sheet import ActorKind, PlaceKind

__all__ = ["ACCEPTED", "Feature", "Likeness", "are_apart", "compare", "rules_out", "score"]

ACCEPTED = 4.0
"""The points from which on two reports are taken for reports of one happening."""
NEAR_KM = 15.0
# what days that do not meet weigh, and morning and evening of one day
OTHER_TIME = -2.5
_GENERIC = frozenset(
    (
        "air", "base", "camp", "city", "town", "village", "area", "port", "airport", "military", "facility", "site",
        "position", "region", "province", "district", "country", "garrison", "post", "outpost", "compound", "northern",
        "southern", "eastern", "western", "central", "north", "south", "east", "west", "near", "off", "coast",
    )
)  # fmt: skip
_WIDER = {
    "missile": {"ballistic-missile", "cruise-missile", "anti-ship-missile"},
    "bomb": {"ied", "suicide-bomb", "car-bomb"},
    "aircraft": {"fighter-jet", "gunship", "drone"},
}
_FORCES = frozenset({ActorKind.STATE, ActorKind.ARMED_FORCE, ActorKind.GOVERNMENT_BODY})
_OF_NOBODY = frozenset(
    (
        "force", "military", "army", "troop", "soldier", "air", "navy", "naval", "personnel", "fighter", "militant",
        "militia", "group", "rebel", "gunmen", "government", "and", "of", "a", "an", "some", "other", "two", "three",
        "several", "his", "their", "backed",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence: which aspect (a concept of that scheme), its points, and why."""

    aspect: str
    points: float
    words: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """All evidence on a pair."""

    features: tuple[Feature, ...]

    @property
    def points(self) -> float:
        """The sum."""
        return round(sum(f.points for f in self.features), 3)

    @property
    def is_of_other_days(self) -> bool:
        """Whether both are dated, and not to the same day or night."""
        return any(f.aspect == "time" and f.points <= OTHER_TIME for f in self.features)


def score(points: float) -> float:
    """The points on a scale from 0 to 1; 0.5 where pairs begin to be accepted."""
    return round(1 / (1 + math.exp(ACCEPTED - points)), 3)


def rules_out(a: Report, b: Report) -> str | None:
    """Why the two cannot be of one happening, or None: another type, another day, another place, or told apart."""
    if a.type is not b.type or a.is_hypothetical is not b.is_hypothetical:
        return "another type of event"
    if a.article == b.article and not (a.is_headline or b.is_headline):
        return "one article tells them apart"
    if a.window and b.window and _days_between(a.window, b.window) > (2 if a.window.dated and b.window.dated else 4):
        return "other days"
    if are_apart(a.spots, b.spots):
        return "other places"
    return None


def compare(a: Report, b: Report, shares_incident: bool = False) -> Likeness:
    """The evidence on two reports that nothing rules out. `shares_incident`: both articles report another happening."""
    found = [_time(a, b), _place(a, b), _parties("attacker", a.attackers, b.attackers)]
    found += [_parties("target", a.targets, b.targets), _instrument(a.instruments, b.instruments)]
    found += [_figure("killed", a.killed, b.killed), _figure("injured", a.injured, b.injured)]
    if a.article == b.article:
        found.append(Feature("context", 3.0, "the headline of the article that tells the other"))
    elif shares_incident:
        found.append(Feature("context", 2.0, "both articles report another happening that is one"))
    return Likeness(tuple(f for f in found if f is not None and f.points))


def _days_between(a: Window, b: Window) -> int:
    return max(a.earliest - b.latest, b.earliest - a.latest, 0)


def _time(a: Report, b: Report) -> Feature | None:
    if a.window is None or b.window is None:
        return None
    first, second = (a.window, b.window) if a.window.earliest <= b.window.earliest else (b.window, a.window)
    gap = _days_between(first, second)
    if not (first.dated and second.dated):
        return Feature("time", 0.5 if gap == 0 else -1.5, "one is undated; both are news of the same days")
    if gap == 0:
        if max(first.latest - first.earliest, second.latest - second.earliest) > 2:
            return Feature("time", -1.0, "one is dated only roughly; the days allow it")
        if first.earliest == second.earliest and {(first.early, first.late), (second.early, second.late)} == {
            (True, False),
            (False, True),
        }:
            return Feature("time", OTHER_TIME, "the same day, but morning and evening")
        return Feature("time", 2.5, "the same day")
    if gap == 1 and first.late and second.early:
        return Feature("time", 2.0, "the night between two days")
    if gap == 1:
        return Feature("time", -3.5, "one day apart")
    return Feature("time", -4.0, f"{gap} days apart")


def _place(a: Report, b: Report) -> Feature | None:
    best: Feature | None = None
    for one in a.spots:
        for other in b.spots:
            found = _spots(one, other)
            if best is None or (found is not None and found.points > best.points):
                best = found or best
    return best


def _spots(a: Spot, b: Spot) -> Feature | None:
    if _same(a, b):
        points = {PlaceKind.FACILITY: 3.0, PlaceKind.SETTLEMENT: 3.0, PlaceKind.COUNTRY: 0.0}.get(a.kind, 1.2)
        return Feature("place", points, f"the same place: {a.name}")
    for inner, outer in ((a, b), (b, a)):
        if outer.id in inner.containers or _bare(outer.name) in {_bare(c.strip("“”")) for c in inner.containers}:
            points = {PlaceKind.SETTLEMENT: 2.0, PlaceKind.REGION: 1.2, PlaceKind.WATER: 1.2}.get(outer.kind, 0.5)
            return Feature("place", points, f"{inner.name} lies in {outer.name}")
    distance = _kilometres(a, b)
    if distance is not None and a.is_fine and b.is_fine and distance <= NEAR_KM:
        return Feature("place", 1.5, f"{a.name} and {b.name} lie {distance:.0f} km apart")
    if not a.is_fine and not b.is_fine and a.kind is not b.kind:
        return Feature("place", -1.0, f"{a.name} and {b.name}")
    return None


def _same(a: Spot, b: Spot) -> bool:
    return a.id == b.id or (a.kind is b.kind and bool(_bare(a.name)) and _bare(a.name) == _bare(b.name))


@lru_cache(maxsize=65536)
def _bare(name: str) -> frozenset[str]:
    return frozenset(normalise(name).split()) - _GENERIC


def are_apart(ours: tuple[Spot, ...], theirs: tuple[Spot, ...]) -> bool:
    """Whether no place of the one can be a place of the other."""
    if not ours or not theirs:
        return False
    return all(_apart(a, b) for a in ours for b in theirs)


def _apart(a: Spot, b: Spot) -> bool:
    if _same(a, b) or a.id in b.containers or b.id in a.containers:
        return False
    if a.country is not None and b.country is not None and a.country != b.country:
        return True
    if not (a.is_fine and b.is_fine) or _is_described(a, b) or _is_described(b, a):
        return False
    distance = _kilometres(a, b)
    return distance is None or distance > NEAR_KM


def _is_described(a: Spot, other: Spot) -> bool:
    """Whether a place has no name of its own: "an Iraqi air base" may be any in Iraq."""
    outer = {c for s in (a, other) for c in (*s.containers, s.country or "")}
    # Iraq and Iraqi, Yemen and Yemeni begin alike
    beginnings = {word[:4] for name in outer for word in re.split(r"\W+", name) if word}
    return all(word[:4] in beginnings for word in _bare(a.name))


def _kilometres(a: Spot, b: Spot) -> float | None:
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    phi, psi = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((psi - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(psi) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))


def _parties(aspect: str, ours: tuple[Party, ...], theirs: tuple[Party, ...]) -> Feature | None:
    if not ours or not theirs:
        return None
    shared = {p.id for p in ours if p.id} & {p.id for p in theirs if p.id}
    if shared:
        return Feature(aspect, 1.5, f"the same {aspect}: {min(shared)}")
    mine = [p for p in ours for q in theirs if _can_be(p, q)]
    if mine:
        common = sorted(w for p in ours for q in theirs for w in (p.words & q.words) - _OF_NOBODY)
        if common:
            return Feature(aspect, 1.0, f"{aspect}s of the same name in part: {common[0]}")
        return Feature(aspect, 0.5, f"{aspect}s that may be the same")
    return Feature(aspect, -1.5 if aspect == "attacker" else -0.5, f"different {aspect}s")


def _can_be(p: Party, q: Party) -> bool:
    if p.id and q.id:
        # a state and its forces are one attacker
        both_states = p.kind in _FORCES and q.kind in _FORCES
        same_country = p.country is not None and p.country == q.country
        return both_states and (same_country or bool((p.words & q.words) - _OF_NOBODY))
    if ActorKind.UNKNOWN in {p.kind, q.kind} or ActorKind.OBJECT in {p.kind, q.kind}:
        return True
    armed = {ActorKind.ARMED_GROUP}
    return (p.kind in _FORCES) == (q.kind in _FORCES) and ((p.kind in armed) == (q.kind in armed))


def _instrument(ours: frozenset[str], theirs: frozenset[str]) -> Feature | None:
    if not ours or not theirs:
        return None
    wide, wider = _with_wider(ours), _with_wider(theirs)
    common = sorted((ours & wider) | (theirs & wide))
    if common:
        return Feature("instrument", 0.7, f"with {common[0]} by both reports")
    return Feature("instrument", -1.0, "with different weapons")


@lru_cache(maxsize=4096)
def _with_wider(instruments: frozenset[str]) -> frozenset[str]:
    return instruments | {wide for wide, narrow in _WIDER.items() if narrow & instruments}


def _figure(aspect: str, ours: tuple[tuple[float, float], ...], theirs: tuple[tuple[float, float], ...]) -> Feature | None:
    if not ours or not theirs:
        return None
    same = sorted({low for low, high in ours if low == high} & {low for low, high in theirs if low == high})
    if same and same[-1] > 0:
        return Feature(aspect, 1.5 if same[-1] >= 5 else 1.0, f"{same[-1]:.0f} {aspect} by both reports")
    if any(low <= most and least <= high for low, high in ours for least, most in theirs):
        return Feature(aspect, 0.2, f"figures of {aspect} that can both hold")
    return Feature(aspect, -0.8, f"figures of {aspect} that cannot both hold")
