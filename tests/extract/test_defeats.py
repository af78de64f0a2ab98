"""Defeats that a text dates, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import FactSheet

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram seized the north. A campaign led to the group's territorial defeat in May 2009.",
        "Chad was quiet after the territorial defeat of Boko Haram in May 2009.",
        "Despite its defeat in May 2009, Boko Haram still hides in the hills.",
    ],
)
def test_a_dated_defeat_is_an_event_of_its_own(told: Told, sheet_of: Callable[[str], FactSheet], text: str) -> None:
    defeat = next(e for e in sheet_of(text).events if e.type.value == "other")
    assert f"{defeat.id} date 2009-05" in {c.split(" [")[0] for c in told(text)}
    assert any(c.startswith(f"{defeat.id} target ") for c in told(text))


def test_a_defeat_takes_its_date_from_the_attacks_beside_it(told: Told) -> None:
    claims = told("Since the defeat of Boko Haram in 2009, its fighters have carried out attacks in Chad.")
    assert not [c for c in claims if c.startswith("attack_") and " date 2009" in c]


def test_a_defeat_that_is_only_hoped_for_is_no_event(sheet_of: Callable[[str], FactSheet]) -> None:
    assert sheet_of("The general spoke of the lasting defeat of Boko Haram.").events == ()
