"""Who is said not to have done it, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]
HIT = "A drone attack on Monday hit a mosque in Gao and killed ten people. "


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Mali has denied any role in the attack.", "attack_1 attacker Mali [Mali] (denied)"),
        ("Mali denied involvement.", "attack_1 attacker Mali [Mali] (denied)"),
        ("Bamako said it had nothing to do with it.", "attack_1 attacker Bamako [Bamako] (denied)"),
        ("Hezbollah distanced itself from the attack.", "attack_1 attacker Hezbollah [Hezbollah] (denied)"),
        ("France was not involved in the attack, officials said.", "attack_1 attacker France [officials] (denied)"),
        ("Officials said France had no role in it.", "attack_1 attacker France [Officials] (denied)"),
    ],
)
def test_whoever_had_no_part_in_it_is_denied_to_be_the_attacker(told: Told, text: str, claim: str) -> None:
    assert claim in told(HIT + text)


def test_two_are_cleared_of_it_by_a_third(told: Told) -> None:
    lines = told(HIT + "Moscow denied that France or Mali was involved.")
    assert {"attack_1 attacker France [Moscow] (denied)", "attack_1 attacker Mali [Moscow] (denied)"} <= set(lines)


@pytest.mark.parametrize(
    "text", ["France denied any role.", "France was involved in talks.", "France denied entry to the men behind the attack."]
)
def test_nothing_is_denied_of_a_deed_that_is_not_told(told: Told, text: str) -> None:
    assert not [x for x in told(text) if "denied" in x]


def test_the_dead_of_a_rocket_that_somebody_denies_to_have_fired_are_not_denied(told: Told) -> None:
    lines = told("Hezbollah denied firing the rocket that killed 12 children in Gao.")
    assert not [x for x in lines if " killed " in x and "denied" in x]


@pytest.mark.parametrize("asked", ["Asked about reports that", "There were unconfirmed reports that"])
def test_what_only_reports_tell_is_vouched_for_by_nobody(told: Told, asked: str) -> None:
    lines = told(f"{asked} French jets had struck a convoy near Gao.")
    assert "strike_1 target convoy (unspecified)" in lines


def test_who_denies_help_denies_no_attack(told: Told) -> None:
    lines = told("Iran denied supplying the missiles used in the attack on the tanker.")
    assert "attack_1 target tanker" in lines


@pytest.mark.parametrize("of", ["There was no evidence that", "Officials saw no sign that"])
def test_what_nothing_speaks_for_is_no_attack(told: Told, of: str) -> None:
    assert not [x for x in told(f"{of} the ship was hit by a missile.") if " target " in x]


def test_claims_that_are_assessed_are_vouched_for_by_nobody(told: Told) -> None:
    lines = told("The army was assessing claims that a civilian was killed in the strike on Idlib.")
    assert "strike_1 killed 1 (unspecified)" in lines


def test_whoever_was_not_involved_either_is_who_said_so(told: Told) -> None:
    lines = told(HIT + "France said it knew nothing of the attack and was not involved.")
    assert "attack_1 attacker France [France] (denied)" in lines
