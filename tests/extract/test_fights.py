"""Fights, shootings, blasts and the like: force that no verb of striking tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Clashes between the army and M23 rebels in eastern Congo killed 14 people on Monday.",
            ["attacker army", "attacker M23 rebels", "killed 14", "place eastern Congo"],
        ),
        (
            "Fighting between Houthi forces and government troops near Marib left 30 dead.",
            ["attacker Houthi forces", "attacker government troops", "killed 30"],
        ),
        ("The army clashed with rebels near Goma, killing five.", ["attacker army", "attacker rebels", "killed 5"]),
        (
            "A gunman shot and killed three nurses at a clinic in Jos.",
            ["attacker gunman", "target three nurses", "killed 3"],
        ),
        ("A man stabbed two guards in Paris on Monday.", ["attacker man", "target guards", "place Paris"]),
        ("A shooting at a church in Jos killed three nurses.", ["target church", "killed 3"]),
        ("Three drivers were shot dead by rebels near Goma.", ["attacker rebels", "killed 3"]),
        ("Troops returned fire, killing five rebels.", ["attacker Troops", "killed 5"]),
        ("Israeli tanks shelled Khan Younis on Monday.", ["attacker Israel", "instrument artillery", "place Khan Younis"]),
        ("The village was shelled on Monday.", ["target village", "date 2024-05-13"]),
        ("Golan Heights was struck by a rocket attack on Monday.", ["place Golan Heights", "instrument rocket"]),
        ("A blast near a mosque in Kabul killed ten people. Nobody claimed the bombing.", ["killed 10"]),
        ("Prices have risen since Russia's invasion of Ukraine in February 2022.", ["attacker Russia", "date 2022-02"]),
        (
            "The U.S. blamed the attack on Tower 31 in Jordan on Kataib Hezbollah.",
            ["attacker Kataib Hezbollah", "place Jordan"],
        ),
        ("The army said it downed a drone and carried out strikes against launch sites in Yemen.", ["target launch sites"]),
        ("The U.S. took out two missiles in Yemen on Monday.", ["target two missiles"]),
    ],
)
def test_force_is_told_in_many_words(told: Told, text: str, expected: list[str]) -> None:
    claims = told(text)
    for tail in expected:
        assert any(f" {tail}" in f" {c.split(' ', 1)[1]} " for c in claims), (tail, claims)


@pytest.mark.parametrize(
    "text",
    [
        "The teams clashed with rivals in the final.",
        "Fighting between the two parties over the budget left voters angry.",
        "The reporter shot a film in Kabul.",
        "A gas explosion in Lagos killed three people.",
        "The minister took out a loan.",
        "Doctors said what the drones were targeting was unclear.",
        "The battle against poverty goes on.",
    ],
)
def test_words_of_fights_that_tell_of_no_force_tell_no_events(told: Told, text: str) -> None:
    assert not told(text)


def test_what_is_traded_is_told_once(told: Told) -> None:
    claims = told("Israel and Hezbollah traded aerial attacks along the border on Monday.")
    assert {c.split()[0] for c in claims} == {"attack_1"}


def test_a_plan_to_launch_is_one_event(told: Told) -> None:
    claims = told("The militants were preparing to launch a drone at a French base in Niger.")
    assert {c.split()[0] for c in claims} == {"attack_1"}
    assert "attack_1 outcome planned" in claims


def test_where_a_weapon_was_launched_from_is_a_place_of_what_it_hit(told: Told) -> None:
    claims = told("Drones launched from Iraq struck a base in Eilat.")
    assert {"attack_1 place Eilat", "attack_1 place Iraq"} <= set(claims)


def test_an_invasion_is_not_the_strike_told_before(told: Told) -> None:
    claims = told("Russia shelled a school in Kharkiv on Monday. Russia's invasion of Ukraine began two years ago.")
    assert "attack_1 target school" in claims
    assert "attack_2 target Ukraine" in claims


def test_clashes_that_went_on_for_days_have_both_sides_and_their_dead(told: Callable[[str], list[str]]) -> None:
    text = (
        "Clashes have been ongoing since Friday between Chadian soldiers and rebel fighters in Mali. "
        "At least 40 rebel fighters have been killed in the clashes, which left about 12 soldiers dead."
    )
    assert {
        "attack_1 attacker Chadian soldiers",
        "attack_1 attacker rebel fighters",
        "attack_1 date 2024-05-10/..",
        "attack_1 killed 40..",
        "attack_1 target rebel fighters",
        "attack_1 killed ~12",
        "attack_1 target soldiers",
    } <= set(told(text))


def test_verb_behind_both_sides_of_a_fight_does_not_hide_the_second(told: Callable[[str], list[str]]) -> None:
    claims = told("Clashes on Monday between rebels and the army left nine villagers dead.")
    assert {"attack_1 attacker rebels", "attack_1 attacker army", "attack_1 target villagers"} <= set(claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tensions have risen since the May 3 attack.", ["date 2024-05-03"]),
        ("Tensions have risen since the May 3 Hamas-led attack on southern Israel.", ["attacker Hamas", "date 2024-05-03"]),
        ("Rebels hijacked the Northern Star in the Red Sea.", ["target Northern Star"]),
        ("Somali pirates boarded a tanker on Monday.", ["attacker Somali pirates", "target tanker"]),
        ("The tanker was seized by Iranian forces in the Gulf of Oman.", ["attacker Iranian forces", "target tanker"]),
        ("Militants took 25 people hostage on Monday.", ["attacker Militants", "target 25 people"]),
        ("The militia was behind the killing of three men in Jordan.", ["attacker militia", "killed 3"]),
    ],
)
def test_raids_seizures_and_what_went_before(told: Told, text: str, expected: list[str]) -> None:
    claims = told(text)
    for tail in expected:
        assert any(f" {tail} " in f"{c} " for c in claims), (tail, claims)


def test_an_attack_known_by_its_day_is_not_another_told_without_one(told: Told) -> None:
    claims = told("A tanker was seized by pirates in the Gulf of Oman. The May 3 attack shocked Israel.")
    assert "attack_2 date 2024-05-03" in claims


def test_whoever_quotes_itself_is_who_did_it(told: Told) -> None:
    claims = told('U.S. Central Command said it had "successfully destroyed two rebel boats in the Red Sea."')
    assert any(c.startswith("strike_1 attacker U.S. Central Command") for c in claims)


def test_a_bombing_since_which_a_strike_is_the_first_is_another_event(told: Told) -> None:
    claims = told("The U.S. strike on a car in Kabul was the first since a suicide bombing at the airport.")
    assert not [c for c in claims if c.startswith("strike_1 instrument suicide-bomb")]


def test_a_barrage_that_is_fired_is_one_event(told: Told) -> None:
    assert {c.split()[0] for c in told("Hamas fired a barrage of rockets from Gaza at a base in Israel.")} == {"attack_1"}


def test_an_army_whose_troops_come_under_fire_does_not_fire_at_them(told: Told) -> None:
    claims = told("The army killed five men in a raid in Jenin. The army said its troops came under fire during the raid.")
    assert "attack_1 target troops [army]" not in claims


def test_what_is_likely_is_still_to_come(told: Told) -> None:
    claims = told('The team warned that another attack at the Kabul airport is "likely" this week.')
    assert [c for c in claims if c.startswith("attack_1 outcome threatened")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Israeli drones hit a car in Lebanon. Officials told of the launch of 40 missiles into northern Israel. "
            "Hezbollah claimed responsibility for several missile attacks on northern Israel.",
            {"strike_1", "attack_2", "attack_3"},
        ),
        (
            "U.S. jets struck two depots in Iraq on Monday. The depots were used in drone attacks against U.S. personnel.",
            {"strike_1", "attack_2"},
        ),
    ],
)
def test_a_state_does_not_strike_its_own(told: Told, text: str, expected: set[str]) -> None:
    assert {c.split()[0] for c in told(text) if c.startswith(("strike_", "attack_"))} <= expected


def test_those_killed_in_fighting_with_a_group_fell_to_it(told: Told) -> None:
    claims = told("The army said nine of its soldiers were killed in fighting with Hezbollah in eastern Syria.")
    for claim in ("killed 9", "attacker Hezbollah", "place eastern Syria"):
        assert f"attack_1 {claim} [army]" in claims


def test_the_dead_that_a_sentence_counts_during_the_fighting_are_not_those_of_the_last_attack(told: Told) -> None:
    claims = told(
        "Border fighting between Israel and Hezbollah began in May. Hezbollah attacked an Israeli outpost on Monday.\n\n"
        "During the border fighting, more than 210 people in Syria have been killed, a radio said."
    )
    fight = next(c.split()[0] for c in claims if c.endswith("attacker Israel"))
    outpost = next(c.split()[0] for c in claims if c.endswith("outpost"))
    assert [c for c in claims if c.startswith(f"{fight} killed")]
    assert not [c for c in claims if c.startswith(f"{outpost} killed")]


def test_a_rank_since_an_attack_counts_nobody_killed_by_it(told: Told) -> None:
    claims = told("He is the highest rebel commander killed since the May 3 attack on a base in Mali.")
    assert not [c for c in claims if " killed " in c]


def test_fight_with_heavily_armed_rebels_is_a_fight_with_rebels(told: Callable[[str], list[str]]) -> None:
    lines = told("The army said a gunfight with heavily armed rebels in Gao killed three soldiers.")
    assert {"attack_1 place Gao [army]", "attack_1 killed 3 [army]"} <= set(lines)
    assert any(c.startswith("attack_1 attacker ") and c.endswith("armed rebels [army]") for c in lines)
