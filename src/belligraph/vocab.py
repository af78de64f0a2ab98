"""The vocabulary terms that the code uses: closed namespaces, so that a typo raises instead of making a new term.

`BG.Claim` is an IRI as a string. A test holds every name here against `ontology/`, in both directions for our own terms.
"""

from __future__ import annotations

from types import MappingProxyType

__all__ = [
    "BG",
    "CONCEPT_SCHEMES",
    "DCTERMS",
    "FOAF",
    "GEO",
    "OA",
    "OUTSIDE_SCHEMES",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SEM",
    "SH",
    "SKOS",
    "WGS",
    "XSD",
    "Namespace",
    "concept_iri",
    "scheme_iri",
]


class Namespace:
    """A closed set of terms: `NS.term` is the term's IRI.

    Raises:
        AttributeError: the namespace has no such term.
    """

    def __init__(self, iri: str, terms: str) -> None:
        self._iri = iri
        self._terms = frozenset(terms.split())
        vars(self).update({term: iri + term for term in self._terms})

    def __getattr__(self, term: str) -> str:
        raise AttributeError(f"{self.__dict__.get('_iri')} has no term {term!r}")

    @property
    def iri(self) -> str:
        """The namespace's own IRI."""
        return self._iri

    @property
    def terms(self) -> frozenset[str]:
        """The local names of all terms."""
        return self._terms


BG = Namespace(
    "https://w3id.org/belligraph/ns#",
    """Actor ArticleVoice Attack Claim DatasetRow Deployment Entity Event EventSeries Finding Grouping Incident Link
    MatchFeature Mention Motive Object Quantity Sponsorship Strike UnidentifiedActor
    actorKind actsFor approximate aspect attacker authorityVersion category categoryCode cites claimsResponsibility
    column contradicts countOf damage edtf entityType eventType evidence excludes extractor feature fileSha256 force
    furniture groupedBy groups hedge inArticle inDataset independentOrigins injured instrument killed linkedTo max
    mention mentionCount mentionedAs method min modality motivatedBy motive ofEntity outcome placeKind points precision
    purpose qualifiedSponsorship reportedAs respondsTo retaliatesFor reviewer rowId rowIdColumn score size sourceCount
    speech sponsor sponsoredBy support target textSha256 value words""",
)
DCTERMS = Namespace("http://purl.org/dc/terms/", "conformsTo description isReplacedBy rights source")
FOAF = Namespace("http://xmlns.com/foaf/0.1/", "isPrimaryTopicOf")
GEO = Namespace("http://www.opengis.net/ont/geosparql#", "Geometry asWKT hasGeometry sfWithin wktLiteral")
OA = Namespace(
    "http://www.w3.org/ns/oa#",
    "SpecificResource TextPositionSelector TextQuoteSelector end exact hasSelector hasSource prefix start suffix",
)
OWL = Namespace("http://www.w3.org/2002/07/owl#", "sameAs")
PROV = Namespace("http://www.w3.org/ns/prov#", "Agent Attribution Bundle agent qualifiedAttribution wasDerivedFrom")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Statement object predicate reifies subject type")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#", "Class label subClassOf")
SCHEMA = Namespace(
    "https://schema.org/",
    "Dataset NewsArticle Organization articleBody datePublished headline inLanguage name publisher url version",
)
SEM = Namespace(
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "Place Time hasActor hasEarliestBeginTimeStamp hasLatestEndTimeStamp hasPlace hasTime",
)
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#", "Concept ConceptScheme broadMatch closeMatch exactMatch inScheme notation"
)
SH = Namespace("http://www.w3.org/ns/shacl#", "Info Violation Warning")
WGS = Namespace("http://www.w3.org/2003/01/geo/wgs84_pos#", "lat long")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#", "boolean date decimal integer string")

_VOCABULARIES = "https://w3id.org/belligraph/vocab/"

CONCEPT_SCHEMES = (
    "actor-kind",
    "aspect",
    "damage",
    "event-type",
    "instrument",
    "link-method",
    "modality",
    "outcome",
    "place-kind",
    "policy",
    "purpose",
    "speech",
    "support",
)
"""Our SKOS concept schemes; each has a namespace of its own, because "other" and "none" mean different things in each."""

OUTSIDE_SCHEMES = (
    "acled",
    "acled-geo-precision",
    "acled-time-precision",
    "cameo",
    "gdelt-geo-type",
    "plover",
    "ucdp",
    "ucdp-date-precision",
    "ucdp-where-precision",
)
"""The categories and precision codes of other people's datasets, which have no IRIs of theirs: `ontology/alignments.ttl`."""


def concept_iri(scheme: str, name: str) -> str:
    """The IRI of a concept: `concept_iri("instrument", "rocket")`; underscores in a name become hyphens.

    Raises:
        KeyError: there is no such scheme.
    """
    return f"{scheme_iri(scheme)}#{name.replace('_', '-')}"


def scheme_iri(scheme: str) -> str:
    """The IRI of a concept scheme.

    Raises:
        KeyError: there is no such scheme.
    """
    if scheme not in CONCEPT_SCHEMES and scheme not in OUTSIDE_SCHEMES:
        raise KeyError(scheme)
    return f"{_VOCABULARIES}{scheme}"


PREFIXES = MappingProxyType(
    {
        "bg": BG.iri,
        "dcterms": DCTERMS.iri,
        "foaf": FOAF.iri,
        "geo": GEO.iri,
        "oa": OA.iri,
        "prov": PROV.iri,
        "rdf": RDF.iri,
        "owl": OWL.iri,
        "rdfs": RDFS.iri,
        "schema": SCHEMA.iri,
        "sem": SEM.iri,
        "skos": SKOS.iri,
        "wgs": WGS.iri,
        "xsd": XSD.iri,
    }
    | {scheme: f"{_VOCABULARIES}{scheme}#" for scheme in (*CONCEPT_SCHEMES, *OUTSIDE_SCHEMES)}
)
"""The prefix map of everything we write."""
