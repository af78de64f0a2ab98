"""Expressions of time and the EDTF dates that they give with the article's day of publication.

Source of the form: Extended Date/Time Format, https://www.loc.gov/standards/datetime/. What the text and the day of
publication do not settle stays unresolved: the date is None and the words are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["DAY", "MONTH", "WEEKDAY", "TimeExpression", "day_of", "find_times", "month_of"]

# how long an EDTF date is that is a single day
DAY = len("2024-05-15")

_YEAR = "january february march april may june july august september october november december"
_MONTHS = _YEAR.split()
MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAY = rf"(?:{'|'.join(d.capitalize() for d in _DAYS)})"
_CLOCK = r"\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\.?"
_PART_OF = r"(?:early\s+|late\s+|mid-|(?:the\s+)?(?:beginning|start|end)\s+of\s+)?"
_NUMBER = r"(?i:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|couple\s+of)"
_PART = r"(?:morning|afternoon|evening|night)"
_BEFORE = (
    r"(?:(?:[Ee]arly|[Ll]ate|[Ll]ater|[Oo]vernight|[Bb]efore\s+dawn|[Mm]idday)\s+(?:on\s+)?"
    r"|(?:(?:[Oo]n|[Ii]n)\s+)?[Tt]he\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)\s+of\s+|[Oo]n\s+|[Ss]ince\s+|[Bb]y\s+)?"
)
# what an expression of time may begin with: looked for first, since few words do. The commonest of them, articles and
# numbers, count only before what makes them a time; capitals only as a sentence's first word or a month's or day's
_FIRST = (
    r"(?:\d|Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|[Tt]he\s+(?:early|late|morning|afternoon|evening|night|beginning|start|end|days?|previous|next|following|same)\b"
    r"|(?:[Aa]\s+)?(?:(?i:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|couple\s+of)\s+)?"
    r"(?:[Mm]inute|[Hh]our|[Dd]ay|[Ww]eek|[Mm]onth|year)"
    r"|(?:[Ff]rom|[Bb]etween|[Ee]arly|[Ll]ater?|[Ee]arlier|[Oo]vernight|[Bb]efore|[Mm]idday|[Mm]id|[Oo]n|[Ss]ince|[Bb]y|[Ii]n"
    r"|[Bb]egan|[Aa]t|[Tt]his|[Tt]hat|[Ll]ast|next|[Tt]oday|[Tt]onight|[Yy]esterday|[Oo]ver|[Ww]ithin|[Dd]uring|[Ff]or|some|just"
    r"|several)\b)"
)
_TIME = re.compile(
    rf"""\b(?={_FIRST})(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?:[Ff]rom\s+|[Bb]etween\s+){MONTH.replace("month", "since")}\s+(?P<first>\d{{1,2}})\s+(?:to|through|and)\s+
      (?:{MONTH.replace("month", "until")}\s+)?(?P<last>\d{{1,2}})(?:,?\s+(?P<year6>(?:19|20)\d{{2}}))?
    | (?:[Ff]rom|[Bb]etween)\s+(?:the\s+hours\s+of\s+)?(?:about\s+|approximately\s+)?{_CLOCK}\s+(?:on\s+)?
      {MONTH.replace("month", "eve_month")}\s+
      (?P<eve_day>\d{{1,2}})\s+(?:and|to|until)\s+(?:about\s+|approximately\s+)?{_CLOCK}\s+(?:on\s+)?
      {MONTH.replace("month", "end_month")}\s+(?P<end_day>\d{{1,2}})
    | (?P<lead>{_BEFORE}|[Ii]n\s+(?:early\s+|late\s+|mid-)?|[Bb]egan\s+(?:on\s+|in\s+)|[Ff]rom\s+)
      (?:{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)
          (?:\s?[-–]\s?(?P<through>\d{{1,2}})(?!\d))?(?:,?\s+(?P<year>(?:19|20)\d{{2}}))?
        |(?P<day2>\d{{1,2}})\s+{MONTH.replace("month", "month2")}(?:,?\s+(?P<year2>(?:19|20)\d{{2}}))?
        |{MONTH.replace("month", "month3")}\s+(?:of\s+)?(?P<year3>(?:19|20)\d{{2}}))
    | (?:[Ff]rom|[Bb]etween)\s+{MONTH.replace("month", "begun")}\s+(?:to|through|and)\s+{MONTH.replace("month", "over")}
      (?:\s+(?:of\s+)?(?P<year7>(?:19|20)\d{{2}}))?(?!\s+\d)
    | (?:(?P<lead4>[Bb]egan\s+in|[Ii]n|[Ss]ince)\s+|(?:[Aa]t\s+)?(?=(?:[Ee]arly|[Ll]ate|[Mm]id-|the\s+\w+\s+of)))
      {_PART_OF}(?P<month4>January|February|March|April|May|June|July|August
      |September|October|November|December)\b(?!\s+\d)
    | (?P<lead5>[Ii]n|[Ss]ince)\s+{_PART_OF}(?P<year5>(?:19|20)\d{{2}})\b(?!-|\s+(?:times|people|troops))
    | (?:[Ff]rom\s+|[Bb]etween\s+|[Oo]vernight\s+(?:from\s+)?|[Oo]n\s+)?(?P<eve>{WEEKDAY})(?:\s+{_PART})?\s+
      (?:in)?to\s+(?:early\s+|late\s+)?(?P<morrow>{WEEKDAY})(?:\s+{_PART})?
    | (?P<lead6>{_BEFORE})(?P<which>last\s+|this\s+|next\s+)?
      (?P<weekday>{WEEKDAY})(?:\s+{_PART}|\s+overnight)?
    | (?P<both>[Yy]esterday\s+and\s+today)
    | [Oo]n\s+the\s+(?P<nth>\d{{1,2}})(?:st|nd|rd|th)(?!-|\s+(?!the\b|in\b|at\b|when\b|and\b)[a-z]|\s+[A-Z][a-z]+\b(?!-))
    | (?P<today>(?:[Ee]arlier\s+|[Ll]ate(?:r)?\s+|[Ee]arly\s+)?[Tt]oday|[Tt]onight|[Tt]his\s+{_PART})
    | (?P<yesterday>(?:[Ll]ate\s+|[Ee]arly\s+)?[Yy]esterday(?:\s+{_PART})?|[Ll]ast\s+night)
    | [Oo]vernight\s+(?:in)?to\s+(?:early\s+|late\s+)?(?P<dawn>{WEEKDAY})(?:\s+{_PART})?
    | (?P<night>[Oo]vernight)
    | (?P<hours>[Ii]n|[Oo]ver|[Ww]ithin|[Dd]uring)\s+(?:the\s+)?(?:past|last)\s+
      (?:(?P<count>24|48|72)\s+hours|day\b(?!\s+of))
    | (?P<week>(?:[Ii]n|[Oo]ver|[Dd]uring)\s+the\s+(?:past|last)\s+week)
    | (?:[Ii]n|[Oo]ver|[Ww]ithin|[Dd]uring)\s+(?:the\s+)?(?:past|last)\s+(?P<days>{_NUMBER})\s+days
    | (?:[Ii]n|[Oo]ver|[Ww]ithin|[Dd]uring)\s+(?:the\s+)?(?:past|last)\s+(?:(?P<spans>{_NUMBER})\s+)?(?P<span>months?|years?)
    | (?P<ago>{_NUMBER}|[Aa])\s+(?P<unit>days?)\s+ago
    | (?P<apart>{_NUMBER}|[Aa]|[Tt]he)\s+days?\s+(?P<side>earlier|before(?!\s+\w)|later)
    | (?P<same>(?:[Oo]n\s+)?(?:[Tt]he|[Tt]hat)\s+(?P<day3>previous\s+|next\s+|following\s+|same\s+)day
      |(?:[Ee]arlier|[Ll]ater)\s+(?:(?:on|in)\s+)?(?:the|that)\s+(?:same\s+)?day
      |(?:[Ww]ithin|[Dd]uring|[Ii]n)\s+(?:this|that|the\s+same)\s+(?:time\s*frame|time\s+period|time|period)
      |[Ll]ater(?=,?\s+(?:at|between)\s+(?:about\s+|approximately\s+)?\d)
      |(?:[Tt]hat|(?:the|that)\s+same)\s+{_PART})
    | (?P<beside>(?:{_NUMBER}|[Aa]|[Tt]he)\s+day|(?:(?:{_NUMBER}|a\s+few|several|just)\s+)?
      (?:[Mm]inutes|[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths))(?=\s+(?P<joint>after|before)\b)
    | (?P<which3>[Ll]ast|[Tt]his)\s+{MONTH.replace("month", "month5")}(?!\s+\d)
    | (?:(?:[Ee]arlier|[Ll]ater?)\s+)?(?P<which2>[Tt]his|[Ll]ast)\s+(?P<long>month|year)
    | (?P<vague>(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or)\s+(?:the\s+)?
        (?:recent|past|last|coming|more\s+than|less\s+than|at\s+least)\s+(?:the\s+)?
        (?:(?:{_NUMBER}|a)\s+)?(?:days?|weeks?|months?|years?|hours|decade)
      |[Ff]or\s+(?:days|weeks|months|years)
      |[Ii]n\s+{_NUMBER}\s+(?:days|weeks|months|years)
      |[Ee]arlier\s+(?:in\s+the\s+(?:week|month|year)|this\s+week)|(?:[Ll]ast|[Tt]his)\s+week
      |(?:{_NUMBER}|a)\s+(?:weeks?|months?|years?|hours?)\s+ago|[Oo]ver\s+the\s+weekend(?!\s+of)|(?:(?:{_NUMBER}\s+)?(?:weeks|months)|{_NUMBER}\s+days)\s+of
      |(?:(?:(?:[Aa]\s+)?{_NUMBER}|some)\s+)?(?:[Hh]ours|[Ww]eeks|[Mm]onths)\s+(?:later|earlier))
    )(?!\w)""",
    re.VERBOSE,
)

# every expression of time has one of these in it; most sentences have none, and are not looked through further
_CUES = re.findall(
    r"\w+",
    """Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec day Day night Night hour Hour week Week month Month year Year decade
    minutes Minutes morning Morning afternoon Afternoon evening Evening time period Period later Later""",
)
_NUMBERS = re.compile(r"\d{4}|\d(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A span of the normalised text that tells when; `date` is EDTF or None where it cannot be resolved."""

    start: int
    end: int
    date: str | None
    is_vague: bool = False
    """Neither a day nor a year: "in recent weeks"."""
    shift: int | None = None
    """So many days from another date: the last one told, or with `is_beside` the one of what "after" brings."""
    is_beside: bool = False
    """ "A day" in "a day after the raid"."""


