"""Decisions hold for the events that they were made on, whatever numbers these have by now.

A decision names two events by number, as they are in the live release when it is first published with. From then on each
release carries `decisions.tsv`: for each line, its two events by the ref that they had last and by their marks. The next one
finds the events again by these. A decision on an event that is not found for certain is not applied to any other: it is told
at each publish until somebody takes it back, and holds again once its event is there again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from belligraph.errors import InputError, PublicationError
from belligraph.incidents.decisions import Decision, Decisions, Line
from belligraph.incidents.identity import Lost, find_event
from belligraph.incidents.workspace import Workspace

__all__ = ["DECISIONS_FILE", "Held", "hold", "write_held"]

DECISIONS_FILE = "decisions.tsv"
_ROW = re.compile(r"([0-9a-f]{16}-[0-9]+)\t([01])\t([^\t\n]+)\t([^\t\n]+)\n")
_UNKNOWN = "neither this release nor the one before tells of such an attack or strike"
_ONE = "both are one event of the article now"


class _Seen(NamedTuple):
    """An event as it was when it was seen last."""

    ref: str
    marks: str


_Pair = tuple[_Seen | None, _Seen | None]
_Found = tuple[str | Lost | None, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What became of the decisions."""

    decisions: Decisions
    lost: tuple[str, ...]
    """Which do not hold, and why, a line each."""
    rows: tuple[str, ...]
    """For the release to come."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A line with its events as they are now: their refs, or why it does not hold."""

    line: Line
    seen: _Pair
    found: _Found
    """Where each of the two is now."""
    events: tuple[str, str] | str

    @property
    def is_lost(self) -> bool:
        return isinstance(self.events, str)

    @property
    def about(self) -> object:
        """The same for two lines about the same events, whatever numbers they are written with."""
        if not isinstance(self.events, str):
            return self.events
        return frozenset(self.seen) if None not in self.seen else (self.seen, self.line.events)


def hold(work: Workspace, lines: Sequence[Line], records: Iterable[Path] = ()) -> Held:
    """Which decisions hold today, between which events.

    The workspace has today's reports and the former release's marks. `records`: the `decisions.tsv` of former releases, the
    live one first.

    Raises:
        InputError: decisions that contradict each other through third events.
        PublicationError: a record is not as a release has it.
    """
    known, articles = _recorded(lines, records), _Articles(work)
    reads = list[_Read]()
    latest: dict[object, _Read] = {}
    for line in lines:
        seen = _seen_first(line, known, articles)
        if line.decision is Decision.UNSURE and not {(line.id, 0), (line.id, 1)} & known.keys():
            seen = _taken_back(line, seen, latest, articles)
        found = _find(seen, articles)
        read = _Read(line, seen, found, _events_now(seen, found))
        reads.append(read)
        latest[read.about] = read
    decisions = _holding(latest.values())
    lost = [
        f"{read.line.where}: {read.events}. The decision does not hold; decide again, and repeat this one with unsure"
        for read in latest.values()
        if read.is_lost and read.line.decision is not Decision.UNSURE
    ]
    return Held(decisions, tuple(lost), tuple(row for read in reads for row in _rows(read, articles)))


def write_held(held: Held, path: Path) -> None:
    """Writes the record for the release to come, if there is any decision."""
    if held.rows:
        path.write_text("".join(held.rows), encoding="utf-8", newline="\n")


