"""The shapes files as Python objects. A term of SHACL that the engine does not know is an error, never passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from belligraph.errors import ShapesError
from belligraph.model.report import Severity
from belligraph.ntriples import Term, value_of
from belligraph.validate.literals import COMPARABLE, datatype_of
from belligraph.vocab import RDF, RDFS

__all__ = ["Constraint", "NodeShape", "PropertyPath", "PropertyShape", "SparqlConstraint", "Targets", "load_shapes"]

SH = "http://www.w3.org/ns/shacl#"
_TYPE, _FIRST, _REST, _NIL = (Term(f"<{RDF.type.removesuffix('type')}{n}>") for n in ("type", "first", "rest", "nil"))

# what only the definition of a constraint component has (SHACL 6)
_DEFINING = frozenset(Term(f"<{SH}{name}>") for name in ("parameter", "validator", "nodeValidator", "propertyValidator"))
_CLASS = Term(f"<{RDFS.Class}>")

# constraint parameters of SHACL Core that core.py judges; each value is one constraint
CORE = frozenset(
    {"class", "datatype", "nodeKind", "minCount", "maxCount", "minInclusive", "minLength", "pattern", "in"}
    | {"lessThan", "lessThanOrEquals", "or", "not"}
)
_DESCRIBING = frozenset({"name", "description", "severity", "message", "order", "group"})
_TARGETS = frozenset({"targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf"})
_OF_NODE_SHAPE = _TARGETS | {"property", "sparql"}
_OF_PROPERTY_SHAPE = _TARGETS | {"path"}
_OF_SPARQL = frozenset({"select", "message", "prefixes"})


@dataclass(frozen=True, slots=True)
class PropertyPath:
    """A property path: one predicate, forwards or backwards."""

    predicate: Term
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of SHACL Core: the parameter's local name and its value, a term, a list of terms, or shapes."""

    component: str
    value: Term | None = None
    members: tuple[Term, ...] = ()
    shapes: tuple[NodeShape | PropertyShape, ...] = ()


@dataclass(frozen=True, slots=True)
class PropertyShape:
    """Constraints on the values of a path."""

    iri: str
    path: PropertyPath
    constraints: tuple[Constraint, ...]
    severity: Severity
    message: str


@dataclass(frozen=True, slots=True)
class SparqlConstraint:
    """A SELECT whose every solution is a result; the query has its prefixes in front."""

    select: str
    message: str


@dataclass(frozen=True, slots=True)
class Targets:
    """Which nodes a shape judges (SHACL 2.1.3)."""

    classes: tuple[Term, ...] = ()
    nodes: tuple[Term, ...] = ()
    objects_of: tuple[Term, ...] = ()
    subjects_of: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeShape:
    """Constraints on focus nodes, and which nodes these are. A property shape with targets is read as one around it."""

    iri: str
    constraints: tuple[Constraint, ...]
    properties: tuple[PropertyShape, ...]
    sparql: tuple[SparqlConstraint, ...]
    severity: Severity
    message: str
    targets: Targets = Targets()


def load_shapes(folder: Path) -> tuple[NodeShape, ...]:
    """The node shapes of all Turtle files in the folder, sorted by IRI.

    Raises:
        ShapesError: there are no shapes, a file is not Turtle, or a shape uses a term that the engine does not know.
    """
    triples: dict[Term, dict[Term, list[Term]]] = {}
    paths = sorted(folder.glob("*.ttl"))
    for path in paths:
        try:
            for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
                subject, predicate, obj = (Term(str(t)) for t in (quad.subject, quad.predicate, quad.object))
                triples.setdefault(subject, {}).setdefault(predicate, []).append(obj)
        except (SyntaxError, OSError) as error:
            raise ShapesError(f"these shapes cannot be read: {error}", where=str(path)) from error
    for subject, said in triples.items():
        if _DEFINING & said.keys():
            raise ShapesError(f"the engine does not know constraint components of one's own, as {subject} is")
    reader = _Reader(triples)
    shapes = tuple(sorted(reader.node_shapes(), key=lambda shape: shape.iri))
    if not shapes:
        raise ShapesError("no shapes are here: nothing could be validated", where=str(folder), remedy="Install again.")
    return shapes


