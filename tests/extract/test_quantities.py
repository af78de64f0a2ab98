"""Numbers as the guide of fact sheets wants them (section "Numbers")."""

from __future__ import annotations

import pytest

from belligraph.extract.quantities import Figure, number_at, number_of, ordinal_of
from belligraph.extract.tokens import tokenise


def _at_start(text: str) -> Figure | None:
    return number_at(tokenise(text, 0, len(text)), 0)


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "approximate"),
    [
        ("eight soldiers", 8, None, None, False),
        ("2,500 troops", 2500, None, None, False),
        ("twenty-one boats", 21, None, None, False),
        ("three hundred people", 300, None, None, False),
        ("approximately 66 times", 66, None, None, True),
        ("about a", None, None, None, None),
        ("at least 7 people", None, 7, None, False),
        ("more than 60 rockets", None, 61, None, False),
        ("up to 20 drones", None, None, 20, False),
        ("several people", None, 2, None, False),
        ("several thousand troops", None, 2000, None, False),
        ("a few hundred rebels", None, 200, None, False),
        ("several dozen rockets", None, 24, None, False),
        ("dozens of houses", None, 24, None, False),
        ("some trucks", None, 1, None, False),
        ("tens of thousands of people", None, 20_000, None, False),
        ("a pair of boats", 2, None, None, False),
        ("close to 170 raids", 170, None, None, True),
        ("half a million people", 500_000, None, None, False),
        ("a total of 37 raids", 37, None, None, False),
        ("a number of trucks", None, 1, None, False),
        ("between 3 and 5 boats", None, 3, 5, False),
        ("20 or more boats", None, 20, None, False),
        ("fewer than 10 boats", None, None, 9, False),
        ("boats", None, None, None, None),
    ],
)
def test_words_give_these_bounds(
    text: str, value: float | None, low: float | None, high: float | None, approximate: bool | None
) -> None:
    figure = _at_start(text)
    if approximate is None:
        assert figure is None
    else:
        assert figure is not None
        assert (figure.value, figure.min, figure.max, figure.approximate) == (value, low, high, approximate)


def test_sums_of_money_and_percentages_are_no_counts() -> None:
    assert number_at(tokenise("$ 20", 0, 4), 1) is None
    assert _at_start("20% of them") is None


def test_ordinals_and_plain_numbers() -> None:
    assert ordinal_of("fifth") == 5
    assert ordinal_of("12th") == 12
    assert ordinal_of("often") is None
    assert number_of("ninety-nine") == 99
    assert number_of("none") is None


def test_there_is_no_number_before_the_first_token() -> None:
    assert number_at(tokenise("three", 0, 5), -2) is None
