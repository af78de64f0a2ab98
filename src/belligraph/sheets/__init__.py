"""Fact sheets: read strictly from JSON and YAML, checked against their articles, written back without loss."""

from __future__ import annotations

from belligraph.sheets.checks import check
from belligraph.sheets.faults import Fault, sheet_error
from belligraph.sheets.reading import (
    MAX_SHEET_BYTES,
    LocatedSheet,
    SheetFormat,
    loads_json,
    loads_yaml,
    locate,
    open_sheet,
    read_sheet,
)  # fmt: skip
from belligraph.sheets.writing import dumps_json, dumps_yaml

__all__ = [
    "MAX_SHEET_BYTES",
    "Fault",
    "LocatedSheet",
    "SheetFormat",
    "check",
    "dumps_json",
    "dumps_yaml",
    "loads_json",
    "loads_yaml",
    "locate",
    "open_sheet",
    "read_sheet",
    "sheet_error",
]
