"""Building one release: parts come in, in order; a database, dumps, checksums and a manifest come out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from belligraph.config import Config
from belligraph.model.graph import NamedGraph
from belligraph.model.release import Release
from belligraph.ntriples import Triple
from belligraph.release.datasets import KeptDataset, read_chunks
from belligraph.release.dumps import write_dumps
from belligraph.release.manifest import write_manifest
from belligraph.release.parts import Part, rows_in
from belligraph.release.serializations import Serializations
from belligraph.release.statistics import SubjectCounter, subject_hashes
from belligraph.release.tables import TableWriter
from belligraph.store import StoreBuilder

__all__ = ["ReleaseBuilder"]


class ReleaseBuilder:
    """Builds a release in a fresh folder. Nothing else may write there; on failure the folder is thrown away whole.

    A context: what is not finished by then is closed as it is when it ends.
    """

    def __init__(self, folder: Path, config: Config) -> None:
        folder.mkdir()
        self.folder = folder
        self.parts_folder = folder / "parts"
        self.parts_folder.mkdir()
        self._config = config
        self._created = _now()
        self._others: dict[str, str] = {}
        self._store = StoreBuilder(folder / "store")
        self._tables = TableWriter(self.parts_folder)
        self._subjects = SubjectCounter()
        self._serializations = Serializations(folder, config.iris.entities)

    def __enter__(self) -> ReleaseBuilder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._serializations.abandon()
        self._tables.close()
        self._store.close()

    def add(self, part: Part) -> None:
        """Adds a part and deletes its files. The order of the parts is the order of the dumps."""
        self._serializations.add(part)
        self._store.load(part.nquads.read_bytes(), part.ntriples.read_bytes())
        for rows, subjects in rows_in(part):
            self._tables.add(rows)
            self._subjects.add(subjects)
        part.remove()

    def describe(self, files: Mapping[str, str]) -> None:
        """Has files that were written into the folder described as distributions, too: media types by name."""
        self._others |= files

    def add_dataset(self, folder: Path, dataset: KeptDataset) -> None:
        """Adds a dataset that the publication keeps, piece by piece, as a named graph; its files stay.

        Raises:
            PublicationError: the files are damaged.
        """
        self._serializations.add_dataset(folder, dataset)
        self._tables.add_dataset(folder / dataset.table)
        end = f" <{dataset.graph}> .\n".encode()
        for nquads in read_chunks(folder / dataset.nquads):
            # a line break in a literal is escaped, so that this ends lines and nothing else
            self._store.load(nquads, nquads.replace(end, b" .\n"))
            self._subjects.add(subject_hashes({line.partition(b" ")[0].decode() for line in nquads.splitlines()}))

    def draft(self, number: int) -> Release:
        """The release so far, without its counts and distributions; its N-Quads can be read."""
        content_sha256 = self._serializations.flush()
        config = self._config
        return Release(
            self.folder, number, self._created, config.base_iri, config.title, config.publisher, config.licence, 0, 0, 0,
            content_sha256,
        )  # fmt: skip

    def add_history(self, triples: Iterable[Triple]) -> None:
        """Adds what changed from release to release to the database, as a named graph of its own.

        It is no part of the dumps: these hold a release's content, and equal content has equal bytes.
        """
        graph = NamedGraph.of(self._config.iris.changes_graph, triples)
        self._store.load(graph.nquads().encode(), graph.ntriples().encode())
        self._subjects.add(subject_hashes({s for s, _, _ in graph.triples}))

    def finish(self, number: int, counts: Mapping[str, int]) -> Release:
        """Closes the database and the dumps and writes the manifest. `counts`: articles, claims, quads."""
        self._store.finish()
        written = self._serializations.close()
        distributions = write_dumps(self.folder, written, self._tables, self._subjects.count(), self._others)
        self._tables.close()
        self.parts_folder.rmdir()
        release = Release(
            folder=self.folder,
            number=number,
            created=self._created,
            base_iri=self._config.base_iri,
            title=self._config.title,
            publisher=self._config.publisher,
            licence=self._config.licence,
            content_sha256=written[0].sha256,
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
