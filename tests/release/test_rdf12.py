"""Claims as reifiers of RDF 1.2: the same statements, both ways, whatever the graph."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from belligraph.assets import demo_folder
from belligraph.formats import Rdf12Format, RdfFormat
from belligraph.incidents import derive_alone
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.release import Release
from belligraph.model.sheet import FactSheet
from belligraph.ntriples import Term, Triple, boolean, date, decimal, iri, literal
from belligraph.pipeline import publish
from belligraph.release.export import export
from belligraph.release.rdf12 import Turtle12Writer, from_reifiers, to_reifiers, triple_term
from belligraph.release.turtle import TurtleWriter
from belligraph.sheets import read_sheet
from belligraph.sources import read_articles
from belligraph.vocab import BG, RDF

SUBJECT, PREDICATE, OBJECT, REIFIES = (iri(term) for term in (RDF.subject, RDF.predicate, RDF.object, RDF.reifies))
A, B, P, Q = (iri(f"https://data.example/war/id/{name}") for name in "abpq")
BASE = "https://data.example/war/id/"

IRIS = st.sampled_from([A, B, P, Q, iri("http://other.example/x)("), iri(BG.attacker)])
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from([" )>> ", '<<( <http://a.example/> <http://b.example/> "c" )>>', '"', "\n", "a\\", "> <"]),
)
LITERALS = st.one_of(
    st.builds(literal, TEXTS),
    st.builds(literal, TEXTS, st.sampled_from(["en", "de-at"])),
    st.builds(decimal, st.integers(-5, 5)),
    st.builds(boolean, st.booleans()),
    st.just(date("2024-05-06")),
)
OBJECTS = st.one_of(IRIS, LITERALS)
PARTS = st.tuples(IRIS, st.sampled_from([SUBJECT, PREDICATE, OBJECT]), OBJECTS)
WHOLE = st.builds(lambda s, *parts: [(s, p, o) for p, o in zip((SUBJECT, PREDICATE, OBJECT), parts, strict=True)],
                  IRIS, IRIS, IRIS, OBJECTS)  # fmt: skip
GRAPHS = st.builds(
    lambda wholes, loose: sorted({t for whole in wholes for t in whole} | set(loose)),
    st.lists(WHOLE, max_size=4),
    st.lists(st.one_of(PARTS, st.tuples(IRIS, IRIS, OBJECTS)), max_size=6),
)


def lines(triples: list[Triple]) -> bytes:
    return "".join(f"{s} {p} {o} .\n" for s, p, o in triples).encode()


def parsed(text: bytes, rdf_format: pyoxigraph.RdfFormat = pyoxigraph.RdfFormat.N_TRIPLES) -> set[pyoxigraph.Quad]:
    return set(pyoxigraph.parse(text, format=rdf_format))


@given(GRAPHS)
def test_there_and_back_is_the_same_graph(graph: list[Triple]) -> None:
    assert sorted(from_reifiers(to_reifiers(graph))) == graph


@given(GRAPHS)
@example([(A, OBJECT, literal("two\nlines")), (A, PREDICATE, P), (A, SUBJECT, B)])
def test_pyoxigraph_reads_what_was_written_as_the_same_statements(graph: list[Triple]) -> None:
    there = list(to_reifiers(graph))
    read = parsed(lines(there))
    assert len(read) == len(set(there))
    assert parsed(Turtle12Writer(BASE).document(there).encode(), pyoxigraph.RdfFormat.TURTLE) == read
    # and through pyoxigraph's own serializer back to RDF 1.1
    again = pyoxigraph.serialize((q.triple for q in read), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert again is not None
    back = sorted(from_reifiers(sorted(as_triples(again.decode()))))
    assert parsed(lines(back)) == parsed(lines(graph))


@given(GRAPHS)
def test_both_turtles_of_a_graph_are_those_that_are_written_alone(graph: list[Triple]) -> None:
    plain, reified = Turtle12Writer(BASE).both(graph)
    header = TurtleWriter(BASE).header
    assert parsed((header + plain).encode(), pyoxigraph.RdfFormat.TURTLE) == parsed(lines(graph))
    assert parsed((header + reified).encode(), pyoxigraph.RdfFormat.TURTLE) == parsed(lines(list(to_reifiers(graph))))


def as_triples(ntriples: str) -> list[Triple]:
    return [as_triple(q) for q in parsed(ntriples.encode())]


def as_triple(quad: pyoxigraph.Quad) -> Triple:
    obj = quad.object
    if isinstance(obj, pyoxigraph.Triple):  # str() gives it without its brackets
        obj_term = triple_term(Term(str(obj.subject)), Term(str(obj.predicate)), Term(str(obj.object)))
    else:
        obj_term = Term(str(obj))
    return Term(str(quad.subject)), Term(str(quad.predicate)), obj_term


@given(st.lists(st.tuples(IRIS, IRIS, IRIS, OBJECTS), max_size=5, unique_by=lambda row: row[0]))
def test_back_and_there_is_the_same_graph(rows: list[tuple[Term, Term, Term, Term]]) -> None:
    graph = sorted((reifier, REIFIES, triple_term(*statement)) for reifier, *statement in rows)
    assert sorted(to_reifiers(from_reifiers(graph))) == graph


def test_a_claim_is_one_reifier_and_keeps_what_is_said_of_it() -> None:
    claim = [(A, iri(RDF.type), iri(BG.Claim)), (A, SUBJECT, B), (A, PREDICATE, P), (A, OBJECT, Q), (A, P, literal("x"))]
    assert list(to_reifiers(claim)) == [
        (A, iri(RDF.type), iri(BG.Claim)),
        (A, REIFIES, Term(f"<<( {B} {P} {Q} )>>")),
        (A, P, literal("x")),
    ]


@pytest.mark.parametrize(
    "parts",
    [
        [(SUBJECT, B), (PREDICATE, P)],
        [(SUBJECT, B), (PREDICATE, P), (OBJECT, Q), (OBJECT, B)],
        [(SUBJECT, literal("x")), (PREDICATE, P), (OBJECT, Q)],
        [(SUBJECT, B), (PREDICATE, literal("x")), (OBJECT, Q)],
    ],
)
def test_what_is_not_one_statement_stays_as_it_is(parts: list[tuple[Term, Term]]) -> None:
    triples = [(A, p, o) for p, o in parts]
    assert list(to_reifiers(triples)) == triples


@pytest.mark.parametrize(
    "triples",
    [
        [(A, REIFIES, triple_term(A, P, B)), (A, REIFIES, triple_term(A, P, Q))],
        [(A, REIFIES, triple_term(A, P, B)), (A, SUBJECT, B)],
        [(A, REIFIES, triple_term(A, P, triple_term(A, P, B)))],
        [(A, P, triple_term(A, P, B))],
        [(A, REIFIES, triple_term(A, P, B)), (B, P, Q), (A, REIFIES, triple_term(A, P, Q))],
    ],
)
def test_what_rdf_11_has_no_words_for_is_refused(triples: list[Triple]) -> None:
    with pytest.raises(ValueError, match=r"RDF 1\.1 has no words"):
        list(from_reifiers(triples))


def quads_as_11(path: Path, rdf_format: pyoxigraph.RdfFormat) -> set[tuple[str, Triple]]:
    """An export read by pyoxigraph and brought back to RDF 1.1, graph by graph."""
    graphs: dict[str, list[Triple]] = {}
    for q in pyoxigraph.parse(path=path, format=rdf_format):
        graphs.setdefault(str(q.graph_name), []).append(as_triple(q))
    return {(name, triple) for name, triples in graphs.items() for triple in from_reifiers(sorted(triples))}


def exported(release: Release, rdf_format: RdfFormat | Rdf12Format, path: Path) -> bytes:
    with path.open("wb") as out:
        export(release, rdf_format, out)
    return path.read_bytes()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return publish(sorted(demo_folder().glob("*.json")), tmp_path_factory.mktemp("demo") / "publication").release


def test_the_demo_survives_as_nquads_12_and_turtle_12(demo: Release, tmp_path: Path) -> None:
    nquads = exported(demo, Rdf12Format.N_QUADS, tmp_path / "12.nq")
    turtle = exported(demo, Rdf12Format.TURTLE, tmp_path / "12.ttl")
    wanted = {
        (str(q.graph_name), as_triple(q))
        for q in pyoxigraph.parse(path=demo.folder / "release.nq", format=pyoxigraph.RdfFormat.N_QUADS)
    }
    assert quads_as_11(tmp_path / "12.nq", pyoxigraph.RdfFormat.N_QUADS) == wanted
    assert {t for _, t in quads_as_11(tmp_path / "12.ttl", pyoxigraph.RdfFormat.TURTLE)} == {t for _, t in wanted}
    # every claim and every finding is a reifier now
    reified = nquads.decode().count(f" {REIFIES} <<( ")
    assert reified == sum(1 for _, (_, predicate, _) in wanted if predicate == SUBJECT)
    assert turtle.decode().count("rdf:reifies <<( ") == reified
    assert b"rdf:subject" not in turtle


def test_an_export_has_the_same_bytes_every_time(demo: Release, tmp_path: Path) -> None:
    for rdf_format in (*Rdf12Format, RdfFormat.JSON_LD):
        assert exported(demo, rdf_format, tmp_path / "a") == exported(demo, rdf_format, tmp_path / "b")


def test_the_seed_survives(shared: Path, iris: Iris) -> None:
    (located,) = read_articles(shared / "articles" / "seed.txt", max_bytes=10_000_000)
    sheet = read_sheet(shared / "gold" / "seed.json")
    survives(located.article, sheet, iris)


def test_the_small_report_survives(article: Article, sheet: FactSheet, iris: Iris) -> None:
    survives(article, sheet, iris)


def survives(article: Article, sheet: FactSheet, iris: Iris) -> None:
    claims = map_sheet(article, sheet, iris)
    findings = derive_alone(article, sheet, iris).findings
    for graph in (claims, findings):
        there = list(to_reifiers(graph.triples))
        assert sum(1 for t in there if t[1] == REIFIES) == sum(1 for t in graph.triples if t[1] == SUBJECT) > 0
        assert set(from_reifiers(there)) == set(graph.triples)
