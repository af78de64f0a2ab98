"""Fact sheets that are none: every fault is told, with its line, and no bad input ends in anything but a SheetError."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from belligraph.errors import SheetError
from belligraph.model.sheet import Claim, DateObject, Evidence, Modality, Property, Quantity, QuantityObject, Ref, Speech
from belligraph.sheets import dumps_json, loads_json, read_sheet

Written = Callable[[], str]


def faults(source: str) -> tuple[str, ...]:
    with pytest.raises(SheetError) as refused:
        loads_json(source, "s.json")
    return refused.value.faults


def line_with(source: str, words: str) -> int:
    return next(number for number, line in enumerate(source.splitlines(), 1) if words in line)


def test_claim_is_read_with_all_it_says(written: Written, text: str) -> None:
    quote = "At least eight soldiers were reportedly hurt"
    start = text.index(quote)
    assert loads_json(written()).claims[4] == Claim(
        id="c5",
        subject="attack",
        property=Property.INJURED,
        object=QuantityObject(Quantity("At least eight", approximate=False, min=8, of="soldiers")),
        modality=Modality.UNSPECIFIED,
        speech=Speech.NARRATION,
        attributed_to=(),
        evidence=(Evidence(start, start + len(quote), quote),),
        hedge="reportedly",
    )


def test_absent_is_identified_and_no_series(written: Written) -> None:
    sheet = loads_json(written())
    assert [actor.identified for actor in sheet.actors] == [False, True, True, True, True]
    assert [event.series for event in sheet.events] == [False, True]


def test_date_that_is_null_is_kept(written: Written) -> None:
    sheet = loads_json(written())
    assert sheet.claims[8].object == DateObject(None, "in May")
    assert '"object": {"date": null, "words": "in May"}' in dumps_json(sheet)


def test_all_faults_are_told_with_their_lines(data: dict[str, Any], written: Written) -> None:
    data["claims"][3]["modality"] = "certian"
    data["claims"][6]["evidence"][0]["start"] = "x"
    del data["places"][1]["kind"]
    source = written()
    # an object begins on the line before its first member
    velda, modality, start = line_with(source, '"id": "velda"') - 1, line_with(source, "certian"), line_with(source, '"x"')
    assert faults(source) == (
        f"s.json:{velda}: places[1] (velda): the key 'kind' is missing",
        f"s.json:{modality}: claims[3] (c4), modality: 'certian' is no modality; did you mean 'certain'?",
        f"s.json:{start}: claims[6] (c7), evidence[0].start: 'x' is not a whole number "
        "(a count of characters, written without a point)",
    )


def test_unknown_key_is_refused_with_a_suggestion(data: dict[str, Any], written: Written) -> None:
    data["claims"][0]["evidences"] = []
    (fault,) = faults(written())
    assert "unknown key 'evidences'; did you mean 'evidence'?" in fault


@pytest.mark.parametrize("offset", [1.0, 1.5, "1", True, None, -1, [1]])
@pytest.mark.parametrize("end", ["start", "end"])
def test_offset_that_counts_nothing_is_refused(data: dict[str, Any], written: Written, offset: object, end: str) -> None:
    data["claims"][2]["evidence"][0][end] = offset
    (fault,) = faults(written())
    assert f"claims[2] (c3), evidence[0].{end}" in fault


@pytest.mark.parametrize("number", [True, "3", -1, 10**16, [3], None])
def test_number_that_counts_nothing_is_refused(data: dict[str, Any], written: Written, number: object) -> None:
    data["claims"][4]["object"]["quantity"]["min"] = number
    (fault,) = faults(written())
    assert "claims[4] (c5), object.quantity.min" in fault


@pytest.mark.parametrize(
    ("member", "value", "told"),
    [
        ("published", "2023-02-30", "'2023-02-30' is no day of the calendar"),
        ("published", "21 Nov 2023", "Write YYYY-MM-DD"),
        ("url", "news.example.org", "not an absolute http or https address"),
        ("language", "English!", "not a language tag"),
        ("text_sha256", "a" * 63, "64 digits"),
        ("text_sha256", "a" * 64 + "\n", "64 digits"),
    ],
)
def test_article_metadata_must_be_sound(data: dict[str, Any], written: Written, member: str, value: str, told: str) -> None:
    data["article"][member] = value
    (fault,) = faults(written())
    assert f"article.{member}" in fault
    assert told in fault


def test_id_that_ends_in_a_line_break_is_refused(data: dict[str, Any], written: Written) -> None:
    data["actors"][4]["id"] = "soldiers\n"
    assert any("actors[4]" in fault for fault in faults(written()))


def test_object_of_two_kinds_is_refused(data: dict[str, Any], written: Written) -> None:
    data["claims"][0]["object"] = {"ref": "rebels", "text": "rebels"}
    (fault,) = faults(written())
    assert "this one has ref and text" in fault


def test_reference_is_read(written: Written) -> None:
    assert loads_json(written()).claims[0].object == Ref("rebels")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("", "nothing in it"),
        ('{"sheet": "1",\n "article": ', "s.json:2: not JSON"),
        ('{"sheet": NaN}', "NaN is not JSON"),
        ('{"sheet": -Infinity}', "-Infinity is not JSON"),
        ('{"sheet": "1",\n "sheet": "1"}', "s.json:2: the key 'sheet' is given twice"),
        ('{"sheet": "\\ud83d"}', "half a character"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ('{"sheet": ' + "9" * 10_000 + "}", "too many digits"),
        ("[]", "this is a list, not an object"),
        ("null", "this is null, not an object"),
        ('{"sheet": 1}', "the version is 1"),
    ],
)
def test_what_is_no_sheet_is_refused(source: str, told: str) -> None:
    with pytest.raises(SheetError) as refused:
        loads_json(source, "s.json")
    assert told in "\n".join([str(refused.value), *refused.value.faults])


def test_surrogates_that_make_a_character_are_read(data: dict[str, Any]) -> None:
    data["actors"][0]["name"] = "Rebels \U0001f680"
    source = json.dumps(data, ensure_ascii=True)
    assert "\\ud83d\\ude80" in source
    assert loads_json(source).actors[0].name == "Rebels \U0001f680"


def test_number_past_all_counting_is_a_fault(written: Written) -> None:
    (fault,) = faults(written().replace('"min": 8', '"min": 1e999'))
    assert "more than any report could count" in fault


def test_file_that_is_not_utf8_names_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_bytes(b'{"sheet": "\xe9"}')
    with pytest.raises(SheetError, match="byte 0xe9 at byte offset 11"):
        read_sheet(path)


def test_byte_order_mark_is_taken_off(tmp_path: Path, written: Written) -> None:
    path = tmp_path / "s.json"
    path.write_bytes(b"\xef\xbb\xbf" + written().encode())
    assert len(read_sheet(path).claims) == 11


@pytest.mark.parametrize(("name", "told"), [("none.json", "no such file"), ("", "folder")])
def test_sheet_that_is_no_file_is_refused(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(SheetError, match=told):
        read_sheet(tmp_path / name)


def test_file_past_the_limit_is_refused(tmp_path: Path, written: Written) -> None:
    path = tmp_path / "s.json"
    path.write_text(written(), "utf-8")
    with pytest.raises(SheetError, match="limit is 100"):
        read_sheet(path, max_bytes=100)


@pytest.mark.parametrize(("section", "member"), [("actors", "name"), ("places", "name"), ("events", "label")])
def test_name_that_is_empty_is_refused(data: dict[str, Any], written: Written, section: str, member: str) -> None:
    data[section][1][member] = ""
    (fault,) = faults(written())
    assert f"{section}[1] " in fault
    assert f"{member}: this is empty" in fault


def test_quote_and_text_that_are_empty_are_refused(data: dict[str, Any], written: Written) -> None:
    data["claims"][0]["evidence"][0]["quote"] = ""
    data["claims"][9]["object"]["text"] = ""
    quote, words = faults(written())
    assert "claims[0] (c1), evidence[0].quote: this is empty" in quote
    assert "claims[9] (c10), object.text: this is empty" in words
