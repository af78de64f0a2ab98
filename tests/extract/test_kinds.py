"""Strike or attack: who delivers force, and by what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import FactSheet

Read = Callable[[str], FactSheet]


def _types(sheet: FactSheet) -> list[str]:
    return [e.type.value + ("*" if e.series else "") for e in sheet.events]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan army has killed 14 al-Shabab fighters near Mirefield.",
        "The Kenyan army said it had killed 14 al-Shabab fighters near Mirefield.",
        "Jordanian border guards shot dead two smugglers near Mirefield.",
        "The Egyptian military said its forces opened fire on a pickup truck near Mirefield.",
        "Turkish soldiers fired on a car near Mirefield.",
        "Kenyan troops captured the town of Mirefield.",
        "Ukrainian soldiers destroyed two Russian trucks near Mirefield.",
        "Egypt launched military operations against militants near Mirefield in May.",
        "French forces killed a militant leader in a helicopter raid near Mirefield.",
    ],
)
def test_force_at_close_quarters_is_an_attack(sheet_of: Read, text: str) -> None:
    types = _types(sheet_of(text))
    assert types in (["attack"], ["attack*"])


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 people were killed in raids by Russian warplanes on Mirefield.",
        "Russian planes carried out air raids on Mirefield, killing 12 people.",
        "The Kenyan army killed 14 al-Shabab fighters in a drone strike near Mirefield.",
        "The USS Amber fired on a launcher near Mirefield.",
        "Kenyan air force jets killed 14 al-Shabab fighters near Mirefield.",
    ],
)
def test_a_states_force_from_the_air_or_the_sea_is_a_strike(sheet_of: Read, text: str) -> None:
    assert {t.rstrip("*") for t in _types(sheet_of(text))} == {"strike"}


def test_who_storms_a_camp_and_kills_is_told_of_one_attack(told: Callable[[str], list[str]]) -> None:
    claims = told("Kenyan troops attacked a militant camp in Mirefield and killed 14 insurgents.")
    assert {"attack_1 attacker Kenyan troops", "attack_1 killed 14"} <= set(claims)
    assert not [c for c in claims if c.startswith(("attack_2", "strike"))]


@pytest.mark.parametrize(
    "text",
    [
        "French forces killed a leader of al-Qaida near Mirefield on Monday. The air strike hit his car.",
        "France killed a leader of al-Qaida near Mirefield on Monday. Witnesses said a drone hit his car.",
        "French forces kill al-Qaida leader\n\nFrance said its forces conducted an air strike near Mirefield on Monday.",
    ],
)
def test_a_killing_came_by_the_means_told_next(sheet_of: Read, text: str) -> None:
    assert _types(sheet_of(text)) == ["strike"]


def test_an_attack_came_by_what_its_side_is_told_to_use(sheet_of: Read) -> None:
    text = "Iran fired 30 missiles at Israel on Monday. Doctors said an Iranian attack on Mirefield had wounded six people."
    assert _types(sheet_of(text)) == ["strike", "strike"]
    mixed = "Russian artillery shelled Mirefield. Russian drones hit Westport. Officials said Russian attacks killed six."
    assert _types(sheet_of(mixed)) == ["attack", "strike", "attack*"]


def test_an_exchange_of_strikes_tells_its_weapons(told: Callable[[str], list[str]]) -> None:
    claims = told("Israel and Iran have exchanged drone strikes for six days.")
    assert {"strike_1 attacker Israel", "strike_1 attacker Iran", "strike_1 instrument drone"} <= set(claims)
    assert not [c for c in claims if c.startswith(("attack", "strike_2"))]


@pytest.mark.parametrize(
    "text",
    [
        "Two Indian warships assigned to intercept pirates reached Mirefield on Sunday.",
        "Jordan sent a helicopter to intercept the smugglers on Sunday.",
        "The Indian navy intercepted a dhow off Mirefield and arrested nine men.",
    ],
)
def test_orders_to_intercept_and_ships_halted_are_no_strikes(sheet_of: Read, text: str) -> None:
    assert _types(sheet_of(text)) == []


def test_attackers_who_were_intercepted_failed(told: Callable[[str], list[str]]) -> None:
    claims = told("Six gunmen tried to attack a police post in Mirefield, but soldiers intercepted them.")
    assert "attack_1 outcome thwarted" in claims
    assert not [c for c in claims if c.startswith("strike")]


def test_artillery_fire_and_drones_are_what_an_attack_was_made_with(told: Callable[[str], list[str]]) -> None:
    claims = told("Russia attacked Mirefield with artillery fire and drones on Monday.")
    assert {"strike_1 instrument artillery", "strike_1 instrument drone"} <= set(claims)
    assert {c.split()[0] for c in claims if c.startswith(("attack", "strike"))} == {"strike_1"}


def test_whom_strikes_are_on_does_not_do_the_killing(told: Callable[[str], list[str]]) -> None:
    claims = told("Turkish air strikes on Syrian troops and their allies in Mirefield have killed 12 soldiers.")
    assert {"strike_1 attacker Turkey", "strike_1 killed 12"} <= set(claims)
    assert not [c for c in claims if c.startswith("attack")]


def test_a_killing_in_a_shootout_is_one_event(told: Callable[[str], list[str]]) -> None:
    claims = told("Kenyan soldiers killed six militants in a shootout near Mirefield.")
    assert {"attack_1 attacker Kenyan soldiers", "attack_1 killed 6"} <= set(claims)
    assert {c.split()[0] for c in claims if c.startswith("attack")} == {"attack_1"}


def test_a_year_is_no_toll(told: Callable[[str], list[str]]) -> None:
    claims = told("An attack on a school in Mirefield in 2014 killed 60 people.")
    assert [c for c in claims if " killed " in c] == ["attack_1 killed 60"]


def test_being_on_the_offensive_is_no_event(told: Callable[[str], list[str]]) -> None:
    assert told("Syrian troops are on the offensive near Mirefield.") == []


def test_a_killing_as_aircraft_were_sent_in_a_raid_is_the_raid(told: Callable[[str], list[str]]) -> None:
    claims = told("The Israeli military killed four Palestinians as it sent gunships in a raid on a camp in Mirefield.")
    assert {"attack_1 killed 4", "attack_1 target camp", "attack_1 place Mirefield"} <= set(claims)
    assert {c.split()[0] for c in claims if c.startswith(("attack", "strike"))} == {"attack_1"}


def test_an_operation_that_destroyed_something_is_the_strike_told_before(told: Callable[[str], list[str]]) -> None:
    claims = told("French forces struck rebel depots near Mirefield. The operation on Monday destroyed six depots.")
    assert {"strike_1 target six depots", "strike_1 date 2024-05-13"} <= set(claims)
    assert {c.split()[0] for c in claims if c.startswith(("attack", "strike"))} == {"strike_1"}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Air and ground operations by Syrian forces killed 14 people near Mirefield.", ["attack*"]),
        ("Russian forces carried out attacks near Mirefield with guided bombs, killing a man.", ["strike*"]),
        (
            "Israel said it carried out attacks targeting fighters, and medics said an Israeli airstrike hit a car.",
            ["attack*", "strike"],
        ),
        ("French forces killed a rebel leader in Mirefield. Monday's strike was in self-defense.", ["strike"]),
    ],
)
def test_means_told_beside_the_word_decide(sheet_of: Read, text: str, types: list[str]) -> None:
    assert _types(sheet_of(text)) == types


def test_a_threat_found_does_not_do_the_striking(told: Callable[[str], list[str]]) -> None:
    claims = told("French forces determined the missile presented a threat to ships, and subsequently struck the missile.")
    assert "strike_1 attacker French forces" in claims or "strike_2 attacker French forces" in claims
    assert not [c for c in claims if c.startswith("strike") and " instrument " in c]


def test_whoever_is_believed_to_be_a_member_attacks(told: Callable[[str], list[str]]) -> None:
    claims = told("Gunmen believed to be members of the militant group Boko Haram have attacked a base in Mirefield.")
    assert {"attack_1 attacker Gunmen", "attack_1 target base", "attack_1 place Mirefield"} <= set(claims)


def test_militants_killed_during_the_attack_are_not_its_work(told: Callable[[str], list[str]]) -> None:
    claims = told("Gunmen attacked a base in Mirefield on Monday. Soldiers killed 14 militants during the attack.")
    assert "attack_1 killed 14" not in claims
    assert "attack_1 attacker Soldiers" not in claims


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Israeli tank fire killed three people in Mirefield.", ["attack"]),
        ("An Israeli artillery shell hit a house in Mirefield, killing four.", ["attack"]),
        ("Two shells landed in a compound in Mirefield.", ["attack"]),
        ("Israeli gunboats fired at a boat off Mirefield.", ["strike"]),
    ],
)
def test_shells_are_attacks_and_ships_strike(sheet_of: Read, text: str, types: list[str]) -> None:
    assert _types(sheet_of(text)) == types


def test_who_stops_men_and_kills_is_not_the_men(told: Callable[[str], list[str]]) -> None:
    claims = told("Pakistani soldiers stopped a group of militants trying to enter Mirefield and killed six of them.")
    assert "attack_1 attacker Pakistani soldiers" in claims
    assert not [c for c in claims if "attacker militants" in c]


def test_a_drone_is_none_of_the_jets_told_before(sheet_of: Read) -> None:
    text = "Israeli jets struck Westport on Monday. A drone hit a house in Mirefield. Hezbollah claimed the attack."
    assert _types(sheet_of(text)) == ["strike", "attack"]


def test_single_shell_is_artillery_and_a_shell_company_is_not(told: Callable[[str], list[str]]) -> None:
    assert "attack_1 instrument artillery" in told("A guard died when a shell hit a school in Gao.")
    assert not [x for x in told("The group used a shell company in Dubai.") if "attack" in x]


@pytest.mark.parametrize(
    ("killed", "kind"),
    [("three people", "strike"), ("three farmers and injured 18 others", "strike"), ("40 rebels", "attack")],
)
def test_killing_by_a_state_that_strikes_all_around_is_a_strike_unless_of_fighters(
    told: Callable[[str], list[str]], killed: str, kind: str
) -> None:
    lines = told(f"Russian missile and drone attacks hit Kyiv. Oleh Koval said Russian forces killed {killed} in Sumy.")
    assert any(c.startswith(f"{kind}_2 attacker Russian forces") for c in lines)
