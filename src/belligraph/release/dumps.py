"""The files of a release beside its N-Quads and Turtle: other serializations, tables, and everything compressed."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from belligraph.errors import EnvironmentProblem
from belligraph.formats import RdfFormat
from belligraph.model.release import Distribution
from belligraph.processes import Child
from belligraph.release.manifest import NQUADS_FILE, TURTLE_FILE
from belligraph.release.serializations import JSONLD_FILE, TRIG_FILE
from belligraph.release.statistics import write_statistics
from belligraph.release.tables import CLAIMS_FILE, GEOJSON_FILE, INCIDENTS_FILE
from belligraph.release.worker import SERIALIZATIONS, TABLES, do

__all__ = ["write_dumps"]

_MEDIA_TYPES = {
    TURTLE_FILE: RdfFormat.TURTLE.media_type,
    NQUADS_FILE: RdfFormat.N_QUADS.media_type,
    TRIG_FILE: RdfFormat.TRIG.media_type,
    JSONLD_FILE: RdfFormat.JSON_LD.media_type,
    CLAIMS_FILE: "text/csv",
    INCIDENTS_FILE: "text/csv",
    GEOJSON_FILE: "application/geo+json",
}
# a process takes half a second to start, in which one writes the files of so much
BYTES_FOR_A_CHILD = 20_000_000
# level 4 of zlib: half the time of level 6 for 4 % more
_LEVEL = 4


def write_dumps(folder: Path, base_iri: str, others: Mapping[str, str] | None = None) -> tuple[Distribution, ...]:
    """Writes the files from the release's N-Quads and Turtle, and describes all of them, each followed by its compression.

    The database must be there, finished: what it holds is counted, too. `others`: the media types of files in the folder
    that are to be described besides.

    Raises:
        OSError: the folder cannot be written.
    """
    # zlib, hashing and counting leave the interpreter's lock alone; serializing and tables want a core each
    with (
        ThreadPoolExecutor() as pool,
        _task(TABLES, folder, base_iri) as wait_for_tables,
        _task(SERIALIZATIONS, folder, base_iri) as wait_for_serializations,
    ):
        counted = pool.submit(write_statistics, folder)
        types = {**_MEDIA_TYPES, **(others or {})}

        def describe(*names: str) -> dict[str, Future[tuple[Distribution, Distribution]]]:
            return {name: pool.submit(_described, folder, name, types[name]) for name in names}

        described = describe(NQUADS_FILE, TURTLE_FILE, *(others or {}))
        wait_for_tables()
        described |= describe(CLAIMS_FILE, INCIDENTS_FILE, GEOJSON_FILE)
        wait_for_serializations()
        described |= describe(TRIG_FILE, JSONLD_FILE)
        counted.result()
        return tuple(distribution for name in types for distribution in described[name].result())


@contextmanager
def _task(task: str, folder: Path, base_iri: str) -> Iterator[Callable[[], None]]:
    """Has a task of worker.py done, in a process of its own when there is much to write; gives what waits for it."""
    if (folder / NQUADS_FILE).stat().st_size < BYTES_FOR_A_CHILD:
        yield lambda: do(task, folder, base_iri)
        return
    child = Child("belligraph.release.worker", task, str(folder), base_iri)

    def wait() -> None:
        try:
            error = child.connection.recv()
        except EOFError as ended:
            raise EnvironmentProblem(f"the process that writes the {task} died; the live release is as it was") from ended
        if error is not None:
            raise error

    try:
        yield wait
    finally:
        child.kill()


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
