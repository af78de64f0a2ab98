"""Ontology and data together are consistent: the OWL 2 RL closure (owlrl) finds no clash, and would find a planted one."""

from __future__ import annotations

from pathlib import Path

import owlrl
import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef

from belligraph.assets import demo_folder
from belligraph.incidents import derive_alone
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.ontology.modules import BASE, Ontology
from belligraph.pipeline import publish
from belligraph.sheets import read_sheet
from belligraph.sources import read_articles

BG = f"{BASE}ns#"


def together(ontology: Ontology, article: Article, sheet: FactSheet, iris: Iris) -> Graph:
    claims = map_sheet(article, sheet, iris)
    derived = derive_alone(article, sheet, iris)
    data = "".join(g.ntriples() for g in (claims, derived.incidents, derived.findings))
    graph = Graph().parse(data=data, format="nt")
    for triple in ontology.graph:
        graph.add(triple)
    return graph


def close(graph: Graph) -> list[str]:
    """Adds what follows, and returns the clashes."""
    closure = owlrl.OWLRL_Semantics(graph, False, False, False)
    closure.closure()
    return list(closure.error_messages)


@pytest.fixture
def small(ontology: Ontology, article: Article, sheet: FactSheet, iris: Iris) -> Graph:
    return together(ontology, article, sheet, iris)


def test_the_small_report_has_no_clash(small: Graph) -> None:
    before = len(small)
    assert close(small) == []
    assert len(small) > before


def test_what_follows_is_what_the_hierarchy_says(small: Graph, article: Article, iris: Iris) -> None:
    close(small)
    raiders = URIRef(iris.article(article.key).actor("raiders"))
    claim = URIRef(iris.article(article.key).claim("c1"))
    assert (raiders, RDF.type, URIRef("http://www.w3.org/ns/prov#Agent")) in small
    assert (claim, RDF.type, RDF.Statement) in small
    assert (claim, RDF.type, URIRef(BG + "Finding")) not in small
    # nothing follows from a claim: what it says stays unasserted
    target = (URIRef(iris.article(article.key).event("shelling")), URIRef(BG + "target"), None)
    assert target not in small


def test_a_finding_entails_the_weaker_relation_too(small: Graph, article: Article, iris: Iris) -> None:
    close(small)
    incident = URIRef(iris.incident(f"{article.key}-shelling"))
    raiders = URIRef(iris.article(article.key).actor("raiders"))
    assert (incident, URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/hasActor"), raiders) in small


def test_a_whole_release_with_its_entities_has_no_clash(ontology: Ontology, tmp_path: Path) -> None:
    result = publish([sorted(demo_folder().glob("*.json"))[0]], tmp_path / "publication")
    graph = Graph().parse(result.release.folder / "release.ttl")
    assert (None, RDF.type, URIRef(BG + "Entity")) in graph
    for triple in ontology.graph:
        graph.add(triple)
    assert close(graph) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [("actor/raiders", "Event"), ("event/shelling", "Quantity"), ("claim/c1", "Finding"), ("voice", "Actor")],
)
def test_two_disjoint_kinds_clash(small: Graph, article: Article, iris: Iris, name: str, kind: str) -> None:
    small.add((URIRef(f"{iris.article(article.key).article}/{name}"), RDF.type, URIRef(BG + kind)))
    assert close(small)


def test_a_wrong_domain_would_clash(small: Graph, article: Article, iris: Iris) -> None:
    small.add((URIRef(iris.article(article.key).actor("raiders")), URIRef(BG + "value"), Literal(3)))
    assert close(small)


def test_a_wrong_range_would_clash(small: Graph, article: Article, iris: Iris) -> None:
    event = URIRef(iris.article(article.key).event("shelling"))
    small.add((event, URIRef(BG + "attacker"), event))
    assert close(small)


def test_nobody_sponsors_himself(small: Graph, article: Article, iris: Iris) -> None:
    raiders = URIRef(iris.article(article.key).actor("raiders"))
    small.add((raiders, URIRef(BG + "sponsoredBy"), raiders))
    assert close(small)


def test_two_events_do_not_answer_one_another(small: Graph, article: Article, iris: Iris) -> None:
    one, other = (URIRef(iris.incident(name)) for name in ("a", "b"))
    small.add((one, URIRef(BG + "respondsTo"), other))
    small.add((other, URIRef(BG + "respondsTo"), one))
    assert close(small)


def test_the_seed_has_no_clash(ontology: Ontology, shared: Path, iris: Iris) -> None:
    (located,) = read_articles(shared / "articles" / "seed.txt", max_bytes=10_000_000)
    article = located.article
    sheet = read_sheet(shared / "gold" / "seed.json")
    graph = together(ontology, article, sheet, iris)
    assert (None, RDFS.label, None) in graph
    assert close(graph) == []