def find_times(text: str, start: int, end: int, published: date | None) -> list[TimeExpression]:
    """The expressions of time in a span of the normalised text, in order."""
    found: list[TimeExpression] = []
    sentence = text[start:end]
    # a dozen times as fast as one pattern of all cues, which would try each of them at each letter
    if not any(map(sentence.__contains__, _CUES)) and _NUMBERS.search(sentence) is None:
        return found
    for match in _TIME.finditer(text, start, end):
        first = match.start()
        # "Tuesday's" keeps the possessive out
        beside = match["beside"] is not None
        value = None if beside else _resolve(match, published)
        found.append(TimeExpression(first, match.end(), value, match["vague"] is not None, _shift(match), beside))
    return found


def _shift(m: re.Match[str]) -> int | None:
    """How many days from another date: "a day earlier", "the same day", "two days after"."""
    if m["apart"]:
        count = _count(m["apart"])
        return None if count is None else count if m["side"] == "later" else -count
    if m["same"]:
        return {"previous": -1, "next": 1, "following": 1}.get((m["day3"] or "").strip(), 0)
    if m["beside"]:
        amount, _, unit = m["beside"].rpartition(" ")
        count = _count(amount) if unit.startswith("day") else None
        return None if count is None else count if m["joint"] == "after" else -count
    return None


