"""Other people's gazetteers, read row by row: GeoNames dumps, names of GeoNames, Who's On First; told by their shape.

Sources: GeoNames, https://download.geonames.org/export/dump/readme.txt; Who's On First, https://whosonfirst.org/docs/spr/.
"""

from __future__ import annotations

import csv
import io
import math
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from belligraph.errors import InputError
from belligraph.link.gazetteer import LATIN, GazetteerPlace

__all__ = ["Fault", "OtherName", "Shape", "open_dump", "read_dump", "shape_of"]


Row = TypeVar("Row")


class Shape(StrEnum):
    """What a file is, as its first line shows."""

    GEONAMES = "a GeoNames dump"
    GEONAMES_NAMES = "GeoNames' alternate names"
    WHOS_ON_FIRST = "places of Who's On First"
    UCDP_ACTORS = "actors of UCDP"
    AUTHORITY = "an authority file"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a row."""

    words: str


@dataclass(frozen=True, slots=True)
class OtherName:
    """One more name of a place of GeoNames."""

    place: int
    """Its GeoNames id."""
    name: str


_GEONAMES_COLUMNS, _NAMES_COLUMNS = 19, (4, 8, 10)
_PLACES_OF_WOF = {
    "continent": "Region", "empire": "Region", "country": "Country", "dependency": "Country", "disputed": "Region",
    "macroregion": "AdminArea", "region": "AdminArea", "macrocounty": "AdminArea", "county": "AdminArea",
    "localadmin": "AdminArea", "locality": "City", "borough": "City", "macrohood": "Place", "neighbourhood": "Place",
    "microhood": "Place", "marinearea": "WaterBody", "ocean": "WaterBody", "campus": "Facility", "venue": "Facility",
    "building": "Facility", "marketarea": "Region",
}  # fmt: skip
_BY_CODE = {
    "AIRB": "MilitaryBase", "INSM": "MilitaryBase", "MILB": "MilitaryBase", "NVB": "MilitaryBase", "AIRP": "Airport",
    "AIRF": "Airport", "AIRQ": "Airport", "OILF": "OilField", "GASF": "OilField", "ANS": "ArchaeologicalSite",
    "HSTS": "ArchaeologicalSite", "RGN": "Region", "CONT": "Region",
}  # fmt: skip
_BY_CLASS = {"A": "AdminArea", "P": "City", "H": "WaterBody", "S": "Facility", "L": "Place", "T": "Place", "U": "WaterBody"}
# roads, woods, and what is there no longer
_LEFT_OUT = frozenset({"R", "V"})


def shape_of(path: Path) -> Shape:
    """What kind of file it is.

    Raises:
        InputError: none that Belligraph knows; the message lists these.
    """
    with open_dump(path) as lines:
        first = next(lines, "").rstrip("\r\n").removeprefix("\ufeff")
    cells = first.split("\t")
    if len(cells) == _GEONAMES_COLUMNS and cells[0].isdigit():
        return Shape.GEONAMES
    if len(cells) in _NAMES_COLUMNS and cells[0].isdigit() and cells[1].isdigit():
        return Shape.GEONAMES_NAMES
    header = {cell.strip().strip('"').lower() for cell in first.split(",")}
    if {"actorid", "namedata"} <= header:
        return Shape.UCDP_ACTORS
    if {"id", "name", "placetype"} <= {cell.removeprefix("wof:") for cell in header}:
        return Shape.WHOS_ON_FIRST
    if {"key", "label", "type"} <= header:
        return Shape.AUTHORITY
    raise InputError(
        f"no file of names that Belligraph knows; its first line is {first[:80]!r}",
        where=f"{path}:1",
        remedy="It reads authority files (columns key, label, type, …), GeoNames dumps (19 columns between tabs, no header),"
        " GeoNames' alternateNamesV2, CSV of Who's On First (id, name, placetype, …) and the actor list of UCDP (ActorId, "
        "NameData, …).",
    )


@contextmanager
def open_dump(path: Path, encoding: str = "utf-8") -> Iterator[Iterator[str]]:
    """The lines of a text file, or of the one in a ZIP file that is no readme.

    Raises:
        InputError: it cannot be read, or the ZIP file holds none or several.
    """
    try:
        if path.suffix.lower() != ".zip":
            with path.open(encoding=encoding, newline="") as file:
                yield file
            return
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if n.lower().endswith((".txt", ".csv", ".tsv"))]
            names = [n for n in names if "readme" not in n.lower() and "languagecodes" not in n.lower()]
            if len(names) != 1:
                raise InputError(f"holds {len(names)} tables", where=str(path), remedy="Unpack it and name one file.")
            with archive.open(names[0]) as member:
                yield io.TextIOWrapper(member, encoding=encoding, newline="")
    except FileNotFoundError as error:
        raise InputError("there is no such file", where=str(path), remedy="Check the path.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"not text in UTF-8: {error}", where=str(path), remedy="Convert it to UTF-8.") from error
    except (OSError, zipfile.BadZipFile) as error:
        raise InputError(f"cannot be read: {error}", where=str(path)) from error


def read_dump(path: Path, shape: Shape) -> Iterator[tuple[int, GazetteerPlace | OtherName | Fault]]:
    """Each row's line, and the place or name that it tells, or what is wrong with it.

    Rows about nothing that we match are skipped. Memory does not grow with the file.

    Raises:
        InputError: it cannot be read.
    """
    with open_dump(path) as lines:
        if shape is Shape.WHOS_ON_FIRST:
            yield from _table(lines, path)
            return
        read: Callable[[Sequence[str]], GazetteerPlace | OtherName | None]
        read = _geonames if shape is Shape.GEONAMES else _other_name
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield from _read(number, read, line.rstrip("\r\n").split("\t"))


def _table(lines: Iterator[str], path: Path) -> Iterator[tuple[int, GazetteerPlace | OtherName | Fault]]:
    reader = csv.DictReader(lines, strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                yield reader.line_num, Fault("more or fewer cells than the header has")
                continue
            cells = {
                name.lower().removeprefix("wof:").removeprefix("mz:").removeprefix("geom:"): v for name, v in row.items()
            }
            yield from _read(reader.line_num, _whos_on_first, cells)
    except csv.Error as error:
        raise InputError(
            f"no CSV: {error}", where=f"{path}:{reader.line_num}", remedy="Quote cells with line ends."
        ) from error


def _read(
    number: int, read: Callable[[Row], GazetteerPlace | OtherName | None], row: Row
) -> Iterator[tuple[int, GazetteerPlace | OtherName | Fault]]:
    try:
        found = read(row)
    except ValueError as error:
        yield number, Fault(str(error))
    else:
        if found is not None:
            yield number, found


def _geonames(cells: Sequence[str]) -> GazetteerPlace | None:
    if len(cells) != _GEONAMES_COLUMNS:
        raise ValueError(f"{len(cells)} cells between tabs; a row of GeoNames has {_GEONAMES_COLUMNS}")
    number, name, _, others, latitude, longitude, kind, code, country, _, first, second, *_ = cells
    this = _positive(number, "id")
    where = _degrees(latitude, 90.0, "latitude"), _degrees(longitude, 180.0, "longitude")
    people = _whole(cells[14], "population")
    country = _country(country)
    if not name.strip():
        raise ValueError("no name")
    if kind in _LEFT_OUT or (kind in {"A", "P"} and (code.endswith("H") or code in {"PPLQ", "PPLW"})):
        return None
    division = ".".join(part for part in (country, first, second if code == "ADM2" else "") if part) if first else ""
    what = "Country" if code.startswith("PCL") else _BY_CODE.get(code) or _BY_CLASS.get(kind, "Place")
    names = tuple(n for n in others.split(",") if LATIN.fullmatch(n))
    return GazetteerPlace(this, name, what, country, people, *where, names, (), division)


def _other_name(cells: Sequence[str]) -> OtherName | None:
    if len(cells) not in _NAMES_COLUMNS:
        raise ValueError(f"{len(cells)} cells between tabs; a row of alternate names has 4, 8 or 10")
    _positive(cells[0], "id")
    place, language, name, flags = _positive(cells[1], "geonameid"), cells[2], cells[3], cells[4:8]
    # historic ones last; links, post codes and airports are no names
    if language not in {"en", ""} or not LATIN.fullmatch(name) or (len(flags) == 4 and flags[3] == "1"):
        return None
    return OtherName(place, name)


def _whos_on_first(cells: Mapping[str, str]) -> GazetteerPlace | None:
    this, name = _positive(cells["id"], "id"), cells["name"].strip()
    gone = cells.get("is_current") == "0" or any(
        cells.get(c) == "1" for c in ("is_deprecated", "is_superseded", "is_ceased")
    )
    gone = gone or any(cells.get(c, "").strip() not in {"", "[]", "-1", "uuuu"} for c in ("superseded_by", "deprecated"))
    what = _PLACES_OF_WOF.get(cells["placetype"])
    latitude = cells.get("latitude") or cells.get("lbl_latitude") or cells.get("geom_latitude") or ""
    longitude = cells.get("longitude") or cells.get("lbl_longitude") or cells.get("geom_longitude") or ""
    where = _degrees(latitude, 90.0, "latitude"), _degrees(longitude, 180.0, "longitude")
    country = _country(
        cells.get("country") or cells.get("iso_country") or cells.get("wof_country") or cells.get("iso") or ""
    )
    people = _whole(cells.get("population") or cells.get("gn_population") or "0", "population")
    if gone or what is None or not name:
        return None
    return GazetteerPlace(this, name, what, country, people, *where, scheme="wof")


def _positive(cell: str, what: str) -> int:
    if not (cell.isascii() and cell.isdigit() and int(cell) > 0):
        raise ValueError(f"the {what} is {cell!r}, and no positive whole number")
    return int(cell)


def _whole(cell: str, what: str) -> int:
    try:
        return max(0, int(cell or "0"))
    except ValueError:
        raise ValueError(f"the {what} is {cell!r}, and no whole number") from None


def _degrees(cell: str, most: float, what: str) -> float:
    try:
        value = float(cell)
    except ValueError:
        raise ValueError(f"the {what} is {cell!r}, and no number") from None
    if not math.isfinite(value) or abs(value) > most:
        raise ValueError(f"the {what} is {cell}, beyond {most:g} degrees")
    return value


def _country(cell: str) -> str:
    cell = cell.strip().upper()
    if cell in {"", "XX", "XY", "XZ", "-1", "-99"}:
        return ""
    if not (len(cell) == 2 and cell.isascii() and cell.isalpha()):
        raise ValueError(f"the country is {cell!r}, and no code of two letters (ISO 3166-1)")
    return cell
