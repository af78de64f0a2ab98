"""Counts told by their own noun, and parts of the counted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The death toll rose to 12.", "killed 12"),
        ("The death toll from the attack rose to at least 12 from nine.", "killed 12.."),
        ("The death toll has risen from nine to 12.", "killed 12"),
        ("The number of wounded stood at 30.", "injured 30"),
        ("Officials gave a death toll of 12.", "killed 12"),
        ("Nine more were wounded.", "injured 9"),
        ("The dead included a teacher, six students and two guards.", "killed 6"),
        ("The dead included a teacher, six students and two guards.", "killed 2"),
        ("Seven guards were among the wounded.", "injured 7"),
        ("Among the dead were two children.", "killed 2"),
    ],
)
def test_a_count_is_a_toll(told: Told, sentence: str, claim: str) -> None:
    assert [c for c in told(f"Rebels attacked a market. {sentence}") if c.startswith(f"attack_1 {claim}")]


@pytest.mark.parametrize(
    "sentence", ["The road toll rose to 12 euros.", "The death toll is not known.", "The toll was paid."]
)
def test_other_tolls_count_nobody(told: Told, sentence: str) -> None:
    assert not [c for c in told(f"Rebels attacked a market. {sentence}") if " killed " in c or " injured " in c]


@pytest.mark.parametrize(
    ("headline", "claim"),
    [
        ("Missile hits factory in Niamey, two workers hurt", "injured 2"),
        ("Rebels attack factory in Niamey; 12 guards dead after blast", "killed 12"),
    ],
)
def test_a_headline_leaves_its_verb_out(told: Told, headline: str, claim: str) -> None:
    assert [c for c in told(f"{headline}\n\nRain fell on Monday, and the market stayed open.") if f"attack_1 {claim}" in c]


def test_the_only_event_told_so_far_has_the_tolls_that_follow_later(told: Told) -> None:
    talk = "The market is old. It has many stalls. Farmers come from far. It was closed."
    assert "attack_1 killed 2" in told(f"Rebels attacked a market. {talk} Two farmers were killed.")
    other = "French forces struck a camp in Mali."
    assert not [c for c in told(f"Rebels attacked a market. {other} {talk} Two farmers were killed.") if " killed " in c]


@pytest.mark.parametrize(
    "sentence",
    [
        "The violence has killed at least 500 people.",
        "On the French side, 500 soldiers have been killed.",
        "About 500 people have been killed so far this year.",
        "At least 500 people have been killed since the war began.",
    ],
)
def test_a_total_is_no_toll_of_the_attack_told_before(told: Told, sentence: str) -> None:
    claims = told(f"Rebels attacked a market, killing two guards. {sentence}")
    assert [c for c in claims if c.startswith("attack_1 killed")] == ["attack_1 killed 2"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The civil war has killed at least 500 people.",
        "At least 500 people have died since the civil war began.",
        "The civil war that has killed at least 500 people goes on.",
        "The fighting left at least 500 people dead.",
        "At least 500 people have been killed in the fighting.",
        "The confrontations between Hezbollah and Israel have killed at least 500 people.",
        "Officials said at least 500 people had been killed since the start of the war.",
    ],
)
def test_the_toll_of_a_war_is_the_wars(told: Told, sentence: str) -> None:
    assert [
        c for c in told(f"Rebels attacked a market, killing two guards. {sentence}") if c.startswith("event_2 killed 500..")
    ]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("A strike hit a camp, killing a pair of guards.", "strike_1 killed 2"),
        ("A strike hit a camp. A total of 12 guards were killed.", "strike_1 killed 12"),
        ("A strike hit a camp. One guard was dead and 12 others wounded.", "strike_1 killed 1"),
        ("A strike hit a camp. A 12-year-old was killed.", "strike_1 killed 1"),
        ("A strike hit a camp. The army has raised to six the number of dead.", "strike_1 killed 6 [army]"),
        ("A strike led to the death of one guard and the wounding of four others.", "strike_1 injured 4"),
        ("A strike killed ten people -- including two guards -- in Niger.", "strike_1 killed 2"),
        ("Rebels attacked a port. None of its guards were injured.", "attack_1 injured 0"),
        ("A strike hit a camp. Among those killed was a surgeon.", "strike_1 killed 1"),
        ("A strike hit a camp. Another soldier was wounded.", "strike_1 injured 1"),
        ("A strike hit a camp. Six guards were diagnosed with brain injuries (TBI).", "strike_1 injured 6"),
        (
            "Rebels attacked a port in Niamey. The ministry in Mirefield said nine people were hurt.",
            "attack_1 injured 9 [ministry]",
        ),
        ("A strike hit a camp. The more than 60 dead included guards.", "strike_1 killed 61.."),
        ("A strike led to the deaths of nine guards.", "strike_1 killed 9"),
        ("A strike hit a camp and claimed 12 lives.", "strike_1 killed 12"),
        ("A strike hit a camp. Nine guards lost their lives.", "strike_1 killed 9"),
        ("Rebels raided a port in Niamey, which killed nine guards.", "attack_1 killed 9"),
        ("Nine people were killed after rebels aboard trucks attacked a village.", "attack_1 killed 9"),
        ("Rebels hit a port, leaving five soldiers and two guards dead and ten wounded.", "attack_1 killed 2"),
        ("Rebels hit a port, leaving five soldiers and two guards dead and ten wounded.", "attack_1 killed 5"),
        ("Rebels gunned down five guards in Niger.", "attack_1 killed 5"),
        ("Rebels attacked a port. Three of our soldiers were killed.", "attack_1 killed 3"),
        (
            'Rebels attacked a port. Several people suffered "minor injuries," officials said.',
            "attack_1 injured 2.. [officials]",
        ),
        ("Rebels attacked a port. No one was reported injured.", "attack_1 injured 0 (unspecified)"),
        ("Rebels attacked a ship. The vessel and crew are reported as safe.", "attack_1 killed 0"),
        ("Rebels raided a town, killing 12 soldiers and three farmers.", "attack_1 killed 3"),
        ("The raid by rebels killed 12 soldiers and a child.", "attack_1 killed 1"),
        ("A strike hit a house, killing his two children.", "strike_1 killed 2"),
        ("A strike in Niger led to the probable death of the rebel leader.", "strike_1 killed 1"),
        ("Rebels raided a port. French troops and civilians were not hurt.", "attack_1 injured 0"),
        ("Officials say airstrikes by the coalition have killed 11 civilians.", "strike_1 killed 11 [Officials]"),
        ("Rebels attacked a port. One person driving a tractor was killed.", "attack_1 killed 1"),
        ("A strike killed nine people in Niger, including two children.", "strike_1 killed 2"),
        ("Rebels hit a port. The number of guards wounded in the attack rose to 34.", "attack_1 injured 34"),
        ("A strike killed three soldiers, with an additional 25 wounded.", "strike_1 injured 25"),
        ("Rebels attacked a port. Eight died and 13 were wounded.", "attack_1 killed 8"),
        ("Rebels attacked a port, officials said, but none was hurt.", "attack_1 injured 0"),
        ("Rebels attacked a port. Dozens of people were reported killed.", "attack_1 killed 24.. (unspecified)"),
        ("Rebels attacked a port. Nine people working at a mill lost their lives.", "attack_1 killed 9"),
        ("A strike killed one guard and wounded another.", "strike_1 injured 1"),
        ("A strike in Niger killed the rebels' commander, Ada Mirefield.", "strike_1 killed 1"),
        ("Rebels attacked a base. The attack led to minor injuries.", "attack_1 injured 1.."),
    ],
)
def test_ones_pairs_and_the_uncounted(told: Told, sentence: str, claim: str) -> None:
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Rebels shelled a town. Ten farmers, including four children, were wounded.", "attack_1 injured 4"),
        ("Rebels shelled a town. Forty guards have been diagnosed with brain injuries.", "attack_1 injured 40"),
        (
            "A strike on a house of a large and well known rescue service in the south of the city that killed seven.",
            "strike_1 killed 7",
        ),
    ],
)
def test_parts_in_the_middle_and_figures_far_from_their_event(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


def test_people_abducted_are_no_attackers(told: Told) -> None:
    claims = told("Nine people were killed in Israel and another 20 people abducted when militants attacked a village.")
    assert [c for c in claims if " attacker " in c] == ["attack_1 attacker militants"]
    assert "attack_1 killed 9" in claims


def test_what_others_did_is_no_toll_of_the_event_before(told: Told) -> None:
    claims = told("French forces struck a camp. It began when rebels broke the fence and killed 12 people.")
    assert not [c for c in claims if c.startswith("strike_1 killed")]


def test_thousands_who_have_been_killed_are_a_total(told: Told) -> None:
    claims = told("Rebels attacked a market. More than 30,000 people have been killed in Gaza.")
    assert not [c for c in claims if " killed " in c]


def test_who_died_of_a_heart_attack_was_not_killed(told: Told) -> None:
    claims = told("Rebels attacked a base. A guard died as a result of a heart attack.")
    assert not [c for c in claims if " killed " in c]


def test_a_fight_is_an_event_of_its_own(told: Told) -> None:
    claims = told("Six soldiers were killed on Monday in clashes with rebels in northern Mali, the army said.")
    assert {"attack_1 killed 6 [army]", "attack_1 attacker rebels [army]", "attack_1 target soldiers [army]"} <= set(claims)


def test_people_are_not_killed_by_an_interception(told: Told) -> None:
    claims = told("Rebels shelled a town. French forces shot down two drones. One person was killed and three were injured.")
    assert [c.split()[0] for c in claims if " killed " in c or " injured " in c] == ["attack_1", "attack_1"]


def test_who_died_of_injuries_is_not_counted_as_injured(told: Told) -> None:
    claims = told("Rebels shelled a town. A farmer sustained fatal injuries.")
    assert not [c for c in claims if " injured " in c]


def test_those_who_sustained_injuries_are_not_counted_anew(told: Told) -> None:
    claims = told("Rebels attacked a base. It is not known how many were among those who sustained injuries.")
    assert not [c for c in claims if " injured " in c]


def test_what_something_new_did_is_no_toll_of_the_event_before(told: Told) -> None:
    claims = told("Rebels attacked a base after an explosion at a hospital killed 100 people.")
    assert not [c for c in claims if " killed " in c]


def test_what_is_counted_behind_a_total_is_one_too(told: Told) -> None:
    total = "At least 500 people have been killed in the fighting. Eighteen guards have been killed."
    claims = told(f"Rebels attacked a market, killing two guards. {total}")
    assert [c.split()[0] for c in claims if " killed 18" in c] == [c.split()[0] for c in claims if " killed 500" in c]


def test_the_dead_of_both_sides_died_in_one_fight(told: Told) -> None:
    claims = told("The army says two soldiers and five militants were killed in clashes in Mali.")
    assert [c.split(" [")[0] for c in claims if " killed " in c] == ["attack_1 killed 2", "attack_1 killed 5"]


def test_animals_are_not_counted(told: Told) -> None:
    claims = told("Rebels shelled a farm. Two farmers were hurt and 16 donkeys killed.")
    assert "attack_1 injured 2" in claims
    assert not [c for c in claims if " killed " in c]


def test_the_dead_of_years_are_not_those_of_the_strike_told_before(told: Told) -> None:
    years = "In recent years, 90 soldiers have been killed in Israeli airstrikes."
    claims = told(f"Israeli airstrikes hit Damascus on Monday, killing four soldiers. {years}")
    assert [c for c in claims if c.startswith("strike_1 killed")] == ["strike_1 killed 4"]


def test_deaths_in_protests_are_no_toll(told: Told) -> None:
    claims = told("Gunmen attacked a shrine. More than 200 people have died during the protests.")
    assert not [c for c in claims if " killed " in c]


def test_the_toll_of_a_sides_fighting_is_that_of_its_attacks(told: Told) -> None:
    claims = told("Hundreds of villagers have been killed in the fighting involving Boko Haram since 2011.")
    assert {"attack_1 attacker Boko Haram", "attack_1 date 2011/..", "attack_1 killed 200.."} <= set(claims)
