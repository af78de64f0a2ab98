"""Installs other people's names: what they are, whence, under which licence; all of a file or nothing.

A gazetteer becomes `NAME.places.tsv` (or `.names.tsv`) in an authority folder, with a record `NAME.gazetteer.json` beside
it, which counts as a layer.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from belligraph.errors import InputError
from belligraph.link.dumps import Fault, OtherName, Shape, read_dump
from belligraph.link.gazetteer import GazetteerPlace
from belligraph.link.table import GAZETTEER_SUFFIX

__all__ = ["Record", "install_gazetteer", "read_names", "read_places", "read_record"]

_LICENCES = {
    Shape.GEONAMES: "CC BY 4.0, https://www.geonames.org/",
    Shape.GEONAMES_NAMES: "CC BY 4.0, https://www.geonames.org/",
    Shape.WHOS_ON_FIRST: "see https://whosonfirst.org/docs/licenses/",
}
_TOLD = 20
_COLUMNS = ("scheme", "id", "name", "type", "country", "population", "latitude", "longitude", "division", "other_names")


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of an installed gazetteer."""

    shape: str
    file: str
    sha256: str
    """Of the file that was installed."""
    licence: str
    rows: int
    data: str
    """The name of the file with the rows, beside the record."""
    installed: str
    """A day."""

    @property
    def source(self) -> str:
        """How links name it."""
        return f"{self.shape}: {self.file} (SHA-256 {self.sha256[:16]})"


def install_gazetteer(path: Path, shape: Shape, folder: Path, today: str, licence: str | None = None) -> Record:
    """Installs a gazetteer into an authority folder, and returns its record. Memory does not grow with the file.

    Raises:
        InputError: rows have faults; the message names the first ones by line, and nothing was installed.
    """
    names = shape is Shape.GEONAMES_NAMES
    stem = path.name.split(".", 1)[0]
    data = folder / f"{stem}.{'names' if names else 'places'}.tsv"
    folder.mkdir(parents=True, exist_ok=True)
    beside = data.with_suffix(f".{os.getpid()}.new")
    faults: list[str] = []
    rows = wrong = 0
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out, delimiter="\t", lineterminator="\n")
            writer.writerow(("id", "name") if names else _COLUMNS)
            for number, found in read_dump(path, shape):
                if isinstance(found, Fault):
                    wrong += 1
                    faults += [f"{path}:{number}: {found.words}"] if wrong <= _TOLD else []
                elif not wrong:
                    rows += 1
                    writer.writerow((found.place, found.name) if isinstance(found, OtherName) else _cells(found))
        if wrong:
            more = f"\n… and {wrong - _TOLD} more" if wrong > _TOLD else ""
            raise InputError(
                f"{wrong} faults; nothing was installed\n" + "\n".join(faults) + more,
                where=str(path),
                remedy="Mend or delete these rows.",
            )
        if not rows:
            raise InputError(f"{shape} without any row to match names with", where=str(path))
        record = Record(shape, path.name, _digest(path), licence or _LICENCES[shape], rows, data.name, today)
        beside.replace(data)
    finally:
        beside.unlink(missing_ok=True)
    told = folder / f"{stem}{'-names' if names else ''}{GAZETTEER_SUFFIX}"
    fresh = told.with_suffix(f".{os.getpid()}.new")
    fresh.write_text(json.dumps(asdict(record), indent=2) + "\n", "utf-8")
    fresh.replace(told)
    return record


def read_record(path: Path) -> Record:
    """The record of an installed gazetteer.

    Raises:
        InputError: it is none.
    """
    try:
        return Record(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise InputError(
            f"no record of a gazetteer: {error}", where=str(path), remedy="Install the gazetteer again, or delete the file."
        ) from error


def read_places(path: Path) -> Iterator[GazetteerPlace]:
    """The places of an installed gazetteer, by the path of its record."""
    for row in _rows(path):
        scheme, this, name, what, country, people, latitude, longitude, division, others = row
        names = tuple(n for n in others.split("|") if n)
        yield GazetteerPlace(
            int(this), name, what, country, int(people), float(latitude), float(longitude), names, (), division, scheme
        )


def read_names(path: Path) -> Iterator[tuple[str, str]]:
    """GeoNames ids and names, by the path of their record."""
    for row in _rows(path):
        yield row[0], row[1]


def _rows(path: Path) -> Iterator[list[str]]:
    data = path.parent / read_record(path).data
    try:
        with data.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, delimiter="\t")
            next(reader, None)
            yield from reader
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror}", where=str(data), remedy=f"Install it again, or delete {path.name}."
        ) from error


def _cells(place: GazetteerPlace) -> tuple[object, ...]:
    return (
        place.scheme, place.id, place.name, place.type, place.country, place.population, place.latitude, place.longitude,
        place.division, "|".join(place.names),
    )  # fmt: skip


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
