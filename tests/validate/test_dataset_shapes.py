"""Each constraint on rows of datasets is broken once, on a row of conftest, and caught by exactly the shape it names."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from belligraph.assets import shapes_folder
from belligraph.datasets import MAPPERS, map_dataset, read_records
from belligraph.iri import Iris
from belligraph.model.graph import NamedGraph
from belligraph.model.report import Report
from belligraph.ntriples import Term, Triple, iri, literal
from belligraph.validate import Validator
from belligraph.validate.reference import validate_graph
from belligraph.validate.shapes import load_shapes
from belligraph.vocab import BG, GEO, PROV, RDF, RDFS, concept_iri

SHAPES = "https://w3id.org/belligraph/shapes#"
DATASET = "https://data.example/war/id/dataset/acled"
OTHER = iri("http://other.example/")
Write = Callable[..., Path]


class Mutable:
    """The triples of a row that a test breaks; short names for its nodes."""

    def __init__(self, triples: list[Triple]) -> None:
        self.triples = triples

    def node(self, path: str = "") -> Term:
        return iri(f"{DATASET}/{path}" if path else DATASET)

    def drop(self, subject: Term, predicate: str) -> None:
        kept = [t for t in self.triples if t[0] != subject or t[1] != iri(predicate)]
        assert len(kept) < len(self.triples), "nothing to drop"
        self.triples = kept

    def add(self, subject: Term, predicate: str, obj: Term) -> None:
        assert (subject, iri(predicate), obj) not in self.triples
        self.triples.append((subject, iri(predicate), obj))

    def put(self, subject: Term, predicate: str, obj: Term) -> None:
        self.drop(subject, predicate)
        self.add(subject, predicate, obj)

    def retype(self, subject: Term, old: str, new: Term) -> None:
        self.triples.remove((subject, iri(RDF.type), iri(old)))
        self.add(subject, RDF.type, new)


@pytest.fixture(scope="module")
def validator() -> Validator:
    return Validator(shapes_folder())


def row_triples(path: Path, iris: Iris) -> list[Triple]:
    """An ACLED file and its rows, with all that they share."""
    mapper, minted = MAPPERS["acled"], iris.dataset("acled")
    triples = list(map_dataset(mapper, minted, path.name, "a" * 64, "2024"))
    for record in read_records(path, mapper.layout, mapper.title):
        row = mapper.map(record, minted)
        triples += [*row.triples, *(triple for shared in row.shared.values() for triple in shared)]
    return triples


@pytest.fixture
def valid(acled: Write, iris: Iris) -> Mutable:
    return Mutable(row_triples(acled(), iris))


ROW, EVENT, PLACE, CLAIM = "row/MRF17", "event/MRF17", "place/MRF17", "claim/MRF17/actor1"
MUTANTS: dict[str, tuple[str, Callable[[Mutable], None]]] = {
    "a dataset that is no source": ("Dataset", lambda g: g.retype(g.node(), PROV.Agent, OTHER)),
    "a nameless dataset": ("Dataset-label", lambda g: g.drop(g.node(), RDFS.label)),
    "a dataset without a digest": ("Dataset-digest", lambda g: g.drop(g.node(), BG.fileSha256)),
    "a digest that is none": ("Dataset-digest", lambda g: g.put(g.node(), BG.fileSha256, literal("abc"))),
    "a dataset whose rows nothing tells apart": ("Dataset-column", lambda g: g.drop(g.node(), BG.rowIdColumn)),
    "a row of no dataset": ("DatasetRow-dataset", lambda g: g.drop(g.node(ROW), BG.inDataset)),
    "a row without identifier": ("DatasetRow-id", lambda g: g.drop(g.node(ROW), BG.rowId)),
    "a row with an empty identifier": ("DatasetRow-id", lambda g: g.put(g.node(ROW), BG.rowId, literal(""))),
    "a row of something else": ("InDataset-dataset", lambda g: g.put(g.node(ROW), BG.inDataset, OTHER)),
    "a row of two datasets": ("InDataset-dataset", lambda g: two_datasets(g)),
    "a row of an article": ("InDataset-noArticle", lambda g: g.add(g.node(ROW), BG.inArticle, OTHER)),
    "an event of no dataset": ("DatasetEvent-dataset", lambda g: g.drop(g.node(EVENT), BG.inDataset)),
    "an event without its row": ("DatasetEvent-evidence", lambda g: g.drop(g.node(EVENT), BG.evidence)),
    "an event of no category": ("DatasetEvent-category", lambda g: g.drop(g.node(EVENT), BG.category)),
    "an event of a category that is a weapon": (
        "DatasetEvent-category",
        lambda g: g.add(g.node(EVENT), BG.category, iri(concept_iri("instrument", "bomb"))),
    ),
    "a place with two precisions": (
        "DatasetPrecision-code",
        lambda g: g.add(g.node(PLACE), BG.precision, iri(concept_iri("acled-geo-precision", "2"))),
    ),
    "a precision that is none": ("DatasetPrecision-code", lambda g: g.put(g.node(PLACE), BG.precision, OTHER)),
    "a geometry without coordinates": ("Geometry-point", lambda g: g.drop(g.node(f"{PLACE}/geometry"), GEO.asWKT)),
    "coordinates that are words": (
        "Geometry-point",
        lambda g: g.put(g.node(f"{PLACE}/geometry"), GEO.asWKT, Term(f'"north"^^<{GEO.wktLiteral}>')),
    ),
    "coordinates that are a plain string": (
        "Geometry-point",
        lambda g: g.put(g.node(f"{PLACE}/geometry"), GEO.asWKT, literal("POINT(1 2)")),
    ),
    "a column that is read into no claim": ("RowClaim", lambda g: g.retype(g.node(CLAIM), BG.Claim, OTHER)),
    "a column without a name": ("RowClaim-column", lambda g: g.put(g.node(CLAIM), BG.column, literal(""))),
    "a claim about a place": ("RowClaim-subject", lambda g: g.put(g.node(CLAIM), RDF.subject, g.node(PLACE))),
    "a claim that says nothing": ("RowClaim-predicate", lambda g: g.drop(g.node(CLAIM), RDF.predicate)),
    "a claim of damage": ("RowClaim-predicate", lambda g: g.put(g.node(CLAIM), RDF.predicate, iri(BG.damage))),
    "a claim of something unknown": ("RowClaim-object", lambda g: g.put(g.node(CLAIM), RDF.object, OTHER)),
    "a claim without a row": ("RowClaim-evidence", lambda g: g.drop(g.node(CLAIM), BG.evidence)),
    "a claim that rests on something else": ("RowClaim-evidence", lambda g: g.put(g.node(CLAIM), BG.evidence, OTHER)),
    "a claim of an article": ("RowClaim-noArticle", lambda g: g.add(g.node(CLAIM), BG.inArticle, OTHER)),
}


def two_datasets(g: Mutable) -> None:
    """A second dataset that is sound in itself."""
    g.triples += [(OTHER, p, o) for s, p, o in g.triples if s == g.node()]
    g.add(g.node(ROW), BG.inDataset, OTHER)


def by_engine(validator: Validator, triples: list[Triple]) -> Report:
    return validator.validate([NamedGraph.of(f"{DATASET}/graph", triples)])


def by_reference(triples: list[Triple]) -> Report:
    data = "".join(f"{s} {p} {o} .\n" for s, p, o in triples)
    return validate_graph(rdflib.Graph().parse(data=data, format="nt"), shapes_folder())


def told(report: Report) -> list[tuple[str, str, str | None, str | None, str]]:
    return sorted({(r.shape, r.focus_node, r.path, r.value, r.severity.value) for r in report.results}, key=str)


def test_a_sound_row_has_no_result_in_either_engine(validator: Validator, valid: Mutable) -> None:
    assert by_engine(validator, valid.triples) == Report()
    assert by_reference(valid.triples) == Report()


@pytest.mark.parametrize("name", sorted(MUTANTS))
def test_a_broken_constraint_is_caught_by_its_shape_and_no_other(name: str, validator: Validator, valid: Mutable) -> None:
    shape, change = MUTANTS[name]
    change(valid)
    caught = {result.shape.removeprefix(SHAPES) for result in by_engine(validator, valid.triples).results}
    assert caught == {shape}


@pytest.mark.parametrize("name", sorted(MUTANTS))
def test_the_engine_and_the_reference_say_the_same(name: str, validator: Validator, valid: Mutable) -> None:
    MUTANTS[name][1](valid)
    assert told(by_engine(validator, valid.triples)) == told(by_reference(valid.triples))


def test_every_shape_about_datasets_has_a_mutant() -> None:
    assert {shape for shape, _ in MUTANTS.values()} == judging_shapes(shapes_folder() / "dataset.ttl")


def judging_shapes(path: Path) -> set[str]:
    """The names of the shapes in a file that judge anything."""
    there = {
        quad.subject.value
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)
        if isinstance(quad.subject, pyoxigraph.NamedNode)
    }
    judging = set()
    for shape in load_shapes(shapes_folder()):
        judging |= {p.iri for p in shape.properties}
        if shape.constraints or shape.sparql:
            judging.add(shape.iri)
    return {name.removeprefix(SHAPES) for name in judging & there}


def test_a_claim_that_names_no_column_is_judged_as_an_articles(validator: Validator, valid: Mutable) -> None:
    """The constraints on articles give way to a column, and to nothing else that a dataset has."""
    valid.drop(valid.node(CLAIM), BG.column)
    caught = {result.shape.removeprefix(SHAPES) for result in by_engine(validator, valid.triples).results}
    assert caught == {"Claim-predicate", "Claim-speech", "Claim-evidence", "Claim-article"}


def test_an_actor_or_place_of_no_dataset_is_judged_as_an_articles(validator: Validator, valid: Mutable) -> None:
    actor = next(o for s, p, o in valid.triples if s == valid.node(CLAIM) and p == iri(RDF.object))
    for node in (actor, valid.node(PLACE)):
        valid.drop(node, BG.inDataset)
    caught = {result.shape.removeprefix(SHAPES) for result in by_engine(validator, valid.triples).results}
    assert caught == {"Actor-article", "Actor-evidence", "Place-article", "Place-kind"}
