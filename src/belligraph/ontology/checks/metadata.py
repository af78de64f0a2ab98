"""What each module says of itself: what FOOPS! asks for as far as a file can tell it, and OOPS! P38, P39 and P41.

Source: https://foops.linkeddata.es (minimum and recommended metadata, version, status, licence); WIDOCO's best practices,
https://dgarijo.github.io/Widoco/doc/bestPractices/index-en.html.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, VANN, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from belligraph.ontology.checks.faults import Fault
from belligraph.ontology.modules import BASE, Ontology, module_iri

__all__ = ["CHECKS"]

BIBO = Namespace("http://purl.org/ontology/bibo/")
_ONCE = (
    DCTERMS.title, DCTERMS.abstract, DCTERMS.description, DCTERMS.creator, DCTERMS.publisher, DCTERMS.created,
    DCTERMS.issued, DCTERMS.modified, DCTERMS.language, DCTERMS.license, DCTERMS.rights, DCTERMS.bibliographicCitation,
    BIBO.status, VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri, OWL.versionIRI, OWL.versionInfo,
)  # fmt: skip
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_DATES = (DCTERMS.created, DCTERMS.issued, DCTERMS.modified)


def p38_no_ontology(ontology: Ontology) -> Iterator[Fault]:
    """P38, P39: each file declares one ontology, whose IRI is the module's."""
    for name, module in ontology.modules.items():
        declared = set(module.subjects(RDF.type, OWL.Ontology))
        if declared != {module_iri(name)}:
            yield Fault(module_iri(name), f"its file declares {sorted(map(str, declared))}")


def metadata_once(ontology: Ontology) -> Iterator[Fault]:
    """Each module has each piece of metadata, once."""
    for name, module in ontology.modules.items():
        for predicate in _ONCE:
            if len(list(module.objects(module_iri(name), predicate))) != 1:
                yield Fault(module_iri(name), f"wants one {predicate}")


def p41_no_licence(ontology: Ontology) -> Iterator[Fault]:
    """P41: the licence is an IRI, and the same for all modules."""
    licences = {o for name, m in ontology.modules.items() for o in m.objects(module_iri(name), DCTERMS.license)}
    for name, module in ontology.modules.items():
        told = list(module.objects(module_iri(name), DCTERMS.license))
        if len(told) != 1 or not isinstance(told[0], URIRef) or len(licences) != 1:
            yield Fault(module_iri(name), f"wants one licence, by its IRI, the same for all modules: {told}")


def p39_namespace(ontology: Ontology) -> Iterator[Fault]:
    """P39: the namespace is ours and ends where a local name begins."""
    for name, module in ontology.modules.items():
        for namespace in module.objects(module_iri(name), VANN.preferredNamespaceUri):
            if not str(namespace).startswith(BASE) or not str(namespace).endswith(("#", "/")):
                yield Fault(module_iri(name), f"the namespace {namespace} is not ours, or ends within a name")


def version_is_told_once_and_alike(ontology: Ontology) -> Iterator[Fault]:
    """The version is semantic, the same in all modules, and in the version IRI and the citation."""
    versions = {str(v) for name, m in ontology.modules.items() for v in m.objects(module_iri(name), OWL.versionInfo)}
    for name, module in ontology.modules.items():
        this = module_iri(name)
        version = str(module.value(this, OWL.versionInfo))
        if not _VERSION.fullmatch(version) or len(versions) != 1:
            yield Fault(this, f"the version {version} is not semantic, or not that of the other modules")
        if module.value(this, OWL.versionIRI) != URIRef(f"{this}/{version}"):
            yield Fault(this, f"its version IRI is not its IRI and {version}")
        cited = str(module.value(this, DCTERMS.bibliographicCitation))
        if f"version {version}" not in cited or str(this) not in cited:
            yield Fault(this, "its citation does not hold its version and its IRI")


def dates_are_in_order(ontology: Ontology) -> Iterator[Fault]:
    """Created, issued and modified are dates, in this order."""
    for name, module in ontology.modules.items():
        found = [module.value(module_iri(name), p) for p in _DATES]
        if not all(isinstance(d, Literal) and d.datatype == XSD.date and not d.ill_typed for d in found):
            yield Fault(module_iri(name), f"created, issued and modified are dates: {found}")
        elif [str(d) for d in found] != sorted(str(d) for d in found):
            yield Fault(module_iri(name), f"created, issued, modified are out of order: {[str(d) for d in found]}")


def imports_are_there(ontology: Ontology) -> Iterator[Fault]:
    """What is imported is a module of ours that is there; core brings in all that its axioms name."""
    for name, module in ontology.modules.items():
        for imported in module.objects(module_iri(name), OWL.imports):
            if imported not in {module_iri(n) for n in ontology.modules}:
                yield Fault(module_iri(name), f"imports {imported}, which is not here")
    missing = {module_iri(n) for n in ("reused", "vocabularies")} - _imports(ontology.modules.get("core"))
    for iri in missing:
        yield Fault(module_iri("core"), f"does not import {iri}")


def schemes_are_whole(ontology: Ontology) -> Iterator[Fault]:
    """Each concept is in the scheme that its IRI tells, and is a top concept, told both ways, or has a broader one there."""
    graph = ontology.graph
    for concept in ontology.terms(SKOS.Concept):
        scheme = URIRef(str(concept).partition("#")[0])
        if set(graph.objects(concept, SKOS.inScheme)) != {scheme} or (scheme, RDF.type, SKOS.ConceptScheme) not in graph:
            yield Fault(concept, f"is not in the scheme {scheme}, or in another as well")
        broader = set(graph.objects(concept, SKOS.broader))
        is_top = (concept, SKOS.topConceptOf, scheme) in graph
        if is_top is bool(broader) or is_top is not ((scheme, SKOS.hasTopConcept, concept) in graph):
            yield Fault(concept, "is either a top concept, and its scheme says so, or has a broader one")
        if any(not str(b).startswith(f"{scheme}#") for b in broader):
            yield Fault(concept, "is under a concept of another scheme")


def concept_properties_name_their_scheme(ontology: Ontology) -> Iterator[Fault]:
    """A property whose values are concepts says by rdfs:seeAlso from which scheme: one of ours, or some of others'.

    A scheme is another's when dcterms:source says whose.
    """
    graph = ontology.graph
    for term in ontology.properties():
        if (term, RDFS.range, SKOS.Concept) in graph:
            schemes = [s for s in graph.objects(term, RDFS.seeAlso) if (s, RDF.type, SKOS.ConceptScheme) in graph]
            ours = [s for s in schemes if (s, DCTERMS.source, None) not in graph]
            if len(ours) != (0 if len(schemes) > len(ours) else 1):
                yield Fault(term, "does not name the one scheme of its concepts")


def _imports(module: Graph | None) -> set[Node]:
    return set() if module is None else set(module.objects(module_iri("core"), OWL.imports))


CHECKS: Mapping[str, Callable[[Ontology], Iterator[Fault]]] = {
    check.__name__: check
    for check in (
        p38_no_ontology, metadata_once, p41_no_licence, p39_namespace, version_is_told_once_and_alike, dates_are_in_order,
        imports_are_there, schemes_are_whole, concept_properties_name_their_scheme,
    )
}  # fmt: skip
