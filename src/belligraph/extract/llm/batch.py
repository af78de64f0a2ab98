"""Many articles at once: several requests in flight, finished sheets kept, what failed told, and a second run goes on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from belligraph.errors import ExtractorError, SheetError
from belligraph.extract.llm.extractor import Extraction, LlmExtractor
from belligraph.extract.llm.usage import Usage
from belligraph.model.article import Article
from belligraph.sheets import dumps_json, read_sheet

__all__ = ["BatchResult", "extract_all"]


@dataclass(frozen=True, slots=True)
class BatchResult:
    """How a batch went: sheets written, sheets that were there already, and what failed or was left out, by article."""

    written: int
    resumed: int
    failed: tuple[str, ...]
    left_out: tuple[str, ...]
    usage: Usage


def extract_all(
    articles: Iterable[tuple[str, Article]],
    extractor: LlmExtractor,
    folder: Path,
    *,
    concurrency: int = 4,
    report: Callable[[str], None] = lambda line: None,
) -> BatchResult:
    """Write the sheet of each named article to `folder/KEY.json`, some at a time; articles are read as they are needed.

    A sheet by the same extractor and model of the same text is kept, so that an interrupted run goes on where it was.
    A sheet is written whole or not at all. One article's failure stops no other.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sums = _Sums()
    running: dict[Future[Extraction], tuple[str, Path]] = {}
    with ThreadPoolExecutor(max_workers=concurrency) as pool:
        for name, article in articles:
            path = folder / f"{article.key}.json"
            if any(path == other for _, other in running.values()) or _is_done(path, article, extractor):
                sums.resumed += 1
                continue
            if len(running) >= 2 * concurrency:
                _take(running, sums, report)
            running[pool.submit(extractor.read, article)] = (name, path)
        while running:
            _take(running, sums, report)
    return BatchResult(sums.written, sums.resumed, tuple(sums.failed), tuple(sums.left_out), sums.usage)


class _Sums:
    def __init__(self) -> None:
        self.written = self.resumed = 0
        self.failed: list[str] = []
        self.left_out: list[str] = []
        self.usage = Usage()


def _take(running: dict[Future[Extraction], tuple[str, Path]], sums: _Sums, report: Callable[[str], None]) -> None:
    """Wait for the next answers and put them away."""
    done, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in done:
        name, path = running.pop(future)
        try:
            extraction = future.result()
        except ExtractorError as error:
            sums.failed.append(f"{name}: {error}")
            report(f"{name}: {error}")
            continue
        _write(path, dumps_json(extraction.sheet))
        sums.written += 1
        sums.usage += extraction.usage
        sums.left_out += [f"{name}: left out: {fault}" for fault in extraction.left_out]
        report(f"{name}: {len(extraction.sheet.claims)} claims, {len(extraction.left_out)} left out")


def _is_done(path: Path, article: Article, extractor: LlmExtractor) -> bool:
    if not path.is_file():
        return False
    try:
        sheet = read_sheet(path)
    except SheetError:
        return False
    made = sheet.extractor
    same = made is not None and (made.name, made.version) == (extractor.name, extractor.version)
    return same and sheet.article.text_sha256 == article.text_sha256


def _write(path: Path, text: str) -> None:
    """Beside it first, then in its place in one step."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
