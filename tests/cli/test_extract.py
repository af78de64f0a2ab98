"""`belligraph extract`: one article or many, by rules or by a model that the environment names."""

from __future__ import annotations

from pathlib import Path

import pytest

from belligraph.cli import main
from belligraph.sheets import loads_yaml, read_sheet


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["extract", *words])
    captured = capsys.readouterr()
    return int(left.value.code or 0), captured.out, captured.err


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "two.jsonl"
    path.write_text('{"text": "Raiders shelled a port."}\n{"text": "Houthi rebels attacked a ship."}\n', "utf-8")
    return path


def test_many_articles_go_into_a_folder(lines: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, str(lines), "--to", str(tmp_path / "sheets"))
    assert (code, out) == (0, "")
    assert "sheets 2" in err
    assert sum(len(read_sheet(p).events) for p in (tmp_path / "sheets").iterdir()) >= 1


def test_many_articles_without_a_folder_are_refused(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, str(lines))
    assert code == 3
    assert "--to" in err


def test_yaml_has_comments_and_is_a_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Houthi rebels attacked a French ship in the Red Sea on Monday.", "utf-8")
    code, out, _ = run(capsys, str(path), "--yaml", "--published", "2024-05-08")
    assert code == 0
    assert "# attack by Houthi rebels on French ship (Red Sea) | attacker | Houthi rebels | says the article" in out
    assert "⟪" in out
    assert len(loads_yaml(out).events) == 1


def test_a_model_that_nobody_set_is_a_usage_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BELLIGRAPH_LLM_MODEL", raising=False)
    path = tmp_path / "a.txt"
    path.write_text("Nothing happened.", "utf-8")
    code, _, err = run(capsys, str(path), "--extractor", "llm")
    assert code == 2
    assert "BELLIGRAPH_LLM_MODEL" in err
