"""The claims graph of the small report in conftest, read back with rdflib: what a user of the Turtle would see."""

from dataclasses import replace

import pytest
import rdflib
from rdflib import RDF, Literal, URIRef

from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet, Property, TextObject

BG = rdflib.Namespace("https://w3id.org/belligraph/ns#")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
SEM = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
XSD = rdflib.XSD


@pytest.fixture
def graph(article: Article, sheet: FactSheet, iris: Iris) -> rdflib.Graph:
    return rdflib.Graph().parse(data=map_sheet(article, sheet, iris).ntriples(), format="nt")


def node(article: Article, iris: Iris, path: str) -> URIRef:
    return URIRef(f"{iris.article(article.key).article}/{path}")


def test_nothing_that_a_claim_says_is_asserted(graph: rdflib.Graph, article: Article, iris: Iris) -> None:
    event = node(article, iris, "event/shelling")
    asserted = set(graph.predicates(event))
    assert asserted == {RDF.type, rdflib.RDFS.label, BG.eventType, BG.inArticle, BG.evidence}


def test_range_of_deaths_keeps_both_bounds(graph: rdflib.Graph, article: Article, iris: Iris) -> None:
    quantity = graph.value(node(article, iris, "claim/c4"), RDF.object)
    assert graph.value(quantity, BG.min) == Literal(3)
    assert graph.value(quantity, BG.max) == Literal(5)
    assert graph.value(quantity, BG.value) is None
    assert graph.value(quantity, BG.words) == Literal("between three and five")


def test_the_source_chain_leads_from_the_radio_to_the_officials(graph: rdflib.Graph, article: Article, iris: Iris) -> None:
    nearest = graph.value(node(article, iris, "claim/c4"), PROV.qualifiedAttribution)
    assert graph.value(nearest, PROV.agent) == node(article, iris, "actor/radio")
    farthest = graph.value(nearest, BG.cites)
    assert graph.value(farthest, PROV.agent) == node(article, iris, "actor/officials")
    assert graph.value(farthest, BG.cites) is None


def test_evidence_carries_the_exact_words_and_their_offsets(graph: rdflib.Graph, article: Article, iris: Iris) -> None:
    passage = graph.value(node(article, iris, "claim/c4"), BG.evidence)
    selectors = {graph.value(s, RDF.type): s for s in graph.objects(passage, OA.hasSelector)}
    quote, position = selectors[OA.TextQuoteSelector], selectors[OA.TextPositionSelector]
    exact = str(graph.value(quote, OA.exact))
    start, end = (int(str(graph.value(position, p))) for p in (OA.start, OA.end))
    assert exact == "killing between three and five guards" == article.text[start:end]
    around = f"{graph.value(quote, OA.prefix)}{exact}{graph.value(quote, OA.suffix)}"
    assert around == article.text[start - 32 : end + 32]


def test_an_unidentified_actor_is_marked_and_an_identified_one_is_not(
    graph: rdflib.Graph, article: Article, iris: Iris
) -> None:
    assert (node(article, iris, "actor/officials"), RDF.type, BG.UnidentifiedActor) in graph
    assert (node(article, iris, "actor/raiders"), RDF.type, BG.UnidentifiedActor) not in graph


def test_a_date_has_its_words_and_its_days(graph: rdflib.Graph, article: Article, iris: Iris) -> None:
    time = graph.value(node(article, iris, "claim/c3"), RDF.object)
    assert graph.value(time, BG.words) == Literal("on Monday")
    assert graph.value(time, SEM.hasEarliestBeginTimeStamp) == Literal("2024-05-06", datatype=XSD.date)
    assert graph.value(time, SEM.hasLatestEndTimeStamp) == Literal("2024-05-06", datatype=XSD.date)


def test_a_purpose_in_the_articles_words_is_a_motive_of_the_claims_own(
    article: Article, sheet: FactSheet, iris: Iris
) -> None:
    purpose = replace(sheet.claims[0], property=Property.PURPOSE, object=TextObject("to close the river"))
    graph = rdflib.Graph().parse(data=map_sheet(article, replace(sheet, claims=(purpose,)), iris).ntriples(), format="nt")
    motive = graph.value(node(article, iris, "claim/c1"), RDF.object)
    assert (motive, RDF.type, BG.Motive) in graph
    assert graph.value(motive, rdflib.RDFS.label) == Literal("to close the river")


def test_a_claim_without_a_speaker_is_the_articles_own(article: Article, iris: Iris, sheet: FactSheet) -> None:
    own = replace(sheet, claims=(replace(sheet.claims[0], attributed_to=()),))
    graph = rdflib.Graph().parse(data=map_sheet(article, own, iris).ntriples(), format="nt")
    attribution = graph.value(node(article, iris, "claim/c1"), PROV.qualifiedAttribution)
    assert graph.value(attribution, PROV.agent) == node(article, iris, "voice")


def test_mapping_twice_gives_the_same_bytes(article: Article, sheet: FactSheet, iris: Iris) -> None:
    assert map_sheet(article, sheet, iris).nquads() == map_sheet(article, sheet, iris).nquads()


def test_no_triple_stands_twice_and_none_has_a_blank_node(article: Article, sheet: FactSheet, iris: Iris) -> None:
    lines = map_sheet(article, sheet, iris).ntriples().splitlines()
    assert len(lines) == len(set(lines))
    assert not any(line.startswith("_:") or " _:" in line.split('"')[0] for line in lines)
