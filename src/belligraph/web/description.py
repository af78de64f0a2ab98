"""What the endpoint says of itself: the SPARQL 1.1 Service Description, with the data set's title, licence and dumps.

Only what is true of every release is claimed; each result format listed is one that sparql.py answers in.
Sources: https://www.w3.org/TR/sparql11-service-description/, https://www.w3.org/TR/void/.
"""

from __future__ import annotations

import io

import pyoxigraph

from belligraph.config import Config
from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.model.release import Release
from belligraph.ntriples import Term, Triple, integer, iri, literal
from belligraph.store.requests import CHUNK_BYTES

__all__ = ["describe"]

_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "formats": "http://www.w3.org/ns/formats/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_A = iri(f"{_PREFIXES['rdf']}type")
# https://www.w3.org/ns/formats/
_FORMAT_NAMES = {
    ResultsFormat.JSON: "SPARQL_Results_JSON",
    ResultsFormat.XML: "SPARQL_Results_XML",
    ResultsFormat.CSV: "SPARQL_Results_CSV",
    ResultsFormat.TSV: "SPARQL_Results_TSV",
    RdfFormat.TURTLE: "Turtle",
    RdfFormat.N_TRIPLES: "N-Triples",
    RdfFormat.RDF_XML: "RDF_XML",
    RdfFormat.JSON_LD: "JSON-LD",
}


def describe(release: Release, config: Config, service_url: str, site_url: str, rdf_format: RdfFormat) -> bytes:
    """The description of the service at `service_url`, whose pages begin with `site_url`.

    Raises:
        ValueError: a URL with characters that no IRI may hold.
    """
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in _triples(release, config, service_url, site_url))
    out = io.BytesIO()
    pyoxigraph.serialize(
        pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES),
        out,
        pyoxigraph.RdfFormat.from_media_type(rdf_format.media_type),
        prefixes=_PREFIXES,
    )
    return out.getvalue()


def _triples(release: Release, config: Config, service_url: str, site_url: str) -> list[Triple]:
    service, dataset, graph = (iri(f"{service_url}#{name}") for name in ("service", "dataset", "default-graph"))
    endpoint = iri(service_url)
    store = iri(f"{site_url}graphs")
    base = release.base_iri
    derived = [iri(f"{base}graph/{name}") for name in ("incidents", "findings")]
    licence = [(dataset, _term("dcterms", "license"), iri(release.licence))] if release.licence else []
    return [
        (service, _A, _term("sd", "Service")),
        (service, _term("sd", "endpoint"), endpoint),
        (service, _term("sd", "supportedLanguage"), _term("sd", "SPARQL11Query")),
        # the default graph holds the union of all named graphs
        (service, _term("sd", "feature"), _term("sd", "UnionDefaultGraph")),
        (service, _term("sd", "defaultDataset"), dataset),
        (service, _term("dcterms", "description"), literal(_limits(config), "en")),
        (service, _term("rdfs", "seeAlso"), store),
        (
            store,
            _term("dcterms", "title"),
            literal("Graph store, read-only (SPARQL 1.1 Graph Store HTTP Protocol)", "en"),
        ),
        *((service, _term("sd", "resultFormat"), _term("formats", name)) for name in _FORMAT_NAMES.values()),
        (dataset, _A, _term("sd", "Dataset")),
        (dataset, _A, _term("void", "Dataset")),
        (dataset, _term("sd", "defaultGraph"), graph),
        (dataset, _term("dcterms", "title"), literal(release.title)),
        (dataset, _term("dcterms", "publisher"), literal(release.publisher)),
        (dataset, _term("dcterms", "hasVersion"), integer(release.number)),
        (dataset, _term("dcterms", "issued"), Term(f"{literal(release.created)}^^<{_PREFIXES['xsd']}dateTime>")),
        (dataset, _term("void", "sparqlEndpoint"), endpoint),
        *licence,
        *((dataset, _term("void", "dataDump"), iri(f"{site_url}download/{d.file}")) for d in release.distributions),
        (graph, _A, _term("sd", "Graph")),
        *(triple for number, name in enumerate(derived, 1) for triple in _named(dataset, number, name, service_url)),
    ]


def _named(dataset: Term, number: int, name: Term, service_url: str) -> list[Triple]:
    node, graph = iri(f"{service_url}#named-graph-{number}"), iri(f"{service_url}#graph-{number}")
    return [
        (dataset, _term("sd", "namedGraph"), node),
        (node, _A, _term("sd", "NamedGraph")),
        (node, _term("sd", "name"), name),
        (node, _term("sd", "graph"), graph),
        (graph, _A, _term("sd", "Graph")),
    ]


def _limits(config: Config) -> str:
    return (
        f"SPARQL 1.1 queries, read-only; no SERVICE, and FROM reads the graphs of this dataset only. A query may take "
        f"{config.query_seconds:g} seconds and {config.query_memory_mb:,} MiB, its text {config.max_query_bytes:,} bytes, "
        f"its answer {config.max_answer_bytes:,} bytes. Past that there is an error instead of an answer; an answer of more "
        f"than {CHUNK_BYTES:,} bytes leaves while it is made, and one that fails then ends without its last chunk. Besides "
        f"the graphs named here, each article has a named graph of its own."
    )


def _term(prefix: str, name: str) -> Term:
    return iri(_PREFIXES[prefix] + name)
