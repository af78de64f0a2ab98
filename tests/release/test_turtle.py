import os
import random
import subprocess
import sys

import pyoxigraph
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from belligraph.incidents import derive, digest
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.reports import ArticleReport
from belligraph.model.sheet import FactSheet
from belligraph.ntriples import Triple, boolean, date, decimal, iri, literal
from belligraph.release.turtle import TurtleWriter, in_reading_order

BASE = "https://data.example/war/id/"
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def triples_of(article: Article, sheet: FactSheet, iris: Iris) -> list[Triple]:
    told = ArticleReport(article.key, article.publisher, article.published, sheet)
    derived = [graph for d in derive([digest(told, iris)], iris) for graph in (d.incidents, d.findings)]
    return [t for g in (map_sheet(article, sheet, iris), *derived) for t in g.triples]


def ntriples(triples: list[Triple]) -> str:
    return "".join(f"{s} {p} {o} .\n" for s, p, o in triples)


def test_rdflib_and_pyoxigraph_read_the_same_graph_that_was_written(article: Article, sheet: FactSheet, iris: Iris) -> None:
    triples = triples_of(article, sheet, iris)
    turtle = TurtleWriter(iris.entities).document(triples)
    wanted = set(pyoxigraph.parse(ntriples(triples).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES))
    assert set(pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)) == wanted
    by_rdflib = rdflib.Graph().parse(data=turtle, format="turtle")
    assert isomorphic(by_rdflib, rdflib.Graph().parse(data=ntriples(triples), format="nt"))


def test_each_subject_is_written_once_with_its_type_first(article: Article, sheet: FactSheet, iris: Iris) -> None:
    turtle = TurtleWriter(iris.entities).document(triples_of(article, sheet, iris))
    heads = [line for line in turtle.splitlines() if line and line[0] == "<"]
    assert len(heads) == len(set(heads))
    claim = turtle.index(f"<article/{article.key}/claim/c4>\n")
    assert turtle[claim:].splitlines()[1] == "    a bg:Claim ;"


def test_the_order_of_the_triples_does_not_change_a_document(article: Article, sheet: FactSheet, iris: Iris) -> None:
    triples = triples_of(article, sheet, iris)
    shuffled = random.Random(7).sample(triples, len(triples))
    writer = TurtleWriter(iris.entities)
    assert writer.document(triples) == writer.document(shuffled)


def test_claims_are_in_the_order_of_their_numbers(iris: Iris) -> None:
    article = iris.article("ab")
    triples = [(iri(article.claim(f"c{n}")), iri("http://p.example/p"), literal("x")) for n in (10, 9, 1)]
    numbers = [s.rsplit("/c", 1)[1] for s, _, _ in in_reading_order(triples)]
    assert numbers == ["1>", "9>", "10>"]


@given(st.lists(st.tuples(TEXT, st.sampled_from([None, "en", "de-AT"])), max_size=5))
def test_any_text_survives(texts: list[tuple[str, str | None]]) -> None:
    triples = [(iri(f"{BASE}a"), iri("http://p.example/p"), literal(text, language)) for text, language in texts]
    turtle = TurtleWriter(BASE).document(triples)
    read = set(pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE))
    assert read == set(pyoxigraph.parse(ntriples(triples).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES))


@given(
    st.lists(
        st.text(st.characters(codec="ascii", exclude_characters='<>"{}|^`\\ ', min_codepoint=33), min_size=1), max_size=6
    )
)
def test_any_iri_under_and_beside_the_base_survives(paths: list[str]) -> None:
    prefixes = (BASE, "https://data.example/", "https://w3id.org/belligraph/ns#", "http://")
    triples = [(iri(f"{p}{path}"), iri("http://p.example/p"), iri(f"{p}{path}")) for path in paths for p in prefixes]
    try:
        wanted = set(pyoxigraph.parse(ntriples(triples).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES))
    except SyntaxError:
        return  # not an IRI for pyoxigraph either, such as http://[
    turtle = TurtleWriter(BASE).document(triples)
    assert set(pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)) == wanted


def test_typed_literals_keep_their_lexical_form() -> None:
    objects = [decimal(8), decimal(2.5), boolean(True), date("2023-11-21")]
    triples = [(iri(f"{BASE}a"), iri("http://p.example/p"), o) for o in objects]
    turtle = TurtleWriter(BASE).document(triples)
    read = {q.object for q in pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)}
    assert read == {q.object for q in pyoxigraph.parse(ntriples(triples).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)}


def test_trig_keeps_the_graphs_apart(article: Article, sheet: FactSheet, iris: Iris) -> None:
    claims = map_sheet(article, sheet, iris)
    writer = TurtleWriter(iris.entities)
    trig = writer.header + writer.graph(claims.iri, claims.triples)
    read = set(pyoxigraph.parse(trig.encode(), format=pyoxigraph.RdfFormat.TRIG))
    assert read == set(pyoxigraph.parse(claims.nquads().encode(), format=pyoxigraph.RdfFormat.N_QUADS))


def test_the_hash_seed_changes_nothing() -> None:
    program = (
        "from belligraph.release.turtle import TurtleWriter as W\n"
        "from belligraph.ntriples import iri, literal\n"
        "t=[(iri(f'https://d.example/id/{i}'), iri(f'http://p.example/{i%3}'), literal(str(i*7%5))) for i in range(40)]\n"
        "print(W('https://d.example/id/').document(t))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1
