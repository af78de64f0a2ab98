"""HTML pages to articles: trafilatura finds the article in the page and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from belligraph.errors import ArticleError
from belligraph.inputs import BOM, decode_utf8
from belligraph.model.article import Article
from belligraph.model.metadata import InvalidMetadata, check_language, check_url, parse_day
from belligraph.sources.metadata import ArticleMetadata
from belligraph.sources.records import check_text

__all__ = ["article_of_page"]

Value = TypeVar("Value")

# HTML 13.2.3.2: the declaration stands in the first 1024 bytes
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.I)
_XML_ENCODING = re.compile(rb"<\?xml[^>]+encoding\s*=\s*[\"']([A-Za-z0-9_:.-]+)")
_NO_ARTICLE_REMEDY = "Save the article's text as a .txt file and give that."


def article_of_page(raw: bytes, defaults: ArticleMetadata, where: str) -> Article:
    """The article in an HTML page. The defaults win over the page's metadata, which is found by rules of thumb.

    Raises:
        ArticleError: binary data, bytes that are not of the page's encoding, no article in the page.
    """
    page = _decode(raw, where)
    check_text(page, where)
    try:
        text, found = _extract(page)
    except RecursionError as error:
        raise ArticleError("the page is nested too deeply to be read", where=where, remedy=_NO_ARTICLE_REMEDY) from error
    if not text.strip():
        raise ArticleError("no article was found in the page", where=where, remedy=_NO_ARTICLE_REMEDY)
    return defaults.filled_from(found).article(check_text(text, where))


def _extract(page: str) -> tuple[str, ArticleMetadata]:
    # here, because importing it takes longer than publishing many articles
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None:
        return "", ArticleMetadata()
    language = tree.get("lang")
    document: Any = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        # a wrong day would give every relative date a wrong day: only where the page states it
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if document is None:
        return "", ArticleMetadata()
    found = ArticleMetadata(
        title=document.title or None,
        url=_sound(check_url, document.url),
        publisher=document.sitename or None,
        published=_sound(parse_day, document.date),
        language=_sound(check_language, document.language or language),
        licence=document.license or None,
    )
    return document.text or "", found


def _sound(reader: Callable[[str], Value], value: str | None) -> Value | None:
    """What the reader makes of a page's metadata; a page's nonsense is nothing that the user could mend."""
    try:
        return reader(value) if value else None
    except InvalidMetadata:
        return None


def _decode(raw: bytes, where: str) -> str:
    declared = _CHARSET.search(raw, 0, 1024) or _XML_ENCODING.match(raw)
    encoding = declared[1].decode("ascii") if declared and not raw.startswith(BOM) else "utf-8"
    # the Encoding Standard: these labels mean windows-1252
    encoding = "cp1252" if encoding.lower() in {"iso-8859-1", "latin1", "ascii", "us-ascii"} else encoding
    if encoding.lower().replace("_", "-") in {"utf-8", "utf8"} or b"\0" in raw:
        return decode_utf8(raw, where, ArticleError)
    try:
        return raw.decode(encoding)
    except LookupError:
        return decode_utf8(raw, where, ArticleError)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"not {encoding}, which the page says it is: byte 0x{raw[error.start]:02x} at byte offset {error.start}",
            where=where,
            remedy="Save it as UTF-8.",
        ) from error
