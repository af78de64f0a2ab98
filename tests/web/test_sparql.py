"""The protocol from outside; the numbers are the sections of SPARQL 1.1 Protocol."""

from __future__ import annotations

import gzip
import json
import re

import pyoxigraph
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from belligraph.web import site_of

SELECT_ONE = "SELECT (1 AS ?x) {}"
CONSTRUCT = "CONSTRUCT { <http://e/s> <http://e/p> 'o' } {}"
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
SD = "http://www.w3.org/ns/sparql-service-description#"
SLOW = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{i} {{ {'1 ' * 40} }}" for i in range(6)) + " }"


def get(client: FlaskClient, query: str, accept: str | None = None, **parameters: str) -> TestResponse:
    headers = {} if accept is None else {"Accept": accept}
    return client.get("/sparql", query_string={"query": query, **parameters}, headers=headers)


def post(client: FlaskClient, body: bytes, content_type: str | None, address: str = "/sparql") -> TestResponse:
    return client.post(address, data=body, content_type=content_type)


def ones(answer: TestResponse) -> list[str]:
    return [row["x"]["value"] for row in json.loads(answer.data)["results"]["bindings"]]


def test_a_query_in_the_address_a_form_or_a_body_gets_the_same_answer(client: FlaskClient) -> None:
    answers = [
        get(client, SELECT_ONE),
        post(client, b"query=SELECT+%281+AS+%3Fx%29+%7B%7D", FORM),
        post(client, SELECT_ONE.encode(), QUERY),
        post(client, SELECT_ONE.encode(), "Application/SPARQL-Query; charset=UTF-8"),
    ]
    for answer in answers:
        assert (answer.status_code, answer.content_type) == (200, JSON)
        assert ones(answer) == ["1"]


def test_percent_encoding_is_decoded_once(client: FlaskClient) -> None:
    answer = client.get("/sparql?query=SELECT%20('%2541%2B'%20AS%20%3Fx)%20%7B%7D")
    assert ones(answer) == ["%41+"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, JSON),
        ("*/*", JSON),
        ("application/json", "application/json"),
        ("application/xml", "application/xml"),
        (XML, XML),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        (f"{JSON};q=0.1, {XML};q=0.9", XML),
        (f"*/*, {JSON};q=0", XML),
        (BROWSER, "text/html"),
    ],
)
def test_accept_decides_the_format_of_solutions(client: FlaskClient, accept: str | None, media_type: str) -> None:
    answer = get(client, SELECT_ONE, accept)
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    assert "Accept" in answer.vary


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        (BROWSER, "text/html"),
    ],
)
def test_accept_decides_the_format_of_graphs(client: FlaskClient, accept: str | None, media_type: str) -> None:
    answer = get(client, CONSTRUCT, accept)
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    assert b"http://e/" in answer.data


def test_the_format_parameter_beats_accept(client: FlaskClient) -> None:
    assert get(client, SELECT_ONE, BROWSER, format="csv").data == b"x\r\n1\r\n"
    assert get(client, CONSTRUCT, BROWSER, format="ntriples").mimetype == "application/n-triples"
    refused = get(client, SELECT_ONE, None, format="turtle")
    assert refused.status_code == 400
    assert "csv, json, tsv, xml" in refused.get_json()["detail"]


@pytest.mark.parametrize(("query", "offered"), [(SELECT_ONE, "text/csv"), (CONSTRUCT, "text/turtle")])
def test_nothing_acceptable_is_406_with_the_types_that_are_offered(client: FlaskClient, query: str, offered: str) -> None:
    answer = get(client, query, "image/png")
    assert (answer.status_code, answer.mimetype) == (406, "application/problem+json")
    assert offered in answer.get_json()["detail"]
    assert "Accept" in answer.vary


def test_xml_is_refused_for_what_xml_cannot_hold(client: FlaskClient) -> None:
    assert get(client, "SELECT ('a\\u0001b' AS ?x) {}", XML).status_code == 406
    assert get(client, "CONSTRUCT { <http://e/s> <http://e/1> 'o' } {}", "application/rdf+xml").status_code == 406
    assert get(client, "SELECT ('a\\tb<oxprefix: >' AS ?x) {}", XML).status_code == 200


def test_relative_iris_are_resolved_against_the_service(client: FlaskClient) -> None:
    assert ones(get(client, "SELECT (STR(<x>) AS ?x) {}")) == ["http://localhost/x"]


