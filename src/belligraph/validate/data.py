"""The data graph of one validation: an index of its triples, without any RDF library."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from belligraph.model.graph import NamedGraph
from belligraph.ntriples import Term, Triple
from belligraph.vocab import RDF, RDFS

__all__ = ["DataGraph"]

_TYPE, _SUBCLASS = Term(f"<{RDF.type}>"), Term(f"<{RDFS.subClassOf}>")
_NOTHING: tuple[Term, ...] = ()
_UNSAID: Mapping[Term, list[Term]] = {}


class DataGraph:
    """Triples by subject and predicate; a set, as a graph is: neither argument repeats a triple.

    What only `context` tells is known, but is not judged: no node becomes a focus node by it.
    """

    def __init__(self, triples: Collection[Triple], context: Iterable[Triple] = ()) -> None:
        self._said: dict[Term, dict[Term, list[Term]]] = {}
        self._instances: dict[Term, list[Term]] = {}
        self._members: dict[Term, AbstractSet[Term]] = {}
        self._inverse: dict[Term, dict[Term, list[Term]]] = {}
        self._by_predicate: dict[Term, list[Term]] | None = None
        self._judged: AbstractSet[Term] | None = None
        self.triples = triples
        self._index(triples)
        for subject, said in self._said.items():
            for kind in said.get(_TYPE, _NOTHING):
                self._instances.setdefault(kind, []).append(subject)
        if context:
            self._judged = set(self._said)
            self.triples = dict.fromkeys((*triples, *context))
            self._index([*self.triples][len(triples) :])

    @classmethod
    def of(cls, graphs: Sequence[NamedGraph], context: Sequence[NamedGraph] = ()) -> DataGraph:
        """The union of the graphs, and what others tell of their nodes."""
        if len(graphs) == 1 and not context:
            return cls(graphs[0].triples)  # a named graph has no repetition
        return cls(
            dict.fromkeys(triple for graph in graphs for triple in graph.triples),
            dict.fromkeys(triple for graph in context for triple in graph.triples),
        )

    def _index(self, triples: Iterable[Triple]) -> None:
        known = self._said
        last: Term | None = None
        said: dict[Term, list[Term]] = {}
        for subject, predicate, obj in triples:
            if subject is not last:  # a node's triples mostly stand together
                last = subject
                said = known.get(subject) or known.setdefault(subject, {})
            if predicate in said:
                said[predicate].append(obj)
            else:
                said[predicate] = [obj]

    def objects(self, subject: Term, predicate: Term) -> Sequence[Term]:
        """What the subject has under the predicate."""
        return self._said.get(subject, _UNSAID).get(predicate, _NOTHING)

    def tells_of(self, node: Term) -> bool:
        """Whether the node is the subject of anything."""
        return node in self._said

    def columns(self, subjects: Iterable[Term], predicate: Term) -> list[Sequence[Term]]:
        """What each subject has under the predicate."""
        said = self._said
        return [said.get(subject, _UNSAID).get(predicate, _NOTHING) for subject in subjects]

    def subjects(self, predicate: Term, obj: Term) -> Sequence[Term]:
        """What has the object under the predicate (an inverse path)."""
        index = self._inverse.get(predicate)
        if index is None:
            index = self._inverse[predicate] = {}
            for subject in self.having(predicate):
                for value in self._said[subject][predicate]:
                    index.setdefault(value, []).append(subject)
        return index.get(obj, _NOTHING)

    def having(self, predicate: Term) -> Sequence[Term]:
        """Every subject that has the predicate, once."""
        if self._by_predicate is None:
            self._by_predicate = {}
            for subject, said in self._said.items():
                for known in said:
                    self._by_predicate.setdefault(known, []).append(subject)
        return self._by_predicate.get(predicate, _NOTHING)

    def subjects_of(self, predicate: Term) -> Sequence[Term]:
        """Every subject to be judged that has the predicate, once."""
        found = self.having(predicate)
        return found if self._judged is None else [subject for subject in found if subject in self._judged]

    def objects_of(self, predicate: Term) -> Sequence[Term]:
        """Every object that the predicate has, once."""
        return list(dict.fromkeys(obj for subject in self.having(predicate) for obj in self._said[subject][predicate]))

    def instances(self, kind: Term) -> Sequence[Term]:
        """Every SHACL instance of the class that is to be judged, once: of it or of a subclass that the data declare.

        Source: SHACL 1.1, "SHACL instance".
        """
        if not self.having(_SUBCLASS):
            return self._instances.get(kind, _NOTHING)
        return list(dict.fromkeys(node for c in self._subclasses(kind) for node in self._instances.get(c, ())))

    def members(self, kind: Term) -> AbstractSet[Term]:
        """Every SHACL instance of the class, judged or not."""
        found = self._members.get(kind)
        if found is None:
            if self._judged is None:
                found = set(self.instances(kind))
            else:
                kinds = self._subclasses(kind) if self.having(_SUBCLASS) else (kind,)
                found = {node for c in kinds for node in self.subjects(_TYPE, c)}
            self._members[kind] = found
        return found

    def is_instance(self, node: Term, kind: Term) -> bool:
        """Whether the node is a SHACL instance of the class."""
        return node in self.members(kind)

    def _subclasses(self, kind: Term) -> list[Term]:
        """The class and its subclasses, those of subclasses too."""
        found = [kind]
        for known in found:
            found += [c for c in self.subjects(_SUBCLASS, known) if c not in found]
        return found
