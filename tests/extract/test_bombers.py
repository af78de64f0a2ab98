"""Bombers, blasts and weapons that came down: one attack, told by more than one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def test_the_dead_of_an_explosion_from_a_bombing_are_those_of_the_bombing(told: Told) -> None:
    claims = told("A blast from a suicide bombing killed at least nine people Monday in the Malian capital, officials said.")
    assert any(c.startswith("attack_1 killed 9..") for c in claims)
    assert not any(c.startswith("attack_2") for c in claims)


def test_a_capital_told_by_its_country_is_the_city(told: Told) -> None:
    claims = told("A suicide bombing in Bamako killed nine people. Monday's attack in the Malian capital hurt four others.")
    assert [c for c in claims if " place " in c] == ["attack_1 place Bamako"]
    assert "attack_1 injured 4" in claims


def test_a_capital_without_its_name_stays_as_told(told: Told) -> None:
    assert "attack_1 place Malian capital" in told("Rebels attacked a barracks in the Malian capital.")


def test_the_bomber_told_later_is_that_of_the_bombing(told: Told) -> None:
    claims = told(
        "A suicide bombing in Niamey killed nine people. The group said that one of its suicide bombers had targeted the "
        "courthouse."
    )
    assert "attack_1 target courthouse" in " ".join(claims)
    assert not any(c.startswith("attack_2") for c in claims)


def test_another_bomber_elsewhere_is_another_event(told: Told) -> None:
    claims = told("A suicide bombing in Niamey killed nine people. A suicide bomber attacked a post in Bamako, Mali.")
    assert any(c.startswith("attack_2") for c in claims)


def test_a_bomber_detonates_what_they_wear(told: Told) -> None:
    claims = told("A suicide bomber walked into a shop built of tin and detonated an explosive vest, killing four people.")
    assert {"attack_1 attacker suicide bomber", "attack_1 instrument suicide-bomb", "attack_1 killed 4"} <= set(claims)


def test_the_post_that_gunmen_stormed_is_the_one_attacked(told: Told) -> None:
    claims = told(
        "Suspected extremists attacked an army camp in Niger, killing nine soldiers. Some 30 gunmen stormed the base in "
        "Tillaberi, officials said."
    )
    assert any(c.startswith("attack_1 place Tillaberi") for c in claims)
    assert not any(c.startswith("attack_2") for c in claims)


def test_a_drone_that_impacted_a_base_attacked_it(told: Told) -> None:
    claims = told("Two soldiers were killed by a one-way unmanned aerial system that impacted a French base in Niger.")
    assert {"attack_1 instrument drone", "attack_1 killed 2"} <= set(claims)
    assert any(c.startswith("attack_1 target French base") for c in claims)


@pytest.mark.parametrize("text", ["The war impacted trade in Niger.", "The rebels impacted the economy of Niger."])
def test_what_is_no_weapon_impacts_without_force(told: Told, text: str) -> None:
    assert not told(text)