def test_a_dataset_of_the_protocol_overrides_from(client: FlaskClient) -> None:
    graph, other = "https://data.example/war/graph/incidents", "https://data.example/war/graph/findings"
    query = f"SELECT ?x FROM <{other}> {{ ?s ?p ?x }}"
    assert ones(get(client, query)) == ["a finding"]
    answer = get(client, query, None, **{"default-graph-uri": graph})
    assert ones(answer) == ["a shelling"]
    direct = post(client, query.encode(), QUERY, f"/sparql?default-graph-uri={graph}&default-graph-uri={other}")
    assert sorted(ones(direct)) == ["a finding", "a shelling"]
    named = f"query=SELECT+?x+%7B+GRAPH+?g+%7B+?s+?p+?x+%7D%7D&named-graph-uri={other}"
    assert ones(post(client, named.encode(), FORM)) == ["a finding"]
    assert get(client, query, None, **{"default-graph-uri": "not absolute"}).status_code == 400


@pytest.mark.parametrize(
    ("address", "body", "content_type", "status"),
    [
        ("/sparql", b"foo=bar", FORM, 400),
        ("/sparql", b"query=ASK%7B%7D&query=ASK%7B%7D", FORM, 400),
        ("/sparql?query=ASK%7B%7D", b"ASK {}", QUERY, 400),
        ("/sparql", b"ASK {}", "text/plain", 415),
        ("/sparql", b"ASK {}", None, 415),
        ("/sparql", b"ASK {}", f"{QUERY}; charset=utf-16", 415),
        ("/sparql", "ASK {}".encode("utf-16"), QUERY, 400),
        ("/sparql", b"query=ASK%7B'%FF'%7D", FORM, 400),
        ("/sparql", b"update=CLEAR+ALL", FORM, 403),
        ("/sparql", b"CLEAR ALL", "application/sparql-update", 403),
        ("/sparql", b"CLEAR ALL", QUERY, 400),
        ("/sparql", b"ASK { SERVICE <http://e/> {} }", QUERY, 400),
        ("/sparql", b"ASK {}#" + b"x" * 7000, QUERY, 413),
        ("/sparql", b"ASK {}#" + b"x" * 30_000, QUERY, 413),
    ],
)
def test_what_is_no_query_request_is_refused(
    client: FlaskClient, address: str, body: bytes, content_type: str | None, status: int
) -> None:
    answer = post(client, body, content_type, address)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.get_json()["status"] == status


def test_a_compressed_body_is_not_inflated(client: FlaskClient) -> None:
    answer = client.post("/sparql", data=gzip.compress(b"ASK {}"), content_type=QUERY, headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 415


def test_bytes_in_the_address_that_are_not_utf_8_are_refused(client: FlaskClient) -> None:
    assert client.get("/sparql?query=ASK%7B%27%FF%27%7D").status_code == 400


def test_a_get_cannot_update(client: FlaskClient) -> None:
    assert client.get("/sparql?update=CLEAR+ALL").status_code == 403


@pytest.mark.parametrize("query", ["", "ASK {", "SELEKT * {}", "SELECT * {\n  ?s ?p\n}"])
def test_bad_syntax_is_400(client: FlaskClient, query: str) -> None:
    assert get(client, query).status_code == 400


def test_a_syntax_error_names_line_and_column(client: FlaskClient) -> None:
    assert "3:" in get(client, "SELECT * {\n  ?s ?p\n}").get_json()["detail"]


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (None, "application/problem+json"),
        ("application/json", "application/json"),
        ("text/plain", "text/plain"),
        (BROWSER, "text/html"),
        ("image/png", "application/problem+json"),
    ],
)
def test_errors_come_in_the_form_that_is_accepted(client: FlaskClient, accept: str | None, media_type: str) -> None:
    headers = {} if accept is None else {"Accept": accept}
    answer = client.get("/sparql?foo=bar", headers=headers)
    assert (answer.status_code, answer.mimetype) == (400, media_type)
    assert answer.access_control_allow_origin == "*"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_query_past_its_deadline_is_504_and_the_next_one_is_answered(client: FlaskClient) -> None:
    assert get(client, SLOW).status_code == 504
    assert ones(get(client, SELECT_ONE)) == ["1"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_other_methods_are_405_and_the_allowed_ones_are_named(client: FlaskClient, method: str) -> None:
    answer = client.open("/sparql?query=ASK%7B%7D", method=method)
    assert answer.status_code == 405
    assert answer.allow is not None
    assert set(answer.allow) == {"GET", "HEAD", "OPTIONS", "POST", "QUERY"}


def test_head_is_get_without_its_body(client: FlaskClient) -> None:
    asked = {"query": SELECT_ONE}
    head, full = client.head("/sparql", query_string=asked), client.get("/sparql", query_string=asked)
    assert (head.status_code, head.data) == (200, b"")
    assert head.content_type == full.content_type
    assert head.content_length == full.content_length


def test_any_origin_may_ask_after_a_preflight(client: FlaskClient) -> None:
    headers = {"Origin": "https://app.example", "Access-Control-Request-Method": "POST"}
    answer = client.options("/sparql", headers=headers)
    assert answer.status_code == 200
    assert answer.access_control_allow_origin == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert "content-type" in answer.headers["Access-Control-Allow-Headers"].lower()
    assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "*/*"]
)
def test_without_a_query_the_service_describes_itself(client: FlaskClient, accept: str) -> None:
    answer = client.get("/sparql", headers={"Accept": accept, "Host": "data.example:8080"})
    assert (answer.status_code, answer.mimetype) == (200, accept if accept != "*/*" else "text/turtle")
    assert answer.mimetype is not None
    rdf_format = pyoxigraph.RdfFormat.from_media_type(answer.mimetype)
    said = {(str(q.predicate), str(q.object)) for q in pyoxigraph.parse(answer.data, format=rdf_format)}
    assert (f"<{SD}endpoint>", "<http://data.example:8080/sparql>") in said
    assert (f"<{SD}supportedLanguage>", f"<{SD}SPARQL11Query>") in said
    assert "Accept" in answer.vary


