"""The ontology has no fault that a check can see, and each check sees the faults that are planted for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from belligraph.assets import ontology_folder
from belligraph.ontology.checks import CHECKS, check_ontology
from belligraph.ontology.modules import BASE, Ontology, module_iri

BG = f"{BASE}ns#"
CORE = module_iri("core")
ALIEN = URIRef("http://other.example/thing")
BIBO_STATUS = URIRef("http://purl.org/ontology/bibo/status")


class Mutable:
    """The ontology's modules as copies that a test breaks."""

    def __init__(self, ontology: Ontology) -> None:
        self.modules: dict[str, Graph] = {}
        for name, module in ontology.modules.items():
            self.modules[name] = Graph()
            for triple in module:
                self.modules[name].add(triple)

    @property
    def core(self) -> Graph:
        return self.modules["core"]

    def add(self, term: Node | str, predicate: Node, *objects: Node | str, module: str = "core") -> None:
        for obj in objects:
            self.modules[module].add((as_term(term), predicate, as_term(obj)))

    def drop(self, term: Node | str, predicate: Node, module: str = "core") -> None:
        triples = list(self.modules[module].triples((as_term(term), predicate, None)))
        assert triples, f"nothing to drop: {term} {predicate}"
        for triple in triples:
            self.modules[module].remove(triple)

    def put(self, term: Node | str, predicate: Node, obj: Node | str, module: str = "core") -> None:
        self.drop(term, predicate, module)
        self.add(term, predicate, obj, module=module)

    def move(self, term: Node | str, source: str, target: str) -> None:
        triples = list(self.modules[source].triples((as_term(term), None, None)))
        assert triples
        for triple in triples:
            self.modules[source].remove(triple)
            self.modules[target].add(triple)

    def broken(self) -> Ontology:
        return Ontology(self.modules)


def as_term(term: Node | str) -> Node:
    if isinstance(term, Node):
        return term
    if term.startswith("http"):
        return URIRef(term)
    return URIRef(f"{BASE}vocab/{term}") if "#" in term else URIRef(BG + term)


def en(text: str) -> Literal:
    return Literal(text, lang="en")


Change = Callable[[Mutable], None]


def steps(*changes: Change) -> Change:
    def change(m: Mutable) -> None:
        for step in changes:
            step(m)

    return change


def new_class(name: str) -> Change:
    return lambda m: m.add(name, RDF.type, OWL.Class)


def deprecate(name: str, heir: str = "Event") -> Change:
    return steps(
        lambda m: m.add(name, OWL.deprecated, Literal(True)),
        lambda m: m.add(name, SKOS.changeNote, en("Nobody used it.")),
        lambda m: m.add(name, DCTERMS.isReplacedBy, heir),
    )


