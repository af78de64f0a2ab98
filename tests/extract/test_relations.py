"""Backers, spokespeople and claims of responsibility, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Turkish-backed rebels attacked a village.", "Turkish-backed rebels sponsored_by Turkey"),
        ("Hezbollah, the proxy of Iran, attacked a village.", "Hezbollah sponsored_by Iran"),
        ("The Houthis, backed by Iran, attacked a tanker.", "Houthis sponsored_by Iran"),
        ("Pentagon spokesman John Doe spoke on Monday.", "John Doe acts_for Pentagon"),
        ("Gen. Ana Ruiz, commander of U.S. Central Command, spoke.", "Ana Ruiz acts_for U.S. Central Command"),
        ("French President Ana Ruiz spoke on Monday.", "Ana Ruiz acts_for France"),
    ],
)
def test_relation_between_actors(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_made_in_a_country_is_not_backed_by_it(told: Told) -> None:
    assert not [line for line in told("Rebels fired Iranian-made rockets at a base.") if "sponsored_by" in line]


def test_backing_is_said_by_its_speaker(told: Told) -> None:
    assert "Iran-backed militias sponsored_by Iran [John Doe]" in told(
        "Pentagon spokesman John Doe said Iran-backed militias attacked a base in Syria."
    )


def test_group_that_claims_an_attack_is_its_own_speaker(told: Told) -> None:
    claims = told("Gunmen attacked a hotel in Mogadishu. Al-Shabab claimed responsibility for the attack.")
    assert "Al-Shabab claims_responsibility attack_1 [Al-Shabab]" in claims
    assert "attack_1 attacker Al-Shabab" not in " ".join(claims)
