"""What a sheet says of its article must be so: each rule of the guide is broken once, and the fault is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from belligraph.errors import SheetError
from belligraph.model.sheet import Evidence
from belligraph.sheets import check, dumps_yaml, loads_json, open_sheet
from belligraph.sheets.passages import explain_quote
from belligraph.sheets.reading import SheetFormat, locate

Written = Callable[[], str]
Found = Callable[[], list[str]]
Json = Any


@pytest.fixture
def found(written: Written, text: str) -> Found:
    """Checks the sheet as it is when called."""
    return lambda: [str(fault) for fault in check(loads_json(written()), text)]


def test_faultless_sheet_has_no_faults(found: Found) -> None:
    assert found() == []


def test_shifted_quote_tells_what_stands_there_and_where_it_stands(data: dict[str, Any], found: Found, text: str) -> None:
    start = text.index("two rockets")
    data["claims"][1]["evidence"][0] |= {"start": start + 2, "end": start + 13}
    assert found() == [
        f"claims[1] (c2), evidence[0]: 'two rockets' is not at characters {start + 2}-{start + 13} of the article; "
        f"there stands 'o rockets a'; it does stand at {start}-{start + 11}"
    ]


def test_quote_with_other_quotation_marks_is_shown_as_the_article_has_it(
    data: dict[str, Any], found: Found, text: str
) -> None:
    start = text.index("“We lost nobody,”")
    data["claims"][5]["evidence"][0] = {"start": start, "end": start + 17, "quote": '"We lost nobody,"'}
    (fault,) = found()
    assert f"the article has '“We lost nobody,”' at {start}-{start + 17}" in fault


def test_invented_quote_stands_nowhere(data: dict[str, Any], found: Found) -> None:
    data["events"][0]["evidence"][0] = {"start": 0, "end": 7, "quote": "Militia"}
    (fault,) = found()
    assert fault.startswith("events[0] (attack), evidence[0]: 'Militia' is not at")
    assert fault.endswith("it stands nowhere in the article")


def test_end_past_the_article_is_refused_even_if_its_slice_would_match(
    data: dict[str, Any], found: Found, text: str
) -> None:
    del data["article"]["furniture"]
    data["claims"][7]["evidence"][0] = {"start": len(text) - 8, "end": len(text) + 5, "quote": text[-8:]}
    (fault,) = found()
    assert f"the article has only {len(text)}" in fault


def test_end_before_start_is_refused(data: dict[str, Any], found: Found) -> None:
    data["claims"][7]["evidence"][0] |= {"start": 9, "end": 3}
    (fault,) = found()
    assert "the end is not behind the start" in fault


def test_page_furniture_is_no_evidence(data: dict[str, Any], found: Found, text: str) -> None:
    start = text.index("WEATHER")
    data["claims"][7]["evidence"][0] = {"start": start, "end": start + 7, "quote": "WEATHER"}
    (fault,) = found()
    assert "page furniture" in fault


def test_furniture_is_quoted_right_too(data: dict[str, Any], found: Found) -> None:
    data["article"]["furniture"][0]["quote"] = "MORE: WEATHER FOR THE WEEKENDS"
    assert any(fault.startswith("article.furniture[0]: ") for fault in found())


def test_sheet_of_another_text_is_refused(data: dict[str, Any], found: Found) -> None:
    data["article"]["text_sha256"] = "0" * 64
    (fault,) = found()
    assert fault.startswith("article.text_sha256: the sheet is of another text")


def _set(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]

    def change(data: Json) -> None:
        for step in steps:
            data = data[step]
        data[last] = value

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_set("places.1.id", "rebels"), "the id 'rebels' is used twice"),
        (_set("claims.1.id", "c1"), "the id 'c1' is used twice"),
        (_set("claims.0.subject", "rebels"), "attacker is said of an event; 'rebels' is an actor"),
        (_set("claims.6.subject", "attack"), "acts_for is said of an actor; 'attack' is an event"),
        (_set("claims.0.subject", "atack"), "'atack' is no id of this sheet, did you mean 'attack'?"),
        (_set("claims.0.object", {"ref": "karsa"}), "attacker takes an actor; 'karsa' is a place"),
        (_set("claims.2.object", {"ref": "army"}), "place takes a place; 'army' is an actor"),
        (_set("claims.0.object", {"text": "rebels"}), "attacker takes an actor, not a text"),
        (_set("claims.1.object", {"ref": "army"}), "instrument takes a concept, not a ref"),
        (_set("claims.3.object", {"text": "Monday"}), "date takes a date, not a text"),
        (_set("claims.9.object", {"ref": "raids"}), "purpose takes a concept or a text, not a ref"),
        (_set("claims.7.object", {"ref": "attack"}), "cannot lead from 'attack' to itself"),
        (_set("claims.1.object.concept", "rockets"), "'rockets' is no instrument; did you mean 'rocket'?"),
        (_set("claims.1.object", {"concept": "other"}), "'other' says nothing without words"),
        (_set("claims.9.object", {"concept": "rocket"}), "'rocket' is no purpose"),
        (_set("claims.3.object.date", "2023-02-30"), "is no day of the calendar"),
        (_set("claims.3.object.date", "2023-11-21/2023-11-20"), "ends before it begins"),
        (_set("claims.3.object.date", "Monday"), "is not an EDTF date"),
        (_set("claims.3.object.date", "٢٠٢٣"), "is not written with the digits 0-9"),
        (_set("claims.8.object", {"date": None}), "needs the article's words"),
        (_set("claims.10.subject", "attack"), "size is said of a series or a deployment; 'attack' is neither"),
        (_set("claims.0.property", "force"), "force is said of a deployment; 'attack' is none"),
        (_set("claims.4.object.quantity.words", "at least nine"), "the words 'at least nine' are not in the article"),
        (_set("claims.4.object.quantity.max", 7), "min (8) is more than max (7)"),
        (_set("claims.4.object.quantity.value", 7), "min (8) is more than value (7)"),
        (_set("claims.4.object.quantity.min", 7.5), "7.5 is not a whole number; injured counts people or events"),
        (_set("claims.4.object.quantity.excludes", "army"), "excludes takes an event; 'army' is an actor"),
        (_set("claims.4.object.quantity.excludes", "attack"), "cannot exclude the event itself"),
        (_set("claims.4.hedge", "allegedly"), "the hedge 'allegedly' is not in the article"),
        (_set("claims.0.attributed_to", ["karsa"]), "attributed to actors; 'karsa' is a place"),
        (_set("claims.0.attributed_to", ["army", "rado", "army"]), "'army' stands twice in one chain"),
        (_set("places.0.within", "army"), "within takes a place; 'army' is an actor"),
    ],
)
def test_each_broken_rule_is_told_once(
    data: dict[str, Any], found: Found, change: Callable[[dict[str, Any]], None], told: str
) -> None:
    change(data)
    assert [told in fault for fault in found()].count(True) == 1, found()


@pytest.mark.parametrize(
    "date",
    ["2023", "2023-11", "2023-11-20", "2023-10-17/..", "../2023-11", "2023-11-20/2023-11-21", "202X", "2023-XX", "2023-11~",
     "2023?", "2023-11-20%"],
)  # fmt: skip
def test_edtf_dates_of_the_guide_are_taken(data: dict[str, Any], found: Found, date: str) -> None:
    data["claims"][3]["object"]["date"] = date
    assert found() == []


def test_whole_number_written_with_a_point_is_whole(data: dict[str, Any], found: Found) -> None:
    data["claims"][4]["object"]["quantity"]["min"] = 8.0
    assert found() == []


def test_quantity_words_may_differ_in_case(data: dict[str, Any], found: Found) -> None:
    data["claims"][4]["object"]["quantity"]["words"] = "at least EIGHT"
    assert found() == []


def test_places_within_each_other_in_a_circle_are_told_for_each(data: dict[str, Any], found: Found) -> None:
    data["places"][1]["within"] = "karsa"
    assert found() == [
        "places[0] (karsa), within: the place lies within itself: karsa in velda in karsa",
        "places[1] (velda), within: the place lies within itself: velda in karsa in velda",
    ]


def test_place_within_a_circle_that_it_is_not_part_of_has_no_fault_of_its_own(data: dict[str, Any], found: Found) -> None:
    outer = {"id": "outer", "name": "Velda", "kind": "region", "within": "outer", "evidence": data["places"][1]["evidence"]}
    data["places"].append(outer)
    data["places"][1]["within"] = "outer"
    assert found() == ["places[2] (outer), within: the place lies within itself: outer in outer"]


def test_located_sheet_gives_faults_their_lines(data: dict[str, Any], written: Written, text: str, tmp_path: Path) -> None:
    data["claims"][4]["hedge"] = "allegedly"
    path = tmp_path / "s.json"
    path.write_text(written(), "utf-8")
    line = next(number for number, each in enumerate(written().splitlines(), 1) if "allegedly" in each)
    located = open_sheet(path)
    with pytest.raises(SheetError) as refused:
        located.require(text)
    assert refused.value.faults == (
        f"{path}:{line}: claims[4] (c5), hedge: the hedge 'allegedly' is not in the article; give its words verbatim",
    )


def test_located_sheet_without_faults_is_given(written: Written, text: str, tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_text(written(), "utf-8")
    located = open_sheet(path)
    assert located.require(text) is located.sheet


@pytest.mark.parametrize("entity", ["c4", "attack", "velda", "rado"])
def test_entity_is_located_at_its_line(written: Written, entity: str, tmp_path: Path) -> None:
    source = written()
    lines = source.splitlines()
    # the object begins on the line before its id
    assert locate(source, entity) == next(i for i, line in enumerate(lines) if f'"id": "{entity}"' in line)
    yaml = dumps_yaml(loads_json(source))
    path = tmp_path / "s.yaml"
    path.write_text(yaml, "utf-8")
    expected = next(i for i, line in enumerate(yaml.splitlines(), 1) if line.strip() == f"- id: {entity}")
    assert open_sheet(path).line_of(entity) == expected
    assert locate(yaml, "nobody", SheetFormat.YAML) is None


def test_wrong_quote_far_into_a_long_text_is_found_nearby() -> None:
    text = "Nothing happened. " * 5000 + "Rebels’ rockets fell."
    start = text.index("Rebels’")
    told = explain_quote(Evidence(start - 3, start + 4, "Rebels'"), text)
    assert told.endswith(f"the article has 'Rebels’' at {start}-{start + 7}: quote it letter by letter")


@pytest.mark.parametrize(("before", "in_furniture"), [(8, False), (7, True)])
def test_passage_beside_furniture_is_evidence_and_one_character_of_it_is_not(
    data: dict[str, Any], found: Found, text: str, before: int, in_furniture: bool
) -> None:
    start = text.index("MORE: ") - before
    data["claims"][7]["evidence"][0] = {"start": start, "end": start + 8, "quote": text[start : start + 8]}
    assert ["page furniture" in fault for fault in found()] == [True] * in_furniture
