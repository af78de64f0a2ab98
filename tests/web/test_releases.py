"""Former releases over HTTP: permalinks, time travel, changes, withdrawn articles, a new release while one serves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from belligraph.config import Config
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.pipeline import publish
from belligraph.pipeline.withdrawing import withdraw
from belligraph.release.publication import Publication
from belligraph.sheets import dumps_json
from belligraph.web import create_app, shelf_of

BASE = "https://data.example/war/"
COUNT = (
    "/sparql?query=SELECT+(COUNT(*)+AS+%3Fn)+%7B%3Fc+a+%3Chttps%3A%2F%2Fw3id.org%2Fbelligraph%2Fns%23Claim%3E%7D&format=csv"
)


@pytest.fixture
def publication(tmp_path: Path, article: Article, sheet: FactSheet, monkeypatch: pytest.MonkeyPatch) -> Publication:
    """Release 1 of 1 May 2024 has all claims, release 2 of 1 June 2024 all but one."""
    record = {"text": article.text, "publisher": article.publisher, "published": "2024-05-07", "title": article.title}
    (tmp_path / "report.json").write_text(json.dumps(record), "utf-8")
    for epoch, claims in (("1714521600", sheet.claims), ("1717200000", sheet.claims[1:])):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        (tmp_path / "sheet.json").write_text(dumps_json(replace(sheet, claims=claims)), "utf-8")
        publish([tmp_path / "report.json", tmp_path / "sheet.json"], tmp_path / "p", config=Config(base_iri=BASE))
    return Publication(tmp_path / "p")


@pytest.fixture
def client(publication: Publication) -> Iterator[FlaskClient]:
    app = create_app(publication.live(), Config(base_iri=BASE, query_workers=1), publication)
    yield app.test_client()
    shelf_of(app).close()


def count(client: FlaskClient, prefix: str = "") -> int:
    return int(client.get(prefix + COUNT).text.split()[1])


def test_a_query_on_a_release_has_the_answer_of_that_release_for_ever(client: FlaskClient, sheet: FactSheet) -> None:
    claims = len(sheet.claims)
    assert (count(client), count(client, "/release/1"), count(client, "/release/2")) == (claims - 1, claims, claims - 1)
    assert "immutable" in client.get(f"/release/1{COUNT}").headers["Cache-Control"]
    assert "no-cache" in client.get(COUNT).headers["Cache-Control"]


def test_the_data_of_a_release_stays_for_ever_and_its_pages_as_long_as_the_software(
    client: FlaskClient, article: Article
) -> None:
    def lasting(path: str, **headers: str) -> tuple[int, str]:
        answer = client.get(path, headers=headers, buffered=True)
        return answer.status_code, answer.headers["Cache-Control"]

    pages = (f"/release/1/article/{article.key}.html", "/release/1/incidents", "/release/1/static/style.css")
    files = (f"/release/1/article/{article.key}.ttl", "/release/1/download/release.nq", f"/release/1{COUNT}")
    for path in (*pages, *files):
        status, kept = lasting(path)
        tag = client.get(path, buffered=True).headers["ETag"]
        assert status == 200
        assert ("immutable" in kept) is (path in files), path
        assert ("no-cache" in kept) is (path in pages), path
        assert lasting(path, **{"If-None-Match": tag}) == (304, kept), path


def test_other_software_makes_other_tags(client: FlaskClient, article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = (f"/article/{article.key}.html", f"/article/{article.key}.ttl", "/incidents", COUNT, "/graphs?default")
    before = {path: client.get(path).headers["ETag"] for path in paths}
    for module in ("resources", "listings", "sparql", "graphs"):
        monkeypatch.setattr(f"belligraph.web.{module}.fingerprint", lambda: "another")
    for path, tag in before.items():
        after = client.get(path, headers={"If-None-Match": tag})
        assert (after.status_code, after.headers["ETag"] == tag) == (200, False), path


def test_the_description_on_a_release_names_its_own_endpoint(client: FlaskClient) -> None:
    described = client.get("/release/1/sparql", headers={"Accept": "application/n-triples"}).text
    assert "service-description#endpoint> <http://localhost/release/1/sparql>" in described


@pytest.mark.parametrize(
    ("moment", "release"),
    [
        ("Wed, 15 May 2024 00:00:00 GMT", 1),
        ("Sat, 01 Jun 2024 00:00:00 GMT", 2),
        ("Fri, 01 Jan 2100 00:00:00 GMT", 2),
        ("Mon, 01 Jan 1990 00:00:00 GMT", 1),
    ],
)
def test_a_moment_leads_to_the_release_that_was_the_newest_then(client: FlaskClient, moment: str, release: int) -> None:
    answer = client.get(COUNT, headers={"Accept-Datetime": moment})  # RFC 7089 4.1
    assert (answer.status_code, answer.location) == (302, f"http://localhost/release/{release}{COUNT}")
    assert "Accept-Datetime" in answer.headers["Vary"]


def test_a_memento_names_its_moment_and_its_original(client: FlaskClient) -> None:
    answer = client.get("/release/1/incidents")
    assert answer.headers["Memento-Datetime"] == "Wed, 01 May 2024 00:00:00 GMT"
    assert '<http://localhost/incidents>; rel="original timegate"' in answer.headers["Link"]
    assert "Memento-Datetime" not in client.get("/incidents").headers


def test_a_moment_that_is_none_is_400(client: FlaskClient) -> None:
    assert client.get("/incidents", headers={"Accept-Datetime": "yesterday"}).status_code == 400


def test_a_timemap_lists_every_memento(client: FlaskClient) -> None:
    answer = client.get("/timemap/incidents?page=1")
    assert answer.mimetype == "application/link-format"
    mementos = [line for line in answer.text.splitlines() if 'rel="memento"' in line]
    assert mementos == [
        '<http://localhost/release/1/incidents?page=1>; rel="memento"; datetime="Wed, 01 May 2024 00:00:00 GMT",',
        '<http://localhost/release/2/incidents?page=1>; rel="memento"; datetime="Sat, 01 Jun 2024 00:00:00 GMT"',
    ]


def test_nothing_of_an_address_leaves_its_place_in_a_timemap_or_a_header(client: FlaskClient) -> None:
    text = client.get("/timemap/a%3E%3B%20rel=%22x%22%20b").text
    assert all(line.startswith("<http://localhost/") and line.count("<") == 1 for line in text.splitlines())
    assert "\n" not in client.get("/incidents?page=1&x=%0D%0Ay").headers["Link"]


def test_the_changes_of_a_release_are_pages_turtle_json_and_a_feed(client: FlaskClient) -> None:
    assert json.loads(client.get("/changes.json").text)["claims"][0]["kind"] == "removed"
    assert "changeReason" in client.get("/changes.ttl").text
    assert "claims removed: 1" in client.get("/changes.html").text
    assert "The first release" in client.get("/release/1/changes.html").text
    feed = client.get("/changes.atom")
    assert feed.mimetype == "application/atom+xml"
    assert feed.text.count("<entry>") == 2


def test_the_list_of_releases_leads_to_each(client: FlaskClient) -> None:
    shown = client.get("/releases").text
    assert 'href="/release/1/"' in shown
    assert client.get("/release/1").location == "/release/1/"


def test_a_withdrawn_article_is_410_with_its_reason_and_still_in_its_release(
    client: FlaskClient, publication: Publication, article: Article
) -> None:
    path = f"/article/{article.key}.html"
    assert client.get(path).status_code == 200
    withdraw([article.key], publication.folder, "the desk retracted it")
    shelf = shelf_of(client.application)
    assert shelf.reload()
    answer = client.get(path)
    assert answer.status_code == 410
    assert "the desk retracted it" in answer.text
    assert client.get(f"/release/1{path}").status_code == 200


def test_a_new_release_comes_while_a_request_still_holds_the_old_one(
    client: FlaskClient, publication: Publication, article: Article
) -> None:
    shelf = shelf_of(client.application)
    held = shelf.lease()
    withdraw([article.key], publication.folder, "retracted")
    assert shelf.reload()
    assert not shelf.reload()
    assert shelf.live.release.number == 3
    assert held.release.number == 2
    assert b"true" in held.pool.query("ASK {}").body  # what began with it ends with it
    processes = held.pool.lanes.processes
    shelf.give_back(held)
    assert processes
    assert not held.pool.lanes.processes


def test_a_broken_release_never_becomes_live(client: FlaskClient, publication: Publication) -> None:
    (publication.releases / "9").mkdir()
    (publication.releases / "9" / "manifest.json").write_text("{}", "utf-8")
    (publication.releases / "CURRENT").write_text("9\n", "utf-8")
    with pytest.raises(Exception, match="manifest"):
        shelf_of(client.application).reload()
    assert client.get(COUNT).status_code == 200
