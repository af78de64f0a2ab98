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


def test_kinds_of_aircraft_share_their_noun(told: Told) -> None:
    claims = told("French forces conducted strikes using fighter, bomber and remotely piloted aircraft against ISIS camps.")
    kinds = {c.removeprefix("strike_1 instrument ") for c in claims if c.startswith("strike_1 instrument ")}
    assert kinds == {"fighter-jet", "aircraft", "drone"}
    assert "strike_1 target ISIS camps" in claims


def test_what_was_done_using_jets_to_conduct_strikes_is_one_event(told: Told) -> None:
    claims = told("French forces attacked the rebels in Mali on Monday using fighter aircraft to conduct four airstrikes.")
    assert {"strike_1 attacker French forces", "strike_1 target rebels", "strike_1 size 4"} <= set(claims)
    assert "strike_1 date 2024-05-13" in claims
    assert not any(c.startswith(("strike_2", "attack_")) for c in claims)


def test_an_attack_amid_air_strikes_of_the_same_force_is_one(told: Told) -> None:
    claims = told(
        "French forces continued to attack the rebels in Mali. French forces conducted six strikes using fighter aircraft."
    )
    assert "strike_1 target rebels" in claims
    assert not any(c.startswith("attack_") for c in claims)


def test_operations_to_eliminate_somebody_are_force_against_them(told: Told) -> None:
    claims = told("French troops have conducted 12 operations in Mali since March to eliminate rebel commanders.")
    assert {"attack_1 size 12", "attack_1 attacker French troops", "attack_1 target rebel commanders"} <= set(claims)
    assert "attack_1 date 2024-03/.." in claims


def test_operations_for_another_end_are_no_force(told: Told) -> None:
    assert not told("French troops have conducted 12 operations in Mali since March to distribute food.")


def test_targets_that_a_sentence_lists_are_those_of_the_strikes_before(told: Told) -> None:
    claims = told(
        "British forces struck nine rebel positions in Yemen on Sunday. The strikes ended at dawn.\n\n"
        "Specific targets included two radars, an underground depot and drone launchers."
    )
    for hit in ("two radars", "underground depot", "drone launchers"):
        assert f"strike_1 target {hit}" in claims


def test_what_other_targets_include_is_not_hit(told: Told) -> None:
    claims = told(
        "British forces struck nine rebel positions in Yemen on Sunday. The plan named economic targets included in a fund."
    )
    assert not [c for c in claims if "fund" in c or "economic" in c]
