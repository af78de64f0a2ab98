"""Expressions of time against a day of publication; the expected days are read off a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from belligraph.extract.dates import find_times
from belligraph.extract.heads import header_day

WEDNESDAY = date(2024, 5, 15)


def _dates(text: str, published: date | None = WEDNESDAY) -> list[str | None]:
    return [t.date for t in find_times(text, 0, len(text), published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Wednesday", "2024-05-15"),
        ("late Tuesday", "2024-05-14"),
        ("early on Thursday", "2024-05-09"),
        ("last Wednesday", "2024-05-08"),
        ("next Monday", "2024-05-20"),
        ("yesterday", "2024-05-14"),
        ("today", "2024-05-15"),
        ("on May 3", "2024-05-03"),
        ("on December 24", "2023-12-24"),
        ("on Feb. 29, 2024", "2024-02-29"),
        ("3 March 2021", "2021-03-03"),
        ("in June 2019", "2019-06"),
        ("on the evening of May 2nd", "2024-05-02"),
        ("in the early morning of Monday", "2024-05-13"),
        ("from January to March", "2024-01/2024-03"),
        ("between June and September", "2023-06/2023-09"),
        ("from November through February", "2023-11/2024-02"),
        ("from October through December 2021", "2021-10/2021-12"),
        ("in March", "2024-03"),
        ("in 2014", "2014"),
        ("since October 17", "2023-10-17/.."),
        ("began on April 2", "2024-04-02/.."),
        ("in the past 24 hours", "2024-05-14/2024-05-15"),
        ("during the past day", "2024-05-14/2024-05-15"),
        ("in the past week", "2024-05-08/2024-05-15"),
        ("three days ago", "2024-05-12"),
        ("2020-02-03", "2020-02-03"),
        ("last month", "2024-04"),
        ("late last year", "2023"),
        ("earlier this month", "2024-05"),
        ("since the beginning of 2024", "2024/.."),
        ("since early March", "2024-03/.."),
        ("on May 3-4", "2024-05-03/2024-05-04"),
        ("in the past three days", "2024-05-12/2024-05-15"),
        ("overnight Monday into Tuesday", "2024-05-13/2024-05-14"),
        ("from Sunday to Monday", "2024-05-12/2024-05-13"),
        ("a day ago", "2024-05-14"),
        ("at the beginning of January", "2024-01"),
        ("late December", "2023-12"),
        ("between 6:50 a.m. on May 13 and 12:40 a.m. on May 14", "2024-05-13/2024-05-14"),
    ],
)
def test_expression_gives_the_day(text: str, expected: str) -> None:
    assert _dates(text) == [expected]


@pytest.mark.parametrize("text", ["in recent weeks", "earlier in the month", "last week", "over the weekend"])
def test_vague_expression_stays_unresolved(text: str) -> None:
    assert _dates(text) == [None]


@pytest.mark.parametrize("text", ["on Tuesday", "yesterday", "since October 17", "in the past 24 hours", "two days ago"])
def test_relative_expression_without_publication_day_stays_unresolved(text: str) -> None:
    assert _dates(text, None) == [None]


def test_full_date_needs_no_publication_day() -> None:
    assert _dates("on July 7, 2023", None) == ["2023-07-07"]


def test_impossible_day_stays_unresolved() -> None:
    assert _dates("on February 30, 2023") == [None]


def test_days_before_and_behind_the_calendar_stay_unresolved() -> None:
    assert _dates("in the past week; last Monday; 400 days ago", date.min) == [None, None, None]
    assert _dates("next Sunday", date.max) == [None]


def test_overnight_is_the_night_into_the_day_of_publication() -> None:
    assert _dates("overnight") == ["2024-05-14/2024-05-15"]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Strikes from May 3 through 6 destroyed it.", "2024-05-03/2024-05-06"),
        ("Last December they fought.", "2023-12"),
        ("This March they fought.", "2024-03"),
        ("From December 30 to January 6 they fought.", "2023-12-30/2024-01-06"),
        ("In past 24 hours they fought.", "2024-05-14/2024-05-15"),
    ],
)
def test_spans_of_days(text: str, when: str) -> None:
    assert [t.date for t in find_times(text, 0, len(text), date(2024, 5, 15))] == [when]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sept. 3, 2024\nRelease Number 1\nFOR IMMEDIATE RELEASE\nForces struck.", date(2024, 9, 3)),
        ("Rebels attack base\nPublished: Monday, 3 May 2021 14:05 UTC\nThey struck.", date(2021, 5, 3)),
        ("2020-02-03\nThey struck.", date(2020, 2, 3)),
        ("Rebels struck on May 3, 2021.\nThey fled.", None),
        ("Rebels struck.", None),
        ("Feb. 30, 2021\nThey struck.", None),
    ],
)
def test_day_in_the_head_stands_on_a_line_to_itself(text: str, day: date | None) -> None:
    assert header_day(text) == day


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("They struck over the last four months.", "2024-01-15/2024-05-15"),
        ("In the past year they struck.", "2023-05-15/2024-05-15"),
        ("Over the past several months they struck.", None),
        ("They struck yesterday and today.", "2024-05-14/2024-05-15"),
        ("They struck on the 9th.", "2024-05-09"),
        ("On the 21st, they struck.", "2024-04-21"),
    ],
)
def test_spans_and_days_of_the_month_count_from_the_day_of_publication(text: str, when: str | None) -> None:
    assert [t.date for t in find_times(text, 0, len(text), date(2024, 5, 15))] == [when]


@pytest.mark.parametrize("text", ["They struck on the 7th floor.", "They fired on the 9th Brigade on the hill."])
def test_what_is_numbered_is_no_day(text: str) -> None:
    assert not find_times(text, 0, len(text), date(2024, 5, 15))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Between the hours of 7 p.m. May 2 and 1:15 a.m. May 3, French jets struck a depot in Mali.",
            "2024-05-02/2024-05-03",
        ),
        ("Between May 2 and May 6, French jets struck a depot in Mali.", "2024-05-02/2024-05-06"),
        ("French jets struck a depot in Mali on May 2 and rebels left on May 3.", "2024-05-02"),
    ],
)
def test_two_days_joined_by_between_are_one_span(told: Callable[[str], list[str]], text: str, day: str) -> None:
    assert f"strike_1 date {day}" in told(text)
