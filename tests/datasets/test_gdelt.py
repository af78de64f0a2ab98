"""What a GDELT row says, by its codebook; the expected values are those of the sample row in conftest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from belligraph.datasets import MAPPERS, RowFault

Write = Callable[..., Path]
Mapped = Callable[[str, Path], Store]
Ask = Callable[[Store, str], list[tuple[str | None, ...]]]
BG = "https://w3id.org/belligraph/ns#"
VOCAB = "https://w3id.org/belligraph/vocab/"


def test_actor1_attacks_actor2(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    described = "?o a bg:Actor ; rdfs:label ?n ; bg:actorKind ?k ; skos:notation ?i"
    query = f"SELECT ?p ?n ?k ?i {{ ?x rdf:predicate ?p ; rdf:object ?o . {described} }}"
    assert ask(mapped("gdelt", gdelt()), query) == [
        (f"{BG}attacker", "EMBER FRONT", f"{VOCAB}actor-kind#armed-group", "MRFREB"),
        (f"{BG}target", "ARMY", f"{VOCAB}actor-kind#armed-force", "MRFMIL"),
    ]


def test_in_what_is_no_attack_both_only_take_part(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    store = mapped("gdelt", gdelt({27: "0311", 28: "031", 29: "03"}))
    assert len(ask(store, "SELECT ?x { ?x rdf:predicate sem:hasActor }")) == 2
    assert ask(store, "SELECT ?x { ?x rdf:predicate ?p FILTER(?p IN (bg:attacker, bg:target)) }") == []
    assert ask(store, "SELECT ?e { ?e a bg:Attack }") == []
    assert ask(store, "SELECT ?c ?k { ?e bg:category ?c ; bg:categoryCode ?k }") == [(f"{VOCAB}cameo#03", "0311")]


def test_an_actor_that_is_not_given_makes_no_claim(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    store = mapped("gdelt", gdelt({6: "", 7: ""}))
    assert ask(store, "SELECT ?x { ?x rdf:predicate bg:attacker }") == []


def test_nobody_vouches_for_a_claim(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    query = "SELECT DISTINCT ?m { ?c a bg:Claim ; bg:modality ?m }"
    assert ask(mapped("gdelt", gdelt()), query) == [(f"{VOCAB}modality#unspecified",)]
    assert "machines" in MAPPERS["gdelt"].notice


def test_mentions_and_sources_are_counted_on_the_row(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    assert ask(mapped("gdelt", gdelt()), "SELECT ?m ?s { ?r bg:mentionCount ?m ; bg:sourceCount ?s }") == [("12", "3")]


def test_the_address_of_the_report_is_cited(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    query = "SELECT DISTINCT ?u { ?c prov:qualifiedAttribution/bg:cites/prov:agent/schema:url ?u }"
    assert ask(mapped("gdelt", gdelt()), query) == [("https://gazette.example/2024/05/06/raid",)]


def test_a_citation_that_is_no_address_is_kept_as_words(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    store = mapped("gdelt", gdelt({61: "BBC Monitoring"}))
    assert ask(store, "SELECT ?u { ?s schema:url ?u }") == []
    assert ask(store, "SELECT ?n { ?a bg:cites/prov:agent/rdfs:label ?n }") == [("BBC Monitoring",)]


def test_the_place_has_its_point_its_resolution_and_its_areas(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    query = "SELECT ?n ?w ?p ?a { ?x rdf:predicate sem:hasPlace ; rdf:object ?o . ?o rdfs:label ?n ; bg:precision ?p ; " \
        "geo:hasGeometry/geo:asWKT ?w ; geo:sfWithin+/skos:notation ?a }"  # fmt: skip
    place = ("Mirefield, Kess, Marefold", "POINT(-44.25 31.5)", f"{VOCAB}gdelt-geo-type#4")
    assert ask(mapped("gdelt", gdelt()), query) == [(*place, "MF"), (*place, "MF07")]


def test_a_row_without_a_place_makes_no_claim_of_one(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    store = mapped("gdelt", gdelt({n: "0" if n == 52 else "" for n in range(52, 60)}))
    assert ask(store, "SELECT ?x { ?x rdf:predicate sem:hasPlace }") == []


def test_the_daily_files_of_version_1_have_no_second_division(gdelt: Write, mapped: Mapped, ask: Ask) -> None:
    # by position in the 58 columns: the three ADM2 codes are not there
    old = {50: "4", 51: "Mirefield, Kess, Marefold", 52: "MF", 53: "MF07", 54: "31.5", 55: "-44.25", 56: "-998877",
           57: "20240506", 58: "https://gazette.example/2024/05/06/raid"}  # fmt: skip
    store = mapped("gdelt", gdelt(old, columns=58))
    assert ask(store, "SELECT ?w { ?g geo:asWKT ?w }") == [("POINT(-44.25 31.5)",)]
    assert ask(store, "SELECT ?u { ?s schema:url ?u }") == [("https://gazette.example/2024/05/06/raid",)]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({1: "GLOBALEVENTID"}, "globaleventid"),
        ({2: "2024"}, "sqldate"),
        ({27: "999", 29: "99"}, "eventcode"),
        ({32: "x"}, "nummentions"),
        ({57: "97.0"}, "actiongeo_lat"),
    ],
)
def test_a_cell_at_fault_is_told_by_its_column(gdelt: Write, mapped: Mapped, change: dict[int, str], column: str) -> None:
    with pytest.raises(RowFault, match=rf"^{column}: "):
        mapped("gdelt", gdelt(change))
