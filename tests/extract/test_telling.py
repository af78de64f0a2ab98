"""How reports tell events: shared owners, relative clauses, attempts, habits, wars; in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import EventType, FactSheet

Told = Callable[[str], list[str]]
Sheet = Callable[[str], FactSheet]


def test_air_defense_is_who_shoots_down(told: Told) -> None:
    claims = told("Ukraine's air defense shot down two missiles over Odesa.")
    assert "strike_1 attacker Ukraine's air defense" in claims
    assert "strike_1 target two missiles" in claims


def test_all_the_drones_are_the_target(told: Told) -> None:
    assert "strike_1 target drones" in told("The air defenses shot down all the drones.")


def test_drones_sent_toward_a_city_attack_it(told: Told) -> None:
    claims = told("Russia sent 40 drones toward Kyiv on Monday.")
    assert {"strike_1 attacker Russia", "strike_1 instrument drone"} <= set(claims)


def test_planes_sent_to_a_region_attack_nobody(sheet_of: Sheet) -> None:
    assert not [e for e in sheet_of("Russia sent two warships and six aircraft to Syria.").events if e.type != "deployment"]


def test_two_states_share_their_strikes(told: Told) -> None:
    claims = told("Ports were closed after the American and British strikes in Yemen.")
    assert {"strike_1 attacker United States", "strike_1 attacker United Kingdom"} <= set(claims)


def test_a_missile_fired_by_name_has_its_attacker(told: Told) -> None:
    assert "attack_1 attacker Houthis" in told("A Houthi-fired missile struck a tanker.")


def test_a_group_of_missiles_is_no_armed_group(told: Told) -> None:
    assert "strike_1 target Houthi missiles" in told("U.S. forces destroyed a group of Houthi missiles.")


def test_weapons_that_menace_ships_threaten_an_attack(told: Told) -> None:
    claims = told("U.S. forces struck missiles that were threatening cargo ships in the Red Sea.")
    assert {"attack_2 outcome threatened", "attack_2 target cargo ships"} <= set(claims)


def test_weapons_used_to_mount_attacks_make_one_event(sheet_of: Sheet) -> None:
    events = sheet_of("Russia has used drones to mount attacks on Ukrainian cities.").events
    assert [e.series for e in events] == [True]


def test_an_ability_to_attack_is_no_attack(sheet_of: Sheet) -> None:
    assert not sheet_of("The arrests limit the group's ability to plan and conduct attacks in Iraq.").events


def test_an_operation_that_killed_somebody_is_an_attack(sheet_of: Sheet) -> None:
    events = sheet_of("French forces conducted an operation in Mali that resulted in the death of a militant leader.").events
    assert [e.type for e in events] == [EventType.ATTACK]


def test_a_thwarted_campaign_is_of_those_who_waged_it(told: Told) -> None:
    claims = told("Ukrainian air defenses have thwarted a Russian campaign to attack the capital with drones.")
    assert {"strike_1 attacker Russia", "strike_1 outcome thwarted"} <= set(claims)


def test_a_habit_is_a_series(sheet_of: Sheet) -> None:
    assert [e.series for e in sheet_of("Hezbollah generally targets Israeli positions near the border.").events] == [True]


def test_bases_that_often_come_under_attack_are_attacked_in_a_series(sheet_of: Sheet) -> None:
    assert [e.series for e in sheet_of("French bases in Mali often come under attack.").events] == [True]


def test_one_verb_may_tell_of_two_hits(told: Told) -> None:
    claims = told("Rebels hit one tanker with a missile and another with a drone.")
    assert {"attack_1 instrument missile", "attack_2 instrument drone"} <= set(claims)


def test_a_launch_told_after_an_attack_is_that_attack(sheet_of: Sheet) -> None:
    events = sheet_of("Russia attacked Ukraine on Monday. The air force said Russia launched 40 drones.").events
    assert len(events) == 1


def test_a_named_war_is_an_event_of_its_own(sheet_of: Sheet) -> None:
    events = sheet_of("Rebels attacked a ship. Prices have risen since the Israel-Hamas war began.").events
    assert [e.type for e in events] == [EventType.ATTACK, EventType.OTHER]


def test_who_is_named_before_which_does_it(told: Told) -> None:
    claims = told("Troops help to prevent a return of the Islamic State group, which in 2014 seized the city of Mosul.")
    assert "attack_1 attacker Islamic State group" in claims


def test_air_defense_systems_that_destroy_weapons_strike_them(told: Told) -> None:
    claims = told("Russia launched an overnight drone attack on Kyiv, with air defense systems destroying all the drones.")
    assert {"strike_1 attacker Russia", "strike_2 attacker air defense systems", "strike_2 target drones"} <= set(claims)


def test_a_bomb_that_goes_off_attacks_what_is_near(told: Told) -> None:
    claims = told("A roadside bomb attached to a motorcycle went off near a police station in Quetta.")
    assert {"attack_1 instrument ied", "attack_1 target police station"} <= set(claims)


def test_a_bomber_rams_into_a_truck(told: Told) -> None:
    claims = told("A suicide bomber on a motorcycle rammed into a police truck.")
    assert {"attack_1 instrument suicide-bomb", "attack_1 target police truck"} <= set(claims)


def test_what_has_been_done_before_is_a_series(sheet_of: Sheet) -> None:
    assert [e.series for e in sheet_of("The Houthis have downed American drones before.").events] == [True]


def test_what_has_long_been_targeted_is_so_in_a_series(sheet_of: Sheet) -> None:
    assert [e.series for e in sheet_of("The province has long been targeted by separatists.").events] == [True]


def test_the_assailants_go_on_with_their_attack(sheet_of: Sheet) -> None:
    text = "A raid on a police post in Quetta killed nine. The assailants stormed the building at dawn."
    assert len(sheet_of(text).events) == 1


def test_targets_that_were_hit_are_those_of_the_strikes(sheet_of: Sheet) -> None:
    text = "French forces carried out strikes on camps in Mali. All the targets were hit, an official said."
    assert len(sheet_of(text).events) == 1


def test_such_attacks_are_no_event_of_their_own(sheet_of: Sheet) -> None:
    assert not sheet_of("Such attacks must end, the minister said.").events


def test_gunmen_shot_dead_are_the_target(told: Told) -> None:
    assert "attack_1 target gunmen" in told("Two gunmen were shot dead in Quetta on Monday.")


def test_militants_who_engage_an_army_attack_it(told: Told) -> None:
    claims = told("Militants engaged the Malian army near Gao.")
    assert {"attack_1 attacker Militants", "attack_1 target Malian army"} <= set(claims)


def test_a_group_of_fighters_are_fighters(told: Told) -> None:
    assert "attack_1 attacker armed fighters" in told("A large group of armed fighters attacked a convoy.")


def test_a_raid_called_aggression_is_no_other_event(sheet_of: Sheet) -> None:
    text = "French jets bombed a port in Mali on Monday. A spokesman described the raid as brutal aggression."
    assert len(sheet_of(text).events) == 1


def test_what_a_strike_destroyed_is_its_target(told: Told) -> None:
    assert "strike_1 target militant compound" in told("A militant compound was destroyed in the airstrike in Mali.")


def test_bombing_told_again_at_one_place_is_one_event(sheet_of: Sheet) -> None:
    text = "The Israeli Air Force struck Hodeidah Port on Saturday. Israeli jets bombed oil tanks in Hodeidah Port."
    assert len(sheet_of(text).events) == 1


def test_what_happened_months_ago_is_another_event(sheet_of: Sheet) -> None:
    text = "Israel struck Hodeidah Port, a spokesman said. Israel struck Hodeidah Port in January after a raid."
    assert len([e for e in sheet_of(text).events if e.type is EventType.STRIKE]) == 2


def test_a_sentence_that_leads_on_tells_of_another_event(sheet_of: Sheet) -> None:
    text = "A destroyer shot down a missile. Several hours later, the destroyer shot down a missile near Aden."
    assert len(sheet_of(text).events) == 2


def test_a_strike_claimed_by_rebels_is_their_attack(sheet_of: Sheet) -> None:
    events = sheet_of("A drone strike in Tel Aviv, claimed by the Houthis, killed a man.").events
    assert [e.type for e in events] == [EventType.ATTACK]


def test_a_missile_fired_at_who_shot_it_down_was_an_attack(told: Told) -> None:
    claims = told("The USS Amber shot down a missile fired toward it by Houthi rebels.")
    assert {"attack_2 target USS Amber", "attack_2 attacker Houthi rebels", "attack_2 outcome thwarted"} <= set(claims)


def test_rebels_that_have_targeted_ships_did_so_more_than_once(sheet_of: Sheet) -> None:
    assert [e.series for e in sheet_of("The Houthis have targeted vessels in the Red Sea.").events] == [True]


def test_vowed_retaliation_is_a_threatened_attack(told: Told) -> None:
    claims = told("A spokesman vowed the Houthis would retaliate against Israel.")
    assert {"attack_1 outcome threatened", "attack_1 target Israel"} <= {c.split(" [")[0] for c in claims}


def test_who_will_pay_a_price_is_threatened(told: Told) -> None:
    assert "attack_1 target Hezbollah" in {c.split(" [")[0] for c in told('"Hezbollah will pay a heavy price," he said.')}


def test_an_explanation_between_commas_hides_no_place(told: Told) -> None:
    claims = told("French forces carried out strikes against the Reds, a separatist group, near Gao.")
    assert "strike_1 place Gao" in claims


def test_the_hour_is_no_target(told: Told) -> None:
    claims = told("Rockets struck an air base in Iraq at about 9 p.m. local time.")
    assert [c for c in claims if " target " in c] == ["attack_1 target air base"]


def test_in_the_attack_leads_to_more_of_it(sheet_of: Sheet) -> None:
    text = "A rocket attack hit an air base in Iraq. In the attack, three rockets were launched by a militia."
    assert len(sheet_of(text).events) == 1


def test_an_attack_during_which_drones_fell_is_not_their_interception(told: Told) -> None:
    claims = told("Two drones were shot down during an attempted attack on a base in Syria.")
    assert {"strike_1 target Two drones", "attack_2 target base", "attack_2 outcome attempted"} <= set(claims)


def test_a_bombardment_is_not_what_was_shot_down(sheet_of: Sheet) -> None:
    text = "Two drones were shot down over Syria. Israel's bombardment of Gaza goes on."
    assert len(sheet_of(text).events) == 2


def test_a_states_missile_assault_is_a_strike(sheet_of: Sheet) -> None:
    text = "A Russian assault on Odesa killed 21 people. The ballistic missile attack hit homes."
    assert [e.type for e in sheet_of(text).events] == [EventType.STRIKE]


def test_the_missile_that_struck_is_the_one_launched(sheet_of: Sheet) -> None:
    text = "An anti-ship missile was launched from Yemen toward the True North. The missile struck the vessel."
    assert len(sheet_of(text).events) == 1


def test_the_fifth_missile_fired_counts_five(told: Told) -> None:
    assert "attack_1 size 5" in told("This is the fifth ASBM fired by Houthis in two days.")


def test_the_26th_against_bases_counts_26(told: Told) -> None:
    claims = told("A militia attacked a base in Syria. This attack is the 26th against French bases since October 19.")
    assert {"attack_2 size 26", "attack_2 date 2023-10-19/.."} <= set(claims)
    assert "attack_1 date 2023-10-19/.." not in claims


def test_airbases_with_names_of_their_own_are_two(sheet_of: Sheet) -> None:
    text = "A drone attack hit Harir airbase on Monday. Three drones were launched at Asad airbase on Monday."
    assert len(sheet_of(text).events) == 2


def test_ships_are_known_by_their_names(sheet_of: Sheet) -> None:
    text = "An attack on the tanker True North killed three. A missile struck the True North, officials said."
    assert len(sheet_of(text).events) == 1


def test_vowed_revenge_is_a_threatened_attack(told: Told) -> None:
    claims = {c.split(" [")[0] for c in told("Hezbollah officials have vowed revenge against Israel.")}
    assert {"attack_1 outcome threatened", "attack_1 target Israel"} <= claims


def test_a_frequent_target_is_attacked_in_a_series(sheet_of: Sheet) -> None:
    assert [e.series for e in sheet_of("The base has been a frequent target for militia groups.").events] == [True]


def test_a_drone_engaged_and_shot_down_is_one_event(sheet_of: Sheet) -> None:
    assert len(sheet_of("French forces engaged a drone near Gao and shot it down.").events) == 1


def test_a_state_that_only_says_where_attacks_nobody(told: Told) -> None:
    claims = told("A group that has fought in Iraq and Syria said it attacked a base on Monday.")
    assert not [c for c in claims if " attacker Syria" in c]


def test_what_was_the_target_of_an_ambush_is_its_target(told: Told) -> None:
    assert "attack_1 target convoy" in told('A convoy was "the target of an ambush" near Gao.')


def test_weapons_of_one_group_may_be_two_targets(sheet_of: Sheet) -> None:
    text = "French forces destroyed two Houthi boats (USV) near Aden. They also destroyed one Houthi drone near Mocha."
    assert len(sheet_of(text).events) == 2


def test_a_strike_in_self_defense_has_its_target(told: Told) -> None:
    assert "strike_1 target missile" in told("U.S. forces conducted a strike in self-defense against a missile in Yemen.")


def test_what_was_planned_is_told_once(sheet_of: Sheet) -> None:
    text = (
        "U.S. forces struck a missile that was prepared to launch against ships. "
        "The command said they struck a missile that was prepared to launch against ships."
    )
    planned = [c for c in sheet_of(text).claims if c.property == "outcome"]
    assert len({c.subject for c in planned}) == 1


def test_who_retaliates_by_carrying_out_strikes_carries_them_out(told: Told) -> None:
    claims = told("France retaliated by carrying out strikes on camps in Mali.")
    assert "strike_1 attacker France" in claims


def test_american_british_strikes_are_of_both(told: Told) -> None:
    claims = told('Officials said three "American-British" strikes hit a port on Monday.')
    assert {"strike_1 attacker United States", "strike_1 attacker United Kingdom"} <= {c.split(" [")[0] for c in claims}


def test_a_launch_that_was_detected_is_an_attack(told: Told) -> None:
    claims = told("U.S. forces detected the launch of a missile from Yemen.")
    assert {"attack_1 instrument missile", "attack_1 place Yemen"} <= set(claims)


def test_forces_that_have_come_under_fire_from_groups_were_attacked_in_a_series(sheet_of: Sheet) -> None:
    assert [e.series for e in sheet_of("French forces have come under fire from several groups in Mali.").events] == [True]


def test_aggression_is_not_what_others_launched(sheet_of: Sheet) -> None:
    text = "A missile was launched from Yemen into the Gulf of Aden. It is against the Israeli aggression in Gaza."
    assert len(sheet_of(text).events) == 2


def test_they_killed_tells_of_the_same_attack(sheet_of: Sheet) -> None:
    text = "Last month jihadists raided a base in Mali. They killed five troops."
    assert len(sheet_of(text).events) == 1


def test_another_country_s_ship_is_another_target(sheet_of: Sheet) -> None:
    text = "Rebels attacked a British ship in the Red Sea. They attacked a French ship in the Red Sea."
    assert len(sheet_of(text).events) == 2


def test_what_was_attacked_again_is_another_event(sheet_of: Sheet) -> None:
    text = "Rebels attacked a tanker near Aden. The rebels again attacked a tanker near Aden."
    assert len(sheet_of(text).events) == 2


def test_a_ship_told_of_and_then_named_is_one(sheet_of: Sheet) -> None:
    text = (
        "Rebels struck a container ship with a ballistic missile on Monday. "
        "Rebels fired an anti-ship ballistic missile and struck the M/V True North, a container ship."
    )
    assert len(sheet_of(text).events) == 1


def test_the_weapons_that_an_attack_involved_are_its_instruments(told: Told) -> None:
    claims = told("A Russian attack hit Odesa on Monday. The military said the attack involved four cruise missiles.")
    assert "strike_1 instrument cruise-missile" in {c.split(" [")[0] for c in claims}


def test_the_second_round_of_strikes_counts_two(told: Told) -> None:
    claims = told("It was the second round of strikes on Odesa in two days.")
    assert "strike_1 size 2" in claims


def test_an_attack_on_a_citys_port_is_in_the_city(told: Told) -> None:
    assert "strike_1 place Odesa" in told("A Russian missile attack on the port of Odesa killed two people.")


def test_a_bomb_that_ripped_through_a_mosque_attacked_it(told: Told) -> None:
    assert "attack_1 target mosque" in told("A bomb ripped through a mosque in Quetta on Friday.")


def test_a_named_destroyer_is_who_shoots(told: Told) -> None:
    claims = told("Destroyer USS Amber (DDG-99) shot down the drone in the Red Sea.")
    assert [c for c in claims if " attacker " in c] == ["strike_1 attacker Destroyer USS Amber (DDG-99)"]


def test_a_destroyer_operating_somewhere_shoots(told: Told) -> None:
    claims = told("A French destroyer operating in the Red Sea shot down a drone.")
    assert "strike_1 attacker French destroyer" in claims


def test_attacks_on_others_are_not_those_of_who_was_told(sheet_of: Sheet) -> None:
    text = "Hamas launched attacks in Israel in May. The number of attacks on French troops has grown."
    assert len(sheet_of(text).events) == 2


def test_a_group_launching_rockets_in_answer_attacks(told: Told) -> None:
    claims = told("An Israeli strike hit a town in Lebanon, with the militia launching rockets at Israel.")
    assert "attack_2 attacker militia" in claims


def test_strikes_conducted_by_somebody_on_something_have_both(told: Told) -> None:
    claims = told("Footage shows airstrikes conducted by French forces on militants in Mali.")
    assert {"strike_1 attacker French forces", "strike_1 target militants", "strike_1 place Mali"} <= set(claims)


def test_threatened_action_against_ships_is_a_threatened_attack(told: Told) -> None:
    claims = told("The Houthis have threatened to take action against Israeli ships.")
    assert {"attack_1 outcome threatened", "attack_1 target Israeli ships"} <= set(claims)


def test_a_day_of_the_weekend_is_no_other_time(sheet_of: Sheet) -> None:
    text = "A bombing at a mosque in Kabul over the weekend killed two. The bombing on Sunday hit a funeral."
    assert len(sheet_of(text).events) == 1


def test_claimed_dozens_of_attacks_are_a_series(sheet_of: Sheet) -> None:
    text = "The Islamic State group has claimed responsibility for dozens of attacks in parts of Afghanistan."
    assert [e.series for e in sheet_of(text).events] == [True]


def test_a_barrage_of_drones_has_them_as_instruments(told: Told) -> None:
    claims = told("Rebels unleashed a barrage of drones and missiles targeting a tanker in the Red Sea.")
    assert {"attack_1 instrument drone", "attack_1 instrument missile", "attack_1 target tanker"} <= set(claims)
    assert "attack_1 attacker Rebels" in claims


def test_eight_rounds_of_strikes_are_a_series_of_eight(told: Told) -> None:
    claims = told("The French military has launched eight rounds of strikes against rebel camps in Mali.")
    assert {"strike_1 size 8", "strike_1 attacker French military"} <= set(claims)


def test_the_first_of_several_strikes_stands_beside_them(sheet_of: Sheet) -> None:
    text = "Turkish strikes killed five men in Iraq. The first strike targeted a vehicle near Dohuk on Saturday."
    assert sorted(e.series for e in sheet_of(text).events) == [False, True]


def test_airstrikes_regularly_carried_out_are_a_series(sheet_of: Sheet) -> None:
    assert [e.series for e in sheet_of("Turkey regularly carries out airstrikes on camps in Iraq.").events] == [True]


def test_who_was_killed_in_a_raid_by_somebody_died_in_one_event(sheet_of: Sheet) -> None:
    assert len(sheet_of("Ten civilians were killed in a raid by militants in Mali.").events) == 1
    assert len(sheet_of("Four fighters were killed by a Turkish drone attack on a village in Syria.").events) == 1


def test_weapons_fired_to_target_ships_belong_to_it(sheet_of: Sheet) -> None:
    text = "The Houthis have targeted more than 60 vessels by firing missiles and drones in the Red Sea."
    assert [e.series for e in sheet_of(text).events] == [True]


def test_a_ship_that_reported_being_hit_is_the_target(told: Told) -> None:
    claims = told("A ship near Aden reported being hit in an attack carried out by Houthi rebels.")
    assert {"attack_1 target ship", "attack_1 attacker Houthi rebels"} <= set(claims)


def test_who_keeps_targeting_ships_does_so_in_a_series(told: Told) -> None:
    claims = told("The rebel group has vowed to keep targeting ships in the Red Sea.")
    assert "attack_1 target ships" in claims
    assert "attack_1 outcome threatened" in claims


def test_one_ship_seized_since_november_is_no_series(sheet_of: Sheet) -> None:
    assert [e.series for e in sheet_of("The Houthis have seized one vessel since November.").events] == [False]


def test_coalition_forces_strike(sheet_of: Sheet) -> None:
    events = sheet_of("The U.S.-led coalition forces launched new strikes on targets in Yemen.").events
    assert [e.type for e in events] == [EventType.STRIKE]


def test_next_sentence_may_tell_the_target_of_the_same_rockets_more_closely(
    told: Callable[[str], list[str]], sheet_of: Callable[[str], FactSheet]
) -> None:
    text = (
        "Rebels carried out a rocket attack on French troops in Mali. Two rockets were fired at Camp Menaka, officials said."
    )
    assert len(sheet_of(text).events) == 1
    assert {"attack_1 attacker Rebels", "attack_1 target French troops", "attack_1 target Camp Menaka [officials]"} <= set(
        told(text)
    )


def test_next_sentence_about_another_weapon_tells_another_attack(sheet_of: Callable[[str], FactSheet]) -> None:
    text = "Rebels carried out a rocket attack on French troops in Mali. Two drones were launched at Camp Menaka."
    assert len(sheet_of(text).events) == 2


def test_latest_attack_is_the_one_whose_weapons_follow(
    told: Callable[[str], list[str]], sheet_of: Callable[[str], FactSheet]
) -> None:
    text = "In the latest attack on French troops on Monday, three rockets were fired at Menaka airfield."
    assert len(sheet_of(text).events) == 1
    assert {"attack_1 date 2024-05-13", "attack_1 target French troops", "attack_1 instrument rocket"} <= set(told(text))


def test_volleys_that_are_told_with_their_numbers_are_the_attacks_just_told(
    sheet_of: Callable[[str], FactSheet], told: Callable[[str], list[str]]
) -> None:
    text = "Hezbollah carried out rocket and drone attacks Tuesday on Haifa. It fired six rockets and two drones."
    assert [e.series for e in sheet_of(text).events] == [True]
    assert {"attack_1 date 2024-05-14", "attack_1 attacker Hezbollah"} <= set(told(text))


def test_plural_before_a_day_is_a_noun(told: Told) -> None:
    claims = told("Chad's army blamed rebels for rocket attacks Monday that killed nine people.")
    assert {"attack_1 attacker rebels", "attack_1 killed 9", "attack_1 date 2024-05-13"} <= {
        c.split(" [")[0] for c in claims
    }


def test_who_warned_after_attacking_did_attack(told: Told) -> None:
    claims = told("Rebels vowed that they might go on after carrying out a rocket attack on Bamako that killed two people.")
    assert {"attack_1 attacker Rebels", "attack_1 killed 2"} <= set(claims)


def test_as_many_sites_of_one_kind_as_were_told_are_those(sheet_of: Callable[[str], FactSheet]) -> None:
    text = (
        "French forces have struck two facilities in northern Mali used by rebels. "
        "An officer told reporters two jets used guided bombs against {} near Kidal."
    )
    assert len(sheet_of(text.format("a fuel storage facility and a weapons storage facility")).events) == 1
    three = "a fuel storage facility, a weapons storage facility and a food storage facility"
    assert len(sheet_of(text.format(three)).events) == 2


def test_heading_within_a_text_tells_no_event(sheet_of: Callable[[str], FactSheet]) -> None:
    text = (
        "French troops left Mali on Monday, the ministry said.\n\nThe last of them flew out at noon.\n\n"
        "Attacks on French troops\n\nThe ministry named no successor.\n"
    )
    assert sheet_of(text).events == ()


def test_coalition_that_a_state_leads_is_one_attacker(told: Told) -> None:
    claims = told("A French-led coalition drone strike on Monday in Mali killed a rebel leader.")
    assert [line for line in claims if " attacker " in line] == ["strike_1 attacker French-led coalition"]


def test_strikes_ordered_on_a_past_day_were_not_only_planned(told: Told) -> None:
    assert not [line for line in told("The president ordered strikes on a rebel camp in March.") if "planned" in line]
    assert [line for line in told("The president approved strikes on a rebel camp.") if "planned" in line]


def test_sites_hit_are_those_of_the_group_struck_before(sheet_of: Callable[[str], FactSheet]) -> None:
    text = "France carried out airstrikes against rebels in Mali on Monday. The French military said it targeted {}."
    assert len(sheet_of(text.format("fuel depots in Mali")).events) == 1
    assert len(sheet_of(text.format("a convoy of jihadists in Chad")).events) == 2


def test_the_attackers_are_those_of_the_group_that_attacked(told: Told) -> None:
    claims = told("Boko Haram fighters bombed a market in Chad on Monday. The attackers then opened fire, the mayor said.")
    assert {c.split()[0] for c in claims if c.startswith(("attack_", "strike_"))} == {"attack_1"}
    assert not [c for c in claims if c.startswith("attack_1 attacker attackers")]


def test_the_drone_attack_tells_its_drones_no_second_time(told: Told) -> None:
    claims = told(
        "Rebels launched a drone attack on a Chadian base, the army said. The mayor said the drone attack hurt two men."
    )
    assert len([c for c in claims if " instrument drone" in c]) == 1
    claims = told("Rebels launched an attack on a Chadian base on Monday. The mayor said the drone attack hurt two men.")
    assert len([c for c in claims if " instrument drone" in c]) == 1


def test_headline_that_leaves_out_were_tells_who_was_attacked(told: Told) -> None:
    claims = told(
        "US troops attacked at least 9 times in Iraq, Syria: Pentagon\n\nOfficials gave no details on Monday of it."
    )
    assert {"attack_1 target US troops [Pentagon]", "attack_1 size 9.. [Pentagon]"} <= set(claims)
    assert {"attack_1 place Iraq [Pentagon]", "attack_1 place Syria [Pentagon]"} <= set(claims)
    assert not [c for c in claims if " attacker " in c]


def test_quoted_word_before_the_noun_does_not_part_it_from_its_doer(told: Told) -> None:
    claims = told('Nine attacks came after France launched retaliatory "self-defense" airstrikes on two depots in Niger.')
    strike = next(c.split()[0] for c in claims if c.endswith(" place Niger"))
    assert {f"{strike} attacker France", f"{strike} purpose self-defense"} <= set(claims)
    assert len([c for c in claims if " purpose " in c]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "His death will disrupt the group's ability to further plot and carry out attacks in the Middle East.",
        "The raid will degrade efforts by terrorists to plan, organize, and conduct attacks against civilians in Syria.",
    ],
)
def test_attacks_that_somebody_might_plan_are_no_events(told: Told, text: str) -> None:
    assert not [c for c in told(text) if c.startswith("attack_") and "raid" not in c]


def test_groups_funded_trained_and_armed_by_a_state_are_sponsored_by_it(told: Told) -> None:
    claims = told("The militias behind the attacks are funded, trained and armed by Iran, the general said.")
    assert [c for c in claims if "militias sponsored_by Iran" in c]


def test_what_there_was_less_of_is_no_event(told: Told) -> None:
    assert not told("Officials spoke of a lull in strikes in recent weeks.")


def test_groups_struck_back_at_are_those_who_attacked(told: Told) -> None:
    claims = told(
        "France strikes back against rebel groups that attacked troops in Niger\n\nFrance gave no details of it on Monday."
    )
    assert {"strike_1 attacker France", "strike_1 target rebel groups", "attack_2 target troops"} <= set(claims)
    assert not [c for c in claims if c.startswith("strike_1 place")]


def test_attacks_on_the_speakers_own_forces_are_not_their_strike(told: Told) -> None:
    claims = told('"French forces struck a depot in Mali," the general said. "We condemn these attacks against our forces."')
    assert [c for c in claims if c.endswith("target forces [general]")] == ["attack_2 target forces [general]"]


def test_paragraph_that_is_all_quotation_has_the_speaker_of_the_one_before(told: Told) -> None:
    claims = told(
        '"We saw them," the mayor of Haifa said on Monday. "They ran."\n\n"Rebels shelled a mill in Haifa on Sunday."'
    )
    assert [c for c in claims if "target mill" in c and c.endswith("[mayor]")]


def test_gunmen_who_then_storm_inside_are_of_the_attack_told_before(told: Told) -> None:
    claims = told(
        "A car bomb exploded outside the Rose Hotel on Monday. Gunmen then stormed inside.\n\n"
        '"All five attackers were killed," the mayor said.\n\nAl-Shabab claimed responsibility for the attack.'
    )
    assert {"attack_1 attacker Gunmen", "Al-Shabab claims_responsibility attack_1 [Al-Shabab]"} <= set(claims)


def test_strikes_that_forces_are_authorized_to_conduct_are_no_event(told: Told) -> None:
    assert not [
        c for c in told("French forces are authorized to conduct strikes in defense of partner forces.") if "strike" in c
    ]


def test_nobody_reported_injured_or_killed_is_both(told: Told) -> None:
    claims = told("A drone hit a mill in Gao. The mayor said no one was reported injured or killed in the attack.")
    assert {c.split(" [")[0] for c in claims if " killed " in c or " injured " in c} == {
        "attack_1 injured 0",
        "attack_1 killed 0",
    }


def test_clause_with_in_which_tells_of_the_attack_before_it(told: Told) -> None:
    claims = told("The strikes followed an attack on Camp Oakdale in Mali, in which rebels launched nine rockets.")
    assert {"attack_1 attacker rebels", "attack_1 instrument rocket", "attack_1 target Camp Oakdale"} <= {
        c.replace("attack_2", "attack_1") for c in claims
    }
    assert len({c.split()[0] for c in claims if " attacker rebels" in c or " target Camp" in c}) == 1


def test_missile_that_was_shot_down_is_not_what_a_later_strike_hits(told: Told) -> None:
    claims = told(
        "The USS Kestrel shot down one cruise missile.\n\nU.S. forces conducted a self-defense strike against the missile."
    )
    assert {"strike_1 attacker USS Kestrel", "strike_2 attacker U.S. forces"} <= set(claims)


def test_the_ship_is_the_vessel_told_before(told: Told) -> None:
    claims = told(
        "A bulk carrier was struck by a projectile off Yemen's coast.\n\nOfficials said the ship was hit on its port side."
    )
    assert {c.split()[0] for c in claims} == {"attack_1"}
    assert "attack_1 place Yemen's coast" in claims
    assert not [c for c in claims if c.split(" [")[0].endswith("side")]


def test_state_that_shares_aircraft_with_the_coalition_is_an_attacker(told: Told) -> None:
    claims = told("U.S. and coalition aircraft shot down nine drones over the Red Sea.")
    assert {"strike_1 attacker U.S.", "strike_1 attacker coalition"} <= set(claims)


def test_who_seems_to_have_attacked_is_only_probable(told: Told) -> None:
    claims = told(
        "A tanker was hit by a missile near Aden, in what appeared to be the latest attack by Houthi rebels on shipping."
    )
    assert "attack_1 attacker Houthi rebels (probable)" in claims
    assert [c for c in claims if " target " in c] == ["attack_1 target tanker"]


def test_what_is_no_policy_is_no_attack(told: Callable[[str], list[str]]) -> None:
    assert not told('"It is not our policy to target civilians," the spokesman said.')


def test_a_threat_has_no_purpose_of_self_defense(told: Callable[[str], list[str]]) -> None:
    lines = told("The drones posed an imminent threat to ships in the region, and the crew acted in self-defense.")
    assert not [x for x in lines if " purpose " in x]


def test_an_attack_on_a_base_that_houses_troops_is_no_deed_of_theirs(told: Callable[[str], list[str]]) -> None:
    lines = told("A drone attack on a base housing French troops in eastern Niger killed six fighters.")
    assert "attack_1 killed 6" in lines
    assert not [x for x in lines if " attacker " in x]


@pytest.mark.parametrize("who", ["he", "Moscow"])
def test_whoever_is_blamed_in_a_clause_behind_is_the_attacker(told: Callable[[str], list[str]], who: str) -> None:
    lines = told(f"Omar Reed said one man died in shelling of a village near Gao, which {who} blamed on rebels.")
    speaker = {"he": "Omar Reed"}.get(who, who)
    assert [x for x in lines if " attacker rebels [" in x and speaker in x]


@pytest.mark.parametrize(
    "text",
    [
        "France will not tolerate attacks on its troops.",
        "The ships are there to deter further attacks on tankers.",
        "No French troops or bases were targeted.",
    ],
)
def test_what_is_not_borne_warded_off_or_did_not_happen_is_no_attack(told: Callable[[str], list[str]], text: str) -> None:
    assert not [x for x in told(text) if x.startswith("attack")]


@pytest.mark.parametrize(
    "text",
    [
        "We can't confirm that the truck was bombed by French jets.",
        "The mayor warned that a full-scale assault on Gao would be a catastrophe.",
    ],
)
def test_what_is_not_confirmed_or_would_be_is_no_attack(told: Callable[[str], list[str]], text: str) -> None:
    assert not [x for x in told(text) if x.startswith(("attack", "strike"))]


def test_a_missile_at_a_ship_is_no_part_of_an_offensive(told: Callable[[str], list[str]]) -> None:
    lines = told("A cargo ship was hit with three missiles. The rebels want Mali to end its offensive against Hamas in Gao.")
    assert "attack_1 target cargo ship" in lines
    assert not [x for x in lines if x.startswith("attack_1 attacker")]


def test_orders_on_which_somebody_attacks_are_not_hit(told: Callable[[str], list[str]]) -> None:
    lines = told("The militia carried out the attack on the base in Gao on Iran's orders.")
    assert {x for x in lines if " target " in x} == {"attack_1 target base"}
