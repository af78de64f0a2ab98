"""Who backs an armed group, told by a verb, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Chad provides money and weapons to Hezbollah, as well as Hamas.",
            ["Hezbollah sponsored_by Chad", "Hamas sponsored_by Chad"],
        ),
        ("Chad backs Hamas.", ["Hamas sponsored_by Chad"]),
        ("Hezbollah has long received lethal aid from Chad.", ["Hezbollah sponsored_by Chad"]),
        ("Backed by Chad, the Houthis attacked a tanker.", ["Houthis sponsored_by Chad"]),
        ("Al-Shabab, an affiliate of al-Qaida, attacked a base.", ["Al-Shabab sponsored_by al-Qaida"]),
    ],
)
def test_a_backer_told_by_a_verb_backs_the_group(told: Told, text: str, claims: list[str]) -> None:
    assert [line for line in told(text) if " sponsored_by " in line] == claims


@pytest.mark.parametrize("text", ["Chad's proxies attacked a French base.", "Chadian proxies attacked a French base."])
def test_proxies_of_a_state_are_backed_by_it(told: Told, text: str) -> None:
    assert [line for line in told(text) if line.endswith("sponsored_by Chad")]


@pytest.mark.parametrize(
    "text",
    [
        "France provides money to the displaced in Chad.",
        "Hamas received a letter from Chad.",
        "France supports peace in Chad.",
    ],
)
def test_other_gifts_back_nobody(told: Told, text: str) -> None:
    assert not [line for line in told(text) if " sponsored_by " in line]


def test_whoever_is_accused_of_arming_a_militia_backs_it(told: Callable[[str], list[str]]) -> None:
    lines = told("Washington accuses Tehran of arming the militias that attacked the base in Irbil.")
    assert "militias sponsored_by Tehran [Washington]" in lines


def test_a_capital_backs_as_its_state(told: Callable[[str], list[str]]) -> None:
    lines = told("Tehran-backed militants attacked a base. The Iran-backed Houthis shelled a town.")
    assert "Tehran-backed militants sponsored_by Tehran" in lines
    assert "Houthis sponsored_by Tehran" in lines


def test_a_faction_goes_by_the_name_behind_it(told: Callable[[str], list[str]]) -> None:
    lines = told("An Iran-aligned faction, Harakat al-Nujaba, fired two rockets at the base.")
    assert {"attack_1 attacker Harakat al-Nujaba", "Harakat al-Nujaba sponsored_by Iran"} <= set(lines)
