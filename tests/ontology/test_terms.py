"""The ontology's files and the code's closed namespaces hold the same terms."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import pyoxigraph as ox
import pytest

from belligraph import vocab
from belligraph.assets import ontology_folder
from belligraph.model.concepts import CONCEPTS
from belligraph.model.sheet import ActorKind, EventType, Modality, PlaceKind, Speech
from belligraph.vocab import BG, CONCEPT_SCHEMES, OUTSIDE_SCHEMES, RDF, SKOS, Namespace, concept_iri

FILES = sorted(path.name for path in ontology_folder().glob("*.ttl"))


def triples() -> Iterator[tuple[str, str, str]]:
    for name in FILES:
        for quad in ox.parse(path=ontology_folder() / name, format=ox.RdfFormat.TURTLE):
            assert isinstance(quad.subject, ox.NamedNode)
            yield quad.subject.value, quad.predicate.value, getattr(quad.object, "value", "")


def declared() -> set[str]:
    return {s for s, p, _ in triples() if p == RDF.type}


def test_every_term_of_ours_is_known_to_the_code_and_the_other_way_round() -> None:
    ours = {iri.removeprefix(BG.iri) for iri in declared() if iri.startswith(BG.iri)}
    assert ours == BG.terms


@pytest.mark.parametrize("name", ["DCTERMS", "GEO", "OA", "PROV", "SCHEMA", "SEM", "SKOS"])
def test_every_term_that_the_code_borrows_is_declared(name: str) -> None:
    namespace: Namespace = getattr(vocab, name)
    assert {namespace.iri + term for term in namespace.terms} <= declared()


def test_no_term_is_named_like_a_method_of_str() -> None:
    # rdflib's Namespace is a str: BG.count would be the method, without an error
    assert not {term for term in BG.terms if hasattr(str, term)}


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        ("actor-kind", ActorKind),
        ("event-type", EventType),
        ("place-kind", PlaceKind),
        ("modality", Modality),
        ("speech", Speech),
        *((str(prop), names) for prop, names in CONCEPTS.items()),
    ],
)
def test_each_scheme_holds_the_concepts_of_the_fact_sheet(scheme: str, names: type[StrEnum] | tuple[str, ...]) -> None:
    in_scheme = {s for s, p, o in triples() if p == SKOS.inScheme and o == vocab.scheme_iri(scheme)}
    assert in_scheme == {concept_iri(scheme, name) for name in names}


def test_every_scheme_is_known_to_the_code() -> None:
    schemes = {s for s, p, o in triples() if p == RDF.type and o == SKOS.ConceptScheme}
    assert schemes == {vocab.scheme_iri(name) for name in (*CONCEPT_SCHEMES, *OUTSIDE_SCHEMES)}
