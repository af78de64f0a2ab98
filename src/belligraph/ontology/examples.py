"""For each shape a passing and a failing example: a small report that fulfils all of them, and one fault planted in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from belligraph.ontology.turtle_source import Source, Statement, read_source

__all__ = ["Example", "Examples", "load_examples"]


@dataclass(frozen=True, slots=True)
class Example:
    """What a fault is, and the statements that it touches, before and after."""

    fault: str
    passing: Source
    failing: Source


@dataclass(frozen=True, slots=True)
class Examples:
    """The whole passing report, and an example for each shape by the shape's local name."""

    report: Source
    by_shape: Mapping[str, Example]

    def broken(self, shape: str) -> list[Statement]:
        """The statements of the whole report with the shape's fault in it."""
        failing = {s.subject: s for s in _statements(self.by_shape[shape].failing)}
        touched = {s.subject for s in _statements(self.by_shape[shape].passing)} | set(failing)
        kept = [s for s in _statements(self.report) if s.subject not in touched]
        return kept + [s for s in failing.values() if s.pairs.rows]


def load_examples(folder: Path) -> Examples:
    """The examples in a folder of shapes.

    Raises:
        ValueError: a fault takes away what is not there, or is no TOML or Turtle.
    """
    report = read_source((folder / "examples" / "report.ttl").read_text("utf-8"))
    content = tomllib.loads((folder / "examples" / "faults.toml").read_text("utf-8"))
    prefixes = content.pop("prefixes")
    report.prefixes.update(_read(prefixes, "").prefixes)  # a fault may need one that the report has no use for
    return Examples(report, {shape: _example(shape, fault, prefixes, report) for shape, fault in content.items()})


def _example(shape: str, fault: Mapping[str, str], prefixes: str, report: Source) -> Example:
    taken, put = (_read(prefixes, fault.get(name, "")) for name in ("without", "with"))
    touched = [s.subject for s in (*_statements(taken), *_statements(put))]
    passing = [deepcopy(s) for s in _statements(report) if s.subject in touched]
    failing = {s.subject: s for s in deepcopy(passing)}
    for statement in _statements(taken):
        for predicate, objects in statement.pairs.rows.items():
            rows = failing[statement.subject].pairs.rows if statement.subject in failing else {}
            for obj in objects:
                if obj not in rows.get(predicate, []):
                    raise ValueError(f"{shape}: {statement.subject} {predicate} {obj} is not in the report")
                rows[predicate].remove(obj)
            if not rows[predicate]:
                del rows[predicate]
    for statement in _statements(put):
        new = failing.setdefault(statement.subject, Statement(statement.subject, type(statement.pairs)()))
        for predicate, objects in statement.pairs.rows.items():
            new.pairs.rows.setdefault(predicate, []).extend(objects)
    return Example(fault["fault"], _source(report, passing), _source(report, [s for s in failing.values() if s.pairs.rows]))


def _read(prefixes: str, text: str) -> Source:
    return read_source(f"{prefixes}\n{text}")


def _statements(source: Source) -> list[Statement]:
    return [statement for section in source.sections for statement in section.statements]


def _source(report: Source, statements: list[Statement]) -> Source:
    section = deepcopy(report.sections[0])
    section.statements = statements
    section.comments = []
    return Source([], report.prefixes, [section])
