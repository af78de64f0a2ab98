"""What people decide about reports: that two are of one happening, or that they are not. Their word goes before every score.

`links/incidents.tsv` in a publication, one decision a line, only ever added to:

    date <tab> reviewer <tab> same|different|unsure <tab> event <tab> event <tab> note

An event is written as its IRI or as ARTICLE-KEY/EVENT-ID, with the number that it has in the live release. The last line
about a pair counts. "Unsure" takes a decision back. Which events the lines are about once these got other numbers:
`holding.py`.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from belligraph.errors import InputError

__all__ = ["Decision", "Decisions", "Line", "read_decisions"]

HEADER = "date\treviewer\tdecision\tevent\tother event\tnote"
_EVENT = re.compile(r"(?:https?://\S*/id/article/)?([0-9a-f]{16})/(?:event/)?([A-Za-z0-9_.-]+)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Decision(StrEnum):
    """What somebody decided of a pair."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Line:
    """One decision as it is written."""

    where: str
    """The file and the number of the line."""
    id: str
    """What tells it from the other lines, wherever it stands."""
    events: tuple[str, str]
    """The refs of two events, sorted."""
    decision: Decision
    who: str
    """Who decided, and when."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that hold: pairs of refs as they are now, sorted, each with who decided and when."""

    same: dict[tuple[str, str], str] = field(default_factory=dict)
    different: dict[tuple[str, str], str] = field(default_factory=dict)


def read_decisions(path: Path) -> tuple[Line, ...]:
    """The decisions of that file as they are written; none if there is no such file.

    Raises:
        InputError: a line that is no decision.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error
    found: list[Line] = []
    written: Counter[str] = Counter()
    for number, text in enumerate(lines, 1):
        if not text.strip() or text.startswith("#") or text.split("\t")[:3] == HEADER.split("\t")[:3]:
            continue
        where = f"{path}:{number}"
        pair, decision, who = _parse(text, where)
        # without the note, in which a slip may be mended
        said = hashlib.blake2s("\t".join((*pair, decision, who)).encode(), digest_size=8).hexdigest()
        written[said] += 1
        found.append(Line(where, f"{said}-{written[said]}", pair, decision, who))
    return tuple(found)


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
