"""Which pairs of reports are compared: those that share a place or a party and lie near in time, never all with all.

Each report stands in a few blocks; within a block the reports are in the order of their days, and each is compared with a
bounded number of those before it (the sorted neighbourhood method: Hernández and Stolfo, SIGMOD 1995). So the comparisons
grow with the reports, and sorting with n log n.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from belligraph.incidents.likeness import ACCEPTED, compare, rules_out
from belligraph.incidents.reports import Report
from belligraph.incidents.workspace import Workspace

__all__ = ["find_pairs", "find_pairs_in_context"]

# how many earlier reports of its block a report is compared with: blocks of one town are small, those of a country are not
AT_ONE_PLACE = 40
IN_ONE_COUNTRY = 16
FARTHEST_DAYS = 6
_UNDATED = 0


def find_pairs(work: Workspace) -> None:
    """Fills the table of pairs that are accepted by themselves."""
    work.database.executemany("INSERT OR IGNORE INTO block VALUES (?, ?, ?)", _blocks(work))
    _compare_blocks(work, shares_incident=False)


def find_pairs_in_context(work: Workspace, root_of: list[int]) -> None:
    """Fills it with the pairs that are accepted because their articles share an incident already.

    `root_of` gives the group of each report so far.
    """
    work.database.execute("DELETE FROM block")
    work.database.execute("DELETE FROM pair")
    work.database.executemany("INSERT OR IGNORE INTO block VALUES (?, ?, ?)", _context_blocks(work, root_of))
    _compare_blocks(work, shares_incident=True, root_of=root_of)


def _blocks(work: Workspace) -> Iterator[tuple[str, int, int]]:
    for number, report in work.reports():
        day = report.window.earliest if report.window else _UNDATED
        kind = f"{report.type}{'?' if report.is_hypothetical else ''}"
        for key in _keys(report):
            yield f"{kind} {key}", day, number


def _keys(report: Report) -> set[str]:
    keys = set()
    for spot in report.spots:
        if spot.is_fine:
            keys.add(f"at {spot.id}")
        keys |= {f"in {place}" for place in (spot.id, *spot.containers)}
    keys |= {f"in by {p.id}" for p in report.attackers if p.id}
    keys |= {f"in on {p.id}" for p in report.targets if p.id}
    keys.add(f"at {report.article}")  # a headline and the body of its article
    return keys


def _context_blocks(work: Workspace, root_of: list[int]) -> Iterator[tuple[str, int, int]]:
    """Every report in one block for each incident that its article shares with another article."""
    sizes: dict[int, int] = {}
    for root in root_of:
        sizes[root] = sizes.get(root, 0) + 1
    article, numbers = "", list[tuple[int, int, str]]()

    def blocks() -> Iterator[tuple[str, int, int]]:
        shared = {root_of[n] for n, _, _ in numbers if sizes[root_of[n]] > 1}
        for root in shared:
            for number, day, kind in numbers:
                yield f"{kind} at {root}", day, number

    for number, report in work.reports():
        if report.article != article:
            yield from blocks()
            article, numbers = report.article, []
        day = report.window.earliest if report.window else _UNDATED
        numbers.append((number, day, f"{report.type}{'?' if report.is_hypothetical else ''}"))
    yield from blocks()


def _compare_blocks(work: Workspace, shares_incident: bool, root_of: list[int] | None = None) -> None:
    found: list[tuple[float, int, int, bool]] = []
    key = ""
    before: deque[tuple[int, int, Report]] = deque()
    for this, day, number, report in work.blocks():
        if this != key:
            key = this
            before = deque(maxlen=AT_ONE_PLACE if this.split(" ")[1] == "at" else IN_ONE_COUNTRY)
        for other, its_day, earlier in before:
            if day - its_day > FARTHEST_DAYS or (root_of is not None and root_of[number] == root_of[other]):
                continue
            if rules_out(earlier, report):
                continue
            points = compare(earlier, report, shares_incident).points
            if points >= ACCEPTED:
                found.append((points, min(number, other), max(number, other), shares_incident))
        before.append((number, day, report))
        if len(found) > 10_000:
            _keep(work, found)
            found = []
    _keep(work, found)


def _keep(work: Workspace, found: list[tuple[float, int, int, bool]]) -> None:
    work.database.executemany("INSERT OR IGNORE INTO pair VALUES (?, ?, ?, ?)", found)
