"""Labels, definitions, whitespace, deprecation: what ROBOT's report looks at, and that definitions do not go in circles.

Source: http://robot.obolibrary.org/report_queries/.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, XSD, Literal, URIRef

from belligraph import vocab
from belligraph.ontology.checks.faults import Fault
from belligraph.ontology.modules import BASE, CLASSES, PROPERTIES, Ontology, module_iri

__all__ = ["CHECKS"]

_TEXTS = (RDFS.label, SKOS.prefLabel, SKOS.definition, SKOS.scopeNote, SKOS.example, SKOS.editorialNote, RDFS.comment)
_REFERENCES = (
    RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.disjointWith, OWL.inverseOf, SKOS.broader,
    SKOS.hasTopConcept,
)  # fmt: skip
_WORD = re.compile(r"[A-Za-z]+")
_BUILT_IN = ((vocab.OWL.iri, OWL), (vocab.RDF.iri, RDF), (vocab.RDFS.iri, RDFS))


def one_label(ontology: Ontology) -> Iterator[Fault]:
    """Each term has one English label, and the same as its preferred label."""
    for term in ontology.terms():
        labels = list(ontology.graph.objects(term, RDFS.label))
        preferred = list(ontology.graph.objects(term, SKOS.prefLabel))
        if len(labels) != 1 or labels != preferred:
            yield Fault(term, f"wants one label, the same as its preferred label; it has {labels} and {preferred}")


def one_definition(ontology: Ontology) -> Iterator[Fault]:
    """Each term has one definition, which is a sentence: a capital first, a full stop last."""
    for term in ontology.terms():
        definitions = [str(d) for d in ontology.graph.objects(term, SKOS.definition)]
        if len(definitions) != 1:
            yield Fault(term, f"wants one definition; it has {len(definitions)}")
        for text in definitions:
            if not text[:1].isupper() or not text.endswith("."):
                yield Fault(term, f"a definition begins with a capital and ends with a full stop: {text!r}")


def definition_is_not_circular(ontology: Ontology) -> Iterator[Fault]:
    """No definition holds the very words that it defines."""
    for term in ontology.terms():
        for label in ontology.graph.objects(term, RDFS.label):
            words = _stems(str(label))
            for definition in ontology.graph.objects(term, SKOS.definition):
                if words and _holds(_stems(str(definition)), words):
                    yield Fault(term, f"its definition holds its own name {label!r}: {definition!r}")


def texts_are_english(ontology: Ontology) -> Iterator[Fault]:
    """Labels, definitions and notes say in what language they are."""
    for predicate in _TEXTS:
        for term, text in ontology.graph.subject_objects(predicate):
            if not isinstance(text, Literal) or text.language != "en":
                yield Fault(term, f"wants the language tag @en on {text!r}")


def whitespace(ontology: Ontology) -> Iterator[Fault]:
    """No text begins or ends with a space, or holds two in a row or a line break."""
    for term, value in ontology.graph.subject_objects():
        if isinstance(value, Literal) and str(value) != " ".join(str(value).split()):
            yield Fault(term, f"stray whitespace in {str(value)!r}")


def labels_differ(ontology: Ontology) -> Iterator[Fault]:
    """No two classes, no two properties, no two schemes, and no two concepts of one scheme have one label.

    A class and a property may: `bg:Motive` and `bg:motive`, as `prov:Agent` and `prov:agent`.
    """
    seen: dict[tuple[object, str], list[URIRef]] = defaultdict(list)
    for kinds in (CLASSES, PROPERTIES, (SKOS.Concept,), (SKOS.ConceptScheme,)):
        for term in ontology.terms(*kinds):
            scheme = ontology.graph.value(term, SKOS.inScheme)
            for label in ontology.graph.objects(term, RDFS.label):
                seen[(kinds, scheme), str(label).lower()].append(term)
    for (_, text), terms in seen.items():
        for term in terms[1:]:
            yield Fault(term, f"the label {text!r} is taken by {terms[0]}")


def definitions_differ(ontology: Ontology) -> Iterator[Fault]:
    """No two terms have one definition."""
    seen: dict[str, URIRef] = {}
    for term in ontology.terms():
        for definition in ontology.graph.objects(term, SKOS.definition):
            other = seen.setdefault(" ".join(_stems(str(definition))), term)
            if other != term:
                yield Fault(term, f"has the definition of {other}")


def defined_by_its_module(ontology: Ontology) -> Iterator[Fault]:
    """Each term says which module defines it, and stands there."""
    for term in ontology.terms():
        homes = {module_iri(name) for name in ontology.homes(term)}
        told = set(ontology.graph.objects(term, RDFS.isDefinedBy))
        if len(homes) != 1 or told != homes:
            yield Fault(term, f"stands in {sorted(homes)}, says it is defined by {sorted(map(str, told))}")


def deprecation_is_complete(ontology: Ontology) -> Iterator[Fault]:
    """A deprecated term says so with a boolean, says why, and names a living term in its place; no living one does."""
    graph = ontology.graph
    for term, flag in graph.subject_objects(OWL.deprecated):
        if not (isinstance(flag, Literal) and flag.datatype == XSD.boolean and flag.value is True):
            yield Fault(term, "owl:deprecated is true or absent")
        if (term, SKOS.changeNote, None) not in graph or (term, DCTERMS.isReplacedBy, None) not in graph:
            yield Fault(term, "a deprecated term has an skos:changeNote and a dcterms:isReplacedBy")
    for term, heir in graph.subject_objects(DCTERMS.isReplacedBy):
        if (term, OWL.deprecated, None) not in graph:
            yield Fault(term, "is replaced, and not deprecated")
        if (heir, RDF.type, None) not in graph or (heir, OWL.deprecated, None) in graph:
            yield Fault(term, f"is replaced by {heir}, which is no living term")


def nothing_living_refers_to_the_deprecated(ontology: Ontology) -> Iterator[Fault]:
    """No axiom of a living term uses a deprecated one."""
    graph = ontology.graph
    for deprecated in graph.subjects(OWL.deprecated):
        for predicate in _REFERENCES:
            for term in graph.subjects(predicate, deprecated):
                if (term, OWL.deprecated, None) not in graph:
                    yield Fault(term, f"refers to the deprecated {deprecated}")


def built_in_terms_exist(ontology: Ontology) -> Iterator[Fault]:
    """What is used of OWL, RDF and RDFS is defined there."""
    for triple in ontology.graph:
        for node in triple:
            for base, namespace in _BUILT_IN:
                if isinstance(node, URIRef) and node.startswith(base) and node != URIRef(base):
                    name = node.removeprefix(base)
                    if name not in namespace and not re.fullmatch(r"_\d+", name):
                        yield Fault(triple[0], f"uses {node}, which does not exist")


def local_names_are_no_methods_of_str(ontology: Ontology) -> Iterator[Fault]:
    """rdflib's Namespace is a str: a term named `count` would be the method, without an error."""
    for term in ontology.terms():
        name = re.split(r"[#/]", str(term).removeprefix(BASE))[-1]
        if hasattr(str, name):
            yield Fault(term, f"{name!r} is a method of Python's str")


def _stems(text: str) -> list[str]:
    return [re.sub(r"(?<=\w{3})(?:ies|es|s|ed|ing|y)$", "", word.lower()) for word in _WORD.findall(text)]


def _holds(text: list[str], words: list[str]) -> bool:
    return any(text[i : i + len(words)] == words for i in range(len(text) - len(words) + 1))


CHECKS: Mapping[str, Callable[[Ontology], Iterator[Fault]]] = {
    check.__name__: check
    for check in (
        one_label, one_definition, definition_is_not_circular, texts_are_english, whitespace, labels_differ,
        definitions_differ, defined_by_its_module, deprecation_is_complete, nothing_living_refers_to_the_deprecated,
        built_in_terms_exist, local_names_are_no_methods_of_str,
    )
}  # fmt: skip
