"""How many of what a release holds, counted once when it is built: `statistics.json`.

The engine counts triples, classes and properties. To count distinct subjects it would hold every one of them in memory; we
keep eight bytes of each.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from belligraph.store.counting import count_by_class, count_by_property

__all__ = ["Statistics", "SubjectCounter", "read_statistics", "subject_hashes", "write_statistics"]

_FILE = "statistics.json"


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of the default graph, the union of all graphs."""

    triples: int = 0
    subjects: int = 0
    classes: dict[str, int] = field(default_factory=dict)
    properties: dict[str, int] = field(default_factory=dict)


def subject_hashes(subjects: Iterable[str]) -> bytes:
    """Eight bytes for each subject, a term as N-Triples writes it, to be counted by `SubjectCounter`."""
    return b"".join([hashlib.blake2b(subject.encode(), digest_size=8).digest() for subject in subjects])


class SubjectCounter:
    """Counts distinct subjects by their hashes: that two of 10 million share one has a chance of 3 in a million."""

    def __init__(self) -> None:
        # only one of these becomes a set at a time
        self._hashes = [array("Q") for _ in range(64)]

    def add(self, hashes: bytes) -> None:
        """Adds subjects, each any number of times."""
        numbers = array("Q")
        numbers.frombytes(hashes)
        for number in numbers:
            self._hashes[number & 63].append(number)

    def count(self) -> int:
        """How many different ones there were."""
        return sum(len(set(hashes)) for hashes in self._hashes)


def write_statistics(folder: Path, subjects: int) -> None:
    """Counts the release in that folder, which has so many distinct subjects, and keeps the figures there."""
    store = folder / "store"
    properties = count_by_property(store)
    counted = Statistics(sum(properties.values()), subjects, count_by_class(store), properties)
    (folder / _FILE).write_text(json.dumps(asdict(counted), indent=1) + "\n", "utf-8")


def read_statistics(folder: Path) -> Statistics | None:
    """The figures of a release, or None for one that was built before they were kept."""
    try:
        return Statistics(**json.loads((folder / _FILE).read_text("utf-8")))
    except FileNotFoundError:
        return None
