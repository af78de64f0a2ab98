"""A release's serializations under construction: N-Quads, Turtle (1.1 and 1.2), TriG and JSON-LD grow together."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

from belligraph.formats import Rdf12Format, RdfFormat
from belligraph.model.release import Distribution
from belligraph.release.datasets import KeptDataset, read_chunks
from belligraph.release.jsonld import JsonLdWriter
from belligraph.release.manifest import JSONLD_FILE, NQUADS_FILE, TRIG_FILE, TURTLE12_FILE, TURTLE_FILE
from belligraph.release.parts import Part
from belligraph.release.turtle import TurtleWriter

__all__ = ["Serializations"]


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

    def sha256(self) -> str:
        return self._hash.hexdigest()

    def close(self) -> Distribution:
        self._file.flush()
        os.fsync(self._file.fileno())
        size = self._file.tell()
        self._file.close()
        return Distribution(self._path.name, self._media_type, size, self._hash.hexdigest())


class Serializations:
    """The files. What is added to one is added to all, in the same order."""

    def __init__(self, folder: Path, base: str) -> None:
        self._nquads = _HashedFile(folder / NQUADS_FILE, RdfFormat.N_QUADS.media_type)
        self._turtle = _HashedFile(folder / TURTLE_FILE, RdfFormat.TURTLE.media_type)
        self._turtle12 = _HashedFile(folder / TURTLE12_FILE, Rdf12Format.TURTLE.media_type)
        self._trig = _HashedFile(folder / TRIG_FILE, RdfFormat.TRIG.media_type)
        self._json_ld = _HashedFile(folder / JSONLD_FILE, RdfFormat.JSON_LD.media_type)
        self._files = (self._nquads, self._turtle, self._turtle12, self._trig, self._json_ld)
        self._turtle_writer, self._json_ld_writer = TurtleWriter(base), JsonLdWriter(base)
        self._has_json_ld = False
        for file in (self._turtle, self._turtle12, self._trig):
            file.write(self._turtle_writer.header.encode())
        self._json_ld.write(self._json_ld_writer.head.encode())

    def add(self, part: Part) -> None:
        """Adds a part's files; they stay."""
        self._nquads.write(part.nquads.read_bytes())
        self._turtle.write(part.turtle.read_bytes())
        self._turtle12.write(part.turtle12.read_bytes())
        self._trig.write(part.trig.read_bytes())
        self._add_json_ld(part.jsonld.read_bytes())

    def add_dataset(self, folder: Path, dataset: KeptDataset) -> None:
        """Adds a dataset's named graph, piece by piece; its files stay.

        Raises:
            PublicationError: the files are damaged.
        """
        for nquads in read_chunks(folder / dataset.nquads):
            self._nquads.write(nquads)
        self._trig.write(self._turtle_writer.in_graph_head(dataset.graph).encode())
        for turtle in read_chunks(folder / dataset.turtle):
            self._turtle.write(turtle)
            self._trig.write(turtle)
        for turtle in read_chunks(folder / dataset.turtle12):
            self._turtle12.write(turtle)
        self._trig.write(self._turtle_writer.in_graph_tail.encode())
        for number, graphs in enumerate(read_chunks(folder / dataset.jsonld)):
            if number:
                self._json_ld.write(graphs)
            else:
                self._add_json_ld(graphs)

    def flush(self) -> str:
        """Sees to it that what was added can be read, and returns the SHA-256 of the N-Quads so far."""
        for file in self._files:
            file.flush()
        return self._nquads.sha256()

    def abandon(self) -> None:
        """Closes the files as they are; they are thrown away with their folder."""
        for file in self._files:
            file.abandon()

    def close(self) -> tuple[Distribution, ...]:
        """Ends the files, sees them to the disk and describes them: N-Quads first."""
        self._json_ld.write(self._json_ld_writer.tail.encode())
        return tuple(file.close() for file in self._files)

    def _add_json_ld(self, graphs: bytes) -> None:
        if graphs:
            self._json_ld.write(self._json_ld_writer.between.encode() + graphs if self._has_json_ld else graphs)
            self._has_json_ld = True
