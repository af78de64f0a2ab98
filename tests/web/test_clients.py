"""Clients that people have, unconfigured: SPARQLWrapper, rdflib's SPARQLStore, pandas, curl."""

from __future__ import annotations

import io
import shutil
import subprocess
import urllib.parse
import warnings
from collections.abc import Iterator

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from serving import release_of, served

DATA = b"""
@prefix e: <http://e.example/> .
e:g { e:a e:name "Anna \\"A\\""@en ; e:age 41 ; e:knows e:b . e:b e:name "Bo, the\\nsecond" . }
"""
NAMES = "PREFIX e: <http://e.example/> SELECT ?name ?age { ?p e:name ?name OPTIONAL { ?p e:age ?age } } ORDER BY ?name"


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("clients")
    release_of(folder, DATA)
    with served(folder) as (address, _):
        yield f"{address}sparql"


@pytest.mark.parametrize("kind", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_reads_each_format_of_solutions(endpoint: str, kind: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(endpoint)
    client.setQuery(NAMES)
    client.setReturnFormat(kind)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = client.query()
        read = answer.convert()
    text = read.toxml() if kind == "xml" else str(read)
    assert "Anna" in text
    assert "41" in text


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper_gets_a_graph_and_a_boolean_by_either_method(endpoint: str, method: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(endpoint)
    client.setMethod(method)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        client.setQuery("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
        assert len(client.queryAndConvert()) == 4
        client.setQuery("ASK { ?s <http://e.example/age> 41 }")
        client.setReturnFormat("json")
        assert client.queryAndConvert()["boolean"] is True


def test_rdflibs_sparqlstore_queries_and_iterates(endpoint: str) -> None:
    graph = rdflib.Graph(SPARQLStore(endpoint))
    rows = [[t.toPython() if t is not None else None for t in row] for row in graph.query(NAMES)]  # type: ignore[union-attr]
    assert rows == [['Anna "A"', 41], ["Bo, the\nsecond", None]]
    person = rdflib.URIRef("http://e.example/a")
    assert set(graph.objects(person, rdflib.URIRef("http://e.example/knows"))) == {rdflib.URIRef("http://e.example/b")}
    assert len(graph) == 4


def test_pandas_reads_csv_by_the_address_alone(endpoint: str) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed; it is too heavy a dependency for this alone")
    frame = pandas.read_csv(f"{endpoint}?{urllib.parse.urlencode({'query': NAMES, 'format': 'csv'})}")
    assert list(frame.columns) == ["name", "age"]
    assert list(frame["name"]) == ['Anna "A"', "Bo, the\nsecond"]
    assert frame["age"][0] == 41


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl here")
def test_curl_gets_what_it_asks_for(endpoint: str) -> None:
    def curl(*arguments: str) -> str:
        done = subprocess.run(
            ["curl", "-sS", "--compressed", *arguments], capture_output=True, text=True, timeout=30, check=True
        )
        return done.stdout

    assert '"Anna \\"A\\""' in curl(endpoint, "--data-urlencode", f"query={NAMES}")
    assert curl(endpoint, "-H", "Accept: text/csv", "--data-urlencode", f"query={NAMES}").startswith("name,age")
    direct = curl(endpoint, "-H", "Content-Type: application/sparql-query", "-H", "Accept: text/csv", "--data-binary", NAMES)
    assert direct.startswith("name,age")
    assert "sd:Service" in curl(endpoint)
    graph = rdflib.Graph().parse(io.StringIO(curl("-L", endpoint.replace("sparql", "graphs?default"))), format="turtle")
    assert len(graph) == 4
