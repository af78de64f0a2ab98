"""Which sentences lead on to another place, and whose the weapons are that nobody is told to have used."""

from __future__ import annotations

from collections.abc import Callable

from belligraph.model.sheet import EventType, FactSheet

Sheets = Callable[[str], FactSheet]
Told = Callable[[str], list[str]]


def test_a_sentence_that_begins_with_another_town_tells_of_another_attack(sheet_of: Sheets) -> None:
    text = "A French missile struck the town of Mirefield on Monday, killing five people.\n\n"
    elsewhere = text + "In Oakdale province, officials said missile strikes killed five people."
    assert len(sheet_of(elsewhere).events) == 2
    assert len(sheet_of(elsewhere.replace("Oakdale province", "Mirefield")).events) == 1


def test_the_people_told_again_with_the_are_those_of_the_event_before(sheet_of: Sheets, told: Told) -> None:
    text = "A French missile struck the town of Mirefield on Monday, killing four people.\n\n"
    again = text + "Police said a missile hit a barn where the four people were killed and that the attack damaged shops."
    assert len(sheet_of(again).events) == 1
    assert "strike_1 target barn [Police]" in told(again)


def test_weapons_that_attacks_included_are_theirs_and_so_is_what_they_were_aimed_at(told: Told, sheet_of: Sheets) -> None:
    text = "Attacks on Monday included 12 drones and four missiles targeting two bases in Niger."
    assert {"attack_1 instrument drone", "attack_1 instrument missile", "attack_1 place Niger"} <= set(told(text))
    assert len(sheet_of(text).events) == 1


def test_weapons_of_states_alone_make_a_strike_of_an_attack_by_nobody_told(sheet_of: Sheets) -> None:
    text = "A missile hit a hotel in Mirefield on Monday.\n\nFrench forces had launched 30 missiles at the town."
    assert [event.type for event in sheet_of(text).events] == [EventType.STRIKE, EventType.STRIKE]
    rebels = text.replace("French forces", "Rebels")
    assert EventType.ATTACK in [event.type for event in sheet_of(rebels).events]
