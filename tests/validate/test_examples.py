"""Each shape's passing example passes all shapes, and its failing one is caught by that shape and no other."""

from __future__ import annotations

import pyoxigraph
import pytest

from belligraph.assets import shapes_folder
from belligraph.model.graph import NamedGraph
from belligraph.model.report import Report
from belligraph.ntriples import Term
from belligraph.ontology.examples import Examples, load_examples
from belligraph.ontology.formatting import write_turtle
from belligraph.ontology.turtle_source import Section, Source, Statement
from belligraph.validate import Validator

SHAPES = "https://w3id.org/belligraph/shapes#"
EXAMPLES = load_examples(shapes_folder())


@pytest.fixture(scope="module")
def validator() -> Validator:
    return Validator(shapes_folder())


def judged(validator: Validator, examples: Examples, statements: list[Statement]) -> Report:
    section = Section(None)
    section.statements = statements
    turtle = write_turtle(Source([], examples.report.prefixes, [section]))
    quads = pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    triples = [(Term(str(q.subject)), Term(str(q.predicate)), Term(str(q.object))) for q in quads]
    return validator.validate([NamedGraph.of("https://data.example/war/graph/x", triples)])


def test_the_passing_report_passes_every_shape(validator: Validator) -> None:
    statements = [s for section in EXAMPLES.report.sections for s in section.statements]
    assert judged(validator, EXAMPLES, statements).results == ()


@pytest.mark.parametrize("shape", EXAMPLES.by_shape)
def test_a_failing_example_is_caught_by_its_shape_alone(validator: Validator, shape: str) -> None:
    report = judged(validator, EXAMPLES, EXAMPLES.broken(shape))
    assert {r.shape.removeprefix(SHAPES) for r in report.results} == {shape}


def test_every_shape_that_judges_has_an_example() -> None:
    judging = set()
    for path in shapes_folder().glob("*.ttl"):
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
            if quad.predicate.value == "http://www.w3.org/ns/shacl#severity":
                judging.add(str(quad.subject)[1:-1].removeprefix(SHAPES))
    # it judges by the shape of its property, which has a severity of its own
    judging.discard("Incident-noSeries")
    assert set(EXAMPLES.by_shape) == judging
