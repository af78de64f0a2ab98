"""Texts written all in capitals or in small letters: read as the same texts in mixed letters are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.extract.casing import recase
from belligraph.model.sheet import FactSheet

REPORTS = [
    "Houthi rebels fired two anti-ship missiles at the M/V Northern Heron in the Red Sea on May 3, the U.S. military said. "
    "A U.S. Navy destroyer shot down one of them.",
    "Iran-backed militias launched drones at the al-Darwa Air Base in Iraq, injuring four troops, Gen. Tomas Ruvel said. "
    '"We will respond," Ruvel told us.',
    "Gunmen ambushed an army convoy near Halvera, Pakistan, on Tuesday, killing at least six soldiers. "
    "Omar Khaled, a spokesman for the Pakistani Taliban, claimed responsibility for the attack.",
    "Russian drones hit the Velska military airfield in eastern Ukraine overnight, destroying two MiG-29 jets.",
    "U.S. forces in Syria came under rocket attack on March 4, the Pentagon said. May the families find peace.",
]


@pytest.mark.parametrize("write", [str.upper, str.lower])
@pytest.mark.parametrize("report", REPORTS)
def test_a_report_in_letters_of_one_kind_gives_the_claims_of_the_same_report_in_mixed_letters(
    report: str, write: Callable[[str], str], told: Callable[[str], list[str]]
) -> None:
    mixed, other = told(report), told(write(report))
    assert mixed
    assert [c.lower() for c in other] == [c.lower() for c in mixed]


def test_an_old_wire_in_small_letters_is_left_to_the_role_rules(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "san miguel, 3 may 90 -- guerrillas of the fmln dynamited two pylons near the town. a peasant was murdered."
    )
    assert claims[:2] == ["attack_1 attacker fmln", "attack_1 target pylons"]


@pytest.mark.parametrize("report", REPORTS)
def test_the_names_of_a_report_in_capitals_are_found_again(report: str) -> None:
    assert recase(report.upper()).replace("Mig-29", "MiG-29").replace("MIG-29", "MiG-29") == report


def test_every_letter_keeps_its_place() -> None:
    text = "ISTANBUL'DA İKİ PATLAMA: THE STRASSE WAS HIT BY A MISSILE FROM IRAN"
    assert len(recase(text)) == len(text)


def test_evidence_is_quoted_in_the_capitals_of_the_text(sheet_of: Callable[[str], FactSheet]) -> None:
    text = "IRAN-BACKED MILITIAS SHELLED THE HARBOR OF TALVERA ON MONDAY, OFFICIALS SAID."
    assert {text[e.start : e.end] == e.quote for c in sheet_of(text).claims for e in c.evidence} == {True}


def test_a_text_in_mixed_letters_stays_as_it_is() -> None:
    text = "The USS Mason shot down a UAV.\nREAD MORE ABOUT THE WAR IN THE GULF OF ADEN HERE"
    assert recase(text) == text


def test_a_headline_in_capitals_above_a_text_is_read_as_a_sentence() -> None:
    text = "HOUTHI REBELS FIRE MISSILE AT TANKER IN RED SEA\n\nThe tanker was not hit, officials said on Monday."
    assert recase(text).split("\n")[0] == "Houthi rebels fire missile at tanker in Red Sea"


def test_page_furniture_in_capitals_is_left_as_it_is() -> None:
    text = (
        "FOR IMMEDIATE RELEASE\nREBELS SHELLED THE HARBOR OF TALVERA ON MONDAY, OFFICIALS SAID.\nREAD MORE: WAR IN THE NORTH"
    )
    assert recase(text).split("\n")[::2] == ["FOR IMMEDIATE RELEASE", "READ MORE: WAR IN THE NORTH"]


def test_us_is_a_pronoun_behind_a_verb_of_telling_only() -> None:
    text = 'THE US HIT TWO LAUNCHERS, THE SPOKESMAN TOLD US. US FORCES WERE "CLOSE TO US," HE SAID.'
    assert recase(text) == 'The US hit two launchers, the spokesman told us. US forces were "close to us," he said.'


def test_an_old_wire_in_capitals_is_left_to_the_role_rules_too(told: Callable[[str], list[str]]) -> None:
    wire = "San Miguel, 3 May 90 -- Guerrillas of the FMLN dynamited two pylons near the town in El Salvador."
    claims = [c.lower() for c in told(wire.upper())]
    assert {"attack_1 attacker fmln", "attack_1 target pylons"} <= set(claims)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled Dunmore village and camps in Eastbury, Westbury and Norbury in mid-March.",
        "Kurdish fighters hit a hotel in the northern Dunmore state last month, a Palestinian doctor said.",
        "Troops fought Hamas gunmen in the state of Norbury.",
    ],
)
def test_more_names_are_found_again(text: str) -> None:
    assert recase(text.upper()) == text


def test_a_long_list_of_towns_is_no_trouble() -> None:
    towns = ", ".join(["NORBURY"] * 3000)
    assert recase(f"REBELS SHELLED CAMPS IN {towns} AND EASTBURY.").endswith("Norbury, Norbury and Eastbury.")
