"""Answers that are given again without an evaluation."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from belligraph.config import Config
from belligraph.store import AnswerStream, Request
from belligraph.web import create_app, shelf_of
from belligraph.web.remembered import LARGEST, SMALL, Remembered, RememberedAnswer
from conftest import make_release

QUERY = "SELECT ?s { ?s ?p ?o } ORDER BY ?s"


def answer(size: int, letter: bytes = b"x") -> RememberedAnswer:
    return RememberedAnswer(letter * size, "text/csv")


def test_what_was_asked_for_last_stays_and_memory_is_bounded() -> None:
    remembered = Remembered(most_bytes=10_000)
    for number in range(100):
        remembered.keep(str(number), answer(1000))
        assert remembered.get("0") is not None  # asked for again and again
    kept = [n for n in range(100) if remembered.get(str(n)) is not None]
    assert kept[-1] == 99
    assert 5 <= len(kept) <= 10
    assert sum(1000 for _ in kept) <= 10_000


def test_one_tag_is_kept_once_and_an_answer_past_the_largest_never() -> None:
    remembered = Remembered(most_bytes=2000)
    for _ in range(10):
        remembered.keep("same", answer(1000))
    assert remembered.get("same") == answer(1000)
    remembered = Remembered()
    remembered.keep("too large", answer(LARGEST + 1))
    assert remembered.get("too large") is None


def test_large_answers_push_no_small_ones_out_and_their_memory_is_bounded() -> None:
    remembered = Remembered(most_bytes=10 * SMALL)
    remembered.keep("small", answer(1000))
    for number in range(20):
        remembered.keep(f"large {number}", answer(2 * SMALL))
    assert remembered.get("small") == answer(1000)
    assert [n for n in range(20) if remembered.get(f"large {n}") is not None] == [16, 17, 18, 19]


def test_who_asked_for_a_large_answer_long_ago_is_forgotten() -> None:
    remembered = Remembered()
    assert [remembered.is_asked_again(tag) for tag in ("a", "b", "a")] == [False, False, True]
    for number in range(2000):
        remembered.is_asked_again(str(number))
    assert not remembered.is_asked_again("b")


def watched(app: Flask, monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """What the app has the engine evaluate from now on."""
    pool = shelf_of(app).live.pool
    evaluated: list[Request] = []
    evaluate = pool.stream

    def stream(request: Request, abandoned: Callable[[], bool] | None) -> AnswerStream:
        evaluated.append(request)
        return evaluate(request, abandoned)

    monkeypatch.setattr(pool, "stream", stream)
    return evaluated


def long_query(rows: int) -> str:
    """A query whose answer has 100 times so many rows, and what its CSV is."""
    numbers, letters = " ".join(map(str, range(rows))), " ".join(f"'{n:03}'" for n in range(100))
    return f"SELECT ?n ?m {{ VALUES ?n {{ {numbers} }} VALUES ?m {{ {letters} }} }}"


def rows_of(body: bytes) -> list[str]:
    return sorted(body.decode().split("\r\n")[1:-1])


@pytest.mark.parametrize(("hundreds", "wanted"), [(200, 2), (900, 4)])
def test_a_large_answer_is_remembered_when_it_is_asked_for_again_unless_it_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hundreds: int, wanted: int
) -> None:
    app = create_app(make_release(tmp_path), Config(query_workers=1))
    monkeypatch.setattr("belligraph.web.sparql.LARGEST", 500_000)
    evaluated = watched(app, monkeypatch)
    rows = sorted(f"{n},{m:03}" for n in range(hundreds) for m in range(100))
    try:
        for _ in range(4):
            given = app.test_client().get("/sparql", query_string={"query": long_query(hundreds), "format": "csv"})
            assert rows_of(given.data) == rows
        assert len(evaluated) == wanted
    finally:
        shelf_of(app).close()


@pytest.mark.parametrize("method", ["head", "get"])
def test_what_was_not_sent_to_its_end_is_not_remembered(tmp_path: Path, method: str) -> None:
    app = create_app(make_release(tmp_path), Config(query_workers=1))
    client, asked = app.test_client(), {"query": long_query(200), "format": "csv"}
    try:
        for _ in range(3):
            cut = client.open("/sparql", method=method, query_string=asked, buffered=False)
            assert cut.status_code == 200
            assert "Content-Length" not in cut.headers
            cut.close()
        assert len(rows_of(client.get("/sparql", query_string=asked).data)) == 20_000
    finally:
        shelf_of(app).close()


@pytest.mark.parametrize(
    ("query", "wanted"),
    [(QUERY, 1), ("ASK {}", 1), ("SELECT (RAND() AS ?r) {}", 3), ("SELECT (\\u004EOW() AS ?n) {}", 3)],
)
def test_a_query_is_evaluated_once_for_each_format_unless_it_may_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str, wanted: int
) -> None:
    app = create_app(make_release(tmp_path), Config(query_workers=1))
    evaluated = watched(app, monkeypatch)
    client = app.test_client()
    try:
        given = [client.get("/sparql", query_string={"query": query, "format": "csv"}) for _ in range(3)]
        assert {a.status_code for a in given} <= {200, 400}
        assert len(evaluated) == wanted
        if wanted == 1:
            assert len({(a.data, a.headers["ETag"], a.content_type) for a in given}) == 1
            other = client.get("/sparql", query_string={"query": query, "format": "json"})
            assert other.data != given[0].data
            assert len(evaluated) == 2
    finally:
        shelf_of(app).close()


def test_a_refusal_is_not_remembered(tmp_path: Path) -> None:
    app = create_app(make_release(tmp_path), Config(query_workers=1))
    try:
        for _ in range(2):
            assert app.test_client().get("/sparql", query_string={"query": "SELECT * {"}).status_code == 400
    finally:
        shelf_of(app).close()


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_a_streamed_answer_and_a_whole_one_have_the_same_bytes_under_one_tag(tmp_path: Path, coding: str) -> None:
    """The first two come from the engine in chunks, the third from memory in one piece."""
    app = create_app(make_release(tmp_path), Config(query_workers=1))
    try:
        given = []
        for _ in range(3):
            asked = {"query": long_query(200), "format": "csv"}
            answer = app.test_client().get(
                "/sparql", query_string=asked, headers={"Accept-Encoding": coding}, buffered=False
            )
            given.append(("Content-Length" in answer.headers, answer.headers["ETag"], answer.data))
        assert [is_whole for is_whole, _, _ in given] == [False, False, True]
        assert len({(tag, data) for _, tag, data in given}) == 1
        body = gzip.decompress(given[0][2]) if coding == "gzip" else given[0][2]
        assert len(rows_of(body)) == 20_000
    finally:
        shelf_of(app).close()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
        "SELECT DISTINCT ?s { { ?s ?p ?o } UNION { ?o ?p ?s } }",
        "SELECT ?s ?o { { SELECT ?s { ?s ?p ?x } } { SELECT ?s ?o { ?s ?p ?o } } }",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }",
    ],
)
def test_two_servers_give_the_same_bytes_under_one_tag(tmp_path: Path, query: str) -> None:
    release = make_release(tmp_path)
    apps = [create_app(release, Config(query_workers=1)) for _ in range(2)]
    try:
        given = [app.test_client().get("/sparql", query_string={"query": query}) for app in apps]
        assert all(a.status_code == 200 for a in given)
        assert len({(a.headers["ETag"], a.data) for a in given}) == 1
    finally:
        for app in apps:
            shelf_of(app).close()
