"""Makes the index of names: all authority layers and the gazetteer, once; later runs open it in a moment.

The file lies in the user's cache and is named after what it was made from: other files make another index.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from filelock import FileLock

from belligraph.errors import EnvironmentProblem, InputError
from belligraph.link.dumps import Shape
from belligraph.link.gazetteer import ATTRIBUTION, GazetteerPlace, gazetteer_version, read_capitals, read_gazetteer
from belligraph.link.index import Index, Name
from belligraph.link.install import read_names, read_places, read_record
from belligraph.link.lint import lint
from belligraph.link.table import GAZETTEER_SUFFIX, Entry, independent, read_table, sources_of
from belligraph.model.naming import normalise

__all__ = ["build_index", "cache_folder", "index_path", "open_index"]

# the shape of the tables and the way names are normalised: raise it when either changes
_FORM = 12
UNUSED_SECONDS = 30 * 86400
_TABLES = """
CREATE TABLE entity (id INTEGER PRIMARY KEY, key TEXT UNIQUE, label TEXT, type TEXT, country TEXT, population INTEGER,
  latitude REAL, longitude REAL, curated INTEGER, source TEXT, valid_from TEXT, valid_until TEXT, division TEXT,
  capital INTEGER);
CREATE TABLE name (norm TEXT, entity INTEGER, strength INTEGER, PRIMARY KEY (norm, entity)) WITHOUT ROWID;
CREATE INDEX names_of ON name (entity);
CREATE TABLE spot (id INTEGER PRIMARY KEY, latitude REAL, longitude REAL, country TEXT);
CREATE TABLE negative (norm TEXT, entity INTEGER, PRIMARY KEY (norm, entity)) WITHOUT ROWID;
CREATE TABLE identifier (entity INTEGER, scheme TEXT, value TEXT, sources INTEGER, source TEXT,
  PRIMARY KEY (entity, scheme)) WITHOUT ROWID;
CREATE INDEX by_value ON identifier (scheme, value);
CREATE TABLE broader (entity INTEGER, scheme TEXT, value TEXT, sources INTEGER, source TEXT,
  PRIMARY KEY (entity, scheme, value)) WITHOUT ROWID;
CREATE INDEX divisions ON entity (division) WHERE type IN ('AdminArea', 'Region');
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


