"""What was hit, and where it lies, told behind the strike in sentences of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]
STRIKE = "French jets struck six depots in Mali on Monday. "


def test_targets_are_listed_behind_the_strike(told: Told) -> None:
    claims = told(STRIKE + "The facilities hit included command posts, rockets and launchers.")
    assert {"strike_1 target command posts", "strike_1 target rockets", "strike_1 target launchers"} <= set(claims)


def test_strike_targets_are_no_verb(told: Told) -> None:
    claims = told(STRIKE + "According to the army, the strike targets included command posts and launchers.")
    assert {"strike_1 target command posts [army]", "strike_1 target launchers [army]"} <= set(claims)


def test_targets_lie_where_a_sentence_says(told: Told) -> None:
    claims = told(STRIKE + "In the north, the targets were located in the vicinity of Tessalit and Aguelhok.")
    assert {"strike_1 place Tessalit", "strike_1 place Aguelhok"} <= set(claims)


def test_they_are_the_targets_just_placed(told: Told) -> None:
    claims = told(STRIKE + "The targets were near Gao. In Niger, they were in the vicinity of Ayorou.")
    assert {"strike_1 place Gao", "strike_1 place Ayorou"} <= set(claims)


def test_a_part_of_the_targets_stands_in_a_relative_clause(told: Told) -> None:
    claims = told("French jets struck six depots in Mali, which included more than 40 launchers.")
    assert "strike_1 target more than 40 launchers" in claims


@pytest.mark.parametrize(
    "text",
    [
        STRIKE + "They were near Gao.",
        STRIKE + "The talks included officers and envoys.",
        "The rebels threatened to attack ships near Mali. The targets included tankers.",
    ],
)
def test_other_lists_are_no_targets(told: Told, text: str) -> None:
    claims = told(text)
    assert not any("Gao" in c or "envoys" in c or "tankers" in c for c in claims)


def test_the_strike_targets_are_those_of_the_strike_before(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "British jets struck six rebel sites in Yemen on Monday.\n\n"
        "According to the Defense Ministry, the strike targets included a drone hangar and two radars."
    )
    assert [c for c in claims if c.startswith("strike_1 target drone hangar")]
    assert [c for c in claims if c.startswith("strike_1 target two radars")]


def test_command_centers_in_a_list_are_hit_with_the_others(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "The strikes hit nine targets, including fuel depots, command and control centers, missile systems and radars."
    )
    assert {
        f"strike_1 target {thing}" for thing in ("fuel depots", "command and control centers", "missile systems", "radars")
    } <= set(claims)


def test_regions_in_a_list_are_all_places(told: Callable[[str], list[str]]) -> None:
    claims = told("Russia launched attacks on the Lutsk, Rivne and Sumy regions.")
    assert {c for c in claims if " place " in c or " target " in c} == {
        f"attack_1 place {region}" for region in ("Lutsk", "Rivne", "Sumy")
    }


def test_two_adjectives_before_sites_make_one_target(told: Callable[[str], list[str]]) -> None:
    lines = told("Several fuel and energy facilities were targeted Tuesday in a Ukrainian drone attack.")
    assert [c for c in lines if " target " in c] == ["strike_1 target Several fuel and energy facilities"]


def test_long_list_of_what_the_locations_included_is_hit_whole(told: Callable[[str], list[str]]) -> None:
    lines = told(
        "French forces targeted eight locations, which included underground weapons storage facilities, missile launchers, "
        "one-way attack unmanned aerial systems, air defense systems, radars, and a helicopter, to disrupt the militia."
    )
    hit = [c.split(" target ")[1] for c in lines if " target " in c]
    assert hit[-5:] == [
        "missile launchers",
        "one-way attack unmanned aerial systems",
        "air defense systems",
        "radars",
        "helicopter",
    ]
