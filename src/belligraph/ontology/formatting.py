"""The one form in which the ontology's files are written: `python -m belligraph.ontology.formatting FILE …`.

Sections, comments and the order of the terms stay as their author put them. Prefixes are sorted, and only those that are
used stand; each term has one predicate a line, predicates in one fixed order, objects sorted. Formatting a second time
changes nothing more.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from belligraph.errors import InputError
from belligraph.ontology.turtle_source import RULER, Node, Pairs, Section, Source, Statement, read_source

__all__ = ["PREDICATE_ORDER", "format_file", "format_turtle", "statement_text", "write_turtle"]

WIDTH = 125
_INDENT = "    "

PREDICATE_ORDER = (
    "a",
    "rdf:subject",
    "rdf:predicate",
    "rdf:object",
    # what an ontology says of itself
    "dcterms:title",
    "dcterms:abstract",
    "dcterms:description",
    "dcterms:creator",
    "dcterms:contributor",
    "dcterms:publisher",
    "dcterms:created",
    "dcterms:issued",
    "dcterms:modified",
    "dcterms:language",
    "dcterms:subject",
    "dcterms:license",
    "dcterms:rights",
    "dcterms:bibliographicCitation",
    "dcterms:conformsTo",
    "dcterms:source",
    "bibo:status",
    "vann:preferredNamespacePrefix",
    "vann:preferredNamespaceUri",
    # what a term is called and means
    "rdfs:label",
    "skos:prefLabel",
    "skos:altLabel",
    "skos:notation",
    "skos:definition",
    "skos:scopeNote",
    "skos:example",
    "skos:editorialNote",
    "skos:changeNote",
    "rdfs:comment",
    # where it stands among others
    "rdfs:subClassOf",
    "rdfs:subPropertyOf",
    "owl:inverseOf",
    "owl:disjointWith",
    "rdfs:domain",
    "rdfs:range",
    "skos:broader",
    "skos:narrower",
    "skos:topConceptOf",
    "skos:inScheme",
    "skos:hasTopConcept",
    "skos:exactMatch",
    "skos:closeMatch",
    "skos:broadMatch",
    "skos:narrowMatch",
    "skos:relatedMatch",
    # where it comes from and goes
    "owl:deprecated",
    "dcterms:isReplacedBy",
    "dcterms:replaces",
    "rdfs:seeAlso",
    "rdfs:isDefinedBy",
    "owl:imports",
    "owl:versionIRI",
    "owl:priorVersion",
    "owl:versionInfo",
)
"""Predicates that are none of these follow, sorted by name."""

_RANKS = {predicate: rank for rank, predicate in enumerate(PREDICATE_ORDER)}


def format_turtle(text: str) -> str:
    """The same Turtle, comments included, in the one form.

    Raises:
        ValueError: something that our files may not hold, with its line.
    """
    return write_turtle(read_source(text))


def write_turtle(source: Source) -> str:
    """The parts of a file as Turtle in the one form."""
    body = "".join(_section(section, source) for section in source.sections)
    used = {name for name in source.prefixes if f"{name}:" in _prefixes_in(source)}
    head = "".join(f"{line}\n" for line in source.head) + ("\n" if source.head else "")
    prefixes = "".join(f"@prefix {name}: <{source.prefixes[name]}> .\n" for name in sorted(used))
    return f"{head}{prefixes}{body}"


def format_file(path: Path) -> bool:
    """Formats a file in place and tells whether that changed it.

    Raises:
        InputError: the file cannot be read, or is no Turtle as our files have it.
    """
    try:
        text = path.read_text("utf-8")
        formatted = format_turtle(text)
    except (OSError, ValueError) as error:
        raise InputError(f"the file cannot be formatted: {error}", where=str(path)) from error
    if formatted != text:
        path.write_text(formatted, "utf-8")
    return formatted != text


def statement_text(statement: Statement, source: Source) -> str:
    """One statement as it stands in a file, without its comments and without prefixes."""
    return _statement(Statement(statement.subject, statement.pairs), source)


def _section(section: Section, source: Source) -> str:
    blocks = [_statement(statement, source) for statement in section.statements]
    if section.comments:
        blocks.append("".join(f"{line}\n" for line in section.comments))
    title = [f"{RULER}{section.title}\n"] if section.title is not None else []
    return "".join(f"\n{block}" for block in title + blocks)


def _statement(statement: Statement, source: Source) -> str:
    comments = "".join(f"{line}\n" for line in statement.comments)
    return f"{comments}{_name(statement.subject, source)}\n{_rows(statement.pairs, source, 1)} .\n"


def _rows(pairs: Pairs, source: Source, depth: int) -> str:
    indent = _INDENT * depth
    rows = []
    named = sorted(((_name(p, source), objects) for p, objects in pairs.rows.items()), key=lambda row: _rank(row[0]))
    for predicate, objects in named:
        written = sorted(_node(o, source, depth) for o in objects)
        row = f"{indent}{predicate} {' , '.join(written)}"
        if len(row) > WIDTH and len(written) > 1:
            row = f"{indent}{predicate}\n" + " ,\n".join(f"{indent}{_INDENT}{w}" for w in written)
        rows.append(row)
    return " ;\n".join(rows)


def _node(node: Node, source: Source, depth: int) -> str:
    match node:
        case Pairs():
            return f"[\n{_rows(node, source, depth + 1)}\n{_INDENT * depth}]" if node.rows else "[]"
        case list():
            return f"( {' '.join(_node(member, source, depth) for member in node)} )" if node else "()"
        case _:
            return _name(node, source)


def _name(term: str, source: Source) -> str:
    if not term.startswith("<"):
        return term
    iri = term[1:-1]
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    local = iri[cut:]
    plain = local.replace("-", "").replace("_", "").isalnum() and local.isascii() and not local.startswith("-")
    for prefix, namespace in source.prefixes.items():
        if namespace == iri[:cut] and plain:
            return f"{prefix}:{local}"
    return term


def _rank(predicate: str) -> tuple[int, str]:
    return _RANKS.get(predicate, len(_RANKS)), predicate


def _prefixes_in(source: Source) -> set[str]:
    def names(node: Node) -> Iterator[str]:
        match node:
            case Pairs():
                for predicate, objects in node.rows.items():
                    yield predicate
                    for obj in objects:
                        yield from names(obj)
            case list():
                for member in node:
                    yield from names(member)
            case _:
                # a literal's datatype may be a prefixed name
                yield node.rpartition("^^")[2] if node.startswith('"') else node

    found = set()
    for section in source.sections:
        for statement in section.statements:
            for term in (statement.subject, *names(statement.pairs)):
                written = _name(term, source)
                if not written.startswith(("<", '"')) and ":" in written:
                    found.add(written.partition(":")[0] + ":")
    return found


def _main(paths: list[str]) -> int:
    changed = [path for path in paths if format_file(Path(path))]
    for path in changed:
        sys.stderr.write(f"formatted {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
