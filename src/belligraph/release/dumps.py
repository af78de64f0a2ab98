"""The files of a release beside its serializations: tables, and everything compressed; all of them described."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from belligraph.model.release import Distribution
from belligraph.release.statistics import write_statistics
from belligraph.release.tables import CLAIMS_FILE, GEOJSON_FILE, INCIDENTS_FILE, TableWriter

__all__ = ["write_dumps"]

_TABLES = {CLAIMS_FILE: "text/csv", INCIDENTS_FILE: "text/csv", GEOJSON_FILE: "application/geo+json"}
# level 4 of zlib: half the time of level 6 for 4 % more
_LEVEL = 4


def write_dumps(
    folder: Path,
    written: Iterable[Distribution],
    tables: TableWriter,
    subjects: int,
    others: Mapping[str, str] | None = None,
) -> tuple[Distribution, ...]:
    """Writes tables, statistics and a compression of each file, and describes all of them, each followed by its compression.

    The database must be there, finished: what it holds is counted, too. `written`: the files that are there and described.
    `subjects`: how many distinct ones it has. `others`: the media types of files in the folder that are to be described
    besides.

    Raises:
        OSError: the folder cannot be written.
    """
    # zlib, hashing and counting leave the interpreter's lock alone
    with ThreadPoolExecutor() as pool:
        counted = pool.submit(write_statistics, folder, subjects)
        described: list[Future[tuple[Distribution, ...]]] = []
        described += [pool.submit(_with_compressed, folder, distribution) for distribution in written]
        tables.write(folder)
        described += [pool.submit(_described, folder, *file) for file in (*_TABLES.items(), *(others or {}).items())]
        counted.result()
        return tuple(distribution for future in described for distribution in future.result())


def _described(folder: Path, name: str, media_type: str) -> tuple[Distribution, ...]:
    return _with_compressed(folder, _distribution(folder / name, media_type))


def _with_compressed(folder: Path, distribution: Distribution) -> tuple[Distribution, ...]:
    path, compressed = folder / distribution.file, folder / f"{distribution.file}.gz"
    # neither a name nor a time goes in: the same content gives the same bytes
    with (
        path.open("rb") as source,
        compressed.open("wb") as raw,
        gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) as target,
    ):
        while content := source.read(1 << 20):
            target.write(content)
    return distribution, _distribution(compressed, "application/gzip")


def _distribution(path: Path, media_type: str) -> Distribution:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Distribution(path.name, media_type, path.stat().st_size, digest)
