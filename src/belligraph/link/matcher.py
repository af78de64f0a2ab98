"""From a name to an entity: candidates with visible features, and a verdict that says why.

Exact names only make candidates (after `model.naming`); what merely looks alike is shown to people and never accepted. A
candidate is accepted from 0.90 on if it leads by 0.15; from 0.60 on a person should look; below, nothing is linked.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from belligraph.link.candidates import Candidate, Mark, name_mark
from belligraph.link.context import NAMED, Context, divisions_called, is_place, read_context
from belligraph.link.index import Index, Known, Name
from belligraph.link.places import place_candidates
from belligraph.link.table import ACTOR_TYPES
from belligraph.model.naming import normalise

__all__ = ["ACCEPT", "MARGIN", "REVIEW", "Candidate", "Context", "Mark", "Match", "Matcher", "Verdict"]

ACCEPT, REVIEW, MARGIN = 0.90, 0.60, 0.15
# alike enough to be shown: "ayn al basha" for "ain al asad" is not
LOOKS_ALIKE = 0.84
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
class Match:
    """The verdict on a name, with the best candidate if there is any, all that came close, and the reason."""

    verdict: Verdict
    best: Candidate | None
    candidates: tuple[Candidate, ...]
    reason: str


class Matcher:
    """Matches names against an index."""

    def __init__(self, index: Index) -> None:
        self.index = index

    def context(self, names: Iterable[str], published: date | None = None) -> Context:
        """What these names, in the order of their article, tell of where it is set."""
        return read_context(names, self.index, published)

    def place(self, name: str, kind: str, context: Context) -> Match:
        """The place of that name; `kind` is a kind of place, `other` if nobody knows."""
        found = [(k, s) for k, s in self._named(name, context) if is_place(k)]
        if not any(k.type == "AdminArea" for k, _ in found):
            found += divisions_called(name, self.index)
        return self._verdict(name, place_candidates(name, kind, found, context, self.index))

    def actor(self, name: str, kind: str, context: Context) -> Match:
        """The actor of that name; `kind` is a kind of actor."""
        found = [
            (k, s) for k, s in self._named(name, context) if k.curated and (k.type in ACTOR_TYPES or k.type == "Country")
        ]
        return self._verdict(name, [self._actor(k, s, kind, context, normalise(name)) for k, s in found])

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

    def _actor(self, known: Known, strength: Name, kind: str, context: Context, norm: str) -> Candidate:
        marks = [name_mark(known, strength, 0.60, 0.50)]
        if known.type in _ACTORS[kind]:
            marks.append(Mark("type", 0.10 if kind == "unknown" else 0.25, f"{known.type} can be a {kind}"))
        else:
            marks.append(Mark("type", -0.5, f"{known.type} is no {kind}"))
        marks.append(self._coherence(known, context, norm))
        marks.append(Mark("prior", 0.05, "in an authority file"))
        return Candidate(known, tuple(marks))

    def _coherence(self, known: Known, context: Context, norm: str) -> Mark:
        if known.type == "Country":
            return Mark("coherence", 0.10, "no matter of one country")
        if not known.country or not context.knows_more(norm):
            return Mark("coherence", 0.0, "no country to compare")
        if context.support(known.country, norm) >= NAMED:
            return Mark("coherence", 0.10, f"the article names {known.country}")
        return Mark("coherence", 0.0, f"the article does not name {known.country}")

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
