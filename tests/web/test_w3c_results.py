"""The W3C's own tests of result formats, asked over HTTP: JSON, CSV and TSV, and XML by the tests of VALUES.

Expected answers are the W3C's files. They are compared as their specifications say: solutions are a multiset, labels of
blank nodes are free, numbers in TSV are compared as values.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyoxigraph
import pytest
from flask.testing import FlaskClient
from serving import release_of

from belligraph.config import Config
from belligraph.web import create_app, shelf_of

SUITE = Path(__file__).resolve().parents[3] / "shared/checks/data/w3c-rdf-tests/sparql/sparql11"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
MEDIA_TYPES = {
    ".srj": "application/sparql-results+json", ".csv": "text/csv", ".tsv": "text/tab-separated-values",
    ".srx": "application/sparql-results+xml",
}  # fmt: skip
# pyoxigraph's store keeps the value of a number and not its lexical form ("1.0" becomes "1", "1.0e6" becomes "1000000");
# a release holds canonical forms only, so this concerns no data of ours
REWRITTEN = {"csv03", "tsv03"}


class Case(NamedTuple):
    name: str
    query: Path
    data: Path | None
    result: Path


def cases() -> Iterator[Case]:
    for folder in ("json-res", "csv-tsv-res", "bindings"):
        manifest = SUITE / folder / "manifest.ttl"
        if not manifest.exists():
            continue
        quads = list(
            pyoxigraph.parse(path=manifest, format=pyoxigraph.RdfFormat.TURTLE, base_iri=manifest.resolve().as_uri())
        )
        told = {(str(q.subject), q.predicate.value): q.object for q in quads}
        for quad in quads:
            if quad.predicate.value != f"{MF}result" or not isinstance(quad.subject, pyoxigraph.NamedNode):
                continue
            if path_of(quad.object).suffix not in MEDIA_TYPES:
                continue  # another form of expected results than the formats that are judged here
            action = str(told[str(quad.subject), f"{MF}action"])
            data = told.get((action, f"{QT}data"))
            yield Case(
                quad.subject.value.rsplit("#", 1)[-1],
                path_of(told[action, f"{QT}query"]),
                path_of(data) if data is not None else None,
                path_of(quad.object),
            )


def path_of(term: object) -> Path:
    assert isinstance(term, pyoxigraph.NamedNode)
    return Path(term.value.removeprefix("file://"))


CASES = sorted(cases()) if SUITE.exists() else []


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Path | None, FlaskClient]]:
    made = {}
    for data in {case.data for case in CASES}:
        base = data.resolve().as_uri() if data is not None else "http://e.example/"
        release = release_of(tmp_path_factory.mktemp("w3c"), data if data is not None else b"", base)
        made[data] = create_app(release, Config(query_workers=1))
    yield {data: app.test_client() for data, app in made.items()}
    for app in made.values():
        shelf_of(app).close()


@pytest.mark.skipif(not CASES, reason="the W3C test suites are not beside this checkout")
def test_the_suites_are_read() -> None:
    assert len(CASES) >= 20


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_an_answer_is_the_w3cs(case: Case, clients: dict[Path | None, FlaskClient]) -> None:
    if case.name in REWRITTEN:
        pytest.skip("the engine rewrites numbers that are not in canonical form (docs/conformance.md)")
    media_type = MEDIA_TYPES[case.result.suffix]
    asked = {"query": case.query.read_text("utf-8")}
    answer = clients[case.data].get("/sparql", query_string=asked, headers={"Accept": media_type})
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    read = read_csv if media_type == "text/csv" else read_results
    assert read(answer.data, media_type) == read(case.result.read_bytes(), media_type)


def read_results(content: bytes, media_type: str) -> object:
    results_format = pyoxigraph.QueryResultsFormat.from_media_type(media_type)
    assert results_format is not None
    results = pyoxigraph.parse_query_results(content, format=results_format)
    if isinstance(results, pyoxigraph.QueryBoolean):
        return bool(results)
    assert isinstance(results, pyoxigraph.QuerySolutions)
    names = sorted(v.value for v in results.variables)
    return names, Counter(tuple(without_label(solution[name]) for name in names) for solution in results)


def without_label(term: object) -> str:
    return "_:" if isinstance(term, pyoxigraph.BlankNode) else str(term)


def read_csv(content: bytes, _media_type: str) -> object:
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    order = sorted(range(len(header)), key=lambda i: header[i])
    shown = [tuple("_:" if row[i].startswith("_:") else row[i] for i in order) for row in rows]
    return [header[i] for i in order], Counter(shown)
