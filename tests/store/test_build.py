"""Filling a database: what comes in pieces is all there."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest

from belligraph.store import StoreBuilder, build


def test_a_text_larger_than_what_is_loaded_at_once_is_loaded_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "BYTES_AT_ONCE", 100)
    lines = [f'<http://a.example/{n}> <http://a.example/p> "{"x" * (n % 60)}"' for n in range(200)]
    builder = StoreBuilder(tmp_path / "store")
    builder.load(
        "".join(f"{line} <http://a.example/g> .\n" for line in lines).encode(),
        "".join(f"{line} .\n" for line in lines).encode(),
    )
    builder.finish()
    store = pyoxigraph.Store.read_only(str(tmp_path / "store"))
    assert len(store) == 400
    assert len({q.subject for q in store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())}) == 200


def test_nothing_makes_an_empty_database(tmp_path: Path) -> None:
    builder = StoreBuilder(tmp_path / "store")
    builder.load(b"", b"")
    builder.finish()
    assert len(pyoxigraph.Store.read_only(str(tmp_path / "store"))) == 0
