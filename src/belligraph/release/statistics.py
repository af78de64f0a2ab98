"""How many of what a release holds, counted once when it is built: `statistics.json`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from belligraph.store.counting import count_by_class, count_by_property, count_triples

__all__ = ["Statistics", "read_statistics", "write_statistics"]

_FILE = "statistics.json"


@dataclass(frozen=True, slots=True)
class Statistics:
    """The figures of the default graph, the union of all graphs."""

    triples: int = 0
    subjects: int = 0
    classes: dict[str, int] = field(default_factory=dict)
    properties: dict[str, int] = field(default_factory=dict)


def write_statistics(folder: Path) -> None:
    """Counts the release in that folder and keeps the figures there."""
    store = folder / "store"
    counted = Statistics(*count_triples(store), count_by_class(store), count_by_property(store))
    (folder / _FILE).write_text(json.dumps(asdict(counted), indent=1) + "\n", "utf-8")


def read_statistics(folder: Path) -> Statistics | None:
    """The figures of a release, or None for one that was built before they were kept."""
    try:
        return Statistics(**json.loads((folder / _FILE).read_text("utf-8")))
    except FileNotFoundError:
        return None
