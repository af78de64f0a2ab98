"""Deeds listed in one sentence, and force told by neutral nouns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def _events(claims: list[str]) -> set[str]:
    return {c.split()[0] for c in claims if c.split()[0][-1:].isdigit()}


def test_verbs_in_a_list_share_their_subject(told: Told) -> None:
    claims = told("French forces shot down three drones, sank a boat and struck a radar station in Niger on Monday.")
    assert {"strike_1 target three drones", "strike_2 target boat"} <= set(claims)
    assert len([c for c in claims if c.endswith(" attacker French forces")]) >= len(_events(claims))
    assert any(c.endswith(" target radar station") for c in claims)


def test_a_ministry_owns_the_ships_that_it_says_are_its(told: Told) -> None:
    claims = told("The French navy said its ships had intercepted two missiles and hit a depot in Niger.")
    assert "strike_1 target two missiles [French navy]" in claims
    assert "strike_2 target depot [French navy]" in claims


def test_a_participle_behind_a_comma_is_no_verb_of_the_list(told: Told) -> None:
    assert not told("The outpost, attacked last week, was empty and dark.")


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabab fighters stormed a hotel in Mogadishu on Monday and killed nine people.",
        "Russia attacked the port of Odesa with drones on Monday, damaging homes and killing nine people.",
    ],
)
def test_a_killing_joined_to_a_deed_is_its_toll(told: Told, text: str) -> None:
    claims = told(text)
    assert len(_events(claims)) == 1
    assert any(c.endswith(" killed 9") for c in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. forces conducted an operation in Syria on Monday that killed an ISIS commander.", "attack_1 killed 1"),
        ("French troops carried out a mission that killed two rebels in Niger.", "attack_1 attacker French troops"),
        ("In Iraq, 15 partnered operations resulted in four ISIS operatives killed.", "attack_1 size 15"),
        (
            "The coalition conducted 15 defeat ISIS missions in April, resulting in four operatives killed.",
            "attack_1 target ISIS",
        ),
        (
            "The army said it conducted a self-defense engagement near Kismayo, Somalia, that killed two.",
            "attack_1 killed 2",
        ),
        ("The self-defense engagement killed two militants.", "attack_1 killed 2"),
        ("The U.S. military took kinetic action against a militia leader in Baghdad.", "attack_1 place Baghdad"),
        ("The air strike killed two rebels.", "strike_1 killed 2"),
    ],
)
def test_force_is_told_by_neutral_nouns(told: Told, text: str, expected: str) -> None:
    assert [c for c in told(text) if c.startswith(expected)]


@pytest.mark.parametrize(
    "text",
    [
        "The diplomatic mission resulted in a ceasefire.",
        "The engagement of local leaders is critical to the mission.",
        "The U.N. mission in Mali met the president.",
        "The party took legal action against the minister.",
        "The talks took place on Monday.",
    ],
)
def test_missions_and_engagements_of_peace_are_no_events(told: Told, text: str) -> None:
    assert not told(text)


def test_a_mission_of_a_body_may_be_what_is_attacked(told: Told) -> None:
    assert "attack_1 target U.N. mission" in told("Rebels attacked the U.N. mission in Goma, killing two peacekeepers.")


def test_what_is_done_by_hand_is_an_attack_even_by_soldiers_of_a_state(told: Told) -> None:
    assert "attack_1 killed 2" in told("Two men were shot dead by Israeli soldiers in Jenin on Monday.")
    assert "strike_1 killed 2" in told("Israel killed two men in an air strike in Jenin on Monday.")


def test_an_operation_that_targeted_something_is_one_of_force(told: Told) -> None:
    claims = told("The operation was launched from a base near Kobani and targeted a military site in Suwayda.")
    assert {"attack_1 target military site", "attack_1 place Suwayda"} <= set(claims)


def test_who_is_responsible_for_a_plan_is_still_the_one_who_was_killed(told: Told) -> None:
    claims = told(
        "French forces conducted a raid in Niger on Monday, killing a rebel leader responsible for planning attacks."
    )
    assert "attack_1 killed 1" in claims


def test_nobody_is_hurt_by_a_plan(told: Told) -> None:
    claims = told(
        "The leader was planning attacks in Europe, the command said, adding that two men were also killed in the raid."
    )
    assert not [c for c in claims if " outcome planned" in c and f"{c.split()[0]} killed 2" in claims]


def test_while_leads_to_another_event_with_its_own_dead(told: Told) -> None:
    claims = told(
        "The French air force struck a camp in Niger, while at least six people were killed in an attack blamed on rebels."
    )
    assert "attack_2 killed 6.." in claims


def test_what_it_is_hit_with_is_told_behind_the_pronoun(told: Callable[[str], list[str]]) -> None:
    claims = told("A French tanker caught fire off Mali after rebels hit it with a rocket fired from the coast.")
    assert {"attack_1 attacker rebels", "attack_1 instrument rocket"} <= set(claims)


def test_direction_of_a_ship_is_where_it_is_fired_at(told: Callable[[str], list[str]]) -> None:
    claims = told("Rebels fired three missiles in the direction of the frigate Lorraine on Monday.")
    assert "attack_1 target frigate Lorraine" in claims


def test_span_of_time_before_the_target_does_not_hide_it(told: Callable[[str], list[str]]) -> None:
    claims = told("French forces carried out two strikes within 48 hours against rebel camps in Mali.")
    assert "strike_1 target rebel camps" in claims


def test_base_that_hosts_troops_is_where_the_text_says(told: Callable[[str], list[str]]) -> None:
    claims = told("Six rockets were fired at a base that hosts French soldiers in the northern province of Kidal.")
    assert {"attack_1 target base", "attack_1 place northern province of Kidal"} <= set(claims)


def test_number_behind_the_hearers_counts_what_follows(told: Callable[[str], list[str]]) -> None:
    claims = told("A general told reporters two jets bombed a rebel camp in Mali.")
    assert "strike_1 instrument fighter-jet [general]" in claims


def test_two_adjectives_before_one_noun_are_one_target(told: Told) -> None:
    claims = told("Rebels carried out attacks on French military and diplomatic sites in Mali.")
    assert [c for c in claims if " target " in c] == ["attack_1 target French military and diplomatic sites"]


def test_where_hit_things_are_is_no_further_target(told: Told) -> None:
    claims = told("French jets hit operational and fuel storage facilities at two locations in Mali.")
    assert [c for c in claims if " target " in c] == ["strike_1 target operational and fuel storage facilities"]
    assert "strike_1 place Mali" in claims
