"""Where indexes are kept, and for how long."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from belligraph.cli.publish import publish_command
from belligraph.link import build
from belligraph.link.table import layers


def test_an_index_that_nobody_opened_for_a_month_is_removed_when_another_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "_fill", lambda path, *_: path.touch())
    old, recent = tmp_path / "authority-old.sqlite", tmp_path / "authority-recent.sqlite"
    for path, age in ((old, build.UNUSED_SECONDS + 60), (recent, build.UNUSED_SECONDS - 60)):
        path.touch()
        os.utime(path, (time.time() - age,) * 2)
    made = build.build_index(layers(), tmp_path)
    assert not old.exists()
    assert recent.exists()
    assert made.exists()


def test_opening_an_index_keeps_it(tmp_path: Path) -> None:
    path = build.index_path(layers(), tmp_path)
    path.touch()
    os.utime(path, (0, 0))
    assert build.build_index(layers(), tmp_path) == path
    assert path.stat().st_mtime > time.time() - 3600


def test_a_first_publish_says_that_it_makes_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("belligraph.cli.publish.publish", lambda *_, **__: None)
    told = CliRunner().invoke(publish_command, ["--to", str(tmp_path / "to")]).output
    assert "Making the index" in told
    build.index_path(layers()).parent.mkdir(parents=True)
    build.index_path(layers()).touch()
    assert "Making the index" not in CliRunner().invoke(publish_command, ["--to", str(tmp_path / "to")]).output
