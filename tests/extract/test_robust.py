"""Texts of another time and form: no crash, and every sheet passes its check (the bench runs all of them)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from belligraph.extract import RuleExtractor
from belligraph.model.article import Article
from belligraph.sheets import check

EVERY = 12


@pytest.mark.parametrize("form", [str, str.title, str.upper])
def test_lower_case_wire_reports_give_sound_sheets(shared: Path, form: type[str]) -> None:
    path = shared / "muc4" / "train.json"
    if not path.is_file():
        pytest.skip("the shared MUC-4 documents are not beside this checkout")
    for line in path.read_text("utf-8").splitlines()[::EVERY]:
        text = form(json.loads(line)["doctext"])
        assert check(RuleExtractor().extract(Article(text)), text) == ()


def test_event_that_is_told_without_end_is_cut_into_several() -> None:
    text = "French forces shelled Timbuktu on May 3.\n" * 250
    sheet = RuleExtractor().extract(Article(text))
    assert [len(event.evidence) for event in sheet.events] == [100, 100, 50]
    assert check(sheet, text) == ()
