"""The client against a local server that fails in every way a server can."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from belligraph.errors import RemoteServiceError, UsageError
from belligraph.link.online import MAX_BATCH, MAX_REDIRECTS, ReconciliationClient

Answer = tuple[int, dict[str, str], bytes]
MANIFEST = json.dumps({"versions": ["0.2"], "name": "Test", "identifierSpace": "x", "schemaSpace": "y"}).encode()


class Server:
    """Answers as it is told, in order, then properly; keeps what was asked."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.asked: list[tuple[str, bytes, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._reply(b"")

            def do_POST(self) -> None:
                self._reply(self.rfile.read(int(self.headers["Content-Length"])))

            def _reply(self, body: bytes) -> None:
                outer.asked.append((self.command, body, dict(self.headers)))
                status, headers, answer = outer.answers.pop(0) if outer.answers else (200, {}, proper(body))
                self.send_response(status)
                for name, value in {"Content-Length": str(len(answer)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: object) -> None:
                pass

        self.http = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}/reconcile"


def proper(body: bytes) -> bytes:
    if not body:
        return MANIFEST
    queries = json.loads(parse_qs(body.decode())["queries"][0])
    results = {
        name: {"result": [{"id": f"Q-{query['query']}", "name": query["query"], "score": 90, "match": True}]}
        for name, query in queries.items()
    }
    return json.dumps(results).encode()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    made.http.shutdown()
    made.http.server_close()
    thread.join()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def client(server: Server, waits: list[float]) -> Callable[..., ReconciliationClient]:
    def make(**settings: object) -> ReconciliationClient:
        return ReconciliationClient(server.address, sleep=waits.append, **settings)  # type: ignore[arg-type]

    return make


def test_the_manifest_is_asked_with_our_name(server: Server, client: Callable[..., ReconciliationClient]) -> None:
    assert client().manifest()["name"] == "Test"
    assert server.asked[0][2]["User-Agent"].startswith("Belligraph/")


def test_names_go_in_batches_and_come_back_in_order(server: Server, client: Callable[..., ReconciliationClient]) -> None:
    names = [f"name {n}" for n in range(MAX_BATCH + 1)]
    found = client().candidates(names)
    assert [c[0].id for c in found] == [f"Q-{name}" for name in names]
    assert len(server.asked) == 2


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_failure_is_waited_out_as_long_as_the_server_asks(
    server: Server, client: Callable[..., ReconciliationClient], waits: list[float], status: int
) -> None:
    server.answers = [(status, {"Retry-After": "7"}, b"later")]
    assert client().candidates(["Iran"])[0][0].name == "Iran"
    assert waits == [7.0]


def test_without_being_told_the_waits_grow(
    server: Server, client: Callable[..., ReconciliationClient], waits: list[float]
) -> None:
    server.answers = [(500, {}, b"")] * 3
    client().candidates(["Iran"])
    assert waits == [1.0, 2.0, 4.0]


def test_a_lasting_failure_is_told_with_its_status(server: Server, client: Callable[..., ReconciliationClient]) -> None:
    server.answers = [(503, {}, b"")] * 9
    with pytest.raises(RemoteServiceError, match="503"):
        client().candidates(["Iran"])
    assert len(server.asked) == 4


def test_a_wait_past_the_deadline_is_not_begun(
    server: Server, client: Callable[..., ReconciliationClient], waits: list[float]
) -> None:
    server.answers = [(429, {"Retry-After": "50"}, b"")]
    with pytest.raises(RemoteServiceError, match="429"):
        client(deadline=10.0).candidates(["Iran"])
    assert waits == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((404, {}, b"no"), "404"),
        ((200, {}, b"<!DOCTYPE html><title>Sorry</title>"), "not JSON but begins '<!DOCTYPE html>"),
        ((200, {}, b'{"q0": {"res'), "not JSON"),
        ((200, {}, b"[]"), "no result"),
        ((200, {}, b'{"q0": {"result": [{"id": 1}]}}'), "no result"),
        ((200, {}, b"{}"), "no result"),
        ((302, {"Location": "https://elsewhere.example/"}, b""), "moved to https://elsewhere.example/"),
    ],
)
def test_what_is_no_answer_is_told_and_not_asked_again(
    server: Server, client: Callable[..., ReconciliationClient], answer: Answer, told: str
) -> None:
    server.answers = [answer]
    with pytest.raises(RemoteServiceError) as caught:
        client().candidates(["Iran"])
    assert told in str(caught.value)
    assert len(server.asked) == 1


def test_a_slow_server_is_left_at_the_deadline(client: Callable[..., ReconciliationClient]) -> None:
    moments = iter([0.0, 5.0, 5.0])
    slow = client(deadline=4.0, now=lambda: next(moments))
    with pytest.raises(RemoteServiceError, match="no answer"):
        slow.candidates(["Iran"])


