"""A group's own claims of what it did."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import FactSheet

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


@pytest.mark.parametrize(
    ("claimed", "group"),
    [
        ("The Red Dawn Brigades claimed responsibility for the attack.", "Red Dawn Brigades"),
        ("Jaish-e-Talvera claimed responsibility for both attacks.", "Jaish-e-Talvera"),
        ("The Talvera Liberation Front (TLF) later claimed responsibility.", "Talvera Liberation Front (TLF)"),
        ("A group calling itself the Free Talvera Army claimed responsibility.", "Free Talvera Army"),
        ("Responsibility for the attack was claimed by the Red Dawn Brigades.", "Red Dawn Brigades"),
        ("The attack was claimed by the Red Dawn Brigades.", "Red Dawn Brigades"),
        ("The Pakistani Taliban, which split in March, reportedly took responsibility for the attack.", "Pakistani Taliban"),
        ("Hamid Saeed, a spokesman for the Pakistani Taliban, claimed responsibility for the attack.", "Pakistani Taliban"),
    ],
)
def test_any_group_may_claim_the_attack_told_before(told: Told, claimed: str, group: str) -> None:
    claims = told(f"A roadside bomb hit a bus near Mirefield on Monday. {claimed}")
    assert any(c.startswith(f"{group} claims_responsibility attack_1 ") for c in claims)


def test_both_attacks_are_the_two_told_last(told: Told) -> None:
    claims = told(
        "Rebels shelled a camp in Niger. Gunmen ambushed troops in Chad. Al-Shabab claimed responsibility for both attacks."
    )
    assert {c.split()[2] for c in claims if " claims_responsibility " in c} == {"attack_1", "attack_2"}


def test_an_attack_in_apposition_is_the_one_just_told(told: Told) -> None:
    claims = told("A bomb hit a bus in Mirefield on Monday, an attack claimed by the Red Dawn Brigades.")
    assert any(c.startswith("Red Dawn Brigades claims_responsibility attack_1 ") for c in claims)
    assert not [c for c in claims if "attack_2" in c]


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the attack.",
        "There was no immediate claim of responsibility.",
        "Nobody claimed responsibility.",
    ],
)
def test_nobody_claims_nothing(told: Told, text: str) -> None:
    assert not [c for c in told(f"A bomb hit a bus in Mirefield. {text}") if " claims_responsibility " in c]


def test_whoever_is_said_to_be_behind_an_attack_is_its_attacker(told: Told) -> None:
    assert "attack_1 attacker militia [U.S. officials]" in told(
        "U.S. officials said a militia in Iraq was behind the rocket attack on the base."
    )


def test_what_a_spokesman_says_his_group_did_is_its_claim(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "A tanker was hit by a missile off Yemen on Monday. "
        "Houthi spokesman Omar Daoud said in a statement that the militia had fired three missiles at the tanker."
    )
    assert any("claims_responsibility" in line and "Omar Daoud" in line for line in claims)
    assert not [line for line in claims if " attacker " in line]


def test_what_a_spokesman_says_of_another_army_is_no_claim(told: Callable[[str], list[str]]) -> None:
    claims = told("Houthi spokesman Omar Daoud said that the French army fired three missiles at Hodeida.")
    assert not [line for line in claims if "claims_responsibility" in line]


def test_what_is_not_claimed_is_no_claim(told: Told) -> None:
    claims = told(
        "A blast hit a ship off Yemen on Monday. The rebels did not immediately claim responsibility for the attack."
    )
    assert not [c for c in claims if " claims_responsibility " in c]


def test_a_group_that_speaks_of_its_foes_offensive_claims_nothing(told: Told) -> None:
    claims = told("The Houthis said they want to force Israel to end its offensive in Gaza.")
    assert not [c for c in claims if " claims_responsibility " in c]


def test_the_rebels_are_those_who_were_called_so(told: Told) -> None:
    claims = told(
        "Houthi rebels want Israel to end its war against Hamas. The rebels have also fired missiles at a port in Israel."
    )
    assert [c for c in claims if c.endswith(" attacker Houthi rebels") or c.endswith(" attacker Houthis")]
    assert not [c for c in claims if c.endswith(" attacker Hamas")]


def test_denial_of_an_attack_is_no_claim_of_it(told: Told) -> None:
    claims = told("A rocket hit a farm in Haifa on Monday. Hezbollah denied it carried out the attack.")
    assert "attack_1 attacker Hezbollah [Hezbollah] (denied)" in claims
    assert not [c for c in claims if " claims_responsibility " in c]


def test_claim_goes_to_an_attack_that_the_group_may_have_made(told: Told) -> None:
    claims = told(
        "The Houthis attacked the tanker Rosa Bay on Monday. The vessel was not hit, officials said.\n\n"
        "U.S. forces destroyed a drone boat in Yemen.\n\nThe Houthis claimed the strike."
    )
    assert "Houthis claims_responsibility attack_1 [Houthis]" in claims
    assert "attack_1 outcome thwarted [officials]" in claims


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The mayor said Hezbollah fired a rocket at a farm in Haifa. Hezbollah denied it carried out the attack.",
            "attack on farm (Haifa)",
        ),
        ("The mayor denied that Hezbollah fired a rocket at a farm in Haifa.", "alleged attack on farm (Haifa)"),
        ("The mayor said Hezbollah fired a rocket at a farm in Haifa.", "attack by Hezbollah on farm (Haifa)"),
    ],
)
def test_heading_of_an_event_takes_no_side(sheet_of: Callable[[str], FactSheet], text: str, label: str) -> None:
    assert [event.label for event in sheet_of(text).events] == [label]


def test_commander_told_behind_a_name_claims_by_that_name(told: Told) -> None:
    lines = told("A bomb hit a bus in Homs. Ali Khan, a commander for the Taliban, claimed responsibility on Monday.")
    assert "Taliban claims_responsibility attack_1 [Ali Khan]" in lines


@pytest.mark.parametrize("claimed", ["claimed by the Red Front", "that the Red Front claimed in a message"])
def test_an_attack_summed_up_and_claimed_is_the_one_just_told(told: Callable[[str], list[str]], claimed: str) -> None:
    lines = told(f"A car bomb killed eight soldiers in Gao, police said, in an attack {claimed}.")
    assert "Red Front claims_responsibility attack_1 [Red Front]" in lines


def test_explosions_that_killed_are_claimed_on_a_day(told: Callable[[str], list[str]]) -> None:
    lines = told("Islamic State claimed responsibility on Thursday for twin explosions that killed ten people in Gao.")
    assert "Islamic State claims_responsibility attack_1 [Islamic State]" in lines
    assert "attack_1 killed 10" in lines


def test_what_the_groups_own_men_did_is_its_claim(told: Callable[[str], list[str]]) -> None:
    lines = told("Hamas' armed wing said its fighters had shelled a post in Gao.")
    assert "Hamas' armed wing claims_responsibility attack_1 [Hamas' armed wing]" in lines
    assert "Hamas' armed wing acts_for Hamas" in lines
    assert not [x for x in lines if " attacker " in x]


def test_a_group_claims_by_its_name_and_not_the_killing_that_was_avenged(told: Callable[[str], list[str]]) -> None:
    lines = told(
        "The Red Front claimed an attack on a post in Gao, saying it was revenge for the killing of its commander. "
        "A little-known group, Blue Front, also claimed responsibility for the attack."
    )
    assert "Blue Front claims_responsibility attack_1 [Blue Front]" in lines


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The Houthis say they are attacking ships in the Red Sea.", "Houthis"),
        ("Hezbollah says it opened a front and fired rockets at a base.", "Hezbollah"),
        ("The Houthis claimed most of the attacks on ships.", "Houthis"),
        ("Saraya al-Dam, a little-known Shiite militia, said it was behind the attack on the airport.", "Saraya al-Dam"),
    ],
)
def test_a_group_claims_by_a_pronoun_or_a_share(told: Callable[[str], list[str]], text: str, group: str) -> None:
    lines = told(text)
    assert f"{group} claims_responsibility attack_1 [{group}]" in lines
    assert not [x for x in lines if " attacker " in x]
