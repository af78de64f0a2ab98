"""What reports tell of before the news: years before a noun, troops sent, groups by another name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The group carried out a 2013 assault on a mall.", "attack_1 date 2013"),
        ("Russia's 2022 invasion of Ukraine began in the north.", "attack_1 date 2022"),
        ("The 2019 attacks on churches in Mali killed 250 people.", "attack_1 date 2019"),
    ],
)
def test_year_before_an_attack_is_its_date_and_no_number(told: Told, text: str, date: str) -> None:
    lines = told(text)
    assert date in lines
    assert not [c for c in lines if " size " in c]


def test_time_behind_where_troops_were_sent_is_the_deployments(told: Told) -> None:
    lines = told("Kenya sent 300 troops to Somalia in 2011.")
    assert {"deployment_1 place Somalia", "deployment_1 date 2011", "deployment_1 size 300"} <= set(lines)


def test_group_that_has_since_staged_attacks_is_the_attacker(told: Told) -> None:
    lines = told("Kenya fights al-Shabab, which has since staged a string of attacks in Nairobi.")
    assert "attack_1 attacker al-Shabab" in lines


@pytest.mark.parametrize("who", ["Kurdistan Workers' Party", "Lord's Resistance Army"])
def test_names_with_an_apostrophe_are_groups(told: Told, who: str) -> None:
    lines = told(f"Police said the {who} was likely behind the attack on a bus in Goma.")
    assert any(c.startswith("attack_1 attacker ") and c.endswith("[Police] (probable)") for c in lines)


def test_other_name_between_commas_does_not_hide_who_did_it(told: Told) -> None:
    lines = told("Police said the National Liberation Army, or ELN, was behind the attack on a bus in Cali.")
    assert any(c.startswith("attack_1 attacker National Liberation Army") for c in lines)


def test_affiliate_of_a_group_attacks(told: Told) -> None:
    lines = told("A local al-Qaida affiliate attacked a base in Mali.")
    assert {"attack_1 attacker local al-Qaida affiliate", "attack_1 target base"} <= set(lines)


@pytest.mark.parametrize("center", ["shopping center", "education center", "health center"])
def test_centers_are_hit(told: Told, center: str) -> None:
    article = "an" if center.startswith("e") else "a"
    assert f"attack_1 target {center}" in told(f"A missile hit {article} {center} in Kharkiv.")


def test_port_city_of_a_state_is_the_city(told: Told) -> None:
    lines = told("Russian drones struck Ukraine's port city of Odesa.")
    assert [c for c in lines if " place " in c] == ["strike_1 place Odesa"]


def test_plural_sites_are_targets_and_no_place(told: Told) -> None:
    lines = told("Rebels have carried out attacks on Shiite mosques.")
    assert [c for c in lines if " place " in c] == []
    assert "attack_1 target Shiite mosques" in lines


def test_it_is_the_ministry_and_not_its_forces(told: Told) -> None:
    lines = told(
        "Russia's Defense Ministry said its forces targeted depots. "
        "It also said its air defenses downed four Ukrainian drones."
    )
    assert "strike_2 attacker Russia [Russia's Defense Ministry]" in lines


@pytest.mark.parametrize("claimed", ["claimed credit Tuesday for", "has claimed responsibility for", "claimed credit for"])
def test_group_that_claims_credit_claims_the_attack_and_tells_nothing_else(told: Told, claimed: str) -> None:
    lines = told(f"An Islamic State affiliate {claimed} a suicide bombing in Kabul that killed six people.")
    assert any(" claims_responsibility attack_1" in c for c in lines)
    assert {"attack_1 place Kabul", "attack_1 killed 6"} <= set(lines)
