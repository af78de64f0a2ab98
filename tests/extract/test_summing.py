"""Counts of attacks and what sums strikes up: who made them, and whom they hurt."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[str], list[str]]


def test_who_began_the_attacks_since_which_a_count_runs_made_them(told: Told) -> None:
    claims = told("French convoys have come under attack at least 30 times since ISIS began attacking patrols in Mali.")
    assert {"attack_1 size 30..", "attack_1 attacker ISIS", "attack_1 place Mali"} <= set(claims)
    assert not [c for c in claims if c.startswith("attack_2")]


def test_attacks_that_as_well_as_adds_are_others_of_the_same_side(told: Told) -> None:
    claims = told("ISIS carried out six drone attacks on French bases in Mali, as well as repeated mortar attacks on a dam.")
    assert {"attack_1 attacker ISIS", "attack_2 attacker ISIS", "attack_2 target dam"} <= set(claims)
    assert "attack_1 target dam" not in claims


def test_the_operation_is_the_strikes_that_the_sentence_before_told(told: Told) -> None:
    claims = told(
        "French forces conducted dozens of air strikes against ISIS camps in Mali on Monday. "
        "The operation hit 40 targets using several Air Force assets, including B-1s and F-16s."
    )
    assert {"strike_1 target 40 targets", "strike_1 instrument aircraft", "strike_1 instrument fighter-jet"} <= set(claims)
    assert not [c for c in claims if c.startswith("attack_")]


def test_nobody_hurt_in_the_attacks_that_were_counted_last(told: Told) -> None:
    claims = told(
        '"The attacks on our people must end," an official said.\n\n'
        "French troops in Mali have come under attack from rockets four times. The attacks caused no casualties."
    )
    counted = next(c.split()[0] for c in claims if " size " in c)
    assert f"{counted} killed 0" in claims


def test_what_a_briefing_is_on_is_told_in_full_later(told: Told) -> None:
    filler = "This call is on background. Names stay out of it. We thank you for your time. Questions come last. "
    told_in_full = "French jets struck a weapons depot in northern Mali on Monday."
    claims = told(f"Welcome to the briefing on the French airstrike in Mali. {filler}{told_in_full}")
    assert {c.split()[0] for c in claims if c.startswith(("strike_", "attack_"))} == {"strike_1"}
    claims = told(f"Welcome to the briefing on the French airstrike in Chad. {filler}{told_in_full}")
    assert "strike_2 target weapons depot" in claims
