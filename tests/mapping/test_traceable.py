"""Every fact of the seed's gold sheet is in the graph, SPARQL finds its words, and nothing else is asserted.

The gold sheet is read as plain JSON here, and what a claim must become is written out anew from the ontology's page: no code
of the mapping tells this test what to expect.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from belligraph.incidents import derive_alone
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.sheets import open_sheet

IRIS = Iris("https://data.example/war/")
BG, SEM = "https://w3id.org/belligraph/ns#", "http://semanticweb.cs.vu.nl/2009/11/sem/"
VOCAB = "https://w3id.org/belligraph/vocab/"
PREFIXES = f"""
PREFIX bg: <{BG}>
PREFIX geo: <http://www.opengis.net/ont/geosparql#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
PREFIX sem: <{SEM}>
"""
PREDICATES = {
    "attacker": f"{BG}attacker", "target": f"{BG}target", "force": f"{BG}force", "instrument": f"{BG}instrument",
    "place": f"{SEM}hasPlace", "date": f"{SEM}hasTime", "outcome": f"{BG}outcome", "killed": f"{BG}killed",
    "injured": f"{BG}injured", "damage": f"{BG}damage", "size": f"{BG}size", "linked_to": f"{BG}linkedTo",
    "motivated_by": f"{BG}motivatedBy", "responds_to": f"{BG}respondsTo", "retaliates_for": f"{BG}retaliatesFor",
    "purpose": f"{BG}purpose", "sponsored_by": f"{BG}sponsoredBy", "acts_for": f"{BG}actsFor",
    "claims_responsibility": f"{BG}claimsResponsibility",
}  # fmt: skip
STATEMENTS = sorted({*PREDICATES.values(), f"{BG}motive", f"{BG}qualifiedSponsorship"})


class Told:
    """The seed's graphs in a store as a release has them, with its sheet as JSON and its text."""

    def __init__(self, sheet: dict[str, Any], text: str, store: ox.Store, article: str) -> None:
        self.sheet, self.text, self.store, self.article = sheet, text, store, article

    def select(self, query: str) -> list[tuple[str | None, ...]]:
        solutions = self.store.query(PREFIXES + query)
        assert isinstance(solutions, ox.QuerySolutions)
        return [tuple(None if term is None else term.value for term in row) for row in solutions]

    def ask(self, pattern: str) -> bool:
        return bool(self.store.query(f"{PREFIXES} ASK {{ {pattern} }}"))

    def node(self, entity: str) -> str:
        kinds = {"actors": "actor", "places": "place", "events": "event"}
        (kind,) = [kind for part, kind in kinds.items() if any(e["id"] == entity for e in self.sheet[part])]
        return f"{self.article}/{kind}/{entity}"


@pytest.fixture
def told(seed_gold: dict[str, Any], seed_text: str, shared: Path) -> Told:
    sheet = open_sheet(shared / "gold" / "seed.json").sheet
    article = Article(seed_text)
    store = ox.Store()
    derived = derive_alone(article, sheet, IRIS)
    for graph in (map_sheet(article, sheet, IRIS), derived.incidents, derived.findings):
        store.load(input=graph.nquads().encode(), format=ox.RdfFormat.N_QUADS)
        store.load(input=graph.ntriples().encode(), format=ox.RdfFormat.N_TRIPLES)
    return Told(seed_gold, seed_text, store, IRIS.article(article.key).article)


def test_every_claim_of_the_sheet_is_in_the_graph_and_no_other(told: Told) -> None:
    ids = {f"{told.article}/claim/{claim['id']}" for claim in told.sheet["claims"]}
    assert len(ids) == 84
    assert {claim for (claim,) in told.select("SELECT ?c { ?c a bg:Claim }")} == ids


