"""Authority files: CSV tables of entities that people keep, in layers; a nearer layer's row takes the place of one behind.

    key             names the entity in IRIs; lower-case words joined by hyphens
    label, type     its name; one of TYPES
    country         ISO 3166-1 alpha-2, where it lies or belongs to one
    aliases         names that are its own, | between them; compared as `model.naming` says
    weak_aliases    names that are also others': they count only where type and country agree
    negatives       names that look like it and are not it
    valid_from, valid_until    days (YYYY-MM-DD) before and after which the name means something else
    identifiers     scheme:value, | between them; schemes are those of SCHEMES
    source          which stored source gave the identifiers; a row without identifiers needs none
    checked         the day on which somebody checked them
    part_of         identifiers of what it is a part of; the column may be left out; `source` names who says so with `PO:`

"No external identifier" is a normal state.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import unquote

from belligraph.errors import InputError

__all__ = [
    "ACTOR_TYPES",
    "COLUMNS",
    "GAZETTEER_SUFFIX",
    "PAGES",
    "PLACE_TYPES",
    "SCHEMES",
    "TITLES",
    "TYPES",
    "Entry",
    "layers",
    "outside_name",
    "read_table",
    "sources_of",
    "user_folder",
]

COLUMNS = (
    "key", "label", "type", "country", "aliases", "weak_aliases", "negatives", "valid_from", "valid_until", "identifiers",
    "source", "checked",
)  # fmt: skip
_OPTIONAL = ("part_of",)
GAZETTEER_SUFFIX = ".gazetteer.json"
"""What the record of an installed gazetteer ends with."""
ACTOR_TYPES = frozenset(
    {"ArmedForce", "ArmedGroup", "MilitaryCommand", "NewsAgency", "NewsMedia", "Organisation", "Person", "PoliticalParty"}
)
PLACE_TYPES = frozenset(
    {"AdminArea", "Airport", "ArchaeologicalSite", "City", "Facility", "MilitaryBase", "OilField", "Place", "Region"}
    | {"WaterBody"}
)
_OTHER_TYPES = {
    "AircraftType",
    "Concept",
    "Conflict",
    "Country",
    "Event",
    "EventType",
    "MilitaryOperation",
    "War",
    "WeaponType",
}
TYPES = ACTOR_TYPES | PLACE_TYPES | _OTHER_TYPES
"""What an entity may be; a country is an actor and a place."""
SCHEMES: Mapping[str, tuple[re.Pattern[str], str]] = MappingProxyType(
    {
        "wikidata": (re.compile(r"Q[1-9][0-9]*"), "http://www.wikidata.org/entity/"),
        "geonames": (re.compile(r"[1-9][0-9]*"), "https://sws.geonames.org/"),
        "wikipedia": (re.compile(r"[^\s|<>\"{}^`\\]+"), "https://en.wikipedia.org/wiki/"),
        "frwiki": (re.compile(r"[^\s|<>\"{}^`\\]+"), "https://fr.wikipedia.org/wiki/"),
        "wof": (re.compile(r"[1-9][0-9]*"), "https://spelunker.whosonfirst.org/id/"),
        "icao": (re.compile(r"[A-Z][A-Z0-9]{3}"), ""),
        "iata": (re.compile(r"[A-Z]{3}"), ""),
        "ourairports": (re.compile(r"[0-9]+"), ""),
        "ucdp": (re.compile(r"[0-9]+"), "https://ucdp.uu.se/actor/"),
    }
)
"""Each scheme's pattern, and what its IRIs begin with; one without IRIs is a code that is kept as such."""
TITLES: Mapping[str, str] = MappingProxyType(
    {
        "wikidata": "Wikidata",
        "geonames": "GeoNames",
        "wikipedia": "the English Wikipedia",
        "frwiki": "the French Wikipedia",
        "wof": "Who's On First",
        "ucdp": "UCDP",
    }
)
"""What the schemes with IRIs are called."""
PAGES = frozenset({"wikipedia", "frwiki"})
"""The schemes whose IRIs are pages about a thing, called by its name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row, with its file and line for messages."""

    key: str
    label: str
    type: str
    country: str = ""
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    negatives: tuple[str, ...] = ()
    valid_from: str = ""
    valid_until: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    source: str = ""
    checked: str = ""
    where: str = ""
    part_of: tuple[tuple[str, str], ...] = ()


