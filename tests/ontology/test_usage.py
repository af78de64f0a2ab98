"""Every term that data, shapes and queries use is declared, and every term that is declared is used."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from rdflib import OWL as OWL_TERMS
from rdflib import RDF, RDFS, SKOS, Graph, Literal, URIRef

from belligraph.assets import demo_folder, queries_folder, shapes_folder
from belligraph.incidents import derive_alone
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.ontology.modules import BASE, CLASSES, PROPERTIES, Ontology
from belligraph.pipeline import publish
from belligraph.vocab import BG, OWL, SH, XSD
from belligraph.vocab import RDF as RDF_TERMS
from belligraph.vocab import RDFS as RDFS_TERMS

# languages rather than vocabularies: their terms are the specifications' own
LANGUAGES = (OWL.iri, SH.iri, XSD.iri, RDFS_TERMS.iri, RDF_TERMS.iri)
NOT_YET = "Not applied yet: "
"""How the editorial note begins that tells why a term is declared and not used."""

_IRI = re.compile(r"<([^<>\s\"{}|^`\\]+)>")
_PREFIX = re.compile(r"(?im)^\s*@?prefix\s+([\w-]*):\s*<([^>]*)>")
_PREFIXED = re.compile(r"(?<![\w:<?$-])([A-Za-z][\w-]*):([A-Za-z][\w-]*)")
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def used_in(text: str, prefixes: dict[str, str]) -> set[str]:
    """The IRIs that a text in Turtle or SPARQL names, prefixed or whole; string literals set aside."""
    known = prefixes | dict(_PREFIX.findall(text))
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    whole = set(_IRI.findall(code))
    short = {known[p] + local for p, local in _PREFIXED.findall(_STRING.sub('""', _IRI.sub(" ", code))) if p in known}
    return whole | short


def used_in_files(paths: Iterable[Path]) -> set[str]:
    prefixes: dict[str, str] = {}
    texts = [path.read_text("utf-8") for path in paths]
    for text in texts:
        prefixes |= dict(_PREFIX.findall(text))
    return {iri for text in texts for iri in used_in(text, prefixes)}


def used_in_graph(graph: Graph) -> set[str]:
    """Predicates, classes, what claims have as their predicate, and concepts."""
    used = {*graph.predicates(), *graph.objects(None, RDF.type), *graph.objects(None, RDF.predicate)}
    used |= {o for o in graph.objects() if isinstance(o, URIRef) and o.startswith(f"{BASE}vocab/")}
    return {str(term) for term in used}


def graph_of(article: Article, sheet: FactSheet, iris: Iris) -> Graph:
    claims = map_sheet(article, sheet, iris)
    derived = derive_alone(article, sheet, iris)
    nquads = "".join(g.ntriples() for g in (claims, derived.incidents, derived.findings))
    return Graph().parse(data=nquads, format="nt")


def declared(ontology: Ontology) -> set[str]:
    return {str(s) for s in ontology.graph.subjects(RDF.type)}


def of_a_vocabulary(terms: Iterable[str]) -> set[str]:
    # urn: the parameters of the product's own queries
    return {t for t in terms if not t.startswith((*LANGUAGES, "urn:"))}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    result = publish(sorted(demo_folder().glob("*.json")), tmp_path_factory.mktemp("demo") / "publication")
    return Graph().parse(result.release.folder / "release.ttl")


def in_shapes() -> set[str]:
    found = used_in_files(shapes_folder().glob("*.ttl"))
    return {t for t in found if not t.startswith(f"{BASE}shapes")}


def in_queries() -> set[str]:
    return used_in_files(queries_folder().rglob("*.rq"))


def test_the_small_reports_terms_are_declared(ontology: Ontology, article: Article, sheet: FactSheet, iris: Iris) -> None:
    used = of_a_vocabulary(used_in_graph(graph_of(article, sheet, iris)))
    assert len(used) > 30
    assert used - declared(ontology) == set()


def test_the_demos_terms_are_declared(ontology: Ontology, demo: Graph) -> None:
    used = of_a_vocabulary(used_in_graph(demo))
    assert len(used) > 30
    assert used - declared(ontology) == set()


def test_the_shapes_terms_are_declared(ontology: Ontology) -> None:
    used = of_a_vocabulary(t for t in in_shapes() if not t.endswith(("#", "/")))
    assert len(used) > 50
    assert used - declared(ontology) == set()


def test_the_queries_terms_are_declared(ontology: Ontology) -> None:
    # <urn:parameter:…> is the place of a parameter
    used = of_a_vocabulary(t for t in in_queries() if not t.endswith(("#", "/")) and not t.startswith("urn:parameter:"))
    assert len(used) > 10
    assert used - declared(ontology) == set()


def test_a_planted_term_is_found_in_turtle_and_in_sparql() -> None:
    assert used_in("@prefix bg: <http://n.example/#> .\n<http://a.example/> bg:raid bg:Raid .", {}) == {
        "http://n.example/#", "http://a.example/", "http://n.example/#raid", "http://n.example/#Raid",
    }  # fmt: skip
    query = 'PREFIX bg: <http://n.example/#>\nSELECT ?x { ?x bg:raid/bg:loot* "bg:quoted" ; a <http://c.example/> }'
    assert used_in(query, {}) >= {"http://n.example/#raid", "http://n.example/#loot", "http://c.example/"}
    assert "http://n.example/#quoted" not in used_in(query, {})


def source_of_the_code() -> str:
    return "\n".join(path.read_text("utf-8") for path in Path(map_sheet.__code__.co_filename).parents[1].rglob("*.py"))


def used_anywhere(*graphs: Graph) -> set[str]:
    """What data, shapes, queries and the code's closed namespace use."""
    found = in_shapes() | in_queries()
    for graph in graphs:
        found |= used_in_graph(graph)
    # what mapping and incidents write for other sheets than these
    return found | {BG.iri + term for term in re.findall(r"\bBG\.(\w+)", source_of_the_code())}


