"""What debris of weapons that were shot down does, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Told = Callable[[str], list[str]]

_DOWNED = "Sylvanian air defenses shot down nine drones over the Stone region on Monday. "


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Falling debris damaged a mill, officials said.", {"damage unspecified [officials]", "target mill [officials]"}),
        ("Debris from one of the drones fell on a house, injuring two people.", {"target house", "injured 2"}),
        ("Wreckage of a drone hit a school and killed a guard.", {"target school", "killed 1"}),
        ("Falling debris damaged a barn, but nobody was hurt.", {"target barn", "injured 0"}),
        ("Two workers were wounded by falling debris.", {"injured 2", "target Two workers"}),
    ],
)
def test_what_debris_does_is_told_of_the_shooting_down(told: Told, text: str, claims: set[str]) -> None:
    assert claims <= {c.removeprefix("strike_1 ") for c in told(_DOWNED + text) if c.startswith("strike_1 ")}


def test_debris_of_what_nobody_told_to_be_shot_down_has_an_event_of_its_own(told: Told) -> None:
    claims = told("The governor of the Sumy region said debris from a drone damaged three houses and wounded a woman.")
    assert {c.split(" [")[0] for c in claims} >= {
        "strike_1 place Sumy region",
        "strike_1 damage unspecified",
        "strike_1 injured 1",
    }
    assert not [c for c in claims if " instrument " in c]


def test_debris_on_a_town_did_not_come_from_over_the_sea(told: Told) -> None:
    claims = told(
        "Russia shot down four drones over the Belgorod region and two over the Black Sea. "
        "Debris killed a man and wounded his wife in the village of Oakdale."
    )
    hit = next(c.split()[0] for c in claims if c.endswith("place Belgorod region") or c.endswith("place Belgorod"))
    assert {f"{hit} killed 1", f"{hit} injured 1"} <= set(claims)


def test_most_of_the_drones_are_those_told_before(told: Told) -> None:
    claims = told("Sylvania shot down 27 of 31 Freedonian drones. Most were intercepted over the Odesa and Sumy regions.")
    assert any("place Sumy" in c for c in claims)
    assert not [c for c in claims if c.endswith("target Most")]


def test_counted_of_them_are_shot_down(told: Told) -> None:
    assert any(c.endswith(" target 10 of them") for c in told("Rebels launched 12 drones. Troops shot down 10 of them."))
