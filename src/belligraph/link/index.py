"""The authority as one SQLite file, opened read-only in a moment; `build.py` makes it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

__all__ = ["Index", "Known", "Name"]


class Name(IntEnum):
    """How firmly a name is an entity's."""

    LABEL = 0
    STRONG = 1
    WEAK = 2


@dataclass(frozen=True, slots=True)
class Known:
    """An entity as the index holds it; `curated`: from an authority file, not from the gazetteer."""

    id: int
    key: str
    label: str
    type: str
    country: str
    population: int
    latitude: float | None
    longitude: float | None
    curated: bool
    valid_from: str
    valid_until: str
    division: str = ""
    """As `GazetteerPlace` has it."""
    capital: bool = False
    """Of its country."""


_COLUMNS = (
    "e.id, e.key, e.label, e.type, e.country, e.population, e.latitude, e.longitude, e.curated, e.valid_from, "
    "e.valid_until, e.division, e.capital"
)


class Index:
    """An index that exists already. It may be opened by any number of processes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.named = lru_cache(maxsize=4096)(self._named)
        self.key_of_country = lru_cache(maxsize=512)(self._key_of_country)

    @property
    def version(self) -> str:
        """What the index was made from."""
        return str(self._database.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()[0])

    @property
    def rights(self) -> tuple[str, ...]:
        """Whose places are in it, and under which licence."""
        told = str(self._database.execute("SELECT value FROM meta WHERE name = 'rights'").fetchone()[0])
        return tuple(told.split("\n"))

    def _named(self, norm: str) -> tuple[tuple[Known, Name], ...]:
        rows = self._database.execute(
            f"SELECT {_COLUMNS}, n.strength FROM name n JOIN entity e ON e.id = n.entity WHERE n.norm = ? "
            "ORDER BY e.curated DESC, e.population DESC, e.key LIMIT 200",
            (norm,),
        )
        return tuple((_known(row), Name(row[-1])) for row in rows)

    def exact(self, norm: str) -> list[tuple[int, int]]:
        """The ids of the entities of that normalised name, with its strength: the cheapest question."""
        return self._database.execute("SELECT entity, strength FROM name WHERE norm = ?", (norm,)).fetchall()

    def beginning(self, prefix: str, limit: int) -> list[tuple[str, Known]]:
        """Names that begin so, curated ones and large places first."""
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1) if prefix else "\U0010ffff"
        rows = self._database.execute(
            f"SELECT {_COLUMNS}, n.norm FROM name n JOIN entity e ON e.id = n.entity "
            "WHERE n.norm >= ? AND n.norm < ? ORDER BY e.curated DESC, e.population DESC, n.norm, e.key LIMIT ?",
            (prefix, end, limit),
        )
        return [(row[-1], _known(row)) for row in rows]

    def curated_names(self) -> list[tuple[str, Known]]:
        """All names of the authority files: some hundreds, for what looks alike."""
        rows = self._database.execute(
            f"SELECT {_COLUMNS}, n.norm FROM name n JOIN entity e ON e.id = n.entity WHERE e.curated ORDER BY n.norm, e.key"
        )
        return [(row[-1], _known(row)) for row in rows]

    def refused(self, norm: str) -> frozenset[int]:
        """The ids of the entities that are not meant by that name, by their own row."""
        return frozenset(row[0] for row in self._database.execute("SELECT entity FROM negative WHERE norm = ?", (norm,)))

    def by_key(self, key: str) -> Known | None:
        """The entity of that key."""
        row = self._database.execute(f"SELECT {_COLUMNS} FROM entity e WHERE e.key = ?", (key,)).fetchone()
        return _known(row) if row else None

    def by_identifier(self, scheme: str, value: str) -> Known | None:
        """The entity that has that identifier."""
        row = self._database.execute(
            f"SELECT {_COLUMNS} FROM identifier i JOIN entity e ON e.id = i.entity WHERE i.scheme = ? AND i.value = ?",
            (scheme, value),
        ).fetchone()
        return _known(row) if row else None

    def coordinates(self, ids: Iterable[str]) -> dict[str, tuple[float, float, str]]:
        """Latitude, longitude and country of each GeoNames id that the gazetteer has, by its own word."""
        found = {}
        for value in ids:
            row = self._database.execute(
                "SELECT latitude, longitude, country FROM spot WHERE id = ?", (int(value),)
            ).fetchone()
            if row:
                found[value] = (float(row[0]), float(row[1]), str(row[2]))
        return found

    def names_of(self, entity: int) -> dict[str, Name]:
        """All normalised names of an entity."""
        rows = self._database.execute("SELECT norm, strength FROM name WHERE entity = ? ORDER BY norm", (entity,))
        return {norm: Name(strength) for norm, strength in rows}

    def identifiers(self, entity: int) -> list[tuple[str, str, int, str]]:
        """Of each identifier: scheme, value, how many stored sources gave it, and which."""
        return self._database.execute(
            "SELECT scheme, value, sources, source FROM identifier WHERE entity = ? ORDER BY scheme", (entity,)
        ).fetchall()

    def broader(self, known: Known) -> list[tuple[str, str, int, str]]:
        """Of what it is a part of: scheme, value, how many stored sources say so, and which.

        What its row says; and of a place whose division GeoNames tells, the next wider division, or the country.
        """
        found = self._database.execute(
            "SELECT scheme, value, sources, source FROM broader WHERE entity = ? ORDER BY scheme, value", (known.id,)
        ).fetchall()
        return found or self._division_of(known)

    def _division_of(self, known: Known) -> list[tuple[str, str, int, str]]:
        if not known.division:
            return []
        wider = (
            self._database.execute(
                "SELECT id FROM entity WHERE division = ? AND type IN ('AdminArea', 'Region') AND id <> ?",
                (".".join(known.division.split(".")[:2]), known.id),
            ).fetchone()
            or self._database.execute(
                "SELECT id FROM entity WHERE type = 'Country' AND country = ? AND curated", (known.country,)
            ).fetchone()
        )
        rows = self.identifiers(int(wider[0])) if wider else []
        return [row for row in rows if row[0] == "geonames"]

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def _key_of_country(self, code: str) -> str | None:
        row = self._database.execute(
            "SELECT key FROM entity WHERE type = 'Country' AND country = ? AND curated", (code,)
        ).fetchone()
        return str(row[0]) if row else None


def _known(row: Sequence[object]) -> Known:
    return Known(*row[:8], bool(row[8]), *row[9:12], bool(row[12]))  # type: ignore[arg-type,call-arg]
