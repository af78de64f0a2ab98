"""Answers that are given again without an evaluation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from belligraph.config import Config
from belligraph.store import AnswerStream, Request
from belligraph.web import create_app, shelf_of
from belligraph.web.remembered import LARGEST, Remembered, RememberedAnswer
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


def test_a_large_answer_is_not_remembered_and_one_tag_is_kept_once() -> None:
    remembered = Remembered(most_bytes=2000)
    remembered.keep("large", answer(LARGEST + 1))
    assert remembered.get("large") is None
    for _ in range(10):
        remembered.keep("same", answer(1000))
    assert remembered.get("same") == answer(1000)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [(QUERY, 1), ("ASK {}", 1), ("SELECT (RAND() AS ?r) {}", 3), ("SELECT (\\u004EOW() AS ?n) {}", 3)],
)
def test_a_query_is_evaluated_once_for_each_format_unless_it_may_differ(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str, wanted: int
) -> None:
    app = create_app(make_release(tmp_path), Config(query_workers=1))
    pool = shelf_of(app).live.pool
    evaluated: list[Request] = []
    evaluate = pool.stream

    def stream(request: Request, abandoned: Callable[[], bool] | None) -> AnswerStream:
        evaluated.append(request)
        return evaluate(request, abandoned)

    monkeypatch.setattr(pool, "stream", stream)
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
