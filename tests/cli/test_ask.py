"""`belligraph ask` as a user meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from belligraph.cli import main
from belligraph.cli.tables import table, term_text
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.sheets import dumps_json


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "belligraph", *map(str, words)],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        timeout=120,
        check=False,
    )


Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str]) -> Told:
    """The command line in this process: exit code, standard output, standard error."""

    def ask(*words: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["ask", *map(str, words)])
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return ask


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("asked")


@pytest.fixture
def publication(folder: Path, article: Article, sheet: FactSheet) -> Path:
    made = folder / "publication"
    if not made.exists():
        (folder / "report.txt").write_text(article.text, "utf-8")
        (folder / "sheet.json").write_text(dumps_json(sheet), "utf-8")
        done = run("publish", folder / "report.txt", folder / "sheet.json", "--published", "2024-05-07", "--to", made)
        assert done.returncode == 0, done.stderr
    return made


def test_a_question_is_asked_with_its_parameters_in_any_format(publication: Path) -> None:
    done = run("ask", "how-many", publication, "--param", "place=Mirefield", "--param", "harm=killed", "--results", "json")
    assert (done.returncode, done.stderr) == (0, "")
    rows = json.loads(done.stdout)["results"]["bindings"]
    assert {(r["words"]["value"], r["modality"]["value"]) for r in rows} == {
        ("between three and five", "certain"), ("anyone", "denied"),
    }  # fmt: skip


def test_a_number_names_a_competency_question(publication: Path) -> None:
    done = run("ask", "2", publication, "--param", "place=Mirefield", "--param", "target=", "--results", "csv")
    assert done.stdout.splitlines()[1].startswith("shelling of the port of Mirefield,artillery,shelled,certain,Radio Delta")


def test_a_pipe_gets_tsv_and_a_table_may_be_asked_for(publication: Path) -> None:
    tsv = run("ask", "who-backs", publication, "--param", "sponsor=Northern League")
    assert tsv.stdout.splitlines()[0].split("\t")[:2] == ["?group", "?identified"]
    shown = run("ask", "who-backs", publication, "--param", "sponsor=Northern League", "--results", "table")
    heading, rule, row, count = shown.stdout.splitlines()
    assert heading.split()[:3] == ["group", "identified", "backedBy"]
    assert set(rule) == {"─", " "}
    assert row.startswith("Raiders  true ")
    assert "The raiders are armed by the Northern League" in row
    assert "id/article/" in row
    assert count == "(1 row)"


def test_the_list_tells_each_question_with_its_parameters(here: Told) -> None:
    code, listed, _ = here("--list")
    assert code == 0
    assert "who-attacked (1): Who attacked, and who says so" in listed
    assert '--param harm="injured" [injured|killed]' in listed
    assert "figures: How many, and who says so" in listed


def test_the_query_can_be_shown_with_its_values_for_any_endpoint(here: Told) -> None:
    _, shown, _ = here("who-backs", "--param", 'sponsor=the "League"', "--show")
    assert 'VALUES ?sponsor { "the \\"League\\"" }' in shown
    assert shown.startswith("# title: ")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("nowhere", "."), "--list"),
        ((), "--list"),
        (("who-backs",), "belligraph ask who-backs FOLDER"),
        (("who-backs", ".", "--param", "sponsor"), "name=value"),
        (("who-backs", ".", "--param", "spnsor=x"), "sponsor"),
        (("who-backs", ".", "--param", "sponsor=x", "--param", "sponsor=y"), "twice"),
        (("may-have-begun", ".", "--param", "from=last week"), "YYYY-MM-DD"),
    ],
)
def test_a_question_that_cannot_be_asked_is_a_usage_error_with_its_remedy(
    here: Told, words: tuple[str, ...], told: str
) -> None:
    code, out, err = here(*words)
    assert (code, out) == (2, "")
    assert told in err


def test_a_folder_without_a_release_is_told(here: Told, tmp_path: Path) -> None:
    code, _, err = here("who-backs", tmp_path)
    assert code == 4
    assert "belligraph publish" in err


def test_a_table_is_as_wide_as_its_window_and_cuts_nothing() -> None:
    rows = [["a short one", "word " * 30], ["x", "y"]]
    lines = table(["first", "second"], rows, 60).splitlines()
    assert max(map(len, lines)) <= 60
    assert sum(line.count("word") for line in lines) == 30
    assert lines[-1] == "(2 rows)"


def test_a_table_too_narrow_for_its_columns_runs_over_rather_than_losing_them() -> None:
    lines = table([f"c{i}" for i in range(20)], [["something long"] * 20], 40).splitlines()
    assert "something" in " ".join(lines) or "somethin" in " ".join(lines)
    assert len(lines[0].split()) == 20


def test_terms_are_shown_as_readers_want_them() -> None:
    base = "https://data.example/war/"
    assert term_text(None, base) == ""
    assert term_text({"type": "literal", "value": "two\nlines"}, base) == "two lines"
    assert term_text({"type": "uri", "value": f"{base}id/article/1"}, base) == "id/article/1"
    assert term_text({"type": "uri", "value": "https://w3id.org/belligraph/ns#Attack"}, base) == "bg:Attack"
    assert term_text({"type": "uri", "value": "urn:x"}, base) == "urn:x"
