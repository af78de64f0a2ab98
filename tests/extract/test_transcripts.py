"""Briefings: each sentence belongs to whoever has the word."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[str], list[str]]


def test_a_titled_label_speaks_for_all_that_follows(told: Told) -> None:
    claims = told(
        "MAJOR GENERAL ADA STONE: Good morning.\n\nHouthi forces attacked a tanker in the Red Sea today. The crew is safe."
    )
    assert "attack_1 attacker Houthi forces [ADA STONE]" in claims or (
        "attack_1 attacker Houthi forces [MAJOR GENERAL ADA STONE]" in claims
    )
    assert not [c for c in claims if c.startswith("attack_1") and "[" not in c]


def test_a_question_is_nobodys_claim(told: Told) -> None:
    claims = told("MR. LEE: Thank you.\n\nQ: Houthi forces attacked a tanker on Monday?\n\nMR. LEE: Yes.")
    assert not [c for c in claims if "LEE" in c]


def test_a_label_that_is_no_name_speaks_for_nobody(told: Told) -> None:
    claims = told("KYIV AND LVIV: Russian forces shelled a market on Monday.\n\nThe mayor gave no details.")
    assert "attack_1 attacker Russian forces" in claims


def test_an_official_without_a_name_has_the_word_after_a_spokesman(told: Told) -> None:
    claims = told(
        "PRESS SECRETARY JANE DOE: Good evening. Over to our briefer.\n\n"
        "SENIOR MILITARY OFFICIAL: Yesterday the United States struck two depots in Yemen."
    )
    assert "strike_1 target two depots [SENIOR MILITARY OFFICIAL]" in claims
    assert not [c for c in claims if "DOE" in c and c.startswith("strike_1")]


def test_a_press_secretary_who_is_named_later_speaks(told: Told) -> None:
    claims = told(
        "U.S. forces struck three depots in Yemen on Monday, the Pentagon press secretary said. There was no more."
    )
    assert "strike_1 target three depots [Pentagon press secretary]" in claims
