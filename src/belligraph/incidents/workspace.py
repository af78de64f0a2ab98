"""The reports of a whole publication on disk while incidents are made: memory does not grow with what the articles say.

One SQLite file that nobody keeps. Reports have numbers in the order of their first days, and of their refs within a day:
nothing depends on the order in which articles came, and reports that may be of one happening lie side by side in the file
and in memory, however many there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from belligraph.incidents.digest import Digest, Statement
from belligraph.incidents.packing import packer, unpack
from belligraph.incidents.reports import Party, Report, Spot, Window

__all__ = ["Workspace"]

_TABLES = """
CREATE TABLE told (ref TEXT PRIMARY KEY, article TEXT, day INTEGER, report BLOB, statements BLOB, marks TEXT) WITHOUT ROWID;
CREATE TABLE report (number INTEGER PRIMARY KEY, ref TEXT UNIQUE, article TEXT, report BLOB);
CREATE TABLE block (root INTEGER, number INTEGER, PRIMARY KEY (root, number)) WITHOUT ROWID;
CREATE TABLE pair (points REAL, a INTEGER, b INTEGER, shares INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE joined (a INTEGER, b INTEGER, points REAL, shares INTEGER, method TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE member (incident TEXT, number INTEGER PRIMARY KEY);
CREATE TABLE actor (subject TEXT, ordinal INTEGER, statements BLOB, PRIMARY KEY (subject, ordinal)) WITHOUT ROWID;
CREATE TABLE former (ref TEXT PRIMARY KEY, incident TEXT, marks TEXT) WITHOUT ROWID;
CREATE TABLE kept (ref TEXT, incident TEXT, PRIMARY KEY (ref, incident)) WITHOUT ROWID;
CREATE TABLE replaced (old TEXT, new TEXT, PRIMARY KEY (old, new)) WITHOUT ROWID;
"""
# reports that are looked at again, with each of their rivals: some megabytes
_AT_HAND = 8192
_pack = packer(Report, Window, Spot, Party)


class Workspace:
    """The tables, with the few questions that grouping asks of them."""

    def __init__(self, path: Path | None = None) -> None:
        self.database = sqlite3.connect(str(path or ":memory:"), isolation_level=None)
        self.database.executescript(
            f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000; {_TABLES}"
        )
        self.database.execute("BEGIN")
        self._ordinal = 0
        self.report = lru_cache(maxsize=_AT_HAND)(self._read)

    @classmethod
    def reading(cls, path: Path) -> Workspace:
        """A workspace that another process filled and committed, to be read."""
        work = cls.__new__(cls)
        work.database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
        work.report = lru_cache(maxsize=_AT_HAND)(work._read)
        return work

    def commit(self) -> None:
        """Lets other processes read what is there; nothing is added from here on."""
        self.database.execute("CREATE INDEX by_incident ON member (incident)")
        self.database.execute("COMMIT")

    def add(self, digest: Digest) -> None:
        """Adds one article."""
        self.database.executemany(
            "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?)",
            [(r.ref, r.article, r.first_day, _pack(r), statements, " ".join(r.marks)) for r, statements in digest.reports],
        )
        for subject, statements in digest.about_actors:
            self._ordinal += 1
            self.database.execute("INSERT INTO actor VALUES (?, ?, ?)", (subject, self._ordinal, statements))

    def number(self) -> int:
        """Numbers the reports from 0 in the order of their first days and refs, and returns how many there are."""
        self.database.execute(
            "INSERT INTO report SELECT row_number() OVER (ORDER BY day, ref) - 1, ref, article, report FROM told "
            "ORDER BY day, ref"
        )
        self.database.execute("CREATE INDEX by_article ON report (article)")
        (count,) = self.database.execute("SELECT count(*) FROM report").fetchone()
        return int(count)

    def reports(self) -> Iterator[tuple[int, Report]]:
        """All reports by number: in the order of their first days."""
        for number, blob in self.database.execute("SELECT number, report FROM report ORDER BY number"):
            yield number, unpack(blob)

    def blocks(self) -> Iterator[tuple[int, int, Report]]:
        """The reports of all blocks, sorted by the block, then by number."""
        for root, number in self.database.execute("SELECT root, number FROM block ORDER BY root, number"):
            yield root, number, self.report(number)

    def articles(self) -> Iterator[list[int]]:
        """The numbers of each article's reports."""
        rows = self.database.execute("SELECT article, number FROM report ORDER BY article, number")
        for _, group in groupby(rows, key=itemgetter(0)):
            yield [number for _, number in group]

    def numbers_of(self, refs: Iterable[str]) -> dict[str, int]:
        """The number of each ref that is a report."""
        found = {}
        for ref in refs:
            row = self.database.execute("SELECT number FROM report WHERE ref = ?", (ref,)).fetchone()
            if row:
                found[ref] = int(row[0])
        return found

    def marks(self, article: str) -> dict[str, list[str]]:
        """The marks of the article's reports, by their refs."""
        return self._marks("SELECT ref, marks FROM told WHERE ref > ? AND ref < ?", article)

    def former_marks(self, article: str) -> dict[str, list[str]]:
        """The same of the former release; empty where it kept none."""
        return self._marks("SELECT ref, coalesce(marks, '') FROM former WHERE ref > ? AND ref < ?", article)

    def _marks(self, query: str, article: str) -> dict[str, list[str]]:
        return {ref: marks.split() for ref, marks in self.database.execute(query, (f"{article}/", f"{article}0"))}

    def members(self, incident: str) -> list[tuple[int, str, list[Statement]]]:
        """The reports of an incident: number, ref and statements, by number."""
        rows = self.database.execute(
            "SELECT m.number, t.ref, t.statements FROM member m JOIN report r USING (number) JOIN told t ON t.ref = r.ref "
            "WHERE m.incident = ? ORDER BY m.number",
            (incident,),
        )
        return [(number, ref, unpack(blob)) for number, ref, blob in rows]

    def incident_of(self, ref: str) -> str | None:
        """The key of the incident that an event is a report of."""
        row = self.database.execute(
            "SELECT m.incident FROM report r JOIN member m USING (number) WHERE r.ref = ?", (ref,)
        ).fetchone()
        return None if row is None else str(row[0])

    def incidents(self, first: str, last: str) -> list[str]:
        """The keys of the incidents between two, both included, in their order."""
        rows = self.database.execute(
            "SELECT DISTINCT incident FROM member WHERE incident BETWEEN ? AND ? ORDER BY incident", (first, last)
        )
        return [key for (key,) in rows]

    def about_actors(self, first: str, last: str) -> Iterator[tuple[str, list[Statement]]]:
        """The statements about each actor between two IRIs, both included, in their order."""
        subject, statements = "", list[Statement]()
        for this, blob in self.database.execute(
            "SELECT subject, statements FROM actor WHERE subject BETWEEN ? AND ? ORDER BY subject, ordinal", (first, last)
        ):
            if this != subject and statements:
                yield subject, statements
                statements = []
            subject = this
            statements += unpack(blob)
        if statements:
            yield subject, statements

    def incident_ends(self, size: int) -> list[tuple[str, str]]:
        """The first and the last key of each `size` incidents."""
        return self._ends("SELECT DISTINCT incident FROM member ORDER BY incident", size)

    def actor_ends(self, size: int) -> list[tuple[str, str]]:
        """The first and the last IRI of each `size` actors about whom something is said."""
        return self._ends("SELECT DISTINCT subject FROM actor ORDER BY subject", size)

    def _ends(self, keys: str, size: int) -> list[tuple[str, str]]:
        rows = self.database.execute(keys)
        found = []
        while some := rows.fetchmany(size):
            found.append((str(some[0][0]), str(some[-1][0])))
        return found

    def close(self) -> None:
        """Forgets everything."""
        self.database.close()

    def _read(self, number: int) -> Report:
        (blob,) = self.database.execute("SELECT report FROM report WHERE number = ?", (number,)).fetchone()
        report: Report = unpack(blob)
        return report
