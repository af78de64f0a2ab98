"""Weapons that come down, land that is taken, and what is launched."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import FactSheet

Told = Callable[[str], list[str]]


def test_a_bomb_that_explodes_near_a_convoy_attacks_it(told: Told) -> None:
    claims = told("A roadside bomb exploded near a police convoy in Mirefield on Sunday, killing four officers.")
    assert {"attack_1 instrument ied", "attack_1 target police convoy", "attack_1 place Mirefield"} <= set(claims)
    assert "attack_1 killed 4" in claims


def test_rockets_that_fall_into_the_sea_are_no_attack(told: Told) -> None:
    assert told("Two rockets fell into the sea on Sunday.") == []


def test_seizing_a_town_is_an_attack_on_it(told: Told) -> None:
    claims = told("Taliban fighters captured the town of Mirefield in 2014.")
    assert {"attack_1 attacker Taliban fighters", "attack_1 place Mirefield", "attack_1 date 2014"} <= set(claims)


def test_seizing_papers_is_none(told: Told) -> None:
    assert told("French police seized documents on Monday.") == []


def test_weapons_shot_down_at_nobody_told_are_their_launchers(told: Told) -> None:
    claims = told("The destroyer USS Amber shot down three drones that were launched by Houthi rebels in Yemen.")
    assert "three drones acts_for Houthi rebels" in claims
    assert "strike_1 target three drones" in claims
    assert not [c for c in claims if c.startswith("attack")]


def test_weapons_launched_in_an_attack_are_one_event(told: Told) -> None:
    claims = told(
        "Houthi rebels launched drones and missiles in a long attack targeting a French frigate, the ministry said, "
        "with at least one of the missiles hitting a tanker."
    )
    events = {c.split()[0] for c in claims if c.startswith(("attack", "strike"))}
    assert events == {"attack_1"}
    assert {c.split(" [")[0] for c in claims} >= {
        "attack_1 attacker Houthi rebels",
        "attack_1 instrument drone",
        "attack_1 instrument missile",
        "attack_1 target French frigate",
        "attack_1 target tanker",
    }


def test_a_ships_number_does_not_hide_the_ship(told: Told) -> None:
    claims = told("USS Amber (DDG 99) shot down a Houthi missile over the Red Sea.")
    assert "strike_1 attacker USS Amber" in claims


def test_shelling_is_done_with_artillery(told: Told) -> None:
    claims = told("Russian forces shelled the port of Mirefield, damaging two houses.")
    assert {"attack_1 instrument artillery", "attack_1 damage unspecified", "attack_1 target two houses"} <= set(claims)


def test_a_suicide_bomber_is_the_weapon_too(told: Told) -> None:
    claims = told("A suicide bomber attacked a mosque in Mirefield.")
    assert {"attack_1 attacker suicide bomber", "attack_1 instrument suicide-bomb"} <= set(claims)


def test_air_defenses_that_destroy_a_missile_strike_it(told: Told) -> None:
    claims = told("The army said that its air defenses destroyed the missile.")
    assert any(c.startswith("strike_1 target missile") for c in claims)


def test_a_missile_launched_targeting_a_ship_is_one_event_with_a_doubted_target(told: Told) -> None:
    claims = told(
        "The Houthis launched one anti-ship ballistic missile likely targeting M/V Amber Star in the Gulf of Aden."
    )
    assert {"attack_1 attacker Houthis", "attack_1 target M/V Amber Star (probable)"} <= set(claims)
    assert not [c for c in claims if c.startswith("attack_2")]


def test_a_missile_that_missed_or_impacted_the_water_was_thwarted(told: Told) -> None:
    for words in ("The missile missed the ship.", "The missile impacted the water with no damage."):
        claims = told(f"The Houthis launched a missile at a French ship. {words}")
        assert "attack_1 outcome thwarted" in claims, words


def test_control_that_is_taken_of_a_land_is_an_attack_there(told: Callable[[str], list[str]]) -> None:
    assert {"attack_1 attacker Taliban", "attack_1 place Afghanistan", "attack_1 date 2021"} <= set(
        told("The Taliban took control of large swathes of Afghanistan in 2021.")
    )
    assert {"attack_1 attacker Rebels", "attack_1 place Bamako"} <= set(told("Rebels took control of Bamako on Monday."))


def test_control_of_no_land_is_no_attack(sheet_of: Callable[[str], FactSheet]) -> None:
    assert sheet_of("The army took control of the budget on Monday.").events == ()


def test_forces_that_capture_an_enemy_use_force_on_him(told: Told) -> None:
    claims = told("French troops captured a Boko Haram commander in northern Chad on Monday.")
    assert {"attack_1 attacker French troops", "attack_1 target Boko Haram commander"} <= set(claims)


def test_police_who_capture_a_thief_attack_nobody(sheet_of: Callable[[str], FactSheet]) -> None:
    assert sheet_of("Police captured a thief in Paris on Monday.").events == ()


def test_who_will_be_killed_has_not_been(sheet_of: Callable[[str], FactSheet]) -> None:
    assert sheet_of("The last rebels will either be arrested or killed by our troops, he said.").events == ()


def test_who_blew_himself_up_attacked_with_that(told: Told) -> None:
    claims = told("A Boko Haram leader blew himself up in Chad in March.")
    assert {"attack_1 attacker Boko Haram leader", "attack_1 instrument suicide-bomb", "attack_1 place Chad"} <= set(claims)


def test_an_embassy_of_a_state_is_found_where_it_stands(told: Told) -> None:
    claims = told("Three rockets were fired at the French Embassy in Bamako on Monday.")
    assert {"attack_1 target French Embassy", "attack_1 place Bamako"} <= set(claims)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("A missile impacted the stern of the tanker in the Red Sea.", {"attack_1 target tanker", "attack_1 place Red Sea"}),
        ("A Houthi drone struck the bridge of the ship.", {"attack_1 target ship"}),
        ("A vessel 60 nautical miles southeast of Aden was hit by a missile.", {"attack_1 target vessel"}),
        (
            "A ship some 40 miles west of Hodeidah was hit by a missile.",
            {"attack_1 target ship", "attack_1 place some 40 miles west of Hodeidah"},
        ),
        ("A drone hit the living quarters at Tower 22.", {"attack_1 target living quarters", "attack_1 place Tower 22"}),
        (
            "British jets hit 12 sites, including weapons storage facilities and radars, in Sanaa and Dhamar.",
            {"strike_1 target weapons storage facilities", "strike_1 target radars", "strike_1 place Dhamar"},
        ),
        (
            "A barrage of missiles was fired at Israel by Iran.",
            {"strike_1 attacker Iran", "strike_1 target Israel", "strike_1 instrument missile"},
        ),
        (
            "Rebels fired three missiles toward a port, two of which were shot down by French forces.",
            {"strike_2 target three missiles", "strike_2 attacker French forces"},
        ),
    ],
)
def test_what_is_hit_and_where_is_told_around_the_verb(told: Told, text: str, claims: set[str]) -> None:
    assert claims <= set(told(text))


def test_the_car_is_the_vehicle_that_was_hit(told: Told) -> None:
    claims = told("French jets struck a vehicle near Gao, killing two militants. The car was completely destroyed.")
    assert "strike_1 damage destroyed" in claims
    assert not [c for c in claims if c.endswith("target car")]


def test_who_uses_what_is_hit_did_not_attack_it(told: Told) -> None:
    claims = told("Rebels have conducted at least five attacks against facilities used by Malian personnel since April.")
    assert not [c for c in claims if "attacker Malian" in c]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("A tanker was hit by two missiles, sustaining damage to its hull.", {"attack_1 damage unspecified"}),
        (
            "Rebels targeted a tanker in the Red Sea with missiles and two U.S. destroyers with drones.",
            {"attack_1 target two U.S. destroyers", "attack_1 instrument drone"},
        ),
        ("French jets carried out strikes on a camp; the strikes killed no civilians.", {"strike_1 killed 0"}),
        ("Ukraine hit a landing ship with missiles on Monday, destroying it.", {"strike_1 damage destroyed"}),
        ("Sixteen drones out of 17 were shot down by French air defense.", {"strike_1 target Sixteen drones"}),
        (
            "A refinery caught fire after a drone attack on Monday.",
            {"attack_1 damage unspecified", "attack_1 target refinery"},
        ),
        (
            "The USS Mason shot down a missile and a drone launched by the Houthis in the southern Red Sea.",
            {"strike_1 place southern Red Sea"},
        ),
        ("Rebels shelled a ship in the port of Feodosia.", {"attack_1 place port of Feodosia"}),
    ],
)
def test_more_of_what_was_hit(told: Told, text: str, claims: set[str]) -> None:
    lines = {c.replace("strike_2", "strike_1") for c in told(text)}
    assert claims <= lines
    assert not lines & {"attack_1 instrument warship", "attack_1 place Feodosia"}
