"""What a candidate is: an entity with the features that speak for and against it."""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.link.index import Known, Name

__all__ = ["Candidate", "Mark", "name_mark"]


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


def name_mark(known: Known, strength: Name, own: float, shared: float) -> Mark:
    """What a name of that strength says for the entity."""
    if strength is Name.WEAK:
        return Mark("name", shared, f"a name that {known.label} shares with others")
    return Mark("name", own, f"{'the' if strength is Name.LABEL else 'a'} name of {known.label}")
