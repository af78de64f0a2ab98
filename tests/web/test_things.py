"""The pages and documents of a publication: one report with its sheet (tests/conftest.py), and a hostile one."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
from flask.testing import FlaskClient

from belligraph.config import Config
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.pipeline import publish
from belligraph.release.publication import Publication
from belligraph.sheets import dumps_json
from belligraph.web import create_app, shelf_of

BASE = "https://data.example/war/"
HOSTILE = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> & Raiders attacked the port of Mirefield, police said."
LEFT_OUT = ("/sparql", "/download", "/static", "/release/", "/shapes", "/ontology", "/void", "/catalog", "/changes")
BROWSER = {"Accept": "text/html,*/*;q=0.1"}


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory, article: Article, sheet: FactSheet) -> Publication:
    folder = tmp_path_factory.mktemp("things")
    record = {"text": article.text, "publisher": article.publisher, "published": "2024-05-07", "title": article.title}
    (folder / "report.json").write_text(json.dumps(record), "utf-8")
    (folder / "sheet.json").write_text(dumps_json(sheet), "utf-8")
    hostile = {"text": HOSTILE, "title": "<b>hostile</b>", "publisher": "<i>desk</i>", "url": "https://news.example/a?b=<c>"}
    hostile["url"] = "https://news.example/a?b=%3Cc%3E"
    (folder / "hostile.json").write_text(json.dumps(hostile), "utf-8")
    inputs = [folder / name for name in ("report.json", "sheet.json", "hostile.json")]
    publish(inputs, folder / "publication", config=Config(base_iri=BASE))
    return Publication(folder / "publication")


@pytest.fixture(scope="module")
def client(publication: Publication) -> Iterator[FlaskClient]:
    app = create_app(publication.live(), Config(base_iri=BASE, query_workers=1), publication)
    yield app.test_client()
    shelf_of(app).close()


def page(client: FlaskClient, path: str) -> str:
    answer = client.get(path, headers=BROWSER)
    assert (answer.status_code, answer.mimetype) == (200, "text/html"), path
    return answer.text


def words(text: str) -> str:
    """What a reader reads: the tags taken off, spaces made one."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def test_an_article_page_holds_the_whole_text_and_marks_the_words_of_its_claims(
    client: FlaskClient, article: Article
) -> None:
    shown = page(client, f"/article/{article.key}.html")
    text = shown[shown.index('<div class="text"') : shown.index('<div class="claims">')]
    read = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r'<a class="ref".*?</a>', "", text)))
    assert read.strip() == article.text.strip()
    marked = html.unescape("".join(re.findall(r"<mark[^>]*>(.*?)</mark>", text, re.S)))
    assert "killing between three and five guards" in marked
    assert "The governor denied that anyone was killed" in marked
    assert "Raiders shell river port" not in marked


def test_an_incident_page_sets_rival_figures_side_by_side_with_their_chains(client: FlaskClient, article: Article) -> None:
    shown = page(client, f"/incident/{article.key}-shelling.html")
    group = next(g for g in shown.split('<section class="group') if "<h3>killed" in g)
    read = words(group)
    assert "sources differ" in read
    assert "3–5 guards “between three and five”" in read
    assert "Radio Delta , citing two officials" in read
    assert "not: 1 or more “anyone”" in read
    assert "“The governor denied that anyone was killed”" in read or "The governor denied that anyone was killed" in read


def test_an_actor_page_says_what_it_is_said_to_have_done_and_who_says_so(client: FlaskClient, article: Article) -> None:
    read = words(page(client, f"/article/{article.key}/actor/raiders.html"))
    assert "Said to be the attacker shelling of the port of Mirefield" in read
    assert "Radio Delta , citing two officials" in read
    said = words(page(client, f"/article/{article.key}/actor/radio.html"))
    assert "What it says" in said
    assert "between three and five" in said


def test_a_place_page_says_what_is_said_to_have_happened_there(client: FlaskClient, article: Article) -> None:
    read = words(page(client, f"/article/{article.key}/place/port.html"))
    assert "Said to have happened here shelling of the port of Mirefield" in read


