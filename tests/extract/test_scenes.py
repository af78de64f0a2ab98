"""Which sentences lead on to another place, and whose the weapons are that nobody is told to have used."""

from __future__ import annotations

from collections.abc import Callable

from belligraph.model.sheet import EventType, FactSheet

Sheets = Callable[[str], FactSheet]
Told = Callable[[str], list[str]]


def test_a_sentence_that_begins_with_another_town_tells_of_another_attack(sheet_of: Sheets) -> None:
    text = "A French missile struck the town of Mirefield on Monday, killing five people.\n\n"
    elsewhere = text + "In Oakdale province, officials said missile strikes killed five people."
    assert len(sheet_of(elsewhere).events) == 2
    assert len(sheet_of(elsewhere.replace("Oakdale province", "Mirefield")).events) == 1


def test_the_people_told_again_with_the_are_those_of_the_event_before(sheet_of: Sheets, told: Told) -> None:
    text = "A French missile struck the town of Mirefield on Monday, killing four people.\n\n"
    again = text + "Police said a missile hit a barn where the four people were killed and that the attack damaged shops."
    assert len(sheet_of(again).events) == 1
    assert "strike_1 target barn [Police]" in told(again)


def test_weapons_that_attacks_included_are_theirs_and_so_is_what_they_were_aimed_at(told: Told, sheet_of: Sheets) -> None:
    text = "Attacks on Monday included 12 drones and four missiles targeting two bases in Niger."
    assert {"attack_1 instrument drone", "attack_1 instrument missile", "attack_1 place Niger"} <= set(told(text))
    assert len(sheet_of(text).events) == 1


def test_weapons_of_states_alone_make_a_strike_of_an_attack_by_nobody_told(sheet_of: Sheets) -> None:
    text = "A missile hit a hotel in Mirefield on Monday.\n\nFrench forces had launched 30 missiles at the town."
    assert [event.type for event in sheet_of(text).events] == [EventType.STRIKE, EventType.STRIKE]
    rebels = text.replace("French forces", "Rebels")
    assert EventType.ATTACK in [event.type for event in sheet_of(rebels).events]


def test_a_governor_is_who_the_next_sentence_names_so(told: Told) -> None:
    text = "A French missile strike killed five people in Mirefield, the region's governor said.\n\n"
    claims = told(text + "Governor Omar Haddad said the attack damaged six homes.")
    assert "strike_1 killed 5 [Omar Haddad]" in claims
    assert "strike_1 killed 5 [governor]" in told(text + "Senator Omar Haddad said the attack damaged six homes.")


def test_whom_a_state_denies_having_hit_is_told_of_the_attack_before(sheet_of: Sheets, told: Told) -> None:
    text = "French missiles hit Mirefield on Monday. France denied targeting homes in the attack."
    assert len(sheet_of(text).events) == 1
    claims = told(text)
    assert "strike_1 target homes [France] (denied)" in claims
    assert not [c for c in claims if "attacker" in c and "denied" in c]


def test_bomb_shelters_are_not_bombed(told: Told) -> None:
    assert not [c for c in told("Rebels fired nine rockets at Gao, sending thousands to bomb shelters.") if "shelter" in c]


def test_a_raid_into_a_land_to_attack_somebody_is_one_event_there(sheet_of: Sheets, told: Told) -> None:
    text = "France launched a ground incursion into Niger to attack the armed group Hezbollah."
    assert [event.type for event in sheet_of(text).events] == [EventType.ATTACK]
    claims = told(text)
    assert {"attack_1 place Niger", "attack_1 target Hezbollah"} <= set(claims)
    assert "attack_1 target Niger" not in claims


def test_fresh_strikes_are_not_the_killing_that_was_answered(sheet_of: Sheets) -> None:
    text = (
        "The rebels said they were acting in response to France's killing of one of their leaders on Monday.\n\n"
        "The French military carried out fresh airstrikes against launch positions in Mali."
    )
    assert sorted(event.type for event in sheet_of(text).events) == [EventType.ATTACK, EventType.STRIKE]


