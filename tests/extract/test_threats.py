"""Attacks that were only threatened or planned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import FactSheet

Told = Callable[[str], list[str]]


def test_weapons_loaded_to_be_fired_are_a_planned_attack(told: Told) -> None:
    claims = told("Sylvanian officers said those rockets had been loaded to be fired.")
    assert "attack_1 outcome planned [Sylvanian officers]" in claims or "attack_1 outcome planned" in claims
    assert any(c.startswith("attack_1 instrument rocket") for c in claims)


def test_weapons_prepared_to_launch_at_ships_are_a_planned_attack_on_them(told: Told) -> None:
    claims = told("French forces struck two drones that were prepared to launch against ships in the Red Sea.")
    assert "strike_1 attacker French forces" in claims
    assert {"attack_2 outcome planned", "attack_2 instrument drone", "attack_2 target ships"} <= set(claims)


def test_militants_who_continue_to_threaten_make_a_series_that_is_threatened(
    told: Told, sheet_of: Callable[[str], FactSheet]
) -> None:
    text = "The Houthi militants continue to threaten fishing boats in the Gulf of Aden."
    claims = told(text)
    assert {"attack_1 attacker Houthi militants", "attack_1 outcome threatened", "attack_1 target fishing boats"} <= set(
        claims
    )
    assert "attack_1 place Gulf of Aden" in claims
    assert [e.series for e in sheet_of(text).events] == [True]


def test_behavior_that_endangers_lives_is_a_series_on_those_people(told: Told) -> None:
    claims = told("This reckless behavior by the Houthis endangers the lives of fishermen and mariners across the Red Sea.")
    assert {"attack_1 attacker Houthis", "attack_1 target mariners", "attack_1 place Red Sea"} <= set(claims)


def test_strikes_in_response_to_threats_respond_to_threatened_attacks(told: Told) -> None:
    claims = told("Britain carried out airstrikes on Houthi depots in response to the threats in the Red Sea.")
    assert "strike_1 responds_to attack_2" in claims
    assert {"attack_2 outcome threatened", "attack_2 place Red Sea"} <= set(claims)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry is prepared to launch a review of the budget.",
        "Rising prices threaten families across France.",
        "The army continues to support the government.",
    ],
)
def test_no_force_gives_no_threat(text: str, told: Told) -> None:
    assert not [c for c in told(text) if " outcome " in c]


def test_they_presented_a_threat_with_the_weapons_told_before(told: Told) -> None:
    claims = told("The crew found two mortars in a shed and determined they presented an imminent threat to French ships.")
    assert {"attack_1 instrument mortar", "attack_1 outcome threatened", "attack_1 target French ships"} <= set(claims)


def test_an_attack_that_somebody_is_plotting_is_planned(told: Told) -> None:
    claims = told("Officials said Islamic State militants were plotting attacks in France.")
    assert any(c.startswith("attack_1 outcome planned") for c in claims)
    assert any(c.startswith("attack_1 attacker Islamic State militants") for c in claims)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The rebels have vowed to target merchant ships.", "attack_1 outcome threatened"),
        ("The rebels warned they will attack merchant ships.", "attack_1 outcome threatened [rebels]"),
        ("The rebels attempted to attack a barracks.", "attack_1 outcome attempted"),
        ("The rebels planned to attack a barracks.", "attack_1 outcome planned"),
    ],
)
def test_force_that_is_only_meant(told: Told, text: str, claim: str) -> None:
    assert claim in told(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("French forces struck two drones that were prepared to launch against ships.", "planned attack on ships"),
        ("The militia vowed to attack fishing boats.", "threatened attack by militia on fishing boats"),
        ("The militia attacked fishing boats on Monday.", "attack by militia on fishing boats"),
    ],
)
def test_the_heading_of_what_did_not_come_to_pass_says_so(
    sheet_of: Callable[[str], FactSheet], text: str, label: str
) -> None:
    assert label in [e.label for e in sheet_of(text).events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad threatened a ground offensive against rebels in Niger.",
            ["attacker Chad", "outcome threatened", "target rebels"],
        ),
        (
            "Officials warned of an imminent French attack on Niger.",
            ["attacker France", "outcome threatened", "target Niger"],
        ),
        ("A French threat to strike Niger has raised fears.", ["attacker France", "outcome threatened"]),
        ("Police foiled a plot to bomb a library in Paris.", ["outcome thwarted", "target library"]),
        ("France is expected to launch a ground offensive in Niger.", ["attacker France", "outcome planned"]),
        (
            "The rebels said they would continue to attack ships until the war ends.",
            ["attacker rebels", "outcome threatened"],
        ),
        ("The rebels called for attacks on French bases.", ["outcome threatened", "target French bases"]),
        ("The drones were about to be launched at a French base.", ["outcome planned", "instrument drone"]),
        ("France will strike again, the minister said.", ["attacker France", "outcome threatened"]),
    ],
)
def test_force_that_is_still_to_come_says_so(told: Told, text: str, expected: list[str]) -> None:
    claims = told(text)
    for tail in expected:
        assert any(f" {tail} " in f"{c} " for c in claims), (tail, claims)


def test_those_who_foil_a_plot_are_no_attackers(told: Told) -> None:
    assert not [c for c in told("Police foiled a plot to bomb a library in Paris.") if " attacker " in c]


def test_what_could_be_attacked_is_possible(told: Told) -> None:
    claims = told("Iran could attack Israel within days, officials said.")
    assert [c for c in claims if " target Israel" in c and c.endswith("(possible)")]


@pytest.mark.parametrize(
    "text",
    ["Iran will answer if its embassy was hit.", "Israel failed to intercept the drone.", "He asked if they were attacked."],
)
def test_conditions_and_failures_tell_of_no_force(told: Told, text: str) -> None:
    assert not told(text)


def test_what_somebody_warned_they_might_attack_is_threatened(told: Callable[[str], list[str]]) -> None:
    text = "The rebels warned that they might attack more bases in Chad. Three people were wounded in the raid on Monday."
    claims = told(text)
    assert any(line.startswith("attack_1 outcome threatened") for line in claims)
    assert any(line.startswith("attack_1 attacker rebels") for line in claims)
    assert not [line for line in claims if line.startswith("attack_1 injured")]


def test_who_poses_a_threat_threatens_all_who_are_listed(told: Callable[[str], list[str]]) -> None:
    claims = told("Boko Haram poses a grave threat to civilians, our regional partners and foreign allies.")
    assert {"attack_1 attacker Boko Haram", "attack_1 outcome threatened"} <= set(claims)
    hit = {"attack_1 target civilians", "attack_1 target regional partners", "attack_1 target foreign allies"}
    assert hit <= set(claims)


def test_a_threat_may_be_of_several_kinds(told: Callable[[str], list[str]]) -> None:
    claims = told("French jets struck Boko Haram fighters who posed a direct, grave and immediate threat to French forces.")
    assert {"attack_2 attacker Boko Haram fighters", "attack_2 target French forces"} <= set(claims)


def test_a_threat_to_peace_hits_nobody(told: Callable[[str], list[str]]) -> None:
    assert not any(" target " in c for c in told("Boko Haram poses a grave threat to peace and stability."))


def test_fighters_who_engaged_soldiers_attacked_them(told: Callable[[str], list[str]]) -> None:
    claims = told(
        "French forces conducted an airstrike against Boko Haram fighters who engaged Nigerien soldiers near Diffa."
    )
    assert {"attack_1 target Nigerien soldiers", "attack_1 place Diffa"} <= {
        c.replace("attack_2", "attack_1") for c in claims
    }
    assert "strike_1 attacker French forces" in claims


def test_whoever_is_made_to_pay_is_threatened(told: Callable[[str], list[str]]) -> None:
    lines = told("We will make the Houthis pay a price, the minister said.")
    assert [x for x in lines if " target Houthis" in x]
    assert [x for x in lines if " outcome threatened" in x]


def test_threat_is_posed_by_every_weapon_told(told: Callable[[str], list[str]]) -> None:
    lines = told("The missiles and UAVs presented an imminent threat to merchant vessels.")
    assert {"attack_1 instrument missile", "attack_1 instrument drone"} <= set(lines)


def test_these_systems_are_the_weapons_told_before_and_no_ship(told: Callable[[str], list[str]]) -> None:
    lines = told(
        "A coalition warship shot down a drone and an anti-ship ballistic missile. "
        "These systems presented an imminent threat to merchant vessels."
    )
    told_of = {x.split()[-1] for x in lines if x.startswith("attack_2 instrument")}
    assert told_of == {"drone", "anti-ship-missile", "ballistic-missile"}


def test_a_plot_is_whose_it_is_by(told: Callable[[str], list[str]]) -> None:
    lines = told("The ministry said it had foiled a plot by Ukraine to bomb a railway line.")
    assert [x for x in lines if " attacker Ukraine" in x]


def test_whether_somebody_would_retaliate_is_no_threat(told: Callable[[str], list[str]]) -> None:
    assert not [x for x in told("The minister declined to say whether the army would retaliate.") if "threatened" in x]
