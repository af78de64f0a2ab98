"""SHACL-SPARQL constraints: the shapes' own SELECTs, run on an in-memory database that holds the data graph.

Building the database and planning the queries takes longer than all other validation, and an article that conforms has no
solution: so a query is run only if its screen does not rule that out.
All of them have the article as their only focus node, so each runs once for an article, not once for each claim.
Source: https://www.w3.org/TR/shacl/#sparql-constraints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pyoxigraph

from belligraph.errors import ShapesError
from belligraph.model.report import Violation
from belligraph.ntriples import Term, value_of
from belligraph.validate.core import focus_nodes
from belligraph.validate.data import DataGraph
from belligraph.validate.screen import screen
from belligraph.validate.shapes import NodeShape, SparqlConstraint

__all__ = ["SparqlConstraints"]

# what SHACL forbids in a constraint, since a pre-bound $this means nothing there (SHACL 5.3.1)
_FORBIDDEN = re.compile(r"\b(?:MINUS|VALUES|SERVICE)\b|\bAS\s+[?$]this\b|[?$](?:shapesGraph|currentShape)\b", re.I)
_QUOTED = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|<[^<>\s]*>|\#[^\n]*')
_THIS_WORD = re.compile(r"[?$]this\b")
_SUBSELECT = re.compile(r"\{\s*SELECT\b([^{]*)", re.I)
_PLACEHOLDER = re.compile(r"\{[?$](\w+)\}")
_THIS = pyoxigraph.Variable("this")


class SparqlConstraints:
    """The SPARQL constraints of all shapes.

    Raises:
        ShapesError: a query that cannot be parsed, or that SHACL does not allow in a constraint.
    """

    def __init__(self, shapes: Sequence[NodeShape]) -> None:
        self._constraints = [(s, c, screen(c.select)) for s in shapes for c in s.sparql]
        empty = pyoxigraph.Store()
        for shape, constraint, _ in self._constraints:
            _refuse_unsupported(shape.iri, constraint.select)
            try:
                empty.query(constraint.select)
            except SyntaxError as error:
                raise ShapesError(f"the query of {shape.iri} is no SPARQL: {error}") from error

    def judge(self, data: DataGraph) -> Iterator[Violation]:
        """The results of all constraints."""
        store: pyoxigraph.Store | None = None
        for shape, constraint, may_have_a_result in self._constraints:
            for focus in focus_nodes(shape, data):
                if may_have_a_result is None or may_have_a_result(data, focus):
                    store = store or _loaded(data)
                    yield from _results(store, shape, constraint, focus)


def _loaded(data: DataGraph) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    ntriples = "".join([f"{s} {p} {o} .\n" for s, p, o in data.triples])
    store.bulk_load(input=ntriples.encode(), format=pyoxigraph.RdfFormat.N_TRIPLES, lenient=True)
    return store


def _refuse_unsupported(shape: str, select: str) -> None:
    bare = _QUOTED.sub(" ", select)
    if found := _FORBIDDEN.search(bare):
        raise ShapesError(f"the query of {shape} has {found[0]}, which SHACL forbids in a constraint or the engine lacks")
    for projection in _SUBSELECT.findall(bare):
        if not _THIS_WORD.search(projection):
            raise ShapesError(f"a sub-select of the query of {shape} does not name $this, as SHACL demands")
    depth = 0
    for token in re.findall(r"[()]|[?$]this\b", bare):
        depth += {"(": 1, ")": -1}.get(token, 0)
        if depth and token not in "()":
            raise ShapesError(f"the query of {shape} has $this in an expression, where the engine does not bind it")


def _results(store: pyoxigraph.Store, shape: NodeShape, constraint: SparqlConstraint, focus: Term) -> Iterator[Violation]:
    node = value_of(focus)
    solutions = store.query(constraint.select, substitutions={_THIS: pyoxigraph.NamedNode(node)})
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        bound = {name: Term(str(term)) for name in names if (term := solution[name]) is not None}
        yield Violation(
            focus_node=node,
            shape=shape.iri,
            message=_filled(constraint.message, bound),
            severity=shape.severity,
            # SHACL 5.3.2: the value of a node shape's result is ?value, or else the focus node
            value=value_of(bound["value"]) if "value" in bound else node,
        )


def _filled(message: str, bound: dict[str, Term]) -> str:
    """The message with the solution's values in the place of {?variable} (SHACL 5.3.2)."""
    return _PLACEHOLDER.sub(lambda found: value_of(bound[found[1]]) if found[1] in bound else found[0], message)
