"""Counts of hits, and the precision, recall and F1 that they give."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits among what the gold has and what the system has; tallies add up."""

    hit: int = 0
    gold: int = 0
    system: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hit + other.hit, self.gold + other.gold, self.system + other.system)

    @property
    def is_empty(self) -> bool:
        """Whether neither side has anything: then nothing is wrong, and all three figures are 1."""
        return not self.gold and not self.system

    @property
    def precision(self) -> float:
        """The share of the system's that is right."""
        return 1.0 if self.is_empty else self.hit / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's that is found."""
        return 1.0 if self.is_empty else self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0
