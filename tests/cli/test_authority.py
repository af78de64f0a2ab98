"""`belligraph authority` and `belligraph links`, as a user calls them."""

from __future__ import annotations

from pathlib import Path

import pytest

from belligraph.assets import demo_folder
from belligraph.cli import main
from belligraph.link.table import COLUMNS, layers, user_folder
from belligraph.pipeline import publish

ROW = "ember-front,Ember Front,ArmedGroup,,Front of Embers,,,,,,,"


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(words))
    code = ended.value.code
    assert isinstance(code, int)
    return code


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{ROW}\n", "utf-8")
    return path


def test_lint_of_all_layers_finds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("authority", "lint") == 0
    assert "faults 0" in capsys.readouterr().err


def test_lint_tells_the_line_and_exits_with_1(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(table.read_text("utf-8").replace("ArmedGroup", "Army"), "utf-8")
    assert run("authority", "lint", str(table)) == 1
    assert f"{table}:2: unknown type 'Army'" in capsys.readouterr().out


def test_a_file_that_is_not_there_exits_with_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("authority", "lint", str(tmp_path / "none.csv")) == 3
    assert "there is no such file" in capsys.readouterr().err


def test_a_faulty_file_is_not_installed(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(table.read_text("utf-8").replace("ArmedGroup", "Army"), "utf-8")
    assert run("authority", "install", str(table)) == 3
    assert "nothing was installed" in capsys.readouterr().err
    assert not user_folder().exists()


def test_a_file_for_one_publication_is_known_there_and_nowhere_else(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "publication"
    assert run("authority", "install", str(table), "--publication", str(folder)) == 0
    assert folder / "authority" / "own.csv" in layers(folder)
    assert run("authority", "lookup", "Front of Embers", "--as", "actor", "--kind", "armed_group") == 0
    assert "nil: nothing is known" in capsys.readouterr().out
    arguments = ("--as", "actor", "--kind", "armed_group", "--publication", str(folder))
    assert run("authority", "lookup", "Front of Embers", *arguments) == 0
    assert "accepted: Ember Front" in capsys.readouterr().out


def test_lookup_shows_the_features_of_each_candidate(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("authority", "lookup", "Gaza", "--beside", "Israel") == 0
    told = capsys.readouterr().out
    assert told.startswith("review: Gaza")
    assert "name: a name that Gaza Strip shares with others" in told


def test_links_check_of_the_demo(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish([demo_folder()], tmp_path / "publication")
    assert run("links", "check", str(tmp_path / "publication"), "--since", "1") == 0
    assert "faults 0" in capsys.readouterr().err
    assert run("links", "check", str(tmp_path)) == 4