class _Reader:
    def __init__(self, triples: dict[Term, dict[Term, list[Term]]]) -> None:
        self._triples = triples

    def node_shapes(self) -> Iterator[NodeShape]:
        node_shape = Term(f"<{SH}NodeShape>")
        targets = {Term(f"<{SH}{name}>") for name in _TARGETS}
        for subject, predicates in self._triples.items():
            if Term(f"<{SH}path>") in predicates:
                if targets & predicates.keys():
                    yield self._around(subject)
            elif node_shape in predicates.get(_TYPE, ()) or targets & predicates.keys():
                yield self._node_shape(subject)

    def _around(self, subject: Term) -> NodeShape:
        """A property shape with targets of its own, as the one property of a node shape."""
        targets = self._targets(subject, self._said(subject, CORE | _DESCRIBING | _OF_PROPERTY_SHAPE))
        shape = self._property_shape(subject)
        return NodeShape(shape.iri, (), (shape,), (), shape.severity, shape.message, targets)

    def _targets(self, subject: Term, said: dict[str, list[Term]]) -> Targets:
        classes = list(said.get("targetClass", ()))
        if _CLASS in self._triples[subject].get(_TYPE, ()):
            classes.append(subject)  # an implicit class target (SHACL 2.1.3.3)
        nodes, objects, subjects = (said.get(f"target{n}", ()) for n in ("Node", "ObjectsOf", "SubjectsOf"))
        return Targets(tuple(classes), tuple(nodes), tuple(objects), tuple(subjects))

    def _node_shape(self, subject: Term) -> NodeShape:
        said = self._said(subject, CORE | _DESCRIBING | _OF_NODE_SHAPE)
        return NodeShape(
            iri=value_of(subject) if subject[0] == "<" else subject,
            constraints=self._constraints(said),
            properties=tuple(self._property_shape(p) for p in said.get("property", ())),
            sparql=tuple(self._sparql(c) for c in said.get("sparql", ())),
            severity=_severity(said),
            message=_text(said, "message"),
            targets=self._targets(subject, said),
        )

    def _property_shape(self, subject: Term) -> PropertyShape:
        said = self._said(subject, CORE | _DESCRIBING | _OF_PROPERTY_SHAPE)
        return PropertyShape(
            iri=value_of(subject) if subject[0] == "<" else subject,
            path=self._path(_one(said, "path", subject)),
            constraints=self._constraints(said),
            severity=_severity(said),
            message=_text(said, "message"),
        )

    def _path(self, path: Term) -> PropertyPath:
        if path[0] == "<":
            return PropertyPath(path)
        said = self._triples.get(path, {})
        inverse = said.get(Term(f"<{SH}inversePath>"), [])
        if len(said) != 1 or len(inverse) != 1 or inverse[0][0] != "<":
            raise ShapesError(
                f"the engine knows paths of one predicate, forwards or backwards, not {self._triples.get(path)}"
            )
        return PropertyPath(inverse[0], inverse=True)

    def _constraints(self, said: dict[str, list[Term]]) -> tuple[Constraint, ...]:
        found: list[Constraint] = []
        for component in sorted(CORE & said.keys()):
            for value in said[component]:
                match component:
                    case "in":
                        found.append(Constraint(component, members=tuple(self._list(value))))
                    case "or":
                        found.append(Constraint(component, shapes=tuple(self._nested(v) for v in self._list(value))))
                    case "not":
                        found.append(Constraint(component, shapes=(self._nested(value),)))
                    case "minInclusive" if datatype_of(value) not in COMPARABLE:
                        raise ShapesError(f"the engine compares whole and decimal numbers and days, not {value}")
                    case _:
                        found.append(Constraint(component, value=value))
        return tuple(found)

    def _nested(self, subject: Term) -> NodeShape | PropertyShape:
        if Term(f"<{SH}path>") in self._triples.get(subject, {}):
            return self._property_shape(subject)
        return self._node_shape(subject)

    def _sparql(self, subject: Term) -> SparqlConstraint:
        said = self._said(subject, _OF_SPARQL)
        lines = [
            f"PREFIX {_text(d, 'prefix')}: <{_text(d, 'namespace')}>"
            for prefixes in said.get("prefixes", ())
            for declaration in self._said(prefixes, {"declare"}).get("declare", ())
            for d in (self._said(declaration, {"prefix", "namespace"}),)
        ]
        select = value_of(_one(said, "select", subject))
        return SparqlConstraint("\n".join([*sorted(lines), select]), _text(said, "message"))

    def _list(self, node: Term) -> Iterator[Term]:
        while node != _NIL:
            cell = self._triples.get(node, {})
            if len(cell.get(_FIRST, ())) != 1 or len(cell.get(_REST, ())) != 1:
                raise ShapesError(f"a list of the shapes is broken at {node}")
            yield cell[_FIRST][0]
            node = cell[_REST][0]

    def _said(self, subject: Term, known: frozenset[str] | set[str]) -> dict[str, list[Term]]:
        """What SHACL says of a node, by local name; anything unknown is refused."""
        said: dict[str, list[Term]] = {}
        for predicate, objects in self._triples.get(subject, {}).items():
            if not value_of(predicate).startswith(SH):
                continue  # types, labels and the like constrain nothing, as long as nobody defines components (load_shapes)
            name = value_of(predicate).removeprefix(SH)
            if name not in known:
                raise ShapesError(
                    f"the engine does not know <{value_of(predicate)}> in the shape {subject}",
                    remedy="Take it out, or teach it to validate/core.py, validate/conformance.py and their tests.",
                )
            said[name] = objects
        return said


def _one(said: dict[str, list[Term]], name: str, subject: Term) -> Term:
    values = said.get(name, [])
    if len(values) != 1:
        raise ShapesError(f"{subject} has {len(values)} values of sh:{name}; it must have one")
    return values[0]


def _text(said: dict[str, list[Term]], name: str) -> str:
    return value_of(said[name][0]) if said.get(name) else ""


def _severity(said: dict[str, list[Term]]) -> Severity:
    named = _text(said, "severity")
    try:
        return Severity(named.removeprefix(SH) or Severity.VIOLATION.value)
    except ValueError as error:
        raise ShapesError(f"<{named}> is none of SHACL's severities: sh:Info, sh:Warning, sh:Violation") from error
