"""Messages between the pool and a worker."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.store.pipe import Pipe
from belligraph.store.requests import Request

Ends = tuple[socket.socket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_messages_of_any_length_come_whole_and_in_order(ends: Ends) -> None:
    sending, receiving = Pipe(ends[0].fileno()), Pipe(ends[1].fileno(), patience=5)
    contents = [b"", b"a", b"b" * 65_532, b"c" * 65_536, b"d" * 3_000_000, b"e", b"f" * 524_283, b"g" * 600_000, b"h"]
    messages = [(b"%d" % number, content) for number, content in enumerate(contents)]

    def send() -> None:
        for message in messages:
            sending.send(*message)

    thread = threading.Thread(target=send)
    thread.start()
    assert [receiving.receive() for _ in messages] == messages
    thread.join()


def test_a_message_in_many_parts_comes_as_one(ends: Ends) -> None:
    sending, receiving = Pipe(ends[0].fileno()), Pipe(ends[1].fileno(), patience=5)
    parts = [bytes([number % 256]) * (number % 700) for number in range(2_500)]
    thread = threading.Thread(target=sending.send, args=(b"+", *parts))
    thread.start()
    assert receiving.receive() == (b"+", b"".join(parts))
    thread.join()


def test_nobody_waits_longer_than_the_patience_or_the_deadline(ends: Ends) -> None:
    pipe = Pipe(ends[1].fileno(), patience=0.2)
    for seconds, least, most in ((60, 0.15, 5), (0.02, 0.01, 0.19), (0, 0, 0.15)):
        began = time.monotonic()
        assert pipe.receive(seconds) is None
        assert least <= time.monotonic() - began < most
    Pipe(ends[0].fileno()).send(b".", b"late")
    assert pipe.receive(0) == (b".", b"late")


def test_a_part_of_a_message_is_not_lost_by_a_pause(ends: Ends) -> None:
    pipe = Pipe(ends[1].fileno(), patience=0.02)
    ends[0].sendall(b".\x00\x00\x00\x05he")
    assert pipe.receive() is None
    ends[0].sendall(b"llo.\x00\x00\x00\x01!")
    assert (pipe.receive(), pipe.receive()) == ((b".", b"hello"), (b".", b"!"))


def test_the_end_of_the_other_side_is_an_error(ends: Ends) -> None:
    pipe = Pipe(ends[1].fileno(), patience=1)
    ends[0].close()
    with pytest.raises(EOFError):
        pipe.receive()
    with pytest.raises(OSError, match="pipe"):
        pipe.send(b"?", b"anybody there?")


@pytest.mark.parametrize("query", ["SELECT * {}", "ASK { ?s ?p '\ud800 ü \U0001f600' }"])
def test_a_request_comes_out_as_it_went_in(query: str) -> None:
    request = Request(
        query, ResultsFormat.TSV, RdfFormat.N_TRIPLES, "http://b.example/", ("http://g.example/",), (), whole=False
    )
    assert Request.unpacked(request.packed()) == request
