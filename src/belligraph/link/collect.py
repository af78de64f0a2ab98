"""The mentions of a whole publication on disk, while its entities and links are made of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from belligraph.link.matcher import Verdict
from belligraph.link.mentions import Mention

__all__ = ["Collected"]

_TABLE = """
CREATE TABLE mention (key TEXT, article TEXT, id TEXT, name TEXT, is_place INTEGER, score REAL, reasons TEXT, reviewer TEXT,
  PRIMARY KEY (is_place, key, article, id)) WITHOUT ROWID;
CREATE TABLE review (article TEXT, id TEXT, name TEXT, kind TEXT, best TEXT, score REAL, reason TEXT,
  PRIMARY KEY (article, id)) WITHOUT ROWID;
"""
Row = tuple[str, str, str, str, bool, float, tuple[str, ...], str]
"""Key, article, id, name, whether it is a place, score, reasons, reviewer."""


class Collected:
    """The mentions by entity, and the names that a person should look at."""

    def __init__(self, path: Path | None = None) -> None:
        self._database = sqlite3.connect(str(path or ":memory:"), isolation_level=None)
        self._database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLE}")
        self._database.execute("BEGIN")

    def add(self, article: str, mentions: Iterable[Mention]) -> None:
        """Adds those of one article."""
        for m in mentions:
            if m.key is not None:
                row = (m.key, article, m.id, m.name, m.is_place, m.score, "\n".join(m.reasons), m.reviewer)
                self._database.execute("INSERT INTO mention VALUES (?,?,?,?,?,?,?,?)", row)
            elif m.verdict is Verdict.REVIEW:
                self._database.execute(
                    "INSERT INTO review VALUES (?,?,?,?,?,?,?)",
                    (article, m.id, m.name, m.kind, m.best, m.score, m.reasons[0]),
                )

    def by_entity(self) -> Iterator[tuple[str, list[Row]]]:
        """The mentions of each entity, actors before places, by their keys; a country can be both."""
        this, rows = ("", False), list[Row]()
        for row in self._database.execute("SELECT * FROM mention ORDER BY is_place, key, article, id"):
            if (row[0], bool(row[4])) != this and rows:
                yield this[0], rows
                rows = []
            this = row[0], bool(row[4])
            rows.append((*row[:4], bool(row[4]), row[5], tuple(row[6].split("\n")), row[7]))
        if rows:
            yield this[0], rows

    def for_review(self) -> Iterator[tuple[str, ...]]:
        """Article, id, name, kind, best candidate, score, reason."""
        for row in self._database.execute("SELECT * FROM review ORDER BY article, id"):
            yield tuple(str(cell) for cell in row)

    def is_decided(self, article: str, this: str, key: str) -> bool:
        """Whether that name of that article stands for that entity because a person said so."""
        row = self._database.execute(
            "SELECT 1 FROM mention WHERE is_place IN (0, 1) AND key = ? AND article = ? AND id = ? AND reviewer <> ''",
            (key, article, this),
        ).fetchone()
        return row is not None

    def close(self) -> None:
        """Forgets everything."""
        self._database.close()
