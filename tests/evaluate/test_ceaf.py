"""CEAF-REE, by the worked definition of the GRIT paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from belligraph.errors import InputError
from belligraph.evaluate import read_muc4, score_fillers


def test_an_entity_with_a_mention_that_the_gold_lacks_is_wrong() -> None:
    gold = {"Target": (("town hall", "hall"), ("bridge",))}
    right, wrong = (
        score_fillers([(gold, {"Target": (("hall",),)})]),
        score_fillers([(gold, {"Target": (("hall", "roof"),)})]),
    )
    assert (right.micro.hit, right.micro.gold, right.micro.system) == (1, 2, 1)
    assert right.micro.f1 == pytest.approx(2 / 3)
    assert wrong.micro.hit == 0


def test_two_system_entities_share_no_gold_entity() -> None:
    scores = score_fillers([({"Victim": (("mayor", "ann lee"),)}, {"Victim": (("mayor",), ("ann lee",))})])
    assert (scores.micro.hit, scores.micro.system) == (1, 2)


def test_articles_case_and_marks_do_not_count() -> None:
    scores = score_fillers([({"PerpOrg": (("the U.S. Army",),)}, {"PerpOrg": (("US army",),)})])
    assert scores.micro.f1 == 1.0


def test_micro_sums_the_roles() -> None:
    gold = {"Weapon": (("bomb",),), "Target": (("bus",), ("car",))}
    scores = score_fillers([(gold, {"Weapon": (("bomb",),), "Target": (("van",),)})])
    assert (scores.micro.hit, scores.micro.gold, scores.micro.system) == (1, 3, 2)


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    roles: dict[str, list[object]] = {role: [] for role in ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")}
    good = json.dumps({"docid": "a", "doctext": "text", "extracts": roles})
    path = tmp_path / "muc.json"
    path.write_text(f"{good}\n{{}}\n", "utf-8")
    with pytest.raises(InputError, match=r"muc\.json:2"):
        list(read_muc4(path))
