"""Article files of every kind, one article after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from belligraph.errors import ArticleError
from belligraph.inputs import decode_utf8, open_input, parse_json, read_bounded, too_long
from belligraph.model.article import Article
from belligraph.sources.kinds import InputKind
from belligraph.sources.metadata import ArticleMetadata
from belligraph.sources.pages import article_of_page
from belligraph.sources.records import article_of_record, check_text

__all__ = ["LocatedArticle", "read_articles"]

_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class LocatedArticle:
    """An article and the file that it came from; `line` (from 1) for JSON Lines only."""

    article: Article
    path: Path
    line: int | None = None

    @property
    def where(self) -> str:
        """The place for messages: FILE, or FILE:LINE."""
        return str(self.path) if self.line is None else f"{self.path}:{self.line}"


def read_articles(
    path: Path,
    *,
    defaults: ArticleMetadata | None = None,
    max_bytes: int,
    on_error: Callable[[ArticleError], None] | None = None,
) -> Iterator[LocatedArticle]:
    """The articles of a file in its order: one, or one for each line of JSON Lines (read as a stream; blank lines skipped).

    The name's ending tells the kind (`InputKind`); an unknown one is plain text. Text is kept to the letter; only a byte
    order mark is taken off. `max_bytes` limits a file, or one line of JSON Lines.

    `defaults` is what the user says of the articles. What a JSON object says of itself wins over it; it wins over what
    is found in an HTML page, which is a guess; for plain text it is all there is.

    With `on_error`, a faulty line of JSON Lines is handed to it and reading goes on; faults of a whole file always raise.

    Raises:
        ArticleError: no such file, a folder, not readable, empty, binary, not UTF-8, too long, not what its ending says,
            metadata of the wrong form, a fact sheet.
    """
    given = defaults or ArticleMetadata()
    kind = InputKind.by_name(path)
    where = str(path)
    if kind is InputKind.SHEET:
        raise ArticleError("YAML is read as a fact sheet, not as an article", where=where, remedy="Name a text file .txt.")
    if kind is InputKind.JSON_LINES:
        yield from _lines(path, given, max_bytes, on_error)
        return
    raw = read_bounded(path, max_bytes, ArticleError)
    if kind is InputKind.HTML:
        article = article_of_page(raw, given, where)
    else:
        text = check_text(decode_utf8(raw, where, ArticleError), where)
        if kind is InputKind.JSON:
            article = article_of_record(parse_json(text, where, ArticleError), given, where)
        else:
            article = given.article(text)
    yield LocatedArticle(article, path)


def _lines(
    path: Path, defaults: ArticleMetadata, max_bytes: int, on_error: Callable[[ArticleError], None] | None
) -> Iterator[LocatedArticle]:
    empty = True
    with open_input(path, ArticleError) as file:
        for line, (raw, size) in enumerate(_bounded_lines(file, max_bytes), 1):
            if size <= max_bytes and not raw.strip():
                continue
            empty = False
            try:
                article = _article_of_line(raw, size, f"{path}:{line}", defaults, max_bytes)
            except ArticleError as error:
                if on_error is None:
                    raise
                on_error(error)
            else:
                yield LocatedArticle(article, path, line)
    if empty:
        raise ArticleError("no article in the file", where=str(path), remedy="Write one JSON object a line.")


def _bounded_lines(file: BinaryIO, max_bytes: int) -> Iterator[tuple[bytes, int]]:
    """Each line without its end, and its size in bytes; of a line past the limit, no more than the limit is kept."""
    while raw := file.readline(max_bytes + 2):
        ended = raw.endswith(b"\n")
        line = raw.removesuffix(b"\n").removesuffix(b"\r")
        size = len(line)
        while not ended and (rest := file.readline(_CHUNK)):
            ended = rest.endswith(b"\n")
            size += len(rest.removesuffix(b"\n"))
        yield line, size


def _article_of_line(raw: bytes, size: int, where: str, defaults: ArticleMetadata, max_bytes: int) -> Article:
    if size > max_bytes:
        raise too_long(f"the line has {size:,} bytes", max_bytes, where, ArticleError)
    text = decode_utf8(raw, where, ArticleError)
    path, _, line = where.rpartition(":")
    return article_of_record(parse_json(text, path, ArticleError, line=int(line)), defaults, where)
