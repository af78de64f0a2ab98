"""Which names name the same."""

from __future__ import annotations

import pytest

from belligraph.evaluate.names import head, same_head


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the United States", "U.S."),
        ("Brigadier General Ada Stone", "Stone"),
        ("two Freedonian officials", "Freedonian officials"),
        ("Houthi rebels", "the Houthis"),
        ("fighters in the northern hills", "the fighters"),
        ("Ministry of Defense", "the ministry of defense"),
    ],
)
def test_names_with_one_head_are_the_same(one: str, other: str) -> None:
    assert same_head(one, other)
    assert same_head(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("U.S. forces", "forces"), ("Sylvanian militia", "Sylvanians"), ("a bridge", "a depot"), ("", ""), ("the", "the")],
)
def test_names_with_other_heads_are_not(one: str, other: str) -> None:
    assert not same_head(one, other)


def test_a_head_is_what_remains_without_numbers_titles_and_what_follows() -> None:
    assert head("at least three local militia fighters, who fled") == ("militia",)
    assert head("Deputy Press Secretary Ann Lee") == ("ann", "lee")
