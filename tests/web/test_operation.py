"""The server in operation: reload, graceful end, clients that leave, proxies, figures and logs."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from serving import release_of, served

DATA = b"<http://e/s> <http://e/p> 1, 2, 3 ."
# half a second or so, and far past any deadline
HALF_A_SECOND = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{i} {{ {'1 ' * 40} }}" for i in range(4)) + " }"
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{i} {{ {'1 ' * 40} }}" for i in range(8)) + " }"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    release_of(tmp_path, DATA)
    return tmp_path


def get(address: str, headers: dict[str, str] | None = None) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers or {}), timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def query(address: str, text: str) -> tuple[int, str]:
    return get(f"{address}sparql?{urllib.parse.urlencode({'query': text})}")


def metric(address: str, name: str) -> float:
    line = next(line for line in get(f"{address}metrics")[1].splitlines() if line.startswith(f"{name} "))
    return float(line.split()[1])


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize("by_signal", [True, False])
def test_a_new_release_is_taken_over_without_a_failed_request(folder: Path, by_signal: bool) -> None:
    second = folder / "second"
    release_of(second, b"<http://e/s> <http://e/p> 1, 2, 3, 4, 5 .")
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    with served(folder) as (address, server):
        answers: list[tuple[int, str]] = []
        done = threading.Event()

        def ask() -> None:
            while not done.is_set():
                answers.append(query(address, count))

        clients = [threading.Thread(target=ask) for _ in range(4)]
        for client in clients:
            client.start()
        manifest = json.loads((second / "releases/1/manifest.json").read_text())
        (second / "releases/1/manifest.json").write_text(json.dumps({**manifest, "number": 2}))
        (second / "releases/1").rename(folder / "releases/2")
        (folder / "releases/CURRENT").write_text("2\n")
        if by_signal:
            server.send_signal(signal.SIGHUP)
        wait_until(lambda: '"5"' in answers[-1][1] if answers else False)
        done.set()
        for client in clients:
            client.join()
        assert {status for status, _ in answers} == {200}
        assert metric(address, "belligraph_release") == 2
        # two workers and as many spare ones of the new release, none of the old one
        wait_until(lambda: metric(address, "belligraph_worker_processes") == 4)


def test_sigterm_lets_the_request_at_hand_finish(folder: Path) -> None:
    with served(folder) as (address, server):
        query(address, "ASK {}")
        answers: list[tuple[int, str]] = []
        client = threading.Thread(target=lambda: answers.append(query(address, HALF_A_SECOND)))
        client.start()
        wait_until(lambda: metric(address, "belligraph_queries_heavy") == 1 or bool(answers))
        server.send_signal(signal.SIGTERM)
        client.join()
        assert answers[0][0] == 200
        assert server.wait(timeout=20) == 0


def test_a_client_that_leaves_frees_its_worker(folder: Path) -> None:
    with served(folder, "--timeout", "60", "--workers", "1") as (address, _):
        host = urllib.parse.urlsplit(address)
        assert host.hostname is not None
        with socket.create_connection((host.hostname, host.port or 0)) as client:
            target = f"/sparql?{urllib.parse.urlencode({'query': ENDLESS})}"
            client.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            wait_until(lambda: metric(address, "belligraph_queries_heavy") == 1)
        wait_until(lambda: metric(address, "belligraph_queries_heavy") == 0, seconds=5)
        assert query(address, "ASK {}")[0] == 200


def test_a_stream_that_fails_is_cut_so_that_a_client_notices(folder: Path) -> None:
    (folder / "belligraph.toml").write_text("max_answer_bytes = 1000000\n")
    long = "SELECT * { " + " ".join(f"VALUES ?v{i} {{ {'1 ' * 100} }}" for i in range(3)) + " }"
    with served(folder) as (address, _):
        asked = f"{address}sparql?{urllib.parse.urlencode({'query': long})}"
        with urllib.request.urlopen(asked, timeout=30) as answer:
            assert answer.status == 200  # it had begun
            with pytest.raises(http.client.IncompleteRead):
                answer.read()


def test_behind_a_proxy_links_begin_with_what_the_client_sees(folder: Path) -> None:
    headers = {
        "X-Forwarded-Proto": "https", "X-Forwarded-Host": "data.example.org", "X-Forwarded-Prefix": "/war",
        "Accept": "application/n-triples",
    }  # fmt: skip
    with served(folder, "--proxies", "1") as (address, _):
        assert "#endpoint> <https://data.example.org/war/sparql>" in get(f"{address}sparql", headers)[1]
    with served(folder) as (address, _):
        assert f"#endpoint> <{address}sparql>" in get(f"{address}sparql", headers)[1]


def test_with_a_base_path_everything_lies_under_it(folder: Path) -> None:
    with served(folder, "--base-path", "/attacks/") as (address, _):
        assert address.endswith("/attacks/")
        assert query(address, "ASK {}")[0] == 200
        described = get(f"{address}sparql", {"Accept": "application/n-triples"})[1]
        assert f"#endpoint> <{address}sparql>" in described
        assert 'href="/attacks/static/style.css"' in get(address, {"Accept": "text/html"})[1]
        assert get(f"{address}release/1/sparql?query=ASK%7B%7D")[0] == 200


def test_figures_count_what_was_answered(folder: Path) -> None:
    with served(folder) as (address, _):
        query(address, "ASK {}")
        query(address, "ASK {")
        text = get(f"{address}metrics")[1]
        assert 'belligraph_requests_total{method="GET",route="sparql",status="200"} 1.0' in text
        assert 'belligraph_requests_total{method="GET",route="sparql",status="400"} 1.0' in text
        assert metric(address, "belligraph_quads") == 3


def test_the_log_has_a_line_of_json_a_request_without_the_querys_text(folder: Path) -> None:
    with served(folder, "--log", "json") as (address, server):
        get(f"{address}sparql?query=ASK%7B%7D%20%23secret%20forged", {"User-Agent": "probe\tone"})
        get(f"{address}no%0Asuch")
        server.send_signal(signal.SIGTERM)
        _, log = server.communicate(timeout=20)
    lines = [json.loads(line) for line in log.splitlines()]
    first, second = (line for line in lines if line["event"] == "request")
    assert (first["method"], first["path"], first["status"], first["agent"]) == ("GET", "/sparql", 200, "probe\tone")
    assert "secret" not in log
    assert len(first["query"]) == 12
    assert (second["path"], second["status"]) == ("/no\nsuch", 404)
