"""The JSON-LD context of our exports, made from the ontology: `python -m belligraph.ontology.context` writes it anew.

Every class and property has its local name as a term, ours first where two vocabularies have the same name. Properties whose
values are concepts take the concepts' bare names (`"modality": "certain"`), by a context of their own scheme.
Source: https://www.w3.org/TR/json-ld11/ (type coercion, property-scoped contexts).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from belligraph.assets import ontology_folder
from belligraph.ontology.modules import BASE, CLASSES, Ontology, load_ontology
from belligraph.vocab import BG, CONCEPT_SCHEMES, PREFIXES, SCHEMA, SEM
from belligraph.vocab import RDF as RDF_TERMS
from belligraph.vocab import RDFS as RDFS_TERMS
from belligraph.vocab import SKOS as SKOS_TERMS

__all__ = ["CONTEXT_FILE", "context_text", "make_context"]

CONTEXT_FILE = "context.jsonld"
_DATES = {SCHEMA.datePublished, SEM.hasEarliestBeginTimeStamp, SEM.hasLatestEndTimeStamp}
_NAMESPACES = {
    **{prefix: iri for prefix, iri in PREFIXES.items() if prefix not in CONCEPT_SCHEMES},
    "cs": "http://purl.org/vocab/changeset/schema#",
    "skos": SKOS_TERMS.iri,
    "vocab": f"{BASE}vocab/",
}


def make_context(ontology: Ontology) -> dict[str, Any]:
    """The context: prefixes first, then classes, then properties, each sorted."""
    classes, properties = _names(ontology, *CLASSES), _names(ontology, OWL.ObjectProperty, OWL.DatatypeProperty)
    properties["label"] = URIRef(RDFS_TERMS.label)
    context: dict[str, Any] = {"@version": 1.1, "id": "@id", "type": "@type"}
    context |= dict(sorted(_NAMESPACES.items()))
    context |= {name: _compact(iri) for name, iri in sorted(classes.items())}
    taken = {*classes, *properties}
    context |= {name: _definition(ontology, iri, taken) for name, iri in sorted(properties.items())}
    return context


def context_text(ontology: Ontology) -> str:
    """The file's text: one term a line."""
    rows = (
        f"    {json.dumps(term)}: {json.dumps(value, ensure_ascii=False)}" for term, value in make_context(ontology).items()
    )
    return '{\n  "@context": {\n' + ",\n".join(rows) + "\n  }\n}\n"


def _names(ontology: Ontology, *kinds: URIRef) -> dict[str, URIRef]:
    """Local names, each of one term: ours, or the only one of others that has it."""
    found: dict[str, set[URIRef]] = {}
    for module, kind in ((ontology.modules[name], kind) for name in ("core", "reused") for kind in kinds):
        for term in module.subjects(RDF.type, kind):
            if isinstance(term, URIRef):
                found.setdefault(_compact(term).partition(":")[2], set()).add(term)
    ours = {name: {t for t in terms if t.startswith(BG.iri)} or terms for name, terms in found.items()}
    return {name: terms.pop() for name, terms in ours.items() if len(terms) == 1 and name}


def _definition(ontology: Ontology, term: URIRef, taken: set[str]) -> object:
    iri = _compact(term)
    if str(term) == RDF_TERMS.predicate:
        return {"@id": iri, "@type": "@vocab"}
    if str(term) in _DATES:
        return {"@id": iri, "@type": "xsd:date"}
    if (term, RDF.type, OWL.ObjectProperty) not in ontology.graph:
        return iri
    schemes = [s for s in ontology.graph.objects(term, RDFS.seeAlso) if (s, RDF.type, SKOS.ConceptScheme) in ontology.graph]
    # the concepts of several schemes have no bare names: a number means another thing in each
    if len(schemes) == 1:
        concepts = {str(c).rpartition("#")[2]: str(c) for c in ontology.graph.subjects(SKOS.inScheme, schemes[0])}
        # a concept that is named like a term, as "headline" is, is told apart from it
        same = {name: iri for name, iri in sorted(concepts.items()) if name in taken}
        return {"@id": iri, "@type": "@vocab", "@context": {"@vocab": f"{schemes[0]}#", **same}}
    return {"@id": iri, "@type": "@id"}


def _compact(iri: URIRef) -> str:
    for prefix, namespace in _NAMESPACES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return str(iri)


def _main() -> int:
    path: Path = ontology_folder() / CONTEXT_FILE
    path.write_text(context_text(load_ontology(ontology_folder())), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
