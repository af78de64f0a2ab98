"""What every producer of fact sheets offers."""

from __future__ import annotations

from typing import Protocol

from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet

__all__ = ["Extractor"]


class Extractor(Protocol):
    """Reads an article into a fact sheet; `name` and `version` are recorded in each sheet."""

    @property
    def name(self) -> str:
        """The producer's name, the same for every version."""

    @property
    def version(self) -> str:
        """The producer's version."""

    def extract(self, article: Article) -> FactSheet:
        """The fact sheet of an article; a text that tells nothing gives an empty one."""
