"""The server as a process of its own: how it starts, how it ends, what it leaves."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from belligraph.config import Config
from belligraph.errors import ServerError
from belligraph.model.release import Release
from belligraph.web import create_app, serve

SOURCES = Path(__file__).resolve().parents[2] / "src"
PROGRAM = """
import sys
from pathlib import Path
from belligraph.config import Config
from belligraph.model.release import Release
from belligraph.web import create_app, serve, site_of
release = Release(Path(sys.argv[1]), 1, "2024-05-07T00:00:00Z", "https://e.example/", "t", "p", None, 0, 0, 0, "")
app = create_app(release, Config(query_workers=2))
def ready(address):
    print(*(w.pid for w in site_of(app).pool.lanes.processes))
    print(address, flush=True)
try:
    serve(app, "127.0.0.1", 0, ready=ready)
except KeyboardInterrupt:
    sys.exit(130)
"""


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_a_signal_ends_the_server_and_its_query_workers(release: Release, number: signal.Signals, code: int) -> None:
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    command = [sys.executable, "-W", "error", "-c", PROGRAM, str(release.folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=environment) as server:
        assert server.stdout is not None
        workers = [int(pid) for pid in server.stdout.readline().split()]
        address = server.stdout.readline().strip()
        with urllib.request.urlopen(f"{address}healthz", timeout=20) as answer:
            assert answer.read() == b"ok\n"
            assert "Server" not in answer.headers
        server.send_signal(number)
        _, errors = server.communicate(timeout=20)
    assert (server.returncode, errors) == (code, "")
    assert len(workers) == 4  # two, and as many spare ones
    assert not [pid for pid in workers if is_alive(pid)]


def test_a_port_in_use_is_named_with_a_remedy(release: Release) -> None:
    app = create_app(release, Config(query_workers=1))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServerError, match=f"127.0.0.1:{port}.*--port"):
            serve(app, "127.0.0.1", port, ready=lambda _: None)


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_that_is_not_ours_is_named(release: Release, host: str) -> None:
    app = create_app(release, Config(query_workers=1))
    with pytest.raises(ServerError, match=f"{host}:8000"):
        serve(app, host, 8000, ready=lambda _: None)
