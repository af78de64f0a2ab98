"""`belligraph eval`: exit codes and figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from belligraph.cli import main
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.sheets import dumps_json


@pytest.fixture
def folders(sheet: FactSheet, article: Article, tmp_path: Path) -> tuple[str, str]:
    for name in ("gold", "system", "articles"):
        (tmp_path / name).mkdir()
    (tmp_path / "gold" / "a.json").write_text(dumps_json(sheet), "utf-8")
    (tmp_path / "system" / "a.json").write_text(dumps_json(sheet), "utf-8")
    (tmp_path / "articles" / "a.txt").write_bytes(article.text.encode())
    return str(tmp_path / "gold"), str(tmp_path / "system")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    captured = capsys.readouterr()
    return int(left.value.code or 0), captured.out, captured.err


def test_a_perfect_folder_has_perfect_figures(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "eval", *folders, "--json")
    told = json.loads(out)
    assert code == 0
    assert told["metrics"]["roles"]["f1"] == 1.0
    assert (told["quote_validity"], told["sheets"], told["of"]) == (1.0, 1, 1)


def test_a_figure_below_its_floor_gives_exit_code_1(
    folders: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "floor.toml").write_text("[sheets.f1]\nevents = 0.9\n", "utf-8")
    (Path(folders[1]) / "a.json").unlink()
    code, out, err = run(capsys, "eval", *folders, "--verbose", "--floor", str(tmp_path / "floor.toml"))
    assert code == 1
    assert "a: missed event: attack shelling of the port of Mirefield" in out
    assert "below the floor: events" in err


def test_a_folder_that_is_none_gives_exit_code_3(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "eval", folders[0], "/nowhere/at/all")
    assert code == 3
    assert "/nowhere/at/all" in err
