"""A server as a process of its own, for tests that need HTTP as clients speak it."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

from belligraph.model.release import Release
from belligraph.release.manifest import write_manifest
from belligraph.store import StoreBuilder

SOURCES = Path(__file__).resolve().parents[2] / "src"


def release_of(folder: Path, dataset: Path | bytes, base_iri: str = "https://data.example/") -> Release:
    """A publication whose only release holds a dataset (TriG) as it is; the default graph is the union of all graphs."""
    source: dict[str, object] = {"path": dataset} if isinstance(dataset, Path) else {"input": dataset}
    quads = list(pyoxigraph.parse(format=pyoxigraph.RdfFormat.TRIG, base_iri=base_iri, **source))  # type: ignore[arg-type]
    named = [q for q in quads if not isinstance(q.graph_name, pyoxigraph.DefaultGraph)]
    nquads = pyoxigraph.serialize(named, format=pyoxigraph.RdfFormat.N_QUADS) or b""
    ntriples = pyoxigraph.serialize(dict.fromkeys(q.triple for q in quads), format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
    release = folder / "releases" / "1"
    release.mkdir(parents=True)
    builder = StoreBuilder(release / "store")
    builder.load(nquads, ntriples)
    builder.finish()
    (folder / "releases" / "CURRENT").write_text("1\n")
    made = Release(
        folder=release, number=1, created="2024-05-07T08:09:10Z", base_iri=base_iri, title="t", publisher="p", licence=None,
        articles=0, claims=0, quads=len(quads), content_sha256=hashlib.sha256(nquads).hexdigest(),
    )  # fmt: skip
    write_manifest(made)
    return made


@contextmanager
def served(folder: Path, *flags: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a server of that publication, and its process; it is gone at the end."""
    command = [sys.executable, "-m", "belligraph", "serve", str(folder), "--port", "0", *flags]
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stderr is not None
            line = server.stderr.readline()
            assert " at http://" in line, line + server.stderr.read()
            yield line.rsplit(" at ", 1)[1].strip(), server
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=20)
