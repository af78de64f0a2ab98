"""Incidents that became part of others: their old names lead to what became of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from serving import release_of

from belligraph.config import Config
from belligraph.release.publication import Publication
from belligraph.web import create_app, shelf_of

BASE = "https://data.example/"
DATA = f"""
@prefix bg: <https://w3id.org/belligraph/ns#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @base <{BASE}id/incident/> .
<{BASE}graph/incidents> {{
  <joined> a bg:Incident ; rdfs:label "shelling of the port" .
  <other> a bg:Incident ; rdfs:label "raid on the mill" .
  <merged> dcterms:isReplacedBy <joined> .
  <older> dcterms:isReplacedBy <merged> .
  <split> a bg:Incident ; rdfs:label "two raids" ; dcterms:isReplacedBy <other> .
  <scattered> dcterms:isReplacedBy <joined>, <other> .
}}
""".encode()


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    folder = tmp_path_factory.mktemp("replaced")
    app = create_app(release_of(folder, DATA, BASE), Config(base_iri=BASE, query_workers=1), Publication(folder))
    yield app.test_client()
    shelf_of(app).close()


@pytest.mark.parametrize("prefix", ["", "/release/1"])
def test_a_merged_incident_leads_to_the_one_it_became_part_of(client: FlaskClient, prefix: str) -> None:
    for old, new in (("/id/incident/merged", "/id/incident/joined"), ("/incident/merged.ttl", "/incident/joined.ttl")):
        answer = client.get(prefix + old)
        assert (answer.status_code, answer.location) == (301, prefix + new)
        assert "immutable" not in answer.headers["Cache-Control"]  # a rollback may bring it back


def test_a_name_that_was_merged_twice_arrives(client: FlaskClient) -> None:
    answer = client.get("/id/incident/older", headers={"Accept": "text/html"}, follow_redirects=True)
    assert (answer.status_code, answer.request.path) == (200, "/incident/joined.html")
    assert "<h1>shelling of the port</h1>" in answer.text


def test_an_incident_that_lost_some_reports_stays_and_names_where_they_went(client: FlaskClient) -> None:
    assert client.get("/id/incident/split").status_code == 303
    page = client.get("/incident/split.html").text
    assert "<h1>two raids</h1>" in page
    assert '<a href="/incident/other.html">raid on the mill</a>' in page


def test_an_incident_whose_reports_went_several_ways_names_them_all(client: FlaskClient) -> None:
    answer = client.get("/incident/scattered.html")
    assert answer.status_code == 200
    assert '<a href="/incident/joined.html">shelling of the port</a>' in answer.text
    assert '<a href="/incident/other.html">raid on the mill</a>' in answer.text
    assert b"isReplacedBy" in client.get("/incident/scattered.ttl").data


def test_what_is_no_incident_here_is_still_missing(client: FlaskClient) -> None:
    assert client.get("/id/incident/nothing", follow_redirects=True).status_code == 404
