"""Comunica finds out by itself what kind of source an address is. It needs Node 22 and `comunica-sparql` on the PATH."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator

import pytest
import rdflib
from serving import release_of, served

COMUNICA = shutil.which("comunica-sparql")
BASE = "https://data.example/"
KEY = "0123456789abcdef"
ARTICLE = rdflib.URIRef(f"{BASE}id/article/{KEY}")
HEADLINE = rdflib.URIRef("https://schema.org/headline")
DATA = f"""
@prefix schema: <https://schema.org/> . @prefix e: <http://e.example/> .
<{BASE}graph/article/{KEY}> {{ <{ARTICLE}> schema:headline "Two \\"said\\" it\\nin two lines"@en ; schema:author e:a . }}
e:other {{ e:a schema:name "Anna" ; e:age 41 . }}
""".encode()
ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

pytestmark = pytest.mark.skipif(
    COMUNICA is None, reason="no Comunica here: npm i node@22 @comunica/query-sparql, and its bin folder on the PATH"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("comunica")
    release_of(folder, DATA, BASE)
    with served(folder) as (address, _):
        yield address


def comunica(*arguments: str) -> str:
    assert COMUNICA is not None
    done = subprocess.run([COMUNICA, *arguments], capture_output=True, text=True, timeout=120, check=True)
    assert "WARN" not in done.stderr, done.stderr
    return done.stdout


def _python(term: object) -> object:
    return term.toPython() if isinstance(term, (rdflib.Literal, rdflib.URIRef)) else term


def solutions(*arguments: str) -> list[dict[str, dict[str, str]]]:
    read = json.loads(comunica(*arguments, "-t", "application/sparql-results+json"))
    rows: list[dict[str, dict[str, str]]] = read["results"]["bindings"]
    return rows


def test_comunica_takes_the_endpoint_for_one_without_being_told(address: str) -> None:
    # a description of the service, taken for the data, has no such graph in it
    query = "SELECT ?g ?age { GRAPH ?g { ?s <http://e.example/age> ?age } }"
    assert [(row["g"]["value"], row["age"]["value"]) for row in solutions(f"{address}sparql", query)] == [
        ("http://e.example/other", "41")
    ]


def test_comunica_constructs_from_the_endpoint_what_is_in_it(address: str) -> None:
    got = rdflib.Graph().parse(data=comunica(f"{address}sparql", ALL, "-t", "text/turtle"), format="turtle")
    assert {str(p).rpartition("/")[2]: _python(o) for _, p, o in got} == {
        "headline": 'Two "said" it\nin two lines',
        "author": "http://e.example/a",
        "name": "Anna",
        "age": 41,
    }


@pytest.mark.parametrize(
    "document", [f"article/{KEY}.ttl", f"article/{KEY}.jsonld", f"article/{KEY}.nt", f"id/article/{KEY}"]
)
def test_comunica_reads_an_articles_documents_and_follows_its_iri(address: str, document: str) -> None:
    rows = solutions(f"{address}{document}", "SELECT ?headline { ?a <https://schema.org/headline> ?headline }")
    assert [row["headline"] for row in rows] == [
        {"type": "literal", "value": 'Two "said" it\nin two lines', "xml:lang": "en"}
    ]
    got = rdflib.Graph().parse(data=comunica(f"{address}{document}", ALL, "-t", "text/turtle"), format="turtle")
    assert (ARTICLE, HEADLINE, rdflib.Literal('Two "said" it\nin two lines', lang="en")) in got
    assert len(got) == 2


def test_comunica_joins_a_document_with_the_endpoint(address: str) -> None:
    query = "SELECT ?name { ?a <https://schema.org/author>/<https://schema.org/name> ?name }"
    rows = solutions(f"{address}article/{KEY}.ttl", f"{address}sparql", query)
    assert {row["name"]["value"] for row in rows} == {"Anna"}
