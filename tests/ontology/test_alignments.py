"""The alignments: what they may say, and that the importers do what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from belligraph.assets import ontology_folder
from belligraph.datasets import MAPPERS, read_records
from belligraph.datasets.acled import EVENT_TYPES, SUB_EVENT_TYPES
from belligraph.datasets.gdelt import ATTACKS, CODES, ROOTS
from belligraph.datasets.ucdp import VIOLENCE
from belligraph.iri import Iris
from belligraph.ntriples import value_of
from belligraph.vocab import BG, OUTSIDE_SCHEMES, OWL, RDF, RDFS, scheme_iri

SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
VOCAB = "https://w3id.org/belligraph/vocab/"
WIKIDATA = "http://www.wikidata.org/entity/"
MATCHES = {f"{SKOS}{kind}Match" for kind in ("close", "exact", "broad", "narrow", "related")}
Write = Callable[..., Path]


def triples() -> Iterator[tuple[str, str, str]]:
    for quad in ox.parse(path=ontology_folder() / "alignments.ttl", format=ox.RdfFormat.TURTLE):
        assert isinstance(quad.subject, ox.NamedNode)
        yield quad.subject.value, quad.predicate.value, getattr(quad.object, "value", "")


def objects(subject: str, predicate: str) -> set[str]:
    return {o for s, p, o in triples() if (s, p) == (subject, predicate)}


def outside(scheme: str) -> set[str]:
    """The local names of a scheme's concepts."""
    prefix = f"{VOCAB}{scheme}#"
    return {s.removeprefix(prefix) for s, p, o in triples() if p == f"{SKOS}inScheme" and s.startswith(prefix)}


def classes(name: str, path: Path) -> set[str]:
    """The classes of the only event of a file."""
    mapper = MAPPERS[name]
    (record,) = read_records(path, mapper.layout, mapper.title)
    row = mapper.map(record, Iris("https://data.example/").dataset(name))
    return {value_of(o) for s, p, o in row.triples if value_of(p) == RDF.type and "/event/" in s}


def test_nothing_is_called_equivalent() -> None:
    owl = OWL.sameAs.removesuffix("sameAs")
    forbidden = {f"{owl}{name}" for name in ("equivalentClass", "equivalentProperty", "sameAs")} | {f"{SKOS}exactMatch"}
    assert {p for _, p, _ in triples()} & forbidden == set()


def test_every_match_is_with_something_that_is_declared() -> None:
    declared = {
        quad.subject.value
        for path in ontology_folder().glob("*.ttl")
        for quad in ox.parse(path=path, format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == RDF.type and isinstance(quad.subject, ox.NamedNode)
    }
    matched = {term for s, p, o in triples() if p in MATCHES for term in (s, o)}
    assert matched - declared == set()


def test_no_pair_is_matched_in_two_ways() -> None:
    pairs = [(s, o) for s, p, o in triples() if p in MATCHES]
    assert len(pairs) == len(set(pairs))


def test_every_scheme_names_its_codebook() -> None:
    for scheme in OUTSIDE_SCHEMES:
        assert objects(scheme_iri(scheme), f"{DCTERMS}source"), scheme
        assert objects(scheme_iri(scheme), f"{DCTERMS}bibliographicCitation"), scheme


def test_every_outside_concept_has_its_notation_label_and_definition() -> None:
    for scheme in OUTSIDE_SCHEMES:
        for name in outside(scheme):
            for predicate in ("notation", "prefLabel", "definition"):
                assert len(objects(f"{VOCAB}{scheme}#{name}", SKOS + predicate)) == 1, (scheme, name, predicate)


def test_wikidata_has_the_four_properties_each_with_its_page() -> None:
    found = {s.removeprefix(WIKIDATA) for s, _, _ in triples() if s.startswith(WIKIDATA)}
    assert found == {"P8031", "P533", "P1120", "P1339"}
    for name in found:
        assert objects(WIKIDATA + name, f"{RDFS.label.removesuffix('label')}isDefinedBy") == {
            f"https://www.wikidata.org/wiki/Property:{name}"
        }
    assert objects(BG.attacker, f"{SKOS}closeMatch") & {f"{WIKIDATA}P8031"}
    assert objects(BG.target, f"{SKOS}closeMatch") & {f"{WIKIDATA}P533"}
    assert objects(BG.killed, f"{SKOS}closeMatch") & {f"{WIKIDATA}P1120"}
    assert objects(BG.injured, f"{SKOS}closeMatch") & {f"{WIKIDATA}P1339"}


@pytest.mark.parametrize("role", [BG.attacker, BG.target])
def test_columns_without_direction_are_no_attacker_and_no_target(role: str) -> None:
    notes = " ".join(objects(role, f"{SKOS}note"))
    for column in ("actor1", "actor2", "side_a", "side_b"):
        assert column in notes
    matched = {o for p in MATCHES for o in objects(role, p)}
    assert not {o for o in matched if o.startswith((f"{VOCAB}acled#", f"{VOCAB}ucdp#"))}


def test_the_importers_have_a_concept_for_every_category() -> None:
    assert {*EVENT_TYPES.values(), *SUB_EVENT_TYPES.values()} <= outside("acled")
    assert {*ROOTS, *CODES} <= outside("cameo")
    assert set(VIOLENCE.values()) <= outside("ucdp")
    assert outside("acled-geo-precision") == outside("acled-time-precision") == set("123")
    assert outside("ucdp-where-precision") == set("1234567")
    assert outside("ucdp-date-precision") == set("12345")
    assert outside("gdelt-geo-type") == set("12345")


@pytest.mark.parametrize("sub_type", sorted(SUB_EVENT_TYPES))
def test_an_acled_row_is_an_attack_where_the_alignments_say_so(acled: Write, sub_type: str) -> None:
    concept = f"{VOCAB}acled#{SUB_EVENT_TYPES[sub_type]}"
    (event_type,) = objects(concept, f"{SKOS}broader")
    (notation,) = objects(event_type, f"{SKOS}notation")
    narrower = objects(BG.Attack, f"{SKOS}narrowMatch")
    path = acled({"event_type": notation, "sub_event_type": sub_type})
    assert (BG.Attack in classes("acled", path)) is bool({concept, event_type} & narrower)


@pytest.mark.parametrize("code", sorted(CODES | {"1384", "042", "145"}))
def test_a_gdelt_row_is_an_attack_where_the_alignments_say_so(gdelt: Write, code: str) -> None:
    narrower = objects(BG.Attack, f"{SKOS}narrowMatch")
    path = gdelt({27: code, 28: code[:3], 29: code[:2]})
    assert (BG.Attack in classes("gdelt", path)) is (f"{VOCAB}cameo#{code}" in narrower)


def test_no_row_is_a_strike(acled: Write, gdelt: Write) -> None:
    assert BG.Strike not in classes("acled", acled({"sub_event_type": "Air/drone strike"}))
    assert all(BG.Strike not in classes("gdelt", gdelt({27: code, 28: code[:3], 29: code[:2]})) for code in ATTACKS)
