"""The entities of one release as a small SQLite file in it: what others can link to, by name, kind and identifier."""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from belligraph.link.collect import Row
from belligraph.link.index import Index, Known, Name
from belligraph.model.naming import normalise

__all__ = ["CATALOGUE_FILE", "KINDS", "Catalogue", "CatalogueWriter", "Found", "Item"]

CATALOGUE_FILE = "entities.sqlite"
KINDS = ("actor", "place")
_TABLES = """
CREATE TABLE item (id TEXT PRIMARY KEY, label TEXT, kind TEXT, type TEXT, country TEXT, latitude REAL, longitude REAL,
  mentions INTEGER) WITHOUT ROWID;
CREATE TABLE name (norm TEXT, id TEXT, strength INTEGER, PRIMARY KEY (norm, id)) WITHOUT ROWID;
CREATE TABLE identifier (id TEXT, scheme TEXT, value TEXT, PRIMARY KEY (id, scheme)) WITHOUT ROWID;
"""
# an exact name of its own, one that it shares, one that only looks like it
_OWN, _SHARED, _ALIKE = 70.0, 55.0, 45.0
_TYPE, _COUNTRY, _IDENTIFIER, _ALONE = 20.0, 10.0, 100.0, 10.0
MATCH = 90.0
"""The score from which on a candidate is called a match, if it leads by 15."""
_MARGIN = 15.0
_LOOKS_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Item:
    """One entity; `id` is `actor/KEY` or `place/KEY`, as in its IRI."""

    id: str
    label: str
    kind: str
    type: str
    country: str
    latitude: float | None
    longitude: float | None
    mentions: int


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate: its score from 0 to 100, what it is made of, and whether it is surely meant."""

    item: Item
    score: float
    features: dict[str, float] = field(default_factory=dict)
    match: bool = False


class CatalogueWriter:
    """Writes the catalogue of a release."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
        self._database.execute("BEGIN")

    def add(self, key: str, mentions: Sequence[Row], known: Known | None, index: Index) -> None:
        """Adds an entity, with the names that articles and authority give it."""
        kind = "place" if mentions[0][4] else "actor"
        this = f"{kind}/{key}"
        label = known.label if known else min(row[3] for row in mentions)
        row = (this, label, kind, known.type if known else "", known.country if known else "")
        where = (known.latitude, known.longitude) if known else (None, None)
        self._database.execute("INSERT INTO item VALUES (?,?,?,?,?,?,?,?)", (*row, *where, len(mentions)))
        names = {normalise(label): Name.LABEL} | {normalise(row[3]): Name.STRONG for row in mentions}
        if known is not None:
            names |= index.names_of(known.id)
        self._database.executemany(
            "INSERT OR IGNORE INTO name VALUES (?,?,?)", [(n, this, int(s)) for n, s in sorted(names.items()) if n]
        )
        for scheme, value, _, _ in index.identifiers(known.id) if known else ():
            self._database.execute("INSERT INTO identifier VALUES (?,?,?)", (this, scheme, value))

    def close(self) -> None:
        """Finishes the file."""
        self._database.execute("COMMIT")
        self._database.close()


class Catalogue:
    """The catalogue of a release, read-only; close it after use."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(f"file:{folder / CATALOGUE_FILE}?mode=ro&immutable=1", uri=True)

    def candidates(
        self,
        query: str,
        types: Iterable[str] = (),
        strict: bool = False,
        told: Sequence[tuple[str, str]] = (),
        limit: int = 10,
    ) -> list[Found]:
        """The entities that a name may stand for, the best first.

        `types` are kinds (actor, place) and types (City); `told` are pairs of a property and its value, such as a country or
        an identifier.
        """
        norm, wanted = normalise(query), set(types)
        rows = self._database.execute("SELECT id, strength FROM name WHERE norm = ?", (norm,)).fetchall() if norm else []
        named = {this: _SHARED if strength == Name.WEAK else _OWN for this, strength in rows}
        for scheme, value in told:
            for (this,) in self._database.execute(
                "SELECT id FROM identifier WHERE scheme = ? AND value = ?", (scheme, value)
            ):
                named.setdefault(this, 0.0)
        if not named and norm:
            named = self._alike(norm, limit)
        found = [self._scored(this, score, wanted, told, len(named)) for this, score in named.items()]
        if strict and wanted:
            found = [f for f in found if wanted & {f.item.kind, f.item.type}]
        found.sort(key=lambda f: (-f.score, -f.item.mentions, f.item.id))
        if found and found[0].score >= MATCH and (len(found) == 1 or found[0].score - found[1].score >= _MARGIN):
            best = found[0]
            found[0] = Found(best.item, best.score, best.features, True)
        return found[:limit]

    def item(self, this: str) -> Item | None:
        """The entity of that id."""
        row = self._database.execute("SELECT * FROM item WHERE id = ?", (this,)).fetchone()
        return Item(*row) if row else None

    def beginning(self, prefix: str, limit: int, offset: int = 0) -> list[Item]:
        """Entities with a name that begins so, the most mentioned first."""
        norm = normalise(prefix)
        if not norm:
            return []
        rows = self._database.execute(
            "SELECT DISTINCT item.* FROM name JOIN item USING (id) WHERE norm >= ? AND norm < ? "
            "ORDER BY mentions DESC, item.id LIMIT ? OFFSET ?",
            (norm, f"{norm}\U0010ffff", limit, offset),
        )
        return [Item(*row) for row in rows]

    def types(self) -> list[str]:
        """The types that there are."""
        return [t for (t,) in self._database.execute("SELECT DISTINCT type FROM item WHERE type <> '' ORDER BY type")]

    def identifiers(self, this: str) -> dict[str, str]:
        """The identifiers of an entity by scheme."""
        return dict(self._database.execute("SELECT scheme, value FROM identifier WHERE id = ? ORDER BY scheme", (this,)))

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def _alike(self, norm: str, limit: int) -> dict[str, float]:
        """What looks like it, among names that share a beginning; never enough for a match."""
        rows = self._database.execute(
            "SELECT norm, id FROM name WHERE norm >= ? AND norm < ? LIMIT 500", (norm[:2], f"{norm[:2]}\U0010ffff")
        )
        found: dict[str, float] = {}
        for other, this in rows:
            ratio = difflib.SequenceMatcher(None, norm, other).ratio()
            if ratio >= _LOOKS_ALIKE:
                found[this] = max(found.get(this, 0.0), round(_ALIKE * ratio, 1))
        return dict(sorted(found.items(), key=lambda pair: -pair[1])[:limit])

    def _scored(self, this: str, name: float, wanted: set[str], told: Sequence[tuple[str, str]], rivals: int) -> Found:
        item = self.item(this)
        assert item is not None
        identifiers = self.identifiers(this)
        features = {"name": name}
        if wanted:
            features["type"] = _TYPE if wanted & {item.kind, item.type} else -_TYPE
        elif rivals == 1 and name >= _OWN:
            features["alone"] = _TYPE
        for prop, value in told:
            if prop == "country":
                features["country"] = _COUNTRY if value.casefold() in {item.country.casefold(), ""} else -_COUNTRY
            elif prop in identifiers:
                features[prop] = _IDENTIFIER if identifiers[prop] == value else -_IDENTIFIER
        if rivals == 1 and name >= _SHARED:
            features["only one of that name"] = _ALONE
        return Found(item, round(min(100.0, max(0.0, sum(features.values()))), 1), features)
