"""The adjudicated sheets of real articles, read from the shared material: what careful readers wrote, the shapes allow."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from belligraph.iri import Iris
from belligraph.pipeline.article import Stages
from belligraph.sheets import open_sheet
from belligraph.sources import ArticleMetadata, read_articles


def test_every_gold_sheet_conforms(shared: Path, iris: Iris) -> None:
    stages = Stages(iris)
    judged = 0
    for sheet in sorted((shared / "gold").glob("*.json")):
        (source,) = (shared / "articles").glob(f"{sheet.stem}.*")
        # the seed came as bare text; its sheet does not tell its day either
        published = date(2023, 11, 21) if source.suffix == ".txt" else None
        (located,) = read_articles(source, defaults=ArticleMetadata(published=published), max_bytes=1_000_000)
        report = stages.report(located.article, open_sheet(sheet).sheet)
        assert report.violations == (), f"{sheet.stem}: {report.violations}"
        judged += 1
    assert judged
