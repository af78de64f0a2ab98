"""A dataset's file becomes rows that a publication keeps: read, mapped, validated and written, a batch of rows at a time.

Memory does not grow with the number of rows; it grows with the number of actors and areas that they share. Nothing of a
dataset is kept before all of it is.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from belligraph.assets import shapes_folder
from belligraph.config import Config, load_config, write_config
from belligraph.datasets import MAPPERS, MappedRow, Mapper, RowFault, file_sha256, map_dataset, read_records
from belligraph.errors import DatasetError, UsageError
from belligraph.iri import DatasetIris
from belligraph.model.graph import NamedGraph
from belligraph.ntriples import Triple, iri, value_of
from belligraph.release.datasets import DatasetWriter, KeptDataset
from belligraph.release.parts import Serializers
from belligraph.release.publication import Publication
from belligraph.release.tables import dataset_rows
from belligraph.validate import Validator
from belligraph.vocab import RDFS

__all__ = ["Imported", "import_dataset"]

# as many rows as an article has claims, some times over: validation indexes them together
ROWS_A_BATCH = 500
MAX_FAULTS = 20
_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    dataset: KeptDataset
    folder: Path
    faults: tuple[str, ...]
    """Why rows were skipped, the first of them: one line each, with the file, the line and the column."""


def import_dataset(
    name: str,
    path: str | Path,
    to: str | Path,
    *,
    key: str | None = None,
    version: str | None = None,
    skip_bad_rows: bool = False,
    config: Config | None = None,
    progress: Progress = lambda rows: None,
) -> Imported:
    """Imports a dataset's file into the publication in the folder `to`, in place of what was imported under the same key.

    It is part of every release that is published from then on. `key` is the dataset's name unless two files of one dataset
    are to stand side by side. Rows at fault stop the import, unless they are to be skipped.

    Raises:
        UsageError: an unknown dataset, or a key that cannot be part of an IRI.
        DatasetError: the file is not that dataset, or rows are at fault; nothing is kept.
        PublicationError: the folder cannot be written, or another publish is at work in it.
    """
    mapper, path = _mapper(name), Path(path)
    key = key or mapper.name
    if not _KEY.fullmatch(key):
        raise UsageError(f"the key {key!r} cannot be part of an IRI", remedy="Use small letters, digits, - and _.")
    publication = Publication(Path(to))
    settings = config or load_config(publication.folder)
    iris = settings.iris.dataset(key)
    digest = file_sha256(path)
    with publication.locked(), DatasetWriter(publication.staging / "dataset", iris.graph) as writer:
        described = map_dataset(mapper, iris, path.name, digest, version)
        work = _Import(mapper, path, iris, described, publication.staging, skip_bad_rows)
        forms = Serializers(settings.iris.entities)
        for number, (triples, table) in enumerate(work.batches()):
            graphs = (forms.jsonld.between if number else "") + forms.jsonld.graph(iris.graph, triples)
            writer.write("".join([f"{s} {p} {o} .\n" for s, p, o in triples]), *forms.turtle.both(triples), graphs, table)
            progress(work.rows)
        content = writer.close()
        dataset = KeptDataset(
            key=key,
            dataset=mapper.name,
            label=next(value_of(o) for _, p, o in described if p == iri(RDFS.label)),
            version=version,
            file=path.name,
            sha256=digest,
            base_iri=settings.base_iri,
            graph=iris.graph,
            rows=work.rows,
            skipped=work.skipped,
            claims=work.claims,
            quads=work.quads,
            nquads=f"{content[:16]}.nq.gz",
            turtle=f"{content[:16]}.ttl.gz",
            turtle12=f"{content[:16]}.rdf12.ttl.gz",
            jsonld=f"{content[:16]}.jsonld.gz",
            table=f"{content[:16]}.csv.gz",
        )
        folder = publication.datasets / key
        writer.keep(folder, dataset)
        write_config(publication.folder, settings)
    return Imported(dataset, folder, tuple(work.faults))


class _Import:
    """One import under way: rows in, batches of new triples out, and the counts so far."""

    def __init__(
        self, mapper: Mapper, path: Path, iris: DatasetIris, described: tuple[Triple, ...], folder: Path, skip: bool
    ) -> None:
        self._mapper, self._path, self._iris, self._described, self._skip = mapper, path, iris, described, skip
        self._database = folder / "rows.sqlite"
        self._validator = Validator(shapes_folder())
        self._known: set[str] = set()
        self.rows = self.skipped = self.claims = 0
        self.quads = 0
        self.faults: list[str] = []

    def batches(self) -> Iterator[tuple[tuple[Triple, ...], str]]:
        """The triples of the dataset and of its rows, each once over all batches, and their claims as lines of the table.

        Raises:
            DatasetError: rows are at fault; the first of them are told.
        """
        self.quads = len(self._described)
        yield self._described, ""
        with closing(sqlite3.connect(self._database)) as seen:
            seen.execute("PRAGMA synchronous = OFF")
            seen.execute("PRAGMA journal_mode = OFF")
            seen.execute("CREATE TABLE row (id TEXT PRIMARY KEY, line INTEGER) WITHOUT ROWID")
            mapped = self._mapped()
            while batch := list(islice(mapped, ROWS_A_BATCH)):
                fresh = [row for line, row in batch if self._is_new(seen, line, row)]
                triples, table = self._conforming(fresh)
                self.quads += len(triples)
                yield triples, table
        if self.faults and not self._skip:
            many = "" if len(self.faults) < MAX_FAULTS else " or more"
            raise DatasetError(
                f"{len(self.faults)}{many} rows are at fault; nothing is kept",
                where=str(self._path),
                remedy="Mend them, or leave them out with --skip-bad-rows.",
                faults=tuple(self.faults),
            )

    def _mapped(self) -> Iterator[tuple[int, MappedRow]]:
        for record in read_records(self._path, self._mapper.layout, self._mapper.title):
            if len(self.faults) >= MAX_FAULTS and not self._skip:
                return
            try:
                yield record.line, self._mapper.map(record, self._iris)
            except RowFault as fault:
                self._refuse(record.line, str(fault))

    def _is_new(self, seen: sqlite3.Connection, line: int, row: MappedRow) -> bool:
        try:
            seen.execute("INSERT INTO row VALUES (?, ?)", (row.row_id, line))
        except sqlite3.IntegrityError:
            (former,) = seen.execute("SELECT line FROM row WHERE id = ?", (row.row_id,)).fetchone()
            self._refuse(line, f"{self._mapper.id_column}: {row.row_id!r} stands in line {former} too")
            return False
        return True

    def _conforming(self, rows: list[MappedRow]) -> tuple[tuple[Triple, ...], str]:
        """The rows' triples that are new, validated together with all that they speak of, and their claims' lines.

        Raises:
            DatasetError: the shapes find a fault: ours, as the cells were checked before.
        """
        shared = {node: triples for row in rows for node, triples in row.shared.items()}
        own = [triple for row in rows for triple in row.triples]
        graph = NamedGraph.of(self._iris.graph, chain(self._described, chain.from_iterable(shared.values()), own))
        report = self._validator.validate([graph])
        if not report.conforms:
            told = tuple(f"{v.value or v.focus_node}: {v.message}" for v in report.violations[:MAX_FAULTS])
            raise DatasetError("what the rows say does not conform to the shapes", where=str(self._path), faults=told)
        new = [triple for node, triples in shared.items() if node not in self._known for triple in triples]
        self._known.update(shared)
        self.rows += len(rows)
        self.claims += sum(row.claims for row in rows)
        return (*new, *own), dataset_rows(graph.triples)

    def _refuse(self, line: int, problem: str) -> None:
        self.skipped += 1
        if len(self.faults) < MAX_FAULTS:
            self.faults.append(f"{self._path}:{line}: {problem}")


def _mapper(name: str) -> Mapper:
    try:
        return MAPPERS[name]
    except KeyError:
        raise UsageError(f"there is no dataset {name!r}", remedy=f"The datasets are: {', '.join(MAPPERS)}.") from None
