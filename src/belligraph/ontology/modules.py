"""The ontology as graphs: one a module, and all of them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import Node

from belligraph.vocab import BG

__all__ = ["BASE", "CLASSES", "PROPERTIES", "Ontology", "load_ontology", "module_iri"]

BASE = BG.iri.removesuffix("ns#")
"""What every IRI of ours begins with."""

CLASSES = (OWL.Class, RDFS.Class, RDFS.Datatype)
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


def module_iri(name: str) -> URIRef:
    """The ontology IRI of a module: `module_iri("core")`."""
    return URIRef(f"{BASE}ontology/{name}")


@dataclass(frozen=True)
class Ontology:
    """The modules by name; what they hold is not to be changed."""

    modules: Mapping[str, Graph]

    @cached_property
    def graph(self) -> Graph:
        """All triples of all modules."""
        union = Graph()
        for module in self.modules.values():
            for triple in module:
                union.add(triple)
        return union

    def terms(self, *kinds: Node) -> list[URIRef]:
        """Our own terms of those kinds (all kinds, if none is given), sorted."""
        wanted = kinds or (*CLASSES, *PROPERTIES, SKOS.Concept, SKOS.ConceptScheme)
        found = {s for kind in wanted for s in self.graph.subjects(RDF.type, kind)}
        return sorted(s for s in found if isinstance(s, URIRef) and s.startswith(BASE))

    def properties(self) -> list[URIRef]:
        """Our object and datatype properties, sorted."""
        return self.terms(OWL.ObjectProperty, OWL.DatatypeProperty)

    def homes(self, term: Node) -> Iterator[str]:
        """The modules that say of what kind the term is."""
        return (name for name, module in self.modules.items() if (term, RDF.type, None) in module)

    def ancestors(self, term: Node, predicate: URIRef) -> set[Node]:
        """All that is reached from the term by that predicate, the term itself only on a cycle."""
        reached: set[Node] = set()
        waiting = list(self.graph.objects(term, predicate))
        while waiting:
            node = waiting.pop()
            if node not in reached:
                reached.add(node)
                waiting += self.graph.objects(node, predicate)
        return reached


def load_ontology(folder: Path) -> Ontology:
    """The ontology in that folder, a module a Turtle file.

    Raises:
        OSError: a file cannot be read.
        rdflib.plugins.parsers.notation3.BadSyntax: a file is not Turtle.
    """
    return Ontology({path.stem: Graph().parse(path, format="turtle") for path in sorted(folder.glob("*.ttl"))})
