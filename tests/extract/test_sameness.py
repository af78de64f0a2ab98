"""What is told twice is one event, what is told of another place or people is not; in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import EventType, FactSheet

Sheets = Callable[[str], FactSheet]
Told = Callable[[str], list[str]]


def test_parts_that_add_up_to_what_was_told_are_the_same_event(sheet_of: Sheets) -> None:
    text = "French forces destroyed five rebel drones.\n\nThe army said it destroyed three sea drones and two drones."
    assert len(sheet_of(text).events) == 1
    other = text.replace("three sea drones", "seven sea drones")
    assert len(sheet_of(other).events) == 2


def test_twin_bombings_are_no_series(sheet_of: Sheets) -> None:
    text = "Twin bombings killed three guards in Mirefield. Rebels have increased attacks on soldiers."
    assert sorted(event.series for event in sheet_of(text).events) == [False, True]


def test_a_drone_that_was_shot_down_is_the_one_that_rebels_shot_down(sheet_of: Sheets, told: Told) -> None:
    text = "The army said its drone was shot down on Monday. The Houthis said they had shot down a French drone on Monday."
    assert len(sheet_of(text).events) == 1
    assert "attack_1 target drone [army]" in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The militaries of France and Niger conducted strikes against a depot in Mali.",
        "The coalition forces struck a depot in Mali.",
        "The army launched strikes on a depot in Mali.",
    ],
)
def test_armies_navies_and_coalitions_are_of_states(sheet_of: Sheets, text: str) -> None:
    assert [event.type for event in sheet_of(text).events] == [EventType.STRIKE]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Jets bombed Northtown and Southtown in Mali.", {"place Northtown", "place Southtown"}),
        ("Jets bombed Baghdad and Mirefield.", {"place Mirefield"}),
        ("A missile hit Meridian in the Red Sea.", {"target Meridian"}),
        ("Jets killed Mirefield in Mali.", {"target Mirefield"}),
    ],
)
def test_an_unknown_name_that_lies_in_a_land_is_a_town(told: Told, text: str, claims: set[str]) -> None:
    found = {line.split(" ", 1)[1] for line in told(text)}
    assert claims <= found
    assert not {c.replace("place", "target") if "place" in c else c.replace("target", "place") for c in claims} & found


def test_nobody_is_hurt_by_a_strike_and_not_by_the_interception_before(told: Told) -> None:
    text = (
        "French jets struck a depot in Mali on Sunday. The army said its drone was shot down on Saturday. "
        "A doctor said there were no casualties."
    )
    zero = [line for line in told(text) if " killed 0" in line]
    depot = next(line.split()[0] for line in told(text) if line.split()[1:3] == ["target", "depot"])
    assert [line.split()[0] for line in zero] == [depot]


def test_terrorist_sites_are_nobodys_by_that_word(sheet_of: Sheets) -> None:
    assert "terrorist" not in {actor.name for actor in sheet_of("Jets struck three terrorist sites in Mali.").actors}


def test_attacks_on_shipping_are_told_again_as_scores_of_attacks_on_vessels(sheet_of: Sheets) -> None:
    text = (
        "A report spoke of attacks on international shipping by the Houthis. "
        "The Houthis have launched scores of attacks on vessels in the Red Sea."
    )
    assert len(sheet_of(text).events) == 1


def test_what_is_struck_after_a_launch_is_struck_by_what_was_launched(sheet_of: Sheets, told: Told) -> None:
    text = "Rebels launched a missile into shipping lanes. M/V Amber, a Maltese flagged carrier, reported they were struck."
    assert len(sheet_of(text).events) == 1
    assert [line for line in told(text) if line.startswith("attack_1 target ") and line.endswith("carrier")]


def test_air_attacks_overnight_are_one_operation(sheet_of: Sheets) -> None:
    assert [e.series for e in sheet_of("Russian aerial attacks overnight killed two people in Kherson.").events] == [False]


def test_a_barrage_of_missiles_has_missiles_for_its_weapons(told: Told) -> None:
    claims = told("Russia launched a barrage of missiles at Kyiv that killed seven people.")
    assert "strike_1 instrument missile" in claims
    assert "strike_1 target missiles" not in claims


def test_another_strike_is_another(sheet_of: Sheets) -> None:
    text = "A Russian attack hit Kyiv on Monday. The attack came hours after another strike killed 15 people at a school."
    assert len(sheet_of(text).events) == 2


def test_who_was_killed_while_attacking_was_not_killed_by_that_attack(told: Told) -> None:
    text = (
        "A French airstrike targeted rebels in Mali. "
        "The army said two men who were attacking a convoy were killed, and that no civilians were injured."
    )
    assert "strike_1 injured 0 [army]" in told(text)


def test_a_siege_is_an_attack(told: Told) -> None:
    assert "attack_1 killed 11" in told("A siege at the Amber Hotel on Sunday in Mirefield killed 11 people.")


def test_nobody_is_attacked_by_those_who_shot_drones_down(sheet_of: Sheets, told: Told) -> None:
    text = "Russia said it shot down 77 Ukrainian drones. A governor said the attacks injured one person."
    downed = next(line.split()[0] for line in told(text) if " target 77 Ukrainian drones" in line)
    assert not [line for line in told(text) if line.startswith(f"{downed} injured")]


def test_what_one_weapon_hit_and_killed_is_one_event(sheet_of: Sheets, told: Told) -> None:
    text = "Drones hit a fuel depot near Mirefield and killed two workers."
    assert len(sheet_of(text).events) == 1
    assert {"attack_1 target fuel depot", "attack_1 killed 2"} <= set(told(text))


def test_a_siege_is_not_the_attack_told_before(told: Told) -> None:
    claims = told("Drones hit a depot near Mirefield. It was a response to the siege of Southtown, a spokesman said.")
    assert not [line for line in claims if line.startswith("attack_1 target Southtown")]


def test_the_drone_attack_is_the_one_told_of_drones(told: Told) -> None:
    claims = told(
        "Drones hit a depot near Mirefield. Gunmen shot at a convoy in Southtown. The drone attack killed two men."
    )
    depot = next(line.split()[0] for line in claims if line.endswith(" target depot"))
    assert f"{depot} killed 2" in claims


def test_the_hurt_are_of_the_attack_that_a_strike_on_launchers_followed(told: Told) -> None:
    claims = told(
        "Jets struck three rocket launchers in Mali, hours after drones hit a depot near Mirefield.\n\n"
        "The governor said five people were wounded. A doctor said seven people were hurt."
    )
    depot = next(line.split()[0] for line in claims if line.endswith(" target depot"))
    assert {f"{depot} injured 5 [governor]", f"{depot} injured 7 [doctor]"} <= set(claims)


@pytest.mark.parametrize(
    "text",
    [
        "A suicide bomber attacked a mosque in Kabul. A statement said the Taliban carried out the attack.",
        "Gunmen attacked a mosque near Gao. The Islamic State attacked the mosque, a tribal elder said.",
        "Rebels killed four guards and wounded seven others in an attack on a bridge near Goma.",
        "French jets bombed dozens of depots on Monday in air raids against rebels in Mali.",
        "A missile attack by Russia in Kherson killed a nurse. The mayor said Russia targeted the area with two missiles.",
        "French air strikes on Mali began on Monday. French air strikes on Mali went on all day.",
        "Niger Suicide Bombing Targets Police Base\n\nA suicide bomber attacked a police base in Niamey.",
        "Rebels launched a missile at a tanker on Monday. The rebels' missile struck the tanker.",
        "Houthi Rocket Kills Farmer\n\nA deadly rocket attack was reported. Rockets fired from Yemen crashed into Haifa.",
        "Russian attacks kill at least 3\n\nAt least three people were killed in Russian rocket and drone attacks.",
        'French jets struck Gao on Monday. "Another French attack against our people," the governor said.',
    ],
)
def test_what_is_told_again_in_other_words_is_one_event(sheet_of: Sheets, text: str) -> None:
    assert len(sheet_of(text).events) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a village near Gao. French troops attacked the village on Monday.",
        "A missile hit a tanker in the Red Sea. A cruise ship was damaged in a Houthi attack last year.",
        "Gunmen stormed the Lake Hotel in Goma. Weeks ago, gunmen stormed the Rose Hotel.",
        "The siege of a hotel in Goma began on Monday. Police stormed the hotel at night.",
        "French jets attacked a camp in Mali on Monday. Rebels fired rockets at a base in Niger.",
    ],
)
def test_what_another_did_or_what_hit_another_place_is_another_event(sheet_of: Sheets, text: str) -> None:
    assert len(sheet_of(text).events) == 2


def test_the_attack_is_not_what_killed_the_attackers(sheet_of: Sheets, told: Told) -> None:
    text = "Gunmen attacked a hotel in Goma. The attackers were killed by soldiers. Rebels claimed the attack."
    hotel = next(line.split()[0] for line in told(text) if line.endswith("target hotel"))
    claimed = next(line for line in told(text) if " claims_responsibility " in line)
    assert claimed.split()[2] == hotel
    assert len(sheet_of(text).events) == 2


def test_that_attack_is_the_one_told_last(told: Told) -> None:
    claims = told("Gunmen shot at a bus in Gao. Rebels stormed a camp near Goma. Nine people were killed in that attack.")
    camp = next(line.split()[0] for line in claims if line.endswith("target camp"))
    assert f"{camp} killed 9" in claims


def test_the_assault_right_behind_a_strike_is_that_strike(told: Told) -> None:
    claims = told(
        "Rebels attacked a convoy near Gao. French jets struck a depot in Mali. Syrian drones struck a port in Iraq. "
        "The assault killed four people."
    )
    port = next(line.split()[0] for line in claims if line.endswith("target port"))
    assert f"{port} killed 4" in claims


def test_a_country_is_the_place_and_no_doer_of_a_suicide_bombing(told: Told) -> None:
    claims = told("Niger Suicide Bombing Targets Police Base\n\nA suicide bomber attacked a police base in Niamey.")
    assert "attack_1 place Niger" in claims
    assert "attack_1 attacker Niger" not in claims


def test_a_response_that_is_promised_makes_the_attack_no_threat(told: Told) -> None:
    claims = told("France promised a swift response to a rocket attack on its base in Mali.")
    assert not [line for line in claims if " outcome " in line]


@pytest.mark.parametrize(
    "text",
    [
        "French forces and the rebels traded aerial attacks along the border on Monday.",
        "Houthi rebels launched a drone at Haifa on Monday, the first attack by the Yemeni group since April.",
        "French forces targeted and likely killed a rebel leader in Mali.",
        "Rebels launched scores of rockets on Monday. Rebels fired scores of rockets at a village, officials said.",
        "A strike killed seven nurses in Mali. Doctors reported seven nurses killed in a French strike near Gao.",
        "Gunmen attacked a village near Gao. The men arrived at dawn, firing on villagers as they ran.",
        "Rebels attacked two towns in Mali on Monday. Witnesses say the rebels killed 70 people in those attacks.",
        "French forces carried out an air strike in Mali. The army said France conducted an air strike in northern Mali.",
        "Rebels stormed a base near Gao on Monday. Officials said the rebels used rockets in the attack.",
        "The French army said it likely killed a rebel leader in a helicopter raid in Mali.",
        "French troops struck a camp in Mali. The French troops conducted the raid at night.",
    ],
)
def test_what_is_told_again_with_other_details_is_one_event(sheet_of: Sheets, text: str) -> None:
    assert len(sheet_of(text).events) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A strike killed seven nurses near Gao on Sunday. A strike killed seven nurses near Goma on Monday.",
        "French jets killed seven nurses near Gao. Rebels shot dead seven nurses.",
        "French forces carried out an air strike in Mali. The army said France conducted an air strike in Niger.",
    ],
)
def test_as_many_dead_of_another_place_day_or_attacker_are_of_another_event(sheet_of: Sheets, text: str) -> None:
    assert len(sheet_of(text).events) == 2


def test_the_strike_is_the_event_that_was_last_spoken_of(told: Told) -> None:
    claims = told(
        "A French air strike in Mali killed a rebel leader. Syrian drones struck a port in Iraq. "
        "The French air strike in Mali lasted an hour. This strike wounded nine people."
    )
    french = next(line.split()[0] for line in claims if line.endswith("place Mali"))
    assert f"{french} injured 9" in claims


def test_a_strike_on_the_day_of_a_killing_is_that_killing(told: Told) -> None:
    claims = told(
        "Rebels fired rockets after the assassination of one of their leaders on Monday. French jets struck a port in Mali. "
        "Monday's strike against the leader John Doe killed seven people."
    )
    killing = next(line.split()[0] for line in claims if line.endswith("target one of their leaders"))
    assert f"{killing} killed 7" in claims


def test_what_was_used_to_attack_was_used_more_than_once(sheet_of: Sheets) -> None:
    text = "French jets struck a depot that rebels have used to attack ships."
    assert sorted(event.series for event in sheet_of(text).events) == [False, True]


def test_a_land_behind_in_is_where_a_raid_was(told: Told) -> None:
    claims = told("Rebel leader killed in Mali raid\n\nFrench troops carried out the raid on Monday.")
    assert "attack_1 place Mali" in claims
    assert not [line for line in claims if line.endswith("attacker Mali")]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said they launched drones and missile attacks against two French warships.",
        "The coalition has conducted regular air raids and missile strikes against rebel targets.",
        "Two guards were killed in an attack on their post in Mali. Armed rebels attacked the Gao post at dawn.",
        "A drone attack on a base in Mali killed two. It is the first time that French soldiers were killed by fire.",
        "A drone strike in Mali by rebels killed two guards. A large drone attacked the base at night, an official said.",
        "A drone attack in Mali killed two guards. The drone was fired by Mali-based militants, officials said.",
        "French forces carried out strikes on a Houthi radar station. French forces struck the UAV radar station.",
        "French army kills rebel leader in targeted airstrike in Mali",
    ],
)
def test_what_joined_or_pointing_words_tell_is_one_event(sheet_of: Sheets, text: str) -> None:
    assert len(sheet_of(text).events) == 1


def test_a_demonym_before_what_was_bombed_is_no_doer(told: Told) -> None:
    assert not [line for line in told("Group claims Iraqi mosque bombing that killed 20 people") if " attacker " in line]


def test_what_a_group_also_claimed_is_another_attack(sheet_of: Sheets) -> None:
    text = (
        "A bombing killed nine people in Goma. The rebels also claimed responsibility for the bombing outside Gao airport."
    )
    assert len(sheet_of(text).events) == 2


def test_fire_that_soldiers_repeatedly_came_under_is_a_series(sheet_of: Sheets) -> None:
    text = "French soldiers have come under fire by militias repeatedly since the war began."
    assert [event.series for event in sheet_of(text).events if event.type.is_force] == [True]


def test_a_drone_boat_is_the_weapon_and_no_attacker(told: Told) -> None:
    claims = told("One Houthi unmanned surface vessel struck a tanker in the Red Sea.")
    assert {"attack_1 instrument drone-boat", "attack_1 attacker Houthi"} <= set(claims)


@pytest.mark.parametrize(
    "text",
    [
        "Suicide bombing in southwest Mali\n\nA suicide bomber struck in southwestern Mali on Monday, officials said.",
        "A suicide bomber struck a town in Mali on Monday in an attempt to target an army convoy.",
        "French jets carried out strikes on a militia. The army said France carried out strikes on the Houthi movement.",
        "French jets bombed the headquarters in Iraq and Syria. French forces struck sites in Iraq and Syria.",
        "French jets struck two camps in Mali on Monday. Officials said France targeted rebel chiefs in Monday's strikes.",
        "A rocket attack near Gao killed a French civilian contractor. Rebels carried out a strike that killed the French "
        "civilian contractor, the ministry said.",
        'The French airstrikes, called "defensive strikes" by the army, targeted the rebels in Mali.',
        "A drone strike on Mali by France came on Monday. Monday's strike by the French army hit a vehicle near Gao.",
    ],
)
def test_what_is_told_more_exactly_later_is_one_event(sheet_of: Sheets, text: str) -> None:
    assert len(sheet_of(text).events) == 1


def test_its_strikes_are_more_than_the_one_that_was_told(sheet_of: Sheets) -> None:
    text = "A French strike near Gao killed two men. The French army rarely comments on its strikes in Mali."
    assert all(len(event.evidence) == 1 for event in sheet_of(text).events)


def test_a_bombing_that_somebody_tried_to_justify_was_no_attempt(told: Told) -> None:
    claims = told("A bombing near Gao killed two men. The rebels tried to justify the bombing.")
    assert not [line for line in claims if " outcome " in line]


def test_the_group_whose_fighters_are_hit_is_no_attacker(told: Told) -> None:
    claims = told("France announced its strikes targeting fighters from the rebel group in Mali.")
    assert "rebel group" not in {line.split(" attacker ")[1] for line in claims if " attacker " in line}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels fired missiles at two ships. A spokesman said the rebels targeted Baltic Dawn and Silver Lake.",
        "Police ended a siege of a hotel in Goma. A man blew himself up at the start of the siege.",
        "French forces conducted two air strikes in Mali. The air strike was in support of the army.",
        "A drone attack near Gao killed three guards. It's the first publicly known attack on the site.",
        "A suicide bomber killed nine people near Gao. The Islamic State said it targeted the office at noon.",
    ],
)
def test_few_of_one_operation_and_its_edges_are_one_event(sheet_of: Sheets, text: str) -> None:
    assert len(sheet_of(text).events) == 1


def test_fewer_names_than_were_counted_may_be_other_targets(sheet_of: Sheets) -> None:
    text = (
        "Rebels fired missiles at three ships on Monday. A spokesman said the rebels targeted Baltic Dawn and Silver Lake."
    )
    assert len(sheet_of(text).events) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Two officers were killed in a French air strike on Monday. Officials said French air strikes hit Mali on Monday.",
        "Israeli airstrike on Damascus kills four\n\nAn Israeli airstrike on the Syrian capital destroyed a building.",
        "A camp in Mali was targeted in a likely French attack.",
        "A drone attack by Sudanese paramilitaries killed nine. The attack, carried out by the rebels, targeted a market.",
        "Israeli retaliatory attack on Houthi base\n\nFour people died in an attack by Israeli warplanes on a Houthi camp.",
        "A drone strike hit a clinic in Gao. The ministry condemned the strike, saying that it struck the wards.",
    ],
)
def test_what_another_source_tells_of_one_day_is_one_event(sheet_of: Sheets, text: str) -> None:
    assert len(sheet_of(text).events) == 1


def test_the_strike_of_a_headline_is_not_the_answer_to_it(told: Told) -> None:
    claims = told(
        "France strikes port in Mali after drone strike in Goma\n\nFighter jets targeted sites in the north of Mali."
    )
    goma = next(line.split()[0] for line in claims if line.endswith("place Goma"))
    assert f"{goma} instrument fighter-jet" not in claims


def test_air_strikes_of_other_places_on_one_day_are_two(sheet_of: Sheets) -> None:
    text = "A French air strike in Gao on Monday killed two men. French air strikes hit Goma on Monday."
    assert len(sheet_of(text).events) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Russian Missile Attacks Hit Kherson\n\nThe mayor said Russian missile attacks on Monday killed five people.",
        "A drone attack on a French outpost in Mali hurt three. Two died in the drone attack that impacted a base in Mali.",
        "A drone attack near Gao killed two. It is the first time that French soldiers have been killed by fire there.",
    ],
)
def test_what_is_told_with_a_wider_place_or_in_the_plural_is_one_event(sheet_of: Sheets, text: str) -> None:
    assert len(sheet_of(text).events) == 1


def test_the_region_of_a_first_time_is_not_where_it_was(told: Told) -> None:
    claims = told(
        "A drone attack killed two. It is the first time French soldiers have been killed by fire in the Middle East."
    )
    assert "attack_1 place Middle East" not in claims


def test_a_bomber_of_another_day_and_target_is_another(sheet_of: Sheets) -> None:
    text = "A suicide bomber attacked a convoy near Gao. On Sunday, a suicide bomber attacked a government compound in Goma."
    assert len(sheet_of(text).events) == 2


def test_a_strike_on_the_whole_country_is_not_the_one_on_a_town(sheet_of: Sheets) -> None:
    text = (
        "Russian airstrikes hurt 16 people in Kherson. The military said Russia attacked the country overnight with drones."
    )
    assert len(sheet_of(text).events) == 2


def test_drone_is_the_one_told_before(told: Callable[[str], list[str]]) -> None:
    lines = told(
        "Latvian air defenses shot down a Russian drone. The ministry said the drone was destroyed over the Baltic Sea."
    )
    assert {c.split(" target ")[1].split(" [")[0] for c in lines if " target " in c} == {"Russian drone"}


def test_drone_of_two_told_before_is_neither(told: Callable[[str], list[str]]) -> None:
    lines = told("France shot down a Russian drone and an Iranian drone over Riga, and then it destroyed the drone.")
    assert {c.split(" target ")[1] for c in lines if " target " in c} >= {"Russian drone", "Iranian drone"}
    assert not [c for c in lines if c.endswith(" target Russian drone") and lines.count(c) > 1]


def test_cry_of_another_attack_on_the_town_just_told_is_that_attack(told: Callable[[str], list[str]]) -> None:
    lines = told('Russian drones hit Kyiv on Monday. "Another massive drone attack on Kyiv," the ministry wrote.')
    assert {c.split()[0] for c in lines} == {"strike_1"}
