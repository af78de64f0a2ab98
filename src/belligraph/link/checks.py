"""What may be wrong with a release's links, read from its SSSOM files: patterns, duplicates, clashes, drift."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from belligraph.errors import PublicationError
from belligraph.link.linksets import MAPPINGS_FILE, REJECTED_FILE
from belligraph.link.table import SCHEMES

__all__ = ["Mapping", "check_links", "drift", "read_mappings"]


_BROAD = "skos:broadMatch"


@dataclass(frozen=True, slots=True)
class Mapping:
    """One row: subject (`place:KEY`), predicate (a CURIE), object (`wikidata:Q…`), and how sure it is."""

    subject: str
    predicate: str
    obj: str
    confidence: float
    where: str


def read_mappings(path: Path) -> list[Mapping]:
    """The mappings of an SSSOM file of ours, in its order.

    Raises:
        PublicationError: there is no such file, or it is none of ours.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(file)
    except OSError as error:
        raise PublicationError(
            f"cannot be read: {error.strerror}", where=str(path), remedy="Publish again; the links are written then."
        ) from error
    head = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    rows = csv.DictReader(lines[head:], delimiter="\t", quoting=csv.QUOTE_NONE)
    try:
        return [
            Mapping(
                row["subject_id"], row["predicate_id"], row["object_id"], float(row["confidence"]), f"{path}:{head + n + 2}"
            )
            for n, row in enumerate(rows)
        ]
    except (KeyError, ValueError, TypeError) as error:
        raise PublicationError(f"not a mapping file of a release: {error!r}", where=str(path)) from error


def check_links(folder: Path) -> Iterator[str]:
    """One line for each fault of the links in a release's folder.

    A fault is: an identifier that is ill-formed; one thing outside for two entities of ours; two things in one dataset for
    one entity; entities that are the same by way of a third; a part of what it is itself; a pair that a person refused.
    """
    links = read_mappings(folder / MAPPINGS_FILE)
    refused = {(m.subject, m.obj) for m in read_mappings(folder / REJECTED_FILE)}
    by_object: dict[tuple[str, str], Mapping] = {}
    by_subject: dict[tuple[str, str], Mapping] = {}
    same: dict[str, set[str]] = defaultdict(set)
    wider: list[Mapping] = []
    for link in links:
        scheme, _, value = link.obj.partition(":")
        plain = value.removesuffix("/") if scheme == "geonames" else value
        if scheme not in SCHEMES or not SCHEMES[scheme][0].fullmatch(plain):
            yield f"{link.where}: {link.obj!r} is no identifier of {scheme}"
        if (link.subject, link.obj) in refused:
            yield f"{link.where}: {link.subject} is linked to {link.obj}, which a person refused"
        if link.predicate == _BROAD:
            # many are parts of one thing, and one may be a part of several
            wider.append(link)
            continue
        kind = link.subject.partition(":")[0]
        former = by_object.setdefault((kind, link.obj), link)
        if former.subject != link.subject:
            yield f"{link.where}: {link.obj} is linked from {link.subject} and from {former.subject} ({former.where})"
        other = by_subject.setdefault((link.subject, scheme), link)
        if other.obj != link.obj:
            yield f"{link.where}: {link.subject} is linked to {link.obj} and to {other.obj} ({other.where})"
        if link.predicate == "owl:sameAs":
            same[link.obj].add(link.subject.partition(":")[2])
    for link in wider:
        own = by_subject.get((link.subject, link.obj.partition(":")[0]))
        if own is not None and own.obj == link.obj:
            yield f"{link.where}: {link.subject} is said to be {link.obj} ({own.where}), and to be a part of it"
    for obj, keys in sorted(same.items()):
        # a country is an actor and a place under one key; two keys are two entities
        if len(keys) > 1:
            yield f"{', '.join(sorted(keys))} are all the same as {obj}, and so the same as each other"


def drift(former: Path, latter: Path) -> Iterator[str]:
    """What is other in the links of a release than in a former one: `+` new, `-` gone, `~` to something else."""
    before = {_matter(m): m for m in read_mappings(former / MAPPINGS_FILE)}
    after = {_matter(m): m for m in read_mappings(latter / MAPPINGS_FILE)}
    for pair in sorted(before.keys() | after.keys()):
        old, new = before.get(pair), after.get(pair)
        if old is None and new is not None:
            yield f"+ {new.subject} {new.predicate} {new.obj}"
        elif new is None and old is not None:
            yield f"- {old.subject} {old.predicate} {old.obj}"
        elif old is not None and new is not None and (old.predicate, old.obj) != (new.predicate, new.obj):
            yield f"~ {new.subject} {old.predicate} {old.obj} → {new.predicate} {new.obj}"


def _matter(mapping: Mapping) -> tuple[str, str, str]:
    """What it tells: what a subject is in a dataset, or that it is a part of one thing there."""
    broad = mapping.predicate == _BROAD
    return mapping.subject, mapping.obj.partition(":")[0], mapping.obj if broad else ""
