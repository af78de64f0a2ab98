"""A dataset and what its rows speak of have documents like everything else that we mint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
from flask.testing import FlaskClient

from belligraph.config import Config
from belligraph.pipeline import publish
from belligraph.pipeline.datasets import import_dataset
from belligraph.release.publication import Publication
from belligraph.web import create_app, shelf_of

BASE = "https://data.example/war/"
BROWSER = {"Accept": "text/html,*/*;q=0.1"}


@pytest.fixture
def client(tmp_path: Path, ucdp: Callable[..., Path]) -> Iterator[FlaskClient]:
    config = Config(base_iri=BASE, query_workers=1)
    import_dataset("ucdp", ucdp(), tmp_path / "p", version="24.1", config=config)
    publish([], tmp_path / "p", config=config)
    publication = Publication(tmp_path / "p")
    app = create_app(publication.live(), config, publication)
    yield app.test_client()
    shelf_of(app).close()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("dataset/ucdp", "UCDP GED 24.1"),
        ("dataset/ucdp/row/990001", "Raid on a village"),
        ("dataset/ucdp/event/990001", "Government of Marefold - Ember Front, Kess province, 2024-05-03"),
        ("dataset/ucdp/place/990001", "Kess province"),
        ("dataset/ucdp/claim/990001/killed", "low"),
    ],
)
def test_each_thing_of_a_dataset_has_a_page_and_turtle(client: FlaskClient, path: str, words: str) -> None:
    data = client.get(f"/id/{path}", follow_redirects=True)
    assert data.status_code == 200
    quads = list(pyoxigraph.parse(data.get_data(), pyoxigraph.RdfFormat.TURTLE, base_iri=f"{BASE}id/"))
    assert pyoxigraph.NamedNode(f"{BASE}id/{path}") in {quad.subject for quad in quads}
    page = client.get(f"/id/{path}", headers=BROWSER, follow_redirects=True)
    assert (page.status_code, page.mimetype) == (200, "text/html")
    assert words in page.get_data(as_text=True)


@pytest.mark.parametrize("path", ["dataset", "dataset/acled", "dataset/ucdp/row/1", "dataset/ucdp/..%2F"])
def test_what_no_dataset_holds_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(f"/id/{path}", follow_redirects=True).status_code == 404


def test_the_page_of_changes_names_the_rows_that_are_other(
    client: FlaskClient, tmp_path: Path, ucdp: Callable[..., Path]
) -> None:
    first = client.get("/release/1/changes.html", headers=BROWSER).get_data(as_text=True)
    assert "UCDP GED 24.1" in first
    assert "rows added: 1" in first
    import_dataset("ucdp", ucdp({"best": "8"}, {"id": "990002"}), tmp_path / "p", version="25.1")
    publish([], tmp_path / "p")
    page = client.get("/release/2/changes.html", headers=BROWSER).get_data(as_text=True)
    assert "<del>UCDP GED 24.1</del> <ins>UCDP GED 25.1</ins>" in page
    assert "dataset/ucdp/row/990002.html" in page
    assert "<del>7</del> <ins>8</ins>" in page
