"""The release as flat tables, for whoever has a spreadsheet: claims.csv, incidents.csv, incidents.geojson.

Claims of datasets' rows come as finished lines behind those of the articles.

A table says what is said. What the publisher asserts is in the findings; a column of an incident that holds several values,
separated by " | ", is one about which several things are said, whether they agree or not.

Rows are made where the graphs are at hand, article by article; what they need of other articles (which claims contradict
them, the reports of one incident) comes together on disk, so that memory does not grow with the release.

Sources: RFC 4180 (CSV), RFC 7946 (GeoJSON: a feature without a place on the map has the geometry null).
"""

from __future__ import annotations

import csv
import io
import json
import pickle
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from belligraph.model.graph import NamedGraph
from belligraph.ntriples import Triple
from belligraph.release.datasets import read_chunks
from belligraph.release.reading import ClaimView, Description, read_claims
from belligraph.vocab import BG, RDF, RDFS, SCHEMA

__all__ = ["CLAIMS_FILE", "GEOJSON_FILE", "INCIDENTS_FILE", "Rows", "TableWriter", "dataset_rows", "rows_of"]

CLAIMS_FILE, INCIDENTS_FILE, GEOJSON_FILE = "claims.csv", "incidents.csv", "incidents.geojson"
CLAIM_COLUMNS = (
    "claim", "article", "headline", "publisher", "published", "subject", "subject_label", "property", "object",
    "object_label", "value", "min", "max", "approximate", "count_of", "date", "modality", "speech", "hedge", "source_chain",
    "quote", "start", "end", "dataset", "row", "row_columns", "contradicts",
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
_TYPE, _CONTRADICTS, _CLAIM, _INCIDENT = (f"<{t}>" for t in (RDF.type, BG.contradicts, BG.Claim, BG.Incident))


class _Said(NamedTuple):
    """What one article says about one event."""

    article: str
    claims: tuple[tuple[str, str], ...]
    """Each claim with the name of its property."""
    values: dict[str, dict[str, None]]
    """By the name of a property in `SAID`: the texts, each once."""
    point: tuple[float, float] | None
    """Longitude and latitude of the place that is named first and has them."""


class Rows(NamedTuple):
    """What the tables take from some graphs."""

    claims: bytes
    """Pickled: each claim's IRI with its row, which lacks the last column."""
    events: tuple[tuple[str, bytes], ...]
    """Each event's IRI with what is said about it, pickled."""
    incidents: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    """IRI, label, type and the events that are reports of it."""
    rivals: tuple[tuple[str, str], ...]
    """Claims that contradict each other."""


def rows_of(graphs: Iterable[NamedGraph]) -> Rows:
    """The rows of one article's claims, or of some incidents with their findings."""
    triples = [triple for graph in graphs for triple in graph.triples]
    types = {o for _, p, o in triples if p == _TYPE}
    rows = _claim_rows(Description(triples)) if _CLAIM in types else Rows(pickle.dumps([], 5), (), (), ())
    return rows._replace(
        incidents=tuple(_incidents(Description(triples))) if _INCIDENT in types else (),
        rivals=tuple((s[1:-1], o[1:-1]) for s, p, o in triples if p == _CONTRADICTS),
    )


def _claim_rows(told: Description) -> Rows:
    text = io.StringIO(newline="")
    line = csv.writer(text)
    claims: list[tuple[str, str]] = []
    about: dict[str, list[ClaimView]] = defaultdict(list)
    for claim in read_claims(told):
        text.seek(0)
        text.truncate()
        line.writerow(_claim_row(claim, told))
        claims.append((claim.iri, text.getvalue().removesuffix("\r\n")))
        about[claim.subject].append(claim)
    events = tuple((event, pickle.dumps(_said(views, told), 5)) for event, views in about.items())
    return Rows(pickle.dumps(claims, 5), events, (), ())


def dataset_rows(triples: Iterable[Triple]) -> str:
    """The finished lines of `claims.csv` for claims of a dataset's rows; nothing contradicts them."""
    told = Description(triples)
    text = io.StringIO(newline="")
    csv.writer(text).writerows([*_claim_row(claim, told), ""] for claim in read_claims(told))
    return text.getvalue()


class TableWriter:
    """Collects rows and writes the three files."""

    def __init__(self, workspace: Path) -> None:
        """`workspace`: a folder that is there, for files of its own."""
        self._paths = workspace / "tables.sqlite", workspace / "claims.rows"
        self._database = sqlite3.connect(self._paths[0], isolation_level=None)
        self._database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -8000;"
            "CREATE TABLE said (event TEXT PRIMARY KEY, said BLOB) WITHOUT ROWID;"
            "CREATE TABLE incident (iri TEXT PRIMARY KEY, label TEXT, type TEXT, events BLOB) WITHOUT ROWID; BEGIN"
        )
        self._claims = self._paths[1].open("w+b")
        self._rivals: dict[str, list[str]] = {}
        self._datasets: list[Path] = []

    def close(self) -> None:
        """Removes what is kept on disk meanwhile."""
        self._database.close()
        self._claims.close()
        for path in self._paths:
            path.unlink(missing_ok=True)

    def add(self, rows: Rows) -> None:
        """Adds rows; claims come in this order."""
        self._claims.write(rows.claims)
        self._database.executemany("INSERT INTO said VALUES (?, ?)", rows.events)
        self._database.executemany(
            "INSERT INTO incident VALUES (?, ?, ?, ?)",
            [(iri, label, kind, pickle.dumps(events, 5)) for iri, label, kind, events in rows.incidents],
        )
        for claim, other in rows.rivals:
            self._rivals.setdefault(claim, []).append(other)

    def add_dataset(self, table: Path) -> None:
        """Adds what `dataset_rows` made, compressed; its lines come behind those of all articles, and the file stays."""
        self._datasets.append(table)

    def write(self, folder: Path) -> None:
        """Writes the files into the folder.

        Raises:
            OSError: the folder cannot be written.
            PublicationError: a dataset's file is damaged.
        """
        with (folder / CLAIMS_FILE).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerow(CLAIM_COLUMNS)
            self._claims.seek(0)
            while self._claims.peek(1):
                for claim, row in pickle.load(self._claims):
                    out.write(f"{row},{' '.join(self._rivals.get(claim, ()))}\r\n")
            for table_of_rows in self._datasets:
                for lines in read_chunks(table_of_rows):
                    out.write(lines.decode())
        with (
            (folder / INCIDENTS_FILE).open("w", encoding="utf-8", newline="") as table,
            (folder / GEOJSON_FILE).open("w", encoding="utf-8", newline="\n") as collection,
        ):
            writer = csv.writer(table)
            writer.writerow(INCIDENT_COLUMNS)
            between = ""
            collection.write('{"type": "FeatureCollection", "features": [')
            for row, point in self._incident_rows():
                writer.writerow(row)
                collection.write(f"{between}\n{json.dumps(_feature(row, point), ensure_ascii=False)}")
                between = ","
            collection.write("\n]}\n")

    def _incident_rows(self) -> Iterator[tuple[list[object], tuple[float, float] | None]]:
        """The row of each incident and where it is, by IRI."""
        for iri, label, kind, blob in self._database.execute("SELECT * FROM incident ORDER BY iri"):
            reports: list[_Said] = []
            for event in dict.fromkeys(pickle.loads(blob)):
                found = self._database.execute("SELECT said FROM said WHERE event = ?", (event,)).fetchone()
                if found:
                    reports.append(pickle.loads(found[0]))
            values = [
                _BETWEEN.join(dict.fromkeys(text for r in reports for text in r.values.get(name, ()))) for name in SAID
            ]
            differs = {name for r in reports for claim, name in r.claims if claim in self._rivals}
            counts = len({r.article for r in reports}), sum(len(r.claims) for r in reports)
            point = next((r.point for r in reports if r.point is not None), None)
            yield [iri, label, kind, *values, _BETWEEN.join(sorted(differs)), *counts], point