def unused(ontology: Ontology, used: set[str]) -> list[str]:
    """Our classes and properties that nothing uses and no note excuses; test_terms holds the closed lists against sheets."""
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range):
        used = used | {str(o) for o in ontology.graph.objects(None, predicate)}
    found = []
    for term in ontology.terms(*CLASSES, *PROPERTIES):
        notes = [str(n) for n in ontology.graph.objects(term, SKOS.editorialNote)]
        if str(term) not in used and not any(n.startswith(NOT_YET) for n in notes):
            found.append(str(term))
    return found


def unused_of_others(ontology: Ontology, used: set[str]) -> list[str]:
    """The reused terms that neither data, shapes, queries and code nor our own terms use."""
    for module in ontology.modules.values():
        for subject, predicate, obj in module:
            if str(subject).startswith(BASE):
                used = used | {str(predicate), str(obj)}
    named = {
        name for _, name in re.findall(r"\b(DCTERMS|FOAF|GEO|OA|PROV|RDF|SCHEMA|SEM|SKOS|WGS)\.(\w+)", source_of_the_code())
    }
    declared_here = {str(s) for s in ontology.modules["reused"].subjects(RDF.type) if not str(s).startswith(BASE)}
    return sorted(t for t in declared_here - used if re.split(r"[#/]", t)[-1] not in named)


@pytest.fixture
def used(article: Article, sheet: FactSheet, iris: Iris, demo: Graph) -> set[str]:
    return used_anywhere(graph_of(article, sheet, iris), demo)


def test_every_term_of_ours_is_used_or_says_why_not(ontology: Ontology, used: set[str]) -> None:
    assert unused(ontology, used) == []


def test_every_reused_term_is_used(ontology: Ontology, used: set[str]) -> None:
    assert unused_of_others(ontology, used) == []


def test_a_planted_term_that_nothing_uses_is_found(ontology: Ontology, used: set[str]) -> None:
    planted, excused = URIRef(f"{BG.iri}Raid"), URIRef(f"{BG.iri}Siege")
    alien = URIRef("http://www.w3.org/ns/prov#Dictionary")
    more = Graph()
    for term in (planted, excused, alien):
        more.add((term, RDF.type, OWL_TERMS.Class))
    more.add((excused, SKOS.editorialNote, Literal(f"{NOT_YET}no sheet tells of one.", lang="en")))
    extended = Ontology({**ontology.modules, "reused": ontology.modules["reused"] + more})
    assert unused(extended, used) == [str(planted)]
    assert unused_of_others(extended, used) == [str(alien)]
