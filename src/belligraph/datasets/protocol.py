"""What every dataset's module offers, and what passes between the reader, the mapper and the pipeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from belligraph.iri import DatasetIris
from belligraph.ntriples import Triple

__all__ = ["Layout", "MappedRow", "Mapper", "Record", "RowFault"]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a dataset's files look: with a header, whose columns may come in any order, or without, by position."""

    required: tuple[str, ...] = ()
    """The columns that the header must name; upper and lower case are the same. Others may be there."""
    positions: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Without a header: the columns by how many there are, separated by tabs."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: the line of the file where it begins, and its cells by column, in lower case."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MappedRow:
    """What one row says, as triples."""

    row_id: str
    triples: tuple[Triple, ...]
    """What the row alone speaks of."""
    shared: Mapping[str, tuple[Triple, ...]]
    """Actors and areas that other rows speak of too, by IRI: the same triples wherever they come from."""
    claims: int


class RowFault(ValueError):
    """A row that cannot be mapped: the column and what is wrong with its cell."""

    def __init__(self, column: str, problem: str) -> None:
        super().__init__(f"{column}: {problem}")
        self.column = column


class Mapper(Protocol):
    """A dataset: its files' layout, and what one of its rows says in our ontology. Mapping is pure."""

    name: str
    """What the command line calls it, and the key under which a publication keeps it unless told otherwise."""
    title: str
    homepage: str
    notice: str
    """What a reader of the data must know about how the dataset was made."""
    id_column: str
    layout: Layout

    def map(self, record: Record, iris: DatasetIris) -> MappedRow:
        """What the row says.

        Raises:
            RowFault: a cell is not what its column should hold.
        """
        ...
