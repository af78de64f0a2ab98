"""VoID, DCAT, sitemap and robots, held against what the server does; the numbers are sections of the specifications."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph
import pytest
from flask.testing import FlaskClient
from rdflib import DCAT, DCTERMS, RDF, VOID, Graph, URIRef

from belligraph.config import Config
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.pipeline import publish
from belligraph.release.publication import Publication
from belligraph.sheets import dumps_json
from belligraph.web import create_app, shelf_of

BASE, LICENCE = "https://data.example/war/", "https://creativecommons.org/licenses/by/4.0/"
HOST = "http://localhost"
SPDX = "http://spdx.org/rdf/terms#"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, article: Article, sheet: FactSheet) -> Iterator[FlaskClient]:
    folder: Path = tmp_path_factory.mktemp("catalog")
    config = Config(base_iri=BASE, query_workers=1, licence=LICENCE)
    (folder / "report.json").write_text(json.dumps({"text": article.text, "published": "2024-05-07"}), "utf-8")
    publish([folder / "report.json"], folder / "p", config=config)
    (folder / "sheet.json").write_text(dumps_json(sheet), "utf-8")
    publish([folder / "sheet.json"], folder / "p", config=config)
    publication = Publication(folder / "p")
    app = create_app(publication.live(), config, publication)
    yield app.test_client()
    shelf_of(app).close()


def graph(client: FlaskClient, path: str) -> Graph:
    answer = client.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "text/turtle")
    return Graph().parse(data=answer.data, format="turtle")


def path_of(url: object) -> str:
    assert str(url).startswith(f"{HOST}/")
    return str(url).removeprefix(HOST)


def test_the_well_known_address_leads_to_void(client: FlaskClient) -> None:
    answer = client.get("/.well-known/void")  # VoID 7.2
    assert answer.status_code == 303
    described = client.get(answer.location or "", headers={"Accept": "application/n-triples"})
    assert (described.status_code, described.location) == (303, "/void.nt")


def test_the_figures_of_void_are_those_of_the_endpoint(client: FlaskClient) -> None:
    void = graph(client, "/void.ttl")

    def count(pattern: str) -> int:
        query = f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"
        return int(client.get("/sparql", query_string={"query": query, "format": "csv"}).text.split()[1])

    dataset = URIRef(f"{HOST}/void#dataset")
    assert void.value(dataset, VOID.triples).toPython() == count("?s ?p ?o")  # type: ignore[union-attr]  # VoID 4.6
    partitions = list(void.objects(dataset, VOID.classPartition))
    assert partitions
    for part in partitions:
        (kind,) = void.objects(part, URIRef(f"{VOID}class"))  # VoID 4.5: exactly one
        assert void.value(part, VOID.entities).toPython() == count(f"?s a <{kind}>")  # type: ignore[union-attr]
    for part in void.objects(dataset, VOID.propertyPartition):
        (name,) = void.objects(part, VOID.property)
        assert void.value(part, VOID.triples).toPython() == count(f"?s <{name}> ?o")  # type: ignore[union-attr]
    for dump in void.objects(dataset, VOID.dataDump):
        assert client.get(path_of(dump), buffered=True).status_code == 200


def test_each_linkset_has_two_targets_one_predicate_and_the_count_of_the_endpoint(tmp_path: Path) -> None:
    text = "Russia attacked Kyiv with drones on Sunday, Ukraine said. Israel struck Gaza City, Hamas said."
    (tmp_path / "report.txt").write_text(text, "utf-8")
    publish([tmp_path / "report.txt"], tmp_path / "p", config=Config(base_iri=BASE, query_workers=1))
    publication = Publication(tmp_path / "p")
    app = create_app(publication.live(), Config(base_iri=BASE, query_workers=1), publication)
    try:
        void = graph(app.test_client(), "/void.ttl")
        linksets = list(void.subjects(RDF.type, VOID.Linkset))
        for linkset in linksets:
            targets = set(void.objects(linkset, VOID.target))  # VoID 5
            assert len(targets) == 2
            (subjects,), (objects,) = void.objects(linkset, VOID.subjectsTarget), void.objects(linkset, VOID.objectsTarget)
            assert targets == {subjects, objects}
            (predicate,) = void.objects(linkset, VOID.linkPredicate)
            assert (subjects, VOID.subset, linkset) in void
            space = void.value(objects, VOID.uriSpace)
            query = f'SELECT (COUNT(*) AS ?n) {{ ?s <{predicate}> ?o FILTER(STRSTARTS(STR(?o), "{space}")) }}'
            counted = app.test_client().get("/sparql", query_string={"query": query, "format": "csv"}).text.split()[1]
            assert void.value(linkset, VOID.triples).toPython() == int(counted) > 0  # type: ignore[union-attr]
        query = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{BASE}graph/links/')) }}"
        linked = app.test_client().get("/sparql", query_string={"query": query, "format": "csv"}).text.split()[1:]
        assert {g.rpartition("/")[2] for g in linked} == {str(s).partition("#links-")[2].split("-")[0] for s in linksets}
        assert len(linked) > 1
    finally:
        shelf_of(app).close()


def test_each_distribution_answers_with_the_type_size_and_digest_that_are_declared(client: FlaskClient) -> None:
    catalog = graph(client, "/catalog.ttl")
    distributions = list(catalog.subjects(RDF.type, DCAT.Distribution))
    live = shelf_of(client.application).live.release
    assert len(distributions) == 2 * len(live.distributions) >= 28  # both releases have the same files
    for distribution in distributions:
        answer = client.get(path_of(catalog.value(distribution, DCAT.downloadURL)), buffered=True)
        assert answer.status_code == 200
        assert str(catalog.value(distribution, DCAT.mediaType)).endswith(f"/media-types/{answer.mimetype}")
        assert catalog.value(distribution, DCAT.byteSize).toPython() == len(answer.data)  # type: ignore[union-attr]
        is_12 = (distribution, DCTERMS.conformsTo, URIRef("https://www.w3.org/TR/rdf12-turtle/")) in catalog
        assert is_12 == (answer.mimetype_params.get("version") == "1.2")
        checksum = catalog.value(distribution, URIRef(f"{SPDX}checksum"))
        declared = catalog.value(checksum, URIRef(f"{SPDX}checksumValue"))
        assert str(declared).lower() == hashlib.sha256(answer.data).hexdigest()
        assert catalog.value(distribution, DCTERMS.license) == URIRef(LICENCE)


def test_the_releases_are_versions_of_a_series_and_the_service_serves_the_live_one(client: FlaskClient) -> None:
    catalog = graph(client, "/catalog.ttl")
    first, second = URIRef(f"{BASE}release/1"), URIRef(f"{BASE}release/2")
    assert set(catalog.subjects(RDF.type, DCAT.Dataset)) == {first, second}
    assert list(catalog.objects(second, URIRef(f"{DCAT}previousVersion"))) == [first]
    assert str(catalog.value(second, URIRef(f"{DCAT}version"))) == "2"
    assert catalog.value(second, DCTERMS.license) == URIRef(LICENCE)
    assert catalog.value(second, DCTERMS.issued) is not None
    (service,) = catalog.subjects(RDF.type, DCAT.DataService)
    assert catalog.value(service, DCAT.servesDataset) == second
    assert client.get(path_of(catalog.value(service, DCAT.endpointURL)) + "?query=ASK%7B%7D").status_code == 200


@pytest.mark.parametrize("name", ["void", "catalog"])
def test_a_description_says_the_same_in_each_format(client: FlaskClient, name: str) -> None:
    turtle = graph(client, f"/{name}.ttl")
    for extension in ("nt", "rdf", "jsonld"):
        answer = client.get(f"/{name}.{extension}")
        rdf_format = pyoxigraph.RdfFormat.from_media_type(answer.mimetype or "")
        assert rdf_format is not None
        assert len(set(pyoxigraph.parse(answer.data, format=rdf_format))) == len(turtle)


def test_the_sitemap_names_pages_that_are_there(client: FlaskClient) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    index = ElementTree.fromstring(client.get("/sitemap.xml").data)
    parts = [loc.text or "" for loc in index.iter(f"{space}loc")]
    assert parts == [f"{HOST}/sitemap-1.xml"]
    pages = [loc.text for loc in ElementTree.fromstring(client.get(path_of(parts[0])).data).iter(f"{space}loc")]
    assert len(pages) == 2  # the article and the incident
    for page in pages:
        assert client.get(path_of(page)).status_code == 200
    assert client.get("/sitemap-2.xml").status_code == 404


def test_robots_are_kept_from_queries_and_told_of_the_sitemap(client: FlaskClient) -> None:
    text = client.get("/robots.txt").text
    assert "Disallow: /sparql\n" in text
    assert f"Sitemap: {HOST}/sitemap.xml\n" in text


def test_a_download_has_the_moment_of_its_release_as_last_modified(client: FlaskClient) -> None:
    answer = client.get("/download/release.ttl", buffered=True)
    since = {"If-Modified-Since": answer.headers["Last-Modified"]}
    unchanged = client.get("/download/release.ttl", headers=since, buffered=True)
    assert unchanged.status_code == 304
    changed = {"If-Modified-Since": answer.headers["Last-Modified"], "If-None-Match": '"other"'}
    assert client.get("/download/release.ttl", headers=changed, buffered=True).status_code == 200  # RFC 9110 13.1.3
