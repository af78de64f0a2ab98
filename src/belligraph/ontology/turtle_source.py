"""Hand-written Turtle as it stands in a file: sections, comments and statements, before any of it becomes triples.

What is read here is our own ontology and shapes: `@prefix` directives first, then sections under rulers
(`# ---------------------------------------------------------------- title`), in each comments and statements.
Source: https://www.w3.org/TR/turtle/#sec-grammar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["RULER", "Node", "Pairs", "Section", "Source", "Statement", "read_source"]

RULER = "# " + "-" * 64 + " "

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<comment>\#[^\n]*)
      | (?P<string>(?:\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"|"(?:[^"\\\n]|\\.)*")
                    (?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^<[^>]*>|\^\^[\w-]*:[\w-]*)?)
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<directive>@prefix)
      | (?P<number>[+-]?[0-9]+(?:\.[0-9]+)?)
      | (?P<name>[\w-]*:(?:[\w-]+(?:\.[\w-]+)*)?|a\b|true\b|false\b)
      | (?P<mark>[\[\]().;,])""",
    re.X | re.S,
)

Node: TypeAlias = "str | list[Node] | Pairs"
"""A term as it is written, a collection, or a blank node with what is said of it."""


@dataclass(slots=True)
class Pairs:
    """What is said of one subject: predicates in the order of their first appearance, each with its objects."""

    rows: dict[str, list[Node]] = field(default_factory=dict)


@dataclass(slots=True)
class Statement:
    """A subject with what is said of it, and the comment lines above; an empty one parts one comment from the next."""

    subject: str
    pairs: Pairs
    comments: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """What stands under one ruler; the part before the first ruler has no title."""

    title: str | None
    statements: list[Statement] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    """Comment lines behind the last statement."""


@dataclass(slots=True)
class Source:
    """A whole file."""

    head: list[str]
    """The comment lines above the prefixes."""
    prefixes: dict[str, str]
    sections: list[Section]


def read_source(text: str) -> Source:
    """The parts of a Turtle file of ours.

    Raises:
        ValueError: something that such a file may not hold, with its line.
    """
    return _Reader(text).read()


class _Reader:
    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._at = 0

    def read(self) -> Source:
        source = Source([], {}, [Section(None)])
        pending: list[str] = []
        while self._at < len(self._tokens):
            kind, text, line = self._tokens[self._at]
            if kind == "blank":
                self._at += 1
                if pending and pending[-1]:
                    pending.append("")
            elif kind == "comment":
                self._at += 1
                if text.startswith(RULER):
                    source.sections[-1].comments += _without_end(pending)
                    source.sections.append(Section(text.removeprefix(RULER).strip()))
                    pending = []
                else:
                    pending.append(text)
            elif kind == "directive":
                if not source.prefixes:
                    source.head, pending = _without_end(pending), []
                self._at += 1
                prefix, iri = self._take("name"), self._take("iri")
                self._mark(".")
                if pending or len(source.sections) > 1 or source.sections[0].statements:
                    raise ValueError(f"line {line}: prefixes stand together at the top")
                source.prefixes[prefix[:-1]] = iri[1:-1]
            else:
                statement = self._statement(pending)
                pending = []
                _add(source.sections[-1], statement)
        source.sections[-1].comments += _without_end(pending)
        return source

    def _statement(self, comments: list[str]) -> Statement:
        subject = self._take("iri", "name")
        pairs = self._pairs(".")
        self._mark(".")
        return Statement(subject, pairs, comments)

    def _pairs(self, end: str) -> Pairs:
        pairs = Pairs()
        while self._peek() != end:
            predicate = self._take("iri", "name")
            objects = pairs.rows.setdefault(predicate, [])
            while True:
                node = self._node()
                if node not in objects:
                    objects.append(node)
                if self._peek() != ",":
                    break
                self._mark(",")
            while self._peek() == ";":
                self._mark(";")
        return pairs

    def _node(self) -> Node:
        if self._peek() == "[":
            self._mark("[")
            pairs = self._pairs("]")
            self._mark("]")
            return pairs
        if self._peek() == "(":
            self._mark("(")
            members: list[Node] = []
            while self._peek() != ")":
                members.append(self._node())
            self._mark(")")
            return members
        return self._take("iri", "name", "string", "number")

    def _peek(self) -> str:
        if self._at >= len(self._tokens):
            raise ValueError("the file ends within a statement")
        kind, text, line = self._tokens[self._at]
        if kind == "comment":
            raise ValueError(f"line {line}: a comment within a statement would be lost; put it above: {text}")
        return text

    def _take(self, *kinds: str) -> str:
        text = self._peek()
        kind, _, line = self._tokens[self._at]
        if kind not in kinds:
            raise ValueError(f"line {line}: {text!r} stands where {' or '.join(kinds)} is wanted")
        self._at += 1
        return text

    def _mark(self, mark: str) -> None:
        text = self._peek()
        if text != mark:
            raise ValueError(f"line {self._tokens[self._at][2]}: {text!r} stands where {mark!r} is wanted")
        self._at += 1


def _add(section: Section, statement: Statement) -> None:
    for other in section.statements:
        if other.subject == statement.subject:
            other.comments += statement.comments
            for predicate, objects in statement.pairs.rows.items():
                kept = other.pairs.rows.setdefault(predicate, [])
                kept += [o for o in objects if o not in kept]
            return
    section.statements.append(statement)


def _without_end(comments: list[str]) -> list[str]:
    return comments[:-1] if comments and not comments[-1] else comments


def _tokens(text: str) -> Iterator[tuple[str, str, int]]:
    at, line, former = 0, 1, ""
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"line {line}: not Turtle as our files have it: {text[at : at + 40]!r}")
        kind = match.lastgroup or ""
        if kind != "space":
            yield kind, match[0], line
        elif former == "comment" and match[0].count("\n") > 1:
            yield "blank", "", line
        former = kind
        line += match[0].count("\n")
        at = match.end()
