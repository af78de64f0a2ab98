"""The release as flat tables, for whoever has a spreadsheet: claims.csv, incidents.csv, incidents.geojson.

A table says what is said. What the publisher asserts is in the findings; a column of an incident that holds several values,
separated by " | ", is one about which several things are said, whether they agree or not.

Sources: RFC 4180 (CSV), RFC 7946 (GeoJSON: a feature without a place on the map has the geometry null).
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from belligraph.model.graph import NamedGraph
from belligraph.release.reading import ClaimView, Description, read_claims
from belligraph.vocab import BG, RDFS, SCHEMA

__all__ = ["CLAIMS_FILE", "GEOJSON_FILE", "INCIDENTS_FILE", "write_tables"]

CLAIMS_FILE, INCIDENTS_FILE, GEOJSON_FILE = "claims.csv", "incidents.csv", "incidents.geojson"
CLAIM_COLUMNS = (
    "claim", "article", "headline", "publisher", "published", "subject", "subject_label", "property", "object",
    "object_label", "value", "min", "max", "approximate", "count_of", "date", "modality", "speech", "hedge", "source_chain",
    "quote", "start", "end", "contradicts",
)  # fmt: skip
SAID = ("date", "place", "attacker", "target", "instrument", "killed", "injured", "outcome", "damage")
INCIDENT_COLUMNS = (
    "incident",
    "label",
    "type",
    *(f"{name}_said" for name in SAID),
    "sources_differ_on",
    "articles",
    "claims",
)
_BETWEEN = " | "
_WGS84 = "http://www.w3.org/2003/01/geo/wgs84_pos#"


class _Said:
    """What is said about one event, as little of it as the tables need."""

    __slots__ = ("article", "claims", "differs", "point", "values")

    def __init__(self) -> None:
        self.values: dict[str, dict[str, None]] = defaultdict(dict)
        self.differs: set[str] = set()
        self.claims = 0
        self.article = ""
        self.point: tuple[float, float] | None = None


def write_tables(articles: Iterable[tuple[NamedGraph, ...]], folder: Path) -> None:
    """Writes the three files. The articles come with what is derived from them, in any number of graphs.

    Raises:
        OSError: the folder cannot be written.
    """
    said: dict[str, _Said] = defaultdict(_Said)
    incidents: dict[str, tuple[str, str, list[str]]] = {}
    with (folder / CLAIMS_FILE).open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(CLAIM_COLUMNS)
        for graphs in articles:
            told = Description(triple for graph in graphs for triple in graph.triples)
            for claim in read_claims(told):
                rows.writerow(_claim_row(claim, told))
                _note(claim, told, said[claim.subject])
            for iri in told.of_class(BG.Incident):
                kind = "strike" if told.is_a(iri, BG.Strike) else "attack"
                label, _, events = incidents.get(iri, (told.value(iri, RDFS.label) or "", kind, []))
                incidents[iri] = (label, kind, [*events, *told.iris(iri, BG.reportedAs)])
    with (folder / INCIDENTS_FILE).open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(INCIDENT_COLUMNS)
        rows.writerows(_incident_row(iri, *incidents[iri], said) for iri in sorted(incidents))
    features = [_feature(iri, *incidents[iri], said) for iri in sorted(incidents)]
    collection = {"type": "FeatureCollection", "features": features}
    (folder / GEOJSON_FILE).write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _claim_row(claim: ClaimView, told: Description) -> Iterator[object]:
    publisher = next(iter(told.iris(claim.article, SCHEMA.publisher)), "")
    first = claim.passages[0] if claim.passages else None
    yield from (claim.iri, claim.article, told.value(claim.article, SCHEMA.headline), told.label(publisher))
    yield from (told.value(claim.article, SCHEMA.datePublished), claim.subject, claim.subject_label)
    yield from (claim.property_name, claim.object_iri or _concept(claim), claim.object_text)
    yield from (claim.value, claim.minimum, claim.maximum, "true" if claim.is_approximate else "", claim.count_of)
    yield from (claim.edtf, claim.modality, claim.speech, claim.hedge, claim.source)
    yield " … ".join(passage.quote for passage in claim.passages)
    yield from (first.start if first else "", first.end if first else "", " ".join(claim.contradicts))


def _concept(claim: ClaimView) -> str:
    iri = claim.obj[1:-1] if claim.obj[0] == "<" else ""
    return iri if "#" in iri else ""


def _note(claim: ClaimView, told: Description, said: _Said) -> None:
    said.claims += 1
    said.article = claim.article
    text = claim.figures or claim.object_text
    said.values[claim.property_name][f"not: {text}" if claim.is_denied else text] = None
    if claim.contradicts:
        said.differs.add(claim.property_name)
    if claim.property_name == "place" and claim.object_iri and not claim.is_denied and said.point is None:
        latitude, longitude = told.value(claim.object_iri, f"{_WGS84}lat"), told.value(claim.object_iri, f"{_WGS84}long")
        if latitude is not None and longitude is not None:
            said.point = (float(longitude), float(latitude))


def _incident_row(iri: str, label: str, kind: str, events: list[str], said: dict[str, _Said]) -> list[object]:
    reports = [said[event] for event in dict.fromkeys(events) if event in said]
    values = [_BETWEEN.join(dict.fromkeys(text for r in reports for text in r.values.get(name, ()))) for name in SAID]
    differs = _BETWEEN.join(sorted({name for r in reports for name in r.differs}))
    return [iri, label, kind, *values, differs, len({r.article for r in reports}), sum(r.claims for r in reports)]


def _feature(iri: str, label: str, kind: str, events: list[str], said: dict[str, _Said]) -> dict[str, object]:
    row = _incident_row(iri, label, kind, events, said)
    point = next((r.point for e in events if (r := said.get(e)) is not None and r.point is not None), None)
    geometry = {"type": "Point", "coordinates": list(point)} if point else None
    properties = {name: value for name, value in zip(INCIDENT_COLUMNS, row, strict=True) if value not in ("", iri)}
    return {"type": "Feature", "id": iri, "geometry": geometry, "properties": properties}
