"""Words of doubt about deaths and reports, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

_OF_PEOPLE = (" killed ", " injured ", "guards", "traders")
Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "A bomb hit a market in Homs. Police said three guards may have died.",
            "attack_1 killed 3 [Police] (possible)",
        ),
        (
            "A bomb hit a market in Homs. Police said between 3 and 5 guards may also have died.",
            "attack_1 killed 3..5 [Police] (possible)",
        ),
        (
            "A bomb hit a market in Homs. Two traders are believed to have been killed.",
            "attack_1 killed 2 (probable)",
        ),
        (
            "A bomb hit a market in Homs. Six traders were reportedly wounded.",
            "attack_1 injured 6 (unspecified)",
        ),
        (
            "A bomb hit a market in Homs. Eleven traders are feared dead.",
            "attack_1 killed 11 (unspecified)",
        ),
    ],
)
def test_what_is_doubted_of_the_dead_is_no_certain_claim(told: Told, text: str, claim: str) -> None:
    lines = told(text)
    assert claim in lines
    doubt = claim.rsplit(" ", 1)[1]
    assert [x for x in lines if x.endswith(doubt)] == [x for x in lines if any(p in x for p in _OF_PEOPLE)]


def test_doubt_about_who_the_dead_were_is_none_about_their_death(told: Told) -> None:
    assert "attack_1 killed 4" in told("A bomb hit a market in Homs. Four suspected militants were killed.")


def test_also_between_may_and_have_hides_no_doubt(told: Told) -> None:
    assert "attack_1 attacker rebels (possible)" in told("The rebels may also have attacked a tanker.")


def test_what_nobody_named_reports_is_unspecified_and_placed_where_it_is_reported(told: Told) -> None:
    lines = told("Shelling was also reported in Kharkiv.")
    assert "attack_1 place Kharkiv (unspecified)" in lines
    assert "attack_1 instrument artillery (unspecified)" in lines
    lines = told("A rocket attack on a base was reported in Erbil.")
    assert "attack_1 place Erbil (unspecified)" in lines


def test_what_somebody_reports_is_certain_and_theirs(told: Told) -> None:
    lines = told("A rocket attack on a base was reported by the army in Erbil.")
    assert not [x for x in lines if "unspecified" in x]


def test_suspected_doubts_who_did_it_and_not_what_was_hit(told: Told) -> None:
    lines = told("Suspected rebels attacked a wedding convoy in Gao with explosives and then opened fire, police said.")
    assert [x for x in lines if " attacker " in x] == ["attack_1 attacker rebels [police] (probable)"]
    assert "attack_1 target wedding convoy [police]" in lines
    assert "attack_1 place Gao [police]" in lines


@pytest.mark.parametrize("words", ["no reported injuries", "no injuries or damage reported", "no injuries reported"])
def test_injuries_that_nobody_reported_are_not_certainly_none(told: Told, words: str) -> None:
    lines = told(f"A missile was fired from Yemen at a tanker. There were {words}.")
    assert "attack_1 injured 0 (unspecified)" in lines
