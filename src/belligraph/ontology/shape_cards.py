"""What a page of shapes shows: of each shape its name, severity, message, target, constraints, query and examples."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rdflib import RDF, SH, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from belligraph.ontology.examples import Example, Examples
from belligraph.ontology.formatting import statement_text
from belligraph.ontology.links import Link, Links
from belligraph.ontology.term_cards import heading
from belligraph.ontology.turtle_source import Source

__all__ = ["ExampleText", "ShapeCard", "ShapeSection", "shape_sections"]

NAMESPACE = "https://w3id.org/belligraph/shapes#"
_TARGETS = {
    SH.targetClass: "every {}",
    SH.targetSubjectsOf: "whatever has {}",
    SH.targetObjectsOf: "whatever is a value of {}",
    SH.targetNode: "{}",
}
_ELSEWHERE = {RDF.type, SH.path, SH.name, SH.message, SH.severity, SH.sparql, SH.property, *_TARGETS}
_LONG_TEXT = re.compile(r'"((?:[^"\\]|\\.){50})(?:[^"\\]|\\.){60,}"')


@dataclass(frozen=True, slots=True)
class ExampleText:
    """A passing and a failing example as Turtle, line by line; what differs is marked."""

    fault: str
    passing: list[tuple[str, bool]]
    failing: list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class ShapeCard:
    """One shape."""

    anchor: str
    name: str
    kind: str
    severity: str
    message: str
    targets: list[tuple[str, Link]]
    rows: list[tuple[str, list[Link]]]
    members: list[Link]
    query: str
    example: ExampleText | None
    comments: list[str]


@dataclass(frozen=True, slots=True)
class ShapeSection:
    """The shapes under one of the file's rulers."""

    title: str | None
    heading: str
    cards: list[ShapeCard]


def shape_sections(source: Source, graph: Graph, examples: Examples, links: Links) -> list[ShapeSection]:
    """The sections of a file of shapes."""
    sections = []
    for section in source.sections:
        cards = []
        for statement in section.statements:
            iri = URIRef(f"{source.prefixes.get('', NAMESPACE)}{statement.subject.lstrip(':')}")
            cards.append(_card(iri, graph, examples, links, [c.lstrip("# ") for c in statement.comments if c.strip("# ")]))
        if cards:
            sections.append(ShapeSection(section.title, heading(section.title or ""), cards))
    return sections


def _card(shape: URIRef, graph: Graph, examples: Examples, links: Links, comments: list[str]) -> ShapeCard:
    local = shape.removeprefix(NAMESPACE)
    sparql = graph.value(shape, SH.sparql)
    message = graph.value(shape, SH.message) or (graph.value(sparql, SH.message) if sparql is not None else None)
    query = graph.value(sparql, SH.select) if sparql is not None else None
    example = examples.by_shape.get(local)
    parents = list(graph.subjects(SH.property, shape))
    targets = [
        (text, links.link(node))
        for owner in (shape, *parents)
        for predicate, text in _TARGETS.items()
        for node in sorted(graph.objects(owner, predicate), key=str)
    ]
    rows = [
        (links.short(str(predicate)), [_shown(o, graph, links) for o in sorted(graph.objects(shape, predicate), key=str)])
        for predicate in sorted(set(graph.predicates(shape)) - _ELSEWHERE, key=str)
    ]
    path = graph.value(shape, SH.path)
    if path is not None:
        rows.insert(0, ("sh:path", [_shown(path, graph, links)]))
    severity = graph.value(shape, SH.severity)
    return ShapeCard(
        anchor=local,
        name=str(graph.value(shape, SH.name) or local),
        kind="property shape" if (shape, RDF.type, SH.PropertyShape) in graph else "node shape",
        severity=str(severity).rpartition("#")[2] if severity is not None else "",
        message=str(message or ""),
        targets=targets,
        rows=rows,
        members=[Link(f":{m.removeprefix(NAMESPACE)}", f"#{m.removeprefix(NAMESPACE)}") for m in _members(shape, graph)],
        query=str(query or "").strip("\n"),
        example=None if example is None else _texts(example),
        comments=comments,
    )


def _members(shape: URIRef, graph: Graph) -> list[str]:
    return sorted(str(m) for m in graph.objects(shape, SH.property) if isinstance(m, URIRef))


def _shown(node: Node, graph: Graph, links: Links) -> Link:
    if not isinstance(node, BNode):
        return links.link(node)
    if (node, RDF.first, None) in graph:
        return Link("( " + " ".join(_shown(m, graph, links).text for m in Collection(graph, node)) + " )")
    pairs = sorted(graph.predicate_objects(node), key=str)
    return Link("[ " + " ; ".join(f"{links.short(str(p))} {_shown(o, graph, links).text}" for p, o in pairs) + " ]")


def _texts(example: Example) -> ExampleText:
    passing, failing = _lines(example.passing), _lines(example.failing)
    common = set(map(_bare, passing)) & set(map(_bare, failing))
    return ExampleText(
        example.fault,
        [(line, _bare(line) not in common) for line in passing],
        [(line, _bare(line) not in common) for line in failing],
    )


def _lines(source: Source) -> list[str]:
    text = "\n".join(statement_text(s, source) for section in source.sections for s in section.statements)
    return _LONG_TEXT.sub(r'"\1…"', text).splitlines()


def _bare(line: str) -> str:
    return line.strip().rstrip(";.").strip()
