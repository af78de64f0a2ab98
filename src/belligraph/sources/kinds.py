"""What sort of input a file is: by its name, and for JSON by what is in it."""

from __future__ import annotations

import json
import re
from enum import Enum
from pathlib import Path

from belligraph.errors import ArticleError
from belligraph.inputs import decode_utf8, read_bounded

__all__ = ["InputKind", "kind_of"]


class InputKind(Enum):
    """The sorts of input, each with the endings of its files' names; a name of no known ending is text."""

    TEXT = (".txt",)
    JSON = (".json",)
    JSON_LINES = (".jsonl", ".ndjson")
    HTML = (".html", ".htm", ".xhtml")
    SHEET = (".yaml", ".yml")
    """A fact sheet; a JSON file is one too if it has the key `sheet`."""

    @property
    def is_article(self) -> bool:
        """Whether `read_articles` reads it."""
        return self is not InputKind.SHEET

    @classmethod
    def by_name(cls, path: Path) -> InputKind:
        """The kind that the file's name tells."""
        ending = path.suffix.lower()
        return next((kind for kind in cls if ending in kind.value), cls.TEXT)


def kind_of(path: Path, max_bytes: int) -> InputKind:
    """Tells articles and fact sheets apart: YAML is a sheet, and so is JSON with a key `sheet`. Other files are not opened.

    JSON too broken to parse is a sheet if it seems to have that key, so that the right reader explains what is wrong.

    Raises:
        ArticleError: a JSON file that cannot be read or is not UTF-8 or is longer than `max_bytes`.
    """
    kind = InputKind.by_name(path)
    if kind is not InputKind.JSON:
        return kind
    text = decode_utf8(read_bounded(path, max_bytes, ArticleError), str(path), ArticleError)
    return InputKind.SHEET if _has_sheet(text) else InputKind.JSON


def _has_sheet(text: str) -> bool:
    if '"sheet"' not in text:
        return False
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return re.match(r'\s*\{.{0,2000}?"sheet"\s*:', text, re.S) is not None
    return isinstance(value, dict) and "sheet" in value
