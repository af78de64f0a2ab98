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
def small_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of what is installed alone, in a cache of its own: that of all the world's towns takes seconds to make."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("belligraph.link.build.read_gazetteer", lambda: iter(()))


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


@pytest.mark.usefixtures("small_index")
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


@pytest.mark.usefixtures("small_index")
def test_a_gazetteer_is_installed_and_its_licence_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    places = tmp_path / "wof.csv"
    places.write_text(
        "id,name,placetype,country,latitude,longitude\n990000031,Kessford,locality,IQ,33.5,44.25\n", encoding="utf-8"
    )
    assert run("authority", "install", str(places), "--licence", "made up for a test") == 0
    assert "1 rows, made up for a test" in capsys.readouterr().err
    assert run("authority", "lint") == 0
    assert run("authority", "lookup", "Kessford", "--beside", "Iraq") == 0
    assert "wof:990000031" in capsys.readouterr().out


@pytest.mark.usefixtures("small_index")
def test_a_table_that_clashes_with_a_layer_behind_is_not_installed(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table.write_text(f"{','.join(COLUMNS)}\nother-hamas,Hamas,ArmedGroup,,,,,,,,,\n", "utf-8")
    assert run("authority", "install", str(table)) == 3
    assert "nothing was installed" in capsys.readouterr().err
    assert run("authority", "lint") == 0


@pytest.mark.usefixtures("small_index")
def test_a_list_of_actors_of_ucdp_is_installed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    actors = tmp_path / "actors.csv"
    actors.write_text("ActorId,NameData,Org,Location\n990041,Hamas,1,Israel\n990042,Kess Front,1,Iraq\n", "utf-8")
    assert run("authority", "install", str(actors)) == 0
    assert "now with its id: hamas" in capsys.readouterr().err
    assert run("authority", "lookup", "Kess Front", "--as", "actor", "--kind", "armed_group", "--beside", "Iraq") == 0
    assert "ucdp:990042" in capsys.readouterr().out
