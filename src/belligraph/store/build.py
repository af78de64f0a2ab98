"""Filling a fresh Oxigraph database: named graphs for provenance, their union in the default graph for queries."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph

__all__ = ["StoreBuilder"]

# the engine holds some ten times as much while it loads
BYTES_AT_ONCE = 24_000_000


class StoreBuilder:
    """Bulk-loads a database in a folder that does not exist yet. What is killed half-way is thrown away with its folder.

    The texts must be ours: they are loaded without checking IRIs and language tags again.
    """

    def __init__(self, folder: Path) -> None:
        self._store: pyoxigraph.Store | None = pyoxigraph.Store(str(folder))

    def load(self, nquads: bytes, ntriples: bytes) -> None:
        """Adds quads of named graphs, and triples to the default graph, where each counts once, in however many graphs."""
        # the engine sorts and writes on one core, without the interpreter's lock: two loads at once take 0.7 of the time
        with ThreadPoolExecutor(max_workers=1) as beside:
            default = beside.submit(self._load, ntriples, pyoxigraph.RdfFormat.N_TRIPLES)
            self._load(nquads, pyoxigraph.RdfFormat.N_QUADS)
            default.result()

    def finish(self) -> None:
        """Writes everything to disk and closes the database; compacts it, so that a query reads few files."""
        if self._store is not None:
            self._store.flush()
            self._store.optimize()
            self.close()

    def close(self) -> None:
        """Closes the database as it is, if it is open."""
        self._store = None

    def _load(self, content: bytes, rdf_format: pyoxigraph.RdfFormat) -> None:
        if self._store is None:
            raise ValueError("the database is finished")
        for piece in _pieces(content):
            self._store.bulk_load(input=piece, format=rdf_format, lenient=True)


def _pieces(content: bytes) -> Iterator[bytes]:
    """Whole lines, some megabytes of them at a time; nothing of nothing: a bulk load would write new files even for that."""
    start = 0
    while start < len(content):
        end = content.find(b"\n", start + BYTES_AT_ONCE) + 1 or len(content)
        yield content[start:end]
        start = end
