"""What the finders of role fillers give, rules and scorer alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

__all__ = ["Filler", "RoleFinder"]


@dataclass(frozen=True, slots=True)
class Filler:
    """A span that fills a role; offsets count code points of the text, end exclusive."""

    role: str
    start: int
    end: int
    words: str
    score: float
    """How sure: how far above its role's threshold for a first filler; 1 from rules."""


class RoleFinder(Protocol):
    """Finds the role fillers of a text."""

    def fillers(self, text: str) -> list[Filler]:
        """The fillers, role by role."""
