"""YAML for people to correct: before each entry a comment that says it in words and shows its quotes in their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from belligraph.model.sheet import Evidence, FactSheet
from belligraph.sheets.excerpts import excerpt
from belligraph.sheets.told import names_of, tell
from belligraph.sheets.writing import sheet_data
from belligraph.sheets.yaml_form import dump_yaml

__all__ = ["dumps_commented"]

_HEAD = """\
# A fact sheet to correct. Comments are for the reader only: nothing reads them back.
# ⟪…⟫ marks the quote in its sentence. Offsets count characters of the article; `belligraph check` tells which are wrong.
# Delete a claim that nobody makes; add one by its id, subject, property, object, modality, speech and evidence.
"""


def dumps_commented(sheet: FactSheet, text: str) -> str:
    """The sheet as YAML with comments from the article's text; `loads_yaml` gives the sheet back."""
    data, names = sheet_data(sheet), names_of(sheet)
    lines = [_HEAD.rstrip("\n")]
    for key, value in data.items():
        if key not in {"actors", "places", "events", "claims"} or not value:
            lines.append(dump_yaml({key: value}).rstrip("\n"))
            continue
        lines.append(f"{key}:")
        for entry, comments in zip(value, _comments(sheet, key, text, names), strict=True):
            lines += ["", *(f"# {line}" for line in comments)]
            lines.append(dump_yaml([entry]).rstrip("\n"))
    return "\n".join(lines) + "\n"


def _comments(sheet: FactSheet, section: str, text: str, names: dict[str, str]) -> Iterator[list[str]]:
    entities: dict[str, Any] = {"actors": sheet.actors, "places": sheet.places, "events": sheet.events}
    if section == "claims":
        for claim in sheet.claims:
            yield [_one_line(tell(claim, names)), *_quotes(claim.evidence, text)]
        return
    for entity in entities[section]:
        yield [_one_line(names[entity.id]), *_quotes(entity.evidence[:1], text)]


def _quotes(evidence: tuple[Evidence, ...], text: str) -> list[str]:
    return [f"    {excerpt(text, span)}" for span in evidence]


def _one_line(words: str) -> str:
    """A comment ends with its line: whatever would break it becomes a space."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())