def test_a_claim_page_opens_on_the_sentence_and_the_speaker(client: FlaskClient, article: Article) -> None:
    shown = page(client, f"/article/{article.key}/claim/c4.html")
    quote = shown[shown.index("<blockquote") : shown.index("</blockquote>")]
    assert '<mark class="d2">killing between three and five guards</mark>' in quote
    assert "Radio Delta reported" in words(quote)
    assert "1. Radio Delta" in words(shown) or "Radio Delta the nearest source, which cites two officials" in words(shown)


def test_a_claim_page_says_who_denies(client: FlaskClient, article: Article) -> None:
    assert "Denied by The governor" in words(page(client, f"/article/{article.key}/claim/c6.html"))
    assert "According to Radio Delta , citing two officials" in words(page(client, f"/article/{article.key}/claim/c4.html"))


def test_the_first_stop_of_the_keyboard_leads_past_the_head_of_every_page(client: FlaskClient, article: Article) -> None:
    key = article.key
    for path in ("/", "/places", "/releases", "/sparql", f"/article/{key}.html", f"/incident/{key}-shelling.html"):
        shown = page(client, path)
        target = re.findall(r'<a [^>]*href="([^"]*)"', shown[shown.index("<body") :])[0]
        assert re.search(rf'<main[^>]* id="{target.removeprefix("#")}"', shown), path


def test_the_day_in_the_list_of_incidents_is_that_of_the_report(client: FlaskClient) -> None:
    assert "reported 2024-05-07 7 claims in 1 article" in words(page(client, "/incidents"))


def test_places_are_listed_with_how_much_is_told_of_them(client: FlaskClient, article: Article) -> None:
    read = words(page(client, "/places"))
    assert "the port of Mirefield 1 claim in 1 article: Harbour Gazette" in read
    assert "Raiders" not in read


def test_actors_are_listed_with_the_claims_about_them_and_no_findings(client: FlaskClient) -> None:
    read = words(page(client, "/actors"))
    assert "Northern League 1 claim in 1 article: Harbour Gazette" in read
    assert "guards 1 claim in 1 article: Harbour Gazette" in read


def test_a_page_of_a_release_says_so_and_leads_to_the_same_in_the_newest(
    client: FlaskClient, publication: Publication
) -> None:
    number = publication.live().number
    shown = page(client, f"/release/{number}/actors?page=1")
    assert f"This is release {number} of" in words(shown)
    (address,) = re.findall(r'href="([^"]*)">The same address in the newest release', shown)
    assert html.unescape(address) == "/actors?page=1"
    assert "newest release" not in page(client, "/actors")


def test_a_finding_page_names_its_policy_and_the_claims_it_rests_on(client: FlaskClient, article: Article) -> None:
    incident = page(client, f"/incident/{article.key}-shelling.html")
    path = next(iter(re.findall(r'href="(/finding/[0-9a-f]+\.html)"', incident)))
    read = words(page(client, path))
    assert "uncontradicted" in read
    assert "nobody says otherwise" in read
    assert "Raiders shelled" in read


def test_a_figure_says_on_every_page_whom_it_counts(
    client: FlaskClient, tmp_path: Path, article: Article, sheet: FactSheet
) -> None:
    claim = words(page(client, f"/article/{article.key}/claim/c4.html"))
    assert "killed: between three and five (3–5 guards)" in claim
    (tmp_path / "report.json").write_text(json.dumps({"text": article.text, "published": "2024-05-07"}), "utf-8")
    undisputed = replace(sheet, claims=tuple(claim for claim in sheet.claims if claim.id != "c6"))
    (tmp_path / "sheet.json").write_text(dumps_json(undisputed), "utf-8")
    inputs = [tmp_path / "report.json", tmp_path / "sheet.json"]
    release = publish(inputs, tmp_path / "publication", config=Config(base_iri=BASE)).release
    app = create_app(release, Config(base_iri=BASE, query_workers=1))
    try:
        incident = page(app.test_client(), f"/incident/{article.key}-shelling.html")
        asserted = words(incident[incident.index('<ul class="asserted"') : incident.index("</ul>")])
        assert "killed between three and five (guards)" in asserted
        paths = re.findall(r'href="(/finding/[0-9a-f]+\.html)"', incident)
        findings = [page(app.test_client(), path) for path in paths]
    finally:
        shelf_of(app).close()
    assert any("shelling of the port of Mirefield killed between three and five (guards)" in words(f) for f in findings)
    assert all(".ttl" in f[f.index("This page for programs") :] for f in findings)


