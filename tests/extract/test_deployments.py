"""Forces stationed or moved."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[str], list[str]]


def test_a_strike_group_sent_to_sea_is_a_deployment(told: Told) -> None:
    claims = told("France has sent a carrier strike group to the Red Sea to deter attacks.")
    assert {"deployment_1 force carrier strike group", "deployment_1 place Red Sea"} <= set(claims)


def test_soldiers_deployed_have_a_number(told: Told) -> None:
    claims = told("About 200 soldiers were deployed to Iraq.")
    assert {"deployment_1 force soldiers", "deployment_1 place Iraq", "deployment_1 size ~200"} <= set(claims)


def test_a_letter_sent_is_none(told: Told) -> None:
    assert told("The army sent a letter to France.") == []
