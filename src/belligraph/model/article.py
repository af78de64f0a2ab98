"""One article as received, with what is known of where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property

__all__ = ["Article", "article_key"]

# 64 bits of the hash: two different texts of a corpus of ten million meet with a chance of 1 in 370,000
KEY_DIGITS = 16


def article_key(text_sha256: str) -> str:
    """The key of an article in IRIs and file names: the first 16 hexadecimal digits of its text's SHA-256."""
    return text_sha256[:KEY_DIGITS]


@dataclass(frozen=True)
class Article:
    """The text as received, never altered, and its metadata. `None` means that nobody told us.

    All offsets of evidence count Unicode code points of `text`.
    """

    text: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    """The anchor of every relative date in the text."""
    language: str | None = None
    """BCP 47 tag."""
    licence: str | None = None

    @cached_property
    def text_sha256(self) -> str:
        """The SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def key(self) -> str:
        """What names this article in IRIs and file names."""
        return article_key(self.text_sha256)
