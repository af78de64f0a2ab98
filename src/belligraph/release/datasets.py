"""Datasets that a publication keeps: the mapped rows as compressed files, and what a manifest says of them.

    datasets/KEY/manifest.json     which files are the dataset's; replaced in one atomic step
    datasets/KEY/HASH.nq.gz        its named graph as N-Quads; HASH is the start of their SHA-256
    datasets/KEY/HASH.ttl.gz       the same as blocks of Turtle
    datasets/KEY/HASH.rdf12.ttl.gz the same with reifiers
    datasets/KEY/HASH.jsonld.gz    the same as named graphs of JSON-LD, joined by commas
    datasets/KEY/HASH.csv.gz       its claims as lines of the table claims.csv

Rows are validated and mapped when they are imported; each release takes the files in as they are. To take a dataset out of
the next release, delete its folder.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from belligraph.errors import PublicationError
from belligraph.iri import DatasetIris
from belligraph.release.changed import ADDED, DatasetChange
from belligraph.release.publication import write_atomically

__all__ = ["DatasetWriter", "KeptDataset", "kept_datasets", "read_chunks"]

MANIFEST = "manifest.json"
# large enough that a load into the database costs little each, small enough to hold a few of them
CHUNK_BYTES = 32 << 20
# the fastest level that still takes off nine tenths: the rows of a dataset are much alike
_LEVEL = 1


@dataclass(frozen=True, slots=True)
class KeptDataset:
    """What the manifest of a kept dataset says."""

    key: str
    dataset: str
    label: str
    version: str | None
    file: str
    """The name of the file that it was read from."""
    sha256: str
    base_iri: str
    graph: str
    rows: int
    skipped: int
    claims: int
    quads: int
    nquads: str
    turtle: str
    turtle12: str
    jsonld: str
    table: str

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its files, as `DatasetWriter` writes them."""
        return self.nquads, self.turtle, self.turtle12, self.jsonld, self.table

    def as_added(self, iris: DatasetIris) -> DatasetChange:
        """What a release says of it that is the first to hold it."""
        return DatasetChange(ADDED, iris.dataset, self.label, rows_added=self.rows)


class DatasetWriter:
    """Writes a dataset's files in a folder where nothing else is; `keep` moves them to their place.

    A context: what is not closed by then is closed when it ends.
    """

    def __init__(self, folder: Path, graph: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._paths = tuple(folder / f"rows.{end}.gz" for end in ("nq", "ttl", "rdf12.ttl", "jsonld", "csv"))
        # no name and no time in the header: the same rows make the same bytes
        self._raw = [path.open("wb") for path in self._paths]
        self._files = [gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0) for raw in self._raw]
        self._end = f" <{graph}> .\n"
        self._hash = hashlib.sha256()

    def __enter__(self) -> DatasetWriter:
        return self

    def __exit__(self, *exception: object) -> None:
        for file in (*self._files, *self._raw):
            file.close()

    def write(self, ntriples: str, turtle: str, turtle12: str, jsonld: str, table: str) -> None:
        """Adds triples, each on a line of its own that ends in ` .`, and the same as Turtle 1.1 and 1.2, JSON-LD and CSV."""
        nquads = ntriples.replace(" .\n", self._end).encode()
        self._hash.update(nquads)
        self._files[0].write(nquads)
        for file, text in zip(self._files[1:], (turtle, turtle12, jsonld, table), strict=True):
            file.write(text.encode())

    def close(self) -> str:
        """Closes the files, sees them to the disk and returns the SHA-256 of the N-Quads."""
        for file, raw in zip(self._files, self._raw, strict=True):
            file.close()
            raw.flush()
            os.fsync(raw.fileno())
            raw.close()
        return self._hash.hexdigest()

    def keep(self, folder: Path, dataset: KeptDataset) -> None:
        """Puts the files in the dataset's folder; the new manifest makes them the dataset, and what was before goes."""
        folder.mkdir(parents=True, exist_ok=True)
        for path, name in zip(self._paths, dataset.files, strict=True):
            path.replace(folder / name)
        text = json.dumps(asdict(dataset), indent=2, ensure_ascii=False) + "\n"
        write_atomically(folder / MANIFEST, text.encode())
        for path in folder.iterdir():
            if path.name not in {MANIFEST, *dataset.files}:
                path.unlink()


def kept_datasets(folder: Path, base_iri: str) -> list[tuple[Path, KeptDataset]]:
    """The datasets in a publication's `datasets` folder, each with its own folder, in the order of their keys.

    Raises:
        PublicationError: a manifest that is none, or IRIs under another base than the publication's.
    """
    found = []
    for path in sorted(folder.glob(f"*/{MANIFEST}")):
        try:
            content = json.loads(path.read_text("utf-8"))
            lacking = [field.name for field in fields(KeptDataset) if field.name not in content]
            if lacking and content.keys() < {field.name for field in fields(KeptDataset)}:
                raise PublicationError(
                    f"an older version imported it, without {', '.join(lacking)}",
                    where=str(path),
                    remedy=f"Import {content.get('file', 'its file')} again under the key {path.parent.name}.",
                )
            dataset = KeptDataset(**content)
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise PublicationError(
                f"not the manifest of a dataset: {error}", where=str(path), remedy="Delete its folder and import again."
            ) from error
        if dataset.base_iri != base_iri:
            raise PublicationError(
                f"the dataset was imported under the base IRI {dataset.base_iri}, the publication now has {base_iri}",
                where=str(path),
                remedy=f"Import {dataset.file} again.",
            )
        found.append((path.parent, dataset))
    return found


def read_chunks(path: Path, end: bytes = b"\n") -> Iterator[bytes]:
    """The content of a compressed file in pieces that end with `end`; memory does not grow with the file.

    Raises:
        PublicationError: the file is damaged or not there.
    """
    rest = b""
    try:
        with gzip.open(path) as file:
            while content := file.read(CHUNK_BYTES):
                whole = rest + content
                cut = whole.rfind(end) + len(end)
                if cut < len(end):
                    rest = whole
                    continue
                yield whole[:cut]
                rest = whole[cut:]
    except (OSError, EOFError, zlib.error) as error:
        raise PublicationError(
            f"the kept rows cannot be read: {error}", where=str(path), remedy="Import the dataset again."
        ) from error
    if rest:
        yield rest
