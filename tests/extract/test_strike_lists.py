"""Strikes told one by one in a list: each with its place in front, and with all that it hit."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[[str], list[str]]


def _targets(claims: list[str], event: str) -> set[str]:
    return {c.removeprefix(f"{event} target ") for c in claims if c.startswith(f"{event} target ")}


def test_an_item_of_a_list_has_its_place_in_front(told: Told) -> None:
    claims = told("The strikes were these:\n\n* Near Tessalit, one strike destroyed an ISIS truck.")
    assert "strike_1 place Tessalit" in claims
    assert "strike_1 target ISIS truck" in claims


def test_a_place_behind_a_word_that_adds_is_that_of_the_event(told: Told) -> None:
    claims = told("Also in Niger, French forces conducted three strikes.")
    assert "strike_1 place Niger" in claims


def test_a_land_in_front_is_no_side_of_the_coalition(told: Told) -> None:
    claims = told("In Mali, coalition forces conducted three strikes.")
    assert "strike_1 place Mali" in claims
    assert "strike_1 attacker coalition forces" in claims


def test_a_strike_does_all_that_its_verbs_tell(told: Told) -> None:
    claims = told(
        "Near Gao, one strike hit an ISIS command post and destroyed two ISIS staging areas and an ISIS truck and "
        "suppressed three ISIS fighting positions."
    )
    posts = {"ISIS command post", "two ISIS staging areas", "ISIS truck", "three ISIS fighting positions"}
    assert _targets(claims, "strike_1") == posts


def test_what_was_hit_where_strikes_took_place_was_hit_by_them(told: Told) -> None:
    claims = told(
        "Four airstrikes took place near Gao, where first reports say they hit two ISIS bunkers, destroyed an ISIS truck, "
        "suppressed an ISIS mortar position and damaged a bridge."
    )
    assert {"two ISIS bunkers", "ISIS truck", "ISIS mortar position", "bridge"} <= _targets(claims, "strike_1")
    assert not any(c.startswith("strike_2") for c in claims)


def test_a_subject_goes_on_behind_a_bearing(told: Told) -> None:
    assert "strike_1 target small ISIS camp" in told("One airstrike south of Gao hit a small ISIS camp.")


def test_what_a_strike_was_meant_to_destroy_is_not_told_to_be_hit(told: Told) -> None:
    claims = told("French jets hit a depot near Gao. The strike was intended to destroy the convoy of a warlord.")
    assert not any("convoy" in c and " target " in c for c in claims)
