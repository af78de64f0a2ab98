"""Folders of fact sheets and of the articles they are of, read for scoring."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from belligraph.errors import InputError, SheetError
from belligraph.sheets.yaml_form import parse_yaml

__all__ = ["SheetFolder", "read_sheets", "texts_of"]

_SUFFIXES = frozenset({".json", ".yaml", ".yml"})


@dataclass(frozen=True, slots=True)
class SheetFolder:
    """The sheets of a folder by file name without its ending, and what could not be read as one."""

    sheets: dict[str, dict[str, Any]]
    unreadable: tuple[str, ...]

    def counterpart(self, name: str, gold: dict[str, Any]) -> str | None:
        """The name of the sheet of the same article: the same file name, else the same hash of the text."""
        if name in self.sheets:
            return name
        wanted = text_hash(gold)
        return next((n for n, raw in self.sheets.items() if wanted and text_hash(raw) == wanted), None)

    def beside(
        self, system: SheetFolder, texts: list[Path]
    ) -> Iterator[tuple[str, dict[str, Any], dict[str, Any] | None, str | None]]:
        """This folder's gold sheets, each with the system's sheet and the article's text where there are such."""
        for name, gold in self.sheets.items():
            other = system.counterpart(name, gold)
            yield name, gold, system.sheets[other] if other is not None else None, _text(name, texts)


def text_hash(raw: dict[str, Any]) -> str | None:
    """The hash of the text that a sheet says it is of."""
    article = raw.get("article")
    stated = article.get("text_sha256") if isinstance(article, dict) else None
    return str(stated) if stated else None


def read_sheets(folder: Path) -> SheetFolder:
    """The sheets of a folder, in the order of their names; only what is no sheet at all is left out.

    Raises:
        InputError: no such folder.
    """
    if not folder.is_dir():
        raise InputError("no such folder", where=str(folder), remedy="Give the folder that holds the fact sheets.")
    sheets, bad = {}, []
    for path in sorted(p for p in folder.iterdir() if p.suffix in _SUFFIXES):
        try:
            text = path.read_text("utf-8")
            raw = json.loads(text) if path.suffix == ".json" else parse_yaml(text, str(path))[0]
        except (OSError, ValueError, RecursionError, SheetError) as error:
            bad.append(f"{path.name}: cannot be read: {error}")
            continue
        if isinstance(raw, dict) and "claims" in raw:
            sheets[path.stem] = raw
        else:
            bad.append(f"{path.name}: is no fact sheet")
    return SheetFolder(sheets, tuple(bad))


def texts_of(gold: Path, system: Path, articles: Path | None) -> list[Path]:
    """Where to look for the articles' texts: the folder given, else `articles` beside the gold or the system's sheets."""
    return [articles] if articles is not None else [gold.parent / "articles", system.parent / "articles"]


def _text(name: str, folders: list[Path]) -> str | None:
    for folder in folders:
        try:
            raw = json.loads((folder / f"{name}.json").read_text("utf-8"))
            if isinstance(raw, dict) and isinstance(raw.get("text"), str):
                return str(raw["text"])
        except (OSError, ValueError, RecursionError):
            pass
        try:
            return (folder / f"{name}.txt").read_bytes().decode()
        except (OSError, ValueError):
            continue
    return None
