"""Validation with SHACL: the shapes in `shapes/` judge every graph before it is published.

    shapes.py       the shapes files, read once; what the engine does not know is refused
    data.py         the data graph as an index of N-Triples terms
    conformance.py  which nodes do not conform to SHACL Core: shapes compiled to functions over all nodes at once
    core.py         the results of SHACL Core on such a node
    values.py       constraints that look at one value alone
    sparql.py       SHACL-SPARQL constraints on an in-memory database, which is asked only where
    screen.py       a query may have a solution: its WHERE (query_tree.py, scopes.py), read by select_query.py, becomes
                    functions (matching.py, expressions.py) that look for one in the index
    reference.py    pySHACL, the reference: for other people's files, and for the test that both judge alike

Source: https://www.w3.org/TR/shacl/.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from belligraph.model.graph import NamedGraph
from belligraph.model.report import Report
from belligraph.validate.conformance import compiled
from belligraph.validate.core import focus_nodes, judge
from belligraph.validate.data import DataGraph
from belligraph.validate.reference import validate_file
from belligraph.validate.shapes import load_shapes
from belligraph.validate.sparql import SparqlConstraints

__all__ = ["Validator", "validate_file"]


class Validator:
    """The shapes, compiled once; `validate` may be called any number of times.

    Raises:
        ShapesError: a shapes file is broken or uses a term that the engine does not know.
    """

    def __init__(self, shapes_folder: Path) -> None:
        shapes = load_shapes(shapes_folder)
        self._core = [(shape, compiled(shape)) for shape in shapes if shape.constraints or shape.properties]
        self._sparql = SparqlConstraints(shapes)

    def validate(self, graphs: Sequence[NamedGraph], context: Sequence[NamedGraph] = ()) -> Report:
        """The report on the union of the graphs; what `context` tells of their nodes is known, but not judged itself."""
        data = DataGraph.of(graphs, context)
        results = [
            result
            for shape, non_conforming in self._core
            if (nodes := focus_nodes(shape, data))
            for focus in dict.fromkeys(non_conforming(data, nodes))
            for result in judge(shape, data, focus)
        ]
        results += self._sparql.judge(data)
        return Report(tuple(sorted(results, key=lambda result: result.sort_key)))
