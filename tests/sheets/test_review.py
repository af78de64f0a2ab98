"""What a person should look at first."""

from __future__ import annotations

from dataclasses import replace

from belligraph.model.sheet import (
    DateObject,
    Event,
    EventType,
    FactSheet,
    Modality,
    Property,
)
from belligraph.sheets.review import review


def flags_of(sheet: FactSheet) -> dict[str, tuple[str, ...]]:
    laid_out = review(sheet)
    return {c.claim.id: c.flags for e in laid_out.events for c in e.claims}


def test_rival_figures_are_flagged_both(sheet: FactSheet) -> None:
    flags = flags_of(sheet)
    assert "rival figures" in flags["c4"]
    assert "rival figures" in flags["c6"]


def test_doubt_and_unsettled_dates_are_flagged(sheet: FactSheet) -> None:
    claims = [
        replace(c, object=DateObject(None, "on Monday"), modality=Modality.PROBABLE) if c.property is Property.DATE else c
        for c in sheet.claims
    ]
    flags = flags_of(replace(sheet, claims=tuple(claims)))["c3"]
    assert "the date is not settled" in flags
    assert "the speaker is not sure: probable" in flags


def test_an_actor_whom_the_quote_does_not_name_is_flagged(sheet: FactSheet) -> None:
    plain = flags_of(sheet)["c1"]
    assert not [f for f in plain if f.startswith("named elsewhere")]
    moved = [replace(c, evidence=sheet.claims[3].evidence) if c.id == "c1" else c for c in sheet.claims]
    assert [f for f in flags_of(replace(sheet, claims=tuple(moved)))["c1"] if f.startswith("named elsewhere")]


def test_events_with_the_same_words_or_nothing_told_are_flagged(sheet: FactSheet) -> None:
    twin = Event("twin", EventType.ATTACK, "shelling", sheet.events[0].evidence)
    laid_out = review(replace(sheet, events=(*sheet.events, twin)))
    assert laid_out.events[0].flags == ("shares words with twin: the same event?",)
    assert "neither an attacker nor a target" in laid_out.events[1].flags
    assert "no claim about it" in laid_out.events[1].flags


def test_a_plain_claim_has_no_flag(sheet: FactSheet) -> None:
    assert flags_of(sheet)["c5"] == ("a chain of speakers",)
    alone = [replace(c, attributed_to=("radio",)) for c in sheet.claims if c.id == "c5"]
    assert flags_of(replace(sheet, claims=tuple(alone)))["c5"] == ()
