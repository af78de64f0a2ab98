"""The triples of the VoID description and of the DCAT catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from belligraph.iri import Iris
from belligraph.model.release import Distribution, Release
from belligraph.ntriples import Term, Triple, integer, iri, literal
from belligraph.release.statistics import read_statistics
from belligraph.web.linksets import linkset_triples

__all__ = ["CATALOG_PREFIXES", "catalog_triples", "void_triples"]

CATALOG_PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "formats": "http://www.w3.org/ns/formats/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_FORMATS = {
    "text/turtle": "Turtle",
    "application/n-quads": "N-Quads",
    "application/trig": "TriG",
    "application/ld+json": "JSON-LD",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"
_VOCABULARIES = (
    "https://w3id.org/belligraph/ns#",
    "http://www.w3.org/ns/prov#",
    "http://www.w3.org/ns/oa#",
    "https://schema.org/",
)


def void_triples(release: Release, site_url: str) -> list[Triple]:
    """The dataset of one release as VoID; `site_url` ends in a slash."""
    description, dataset = iri(f"{site_url}void"), iri(f"{site_url}void#dataset")
    triples: list[Triple] = [
        (description, _term("rdf:type"), _term("void:DatasetDescription")),
        (description, _term("foaf:primaryTopic"), dataset),
        (dataset, _term("rdf:type"), _term("void:Dataset")),
        (dataset, _term("foaf:homepage"), iri(site_url)),
        (dataset, _term("void:uriSpace"), literal(f"{release.base_iri}id/")),
        (dataset, _term("void:sparqlEndpoint"), iri(f"{site_url}sparql")),
        *_about(dataset, release),
        *((dataset, _term("void:vocabulary"), iri(v)) for v in _VOCABULARIES),
    ]
    for file in release.distributions:
        kind = _FORMATS.get(file.media_type)
        if kind is not None:
            triples.append((dataset, _term("void:dataDump"), iri(f"{site_url}download/{file.file}")))
            triples.append((dataset, _term("void:feature"), iri(f"{CATALOG_PREFIXES['formats']}{kind}")))
    triples += linkset_triples(release, dataset)
    counted = read_statistics(release.folder)
    if counted is None:
        return triples
    triples += [
        (dataset, _term("void:triples"), integer(counted.triples)),
        (dataset, _term("void:distinctSubjects"), integer(counted.subjects)),
        (dataset, _term("void:classes"), integer(len(counted.classes))),
        (dataset, _term("void:properties"), integer(len(counted.properties))),
        (dataset, _term("void:documents"), integer(release.articles)),
    ]
    for number, (name, count) in enumerate(counted.classes.items(), 1):
        part = iri(f"{site_url}void#class-{number}")
        triples += [
            (dataset, _term("void:classPartition"), part),
            (part, _term("void:class"), iri(name)),
            (part, _term("void:entities"), integer(count)),
        ]
    for number, (name, count) in enumerate(counted.properties.items(), 1):
        part = iri(f"{site_url}void#property-{number}")
        triples += [
            (dataset, _term("void:propertyPartition"), part),
            (part, _term("void:property"), iri(name)),
            (part, _term("void:triples"), integer(count)),
        ]
    return triples


def catalog_triples(releases: Sequence[Release], live: Release, service_site: str, site_url: str) -> list[Triple]:
    """The catalogue: the series, each release as a dataset of it with its files, and the SPARQL service of the live one.

    `site_url` is the live site's address, `service_site` that of the release that was asked; both end in a slash.
    """
    catalog, series, service = (iri(f"{site_url}catalog{name}") for name in ("", "#series", "#sparql"))
    triples: list[Triple] = [
        (catalog, _term("rdf:type"), _term("dcat:Catalog")),
        (catalog, _term("dcterms:title"), literal(live.title)),
        (catalog, _term("foaf:homepage"), iri(site_url)),
        (catalog, _term("dcat:dataset"), series),
        (catalog, _term("dcat:service"), service),
        (series, _term("rdf:type"), _term("dcat:DatasetSeries")),
        (series, _term("dcterms:title"), literal(live.title)),
        (service, _term("rdf:type"), _term("dcat:DataService")),
        (service, _term("dcterms:title"), literal("SPARQL endpoint", "en")),
        (service, _term("dcat:endpointURL"), iri(f"{site_url}sparql")),
        (service, _term("dcat:endpointDescription"), iri(f"{site_url}sparql")),
        (service, _term("dcterms:conformsTo"), iri("https://www.w3.org/TR/sparql11-protocol/")),
        (service, _term("dcat:servesDataset"), _release_term(live)),
    ]
    for release, former in zip(releases, [*releases[1:], None], strict=True):
        this = _release_term(release)
        triples += [
            (catalog, _term("dcat:dataset"), this),
            (series, _term("dcat:seriesMember"), this),
            (this, _term("rdf:type"), _term("dcat:Dataset")),
            (this, _term("dcat:inSeries"), series),
            (this, _term("dcat:version"), literal(str(release.number))),
            (this, _term("dcat:landingPage"), iri(f"{site_url}release/{release.number}/")),
            *_about(this, release),
        ]
        if former is not None:
            triples.append((this, _term("dcat:previousVersion"), _release_term(former)))
        for file in release.distributions:
            triples += _distribution(this, release, file, site_url)
    triples += _publisher(live)
    return triples


def _about(dataset: Term, release: Release) -> Iterator[Triple]:
    when = Term(f"{literal(release.created)}^^<{CATALOG_PREFIXES['xsd']}dateTime>")
    yield (dataset, _term("dcterms:title"), literal(f"{release.title}, release {release.number}"))
    described = (
        f"What {release.articles:,} news reports say of attacks and strikes: {release.claims:,} claims with their words."
    )
    yield (dataset, _term("dcterms:description"), literal(described, "en"))
    yield (dataset, _term("dcterms:publisher"), _publisher_term(release))
    yield (dataset, _term("dcterms:issued"), when)
    yield (dataset, _term("dcterms:modified"), when)
    if release.licence:
        yield (dataset, _term("dcterms:license"), iri(release.licence))
    yield from _publisher(release)


def _distribution(dataset: Term, release: Release, file: Distribution, site_url: str) -> Iterator[Triple]:
    address = f"{site_url}release/{release.number}/download/{file.file}"
    this, checksum = iri(f"{address}#distribution"), iri(f"{address}#checksum")
    yield (dataset, _term("dcat:distribution"), this)
    yield (this, _term("rdf:type"), _term("dcat:Distribution"))
    yield (this, _term("dcterms:title"), literal(file.file))
    yield (this, _term("dcat:downloadURL"), iri(address))
    yield (this, _term("dcat:accessURL"), iri(f"{site_url}release/{release.number}/"))
    yield (this, _term("dcat:byteSize"), integer(file.bytes))
    kind, _, version = file.media_type.partition(";")
    yield (this, _term("dcat:mediaType"), iri(_MEDIA + kind))
    if version == "version=1.2":  # IANA's list knows no parameters
        yield (this, _term("dcterms:conformsTo"), iri("https://www.w3.org/TR/rdf12-turtle/"))
    if file.file.endswith(".gz"):
        yield (this, _term("dcat:compressFormat"), iri(f"{_MEDIA}application/gzip"))
    if release.licence:
        yield (this, _term("dcterms:license"), iri(release.licence))
    yield (this, _term("spdx:checksum"), checksum)
    yield (checksum, _term("rdf:type"), _term("spdx:Checksum"))
    yield (checksum, _term("spdx:algorithm"), _term("spdx:checksumAlgorithm_sha256"))
    yield (checksum, _term("spdx:checksumValue"), Term(f'"{file.sha256}"^^<{CATALOG_PREFIXES["xsd"]}hexBinary>'))


def _publisher(release: Release) -> Iterator[Triple]:
    yield (_publisher_term(release), _term("rdf:type"), _term("foaf:Agent"))
    yield (_publisher_term(release), _term("foaf:name"), literal(release.publisher))


def _publisher_term(release: Release) -> Term:
    return iri(f"{release.base_iri}catalog#publisher")


def _release_term(release: Release) -> Term:
    return iri(Iris(release.base_iri).release(release.number))


def _term(curie: str) -> Term:
    prefix, _, name = curie.partition(":")
    return iri(CATALOG_PREFIXES[prefix] + name)