def cache_folder() -> Path:
    """Where indexes are kept: $XDG_CACHE_HOME/belligraph, or ~/.cache/belligraph."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "belligraph"


def open_index(files: Sequence[Path], folder: Path | None = None) -> Index:
    """The index of those authority files, nearest layer first, made if it is not there yet.

    Raises:
        InputError: the files have faults; the message lists them.
    """
    return Index(build_index(files, folder or cache_folder()))


def index_path(files: Sequence[Path], folder: Path | None = None) -> Path:
    """Where the index of those files is, or will be: its name depends on all that goes into it."""
    digest = hashlib.sha256(f"{_FORM} {gazetteer_version()}".encode())
    for path in files:
        digest.update(path.read_bytes())
    return (folder or cache_folder()) / f"authority-{digest.hexdigest()[:16]}.sqlite"


def build_index(files: Sequence[Path], folder: Path) -> Path:
    """The path of the index; makes it if need be, beside its place, so that it is there whole or not at all.

    Raises:
        InputError: the files have faults; the message lists them.
        EnvironmentProblem: the index cannot be written.
    """
    path = index_path(files, folder)
    if path.exists():
        with contextlib.suppress(OSError):  # a cache that may not be written is no fault
            os.utime(path)
        return path
    installed = [path for path in files if path.name.endswith(GAZETTEER_SUFFIX)]
    entries = _merged([path for path in files if path not in installed])
    faults = list(lint(entries))
    if faults:
        raise InputError(f"{len(faults)} faults in the authority files\n" + "\n".join(faults), remedy="Mend them.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".lock"):
            if not path.exists():
                beside = path.with_suffix(f".{os.getpid()}.new")
                beside.unlink(missing_ok=True)
                _fill(beside, entries, installed, f"{path.stem.removeprefix('authority-')}; {gazetteer_version()}")
                beside.replace(path)
                _remove_unused(folder)
    except (OSError, sqlite3.OperationalError) as error:
        raise EnvironmentProblem(
            f"the index of names cannot be written: {error}",
            where=str(folder),
            remedy="Set XDG_CACHE_HOME to a folder that you may write, with 200 MB free.",
        ) from error
    return path


def _remove_unused(folder: Path) -> None:
    """Removes indexes of other files that nobody opened for a month."""
    for path in folder.glob("authority-*.sqlite"):
        if time.time() - path.stat().st_mtime > UNUSED_SECONDS:
            path.unlink(missing_ok=True)


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


def _fill(path: Path, entries: Iterable[Entry], installed: Sequence[Path], version: str) -> None:
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
    database.execute("BEGIN")
    database.execute("INSERT INTO meta VALUES ('version', ?)", (version,))
    taken: dict[int, int] = {}
    number = 0
    for number, entry in enumerate(entries, 1):
        _add_entry(database, number, entry)
        taken |= {int(value): number for scheme, value in entry.identifiers if scheme == "geonames"}
    number = _add_gazetteer(database, number, taken)
    _mark_capitals(database)
    for record in sorted(installed, key=lambda path: read_record(path).shape == Shape.GEONAMES_NAMES):
        number = _add_installed(database, number, record)
    rights = [ATTRIBUTION, *(f"{r.source}: {r.licence}" for r in map(read_record, installed))]
    database.execute("INSERT INTO meta VALUES ('rights', ?)", ("\n".join(rights),))
    database.execute("COMMIT")
    database.execute("ANALYZE")
    database.close()


def _add_entry(database: sqlite3.Connection, number: int, entry: Entry) -> None:
    row = (number, entry.key, entry.label, entry.type, entry.country, 0, None, None, 1, entry.source)
    database.execute("INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,?,?,?,?,'',0)", (*row, entry.valid_from, entry.valid_until))
    names = [(entry.label, Name.LABEL)]
    names += [(a, Name.STRONG) for a in entry.aliases] + [(a, Name.WEAK) for a in entry.weak_aliases]
    _add_names(database, number, names)
    database.executemany("INSERT OR IGNORE INTO negative VALUES (?, ?)", [(normalise(n), number) for n in entry.negatives])
    said = sources_of(entry, "part_of")
    for scheme, value in entry.part_of:
        row_of = (number, scheme, value, independent(said), " ; ".join(said))
        database.execute("INSERT OR IGNORE INTO broader VALUES (?, ?, ?, ?, ?)", row_of)
    for scheme, value in entry.identifiers:
        sources = sources_of(entry, scheme)
        database.execute(
            "INSERT INTO identifier VALUES (?, ?, ?, ?, ?)",
            (number, scheme, value, independent(sources), " ; ".join(sources)),
        )


def _add_gazetteer(database: sqlite3.Connection, number: int, taken: dict[int, int]) -> int:
    source = gazetteer_version()
    for place in read_gazetteer():
        known = taken.get(place.id)
        if known is not None:
            _place_known(database, known, place)
        else:
            number += 1
            _add_place(database, number, place, source)
    return number


def _add_installed(database: sqlite3.Connection, number: int, record: Path) -> int:
    """Adds what an installed gazetteer knows: new places, and names and coordinates of those that are known."""
    told = read_record(record)
    if told.shape == Shape.GEONAMES_NAMES:
        for value, name in read_names(record):
            if (known := _of_identifier(database, "geonames", value)) is not None:
                _add_names(database, known, [(name, Name.WEAK)])
        return number
    for place in read_places(record):
        known = _of_identifier(database, place.scheme, str(place.id))
        if known is None:
            number += 1
            _add_place(database, number, place, told.source)
        else:
            _place_known(database, known, place)
            _add_names(database, known, [(name, Name.WEAK) for name in (place.name, *place.names)])
    return number


def _of_identifier(database: sqlite3.Connection, scheme: str, value: str) -> int | None:
    row = database.execute("SELECT entity FROM identifier WHERE scheme = ? AND value = ?", (scheme, value)).fetchone()
    return int(row[0]) if row else None


def _place_known(database: sqlite3.Connection, known: int, place: GazetteerPlace) -> None:
    """Tells of a known entity where it lies; its own row knows all else better."""
    if place.scheme == "geonames" and place.latitude is not None:
        spot = (place.id, place.latitude, place.longitude, place.country)
        database.execute("INSERT OR IGNORE INTO spot VALUES (?, ?, ?, ?)", spot)
    database.execute(
        "UPDATE entity SET latitude = coalesce(?, latitude), longitude = coalesce(?, longitude), "
        "population = max(?, population), division = CASE division WHEN '' THEN ? ELSE division END WHERE id = ?",
        (place.latitude, place.longitude, place.population, place.division, known),
    )


def _add_place(database: sqlite3.Connection, number: int, place: GazetteerPlace, source: str) -> None:
    key = f"{'gn' if place.scheme == 'geonames' else place.scheme}-{place.id}"
    database.execute(
        "INSERT INTO entity VALUES (?,?,?,?,?,?,?,?,0,?,'','',?,0)",
        (number, key, place.name, place.type, place.country, place.population, place.latitude, place.longitude, source,
         place.division),
    )  # fmt: skip
    names = [(place.name, Name.LABEL), *((n, _strength(n, place)) for n in (*place.names, *place.abbreviations))]
    _add_names(database, number, names)
    database.execute("INSERT INTO identifier VALUES (?, ?, ?, 1, ?)", (number, place.scheme, str(place.id), source))


def _mark_capitals(database: sqlite3.Connection) -> None:
    """The capital is the most populous town of its name in its country."""
    for country, name in read_capitals().items():
        database.execute(
            "UPDATE entity SET capital = 1 WHERE id = (SELECT e.id FROM name n JOIN entity e ON e.id = n.entity "
            "WHERE n.norm = ? AND e.country = ? AND e.type = 'City' ORDER BY e.population DESC, e.id LIMIT 1)",
            (normalise(name), country),
        )


def _strength(name: str, place: GazetteerPlace) -> Name:
    """A state's name at full length is its own ("State of Hawaii"); whatever else a place is called, others are, too."""
    if place.type != "AdminArea" or place.division.count(".") != 1:
        return Name.WEAK
    is_long = set(normalise(name).split()) > set(normalise(place.name).split())
    return Name.STRONG if is_long else Name.WEAK


def _add_names(database: sqlite3.Connection, number: int, names: Iterable[tuple[str, Name]]) -> None:
    rows = [(norm, number, int(strength)) for name, strength in names if (norm := normalise(name))]
    database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", rows)
