"""The screen of SPARQL constraints passes over no solution that the database finds, and spares it queries without one."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from belligraph.assets import shapes_folder
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.ntriples import Term, Triple
from belligraph.validate.core import focus_nodes
from belligraph.validate.data import DataGraph
from belligraph.validate.screen import screen
from belligraph.validate.shapes import load_shapes

PREFIXES = "PREFIX : <http://a.example/>\n"
XSD = "http://www.w3.org/2001/XMLSchema#"
THIS = Term("<http://a.example/this>")

# each is read by the screen; the words are what it exercises
QUERIES = {
    "a chain of patterns": "$this :p ?x . ?x :q ?value",
    "two values of one node": "$this :p ?x , ?y . ?x :q ?y",
    "an inverse look-up": "?value :p $this ; :q ?x",
    "a class": "?value a :C ; :p $this",
    "a predicate that a pattern binds": "$this :p ?p . ?value ?p ?x",
    "NOT EXISTS": "$this :p ?value . FILTER NOT EXISTS { ?value :q ?x }",
    "EXISTS": "$this :p ?value . FILTER EXISTS { ?x :q ?value . ?x :p ?y }",
    "NOT EXISTS in NOT EXISTS": "$this :p ?value . FILTER NOT EXISTS { ?value :q ?x . FILTER NOT EXISTS { ?x :p ?value } }",
    "a filter before what it reads": "FILTER(?value IN (:a, :b)) $this :p ?value",
    "NOT IN": "$this :p ?value . FILTER(?value NOT IN (:a, :b))",
    "IN of the node's values": "?x :p ?value ; :q $this . FILTER(?value IN (:a, :this))",
    "a path once or more": "$this :p/:q+ ?value",
    "a path never or more": "?value :q ?x ; :p*/:q $this",
    "a loop": "$this :p+ ?value . ?value :p+ ?value",
    "UNION": "{ $this :p ?value } UNION { ?value :q $this . ?value :p ?x }",
    "UNION that binds": "{ ?value :p ?x . BIND(:q AS ?y) } UNION { ?value :q ?x . BIND(:p AS ?y) }"
    " FILTER NOT EXISTS { ?x ?y ?value }",
    "OPTIONAL that must not match": "$this :p ?value . OPTIONAL { ?value :q ?x . ?x :p ?y } FILTER(!BOUND(?y))",
    "OPTIONAL that must match": "$this :p ?value . OPTIONAL { ?value :q ?x } FILTER(BOUND(?x))",
    "two OPTIONALs": "$this :p ?value . OPTIONAL { ?value :q ?x } OPTIONAL { ?value :p ?y } FILTER(BOUND(?x) && !BOUND(?y))",
    "a sub-query": "$this :p ?x . { SELECT $this ?value WHERE { $this :q ?value . ?value :p ?x } }",
    "a count": "$this :p ?x . { SELECT $this ?value (COUNT(?y) AS ?n) WHERE { $this :q ?value . ?value :p ?y }"
    " GROUP BY $this ?value }",
    "BIND": "$this :p ?x . BIND(IF(?x = :a, :b, :a) AS ?value) ?value :p ?y",
    "BIND of a text": '$this :p ?value . BIND(CONCAT("http://a.example/", "b") AS ?text) FILTER(?text = STR(?value))',
    "texts of IRIs": '$this :p ?value . FILTER(isIRI(?value) && STRSTARTS(STR(?value), "http://a.example/a"))',
    "what comes after": '$this :p ?value . FILTER(STRAFTER(STR(?value), "example/") = "b")',
}
# these compare values: the words, the WHERE, and the literals on which the screen answers as well as the database
OF_VALUES = {
    "whole numbers": ("$this :p ?x ; :q ?value . FILTER(?x < ?value || ?x - 1 >= ?value + 1)", ("1", "2", "-3")),
    "equal numbers": ("$this :p ?x ; :q ?value . FILTER(?x = ?value + 1 && ?x != 2)", ("1", "2", "3")),
    "days": ("$this :p ?x ; :q ?value . FILTER(?x <= ?value && !(?value > ?x))", ("2024-02-28", "2023-12-31")),
    "texts": ("$this :p ?x ; :q ?value . FILTER(!CONTAINS(?x, ?value) && ?x != ?value)", ("", "a", "ab", "b\\n", "\\n")),
    "parts of texts": ("$this :p ?x ; :q ?value . FILTER(SUBSTR(?x, 2, 1) = ?value)", ("", "a", "ab", "b", "\N{ROCKET}b")),
}
NODES = [THIS, *(Term(f"<http://a.example/{name}>") for name in "abC")]
PREDICATES = [
    Term("<http://a.example/p>"),
    Term("<http://a.example/q>"),
    Term("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"),
]


def literal_of(text: str) -> Term:
    kind = "integer" if text.lstrip("-").isdigit() else "date" if text[:2] == "20" else ""
    return Term(f'"{text}"^^<{XSD}{kind}>' if kind else f'"{text}"')


LITERALS = [literal_of(text) for _, texts in OF_VALUES.values() for text in texts]
# the database compares these by value, or finds them broken
LITERALS += [literal_of("01"), literal_of("2024-02-30"), Term('"a"@en'), Term(f'"1.0"^^<{XSD}decimal>')]


def graphs(objects: list[Term]) -> st.SearchStrategy[list[Triple]]:
    triple = st.tuples(st.sampled_from(NODES), st.sampled_from(PREDICATES), st.sampled_from(objects))
    return st.lists(triple, min_size=1, max_size=9, unique=True)


def select(where: str) -> str:
    return f"{PREFIXES}SELECT $this ?value WHERE {{ {where} }}"


def has_a_solution(query: str, triples: list[Triple], focus: Term = THIS) -> bool:
    store = ox.Store()
    store.load("".join(f"{s} {p} {o} .\n" for s, p, o in triples).encode(), format=ox.RdfFormat.N_TRIPLES)
    solutions = store.query(query, substitutions={ox.Variable("this"): ox.NamedNode(focus[1:-1])})
    assert isinstance(solutions, ox.QuerySolutions)
    return next(solutions, None) is not None


@pytest.mark.parametrize("where", [*QUERIES.values(), *(where for where, _ in OF_VALUES.values())])
@given(triples=graphs(NODES * 2 + LITERALS))
def test_no_solution_of_the_database_is_passed_over(where: str, triples: list[Triple]) -> None:
    may_have_a_result = screen(select(where))
    assert may_have_a_result is not None
    assert may_have_a_result(DataGraph(triples), THIS) or not has_a_solution(select(where), triples)


@pytest.mark.parametrize("name", QUERIES)
@given(triples=graphs(NODES))
def test_of_nodes_the_screen_says_what_the_database_says(name: str, triples: list[Triple]) -> None:
    query = select(QUERIES[name])
    may_have_a_result = screen(query)
    assert may_have_a_result is not None
    assert may_have_a_result(DataGraph(triples), THIS) == has_a_solution(query, triples)


@pytest.mark.parametrize("name", OF_VALUES)
@given(data=st.data())
def test_of_values_the_screen_says_what_the_database_says(name: str, data: st.DataObject) -> None:
    where, texts = OF_VALUES[name]
    value = st.sampled_from([literal_of(text) for text in texts])
    triples = [(THIS, PREDICATES[0], data.draw(value)), (THIS, PREDICATES[1], data.draw(value))]
    may_have_a_result = screen(select(where))
    assert may_have_a_result is not None
    assert may_have_a_result(DataGraph(triples), THIS) == has_a_solution(select(where), triples)


def test_a_path_of_no_steps_from_a_node_that_the_graph_lacks_is_left_to_the_database() -> None:
    may_have_a_result = screen(select("$this :p ?value . FILTER NOT EXISTS { :b :p* :b }"))
    assert may_have_a_result is not None
    assert may_have_a_result(DataGraph([(THIS, PREDICATES[0], NODES[1])]), THIS)


@pytest.mark.parametrize(
    "where",
    [
        "$this :p ?x . GRAPH ?g { ?x :q ?value }",
        "$this :p|:q ?value",
        "$this ^:p ?value",
        "$this !:p ?value",
        "$this :p [ :q ?value ]",
        "$this :p ?value . FILTER(?value = 'a')",
        '$this :p "a"@en',
        "$this :p.q ?value",
        "$this ?p ?value",
        "?value :p ?value",
        # SPARQL judges a group in braces before it joins it to what is around it
        "$this :p ?x . { ?value :q ?y . FILTER(?x = ?y) } UNION { ?value :p ?x }",
        "$this :p ?x . { ?value :q ?y . FILTER NOT EXISTS { ?value :p ?x } } UNION { ?value :p ?x }",
        "$this :p ?x . { SELECT $this ?x { { $this :q ?x } UNION { $this :q ?y } FILTER EXISTS { ?x :p ?z } } }",
        "{ $this :p ?x } UNION { $this :p ?value } OPTIONAL { $this :q ?x } ?value :p ?x",
        "$this :p ?x . { ?value :p ?z OPTIONAL { ?value :q ?x } } UNION { ?value :p ?x }",
        "$this :p ?value . OPTIONAL { ?value :q ?x } ?x :p ?y",
        "BIND(?x AS ?value) $this :p ?x",
        "$this :p ?value . FILTER EXISTS { ?value :q ?x . { SELECT $this ?x { ?x :p $this . FILTER(BOUND(?value)) } } }",
        # the query has no value to join with where nothing is grouped
        "$this :p ?x . { SELECT $this (COUNT(?x) AS ?value) WHERE { $this :q ?x } }",
        "$this :p ?x . { SELECT $this (MAX(?x) AS ?value) WHERE { $this :q ?x } GROUP BY $this } ?x :p ?value",
    ],
)
def test_what_the_screen_cannot_answer_is_left_to_the_database(where: str) -> None:
    assert screen(select(where)) is None


@pytest.mark.parametrize("modifier", ["LIMIT 1", "ORDER BY ?value", "HAVING (?value > 1)"])
def test_a_modified_query_is_left_to_the_database(modifier: str) -> None:
    assert screen(f"{select('$this :p ?value')} {modifier}") is None


def test_every_query_of_the_shapes_has_a_screen() -> None:
    for shape in load_shapes(shapes_folder()):
        for constraint in shape.sparql:
            assert screen(constraint.select) is not None, shape.iri


def test_the_database_is_not_asked_about_an_article_that_conforms(article: Article, sheet: FactSheet, iris: Iris) -> None:
    data = DataGraph.of([map_sheet(article, sheet, iris)])
    judged = 0
    for shape in load_shapes(shapes_folder()):
        for focus in focus_nodes(shape, data):
            for constraint in shape.sparql:
                may_have_a_result = screen(constraint.select)
                judged += 1
                assert may_have_a_result is not None
                assert not may_have_a_result(data, focus), shape.iri
    assert judged
