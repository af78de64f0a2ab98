"""Queries in worker processes: answers, deadlines, limits, and nothing left behind."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from belligraph.errors import QueryAbandoned, QueryError, QueryOverload, QuerySyntaxError, QueryTimeout, QueryTooLarge
from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.store import QueryPool, StoreBuilder, lanes
from belligraph.store.requests import Request

GRAPH = "http://g.example/1"
# four unrelated patterns over 300 triples: far more solutions than any deadline here allows
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?c < ?l) }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release") / "store"
    builder = StoreBuilder(folder)
    lines = [f'<http://s.example/{n}> <http://p.example/n> "{n}"' for n in range(300)]
    builder.load(f"{lines[0]} <{GRAPH}> .\n".encode(), "".join(f"{line} .\n" for line in lines).encode())
    builder.finish()
    return folder


def make(store: Path, seconds: float = 20, workers: int = 1, memory_mb: int = 400, answer: int = 1_000_000) -> QueryPool:
    return QueryPool(
        store, workers=workers, seconds=seconds, memory_mb=memory_mb, max_query_bytes=100_000, max_answer_bytes=answer
    )


def asked(query: str) -> Request:
    return Request(query, ResultsFormat.CSV, RdfFormat.TURTLE, whole=False)


@pytest.fixture
def pool(store: Path) -> Iterator[QueryPool]:
    with make(store) as opened:
        yield opened


def test_select_gives_solutions_in_the_format_asked_for(pool: QueryPool) -> None:
    answer = pool.query("SELECT ?n { <http://s.example/7> ?p ?n }", results=ResultsFormat.CSV)
    assert (answer.body, answer.media_type) == (b"n\r\n7\r\n", "text/csv")


def test_construct_gives_a_graph_in_which_each_triple_stands_once(pool: QueryPool) -> None:
    query = "CONSTRUCT { <http://a.example/> <http://b.example/> 1 } { ?s ?p ?o }"
    answer = pool.query(query, graph=RdfFormat.N_TRIPLES)
    assert answer.body.count(b"\n") == 1
    assert answer.media_type == "application/n-triples"


def test_named_graphs_are_kept_apart_from_their_union(pool: QueryPool) -> None:
    count = "SELECT (COUNT(*) AS ?n) { %s }"
    assert b"300" in pool.query(count % "?s ?p ?o").body
    assert b'"1"' in pool.query(count % f"GRAPH <{GRAPH}> {{ ?s ?p ?o }}").body


def test_the_protocols_dataset_replaces_the_querys_own(pool: QueryPool) -> None:
    query = "SELECT (COUNT(*) AS ?n) FROM <http://g.example/none> { ?s ?p ?o }"
    assert b'"0"' in pool.query(query).body
    assert b'"1"' in pool.query(query, default_graphs=(GRAPH,)).body


def test_from_never_reads_a_file(pool: QueryPool, tmp_path: Path) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text('<http://a.example/> <http://b.example/> "secret" .')
    assert b'"bindings":[]' in pool.query(f"SELECT * FROM <file://{secret}> {{ ?s ?p ?o }}").body


def test_a_query_that_is_no_sparql_is_told_with_line_and_column(pool: QueryPool) -> None:
    with pytest.raises(QuerySyntaxError, match="2:"):
        pool.query("SELECT * {\n ?s ?p }")


def test_a_worker_answers_again_after_an_error(pool: QueryPool) -> None:
    with pytest.raises(QuerySyntaxError):
        pool.query("SELECT * {")
    assert b"true" in pool.query("ASK {}").body


def test_a_query_past_its_deadline_is_stopped_and_the_next_one_answered(store: Path) -> None:
    with make(store, seconds=0.3) as pool:
        with pytest.raises(QueryTimeout, match=r"0\.3 s"):
            pool.query(ENDLESS)
        assert b"true" in pool.query("ASK {}").body


def test_an_answer_past_the_limit_is_refused_and_not_cut(store: Path) -> None:
    with make(store, answer=1000) as pool:
        with pytest.raises(QueryTooLarge, match="1,000 bytes"):
            pool.query("SELECT * { ?s ?p ?o }")
        assert b"true" in pool.query("ASK {}").body


def test_a_query_that_eats_memory_ends_its_worker_only(store: Path) -> None:
    doubling = "".join(f"BIND(CONCAT(?v{n}, ?v{n}, ?v{n}, ?v{n}) AS ?v{n + 1}) " for n in range(16))
    with make(store, memory_mb=100) as pool:
        with pytest.raises(QueryTooLarge):
            pool.query(f"SELECT (STRLEN(?v16) AS ?n) {{ BIND('0123456789' AS ?v0) {doubling} }}")
        assert b"true" in pool.query("ASK {}").body


def test_a_worker_that_dies_costs_its_query_only(store: Path) -> None:
    with make(store) as pool:
        worker = pool.lanes.processes[0]
        pool.query("ASK {}")
        worker._child.process.kill()
        with pytest.raises(QueryTooLarge, match="ended its worker"):
            pool.query("ASK {}")
        assert b"true" in pool.query("ASK {}").body


@contextmanager
def endless_queries(pool: QueryPool, count: int) -> Iterator[list[BaseException]]:
    """So many endless queries at once; what they ended with is known at the end of the block."""
    outcome: list[BaseException] = []

    def ask() -> None:
        try:
            pool.query(ENDLESS)
        except QueryError as error:
            outcome.append(error)

    threads = [threading.Thread(target=ask) for _ in range(count)]
    for thread in threads:
        thread.start()
    try:
        yield outcome
    finally:
        for thread in threads:
            thread.join()


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_heavy_query_leaves_the_only_workers_place_to_quick_ones(store: Path) -> None:
    with make(store, seconds=8) as pool:
        pool.query("ASK {}")
        with endless_queries(pool, 1) as outcome:
            wait_until(lambda: pool.lanes.heavy_running == 1)
            classes = {os.sched_getscheduler(worker.pid) for worker in pool.lanes.processes}
            assert classes == {os.SCHED_IDLE, os.SCHED_OTHER}  # it yields, the one in its place does not
            assert b"true" in pool.query("ASK {}").body
            assert not outcome
        assert isinstance(outcome[0], QueryTimeout)
        wait_until(lambda: len(pool.lanes.processes) == 1)


def test_a_spare_worker_takes_the_place_of_one_that_was_ended(store: Path) -> None:
    with QueryPool(
        store, workers=1, seconds=0.3, memory_mb=400, max_query_bytes=10_000, max_answer_bytes=10_000, spares=1
    ) as pool:
        pool.query("ASK {}")
        wait_until(lambda: pool.lanes.spare == 1)
        first = set(pool.lanes.processes)
        with pytest.raises(QueryTimeout):
            pool.query(ENDLESS)
        assert pool.lanes.idle == 1  # at once: no process had to start for it
        assert b"true" in pool.query("ASK {}").body
        wait_until(lambda: pool.lanes.spare == 1)
        assert len(pool.lanes.processes) == 2
        assert len(first & set(pool.lanes.processes)) == 1


def test_a_quick_query_is_lent_a_spare_worker_while_a_slow_one_holds_the_only_place(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "QUICK_SECONDS", 60.0)  # the slow one stays in the quick lane to its end
    with QueryPool(
        store, workers=1, seconds=3, memory_mb=400, max_query_bytes=10_000, max_answer_bytes=10_000, spares=1
    ) as pool:
        pool.query("ASK {}")
        wait_until(lambda: pool.lanes.spare == 1)
        with endless_queries(pool, 1) as outcome:
            wait_until(lambda: pool.lanes.idle == 0)
            for _ in range(3):
                assert b"true" in pool.query("ASK {}").body
                assert (pool.lanes.idle, pool.lanes.spare) == (0, 1)  # it was given back: the lane stays as wide as it was
            assert not outcome
        assert isinstance(outcome[0], QueryTimeout)
        wait_until(lambda: (pool.lanes.idle, pool.lanes.spare) == (1, 1))
        assert len(pool.lanes.processes) == 2


def test_one_heavy_query_too_many_is_told_to_come_again(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "WAITING_SECONDS", 0.3)
    monkeypatch.setattr(lanes, "QUICK_SECONDS", 0.05)
    with make(store, seconds=30) as pool:
        pool.query("ASK {}")
        with endless_queries(pool, 1):
            wait_until(lambda: pool.lanes.heavy_running == 1)
            wait_until(lambda: pool.lanes.idle == 1)
            with pytest.raises(QueryOverload):
                pool.query(ENDLESS)
            pool.close()


def test_nobody_waits_for_ever_for_a_worker(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lanes, "WAITING_SECONDS", 0.05)
    monkeypatch.setattr(lanes, "QUICK_SECONDS", 2.0)
    with make(store, seconds=1) as pool:
        pool.query("ASK {}")
        with endless_queries(pool, 1) as outcome:
            wait_until(lambda: pool.lanes.idle == 0)
            with pytest.raises(QueryOverload):
                pool.query("ASK {}")
        assert isinstance(outcome[0], QueryTimeout)


def test_a_query_that_nobody_waits_for_frees_its_worker(store: Path) -> None:
    with make(store) as pool:
        began = time.monotonic()
        with pytest.raises(QueryAbandoned):
            pool.stream(asked(ENDLESS), abandoned=lambda: time.monotonic() - began > 0.5)
        assert time.monotonic() - began < 5
        wait_until(lambda: len(pool.lanes.processes) == 1)


def test_a_long_answer_comes_in_chunks_and_a_short_one_at_once(store: Path) -> None:
    long = "SELECT * { ?a ?b ?c . ?d ?e ?f }"  # 90,000 rows
    with make(store, answer=100_000_000) as pool:
        stream = pool.stream(asked(long))
        chunks = list(stream)
        assert len(chunks) > 10
        assert b"".join(chunks) == pool.query(long, results=ResultsFormat.CSV).body
        assert pool.stream(asked("ASK {}")).is_whole
        assert b"true" in pool.query("ASK {}").body


def test_a_stream_past_the_limit_raises_instead_of_ending(store: Path) -> None:
    with make(store, answer=1_000_000) as pool:
        stream = pool.stream(asked("SELECT * { ?a ?b ?c . ?d ?e ?f }"))
        with pytest.raises(QueryTooLarge, match="1,000,000 bytes"):
            list(stream)
        assert b"true" in pool.query("ASK {}").body


def test_a_stream_that_is_closed_frees_its_worker(store: Path) -> None:
    with make(store, answer=100_000_000) as pool:
        stream = pool.stream(asked("SELECT * { ?a ?b ?c . ?d ?e ?f }"))
        stream.close()
        assert b"true" in pool.query("ASK {}").body


def test_closing_leaves_no_process(store: Path) -> None:
    pool = make(store, workers=3)
    processes = [worker._child.process for worker in pool.lanes.processes]
    pool.close()
    assert len(processes) == 3
    assert all(process.poll() is not None for process in processes)


def test_a_worker_cannot_reach_the_network_even_past_the_guard(pool: QueryPool) -> None:
    with socket.socket() as canary:
        canary.bind(("127.0.0.1", 0))
        canary.listen()
        canary.settimeout(0.3)
        query = f"SELECT * {{ SERVICE <http://127.0.0.1:{canary.getsockname()[1]}/> {{ ?s ?p ?o }} }}"
        with pytest.raises(QueryError):
            pool.stream(Request(query, ResultsFormat.JSON, RdfFormat.TURTLE))
        with pytest.raises(TimeoutError):
            canary.accept()
