from datetime import date

import pytest

from belligraph.model.edtf import Span, in_words, parse_edtf


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2023-11-21", date(2023, 11, 21), date(2023, 11, 21)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2023-10-17/..", date(2023, 10, 17), None),
        ("../2023-10", None, date(2023, 10, 31)),
        ("2023-11-20/2023-11-21", date(2023, 11, 20), date(2023, 11, 21)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("2023-11-XX", date(2023, 11, 1), date(2023, 11, 30)),
        ("2023-11-21~", date(2023, 11, 21), date(2023, 11, 21)),
        ("2023-XX", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_date_allows_the_days_that_edtf_says(text: str, earliest: date | None, latest: date | None) -> None:
    assert parse_edtf(text) == Span(earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2023-13",
        "2023-02-30",
        "2023-11-21/2023-11-20",
        "../..",
        "20231121",
        "2023-1-2",
        "202X-05",
        "2023-XX-03",
    ],
)
def test_what_is_no_such_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"'|open"):
        parse_edtf(text)


def test_spans_that_share_a_day_are_not_disjoint() -> None:
    assert not parse_edtf("2023-11").is_disjoint_from(parse_edtf("2023-11-30/.."))
    assert parse_edtf("2023-11").is_disjoint_from(parse_edtf("2023-12-01"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-11-21", "2023-11-21"),
        ("2023-11", "2023-11"),
        ("2023-11-20/2023-11-21", "2023-11-20 to 2023-11-21"),
        ("2023-10-17/..", "since 2023-10-17"),
        ("../2023-10", "until 2023-10"),
        ("2023/", "2023 to an unknown day"),
        ("/2023", "an unknown day to 2023"),
        ("2023-11-XX", "some day of 2023-11"),
        ("2023-XX", "some day of 2023"),
        ("202X", "2020s"),
        ("19XX", "between 1900 and 1999"),
        ("2023-11~", "about 2023-11"),
        ("2023-11-21?", "2023-11-21 (uncertain)"),
        ("2023%", "about 2023 (uncertain)"),
        ("17 November Brigade", "17 November Brigade"),
        ("11/12", "11/12"),
        ("", ""),
    ],
)
def test_a_date_is_told_in_words_and_another_text_is_left_alone(text: str, words: str) -> None:
    assert in_words(text) == words
