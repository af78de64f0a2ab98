"""Why one event follows another, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import EventType, FactSheet, Property, Ref

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("French forces struck a camp in response to an attack on a convoy.", "strike_1 responds_to attack_2"),
        ("In response to an attack on a convoy, French forces struck a camp.", "strike_2 responds_to attack_1"),
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


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("The Houthis will continue their campaign against ships until Israel halts its strikes in Gaza.", "linked_to"),
        ("Israel responded to a rocket attack on Mirefield with airstrikes on a depot.", "responds_to"),
        ("Israel retaliated for a rocket attack on Mirefield with airstrikes on a depot.", "retaliates_for"),
        ("Rebels struck a tanker in the latest in a series of attacks on ships in the Red Sea.", "linked_to"),
        ("A string of attacks on ships has been linked to the nearly two-month-old Freedonia-Sylvania war.", "linked_to"),
    ],
)
def test_links_of_condition_answer_and_series(text: str, link: str, told: Callable[[str], list[str]]) -> None:
    assert [c for c in told(text) if f" {link} " in c]


def test_the_clause_of_the_answer_is_the_one_that_answers(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "The Houthi attack on a tanker came days after France carried out airstrikes on depots in response to a raid."
    )
    strike = next(c.split()[0] for c in claims if c.endswith("attacker France"))
    assert [c for c in claims if c.startswith(f"{strike} responds_to")]


def test_an_offensive_that_a_state_is_to_end_is_that_states(told: Callable[[str], list[str]]) -> None:
    claims = told("Houthi rebels vowed to continue their attacks until Israel ends its offensive in Gaza.")
    assert [c for c in claims if c.endswith(" attacker Israel")]
    assert [c for c in claims if " linked_to " in c]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Rebels fired rockets at a base in Niger. In response, French forces struck a camp.",
            "strike_2 responds_to attack_1",
        ),
        (
            "Rebels fired rockets at a base in Niger. In retaliation, French forces said they struck a camp.",
            "strike_2 retaliates_for attack_1 [French forces]",
        ),
        (
            "Rebels shelled a base in Niger. French forces responded with an air strike on a camp.",
            "strike_2 responds_to attack_1",
        ),
        (
            "French forces carried out a retaliatory strike on a camp after an attack on a convoy.",
            "strike_1 retaliates_for attack_2",
        ),
        ("French forces struck a camp in retaliation to an attack on a convoy.", "strike_1 retaliates_for attack_2"),
        ("French forces struck a camp in response to attacks on two convoys.", "strike_1 responds_to attack_2"),
    ],
)
def test_an_answer_points_to_what_somebody_else_did_before(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_what_a_strike_answers_is_another_event(told: Told) -> None:
    claims = told("Rebels attacked a convoy in Niger. French forces carried out a raid on a camp after the attack.")
    assert "attack_1 attacker French forces" not in claims


def test_nothing_is_answered_where_nobody_else_did_anything(told: Told) -> None:
    claims = told("French forces struck a camp. In response, the minister praised the pilots.")
    assert not [line for line in claims if "responds_to" in line]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Rebels have attacked ships in the gulf over Chad's war on Niger.", "Chad's war on Niger"),
        ("The rebels said they will continue their attacks on ships until Chad ends the war in Niger.", "war in Niger"),
        ("Rebels attacked ships in response to Chad's war on Niger.", "Chad's war on Niger"),
    ],
)
def test_attacks_over_a_war_are_linked_to_it(sheet_of: Callable[[str], FactSheet], text: str, label: str) -> None:
    sheet = sheet_of(text)
    [war] = [event for event in sheet.events if event.type is EventType.OTHER]
    assert war.label.removeprefix("the ") == label
    assert [c.property for c in sheet.claims if c.object == Ref(war.id)] in (
        [Property.LINKED_TO],
        [Property.RESPONDS_TO],
    )


def test_one_war_is_one_event_whatever_it_is_called(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of(
        "Rebels attacked ships over Chad's war on Niger. Since May, rebels have attacked bases over the Chad-Niger war."
    )
    assert len([event for event in sheet.events if event.type is EventType.OTHER]) == 1


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Rebels attacked a French camp in Niger. France's retaliatory offensive has killed 30 people.",
            "attack_2 retaliates_for attack_1",
        ),
        (
            "Rebels attacked a French camp in Niger. France has retaliated three times with airstrikes on rebel bases.",
            "strike_2 retaliates_for attack_1",
        ),
        ("Rebels fired rockets at a camp, a response to the killing of a rebel leader.", "attack_1 responds_to attack_2"),
    ],
)
def test_retaliation_whose_cause_stands_a_sentence_before(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_what_was_shot_down_is_not_the_strike(told: Told) -> None:
    claims = told("French forces shot down two drones near Niger. The strike was in retaliation for a raid on a camp.")
    assert not [line for line in claims if line.startswith("strike_1 retaliates_for")]


def test_an_attack_that_is_answered_is_an_event_even_if_only_named(told: Told) -> None:
    claims = told("French forces struck a depot in Niger in retaliation for the January 28 attack on Tower 22.")
    assert "strike_1 retaliates_for attack_2" in claims
    assert "attack_2 date 2024-01-28" in claims


def test_a_vow_to_respond_is_a_threat_and_no_deed(told: Told) -> None:
    claims = told(
        "Rebels fired rockets at Mirefield on Friday, but the rebels have vowed to respond to a French raid on a camp."
    )
    [answer] = [line.split()[0] for line in claims if " responds_to " in line]
    assert f"{answer} outcome threatened" in claims
    assert not [line for line in claims if line.startswith(f"{answer} instrument")]


def test_what_a_vow_responds_to_is_no_threat(told: Told) -> None:
    claims = told("Chad vowed to respond to a French air strike on a camp in Niger.")
    assert not [line for line in claims if line.startswith("strike_") and " outcome " in line]
    assert [line for line in claims if line.startswith("attack_1 responds_to strike_2")]


def test_the_answer_stands_behind_in_response_to_which(told: Told) -> None:
    claims = told("French jets bombed a depot in Niger, in response to which rebels fired rockets at a base.")
    assert "attack_2 responds_to strike_1" in claims


def test_attacks_because_of_a_war_are_linked_to_it(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("The spokesman warned that rebels would continue to attack ships due to the war in Niger.")
    [war] = [event for event in sheet.events if event.type is EventType.OTHER]
    assert [c.property for c in sheet.claims if c.object == Ref(war.id)] == [Property.LINKED_TO]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "France killed a rebel commander in an air strike in Niger on Sunday. Rebels fired rockets at a base on Monday "
            "in retaliation for the death of the commander.",
            "attack_2 retaliates_for strike_1",
        ),
        (
            "A French air strike killed a rebel commander in Niger. Rebels fired rockets at a base on Monday. "
            'The rebels said they struck a factory with missiles "in response to the assassination".',
            "attack_3 responds_to strike_1",
        ),
        (
            "Rebels fired rockets at a base in Niger, in response to France's killing of a senior commander.",
            "attack_1 responds_to attack_2",
        ),
    ],
)
def test_a_death_that_is_avenged_is_the_killing_told_last(told: Told, text: str, claim: str) -> None:
    assert [line for line in told(text) if line.startswith(claim)]


def test_in_response_within_a_sentence_leads_to_what_follows(told: Told) -> None:
    claims = told(
        "Rebels fired rockets at a base in Niger. The army said that in response it struck a launcher in the north."
    )
    assert [line for line in claims if line.startswith("strike_2 responds_to attack_1")]


def test_what_is_answered_may_answer_in_turn(told: Told) -> None:
    claims = told(
        "French forces struck a depot in retaliation for attacks by rebels on ships that the rebels call a response to the "
        "ongoing war in Niger."
    )
    assert "strike_1 retaliates_for attack_2" in claims
    assert [line for line in claims if line.startswith("attack_2 responds_to event_3")]


def test_attacks_in_protest_are_linked_to_what_they_protest(told: Told) -> None:
    claims = told("Rebels attacked ships in the gulf to protest a French bombardment of a camp in Niger.")
    assert "attack_1 linked_to strike_2" in claims


def test_two_causes_that_are_joined_are_both_answered(told: Told) -> None:
    claims = told(
        "French forces struck a depot in response to a raid on a camp, as well as a series of recent attacks on convoys."
    )
    assert {"strike_1 responds_to attack_2", "strike_1 responds_to attack_3"} <= set(claims)


def test_quotation_marks_do_not_hide_an_answer(told: Told) -> None:
    claims = told("Rebels said their attack on a base in Niger was a \u201cresponse\u201d to a French air strike on a camp.")
    assert [line for line in claims if " responds_to " in line]


def test_a_weighing_aside_is_the_articles_own(told: Told) -> None:
    claims = told(
        "The ministry said a frigate shot down two drones, in what could be an escalation in a string of attacks in Niger "
        "linked to the two-year-old Chad-Mali war."
    )
    assert [line for line in claims if " linked_to " in line]
    assert not [line for line in claims if " linked_to " in line and "[" in line]
    assert [line for line in claims if line.startswith("strike_1 target") and "[ministry]" in line]


def test_a_ship_linked_to_somebody_links_no_attack(told: Told) -> None:
    claims = told("Rebels seized a cargo ship linked to a French businessman near Niger on Monday.")
    assert not [line for line in claims if " linked_to " in line]


def test_being_prompted_to_retaliate_is_retaliation(told: Told) -> None:
    claims = told("A French air strike hit a camp in Niger, prompting Chadian forces to retaliate against French outposts.")
    [answer] = [line.split()[0] for line in claims if " retaliates_for " in line]
    assert not [line for line in claims if line.startswith(f"{answer} outcome")]


def test_a_commander_who_was_linked_to_an_attack_links_no_event(told: Told) -> None:
    claims = told("A French air strike killed a commander who was linked to an attack on a convoy in Niger.")
    assert not [line for line in claims if " linked_to " in line]


def test_what_was_carried_out_in_retaliation_is_what_the_clause_describes(told: Told) -> None:
    claims = told(
        "The strikes in Niger followed French raids in Chad that were carried out in retaliation for a bombing in Gao."
    )
    [line] = [line for line in claims if " retaliates_for " in line]
    raids = line.split()[0]
    assert f"{raids} place Chad" in claims


def test_attacks_that_will_stop_only_when_another_ends_are_linked_to_it(told: Told) -> None:
    claims = told("The group says its attacks on ships will stop only when Freedonia ends its offensive in Gao.")
    assert [line for line in claims if line.startswith("attack_1 linked_to attack_2")]


@pytest.mark.parametrize(
    "text",
    [
        "The war was triggered by Hamas' October 7 attack on southern Israel that killed 1,200 people.",
        "Hamas attacked southern Israel on October 7, triggering the war in Gaza.",
        "Hamas' October 7 attack on Israel sparked the war in Gaza.",
        "The two have traded fire since Hamas attacked southern Israel on October 7, igniting the war in Gaza.",
    ],
)
def test_a_war_that_an_attack_triggered_responds_to_it(told: Told, text: str) -> None:
    claims = told(text)
    [attack] = {line.split()[0] for line in claims if line.endswith(" date 2023-10-07")}
    assert [line for line in claims if line.startswith("event_") and line.endswith(f" responds_to {attack}")]


def test_what_is_included_is_answered_too(told: Told) -> None:
    claims = told("Iran fired missiles at Israel in retaliation for Israeli attacks, including the killing of Omar Reed.")
    assert {"strike_1 retaliates_for attack_2", "strike_1 retaliates_for attack_3"} <= set(claims)


def test_a_retaliatory_attack_sums_up_what_was_told(told: Told) -> None:
    claims = told("Mali struck hideouts in Chad, a retaliatory attack two days after Chadian missiles hit Gao.")
    assert [line for line in claims if line.startswith("strike_1 retaliates_for")]
    assert "strike_1 target hideouts" in claims


def test_strikes_by_a_capitals_name_are_its_states(told: Told) -> None:
    claims = told("Ukraine stepped up drone attacks on refineries in response to Moscow's strikes on its power grid.")
    assert {"strike_1 attacker Ukraine", "strike_2 attacker Moscow", "strike_1 responds_to strike_2"} <= set(claims)


def test_answer_that_is_only_considered_links_nothing(told: Callable[[str], list[str]]) -> None:
    lines = told("Israel continues its military operations in Gaza and considers a response to Iranian missile attacks.")
    assert not [c for c in lines if "responds_to" in c]
