"""Fact sheets from files and texts, and the lines of what is in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from belligraph.errors import SheetError
from belligraph.inputs import decode_utf8, parse_json, read_bounded
from belligraph.model.sheet import FactSheet
from belligraph.sheets.checks import check
from belligraph.sheets.faults import Fault, Lines, sheet_error, with_lines
from belligraph.sheets.positions import json_lines
from belligraph.sheets.structure import read_structure
from belligraph.sheets.yaml_form import parse_yaml

__all__ = [
    "MAX_SHEET_BYTES",
    "LocatedSheet",
    "SheetFormat",
    "loads_json",
    "loads_yaml",
    "locate",
    "open_sheet",
    "read_sheet",
]

MAX_SHEET_BYTES = 50_000_000
"""Ten times the longest article: the gold sheets have up to 25 bytes for each byte of their articles, but short ones."""


class SheetFormat(Enum):
    """How a fact sheet is written."""

    JSON = "json"
    YAML = "yaml"

    @classmethod
    def by_name(cls, path: Path) -> SheetFormat:
        """The format that a file's name tells: YAML for .yaml and .yml, else JSON."""
        return cls.YAML if path.suffix.lower() in {".yaml", ".yml"} else cls.JSON


@dataclass(frozen=True, slots=True)
class LocatedSheet:
    """A fact sheet with the text that it was read from, so that faults found later can name their line."""

    sheet: FactSheet
    source: str
    form: SheetFormat
    path: Path

    def line_of(self, entity_id: str) -> int | None:
        """The line of the claim, actor, place or event with that id, for messages of later stages."""
        return locate(self.source, entity_id, self.form)

    def check(self, text: str) -> tuple[Fault, ...]:
        """What `check` finds, each fault with its line."""
        faults = check(self.sheet, text)
        return with_lines(faults, _lines(self.source, self.form)) if faults else ()

    def require(self, text: str) -> FactSheet:
        """The sheet, if it says nothing of the article's text that is not so.

        Raises:
            SheetError: with all faults.
        """
        faults = self.check(text)
        if faults:
            raise sheet_error(faults, str(self.path))
        return self.sheet


def read_sheet(path: Path, *, max_bytes: int = MAX_SHEET_BYTES) -> FactSheet:
    """The fact sheet in a file: YAML if it is named .yaml or .yml, else JSON.

    Raises:
        SheetError: the file cannot be read, is too long, not UTF-8, not JSON or YAML; or it is no fact sheet, and then
            with all faults.
    """
    return open_sheet(path, max_bytes=max_bytes).sheet


def open_sheet(path: Path, *, max_bytes: int = MAX_SHEET_BYTES) -> LocatedSheet:
    """The fact sheet in a file, together with its source text.

    Raises:
        SheetError: as `read_sheet`.
    """
    form, where = SheetFormat.by_name(path), str(path)
    source = decode_utf8(read_bounded(path, max_bytes, SheetError, "the limit for sheets"), where, SheetError)
    sheet = loads_yaml(source, where) if form is SheetFormat.YAML else loads_json(source, where)
    return LocatedSheet(sheet, source, form, path)


def loads_json(text: str, where: str = "the sheet") -> FactSheet:
    """The fact sheet that a JSON text gives; `where` names the text in messages.

    Raises:
        SheetError: not JSON (no `faults`), or not a fact sheet (every fault in `faults`).
    """
    data = parse_json(text, where, SheetError)
    sheet, faults = read_structure(data)
    if faults:
        raise sheet_error(with_lines(faults, json_lines(text)), where)
    return sheet


def loads_yaml(text: str, where: str = "the sheet") -> FactSheet:
    """The fact sheet that a YAML text gives; `where` names the text in messages.

    Raises:
        SheetError: not YAML (no `faults`), or not a fact sheet (every fault in `faults`).
    """
    data, lines = parse_yaml(text, where)
    sheet, faults = read_structure(data)
    if faults:
        raise sheet_error(with_lines(faults, lines), where)
    return sheet


def locate(source: str, entity_id: str, form: SheetFormat = SheetFormat.JSON) -> int | None:
    """The line (from 1) of the claim, event, actor or place with that id in a sheet's source; None if there is none.

    A claim may have the id of an actor, place or event; then the claim is meant.

    Raises:
        SheetError: the source is no JSON or YAML.
    """
    if form is SheetFormat.YAML:
        data, lines = parse_yaml(source, "the sheet")
    else:
        data, lines = parse_json(source, "the sheet", SheetError), json_lines(source)
    for section in ("claims", "events", "actors", "places"):
        entities = data.get(section) if isinstance(data, dict) else None
        for i, entity in enumerate(entities if isinstance(entities, list) else []):
            if isinstance(entity, dict) and entity.get("id") == entity_id:
                return lines.get((section, i))
    return None


def _lines(source: str, form: SheetFormat) -> Lines:
    return parse_yaml(source, "the sheet")[1] if form is SheetFormat.YAML else json_lines(source)