def test_each_claims_statement_modality_speech_and_hedge_are_there(told: Told) -> None:
    for claim in told.sheet["claims"]:
        this = f"<{told.article}/claim/{claim['id']}>"
        assert told.ask(f"{this} rdf:subject <{told.node(claim['subject'])}>"), claim
        assert told.ask(f"{this} rdf:predicate <{PREDICATES[claim['property']]}>"), claim
        assert told.ask(f"{this} bg:modality <{VOCAB}modality#{claim['modality']}>"), claim
        assert told.ask(f"{this} bg:speech <{VOCAB}speech#{claim['speech']}>"), claim
        assert [h for (h,) in told.select(f"SELECT ?h {{ {this} bg:hedge ?h }}")] == [
            h for h in (claim["hedge"],) if h is not None
        ]


def test_each_claims_object_is_there_with_all_that_it_holds(told: Told) -> None:
    seen = set()
    for claim in told.sheet["claims"]:
        this, obj = f"<{told.article}/claim/{claim['id']}>", claim["object"]
        (kind,) = set(obj) & {"ref", "concept", "quantity", "date", "text"}
        seen.add(kind)
        if kind == "ref":
            assert told.ask(f"{this} rdf:object <{told.node(obj['ref'])}>"), claim
        elif kind == "concept":
            concept = f"{VOCAB}{claim['property']}#{obj['concept']}"
            words = told.select(f"SELECT ?w {{ {this} rdf:object <{concept}> OPTIONAL {{ {this} bg:words ?w }} }}")
            assert words == [(obj.get("words"),)], claim
        elif kind == "quantity":
            rows = told.select(
                f"SELECT ?w ?a ?v ?min ?max ?of ?x {{ {this} rdf:object ?q ."
                "?q a bg:Quantity ; bg:words ?w ; bg:approximate ?a ."
                "OPTIONAL { ?q bg:value ?v } OPTIONAL { ?q bg:min ?min } OPTIONAL { ?q bg:max ?max }"
                "OPTIONAL { ?q bg:countOf ?of } OPTIONAL { ?q bg:excludes ?x } }"
            )
            figure = obj["quantity"]
            numbers = tuple(None if figure.get(n) is None else str(figure[n]) for n in ("value", "min", "max"))
            left_out = told.node(figure["excludes"]) if "excludes" in figure else None
            rounded = "true" if figure["approximate"] else "false"
            assert rows == [(figure["words"], rounded, *numbers, figure.get("of"), left_out)], claim
        else:
            assert kind == "date", claim
            rows = told.select(
                f"SELECT ?w ?edtf {{ {this} rdf:object ?t . ?t a sem:Time . OPTIONAL {{ ?t bg:words ?w }}"
                "OPTIONAL { ?t bg:edtf ?edtf } }"
            )
            assert rows == [(obj.get("words"), obj["date"])], claim
    assert seen == {"ref", "concept", "quantity", "date"}  # the seed has no free text


def test_each_claims_words_are_found_at_their_place_in_the_text(told: Told) -> None:
    for claim in told.sheet["claims"]:
        rows = told.select(
            f"SELECT ?quote ?start ?end ?source {{ <{told.article}/claim/{claim['id']}> bg:evidence ?p ."
            "?p oa:hasSource ?source ; oa:hasSelector ?q , ?at . ?q oa:exact ?quote . ?at oa:start ?start ; oa:end ?end }"
        )
        expected = {(e["quote"], str(e["start"]), str(e["end"]), told.article) for e in claim["evidence"]}
        assert set(rows) == expected, claim
        assert all(told.text[int(start) : int(end)] == quote for quote, start, end, _ in expected)


def test_each_claims_source_chain_is_there_in_its_order(told: Told) -> None:
    for claim in told.sheet["claims"]:
        step, chain = f"<{told.article}/claim/{claim['id']}> prov:qualifiedAttribution", []
        while rows := told.select(f"SELECT ?a ?agent {{ {step} ?a . ?a prov:agent ?agent }}"):
            ((attribution, agent),) = rows
            chain.append(agent)
            step = f"<{attribution}> bg:cites"
        speakers = [told.node(actor) for actor in claim["attributed_to"]]
        assert chain == (speakers or [f"{told.article}/voice"]), claim


