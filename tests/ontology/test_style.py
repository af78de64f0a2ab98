"""The ontology's style as shapes: pySHACL finds nothing wrong, and each shape catches what is planted for it."""

from __future__ import annotations

from collections.abc import Callable

import pyshacl
import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, VANN, XSD, Graph, Literal, URIRef

from belligraph.assets import shapes_folder
from belligraph.ontology.modules import BASE, Ontology, module_iri

STYLE = shapes_folder() / "ontology" / "style.ttl"
NS = f"{BASE}shapes/ontology#"
CORE, ATTACK = module_iri("core"), URIRef(f"{BASE}ns#Attack")
AGENT = URIRef("http://www.w3.org/ns/prov#Agent")
STATUS = URIRef("http://purl.org/ontology/bibo/status")


def violated(graph: Graph) -> set[str]:
    """The local names of the shapes that the graph violates."""
    _, results, text = pyshacl.validate(graph, shacl_graph=Graph().parse(STYLE), inplace=False)
    assert isinstance(results, Graph), text
    return {str(shape).removeprefix(NS) for shape in results.objects(None, SH.sourceShape)}


def copy(ontology: Ontology) -> Graph:
    graph = Graph()
    for triple in ontology.graph:
        graph.add(triple)
    return graph


def test_the_ontology_is_in_style(ontology: Ontology) -> None:
    assert violated(copy(ontology)) == set()


Change = Callable[[Graph], object]
FAULTS: list[tuple[str, Change]] = [
    ("Module-title", lambda g: g.remove((CORE, DCTERMS.title, None))),
    ("Module-description", lambda g: g.set((CORE, DCTERMS.description, Literal("Short.", lang="en")))),
    ("Module-licence", lambda g: g.set((CORE, DCTERMS.license, Literal("CC BY")))),
    ("Module-version", lambda g: g.set((CORE, OWL.versionInfo, Literal("draft")))),
    ("Module-versionIri", lambda g: g.set((CORE, OWL.versionIRI, CORE))),
    ("Module-creator", lambda g: g.remove((CORE, DCTERMS.creator, None))),
    ("Module-created", lambda g: g.set((CORE, DCTERMS.created, Literal("2999-01-01", datatype=XSD.date)))),
    ("Module-modified", lambda g: g.add((CORE, DCTERMS.modified, Literal("2999-01-01", datatype=XSD.date)))),
    ("Module-prefix", lambda g: g.set((CORE, VANN.preferredNamespacePrefix, Literal("BG:")))),
    ("Module-namespace", lambda g: g.set((CORE, VANN.preferredNamespaceUri, Literal(f"{BASE}ns")))),
    ("Module-citation", lambda g: g.remove((CORE, DCTERMS.bibliographicCitation, None))),
    ("Module-status", lambda g: g.remove((CORE, STATUS, None))),
    ("Term-label", lambda g: g.remove((AGENT, RDFS.label, None))),
    ("Term-label", lambda g: g.set((AGENT, RDFS.label, Literal("agent.", lang="en")))),
    ("Term-isDefinedBy", lambda g: g.remove((AGENT, RDFS.isDefinedBy, None))),
    ("OurTerm", lambda g: g.add((AGENT, RDFS.subClassOf, ATTACK))),
    ("OurTerm-prefLabel", lambda g: g.remove((ATTACK, SKOS.prefLabel, None))),
    ("OurTerm-sameLabel", lambda g: g.set((ATTACK, SKOS.prefLabel, Literal("assault", lang="en")))),
    ("OurTerm-definition", lambda g: g.remove((ATTACK, SKOS.definition, None))),
    ("OurTerm-definition", lambda g: g.set((ATTACK, SKOS.definition, Literal("no sentence", lang="en")))),
]


@pytest.mark.parametrize(("shape", "change"), FAULTS, ids=[f"{n}-{shape}" for n, (shape, _) in enumerate(FAULTS)])
def test_a_planted_fault_is_caught_by_its_shape(shape: str, change: Change, ontology: Ontology) -> None:
    graph = copy(ontology)
    change(graph)
    assert shape in violated(graph)


def test_every_shape_that_judges_has_a_planted_fault() -> None:
    shapes = Graph().parse(STYLE)
    judging = {str(s).removeprefix(NS) for s in shapes.subjects(SH.message)}
    assert {shape for shape, _ in FAULTS} == judging
    for shape in judging:
        for predicate in (SH.name, SH.severity):
            assert (URIRef(NS + shape), predicate, None) in shapes


def test_the_style_is_not_among_the_shapes_for_data() -> None:
    assert not (shapes_folder() / STYLE.name).exists()
    for path in shapes_folder().glob("*.ttl"):
        assert (URIRef(f"{NS}Term"), RDF.type, None) not in Graph().parse(path)
