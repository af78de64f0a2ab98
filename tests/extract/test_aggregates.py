"""Series and deployments, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

from belligraph.model.sheet import EventType, FactSheet, QuantityObject

Told = Callable[[str], list[str]]


def test_count_of_times_makes_a_series_with_its_parts(told: Told) -> None:
    claims = told(
        "French forces have been attacked about 30 times since March 1, including 20 times in Mali and 10 times in Niger."
    )
    assert {
        "attack_1 size ~30",
        "attack_2 size 20",
        "attack_2 place Mali",
        "attack_3 size 10",
        "attack_3 place Niger",
    } <= set(claims)
    assert claims.count("attack_1 date 2024-03-01/..") == 1
    assert not [line for line in claims if line.startswith("attack_1 place")]


def test_ordinal_time_is_a_series_of_that_size(told: Told) -> None:
    assert "strike_1 size 5" in told("It was the fifth time the French air force struck a rebel camp in Mali.")


def test_counted_attacks_are_a_series(sheet_of: Callable[[str], FactSheet], told: Told) -> None:
    text = "Rebels have carried out more than 40 attacks on convoys since March."
    assert [e.series for e in sheet_of(text).events] == [True]
    assert "attack_1 size 41.." in told(text)


def test_strikes_of_one_operation_are_one_event(sheet_of: Callable[[str], FactSheet]) -> None:
    assert [e.series for e in sheet_of("French jets carried out strikes on two camps in Mali on Monday.").events] == [False]


def test_troops_of_a_state_are_a_deployment_for_each_country(told: Told, sheet_of: Callable[[str], FactSheet]) -> None:
    text = "France has 900 soldiers in Mali and 1,200 in Chad."
    assert {e.type for e in sheet_of(text).events} == {EventType.DEPLOYMENT}
    assert {
        "deployment_1 size 900",
        "deployment_1 place Mali",
        "deployment_1 force France soldiers",
        "deployment_2 size 1200",
        "deployment_2 place Chad",
    } <= set(told(text))


def test_forces_stationed_at_a_base_are_a_deployment(told: Told) -> None:
    claims = told("French troops stationed at Menaka air base were attacked on Monday.")
    assert "deployment_1 place Menaka air base" in claims or "deployment_2 place Menaka air base" in claims


def test_the_fourth_attack_is_a_series_of_four(told: Callable[[str], list[str]]) -> None:
    claims = told("This marks the fourth attack by Houthi rebels on the tanker.")
    assert {"attack_1 size 4", "attack_1 attacker Houthi rebels", "attack_1 target tanker"} <= set(claims)


def test_the_first_strike_in_years_is_a_series_of_none_before(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("French forces struck a camp in Mali. The strike was the first in Mali in more than two years.")
    series = next(e for e in sheet.events if e.series)
    size = next(c.object for c in sheet.claims if c.subject == series.id and c.property == "size")
    assert isinstance(size, QuantityObject)
    assert size.quantity.value == 0
    assert size.quantity.excludes is not None


def test_what_a_state_has_done_in_recent_weeks_is_a_series(sheet_of: Callable[[str], FactSheet]) -> None:
    sheet = sheet_of("The French navy has in recent weeks shot down several drones.")
    assert [e.series for e in sheet.events] == [True]


def test_weeks_of_attacks_have_a_date_that_is_not_settled(told: Callable[[str], list[str]]) -> None:
    claims = told("Houthi rebels have carried out weeks of attacks targeting tankers in the Red Sea.")
    assert {"attack_1 attacker Houthi rebels", "attack_1 date ? weeks of"} <= set(claims)


def test_a_total_of_operations_has_its_doer(told: Callable[[str], list[str]]) -> None:
    claims = told("French forces conducted a total of 56 operations against ISIS, resulting in seven militants killed.")
    assert {"attack_1 attacker French forces", "attack_1 size 56", "attack_1 killed 7"} <= set(claims)


def test_an_ordinal_in_digits_counts_a_series(told: Told) -> None:
    assert "attack_1 size 61" in told("The incident was the 61st attack on French bases in Niger since May 1.")


def test_number_that_one_more_attack_raises_is_a_series_of_its_own(told: Told, sheet_of: Callable[[str], FactSheet]) -> None:
    text = (
        "Rebels launched a mortar attack on French troops in Mali on Monday, "
        "bringing the overall number of attacks on French and Chadian soldiers in the Sahel to 31 since March 1."
    )
    assert [e.series for e in sheet_of(text).events] == [False, True]
    assert {
        "attack_1 attacker Rebels",
        "attack_1 place Mali",
        "attack_1 date 2024-05-13",
        "attack_1 instrument mortar",
    } <= set(told(text))
    assert {"attack_2 size 31", "attack_2 target French soldiers", "attack_2 date 2024-03-01/.."} <= set(told(text))
    assert "attack_1 date 2024-03-01/.." not in told(text)


def test_raised_number_without_more_counts_what_was_just_told(told: Told) -> None:
    text = "Rebels have attacked French troops in Mali, which brings to 18 the number of attacks in less than a week."
    assert {
        "attack_2 size 18",
        "attack_2 attacker Rebels",
        "attack_2 target French troops",
        "attack_2 date ? in less than a week",
    } <= set(told(text))


def test_a_number_of_attacks_is_a_size(told: Callable[[str], list[str]]) -> None:
    assert "attack_1 size 1.." in told("Rebels have conducted a number of attacks on bases in Mali.")
