"""Downloads, and the documents behind the IRIs of things."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from belligraph.config import Config
from belligraph.model.release import Release
from belligraph.web import create_app, site_of

BASE = "https://data.example/war/"
KEY, FINDING = "0123456789abcdef", "fedcba9876543210"
DUMP = "/download/release.nq"


def download(client: FlaskClient, headers: dict[str, str] | None = None) -> TestResponse:
    return client.get(DUMP, headers=headers, buffered=True)  # buffered: the client closes the file


def test_a_download_is_the_file_with_its_digest_as_strong_tag(client: FlaskClient, release: Release) -> None:
    answer = download(client)
    assert (answer.status_code, answer.mimetype) == (200, "application/n-quads")
    assert answer.data == (release.folder / "release.nq").read_bytes()
    assert answer.get_etag() == (release.distributions[0].sha256, False)
    assert answer.access_control_allow_origin == "*"


def test_a_download_of_a_publication_at_a_relative_path_is_found(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(release.folder.parent)
    app = create_app(replace(release, folder=Path(release.folder.name)), Config(base_iri=BASE, query_workers=1))
    try:
        assert download(app.test_client()).status_code == 200
    finally:
        site_of(app).pool.close()


def test_a_download_that_the_client_has_is_304(client: FlaskClient, release: Release) -> None:
    answer = download(client, {"If-None-Match": f'"other", "{release.distributions[0].sha256}"'})
    assert (answer.status_code, answer.data) == (304, b"")


def test_a_part_of_a_download_is_206_and_a_part_outside_416(client: FlaskClient, release: Release) -> None:
    size = release.distributions[0].bytes
    whole = (release.folder / "release.nq").read_bytes()
    part = download(client, {"Range": "bytes=5-14", "Accept-Encoding": "gzip"})
    assert (part.status_code, part.data) == (206, whole[5:15])
    assert part.headers["Content-Range"] == f"bytes 5-14/{size}"
    assert download(client, {"Range": f"bytes={size}-"}).status_code == 416
    stale = download(client, {"Range": "bytes=5-14", "If-Range": '"other"'})
    assert (stale.status_code, stale.data) == (200, whole)


@pytest.mark.parametrize(
    "address", ["/download/secret.txt", "/download/store", "/download/..%2Fsecret.txt", "/download/../secret.txt"]
)
def test_no_file_but_the_distributions_can_be_had(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_write_to_a_download_is_405(client: FlaskClient) -> None:
    answer = client.put(DUMP, data=b"x")
    assert answer.status_code == 405
    assert answer.allow is not None
    assert set(answer.allow) == {"GET", "HEAD", "OPTIONS"}


def test_the_document_of_an_article_is_its_named_graph_as_turtle(client: FlaskClient) -> None:
    answer = client.get(f"/article/{KEY}.ttl")
    assert (answer.status_code, answer.mimetype) == (200, "text/turtle")
    triples = {q.triple for q in pyoxigraph.parse(answer.data, format=pyoxigraph.RdfFormat.TURTLE)}
    headline = pyoxigraph.Literal('Two "said" it\nin two lines', language="en")
    assert triples == {
        pyoxigraph.Triple(
            pyoxigraph.NamedNode(f"{BASE}id/article/{KEY}"), pyoxigraph.NamedNode("https://schema.org/headline"), headline
        ),
        pyoxigraph.Triple(
            pyoxigraph.NamedNode(f"{BASE}id/article/{KEY}/claim/c1"),
            pyoxigraph.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
            pyoxigraph.Literal("claim one"),
        ),
    }


@pytest.mark.parametrize(
    ("path", "label"), [(f"incident/{KEY}-shelling", "a shelling"), (f"finding/{FINDING}", "a finding")]
)
def test_incidents_and_findings_have_documents(client: FlaskClient, path: str, label: str) -> None:
    answer = client.get(f"/{path}.ttl")
    (quad,) = pyoxigraph.parse(answer.data, format=pyoxigraph.RdfFormat.TURTLE)
    assert (quad.subject, quad.object) == (pyoxigraph.NamedNode(f"{BASE}id/{path}"), pyoxigraph.Literal(label))


def test_a_document_that_the_client_has_is_304_in_either_coding(client: FlaskClient) -> None:
    for coding in ("gzip", "identity"):
        headers = {"Accept-Encoding": coding}
        full = client.get(f"/article/{KEY}.ttl", headers=headers)
        again = client.get(f"/article/{KEY}.ttl", headers={**headers, "If-None-Match": full.headers["ETag"]})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", full.headers["ETag"])


@pytest.mark.parametrize("coding", ["gzip", "identity"])
@pytest.mark.parametrize(
    "path", [f"/article/{KEY}.ttl", f"/article/{KEY}.html", "/incidents", "/graphs?default", "/sparql?query=ASK%7B%7D", DUMP]
)
def test_a_304_varies_and_is_kept_as_its_200(client: FlaskClient, path: str, coding: str) -> None:
    headers = {"Accept-Encoding": coding}
    full = client.get(path, headers=headers, buffered=True)
    again = client.get(path, headers={**headers, "If-None-Match": full.headers["ETag"]}, buffered=True)
    assert (full.status_code, again.status_code) == (200, 304)
    assert set(again.vary) == set(full.vary)
    for name in ("ETag", "Cache-Control", "Content-Location"):
        assert again.headers.get(name) == full.headers.get(name)


def test_the_two_codings_of_a_document_have_tags_of_their_own(client: FlaskClient) -> None:
    tags = {client.get(f"/article/{KEY}.ttl", headers={"Accept-Encoding": c}).headers["ETag"] for c in ("gzip", "identity")}
    assert len(tags) == 2


@pytest.mark.parametrize("path", [f"article/{KEY}", f"incident/{KEY}-shelling", f"finding/{FINDING}"])
@pytest.mark.parametrize(("accept", "extension"), [("*/*", "ttl"), ("text/turtle", "ttl"), ("text/html,*/*;q=0.1", "html")])
def test_a_thing_is_303_to_the_document_that_is_accepted(
    client: FlaskClient, path: str, accept: str, extension: str
) -> None:
    answer = client.get(f"/id/{path}", headers={"Accept": accept})
    assert (answer.status_code, answer.location) == (303, f"/{path}.{extension}")
    assert "Accept" in answer.vary
    assert client.get(f"/{path}.{extension}").status_code == 200


def test_a_claim_has_a_document_and_its_parts_are_described_there(client: FlaskClient) -> None:
    answer = client.get(f"/id/article/{KEY}/claim/c1")
    assert (answer.status_code, answer.location) == (303, f"/article/{KEY}/claim/c1.ttl")
    part = client.get(f"/id/article/{KEY}/claim/c1/attribution/1")
    assert (part.status_code, part.location) == (303, f"/article/{KEY}/claim/c1.ttl")


@pytest.mark.parametrize(
    "address",
    [
        "/article/ffffffffffffffff.ttl",
        "/article/x%3E%20%7D.ttl",
        "/article/a%22b.ttl",
        f"/article/{KEY}.ttl.ttl",
        "/id/article/a%20b",
        f"/id/finding/{FINDING}/more",
        "/id/other/x",
        "/nowhere",
    ],
)
def test_what_is_not_in_the_release_is_404(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


def test_the_health_check_answers_ok(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text, answer.mimetype) == (200, "ok\n", "text/plain")


def test_the_json_ld_context_of_the_exports_is_served(client: FlaskClient) -> None:
    answer = client.get("/ontology/context.jsonld")
    assert (answer.status_code, answer.mimetype) == (200, "application/ld+json")
    assert "bg" in json.loads(answer.data)["@context"]
    again = client.get("/ontology/context.jsonld", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
