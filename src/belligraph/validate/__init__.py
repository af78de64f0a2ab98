"""Validation with SHACL: the shapes in `shapes/` judge every graph before it is published.

    shapes.py     the shapes files, read once; what the engine does not know is refused
    data.py       the data graph as an index of N-Triples terms
    core.py       SHACL Core constraints as Python functions
    sparql.py     SHACL-SPARQL constraints on an in-memory database
    reference.py  pySHACL, the reference: for other people's files, and for the test that both judge alike

Source: https://www.w3.org/TR/shacl/.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from belligraph.model.graph import NamedGraph
from belligraph.model.report import Report
from belligraph.validate.core import judge
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
        self._shapes = load_shapes(shapes_folder)
        self._sparql = SparqlConstraints(self._shapes)

    def validate(self, graphs: Sequence[NamedGraph], context: Sequence[NamedGraph] = ()) -> Report:
        """The report on the union of the graphs; what `context` tells of their nodes is known, but not judged itself."""
        data = DataGraph(
            (triple for graph in graphs for triple in graph.triples),
            (triple for graph in context for triple in graph.triples),
        )
        results = [result for shape in self._shapes for result in judge(shape, data)]
        results += self._sparql.judge(data)
        return Report(tuple(sorted(results, key=lambda result: result.sort_key)))