def test_who_trades_fire_is_hit_too(told: Told) -> None:
    claims = told("Israel and Hezbollah traded rocket fire on Monday.")
    sides = {f"attack_1 {side} {who}" for side in ("attacker", "target") for who in ("Israel", "Hezbollah")}
    assert sides <= set(claims)


def test_the_drone_attack_is_not_the_shooting_down_of_its_drones(sheet_of: Sheets, told: Told) -> None:
    text = "Niger's army reported on Monday destroying 14 of 15 French drones.\n\nThe drone attack damaged nine homes."
    claims = told(text)
    assert "strike_1 attacker Niger's army [Niger's army]" in claims
    assert "strike_1 target nine homes" not in claims


def test_nobody_hurt_after_a_sides_interceptions_is_not_told_of_its_own_attack(told: Told) -> None:
    claims = told(
        "A French missile attack killed three people in Mirefield on Monday.\n\n"
        "France's defense ministry said its air defenses destroyed four missiles over the Oakdale region.\n\n"
        "Omar Haddad, the governor of Oakdale, reported damage to a mill but no injuries."
    )
    hurt = next(c.split()[0] for c in claims if " injured 0" in c)
    assert hurt == next(c.split()[0] for c in claims if " target four missiles" in c)


def test_an_attack_in_another_month_is_compared_and_no_killing_told_before(sheet_of: Sheets, told: Told) -> None:
    text = (
        "France fired dozens of missiles at Niger.\n\nThe town saw most of a French missile barrage fired on Tuesday.\n\n"
        "France said the attack was in retaliation for the killing of a leader.\n\n"
        "Officials said France's assault Tuesday was twice as large as its attack against Niger in April."
    )
    assert len(sheet_of(text).events) == 3
    april = next(c.split()[0] for c in told(text) if " date 2024-04 " in f"{c} ")
    assert april.startswith("strike")
    assert f"{april} attacker France [Officials]" in told(text)


def test_some_of_what_was_thrown_is_what_was_shot_down(told: Told) -> None:
    claims = told("Niger's anti-missile system shot down most of a French missile barrage.")
    assert [c for c in claims if c.startswith("strike_") and c.endswith("target most of a French missile barrage")]
    assert "strike_1 target many of the projectiles [army]" in told("The army said it intercepted many of the projectiles.")


def test_a_strike_told_again_at_the_town_of_the_last_is_the_same(sheet_of: Sheets, told: Told) -> None:
    text = (
        "Six people were killed in airstrikes in Niger. A second strike in Niger killed two and wounded 22 in Mirefield.\n\n"
        '"French warplanes launched a strike on the Mirefield area," the agency said.'
    )
    assert len(sheet_of(text).events) == 2
    assert len(sheet_of(text.replace("the Mirefield area", "the Oakdale area")).events) == 3


def test_towns_told_with_the_dead_stand_for_the_region_that_began_the_sentence(sheet_of: Sheets, told: Told) -> None:
    text = "In Oakdale province, missile strikes killed three people in the cities of Mirefield and Northtown."
    claims = told(text)
    assert [c for c in claims if " place " in c] == ["strike_1 place Mirefield", "strike_1 place Northtown"]
    within = {place.name: place.within for place in sheet_of(text).places}
    assert within["Mirefield"] is not None


def test_a_person_killed_at_another_time_was_killed_in_another_event(told: Told) -> None:
    claims = told("France killed rebel leader Omar Haddad on Monday, and Houthi leader Yusuf Karim was killed in March.")
    first, second = (
        next(c.split()[0] for c in claims if c.endswith(f"target {name}")) for name in ("Omar Haddad", "Yusuf Karim")
    )
    assert first != second
    assert f"{second} date 2024-03" in claims
    assert f"{second} attacker France" not in claims


def test_interceptors_fired_at_missiles_are_a_strike_on_the_missiles(told: Told) -> None:
    claims = told("Two U.S. destroyers fired a dozen interceptors against incoming Houthi missiles on Tuesday.")
    assert {"strike_1 instrument missile", "strike_1 attacker Two U.S. destroyers"} <= set(claims)
    assert [c for c in claims if c.startswith("strike_1 target") and "missiles" in c]
