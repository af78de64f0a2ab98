"""One of several events told together stands beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import FactSheet

Told = Callable[[str], list[str]]


def test_one_of_several_strikes_is_an_event_with_what_they_share(told: Told) -> None:
    lines = told("France carried out airstrikes in Mali, including one on Monday the army said killed the head of a cell.")
    assert {
        "strike_1 attacker France",
        "strike_2 attacker France",
        "strike_2 place Mali",
        "strike_2 date 2024-05-13",
        "strike_2 killed 1 [army]",
        "strike_2 target head of a cell [army]",
    } <= set(lines)


def test_several_of_which_one_is_told_are_a_series(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of(
        "French forces carried out drone attacks on Gao, including one that hit a school and wounded two people."
    )
    assert [e.series for e in sheet.events] == [True, False]
    assert sheet.events[1].evidence[0].quote == "one that hit"


@pytest.mark.parametrize("leading", ["where one attack hit", "with one strike hitting"])
def test_one_attack_among_strikes_is_a_strike_of_the_same_side(told: Told, leading: str) -> None:
    lines = told(f"At least 30 people were killed Monday in Israeli air strikes across Gaza, {leading} a clinic.")
    assert {"strike_2 target clinic", "strike_2 attacker Israel"} <= set(lines)
    assert "strike_1 target clinic" not in lines