def test_an_article_without_a_title_goes_by_its_text(client: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Raiders shell river port of Mirefield\n\nRaiders shelled the port, police said.", "utf-8"
    )
    release = publish([tmp_path / "a.txt"], tmp_path / "p", config=Config(base_iri=BASE)).release
    app = create_app(release, Config(base_iri=BASE, query_workers=1), Publication(tmp_path / "p"))
    try:
        untitled = app.test_client()
        listed = page(untitled, "/articles")
        (path,) = re.findall(r'<a href="(/article/[0-9a-f]+\.html)">Raiders shell river port of Mirefield</a>', listed)
        shown = page(untitled, path)
        assert "<h1>Raiders shell river port of Mirefield</h1>" in shown
        assert "<title>Raiders shell river port of Mirefield · " in shown
        assert "0 claims" in words(listed)  # an article that says nothing to us is in the list all the same
    finally:
        shelf_of(app).close()


def test_text_from_outside_stays_text_on_every_page(client: FlaskClient) -> None:
    for path in crawl(client):
        shown = page(client, path)
        assert "<script" not in shown.lower(), path
        assert "<img" not in shown.lower(), path
        assert "<b>hostile" not in shown, path
        assert "<i>desk" not in shown, path


def crawl(client: FlaskClient) -> list[str]:
    """All pages that can be reached by links, and every file linked from them answers."""
    pages, files, waiting = ["/"], set(), ["/"]
    while waiting:
        for address in re.findall(r'href="(/[^"#]*)', page(client, waiting.pop())):
            path = html.unescape(address)
            if path.endswith((".ttl", ".jsonld", ".nt", ".trig", ".nq")):
                files.add(path)
            elif path not in pages and not path.startswith(LEFT_OUT):
                pages.append(path)
                waiting.append(path)
    for path in files:
        if not path.startswith("/download"):
            assert client.get(path).status_code == 200, path
    return [p for p in pages if p.endswith(".html") or "." not in p]


def test_every_iri_that_the_release_mints_leads_to_a_document_that_describes_it(
    client: FlaskClient, publication: Publication
) -> None:
    dump = (publication.live().folder / "release.nq").read_bytes()
    quads = list(pyoxigraph.parse(dump, format=pyoxigraph.RdfFormat.N_QUADS))
    minted = {t.value for q in quads for t in (q.subject, q.object) if isinstance(t, pyoxigraph.NamedNode)}
    minted = {iri.partition("#")[0] for iri in minted if iri.startswith(f"{BASE}id/")}
    assert len(minted) > 50
    for iri in sorted(minted):
        answer = client.get(iri.removeprefix(BASE.rstrip("/")), headers={"Accept": "application/n-triples"})
        assert answer.status_code == 303, iri
        document = client.get(answer.location or "")
        assert document.status_code == 200, iri
        assert f"<{iri}" in document.text, iri
    for graph in {q.graph_name.value for q in quads if isinstance(q.graph_name, pyoxigraph.NamedNode)}:
        assert client.get(graph.removeprefix(BASE.rstrip("/"))).status_code == 200, graph


def test_the_formats_of_a_document_say_the_same(client: FlaskClient, article: Article) -> None:
    def triples(path: str, rdf_format: pyoxigraph.RdfFormat) -> set[pyoxigraph.Triple]:
        return {q.triple for q in pyoxigraph.parse(client.get(path).data, format=rdf_format)}

    for path in (f"/article/{article.key}", f"/incident/{article.key}-shelling", f"/article/{article.key}/claim/c4"):
        turtle = triples(f"{path}.ttl", pyoxigraph.RdfFormat.TURTLE)
        assert turtle == triples(f"{path}.nt", pyoxigraph.RdfFormat.N_TRIPLES)
        assert turtle == triples(f"{path}.jsonld", pyoxigraph.RdfFormat.JSON_LD)
        assert len(turtle) > 20


