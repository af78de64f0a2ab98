"""Places that stand away from the trigger."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


def test_a_place_that_opens_the_sentence_is_the_events(told: Told) -> None:
    claims = told("In Mirefield, the governor said on Monday that Russian shelling had killed two people.")
    assert "attack_1 place Mirefield [governor]" in claims or "attack_1 place Mirefield" in claims
    assert "attack_1 killed 2 [governor]" in claims


def test_a_distance_from_a_place_is_the_place(told: Told) -> None:
    claims = told("Officials said the attack on the tanker happened about 40 miles southwest of Aden.")
    assert "attack_1 place about 40 miles southwest of Aden [Officials]" in claims


def test_there_is_the_place_told_before(told: Told) -> None:
    claims = told("The governor of the Delta region said three drones were shot down there.")
    assert "strike_1 place Delta region [governor]" in claims


def test_a_city_of_a_region_is_told_by_its_own_name(told: Told) -> None:
    claims = told("Israeli troops raided a camp in the West Bank city of Mirefield.")
    assert "attack_1 place Mirefield" in claims


def test_facilities_of_a_country_are_no_place(told: Told) -> None:
    claims = told("Militants launched drone attacks against U.S. facilities in Iraq.")
    assert "attack_1 target U.S. facilities" in claims
    assert "attack_1 place U.S. facilities" not in claims


def test_a_port_is_told_with_its_town(told: Told) -> None:
    claims = told("Israeli warplanes struck depots near the Red Sea port of Mirefield.")
    assert "strike_1 place Red Sea port of Mirefield" in claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The attack on a convoy occurred in Mirefield late on Monday.", "attack_1 place Mirefield"),
        ("The attack took place in Mirefield, about 40 miles south of Tiraspol.", "attack_1 place Mirefield"),
        ("One soldier was killed when their base in Mirefield was hit by rockets.", "attack_1 place Mirefield"),
    ],
)
def test_verbs_that_only_place_an_event(told: Told, text: str, claim: str) -> None:
    places = [line for line in told(text) if " place " in line]
    assert places == [claim]


def test_some_mosque_is_hit_and_no_place(told: Told) -> None:
    claims = told("A suicide bomber targeted a Shiite mosque in Mirefield.")
    assert [line for line in claims if " place " in line] == ["attack_1 place Mirefield"]


def test_a_part_of_a_land_that_a_group_controls_is_named_whole(told: Callable[[str], list[str]]) -> None:
    claims = told("British jets struck a depot in Hezbollah-controlled Lebanon on Monday.")
    assert [c for c in claims if " place " in c] == ["strike_1 place Hezbollah-controlled Lebanon"]


def test_land_that_opens_a_sentence_by_its_owner_is_the_place(told: Callable[[str], list[str]]) -> None:
    claims = told("In Mali's Gao region, which borders Niger, the governor said a French helicopter struck a mill.")
    assert "strike_1 place Gao region [governor]" in claims


def test_missiles_directed_at_regions_tell_where_the_attacks_were(told: Callable[[str], list[str]]) -> None:
    claims = told("Russian attacks also included missiles directed at the Lutsk and Rivne regions.")
    assert [c.split(" place ")[1] for c in claims if " place " in c] == ["Lutsk", "Rivne"]


def test_intercepts_that_took_place_over_regions_tell_where_drones_were_shot_down(told: Told) -> None:
    claims = told(
        "The air force reported destroying nine drones, with the intercepts taking place over the Lutsk and Rivne regions."
    )
    assert [c.split(" place ")[1].split(" [")[0] for c in claims if " place " in c] == ["Lutsk", "Rivne"]


def test_city_told_behind_what_it_is_is_the_place(told: Told) -> None:
    claims = told(
        "Officials said Russian airstrikes on the country's third-largest city, Rivne, on Monday destroyed a mill."
    )
    assert [c for c in claims if " place " in c] == ["strike_1 place Rivne [Officials]"]


def test_capitals_of_a_headline_make_no_name(told: Told) -> None:
    claims = told("Russian Strikes Hit School, Residential Building\n\nOfficials in Rivne gave no details of it on Monday.")
    assert {"strike_1 target School"} <= set(claims)
    assert not [c for c in claims if " place " in c]


def test_time_of_a_comparison_is_no_date(told: Told) -> None:
    claims = told("A Russian missile hit a mill in Rivne. The strike was the latest attack in recent weeks to kill nurses.")
    assert not [c for c in claims if " date " in c]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Strikes hit rebel sites in the southern town of Gao and the eastern Tilemsi Valley.",
            ["Gao", "eastern Tilemsi Valley"],
        ),
        ("A missile struck the port city of Odesa on the Black Sea.", ["Odesa"]),
        ("French jets struck a mill in the area of the Salam Hospital in Gao.", ["Salam Hospital"]),
        ("French air strikes have mostly targeted Beirut's northern suburbs.", ["Beirut's northern suburbs"]),
        ("French jets struck a depot in a rebel-controlled area of Mali.", ["rebel-controlled area of Mali"]),
    ],
)
def test_places_are_told_whole_and_go_on_behind_a_towns_name(told: Told, text: str, places: list[str]) -> None:
    assert [c.split(" place ")[1] for c in told(text) if " place " in c][: len(places)] == places


@pytest.mark.parametrize("guests", ["displaced families", "families", "displaced people", "evacuees"])
def test_place_behind_whom_a_building_shelters_is_the_strikes(told: Told, guests: str) -> None:
    assert "strike_1 place Rafah" in told(f"Israel struck a school sheltering {guests} in Rafah.")


@pytest.mark.parametrize("bomb", ["A bomb in Homs", "A car bomb near Homs", "A roadside bomb in Homs on Monday"])
def test_place_behind_a_bomb_is_the_attacks(told: Told, bomb: str) -> None:
    assert "attack_1 place Homs" in told(f"{bomb} killed two guards.")


@pytest.mark.parametrize(
    ("teller", "place"),
    [
        ("The governor of the Sumy region", "Sumy region"),
        ("Officials in Russia's Kursk region", "Kursk region"),
        ("Oleh Koval, the mayor of Lviv,", "Lviv"),
    ],
)
def test_attack_that_a_local_office_tells_was_there(told: Told, teller: str, place: str) -> None:
    lines = told(f"{teller} said a drone attack hit a hotel.")
    assert [c.split(" place ")[1].split(" [")[0] for c in lines if " place " in c] == [place]


def test_attack_that_a_local_office_tells_of_elsewhere_was_elsewhere(told: Told) -> None:
    lines = told("The mayor of Kyiv said Russian missiles struck Lviv.")
    assert [c.split(" [")[0] for c in lines if " place " in c] == ["strike_1 place Lviv"]


@pytest.mark.parametrize(
    "opening",
    [
        "TAMPA, Fla. - In the Red Sea, ",
        "On December 13, in the Red Sea, ",
        "TAMPA, Fla. – In the Red Sea on December 13, ",
        "At 8:30 a.m. on December 13, in the Red Sea, ",
    ],
)
def test_place_that_opens_a_report_is_the_events(told: Told, opening: str) -> None:
    lines = told(f"{opening}the tanker Rosa Bay was under attack from Houthi forces.")
    assert {"attack_1 place Red Sea", "attack_1 attacker Houthi forces", "attack_1 target tanker Rosa Bay"} <= set(lines)


@pytest.mark.parametrize("passage", ["vessels transiting the Red Sea", "vessels lawfully crossing the Red Sea"])
def test_waters_that_ships_pass_are_the_attacks(told: Told, passage: str) -> None:
    assert "attack_1 place Red Sea" in told(f"The Houthis launched attacks on {passage}.")


def test_waters_passed_while_hit_are_the_attacks(told: Told) -> None:
    lines = told("A missile was launched from Yemen toward the tanker Rosa Bay while transiting the Gulf of Aden.")
    assert "attack_1 place Gulf of Aden" in lines


def test_base_that_a_building_stands_on_is_no_target(told: Told) -> None:
    lines = told("U.S. forces struck a workshop on a coalition base near Hasakah.")
    assert [c for c in lines if " target " in c] == ["strike_1 target workshop"]


def test_arabic_article_within_a_name_does_not_cut_it(told: Told) -> None:
    assert "strike_1 place Dar as Salam" in told("A French air strike hit rebels in the vicinity of Dar as Salam.")


def test_there_that_begins_a_clause_points_to_no_place(told: Told) -> None:
    lines = told(
        "The army said in a post on X that French jets took part in the strikes, and that there were no casualties."
    )
    assert not [c for c in lines if " place " in c]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Kherson and Odesa, Russian shelling wounded three people.", {"Kherson", "Odesa"}),
        ("Ukrainian shelling of the border region of Belgorod killed 11 civilians.", {"border region of Belgorod"}),
    ],
)
def test_places_in_front_and_regions_behind_of(told: Told, text: str, places: set[str]) -> None:
    assert {f"attack_1 place {p}" for p in places} <= set(told(text))


def test_towns_of_the_fronts_are_places_and_no_targets(told: Told) -> None:
    claims = told("Hezbollah fired rockets at Kiryat Shmona and Metula on Monday.")
    assert {"attack_1 place Kiryat Shmona", "attack_1 place Metula"} <= set(claims)
    assert not [c for c in claims if " target " in c]


def test_the_finer_of_two_places_in_front(told: Told) -> None:
    claims = told("In Iraq, near Qayyarah, a strike destroyed a weapons cache.")
    assert [c for c in claims if " place " in c] == ["strike_1 place Qayyarah"]


def test_a_base_known_by_its_name_lies_in_its_land(told: Told) -> None:
    assert "attack_1 place Tower 22" in told("A drone attack at a base in Jordan known as Tower 22 killed three soldiers.")


def test_engagements_of_strikes_are_the_strikes(told: Told) -> None:
    claims = told("Coalition aircraft conducted 21 strikes consisting of 34 engagements against ISIS targets in Syria.")
    assert {"strike_1 size 21", "strike_1 target ISIS targets", "strike_1 place Syria"} <= set(claims)


def test_the_place_behind_an_aside_on_the_hurt(told: Told) -> None:
    claims = told("A Hezbollah drone strike wounded 18 Israeli soldiers, one seriously, in the Golan Heights on Sunday.")
    assert "attack_1 place Golan Heights" in claims


def test_those_hurt_at_one_of_two_places_are_no_attacks(told: Told) -> None:
    claims = told("The Pentagon said 45 troops were injured in the two attacks, including 19 at al-Asad.")
    assert not [c for c in claims if " size 19" in c]


def test_weapons_bound_for_a_land_and_on_the_ground(told: Told) -> None:
    claims = told("French forces shot down six missiles bound for Israel and destroyed seven drones on the ground in Mali.")
    assert any(c.endswith(" target six missiles") for c in claims)
    assert not [c for c in claims if c.endswith(" target ground")]
