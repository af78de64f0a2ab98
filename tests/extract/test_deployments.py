"""Forces stationed or moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def test_a_strike_group_sent_to_sea_is_a_deployment(told: Told) -> None:
    claims = told("France has sent a carrier strike group to the Red Sea to deter attacks.")
    assert {"deployment_1 force carrier strike group", "deployment_1 place Red Sea"} <= set(claims)


def test_soldiers_deployed_have_a_number(told: Told) -> None:
    claims = told("About 200 soldiers were deployed to Iraq.")
    assert {"deployment_1 force soldiers", "deployment_1 place Iraq", "deployment_1 size ~200"} <= set(claims)


def test_a_letter_sent_is_none(told: Told) -> None:
    assert told("The army sent a letter to France.") == []


def sizes(told: list[str]) -> list[str]:
    """The sizes told."""
    return [line.split(" size ")[1] for line in told if " size " in line]


def test_troops_that_remain_or_are_somewhere_have_a_number(told: Told) -> None:
    assert sizes(told("Less than 1,000 U.S. troops remain in Syria while roughly 2,500 remain in Iraq.")) == [
        "..999",
        "~2500",
    ]
    assert sizes(told("There are about 900 U.S. troops in Syria and 2,500 in Iraq.")) == ["~900", "2500"]
    assert sizes(told("The U.S. has more than 800 troops in the country.")) == ["801.."]
    assert sizes(told("The French military still has some 400 troops in Niger.")) == ["~400"]


def test_troops_that_were_hurt_somewhere_are_no_deployment(told: Told) -> None:
    assert sizes(told("Rebels killed 12 French troops in Niger.")) == []


def test_troops_that_support_others_in_a_country_are_deployed_there(told: Callable[[str], list[str]]) -> None:
    claims = told("There are some 900 French troops in Chad supporting local soldiers.")
    assert {"deployment_1 size ~900", "deployment_1 place Chad", "deployment_1 force French troops"} <= set(claims)


@pytest.mark.parametrize(
    ("text", "force", "place"),
    [
        (
            "Rockets were fired at a base that hosts French military personnel in northern Mali.",
            "personnel",
            "northern Mali",
        ),
        ("A rocket hit a base housing French troops in Mali.", "troops", "Mali"),
        ("The minister ordered the HMS Kestrel strike group to the Red Sea.", "group", "Red Sea"),
        ("France ordered a few thousand more forces into the Sahel.", "forces", "Sahel"),
    ],
)
def test_forces_hosted_somewhere_or_ordered_there_are_deployed(
    told: Callable[[str], list[str]], text: str, force: str, place: str
) -> None:
    claims = [c for c in told(text) if c.startswith("deployment_")]
    assert [c for c in claims if " force " in c and c.endswith(force)]
    assert [c for c in claims if c.endswith(f" place {place}")]


@pytest.mark.parametrize("where", ["in and around Gao", "across Gao", "to Gao"])
def test_troops_deployed_somewhere_are_a_deployment_there(told: Callable[[str], list[str]], where: str) -> None:
    lines = told(f"The government deployed hundreds of newly trained soldiers {where}.")
    assert {"deployment_1 place Gao", "deployment_1 size 200.."} <= set(lines)
