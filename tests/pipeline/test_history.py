"""What changed from release to release can be asked of the newest one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyoxigraph

from belligraph.assets import queries_folder
from belligraph.model.article import Article
from belligraph.model.sheet import ConceptObject, FactSheet
from belligraph.pipeline import Published, publish
from belligraph.sheets import dumps_json

QUESTION = queries_folder() / "cq" / "changed-claims.rq"


def published(tmp_path: Path, article: Article, sheet: FactSheet) -> Published:
    record = {"text": article.text, "publisher": article.publisher, "published": "2024-05-07", "title": article.title}
    (tmp_path / "report.json").write_text(json.dumps(record), "utf-8")
    (tmp_path / "sheet.json").write_text(dumps_json(sheet), "utf-8")
    return publish([tmp_path / "report.json", tmp_path / "sheet.json"], tmp_path / "publication")


def asked(result: Published) -> set[tuple[str, str, str]]:
    """Of each claim that changed: how, its id, and what became of a finding that rested on it."""
    store = pyoxigraph.Store.read_only(str(result.release.store_folder))
    solutions = store.query(QUESTION.read_text("utf-8"))
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    return {(s["change"].value, s["claim"].value.rsplit("/", 1)[1], s["fate"].value) for s in solutions}


def test_corrected_and_withdrawn_claims_and_the_findings_that_fell_can_be_asked(
    tmp_path: Path, article: Article, sheet: FactSheet
) -> None:
    assert asked(published(tmp_path, article, sheet)) == set()
    mortar = ConceptObject("mortar", "shelled")
    kept = [replace(c, object=mortar) if c.id == "c5" else c for c in sheet.claims if c.id != "c1"]
    second = published(tmp_path, article, replace(sheet, claims=tuple(kept)))
    # who attacked is said by nobody any more; another weapon is named, and the finding of the first one fell
    assert {("withdrawn", "c1", "fell"), ("corrected", "c5", "stands")} <= asked(second)
    assert {claim for _, claim, _ in asked(second)} == {"c1", "c5"}


def test_later_releases_keep_the_changes_of_earlier_ones(tmp_path: Path, article: Article, sheet: FactSheet) -> None:
    published(tmp_path, article, sheet)
    published(tmp_path, article, replace(sheet, claims=tuple(c for c in sheet.claims if c.id != "c1")))
    third = published(tmp_path, article, replace(sheet, claims=tuple(c for c in sheet.claims if c.id not in {"c1", "c2"})))
    assert {("withdrawn", "c1", "fell"), ("withdrawn", "c2", "fell")} <= asked(third)


def test_the_history_is_no_part_of_the_dumps(tmp_path: Path, article: Article, sheet: FactSheet) -> None:
    result = published(tmp_path, article, sheet)
    assert b"graph/changes" not in (result.release.folder / "release.nq").read_bytes()
