"""The Graph Store Protocol for reading; the numbers are the sections of SPARQL 1.1 Graph Store HTTP Protocol."""

from __future__ import annotations

import pyoxigraph
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

BASE = "https://data.example/war/"
INCIDENTS = f"{BASE}graph/incidents"
LABELLED = {
    pyoxigraph.Triple(
        pyoxigraph.NamedNode(f"{BASE}id/incident/0123456789abcdef-shelling"),
        pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
        pyoxigraph.Literal("a shelling"),
    )
}


def graph(client: FlaskClient, iri: str, accept: str | None = None, method: str = "GET") -> TestResponse:
    return client.open("/graphs", query_string={"graph": iri}, headers={"Accept": accept} if accept else {}, method=method)


def triples(answer: TestResponse) -> set[pyoxigraph.Triple]:
    rdf_format = pyoxigraph.RdfFormat.from_media_type(answer.mimetype or "")
    assert rdf_format is not None
    return {q.triple for q in pyoxigraph.parse(answer.data, format=rdf_format)}


@pytest.mark.parametrize("accept", [None, "application/rdf+xml", "application/n-triples", "application/ld+json"])
def test_a_named_graph_is_had_by_its_name_in_each_format(client: FlaskClient, accept: str | None) -> None:
    answer = graph(client, INCIDENTS, accept)  # 5.2
    assert (answer.status_code, answer.mimetype) == (200, accept or "text/turtle")
    assert triples(answer) == LABELLED
    assert "Accept" in answer.vary


def test_a_named_graph_is_had_by_its_own_address(client: FlaskClient) -> None:
    assert triples(client.get("/graph/incidents")) == LABELLED  # 4.1


def test_the_default_graph_is_the_union_of_all(client: FlaskClient) -> None:
    assert len(triples(client.get("/graphs?default"))) == 4


@pytest.mark.parametrize("address", ["/graphs?graph=http://g.example/none", "/graph/none"])
def test_an_unknown_graph_is_404_also_to_head(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404  # 5.1
    head = client.head(address)
    assert (head.status_code, head.data) == (404, b"")


@pytest.mark.parametrize("address", ["/graphs", "/graphs?graph=incidents", "/graphs?default&graph=http://g.example/1"])
def test_a_request_without_one_absolute_name_is_400(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 400  # 4.2


def test_head_has_the_headers_of_get_and_no_body(client: FlaskClient) -> None:
    answer, head = graph(client, INCIDENTS), graph(client, INCIDENTS, method="HEAD")
    assert (head.status_code, head.content_type, head.data) == (200, answer.content_type, b"")
    assert head.get_etag() == answer.get_etag()


def test_a_graph_that_the_client_has_is_304_and_each_format_has_its_tag(client: FlaskClient) -> None:
    turtle, triples_ = graph(client, INCIDENTS), graph(client, INCIDENTS, "application/n-triples")
    assert turtle.headers["ETag"] != triples_.headers["ETag"]
    headers = {"If-None-Match": turtle.headers["ETag"]}
    again = client.get("/graphs", query_string={"graph": INCIDENTS}, headers=headers)
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", turtle.headers["ETag"])
    assert "Accept" in again.vary


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_writing_is_405_and_changes_nothing(client: FlaskClient, method: str) -> None:
    answer = graph(client, INCIDENTS, method=method)
    assert answer.status_code == 405
    assert set(answer.allow or ()) == {"GET", "HEAD", "OPTIONS"}
    assert triples(graph(client, INCIDENTS)) == LABELLED


def test_html_only_is_406_with_the_types_that_are_offered(client: FlaskClient) -> None:
    answer = graph(client, INCIDENTS, "text/html")
    assert answer.status_code == 406
    assert b"text/turtle" in answer.data
