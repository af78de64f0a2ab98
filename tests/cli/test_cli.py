"""The command line as a user meets it: what goes where, which exit code, which message for which bad input."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from belligraph.model.article import Article
from belligraph.model.sheet import Evidence, FactSheet
from belligraph.sheets import dumps_json

COUNT = "SELECT (COUNT(*) AS ?n) { ?claim a <https://w3id.org/belligraph/ns#Claim> }"


def run(*words: str | Path, stdin: str = "", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "belligraph", *map(str, words)],
        input=stdin,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **(env or {})},
        timeout=120,
        check=False,
    )


@pytest.fixture
def report(tmp_path: Path, article: Article) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(article.text, "utf-8")
    return path


@pytest.fixture
def corrected(tmp_path: Path, sheet: FactSheet) -> Path:
    path = tmp_path / "corrected.json"
    path.write_text(dumps_json(sheet), "utf-8")
    return path


@pytest.fixture
def publication(tmp_path: Path, report: Path, corrected: Path) -> Path:
    done = run("publish", report, corrected, "--published", "2024-05-07", "--to", tmp_path / "publication")
    assert done.returncode == 0, done.stderr
    return tmp_path / "publication"


def test_publish_says_in_one_closing_line_what_it_did(tmp_path: Path, report: Path, corrected: Path) -> None:
    done = run("publish", report, corrected, "--published", "2024-05-07", "--to", tmp_path / "publication")
    assert done.returncode == 0
    assert done.stdout == ""
    (line,) = done.stderr.strip().splitlines()
    for part in ("articles 1", "claims 8", "quads ", "violations 0", "seconds ", "release 1", str(tmp_path / "publication")):
        assert part in line


def test_a_sheet_that_does_not_fit_gives_exit_code_1_and_its_line(tmp_path: Path, report: Path, sheet: FactSheet) -> None:
    bad = tmp_path / "bad.json"
    claim = replace(sheet.claims[0], evidence=(Evidence(0, 7, "Nobody!"),))
    bad.write_text(dumps_json(replace(sheet, claims=(claim,))), "utf-8")
    done = run("publish", report, bad, "--to", tmp_path / "publication")
    assert done.returncode == 1
    line = next(n for n, text in enumerate(bad.read_text("utf-8").splitlines(), 1) if "Nobody!" in text)
    assert f"{bad}:{line}: " in done.stderr
    assert "quarantine" in done.stderr


def test_publish_names_the_decisions_that_do_not_hold(publication: Path) -> None:
    lines = publication / "links" / "incidents.tsv"
    lines.parent.mkdir()
    lines.write_text(f"2024-05-09\tAda Brandt\tsame\t{'0' * 16}/e1\t{'1' * 16}/e1\n", "utf-8")
    done = run("publish", "--to", publication)
    assert done.returncode == 0
    assert any(told.startswith(f"{lines}:1: ") and "does not hold" in told for told in done.stderr.splitlines())


def test_query_answers_on_standard_output(publication: Path, tmp_path: Path) -> None:
    file = tmp_path / "count.rq"
    file.write_text(COUNT)
    done = run("query", publication, file, "--results", "csv")
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, ["n", "8"], "")


def test_query_reads_standard_input(publication: Path) -> None:
    done = run("query", publication, "-", "--results", "json", stdin=COUNT)
    assert json.loads(done.stdout)["results"]["bindings"][0]["n"]["value"] == "8"


def test_a_query_that_is_no_sparql_is_told_with_its_place(publication: Path) -> None:
    done = run("query", publication, "-", stdin="SELECT * WHERE {")
    assert done.returncode == 3
    assert "1:1" in done.stderr or "line 1" in done.stderr
    assert done.stdout == ""


def test_an_update_is_refused(publication: Path) -> None:
    done = run("query", publication, "-", stdin="INSERT DATA { <http://a/a> <http://a/b> <http://a/c> }")
    assert done.returncode == 3
    assert "read-only" in done.stderr or "update" in done.stderr


@pytest.mark.parametrize(
    ("label", "mark"), [("turtle", "@prefix bg:"), ("trig", "{"), ("nquads", " .\n"), ("jsonld", "@id")]
)
def test_export_writes_each_format(publication: Path, label: str, mark: str) -> None:
    done = run("export", publication, "--format", label)
    assert done.returncode == 0
    assert mark in done.stdout


def test_a_release_validates(publication: Path) -> None:
    done = run("validate", publication)
    assert done.returncode == 0, done.stdout
    assert "violations 0" in done.stderr


def test_an_extracted_sheet_checks_and_publishes(tmp_path: Path, report: Path) -> None:
    made = run("extract", report, "--published", "2024-05-07")
    assert made.returncode == 0
    sheet = tmp_path / "extracted.json"
    sheet.write_text(made.stdout, "utf-8")
    assert run("check", sheet, report).returncode == 0
    assert run("publish", report, sheet, "--to", tmp_path / "publication").returncode == 0


def test_an_extracted_yaml_sheet_checks(tmp_path: Path, report: Path) -> None:
    sheet = tmp_path / "extracted.yaml"
    sheet.write_text(run("extract", report, "--yaml").stdout, "utf-8")
    done = run("check", sheet, report)
    assert done.returncode == 0, done.stdout + done.stderr


def test_check_tells_every_fault_with_its_line(tmp_path: Path, report: Path, sheet: FactSheet) -> None:
    bad = tmp_path / "bad.json"
    first = replace(sheet.claims[0], evidence=(Evidence(0, 7, "Nobody!"),))
    second = replace(sheet.claims[1], subject="nothing")
    bad.write_text(dumps_json(replace(sheet, claims=(first, second))), "utf-8")
    done = run("check", bad, report)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert all(line.startswith(f"{bad}:") for line in done.stdout.splitlines())


def bad_inputs(folder: Path) -> dict[str, bytes]:
    return {
        "empty.txt": b"",
        "binary.txt": b"\x7fELF\x00\x00",
        "not-utf8.txt": b"caf\xe9 attacked",
        "broken.json": b'{"text": "x",',
        "unknown-key.json": b'{"text": "Rebels attacked.", "publisherr": "x"}',
        "no-date.json": b'{"text": "Rebels attacked.", "published": "2023-02-30"}',
        "not-json.jsonl": b'{"text": "Rebels attacked."}\nnot json\n',
        "truncated-sheet.json": b'{"sheet": "1", "article": ',
        "page.html": b"<html><body></body></html>",
    }


@pytest.mark.parametrize("name", sorted(bad_inputs(Path())))
def test_bad_input_gives_exit_code_3_names_the_file_and_leaves_no_release(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(bad_inputs(tmp_path)[name])
    done = run("publish", path, "--to", tmp_path / "publication")
    assert done.returncode == 3, done.stderr
    assert str(path) in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "publication" / "releases" / "CURRENT").exists()


def test_a_text_of_50_megabytes_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"attack " * 7_150_000)
    done = run("publish", path, "--to", tmp_path / "publication")
    assert done.returncode == 3
    assert "50" in done.stderr
    assert "max_article_bytes" in done.stderr


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    done = run("publish", tmp_path / "nowhere.txt", "--to", tmp_path / "publication")
    assert done.returncode == 3
    assert "no such file" in done.stderr


def test_a_date_that_is_none_is_a_usage_error(tmp_path: Path, report: Path) -> None:
    done = run("publish", report, "--published", "2023-02-30", "--to", tmp_path / "publication")
    assert done.returncode == 2
    assert "2023-02-30" in done.stderr


def test_an_unknown_flag_is_a_usage_error() -> None:
    assert run("publish", "--nonsense").returncode == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_is_told(tmp_path: Path, report: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    done = run("publish", report, "--to", folder / "publication")
    assert done.returncode == 4
    assert "cannot be written" in done.stderr


def test_a_target_below_a_file_is_told(tmp_path: Path, report: Path) -> None:
    done = run("publish", report, "--to", report / "publication")
    assert done.returncode == 4
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("verb", ["serve", "export", "validate"])
def test_a_folder_that_is_no_publication_is_told(tmp_path: Path, verb: str) -> None:
    done = run(verb, tmp_path)
    assert done.returncode == 4
    assert "belligraph publish" in done.stderr


def test_a_port_in_use_is_told(publication: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", publication, "--port", str(port))
    assert done.returncode == 4
    assert str(port) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_setting_that_cannot_be_is_a_usage_error(tmp_path: Path, report: Path) -> None:
    done = run("publish", report, "--base-iri", "nowhere", "--to", tmp_path / "publication")
    assert done.returncode == 2
    assert "nowhere" in done.stderr


def test_debug_shows_where_an_error_came_from(tmp_path: Path) -> None:
    assert "Traceback" in run("--debug", "export", tmp_path).stderr


def test_every_verb_has_help() -> None:
    listed = run("--help").stdout
    for verb in ("publish", "import", "serve", "query", "export", "validate", "extract", "check", "demo"):
        assert verb in listed
        assert run(verb, "--help").returncode == 0


def test_the_demo_publishes_three_desks_whose_figures_differ(tmp_path: Path) -> None:
    done = run("demo", "--to", tmp_path / "demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    assert "articles 3" in done.stderr
    figures = done.stdout
    for words in ("eight", "several", "some", "three", "one"):
        assert words in figures, figures
    assert "Sabrina Singh" in figures
    assert "citing two U.S. officials" in figures


def test_an_import_is_told_in_one_closing_line_and_published_next(tmp_path: Path, acled: Callable[..., Path]) -> None:
    done = run("import", "acled", acled(), "--to", tmp_path / "p", "--dataset-version", "2024-06")
    assert (done.returncode, done.stdout) == (0, "")
    (line,) = done.stderr.strip().splitlines()
    for part in (
        "rows 1",
        "skipped 0",
        "claims 8",
        "quads ",
        str(tmp_path / "p" / "datasets" / "acled"),
        "belligraph publish",
    ):
        assert part in line
    published = run("publish", "--to", tmp_path / "p")
    assert published.returncode == 0
    assert "claims 8" in published.stderr
    validated = run("validate", tmp_path / "p")
    assert validated.returncode == 0, validated.stdout


def test_rows_at_fault_give_exit_code_3_with_line_and_column(tmp_path: Path, acled: Callable[..., Path]) -> None:
    path = acled({}, {"event_id_cnty": "MRF18", "fatalities": "several"})
    done = run("import", "acled", path, "--to", tmp_path / "p")
    assert done.returncode == 3
    assert f"{path}:3: fatalities: 'several' is no whole number from 0" in done.stderr
    assert "--skip-bad-rows" in done.stderr
    skipped = run("import", "acled", path, "--to", tmp_path / "p", "--skip-bad-rows")
    assert skipped.returncode == 1
    assert "rows 1 · skipped 1" in skipped.stderr


@pytest.mark.parametrize(
    ("dataset", "content", "code"),
    [
        ("ucdp", b"", 3),
        ("gdelt", b"a,b\n1,2\n", 3),
        ("acled", b"id\n1\n", 3),
        ("acled", b"PK\x03\x04", 3),
        ("gtd", b"id\n1\n", 2),
    ],
)
def test_a_file_that_is_not_the_dataset_is_told(tmp_path: Path, dataset: str, content: bytes, code: int) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(content)
    done = run("import", dataset, path, "--to", tmp_path / "p")
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "p" / "datasets").exists()
