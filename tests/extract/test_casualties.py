"""Tolls and damage, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import FactSheet, QuantityObject

Sheets = Callable[[str], FactSheet]
Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Gunmen attacked a market in Gao, killing 12 people.", "attack_1 killed 12"),
        ("Gunmen attacked a market in Gao, injuring at least 7.", "attack_1 injured 7.."),
        ("Gunmen attacked a market in Gao. The attack left nine people dead.", "attack_1 killed 9"),
        ("Gunmen attacked a market in Gao. Several people were wounded.", "attack_1 injured 2.."),
        ("Gunmen attacked a market in Gao. The attack resulted in about 20 deaths.", "attack_1 killed ~20"),
        ("Gunmen attacked a market in Gao. There were no casualties.", "attack_1 killed 0"),
        ("Gunmen attacked a market in Gao. There were no reported injuries.", "attack_1 injured 0 (unspecified)"),
        ("Gunmen attacked a ship in the Red Sea. The crew is safe.", "attack_1 injured 0"),
        ("Gunmen attacked a ship in the Red Sea, causing minor damage.", "attack_1 damage minor"),
        ("Gunmen attacked a ship in the Red Sea. There was no damage to the ship.", "attack_1 damage none"),
        ("French forces struck a camp in Mali. Two trucks were destroyed.", "strike_1 damage destroyed"),
        ("An Israeli airstrike killed between 3 and 5 fighters in Tyre.", "strike_1 killed 3..5"),
    ],
)
def test_toll_keeps_the_words_bounds(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_two_sources_give_two_figures(told: Told) -> None:
    text = "Gunmen attacked a market in Gao, killing 12 people, police said. Witnesses said the attack killed 15 people."
    claims = told(text)
    assert "attack_1 killed 12 [police]" in claims
    assert "attack_1 killed 15 [Witnesses]" in claims


def test_killed_people_are_targets(told: Told) -> None:
    assert "attack_1 target 12 people" in told("Gunmen attacked a market in Gao, killing 12 people.")


def test_deaths_without_any_force_are_no_toll(told: Told) -> None:
    assert told("Floods killed 12 people in Gao.") == []


def test_nobody_is_hurt_by_an_interception_but_by_the_attack_before_it(told: Told) -> None:
    text = "Houthi rebels fired a missile at a tanker. The Royal Navy shot down the missile. There were no injuries."
    assert "attack_1 injured 0" in told(text)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Rebels attacked a port. There are no indications that any guards were killed.", "killed 0"),
        ("Rebels attacked a port. Officials are assessing reports of a civilian injury.", "injured 1"),
        ("Rebels attacked a tanker. The crew reported minor injuries.", "injured 1.."),
        ("Rebels attacked a port. No one was hurt.", "injured 0"),
        ("Rebels attacked a port. Nobody was killed.", "killed 0"),
        ("Rebels attacked a port, killing more than a dozen people.", "killed 13.."),
        ("Rebels attacked a port, killing two dozen guards.", "killed 24"),
    ],
)
def test_figures_without_a_plain_number(text: str, figure: str, told: Callable[[str], list[str]]) -> None:
    assert [c for c in told(text) if f"attack_1 {figure}" in c]


def test_a_toll_of_the_subordinate_clause_is_of_its_event(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "Israel carried out airstrikes on a depot after Hezbollah fired rockets at a village, wounding two soldiers."
    )
    wounded = next(c for c in claims if " injured 2" in c)
    assert wounded.split()[0] == next(c.split()[0] for c in claims if "attacker Hezbollah" in c)


def test_a_ship_that_was_not_damaged_has_none(told: Callable[[str], list[str]]) -> None:
    assert "attack_1 damage none" in told("Houthi rebels attacked a French ship. The ship was not damaged in the incident.")


def test_an_attack_that_was_repelled_was_thwarted(told: Callable[[str], list[str]]) -> None:
    claims = told("Syrian soldiers repelled an attack by Islamic State militants on the town of Mirefield.")
    assert "attack_1 outcome thwarted" in claims


def test_the_dead_of_an_answer_are_the_answers(told: Told) -> None:
    claims = told("Rebels attacked a convoy. In response to the attack, French forces struck a camp, killing six fighters.")
    assert "strike_2 killed 6" in claims
    assert not any(claim.startswith("attack_1 killed") for claim in claims)


def test_the_dead_of_a_headline_are_no_attackers(told: Told) -> None:
    claims = told("Several hurt in attack on air base, three militants killed in response")
    assert not any("attacker" in claim or "killed" in claim for claim in claims)
    assert "attack_1 injured 2.." in claims


def test_injured_or_killed_gives_both(told: Callable[[str], list[str]]) -> None:
    claims = told("French forces raided a camp. No civilians were injured or killed in the raid.")
    assert {"attack_1 injured 0", "attack_1 killed 0"} <= set(claims)


def test_a_full_name_is_one_person(told: Callable[[str], list[str]]) -> None:
    claims = told("French forces conducted a raid in Mali, killing Ada Mirefield.")
    assert {"attack_1 killed 1", "attack_1 target Ada Mirefield"} <= set(claims)


def test_people_who_suffered_injuries_are_counted(told: Callable[[str], list[str]]) -> None:
    claims = told("Rebels attacked a base on Monday. Forty-five soldiers suffered injuries.")
    assert {"attack_1 injured 45", "attack_1 target soldiers"} <= set(claims)


def test_a_death_of_illness_is_none_of_the_attack(told: Callable[[str], list[str]]) -> None:
    claims = told("Rebels attacked a base on Monday. One contractor died of a heart attack.")
    assert not [c for c in claims if " killed " in c]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The strike on a camp killed two or three militants.", "strike_1 killed 2..3"),
        ("The strike on a camp killed three (3) militants.", "strike_1 killed 3"),
        ("The strike on a camp killed half a dozen militants.", "strike_1 killed 6"),
        ("The strike on a camp killed several allegedly Chad-backed militants.", "strike_1 killed 2.."),
        ('The strike on a camp killed 21 "terrorists" in Niger.', "strike_1 killed 21"),
        ("Two people were killed and at least 70 have been wounded in a strike on a camp.", "strike_1 injured 70.."),
        ("A strike on a village killed 12 people, including two children.", "strike_1 killed 2"),
        ("The army said airstrikes overnight killed 21 militants.", "strike_1 killed 21 [army]"),
        ("Gunmen shot dead two guards in Niger.", "attack_1 killed 2"),
    ],
)
def test_figures_in_more_shapes(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_nobodys_own_dead_are_the_work_of_their_attack(told: Told) -> None:
    claims = told("Rebels attacked a convoy in Niger. Three of the rebels were killed.")
    assert not [line for line in claims if " killed 3" in line]


def test_one_who_is_treated_is_no_new_casualty(told: Told) -> None:
    claims = told("A strike wounded three soldiers. One soldier was treated for a minor injury.")
    assert [line for line in claims if " injured " in line] == ["strike_1 injured 3"]


def test_houses_that_an_attack_damaged_were_hit(told: Told) -> None:
    assert "attack_1 target five houses" in told("The mayor said the drone attack damaged five houses.")[-1:] + told(
        "A drone attack damaged five houses."
    )


def test_houses_told_to_be_damaged_were_hit(told: Told) -> None:
    assert "attack_1 target Two houses" in told("Rebels shelled a town in Niger. Two houses were damaged.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A strike hit a camp. The spokesman was among four people killed.", "strike_1 killed 4"),
        ("Six people - including a spokesman - were killed in airstrikes in Mirefield.", "strike_1 killed 6"),
    ],
)
def test_the_number_beside_the_verb_counts(told: Told, text: str, claim: str) -> None:
    assert [line for line in told(text) if " killed " in line] == [claim]


def test_personnel_suffering_injuries_are_counted(told: Told) -> None:
    claims = told("There were 38 attacks on a base, with 45 soldiers suffering minor injuries.")
    assert "attack_1 injured 45" in claims


def test_injuries_to_eight_are_eight(told: Told) -> None:
    assert "attack_1 injured 8" in told("A missile attack on a base caused injuries to eight French soldiers.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("A strike in Niger killed four Syrians.", "strike_1 killed 4"),
        ("Rebels attacked a village. 15 villagers were confirmed dead, with several more wounded.", "attack_1 killed 15"),
        ("Rebels attacked a village. 15 villagers were confirmed dead, with several more wounded.", "attack_1 injured 2.."),
    ],
)
def test_people_called_by_their_country_and_the_confirmed_dead(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_without_causing_damage_is_none(told: Told) -> None:
    claims = told(
        "Rebels launched a missile from Niger at a ship, but it landed in the water without causing damage or injuries."
    )
    assert {"attack_1 damage none", "attack_1 injured 0", "attack_1 outcome thwarted"} <= set(claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("French forces in Mali came under attack at least six times over the past two days.", "size 6.."),
        ("Rebels attacked two camps in Mali. None of the attacks caused any injuries.", "injured 0"),
        ("A missile hit a tanker, but the crew did not sustain any injuries.", "injured 0"),
        (
            "The death toll from Monday's bombing at a crowded market in the north of Mali has risen to at least 19.",
            "killed 19..",
        ),
        ("Gunmen raided a camp, which led to the deaths of nine soldiers and three nurses.", "killed 3"),
        ("Two guards who opened the gate were shot dead when gunmen stormed a hotel in Goma.", "killed 2"),
    ],
)
def test_figures_told_in_other_forms(told: Told, text: str, expected: str) -> None:
    assert expected in {line.split(" ", 1)[1] for line in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "French jets hit a depot in Mali. A policeman said a July massacre left 90 people dead.",
        "Rebels attacked a camp in Mali. Last week a shootout between jailed rebels and guards claimed 90 lives.",
        "French jets hit a depot in Mali. The ministry said 90 French citizens were killed.",
    ],
)
def test_what_another_happening_did_is_no_toll_of_the_event_told_last(told: Told, text: str) -> None:
    assert not [line for line in told(text) if " killed 90" in line]


def test_those_hurt_in_all_attacks_are_not_those_of_some(told: Told) -> None:
    claims = told(
        "Rebels attacked French bases 17 times in May. Six of the attacks targeted camps in Mali. "
        "A total of 12 soldiers were wounded in the attacks."
    )
    all_of_them = next(line.split()[0] for line in claims if line.endswith("size 17"))
    assert f"{all_of_them} injured 12" in claims


def test_weapons_that_missed_are_those_of_the_attack(told: Told) -> None:
    claims = told("Rebels fired rockets at a ship. French jets bombed a camp in Mali. The rockets fell into the sea.")
    attack = next(line.split()[0] for line in claims if line.endswith("attacker Rebels"))
    assert next(line for line in claims if " outcome thwarted" in line).split()[0] == attack


def test_the_raids_are_the_air_strikes_of_one_operation(told: Told) -> None:
    claims = told(
        "France launched air strikes on Gao. Rebels fired rockets at Niger. Forty people were killed in the raids."
    )
    strikes = next(line.split()[0] for line in claims if line.endswith("attacker France"))
    assert f"{strikes} killed 40" in claims


def test_the_hurt_told_after_the_attackers_end_are_of_their_attack(told: Told) -> None:
    claims = told("Gunmen stormed a hotel in Goma. Police killed the attackers. Nine people were wounded, officials said.")
    attack = next(line.split()[0] for line in claims if line.endswith("target hotel"))
    assert f"{attack} injured 9 [officials]" in claims


def test_what_drones_damaged_was_not_damaged_by_shooting_others_down(told: Told) -> None:
    claims = told("The navy shot down two drones on Monday. The governor said one drone damaged several cars.")
    downed = next(line.split()[0] for line in claims if line.endswith("target two drones"))
    assert not [line for line in claims if line.startswith(f"{downed} damage")]
    assert [line for line in claims if line.endswith("target several cars [governor]")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked a base near Gao. The army counted more than 30 soldiers with minor injuries.", "injured 31.."),
        ("A French air strike killed one of the group's senior leaders.", "killed 1"),
        ("A drone hit a bus near Gao. The strike also claimed the life of a nurse.", "killed 1"),
        (
            "Our thoughts are with the three guards who were killed in Mali in the rebel drone attack at the tower.",
            "killed 3",
        ),
        ("Gunmen killed nine people in a raid on a village, in the latest violence in the region.", "killed 9"),
    ],
)
def test_figures_of_people_told_in_more_ways(told: Told, text: str, expected: str) -> None:
    assert expected in {line.split(" ", 1)[1] for line in told(text)}


def test_who_died_meanwhile_died_elsewhere(told: Told) -> None:
    claims = told("Rebels stormed a base near Gao, killing two guards. Meanwhile, 90 people were killed in a landslide.")
    assert not [line for line in claims if " killed 90" in line]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels stormed a base near Gao. The deaths are the first announced since a May report of 90 deaths during clashes.",
        "Rebels raided a market. The raid killed and injured 90 people.",
    ],
)
def test_deaths_of_other_days_or_with_the_injured_are_not_the_event_s(told: Told, text: str) -> None:
    assert not [line for line in told(text) if line.endswith("ed 90")]


def test_the_dead_told_next_are_not_those_of_a_bombing_of_long_ago(told: Told) -> None:
    claims = told(
        "A bombing hit a market in Goma. It was the worst since a suicide bombing in March. In all, 90 people died."
    )
    market = next(line.split()[0] for line in claims if line.endswith("target market"))
    assert f"{market} killed 90" in claims


def test_none_of_a_group_s_people_are_its_people(sheet_of: Sheets) -> None:
    sheet = sheet_of("A bombing near a mosque in Goma killed two people. None of the group's fighters had been killed.")
    told = [c.object.quantity for c in sheet.claims if isinstance(c.object, QuantityObject)]
    assert [quantity.of for quantity in told if quantity.value == 0] == ["fighters"]


def test_soldiers_stationed_where_they_were_killed_are_no_deployment(sheet_of: Sheets) -> None:
    sheet = sheet_of("A drone attack killed three French soldiers stationed in Mali.")
    assert all(event.type.is_force for event in sheet.events)


def test_one_who_was_left_dead_is_one(told: Told) -> None:
    claims = told("A raid by rebels on a camp left a French contractor dead.")
    assert "attack_1 killed 1" in claims


def test_the_one_killed_before_is_one_when_told_again(told: Told) -> None:
    assert "attack_1 killed 1" in told("Rebels carried out an attack that killed the French civilian contractor.")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled a shelter in Goma. The ministry said 90 civilians were killed in the district between May 5 and 8.",
        "A French strike hit a camp in Mali. Scores of rebels have been killed during the war.",
    ],
)
def test_the_dead_of_many_days_are_not_those_of_one_event(told: Told, text: str) -> None:
    event = next(line.split()[0] for line in told(text))
    assert not [line for line in told(text) if line.startswith(f"{event} killed")]


def test_soldiers_stationed_somewhere_who_were_killed_are_no_deployment(sheet_of: Sheets) -> None:
    sheet = sheet_of("The army said two of its soldiers stationed in Mali were killed in a rebel attack on Monday.")
    assert all(event.type.is_force for event in sheet.events)


def test_no_members_of_either_force_were_hurt(told: Told) -> None:
    claims = told(
        "Five mortar rounds landed near British forces at a base in Iraq on Monday.\n\n"
        "No British or allied soldiers were injured or killed."
    )
    assert "attack_1 injured 0" in claims
    assert "attack_1 killed 0" in claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No fewer than 15 people died when gunmen raided a market in Gao.", "killed 15.."),
        ("Gunmen raided a market in Gao, and the number of dead was put at 40.", "killed 40"),
        ("Gunmen raided a market in Gao. The dead numbered 17.", "killed 17"),
        ("Gunmen raided a market in Gao. A doctor said the hospital had received 14 bodies.", "killed 14 [doctor]"),
        ("Gunmen raided a market in Gao. The bodies of nine people were recovered.", "killed 9"),
        ("Gunmen raided a market in Gao. The raid claimed the lives of 11 people.", "killed 11"),
        ("Gunmen raided a market in Gao. An estimated 200 people have been killed.", "killed ~200"),
        ("Gunmen raided a market in Gao. Six people were killed and a dozen wounded.", "injured 12"),
        ("Gunmen raided a market in Gao. One guard was killed and another was wounded.", "injured 1"),
    ],
)
def test_the_dead_counted_by_other_words(told: Told, text: str, expected: str) -> None:
    assert expected in {line.split(" ", 1)[1] for line in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "French forces have been attacked 165 times: 66 in Mali and 99 in Niger.",
        "Rebels have carried out 165 attacks since May, 66 in Mali and 99 in Niger.",
    ],
)
def test_counts_by_land_are_series_of_their_own(told: Told, text: str) -> None:
    claims = told(text)
    for size, place in (("66", "Mali"), ("99", "Niger")):
        part = next(line.split()[0] for line in claims if line.endswith(f"size {size}"))
        assert f"{part} place {place}" in claims
    assert [line for line in claims if line.endswith("size 165")]


def test_a_sixth_attack_counts_six(told: Told) -> None:
    claims = told("Gunmen raided a market in Gao. It was the sixth attack this month.")
    assert [line for line in claims if line.endswith(" size 6")]


def test_families_are_not_counted_as_people(told: Told) -> None:
    lines = told("Shells hit a house in Homs and killed two families. A bomb in Idlib killed 12 members of two families.")
    assert [x.split(" killed ")[1] for x in lines if " killed " in x] == ["12"]


def test_passers_by_are_people(told: Told) -> None:
    lines = told("A bomb in Homs killed two passersby and a bystander. A passer-by was also wounded.")
    assert {"attack_1 killed 2", "attack_1 killed 1", "attack_1 injured 1"} <= set(lines)


@pytest.mark.parametrize("who", ["farmer", "cleric", "mechanic", "shopkeeper", "Syrian engineer"])
def test_one_person_of_any_trade_counts(told: Told, who: str) -> None:
    article = "an" if who[0] in "aeiou" else "a"
    lines = told(f"Rebels fired rockets at a village in Mali, killing {article} {who} and two guards.")
    assert {"attack_1 killed 1", f"attack_1 target {who}", "attack_1 killed 2"} <= set(lines)


def test_those_who_tell_of_the_hurt_are_not_hurt(told: Told) -> None:
    lines = told(
        "A bomb hit a post in Gao, killing six officers and injuring seven others, an official and residents told Reuters."
    )
    assert not [c for c in lines if "official" in c.split(" [")[0]]


def test_nobody_hurt_is_told_of_the_strike_and_not_of_what_its_targets_were_used_for(told: Told) -> None:
    lines = told("The army said it hit depots used by Mali's rebels to attack ships. It said there were no injuries.")
    assert {"strike_1 injured 0 [army]", "attack_2 attacker rebels [army]"} <= set(lines)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Rebels attacked a hotel in Gao, leaving 32 people dead and 63 others injured.", ["killed 32", "injured 63"]),
        ("A drone attack at a base in Jordan known as Tower 22 killed three soldiers.", ["killed 3"]),
        (
            "Rebels attacked a hotel in Gao, killing 32 people. One soldier was among the dead; five of the attackers were "
            "killed by troops.",
            ["killed 32"],
        ),
    ],
)
def test_each_number_has_its_own_word(told: Told, text: str, figures: list[str]) -> None:
    assert [
        c.removeprefix("attack_1 ") for c in told(text) if c.startswith(("attack_1 killed", "attack_1 injured"))
    ] == figures


def test_cars_that_were_set_ablaze_are_targets(told: Told) -> None:
    assert "strike_1 target Cars" in told("Russia struck Kyiv with missiles. Cars were set ablaze.")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Israeli shelling killed a woman and her 10-year-old granddaughter in Oakdale.", {"killed 1", "place Oakdale"}),
        (
            "Israeli shelling of Oakdale left one soldier dead and two vehicles damaged.",
            {"place Oakdale", "target two vehicles"},
        ),
        ("Israeli shelling hit a house in Oakdale, and four men and a working dog were wounded.", {"injured 4"}),
    ],
)
def test_who_and_what_suffered_in_a_second_part(told: Told, text: str, claims: set[str]) -> None:
    assert claims <= {c.removeprefix("attack_1 ") for c in told(text)}
