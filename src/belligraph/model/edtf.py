"""Dates as news gives them: EDTF level 0 and the parts of level 1 that fact sheets use.

Source: Extended Date/Time Format, https://www.loc.gov/standards/datetime/ (ISO 8601-2:2019). Read here: a year, month or
day; unspecified digits from the right (`202X`, `2023-XX`, `2023-11-XX`); the qualifiers `?`, `~` and `%` behind a date; an
interval `A/B` with an open (`..`) or unknown (empty) end. Times of day, seasons and years past four digits are not used.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

__all__ = ["Span", "in_words", "parse_edtf"]

_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[?~%]?")


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that an EDTF date allows; None where it is open or unknown."""

    earliest: date | None
    latest: date | None

    def is_disjoint_from(self, other: Span) -> bool:
        """Whether no day lies in both."""
        return _before(self.latest, other.earliest) or _before(other.latest, self.earliest)


def parse_edtf(text: str) -> Span:
    """The days that an EDTF date allows.

    Raises:
        ValueError: the text is not such a date, names no day of the calendar, or ends before it begins.
    """
    begin, slash, end = text.partition("/")
    if not slash:
        return _parse_date(text)
    if begin in {"", ".."} and end in {"", ".."}:
        raise ValueError(f"{text!r} is open at both ends")
    earliest = None if begin in {"", ".."} else _parse_date(begin).earliest
    latest = None if end in {"", ".."} else _parse_date(end).latest
    if _before(latest, earliest):
        raise ValueError(f"{text!r} ends before it begins")
    return Span(earliest, latest)


def in_words(text: str) -> str:
    """An EDTF date as a reader takes it: "2024-09-12/.." is "since 2024-09-12"; another text is left as it is."""
    try:
        parse_edtf(text)
    except ValueError:
        return text
    begin, slash, end = (_date_in_words(part) if part not in {"", "..", "/"} else part for part in text.partition("/"))
    if not slash:
        return begin
    match begin, end:
        case (("" | ".."), _):
            return f"until {end}" if begin else f"an unknown day to {end}"
        case _, ("" | ".."):
            return f"since {begin}" if end else f"{begin} to an unknown day"
        case _:
            return f"{begin} to {end}"


def _date_in_words(text: str) -> str:
    plain = text.rstrip("?~%")
    known = plain.split("-XX")[0]
    said = f"some day of {known}" if known != plain else known
    if "X" in known:
        first, last = known.replace("X", "0"), known.replace("X", "9")
        said = f"between {first} and {last}" if "XX" in known else f"{first}s"
    about = "about " if text[-1] in "~%" else ""
    return f"{about}{said}{' (uncertain)' if text[-1] in '?%' else ''}"


def _parse_date(text: str) -> Span:
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not an EDTF date such as 2023, 2023-11, 2023-11-21 or 2023-10-17/..")
    year, month, day = match.groups()
    if "X" in year and (month or day):
        raise ValueError(f"{text!r} gives a month of an unknown year")
    if month == "XX" and day not in {None, "XX"}:
        raise ValueError(f"{text!r} gives a day of an unknown month")
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first_month, last_month = (1, 12) if month in {None, "XX"} else (int(month), int(month))
    try:
        if day in {None, "XX"}:
            return Span(
                date(first_year, first_month, 1),
                date(last_year, last_month, calendar.monthrange(last_year, last_month)[1]),
            )
        exact = date(first_year, first_month, int(day))
    except ValueError as error:
        raise ValueError(f"{text!r} is no day of the calendar") from error
    return Span(exact, exact)


def _before(a: date | None, b: date | None) -> bool:
    return a is not None and b is not None and a < b
