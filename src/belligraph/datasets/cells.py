"""Cells as numbers, coordinates and dates: what is none is a fault of its column, never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from belligraph.datasets.protocol import RowFault

__all__ = ["choice", "count", "day", "identifier", "point", "text"]

_WHOLE = re.compile(r"([0-9]+)(?:\.0+)?")
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]+)?")
# 2023-11-21, also with a time of day behind it (UCDP); 20231121 (GDELT)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T][0-9:.]*)?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
# 21 November 2023 (ACLED's export), 21-11-2023 (ACLED's older files: the day first)
_NAMED = re.compile(r"([0-9]{1,2}) ([A-Za-z]+) ([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{2})-([0-9]{2})-([0-9]{4})")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def text(cells: Mapping[str, str], column: str) -> str:
    """The cell's text without white space around it; empty where the cell is, or the column."""
    return cells.get(column, "").strip()


def identifier(cells: Mapping[str, str], column: str) -> str:
    """The row's identifier.

    Raises:
        RowFault: it is empty.
    """
    value = text(cells, column)
    if not value:
        raise RowFault(column, "the row has no identifier")
    return value


def count(cells: Mapping[str, str], column: str) -> int | None:
    """A whole number from 0; None where the cell is empty.

    Raises:
        RowFault: something else.
    """
    value = text(cells, column)
    if not value:
        return None
    match = _WHOLE.fullmatch(value)
    if match is None:
        raise RowFault(column, f"{value!r} is no whole number from 0")
    return int(match[1])


def choice(cells: Mapping[str, str], column: str, codes: str) -> str | None:
    """One of the codes, each a digit; None where the cell is empty.

    Raises:
        RowFault: something else.
    """
    value = text(cells, column)
    if not value:
        return None
    if len(value) != 1 or value not in codes:
        raise RowFault(column, f"{value!r} is none of the codes {', '.join(codes)}")
    return value


def point(cells: Mapping[str, str], latitude: str, longitude: str) -> str | None:
    """A WKT point, longitude first (GeoSPARQL 1.1, 8.5.1), with the digits of the cells; None where both are empty.

    Raises:
        RowFault: a cell is no number of degrees, or only one of the two is there.
    """
    north, east = text(cells, latitude), text(cells, longitude)
    if not north and not east:
        return None
    for column, value, most in ((latitude, north, 90.0), (longitude, east, 180.0)):
        if not _DEGREES.fullmatch(value) or abs(float(value)) > most:
            raise RowFault(column, f"{value!r} is no number of degrees between -{most:.0f} and {most:.0f}")
    return f"POINT({east} {north})"


def day(cells: Mapping[str, str], column: str) -> date:
    """A day of the calendar.

    Raises:
        RowFault: the cell is empty or holds none.
    """
    value = text(cells, column)
    found = _day(value)
    if found is None:
        raise RowFault(column, f"{value!r} is no date such as 2023-11-21" if value else "the row has no date")
    return found


@lru_cache(maxsize=4096)
def _day(value: str) -> date | None:
    try:
        if match := _ISO.fullmatch(value) or _COMPACT.fullmatch(value):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _NAMED.fullmatch(value):
            return date(int(match[3]), _MONTHS.index(match[2].lower()) + 1, int(match[1]))
        if match := _DAY_FIRST.fullmatch(value):
            return date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
    return None
