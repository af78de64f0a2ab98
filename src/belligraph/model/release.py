"""A release: an immutable folder with the database, the dumps and the manifest of one state of a publication."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

__all__ = ["Distribution", "Release"]


@dataclass(frozen=True, slots=True)
class Distribution:
    """One file of a release, by its name in the release's folder."""

    file: str
    media_type: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """One release as its manifest describes it; nothing in its folder ever changes."""

    folder: Path
    number: int
    """1 for a publication's first release, then one more each time."""
    created: str
    """When it was built: ISO 8601, UTC."""
    base_iri: str
    title: str
    publisher: str
    licence: str | None
    articles: int
    claims: int
    quads: int
    """Quads in named graphs; the default graph holds their union as triples."""
    content_sha256: str
    """Of the N-Quads of all named graphs: equal for equal content, whenever and wherever it was built."""
    distributions: tuple[Distribution, ...] = ()

    @property
    def store_folder(self) -> Path:
        """The Oxigraph database, to be opened read-only."""
        return self.folder / "store"
