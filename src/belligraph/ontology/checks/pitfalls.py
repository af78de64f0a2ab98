"""The pitfalls of the OOPS! catalogue that a program can see without guessing, each under its number.

Source: https://oops.linkeddata.es/catalogue.jsp; M. Poveda-Villalón, A. Gómez-Pérez, M. C. Suárez-Figueroa, OOPS! (OntOlogy
Pitfall Scanner!), IJSWIS 10(2), 2014. P38, P39 and P41 are about the ontology itself: see metadata.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from rdflib import OWL, RDF, RDFS, SKOS, BNode, URIRef

from belligraph import vocab
from belligraph.ontology.checks.faults import Fault
from belligraph.ontology.modules import BASE, CLASSES, PROPERTIES, Ontology

__all__ = ["CHECKS", "NO_DOMAIN", "NO_RANGE"]

NO_DOMAIN = "No domain: "
NO_RANGE = "No range: "
"""How the editorial note begins that tells why a property has no domain, or no range."""

_HIERARCHIES = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader)
_CLASS_NAME = re.compile(r"[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)*")
_PROPERTY_NAME = re.compile(r"[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*")
# or the number by which another's codebook knows the concept
_CONCEPT_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[0-9]+")
_MERGED = re.compile(r"[a-z0-9](?:And|Or)[A-Z]|[a-z0-9]-(?:or)-[a-z]")
_MISCELLANEOUS = re.compile(r"(?i)(?:^|[#/])(?:other|others|misc\w*|unknown\w*|unclassified)$")
_EXTENSION = re.compile(r"(?i)\.(?:owl|rdf|ttl|n3|xml|html?|jsonld)(?:[#/]|$)")
# what a reused term may be given: its kind, a name, whose it is
_DECLARATION = {RDF.type, RDFS.label, RDFS.isDefinedBy}


def p04_unconnected(ontology: Ontology) -> Iterator[Fault]:
    """P04: a class or property that no other term, and that no axiom, is connected with."""
    axioms = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith, OWL.inverseOf)
    for term in ontology.terms(*CLASSES, OWL.ObjectProperty, OWL.DatatypeProperty):
        if not any((term, p, None) in ontology.graph or (None, p, term) in ontology.graph for p in axioms):
            yield Fault(term, "stands alone: no axiom connects it")


def p06_cycle(ontology: Ontology) -> Iterator[Fault]:
    """P06: a term that is a kind of itself, by however many steps."""
    for predicate in _HIERARCHIES:
        for term in set(ontology.graph.subjects(predicate)):
            if term in ontology.ancestors(term, predicate):
                yield Fault(term, f"is under itself by {predicate}")


def p07_merged(ontology: Ontology) -> Iterator[Fault]:
    """P07: a class whose name joins two concepts; in a concept's name "and" is allowed, as in "advise and assist"."""
    for term in ontology.terms(*CLASSES, SKOS.Concept):
        if _MERGED.search(_local(term)):
            yield Fault(term, "its name joins two concepts")


def p08_not_annotated(ontology: Ontology) -> Iterator[Fault]:
    """P08: a class or property, reused ones too, without a label; one of ours without definition or example."""
    graph = ontology.graph
    for term in {s for kind in (*CLASSES, *PROPERTIES) for s in graph.subjects(RDF.type, kind)}:
        ours = str(term).startswith(BASE)
        wanted = (RDFS.label, SKOS.definition, SKOS.example) if ours else (RDFS.label, RDFS.isDefinedBy)
        for predicate in wanted:
            if not isinstance(term, BNode) and (term, predicate, None) not in graph:
                yield Fault(term, f"has no {predicate}")


def p10_no_disjointness(ontology: Ontology) -> Iterator[Fault]:
    """P10: a top class of ours that nothing keeps apart from any other; a class under one is kept apart with it."""
    graph = ontology.graph
    disjoint = {*graph.subjects(OWL.disjointWith), *graph.objects(None, OWL.disjointWith)}
    for term in ontology.terms(*CLASSES):
        lineage = {term, *ontology.ancestors(term, RDFS.subClassOf)}
        # a role, as bg:Motive is: anything may play it, so nothing is apart from it
        is_role = not any(o for o in graph.objects(term, RDFS.subClassOf))
        if not lineage & disjoint and not is_role:
            yield Fault(term, "nothing is disjoint with it")


def p11_no_domain_or_range(ontology: Ontology) -> Iterator[Fault]:
    """P11: a property without domain or range, unless an editorial note says why it has none."""
    for term in ontology.properties():
        notes = [str(n) for n in ontology.graph.objects(term, SKOS.editorialNote)]
        if (term, RDFS.domain, None) not in ontology.graph and not any(n.startswith(NO_DOMAIN) for n in notes):
            yield Fault(term, "has no domain, and no note that says why")
        if (term, RDFS.range, None) not in ontology.graph and not any(n.startswith(NO_RANGE) for n in notes):
            yield Fault(term, "has no range, and no note that says why")


def p19_several_domains_or_ranges(ontology: Ontology) -> Iterator[Fault]:
    """P19: several domains or ranges, which mean all of them at once."""
    for term in ontology.properties():
        for predicate in (RDFS.domain, RDFS.range):
            if len(list(ontology.graph.objects(term, predicate))) > 1:
                yield Fault(term, f"has more than one {predicate}")


def p21_miscellaneous_class(ontology: Ontology) -> Iterator[Fault]:
    """P21: a class for what is left over. (A concept "other" of a closed list is no class: nothing is inferred from it.)"""
    for term in ontology.terms(*CLASSES):
        if _MISCELLANEOUS.search(str(term)):
            yield Fault(term, "is a class for what is left over")


