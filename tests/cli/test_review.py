"""`belligraph review`: what it shows and its exit codes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from belligraph.cli import main
from belligraph.model.article import Article
from belligraph.model.sheet import Evidence, FactSheet
from belligraph.sheets import dumps_json, dumps_yaml


@pytest.fixture
def files(sheet: FactSheet, article: Article, tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "sheet.yaml").write_text(dumps_yaml(sheet), "utf-8")
    (tmp_path / "report.txt").write_bytes(article.text.encode())
    return tmp_path / "sheet.yaml", tmp_path / "report.txt"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main(["review", *words])
    captured = capsys.readouterr()
    return int(left.value.code or 0), captured.out, captured.err


def test_each_claim_is_shown_with_its_speaker_and_its_sentence(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, *map(str, files))
    assert code == 0
    assert "killed         3 to 5 guards (“between three and five”), says Radio Delta, citing two officials" in out
    assert "⟪killing between three and five guards⟫" in out
    assert "! rival figures" in out
    assert "faults 0" in err


def test_without_the_article_quotes_are_shown_alone(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, str(files[0]))
    assert code == 0
    assert "“killing between three and five guards”" in out


def test_only_flagged_claims_are_shown_if_asked(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, *map(str, files), "--flagged")
    assert "says" in out
    assert all(line.strip() for line in out.splitlines()[:1])


def test_a_wrong_quote_gives_exit_code_1(
    files: tuple[Path, Path], sheet: FactSheet, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = replace(sheet.claims[0], evidence=(Evidence(0, 7, "Looters"),))
    files[0].write_text(dumps_yaml(replace(sheet, claims=(wrong, *sheet.claims[1:]))), "utf-8")
    code, out, _ = run(capsys, *map(str, files))
    assert code == 1
    assert "Looters" in out


def test_an_articles_control_characters_never_reach_the_terminal(
    sheet: FactSheet, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    renamed = replace(sheet.events[0], label="shelling \x1b[31m red")
    path = tmp_path / "s.json"
    path.write_text(dumps_json(replace(sheet, events=(renamed,))), "utf-8")
    _, out, _ = run(capsys, str(path))
    assert "\x1b" not in out
