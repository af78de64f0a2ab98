"""One article's gold sheet and system sheet laid side by side: which entities, events and claims are the same.

Ids mean nothing across sheets. Actors and places match by overlapping evidence or by the heads of their names, one to one
first; then every pair with equal heads or nearly equal spans too, since a system may split what the gold keeps whole. Events
match one to one by type and overlapping evidence. A claim matches when its subject and object do and its property is equal.
"""

from __future__ import annotations

from typing import Any

from belligraph.evaluate.matching import best_matching
from belligraph.evaluate.names import head, same_head, words_of
from belligraph.evaluate.raw import RawSheet, interval, speaker_of
from belligraph.model.sheet import Property

__all__ = ["LINKS", "Pair"]

LINKS = frozenset({Property.LINKED_TO, Property.MOTIVATED_BY, Property.RESPONDS_TO, Property.RETALIATES_FOR})

# one pair more must outweigh any better fit of the other pairs
_PAIRED = 3.0


class Pair:
    """The matching of a system sheet to the gold one; `claims` pairs claims by their places in the two lists."""

    def __init__(self, gold: RawSheet, system: RawSheet) -> None:
        self.gold = gold
        self.system = system
        self._same: set[tuple[str, str]] = set()
        self._match_entities("actor")
        self._match_entities("place")
        self.events = self._match_events()
        self._same |= set(self.events.items())
        self.claims = self.match_claims()

    def match_claims(self, *, overlapping_figures: bool = False, any_link: bool = False) -> list[tuple[int, int]]:
        """The claims that say the same, by index: with the same interval, or with any interval that overlaps; with the
        same property, or for links with any property of links."""
        weights = {}
        theirs: dict[str, list[int]] = {}
        for b, d in enumerate(self.system.claims):
            theirs.setdefault(_property(d, any_link), []).append(b)
        for a, c in enumerate(self.gold.claims):
            for b in theirs.get(_property(c, any_link), ()):
                d = self.system.claims[b]
                if (c["subject"], d["subject"]) not in self._same or not self._same_object(c, d, overlapping_figures):
                    continue
                fit = _overlap(self.gold.claim_characters[a], self.system.claim_characters[b])
                fit += 0.5 * self.same_speaker(c, d) + 0.3 * (c["property"] == d["property"])
                weights[a, b] = _PAIRED + fit + 0.2 * (c.get("modality") == d.get("modality"))
        return sorted(best_matching(weights).items())

    def same_speaker(self, c: dict[str, Any], d: dict[str, Any]) -> bool:
        """Whether two claims have the same nearest speaker, or both none."""
        one, other = speaker_of(c), speaker_of(d)
        if one is None or other is None:
            return one is other
        return (one, other) in self._same

    def _match_entities(self, kind: str) -> None:
        golds, systems = self.gold.ids(kind), self.system.ids(kind)
        weights = {}
        for a, i in enumerate(golds):
            for b, j in enumerate(systems):
                one, other = self.gold.name(i), self.system.name(j)
                overlap = _overlap(self.gold.characters[i], self.system.characters[j])
                heads = same_head(one, other)
                if overlap or heads:
                    weights[a, b] = overlap + 1.0 * heads + 0.01
                if head(one) == head(other) != () or self._nearly_equal(i, j):
                    self._same.add((i, j))
        self._same |= {(golds[a], systems[b]) for a, b in best_matching(weights).items()}

    def _nearly_equal(self, i: str, j: str) -> bool:
        """Whether two of their passages share at least half of their characters."""
        return any(
            2 * (min(x[1], y[1]) - max(x[0], y[0])) >= max(x[1], y[1]) - min(x[0], y[0])
            for x in self.gold.spans(self.gold.things[i])
            for y in self.system.spans(self.system.things[j])
            if min(x[1], y[1]) > max(x[0], y[0])
        )

    def _match_events(self) -> dict[str, str]:
        golds, systems = self.gold.ids("event"), self.system.ids("event")
        weights = {}
        for a, i in enumerate(golds):
            for b, j in enumerate(systems):
                one, other = self.gold.things[i], self.system.things[j]
                overlap = _overlap(self.gold.characters[i], self.system.characters[j])
                if not overlap or one.get("type") != other.get("type"):
                    continue
                series = bool(one.get("series")) == bool(other.get("series"))
                weights[a, b] = _PAIRED + 0.5 + overlap + self._content(i, j) + 0.3 * series
        return {golds[a]: systems[b] for a, b in best_matching(weights).items()}

    def _content(self, i: str, j: str) -> float:
        """How alike the claims about two events are, 0 to 1; it settles which of several overlapping events match."""
        mine = [c for c in self.gold.claims if c["subject"] == i]
        theirs = [d for d in self.system.claims if d["subject"] == j]
        if not mine and not theirs:
            return 0.0
        shared = sum(any(c["property"] == d["property"] and self._same_object(c, d) for d in theirs) for c in mine)
        return 2 * shared / (len(mine) + len(theirs))

    def _same_object(self, c: dict[str, Any], d: dict[str, Any], overlapping: bool = False) -> bool:
        one, other = c["object"], d["object"]
        if "ref" in one or "ref" in other:
            return (one.get("ref"), other.get("ref")) in self._same
        if "concept" in one or "concept" in other:
            return bool(one.get("concept") == other.get("concept"))
        if "quantity" in one and "quantity" in other:
            x, y = interval(one["quantity"]), interval(other["quantity"])
            if x is None or y is None:
                return False
            return x == y or (overlapping and x[0] <= y[1] and y[0] <= x[1])
        if "date" in one and "date" in other:
            if one["date"] is None and other["date"] is None:
                words = words_of(str(one.get("words"))) == words_of(str(other.get("words")))
                return words or self._share_evidence(c, d)
            return bool(one["date"] == other["date"])
        if "text" in one and "text" in other:
            return one["text"] == other["text"] or self._share_evidence(c, d)
        return False

    def _share_evidence(self, c: dict[str, Any], d: dict[str, Any]) -> bool:
        return any(x[0] < y[1] and y[0] < x[1] for x in self.gold.spans(c) for y in self.system.spans(d))


def _property(claim: dict[str, Any], any_link: bool) -> str:
    prop: str = claim["property"]
    return "link" if any_link and prop in LINKS else prop


def _overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union."""
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared) if shared else 0.0
