import pytest

from belligraph.errors import QueryRefused, QuerySyntaxError, QueryTooLarge
from belligraph.store.guard import MAX_NESTING, QueryForm, inspect

LIMIT = 100_000


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", QueryForm.SELECT),
        ("ask {}", QueryForm.ASK),
        ("# a comment with SELECT\nPREFIX a: <http://a/> CONSTRUCT {} {}", QueryForm.CONSTRUCT),
        ("BASE <http://a/> PREFIX select: <http://a/> DESCRIBE select:x", QueryForm.DESCRIBE),
        ("\ufeffASK {}", QueryForm.ASK),
    ],
)
def test_the_form_is_the_first_word_behind_the_prologue(query: str, form: QueryForm) -> None:
    assert inspect(query, LIMIT) is form


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { service silent ?u { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { \\U00000053ERVICE <http://a/> {} }",
        "SELECT * { SeRvIcE<http://a/>{} }",
        "SELECT * { #\nSERVICE <http://a/> {} }",
        "ASK { FILTER(?a<?b)SERVICE ?x {} }",
        "ASK { FILTER NOT EXISTS { { SELECT * { SERVICE ?x {} } } } }",
        "ASK { ?s ?p '''a'''. SERVICE ?x {} }",
        'ASK { ?s ?p "\\"" . SERVICE ?x {} }',
    ],
)
def test_every_spelling_of_service_is_refused(query: str) -> None:
    with pytest.raises(QueryRefused, match="federation"):
        inspect(query, LIMIT)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p 'SERVICE' }",
        'ASK { ?s ?p """a "SERVICE" b""" }',
        "ASK { ?s ?p ?o } # SERVICE",
        "ASK { <http://a/SERVICE> ?p ?o }",
        "ASK { ?SERVICE ?p $service }",
        "PREFIX service: <http://a/> ASK { service:SERVICE a:service ?o }",
        "PREFIX a: <http://a/> ASK { a:b\\-SERVICE ?p 'INSERT DATA' }",
        "ASK { _:SERVICE ?p 'x'@service }",
        "SELECT (1 AS ?x) { FILTER(1 < 2 && 3 > 2) }",
    ],
)
def test_a_harmless_query_with_the_word_is_let_through(query: str) -> None:
    assert inspect(query, LIMIT) in QueryForm


@pytest.mark.parametrize("word", ["INSERT", "delete", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"])
def test_updates_are_refused(word: str) -> None:
    with pytest.raises(QueryRefused, match="read-only"):
        inspect(f"PREFIX a: <http://a/> {word} DATA {{ a:a a:b a:c }}", LIMIT)


@pytest.mark.parametrize("query", ["", "  # nothing", "hello", "FROM <http://a/>", "ASK { ?s ?p 'open }", 'ASK { """open }'])
def test_what_is_no_query_is_a_syntax_error(query: str) -> None:
    with pytest.raises(QuerySyntaxError):
        inspect(query, LIMIT)


def test_a_query_past_the_limit_of_bytes_is_too_large() -> None:
    with pytest.raises(QueryTooLarge, match="12"):
        inspect("ASK {} # éé", 12)


@pytest.mark.parametrize("opening", ["(", "{", "["])
def test_nesting_past_the_limit_is_refused(opening: str) -> None:
    with pytest.raises(QueryRefused, match="nested"):
        inspect(f"ASK {{ {opening * MAX_NESTING} }}", LIMIT)
