"""Who was among the dead and the hurt, whole wars' tolls, and second towns, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]

_STRUCK = "An airstrike hit a house in Oakdale on Monday, killing nine people"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (", among them a local NLF commander.", {"killed 1", "target local NLF commander"}),
        (", including the group's military commander.", {"killed 1", "target military commander"}),
        (", two of them children.", {"killed 2", "target children"}),
        (", including a 9-year-old girl, and 14 others were injured.", {"killed 1", "injured 14"}),
        (", including two women, and three others were wounded.", {"killed 2", "injured 3"}),
    ],
)
def test_parts_of_the_dead_stand_beside_them(told: Told, text: str, parts: set[str]) -> None:
    claims = {c.removeprefix("strike_1 ").removeprefix("attack_1 ") for c in told(_STRUCK + text)}
    assert {"killed 9"} | parts <= claims
    assert not claims & {"killed 14", "killed 3"}


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("The airstrike in Oakdale killed John Doe, a rebel commander, and five civilians.", "5"),
        ("The airstrike in Oakdale killed John Doe, a commander of the rebels, and two others.", "2"),
        ("The airstrike in Oakdale killed John Doe, a rebel commander, and five men, including two guards.", "5"),
    ],
)
def test_what_a_named_dead_man_was_is_nobody_else(told: Told, text: str, others: str) -> None:
    claims = [c.split(" ", 1)[1] for c in told(text)]
    assert claims.count("killed 1") == 1
    assert f"killed {others}" in claims


@pytest.mark.parametrize(
    "text",
    [
        "Since the war began in May, more than 900 people have been killed.",
        "Since the fighting began in May, more than 900 people have been killed in Sylvania.",
        "In all, more than 900 people have been killed in Sylvania in seven months of violence.",
        "In Sylvania, more than 900 civilians have died in the cross-border exchanges.",
        "The death toll in the enclave has risen to 9,100.",
    ],
)
def test_the_dead_of_a_whole_war_are_not_those_of_the_last_strike(told: Told, text: str) -> None:
    claims = told(f"An airstrike hit a car in Oakdale on Monday. {text}")
    assert not [c for c in claims if c.startswith("strike_1 killed") or c.startswith("attack_1 killed")]


def test_what_a_side_has_done_since_a_day_is_a_series_with_its_dead(told: Told) -> None:
    claims = told(
        "Rebels ambushed a convoy near Gao on Monday. The rebels have killed nearly 200 soldiers in Mali since January."
    )
    assert "attack_2 killed ~200" in claims
    assert "attack_2 attacker rebels" in claims or "attack_2 attacker Rebels" in claims


@pytest.mark.parametrize(
    "text",
    [
        "Israeli jets struck the towns of Habbouch and Naqoura.",
        "Israeli jets hit depots in the cities of Habbouch and Naqoura.",
        "Israeli strikes in Habbouch and Naqoura killed four people.",
        "Israeli jets struck the villages of Arab Salim, Habbouch and Naqoura.",
    ],
)
def test_each_town_of_a_list_is_a_place(told: Told, text: str) -> None:
    assert {"strike_1 place Habbouch", "strike_1 place Naqoura"} <= set(told(text))


def test_a_crew_that_is_safe_is_not_that_of_the_ship_on_which_men_died(told: Told) -> None:
    claims = told("Rebels fired a missile at a tanker, killing three sailors. The vessel and its crew are safe.")
    assert not [c for c in claims if c.endswith("killed 0")]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Gunmen attacked a market in Gao, killing 12, including two children.", "killed 2"),
        ("Gunmen attacked a market in Gao and injured 20, among them a journalist and three nurses.", "injured 3"),
        ("Gunmen attacked a market in Gao. The death toll rose to 12, including five children.", "killed 5"),
    ],
)
def test_parts_stand_beside_a_bare_number(told: Told, text: str, part: str) -> None:
    assert f"attack_1 {part}" in told(text)


def test_numbers_behind_the_targets_share_them_out_over_places(told: Told) -> None:
    claims = told("French jets hit more than 85 targets at seven sites, three in Iraq and four in Syria.")
    assert {"strike_1 place Iraq", "strike_1 place Syria"} <= set(claims)


def test_what_a_site_is_for_is_no_target(told: Told) -> None:
    claims = told("French jets targeted rocket and missile storage facilities in Syria.")
    assert "strike_1 target missile storage facilities" in claims
    assert "strike_1 target rocket" not in claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("CENTCOM conducted 137 missions, with 14 ISIS operatives killed and 92 detained.", {"killed 14", "size 137"}),
        (
            "In Iraq and Syria, CENTCOM conducted 39 raids with seven killed.",
            {"killed 7", "place Iraq", "place Syria"},
        ),
        ("U.S. forces completed 137 operations against ISIS.", {"size 137", "attacker U.S. forces"}),
    ],
)
def test_missions_have_a_size_and_their_dead(told: Told, text: str, claims: set[str]) -> None:
    assert claims <= {c.removeprefix("attack_1 ") for c in told(text)}


def test_the_dead_told_behind_those_of_the_fighting_are_the_fightings_too(told: Told) -> None:
    claims = told(
        "An airstrike on a house killed four men. The fighting has killed some 240 rebels in Lebanon. "
        "In Israel, nine civilians and 11 soldiers have been killed."
    )
    war = next(c.split()[0] for c in claims if c.endswith("killed ~240"))
    assert {f"{war} killed 9", f"{war} killed 11"} <= set(claims)


def test_some_of_those_killed_were_children(told: Told) -> None:
    claims = told("A missile attack on Sevastopol killed four people. Two of those killed were children.")
    assert {"attack_1 killed 2", "attack_1 target children"} <= set(claims)


def test_separate_times_are_times(told: Told) -> None:
    assert "attack_1 size 13.." in told("Militias attacked U.S. forces in Iraq at least 13 separate times since Oct. 17.")


def test_half_of_the_dead_are_a_number_too(told: Told) -> None:
    claims = told("An airstrike in Oakdale killed 16 people. Nurses said half of the 16 killed were children.")
    figures = [c.split("killed ")[1].split(" [")[0] for c in claims if " killed " in c]
    assert figures == ["16", "8"]


def test_deaths_that_came_after_others_are_those_told_before(told: Told) -> None:
    claims = told(
        "Shelling killed two men in Kherson. The two deaths came after a woman died in shelling in Odesa on Sunday."
    )
    assert sum(" killed 2" in c for c in claims) == 1
