"""What is wrong with authority files: told row by row, all at once, before anything is built from them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from belligraph.inputs import nearest
from belligraph.link.table import SCHEMES, TYPES, Entry, sources_of
from belligraph.model.naming import normalise

__all__ = ["lint"]

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# farther than this from where an identifier's own dataset puts it, it is another place's
MAX_DEGREES = 0.5
Coordinates = Mapping[str, tuple[float, float, str]]
"""Of GeoNames ids: latitude, longitude, country code."""


def lint(entries: Iterable[Entry], coordinates: Coordinates | None = None) -> Iterator[str]:
    """One line for each fault, with file and line. `coordinates` are those of a gazetteer, to compare with.

    A fault is: a key, type, country, day or identifier that is ill-formed; an identifier without a source; one identifier on
    two entities; two identifiers of one scheme on one entity; a strong alias on two entities of one type; a GeoNames id that
    the gazetteer puts in another country.
    """
    by_identifier: dict[tuple[str, str], Entry] = {}
    by_key: dict[str, Entry] = {}
    by_name: dict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        yield from _row(entry)
        if entry.key in by_key:
            yield f"{entry.where}: the key {entry.key!r} is also that of {by_key[entry.key].where}"
        by_key[entry.key] = entry
        for identifier in entry.identifiers:
            other = by_identifier.setdefault(identifier, entry)
            if other.key != entry.key:
                what = ":".join(identifier)
                yield f"{entry.where}: {what} is on {entry.key!r} and on {other.key!r} ({other.where}); one of them is wrong"
            if identifier[0] == "geonames" and coordinates and identifier[1] in coordinates and entry.country:
                country = coordinates[identifier[1]][2]
                if country and country != entry.country:
                    yield f"{entry.where}: geonames:{identifier[1]} lies in {country}, and {entry.key!r} in {entry.country}"
        for name in (entry.label, *entry.aliases):
            by_name[entry.type, normalise(name)][entry.key] = entry
    for (kind, name), found in by_name.items():
        if len(found) > 1:
            first, *others = found.values()
            names = ", ".join(repr(e.key) for e in others)
            yield f"{others[0].where}: {name!r} is a name of {names} and of {first.key!r}, both {kind}; make it a weak alias"


def _row(entry: Entry) -> Iterator[str]:
    if not _KEY.fullmatch(entry.key):
        yield f"{entry.where}: {entry.key!r} is no key; write lower-case words joined by hyphens"
    if not entry.label or not normalise(entry.label):
        yield f"{entry.where}: {entry.key!r} has no label"
    if entry.type not in TYPES:
        close = nearest(entry.type, TYPES) or nearest(entry.type, {t.lower() for t in TYPES})
        yield f"{entry.where}: unknown type {entry.type!r}" + (f"; did you mean {close}?" if close else "")
    if entry.country and not _COUNTRY.fullmatch(entry.country):
        yield f"{entry.where}: {entry.country!r} is no country code of two capital letters (ISO 3166-1)"
    for name in ("valid_from", "valid_until", "checked"):
        value = getattr(entry, name)
        if value and not _DAY.fullmatch(value):
            yield f"{entry.where}: {name} is {value!r}; write YYYY-MM-DD"
    if entry.valid_from and entry.valid_until and entry.valid_until < entry.valid_from:
        yield f"{entry.where}: valid until {entry.valid_until}, before it is valid from {entry.valid_from}"
    seen: set[str] = set()
    for scheme, value in entry.identifiers:
        if scheme not in SCHEMES:
            yield f"{entry.where}: unknown scheme {scheme!r}; the schemes are {', '.join(SCHEMES)}"
        elif not SCHEMES[scheme][0].fullmatch(value):
            yield f"{entry.where}: {value!r} is not what an identifier of {scheme} looks like"
        elif not entry.source or (scheme in {"wikidata", "geonames"} and not sources_of(entry, scheme)):
            yield f"{entry.where}: no source for {scheme}:{value}; name the stored source that gave it, or leave it out"
        if scheme in seen:
            yield f"{entry.where}: two identifiers of {scheme} on {entry.key!r}"
        seen.add(scheme)
    for scheme, value in entry.part_of:
        if scheme not in SCHEMES or not SCHEMES[scheme][0].fullmatch(value):
            yield f"{entry.where}: part_of is {scheme}:{value}, and no identifier of {', '.join(SCHEMES)}"
        elif (scheme, value) in entry.identifiers:
            yield f"{entry.where}: {entry.key!r} is a part of {scheme}:{value}, which it is itself"
        elif not sources_of(entry, "part_of"):
            yield f"{entry.where}: no source for part_of; name behind PO: who says that it is a part of {scheme}:{value}"
