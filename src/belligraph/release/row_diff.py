"""What changed between two versions of a dataset's graph, row by row.

Rows are told apart by their identifiers, whatever their order; one that is byte for byte the same is never parsed. Memory
grows with the actors and areas that the rows share, not with the rows.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from belligraph.release.changed import ADDED, CORRECTED, REMOVED, ClaimChange, DatasetChange, RowChange
from belligraph.release.claim_diff import claim_changes, described
from belligraph.release.reading import read_claims

__all__ = ["MAX_ROWS", "Section", "added_dataset", "compare_rows", "removed_dataset"]

# the changes of all releases lie in each newer one, so that they must not grow with the rows
MAX_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class Section:
    """The lines of one graph in a release's N-Quads."""

    path: Path
    start: int
    length: int
    digest: bytes

    def lines(self) -> Iterator[bytes]:
        """The lines, read as they are taken."""
        left = self.length
        with self.path.open("rb") as file:
            file.seek(self.start)
            while left > 0:
                line = file.readline()
                left -= len(line)
                yield line


class _Rows:
    """The rows of a dataset's graph, and what is told beside them: of each thing before the first row that names it."""

    def __init__(self, dataset: str, section: Section) -> None:
        self._dataset, self._section = f"<{dataset}".encode(), section
        self.beside: dict[bytes, list[bytes]] = defaultdict(list)
        """By subject: the lines on the dataset itself, and on the actors and areas that rows share."""

    def __iter__(self) -> Iterator[tuple[str, int, list[bytes]]]:
        """Each row's identifier as its IRI has it, where its lines begin, and the lines."""
        position, start, row, lines = self._section.start, 0, b"", list[bytes]()
        for line in self._section.lines():
            subject = line[: line.index(b">")]
            kind, _, rest = subject[len(self._dataset) + 1 :].partition(b"/")
            name, is_own, _ = rest.partition(b"/")
            if subject == self._dataset or (kind in {b"actor", b"area"} and not is_own):
                self.beside[subject + b">"].append(line)
            else:
                if name != row:
                    if lines:
                        yield row.decode(), start, lines
                    row, start, lines = name, position, []
                lines.append(line)
            position += len(line)
        if lines:
            yield row.decode(), start, lines

    def at(self, start: int, length: int) -> list[bytes]:
        """The lines of one row."""
        with self._section.path.open("rb") as file:
            file.seek(start)
            return file.read(length).splitlines(keepends=True)

    def spoken_of(self, lines: list[bytes]) -> Iterator[bytes]:
        """What is told beside the rows of all that a row's lines name, but for the dataset."""
        named = {line.split(b" ", 3)[2] for line in lines}
        for subject in sorted(named & self.beside.keys()):
            if subject != self._dataset + b">":
                yield from self.beside[subject]

    def itself(self) -> list[bytes]:
        """What is told of the dataset."""
        return self.beside[self._dataset + b">"]

    def label(self) -> str:
        """What the dataset is called."""
        told = described(self.itself())
        return told.label(self._dataset[1:].decode()) or ""


def added_dataset(dataset: str, section: Section) -> DatasetChange:
    """A dataset that is new, with all its rows."""
    rows = _Rows(dataset, section)
    count = sum(1 for _ in rows)
    return DatasetChange(ADDED, dataset, rows.label(), rows_added=count)


def removed_dataset(dataset: str, section: Section) -> DatasetChange:
    """A dataset that is gone, with all its rows."""
    rows = _Rows(dataset, section)
    count = sum(1 for _ in rows)
    return DatasetChange(REMOVED, dataset, rows.label(), rows_removed=count)


def compare_rows(dataset: str, former: Section, latter: Section) -> tuple[DatasetChange, list[ClaimChange]]:
    """What is other in the rows, in the order of the newer file, and in the claims of the rows that both have.

    The first MAX_ROWS rows are named, and only their claims told; the others are counted.
    """
    older, newer = _Rows(dataset, former), _Rows(dataset, latter)
    counts = dict.fromkeys((ADDED, REMOVED, CORRECTED), 0)
    named: list[RowChange] = []
    claims: list[ClaimChange] = []

    def note(kind: str, row: str) -> bool:
        counts[kind] += 1
        if len(named) < MAX_ROWS:
            named.append(RowChange(kind, f"{dataset}/row/{row}"))
            return True
        return False

    with closing(sqlite3.connect("", isolation_level=None)) as known:  # a file of its own, as soon as it is large
        known.execute("CREATE TABLE row (id TEXT PRIMARY KEY, digest BLOB, start INTEGER, length INTEGER) WITHOUT ROWID")
        known.execute("BEGIN")
        rows = ((row, _digest(lines), start, sum(map(len, lines))) for row, start, lines in older)
        known.executemany("INSERT OR IGNORE INTO row VALUES (?, ?, ?, ?)", rows)
        for row, _, lines in newer:
            found = known.execute("DELETE FROM row WHERE id = ? RETURNING digest, start, length", (row,)).fetchone()
            if found is None:
                note(ADDED, row)
            elif found[0] != _digest(lines) and note(CORRECTED, row):
                was = older.at(found[1], found[2])
                claims += _claims_of(f"{dataset}/row/{row}", older, was, newer, lines)
        for (row,) in known.execute("SELECT id FROM row ORDER BY id"):
            note(REMOVED, row)
    before, after = older.label(), newer.label()
    fields = (("name", before, after),) if before != after else ()
    change = DatasetChange(
        CORRECTED, dataset, after, counts[ADDED], counts[REMOVED], counts[CORRECTED], tuple(named), fields
    )
    return change, claims


def _claims_of(row: str, older: _Rows, was: list[bytes], newer: _Rows, now: list[bytes]) -> Iterator[ClaimChange]:
    # under the newer name of the dataset in both, which would make each claim another: "UCDP GED 24.1" says so, not "23.1"
    before = read_claims(described([*newer.itself(), *older.spoken_of(was), *was]))
    after = read_claims(described([*newer.itself(), *newer.spoken_of(now), *now]))
    return claim_changes(before, after, row=row)


def _digest(lines: list[bytes]) -> bytes:
    return hashlib.blake2b(b"".join(lines), digest_size=16).digest()
