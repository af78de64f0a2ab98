"""The black-box judges beside the checkout, against a server as clients meet it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from serving import release_of, served


def judged(judge: Path, outcome: Path, *flags: str) -> list[dict[str, object]]:
    if not judge.exists():
        pytest.skip(f"no {judge.name} beside this checkout")
    subprocess.run(
        [sys.executable, str(judge), *flags, "--json", str(outcome)], capture_output=True, timeout=200, check=False
    )
    tests: list[dict[str, object]] = json.loads(outcome.read_text())
    return tests


def failures(tests: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(t["test"], t["why"]) for t in tests if not t["passed"]]


def test_every_w3c_protocol_test_passes(tmp_path: Path, shared: Path) -> None:
    release_of(tmp_path, shared / "checks/data/protocol-data.trig")
    with served(tmp_path) as (address, _):
        judge = shared / "checks/protocol_check.py"
        tests = judged(judge, tmp_path / "o.json", "--query-url", f"{address}sparql", "--load", "preloaded")
    assert len(tests) >= 25
    assert failures(tests) == []


def test_every_http_test_without_load_passes(tmp_path: Path, shared: Path) -> None:
    release_of(tmp_path, shared / "checks/data/protocol-data.trig")
    with served(tmp_path) as (address, _):
        judge = shared / "checks/http_check.py"
        tests = judged(judge, tmp_path / "o.json", "--query-url", f"{address}sparql", "--no-heavy")
    assert len(tests) >= 70
    assert failures(tests) == []
