"""What is other in one release than in another, as data: articles, claims, findings, datasets and their rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

__all__ = ["ADDED", "CORRECTED", "REMOVED", "Changes", "ClaimChange", "DatasetChange", "FindingChange", "RowChange"]

ADDED, REMOVED, CORRECTED = "added", "removed", "corrected"


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One claim that is new, gone or corrected."""

    kind: str
    claim: str
    """Its IRI, in the release that has it; the newer one's if both have it."""
    article: str
    """Its article's IRI; empty for a claim of a dataset's row."""
    statement: str
    """In words: subject, property, object, and who says so."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """For a corrected claim: what is other, before and after."""
    row: str = ""
    """The IRI of the row that it was read from, for a claim of a dataset."""


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One finding that is new or gone."""

    kind: str
    finding: str
    statement: str
    rested_on: tuple[str, ...] = ()
    """Of one that is gone: the claims that it rested on."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of a dataset that is new, gone or corrected."""

    kind: str
    row: str
    """Its IRI."""


@dataclass(frozen=True, slots=True)
class DatasetChange:
    """One dataset that is new or gone, or that has other rows."""

    kind: str
    dataset: str
    """Its IRI."""
    label: str
    """What the newer release calls it; the older one's name for it if it is gone."""
    rows_added: int = 0
    rows_removed: int = 0
    rows_corrected: int = 0
    rows: tuple[RowChange, ...] = ()
    """The rows that are other, the first of them; none of a dataset that is new or gone: there it is all of them."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """What is said of the dataset itself and is other, before and after."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is other in the newer of two releases; everything in the order of the IRIs."""

    old: int | None
    new: int
    articles_added: tuple[str, ...] = ()
    articles_removed: tuple[str, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    datasets: tuple[DatasetChange, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many of what: `claims added 3`, …"""
        claims = Counter(c.kind for c in self.claims)
        findings = Counter(f.kind for f in self.findings)
        datasets = Counter(d.kind for d in self.datasets)
        return {
            "articles added": len(self.articles_added),
            "articles removed": len(self.articles_removed),
            **{f"claims {kind}": claims[kind] for kind in (ADDED, REMOVED, CORRECTED)},
            **{f"findings {kind}": findings[kind] for kind in (ADDED, REMOVED)},
            **{f"datasets {kind}": datasets[kind] for kind in (ADDED, REMOVED, CORRECTED)},
            "rows added": sum(d.rows_added for d in self.datasets),
            "rows removed": sum(d.rows_removed for d in self.datasets),
            "rows corrected": sum(d.rows_corrected for d in self.datasets),
        }
