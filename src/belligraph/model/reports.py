"""What an article brings to all that is derived across articles: its sheet, and which entities its names stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from belligraph.model.sheet import FactSheet

__all__ = ["ArticleReport", "Entity"]


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or place of a whole publication, as far as comparing needs it."""

    key: str
    """What names it in IRIs."""
    label: str
    country: str | None = None
    """The key of the country that it belongs to or lies in."""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One published article: its key, who published it and when, its sheet, and the entity of each name that has one."""

    key: str
    publisher: str | None
    published: date | None
    sheet: FactSheet
    actors: Mapping[str, Entity] = field(default_factory=dict)
    """By the actor's id in the sheet. An actor known only by a description has none."""
    places: Mapping[str, Entity] = field(default_factory=dict)
    """By the place's id in the sheet."""
