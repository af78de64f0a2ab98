"""Our reader against jsonschema and the schema's file: on damaged sheets both must give the same verdict."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import belligraph.sheets
from belligraph.errors import SheetError
from belligraph.sheets import loads_json

SCHEMA = json.loads((Path(belligraph.sheets.__file__).parent / "fact-sheet.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

# the schema leaves these formats to its reader; we assert them (test_structure)
FORMATS = re.compile(r"article\.(?:url|published|language): '")

Steps = tuple[str | int, ...]
Json = Any

# whole numbers only: a float that is whole is an integer to JSON Schema, and not to us (test_structure)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(["", "c1", "C1", "1c", "rocket", "place", "ünï", "strike", "object", "a b", "-", "direct"]),
    st.integers(-2, 900),
    st.sampled_from([0.5, -0.5]),
    st.just([]),
    st.just({}),
    st.sampled_from(
        [
            {"ref": "army"},
            {"ref": "army", "text": "x"},
            {"concept": "rocket"},
            {"concept": "Rocket"},
            {"text": ""},
            {"text": "x", "words": "y"},
            {"date": None},
            {"date": 3},
            {"quantity": {"words": "x", "approximate": True}},
            {"quantity": {"words": "x", "max": 3, "approximate": True}},
            {"start": 0, "end": 0, "quote": "x"},
            {"start": 0, "end": 1, "quote": "x"},
            [{"start": 0, "end": 1, "quote": "x"}],
            ["army", "army"],
            [3],
        ]
    ),
).map(copy.deepcopy)  # a second damage may damage the value itself
KEYS = st.sampled_from(
    sorted({*SCHEMA["properties"], "id", "words", "min", "within", "hedge", "series", "of", "quote", "idd"})
)


def places(value: Json, at: Steps = ()) -> list[Steps]:
    """The path of every value inside this one."""
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(inner for key, each in members for inner in places(each, (*at, key)))]


def inside(value: Json, at: Steps) -> Json:
    for step in at:
        value = value[step]
    return value


def damage(sheet: Json, draw: st.DataObject) -> Json:
    at = draw.draw(st.sampled_from(places(sheet)), "where")
    action = draw.draw(st.sampled_from(["replace", "drop", "add", "retext"]), "action")
    if not at:
        return draw.draw(VALUES) if action == "replace" and draw.draw(st.integers(0, 20)) == 0 else sheet
    holder, target = inside(sheet, at[:-1]), inside(sheet, at)
    if action == "drop":
        del holder[at[-1]]
    elif action == "add" and isinstance(target, dict):
        target[draw.draw(KEYS)] = draw.draw(VALUES)
    elif action == "add" and isinstance(target, list):
        target.append(draw.draw(VALUES))
    elif action == "retext" and isinstance(target, str):
        holder[at[-1]] = draw.draw(st.sampled_from([target.upper(), target + " ", target[:-1], target + "é", "_" + target]))
    else:
        holder[at[-1]] = draw.draw(VALUES)
    return sheet


def faults(sheet: Json) -> tuple[str, ...]:
    try:
        loads_json(json.dumps(sheet))
    except SheetError as error:
        return error.faults or (str(error),)
    return ()


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draw=st.data())
def test_damaged_sheets_are_refused_exactly_when_the_schema_refuses_them(data: dict[str, Any], draw: st.DataObject) -> None:
    sheet = copy.deepcopy(data)
    for _ in range(draw.draw(st.integers(1, 2))):
        sheet = damage(sheet, draw)
    by_schema = [error.message for error in VALIDATOR.iter_errors(sheet)]
    ours = [fault for fault in faults(sheet) if by_schema or not FORMATS.search(fault)]
    assert bool(ours) == bool(by_schema), (ours, by_schema)


def test_every_required_key_is_missed(data: dict[str, Any]) -> None:
    refused = 0
    for at in places(data):
        if not at or not isinstance(at[-1], str):
            continue
        sheet = copy.deepcopy(data)
        del inside(sheet, at[:-1])[at[-1]]
        if VALIDATOR.is_valid(sheet):
            loads_json(json.dumps(sheet))
        else:
            refused += 1
            with pytest.raises(SheetError):
                loads_json(json.dumps(sheet))
    assert refused > 100


def test_the_faultless_sheet_is_one_for_the_schema_too(data: dict[str, Any]) -> None:
    assert list(VALIDATOR.iter_errors(data)) == []