def test_a_host_that_is_none_is_refused(client: FlaskClient) -> None:
    assert client.get("/sparql", headers={"Host": "a<b>"}).status_code == 400


@pytest.mark.parametrize(("coding", "sent"), [("gzip", "gzip"), ("*", "gzip"), ("gzip;q=0, *", None), ("identity", None)])
def test_long_answers_are_compressed_for_those_who_take_it(client: FlaskClient, coding: str, sent: str | None) -> None:
    query = "SELECT ?x { VALUES ?x { " + " ".join(f'"{i:04}"' for i in range(400)) + " } }"
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept-Encoding": coding})
    assert answer.content_encoding == sent
    assert "Accept-Encoding" in answer.vary
    body = gzip.decompress(answer.data) if sent else answer.data
    assert len(json.loads(body)["results"]["bindings"]) == 400


def test_behind_a_prefix_the_service_and_its_links_keep_the_prefix(client: FlaskClient) -> None:
    base = "https://data.example/war/"
    described = client.get("/sparql", base_url=base, headers={"Accept": "application/n-triples"})
    assert f"<{SD}endpoint> <{base}sparql> ." in described.text
    thing = client.get("/id/finding/fedcba9876543210", base_url=base)
    assert thing.location == "/war/finding/fedcba9876543210.ttl"


def test_the_query_method_gets_the_answer_of_post(client: FlaskClient) -> None:
    answer = client.open("/sparql", method="QUERY", data=SELECT_ONE.encode(), content_type=QUERY)
    assert (answer.status_code, answer.content_type) == (200, JSON)
    assert ones(answer) == ["1"]
    assert QUERY in answer.headers["Accept-Query"]


