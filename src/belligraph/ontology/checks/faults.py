"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib.term import Node

__all__ = ["Fault"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the term (or module) and what is wrong with it."""

    term: Node
    message: str

    def __str__(self) -> str:
        return f"{self.term}: {self.message}"
