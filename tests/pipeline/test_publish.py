"""Publishing, from files on disk to a live release."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from rdflib.compare import isomorphic

from belligraph.assets import demo_folder, shapes_folder
from belligraph.errors import InputError, PublicationError
from belligraph.formats import RdfFormat
from belligraph.incidents import bundle
from belligraph.iri import Iris
from belligraph.model.article import Article
from belligraph.model.sheet import Event, EventType, Evidence, FactSheet, Modality
from belligraph.pipeline import Published, publish
from belligraph.release.export import EXPORT_FORMATS, context_of, derived_of, export
from belligraph.release.publication import Publication
from belligraph.sheets import dumps_json, dumps_yaml, read_sheet
from belligraph.validate import Validator

BG = "https://w3id.org/belligraph/ns#"


@pytest.fixture
def report(tmp_path: Path, article: Article) -> Path:
    path = tmp_path / "report.json"
    record = {"text": article.text, "publisher": article.publisher, "published": "2024-05-07", "title": article.title}
    path.write_text(json.dumps(record), "utf-8")
    return path


@pytest.fixture
def corrected(tmp_path: Path, sheet: FactSheet) -> Path:
    path = tmp_path / "corrected.json"
    path.write_text(dumps_json(sheet), "utf-8")
    return path


def to(tmp_path: Path) -> Path:
    return tmp_path / "publication"


def quads_of(result: Published) -> set[pyoxigraph.Quad]:
    return set(pyoxigraph.parse(path=result.release.folder / "release.nq", format=pyoxigraph.RdfFormat.N_QUADS))


def test_an_article_and_its_sheet_become_a_release(tmp_path: Path, report: Path, corrected: Path, sheet: FactSheet) -> None:
    result = publish([report, corrected], to(tmp_path))
    assert result.faults == ()
    assert (result.release.number, result.release.articles, result.release.claims) == (1, 1, len(sheet.claims))
    assert result.release.quads == len(quads_of(result))
    assert Publication(to(tmp_path)).live() == result.release


def test_the_store_holds_each_graph_and_their_union(tmp_path: Path, report: Path, corrected: Path) -> None:
    result = publish([report, corrected], to(tmp_path))
    store = pyoxigraph.Store.read_only(str(result.release.store_folder))
    named = {q for q in store if q.graph_name != pyoxigraph.DefaultGraph()}
    assert named == quads_of(result)
    union = {q.triple for q in store.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())}
    assert union == {q.triple for q in named}


def test_a_persons_sheet_wins_over_the_extractors(tmp_path: Path, report: Path, corrected: Path, sheet: FactSheet) -> None:
    publish([report], to(tmp_path))
    assert publish([corrected], to(tmp_path)).release.claims == len(sheet.claims)
    again = publish([report], to(tmp_path))
    assert again.release.claims == len(sheet.claims)
    assert not again.is_new


def test_a_sheet_corrected_in_place_is_kept(tmp_path: Path, report: Path, article: Article, sheet: FactSheet) -> None:
    publish([report], to(tmp_path))
    kept = Publication(to(tmp_path)).sheet_path(article.key)
    assert kept is not None
    kept.write_text(dumps_json(sheet), "utf-8")
    assert publish([], to(tmp_path)).release.claims == len(sheet.claims)
    assert publish([report], to(tmp_path)).release.claims == len(sheet.claims)


def test_a_yaml_sheet_is_as_good_as_a_json_one(tmp_path: Path, report: Path, sheet: FactSheet) -> None:
    path = tmp_path / "corrected.yaml"
    path.write_text(dumps_yaml(sheet), "utf-8")
    assert publish([report, path], to(tmp_path)).release.claims == len(sheet.claims)


def test_the_same_text_given_twice_is_one_article(tmp_path: Path, report: Path, corrected: Path) -> None:
    copy = tmp_path / "copy.json"
    shutil.copy(report, copy)
    assert publish([report, copy, corrected], to(tmp_path)).release.articles == 1


def test_metadata_given_once_is_not_lost_later(tmp_path: Path, article: Article) -> None:
    text = tmp_path / "report.txt"
    text.write_text(article.text, "utf-8")
    publish([text], to(tmp_path), published=date(2024, 5, 7), publisher="Harbour Gazette")
    result = publish([text], to(tmp_path), title="A headline")
    stored = json.loads((to(tmp_path) / "articles" / f"{article.key}.json").read_text("utf-8"))
    assert (stored["published"], stored["publisher"], stored["title"]) == ("2024-05-07", "Harbour Gazette", "A headline")
    assert result.is_new


def test_publishing_the_same_again_keeps_the_release(tmp_path: Path, report: Path, corrected: Path) -> None:
    first = publish([report, corrected], to(tmp_path))
    second = publish([report, corrected], to(tmp_path))
    assert not second.is_new
    assert second.release == first.release
    assert [p.name for p in (to(tmp_path) / "releases").iterdir() if p.name.isdigit()] == ["1"]


def test_a_publish_that_changes_nothing_reads_no_former_changes_or_triples(
    tmp_path: Path, report: Path, corrected: Path
) -> None:
    first = publish([report, corrected], to(tmp_path)).release
    for name in ("changes.json", "release.nq"):
        (first.folder / name).write_text("not to be read", "utf-8")
    assert not publish([report, corrected], to(tmp_path)).is_new
    assert [folder.name for folder in (to(tmp_path) / "releases").iterdir() if folder.is_dir()] == ["1"]


def test_a_quote_that_is_not_in_the_text_goes_to_quarantine_and_the_others_are_published(
    tmp_path: Path, report: Path, sheet: FactSheet
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing happened in Mirefield on Tuesday.\n", "utf-8")
    claim = replace(sheet.claims[3], evidence=(Evidence(90, 96, "absent"),))
    bad = tmp_path / "bad.json"
    bad.write_text(dumps_json(replace(sheet, claims=(*sheet.claims[:3], claim))), "utf-8")
    result = publish([report, other, bad], to(tmp_path))
    assert result.release.articles == 1
    (fault,) = result.faults
    line = next(n for n, text in enumerate(bad.read_text("utf-8").splitlines(), 1) if '"absent"' in text)
    assert fault.startswith(f"{bad}:{line}: ")
    assert "c4" in fault
    assert "absent" in fault
    kept = {p.name.split(".", 1)[1] for p in (to(tmp_path) / "quarantine").iterdir()}
    assert kept == {"article.json", "sheet.json", "report.json"}


def breaks_a_shape(sheet: FactSheet) -> FactSheet:
    """A sheet that the checker passes and a shape does not: an event that answers what came after it."""
    reply = Event("reply", EventType.STRIKE, "reply", (sheet.events[0].evidence[0],))
    date_of, attacker = sheet.claims[2], sheet.claims[0]
    from belligraph.model.sheet import DateObject, Property, Ref

    return replace(
        sheet,
        events=(*sheet.events, reply),
        claims=(
            *sheet.claims,
            replace(attacker, id="n0", subject="reply"),
            replace(date_of, id="n1", subject="reply", object=DateObject("2024-05-01", "on Monday")),
            replace(attacker, id="n2", subject="reply", property=Property.RESPONDS_TO, object=Ref("shelling")),
        ),
    )


def test_a_sheet_that_breaks_a_shape_goes_to_quarantine_with_the_line_of_the_claim(
    tmp_path: Path, report: Path, sheet: FactSheet
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(dumps_json(breaks_a_shape(sheet)), "utf-8")
    result = publish([report, bad], to(tmp_path))
    assert result.release.articles == 0
    (fault,) = result.faults
    lines = bad.read_text("utf-8").splitlines()
    named = int(fault.removeprefix(f"{bad}:").split(":")[0])
    assert '"n2"' in lines[named - 1] + lines[named] or '"reply"' in lines[named - 1] + lines[named]
    saved = json.loads(next((to(tmp_path) / "quarantine").glob("*.report.json")).read_text("utf-8"))
    assert saved["conforms"] is False
    assert saved["results"][0]["resultSeverity"] == "Violation"


def test_a_bad_correction_leaves_the_former_sheet_published(
    tmp_path: Path, report: Path, corrected: Path, sheet: FactSheet
) -> None:
    publish([report, corrected], to(tmp_path))
    bad = tmp_path / "bad.json"
    bad.write_text(dumps_json(breaks_a_shape(sheet)), "utf-8")
    result = publish([bad], to(tmp_path))
    assert len(result.faults) == 1
    assert result.release.claims == len(sheet.claims)
    assert not result.is_new


def test_a_mended_article_leaves_quarantine(tmp_path: Path, report: Path, corrected: Path, sheet: FactSheet) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(dumps_json(breaks_a_shape(sheet)), "utf-8")
    publish([report, bad], to(tmp_path))
    publish([report, corrected], to(tmp_path))
    assert list((to(tmp_path) / "quarantine").iterdir()) == []


def test_one_unreadable_input_keeps_all_from_being_published_and_all_are_named(tmp_path: Path, report: Path) -> None:
    empty, binary = tmp_path / "empty.txt", tmp_path / "binary.txt"
    empty.write_bytes(b"")
    binary.write_bytes(b"\x00\x01")
    with pytest.raises(InputError) as caught:
        publish([empty, report, binary], to(tmp_path))
    assert str(empty) in str(caught.value)
    assert str(binary) in str(caught.value)
    assert Publication(to(tmp_path)).current() is None
    assert list((to(tmp_path) / "articles").iterdir()) == []


def test_a_sheet_of_an_unknown_article_is_told(tmp_path: Path, corrected: Path) -> None:
    with pytest.raises(InputError, match="neither given nor in the publication"):
        publish([corrected], to(tmp_path))


def test_two_sheets_of_one_article_in_one_run_are_told(tmp_path: Path, report: Path, corrected: Path) -> None:
    twin = tmp_path / "twin.json"
    shutil.copy(corrected, twin)
    with pytest.raises(InputError, match="a second sheet"):
        publish([report, corrected, twin], to(tmp_path))


def test_a_folder_stands_for_the_files_in_it(tmp_path: Path, report: Path, corrected: Path, sheet: FactSheet) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    shutil.move(report, folder)
    shutil.move(corrected, folder)
    (folder / "notes.md").write_text("not an article")
    result = publish([folder], to(tmp_path))
    assert (result.release.articles, result.release.claims) == (1, len(sheet.claims))


def test_a_second_publish_at_the_same_time_is_refused(tmp_path: Path, report: Path) -> None:
    with Publication(to(tmp_path)).locked(), pytest.raises(PublicationError, match="another publish"):
        publish([report], to(tmp_path))


def test_a_path_that_cannot_be_a_folder_is_told(tmp_path: Path, report: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")
    with pytest.raises(PublicationError, match="cannot be written"):
        publish([report], taken / "publication")


def test_turtle_is_the_same_graph_for_rdflib_and_pyoxigraph(tmp_path: Path, report: Path, corrected: Path) -> None:
    result = publish([report, corrected], to(tmp_path))
    path = result.release.folder / "release.ttl"
    triples = set(pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE))
    assert triples == {q.triple for q in quads_of(result)} or {q.triple for q in triples} == {
        q.triple for q in quads_of(result)
    }
    by_pyoxigraph = "".join(f"{q.subject} {q.predicate} {q.object} .\n" for q in triples)
    assert isomorphic(rdflib.Graph().parse(path), rdflib.Graph().parse(data=by_pyoxigraph, format="nt"))


@pytest.mark.parametrize("rdf_format", [f for f in EXPORT_FORMATS if f.has_graphs and isinstance(f, RdfFormat)])
def test_every_export_with_graphs_holds_the_same_quads(
    tmp_path: Path, report: Path, corrected: Path, rdf_format: object
) -> None:
    assert isinstance(rdf_format, RdfFormat)
    result = publish([report, corrected], to(tmp_path))
    with (tmp_path / "out").open("wb") as out:
        export(result.release, rdf_format, out)
    wanted = pyoxigraph.RdfFormat.from_media_type(rdf_format.media_type)
    assert set(pyoxigraph.parse(path=tmp_path / "out", format=wanted)) == quads_of(result)


def test_two_builds_give_the_same_bytes_whatever_the_hash_seed(tmp_path: Path, report: Path, corrected: Path) -> None:
    program = f"from belligraph.pipeline import publish; publish([{str(report)!r}, {str(corrected)!r}], %r)"
    dumps = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", program % str(folder)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
        )
        dumps.append([(folder / "releases" / "1" / name).read_bytes() for name in ("release.ttl", "release.nq")])
    assert dumps[0] == dumps[1]


def test_many_articles_in_child_processes_give_the_same_release_as_in_one(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": f"Rebels shelled Mirefield, killing {n} people, officials said.", "published": "2024-05-07"})
        for n in range(2, 60)
    ]
    inputs = tmp_path / "articles.jsonl"
    inputs.write_text("\n".join(lines), "utf-8")
    one = publish([inputs], tmp_path / "one", processes=1)
    two = publish([inputs], tmp_path / "two", processes=2)
    assert one.release.articles == two.release.articles == 58
    assert one.release.content_sha256 == two.release.content_sha256
    assert one.release.distributions == two.release.distributions


def test_the_extractors_sheets_read_as_sheets(tmp_path: Path, report: Path, article: Article) -> None:
    publish([report], to(tmp_path))
    kept = Publication(to(tmp_path)).sheet_path(article.key)
    assert kept is not None
    assert read_sheet(kept).article.text_sha256 == article.text_sha256


def test_denied_claims_are_published_as_denied(tmp_path: Path, report: Path, corrected: Path, sheet: FactSheet) -> None:
    assert sheet.claims[5].modality is Modality.DENIED
    result = publish([report, corrected], to(tmp_path))
    denied = pyoxigraph.NamedNode("https://w3id.org/belligraph/vocab/modality#denied")
    about = [q for q in quads_of(result) if q.predicate.value == f"{BG}modality" and q.object == denied]
    assert [str(q.subject).rsplit("/", 1)[1] for q in about] == ["c6>"]


def test_the_demos_three_reports_are_one_attack_and_one_strike(tmp_path: Path) -> None:
    result = publish([demo_folder()], to(tmp_path))
    rows = [row.split("\t") for row in (result.release.folder / "incidents.tsv").read_text("utf-8").splitlines()]
    incident_of = {ref: incident for _, ref, incident in rows}
    kinds = {ref: ref.partition("/")[2].partition("_")[0] for ref in incident_of}
    assert len({ref.partition("/")[0] for ref in incident_of}) == 3
    assert len({incident_of[ref] for ref, kind in kinds.items() if kind == "attack"}) == 1
    assert len({incident_of[ref] for ref, kind in kinds.items() if kind == "strike"}) == 1


def test_eight_and_several_injured_do_not_contradict_and_eight_is_the_best_known_figure(tmp_path: Path) -> None:
    result = publish([demo_folder()], to(tmp_path))
    graph = rdflib.Graph().parse(result.release.folder / "release.ttl")
    bg, rdf = rdflib.Namespace(BG), rdflib.RDF
    claims = [c for c in graph.subjects(rdf.type, bg.Claim) if graph.value(c, rdf.predicate) == bg.injured]
    assert len(claims) >= 4
    assert not any((claim, bg.contradicts, None) in graph for claim in claims)
    policy = rdflib.URIRef("https://w3id.org/belligraph/vocab/policy#most-specific-compatible")
    findings = graph.subjects(rdflib.DCTERMS.conformsTo, policy)
    best = [graph.value(f, rdf.object) for f in findings if graph.value(f, rdf.predicate) == bg.injured]
    assert [graph.value(figure, bg.value) for figure in best] == [rdflib.Literal(8)]


def test_a_decision_holds_for_its_event_after_a_sheet_numbers_events_otherwise(tmp_path: Path) -> None:
    def incidents(result: Published) -> dict[str, str]:
        rows = [row.split("\t") for row in (result.release.folder / "incidents.tsv").read_text("utf-8").splitlines()]
        return {ref: incident for kind, ref, incident in rows if kind == "report"}

    before = incidents(publish([demo_folder()], to(tmp_path)))
    # the attack in two articles, the first of which tells the strike, too
    of_attack = next(refs for key in before.values() if len(refs := [r for r, k in before.items() if k == key]) > 1)
    one, other = of_attack[:2]
    key, _, event = one.partition("/")
    neighbour = next(r.partition("/")[2] for r in before if r.startswith(f"{key}/") and r != one)
    (to(tmp_path) / "links").mkdir()
    lines = to(tmp_path) / "links" / "incidents.tsv"
    lines.write_text(
        f"2024-05-09\tAda Brandt\tdifferent\t{one}\t{other}\n2024-05-09\tAda\tsame\t{one}\t{key}/none\n", "utf-8"
    )
    decided = publish([], to(tmp_path))
    apart = incidents(decided)
    assert apart[one] != apart[other]
    (lost,) = decided.lost_decisions
    assert lost.startswith(f"{lines}:2: ")

    sheet_of = to(tmp_path) / "sheets" / f"{key}.json"
    text = sheet_of.read_text("utf-8")
    for old, new in ((event, "between"), (neighbour, event), ("between", neighbour)):
        text = text.replace(f'"{old}"', f'"{new}"')
    sheet_of.write_text(text, "utf-8")
    renumbered = incidents(publish([], to(tmp_path)))
    assert renumbered[f"{key}/{neighbour}"] != renumbered[other]
    # the others as before, under their names
    assert renumbered[one] == apart[f"{key}/{neighbour}"]
    assert renumbered[other] == apart[other]


def test_a_decision_on_a_name_that_is_not_there_or_an_entity_that_nobody_knows_is_told(tmp_path: Path) -> None:
    publish([demo_folder()], to(tmp_path))
    sheet_of = next(p for p in (to(tmp_path) / "sheets").glob("*.json") if any(x.id == "iraq" for x in read_sheet(p).places))
    lines = to(tmp_path) / "links" / "entities.tsv"
    lines.parent.mkdir()
    pairs = ((f"{sheet_of.stem}/iraq", "iraq"), (f"{sheet_of.stem}/atlantis", "iraq"), (f"{sheet_of.stem}/iraq", "atlantis"))
    written = [f"2024-05-09\tAda Brandt\tyes\t{name}\t{entity}" for name, entity in pairs]
    for count, lost in ((1, []), (2, [2])):
        lines.write_text("\n".join(written[:count]) + "\n", "utf-8")
        told = publish([], to(tmp_path)).lost_decisions
        assert [line.split(": ")[0] for line in told] == [f"{lines}:{number}" for number in lost]
    lines.write_text(written[2] + "\n", "utf-8")
    (told_last,) = publish([], to(tmp_path)).lost_decisions
    assert "'atlantis'" in told_last
    lines.write_text(written[2] + "\n" + written[2].replace("yes", "unsure") + "\n", "utf-8")
    assert publish([], to(tmp_path)).lost_decisions == ()


@pytest.mark.parametrize("processes", [1, 2])
def test_the_decisions_on_names_are_those_at_the_beginning_of_a_publish(
    tmp_path: Path, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("belligraph.pipeline.crew.MIN_ARTICLES_FOR_CHILDREN", 1)
    publish([demo_folder()], to(tmp_path))
    sheet_of = next(p for p in (to(tmp_path) / "sheets").glob("*.json") if any(x.id == "iraq" for x in read_sheet(p).places))
    lines = to(tmp_path) / "links" / "entities.tsv"
    lines.parent.mkdir()
    lines.write_text(f"2024-05-09\tAda Brandt\tyes\t{sheet_of.stem}/iraq\tatlantis\n", "utf-8")

    def edit(done: int, total: int) -> None:
        """What somebody does to the file meanwhile."""
        lines.write_text("half a li", "utf-8")

    result = publish([], to(tmp_path), processes=processes, progress=edit)
    (told,) = result.lost_decisions
    assert f"{sheet_of.stem}/iraq" in told
    with pytest.raises(InputError, match=r"entities\.tsv:1"):
        publish([], to(tmp_path))


def test_a_decision_that_cannot_be_read_keeps_the_former_release(tmp_path: Path, report: Path, corrected: Path) -> None:
    first = publish([report, corrected], to(tmp_path))
    (to(tmp_path) / "links").mkdir()
    (to(tmp_path) / "links" / "incidents.tsv").write_text("a line\n", "utf-8")
    with pytest.raises(InputError, match=r"incidents\.tsv:1"):
        publish([], to(tmp_path))
    assert Publication(to(tmp_path)).live() == first.release


def test_a_release_judged_again_conforms_with_what_is_derived(tmp_path: Path) -> None:
    release = publish([demo_folder()], to(tmp_path)).release
    validator, whole = Validator(shapes_folder()), bundle(Iris(release.base_iri))
    graphs = list(context_of(release, derived_of(release)))
    assert graphs
    for graph, context in graphs:
        assert validator.validate((graph, whole), (context,)).violations == ()
    graph, _ = graphs[-1]
    assert validator.validate((graph, whole)).violations  # findings need the claims that they rest on
