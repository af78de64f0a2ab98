"""What an ACLED row says, by its codebook; the expected values are those of the sample row in conftest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from belligraph.datasets import RowFault

Write = Callable[..., Path]
Mapped = Callable[[str, Path], Store]
Ask = Callable[[Store, str], list[tuple[str | None, ...]]]
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
VOCAB = "https://w3id.org/belligraph/vocab/"


def test_actors_take_part_without_direction(acled: Write, mapped: Mapped, ask: Ask) -> None:
    store = mapped("acled", acled())
    found = ask(
        store, "SELECT ?c ?p ?n { ?x bg:column ?c ; rdf:predicate ?p ; rdf:object ?o . ?o a bg:Actor ; rdfs:label ?n }"
    )
    assert found == [
        ("actor1", f"{SEM}hasActor", "Ember Front"),
        ("actor2", f"{SEM}hasActor", "Military Forces of Marefold (2019-)"),
        ("assoc_actor_2", f"{SEM}hasActor", "Port Police"),
        ("assoc_actor_2", f"{SEM}hasActor", "River Guard"),
    ]
    assert ask(store, "SELECT ?x { ?x rdf:predicate ?p FILTER(?p IN (bg:attacker, bg:target)) }") == []


@pytest.mark.parametrize(
    ("inter", "kind"),
    [("Rebel group", "armed-group"), ("2", "armed-group"), ("State forces", "armed-force"), ("1", "armed-force"),
     ("Civilians", "civilians"), ("7", "civilians"), ("External/Other forces", "unknown"), ("", "unknown")],
)  # fmt: skip
def test_the_kind_of_actor_is_read_from_words_and_from_numbers(
    acled: Write, mapped: Mapped, ask: Ask, inter: str, kind: str
) -> None:
    store = mapped("acled", acled({"inter1": inter}))
    assert ask(store, 'SELECT ?k { ?a rdfs:label "Ember Front" ; bg:actorKind ?k }') == [(f"{VOCAB}actor-kind#{kind}",)]


def test_an_unidentified_actor_is_its_rows_own(acled: Write, mapped: Mapped, ask: Ask) -> None:
    name = "Unidentified Armed Group (Marefold)"
    store = mapped("acled", acled({"actor1": name}, {"actor1": name, "event_id_cnty": "MRF18"}))
    assert len(ask(store, f'SELECT ?a {{ ?a a bg:UnidentifiedActor ; rdfs:label "{name}" }}')) == 2


def test_a_named_actor_is_one_for_all_rows(acled: Write, mapped: Mapped, ask: Ask) -> None:
    store = mapped("acled", acled({}, {"event_id_cnty": "MRF18"}))
    assert len(ask(store, 'SELECT ?a { ?a rdfs:label "Ember Front" }')) == 1


def test_fatalities_are_one_number(acled: Write, mapped: Mapped, ask: Ask) -> None:
    query = "SELECT ?v ?min ?max ?w { ?c rdf:predicate bg:killed ; rdf:object ?q . ?q bg:value ?v ; bg:words ?w " \
        "OPTIONAL { ?q bg:min ?min } OPTIONAL { ?q bg:max ?max } }"  # fmt: skip
    assert ask(mapped("acled", acled()), query) == [("5", None, None, "5")]
    assert ask(mapped("acled", acled({"fatalities": ""})), query) == []


def test_nothing_is_said_of_the_injured(acled: Write, mapped: Mapped, ask: Ask) -> None:
    assert ask(mapped("acled", acled()), "SELECT ?c { ?c rdf:predicate bg:injured }") == []


@pytest.mark.parametrize(
    ("precision", "edtf", "first", "last"),
    [
        ("1", "2024-05-06", "2024-05-06", "2024-05-06"),
        ("2", "2024-04-30/2024-05-12", "2024-04-30", "2024-05-12"),
        ("3", "2024-05", "2024-05-01", "2024-05-31"),
    ],
)
def test_the_precision_of_the_date_gives_its_interval(
    acled: Write, mapped: Mapped, ask: Ask, precision: str, edtf: str, first: str, last: str
) -> None:
    days = "sem:hasEarliestBeginTimeStamp ?a ; sem:hasLatestEndTimeStamp ?z"
    query = f"SELECT ?e ?a ?z ?p {{ ?t bg:edtf ?e ; {days} ; bg:precision ?p }}"
    store = mapped("acled", acled({"time_precision": precision}))
    assert ask(store, query) == [(edtf, first, last, f"{VOCAB}acled-time-precision#{precision}")]


def test_the_place_has_its_point_its_precision_and_its_areas(acled: Write, mapped: Mapped, ask: Ask) -> None:
    store = mapped("acled", acled({"geo_precision": "2"}))
    query = "SELECT ?n ?w ?p ?a { ?x rdf:predicate sem:hasPlace ; rdf:object ?o . ?o rdfs:label ?n ; bg:precision ?p ; " \
        "geo:hasGeometry/geo:asWKT ?w ; geo:sfWithin+/rdfs:label ?a }"  # fmt: skip
    expected = ("Mirefield", "POINT(-44.25 31.5)", f"{VOCAB}acled-geo-precision#2")
    assert ask(store, query) == [(*expected, area) for area in ("Kess", "Lower Kess", "Marefold")]


def test_the_source_chain_goes_from_the_dataset_to_what_the_row_cites(acled: Write, mapped: Mapped, ask: Ask) -> None:
    query = (
        "SELECT DISTINCT ?d ?s { ?c prov:qualifiedAttribution ?a . ?a prov:agent ?d ; bg:cites/prov:agent/rdfs:label ?s }"
    )
    dataset = "https://data.example/war/id/dataset/acled"
    assert ask(mapped("acled", acled()), query) == [(dataset, "Harbour Gazette; Radio Delta")]
    assert ask(mapped("acled", acled({"source": ""})), "SELECT ?a { ?a bg:cites ?b }") == []


def test_the_row_is_the_evidence_of_every_claim(acled: Write, mapped: Mapped, ask: Ask) -> None:
    store = mapped("acled", acled())
    assert ask(store, "SELECT ?c { ?c a bg:Claim MINUS { ?c bg:evidence/bg:rowId 'MRF17' } }") == []
    assert ask(store, "SELECT ?c { ?c a bg:Claim MINUS { ?c bg:column ?x } }") == []
    assert ask(store, "SELECT ?t { ?r bg:rowId 'MRF17' ; dcterms:description ?t }") == [
        ('On 6 May 2024, a man blew himself up at the gate of a barracks in Mirefield, said "officials".',)
    ]


@pytest.mark.parametrize(
    ("event_type", "sub_type", "is_attack"),
    [
        ("Battles", "Armed clash", True),
        ("Explosions/Remote violence", "Air/drone strike", True),
        ("Violence against civilians", "Attack", True),
        ("Violence against civilians", "Abduction/forced disappearance", False),
        ("Violence against civilians", "Sexual violence", False),
        ("Protests", "Peaceful protest", False),
        ("Strategic developments", "Agreement", False),
    ],
)
def test_force_makes_an_attack_and_nothing_makes_a_strike(
    acled: Write, mapped: Mapped, ask: Ask, event_type: str, sub_type: str, is_attack: bool
) -> None:
    store = mapped("acled", acled({"event_type": event_type, "sub_event_type": sub_type}))
    assert len(ask(store, "SELECT ?e { ?e a bg:Event }")) == 1
    assert bool(ask(store, "SELECT ?e { ?e a bg:Attack }")) is is_attack
    assert ask(store, "SELECT ?e { ?e a bg:Strike }") == []
    assert ask(store, "SELECT ?c { ?e bg:categoryCode ?c }") == [(sub_type,)]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"fatalities": "several"}, "fatalities"),
        ({"event_date": "06/05/2024"}, "event_date"),
        ({"time_precision": "9"}, "time_precision"),
        ({"latitude": "north"}, "latitude"),
        ({"event_type": "War"}, "event_type"),
        ({"event_id_cnty": " "}, "event_id_cnty"),
    ],
)
def test_a_cell_at_fault_is_told_by_its_column(acled: Write, mapped: Mapped, change: dict[str, str], column: str) -> None:
    with pytest.raises(RowFault, match=rf"^{column}: "):
        mapped("acled", acled(change))