class _Articles:
    """The marks of the events of each article that decisions name, today and in the former release."""

    def __init__(self, work: Workspace) -> None:
        self._work = work
        self._known: dict[str, tuple[dict[str, list[str]], dict[str, list[str]]]] = {}

    def of(self, ref: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """The marks of the events of the ref's article by their refs: in the former release, and today."""
        key = ref.partition("/")[0]
        if key not in self._known:
            self._known[key] = self._work.former_marks(key), self._work.marks(key)
        return self._known[key]

    def seen(self, ref: str) -> _Seen | None:
        """The event of a ref that somebody wrote looking at the former release, or at an article that is new since."""
        former, now = self.of(ref)
        marks = former.get(ref) or now.get(ref)
        return _Seen(ref, " ".join(marks)) if marks else None


def _recorded(lines: Sequence[Line], records: Iterable[Path]) -> dict[tuple[str, int], _Seen]:
    """The events of each line as they were seen last; lines that are new are left out."""
    found: dict[tuple[str, int], _Seen] = {}
    missing = {line.id for line in lines}
    for path in records:
        if not missing:
            break
        if not path.exists():
            continue
        rows = _read_record(path)
        found |= {at: seen for at, seen in rows.items() if at[0] in missing}
        missing -= {this for this, _ in rows}
    return found


def _read_record(path: Path) -> dict[tuple[str, int], _Seen]:
    rows: dict[tuple[str, int], _Seen] = {}
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, row in enumerate(file, 1):
            match = _ROW.fullmatch(row)
            if match is None:
                raise PublicationError(f"not a line of {DECISIONS_FILE}: {row[:100]!r}", where=f"{path}:{number}")
            rows[match[1], int(match[2])] = _Seen(match[3], match[4])
    return rows


def _seen_first(line: Line, known: dict[tuple[str, int], _Seen], articles: _Articles) -> _Pair:
    one, other = (known.get((line.id, side)) or articles.seen(line.events[side]) for side in (0, 1))
    return one, other


def _taken_back(line: Line, seen: _Pair, latest: Mapping[object, _Read], articles: _Articles) -> _Pair:
    """The events that a new line takes a decision on back of.

    It repeats the numbers of a line that does not hold, or else it names events by the numbers that they have; if nothing is
    decided on these, it repeats the numbers of a line whose events have others by now.
    """
    alike = [read for read in latest.values() if read.line.events == line.events]
    lost = [read for read in alike if read.is_lost]
    if lost:
        return lost[-1].seen
    return alike[-1].seen if alike and _events_now(seen, _find(seen, articles)) not in latest else seen


def _find(seen: _Pair, articles: _Articles) -> _Found:
    return tuple(None if event is None else _find_one(event, articles) for event in seen)


def _find_one(event: _Seen, articles: _Articles) -> str | Lost:
    former, now = articles.of(event.ref)
    return find_event(event.ref, event.marks.split(), former.values(), now)


def _events_now(seen: _Pair, found: _Found) -> tuple[str, str] | str:
    """The sorted refs of the pair, or why it does not hold."""
    refs = list[str]()
    for event, at in zip(seen, found, strict=True):
        if event is None or at is None:
            return _UNKNOWN
        if isinstance(at, Lost):
            return f"{event.ref}: {at}"
        refs.append(at)
    return _ONE if refs[0] == refs[1] else (min(refs), max(refs))


def _holding(latest: Iterable[_Read]) -> Decisions:
    """What holds, by pairs.

    Raises:
        InputError: two events are decided to be different, and the same through others.
    """
    decisions, where = Decisions(), dict[tuple[str, str], str]()
    for read in latest:
        if not isinstance(read.events, str) and read.line.decision is not Decision.UNSURE:
            those = decisions.same if read.line.decision is Decision.SAME else decisions.different
            those[read.events] = read.line.who
            where[read.events] = read.line.where
    root: dict[str, str] = {}

    def find(ref: str) -> str:
        while root.setdefault(ref, ref) != ref:
            ref = root[ref]
        return ref

    for a, b in decisions.same:
        root[find(a)] = find(b)
    for a, b in decisions.different:
        if find(a) == find(b):
            raise InputError(
                f"{a} and {b} are decided to be different, and the same through other decisions",
                where=where[a, b],
                remedy="Take one of the decisions back with a line that says unsure.",
            )
    return decisions


def _rows(read: _Read, articles: _Articles) -> Iterable[str]:
    for side, (event, at) in enumerate(zip(read.seen, read.found, strict=True)):
        if event is None or at is None:
            continue
        last = event if isinstance(at, Lost) else _Seen(at, " ".join(articles.of(at)[1][at]))
        yield f"{read.line.id}\t{side}\t{last.ref}\t{last.marks}\n"
