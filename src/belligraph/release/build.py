"""Building one release: parts come in, in order; a database, dumps, checksums and a manifest come out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from belligraph.config import Config
from belligraph.errors import PublicationError
from belligraph.formats import RdfFormat
from belligraph.model.graph import NamedGraph
from belligraph.model.release import Distribution, Release
from belligraph.ntriples import Triple
from belligraph.release.datasets import KeptDataset, read_chunks
from belligraph.release.dumps import write_dumps
from belligraph.release.manifest import NQUADS_FILE, TURTLE_FILE, write_manifest
from belligraph.release.turtle import TurtleWriter
from belligraph.store import StoreBuilder

__all__ = ["Part", "ReleaseBuilder"]


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a release, as files: named graphs, their union, the same as Turtle; of articles, also their digests."""

    nquads: Path
    ntriples: Path
    turtle: Path
    digests: Path

    @classmethod
    def at(cls, folder: Path, number: int) -> Part:
        """The part of that number in a folder of parts."""
        stem = f"part-{number:06}"
        return cls(folder / f"{stem}.nq", folder / f"{stem}.nt", folder / f"{stem}.ttl", folder / f"{stem}.digests")

    def remove(self) -> None:
        """Deletes the files, but for the digests: these are read when all articles are there."""
        for path in (self.nquads, self.ntriples, self.turtle):
            path.unlink()


class _HashedFile:
    """A file under construction and the SHA-256 of what went into it so far."""

    def __init__(self, path: Path, media_type: str) -> None:
        self._path, self._media_type = path, media_type
        self._hash = hashlib.sha256()
        self._file: BinaryIO = path.open("wb")

    def write(self, content: bytes) -> None:
        self._hash.update(content)
        self._file.write(content)

    def abandon(self) -> None:
        self._file.close()

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> Distribution:
        self._file.flush()
        os.fsync(self._file.fileno())
        size = self._file.tell()
        self._file.close()
        return Distribution(self._path.name, self._media_type, size, self._hash.hexdigest())


class ReleaseBuilder:
    """Builds a release in a fresh folder. Nothing else may write there; on failure the folder is thrown away whole."""

    def __init__(self, folder: Path, config: Config) -> None:
        folder.mkdir()
        self.folder = folder
        self.parts_folder = folder / "parts"
        self.parts_folder.mkdir()
        self._config = config
        self._created = _now()
        self._others: dict[str, str] = {}
        self._store = StoreBuilder(folder / "store")
        self._nquads = _HashedFile(folder / NQUADS_FILE, RdfFormat.N_QUADS.media_type)
        self._turtle = _HashedFile(folder / TURTLE_FILE, RdfFormat.TURTLE.media_type)
        self._turtle.write(TurtleWriter(config.iris.entities).header.encode())

    def add(self, part: Part) -> None:
        """Adds a part and deletes its files. The order of the parts is the order of the dumps."""
        nquads = part.nquads.read_bytes()
        self._nquads.write(nquads)
        self._store.load(nquads, part.ntriples.read_bytes())
        self._turtle.write(part.turtle.read_bytes())
        part.remove()

    def describe(self, files: Mapping[str, str]) -> None:
        """Has files that were written into the folder described as distributions, too: media types by name."""
        self._others |= files

    def add_dataset(self, folder: Path, dataset: KeptDataset) -> None:
        """Adds a dataset that the publication keeps, piece by piece, as a named graph; its files stay.

        Raises:
            PublicationError: the files are damaged.
        """
        end = f" <{dataset.graph}> .\n".encode()
        try:
            for nquads in read_chunks(folder / dataset.nquads):
                self._nquads.write(nquads)
                # a line break in a literal is escaped, so that this ends lines and nothing else
                self._store.load(nquads, nquads.replace(end, b" .\n"))
            for turtle in read_chunks(folder / dataset.turtle):
                self._turtle.write(turtle)
        except PublicationError:
            self._nquads.abandon()
            self._turtle.abandon()
            raise

    def draft(self, number: int) -> Release:
        """The release so far, without its counts, checksums and distributions; its N-Quads can be read."""
        self._nquads.flush()
        config = self._config
        return Release(
            self.folder, number, self._created, config.base_iri, config.title, config.publisher, config.licence, 0, 0, 0, ""
        )

    def add_history(self, triples: Iterable[Triple]) -> None:
        """Adds what changed from release to release to the database, as a named graph of its own.

        It is no part of the dumps: these hold a release's content, and equal content has equal bytes.
        """
        graph = NamedGraph.of(self._config.iris.changes_graph, triples)
        self._store.load(graph.nquads().encode(), graph.ntriples().encode())

    def finish(self, number: int, counts: Mapping[str, int]) -> Release:
        """Closes the database and the dumps and writes the manifest. `counts`: articles, claims, quads."""
        self._store.finish()
        self.parts_folder.rmdir()
        nquads = self._nquads.close()
        self._turtle.close()
        distributions = write_dumps(self.folder, self._config.base_iri, self._others)
        release = Release(
            folder=self.folder,
            number=number,
            created=self._created,
            base_iri=self._config.base_iri,
            title=self._config.title,
            publisher=self._config.publisher,
            licence=self._config.licence,
            content_sha256=nquads.sha256,
            distributions=distributions,
            **counts,
        )
        write_manifest(release)
        return release


def _now() -> str:
    # https://reproducible-builds.org/specs/source-date-epoch/
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