def test_an_answer_that_the_client_has_is_304_without_an_evaluation(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = get(client, SELECT_ONE, JSON)
    tag = first.headers["ETag"]
    assert not tag.startswith("W/")
    site = site_of(client.application)

    def fail(*_: object) -> None:
        raise AssertionError("evaluated")

    monkeypatch.setattr(type(site.pool), "stream", fail)
    for held in (tag, f'"x", W/{tag}', f'{tag[:-1]}-gzip"'):
        again = client.get("/sparql", query_string={"query": SELECT_ONE}, headers={"Accept": JSON, "If-None-Match": held})
        assert (again.status_code, again.data) == (304, b"")
        assert "Accept" in again.vary
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_tags_differ_by_query_format_and_dataset(client: FlaskClient) -> None:
    dataset = {"default-graph-uri": "http://g.example/1"}
    answers = [
        get(client, SELECT_ONE, JSON), get(client, SELECT_ONE, XML), get(client, f"{SELECT_ONE} "),
        get(client, SELECT_ONE, JSON, **dataset), get(client, SELECT_ONE, JSON, **{"named-graph-uri": "http://g.example/1"}),
    ]  # fmt: skip
    assert len({a.headers["ETag"] for a in answers}) == 5


@pytest.mark.parametrize("function", ["NOW()", "rand()", "STRUUID()", "\\u0055UID()"])
def test_what_differs_each_time_has_no_tag_and_is_not_stored(client: FlaskClient, function: str) -> None:
    answer = get(client, f"SELECT ({function} AS ?x) {{}}")
    assert "ETag" not in answer.headers
    if answer.status_code == 200:
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("query", "has_tag"),
    [
        ("CONSTRUCT { [] ?p ?o } { ?s ?p ?o }", False),
        ("CONSTRUCT { _:x ?p ?o } { ?s ?p ?o }", False),
        ("CONSTRUCT { ?s ?p (1 2) } { ?s ?p ?o }", False),
        ("CONSTRUCT { ?s ?p '}' . [] ?p ?o } { ?s ?p ?o }", False),
        ("CONSTRUCT # }\n{ [] ?p ?o } { ?s ?p ?o }", False),
        ("PREFIX e: <http://e.example/#> CONSTRUCT { ?s e:p ?o } { ?s ?p [] , ?o FILTER(?p != e:q) }", True),
    ],
)
def test_a_graph_with_blank_nodes_of_its_own_is_another_each_time_and_has_no_tag(
    client: FlaskClient, query: str, has_tag: bool
) -> None:
    answer = get(client, query, "application/n-triples")
    assert answer.status_code == 200
    assert ("ETag" in answer.headers) is has_tag
    assert (answer.headers["Cache-Control"] == "no-store") is not has_tag


def test_a_syntax_error_has_its_line_and_column_as_members(client: FlaskClient) -> None:
    details = json.loads(get(client, "SELECT *\n{ ?s ?p }", "application/problem+json, */*;q=0.1").data)
    assert (details["status"], details["line"]) == (400, 2)
    assert details["column"] > 1


@pytest.mark.parametrize(
    ("query", "name", "media_type"),
    [(SELECT_ONE, "xml", XML), (CONSTRUCT, "xml", "application/rdf+xml"), (CONSTRUCT, "json-ld", "application/ld+json")],
)
def test_the_names_that_clients_give_to_formats_are_known(
    client: FlaskClient, query: str, name: str, media_type: str
) -> None:
    assert get(client, query, "*/*", format=name).mimetype == media_type


def test_each_format_that_the_description_lists_is_given(client: FlaskClient) -> None:
    described = client.get("/sparql", headers={"Accept": "application/n-triples"}).data.decode()
    listed = set(re.findall(r"resultFormat> <http://www\.w3\.org/ns/formats/([^>]+)>", described))
    given = {
        name
        for name, query, media_type in [
            ("SPARQL_Results_JSON", SELECT_ONE, JSON), ("SPARQL_Results_XML", SELECT_ONE, XML),
            ("SPARQL_Results_CSV", SELECT_ONE, "text/csv"), ("SPARQL_Results_TSV", SELECT_ONE, "text/tab-separated-values"),
            ("Turtle", CONSTRUCT, "text/turtle"), ("N-Triples", CONSTRUCT, "application/n-triples"),
            ("RDF_XML", CONSTRUCT, "application/rdf+xml"), ("JSON-LD", CONSTRUCT, "application/ld+json"),
        ]
        if get(client, query, media_type).mimetype == media_type
    }  # fmt: skip
    assert listed == given


def test_each_named_graph_of_the_description_has_one_name(client: FlaskClient) -> None:
    described = pyoxigraph.parse(
        client.get("/sparql", headers={"Accept": "text/turtle"}).data, format=pyoxigraph.RdfFormat.TURTLE
    )
    names: dict[str, list[str]] = {}
    graphs = set()
    for quad in described:
        if quad.predicate.value == f"{SD}name":
            names.setdefault(str(quad.subject), []).append(quad.object.value)
        elif quad.predicate.value == f"{SD}namedGraph":
            graphs.add(str(quad.object))
    assert graphs == set(names)
    assert all(len(n) == 1 for n in names.values())
