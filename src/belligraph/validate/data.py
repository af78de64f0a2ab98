"""The data graph of one validation: an index of its triples, without any RDF library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from belligraph.ntriples import Term, Triple
from belligraph.vocab import RDF

__all__ = ["DataGraph"]

_TYPE = Term(f"<{RDF.type}>")
_NOTHING: tuple[Term, ...] = ()


class DataGraph:
    """Triples by subject and predicate; a set, as a graph is."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = dict.fromkeys(triples)
        self._objects: dict[Term, dict[Term, list[Term]]] = {}
        self._instances: dict[Term, list[Term]] = {}
        self._subjects: dict[Term, dict[Term, list[Term]]] = {}
        for subject, predicate, obj in self.triples:
            predicates = self._objects.get(subject)
            if predicates is None:
                predicates = self._objects[subject] = {}
            objects = predicates.get(predicate)
            if objects is None:
                predicates[predicate] = [obj]
            else:
                objects.append(obj)
            if predicate == _TYPE:
                self._instances.setdefault(obj, []).append(subject)

    def objects(self, subject: Term, predicate: Term) -> Sequence[Term]:
        """What the subject has under the predicate."""
        predicates = self._objects.get(subject)
        return _NOTHING if predicates is None else predicates.get(predicate, _NOTHING)

    def subjects(self, predicate: Term, obj: Term) -> Sequence[Term]:
        """What has the object under the predicate (an inverse path)."""
        index = self._subjects.get(predicate)
        if index is None:
            index = self._subjects[predicate] = {}
            for s, p, o in self.triples:
                if p == predicate:
                    index.setdefault(o, []).append(s)
        return index.get(obj, _NOTHING)

    def subjects_of(self, predicate: Term) -> list[Term]:
        """Every subject that has the predicate, once."""
        return [subject for subject, predicates in self._objects.items() if predicate in predicates]

    def instances(self, kind: Term) -> Sequence[Term]:
        """Every instance of the class. The graphs that we validate hold no rdfs:subClassOf, so there is nothing to infer."""
        return self._instances.get(kind, _NOTHING)

    def is_instance(self, node: Term, kind: Term) -> bool:
        """Whether the node has the class."""
        return kind in self.objects(node, _TYPE)
