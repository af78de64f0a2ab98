"""Events and their roles, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import EventType, FactSheet

Told = Callable[[str], list[str]]
Sheet = Callable[[str], FactSheet]


def test_active_sentence_gives_attacker_target_place_and_date(told: Told) -> None:
    assert set(told("Gunmen attacked a police station in Quetta on Monday.")) == {
        "attack_1 date 2024-05-13",
        "attack_1 attacker Gunmen",
        "attack_1 target police station",
        "attack_1 place Quetta",
    }


def test_passive_sentence_gives_target_and_attacker(told: Told) -> None:
    claims = told("A convoy was ambushed by rebels near Goma.")
    assert "attack_1 target convoy" in claims
    assert "attack_1 attacker rebels" in claims


def test_passive_without_a_doer_invents_no_attacker(told: Told) -> None:
    claims = told("French soldiers were attacked near Gao.")
    assert "attack_1 target French soldiers" in claims
    assert not [line for line in claims if " attacker " in line]


def test_noun_gives_attacker_target_and_instrument(told: Told) -> None:
    claims = told("A rocket attack by separatists on a power plant in Kherson was reported.")
    told_of = ["attack_1 attacker separatists", "attack_1 instrument rocket", "attack_1 place Kherson"]
    assert {f"{claim} (unspecified)" for claim in told_of} <= set(claims)


def test_weapon_fired_at_a_target_is_the_instrument(told: Told) -> None:
    claims = told("Hezbollah fired anti-tank missiles at an army post.")
    assert {"attack_1 attacker Hezbollah", "attack_1 instrument missile", "attack_1 target army post"} <= set(claims)


def test_aircraft_of_a_force_is_instrument_and_its_force_attacker(told: Told) -> None:
    claims = told("A French military helicopter struck a rebel camp in Mali.")
    assert {"strike_1 attacker French military", "strike_1 instrument aircraft", "strike_1 place Mali"} <= set(claims)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Turkish warplanes struck rebel depots in Iraq.", EventType.STRIKE),
        ("Israeli troops stormed a hospital in Jenin.", EventType.ATTACK),
        ("Houthi rebels launched a drone at a tanker.", EventType.ATTACK),
        ("The Royal Navy shot down two drones over the Red Sea.", EventType.STRIKE),
        ("Russian forces shelled a school in Kherson.", EventType.ATTACK),
        ("Russian forces fired cruise missiles at a school in Kherson.", EventType.STRIKE),
        ("A suicide bomber attacked a mosque in Kabul.", EventType.ATTACK),
    ],
)
def test_only_force_of_a_state_from_air_or_sea_is_a_strike(sheet_of: Sheet, text: str, kind: EventType) -> None:
    assert [e.type for e in sheet_of(text).events] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The minister struck a deal with the unions.",
        "Workers went on strike at the port.",
        "The senator attacked the budget.",
        "A heart attack killed the old king.",
        "Inflation hit the country hard.",
        "The army did not attack the village.",
        "Ships took another route to avoid the risk of a rebel attack.",
        "The film won no prize.",
    ],
)
def test_figures_of_speech_and_negations_are_no_events(sheet_of: Sheet, text: str) -> None:
    assert sheet_of(text).events == ()


def test_event_told_twice_is_one(sheet_of: Sheet) -> None:
    text = "Gunmen attacked a church in Kaduna on Sunday. The attack lasted an hour. The gunmen attacked the church at dawn."
    assert len(sheet_of(text).events) == 1


def test_attacks_by_different_sides_stay_apart(sheet_of: Sheet) -> None:
    text = "Russian forces shelled Kherson on Monday. Ukrainian forces shelled Donetsk on Monday."
    assert len(sheet_of(text).events) == 2


def test_suspected_attacker_is_probable(told: Told) -> None:
    claims = told("A suspected Houthi attack damaged a tanker in the Red Sea.")
    assert "attack_1 attacker Houthi (probable)" in claims


def test_missiles_that_fell_into_the_sea_were_thwarted(told: Told) -> None:
    claims = told("Houthi rebels fired two missiles at a tanker. The missiles fell into the sea.")
    assert "attack_1 outcome thwarted" in claims


def test_imminent_threat_is_an_attack_that_is_only_threatened(told: Told) -> None:
    claims = told("The Royal Navy destroyed two drone boats. The boats posed an imminent threat to merchant ships.")
    assert {"attack_2 outcome threatened", "attack_2 target merchant ships"} <= set(claims)


def test_place_knows_what_contains_it(sheet_of: Sheet) -> None:
    places = {p.name: p.within for p in sheet_of("Gunmen attacked an army camp in Kandahar, Afghanistan, on Monday.").places}
    assert places == {"Kandahar": "afghanistan", "Afghanistan": None}


def test_the_group_is_the_armed_group_named_before(told: Told) -> None:
    claims = told("Hezbollah has bases in the south. The group attacked an outpost on Monday.")
    assert "attack_1 attacker Hezbollah" in claims


def test_a_group_described_more_closely_may_be_another(told: Told) -> None:
    claims = told("Hezbollah has bases in the south. The Iran-backed militia attacked an outpost on Monday.")
    assert "attack_1 attacker Iran-backed militia" in claims


def test_sheets_of_one_text_are_equal(sheet_of: Sheet) -> None:
    text = "Gunmen attacked a church in Kaduna on Sunday, killing 3 people, police said."
    assert sheet_of(text) == sheet_of(text)


def test_a_strike_told_behind_a_day_is_another_event(told: Callable[[str], list[str]]) -> None:
    claims = told("Israeli jets struck depots in Lebanon on Sunday after a rocket strike wounded three civilians.")
    wounded = next(c.split()[0] for c in claims if " injured 3" in c)
    assert wounded != next(c.split()[0] for c in claims if c.endswith("attacker Israel"))


@pytest.mark.parametrize(
    "text",
    [
        "Air strike kills four at fuel depot\n\nA French air strike on a fuel depot in Niger killed four people on Monday.",
        "France strikes Niger rebels\n\nFrench forces launched strikes on Sahel militants in Niger on Monday.",
        "Rocket attack on French base\n\nA rocket attack on French soldiers at Camp Torodi in Niger wounded two on Monday.",
        "Rebels launch missile at ship\n\nA missile was launched from Niger at a ship on Monday.",
    ],
)
def test_headline_and_text_tell_of_one_event(sheet_of: Callable[[str], FactSheet], text: str) -> None:
    assert len(sheet_of(text).events) == 1


def test_a_headlines_base_of_a_country_is_the_base_that_the_text_names(sheet_of: Callable[[str], FactSheet]) -> None:
    text = "Two hurt in attack on Nigerien air base\n\nRebels attacked French soldiers at Torodi air base on Monday."
    assert len(sheet_of(text).events) == 1


def test_the_attack_is_what_was_called_so_and_no_strike_of_the_headline(told: Callable[[str], list[str]]) -> None:
    text = "Rockets hit Niger base; jet strikes back\n\nRebels fired rockets at a base in Niger. The attack injured two men."
    claims = told(text)
    wounded = next(c.split()[0] for c in claims if " injured 2" in c)
    assert wounded == next(c.split()[0] for c in claims if c.endswith("attacker Rebels"))


def test_an_attack_on_a_named_base_is_the_one_at_that_base(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("A rocket attack on French soldiers at Camp Torodi wounded two. The attack on the Torodi base failed.")
    assert len(sheet.events) == 1


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Gunmen opened fire on villagers in Niger.", "attack_1 target villagers"),
        ("Gunmen shot dead two guards in Niger.", "attack_1 target guards"),
        ("A suicide bomber blew himself up in a crowded market.", "attack_1 target crowded market"),
        (
            "France accused Sahel militants of having fired a missile at a ship.",
            "attack_1 attacker Sahel militants [France]",
        ),
        ("Militants backed by Chad fired rockets at a camp.", "attack_1 attacker Militants"),
        ("A French convoy came under attack in Niger.", "attack_1 target French convoy"),
        ("French soldiers in Niger and Chad were attacked by rebels.", "attack_1 target French soldiers"),
        ("Rebel rocket fire hit a school in Niger.", "attack_1 target school"),
        ('Rebels attacked an "enemy position" in Niger.', "attack_1 target enemy position"),
        ("Fighter jets struck a series of rebel targets in Niger.", "strike_1 target rebel targets"),
        ("Two French drones and a jet hit hangars near the port.", "strike_1 target hangars"),
    ],
)
def test_more_ways_of_telling_who_was_hit_by_whom(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_a_pronoun_means_the_subject_of_the_sentence_before(told: Told) -> None:
    claims = told("The French army has bases in Niger. It launched airstrikes against a rebel camp on Monday.")
    assert "strike_1 attacker French army" in claims


def test_fired_and_struck_is_one_event(sheet_of: Callable[[str], FactSheet], told: Told) -> None:
    text = "Rebels fired a missile from Niger and struck a tanker in the gulf."
    assert len(sheet_of(text).events) == 1
    assert "attack_1 target tanker" in told(text)


def test_weapons_told_to_be_destroyed_in_the_passive_are_a_strike(told: Told) -> None:
    assert "strike_1 target Nine missiles" in told("Nine missiles were destroyed in Niger on Monday.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Rebels launched a drone at a ship. It was shot down by a French frigate.", "strike_2 target drone"),
        ("A drone launched from rebel-held areas of Niger was shot down on Monday.", "strike_1 target drone"),
        (
            "The French army announced the destruction of four rebel uncrewed surface vessels.",
            "strike_1 attacker French army [French army]",
        ),
        ("The killing of rebel leader John Doe in a French air strike shocked Niger.", "strike_1 killed 1"),
        (
            "France and Chad, with support from Niger, Mali and Benin, conducted strikes on a rebel camp.",
            "strike_1 attacker France",
        ),
        ("A French frigate used a missile to shoot down a drone that tried to attack a tanker.", "strike_1 target drone"),
        ("The ship shot down the drone over the gulf.", "strike_1 attacker ship"),
        ("Rebels launched drones and missiles targeting Niger.", "attack_1 instrument missile"),
        ("French jets destroyed two drones over the Red Sea and one missile in Niger.", "strike_1 target one missile"),
        ("Five people were killed in Mirefield by projectiles fired from Niger.", "attack_1 target Five people"),
        ("Four leaders of the rebels were killed in an operation in Niger.", "attack_1 killed 4"),
        ("Six people were killed in airstrikes in Mirefield.", "strike_1 killed 6"),
        ("Jets struck a depot used by rebels in Niger.", "strike_1 place Niger"),
        ("The army killed the brother of a rebel leader in an air strike.", "strike_1 killed 1"),
        ("A rebel strike killed 15 people at a school in Mirefield.", "attack_1 place school in Mirefield"),
    ],
)
def test_reports_of_navies_and_air_forces(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Since November, rebels have been attacking ships in the gulf.",
        "Rebels have repeatedly launched drones at ships in the gulf.",
        "Rebels have attacked ships in the gulf since November.",
    ],
)
def test_what_has_been_going_on_is_a_series(sheet_of: Callable[[str], FactSheet], text: str) -> None:
    assert [event.series for event in sheet_of(text).events] == [True]


def test_another_strike_is_another_event(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("A French strike killed two people in Niger. Another French strike killed four people in Niger.")
    assert len(sheet.events) == 2


def test_an_operation_of_a_surgeon_is_no_event(sheet_of: Callable[[str], FactSheet]) -> None:
    assert not sheet_of("The minister had an operation in Paris. The company began operations in Niger.").events


def test_that_a_clause_begins_anew_with_a_pronoun_hides_the_first_subject(told: Told) -> None:
    claims = told("The rebels said it was over land and was shot down by air defenses.")
    assert not [line for line in claims if " target rebels" in line]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Rebels fired a missile that struck a tanker.", "attack_1 target tanker"),
        ("Rebels have launched dozens of missile and drone attacks on ships.", "attack_1 instrument missile"),
        ("France and Chad carried out air and sea strikes on a rebel camp.", "strike_1 attacker Chad"),
        ("French jets destroyed or damaged 20 targets in Niger.", "strike_1 target 20 targets"),
        ("In January, France began an airstrike campaign against rebels in Niger.", "strike_1 attacker France"),
        ("Rebels launched a drone at a base. A French jet shot it down.", "strike_2 target drone"),
    ],
)
def test_events_told_by_two_words_at_once(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_who_fails_to_stop_an_attack_is_no_attacker(told: Told) -> None:
    claims = told("French air defenses failed to stop an attack on a base in Niger.")
    assert not [line for line in claims if " attacker " in line]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The missiles targeted the Donetsk region.", "attack_1 place Donetsk region"),
        ("Niger answered attacks by rebels that targeted civilians in Mirefield.", "attack_1 target civilians"),
        ("The French enemy's attacks on a camp wounded two.", "attack_1 attacker France"),
        ("The rebels' May 3 attack on a convoy wounded two.", "attack_1 attacker rebels"),
        ("The French army announced new strikes on rebels in Niger.", "strike_1 attacker French army [French army]"),
        ("The army has exchanged fire with rebels in Niger.", "attack_1 attacker rebels"),
        ("Rebels attacked a base housing French troops in Niger.", "attack_1 place Niger"),
        (
            "Jets killed two militants believed to be responsible for firing rockets at a base.",
            "attack_2 attacker militants (probable)",
        ),
        ("A strike killed four people in the villages of Mirefield and Oxbow.", "strike_1 place Mirefield"),
    ],
)
def test_owners_relatives_and_exchanges(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_a_headlines_governor_is_the_governor_of_the_text(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of(
        "Five killed in French strike - governor\n\nA French strike killed five in Niger, the regional governor said."
    )
    assert len([actor for actor in sheet.actors if "governor" in actor.name]) == 1


def test_what_was_shot_down_may_be_named_a_sentence_before(sheet_of: Callable[[str], FactSheet]) -> None:
    """A thing of another sentence has no tokens in this one: nothing may be read there."""
    sheet = sheet_of("Early on Monday the rebels of the north launched a drone at a ship. It was shot down.")
    assert len(sheet.events) == 2


def test_an_additional_target_is_of_another_strike(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of(
        "French jets struck eight rebel targets in Niger. Later, French jets struck an additional rebel target."
    )
    assert len(sheet.events) == 2


def test_what_was_hit_is_not_the_subject_of_what_follows(told: Told) -> None:
    claims = told("The missiles hit two tankers and one drone was shot down by a French frigate.")
    assert "strike_2 target two tankers" not in claims


def test_a_town_whose_name_looks_like_a_participle_is_a_place(told: Told) -> None:
    claims = told("Two soldiers were killed after their base in Safed was hit by rockets.")
    assert {"attack_1 place Safed", "attack_1 target base"} <= set(claims)


def test_bare_plural_strikes_that_go_on_are_a_series(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("A French drone strike killed two people in Niger. French drone strikes have escalated this month.")
    assert [event.series for event in sheet.events] == [False, True]


def test_the_drone_of_the_strike_fires_in_it(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("A French drone strike killed two people in Niger. Officials said the drone fired missiles on a house.")
    assert len(sheet.events) == 1


def test_overseeing_operations_is_none(sheet_of: Callable[[str], FactSheet]) -> None:
    assert not sheet_of("The command oversees French military operations in Africa.").events


def test_ships_that_take_part_shooting_down_drones(told: Told) -> None:
    claims = told("Two U.S. Navy destroyers took part in the response, shooting down 18 drones.")
    assert {"strike_1 attacker Two U.S. Navy destroyers", "strike_1 target 18 drones"} <= set(claims)


def test_what_somebody_began_doing_goes_on(sheet_of: Callable[[str], FactSheet], told: Told) -> None:
    text = "Rebels began attacking ships in mid-November."
    assert [event.series for event in sheet_of(text).events] == [True]
    assert "attack_1 date 2023-11/.." in told(text)


def test_who_uses_what_was_hit_did_not_hit_it(told: Told) -> None:
    claims = told("France carried out several rounds of airstrikes against facilities used by Chad's army.")
    assert [line for line in claims if " attacker " in line] == ["strike_1 attacker France"]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("French forces have carried out two series of strikes against rebels.", "strike_1 attacker French forces"),
        ("Rebels have fired dozens of missiles for weeks at passing ships.", "attack_1 target passing ships"),
    ],
)
def test_counts_and_spans_stand_between_the_parts(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A suspected French drone killed three militants in Niger.", "strike_1 killed 3"),
        ("An unmanned French aircraft fired missiles into a home.", "strike_1 instrument drone"),
        ("A NATO air attack killed 24 soldiers.", "strike_1 killed 24"),
        ('The French army conducted "self-defense" strikes against two missiles.', "strike_1 attacker French army"),
        ("The attack, carried out by Chad's army, targeted a school.", "attack_1 attacker Chad's army"),
        ("An attack by rebels on a village in Yobe state killed two people.", "attack_1 place Yobe state"),
        (
            "Rebels fired rockets at a base on Thursday, in response to a strike that killed four people.",
            "attack_1 date 2024-05-09",
        ),
    ],
)
def test_drones_air_attacks_and_times_at_a_clauses_end(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_a_missile_that_was_launched_and_struck_is_one_attack(sheet_of: Callable[[str], FactSheet], told: Told) -> None:
    text = "One of two missiles launched by rebels in Niger struck a tanker."
    assert len(sheet_of(text).events) == 1
    assert {"attack_1 attacker rebels", "attack_1 target tanker"} <= set(told(text))


def test_what_somebody_is_doing_to_many_is_a_series(sheet_of: Callable[[str], FactSheet]) -> None:
    assert [event.series for event in sheet_of("Rebels are attacking ships in the gulf.").events] == [True]


def test_a_heading_noun_is_the_event_that_it_leads_to(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("In a separate attack on Friday, a drone strike by rebels hit a hospital in Mirefield.")
    assert len(sheet.events) == 1


def test_the_attack_is_not_the_strike_of_the_headline(told: Told) -> None:
    claims = told(
        "Missiles hit French base; gunship strikes back\n\nRebels fired missiles at French forces in Niger on Monday.\n\n"
        "Officials said that the attack caused eight injuries."
    )
    assert [line for line in claims if " injured " in line] == ["attack_1 injured 8 [Officials]"]


@pytest.mark.parametrize(
    ("text", "attackers"),
    [
        (
            "The Sylvanian army, along with partners, Freedonian forces and Kurdish fighters, conducted six raids on ISIS.",
            ("Sylvanian army", "Freedonian forces", "Kurdish fighters"),
        ),
        (
            "Iraqi forces alongside Kurdish fighters, and with the support of Jordan and Kuwait, struck two camps.",
            ("Iraqi forces", "Kurdish fighters"),
        ),
    ],
)
def test_who_fights_along_with_others_attacks_and_who_supports_does_not(
    told: Told, text: str, attackers: tuple[str, ...]
) -> None:
    found = [c.split(" attacker ")[1] for c in told(text) if " attacker " in c]
    assert sorted(found) == sorted(attackers)


@pytest.mark.parametrize(
    "opening",
    [
        "MACDILL, Fla. - Midday May 3 (Aden time),",
        "On the evening of May 3rd, at about 9:40 p.m. Iraqi local time,",
        "In line with efforts to answer such deeds, on May 3 at approximately 1:15 a.m. (Aden time),",
    ],
)
def test_a_day_with_its_hour_dates_what_follows(told: Told, opening: str) -> None:
    assert "attack_1 date 2024-05-03" in told(f"{opening} rebels fired nine rockets at a coalition base in Iraq.")


def test_the_eve_of_a_day_is_not_hit(told: Told) -> None:
    claims = told("Freedonia launched the attack on the eve of the harvest feast.")
    assert not [c for c in claims if " target " in c]


def test_a_killing_among_attacks_is_by_who_attacked(told: Told) -> None:
    claims = told(
        "Rebels fired rockets after a string of Israeli attacks on their allies, including the assassination of Hamas "
        "leader Omar Sadiq in Damascus in March."
    )
    attacks = [c for c in claims if "Sadiq" in c and " target " in c]
    killing = attacks[0].split()[0]
    assert f"{killing} attacker Israel" in claims
    assert f"{killing} place Damascus" in claims
    assert not [c for c in claims if c.endswith("assassination")]


def test_dead_of_a_weapon_are_not_of_what_was_shot_down_before(told: Told) -> None:
    lines = told(
        "Freedonia's army shot down five Sylvanian jets. Three farmers were killed by Freedonian artillery in Homs."
    )
    assert "attack_2 killed 3" in lines
    assert not [x for x in lines if x.startswith("strike_1 killed")]


@pytest.mark.parametrize(
    "aircraft", ["A jet of the Syrian army", "A plane belonging to the Syrian army", "A fighter jet of Syria's army"]
)
def test_whose_an_aircraft_is_by_the_words_behind_it_attacks(told: Told, aircraft: str) -> None:
    assert any(" attacker " in x and "army" in x for x in told(f"{aircraft} bombed a school in Idlib."))


def test_pronoun_that_claims_to_have_done_it_is_the_attacker(told: Told) -> None:
    lines = told("Syria's army said six camps were hit. It also claimed to have shot down five Israeli jets.")
    assert "strike_2 attacker Syria's army [Syria's army]" in lines


@pytest.mark.parametrize("being", ["was very likely", "is almost certainly", "was also"])
def test_whoever_is_told_to_be_behind_an_attack_is_its_attacker(told: Told, being: str) -> None:
    lines = told(f"A bomb hit a bus in Homs. Police said Boko Haram {being} behind the attack.")
    assert [x for x in lines if x.startswith("attack_1 attacker Boko Haram [Police]")]


@pytest.mark.parametrize("bomb", ["a roadside bomb", "a car bomb"])
def test_whoever_sets_off_a_bomb_attacks(told: Told, bomb: str) -> None:
    lines = told(f"Two guards were killed when rebels set off {bomb} in Gao, the army said.")
    assert {"attack_1 attacker rebels [army]", "attack_1 place Gao [army]", "attack_1 killed 2 [army]"} <= set(lines)


def test_possessive_in_a_groups_name_does_not_cut_it(told: Told) -> None:
    assert "attack_1 attacker New People's Army rebels" in told("New People's Army rebels attacked a patrol in Gao.")


def test_new_attacks_that_lead_a_sentence_are_those_it_tells(told: Told) -> None:
    lines = told("In fresh attacks Tuesday, Ukrainian drones targeted several villages in the Belgorod region.")
    assert {"strike_1 date 2024-05-14", "strike_1 target several villages"} <= set(lines)
    assert {c.split()[0] for c in lines} == {"strike_1"}


def test_barrage_of_strikes_is_one_event(told: Told) -> None:
    lines = told("Russia on Tuesday launched a barrage of missile strikes on Kyiv.")
    assert set(lines) == {
        f"strike_1 {c}" for c in ("attacker Russia", "date 2024-05-14", "instrument missile", "place Kyiv")
    }


def test_site_that_was_hit_is_the_target_and_not_its_fire(told: Told) -> None:
    lines = told("Crews put out a fire at a refinery that was hit by a Ukrainian drone attack on Monday.")
    assert [c for c in lines if " target " in c] == ["strike_1 target refinery"]


def test_day_before_a_wave_of_attacks_is_theirs(told: Told) -> None:
    assert "strike_1 date 2024-05-13" in told("Ukraine on Monday launched a wave of drone attacks on Russia.")


def test_weapons_that_an_attack_involved_hit_for_it(told: Told) -> None:
    lines = told("The army said the attack on Isfahan involved three drones that targeted a workshop.")
    assert {"attack_1 instrument drone [army]", "attack_1 target workshop [army]"} <= set(lines)
    assert {c.split()[0] for c in lines} == {"attack_1"}


@pytest.mark.parametrize("attacks", ["renewed attacks", "sustained attacks", "attacks"])
def test_attacks_are_by_what_they_include(told: Told, attacks: str) -> None:
    lines = told(f"Hamas used those areas to launch {attacks}, including rocket fire.")
    assert set(lines) == {"attack_1 attacker Hamas", "attack_1 instrument rocket"}


@pytest.mark.parametrize("called", ["a massive attack", "a massive, combined attack", '"a massive, combined attack"'])
def test_dead_of_what_an_attack_is_only_called_are_the_attacks(told: Told, called: str) -> None:
    lines = told(f"Russia's forces hit Kyiv with drones in what officials described as {called} that killed two people.")
    assert "strike_1 killed 2" in lines
    assert {c.split()[0] for c in lines} <= {"strike_1", "Russia's"}


def test_operation_involved_the_strikes_told_before(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of('French forces hit depots in Mali. The operation involved "multiple precision strikes," the army said.')
    assert len(sheet.events) == 1


def test_several_events_in_one_place_and_several_in_another_are_two_series(told: Told) -> None:
    lines = told("The radio said there were five raids in the Sumy region and two in the Lviv region.")
    assert [c.split(" [")[0] for c in lines] == [
        "attack_1 size 5",
        "attack_1 place Sumy region",
        "attack_2 size 2",
        "attack_2 place Lviv region",
    ]


def test_strikes_told_as_earlier_are_others(told: Told) -> None:
    lines = told(
        "Israel carried out an airstrike on a school in Gaza. "
        "Earlier, the military said it carried out airstrikes that killed two commanders."
    )
    assert "strike_2 killed 2 [military]" in lines


def test_those_told_to_be_involved_in_attacks_are_attackers(told: Told) -> None:
    lines = told("The strike killed two commanders who were involved in missile attacks targeting northern Israel.")
    assert "attack_2 attacker two commanders" in lines or "attack_1 attacker two commanders" in lines


def test_group_in_a_land_launches_and_not_the_land(told: Told) -> None:
    lines = told("France struck a militia in Niger that launched rocket attacks against bases in Mali.")
    assert any(c.endswith(" attacker militia") for c in lines)


def test_ship_that_was_under_attack_is_the_target(told: Told) -> None:
    lines = told(
        "A destroyer answered a call from the tanker Motor Vessel Rosa Bay, which was under attack from Houthi forces."
    )
    assert "attack_1 target tanker Motor Vessel Rosa Bay" in lines


def test_ship_that_gunmen_tried_to_board_was_attacked(told: Told) -> None:
    lines = told("Gunmen tried to board a cargo ship in the Gulf of Aden.")
    assert {"attack_1 attacker Gunmen", "attack_1 outcome attempted", "attack_1 target cargo ship"} <= set(lines)


def test_missile_whose_kind_was_told_is_not_told_anew(told: Told) -> None:
    lines = told("An anti-ship ballistic missile was fired from Yemen at the M/V Rosa Bay. The missile struck the vessel.")
    assert not [c for c in lines if c.endswith((" instrument missile", " target vessel"))]


def test_missiles_which_both_missed_failed(told: Told) -> None:
    lines = told("Two missiles were fired from Yemen at a ship, which both missed.")
    assert "attack_1 outcome thwarted" in lines


def test_militaries_of_several_states_attack_for_each(told: Told) -> None:
    lines = told("The militaries of France and Chad, with support from Niger, conducted strikes on a camp in Mali.")
    assert [c for c in lines if " attacker " in c] == ["strike_1 attacker France", "strike_1 attacker Chad"]


def test_operation_told_again_is_the_same(told: Told) -> None:
    lines = told(
        "Somalia says an army unit has killed a commander in an operation in the Bay region. A spokesman said the unit had "
        "conducted an operation against the rebels, wounding 10. The army killed another commander during the operation."
    )
    assert {c.split()[0] for c in lines if c.startswith("attack")} == {"attack_1"}


@pytest.mark.parametrize("likely", ["likely", "apparently"])
def test_launch_told_with_its_place_is_aimed_at_what_it_likely_targets(told: Told, likely: str) -> None:
    lines = told(f"A missile was launched from Yemen into the Gulf of Aden, {likely} targeting the MV Rosa Star.")
    assert {"attack_1 place Gulf of Aden", "attack_1 target MV Rosa Star (probable)"} <= set(lines)


def test_ships_that_attacks_sank_are_hit_and_destroyed(told: Told) -> None:
    lines = told("Rebels have launched 100 attacks on ships since March, sinking two vessels and killing four mariners.")
    assert {"attack_1 target two vessels", "attack_1 damage destroyed", "attack_1 killed 4"} <= set(lines)


def test_the_group_that_opens_a_sentence_is_whom_the_last_was_about(told: Told) -> None:
    lines = told("The Houthis want Israel to end its war on Hamas. The group has seized one vessel in the Red Sea.")
    assert [x for x in lines if x.endswith(" attacker Houthis")]


def test_helicopters_that_were_fired_upon_were_attacked_and_returned_fire(told: Told) -> None:
    lines = told(
        "U.S. Navy helicopters were fired upon by the boats. The helicopters returned fire, sinking three of the boats."
    )
    assert {"attack_1 target U.S. Navy helicopters", "strike_2 target three of the boats"} <= set(lines)


def test_ship_named_behind_its_class_is_known_again(told: Told) -> None:
    lines = told("The destroyer Gravely shot down two missiles. A day later, the Gravely downed a drone.")
    assert {"strike_1 attacker destroyer Gravely", "strike_2 attacker destroyer Gravely"} <= set(lines)


def test_partners_of_a_nation_attack_with_the_forces(told: Told) -> None:
    lines = told("U.S. forces and Iraqi partners carried out a raid near Kirkuk.")
    assert [c for c in lines if " attacker " in c] == ["attack_1 attacker U.S. forces", "attack_1 attacker Iraqi partners"]


def test_storage_area_is_a_target(told: Told) -> None:
    lines = told("French jets carried out strikes near Gao, hitting a weapons storage area.")
    assert "strike_1 target weapons storage area" in lines
