"""Aims that no concept covers, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import FactSheet, Property, TextObject

SheetOf = Callable[[str], FactSheet]
TOLD = "French forces struck a depot in Niger on Monday. "


def _aims(sheet: FactSheet) -> list[str]:
    return [c.object.text for c in sheet.claims if c.property is Property.PURPOSE and isinstance(c.object, TextObject)]


@pytest.mark.parametrize(
    ("text", "aim"),
    [
        (TOLD + "The strikes were meant to degrade the group's capabilities.", "degrade the group's capabilities"),
        (TOLD + "The strikes were aimed at disrupting supplies.", "disrupting supplies"),
        (
            TOLD + 'The strikes aimed "to disrupt and degrade rebel operations" in the north.',
            "disrupt and degrade rebel operations",
        ),
        (
            TOLD + "He directed today's action to make clear that France will defend itself.",
            "make clear that France will defend itself",
        ),
        ("French forces raided a camp in Niger in order to free hostages.", "free hostages"),
        (
            "French forces conducted strikes on rebel camps in Niger as part of a mission with allies and partners in the "
            "region in order to free hostages.",
            "free hostages",
        ),
        ("Rebels shelled a town in Niger in an attempt to force the army out.", "force the army out"),
        (
            "French forces conducted two strikes on rebels in Niger to neutralize the threat, killing four.",
            "neutralize the threat",
        ),
    ],
)
def test_an_aim_is_kept_in_its_words(sheet_of: SheetOf, text: str, aim: str) -> None:
    assert _aims(sheet_of(text)) == [aim]


def test_who_says_it_is_no_part_of_the_aim(sheet_of: SheetOf) -> None:
    sheet = sheet_of(TOLD + "The strikes were meant to degrade the group's capabilities, a spokesman said.")
    assert _aims(sheet) == ["degrade the group's capabilities"]
    [claim] = [c for c in sheet.claims if c.property is Property.PURPOSE]
    assert claim.attributed_to


@pytest.mark.parametrize(
    "text",
    [
        "French forces shot down three drones launched by rebels to protect their base.",
        "French forces struck a depot in Niger and have the ability to stop missiles.",
        "French forces struck a depot in Niger, and ministers met to end the war.",
    ],
)
def test_what_others_want_is_no_aim_of_the_strike(sheet_of: SheetOf, text: str) -> None:
    assert _aims(sheet_of(text)) == []


def test_solidarity_told_before_the_verb_is_its_aim(told: Callable[[str], list[str]]) -> None:
    claims = told("The Houthis, in solidarity with Niger, have attacked cargo ships.")
    assert "attack_1 purpose solidarity" in claims


def test_what_an_attack_prompts_others_to_do_is_not_its_aim(told: Callable[[str], list[str]]) -> None:
    claims = told("The rebels' attacks on ships prompted France to form a coalition to protect shipping in the gulf.")
    assert not [line for line in claims if " purpose " in line]


def test_to_determine_is_not_to_deter(told: Callable[[str], list[str]]) -> None:
    claims = told("The army said it had hit a rebel depot, but it was still working to determine who had been there.")
    assert not [c for c in claims if " purpose " in c]


def test_what_it_was_designed_to_do_is_the_aim_of_what_was_told(told: Callable[[str], list[str]]) -> None:
    lines = told("French jets struck a depot, the army said, adding that it was designed to degrade the rebels' arms.")
    assert [x for x in lines if x.startswith("strike_1 purpose") and "degrade" in x]


def test_forces_acting_in_self_defense_have_that_aim(told: Callable[[str], list[str]]) -> None:
    assert "strike_1 purpose self-defense" in told("French forces, acting in self-defense, destroyed two drones in Gao.")


def test_an_operation_in_self_defense_is_not_the_attacks_that_it_answers(told: Callable[[str], list[str]]) -> None:
    lines = told("The attacks on our troops must stop, and that is why he ordered the operation in self-defense.")
    assert not [x for x in lines if " purpose " in x]
