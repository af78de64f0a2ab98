"""YAML sheets: the core schema of YAML 1.2, and nothing that YAML could hide in a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from belligraph.errors import SheetError
from belligraph.sheets import dumps_yaml, loads_json, loads_yaml, read_sheet
from belligraph.sheets.yaml_form import parse_yaml

Written = Callable[[], str]


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"), ("Yes", "Yes"), ("on", "on"), ("2023-11-21", "2023-11-21"), ("12:30:45", "12:30:45"),
        ("1_000", "1_000"), ("0b11", "0b11"), ("<<", "<<"), ("=", "="),
        ("true", True), ("FALSE", False), ("~", None), ("", None), ("Null", None),
        ("012", 12), ("0o17", 15), ("0x1F", 31), ("-3", -3), ("1e3", 1000.0), (".5", 0.5), ("'8'", "8"), ("!!str 8", "8"),
    ],
)  # fmt: skip
def test_scalars_are_read_by_the_core_schema(scalar: str, value: object) -> None:
    read, _ = parse_yaml(f"a: {scalar}", "s.yaml")
    assert read == {"a": value}
    assert isinstance(read, dict)
    assert type(read["a"]) is type(value)


def test_date_without_quotes_is_the_articles_day(written: Written) -> None:
    source = dumps_yaml(loads_json(written())).replace("'2023-11-21'", "2023-11-21")
    assert "published: 2023-11-21" in source
    assert loads_yaml(source).article.published == date(2023, 11, 21)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a: &x [1]\nb: *x", "s.yaml:2: b: aliases"),
        ("a: &a [*a]", "s.yaml:1: a[0]: aliases"),
        ("a: 1\nb: 2\na: 3", "s.yaml:3: a: the key 'a' is given twice"),
        ("a: !!python/object/apply:os.system [ls]", "the tag"),
        ("a: !!binary aGk=", "the tag"),
        ("a: !mine x", "the tag"),
        ("a: !!int x", "the tag"),
        ("1: a", "a key here is not a string"),
        ("[a]: b", "a key here is not a string"),
        ("a: .nan", "no number that counts anything"),
        ("a: -.inf", "no number that counts anything"),
        ("a: 1\n---\nb: 2", "s.yaml:2: not YAML"),
        ("a: [1,\nb", "not YAML"),
        ("a: \x07", "not YAML"),
        ('a: "\\ud800"', "not YAML"),
        ("- " * 900 + "x", "nested too deeply"),
        ("[" * 100_000, "not YAML"),
        ("a: " + "9" * 5000, "is not read"),
    ],
)
def test_what_yaml_could_hide_is_refused(source: str, told: str) -> None:
    with pytest.raises(SheetError) as refused:
        loads_yaml(source, "s.yaml")
    assert told in "\n".join([str(refused.value), *refused.value.faults])


def test_alias_bomb_is_refused_at_its_first_alias() -> None:
    layers = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    layers += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    with pytest.raises(SheetError) as refused:
        loads_yaml("\n".join(layers), "s.yaml")
    assert refused.value.faults[0].startswith("s.yaml:2: a1[0]: aliases (*) are not read")


def test_faults_of_a_yaml_sheet_have_their_lines(data: dict[str, Any]) -> None:
    data["claims"][2]["speech"] = "written"
    source = yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
    line = next(number for number, each in enumerate(source.splitlines(), 1) if "speech: written" in each)
    with pytest.raises(SheetError) as refused:
        loads_yaml(source, "s.yaml")
    (fault,) = refused.value.faults
    assert fault.startswith(f"s.yaml:{line}: claims[2] (c3), speech: 'written' is no speech")


def test_yaml_file_is_told_by_its_name(tmp_path: Path, written: Written) -> None:
    sheet = loads_json(written())
    for name in ("s.yaml", "s.YML"):
        path = tmp_path / name
        path.write_text(dumps_yaml(sheet), "utf-8")
        assert read_sheet(path) == sheet


def test_yaml_written_is_the_same_to_readers_of_yaml_1_1(data: dict[str, Any], written: Written) -> None:
    data["actors"][0]["name"] = "no"
    data["claims"][3]["object"]["words"] = "1e3"
    read = yaml.safe_load(dumps_yaml(loads_json(written())))
    assert read["actors"][0]["name"] == "no"
    assert read["claims"][3]["object"]["words"] == "1e3"
    assert read["article"]["published"] == "2023-11-21"
