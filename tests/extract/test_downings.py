"""What was shot down: who did it, where, and the attack that it belonged to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]


@pytest.mark.parametrize("verb", ["thwarted", "repelled", "foiled"])
def test_whoever_foils_an_attack_by_shooting_drones_down_is_no_attacker(told: Told, verb: str) -> None:
    lines = told(f"Ukraine said it {verb} a Russian attack on Kyiv, shooting down nine drones.")
    assert {"strike_2 attacker Ukraine [Ukraine]", "strike_2 target nine drones [Ukraine]"} <= set(lines)
    assert {"strike_1 attacker Russia [Ukraine]", "strike_1 place Kyiv [Ukraine]"} <= set(lines)
    assert "strike_1 target nine drones [Ukraine]" not in lines


@pytest.mark.parametrize("happened", ["took place over", "occurred over"])
def test_intercepts_are_where_what_was_told_before_was_shot_down(told: Told, happened: str) -> None:
    lines = told(
        "Latvia's army said it shot down four Russian drones. "
        f"The intercepts {happened} the Mirefield and Oakdale regions, and over the Baltic Sea."
    )
    assert {c for c in lines if " place " in c} == {f"strike_1 place {x}" for x in ("Mirefield", "Oakdale", "Baltic Sea")}


def test_drone_on_its_way_keeps_its_name(told: Told) -> None:
    lines = told("Latvia's air defenses shot down a Russian drone flying toward Riga.")
    assert "strike_1 target Russian drone" in lines
    assert not [c for c in lines if " place " in c]


def test_nobody_hurt_by_what_was_shot_down_is_told_of_the_attack_in_the_same_sentence(told: Told) -> None:
    lines = told(
        "Militias attacked bases 151 times in Iraq. Maj. Gen. John Doe said hello. "
        "Yesterday, a drone was launched at Camp Stone in Syria; it was shot down, and there were no casualties, he said."
    )
    assert {"attack_2 killed 0 [John Doe]", "attack_2 injured 0 [John Doe]", "attack_2 instrument drone [John Doe]"} <= set(
        lines
    )


def test_whose_the_drones_were_that_were_destroyed_is_no_attack(told: Callable[[str], list[str]]) -> None:
    claims = told("Ukraine said all 33 drones launched by Russia were destroyed over the Odesa region.")
    assert not [c for c in claims if "attacker Russia" in c or " instrument " in c]
    assert "strike_1 target 33 drones [Ukraine]" in claims


def test_a_share_in_percent_is_shot_down(told: Callable[[str], list[str]]) -> None:
    claims = told("France said it intercepted 99% of the more than 300 drones that rebels had fired.")
    assert any(" target 99% of the more than 300 drones" in c for c in claims)
