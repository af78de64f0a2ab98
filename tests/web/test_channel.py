"""What goes over the wire: long answers to slow readers, and HEAD."""

from __future__ import annotations

import http.client
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from serving import release_of, served

ROWS = [f"{n},{m}" for n in range(300) for m in range(1000, 1100)]
LONG = "SELECT ?n ?m {{ VALUES ?n {{ {} }} VALUES ?m {{ {} }} }}".format(
    " ".join(map(str, range(300))), " ".join(map(str, range(1000, 1100)))
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("wire")
    release_of(folder, b"<http://e.example/g> { <http://e.example/a> <http://e.example/b> 1 }")
    with served(folder, "--workers", "1") as (where, _):
        yield where


def asked(method: str, address: str, query: str) -> bytes:
    head = f"{method} /sparql?{urlencode({'query': query, 'format': 'csv'})} HTTP/1.1"
    return f"{head}\r\nHost: {urlsplit(address).netloc}\r\n\r\n".encode()


def connection(address: str, room: int = 0) -> socket.socket:
    where = urlsplit(address)
    assert where.hostname is not None
    made = socket.socket()
    if room:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
    made.settimeout(20)
    made.connect((where.hostname, where.port))
    return made


@pytest.mark.parametrize("turn", ["first", "second", "remembered"])
def test_a_reader_with_little_room_gets_every_byte_in_order(address: str, turn: str) -> None:
    with connection(address, room=4096) as made:
        made.sendall(asked("GET", address, LONG))
        time.sleep(0.5)  # the server has sent what there was room for
        answer = http.client.HTTPResponse(made)
        answer.begin()
        assert answer.status == 200
        assert sorted(answer.read().decode().split("\r\n")[1:-1]) == sorted(ROWS), turn


def test_a_head_has_no_body_and_tells_no_length_that_it_does_not_know(address: str) -> None:
    with connection(address) as made:
        made.sendall(asked("HEAD", address, f"{LONG} # asked for once"))
        received = b""
        while part := made.recv(65536):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 ")
    assert body == b""
    assert b"content-length" not in head.lower()
    assert b"transfer-encoding" not in head.lower()


def test_a_head_of_a_short_answer_tells_the_length_of_the_answer(address: str) -> None:
    where = urlsplit(address)
    assert where.hostname is not None
    kept = http.client.HTTPConnection(where.hostname, where.port, timeout=20)
    path = f"/sparql?{urlencode({'query': 'SELECT (1 AS ?one) {}', 'format': 'csv'})}"
    lengths = []
    for method in ("HEAD", "GET", "HEAD"):
        kept.request(method, path)
        answer = kept.getresponse()
        body = answer.read()
        lengths.append(int(answer.headers["Content-Length"]))
        assert body == (b"one\r\n1\r\n" if method == "GET" else b"")
    kept.close()
    assert lengths == [8, 8, 8]
