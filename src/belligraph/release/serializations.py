"""The release as TriG and JSON-LD, from its N-Quads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph

from belligraph.release.manifest import NQUADS_FILE
from belligraph.vocab import PREFIXES

__all__ = ["JSONLD_FILE", "TRIG_FILE", "write_serializations"]

TRIG_FILE, JSONLD_FILE = "release.trig", "release.jsonld"


def write_serializations(folder: Path) -> None:
    """Writes both files beside the N-Quads.

    Raises:
        OSError: the folder cannot be written.
    """
    for name, rdf_format in ((TRIG_FILE, pyoxigraph.RdfFormat.TRIG), (JSONLD_FILE, pyoxigraph.RdfFormat.JSON_LD)):
        source = folder / NQUADS_FILE
        quads: Iterable[pyoxigraph.Quad] = pyoxigraph.parse(path=source, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)
        with (folder / name).open("wb") as out:
            pyoxigraph.serialize(quads, out, rdf_format, prefixes=dict(PREFIXES))
