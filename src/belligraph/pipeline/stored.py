"""Articles as a publication keeps them: JSON with the keys that `sources` reads, in a fixed order."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from belligraph.errors import PublicationError
from belligraph.model.article import Article

__all__ = ["dump_article", "load_article", "merged"]


def dump_article(article: Article) -> bytes:
    """The article as a publication keeps it."""
    content = {
        "text": article.text,
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "licence": article.licence,
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def load_article(path: Path) -> Article:
    """The article kept at that path.

    Raises:
        PublicationError: the file was changed into something else, or cannot be read.
    """
    try:
        content = json.loads(path.read_bytes())
        published = content.pop("published")
        return Article(published=date.fromisoformat(published) if published else None, **content)
    except OSError as error:
        raise PublicationError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise PublicationError(
            f"not an article as a publication keeps it: {error}", where=str(path), remedy="Publish the article again."
        ) from error


def merged(known: Article, told: Article) -> Article:
    """The same text with all that is known of it; what is told now wins over what was known."""
    return replace(
        told,
        url=told.url or known.url,
        title=told.title or known.title,
        publisher=told.publisher or known.publisher,
        published=told.published or known.published,
        language=told.language or known.language,
        licence=told.licence or known.licence,
    )
