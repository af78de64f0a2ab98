"""Tables for a terminal: aligned columns, long cells wrapped, nothing cut."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from belligraph.vocab import PREFIXES

__all__ = ["table", "term_text"]

GAP = "  "
# below this a column of words is no longer read, and the table runs over the edge instead
NARROWEST = 8


def term_text(term: Mapping[str, Any] | None, base_iri: str) -> str:
    """A term of SPARQL JSON results as a reader wants it: no quotes or datatypes, IRIs short, line ends as spaces."""
    if term is None:
        return ""
    value = str(term["value"])
    if term["type"] != "uri":
        return " ".join(value.split())
    if value.startswith(base_iri):
        return value[len(base_iri) :] or value
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and value != namespace:
            return f"{prefix}:{value[len(namespace) :]}"
    return value


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """The rows under their column names, no wider than `width` as far as that can be; a closing line counts the rows."""
    widths = _widths(columns, rows, width - len(GAP) * (len(columns) - 1))
    lines = [*_lines(columns, widths), GAP.join("─" * w for w in widths)]
    for row in rows:
        lines += _lines(row, widths)
    return "\n".join([*lines, f"({len(rows)} row{'' if len(rows) == 1 else 's'})"])


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]], available: int) -> list[int]:
    widths = [max([len(name), *(len(row[i]) for row in rows)]) for i, name in enumerate(columns)]
    while widths and sum(widths) > available and max(widths) > NARROWEST:
        # the widest columns give way together, down to the next widest
        widest = max(widths)
        excess = sum(widths) - available
        level = max([w for w in widths if w < widest], default=0)
        many = widths.count(widest)
        narrower = max(level, widest - -(-excess // many), NARROWEST)
        widths = [narrower if w == widest else w for w in widths]
    return widths


def _lines(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [textwrap.wrap(cell, w) or [""] for cell, w in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped), default=0)
    padded = [[*part, *[""] * (height - len(part))] for part in wrapped]
    return [GAP.join(f"{part[n]:<{w}}" for part, w in zip(padded, widths, strict=True)).rstrip() for n in range(height)]
