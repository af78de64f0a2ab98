"""Articles as JSON objects: `text`, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from belligraph.errors import ArticleError
from belligraph.inputs import json_type, nearest
from belligraph.model.article import Article
from belligraph.model.metadata import InvalidMetadata, check_language, check_url, parse_day
from belligraph.sources.metadata import ArticleMetadata

__all__ = ["KEYS", "article_of_record", "check_text"]

KEYS = ("text", "title", "url", "publisher", "published", "language", "licence")

Value = TypeVar("Value")


def article_of_record(record: object, defaults: ArticleMetadata, where: str) -> Article:
    """The article that a JSON object gives. Its own word wins; the defaults fill what is missing, null or blank.

    Raises:
        ArticleError: not an object, a fact sheet, an unknown key, no text, a value of the wrong type or form.
    """
    if not isinstance(record, dict):
        raise ArticleError(
            f"this is {json_type(record)}, not a JSON object",
            where=where,
            remedy="Write one object with the key text; several articles go into a .jsonl file, one a line.",
        )
    if "sheet" in record and "claims" in record:
        raise ArticleError(
            "this is a fact sheet, not an article",
            where=where,
            remedy="Give it as a sheet, together with its article.",
        )
    for key in record:
        if key not in KEYS:
            guess = nearest(key, KEYS)
            remedy = f"Did you mean {guess!r}?" if guess else f"The keys are: {', '.join(KEYS)}."
            raise ArticleError(f"unknown key {key!r}", where=where, remedy=remedy)
    if "text" not in record:
        raise ArticleError("the key 'text' is missing", where=where, remedy="Give the article's text in it.")
    text = record["text"]
    if not isinstance(text, str):
        raise ArticleError(f"'text' is {json_type(text)}, not a string", where=where, remedy="Write the text as one string.")
    said = ArticleMetadata(
        title=_string(record, "title", where),
        url=_checked(record, "url", check_url, where),
        publisher=_string(record, "publisher", where),
        published=_checked(record, "published", parse_day, where),
        language=_checked(record, "language", check_language, where),
        licence=_string(record, "licence", where),
    )
    return said.filled_from(defaults).article(check_text(text, where))


def check_text(text: str, where: str) -> str:
    """The same text, if it can be an article's.

    Raises:
        ArticleError: it is empty, only white space, or holds a NUL.
    """
    if not text.strip():
        problem = "the article is only white space" if text else "the article is empty"
        raise ArticleError(problem, where=where, remedy="Give the article's text.")
    nul = text.find("\0")
    if nul >= 0:
        raise ArticleError(f"a NUL at character {nul} of the text", where=where, remedy="Give the text without it.")
    return text


def _string(record: dict[str, Any], key: str, where: str) -> str | None:
    value = record.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ArticleError(f"{key!r} is {json_type(value)}, not a string", where=where, remedy="Put it in quotes.")
    if "\0" in value:
        raise ArticleError(f"{key!r} holds a NUL", where=where, remedy="Give it without.")
    return value if value.strip() else None


def _checked(record: dict[str, Any], key: str, reader: Callable[[str], Value], where: str) -> Value | None:
    value = _string(record, key, where)
    try:
        return None if value is None else reader(value)
    except InvalidMetadata as error:
        raise ArticleError(f"{key!r}: {error.problem}", where=where, remedy=error.remedy) from error
