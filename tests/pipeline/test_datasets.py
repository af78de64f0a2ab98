"""Importing datasets: what is kept, what a release holds of it, and that nothing is kept of what fails."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from belligraph.config import Config
from belligraph.errors import DatasetError, PublicationError, UsageError
from belligraph.formats import Rdf12Format, RdfFormat
from belligraph.model.article import Article
from belligraph.pipeline import Published, publish
from belligraph.pipeline.datasets import import_dataset
from belligraph.release.datasets import kept_datasets
from belligraph.release.export import articles_of, derived_of, export

Write = Callable[..., Path]
BG = "https://w3id.org/belligraph/ns#"


def quads_of(result: Published) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(path=result.release.folder / "release.nq", format=pyoxigraph.RdfFormat.N_QUADS))


def rows_of(result: Published) -> list[pyoxigraph.Quad]:
    """The quads of all datasets: what is derived from articles has graphs of its own."""
    return [quad for quad in quads_of(result) if "/graph/dataset/" in str(quad.graph_name)]


def graphs_of(result: Published) -> set[str]:
    return {str(quad.graph_name)[1:-1] for quad in rows_of(result)}


def test_a_dataset_is_one_named_graph_of_the_next_release(tmp_path: Path, ucdp: Write) -> None:
    imported = import_dataset("ucdp", ucdp({}, {"id": "990002"}), tmp_path / "p", version="24.1")
    result = publish([], tmp_path / "p")
    graph = "https://belligraph.example/graph/dataset/ucdp"
    assert graphs_of(result) == {graph}
    assert imported.dataset.rows == 2
    assert (result.release.claims, result.release.quads) == (imported.dataset.claims, len(quads_of(result)))
    quads = rows_of(result)
    assert len(quads) == len(set(quads)) == imported.dataset.quads
    claims = {q.subject for q in quads if q.object == pyoxigraph.NamedNode(f"{BG}Claim")}
    assert len(claims) == imported.dataset.claims


def test_the_store_and_the_turtle_hold_the_same(tmp_path: Path, acled: Write) -> None:
    import_dataset("acled", acled({}, {"event_id_cnty": "MRF18"}), tmp_path / "p")
    result = publish([], tmp_path / "p")
    triples = {quad.triple for quad in quads_of(result)}
    store = pyoxigraph.Store.read_only(str(result.release.store_folder))
    assert {q.triple for q in store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())} == triples
    turtle = pyoxigraph.parse(path=result.release.folder / "release.ttl", format=pyoxigraph.RdfFormat.TURTLE)
    assert {quad.triple for quad in turtle} == triples


def test_articles_and_datasets_stand_side_by_side(tmp_path: Path, article: Article, acled: Write, gdelt: Write) -> None:
    report = tmp_path / "report.txt"
    report.write_text(article.text, "utf-8")
    alone = publish([report], tmp_path / "p")
    import_dataset("acled", acled(), tmp_path / "p")
    import_dataset("gdelt", gdelt(), tmp_path / "p")
    both = publish([], tmp_path / "p")
    assert both.is_new
    assert both.release.articles == 1
    assert set(quads_of(alone)) < set(quads_of(both))
    # what is read back article by article has nothing of the rows in it
    (graph,) = articles_of(both.release)
    (before,) = articles_of(alone.release)
    assert graph == before
    assert not any(graph.iri.startswith(f"{both.release.base_iri}graph/dataset/") for graph in derived_of(both.release))


def test_publishing_again_changes_nothing(tmp_path: Path, ucdp: Write) -> None:
    import_dataset("ucdp", ucdp(), tmp_path / "p")
    publish([], tmp_path / "p")
    import_dataset("ucdp", ucdp(), tmp_path / "p")
    assert not publish([], tmp_path / "p").is_new


def test_a_newer_file_replaces_the_older(tmp_path: Path, ucdp: Write) -> None:
    import_dataset("ucdp", ucdp({}, {"id": "990002"}), tmp_path / "p", version="23.1")
    import_dataset("ucdp", ucdp({"best": "8"}), tmp_path / "p", version="24.1")
    result = publish([], tmp_path / "p")
    text = (result.release.folder / "release.nq").read_text("utf-8")
    assert '"UCDP GED 24.1"' in text
    assert "990002" not in text
    folder = tmp_path / "p" / "datasets" / "ucdp"
    assert len(list(folder.iterdir())) == 6  # the manifest and five files


def test_two_files_of_a_dataset_stand_side_by_side_under_keys(tmp_path: Path, acled: Write) -> None:
    import_dataset("acled", acled(), tmp_path / "p", key="acled-east")
    import_dataset("acled", acled(), tmp_path / "p", key="acled-west")
    base = "https://belligraph.example/graph/dataset/"
    assert graphs_of(publish([], tmp_path / "p")) == {f"{base}acled-east", f"{base}acled-west"}


def test_a_dataset_whose_folder_is_deleted_is_gone_from_the_next_release(tmp_path: Path, acled: Write, ucdp: Write) -> None:
    import_dataset("acled", acled(), tmp_path / "p")
    imported = import_dataset("ucdp", ucdp(), tmp_path / "p")
    for path in imported.folder.iterdir():
        path.unlink()
    imported.folder.rmdir()
    assert graphs_of(publish([], tmp_path / "p")) == {"https://belligraph.example/graph/dataset/acled"}


def test_the_table_of_claims_has_those_of_rows_behind_those_of_articles(
    tmp_path: Path, article: Article, acled: Write, ucdp: Write
) -> None:
    report = tmp_path / "report.txt"
    report.write_text(article.text, "utf-8")
    of_articles = publish([report], tmp_path / "p").release.claims
    import_dataset("acled", acled(), tmp_path / "p")
    import_dataset("ucdp", ucdp({}, {"id": "990002"}), tmp_path / "p", version="24.1")
    release = publish([], tmp_path / "p").release
    with (release.folder / "claims.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert len(table) == len({line["claim"] for line in table}) == release.claims
    assert [bool(line["article"]) for line in table] == [True] * of_articles + [False] * (release.claims - of_articles)
    assert all(bool(line["article"]) != bool(line["dataset"]) for line in table)
    (dead,) = [line for line in table if line["row"] == "990002" and line["row_columns"] == "best low high"]
    assert (dead["property"], dead["value"], dead["min"], dead["max"]) == ("killed", "7", "5", "12")
    assert dead["dataset"] == "UCDP GED 24.1"
    assert dead["source_chain"] == "UCDP GED 24.1, citing Northern Wire,2024-05-07,Raid on a village, citing army spokesman"
    assert (dead["modality"], dead["quote"], dead["contradicts"]) == ("certain", "", "")
    (guards,) = [line for line in table if line["row"] == "990002" and line["row_columns"] == "deaths_b"]
    assert (guards["value"], guards["count_of"]) == ("4", "Ember Front")
    (place,) = [line for line in table if line["row"] == "MRF17" and line["property"] == "place"]
    assert place["object_label"] == "Mirefield"


FORMATS = {
    RdfFormat.TURTLE: pyoxigraph.RdfFormat.TURTLE,
    RdfFormat.TRIG: pyoxigraph.RdfFormat.TRIG,
    RdfFormat.N_QUADS: pyoxigraph.RdfFormat.N_QUADS,
    RdfFormat.JSON_LD: pyoxigraph.RdfFormat.JSON_LD,
}


@pytest.mark.parametrize("block", [10, 100_000], ids=["cut", "whole"])
@pytest.mark.parametrize("rdf_format", FORMATS, ids=lambda f: f.label)
def test_every_export_holds_the_rows(
    tmp_path: Path, acled: Write, rdf_format: RdfFormat, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belligraph.release.export.BLOCK_TRIPLES", block)
    import_dataset("acled", acled(), tmp_path / "p")
    result = publish([], tmp_path / "p")
    out = io.BytesIO()
    export(result.release, rdf_format, out)
    told = {q.triple for q in pyoxigraph.parse(out.getvalue(), FORMATS[rdf_format])}
    assert told == {q.triple for q in quads_of(result)}


@pytest.mark.parametrize("rdf_format", Rdf12Format, ids=lambda f: f.label)
def test_every_claim_is_a_reifier_in_rdf_12(tmp_path: Path, acled: Write, rdf_format: Rdf12Format) -> None:
    imported = import_dataset("acled", acled(), tmp_path / "p")
    result = publish([], tmp_path / "p")
    out = io.BytesIO()
    export(result.release, rdf_format, out)
    assert out.getvalue().count(b"reifies") == imported.dataset.claims


def test_every_row_at_fault_is_told_and_nothing_is_kept(tmp_path: Path, ucdp: Write) -> None:
    path = ucdp({}, {"id": "2", "best": "x"}, {"id": "3", "low": "99"}, {"id": "990001"})
    with pytest.raises(DatasetError) as told:
        import_dataset("ucdp", path, tmp_path / "p")
    assert told.value.faults == (
        f"{path}:3: best: 'x' is no whole number from 0",
        f"{path}:4: low: 99 is more than best, 7",
        f"{path}:5: id: '990001' stands in line 2 too",
    )
    assert not (tmp_path / "p" / "datasets").exists()
    assert not (tmp_path / "p" / ".staging").exists()


def test_a_failed_import_leaves_what_was_kept_before(tmp_path: Path, ucdp: Write) -> None:
    kept = import_dataset("ucdp", ucdp(), tmp_path / "p").dataset
    with pytest.raises(DatasetError):
        import_dataset("ucdp", ucdp({"best": "x"}), tmp_path / "p")
    assert [dataset for _, dataset in kept_datasets(tmp_path / "p" / "datasets", kept.base_iri)] == [kept]
    assert publish([], tmp_path / "p").release.claims == kept.claims


def test_rows_at_fault_are_left_out_when_asked(tmp_path: Path, ucdp: Write) -> None:
    path = ucdp({}, *({"id": str(n), "best": "x"} for n in range(50)), {"id": "990002"})
    imported = import_dataset("ucdp", path, tmp_path / "p", skip_bad_rows=True)
    assert (imported.dataset.rows, imported.dataset.skipped) == (2, 50)
    assert len(imported.faults) == 20


@pytest.mark.parametrize(("name", "remedy"), [("acled", "event_id_cnty"), ("gdelt", "tabs")])
def test_another_datasets_file_is_refused(tmp_path: Path, ucdp: Write, name: str, remedy: str) -> None:
    with pytest.raises(DatasetError, match=remedy):
        import_dataset(name, ucdp(), tmp_path / "p")


@pytest.mark.parametrize("column", ["fatalities", "geo_precision", "source"])
def test_a_missing_column_is_named(tmp_path: Path, acled: Write, column: str) -> None:
    with pytest.raises(DatasetError, match=f":1: the header lacks the column {column}"):
        import_dataset("acled", acled(without=[column]), tmp_path / "p")


def test_columns_that_are_not_required_may_be_missing(tmp_path: Path, acled: Write) -> None:
    path = acled(without=["notes", "admin1", "admin2", "admin3", "iso", "inter1", "inter2", "tags", "timestamp"])
    assert import_dataset("acled", path, tmp_path / "p").dataset.rows == 1


def test_an_unknown_dataset_and_a_key_that_is_none_are_told(tmp_path: Path, acled: Write) -> None:
    with pytest.raises(UsageError, match="The datasets are: acled, ucdp, gdelt"):
        import_dataset("gtd", acled(), tmp_path / "p")
    with pytest.raises(UsageError, match="cannot be part of an IRI"):
        import_dataset("acled", acled(), tmp_path / "p", key="../elsewhere")


def test_rows_under_another_base_are_not_mixed_in(tmp_path: Path, acled: Write) -> None:
    import_dataset("acled", acled(), tmp_path / "p", config=Config(base_iri="https://one.example/"))
    with pytest.raises(PublicationError, match=r"https://one\.example/.*https://two\.example/"):
        publish([], tmp_path / "p", config=Config(base_iri="https://two.example/"))


def test_what_an_older_version_imported_is_to_be_imported_again(tmp_path: Path, ucdp: Write) -> None:
    folder = import_dataset("ucdp", ucdp(), tmp_path / "p").folder
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    del manifest["table"]
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(PublicationError, match=r"older version .* table.*\n?.*Import ged\.csv again under the key ucdp"):
        publish([], tmp_path / "p")
    import_dataset("ucdp", ucdp(), tmp_path / "p")
    assert publish([], tmp_path / "p").is_new


@pytest.mark.parametrize("content", ["[]", "{", '{"key": "ucdp", "other": 1}'])
def test_another_file_in_the_place_of_a_manifest_is_told(tmp_path: Path, ucdp: Write, content: str) -> None:
    folder = import_dataset("ucdp", ucdp(), tmp_path / "p").folder
    (folder / "manifest.json").write_text(content, "utf-8")
    with pytest.raises(PublicationError, match="not the manifest of a dataset"):
        publish([], tmp_path / "p")


def test_damaged_files_are_told_and_the_live_release_stays(tmp_path: Path, acled: Write) -> None:
    imported = import_dataset("acled", acled(), tmp_path / "p")
    live = publish([], tmp_path / "p").release
    path = imported.folder / imported.dataset.nquads
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(PublicationError, match="cannot be read"):
        publish([], tmp_path / "p")
    assert json.loads((live.folder / "manifest.json").read_text("utf-8"))["number"] == 1
    assert (tmp_path / "p" / "releases" / "CURRENT").read_text("utf-8").strip() == "1"


def test_identifiers_with_any_character_make_sound_iris(tmp_path: Path, acled: Write) -> None:
    path = acled({"event_id_cnty": "MRF 17/<é>%"})
    import_dataset("acled", path, tmp_path / "p")
    result = publish([], tmp_path / "p")
    rows = [q.subject for q in quads_of(result) if q.predicate == pyoxigraph.NamedNode(f"{BG}rowId")]
    assert [str(row) for row in rows] == ["<https://belligraph.example/id/dataset/acled/row/MRF%2017%2F%3C%C3%A9%3E%25>"]


def test_memory_does_not_grow_with_the_rows(tmp_path: Path) -> None:
    """Ten times the rows take less than a quarter more memory, in processes of their own."""

    def peak(rows: int) -> int:
        program = (
            "import sys, resource; from belligraph.pipeline.datasets import import_dataset;"
            " import_dataset('gdelt', sys.argv[1], sys.argv[2]);"
            " print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        path = tmp_path / f"{rows}.csv"
        cells = {2: "20240506", 6: "MRFREB", 7: "EMBER FRONT", 27: "190", 28: "190", 29: "19", 32: "1", 33: "1", 52: "0"}
        with path.open("w", encoding="utf-8") as file:
            for n in range(rows):
                row = {**cells, 1: str(n), 61: f"https://gazette.example/{n}"}
                file.write("\t".join(row.get(i, "") for i in range(1, 62)) + "\n")
        done = subprocess.run(
            [sys.executable, "-c", program, str(path), str(tmp_path / f"p{rows}")],
            capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )  # fmt: skip
        return int(re.findall(r"\d+", done.stdout)[-1])

    assert peak(20_000) < 1.25 * peak(2_000)
