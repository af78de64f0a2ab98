"""How far what is said reaches: whose word it is where several speak, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def test_a_background_toll_behind_where_is_all_that_its_source_says(told: Told) -> None:
    lines = told(
        "The Houthis have attacked ships since March in support of Palestinians in Gaza, where an Israeli offensive has "
        "killed more than 34,000 people, according to the health ministry."
    )
    assert "attack_1 attacker Houthis" in lines
    assert [x for x in lines if x.endswith("killed 34001.. [health ministry]")]


def test_a_toll_by_tallies_is_theirs_and_the_attack_the_articles(told: Told) -> None:
    lines = told("Hamas militants attacked southern Israel on October 7, killing 200 people, according to Israeli tallies.")
    assert "attack_1 attacker Hamas militants" in lines
    assert "attack_1 killed 200 [Israel]" in lines


def test_while_parts_what_two_say(told: Told) -> None:
    lines = told("The French army said it struck a depot in Gao, while ten villagers were killed, according to medics.")
    assert "strike_1 target depot [French army]" in lines
    assert [x for x in lines if x.endswith("killed 10 [medics]")]


def test_according_to_between_commas_in_front_holds_for_the_whole(told: Told) -> None:
    lines = told("In Gao, according to medics, rebels killed ten villagers.")
    assert "attack_1 killed 10 [medics]" in lines


def test_what_stands_between_commas_ends_with_them(told: Told) -> None:
    lines = told("Raids, which officials said hit two depots, came after a rebel drone attack killed three soldiers in Gao.")
    assert [x for x in lines if x.endswith("killed 3")]


def test_claiming_goes_on_saying(told: Told) -> None:
    lines = told("Rebels fired drones at Gao, the French air force said Friday, claiming to have shot down five drones.")
    assert [x for x in lines if x.endswith("target five drones [French air force]")]


@pytest.mark.parametrize(
    "text",
    [
        "A drone hit a camp in Gao, the Defense Ministry confirmed, in what it called a response to attacks on convoys.",
        "A French drone hit a camp in Gao, in what the Defense Ministry described as a response to attacks on convoys.",
        "Rebels said a drone hit a camp in Gao, in what the Defense Ministry said was a response to attacks on convoys.",
    ],
)
def test_a_link_is_the_word_of_whoever_calls_it_so(told: Told, text: str) -> None:
    assert [x for x in told(text) if " responds_to " in x and x.endswith("[Defense Ministry]")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Air Force Maj. Gen. Pat Stone met reporters. Rebels hit a mosque, the general said.", "Pat Stone"),
        (
            "A defense official said a drone fell. Rebels hit a mosque, the official said.",
            "defense official",
        ),
        ("Army spokesman Igor Reed said a drone fell. Rebels hit a mosque, the spokesman said.", "Igor Reed"),
        ("Jane Roe, the governor, said a drone fell. The governor said rebels hit a mosque.", "Jane Roe"),
        ("Army spokesman Igor Reed said a drone fell. Rebels hit a mosque, the spokesman for the police said.", "spokesman"),
        ("Moscow said rebels hit a mosque.", "Moscow"),
        ("Washington accused rebels of attacking a mosque.", "Washington"),
    ],
)
def test_titles_and_capitals_speak(told: Told, text: str, speaker: str) -> None:
    assert [x for x in told(text) if x.endswith(f" target mosque [{speaker}]")]


def test_a_capital_is_its_state(told: Told) -> None:
    lines = told("Russia said rebels hit a mosque in Gao on Monday. Moscow said two people were wounded in the mosque.")
    assert "attack_1 injured 2 [Russia]" in lines


def test_what_another_said_before_is_no_part_of_what_the_first_says(told: Told) -> None:
    lines = told("Mali said it attacked a camp, two days after Moscow said it struck a depot in Kidal.")
    assert "strike_2 target depot [Moscow]" in lines
    assert "strike_2 attacker Russia [Moscow]" in lines or "strike_2 attacker Moscow [Moscow]" in lines


def test_a_charge_that_is_denied_stays_the_accusers(told: Told) -> None:
    lines = told("Omar Reed accused rebels of shelling a market in Gao, a charge the rebels deny.")
    assert "attack_1 attacker rebels [Omar Reed]" in lines
    assert not [x for x in lines if "denied" in x]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A war monitor, Human Rights Watch, said rebels hit a mosque.", "Human Rights Watch"),
        ("Military bloggers said rebels hit a mosque.", "Military bloggers"),
        ("Russia's Defense Ministry was silent. The ministry said rebels hit a mosque.", "Russia's Defense Ministry"),
    ],
)
def test_bodies_speak_by_what_they_are(told: Told, text: str, speaker: str) -> None:
    assert [x for x in told(text) if x.endswith(f" target mosque [{speaker}]")]


def test_what_was_hit_is_the_attackers_word_and_the_dead_the_authorities(told: Told) -> None:
    lines = told("Rebels fired missiles at what they said were depots near Gao, killing four villagers, authorities said.")
    assert "attack_1 killed 4 [authorities]" in lines


def test_and_goes_on_with_what_somebody_said_in_between(told: Told) -> None:
    lines = told("Rebels hit a base in Gao, Omar Reed, a general, said, and two guards were wounded.")
    assert "attack_1 injured 2 [Omar Reed]" in lines


def test_a_state_that_will_pay_does_not_speak(told: Told) -> None:
    lines = told('Omar Reed, a rebel official, said France and Mali "will have to pay a heavy price" for the strikes.')
    assert {"attack_1 target France [Omar Reed]", "attack_1 target Mali [Omar Reed]"} <= set(lines)


def test_whoever_attributes_an_attack_is_its_accuser(told: Told) -> None:
    lines = told("The French army attributed the attack on the base in Gao to rebels.")
    assert "attack_1 attacker rebels [French army]" in lines


@pytest.mark.parametrize(
    "who",
    [
        "The Malian official, who spoke on condition of anonymity, said",
        "A Malian official who asked not to be named said",
        "A Malian official said so. He added that",
    ],
)
def test_an_official_without_a_name_speaks(told: Told, who: str) -> None:
    assert "attack_1 target mosque [Malian official]" in told(f"{who} rebels hit a mosque.")


def test_dismissed_reports_are_denied(told: Told) -> None:
    lines = told("The Kremlin dismissed reports that its forces had targeted a plant in Gao.")
    assert "strike_1 target plant [Kremlin] (denied)" in lines


def test_the_third_of_a_name_is_no_surname(told: Told) -> None:
    lines = told("Gen. Omar J. Reed III spoke. Rebels hit a mosque, Reed said.")
    assert "attack_1 target mosque [Omar J. Reed III]" in lines


def test_a_claimed_attack_is_the_claimants_word(told: Told) -> None:
    lines = told("The Houthis claimed an attack on a carrier in the Red Sea.")
    assert "attack_1 target carrier [Houthis]" in lines


def test_one_of_several_in_which_some_died_is_all_that_its_source_says(told: Told) -> None:
    lines = told(
        "French forces have carried out four strikes since May, including one in Gao in which eight rebels died, "
        "according to medics."
    )
    assert [x for x in lines if x.endswith("killed 8 [medics]")]
    assert "strike_1 size 4" in lines


def test_what_is_denied_ends_where_something_is_said(told: Told) -> None:
    lines = told("The Houthis denied that any fighters were killed and said Chadian shelling had wounded a child.")
    assert [x for x in lines if x.endswith("injured 1 [Houthis]")]


def test_a_monitor_speaks_again_by_what_it_is(told: Told) -> None:
    lines = told(
        "The Observatory, a Britain-based monitor, said rebels hit a bus in Gao on Monday. "
        "Two people were wounded in the bus, the monitor said."
    )
    assert "attack_1 injured 2 [Observatory]" in lines


def test_what_is_called_so_is_not_the_word_of_whoever_speaks_later(told: Told) -> None:
    lines = told(
        'Iran condemned what it called "vicious" Israeli attacks on a suburb, and the Lebanese minister, Omar Reed, said '
        "he would complain."
    )
    assert [x for x in lines if x.endswith(" attacker Israel [Iran]")]


def test_they_say_within_a_quotation_tells_nothing_of_who_is_quoted(told: Told) -> None:
    lines = told(
        '"The rebels endanger trade," said Gen. Ada Stone, the army chief. '
        '"They say they defend Gao, but they have fired at vessels of many nations."'
    )
    assert [x for x in lines if " target vessels [Ada Stone" in x]
