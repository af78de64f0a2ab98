"""What validation found: SHACL's validation report, as far as we use it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Report", "Severity", "Violation"]


class Severity(StrEnum):
    """SHACL's three severities; only a violation keeps an article out of a release."""

    INFO = "Info"
    WARNING = "Warning"
    VIOLATION = "Violation"


@dataclass(frozen=True, slots=True)
class Violation:
    """One validation result (SHACL 3.6.2): which shape, about which node, and what a reader should know."""

    focus_node: str
    """An IRI, or a literal's lexical form."""
    shape: str
    """The IRI of the shape (a property shape's is that of the property shape)."""
    message: str
    severity: Severity
    path: str | None = None
    value: str | None = None

    @property
    def sort_key(self) -> tuple[str, ...]:
        """Violations before warnings, then by shape, node and value."""
        rank = str(list(reversed(Severity)).index(self.severity))
        return rank, self.shape, self.focus_node, self.value or "", self.message


@dataclass(frozen=True, slots=True)
class Report:
    """All results for one data graph, by `Violation.sort_key`; it conforms if none of them is a violation."""

    results: tuple[Violation, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing here keeps the article out: warnings do not."""
        return not self.violations

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The results of severity Violation."""
        return tuple(r for r in self.results if r.severity is Severity.VIOLATION)
