"""What people decide about reports: that two are of one happening, or that they are not. Their word goes before every score.

`links/incidents.tsv` in a publication, one decision a line, only ever added to:

    date <tab> reviewer <tab> same|different|unsure <tab> event <tab> event <tab> note

An event is written as its IRI or as ARTICLE-KEY/EVENT-ID. The last line about a pair counts. "Unsure" takes a decision back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from belligraph.errors import InputError

__all__ = ["Decision", "Decisions", "read_decisions"]

HEADER = "date\treviewer\tdecision\tevent\tother event\tnote"
_EVENT = re.compile(r"(?:https?://\S*/id/article/)?([0-9a-f]{16})/(?:event/)?([A-Za-z0-9_.-]+)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Decision(StrEnum):
    """What somebody decided of a pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that hold: pairs of refs, each with who decided and when."""

    same: dict[tuple[str, str], str] = field(default_factory=dict)
    different: dict[tuple[str, str], str] = field(default_factory=dict)


def read_decisions(path: Path) -> Decisions:
    """The decisions of that file; none if there is no such file.

    Raises:
        InputError: a line that is no decision, or decisions that contradict each other through third events.
    """
    latest: dict[tuple[str, str], tuple[Decision, str]] = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return Decisions()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#") or line.split("\t")[:3] == HEADER.split("\t")[:3]:
            continue
        pair, decision, who = _parse(line, f"{path}:{number}")
        latest[pair] = decision, who
    decided = Decisions(
        {pair: who for pair, (what, who) in latest.items() if what is Decision.SAME},
        {pair: who for pair, (what, who) in latest.items() if what is Decision.DIFFERENT},
    )
    _refuse_clashes(decided, path)
    return decided


def _parse(line: str, where: str) -> tuple[tuple[str, str], Decision, str]:
    cells = line.split("\t")
    if len(cells) not in {5, 6}:
        raise InputError(f"{len(cells)} columns where there should be 5 or 6", where=where, remedy=f"Write: {HEADER}")
    day, reviewer, decision, one, other = (c.strip() for c in cells[:5])
    if not _DAY.fullmatch(day) or not reviewer:
        raise InputError(
            f"no date and reviewer but {day!r}, {reviewer!r}", where=where, remedy="Write YYYY-MM-DD and a name."
        )
    if decision not in set(Decision):
        raise InputError(f"{decision!r} is no decision", where=where, remedy="Write same, different or unsure.")
    refs = []
    for event in (one, other):
        match = _EVENT.fullmatch(event)
        if match is None:
            remedy = "Write the event's IRI, or ARTICLE-KEY/EVENT-ID."
            raise InputError(f"{event!r} is no event of an article", where=where, remedy=remedy)
        refs.append(f"{match[1]}/{match[2]}")
    if refs[0] == refs[1]:
        raise InputError(f"{one!r} is compared with itself", where=where, remedy="Name two events.")
    return (min(refs), max(refs)), Decision(decision), f"{reviewer}, {day}"


def _refuse_clashes(decided: Decisions, path: Path) -> None:
    root: dict[str, str] = {}

    def find(ref: str) -> str:
        while root.setdefault(ref, ref) != ref:
            ref = root[ref]
        return ref

    for a, b in decided.same:
        root[find(a)] = find(b)
    for a, b in decided.different:
        if find(a) == find(b):
            raise InputError(
                f"{a} and {b} are decided to be different, and the same through other decisions",
                where=str(path),
                remedy="Take one of the decisions back with a line that says unsure.",
            )