def test_a_document_with_graphs_says_where_in_the_release_each_triple_stands(
    client: FlaskClient, publication: Publication, article: Article
) -> None:
    dump = (publication.live().folder / "release.nq").read_bytes()
    release = set(pyoxigraph.parse(dump, format=pyoxigraph.RdfFormat.N_QUADS))
    for path in (f"/article/{article.key}", f"/incident/{article.key}-shelling", f"/article/{article.key}/claim/c4"):
        triples = {q.triple for q in pyoxigraph.parse(client.get(f"{path}.ttl").data, format=pyoxigraph.RdfFormat.TURTLE)}
        trig = client.get(f"{path}.trig")
        assert trig.mimetype == "application/trig"
        quads = set(pyoxigraph.parse(trig.data, format=pyoxigraph.RdfFormat.TRIG))
        assert quads == set(pyoxigraph.parse(client.get(f"{path}.nq").data, format=pyoxigraph.RdfFormat.N_QUADS))
        assert {q.triple for q in quads} == triples
        if path.startswith("/article") and path.count("/") == 2:
            assert {q.graph_name.value for q in quads} == {f"{BASE}graph/article/{article.key}"}
        else:
            assert quads == {q for q in release if q.triple in triples}
            assert len({q.graph_name for q in quads}) > 1


@pytest.mark.parametrize(
    ("accept", "extension"),
    [
        ("application/trig", "trig"),
        ("application/n-quads, */*;q=0.1", "nq"),
        ("application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,text/turtle;q=0.6", "jsonld"),
        ("application/n-quads, text/turtle", "ttl"),
    ],
)
def test_graphs_go_to_those_who_accept_little_else(
    client: FlaskClient, article: Article, accept: str, extension: str
) -> None:
    answer = client.get(f"/id/article/{article.key}", headers={"Accept": accept})
    assert answer.location == f"/article/{article.key}.{extension}"


def test_rdf_12_turtle_has_claims_as_reifiers_for_those_who_ask_for_it(client: FlaskClient, article: Article) -> None:
    thing, reifies = f"/id/article/{article.key}/claim/c4", "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"
    plain = client.get(thing, headers={"Accept": "text/turtle"})
    assert (plain.location or "").endswith("/c4.ttl")
    assert reifies.encode() not in client.get(f"{plain.location}").data
    versioned = client.get(thing, headers={"Accept": "text/turtle;version=1.2"})
    assert versioned.location == f"/article/{article.key}/claim/c4.rdf12.ttl"
    answer = client.get(versioned.location)
    assert (answer.mimetype, answer.mimetype_params["version"]) == ("text/turtle", "1.2")
    quads = list(pyoxigraph.parse(answer.data, format=pyoxigraph.RdfFormat.TURTLE))
    reified = {q.subject.value: q.object for q in quads if q.predicate.value == reifies}
    statement = reified[f"{BASE}id/article/{article.key}/claim/c4"]
    assert isinstance(statement, pyoxigraph.Triple)
    assert statement.subject == pyoxigraph.NamedNode(f"{BASE}id/article/{article.key}/event/shelling")
    assert statement.predicate.value.endswith("#killed")


def test_a_passage_leads_a_browser_to_its_words_in_the_article(client: FlaskClient, article: Article) -> None:
    start = article.text.index("two officials")
    answer = client.get(f"/id/article/{article.key}/passage/{start}-{start + 13}", headers=BROWSER)
    assert (answer.status_code, answer.location) == (303, f"/article/{article.key}.html#passage-{start}-{start + 13}")


def test_a_document_links_to_the_thing_and_to_its_other_formats(client: FlaskClient, article: Article) -> None:
    link = client.get(f"/article/{article.key}.html").headers["Link"]
    assert f'</id/article/{article.key}>; rel="describes"' in link
    assert f'</article/{article.key}.ttl>; rel="alternate"; type="text/turtle"' in link
    redirected = client.get(f"/id/article/{article.key}")
    assert f'</article/{article.key}.html>; rel="describedby"; type="text/html"' in redirected.headers["Link"]


