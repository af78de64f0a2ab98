"""Faults of fact sheets: where in the sheet, on which line of its file, and what is wrong in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from belligraph.errors import SheetError

__all__ = ["Fault", "Lines", "Path", "sheet_error", "with_lines"]

Path = tuple[str | int, ...]
"""Keys and indexes (from 0) from the sheet's root: `("claims", 3, "evidence", 0, "start")`."""

Lines = Mapping[Path, int]
"""The line (from 1) on which each value of a file begins; for a member, that of its key."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the path to the value in the sheet, and what is wrong with it, with the remedy where it is not plain."""

    path: Path
    message: str
    id: str | None = None
    """The id of the claim, actor, place or event at fault."""
    line: int | None = None
    """The line in the sheet's file (from 1), once somebody has looked it up."""

    @property
    def place(self) -> str:
        """The path as a reader writes it: `claims[3] (c4), evidence[0].start`."""
        entity = self.path[:2] if len(self.path) > 1 and isinstance(self.path[1], int) else ()
        rest = _written(self.path[len(entity) :])
        if not entity:
            return rest or "the sheet"
        named = _written(entity) + (f" ({self.id})" if self.id else "")
        return f"{named}, {rest}" if rest else named

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"

    def rendered(self, where: str) -> str:
        """The fault in one line, with its file and line: `FILE:LINE: claims[3] (c4): …`."""
        return f"{where}:{self.line}: {self}" if self.line is not None else f"{where}: {self}"


def with_lines(faults: Iterable[Fault], lines: Lines) -> tuple[Fault, ...]:
    """The same faults with their lines; a value that is not in the file has the line of what should hold it."""
    return tuple(replace(fault, line=_line_of(fault.path, lines)) for fault in faults)


def sheet_error(faults: Iterable[Fault], where: str) -> SheetError:
    """The error that carries all these faults (at least one)."""
    rendered = tuple(fault.rendered(where) for fault in faults)
    count = "a fault" if len(rendered) == 1 else f"{len(rendered)} faults"
    first = rendered[0].removeprefix(where).lstrip(":")
    label = "line " if first[:1].isdigit() else ""
    return SheetError(f"the fact sheet has {count}: {label}{first.strip()}", where=where, faults=rendered)


def _line_of(path: Path, lines: Lines) -> int | None:
    for length in range(len(path), -1, -1):
        line = lines.get(path[:length])
        if line is not None:
            return line
    return None


def _written(path: Path) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
