"""A stub endpoint on this machine that answers as it is told, and an article with a true answer to it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from belligraph.extract.llm import LlmExtractor, LlmSettings, endpoint_for
from belligraph.extract.llm.settings import Api
from belligraph.model.article import Article

TEXT = (
    "Raiders “shelled” the port of Mirefield on Monday,\nkilling three\u00a0guards, Radio Delta reported. "
    "Nobody saw the raiders leave.\n"
)


@dataclass
class Stub:
    """What the endpoint will answer, one after the other, and what it was asked."""

    url: str = ""
    answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    asked: list[tuple[str, dict[str, str], dict[str, Any]]] = field(default_factory=list)
    slow: threading.Event = field(default_factory=threading.Event)
    """Answers with status 0 wait for this: for the test's end, that is."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def say(self, status: int, body: object, headers: dict[str, str] | None = None) -> None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.answers.append((status, headers or {}, data))

    def openai(self, content: object, reason: str = "stop", refusal: str | None = None) -> None:
        text = content if isinstance(content, str) else json.dumps(content)
        message = {"role": "assistant", "content": text, "refusal": refusal}
        usage = {"prompt_tokens": 100, "completion_tokens": 10}
        self.say(200, {"choices": [{"message": message, "finish_reason": reason}], "usage": usage})

    def anthropic(self, sheet: object, reason: str = "tool_use") -> None:
        block = {"type": "tool_use", "id": "t", "name": "fact_sheet", "input": sheet}
        usage = {"input_tokens": 100, "output_tokens": 10}
        self.say(200, {"content": [block], "stop_reason": reason, "usage": usage})


@pytest.fixture
def stub() -> Iterator[Stub]:
    state = Stub()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with state.lock:
                state.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}, body))
                # the last answer is given for ever
                status, headers, data = state.answers.pop(0) if len(state.answers) > 1 else state.answers[0]
            if status == 0:
                state.slow.wait(30)
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    yield state
    state.slow.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def waits() -> list[float]:
    """How long the client would have slept."""
    return []


@pytest.fixture
def settings(stub: Stub) -> LlmSettings:
    return LlmSettings(Api.OPENAI, stub.url, "stub-1", "secret-key", seconds=5, attempts=3)


@pytest.fixture
def extractor(settings: LlmSettings, waits: list[float]) -> LlmExtractor:
    return LlmExtractor(endpoint_for(settings, sleep=waits.append), settings.model)


@pytest.fixture
def report() -> Article:
    return Article(TEXT, published=date(2024, 5, 8))


@pytest.fixture
def answer() -> Callable[[], dict[str, Any]]:
    """A true answer: quotes with straight marks, plain spaces and no line break, as models give them."""

    def entry(entry_id: str, /, **rest: object) -> dict[str, Any]:
        quote = rest.pop("quote")
        return {"id": entry_id, **rest, "evidence": [{"quote": quote}]}

    def whole() -> dict[str, Any]:
        said = {"modality": "certain", "speech": "indirect", "attributed_to": ["radio"], "hedge": None}
        shelled = 'Raiders "shelled" the port of Mirefield'
        return {
            "actors": [
                entry("raiders", name="Raiders", kind="armed_group", identified=None, quote="Raiders"),
                entry("radio", name="Radio Delta", kind="media", identified=None, quote="Radio Delta"),
            ],
            "places": [entry("port", name="port of Mirefield", kind="facility", within=None, quote="the port of Mirefield")],
            "events": [entry("shelling", type="attack", series=None, label="shelling of the port", quote=shelled)],
            "claims": [
                entry("c1", subject="shelling", property="attacker", object={"ref": "raiders"}, **said, quote=shelled),
                entry("c2", subject="shelling", property="place", object={"ref": "port"}, **said, quote=shelled),
                entry(
                    "c3", subject="shelling", property="killed", **said, quote="on Monday, killing three guards",
                    object={"quantity": {"words": "three", "value": 3, "min": None, "max": None, "approximate": False,
                                         "of": "guards", "excludes": None}},
                ),
                entry("c4", subject="shelling", property="date", object={"date": "2024-05-06", "words": "on Monday"}, **said,
                      quote="on Monday"),
            ],
        }  # fmt: skip

    return whole
