"""Why one event follows another, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("French forces struck a camp in response to an attack on a convoy.", "strike_1 responds_to attack_2"),
        ("French forces struck a camp in retaliation for an attack on a convoy.", "strike_1 retaliates_for attack_2"),
        ("French forces struck a camp in the aftermath of an attack on a convoy.", "strike_1 linked_to attack_2"),
        ("Rebels attacked a convoy, prompting retaliation from a French helicopter.", "strike_2 retaliates_for attack_1"),
        (
            "Rebels attacked a convoy, prompting a French military helicopter to strike a camp.",
            "strike_2 responds_to attack_1",
        ),
    ],
)
def test_words_give_the_weakest_link_that_they_allow(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_hours_after_is_no_link(told: Told) -> None:
    claims = told("The French strikes on a camp came hours after an attack on a convoy.")
    assert not [line for line in claims if "_to " in line or "retaliates" in line]


def test_reported_motive_is_hedged(told: Told) -> None:
    claims = told("The rebels' attacks on convoys have reportedly been linked to the minister's support for the miners.")
    assert [line for line in claims if " linked_to " in line] == ["attack_1 linked_to event_2 (unspecified)"]


def test_purpose_that_is_no_event(told: Told) -> None:
    claims = told("French forces struck two launchers in self-defense.")
    assert "strike_1 purpose self-defense" in claims
