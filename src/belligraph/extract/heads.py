"""The day that the head of a release or a page tells."""

from __future__ import annotations

import re
from datetime import date

from belligraph.extract.dates import MONTH, WEEKDAY, day_of, month_of

__all__ = ["header_day"]

# a day in the head of an article stands in its first lines
_HEAD, _HEAD_LINES = 600, 6
_HEADER = re.compile(
    rf"""(?:(?:Published|Updated|Posted|Released|Date|NEWS)\s*(?:on|:|\|)?\s*)?(?:{WEEKDAY},?\s+)?
    (?:{MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>(?:19|20)\d{{2}})
    |(?P<day2>\d{{1,2}})\s+{MONTH.replace("month", "month2")}\s+(?P<year2>(?:19|20)\d{{2}})
    |(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}))(?:[,|]?\s+(?:at\s+)?\d{{1,2}}:\d\d.{{0,20}})?""",
    re.VERBOSE | re.IGNORECASE,
)


def header_day(text: str) -> date | None:
    """The day in the head of a release or a page, a line to itself: "Sept. 3, 2024", "Published: 3 May 2021"."""
    for line in text[:_HEAD].split("\n")[:_HEAD_LINES]:
        match = _HEADER.fullmatch(line.strip())
        if match is None:
            continue
        if match["iso"]:
            return day_of(*(int(part) for part in match["iso"].split("-")))
        day, month = int(match["day"] or match["day2"]), month_of(match["month"] or match["month2"])
        return day_of(int(match["year"] or match["year2"]), month, day)
    return None
