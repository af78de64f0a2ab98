"""What a UCDP GED row says, by its codebook; the expected values are those of the sample row in conftest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Store

from belligraph.datasets import RowFault

Write = Callable[..., Path]
Mapped = Callable[[str, Path], Store]
Ask = Callable[[Store, str], list[tuple[str | None, ...]]]
VOCAB = "https://w3id.org/belligraph/vocab/"


def test_best_low_and_high_are_one_quantity(ucdp: Write, mapped: Mapped, ask: Ask) -> None:
    query = "SELECT ?min ?v ?max { ?c rdf:predicate bg:killed ; rdf:object ?q ; bg:column 'best', 'low', 'high' . " \
        "?q bg:value ?v ; bg:min ?min ; bg:max ?max MINUS { ?q bg:countOf ?x } }"  # fmt: skip
    assert ask(mapped("ucdp", ucdp()), query) == [("5", "7", "12")]


def test_deaths_by_side_say_who_is_counted(ucdp: Write, mapped: Mapped, ask: Ask) -> None:
    query = (
        "SELECT ?c ?of ?v { ?x bg:column ?c ; rdf:predicate bg:killed ; rdf:object ?q . ?q bg:value ?v ; bg:countOf ?of }"
    )
    assert ask(mapped("ucdp", ucdp()), query) == [
        ("deaths_a", "Government of Marefold", "1"),
        ("deaths_b", "Ember Front", "4"),
        ("deaths_civilians", "civilians", "0"),
        ("deaths_unknown", "persons of unknown status", "2"),
    ]


def test_sides_take_part_without_direction(ucdp: Write, mapped: Mapped, ask: Ask) -> None:
    query = "SELECT ?c ?n ?k ?i { ?x bg:column ?c ; rdf:predicate sem:hasActor ; rdf:object ?o . " \
        "?o rdfs:label ?n ; bg:actorKind ?k ; skos:notation ?i }"  # fmt: skip
    store = mapped("ucdp", ucdp())
    assert ask(store, query) == [
        ("side_a", "Government of Marefold", f"{VOCAB}actor-kind#state", "77"),
        ("side_b", "Ember Front", f"{VOCAB}actor-kind#armed-group", "78"),
    ]
    assert ask(store, "SELECT ?x { ?x rdf:predicate ?p FILTER(?p IN (bg:attacker, bg:target)) }") == []


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2024-05-03 00:00:00.000", "2024-05-06 00:00:00.000", "2024-05-03/2024-05-06"),
        ("2024-05-03", "2024-05-03", "2024-05-03"),
    ],
)
def test_the_days_are_those_that_the_row_gives(
    ucdp: Write, mapped: Mapped, ask: Ask, start: str, end: str, edtf: str
) -> None:
    store = mapped("ucdp", ucdp({"date_start": start, "date_end": end}))
    days = "sem:hasEarliestBeginTimeStamp ?a ; sem:hasLatestEndTimeStamp ?z"
    query = f"SELECT ?e ?a ?z ?p {{ ?t bg:edtf ?e ; {days} ; bg:precision ?p }}"
    assert ask(store, query) == [(edtf, start[:10], end[:10], f"{VOCAB}ucdp-date-precision#2")]


def test_the_place_has_its_point_its_precision_and_its_areas(ucdp: Write, mapped: Mapped, ask: Ask) -> None:
    query = "SELECT ?n ?k ?w ?p ?a { ?x rdf:predicate sem:hasPlace ; rdf:object ?o . ?o rdfs:label ?n ; bg:placeKind ?k ; " \
        "bg:precision ?p ; geo:hasGeometry/geo:asWKT ?w ; geo:sfWithin+/rdfs:label ?a }"  # fmt: skip
    place = ("Kess province", f"{VOCAB}place-kind#region", "POINT(44.5 31.75)", f"{VOCAB}ucdp-where-precision#4")
    assert ask(mapped("ucdp", ucdp()), query) == [(*place, "Kess province"), (*place, "Marefold")]


def test_the_source_chain_ends_with_the_original_source(ucdp: Write, mapped: Mapped, ask: Ask) -> None:
    query = "SELECT DISTINCT ?one ?two { ?c prov:qualifiedAttribution/bg:cites ?a . ?a prov:agent/rdfs:label ?one ; " \
        "bg:cites/prov:agent/rdfs:label ?two }"  # fmt: skip
    store = mapped("ucdp", ucdp())
    assert ask(store, query) == [("Northern Wire,2024-05-07,Raid on a village", "army spokesman")]
    assert ask(store, "SELECT ?n { ?r bg:sourceCount ?n }") == [("2",)]


@pytest.mark.parametrize(("kind", "name"), [("1", "state-based"), ("2", "non-state"), ("3", "one-sided")])
def test_the_type_of_violence_is_the_category(ucdp: Write, mapped: Mapped, ask: Ask, kind: str, name: str) -> None:
    store = mapped("ucdp", ucdp({"type_of_violence": kind}))
    assert ask(store, "SELECT ?c ?k { ?e a bg:Attack ; bg:category ?c ; bg:categoryCode ?k }") == [
        (f"{VOCAB}ucdp#{name}", kind)
    ]


def test_what_is_told_only_in_aggregate_is_a_series_and_no_attack(ucdp: Write, mapped: Mapped, ask: Ask) -> None:
    store = mapped("ucdp", ucdp({"event_clarity": "2"}))
    assert len(ask(store, "SELECT ?e { ?e a bg:EventSeries }")) == 1
    assert ask(store, "SELECT ?e { ?e a bg:Attack }") == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"low": "9"}, "low: 9 is more than best, 7"),
        ({"high": "6"}, "high: 6 is less than best, 7"),
        ({"date_end": "2024-05-01"}, "date_end: 2024-05-01 is before date_start, 2024-05-03"),
        ({"best": "-1"}, "best: '-1' is no whole number"),
        ({"type_of_violence": ""}, "type_of_violence: the row has none"),
        ({"where_prec": "8"}, "where_prec: '8' is none of the codes"),
    ],
)
def test_figures_that_contradict_each_other_are_a_fault(
    ucdp: Write, mapped: Mapped, change: dict[str, str], told: str
) -> None:
    with pytest.raises(RowFault, match=told):
        mapped("ucdp", ucdp(change))
