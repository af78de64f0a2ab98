"""What the endpoint says of itself: the SPARQL 1.1 Service Description, with the data set's title, licence and dumps.

Only what is true of every release is claimed; each result format listed is one that sparql.py answers in.
Sources: https://www.w3.org/TR/sparql11-service-description/, https://www.w3.org/TR/void/.
"""

from __future__ import annotations

import io

import pyoxigraph

from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.model.release import Release
from belligraph.ntriples import Term, Triple, integer, iri, literal

__all__ = ["describe"]

_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "formats": "http://www.w3.org/ns/formats/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
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


def describe(release: Release, service_url: str, site_url: str, rdf_format: RdfFormat) -> bytes:
    """The description of the service at `service_url`, whose pages begin with `site_url`.

    Raises:
        ValueError: a URL with characters that no IRI may hold.
    """
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in _triples(release, service_url, site_url))
    out = io.BytesIO()
    pyoxigraph.serialize(
        pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES),
        out,
        pyoxigraph.RdfFormat.from_media_type(rdf_format.media_type),
        prefixes=_PREFIXES,
    )
    return out.getvalue()


def _triples(release: Release, service_url: str, site_url: str) -> list[Triple]:
    service, dataset, graph = (iri(f"{service_url}#{name}") for name in ("service", "dataset", "default-graph"))
    endpoint = iri(service_url)
    licence = [(dataset, _term("dcterms", "license"), iri(release.licence))] if release.licence else []
    return [
        (service, _A, _term("sd", "Service")),
        (service, _term("sd", "endpoint"), endpoint),
        (service, _term("sd", "supportedLanguage"), _term("sd", "SPARQL11Query")),
        # the default graph holds the union of all named graphs
        (service, _term("sd", "feature"), _term("sd", "UnionDefaultGraph")),
        (service, _term("sd", "defaultDataset"), dataset),
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
    ]


def _term(prefix: str, name: str) -> Term:
    return iri(_PREFIXES[prefix] + name)
