"""One verb, several events: a number at one place, another number at the next."""

from __future__ import annotations

from collections.abc import Callable

from belligraph.model.sheet import FactSheet

Told = Callable[[str], list[str]]


def _by_event(claims: list[str], prop: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        subject, _, rest = claim.partition(f" {prop} ")
        if rest:
            found.setdefault(subject, []).append(rest.split(" [")[0])
    return found


def test_each_place_has_its_own_drones_shot_down(told: Told) -> None:
    claims = told("Ukrainian forces shot down seven drones over Mirefield, three over Westport and another near Lowgate.")
    assert _by_event(claims, "place") == {"strike_1": ["Mirefield"], "strike_2": ["Westport"], "strike_3": ["Lowgate"]}
    targets = _by_event(claims, "target")
    assert targets == {"strike_1": ["seven drones"], "strike_2": ["three drones"], "strike_3": ["another drone"]}
    assert _by_event(claims, "attacker") == {f"strike_{n}": ["Ukrainian forces"] for n in (1, 2, 3)}


def test_parts_of_a_number_are_events_beside_the_whole(told: Told) -> None:
    claims = told("Ukrainian air defenses shot down 12 drones on Monday: five over Mirefield and seven over Westport.")
    assert _by_event(claims, "target") == {
        "strike_1": ["12 drones"],
        "strike_2": ["five drones"],
        "strike_3": ["seven drones"],
    }
    assert _by_event(claims, "date") == {f"strike_{n}": ["2024-05-13"] for n in (1, 2, 3)}


def test_the_passive_goes_on_as_well(told: Told) -> None:
    claims = told("Four drones were destroyed over Mirefield and one over Westport, the ministry said.")
    assert _by_event(claims, "target") == {"strike_1": ["Four drones"], "strike_2": ["one drone"]}


def test_each_place_has_its_own_dead(told: Told) -> None:
    claims = told("Israeli strikes killed nine people in Mirefield, four in Westport and one in Lowgate on Monday.")
    assert _by_event(claims, "killed") == {"strike_1": ["9"], "strike_2": ["4"], "strike_3": ["1"]}
    assert _by_event(claims, "place") == {"strike_1": ["Mirefield"], "strike_2": ["Westport"], "strike_3": ["Lowgate"]}
    assert set(_by_event(claims, "attacker")) == {"strike_1", "strike_2", "strike_3"}


def test_children_among_the_dead_are_no_event(told: Told) -> None:
    claims = told("Israeli strikes killed nine people in Mirefield, four of them children, including one in a school.")
    assert {c.split()[0] for c in claims if c.startswith("strike")} == {"strike_1"}


def test_a_preposition_told_again_brings_a_second_place(told: Told) -> None:
    claims = told("Russian rockets hit houses at Mirefield and at Westport.")
    assert sorted(_by_event(claims, "place").popitem()[1]) == ["Mirefield", "Westport"]


def test_each_target_of_a_list_at_its_own_town_is_an_event(told: Told) -> None:
    claims = told("Gunmen attacked a police station in Mirefield, a church in Jos and a market in Kano on Monday.")
    assert _by_event(claims, "target") == {"attack_1": ["police station"], "attack_2": ["church"], "attack_3": ["market"]}
    assert _by_event(claims, "place") == {"attack_1": ["Mirefield"], "attack_2": ["Jos"], "attack_3": ["Kano"]}
    assert set(_by_event(claims, "attacker")) == {"attack_1", "attack_2", "attack_3"}


def test_one_here_and_another_there_are_events_beside_the_series(told: Told) -> None:
    claims = told("The army carried out two strikes, one in Homs and another in Idlib.")
    assert "strike_1 size 2" in claims
    assert _by_event(claims, "place") == {"strike_2": ["Homs"], "strike_3": ["Idlib"]}


def test_another_by_itself_is_one_more_event(told: Told) -> None:
    claims = told(
        "An Israeli air strike on a house killed six people. Another, near Mirefield, killed four. "
        "Another hit a school in Westport, wounding nine."
    )
    assert _by_event(claims, "killed") == {"strike_1": ["6"], "strike_2": ["4"]}
    assert _by_event(claims, "injured") == {"strike_3": ["9"]}
    assert _by_event(claims, "place") == {"strike_2": ["Mirefield"], "strike_3": ["Westport"]}
    assert _by_event(claims, "target")["strike_3"] == ["school"]
    assert set(_by_event(claims, "attacker")) == {"strike_1", "strike_2", "strike_3"}


def test_another_barrage_is_told_once(told: Told) -> None:
    claims = told("Hezbollah launched another barrage of 20 rockets at Mirefield on Monday.")
    assert set(_by_event(claims, "instrument")) == {"attack_1"}


def test_parts_of_a_series_are_series_at_their_places(told: Told) -> None:
    claims = told("There have been at least 50 attacks on French troops since May 3, 32 in Mali and 18 in Niger.")
    assert _by_event(claims, "size") == {"attack_1": ["50.."], "attack_2": ["32"], "attack_3": ["18"]}
    assert _by_event(claims, "place") == {"attack_2": ["Mali"], "attack_3": ["Niger"]}
    assert set(_by_event(claims, "target")) == {"attack_1", "attack_2", "attack_3"}


def test_what_weapons_are_for_is_no_event(told: Told) -> None:
    assert not told("The package includes missiles to shoot down drones.")


def test_troops_may_come_under_attack_many_times(told: Told) -> None:
    assert "attack_1 size 23" in told("French forces have come under attack 23 times since May 3.")


def test_each_of_a_list_of_regions_is_a_place_without_the_word_for_its_kind(told: Told) -> None:
    claims = told("The army said it shot down nine drones over the Mirefield, Oakdale and Northtown regions.")
    assert {f"strike_1 place {name} [army]" for name in ("Mirefield", "Oakdale", "Northtown")} <= set(claims)


def test_one_drone_each_over_several_regions_is_another_strike_at_all_of_them(told: Told) -> None:
    claims = told(
        "Niger's air defenses destroyed five drones over the Gao region and one drone each over the Mirefield and Oakdale "
        "regions."
    )
    assert {"strike_1 target five drones", "strike_2 target one drone"} <= set(claims)
    assert {"strike_2 place Mirefield", "strike_2 place Oakdale"} <= set(claims)
    assert "strike_1 target one drone" not in claims


def test_another_who_was_wounded_is_no_other_event(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of(
        "Rebels used rockets in the attack on a camp. Meanwhile, one guard was killed and another wounded in a bomb blast "
        "in Goma."
    )
    assert len(sheet.events) == 2