@pytest.mark.parametrize("path", ["ontology", "shapes"])
def test_the_vocabulary_is_served_in_the_formats_that_are_accepted(client: FlaskClient, path: str) -> None:
    listed = client.get(f"/{path}/").text.split()
    assert listed
    for address in listed:
        name = address.rsplit("/", 1)[1].removesuffix(".ttl")
        answer = client.get(f"/{path}/{name}", headers={"Accept": "application/n-triples"})
        assert (answer.status_code, answer.location) == (303, f"/{path}/{name}.nt")
        turtle, triples = client.get(f"/{path}/{name}.ttl"), client.get(f"/{path}/{name}.nt")
        assert turtle.mimetype == "text/turtle"
        assert len(list(pyoxigraph.parse(turtle.data, format=pyoxigraph.RdfFormat.TURTLE))) == len(triples.data.splitlines())
    assert client.get(f"/{path}/..%2Fpyproject").status_code == 404
    assert client.get(f"/{path}/nothing").status_code == 404


def test_lists_come_by_the_page(client: FlaskClient) -> None:
    assert "shelling of the port of Mirefield" in page(client, "/incidents")
    assert "There is nothing more." in page(client, "/incidents?page=2")
    assert client.get("/incidents?page=x").status_code == 400


def test_where_sources_differ_is_a_list_of_its_own_that_names_what_they_differ_on(client: FlaskClient) -> None:
    read = words(page(client, "/conflicts"))
    assert "Where sources differ" in read
    assert re.search(r"helling of the port of Mirefield killed [1-9][0-9]* pairs? of claims", read)


def test_an_incident_names_its_reports_by_event_article_and_day(client: FlaskClient, article: Article) -> None:
    shown = page(client, f"/incident/{article.key}-shelling.html")
    reports = words(shown[shown.index("The reports it is made of") :])
    assert f"shelling of the port of Mirefield in {article.publisher} , 2024-05-07" in reports
    assert "/event/" not in reports.partition("This page for programs")[0]


def test_an_address_on_a_former_release_stays_there(client: FlaskClient, article: Article, publication: Publication) -> None:
    number = publication.live().number
    answer = client.get(f"/release/{number}/article/{article.key}.html")
    assert answer.status_code == 200
    assert f'href="/release/{number}/article/{article.key}.ttl"' in answer.text
    assert client.get("/release/99/").status_code == 404
    assert client.get(f"/release/{number}/sparql?query=ASK%7B%7D").status_code == 200


def test_the_ontology_of_this_checkout_is_what_is_served(client: FlaskClient) -> None:
    source = Path(__file__).resolve().parents[2] / "ontology" / "core.ttl"
    assert client.get("/ontology/core.ttl").data == source.read_bytes()


def test_a_place_names_what_it_is_a_part_of_apart_from_what_it_is(tmp_path: Path) -> None:
    text = (
        "KIRKUK, Iraq (Wire) - Militants fired rockets at a barracks in Kirkuk on Monday, killing two soldiers, police said."
    )
    (tmp_path / "kirkuk.json").write_text(json.dumps({"text": text, "published": "2024-05-07"}), "utf-8")
    release = publish([tmp_path / "kirkuk.json"], tmp_path / "publication", config=Config(base_iri=BASE)).release
    broad = pyoxigraph.NamedNode("http://www.w3.org/2004/02/skos/core#broadMatch")
    (wider,) = [
        str(q.object.value)
        for q in pyoxigraph.parse(path=release.folder / "release.nq", format=pyoxigraph.RdfFormat.N_QUADS)
        if q.predicate == broad and q.subject == pyoxigraph.NamedNode(f"{BASE}id/place/kirkuk")
    ]
    app = create_app(release, Config(base_iri=BASE, query_workers=1))
    shown = page(app.test_client(), "/place/kirkuk.html")
    shelf_of(app).close()
    lines = {words(found).split(":")[0].strip(): found for found in re.findall(r"<p>.*?</p>", shown)}
    assert f'href="{wider}"' in lines["Part of"]
    number = wider.rstrip("/").rsplit("/", 1)[-1]
    assert words(lines["Part of"]).strip() == f"Part of: GeoNames {number}"
    assert wider not in lines["The same elsewhere"]
