"""What a module's page shows: its metadata, its sections, and of each term all that the modules say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from belligraph.ontology.formatting import write_turtle
from belligraph.ontology.links import Link, Links
from belligraph.ontology.modules import Ontology, module_iri
from belligraph.ontology.turtle_source import Source

__all__ = ["Metadata", "TermCard", "TermSection", "heading", "metadata_rows", "term_sections"]

_KINDS: Mapping[Node, str] = {
    OWL.Class: "class",
    OWL.ObjectProperty: "object property",
    OWL.DatatypeProperty: "datatype property",
    OWL.AnnotationProperty: "annotation property",
    OWL.SymmetricProperty: "symmetric",
    OWL.AsymmetricProperty: "asymmetric",
    OWL.IrreflexiveProperty: "irreflexive",
    OWL.FunctionalProperty: "functional",
    SKOS.Concept: "concept",
    SKOS.ConceptScheme: "concept scheme",
}
_ROWS: Mapping[Node, str] = {
    RDFS.subClassOf: "Kind of",
    RDFS.subPropertyOf: "Kind of",
    RDFS.domain: "Domain",
    RDFS.range: "Range",
    OWL.inverseOf: "Inverse",
    OWL.disjointWith: "Never also",
    SKOS.broader: "Broader",
    SKOS.hasTopConcept: "Top concepts",
    SKOS.exactMatch: "The same as",
    SKOS.closeMatch: "Close to",
    SKOS.narrowMatch: "Takes in",
    SKOS.broadMatch: "Part of",
    SKOS.relatedMatch: "Related to",
    SKOS.note: "Note",
    SKOS.altLabel: "Also called",
    DCTERMS.isReplacedBy: "Replaced by",
    SKOS.changeNote: "Why it changed",
    RDFS.seeAlso: "See also",
}
# the other way round, from whatever module says it
_BACKWARDS: Mapping[URIRef, str] = {
    RDFS.subClassOf: "Kinds of it",
    RDFS.subPropertyOf: "Kinds of it",
    RDFS.domain: "Has",
    RDFS.range: "Value of",
    SKOS.broader: "Narrower",
}
# shown in places of their own, or told by the page itself
_ELSEWHERE = {
    RDF.type, RDFS.label, RDFS.isDefinedBy, RDFS.comment, SKOS.prefLabel, SKOS.definition, SKOS.scopeNote, SKOS.example,
    SKOS.editorialNote, SKOS.inScheme, SKOS.topConceptOf, DCTERMS.title, OWL.deprecated,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TermCard:
    """One term: where it is on the page, what it is called and means, and how it stands to others."""

    anchor: str
    alias: str
    """The bare name of a concept, as its IRI's fragment has it, where the page has it only once; else empty."""
    label: str
    name: str
    iri: str
    kinds: list[str]
    is_deprecated: bool
    definition: str
    notes: list[str]
    examples: list[str]
    editorial: list[str]
    rows: list[tuple[str, list[Link]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TermSection:
    """The terms under one of the file's rulers, with the comments that stand there."""

    heading: str
    anchor: str
    comments: list[str]
    cards: list[TermCard]


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a module says of itself; the rows are what has no place of its own."""

    title: str
    abstract: str
    description: str
    rows: list[tuple[str, list[Link]]]


def term_sections(source: Source, ontology: Ontology, links: Links) -> list[TermSection]:
    """The sections of a module's file; a subject that other modules declare is shown with what this one says of it."""
    graph = Graph().parse(data=write_turtle(source), format="turtle")
    sections = []
    for number, section in enumerate(source.sections):
        cards = [
            _card(term, graph, ontology, links)
            for statement in section.statements
            for term in [_resolve(statement.subject, source)]
            if (term, RDF.type, OWL.Ontology) not in graph
        ]
        comments = [line.lstrip("# ") for s in section.statements for line in s.comments if line.strip("# ")]
        if cards:
            sections.append(TermSection(heading(section.title or "terms"), f"section-{number}", comments, cards))
    return sections


def metadata_rows(name: str, ontology: Ontology, links: Links) -> Metadata:
    """The metadata of a module."""
    this, graph = module_iri(name), ontology.modules[name]
    told = {DCTERMS.title, DCTERMS.abstract, DCTERMS.description, RDF.type}
    rows = [("IRI", [Link(str(this), str(this))])]
    rows += [
        (_words(predicate), sorted((links.link(o) for o in graph.objects(this, predicate)), key=lambda link: link.text))
        for predicate in sorted(set(graph.predicates(this)) - told, key=str)
    ]
    title, abstract, description = (
        str(graph.value(this, p) or "") for p in (DCTERMS.title, DCTERMS.abstract, DCTERMS.description)
    )
    return Metadata(title, abstract, description, rows)


def heading(title: str) -> str:
    """A ruler's title as a heading: a capital first, the rest as it is."""
    return title[:1].upper() + title[1:]


def _card(term: URIRef, here: Graph, ontology: Ontology, links: Links) -> TermCard:
    everywhere = ontology.graph

    def texts(predicate: Node) -> list[str]:
        return sorted(str(o) for o in here.objects(term, predicate))

    is_concept = (term, RDF.type, SKOS.Concept) in here
    is_declared_here = (term, RDF.type, None) in here
    rows: list[tuple[str, list[Link]]] = []
    for predicate in sorted(set(here.predicates(term)) - _ELSEWHERE, key=_row_order):
        if predicate != OWL.disjointWith:
            rows.append((_ROWS.get(predicate) or links.short(str(predicate)), _links(here.objects(term, predicate), links)))
    apart = {*everywhere.objects(term, OWL.disjointWith), *everywhere.subjects(OWL.disjointWith, term)}
    if apart and is_declared_here:
        rows.append((_ROWS[OWL.disjointWith], _links(apart, links)))
    for predicate, title in _BACKWARDS.items():
        back = _links(everywhere.subjects(predicate, term), links)
        if back and is_declared_here:
            rows.append((title, back))
    kinds = [_KINDS.get(k) or links.short(str(k)) for k in here.objects(term, RDF.type)]
    label = everywhere.value(term, RDFS.label)
    return TermCard(
        anchor=links.anchor(str(term)),
        alias=str(term).rpartition("#")[2] if is_concept and _is_only_one(term, here, links) else "",
        label=str(label) if label is not None else links.short(str(term)),
        name=links.short(str(term)),
        iri=str(term),
        kinds=sorted(kinds),
        is_deprecated=(term, OWL.deprecated, None) in here,
        definition=" ".join(texts(SKOS.definition)),
        notes=texts(SKOS.scopeNote) + texts(RDFS.comment),
        examples=texts(SKOS.example),
        editorial=texts(SKOS.editorialNote),
        rows=rows,
    )


def _links(nodes: Iterable[Node], links: Links) -> list[Link]:
    return sorted({links.link(node) for node in nodes}, key=lambda link: (link.text, link.note))


def _is_only_one(concept: URIRef, here: Graph, links: Links) -> bool:
    """Whether the page has no other term whose bare name or anchor is the concept's bare name."""
    name = concept.rpartition("#")[2]
    namesakes = [c for c in here.subjects(RDF.type, SKOS.Concept) if str(c).rpartition("#")[2] == name]
    return len(namesakes) == 1 and not any(links.anchor(str(s)) == name for s in here.subjects())


def _row_order(predicate: Node) -> tuple[int, str]:
    order = list(_ROWS)
    return (order.index(predicate) if predicate in _ROWS else len(order)), str(predicate)


def _resolve(subject: str, source: Source) -> URIRef:
    if subject.startswith("<"):
        return URIRef(subject[1:-1])
    prefix, _, local = subject.partition(":")
    return URIRef(source.prefixes[prefix] + local)


def _words(predicate: Node) -> str:
    name = str(predicate).rstrip("#/").replace("#", "/").rpartition("/")[2]
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).capitalize().replace("i r i", "IRI")