def _incidents(told: Description) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    for iri in told.of_class(BG.Incident):
        kind = "strike" if told.is_a(iri, BG.Strike) else "attack"
        yield iri, told.value(iri, RDFS.label) or "", kind, tuple(told.iris(iri, BG.reportedAs))


def _claim_row(claim: ClaimView, told: Description) -> Iterator[object]:
    publisher = next(iter(told.iris(claim.article, SCHEMA.publisher)), "")
    first = claim.passages[0] if claim.passages else None
    yield from (claim.iri, claim.article, told.value(claim.article, SCHEMA.headline), told.label(publisher))
    yield from (told.value(claim.article, SCHEMA.datePublished), claim.subject, claim.subject_label)
    yield from (claim.property_name, claim.object_iri or _concept(claim), claim.object_text)
    yield from (claim.value, claim.minimum, claim.maximum, "true" if claim.is_approximate else "", claim.count_of)
    yield from (claim.edtf, claim.modality, claim.speech, claim.hedge, claim.source)
    yield " … ".join(passage.quote for passage in claim.passages)
    yield from (first.start if first else "", first.end if first else "")
    row = next(iter(told.iris(claim.iri, BG.evidence)), "")
    yield from (told.label(told.value(row, BG.inDataset) or ""), told.value(row, BG.rowId))
    yield " ".join(told.values(claim.iri, BG.column))


def _concept(claim: ClaimView) -> str:
    iri = claim.obj[1:-1] if claim.obj[0] == "<" else ""
    return iri if "#" in iri else ""


def _said(claims: list[ClaimView], told: Description) -> _Said:
    values: dict[str, dict[str, None]] = {}
    point = None
    for claim in claims:
        if claim.property_name in SAID:
            text = claim.figures or claim.object_text
            values.setdefault(claim.property_name, {})[f"not: {text}" if claim.is_denied else text] = None
        if claim.property_name == "place" and claim.object_iri and not claim.is_denied and point is None:
            latitude, longitude = told.value(claim.object_iri, f"{_WGS84}lat"), told.value(claim.object_iri, f"{_WGS84}long")
            if latitude is not None and longitude is not None:
                point = float(longitude), float(latitude)
    return _Said(claims[0].article, tuple((c.iri, c.property_name) for c in claims), values, point)


def _feature(row: list[object], point: tuple[float, float] | None) -> dict[str, object]:
    geometry = {"type": "Point", "coordinates": list(point)} if point else None
    properties = {name: value for name, value in zip(INCIDENT_COLUMNS, row, strict=True) if value not in ("", row[0])}
    return {"type": "Feature", "id": row[0], "geometry": geometry, "properties": properties}
