"""The metrics, on a sheet and on copies of it that are worse in one known way."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from belligraph.errors import InputError
from belligraph.evaluate import Scores, read_floors, read_sheets, score_sheets, texts_of
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.sheets import dumps_json, dumps_yaml

Raw = dict[str, Any]


@pytest.fixture
def gold(sheet: FactSheet) -> Raw:
    raw: Raw = json.loads(dumps_json(sheet))
    return raw


@pytest.fixture
def score(gold: Raw, article: Article) -> Callable[[Raw | None], Scores]:
    return lambda system: score_sheets([("a", gold, system, article.text)], explain=True)


def claim(raw: Raw, name: str) -> Raw:
    return next(c for c in raw["claims"] if c["id"] == name)


def test_a_sheet_is_perfect_against_itself_with_other_ids(gold: Raw, score: Callable[[Raw | None], Scores]) -> None:
    renamed = json.loads(json.dumps(gold).replace('"raiders"', '"x1"').replace('"radio"', '"x2"'))
    scores = score(renamed)
    assert all(t.f1 == 1.0 for t in scores.tallies.values())
    assert (scores.false_claims, scores.quote_validity, scores.faults) == (0, 1.0, ())


def test_another_interval_is_a_false_figure_that_overlaps(gold: Raw, score: Callable[[Raw | None], Scores]) -> None:
    worse = copy.deepcopy(gold)
    claim(worse, "c4")["object"]["quantity"]["max"] = 9
    scores = score(worse)
    assert scores.tallies["figures"].hit == scores.tallies["figures"].gold - 1
    assert scores.tallies["figures~"].f1 == 1.0
    assert scores.false_claims == 1
    assert any(line.startswith("a: false claim: shelling of the port") for line in scores.faults)


def test_another_type_of_event_loses_the_event_and_its_claims(gold: Raw, score: Callable[[Raw | None], Scores]) -> None:
    worse = copy.deepcopy(gold)
    worse["events"][0]["type"] = "strike"
    scores = score(worse)
    assert scores.tallies["events"].hit == 0
    assert scores.tallies["roles"].hit == 1  # who arms the raiders is told of them, not of the event


def test_a_missing_speaker_counts_against_the_speakers_only(gold: Raw, score: Callable[[Raw | None], Scores]) -> None:
    worse = copy.deepcopy(gold)
    claim(worse, "c1")["attributed_to"] = []
    scores = score(worse)
    assert scores.tallies["all claims"].f1 == 1.0
    assert scores.tallies["speaker"].hit == scores.tallies["speaker"].gold - 1


def test_a_quote_that_does_not_stand_supports_nothing(gold: Raw, score: Callable[[Raw | None], Scores]) -> None:
    worse = copy.deepcopy(gold)
    worse["events"][0]["evidence"][0]["start"] += 1
    scores = score(worse)
    assert scores.true_quotes == scores.quotes - 1
    assert scores.tallies["events"].hit == 0


def test_a_claim_too_broken_to_read_is_false(gold: Raw, score: Callable[[Raw | None], Scores]) -> None:
    worse = copy.deepcopy(gold)
    worse["claims"].append({"id": "c9", "subject": "shelling", "property": "target", "object": "guards"})
    assert score(worse).false_claims == 1


def test_no_sheet_counts_as_an_empty_one(score: Callable[[Raw | None], Scores]) -> None:
    scores = score(None)
    assert (scores.sheets, scores.gold_sheets, scores.tallies["events"].f1) == (0, 1, 0.0)


def test_folders_pair_by_name_then_by_the_hash_of_the_text(sheet: FactSheet, article: Article, tmp_path: Path) -> None:
    for name, stem, written in (("gold", "one.json", dumps_json(sheet)), ("mine", "other.yaml", dumps_yaml(sheet))):
        (tmp_path / name).mkdir()
        (tmp_path / name / stem).write_text(written, "utf-8")
    (tmp_path / "mine" / "broken.json").write_text("{", "utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_bytes(article.text.encode())
    gold, mine = read_sheets(tmp_path / "gold"), read_sheets(tmp_path / "mine")
    scores = score_sheets(gold.beside(mine, texts_of(tmp_path / "gold", tmp_path / "mine", None)))
    assert scores.tallies["all claims"].f1 == 1.0
    assert scores.without_text == 0
    assert len(mine.unreadable) == 1


def test_floors_name_what_falls_short(gold: Raw, score: Callable[[Raw | None], Scores], tmp_path: Path) -> None:
    path = tmp_path / "floor.toml"
    path.write_text("[sheets]\nmost_false_per_article = 0\n[sheets.f1]\nevents = 0.5\nfigures = 1.0\n", "utf-8")
    floors = read_floors(path)
    assert floors.broken(score(gold)) == ()
    worse = copy.deepcopy(gold)
    claim(worse, "c4")["object"]["quantity"]["max"] = 9
    assert [line.split(":")[0] for line in floors.broken(score(worse))] == ["figures", "false claims per article"]


def test_a_floor_for_no_metric_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "floor.toml"
    path.write_text("[sheets.f1]\nevent = 0.5\n", "utf-8")
    with pytest.raises(InputError, match="'event' is no metric"):
        read_floors(path)
