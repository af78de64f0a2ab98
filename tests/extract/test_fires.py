"""Fires that force sets are damage, to whatever burned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize("fire", ["setting three cars ablaze", "setting three cars on fire", "setting ablaze three cars"])
def test_what_was_set_on_fire_was_hit(told: Told, fire: str) -> None:
    lines = told(f"A Russian drone hit a market in Kherson, {fire}.")
    assert {"strike_1 damage unspecified", "strike_1 target three cars"} <= set(lines)


@pytest.mark.parametrize("sparked", ["sparking a fire at", "which caused a large blaze at", "igniting a huge fire in"])
def test_fire_that_a_strike_sparked_is_damage(told: Told, sparked: str) -> None:
    lines = told(f"A Russian drone hit a plant in Kherson, {sparked} a depot.")
    assert {"strike_1 damage unspecified", "strike_1 target depot"} <= set(lines)


def test_fire_that_nobody_set_is_no_damage(told: Told) -> None:
    lines = told("A Russian drone hit a plant in Kherson. Crews put out a fire at a depot. No fire was reported.")
    assert not [c for c in lines if " damage " in c]