MUTANTS: Mapping[str, list[Change]] = {
    "one_label": [
        lambda m: m.drop("Attack", RDFS.label),
        lambda m: m.add("Attack", RDFS.label, en("assault")),
        lambda m: m.put("Attack", SKOS.prefLabel, en("assault")),
    ],
    "one_definition": [
        lambda m: m.drop("Attack", SKOS.definition),
        lambda m: m.add("Attack", SKOS.definition, en("A second one.")),
        lambda m: m.put("Attack", SKOS.definition, en("a small beginning.")),
        lambda m: m.put("Attack", SKOS.definition, en("No full stop")),
    ],
    "definition_is_not_circular": [
        lambda m: m.put("Attack", SKOS.definition, en("An event that is an attack.")),
        lambda m: m.put("EventSeries", SKOS.definition, en("An event series of several happenings.")),
        lambda m: m.put("killed", SKOS.definition, en("How many people the event killed.")),
    ],
    "texts_are_english": [
        lambda m: m.put("Attack", SKOS.definition, Literal("An event.")),
        lambda m: m.add("Attack", SKOS.scopeNote, Literal("Ein Angriff.", lang="de")),
    ],
    "whitespace": [
        lambda m: m.put("Attack", RDFS.label, en("attack ")),
        lambda m: m.add("Attack", SKOS.example, en("Two  spaces.")),
        lambda m: m.add("Attack", SKOS.example, en("Two\nlines.")),
    ],
    "labels_differ": [
        lambda m: m.put("Strike", RDFS.label, en("Attack")),
        lambda m: m.put("attacker", RDFS.label, en("target")),
        lambda m: m.put("damage#minor", RDFS.label, en("major"), module="vocabularies"),
    ],
    "definitions_differ": [
        lambda m: m.put("Strike", SKOS.definition, m.core.value(URIRef(BG + "Attack"), SKOS.definition) or ALIEN),
    ],
    "defined_by_its_module": [
        lambda m: m.drop("Attack", RDFS.isDefinedBy),
        lambda m: m.put("Attack", RDFS.isDefinedBy, module_iri("reused")),
        lambda m: m.move("Attack", "core", "vocabularies"),
        lambda m: m.add("Attack", RDF.type, OWL.Class, module="reused"),
    ],
    "deprecation_is_complete": [
        lambda m: m.add("Strike", OWL.deprecated, Literal("true")),
        lambda m: m.add("Strike", OWL.deprecated, Literal(True)),
        lambda m: m.add("Strike", DCTERMS.isReplacedBy, "Attack"),
        deprecate("Strike", heir="Raid"),
        steps(deprecate("Strike", heir="Attack"), deprecate("Attack")),
    ],
    "nothing_living_refers_to_the_deprecated": [deprecate("Attack"), deprecate("Quantity")],
    "built_in_terms_exist": [
        lambda m: m.add("Attack", OWL.Ontology + "s", "Event"),
        lambda m: m.add("Attack", RDFS.subClassOf, URIRef(f"{RDFS.Class}es")),
    ],
    "local_names_are_no_methods_of_str": [lambda m: m.add("count", RDF.type, OWL.DatatypeProperty), new_class("title")],
    "p04_unconnected": [new_class("Raid"), lambda m: m.add("raids", RDF.type, OWL.ObjectProperty)],
    "p06_cycle": [
        lambda m: m.add("Event", RDFS.subClassOf, "Strike"),
        lambda m: m.add("linkedTo", RDFS.subPropertyOf, "retaliatesFor"),
        lambda m: m.add("instrument#bomb", SKOS.broader, "instrument#ied", module="vocabularies"),
    ],
    "p07_merged": [new_class("AttackOrStrike"), new_class("ActorAndPlace")],
    "p08_not_annotated": [
        lambda m: m.drop("attacker", RDFS.label),
        lambda m: m.drop("attacker", SKOS.example),
        lambda m: m.drop("Attack", SKOS.definition),
        lambda m: m.drop("http://www.w3.org/ns/prov#Agent", RDFS.label, module="reused"),
    ],
    "p10_no_disjointness": [
        steps(new_class("Weather"), lambda m: m.add("Weather", RDFS.subClassOf, URIRef("http://www.w3.org/ns/prov#Entity")))
    ],
    "p11_no_domain_or_range": [
        lambda m: m.drop("attacker", RDFS.domain),
        lambda m: m.drop("attacker", RDFS.range),
        lambda m: m.put("evidence", SKOS.editorialNote, en("Something else.")),
        lambda m: m.put("mention", SKOS.editorialNote, en("Something else.")),
    ],
    "p19_several_domains_or_ranges": [
        lambda m: m.add("attacker", RDFS.domain, "Claim"),
        lambda m: m.add("attacker", RDFS.range, "Event"),
    ],
    "p21_miscellaneous_class": [new_class("Other"), new_class("MiscellaneousEvent"), new_class("UnknownActor")],
    "p22_naming": [
        new_class("raid"),
        new_class("Night_Raid"),
        lambda m: m.add("Raids", RDF.type, OWL.ObjectProperty),
        lambda m: m.add("damage#Very_bad", RDF.type, SKOS.Concept, module="vocabularies"),
    ],
    "p24_recursive": [
        lambda m: m.add("Attack", RDFS.subClassOf, "Attack"),
        lambda m: m.add("attacker", RDFS.range, "attacker"),
    ],
    "p25_inverse_of_itself": [lambda m: m.add("attacker", OWL.inverseOf, "attacker")],
    "p26_inverse_of_symmetric": [
        lambda m: m.add("contradicts", OWL.inverseOf, "cites"),
        lambda m: m.add("cites", OWL.inverseOf, "contradicts"),
    ],
    "p28_wrongly_symmetric": [
        lambda m: m.add("attacker", RDF.type, OWL.SymmetricProperty),
        lambda m: m.add("cites", RDF.type, OWL.SymmetricProperty),
    ],
    "p32_same_label": [lambda m: m.put("Strike", RDFS.label, en("attack"))],
    "p34_untyped_class": [
        lambda m: m.add("Attack", RDFS.subClassOf, ALIEN),
        lambda m: m.put("attacker", RDFS.range, "Raider"),
        lambda m: m.add("Raid", RDFS.subClassOf, "Attack"),
        lambda m: m.add("Attack", RDF.type, ALIEN),
    ],
    "p35_untyped_property": [
        lambda m: m.add("Attack", ALIEN, "Event"),
        lambda m: m.add("attacker", RDFS.subPropertyOf, ALIEN),
        lambda m: m.add("raids", RDFS.domain, "Event"),
    ],
    "p36_file_extension": [
        lambda m: m.add(f"{BASE}core.owl#Raid", RDF.type, OWL.Class),
        lambda m: m.add(f"{BASE}ontology/core.ttl", RDF.type, OWL.Ontology),
    ],
    "p40_hijacking": [
        lambda m: m.add("http://www.w3.org/ns/prov#Agent", RDFS.subClassOf, "Actor"),
        lambda m: m.add(ALIEN, SKOS.definition, en("Something of others.")),
    ],
    "p38_no_ontology": [
        lambda m: m.drop(CORE, RDF.type),
        lambda m: m.add(module_iri("other"), RDF.type, OWL.Ontology),
    ],
    "metadata_once": [
        lambda m: m.drop(CORE, DCTERMS.title),
        lambda m: m.drop(CORE, DCTERMS.abstract),
        lambda m: m.drop(CORE, DCTERMS.description),
        lambda m: m.drop(CORE, DCTERMS.creator),
        lambda m: m.drop(CORE, DCTERMS.publisher),
        lambda m: m.drop(CORE, DCTERMS.created),
        lambda m: m.drop(CORE, DCTERMS.issued),
        lambda m: m.drop(CORE, DCTERMS.modified),
        lambda m: m.drop(CORE, DCTERMS.language),
        lambda m: m.drop(CORE, DCTERMS.license),
        lambda m: m.drop(CORE, DCTERMS.rights),
        lambda m: m.drop(CORE, DCTERMS.bibliographicCitation),
        lambda m: m.drop(CORE, BIBO_STATUS),
        lambda m: m.drop(CORE, VANN.preferredNamespacePrefix),
        lambda m: m.drop(CORE, VANN.preferredNamespaceUri),
        lambda m: m.drop(CORE, OWL.versionIRI),
        lambda m: m.drop(CORE, OWL.versionInfo),
        lambda m: m.add(CORE, DCTERMS.title, en("Another title")),
    ],
    "p41_no_licence": [
        lambda m: m.drop(CORE, DCTERMS.license),
        lambda m: m.put(CORE, DCTERMS.license, Literal("CC BY 4.0")),
        lambda m: m.put(CORE, DCTERMS.license, ALIEN),
    ],
    "p39_namespace": [
        lambda m: m.put(CORE, VANN.preferredNamespaceUri, Literal(f"{BASE}ns")),
        lambda m: m.put(CORE, VANN.preferredNamespaceUri, Literal("http://other.example/ns#")),
    ],
    "version_is_told_once_and_alike": [
        lambda m: m.put(CORE, OWL.versionInfo, Literal("9.9.9")),
        lambda m: m.put(CORE, OWL.versionInfo, Literal("new")),
        lambda m: m.put(CORE, OWL.versionIRI, module_iri("core/9.9.9")),
        lambda m: m.put(CORE, DCTERMS.bibliographicCitation, Literal("Belligraph")),
    ],
    "dates_are_in_order": [
        lambda m: m.put(CORE, DCTERMS.created, Literal("2999-01-01", datatype=XSD.date)),
        lambda m: m.put(CORE, DCTERMS.modified, Literal("yesterday")),
    ],
    "imports_are_there": [
        lambda m: m.add(CORE, OWL.imports, module_iri("weather")),
        lambda m: m.drop(CORE, OWL.imports),
    ],
    "schemes_are_whole": [
        lambda m: m.drop("damage#minor", SKOS.inScheme, module="vocabularies"),
        lambda m: m.add("damage#minor", SKOS.inScheme, f"{BASE}vocab/outcome", module="vocabularies"),
        lambda m: m.drop("damage#minor", SKOS.topConceptOf, module="vocabularies"),
        lambda m: m.drop(f"{BASE}vocab/damage", SKOS.hasTopConcept, module="vocabularies"),
        lambda m: m.drop("instrument#ied", SKOS.broader, module="vocabularies"),
        lambda m: m.put("instrument#ied", SKOS.broader, "damage#minor", module="vocabularies"),
    ],
    "concept_properties_name_their_scheme": [
        lambda m: m.drop("instrument", RDFS.seeAlso),
        lambda m: m.add("instrument", RDFS.seeAlso, f"{BASE}vocab/damage"),
    ],
}