def test_each_actor_place_and_event_is_there_with_its_kind_its_name_and_its_words(told: Told) -> None:
    for part, scheme, kind, name in (
        ("actors", "actor-kind", "bg:actorKind", "name"),
        ("places", "place-kind", "bg:placeKind", "name"),
        ("events", "event-type", "bg:eventType", "label"),
    ):
        for entity in told.sheet[part]:
            this = f"<{told.node(entity['id'])}>"
            concept = (entity.get("kind") or entity["type"]).replace("_", "-")
            assert told.ask(f"{this} {kind} <{VOCAB}{scheme}#{concept}>"), entity
            assert [n for (n,) in told.select(f"SELECT ?n {{ {this} rdfs:label ?n }}")] == [entity[name]]
            rows = told.select(f"SELECT ?q {{ {this} bg:evidence / oa:hasSelector / oa:exact ?q }}")
            assert {quote for (quote,) in rows} == {e["quote"] for e in entity["evidence"]}, entity
    for actor in told.sheet["actors"]:
        unknown = actor.get("identified") is False
        assert told.ask(f"<{told.node(actor['id'])}> a bg:UnidentifiedActor") == unknown, actor
    for place in told.sheet["places"]:
        around = [w for (w,) in told.select(f"SELECT ?w {{ <{told.node(place['id'])}> geo:sfWithin ?w }}")]
        assert around == ([told.node(place["within"])] if "within" in place else []), place
    for event in told.sheet["events"]:
        this = f"<{told.node(event['id'])}>"
        series = bool(event.get("series"))
        assert told.ask(f"{this} a bg:EventSeries") == series, event
        assert told.ask(f"{this} a bg:Attack") == (event["type"] in {"attack", "strike"} and not series), event
        assert told.ask(f"{this} a bg:Strike") == (event["type"] == "strike" and not series), event


def test_the_furniture_is_marked_and_no_claim_rests_on_it(told: Told) -> None:
    marked = {q for (q,) in told.select("SELECT ?q { ?a bg:furniture / oa:hasSelector / oa:exact ?q }")}
    assert marked == {span["quote"] for span in told.sheet["article"]["furniture"]}
    assert not told.ask("?article bg:furniture ?p . ?claim bg:evidence ?p")


def test_nothing_is_asserted_without_a_finding_that_has_a_policy_and_claims(told: Told) -> None:
    listed = " ".join(f"<{p}>" for p in STATEMENTS if not p.endswith("qualifiedSponsorship"))
    plain = told.select(f"SELECT ?s ?p ?o {{ VALUES ?p {{ {listed} }} ?s ?p ?o }}")
    assert len(plain) > 30
    founded = told.select(
        f"SELECT DISTINCT ?s ?p ?o {{ VALUES ?p {{ {listed} }} ?s ?p ?o ."
        "?f a bg:Finding ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; dcterms:conformsTo ?policy ;"
        " prov:wasDerivedFrom ?claim . ?claim a bg:Claim }"
    )
    assert set(founded) == set(plain)
    # plain statements are about incidents and actors, never about the events as the article tells them
    about_events = [row for row in plain if row[0] is not None and "/event/" in row[0]]
    assert about_events == []


def test_what_only_rests_on_hearsay_is_asserted_of_nobody(told: Told) -> None:
    assert not told.ask("?attacks bg:linkedTo ?support")
    assert told.ask("?claim rdf:predicate bg:linkedTo ; bg:hedge 'reportedly'")


NEWCOMER = """SELECT ?attacker ?sponsor {
  ?e a bg:Attack ; bg:attacker ?a ; bg:motive ?m . ?a bg:sponsoredBy ?s . ?a rdfs:label ?attacker . ?s rdfs:label ?sponsor
}"""


def test_the_newcomers_query_answers_on_the_seed(told: Told) -> None:
    # Israel, which the United States supports, retaliated for the attack of Hamas
    assert told.select(NEWCOMER) == [("Israel", "United States")]
