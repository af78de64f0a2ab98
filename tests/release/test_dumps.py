"""The files of a release: what they hold, and that they are the same each time."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from pathlib import Path

import pyoxigraph
import pytest

from belligraph.config import Config
from belligraph.model.article import Article
from belligraph.model.release import Release
from belligraph.model.sheet import FactSheet
from belligraph.pipeline import publish
from belligraph.release.statistics import read_statistics
from belligraph.sheets import dumps_json

BASE = "https://data.example/war/"


def made(folder: Path, article: Article, sheet: FactSheet) -> Release:
    record = {"text": article.text, "publisher": article.publisher, "published": "2024-05-07", "title": article.title}
    (folder / "report.json").write_text(json.dumps(record), "utf-8")
    (folder / "sheet.json").write_text(dumps_json(sheet), "utf-8")
    inputs = [folder / "report.json", folder / "sheet.json"]
    return publish(inputs, folder / "publication", config=Config(base_iri=BASE)).release


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory, article: Article, sheet: FactSheet) -> Release:
    return made(tmp_path_factory.mktemp("dumps"), article, sheet)


def rows(release: Release, name: str) -> list[dict[str, str]]:
    with (release.folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_serialization_holds_the_same_triples(release: Release) -> None:
    def triples(name: str, rdf_format: pyoxigraph.RdfFormat) -> set[pyoxigraph.Triple]:
        return {q.triple for q in pyoxigraph.parse(path=release.folder / name, format=rdf_format)}

    nquads = triples("release.nq", pyoxigraph.RdfFormat.N_QUADS)
    assert nquads == triples("release.ttl", pyoxigraph.RdfFormat.TURTLE)
    assert nquads == triples("release.trig", pyoxigraph.RdfFormat.TRIG)
    assert nquads == triples("release.jsonld", pyoxigraph.RdfFormat.JSON_LD)


def test_files_with_graphs_keep_them(release: Release) -> None:
    def quads(name: str, rdf_format: pyoxigraph.RdfFormat) -> set[pyoxigraph.Quad]:
        return set(pyoxigraph.parse(path=release.folder / name, format=rdf_format))

    nquads = quads("release.nq", pyoxigraph.RdfFormat.N_QUADS)
    assert nquads == quads("release.trig", pyoxigraph.RdfFormat.TRIG)
    assert nquads == quads("release.jsonld", pyoxigraph.RdfFormat.JSON_LD)


def test_the_manifest_gives_the_size_and_the_digest_of_each_file_and_each_is_there_compressed(release: Release) -> None:
    for distribution in release.distributions:
        content = (release.folder / distribution.file).read_bytes()
        assert (distribution.bytes, distribution.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    names = {d.file for d in release.distributions}
    plain = {n for n in names if not n.endswith(".gz")}
    assert {f"{n}.gz" for n in plain} == names - plain
    for name in plain:
        assert gzip.decompress((release.folder / f"{name}.gz").read_bytes()) == (release.folder / name).read_bytes()


def test_a_row_of_claims_has_the_figure_the_chain_and_the_words(release: Release, article: Article) -> None:
    (row,) = [r for r in rows(release, "claims.csv") if r["claim"].endswith("/claim/c4")]
    assert (row["property"], row["object_label"]) == ("killed", "between three and five")
    assert (row["value"], row["min"], row["max"], row["count_of"]) == ("", "3", "5", "guards")
    assert row["source_chain"] == "Radio Delta, citing two officials"
    assert (row["modality"], row["publisher"], row["published"]) == ("certain", "Harbour Gazette", "2024-05-07")
    assert row["quote"] == article.text[int(row["start"]) : int(row["end"])] == "killing between three and five guards"


def test_a_row_of_incidents_says_what_is_said_denials_marked(release: Release) -> None:
    (row,) = rows(release, "incidents.csv")
    assert (row["label"], row["type"], row["articles"]) == ("shelling of the port of Mirefield", "attack", "1")
    assert (row["attacker_said"], row["place_said"], row["date_said"]) == ("Raiders", "the port of Mirefield", "2024-05-06")
    assert set(row["killed_said"].split(" | ")) == {"3–5", "not: 1 or more"}


def test_geojson_without_coordinates_has_features_without_geometry(release: Release) -> None:
    collection = json.loads((release.folder / "incidents.geojson").read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    (feature,) = collection["features"]
    assert (feature["type"], feature["geometry"]) == ("Feature", None)
    assert feature["properties"]["label"] == "shelling of the port of Mirefield"


def test_the_statistics_are_those_of_the_union_of_all_graphs(release: Release) -> None:
    lines = pyoxigraph.parse(path=release.folder / "release.nq", format=pyoxigraph.RdfFormat.N_QUADS)
    union = {q.triple for q in lines}
    counted = read_statistics(release.folder)
    assert counted is not None
    assert counted.triples == len(union)
    assert counted.subjects == len({t.subject for t in union})
    assert sum(counted.properties.values()) == len(union)
    kind = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    assert sum(counted.classes.values()) == sum(t.predicate == kind for t in union)


def test_files_are_the_same_each_time(release: Release, tmp_path: Path, article: Article, sheet: FactSheet) -> None:
    assert made(tmp_path, article, sheet).distributions == release.distributions


def test_claims_that_contradict_each_other_and_reports_of_other_articles_meet_in_the_tables(tmp_path: Path) -> None:
    for number, killed in enumerate((3, 4)):
        text = f"Rebels shelled the town of Mirefield on 6 May 2024, killing {killed} guards, the mayor said."
        record = {"text": text, "publisher": f"Desk {number}", "published": "2024-05-07"}
        (tmp_path / f"{number}.json").write_text(json.dumps(record), "utf-8")
    release = publish(sorted(tmp_path.glob("?.json")), tmp_path / "publication").release
    (incident,) = rows(release, "incidents.csv")
    assert (incident["articles"], incident["sources_differ_on"]) == ("2", "killed")
    assert set(incident["killed_said"].split(" | ")) == {"3", "4"}
    figures = [r for r in rows(release, "claims.csv") if r["property"] == "killed"]
    assert len(figures) == 2
    assert {r["claim"] for r in figures} == {r["contradicts"] for r in figures}
