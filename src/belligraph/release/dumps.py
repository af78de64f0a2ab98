"""The files of a release beside its N-Quads and Turtle: other serializations, tables, and everything compressed."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

from belligraph.errors import EnvironmentProblem
from belligraph.formats import RdfFormat
from belligraph.model.release import Distribution
from belligraph.processes import Child
from belligraph.release.export import articles_in
from belligraph.release.manifest import NQUADS_FILE, TURTLE_FILE
from belligraph.release.statistics import write_statistics
from belligraph.release.tables import CLAIMS_FILE, GEOJSON_FILE, INCIDENTS_FILE, write_tables
from belligraph.vocab import PREFIXES

__all__ = ["write_dumps"]

TRIG_FILE, JSONLD_FILE = "release.trig", "release.jsonld"
_MEDIA_TYPES = {
    TURTLE_FILE: RdfFormat.TURTLE.media_type,
    NQUADS_FILE: RdfFormat.N_QUADS.media_type,
    TRIG_FILE: RdfFormat.TRIG.media_type,
    JSONLD_FILE: RdfFormat.JSON_LD.media_type,
    CLAIMS_FILE: "text/csv",
    INCIDENTS_FILE: "text/csv",
    GEOJSON_FILE: "application/geo+json",
}
# a process takes half a second to start, in which one writes the tables of so much
BYTES_FOR_A_CHILD = 20_000_000
# level 6 of zlib: twice the time of level 4 for 4 % less
_LEVEL = 6


def write_dumps(folder: Path, base_iri: str, others: Mapping[str, str] | None = None) -> tuple[Distribution, ...]:
    """Writes the files from the release's N-Quads and Turtle, and describes all of them, each followed by its compression.

    The database must be there, finished: what it holds is counted, too. `others`: the media types of files in the folder
    that are to be described besides.

    Raises:
        OSError: the folder cannot be written.
    """
    nquads = folder / NQUADS_FILE
    # zlib, hashing and counting leave the interpreter's lock alone; serializing and tables want a core each
    with ThreadPoolExecutor() as pool, _tables(folder, base_iri) as wait_for_tables:
        counted = pool.submit(write_statistics, folder)
        types = {**_MEDIA_TYPES, **(others or {})}

        def describe(name: str) -> Future[tuple[Distribution, Distribution]]:
            return pool.submit(_described, folder, name, types[name])

        described = {name: describe(name) for name in (NQUADS_FILE, TURTLE_FILE, *(others or {}))}
        for name, rdf_format in ((TRIG_FILE, pyoxigraph.RdfFormat.TRIG), (JSONLD_FILE, pyoxigraph.RdfFormat.JSON_LD)):
            _serialize(nquads, folder / name, rdf_format)
            described[name] = describe(name)
        wait_for_tables()
        for name in (CLAIMS_FILE, INCIDENTS_FILE, GEOJSON_FILE):
            described[name] = describe(name)
        counted.result()
        return tuple(distribution for name in types for distribution in described[name].result())


@contextmanager
def _tables(folder: Path, base_iri: str) -> Iterator[Callable[[], None]]:
    """Has the tables written, in a process of their own when there is much to write; gives what waits for them."""
    if (folder / NQUADS_FILE).stat().st_size < BYTES_FOR_A_CHILD:
        yield lambda: write_tables(articles_in(folder / NQUADS_FILE, base_iri), folder)
        return
    child = Child("belligraph.release.worker", str(folder), base_iri)

    def wait() -> None:
        try:
            error = child.connection.recv()
        except EOFError as ended:
            raise EnvironmentProblem("the process that writes the tables died; the live release is as it was") from ended
        if error is not None:
            raise error

    try:
        yield wait
    finally:
        child.kill()


def _serialize(nquads: Path, target: Path, rdf_format: pyoxigraph.RdfFormat) -> None:
    quads: Iterable[pyoxigraph.Quad] = pyoxigraph.parse(path=nquads, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)
    with target.open("wb") as out:
        pyoxigraph.serialize(quads, out, rdf_format, prefixes=dict(PREFIXES))


def _described(folder: Path, name: str, media_type: str) -> tuple[Distribution, Distribution]:
    path, compressed = folder / name, folder / f"{name}.gz"
    # neither a name nor a time goes in: the same content gives the same bytes
    with (
        path.open("rb") as source,
        compressed.open("wb") as raw,
        gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) as target,
    ):
        shutil.copyfileobj(source, target, 1 << 20)
    return _distribution(path, media_type), _distribution(compressed, "application/gzip")


def _distribution(path: Path, media_type: str) -> Distribution:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Distribution(path.name, media_type, path.stat().st_size, digest)