def test_nobody_there_is_told() -> None:
    with pytest.raises(RemoteServiceError, match="no answer"):
        ReconciliationClient("http://127.0.0.1:9/", sleep=lambda _: None).manifest()


def test_another_version_is_told(server: Server, client: Callable[..., ReconciliationClient]) -> None:
    server.answers = [(200, {}, b'{"versions": ["0.3"], "name": "x"}')]
    with pytest.raises(RemoteServiceError, match=r"0\.3"):
        client().manifest()


def test_answers_are_kept_with_their_day_and_not_asked_twice(
    server: Server, client: Callable[..., ReconciliationClient], tmp_path: Path
) -> None:
    first = client(cache=tmp_path).candidates(["Iran"])
    assert client(cache=tmp_path).candidates(["Iran"]) == first
    assert len(server.asked) == 1
    (kept,) = tmp_path.glob("*.json")
    content = json.loads(kept.read_text("utf-8"))
    kept.write_text(json.dumps(content | {"day": "2001-01-01"}), "utf-8")
    client(cache=tmp_path).candidates(["Iran"])
    kept.write_text("{", "utf-8")
    client(cache=tmp_path).candidates(["Iran"])
    assert len(server.asked) == 3


def test_what_is_no_address_is_told() -> None:
    with pytest.raises(UsageError):
        ReconciliationClient("file:///etc/passwd")


@pytest.fixture
def elsewhere() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    made.http.shutdown()
    made.http.server_close()
    thread.join()


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_followed_with_the_same_questions(
    server: Server, elsewhere: Server, client: Callable[..., ReconciliationClient], waits: list[float], status: int
) -> None:
    server.answers = [(status, {"Location": elsewhere.address}, b"")]
    assert client().candidates(["Iran"])[0][0].id == "Q-Iran"
    assert [(method, body) for method, body, _ in elsewhere.asked] == [("POST", server.asked[0][1])]
    assert waits == []


def test_a_manifest_is_found_behind_a_redirect_to_a_path(
    server: Server, client: Callable[..., ReconciliationClient]
) -> None:
    server.answers = [(303, {"Location": "/en/api"}, b"")]
    assert client().manifest()["name"] == "Test"


def test_redirects_end(server: Server, client: Callable[..., ReconciliationClient]) -> None:
    server.answers = [(302, {"Location": server.address}, b"")] * 20
    with pytest.raises(RemoteServiceError, match="more than 3 redirects"):
        client().candidates(["Iran"])
    assert len(server.asked) == MAX_REDIRECTS + 1


@pytest.mark.parametrize(
    ("status", "location", "told"),
    [
        (307, "https://127.0.0.1/reconcile", "from http to https"),
        (302, "ftp://127.0.0.1/reconcile", "from http to ftp"),
        (308, "file:///etc/hosts", "tells no address"),
        (307, "http://name:secret@127.0.0.1/reconcile", "with a name and password"),
        (307, "http://localhost/reconcile", "own network"),
        (307, "http://10.0.0.7/reconcile", "own network"),
        (307, "http://[::1]/reconcile", "own network"),
        (303, "/elsewhere", "without the questions"),
        (301, "", "tells no address"),
    ],
)
def test_a_redirect_that_is_not_safe_is_told_and_not_followed(
    server: Server, client: Callable[..., ReconciliationClient], status: int, location: str, told: str
) -> None:
    server.answers = [(status, {"Location": location}, b"")]
    with pytest.raises(RemoteServiceError) as caught:
        client().candidates(["Iran"])
    assert told in str(caught.value)
    assert "secret" not in str(caught.value)
    assert len(server.asked) == 1


def test_failures_behind_a_redirect_are_waited_out_there(
    server: Server, elsewhere: Server, client: Callable[..., ReconciliationClient], waits: list[float]
) -> None:
    server.answers = [(307, {"Location": elsewhere.address}, b"")]
    elsewhere.answers = [(503, {"Retry-After": "3"}, b"")]
    assert client().candidates(["Iran"])[0][0].name == "Iran"
    assert (len(server.asked), len(elsewhere.asked), waits) == (1, 2, [3.0])


def test_no_credentials_are_ever_sent(
    server: Server, elsewhere: Server, client: Callable[..., ReconciliationClient]
) -> None:
    server.answers = [(307, {"Location": elsewhere.address, "Set-Cookie": "session=1"}, b"")]
    client().candidates(["Iran"])
    sent = {name.lower() for _, _, headers in (*server.asked, *elsewhere.asked) for name in headers}
    assert not sent & {"authorization", "cookie", "proxy-authorization", "referer"}
