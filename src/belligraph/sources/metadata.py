"""What is known of an article besides its text, before the text is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar

from belligraph.errors import UsageError
from belligraph.model.article import Article
from belligraph.model.metadata import InvalidMetadata, check_language, check_url, parse_day

__all__ = ["ArticleMetadata"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class ArticleMetadata:
    """An article's metadata; `None` means that it is not said."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    licence: str | None = None

    @classmethod
    def from_flags(
        cls,
        *,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        published: str | None = None,
        language: str | None = None,
        licence: str | None = None,
    ) -> ArticleMetadata:
        """The metadata that command-line flags give, each as the user typed it; blank ones say nothing.

        Raises:
            UsageError: a date, address or language tag that is none, or bytes that are not UTF-8.
        """
        return cls(
            title=_read("--title", title, str),
            url=_read("--url", url, check_url),
            publisher=_read("--publisher", publisher, str),
            published=_read("--published", published, parse_day),
            language=_read("--language", language, check_language),
            licence=_read("--licence", licence, str),
        )

    def filled_from(self, other: ArticleMetadata) -> ArticleMetadata:
        """This metadata, with what it does not say taken from the other."""
        said = {f.name: _first(getattr(self, f.name), getattr(other, f.name)) for f in fields(self)}
        return ArticleMetadata(**said)

    def article(self, text: str) -> Article:
        """The article of that text with this metadata."""
        return Article(text, self.url, self.title, self.publisher, self.published, self.language, self.licence)


def _first(mine: Value | None, theirs: Value | None) -> Value | None:
    return theirs if mine is None else mine


def _read(flag: str, value: str | None, reader: Callable[[str], Value]) -> Value | None:
    if value is None or not value.strip():
        return None
    try:
        value.encode("utf-8")  # Python passes bytes of the command line that are not UTF-8 on as lone surrogates
        return reader(value)
    except UnicodeEncodeError as error:
        raise UsageError(f"{value!r} is not UTF-8", where=flag, remedy="Type it in a UTF-8 terminal.") from error
    except InvalidMetadata as error:
        raise UsageError(error.problem, where=flag, remedy=error.remedy) from error