def read_table(path: Path) -> Iterator[Entry]:
    """The rows of an authority file, in its order.

    Raises:
        InputError: not such a table: no UTF-8, no header with `key`, `label` and `type`, an unknown column, a row too short.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            header = reader.fieldnames or ()
            for column in ("key", "label", "type"):
                if column not in header:
                    raise InputError(
                        f"no column {column!r}", where=f"{path}:1", remedy=f"The columns are: {', '.join(COLUMNS)}."
                    )
            for column in header:
                if column not in (*COLUMNS, *_OPTIONAL):
                    raise InputError(
                        f"unknown column {column!r}", where=f"{path}:1", remedy=f"The columns are: {', '.join(COLUMNS)}."
                    )
            for row in reader:
                if None in row or None in row.values():
                    raise InputError("more or fewer cells than the header has", where=f"{path}:{reader.line_num}")
                yield _entry(row, f"{path}:{reader.line_num}")
    except FileNotFoundError as error:
        raise InputError("there is no such file", where=str(path), remedy="Check the path.") from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"not CSV in UTF-8: {error}", where=str(path), remedy="Save it as CSV, UTF-8.") from error


def layers(publication: Path | None = None, user: Path | None = None) -> tuple[Path, ...]:
    """The authority files (`.csv`) and installed gazetteers (`.gazetteer.json`) that count, the nearest first: the
    publication's, the user's, those of Belligraph."""
    found: list[Path] = []
    for folder in (publication / "authority" if publication else None, user, Path(__file__).parent / "data"):
        if folder is not None and folder.is_dir():
            found += sorted(folder.glob("*.csv")) + sorted(folder.glob(f"*{GAZETTEER_SUFFIX}"))
    return tuple(found)


def user_folder() -> Path:
    """Where the user's own authority files lie: $XDG_CONFIG_HOME/belligraph/authority, or under ~/.config."""
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "belligraph" / "authority"


def sources_of(entry: Entry, scheme: str) -> tuple[str, ...]:
    """The stored sources that gave the identifier of that scheme: `WD: a ; b || GN: c` names two for Wikidata.

    For the scheme `part_of`: those that say what it is a part of.
    """
    mark = {"wikidata": "WD:", "geonames": "GN:", "wikipedia": "WP:", "ucdp": "UC:", "part_of": "PO:"}.get(scheme)
    parts = [part.strip() for part in entry.source.split("||")]
    marked = [part.removeprefix(mark).strip() for part in parts if mark and part.startswith(mark)]
    if not marked and not any(re.match(r"[A-Z]{2,4}:", part) for part in parts):
        marked = parts
    return tuple(source.strip() for part in marked for source in part.split(" ; ") if source.strip())


def independent(sources: Iterable[str]) -> int:
    """How many of the sources are by different hands, as far as their names tell: two files of one project are one."""
    return len({re.split(r"[/@ :-]", source, maxsplit=1)[0].lower() for source in sources})


def _entry(row: Mapping[str, str], where: str) -> Entry:
    return Entry(
        key=_cell(row, "key"),
        label=_cell(row, "label"),
        type=_cell(row, "type"),
        country=_cell(row, "country"),
        aliases=_listed(row.get("aliases", "")),
        weak_aliases=_listed(row.get("weak_aliases", "")),
        negatives=_listed(row.get("negatives", "")),
        valid_from=_cell(row, "valid_from"),
        valid_until=_cell(row, "valid_until"),
        identifiers=_identifiers(row.get("identifiers", ""), where),
        source=_cell(row, "source"),
        checked=_cell(row, "checked"),
        where=where,
        part_of=_identifiers(row.get("part_of", ""), where),
    )


def _identifiers(cell: str, where: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for identifier in _listed(cell):
        scheme, colon, value = identifier.partition(":")
        if not colon:
            raise InputError(
                f"{identifier!r} is no identifier", where=where, remedy="Write scheme:value, such as wikidata:Q796."
            )
        found.append((scheme, value))
    return tuple(found)


def _cell(row: Mapping[str, str], name: str) -> str:
    return row.get(name, "").strip()


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def outside_name(iri: str) -> str:
    """What a reader calls a thing of an outside dataset: "Wikidata Q796"; the IRI itself where we know no name."""
    for scheme, title in TITLES.items():
        pattern, prefix = SCHEMES[scheme]
        value = unquote(iri.removeprefix(prefix).removesuffix("/"))
        if iri.startswith(prefix) and pattern.fullmatch(value):
            return f"“{value.replace('_', ' ')}” in {title}" if scheme in PAGES else f"{title} {value}"
    return iri
