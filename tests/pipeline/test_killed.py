"""A publish that is killed leaves the live release as it was, and the next one succeeds."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph
import pytest

from belligraph.pipeline import publish
from belligraph.release.publication import Publication

ARTICLES = 60


def articles(path: Path, word: str) -> Path:
    texts = (f"{word} shelled Mirefield on day {n}, killing {n} people, officials said." for n in range(2, ARTICLES + 2))
    path.write_text("\n".join(json.dumps({"text": text, "published": "2024-05-07"}) for text in texts), "utf-8")
    return path


# moments from the start of the interpreter to the end of the publish: the last ones may come too late to kill anything
@pytest.mark.parametrize("seconds", [0.1, 0.4, 0.6, 0.8, 1.0, 1.2, 1.5, 2.0])
def test_killed_at_any_moment(tmp_path: Path, seconds: float) -> None:
    folder = tmp_path / "publication"
    before = publish([articles(tmp_path / "first.jsonl", "Rebels")], folder, processes=1)
    dump = (before.release.folder / "release.nq").read_bytes()
    second = articles(tmp_path / "second.jsonl", "Raiders")
    program = f"from belligraph.pipeline import publish; publish([{str(second)!r}], {str(folder)!r}, processes=2)"
    process = subprocess.Popen(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    live = Publication(folder).live()
    assert live.articles in {before.release.articles, 2 * ARTICLES}
    assert (before.release.folder / "release.nq").read_bytes() == dump
    store = pyoxigraph.Store.read_only(str(live.store_folder))
    assert store.query("ASK { ?claim a <https://w3id.org/belligraph/ns#Claim> }")
    after = publish([second], folder, processes=1)
    assert after.release.articles == 2 * ARTICLES
    assert not list((folder / "releases").glob(".building-*"))


def test_only_the_pointer_makes_a_release_live(tmp_path: Path) -> None:
    folder = tmp_path / "publication"
    first = publish([articles(tmp_path / "first.jsonl", "Rebels")], folder, processes=1)
    (folder / "releases" / ".building-2").mkdir()
    (folder / "releases" / ".building-2" / "manifest.json").write_text("half")
    (folder / ".staging").mkdir()
    assert Publication(folder).live() == first.release
    again = publish([articles(tmp_path / "second.jsonl", "Raiders")], folder, processes=1)
    assert again.release.number == 2
    assert time.strptime(again.release.created, "%Y-%m-%dT%H:%M:%SZ")
