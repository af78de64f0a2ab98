"""The gold sheets, made by people reading: all must be read, agree with their articles, and survive writing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from belligraph.sheets import check, dumps_json, dumps_yaml, loads_json, loads_yaml, open_sheet

Json = Any


def articles(shared: Path) -> list[tuple[Path, str]]:
    pairs = []
    for sheet in sorted((shared / "gold").glob("*.json")):
        article = shared / "articles" / sheet.name
        if article.exists():
            pairs.append((sheet, json.loads(article.read_text("utf-8"))["text"]))
        else:
            pairs.append((sheet, (shared / "articles" / f"{sheet.stem}.txt").read_bytes().decode("utf-8")))
    return pairs


def without_nothing(value: Json) -> Json:
    """The data without members that say nothing: nulls (but a date's null says something) and an empty furniture."""
    if isinstance(value, list):
        return [without_nothing(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: without_nothing(each)
        for key, each in value.items()
        if (each is not None or key == "date") and (key, each) != ("furniture", [])
    }


def test_gold_sheets_agree_with_their_articles(shared: Path) -> None:
    pairs = articles(shared)
    assert len(pairs) == 19
    for path, text in pairs:
        assert [fault.rendered(path.name) for fault in open_sheet(path).check(text)] == []


def test_gold_sheets_survive_json_and_yaml(shared: Path) -> None:
    for path, _ in articles(shared):
        source = path.read_text("utf-8")
        sheet = loads_json(source)
        assert without_nothing(json.loads(dumps_json(sheet))) == without_nothing(json.loads(source))
        assert loads_json(dumps_json(sheet)) == sheet
        assert loads_yaml(dumps_yaml(sheet)) == sheet


def test_gold_sheets_are_of_no_other_article(shared: Path) -> None:
    pairs = articles(shared)
    for (path, _), (_, other) in zip(pairs, pairs[1:] + pairs[:1], strict=True):
        assert check(open_sheet(path).sheet, other)
