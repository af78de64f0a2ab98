"""What belongs to another event than the one told before: other places, other weapons, several events at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "text",
    [
        "An Israeli strike on a school in Mirefield killed eight people. Another three were killed in Westport.",
        "An Israeli strike on a school in Mirefield killed eight people, and three more were killed in Westport.",
        "An Israeli strike on a school in Mirefield killed eight people. In Westport, three more people were killed.",
    ],
)
def test_more_people_killed_at_another_place_are_another_event(told: Told, text: str) -> None:
    claims = told(text)
    assert {"strike_1 killed 8", "strike_1 place Mirefield", "strike_2 killed 3", "strike_2 place Westport"} <= set(claims)
    assert "strike_1 killed 3" not in claims
    assert not [c for c in claims if c.startswith("strike_2 attacker")]


def test_more_people_hurt_at_the_same_place_are_of_the_same_event(told: Told) -> None:
    claims = told("An Israeli strike on a school in Mirefield killed eight people. Another three were wounded.")
    assert {"strike_1 killed 8", "strike_1 injured 3"} <= set(claims)


def test_a_toll_of_two_events_is_of_a_series_over_both(told: Told) -> None:
    claims = told("The death toll from an assault on a prison in Mirefield and clashes elsewhere in the town rose to 31.")
    assert "attack_1 killed 31" not in claims
    assert "attack_2 killed 31" in claims


def test_what_got_through_is_another_event_than_the_interception(told: Told) -> None:
    claims = told(
        "Russia fired 30 missiles at Ukraine. Most were intercepted, but a missile wounded six people in Mirefield."
    )
    assert {"strike_3 instrument missile", "strike_3 injured 6", "strike_3 place Mirefield"} <= set(claims)
    assert not [c for c in claims if c.startswith(("strike_1 injured", "strike_2 injured"))]


def test_one_of_the_weapons_hits_by_itself(told: Told) -> None:
    claims = told("Ukraine shot down 12 of 15 drones Russia launched, but one hit a school in Mirefield, killing a teacher.")
    assert {"strike_2 instrument drone", "strike_2 target school", "strike_2 killed 1"} <= set(claims)
    rockets = told("The army said it intercepted nine rockets, but several landed in Mirefield, wounding two guards.")
    assert {"attack_2 instrument rocket", "attack_2 place Mirefield", "attack_2 injured 2"} <= {
        c.split(" [")[0] for c in rockets
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Pentagon says the operation's aim was to destroy the group's launchers.",
        "The Pentagon says it aims to destroy the group's launchers.",
        "The mission is meant to shoot down drones over the gulf, officials say.",
    ],
)
def test_an_aim_is_no_deed(told: Told, text: str) -> None:
    assert told(text) == []


def test_strikes_that_an_operation_involved_are_the_operation(told: Told) -> None:
    claims = told(
        "French forces struck rebel depots in Niger. The operation involved several strikes on depots, Paris said."
    )
    assert {c.split()[0] for c in claims if c.startswith(("strike", "attack"))} == {"strike_1"}
    assert not [c for c in claims if " size " in c]


def test_whom_a_group_says_it_killed_died_in_the_attack_it_claims(told: Told) -> None:
    claims = told(
        "A suicide bomber blew himself up near a barracks in Mirefield on Monday. "
        "Al-Shabab claimed responsibility, saying it killed 15 soldiers."
    )
    assert [c for c in claims if " killed " in c] == ["attack_1 killed 15 [Al-Shabab]"]


def test_who_attacks_is_not_hit_by_the_same_attack(told: Told) -> None:
    claims = told(
        "Hezbollah fired rockets at a base in Mirefield on Monday. An attack on Hezbollah fighters killed two of them."
    )
    assert "attack_1 target Hezbollah fighters" not in claims


def test_one_drone_is_not_three(told: Told) -> None:
    claims = told("The Armenian army shot down a drone on Sunday. The army said it shot down three drones near Mirefield.")
    assert {"strike_1 target drone", "strike_2 target three drones"} <= {c.split(" [")[0] for c in claims}


def test_a_drone_destroyed_on_its_way_was_shot_down(told: Told) -> None:
    claims = told("A drone loaded with explosives was destroyed on its way to Mirefield on Monday.")
    assert {"strike_1 target drone", "strike_1 damage destroyed"} <= set(claims)


def test_all_the_dead_are_those_of_the_whole_attack(told: Told) -> None:
    claims = told(
        "Gunmen attacked a market in Mirefield on Monday. "
        "The more than 30 dead included six people killed in a car bombing at a gate."
    )
    assert {"attack_1 killed 31..", "attack_2 killed 6"} <= set(claims)


def test_nobody_hurt_is_told_of_the_attack_not_of_its_last_step(told: Told) -> None:
    claims = told(
        "Militants attacked a barracks in Mirefield on Monday. Gunmen stormed the building. "
        "There were no injuries, officials said."
    )
    assert "attack_1 injured 0 [officials]" in claims
    claims = told(
        "The Houthis fired drones and missiles at ships in the Red Sea. A destroyer shot down four drones. "
        "Two missiles landed in the water. There were no injuries."
    )
    assert "attack_1 injured 0" in claims


def test_a_gunfight_that_left_people_dead_is_an_event(told: Told) -> None:
    claims = told(
        "Gunmen attacked a village near Mirefield, killing eight people. Separately, a gunfight in Westport left three "
        "soldiers dead; two more were wounded."
    )
    assert {"attack_1 killed 8", "attack_2 killed 3", "attack_2 injured 2", "attack_2 place Westport"} <= set(claims)


def test_what_a_weapon_damaged_is_hit_by_it(told: Told) -> None:
    claims = told("In Mirefield, a missile damaged a school on Monday.")
    assert {"attack_1 instrument missile", "attack_1 target school", "attack_1 damage unspecified"} <= set(claims)


def test_a_building_is_not_the_buildings_told_later(told: Told) -> None:
    claims = told(
        "A rocket hit a structure in Mirefield. The Israeli air force targeted Hezbollah structures near Westport."
    )
    assert "strike_2 target Hezbollah structures" in claims


def test_participles_in_a_row_tell_one_event(told: Told) -> None:
    claims = told("Russia launched nine drones at Mirefield on Monday, damaging shops and destroying a school.")
    assert {"strike_1 target school", "strike_1 target shops", "strike_1 instrument drone"} <= set(claims)
    assert {c.split()[0] for c in claims if c.startswith(("strike", "attack"))} == {"strike_1"}
    claims = told("The Taliban bombed a barracks in Mirefield, setting off hours of fighting and killing 40 soldiers.")
    assert "attack_1 killed 40" in claims
    assert not [c for c in claims if c.startswith("attack_2")]


def test_single_strikes_on_houses_in_different_towns_are_different_events(told: Told) -> None:
    claims = told(
        "Doctors said an Israeli strike on a house in Rafah killed nine people.\n\n"
        "Earlier, three people were killed in an Israeli strike on a house in the Burj camp, nurses said.\n\n"
        "Police said one more man was killed in an Israeli strike on a house in Gaza City."
    )
    toll = {c.partition(" [")[0] for c in claims if " killed " in c or " place " in c}
    assert {"strike_1 killed 9", "strike_2 killed 3", "strike_3 killed 1"} <= toll
    assert {"strike_1 place Rafah", "strike_2 place Burj camp", "strike_3 place Gaza City"} <= toll


def test_dead_of_a_raid_are_not_those_of_the_conflict_it_changes(told: Told) -> None:
    claims = told(
        "Israel killed a rebel leader in an air strike on Tyre on Monday, marking a turn in the conflict in the south."
    )
    assert [c for c in claims if c.endswith(" killed 1")] == ["strike_1 killed 1"]


def test_deaths_told_in_an_attack_are_of_that_attack(told: Told) -> None:
    claims = told("The strike targeted the man behind the deaths of nine pupils in a rocket attack on Haifa.")
    attack = next(c.split()[0] for c in claims if c.endswith(" instrument rocket"))
    assert f"{attack} killed 9" in claims


def test_missiles_that_hit_are_no_target(told: Told) -> None:
    claims = told("The officers were meeting in a house when two missiles hit.")
    assert [c.partition(" ")[2] for c in claims] == ["instrument missile"]


def test_site_joined_behind_the_place_of_the_first_is_hit_too(told: Told) -> None:
    claims = told("Jets struck a depot in Rafah and military compounds in two other towns.")
    assert {"strike_1 target depot", "strike_1 target military compounds"} <= set(claims)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Israeli strikes on the southern and eastern Gaza Strip killed 40 people.", "southern and eastern Gaza Strip"),
        ("Israeli strikes across eastern, central Syria killed 40 people.", "eastern, central Syria"),
        ("An Israeli strike deep into Syria killed two people.", "Syria"),
    ],
)
def test_place_with_its_bearings_is_where_the_strike_was(told: Told, text: str, place: str) -> None:
    assert f"strike_1 place {place}" in told(text)


def test_projectiles_fired_toward_a_land_are_an_attack_on_it(told: Told) -> None:
    assert {"attack_1 attacker Hezbollah", "attack_1 target Israel"} <= set(
        told("Hezbollah fired about 90 projectiles toward Israel on Tuesday.")
    )


def test_dead_told_after_what_an_attack_answered_are_of_the_attack(told: Told) -> None:
    claims = told(
        "Iran launched 90 ballistic missiles at Israel on Monday in retaliation for the killing of a Hezbollah leader.\n\n"
        "The Israeli military said most of the missiles were intercepted. A teacher was killed near Haifa, police said."
    )
    attack = next(c.split()[0] for c in claims if c.endswith(" instrument ballistic-missile"))
    assert f"{attack} target teacher [police]" in claims


@pytest.mark.parametrize(
    "text",
    [
        "An Israeli strike killed nine people, including two nurses, at a clinic in Haifa.",
        "An Israeli strike killed nine people at a school sheltering displaced families in Haifa.",
    ],
)
def test_place_behind_the_dead_is_where_the_strike_was(told: Told, text: str) -> None:
    assert {"strike_1 killed 9"} <= set(told(text))
    assert [c for c in told(text) if c.startswith("strike_1 place") and c.endswith("Haifa")]


def test_losses_of_a_side_over_months_are_not_those_of_the_strike_told_before(told: Told) -> None:
    claims = told(
        "Israel bombed villages in southern Lebanon on Monday.\n\n"
        "During five months of clashes, at least 90 people have been killed on the Lebanese side, a Reuters tally says."
    )
    assert not [c for c in claims if " killed " in c and c.split()[0] == "strike_1"]


def test_day_of_a_comparison_is_no_date(told: Told) -> None:
    claims = told("Officials described the attack on Haifa, the deadliest against civilians since March 7.")
    assert not [c for c in claims if " date " in c]


def test_what_somebody_did_that_is_answered_is_an_attack_of_its_own(told: Told) -> None:
    claims = told(
        "Israel launched strikes into southern Syria in response to Hezbollah targeting two radar posts on Monday."
    )
    assert {"strike_1 responds_to attack_2", "attack_2 attacker Hezbollah", "attack_2 target two radar posts"} <= set(claims)
    assert not [c for c in claims if c.startswith("strike_1 target")]


def test_injuries_to_at_least_so_many_are_counted(told: Told) -> None:
    claims = told("A rocket hit a house in Haifa, causing injuries to at least six people.")
    assert {"attack_1 injured 6..", "attack_1 target six people"} <= set(claims)


def test_army_that_reports_killing_fighters_is_the_attacker(told: Told) -> None:
    claims = told("Israel's military reported killing nine militants in the Gaza Strip on Monday.")
    assert "attack_1 attacker Israel's military [Israel's military]" in claims
    assert "attack_1 killed 9 [Israel's military]" in claims


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Israeli strikes hit several depots on the outskirts of Damascus.", "Damascus"),
        ("Israeli strikes hit the eastern Damascus suburb of Sayyida Hanan.", "Sayyida Hanan"),
        ("Officials said 25 rockets crossed into Syria from Iraq.", "Syria [Officials]"),
    ],
)
def test_place_is_the_one_named_last(told: Told, text: str, place: str) -> None:
    assert [c for c in told(text) if c.endswith(f"place {place}")]


def test_militant_sites_are_nobodys_by_that_word(told: Told) -> None:
    assert not [c for c in told("The Israeli military struck 40 militant sites in Syria.") if " acts_for militant" in c]


@pytest.mark.parametrize(
    "text",
    [
        "France hit 40 sites in Mali during airstrikes in retaliation for the deaths of nine French soldiers.",
        "French jets struck a depot in Mali after nine soldiers were killed in the past two days.",
    ],
)
def test_dead_that_an_event_answered_or_followed_are_not_its_own(told: Told, text: str) -> None:
    claims = told(text)
    assert "strike_1 attacker France" in claims
    assert not [c for c in claims if " killed " in c]


def test_strikes_that_destroyed_things_are_one_event(told: Told) -> None:
    claims = told("The French air force conducted air strikes in Mali on Monday and destroyed nine depots.")
    assert {c.split()[0] for c in claims} == {"strike_1"}
    assert {"strike_1 place Mali", "strike_1 target nine depots", "strike_1 damage destroyed"} <= set(claims)


def test_more_dead_at_a_distance_are_of_another_event(told: Callable[[str], list[str]]) -> None:
    lines = told(
        "Russian shelling killed three people in Udachne. Another two were killed about 50 kilometers south in Selydove."
    )
    assert {"attack_2 killed 2", "attack_2 place Selydove"} <= set(lines)


def test_who_is_hurt_behind_another_happening_was_not_hurt_before(told: Told) -> None:
    claims = told(
        "French forces killed a rebel leader in an airstrike in Mali. In a separate operation last week, Malian troops "
        "captured two fighters. One of the detainees was wounded."
    )
    assert "strike_1 injured 1" not in claims


def test_who_died_in_a_single_strike_is_told_of_it(told: Told) -> None:
    claims = told(
        "The rebels' campaign has included more than 50 attacks since May, killing three guards in a single strike."
    )
    sizes = [c.split()[0] for c in claims if " size " in c]
    assert not [c for c in claims if c.endswith(" killed 3") and c.split()[0] in sizes]


def test_those_hurt_of_whom_more_is_told_were_hurt_before(told: Told) -> None:
    claims = told(
        "An attack on the Green Village base injured three troops. French jets hit a truck in Iraq. "
        "Officials said two of the troops were diagnosed with brain injuries."
    )
    assert "attack_1 injured 2 [Officials]" in claims
