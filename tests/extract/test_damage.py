"""Degrees of damage, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def test_no_serious_damage_leaves_room_for_some(told: Told) -> None:
    assert "attack_1 damage minor" in told("A rocket attack on a Chadian base on Monday caused no serious damage.")
    assert "attack_1 damage none" in told("A rocket attack on a Chadian base on Monday caused no damage.")


def test_damage_that_is_still_assessed_is_not_none(told: Told) -> None:
    claims = told("Rebels attacked a Chadian base on Monday. There are no injuries, and damage is being assessed.")
    assert "attack_1 injured 0" in claims
    assert not [c for c in claims if " damage " in c]


def test_weapon_that_did_not_lead_to_harm_hurt_nobody(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "Rebels launched a missile into the Gulf of Aden. The missile launched on Monday did not lead to injuries or damage."
    )
    assert {"attack_1 injured 0", "attack_1 damage none"} <= set(claims)


def test_damage_joined_to_an_injury_is_damage(told: Callable[[str], list[str]]) -> None:
    claims = told("A missile struck the tanker Rosa Bay, causing one minor injury and damage.")
    assert {"attack_1 injured 1", "attack_1 damage unspecified"} <= set(claims)


def test_all_that_damage_was_done_to_was_hit(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "The governor reported damage to a school, as well as a printing plant and two shops from Russian shelling."
    )
    assert {"attack_1 damage unspecified [governor]", "attack_1 instrument artillery [governor]"} <= set(claims)
    assert {c.removesuffix(" [governor]") for c in claims if " target " in c} == {
        "attack_1 target school",
        "attack_1 target printing plant",
        "attack_1 target two shops",
    }


@pytest.mark.parametrize("doubt", ["It was unclear whether the bridge sustained", "It is not known if the attack caused"])
def test_damage_that_is_only_asked_for_is_none_that_is_told(told: Callable[[str], list[str]], doubt: str) -> None:
    lines = told(f"A missile hit a bridge in Homs. {doubt} any damage.")
    assert not [c for c in lines if " damage " in c]


def test_what_the_attack_there_damaged_is_told(told: Callable[[str], list[str]]) -> None:
    lines = told("In Kramatorsk, a Russian attack killed one person. The attack there also damaged 10 homes.")
    assert {"attack_1 damage unspecified", "attack_1 target 10 homes"} <= set(lines)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("A storage container was slightly damaged.", {"damage minor", "target storage container"}),
        ("Two trucks were badly damaged.", {"damage major", "target Two trucks"}),
    ],
)
def test_an_adverb_tells_how_badly(told: Told, text: str, claims: set[str]) -> None:
    lines = told("Rebels fired rockets at a base in Mali. " + text)
    assert claims <= {c.removeprefix("attack_1 ") for c in lines}


def test_a_ship_by_its_name_that_suffered_damage_is_a_target(told: Told) -> None:
    lines = told("Rebels fired a missile in the Red Sea. M/V Huang Pu suffered minimal damage.")
    assert {"attack_1 damage minor", "attack_1 target M/V Huang Pu"} <= set(lines)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Six houses and a school were damaged.", {"damage unspecified", "target Six houses", "target school"}),
        ("Two shops and a garage were destroyed.", {"damage destroyed", "target Two shops", "target garage"}),
        ("A school was partially destroyed.", {"damage major", "target school"}),
        ("No military or commercial ships were damaged.", {"damage none"}),
    ],
)
def test_all_that_was_damaged_and_how(told: Told, text: str, claims: set[str]) -> None:
    lines = {c.removeprefix("attack_1 ") for c in told("Rebels fired rockets at a base in Mali. " + text)}
    assert claims <= lines
    assert "damage none" not in claims or not [c for c in lines if "ships" in c]


def test_half_a_noun_phrase_is_no_target(told: Told) -> None:
    lines = told("French drone strikes on Monday damaged a primary processing unit at a plant in Oakdale.")
    assert not [c for c in lines if c.endswith("target primary")]


def test_fires_are_damage_too(told: Told) -> None:
    assert "strike_1 damage unspecified" in told("French drones struck two refineries in Mali, causing fires at both sites.")
