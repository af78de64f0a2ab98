"""Article files to articles: plain text, JSON, JSON Lines and HTML."""

from __future__ import annotations

from belligraph.sources.kinds import InputKind, kind_of
from belligraph.sources.metadata import ArticleMetadata
from belligraph.sources.reading import LocatedArticle, read_articles

__all__ = ["ArticleMetadata", "InputKind", "LocatedArticle", "kind_of", "read_articles"]
