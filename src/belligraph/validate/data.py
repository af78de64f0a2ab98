"""The data graph of one validation: an index of its triples, without any RDF library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from belligraph.ntriples import Term, Triple
from belligraph.vocab import RDF, RDFS

__all__ = ["DataGraph"]

_TYPE, _SUBCLASS = Term(f"<{RDF.type}>"), Term(f"<{RDFS.subClassOf}>")
_NOTHING: tuple[Term, ...] = ()


class DataGraph:
    """Triples by subject and predicate; a set, as a graph is.

    What only `context` tells is known, but is not judged: no node becomes a focus node by it.
    """

    def __init__(self, triples: Iterable[Triple], context: Iterable[Triple] = ()) -> None:
        judged = dict.fromkeys(triples)
        self.triples = dict.fromkeys((*judged, *context))
        self._judged = {subject for subject, _, _ in judged}
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
            if predicate == _TYPE and (subject, predicate, obj) in judged:
                self._instances.setdefault(obj, []).append(subject)
        self._declares_subclasses = any(p == _SUBCLASS for _, p, _ in self.triples)

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
        """Every subject to be judged that has the predicate, once."""
        return [s for s, predicates in self._objects.items() if predicate in predicates and s in self._judged]

    def objects_of(self, predicate: Term) -> list[Term]:
        """Every object that the predicate has, once."""
        return list(dict.fromkeys(o for _, p, o in self.triples if p == predicate))

    def instances(self, kind: Term) -> Sequence[Term]:
        """Every SHACL instance of the class that is to be judged: of it or of a subclass that the data declare.

        Source: SHACL 1.1, "SHACL instance".
        """
        if not self._declares_subclasses:
            return self._instances.get(kind, _NOTHING)
        return list(dict.fromkeys(node for c in self._subclasses(kind) for node in self._instances.get(c, ())))

    def is_instance(self, node: Term, kind: Term) -> bool:
        """Whether the node is a SHACL instance of the class."""
        kinds = self.objects(node, _TYPE)
        if kind in kinds or not self._declares_subclasses:
            return kind in kinds
        return any(c in kinds for c in self._subclasses(kind))

    def _subclasses(self, kind: Term) -> list[Term]:
        """The class and its subclasses, those of subclasses too."""
        found = [kind]
        for known in found:
            found += [c for c in self.subjects(_SUBCLASS, known) if c not in found]
        return found
