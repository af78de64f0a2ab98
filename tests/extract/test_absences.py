"""That nobody was hurt, and of whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from belligraph.model.sheet import ConceptObject, FactSheet, Property, QuantityObject

SheetOf = Callable[[str], FactSheet]


def whom(sheet: FactSheet, prop: Property) -> list[tuple[float | None, str | None]]:
    """The values of a property and of whom they are."""
    values = [c.object for c in sheet.claims if c.property is prop]
    return [(v.quantity.value, v.quantity.of) for v in values if isinstance(v, QuantityObject)]


@pytest.mark.parametrize(
    ("sentence", "of"),
    [
        ("There were no injuries on French or allied vessels.", "on French or allied vessels"),
        ("There were no civilian injuries.", "civilian"),
        ("No injuries were reported among the guards.", "the guards"),
        ("There were no injuries to the crew.", "the crew"),
        ("There were no injuries or damage reported by French ships.", None),
        ("There were no serious injuries on Monday.", None),
        ("The attack did not cause any injuries.", None),
    ],
)
def test_nobody_of_some_people_is_not_nobody_at_all(sheet_of: SheetOf, sentence: str, of: str | None) -> None:
    assert whom(sheet_of(f"Rebels attacked a port. {sentence}"), Property.INJURED) == [(0, of)]


def test_one_number_for_the_dead_or_the_hurt_is_neither(sheet_of: SheetOf) -> None:
    sheet = sheet_of("Rebels attacked a port. The attack left eight dead or injured. Nine guards were killed or wounded.")
    assert whom(sheet, Property.KILLED) == whom(sheet, Property.INJURED) == []


def test_of_whom_there_are_none_ends_before_other_harm(sheet_of: SheetOf) -> None:
    sheet = sheet_of("Rebels attacked a port. There were no injuries to French guards or damage to French equipment.")
    assert whom(sheet, Property.INJURED) == [(0, "French guards")]


def test_some_damage_is_not_denied_with_the_injuries(sheet_of: SheetOf) -> None:
    sheet = sheet_of("Rebels attacked a port. There were no injuries and some damage.")
    assert [c.object.concept for c in sheet.claims if isinstance(c.object, ConceptObject)] == ["unspecified"]
    assert whom(sheet, Property.INJURED) == [(0, None)]


def test_no_indications_of_casualties_are_none(told: Callable[[str], list[str]]) -> None:
    lines = told("French forces struck a depot in Mali. There were no indications of civilian casualties, an official said.")
    assert {"strike_1 killed 0 [official]", "strike_1 injured 0 [official]"} <= set(lines)
