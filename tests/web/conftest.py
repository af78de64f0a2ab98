"""A release of a few quads, made by hand, and a client of its endpoint."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from belligraph.config import Config
from belligraph.model.release import Distribution, Release
from belligraph.store import StoreBuilder
from belligraph.web import create_app, site_of

BASE = "https://data.example/war/"
KEY = "0123456789abcdef"
INCIDENT, FINDING = f"{KEY}-shelling", "fedcba9876543210"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TRIPLES = {
    f"{BASE}graph/article/{KEY}": [
        f'<{BASE}id/article/{KEY}> <https://schema.org/headline> "Two \\"said\\" it\\nin two lines"@en .',
        f'<{BASE}id/article/{KEY}/claim/c1> <{LABEL}> "claim one" .',
    ],
    f"{BASE}graph/incidents": [f'<{BASE}id/incident/{INCIDENT}> <{LABEL}> "a shelling" .'],
    f"{BASE}graph/findings": [f'<{BASE}id/finding/{FINDING}> <{LABEL}> "a finding" .'],
}
NQUADS = "".join(f"{line[:-2]} <{graph}> .\n" for graph, lines in TRIPLES.items() for line in lines).encode()


def make_release(folder: Path) -> Release:
    builder = StoreBuilder(folder / "store")
    builder.load(NQUADS, "".join(f"{line}\n" for lines in TRIPLES.values() for line in lines).encode())
    builder.finish()
    (folder / "release.nq").write_bytes(NQUADS)
    (folder / "secret.txt").write_text("not of the manifest", "utf-8")
    dump = Distribution("release.nq", "application/n-quads", len(NQUADS), hashlib.sha256(NQUADS).hexdigest())
    return Release(
        folder=folder, number=7, created="2024-05-07T08:09:10Z", base_iri=BASE, title="War & <b>peace</b>",
        publisher="Harbour Gazette", licence="https://creativecommons.org/licenses/by/4.0/", articles=1, claims=1234,
        quads=4, content_sha256=dump.sha256, distributions=(dump,),
    )  # fmt: skip


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return make_release(tmp_path_factory.mktemp("release"))


@pytest.fixture(scope="session")
def client(release: Release) -> Iterator[FlaskClient]:
    app = create_app(release, Config(base_iri=BASE, query_workers=1, query_seconds=1.0, max_query_bytes=7000))
    yield app.test_client()
    site_of(app).pool.close()
