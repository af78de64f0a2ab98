"""What a release says of its entities and links, and what the checks find in it."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from belligraph.assets import demo_folder
from belligraph.link.checks import check_links, drift, read_mappings
from belligraph.model.release import Release
from belligraph.pipeline import publish
from belligraph.vocab import BG, FOAF, OWL, RDF, SKOS

PREDICATES = {
    "owl:sameAs": OWL.sameAs,
    "skos:closeMatch": SKOS.closeMatch,
    "skos:broadMatch": SKOS.broadMatch,
    "foaf:isPrimaryTopicOf": FOAF.isPrimaryTopicOf,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo") / "publication"


@pytest.fixture(scope="module")
def release(folder: Path) -> Release:
    return publish([demo_folder()], folder).release


def quads(release: Release) -> list[tuple[str, str, str, str]]:
    parsed = pyoxigraph.parse(path=release.folder / "release.nq", format=pyoxigraph.RdfFormat.N_QUADS)
    return [tuple(getattr(t, "value", str(t)) for t in (q.subject, q.predicate, q.object, q.graph_name)) for q in parsed]  # type: ignore[misc]


def test_three_spellings_of_one_base_are_one_place_with_its_identifiers(release: Release) -> None:
    base = f"{release.base_iri}id/place/ain-al-asad-airbase"
    mentioned = {o for s, p, o, _ in quads(release) if s == base and p == BG.mentionedAs}
    assert len({iri.split("/id/article/")[1].split("/")[0] for iri in mentioned}) == 3
    linked = {o: g for s, _, o, g in quads(release) if s == base and "/graph/links/" in g}
    assert linked["http://www.wikidata.org/entity/Q4703502"] == f"{release.base_iri}graph/links/wikidata"


def test_every_link_has_a_record_in_its_targets_graph(release: Release) -> None:
    in_links = [q for q in quads(release) if "/graph/links/" in q[3]]
    plain = {(s, p, o, g) for s, p, o, g in in_links if p in PREDICATES.values()}
    records = {s: g for s, p, o, g in in_links if p == RDF.type and o == BG.Link}
    said = {(s, p): o for s, p, o, _ in in_links}
    assert plain == {(said[r, RDF.subject], said[r, RDF.predicate], said[r, RDF.object], g) for r, g in records.items()}
    for record in records:
        assert said[record, BG.method]
        assert float(said[record, BG.score]) > 0
        assert said[record, BG.authorityVersion]


def test_no_unidentified_actor_is_mentioned_or_linked(release: Release) -> None:
    everything = quads(release)
    unidentified = {s for s, p, o, _ in everything if p == RDF.type and o == BG.UnidentifiedActor}
    assert unidentified
    assert not unidentified & {o for _, p, o, _ in everything if p in {BG.mentionedAs, BG.mention}}
    assert not unidentified & {s for s, p, _, _ in everything if p in PREDICATES.values()}


def test_two_sources_agree_or_it_is_a_close_match_only(release: Release) -> None:
    links = {(m.subject, m.obj): m.predicate for m in read_mappings(release.folder / "mappings.sssom.tsv")}
    # two files of one project (Who's On First) do not make two sources
    assert links["place:ain-al-asad-airbase", "wikidata:Q4703502"] == "skos:closeMatch"
    assert links["actor:united-states", "wikidata:Q30"] == "owl:sameAs"
    assert links["actor:kataib-hezbollah", "wikidata:Q4119382"] == "skos:closeMatch"
    assert links["actor:united-states", "wikipedia:United_States"] == "foaf:isPrimaryTopicOf"


def test_the_mappings_expand_to_the_links_without_loss(release: Release) -> None:
    path = release.folder / "mappings.sssom.tsv"
    prefixes = dict(re.findall(r"^#  (\S+): (\S+)$", path.read_text("utf-8"), re.M))

    def expand(curie: str) -> str:
        prefix, _, local = curie.partition(":")
        return str(prefixes[prefix]) + local

    mapped = {(expand(m.subject), PREDICATES[m.predicate], expand(m.obj)) for m in read_mappings(path)}
    assert mapped == {(s, p, o) for s, p, o, g in quads(release) if "/graph/links/" in g and p in PREDICATES.values()}


def test_the_linksets_count_what_is_there_and_name_whose_places_these_are(release: Release) -> None:
    graph = rdflib.Graph().parse(release.folder / "linksets.ttl")
    void = rdflib.Namespace("http://rdfs.org/ns/void#")
    counted = {
        (str(graph.value(s, void.subset)), str(graph.value(s, void.linkPredicate))): int(str(graph.value(s, void.triples)))
        for s in graph.subjects(rdflib.RDF.type, void.Linkset)
    }
    there = Counter((g, p) for _, p, _, g in quads(release) if "/graph/links/" in g and p in PREDICATES.values())
    assert counted == dict(there)
    assert "GeoNames" in " ".join(map(str, graph.objects(None, rdflib.DCTERMS.rights)))


def test_a_no_takes_a_link_away_for_ever_and_is_on_record(folder: Path, release: Release, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    (copy / "links").mkdir()
    line = "2024-05-09\tAda\tno\tactor/iran\twikidata:Q794"
    (copy / "links" / "entities.tsv").write_text(line.replace("actor/iran", "iran") + "\n", "utf-8")
    second = publish([], copy).release
    assert ("actor:iran", "wikidata:Q794") not in {
        (m.subject, m.obj) for m in read_mappings(second.folder / "mappings.sssom.tsv")
    }
    (refused,) = read_mappings(second.folder / "mappings-rejected.sssom.tsv")
    assert (refused.subject, refused.obj) == ("actor:iran", "wikidata:Q794")
    assert list(drift(release.folder, second.folder)) == ["- actor:iran owl:sameAs wikidata:Q794"]


def test_a_release_of_ours_has_no_fault(release: Release) -> None:
    assert list(check_links(release.folder)) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("actor:x\tX\tskos:closeMatch\t\twikidata:796\tsemapv:ManualMappingCuration\t1\t\t", "is no identifier of wikidata"),
        ("actor:x\tX\towl:sameAs\t\twikidata:Q794\tsemapv:ManualMappingCuration\t1\t\t", "is linked from actor:x and from"),
        (
            "actor:iran\tX\tskos:closeMatch\t\twikidata:Q1\tsemapv:ManualMappingCuration\t1\t\t",
            "is linked to wikidata:Q1 and to",
        ),
        ("place:x\tX\towl:sameAs\t\twikidata:Q794\tsemapv:ManualMappingCuration\t1\t\t", "the same as each other"),
    ],
)
def test_planted_faults_are_found(release: Release, tmp_path: Path, row: str, told: str) -> None:
    for name in ("mappings.sssom.tsv", "mappings-rejected.sssom.tsv"):
        shutil.copy(release.folder / name, tmp_path)
    with (tmp_path / "mappings.sssom.tsv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    assert any(told in fault for fault in check_links(tmp_path))


@pytest.mark.filterwarnings("ignore")  # its own, about pandas
def test_sssom_py_reads_and_validates_both_files(release: Release) -> None:
    sssom = pytest.importorskip("sssom", reason="sssom-py is not installed; it is no dependency")
    validate = pytest.importorskip("sssom.validators").validate

    for name in ("mappings.sssom.tsv", "mappings-rejected.sssom.tsv"):
        path = release.folder / name
        mappings = sssom.parsers.parse_sssom_table(str(path))
        assert len(mappings.df) == len(read_mappings(path))
        assert all(not report.results for report in validate(mappings).values())
