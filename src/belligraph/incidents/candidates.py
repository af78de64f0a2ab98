"""Which pairs of reports are compared: those that share a place or a party and lie near in time, never all with all.

Reports come in the order of their days, once; of each place and party the last few of the days at hand are kept, and each
report is compared with these (the sorted neighbourhood method with several keys: Hernández and Stolfo, SIGMOD 1995). So the
comparisons grow with the reports, however crowded a place and a month are, and what is kept does not grow with the days.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from belligraph.incidents.likeness import ACCEPTED, compare, rules_out
from belligraph.incidents.reports import Report
from belligraph.incidents.workspace import Workspace

__all__ = ["find_pairs", "find_pairs_in_context"]

# how many earlier reports of one key a report is compared with: those of one town are few, those of a country are not
AT_ONE_PLACE = 40
IN_ONE_COUNTRY = 16
FARTHEST_DAYS = 6
_WRITTEN_AT_ONCE = 10_000

_Pair = tuple[float, int, int, bool]


def find_pairs(work: Workspace) -> None:
    """Fills the table of pairs that are accepted by themselves."""
    _keep(work, _pairs(work.reports()))


def find_pairs_in_context(work: Workspace, root_of: list[int]) -> None:
    """Fills it with the pairs that are accepted because their articles share an incident already.

    `root_of` gives the group of each report so far.
    """
    work.database.execute("DELETE FROM pair")
    work.database.executemany("INSERT OR IGNORE INTO block VALUES (?, ?)", _blocks(work, root_of))
    _keep(work, _pairs_in_context(work, root_of))


def _pairs(reports: Iterable[tuple[int, Report]]) -> Iterator[_Pair]:
    near = _Near()
    for number, report in reports:
        # a pair that shares a place and both parties is compared once
        for other, earlier in near.to(report, number).items():
            yield from _accepted(other, earlier, number, report, shares_incident=False)


class _Near:
    """The last reports of each place and party, as far as they are of the days at hand."""

    def __init__(self) -> None:
        # the key that had a report last is the last
        self._by_key: OrderedDict[str, deque[tuple[int, int, Report]]] = OrderedDict()

    def to(self, report: Report, number: int) -> dict[int, Report]:
        """The reports before it that it is compared with, by number; it is kept for those that follow."""
        day, found = report.first_day, dict[int, Report]()
        for key in _keys(report):
            last = self._by_key.get(key)
            if last is None:
                last = self._by_key[key] = deque(maxlen=AT_ONE_PLACE if key.startswith("at ") else IN_ONE_COUNTRY)
            else:
                self._by_key.move_to_end(key)
            while last and day - last[0][0] > FARTHEST_DAYS:
                last.popleft()
            found |= {other: earlier for _, other, earlier in last}
            last.append((day, number, report))
        self._forget(day)
        return found

    def _forget(self, day: int) -> None:
        while day - next(iter(self._by_key.values()))[-1][0] > FARTHEST_DAYS:
            self._by_key.popitem(last=False)


def _keys(report: Report) -> set[str]:
    kind = _kind(report)
    keys = {f"at {kind} {report.article}"}  # a headline and the body of its article
    for spot in report.spots:
        if spot.is_fine:
            keys.add(f"at {kind} {spot.id}")
        keys |= {f"in {kind} {place}" for place in (spot.id, *spot.containers)}
    keys |= {f"by {kind} {p.id}" for p in report.attackers if p.id}
    keys |= {f"on {kind} {p.id}" for p in report.targets if p.id}
    return keys


def _kind(report: Report) -> str:
    return f"{report.type}{'?' if report.is_hypothetical else ''}"


def _blocks(work: Workspace, root_of: list[int]) -> Iterator[tuple[int, int]]:
    """Every report in one block for each incident that its article shares with another report.

    A block is left out if no article in it tells anything else: then all in it is one incident already.
    """
    sizes = [0] * len(root_of)
    for root in root_of:
        sizes[root] += 1
    tells_more = bytearray(len(root_of))
    for numbers in work.articles():
        roots = {root_of[n] for n in numbers}
        if len(roots) > 1:
            for root in roots:
                tells_more[root] = sizes[root] > 1
    for numbers in work.articles():
        for root in {root_of[n] for n in numbers}:
            if tells_more[root]:
                for number in numbers:
                    yield root, number


def _pairs_in_context(work: Workspace, root_of: list[int]) -> Iterator[_Pair]:
    for _, block in groupby(work.blocks(), key=itemgetter(0)):
        before: dict[str, deque[tuple[int, Report]]] = {}
        for _, number, report in block:
            earlier = before.setdefault(_kind(report), deque(maxlen=AT_ONE_PLACE))
            for other, its in earlier:
                if root_of[number] != root_of[other] and report.first_day - its.first_day <= FARTHEST_DAYS:
                    yield from _accepted(other, its, number, report, shares_incident=True)
            earlier.append((number, report))


def _accepted(a: int, earlier: Report, b: int, report: Report, shares_incident: bool) -> Iterator[_Pair]:
    if rules_out(earlier, report) is None:
        points = compare(earlier, report, shares_incident).points
        if points >= ACCEPTED:
            yield points, a, b, shares_incident


def _keep(work: Workspace, pairs: Iterator[_Pair]) -> None:
    found: list[_Pair] = []
    for pair in pairs:
        found.append(pair)
        if len(found) == _WRITTEN_AT_ONCE:
            _write(work, found)
            found = []
    _write(work, found)


def _write(work: Workspace, found: list[_Pair]) -> None:
    work.database.executemany("INSERT OR IGNORE INTO pair VALUES (?, ?, ?, ?)", found)
