"""The actor list of UCDP (https://ucdp.uu.se/downloads/) as an authority file: armed groups and governments with UCDP's ids.

A group that an authority file knows already by a name of its own keeps that row and gets the id. Informally organised groups
are left out: they are called after peoples ("Dinka"), and a people is no armed group.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from belligraph.errors import InputError
from belligraph.link.table import COLUMNS, Entry
from belligraph.model.naming import normalise

__all__ = ["UcdpActors", "read_ucdp_actors", "write_table"]

_NAMES = ("NewNameFullEng", "NameOrigFullEng", "NameData", "NewName", "NameOrig", "NameOrigFull", "NewNameFullMotherTongue")
_FORMAL, _INFORMAL, _GOVERNMENT = "1", frozenset({"2", "3"}), "4"
# a name of one short word is a word of the language, too, or somebody else's acronym: IS, ETA, Forward
_LONG = 9
# "Hezbollah (Party of God)", "PIJ - Palestinian Islamic Jihad" hold two names each
_PARTS = re.compile(r"\s+-\s+|\s*[()]\s*|\s*;\s*|\s*/\s*")


@dataclass(frozen=True, slots=True)
class UcdpActors:
    """The rows for an authority file, and what became of the others."""

    entries: tuple[Entry, ...]
    joined: tuple[str, ...]
    """Keys of entities known already that got an id."""
    left_out: int


def read_ucdp_actors(path: Path, known: Iterable[Entry], countries: dict[str, str]) -> UcdpActors:
    """Reads the list; `known` are the entities of the layers, `countries` ISO codes by normalised name.

    Raises:
        InputError: no such list, or rows with faults, which the message names by line.
    """
    raw = _bytes(path)
    source = f"UC: UCDP actors {path.name} sha256 {hashlib.sha256(raw).hexdigest()[:16]}, CC BY 4.0"
    theirs = _by_name(known)
    entries: list[Entry] = []
    joined: list[str] = []
    faults: list[str] = []
    left_out = 0
    for number, row in _rows(raw, path):
        where = f"{path}:{number}"
        this, name, kind = row.get("ActorId", ""), row.get("NameData", ""), row.get("Org", "")
        if not this.isdigit() or not int(this):
            faults.append(f"{where}: ActorId is {this!r}, and no positive whole number")
        elif not normalise(name):
            faults.append(f"{where}: NameData is {name!r}, and no name")
        elif kind not in {_FORMAL, _GOVERNMENT, *_INFORMAL}:
            faults.append(f"{where}: Org is {kind!r}, and none of 1, 2, 3, 4")
        elif kind in _INFORMAL:
            left_out += 1
        else:
            entry = _entry(row, f"{source} [{name.replace('|', '/')}]", countries, where)
            found = _same(entry, theirs)
            if found is not None and any(scheme == "ucdp" for scheme, _ in found.identifiers):
                left_out += 1
                continue
            if found is not None:
                joined.append(found.key)
                told = " || ".join(part for part in (found.source, entry.source) if part)
                entry = replace(found, identifiers=(*found.identifiers, *entry.identifiers), source=told, where=where)
            entries.append(entry)
    if faults:
        told = "\n".join(faults[:20]) + (f"\n… and {len(faults) - 20} more" if len(faults) > 20 else "")
        raise InputError(f"{len(faults)} faults; nothing was installed\n{told}", where=str(path), remedy="Mend these rows.")
    return UcdpActors(tuple(_apart(entries, theirs)), tuple(sorted(joined)), left_out)


def write_table(entries: Sequence[Entry], path: Path) -> None:
    """Writes an authority file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*COLUMNS, "part_of"))
        for e in entries:
            identifiers = "|".join(f"{scheme}:{value}" for scheme, value in e.identifiers)
            lists = ("|".join(e.aliases), "|".join(e.weak_aliases), "|".join(e.negatives))
            row = (
                e.key,
                e.label,
                e.type,
                e.country,
                *lists,
                e.valid_from,
                e.valid_until,
                identifiers,
                e.source,
                e.checked,
                "|".join(f"{scheme}:{value}" for scheme, value in e.part_of),
            )
            writer.writerow(row)


def _entry(row: dict[str, str], source: str, countries: dict[str, str], where: str) -> Entry:
    government = row["Org"] == _GOVERNMENT
    names = [part for column in _NAMES for part in _PARTS.split(row.get(column, "")) if normalise(part)]
    names = list(dict.fromkeys(part.replace("|", "/").strip() for part in names))
    label = next((row[c].strip() for c in _NAMES[:3] if normalise(row.get(c, ""))), row["NameData"]).replace("|", "/")
    firm = [n for n in names if len(normalise(n)) >= _LONG or " " in normalise(n)]
    return Entry(
        key=f"ucdp-{row['ActorId']}",
        label=label,
        type="Organisation" if government else "ArmedGroup",
        country=countries.get(normalise(row.get("Location", "")), ""),
        aliases=tuple(n for n in firm if n != label),
        weak_aliases=tuple(n for n in names if n not in firm and n != label),
        identifiers=(("ucdp", str(int(row["ActorId"]))),),
        source=source,
        where=where,
    )


def _apart(entries: Sequence[Entry], theirs: dict[str, list[Entry]]) -> list[Entry]:
    """The entries with every name that several have made a weak one of each; a label that several have tells the id, too."""
    counts = Counter(
        n for e in entries for n in {normalise(name) for name in (e.label, *e.aliases)} if e.key.startswith("ucdp-")
    )
    taken = {n for n, found in theirs.items() if found}
    kept: list[Entry] = []
    for e in entries:
        if not e.key.startswith("ucdp-"):
            kept.append(e)
            continue
        shared = [a for a in e.aliases if counts[normalise(a)] > 1 or normalise(a) in taken]
        label = e.label
        if counts[normalise(label)] > 1 or normalise(label) in taken:
            shared, label = [label, *shared], f"{label} (UCDP {e.identifiers[0][1]})"
        aliases = tuple(a for a in e.aliases if a not in shared)
        kept.append(replace(e, label=label, aliases=aliases, weak_aliases=(*e.weak_aliases, *shared)))
    return kept


def _by_name(known: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in known:
        for name in {normalise(n) for n in (entry.label, *entry.aliases)}:
            found.setdefault(name, []).append(entry)
    return found


def _same(entry: Entry, theirs: dict[str, list[Entry]]) -> Entry | None:
    """The one known group that has a name of this one as its own."""
    if entry.type != "ArmedGroup":
        return None
    names = {normalise(n) for n in (entry.label, *entry.aliases)}
    found = {e.key: e for n in names for e in theirs.get(n, ()) if e.type in {"ArmedGroup", "PoliticalParty"}}
    return next(iter(found.values())) if len(found) == 1 else None


def _rows(raw: bytes, path: Path) -> Iterable[tuple[int, dict[str, str]]]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # UCDP's own files are of Windows
        text = raw.decode("cp1252", errors="replace")
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    try:
        for row in reader:
            if None in row or None in row.values():
                raise InputError("more or fewer cells than the header has", where=f"{path}:{reader.line_num}")
            cells = {name.strip(): "" if value.strip() in {"NA", "NULL"} else value.strip() for name, value in row.items()}
            yield reader.line_num, {("ActorId" if name.lower() == "actorid" else name): v for name, v in cells.items()}
    except csv.Error as error:
        raise InputError(f"no CSV: {error}", where=f"{path}:{reader.line_num}", remedy="Save it as CSV.") from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(path), remedy="Check the path.") from error
