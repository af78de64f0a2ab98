"""The authority as one SQLite file: all layers and the gazetteer, made once, then opened read-only in a moment.

The file lies in the user's cache and is named after what it was made from: other files make another index.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

from filelock import FileLock

from belligraph.errors import EnvironmentProblem, InputError
from belligraph.link.gazetteer import gazetteer_version, read_gazetteer
from belligraph.link.lint import lint
from belligraph.link.table import Entry, independent, read_table, sources_of
from belligraph.model.naming import normalise

__all__ = ["Index", "Known", "Name", "build_index", "cache_folder", "open_index"]

# the shape of the tables and the way names are normalised: raise it when either changes
_FORM = 6
_TABLES = """
CREATE TABLE entity (id INTEGER PRIMARY KEY, key TEXT UNIQUE, label TEXT, type TEXT, country TEXT, population INTEGER,
  latitude REAL, longitude REAL, curated INTEGER, source TEXT, valid_from TEXT, valid_until TEXT);
CREATE TABLE name (norm TEXT, entity INTEGER, strength INTEGER, PRIMARY KEY (norm, entity)) WITHOUT ROWID;
CREATE INDEX names_of ON name (entity);
CREATE TABLE spot (id INTEGER PRIMARY KEY, latitude REAL, longitude REAL, country TEXT);
CREATE TABLE negative (norm TEXT, entity INTEGER, PRIMARY KEY (norm, entity)) WITHOUT ROWID;
CREATE TABLE identifier (entity INTEGER, scheme TEXT, value TEXT, sources INTEGER, source TEXT,
  PRIMARY KEY (entity, scheme)) WITHOUT ROWID;
CREATE INDEX by_value ON identifier (scheme, value);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


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


_COLUMNS = (
    "e.id, e.key, e.label, e.type, e.country, e.population, e.latitude, e.longitude, e.curated, e.valid_from, e.valid_until"
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

    def close(self) -> None:
        """Closes the file."""
        self._database.close()

    def _key_of_country(self, code: str) -> str | None:
        row = self._database.execute(
            "SELECT key FROM entity WHERE type = 'Country' AND country = ? AND curated", (code,)
        ).fetchone()
        return str(row[0]) if row else None


def cache_folder() -> Path:
    """Where indexes are kept: $XDG_CACHE_HOME/belligraph, or ~/.cache/belligraph."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "belligraph"


def open_index(files: Sequence[Path], folder: Path | None = None) -> Index:
    """The index of those authority files, nearest layer first, made if it is not there yet.

    Raises:
        InputError: the files have faults; the message lists them.
    """
    return Index(build_index(files, folder or cache_folder()))


def build_index(files: Sequence[Path], folder: Path) -> Path:
    """The path of the index; makes it if need be, beside its place, so that it is there whole or not at all.

    Raises:
        InputError: the files have faults; the message lists them.
        EnvironmentProblem: the index cannot be written.
    """
    digest = hashlib.sha256(f"{_FORM} {gazetteer_version()}".encode())
    for path in files:
        digest.update(path.read_bytes())
    path = folder / f"authority-{digest.hexdigest()[:16]}.sqlite"
    if path.exists():
        return path
    entries = _merged(files)
    faults = list(lint(entries))
    if faults:
        raise InputError(f"{len(faults)} faults in the authority files\n" + "\n".join(faults), remedy="Mend them.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"):
            if not path.exists():
                beside = path.with_suffix(f".{os.getpid()}.new")
                beside.unlink(missing_ok=True)
                _fill(beside, entries, f"{digest.hexdigest()[:16]}; {gazetteer_version()}")
                beside.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        raise EnvironmentProblem(
            f"the index of names cannot be written: {error}",
            where=str(folder),
            remedy="Set XDG_CACHE_HOME to a folder that you may write, with 100 MB free.",
        ) from error
    return path


def _merged(files: Sequence[Path]) -> list[Entry]:
    """One entry a key: that of the nearest layer."""
    found: dict[str, Entry] = {}
    doubled: list[Entry] = []
    for path in files:
        layer = list(read_table(path))
        of_this: dict[str, Entry] = {}
        for entry in layer:
            of_this.setdefault(entry.key, entry)
        # a key twice in one file is a fault that the linter tells
        doubled += [entry for entry in layer if of_this[entry.key] is not entry]
        for key, entry in of_this.items():
            found.setdefault(key, entry)
    return [*found.values(), *doubled]


def _fill(path: Path, entries: Iterable[Entry], version: str) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
    database.execute("BEGIN")
    database.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
    taken: dict[int, int] = {}
    number = 0
    for number, entry in enumerate(entries, 1):
        _add_entry(database, number, entry)
        taken |= {int(value): number for scheme, value in entry.identifiers if scheme == "geonames"}
    _add_gazetteer(database, number, taken)
    database.execute("COMMIT")
    database.execute("ANALYZE")
    database.close()


def _add_entry(database: sqlite3.Connection, number: int, entry: Entry) -> None:
    row = (number, entry.key, entry.label, entry.type, entry.country, 0, None, None, 1, entry.source)
    database.execute("INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (*row, entry.valid_from, entry.valid_until))
    names = [(entry.label, Name.LABEL)]
    names += [(a, Name.STRONG) for a in entry.aliases] + [(a, Name.WEAK) for a in entry.weak_aliases]
    _add_names(database, number, names)
    database.executemany("INSERT OR IGNORE INTO negative VALUES (?, ?)", [(normalise(n), number) for n in entry.negatives])
    for scheme, value in entry.identifiers:
        sources = sources_of(entry, scheme)
        database.execute(
            "INSERT INTO identifier VALUES (?, ?, ?, ?, ?)",
            (number, scheme, value, independent(sources), " ; ".join(sources)),
        )


def _add_gazetteer(database: sqlite3.Connection, number: int, taken: dict[int, int]) -> None:
    source = gazetteer_version()
    for place in read_gazetteer():
        known = taken.get(place.id)
        if known is not None:
            spot = (place.id, place.latitude, place.longitude, place.country)
            database.execute("INSERT INTO spot VALUES (?, ?, ?, ?)", spot)
            # the authority's own row knows it better; where it lies is told here
            database.execute(
                "UPDATE entity SET latitude = ?, longitude = ?, population = ? WHERE id = ?",
                (place.latitude, place.longitude, place.population, known),
            )
            continue
        number += 1
        database.execute(
            "INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,0,?,'','')",
            (number, f"gn-{place.id}", place.name, place.type, place.country, place.population, place.latitude,
             place.longitude, source),
        )  # fmt: skip
        _add_names(database, number, [(place.name, Name.LABEL), *((n, Name.WEAK) for n in place.names)])
        database.execute("INSERT INTO identifier VALUES (?, 'geonames', ?, 1, ?)", (number, str(place.id), source))


def _add_names(database: sqlite3.Connection, number: int, names: Iterable[tuple[str, Name]]) -> None:
    rows = [(norm, number, int(strength)) for name, strength in names if (norm := normalise(name))]
    database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", rows)


def _known(row: Sequence[object]) -> Known:
    return Known(*row[:8], bool(row[8]), *row[9:11])  # type: ignore[arg-type,call-arg]
