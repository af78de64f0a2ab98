"""Answers that are announced, and answers that point back, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]
FIRED = "Rebels fired rockets at Mirefield in Niger on Monday. "


@pytest.mark.parametrize(
    "text",
    [
        FIRED + "The prime minister said the rebels will pay a heavy price for the attack.",
        "French forces struck a camp of the rebels in Niger. The rebels vowed to retaliate for the strike.",
    ],
)
def test_a_vow_of_retaliation_retaliates_for_what_the_other_side_did(told: Told, text: str) -> None:
    assert [line for line in told(text) if line.startswith("attack_2 retaliates_for ")]


def test_a_vow_against_somebody_else_retaliates_for_nothing(told: Told) -> None:
    claims = told("French forces struck a camp in Niger. The minister said the smugglers will pay a heavy price.")
    assert not [line for line in claims if " retaliates_for " in line]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "French forces struck a depot in Niger. This is retaliation for a bombing in Mirefield on Sunday.",
            "strike_1 retaliates_for attack_2",
        ),
        (
            "The Houthis fired rockets at a base in Niger. The group said it was acting in response to France's killing of "
            "a commander.",
            "attack_1 responds_to attack_2",
        ),
    ],
)
def test_this_and_acting_point_back_to_what_was_told_just_before(told: Told, text: str, claim: str) -> None:
    assert [line for line in told(text) if line.startswith(claim)]


def test_nobody_answers_a_deed_of_their_own(told: Told) -> None:
    claims = told("Rebels attacked a base in Niger in response to a rebel attack on a convoy.")
    assert not [line for line in claims if " responds_to " in line]


def test_in_response_does_not_reach_into_another_clause(told: Told) -> None:
    claims = told(
        "In response to the rebel missile attack on a ship, the minister promised aid, noting that French jets hit a depot."
    )
    assert not [line for line in claims if " responds_to " in line]


def test_what_was_triggered_by_an_attack_answers_it(told: Told) -> None:
    claims = told("French forces began an offensive triggered by an attack on a convoy in Niger.")
    assert [line for line in claims if " responds_to " in line] == ["attack_1 responds_to attack_2"]


def test_prompting_in_retaliation_is_retaliation(told: Told) -> None:
    claims = told("A French air strike hit a camp in Niger, prompting rebels to fire rockets at a base in retaliation.")
    assert [line for line in claims if " responds_to " in line or " retaliates_for " in line] == [
        "attack_2 retaliates_for strike_1"
    ]


def test_until_the_war_is_over_links_to_the_war(told: Told) -> None:
    claims = told("Rebels vowed to continue attacks on ships until the Chad-Niger war ends.")
    assert [line for line in claims if " linked_to " in line]


def test_in_retaliation_may_end_before_a_semicolon(told: Told) -> None:
    claims = told(FIRED + "French forces launched airstrikes on a camp in retaliation; the rebels fled.")
    assert [line for line in claims if line.startswith("strike_2 retaliates_for attack_1")]


def test_reacting_to_support_for_a_war_answers_the_support(told: Told) -> None:
    claims = told("Rebels have attacked bases in Niger, reacting to Chad's support for an offensive in Mali.")
    assert [line for line in claims if line.startswith("attack_1 responds_to event_")]


def test_the_clause_behind_with_answers_by_itself(told: Told) -> None:
    claims = told(
        "French air strikes killed five people in Niger, with rebels announcing rocket fire at a base in retaliation for "
        "one of the raids."
    )
    assert not [line for line in claims if line.startswith("strike_1 retaliates_for")]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "French forces struck targets in Niger. The attacks are revenge for the devastating bombing in Mirefield.",
            "strike_1 retaliates_for attack_2",
        ),
        (
            "The raid on a camp follows French air strikes on depots in Niger, a response to a rebel attack on a convoy.",
            "strike_2 responds_to attack_3",
        ),
        (
            "A French air strike on a camp in Niger was part of the promised response to a rebel attack on a convoy.",
            "strike_1 responds_to attack_2",
        ),
    ],
)
def test_revenge_told_of_the_attacks_appositions_and_promises_kept(told: Told, text: str, claim: str) -> None:
    assert [line for line in told(text) if line.startswith(claim)]


def test_a_clause_behind_which_is_no_answer(told: Told) -> None:
    claims = told("The group praised the launch in response to France's bombardment of a camp, which has killed 50 people.")
    assert not [line for line in claims if " responds_to " in line]


def test_what_was_fired_is_the_launch_of_whoever_speaks(told: Told) -> None:
    claims = told(
        "The Houthis fired a missile at a French frigate, as France stepped up air strikes on Yemen. The Houthis said it "
        "was fired in retaliation for Chad's bombardment of a camp in Niger."
    )
    assert [line for line in claims if line.startswith("attack_1 retaliates_for")]


def test_strikes_over_what_others_did_are_linked_to_it(told: Told) -> None:
    claims = told("France has launched a series of strikes on the Houthis over Houthi attacks on ships in the gulf.")
    assert [line for line in claims if " linked_to " in line]


def test_hours_later_in_response_leads_past_what_others_said_of_the_attack(told: Told) -> None:
    claims = told(
        FIRED + "The mayor said nobody was hurt. The police closed roads. Schools were closed too. "
        "Hours later, in response, French forces bombed a depot in Gao."
    )
    assert [line for line in claims if line.startswith("strike_2 responds_to attack_1")]


def test_answer_is_for_what_was_told_and_not_for_what_is_like_it(told: Callable[[str], list[str]]) -> None:
    lines = told(
        "A drone hit a U.S. base in Iraq on Monday. Militias have carried out dozens of similar attacks in recent months. "
        "In response, U.S. forces struck three depots south of Baghdad on Tuesday."
    )
    assert [c for c in lines if "responds_to" in c] == ["strike_3 responds_to attack_1"]


@pytest.mark.parametrize("hit", ["answered with a strike", "hit back with air strikes", "struck back, with air strikes"])
def test_hitting_back_answers_what_was_told_before(told: Told, hit: str) -> None:
    claims = told(FIRED + f"France {hit} on a camp near Gao.")
    assert [line for line in claims if line.startswith("strike_2 responds_to attack_1")]
    assert "strike_2 attacker France" in claims


def test_whoever_would_respond_to_a_killing_threatens(told: Told) -> None:
    claims = told("The rebels' leader warned that his fighters would respond swiftly to the killing of Omar Reed in Gao.")
    assert [line for line in claims if line.startswith("attack_1 responds_to attack_2")]
    assert [line for line in claims if line.startswith("attack_1 outcome threatened")]


def test_strike_that_answers_an_attack_responds_to_it(told: Callable[[str], list[str]]) -> None:
    lines = told("Israel bombed Gaza on Monday, answering a rocket attack by Hamas.")
    assert "strike_1 responds_to attack_2" in lines