def p22_naming(ontology: Ontology) -> Iterator[Fault]:
    """P22: names in another convention: UpperCamelCase classes, lowerCamelCase properties, hyphenated concepts."""
    patterns = ((CLASSES, _CLASS_NAME), (PROPERTIES, _PROPERTY_NAME), ((SKOS.Concept, SKOS.ConceptScheme), _CONCEPT_NAME))
    for kinds, pattern in patterns:
        for term in ontology.terms(*kinds):
            if not pattern.fullmatch(_local(term)):
                yield Fault(term, f"is not named like others of its kind ({pattern.pattern})")


def p24_recursive(ontology: Ontology) -> Iterator[Fault]:
    """P24: a term that an axiom of its own defines by itself."""
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.equivalentClass, OWL.disjointWith):
        for term in set(ontology.graph.subjects(predicate)):
            if (term, predicate, term) in ontology.graph:
                yield Fault(term, f"is defined by itself in {predicate}")


def p25_inverse_of_itself(ontology: Ontology) -> Iterator[Fault]:
    """P25: a property that is its own inverse; that is called symmetric."""
    for term, inverse in ontology.graph.subject_objects(OWL.inverseOf):
        if term == inverse:
            yield Fault(term, "is the inverse of itself")


def p26_inverse_of_symmetric(ontology: Ontology) -> Iterator[Fault]:
    """P26: a symmetric property with an inverse."""
    for pair in ontology.graph.subject_objects(OWL.inverseOf):
        for term in pair:
            if (term, RDF.type, OWL.SymmetricProperty) in ontology.graph:
                yield Fault(term, "is symmetric and has an inverse")


def p28_wrongly_symmetric(ontology: Ontology) -> Iterator[Fault]:
    """P28: a symmetric property that leads from one kind of thing to another."""
    for term in ontology.graph.subjects(RDF.type, OWL.SymmetricProperty):
        domains, ranges = (set(ontology.graph.objects(term, p)) for p in (RDFS.domain, RDFS.range))
        if domains != ranges or (term, RDF.type, OWL.AsymmetricProperty) in ontology.graph:
            yield Fault(term, "is symmetric, and its domain is not its range")


def p32_same_label(ontology: Ontology) -> Iterator[Fault]:
    """P32: several classes of ours with one label."""
    labels: dict[str, URIRef] = {}
    for term in ontology.terms(*CLASSES):
        for label in ontology.graph.objects(term, RDFS.label):
            other = labels.setdefault(str(label).lower(), term)
            if other != term:
                yield Fault(term, f"has the label of {other}")


def p34_untyped_class(ontology: Ontology) -> Iterator[Fault]:
    """P34: something that is used as a class and not declared as one."""
    graph = ontology.graph
    used = {o for p in (RDFS.subClassOf, OWL.disjointWith, RDFS.domain, RDFS.range) for o in graph.objects(None, p)}
    used |= {*graph.subjects(RDFS.subClassOf), *graph.objects(None, RDF.type)}
    for term in used:
        if isinstance(term, URIRef) and not _is_built_in(term) and not any((term, RDF.type, k) in graph for k in CLASSES):
            yield Fault(term, "is used as a class, and not declared")


def p35_untyped_property(ontology: Ontology) -> Iterator[Fault]:
    """P35: something that is used as a property and not declared as one."""
    graph = ontology.graph
    used = {*graph.predicates(), *graph.subjects(RDFS.subPropertyOf), *graph.objects(None, RDFS.subPropertyOf)}
    used |= {*graph.subjects(RDFS.domain), *graph.subjects(RDFS.range), *graph.objects(None, OWL.inverseOf)}
    for term in used:
        if isinstance(term, URIRef) and not _is_built_in(term) and not any((term, RDF.type, k) in graph for k in PROPERTIES):
            yield Fault(term, "is used as a property, and not declared")


def p36_file_extension(ontology: Ontology) -> Iterator[Fault]:
    """P36: an IRI of ours that holds a file extension."""
    for term in {*ontology.terms(), *ontology.graph.subjects(RDF.type, OWL.Ontology)}:
        if _EXTENSION.search(str(term)):
            yield Fault(term, "its IRI holds a file extension")


def p40_hijacking(ontology: Ontology) -> Iterator[Fault]:
    """P40: something said of a term of others beyond what declares it."""
    for term in set(ontology.graph.subjects()):
        if isinstance(term, URIRef) and not term.startswith(BASE):
            for predicate in set(ontology.graph.predicates(term)) - _DECLARATION:
                yield Fault(term, f"is not ours to say {predicate} of")


def _local(term: URIRef) -> str:
    return re.split(r"[#/]", str(term))[-1]


def _is_built_in(term: URIRef) -> bool:
    # str first: rdflib's own startswith takes no tuple
    return str(term).startswith((vocab.OWL.iri, vocab.RDF.iri, vocab.RDFS.iri, vocab.XSD.iri))


CHECKS: Mapping[str, Callable[[Ontology], Iterator[Fault]]] = {
    check.__name__: check
    for check in (
        p04_unconnected, p06_cycle, p07_merged, p08_not_annotated, p10_no_disjointness, p11_no_domain_or_range,
        p19_several_domains_or_ranges, p21_miscellaneous_class, p22_naming, p24_recursive, p25_inverse_of_itself,
        p26_inverse_of_symmetric, p28_wrongly_symmetric, p32_same_label, p34_untyped_class, p35_untyped_property,
        p36_file_extension, p40_hijacking,
    )
}  # fmt: skip
