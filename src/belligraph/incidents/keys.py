"""Incidents keep their names from release to release; where one becomes part of another, the old name says so.

A release carries `incidents.tsv`: what tells each event from the others of its article (its marks), which incident it is
a report of, and which incident was replaced by which. The next one reads it, and finds the events again by their marks. An
incident keeps its key as long as the most of its reports stay together; a merge retires the key of the smaller part, a split
gives the smaller part a new one, and either leaves dcterms:isReplacedBy behind, in every later release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from belligraph.errors import PublicationError
from belligraph.incidents.identity import same_events
from belligraph.incidents.workspace import Workspace

__all__ = ["INCIDENTS_FILE", "name_groups", "read_former", "replacements", "write_members"]

INCIDENTS_FILE = "incidents.tsv"
_ROW = re.compile(r"(marks|report|replaced)\t([^\t\n]+)\t([^\t\n]+)\n")


def read_former(work: Workspace, path: Path) -> None:
    """Reads the names that the former release gave.

    Raises:
        PublicationError: the file is not as a release has it.
    """
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            match = _ROW.fullmatch(line)
            if match is None:
                raise PublicationError(f"not a line of {INCIDENTS_FILE}: {line[:100]!r}", where=f"{path}:{number}")
            if match[1] == "replaced":
                work.database.execute("INSERT OR REPLACE INTO replaced VALUES (?, ?)", (match[2], match[3]))
            else:
                column = "marks" if match[1] == "marks" else "incident"
                work.database.execute(
                    f"INSERT INTO former (ref, {column}) VALUES (?1, ?2) ON CONFLICT (ref) DO UPDATE SET {column} = ?2",
                    (match[2], match[3]),
                )
    _find_again(work)


def _find_again(work: Workspace) -> None:
    """Fills the table of kept names: which event of today is which of the former release, article by article."""
    base = work.database
    rows = base.execute("SELECT ref, incident, coalesce(marks, '') FROM former WHERE incident IS NOT NULL ORDER BY ref")
    for article, group in groupby(rows, key=lambda row: str(row[0]).partition("/")[0]):
        former = {ref: (incident, marks) for ref, incident, marks in group}
        ours, now = {ref: marks.split() for ref, (_, marks) in former.items()}, work.marks(article)
        if all(now.get(ref) == marks for ref, marks in ours.items()):
            same = {ref: ref for ref in former}
        else:
            same = same_events(ours, now)
        base.executemany("INSERT OR IGNORE INTO kept VALUES (?, ?)", [(new, former[old][0]) for old, new in same.items()])


def name_groups(work: Workspace, root_of: Sequence[int]) -> None:
    """Gives each group its key and fills the table of members."""
    base = work.database
    base.execute("CREATE TABLE grouped (number INTEGER PRIMARY KEY, root INTEGER)")
    base.executemany("INSERT INTO grouped VALUES (?, ?)", enumerate(root_of))
    base.execute("CREATE INDEX by_root ON grouped (root)")
    base.execute("CREATE TABLE named (root INTEGER PRIMARY KEY, incident TEXT UNIQUE)")
    # the largest parts choose first
    for incident, root in base.execute(
        "SELECT f.incident, g.root FROM kept f JOIN report r USING (ref) JOIN grouped g USING (number) "
        "GROUP BY f.incident, g.root ORDER BY count(*) DESC, f.incident, min(r.ref)"
    ).fetchall():
        base.execute("INSERT OR IGNORE INTO named VALUES (?, ?)", (root, incident))
    for root, refs in base.execute(
        "SELECT g.root, group_concat(r.ref, ' ') FROM grouped g JOIN report r USING (number) "
        "WHERE g.root NOT IN (SELECT root FROM named) GROUP BY g.root ORDER BY min(r.ref)"
    ).fetchall():
        base.execute("INSERT INTO named VALUES (?, ?)", (root, _new_key(work, sorted(refs.split(" ")))))
    base.execute("INSERT INTO member SELECT n.incident, g.number FROM grouped g JOIN named n USING (root)")
    base.execute(
        "INSERT OR IGNORE INTO replaced SELECT DISTINCT f.incident, m.incident FROM kept f "
        "JOIN report r USING (ref) JOIN member m USING (number) WHERE f.incident <> m.incident"
    )


def _new_key(work: Workspace, refs: list[str]) -> str:
    """A key that no incident ever had here: after the first report; a number behind it where that was used already."""
    wanted = refs[0].replace("/", "-")
    key, number = wanted, 1
    while work.database.execute(
        "SELECT 1 FROM named WHERE incident = ?1 UNION ALL SELECT 1 FROM former WHERE incident = ?1 "
        "UNION ALL SELECT 1 FROM replaced WHERE old = ?1",
        (key,),
    ).fetchone():
        number += 1
        key = f"{wanted}-{number}"
    return key


def replacements(work: Workspace) -> Iterator[tuple[str, str]]:
    """Every key that was replaced, with what replaced it, wholly or for some of its reports."""
    yield from work.database.execute("SELECT old, new FROM replaced ORDER BY old, new")


def write_members(work: Workspace, path: Path) -> None:
    """Writes the names for the release to come."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for ref, incident, marks in work.database.execute(
            "SELECT r.ref, m.incident, t.marks FROM report r JOIN member m USING (number) JOIN told t USING (ref) "
            "ORDER BY r.ref"
        ):
            out.write(f"marks\t{ref}\t{marks}\n")
            out.write(f"report\t{ref}\t{incident}\n")
        for old, new in replacements(work):
            out.write(f"replaced\t{old}\t{new}\n")