def _count(word: str) -> int | None:
    """The number of days that a word counts; None for "several"."""
    if word.isdigit():
        return int(word)
    return 1 if word.lower() in {"a", "the"} else _COUNTS.get(word.lower())


def _resolve(m: re.Match[str], published: date | None) -> str | None:
    if m["iso"]:
        return m["iso"] if day_of(int(m["iso"][:4]), int(m["iso"][5:7]), int(m["iso"][8:])) else None
    if m["since"]:
        until = _dated(m["year6"], month_of(m["until"] or m["since"]), int(m["last"]), published)
        anchor = date.fromisoformat(until) if until else None
        since = _dated(None, month_of(m["since"]), int(m["first"]), anchor) if anchor else None
        return f"{since}/{until}" if since and until else None
    if m["eve_month"]:
        until = _dated(None, month_of(m["end_month"]), int(m["end_day"]), published)
        anchor = date.fromisoformat(until) if until else None
        since = _dated(None, month_of(m["eve_month"]), int(m["eve_day"]), anchor) if anchor else None
        return None if since is None else since if since == until else f"{since}/{until}"
    if m["begun"]:
        return _months(m, published)
    if m["month3"]:
        return _opened(f"{m['year3']}-{month_of(m['month3']):02}", m["lead"])
    if m["month"] or m["month2"]:
        number, month = int(m["day"] or m["day2"]), month_of(m["month"] or m["month2"])
        if m["through"]:
            until = _dated(m["year"], month, int(m["through"]), published)
            since = _dated(until[:4], month, number, published) if until else None
            return f"{since}/{until}" if since and until and since < until else None
        return _opened(_dated(m["year"] or m["year2"], month, number, published), m["lead"])
    if m["month4"]:
        month = month_of(m["month4"])
        if published is None:
            return None
        year = published.year - (month > published.month)
        return _opened(f"{year}-{month:02}", m["lead4"])
    if m["year5"]:
        return _opened(m["year5"], m["lead5"])
    return None if published is None else _relative(m, published)


