"""The rules' figures on the gold stay above their floors."""

from __future__ import annotations

import json
from pathlib import Path

from belligraph.evaluate import SheetFolder, read_floors, read_sheets, score_sheets, texts_of
from belligraph.extract import RuleExtractor
from belligraph.sheets import check, dumps_json
from belligraph.sources import read_articles

FLOOR = Path(__file__).resolve().parents[2] / "bench" / "extraction-floor.toml"


def test_no_figure_falls_below_its_floor(shared: Path) -> None:
    found = {}
    for path in sorted((shared / "articles").iterdir()):
        for item in read_articles(path, max_bytes=10**7):
            sheet = RuleExtractor().extract(item.article)
            assert check(sheet, item.article.text) == ()
            found[path.stem] = json.loads(dumps_json(sheet))
    gold = read_sheets(shared / "gold")
    scores = score_sheets(gold.beside(SheetFolder(found, ()), texts_of(shared / "gold", shared, None)))
    assert scores.sheets == scores.gold_sheets > 0
    assert read_floors(FLOOR).broken(scores) == ()
