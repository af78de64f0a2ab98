"""A model's answer made into a fact sheet: quotes located, faults collected, what stays faulty left out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from belligraph.errors import ExtractorError
from belligraph.extract.llm.locate import Locator
from belligraph.extract.llm.schema import without_nulls
from belligraph.model.sheet import Evidence, FactSheet, SheetArticle
from belligraph.model.sheet import Extractor as Producer
from belligraph.sheets.checks import check
from belligraph.sheets.faults import Fault
from belligraph.sheets.structure import VERSION, read_structure

__all__ = ["Answer", "article_data", "read_answer"]

_SECTIONS = ("actors", "places", "events", "claims")
_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer gives: the sheet of all that is sound, and every fault, each by the entry at fault."""

    sheet: FactSheet
    faults: tuple[str, ...]


def article_data(article: SheetArticle) -> dict[str, Any]:
    """The `article` member of a sheet's JSON data."""
    data: dict[str, Any] = {
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "licence": article.licence,
        "text_sha256": article.text_sha256,
    }
    data = {key: value for key, value in data.items() if value is not None}
    if article.furniture:
        data["furniture"] = [_passage(span) for span in article.furniture]
    return data


def read_answer(text: str, locator: Locator, article: SheetArticle, original: str, producer: Producer) -> Answer | None:
    """The answer read against the article; None if it is no JSON object with the four lists.

    The sheet passes `check`: an entry with a fault is not in it, nor is what points at that entry.
    """
    given = _parse(text)
    if given is None:
        return None
    faults: list[str] = []
    data: dict[str, Any] = {"sheet": VERSION, "article": article_data(article)}
    data["extractor"] = {"name": producer.name, "version": producer.version}
    near = _starts(given, locator)
    for section in _SECTIONS:
        data[section] = [e for e in given[section] if _locate(e, section, locator, near, faults)]
    while True:
        sheet, found = read_structure(data)
        problems = found or list(check(sheet, original))
        if not problems:
            return Answer(sheet, tuple(faults))
        faults += [_told(fault, data) for fault in problems]
        _drop(data, problems)


def _parse(text: str) -> dict[str, Any] | None:
    """The JSON object in an answer; models put it into a fence of backticks now and then."""
    stripped = text.strip()
    if stripped.startswith("```"):
        stripped = stripped.strip("`").removeprefix("json").strip()
    try:
        value = without_nulls(json.loads(stripped))
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or not all(isinstance(value.get(section), list) for section in _SECTIONS):
        return None
    return value


def _starts(given: dict[str, Any], locator: Locator) -> dict[str, int]:
    """Where each event is first told: what repeats in the text is looked for near it."""
    found: dict[str, int] = {}
    for event in given["events"]:
        quotes = _quotes(event)
        span = locator.find(quotes[0]) if quotes else None
        if span is not None and isinstance(event.get("id"), str):
            found[event["id"]] = span.start
    return found


def _quotes(entry: object) -> list[str]:
    evidence = entry.get("evidence") if isinstance(entry, dict) else None
    spans = evidence if isinstance(evidence, list) else []
    return [e["quote"] for e in spans if isinstance(e, dict) and isinstance(e.get("quote"), str)]


def _locate(entry: object, section: str, locator: Locator, near: dict[str, int], faults: list[str]) -> bool:
    """Replace an entry's quotes by passages; false, with the fault told, if none of them stands in the article."""
    if not isinstance(entry, dict):
        faults.append(f"{section}: an entry is no object")
        return False
    name = f"{section[:-1]} {entry.get('id')!r}"
    subject = entry.get("subject")
    spans = []
    for quote in _quotes(entry):
        span = locator.find(quote, near.get(subject) if isinstance(subject, str) else None)
        if span is None:
            faults.append(f"{name}: the quote {_short(quote)} does not stand in the article; copy it letter by letter")
        else:
            spans.append(_passage(span))
    entry["evidence"] = spans
    if not spans and not _quotes(entry) and not any(f.startswith(f"{name}: the quote") for f in faults):
        faults.append(f"{name}: it has no quote")
    return bool(spans)


def _passage(span: Evidence) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _told(fault: Fault, data: dict[str, Any]) -> str:
    section, at = str(fault.path[0]), fault.path[1] if len(fault.path) > 1 else None
    entry = data[section][at] if isinstance(at, int) and section in _SECTIONS else None
    name = f"{section[:-1]} {entry.get('id')!r}" if isinstance(entry, dict) else fault.place
    return f"{name}: {fault.message}"


def _drop(data: dict[str, Any], faults: list[Fault]) -> None:
    """Take out the entries at fault. A place whose container is at fault loses only that; every pass takes something."""
    gone: dict[str, set[int]] = {section: set() for section in _SECTIONS}
    for fault in faults:
        section, at = fault.path[0], fault.path[1] if len(fault.path) > 1 else None
        if section not in gone or not isinstance(at, int):
            # nothing of the model's: the article's own metadata
            raise ExtractorError(f"the article cannot have a sheet: {fault}")
        entry = data[str(section)][at]
        if "within" in fault.path and isinstance(entry, dict) and "within" in entry:
            del entry["within"]
        else:
            gone[str(section)].add(at)
    for section, numbers in gone.items():
        data[section] = [entry for n, entry in enumerate(data[section]) if n not in numbers]


def _short(quote: str) -> str:
    shown = json.dumps(quote, ensure_ascii=False)
    return shown if len(shown) <= _LONGEST_SHOWN else f'{shown[:_LONGEST_SHOWN]}…"'
