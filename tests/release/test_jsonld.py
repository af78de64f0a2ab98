"""JSON-LD with our context: the same RDF for rdflib and for pyoxigraph, and it reads well."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from belligraph.assets import demo_folder
from belligraph.formats import RdfFormat
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.release import Release
from belligraph.model.sheet import FactSheet
from belligraph.ntriples import Term, Triple, boolean, date, decimal, iri, literal
from belligraph.pipeline import publish
from belligraph.release.export import export
from belligraph.release.jsonld import JsonLdWriter
from belligraph.sheets import read_sheet
from belligraph.sources import read_articles
from belligraph.vocab import BG, CONCEPT_SCHEMES, DCTERMS, OA, PROV, RDF, RDFS, SCHEMA, SEM, concept_iri

# rdflib 7.6 warns of its own Dataset when its own JSON-LD parser fills one
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

BASE = "https://data.example/war/id/"
GRAPH = "https://data.example/war/graph/x"


def document(triples: list[Triple], base: str = BASE) -> str:
    writer = JsonLdWriter(base)
    return f"{writer.head}{writer.graph(GRAPH, triples)}{writer.tail}"


def nquads(triples: list[Triple]) -> bytes:
    return "".join(f"{s} {p} {o} <{GRAPH}> .\n" for s, p, o in triples).encode()


def read(text: str) -> set[pyoxigraph.Quad]:
    return set(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.JSON_LD))


def same_for_both(triples: list[Triple]) -> None:
    text = document(triples)
    assert read(text) == set(pyoxigraph.parse(nquads(triples), format=pyoxigraph.RdfFormat.N_QUADS))
    by_rdflib = rdflib.Dataset().parse(data=text, format="json-ld")
    wanted = rdflib.Graph().parse(data="".join(f"{s} {p} {o} .\n" for s, p, o in triples), format="nt")
    assert isomorphic(by_rdflib.graph(rdflib.URIRef(GRAPH)), wanted)


SUBJECTS = st.sampled_from(
    [iri(f"{BASE}a"), iri("http://other.example/"), iri(f"{BASE}a/b#c"), iri(f"{BASE}a:b"), iri(BASE)]
)
PREDICATES = st.sampled_from(
    [iri(t) for t in (
        BG.attacker, BG.instrument, BG.modality, BG.speech, BG.actorKind, BG.purpose, BG.value, BG.approximate, BG.words,
        RDF.predicate, RDF.object, RDFS.label, SEM.hasEarliestBeginTimeStamp, SCHEMA.datePublished, DCTERMS.conformsTo,
        DCTERMS.rights, OA.start, "http://other.example/p#q", PROV.agent, RDF.type,
    )]
)  # fmt: skip
IRIS = st.one_of(
    SUBJECTS,
    st.sampled_from(
        [iri(t) for t in (
            BG.attacker, SEM.hasPlace, BG.Claim, concept_iri("speech", "headline"), concept_iri("actor-kind", "object"),
            concept_iri("instrument", "rocket"), concept_iri("modality", "denied"), "urn:x:y", "http://o.example/a%20b",
            "https://w3id.org/belligraph/vocab/instrument", "https://w3id.org/belligraph/vocab/instrument#", RDF.object,
        )]
    ),
)  # fmt: skip
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(["@id", "@type", "bg:attacker", "true", "8", "2024-05-06", "_:b", "http://x.example/"]),
)
LITERALS = st.one_of(
    st.builds(literal, TEXTS),
    st.builds(literal, TEXTS, st.sampled_from(["en", "de-at"])),
    st.builds(decimal, st.one_of(st.integers(-3, 3), st.just(2.5), st.just(10**15), st.just(10**22))),
    st.builds(boolean, st.booleans()),
    st.sampled_from([date("2024-05-06"), Term('"08"^^<http://www.w3.org/2001/XMLSchema#integer>'),
                     Term('"1"^^<http://www.w3.org/2001/XMLSchema#boolean>')]),
)  # fmt: skip


@given(st.lists(st.tuples(SUBJECTS, PREDICATES, st.one_of(IRIS, LITERALS)), max_size=6, unique=True))
def test_any_graph_survives_in_pyoxigraph(triples: list[Triple]) -> None:
    triples = [t for t in triples if t[1] != iri(RDF.type) or t[2][0] == "<"]
    assert read(document(triples)) == set(pyoxigraph.parse(nquads(triples), format=pyoxigraph.RdfFormat.N_QUADS))


def test_the_small_report_is_the_same_for_rdflib_and_pyoxigraph(article: Article, sheet: FactSheet, iris: Iris) -> None:
    same_for_both(list(map_sheet(article, sheet, iris).triples))


def test_the_seed_is_the_same_for_rdflib_and_pyoxigraph(shared: Path, iris: Iris) -> None:
    (located,) = read_articles(shared / "articles" / "seed.txt", max_bytes=10_000_000)
    same_for_both(list(map_sheet(located.article, read_sheet(shared / "gold" / "seed.json"), iris).triples))


@pytest.mark.parametrize("scheme", CONCEPT_SCHEMES)
def test_concepts_named_like_terms_stay_concepts(scheme: str) -> None:
    prop = {"actor-kind": BG.actorKind, "event-type": BG.eventType, "place-kind": BG.placeKind}.get(scheme)
    prop = prop or (DCTERMS.conformsTo if scheme == "policy" else f"{BG.iri}{scheme}")
    names = ("object", "headline", "attack", "none", "other", "label", "id", "type", "value")
    same_for_both([(iri(f"{BASE}{n}"), iri(prop), iri(concept_iri(scheme, name))) for n, name in enumerate(names)])


def test_a_claim_reads_well(article: Article, sheet: FactSheet, iris: Iris) -> None:
    nodes = json.loads(document(list(map_sheet(article, sheet, iris).triples)))["@graph"][0]["@graph"]
    home = f"article/{article.key}"
    claim = next(node for node in nodes if node["id"] == f"{home}/claim/c5")
    assert claim == {
        "id": f"{home}/claim/c5",
        "type": "Claim",
        "subject": f"{home}/event/shelling",
        "predicate": "instrument",
        "object": "vocab:instrument#artillery",
        "modality": "certain",
        "speech": "indirect",
        "inArticle": home,
        "words": "shelled",
        "evidence": f"{home}/passage/{article.text.index('Raiders shelled')}-{article.text.index('Raiders shelled') + 15}",
        "qualifiedAttribution": f"{home}/claim/c5/attribution/1",
    }
    quantity = next(node for node in nodes if node["id"] == f"{home}/claim/c4/quantity")
    assert (quantity["min"], quantity["max"], quantity["approximate"]) == (3, 5, False)


def test_an_iri_whose_scheme_is_one_of_our_prefixes_is_refused() -> None:
    with pytest.raises(ValueError, match="prefix 'bg'"):
        document([(iri(f"{BASE}a"), iri(BG.attacker), iri("bg:raiders"))])


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return publish(sorted(demo_folder().glob("*.json")), tmp_path_factory.mktemp("demo") / "publication").release


def test_the_demo_as_a_whole_is_the_same_for_rdflib_and_pyoxigraph(demo: Release, tmp_path: Path) -> None:
    with (tmp_path / "x").open("wb") as out:
        export(demo, RdfFormat.JSON_LD, out)
    dump = demo.folder / "release.nq"
    text = (tmp_path / "x").read_text("utf-8")
    assert read(text) == set(pyoxigraph.parse(path=dump, format=pyoxigraph.RdfFormat.N_QUADS))
    mine = rdflib.Dataset().parse(data=text, format="json-ld")
    wanted = rdflib.Dataset().parse(dump, format="nquads")
    assert set(mine.quads()) == set(wanted.quads())
