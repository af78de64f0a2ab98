"""The HTML reference is current and complete, its links lead somewhere, and a strict content security policy lets it be."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Literal, URIRef

from belligraph.assets import ontology_folder, shapes_folder
from belligraph.ontology.modules import BASE, Ontology
from belligraph.ontology.reference import pages, write_pages
from belligraph.web.headers import CONTENT_SECURITY_POLICY

PAGES = pages(ontology_folder(), shapes_folder())
PATHS = sorted(PAGES)


class Page(HTMLParser):
    """The ids, links and tags of a page, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.append(name)
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "src"}:
                self.links.append(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def read(path: Path) -> Page:
    return Page(PAGES[path])


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_committed_page_is_current(path: Path) -> None:
    assert path.exists(), "run make format-ontology"
    assert path.read_text("utf-8") == PAGES[path], "run make format-ontology"


def test_there_is_a_page_for_every_file_and_no_other() -> None:
    files = [*ontology_folder().glob("*.ttl"), *shapes_folder().glob("*.ttl")]
    assert {path.with_suffix(".html") for path in files} == set(PATHS)
    assert {*ontology_folder().glob("*.html"), *shapes_folder().glob("*.html")} == set(PATHS)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_strict_policy_lets_the_page_be(path: Path) -> None:
    page = read(path)
    assert not {"script", "style", "iframe", "object", "form"} & set(page.tags)
    assert not [a for a in page.attributes if a == "style" or a.startswith("on")]
    loaded = [link for link in page.links if link.endswith((".css", ".js", ".png", ".svg"))]
    assert loaded == ["../static/style.css"]
    assert "style-src 'self'" in CONTENT_SECURITY_POLICY
    style = Path(__file__).parents[2] / "src" / "belligraph" / "web" / "static" / "style.css"
    for name in {n for value in re.findall(r'class="([^"]*)"', PAGES[path]) for n in value.split()}:
        assert f".{name}" in style.read_text("utf-8"), f"the style sheet knows no {name}"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_ids_are_unique_and_links_lead_to_them(path: Path) -> None:
    page = read(path)
    assert len(page.ids) == len(set(page.ids))
    for link in page.links:
        if link.startswith(("http://", "https://", "data:", "../static/")) or link == "../":
            continue
        file, _, fragment = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target in PAGES or target.exists(), link
        if fragment:
            assert fragment in read(target).ids, link


def test_every_term_is_on_its_page_with_all_that_is_said_of_it(ontology: Ontology) -> None:
    for name, module in ontology.modules.items():
        page = read(ontology_folder() / f"{name}.html")
        for subject, predicate, obj in module:
            if predicate in {RDF.type, RDFS.isDefinedBy, SKOS.prefLabel, SKOS.inScheme, SKOS.topConceptOf}:
                continue
            assert not isinstance(subject, URIRef) or str(subject) in page.text, subject
            if isinstance(obj, Literal):
                assert str(obj) in page.text, (subject, predicate)


def test_concepts_are_found_by_their_fragments() -> None:
    ids = read(ontology_folder() / "vocabularies.html").ids
    assert {"instrument-rocket", "rocket", "damage-none", "instrument-other"} <= set(ids)
    assert "other" not in ids  # three schemes have one: the bare name would lead to the wrong one


def test_both_sides_of_a_disjointness_are_told(ontology: Ontology) -> None:
    text = PAGES[ontology_folder() / "core.html"]
    card = text[text.index('id="Event"') : text.index('id="Attack"')]
    assert (URIRef(f"{BASE}ns#Actor"), OWL.disjointWith, URIRef(f"{BASE}ns#Event")) in ontology.graph
    assert "Never also" in card
    assert 'href="../ontology/core.html#Actor"' in card


def test_every_shape_is_on_its_page_with_name_severity_message_and_examples() -> None:
    for path in shapes_folder().glob("*.ttl"):
        graph, text = Graph().parse(path), unescape(PAGES[path.with_suffix(".html")])
        for kind in (SH.NodeShape, SH.PropertyShape):
            for shape in graph.subjects(RDF.type, kind):
                local = str(shape).rpartition("#")[2]
                start = text.index(f'id="{local}"')
                card = text[start : text.find("</section>", start)]
                for wanted in graph.objects(shape, SH.name):
                    assert str(wanted) in card
                for wanted in (*graph.objects(shape, SH.message), *graph.objects(shape, SH.sparql / SH.message)):
                    assert str(wanted) in card
                for wanted in graph.objects(shape, SH.sparql / SH.select):
                    assert str(wanted).strip("\n") in card
                for wanted in graph.objects(shape, SH.severity):
                    assert str(wanted).rpartition("#")[2] in card
                    if (shape, SH.property, None) not in graph:
                        assert "Passes:" in card
                        assert "Fails, " in card


def test_stale_pages_are_written_anew_and_orphans_go(tmp_path: Path) -> None:
    for folder in (ontology_folder(), shapes_folder()):
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix != ".html":
                copy = tmp_path / folder.name / path.relative_to(folder)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
    folders = tmp_path / ontology_folder().name, tmp_path / shapes_folder().name
    (folders[0] / "gone.html").write_text("of a module that is no more")
    assert len(write_pages(*folders)) == len(PATHS) + 1
    assert not (folders[0] / "gone.html").exists()
    assert write_pages(*folders) == []
    (folders[0] / "core.html").write_text("stale")
    assert write_pages(*folders) == [folders[0] / "core.html"]
