"""The corpora that the questions are put to: reports of our own, the demo, and the gold sheets beside the checkout."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from told import IRIS, SEED_DAY, Corpus, Report

from belligraph.assets import demo_folder
from belligraph.extract import RuleExtractor
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.pipeline.article import Stages
from belligraph.sheets import open_sheet


@pytest.fixture(scope="session")
def stages() -> Stages:
    return Stages(IRIS)


@pytest.fixture
def corpus(stages: Stages) -> Callable[..., Corpus]:
    """A corpus of reports. Each conforms to the shapes: a test of a wrong report would prove nothing."""

    def make(*reports: Report) -> Corpus:
        for report in reports:
            judged = stages.report(report.article, report.sheet)
            assert [v.message for v in judged.violations] == []
        return Corpus((r.article, r.sheet) for r in reports)

    return make


def gold_pairs(shared: Path, *stems: str) -> list[tuple[Article, FactSheet]]:
    pairs = []
    for path in sorted((shared / "gold").glob("*.json")):
        if stems and path.stem not in stems:
            continue
        source = shared / "articles" / path.name
        if source.exists():
            told = json.loads(source.read_text("utf-8"))
            article = Article(told["text"], published=date.fromisoformat(told["published"]), publisher=told.get("publisher"))
        else:
            article = Article((shared / "articles" / f"{path.stem}.txt").read_bytes().decode(), published=SEED_DAY)
        pairs.append((article, open_sheet(path).sheet))
    return pairs


@pytest.fixture
def seed(shared: Path) -> Corpus:
    """The seed article by its gold sheet."""
    return Corpus(gold_pairs(shared, "seed"))


@pytest.fixture
def gold(shared: Path) -> Corpus:
    """All articles that have a gold sheet."""
    return Corpus(gold_pairs(shared), together=True)


@pytest.fixture(scope="session")
def demo() -> Corpus:
    """The three reports of the demo, as the extractor reads them."""
    extractor, pairs = RuleExtractor(), []
    for path in sorted(demo_folder().glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        article = Article(told["text"], published=date.fromisoformat(told["published"]), publisher=told["publisher"])
        pairs.append((article, extractor.extract(article)))
    return Corpus(pairs, together=True)
