"""How fast datasets are imported, and in how much memory, against the plain way of doing it in the same run.

    python bench/importing.py [--rows 10000 100000] [--baseline 2000] [--datasets acled ucdp gdelt]

The plain way reads an ACLED file with `csv.DictReader`, puts the same triples into one rdflib graph and serializes it; it
validates nothing. That both say the same is checked first. Each measurement has a process of its own; rates are those per
second of its processor time, so that what else the machine does counts little, and the peak is what the system says of it.
Ratios are what to compare between machines; the seconds are this machine's.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import rdflib
from rdflib import RDF, RDFS, XSD, Literal, URIRef

from belligraph.datasets import MAPPERS, read_records
from belligraph.iri import Iris
from belligraph.pipeline.datasets import import_dataset
from belligraph.vocab import BG, DCTERMS, GEO, PROV, SEM, SKOS, concept_iri

BASE = "https://belligraph.example/"
UNITS_A_MIB = 1024 if sys.platform != "darwin" else 1024 * 1024

GROUPS = ("Ember Front", "Harrow Brigade", "Salt March Fighters", "Orrin Column", "Ashfield Rebels")
FORCES = ("Military Forces of Marefold (2019-)", "River Guard", "Military Forces of Veska (2011-)")
COUNTRIES = ("Marefold", "Veska", "Northland")
WIRES = ("Harbour Gazette", "Radio Delta", "Northern Wire")
KINDS = {"Rebel group": "armed-group", "State forces": "armed-force"}


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--baseline", type=int, default=2000, help="rows for the plain way, which is slow")
    parser.add_argument("--datasets", nargs="+", default=list(MAPPERS), choices=list(MAPPERS))
    parser.add_argument("--measure", nargs=3, metavar=("HOW", "FILE", "FOLDER"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.measure:
        measure(*arguments.measure)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_that_both_say_the_same(folder)
        print("                        rows   quads/row   rows/s   quads/s   peak MiB")
        plain = measured(folder, "plain", written(folder, "acled", arguments.baseline))
        print(f"plain csv + rdflib  {plain}")
        for dataset in arguments.datasets:
            for rows in arguments.rows:
                ours = measured(folder, dataset, written(folder, dataset, rows))
                ratio = f"   {ours.rows_a_second / plain.rows_a_second:.1f}× the plain rows/s" if dataset == "acled" else ""
                print(f"import {dataset:12} {ours}{ratio}")


class Measured:
    """What a child process told of its work."""

    def __init__(self, told: str) -> None:
        rows, quads, seconds, peak = told.split()
        self.rows, self.quads, self.seconds, self.peak = int(rows), int(quads), float(seconds), float(peak)

    @property
    def rows_a_second(self) -> float:
        return self.rows / self.seconds

    def __str__(self) -> str:
        each, rate = self.quads / self.rows, self.quads / self.seconds
        return f"{self.rows:10,} {each:11.1f} {self.rows_a_second:8,.0f} {rate:9,.0f} {self.peak:10.0f}"


def measured(folder: Path, how: str, path: Path) -> Measured:
    """One measurement in a process of its own."""
    command = [sys.executable, __file__, "--measure", how, str(path), str(folder / f"to-{path.stem}")]
    return Measured(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(how: str, path: str, to: str) -> None:
    """Does the work and tells rows, quads, seconds and the peak in MiB."""
    started = time.process_time()
    if how == "plain":
        rows, quads = plain_way(Path(path), Path(f"{to}.nt"))
    else:
        dataset = import_dataset(how, path, to).dataset
        rows, quads = dataset.rows, dataset.quads
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / UNITS_A_MIB
    print(rows, quads, seconds, peak)


def written(folder: Path, dataset: str, rows: int) -> Path:
    """A file of synthetic rows in the dataset's columns."""
    path = folder / f"{dataset}-{rows}.csv"
    chance = random.Random(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        if dataset == "gdelt":
            for n in range(rows):
                cells = gdelt_row(n, chance)
                file.write("\t".join(cells.get(i, "") for i in range(1, 62)) + "\n")
        else:
            generate = acled_row if dataset == "acled" else ucdp_row
            first = generate(0, chance)
            writer = csv.DictWriter(file, list(first))
            writer.writeheader()
            writer.writerows(generate(n, chance) for n in range(rows))
    return path


def acled_row(n: int, chance: random.Random) -> dict[str, str]:
    """One row of ACLED's 31 columns."""
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
    country, district = chance.choice(COUNTRIES), chance.randrange(200)
    kind = chance.choice(("Armed clash", "Government regains territory"))
    return {
        "event_id_cnty": f"MRF{n}", "event_date": day.isoformat(), "year": str(day.year), "time_precision": "1",
        "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": kind,
        "actor1": chance.choice(GROUPS), "assoc_actor_1": "", "inter1": "Rebel group", "actor2": chance.choice(FORCES),
        "assoc_actor_2": "", "inter2": "State forces", "interaction": "State forces-Rebel group", "civilian_targeting": "",
        "iso": str(900 + COUNTRIES.index(country)), "region": "Middle Reach", "country": country,
        "admin1": f"Province {district // 10} of {country}", "admin2": f"District {district} of {country}", "admin3": "",
        "location": f"Place {chance.randrange(5000)}", "latitude": f"{chance.uniform(-60, 60):.4f}",
        "longitude": f"{chance.uniform(-179, 179):.4f}", "geo_precision": "1", "source": "; ".join(chance.sample(WIRES, 2)),
        "source_scale": "National", "notes": f"On {day}, the two sides fought at a crossing; {n % 9} were reported dead.",
        "fatalities": str(n % 9), "tags": "", "timestamp": "1715600000",
    }  # fmt: skip


def ucdp_row(n: int, chance: random.Random) -> dict[str, str]:
    """One row with the columns of UCDP GED that are kept."""
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
    country, district, best = chance.choice(COUNTRIES), chance.randrange(200), chance.randrange(40)
    group = chance.choice(GROUPS)
    return {
        "id": str(n), "type_of_violence": "1", "dyad_name": f"Government of {country} - {group}", "side_a_new_id": "7",
        "side_a": f"Government of {country}", "side_b_new_id": str(GROUPS.index(group)), "side_b": group,
        "number_of_sources": "2", "source_article": f"{chance.choice(WIRES)},{day},Report {n}",
        "source_headline": f"Report {n}", "source_original": "army spokesman", "where_prec": "2",
        "where_coordinates": f"Place {chance.randrange(5000)}", "adm_1": f"Province {district // 10} of {country}",
        "adm_2": f"District {district} of {country}", "latitude": f"{chance.uniform(-60, 60):.4f}",
        "longitude": f"{chance.uniform(-179, 179):.4f}", "country": country, "country_id": "645", "event_clarity": "1",
        "date_prec": "1", "date_start": f"{day} 00:00:00.000", "date_end": f"{day} 00:00:00.000", "deaths_a": "0",
        "deaths_b": str(best), "deaths_civilians": "0", "deaths_unknown": "0", "best": str(best), "high": str(best + 3),
        "low": str(best // 2), "gwnoa": "645", "gwnob": "",
    }  # fmt: skip


def gdelt_row(n: int, chance: random.Random) -> dict[int, str]:
    """One row of GDELT 2.0, by position from 1."""
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(1500))
    code, group = chance.choice(("190", "193", "195", "042", "173")), chance.randrange(len(GROUPS))
    return {
        1: str(n), 2: f"{day:%Y%m%d}", 6: f"G{group}REB", 7: GROUPS[group].upper(), 13: "REB", 16: "MRFMIL", 17: "ARMY",
        23: "MIL", 27: code, 28: code, 29: code[:2], 32: "6", 33: "2", 52: "4", 53: f"Place {chance.randrange(5000)}",
        54: "MF", 55: f"MF{chance.randrange(30):02}", 57: f"{chance.uniform(-60, 60):.4f}",
        58: f"{chance.uniform(-179, 179):.4f}", 61: f"https://gazette.example/{n}",
    }  # fmt: skip


def plain_way(path: Path, out: Path) -> tuple[int, int]:
    """Reads, maps into one graph, serializes: rows and triples."""
    graph = rdflib.Graph()
    rows = 0
    with path.open(encoding="utf-8", newline="") as file:
        for rows, row in enumerate(csv.DictReader(file), 1):  # noqa: B007
            for triple in plain_row(row):
                graph.add(triple)
    graph.serialize(out, format="nt")
    return rows, len(graph)


def plain_row(row: Mapping[str, str]) -> Iterator[tuple[URIRef, URIRef, URIRef | Literal]]:
    """An ACLED row as whoever knows rdflib and the ontology would write it, for rows such as `acled_row` makes."""
    dataset = f"{BASE}id/dataset/acled"
    row_id = row["event_id_cnty"]

    def node(kind: str, rest: str = "") -> URIRef:
        return URIRef(f"{dataset}/{kind}/{row_id}{rest}")

    def digest(*parts: str) -> str:
        return hashlib.sha256("|".join(quote(part) for part in parts).encode()).hexdigest()[:16]

    def concept(scheme: str, name: str) -> URIRef:
        return URIRef(concept_iri(scheme, name))

    a, label, inside = RDF.type, RDFS.label, URIRef(BG.inDataset)
    this, event, place, source = node("row"), node("event"), node("place"), node("source", "/1")
    first, second = node("attribution", "/1"), node("attribution", "/2")
    yield from (
        (this, a, URIRef(BG.DatasetRow)), (this, inside, URIRef(dataset)), (this, URIRef(BG.rowId), Literal(row_id)),
        (this, URIRef(DCTERMS.description), Literal(row["notes"])), (event, a, URIRef(BG.Event)),
        (event, a, URIRef(BG.Attack)),
        (event, label, Literal(f"{row['sub_event_type']}, {row['location']}, {row['event_date']}")),
        (event, inside, URIRef(dataset)), (event, URIRef(BG.evidence), this),
        (event, URIRef(BG.category), concept("acled", "battles")),
        (event, URIRef(BG.category), concept("acled", row["sub_event_type"].lower().replace(" ", "-"))),
        (event, URIRef(BG.categoryCode), Literal(row["sub_event_type"])),
        (first, a, URIRef(PROV.Attribution)), (first, URIRef(PROV.agent), URIRef(dataset)),
        (first, URIRef(BG.cites), second), (second, a, URIRef(PROV.Attribution)), (second, URIRef(PROV.agent), source),
        (source, a, URIRef(PROV.Agent)), (source, label, Literal(row["source"])),
    )  # fmt: skip
    objects: dict[str, tuple[str, URIRef, tuple[str, ...]]] = {}
    for column, kind_column in (("actor1", "inter1"), ("actor2", "inter2")):
        kind = KINDS[row[kind_column]]
        actor = URIRef(f"{dataset}/actor/{digest(row[column], kind, '')}")
        yield from (
            (actor, a, URIRef(BG.Actor)), (actor, label, Literal(row[column])),
            (actor, URIRef(BG.actorKind), concept("actor-kind", kind)), (actor, inside, URIRef(dataset)),
        )  # fmt: skip
        objects[column] = (SEM.hasActor, actor, (column,))
    within = None
    for column, code in (("country", row["iso"]), ("admin1", ""), ("admin2", "")):
        outer = f"<{within}>" if within is not None else ""
        area = URIRef(f"{dataset}/area/{digest(row[column], code, outer)}")
        kind = "country" if column == "country" else "region"
        yield from (
            (area, a, URIRef(SEM.Place)), (area, label, Literal(row[column])), (area, inside, URIRef(dataset)),
            (area, URIRef(BG.placeKind), concept("place-kind", kind)),
        )  # fmt: skip
        if code:
            yield area, URIRef(SKOS.notation), Literal(code)
        if within is not None:
            yield area, URIRef(GEO.sfWithin), within
        within = area
    assert within is not None
    shape, when, number = node("place", "/geometry"), node("claim", "/time/time"), node("claim", "/killed/quantity")
    point = Literal(f"POINT({row['longitude']} {row['latitude']})", datatype=URIRef(GEO.wktLiteral))
    day = Literal(row["event_date"], datatype=XSD.date)
    yield from (
        (place, a, URIRef(SEM.Place)), (place, label, Literal(row["location"])), (place, inside, URIRef(dataset)),
        (place, URIRef(GEO.hasGeometry), shape), (shape, a, URIRef(GEO.Geometry)), (shape, URIRef(GEO.asWKT), point),
        (place, URIRef(BG.precision), concept("acled-geo-precision", row["geo_precision"])),
        (place, URIRef(GEO.sfWithin), within), (when, a, URIRef(SEM.Time)),
        (when, URIRef(BG.edtf), Literal(row["event_date"])),
        (when, URIRef(SEM.hasEarliestBeginTimeStamp), day), (when, URIRef(SEM.hasLatestEndTimeStamp), day),
        (when, URIRef(BG.words), Literal(row["event_date"])),
        (when, URIRef(BG.precision), concept("acled-time-precision", row["time_precision"])),
        (number, a, URIRef(BG.Quantity)), (number, URIRef(BG.words), Literal(row["fatalities"])),
        (number, URIRef(BG.value), Literal(int(row["fatalities"]))), (number, URIRef(BG.approximate), Literal(False)),
    )  # fmt: skip
    objects["place"] = (SEM.hasPlace, place, ("location",))
    objects["time"] = (SEM.hasTime, when, ("event_date", "time_precision"))
    objects["killed"] = (BG.killed, number, ("fatalities",))
    for name, (predicate, obj, columns) in objects.items():
        claim = node("claim", f"/{name}")
        yield from (
            (claim, a, URIRef(BG.Claim)), (claim, RDF.subject, event), (claim, RDF.predicate, URIRef(predicate)),
            (claim, RDF.object, obj), (claim, URIRef(BG.modality), concept("modality", "certain")),
            (claim, URIRef(BG.evidence), this), (claim, URIRef(PROV.qualifiedAttribution), first),
        )  # fmt: skip
        for column in columns:
            yield claim, URIRef(BG.column), Literal(column)


def check_that_both_say_the_same(folder: Path) -> None:
    """Holds the plain way against the mapper on a hundred rows."""
    path, mapper = written(folder, "acled", 100), MAPPERS["acled"]
    ours, plain = rdflib.Graph(), rdflib.Graph()
    iris = Iris(BASE).dataset("acled")
    for record in read_records(path, mapper.layout, mapper.title):
        row = mapper.map(record, iris)
        triples = [*row.triples, *(triple for shared in row.shared.values() for triple in shared)]
        ours.parse(data="".join(f"{s} {p} {o} .\n" for s, p, o in triples), format="nt")
        for triple in plain_row(record.cells):
            plain.add(triple)
    if set(ours) != set(plain):
        different = sorted(str(triple) for triple in set(ours) ^ set(plain))
        raise SystemExit(f"the plain way and the mapper differ in {len(different)} triples, such as {different[0]}")


if __name__ == "__main__":
    main()
