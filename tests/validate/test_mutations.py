"""Every core constraint of the shapes is violated once, by a change that is made from the constraint itself; none survives.

The SPARQL constraints, which no program can violate by reading them, have their mutants in test_shapes.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from belligraph.assets import shapes_folder
from belligraph.iri import Iris
from belligraph.model.article import Article
from belligraph.model.graph import NamedGraph
from belligraph.model.sheet import Evidence, FactSheet
from belligraph.ntriples import Term, Triple, iri, literal, value_of
from belligraph.validate import Validator
from belligraph.validate.core import focus_nodes
from belligraph.validate.data import DataGraph
from belligraph.validate.shapes import Constraint, NodeShape, PropertyPath, PropertyShape, load_shapes
from belligraph.vocab import RDF

from .test_dataset_shapes import Write, row_triples
from .test_shapes import graphs_of

XSD = "http://www.w3.org/2001/XMLSchema#"
ELSEWHERE = iri("https://elsewhere.example/thing")
ONE = Term(f'"1"^^<{XSD}integer>')
HUGE = {"number": Term(f'"999999999"^^<{XSD}integer>'), "day": Term(f'"9999-12-31"^^<{XSD}date>')}

SHAPES = load_shapes(shapes_folder())
CASES = [
    pytest.param(shape, prop, constraint, id=f"{(prop or shape).iri.rpartition('#')[2]}-{constraint.component}-{number}")
    for shape in SHAPES
    for prop in (None, *shape.properties)
    for number, constraint in enumerate((prop or shape).constraints)
]


@pytest.fixture(scope="module")
def validator() -> Validator:
    return Validator(shapes_folder())


@pytest.fixture
def triples(article: Article, sheet: FactSheet, iris: Iris, acled: Write) -> list[Triple]:
    furnished = replace(sheet, article=replace(sheet.article, furniture=(Evidence(0, 24, article.text[:24]),)))
    small = [t for g in graphs_of(article, furnished, iris) for t in g.triples]
    # the small report tells nothing of a dataset
    return [*small, *row_triples(acled(), iris)]


@pytest.mark.parametrize(("shape", "prop", "constraint"), CASES)
def test_no_violation_of_a_core_constraint_survives(
    shape: NodeShape, prop: PropertyShape | None, constraint: Constraint, triples: list[Triple], validator: Validator
) -> None:
    judged = (prop or shape).iri
    if not focus_nodes(shape, DataGraph(triples)):
        triples = [*triples, *bare_node(shape)]  # what the small report has nothing of
    data = DataGraph(triples)
    for focus in focus_nodes(shape, data):
        for mutant in mutants(focus, prop, constraint, triples, data):
            report = validator.validate([NamedGraph.of("urn:mutant", mutant)])
            if any(r.shape == judged and r.focus_node == value_of(focus) for r in report.results):
                return
    pytest.fail(f"no mutant of {judged} ({constraint.component}) was caught")


def mutants(
    focus: Term, prop: PropertyShape | None, constraint: Constraint, triples: list[Triple], data: DataGraph
) -> Iterator[list[Triple]]:
    """Changes of one focus node that the constraint forbids."""
    if prop is None:
        yield from node_mutants(focus, constraint, triples)
        return
    values = list(values_of(focus, prop.path, data))
    others = [t for t in triples if not holds(t, focus, prop.path)]

    def having(*chosen: Term) -> list[Triple]:
        return [*others, *(stated(focus, prop.path, value) for value in chosen)]

    match constraint.component:
        case "minCount":
            yield having(*values[: count(constraint) - 1])
        case "maxCount":
            extra = [iri(f"https://elsewhere.example/{n}") for n in range(count(constraint) + 1)]
            yield having(*values, *extra)
        case "class" | "in" | "pattern" | "or":
            yield having(ELSEWHERE)
        case "not":
            (inner,) = constraint.shapes
            kinds = [c.value for c in inner.constraints if c.component == "class" and c.value is not None]
            yield [*having(ELSEWHERE), *((ELSEWHERE, iri(RDF.type), kind) for kind in kinds)]
        case "datatype":
            yield having(Term(f'"x"^^<{XSD}anyURI>'))
        case "nodeKind":
            yield having(literal("no IRI"))
        case "minLength":
            yield having(literal(""))
        case "minInclusive":
            yield having(Term(f'"-1"^^<{XSD}integer>'))
        case "lessThan" | "lessThanOrEquals":
            assert constraint.value is not None
            limits = data.objects(focus, constraint.value)
            for limit in limits:
                yield having(HUGE["day" if limit.endswith("date>") else "number"])
            if not limits:
                yield [*having(HUGE["number"]), (focus, constraint.value, ONE)]
        case component:
            raise AssertionError(f"no mutant is known for {component}")


def bare_node(shape: NodeShape) -> Iterator[Triple]:
    """A node that the shape judges, with nothing else said of it."""
    node = iri("https://data.example/war/bare")
    yield from ((node, iri(RDF.type), kind) for kind in shape.targets.classes)
    yield from ((node, predicate, ELSEWHERE) for predicate in shape.targets.subjects_of)
    yield from ((ELSEWHERE, predicate, node) for predicate in shape.targets.objects_of)


def node_mutants(focus: Term, constraint: Constraint, triples: list[Triple]) -> Iterator[list[Triple]]:
    match constraint.component:
        case "or":  # nothing of what one of the alternatives wants is left
            wanted = {s.path.predicate for s in constraint.shapes if isinstance(s, PropertyShape)}
            yield [t for t in triples if t[0] != focus or t[1] not in wanted]
        case "class":
            assert constraint.value is not None
            yield [t for t in triples if t != (focus, iri(RDF.type), constraint.value)]
        case "not":
            (inner,) = constraint.shapes
            yield [
                *triples,
                *(
                    (focus, iri(RDF.type), c.value)
                    for c in inner.constraints
                    if c.component == "class" and c.value is not None
                ),
            ]
        case component:
            raise AssertionError(f"no mutant is known for {component}")


def values_of(focus: Term, path: PropertyPath, data: DataGraph) -> list[Term]:
    found = data.subjects(path.predicate, focus) if path.inverse else data.objects(focus, path.predicate)
    return list(found)


def holds(triple: Triple, focus: Term, path: PropertyPath) -> bool:
    return triple[1] == path.predicate and triple[2 if path.inverse else 0] == focus


def stated(focus: Term, path: PropertyPath, value: Term) -> Triple:
    return (value, path.predicate, focus) if path.inverse else (focus, path.predicate, value)


def count(constraint: Constraint) -> int:
    assert constraint.value is not None
    return int(value_of(constraint.value))
