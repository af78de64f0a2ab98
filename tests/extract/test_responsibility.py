"""A group's own claims of what it did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def test_a_spokesman_who_claims_the_attack_speaks_for_his_group(told: Told) -> None:
    claims = told("Gunmen attacked a ship in the Red Sea. A Houthi spokesman claimed the attack.")
    assert "Houthi claims_responsibility attack_1 [Houthi spokesman]" in claims or (
        "Houthis claims_responsibility attack_1 [Houthi spokesman]" in claims
    )


def test_a_group_that_says_it_fired_claims_it_and_is_not_told_as_the_attacker(told: Told) -> None:
    claims = told("Hezbollah said it fired rockets at an army base.")
    assert "Hezbollah claims_responsibility attack_1 [Hezbollah]" in claims
    assert not [c for c in claims if " attacker " in c]


def test_their_attacks_are_those_of_whoever_speaks(told: Told) -> None:
    claims = told("The Houthis, who control the north of Yemen, say their attacks will go on.")
    assert claims == ["Houthis claims_responsibility attack_1 [Houthis]"]


def test_claiming_responsibility_makes_the_group_no_speaker_of_the_toll(told: Told) -> None:
    claims = told(
        "Al-Shabab claimed responsibility for a bombing at a cafe in Mirefield that killed 11 people, police said."
    )
    assert "attack_1 killed 11 [police]" in claims
    assert any(c.startswith("Al-Shabab claims_responsibility attack_1") for c in claims)


def test_a_group_may_claim_an_attack_without_the_word_responsibility(told: Told) -> None:
    claims = told("The Houthis claimed a drone attack on Mirefield.")
    assert any(c.startswith("Houthis claims_responsibility attack_1") for c in claims)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two people in Niger. No group has claimed responsibility for the attack.",
        "Hamas said it will continue its attacks on convoys.",
    ],
)
def test_nobody_claims_what_is_not_claimed_or_not_done(told: Told, text: str) -> None:
    assert not [line for line in told(text) if "claims_responsibility" in line]