def _months(m: re.Match[str], published: date | None) -> str | None:
    """ "From March through May", of the last such year that was over on the day of publication."""
    begun, over = month_of(m["begun"]), month_of(m["over"])
    if not m["year7"] and published is None:
        return None
    until = int(m["year7"]) if m["year7"] or published is None else published.year - (over > published.month)
    return f"{until - (begun > over)}-{begun:02}/{until}-{over:02}"


def _relative(m: re.Match[str], published: date) -> str | None:
    if m["eve"]:
        until = _earlier(published, _days_since(m["morrow"], published))
        return _until(over := date.fromisoformat(until), _days_since(m["eve"], over) or 7) if until else None
    if m["dawn"]:
        until = _earlier(published, _days_since(m["dawn"], published))
        return _until(date.fromisoformat(until), 1) if until else None
    if m["weekday"]:
        back, which = _days_since(m["weekday"], published), (m["which"] or "").strip().lower()
        if which == "next":
            return _earlier(published, back - 7)
        return _opened(_earlier(published, 7 if which == "last" and back == 0 else back), m["lead6"])
    if m["today"]:
        return published.isoformat()
    if m["yesterday"]:
        return _earlier(published, 1)
    if m["hours"]:
        return _until(published, int(m["count"] or 24) // 24)
    if m["week"] or m["days"]:
        return _until(published, 7 if m["week"] else _count(m["days"]))
    if m["night"] or m["both"]:
        return _until(published, 1)  # the night that ended on the day of publication
    if m["span"]:
        months = (_count(m["spans"] or "a") or 0) * (12 if m["span"].startswith("year") else 1)
        back = published.year * 12 + published.month - 1 - months
        begun = day_of(back // 12, back % 12 + 1, published.day) if months else None
        return f"{begun.isoformat()}/{published.isoformat()}" if begun else None
    if m["nth"]:
        last = published if int(m["nth"]) <= published.day else published.replace(day=1) - timedelta(1)
        found = day_of(last.year, last.month, int(m["nth"]))
        return found.isoformat() if found else None
    if m["ago"]:
        return _earlier(published, count) if (count := _count(m["ago"])) else None
    if m["month5"]:
        month, back = month_of(m["month5"]), m["which3"].lower() == "last"
        return f"{published.year - (month > published.month or (back and month == published.month))}-{month:02}"
    if m["long"]:
        back = m["which2"].lower() == "last"
        if m["long"] == "year":
            return f"{published.year - back:04}"
        before = _earlier(published.replace(day=1), int(back))
        return before[:7] if before else None
    return None


def _days_since(weekday: str, day: date) -> int:
    """How many days before a day the last such weekday was; 0 if it is that day."""
    return (day.weekday() - _DAYS.index(weekday.lower())) % 7


def _until(day: date, days: int | None) -> str | None:
    """The days up to a day; None where it is not told how many."""
    first = _earlier(day, days) if days else None
    return f"{first}/{day.isoformat()}" if first else None


def _dated(year: str | None, month: int, number: int, published: date | None) -> str | None:
    if year:
        found = day_of(int(year), month, number)
    elif published is None:
        return None
    else:
        found = day_of(published.year, month, number)
        # news looks back: without a year the last such day is meant
        if found is None or found > published:
            found = day_of(published.year - 1, month, number)
    return found.isoformat() if found else None


def _opened(value: str | None, lead: str | None) -> str | None:
    word = (lead or "").strip().lower()
    return f"{value}/.." if value and (word == "since" or word.startswith("began")) else value


def month_of(name: str) -> int:
    """The number of a month by its name or an abbreviation of it."""
    return next(n for n, full in enumerate(_MONTHS, 1) if full.startswith(name.lower()[:3]))


def day_of(year: int, month: int, number: int) -> date | None:
    """The day; None if the calendar has none such."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _earlier(day: date, days: int) -> str | None:
    try:
        return (day - timedelta(days)).isoformat()
    except OverflowError:
        return None