@pytest.mark.parametrize("name", CHECKS)
def test_the_ontology_passes(name: str, ontology: Ontology) -> None:
    assert [str(fault) for fault in CHECKS[name](ontology)] == []


def test_every_check_has_a_planted_fault() -> None:
    assert set(MUTANTS) == set(CHECKS)


@pytest.mark.parametrize(("name", "number"), [(name, n) for name, changes in MUTANTS.items() for n in range(len(changes))])
def test_a_planted_fault_is_caught(name: str, number: int, ontology: Ontology) -> None:
    mutable = Mutable(ontology)
    before = {name: len(module) for name, module in mutable.modules.items()}
    MUTANTS[name][number](mutable)
    assert list(CHECKS[name](mutable.broken())), "the planted fault was not seen"
    assert before == {name: len(module) for name, module in ontology.modules.items()}, "the ontology itself was changed"


def test_all_checks_together_find_nothing(ontology: Ontology) -> None:
    assert check_ontology(ontology) == []


def test_the_changelog_tells_of_the_version_at_hand(ontology: Ontology) -> None:
    version = str(ontology.modules["core"].value(CORE, OWL.versionInfo))
    changelog = (ontology_folder() / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## ([0-9.]+)", changelog, re.M)
    assert headings[0] == version
    sections = re.findall(r"^### (\w+)", changelog, re.M)
    assert set(sections) <= {"Added", "Changed", "Deprecated", "Removed"}


def test_the_readme_tells_of_every_file() -> None:
    readme = (ontology_folder() / "README.md").read_text("utf-8")
    for path in ontology_folder().iterdir():
        assert path.name == "README.md" or path.suffix == ".html" or f"`{path.name}`" in readme
