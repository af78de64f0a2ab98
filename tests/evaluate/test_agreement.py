"""Our figures are those of the shared judge: on the rules' sheets, and on gold sheets damaged at random."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from belligraph.evaluate import read_sheets, score_sheets, texts_of
from belligraph.extract import RuleExtractor
from belligraph.sheets import dumps_json
from belligraph.sources import read_articles

JUNK: list[Any] = [None, 0, -5, "", "x", [], {}, True, 1e9, [None], {"ref": 3}, "attack", "strike", "target"]


def damaged(value: Any, rng: random.Random, share: float) -> Any:  # noqa: ANN401 - any JSON
    """JSON with some values replaced, dropped or moved."""
    if rng.random() < share:
        return rng.choice(JUNK)
    if isinstance(value, dict):
        return {k: damaged(v, rng, share) for k, v in value.items() if rng.random() > share}
    if isinstance(value, list):
        kept = [damaged(v, rng, share) for v in value if rng.random() > share]
        return kept + kept[:1] if rng.random() < share else kept
    if isinstance(value, int) and rng.random() < share:
        return value + rng.choice([-1, 1, 7])
    return value


def judged(shared: Path, system: Path, to: Path) -> dict[str, Any]:
    """What the shared judge says, as it writes it."""
    command = [
        sys.executable,
        str(shared / "checks" / "score_sheets.py"),
        str(shared / "gold"),
        str(system),
        "--json",
        str(to),
    ]
    subprocess.run(command, check=True, capture_output=True)
    told: dict[str, Any] = json.loads(to.read_text("utf-8"))
    return told


def agree(shared: Path, system: Path, to: Path) -> None:
    scores = score_sheets(read_sheets(shared / "gold").beside(read_sheets(system), texts_of(shared / "gold", system, None)))
    told = judged(shared, system, to)
    ours = {name: (t.hit, t.gold, t.system) for name, t in scores.tallies.items() if name in told["metrics"]}
    theirs = {name: (m["hit"], m["gold"], m["system"]) for name, m in told["metrics"].items() if name in ours}
    assert len(theirs) > 20
    assert ours == theirs
    assert scores.false_per_article == pytest.approx(told["false_claims_per_article"])
    assert scores.quote_validity == pytest.approx(told["quote_validity"])
    assert scores.sheets == told["sheets"]


def test_the_rules_sheets_get_the_judges_figures(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "sheets").mkdir()
    for path in sorted((shared / "articles").iterdir()):
        for found in read_articles(path, max_bytes=10**7):
            (tmp_path / "sheets" / f"{path.stem}.json").write_text(
                dumps_json(RuleExtractor().extract(found.article)), "utf-8"
            )
    agree(shared, tmp_path / "sheets", tmp_path / "told.json")


@pytest.mark.parametrize("seed", range(4))
def test_damaged_sheets_get_the_judges_figures(shared: Path, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    (tmp_path / "sheets").mkdir()
    for path in sorted((shared / "gold").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        worse = {k: damaged(v, rng, 0.01 * (seed + 1)) for k, v in raw.items()}
        (tmp_path / "sheets" / path.name).write_text(json.dumps(worse), "utf-8")
    agree(shared, tmp_path / "sheets", tmp_path / "told.json")
