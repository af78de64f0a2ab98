"""Other people's datasets of events, row by row, in the ontology of the news: a user's own download beside the articles.

protocol.py   what each dataset's module offers
records.py    rows of a CSV file, streamed
cells.py      cells as numbers, coordinates and dates
draft.py      a row's event and claims as triples
acled.py, ucdp.py, gdelt.py    which cell says what

A row is evidence as a passage is: each claim names its row and the columns that it was read from, and is attributed to the
dataset, which cites the source that the row names. Nothing here groups events or asserts what a row says.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from belligraph.datasets.acled import ACLED
from belligraph.datasets.dataset import map_dataset
from belligraph.datasets.gdelt import GDELT
from belligraph.datasets.protocol import MappedRow, Mapper, Record, RowFault
from belligraph.datasets.records import file_sha256, read_records
from belligraph.datasets.ucdp import UCDP

__all__ = ["MAPPERS", "MappedRow", "Mapper", "Record", "RowFault", "file_sha256", "map_dataset", "read_records"]

MAPPERS: Mapping[str, Mapper] = MappingProxyType({mapper.name: mapper for mapper in (ACLED, UCDP, GDELT)})
"""The datasets that can be imported, by name."""
