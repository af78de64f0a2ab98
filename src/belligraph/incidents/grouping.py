"""Which reports are of one happening: the best pairs are joined first, and no group is made that a report rules out.

A report joins a group only if nothing rules it out against the members, and if it is like enough to them on average: one
likeness to one member is how chains of different attacks come about. People's decisions go first and are never overruled.

Pairs are taken one connected part after the other, as no part knows of another: so the reports at hand are the same for a
while, however many others there are.
"""

from __future__ import annotations

from array import array

from belligraph.incidents.candidates import find_pairs, find_pairs_in_context
from belligraph.incidents.decisions import Decisions
from belligraph.incidents.likeness import ACCEPTED, compare, rules_out
from belligraph.incidents.workspace import Workspace

__all__ = ["group"]

# a group of hundreds of reports is judged by some of them
REPRESENTATIVES = 12
# what members of a group score against each other on average, at least
ON_AVERAGE = 2.0


def group(work: Workspace, decisions: Decisions) -> list[int]:
    """The group of each report, by the number of one of its members."""
    groups = _Groups(work, work.number(), decisions)
    find_pairs(work)
    groups.join_best()
    find_pairs_in_context(work, [groups.root(n) for n in range(groups.count)])
    groups.join_best()
    return [groups.root(n) for n in range(groups.count)]


class _Groups:
    """Disjoint sets of reports with what must hold between them."""

    def __init__(self, work: Workspace, count: int, decisions: Decisions) -> None:
        self.count = count
        self._work = work
        self._parent = array("l", range(count))
        self._members: dict[int, list[int]] = {}
        self._articles: dict[int, set[str]] = {}
        refs = {ref for pair in (*decisions.same, *decisions.different) for ref in pair}
        numbers = work.numbers_of(sorted(refs))
        self._apart: dict[int, set[int]] = {}
        for a, b in decisions.different:
            if a in numbers and b in numbers:
                self._apart.setdefault(numbers[a], set()).add(numbers[b])
                self._apart.setdefault(numbers[b], set()).add(numbers[a])
        for (a, b), who in sorted(decisions.same.items()):
            if a in numbers and b in numbers:
                self._decided(numbers[a], numbers[b], who)

    def root(self, number: int) -> int:
        """The number that stands for the group."""
        return _find(self._parent, number)

    def join_best(self) -> None:
        """Joins what the table of pairs allows, the best pairs of each connected part first."""
        database = self._work.database
        database.create_function("part", 1, self._parts().__getitem__, deterministic=True)
        refused: dict[tuple[int, int], int] = {}
        part = None
        for a, b, points, shares, its in database.execute(
            "SELECT a, b, points, shares, part(a) AS part FROM pair ORDER BY part, points DESC, a, b"
        ):
            if its != part:
                part, refused = its, {}
            one, other = sorted((self.root(a), self.root(b)))
            if one == other:
                continue
            # refused already, and neither has grown since
            size = len(self._of(one)) + len(self._of(other))
            if refused.get((one, other)) == size:
                continue
            if self._may_join(one, other):
                self._join(one, other)
                self._record(a, b, points, shares, "")
            else:
                refused[one, other] = size

    def _parts(self) -> array[int]:
        """The part of each report: what the pairs, and the groups so far, connect."""
        part = array("l", range(self.count))
        for number in range(self.count):
            _connect(part, number, self.root(number))
        for a, b in self._work.database.execute("SELECT a, b FROM pair"):
            _connect(part, a, b)
        return array("l", (_find(part, number) for number in range(self.count)))

    def _decided(self, a: int, b: int, who: str) -> None:
        one, other = self.root(a), self.root(b)
        if one != other:
            self._join(one, other)
        self._record(a, b, 0.0, False, who)

    def _record(self, a: int, b: int, points: float, shares: bool, who: str) -> None:
        row = (min(a, b), max(a, b), points, shares, who)
        self._work.database.execute("INSERT OR REPLACE INTO joined VALUES (?, ?, ?, ?, ?)", row)

    def _may_join(self, one: int, other: int) -> bool:
        ours, theirs = self._of(one), self._of(other)
        if self._apart and any(self._apart.get(m, set()) & set(theirs) for m in ours):
            return False
        if self._bodies(one) & self._bodies(other):
            return False
        if len(ours) == len(theirs) == 1:
            return True
        total, pairs = 0.0, 0
        for m in _some(ours):
            for n in _some(theirs):
                a, b = self._work.report(m), self._work.report(n)
                if rules_out(a, b):
                    return False
                likeness = compare(a, b, shares_incident=True)
                # two days running a base is attacked twice: through an undated report the two must not come together
                if likeness.is_of_other_days and likeness.points < ACCEPTED:
                    return False
                total += likeness.points
                pairs += 1
        return total >= ON_AVERAGE * pairs

    def _join(self, one: int, other: int) -> None:
        keep, lose = (one, other) if len(self._of(one)) >= len(self._of(other)) else (other, one)
        bodies = self._bodies(keep) | self._bodies(lose)
        members = self._members.setdefault(keep, [keep])
        members += self._members.pop(lose, [lose])
        self._articles.pop(lose, None)
        self._articles[keep] = bodies
        self._parent[lose] = keep

    def _of(self, root: int) -> list[int]:
        return self._members.get(root, [root])

    def _bodies(self, root: int) -> set[str]:
        """The articles whose body, not only the headline, tells a member."""
        known = self._articles.get(root)
        if known is None:
            report = self._work.report(root)
            known = set() if report.is_headline else {report.article}
        return known


def _find(parent: array[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number


def _connect(parent: array[int], a: int, b: int) -> None:
    one, other = _find(parent, a), _find(parent, b)
    parent[max(one, other)] = min(one, other)


def _some(members: list[int]) -> list[int]:
    if len(members) <= REPRESENTATIVES:
        return members
    step = len(members) / REPRESENTATIVES
    return [members[int(i * step)] for i in range(REPRESENTATIVES)]
