"""Questions: the product's own SPARQL queries, as files with a header that says what they ask and with which parameters.

    # title: Who attacked, and who says so
    # purpose: one or more lines are one line here
    # question: 1                                    its number among the competency questions, if it is one
    # param place: words of the place's name         what a parameter means
    # param harm (injured|killed): which figures     a parameter with a closed set of values
    # columns: event attacker speaker

A parameter is a line of the query itself, `VALUES ?place { "Ain al-Asad" }`, which also gives its default and its kind: a
string, an xsd:date or an integer. So each file runs as it stands, on any endpoint, and whoever pastes it into a form can
change the line by hand. `Question.with_values` writes other values there, as whole terms and never as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from belligraph.errors import UsageError
from belligraph.ntriples import Term, value_of

__all__ = ["Parameter", "Question", "read_question", "read_questions"]

_HEADER = re.compile(r"# ?(title|purpose|question|columns|param (?P<name>\w+)(?: \((?P<choices>[^)]+)\))?): ?(?P<said>.*)")
_STRING, _DATE, _INTEGER = r'"(?:[^"\\\n]|\\.)*"', r'"[0-9-]+"\^\^xsd:date', r"-?[0-9]+"
_VALUES = r"VALUES \?{name} \{{ (?P<term>{term}) \}}"
# XML 1.0's forbidden controls cannot be in a result, a surrogate cannot be in UTF-8: neither can be in a value
_UNUSABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes: its name, what it means, its default as a person writes it, what it may be."""

    name: str
    meaning: str
    default: str
    kind: str
    """`text`, `date` or `number`."""
    choices: tuple[str, ...] = ()

    def term(self, value: str) -> str:
        """The value as a term of SPARQL.

        Raises:
            UsageError: no date, no number, none of the choices, or a character that no text may hold.
        """
        if self.choices and value not in self.choices:
            raise self._refused(value, f"is none of {', '.join(self.choices)}", "Give one of these.")
        if self.kind == "date":
            if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) or not _is_day(value):
                raise self._refused(value, "is no day of the calendar", "Write it as YYYY-MM-DD.")
            return f'"{value}"^^xsd:date'
        if self.kind == "number":
            if not re.fullmatch(r"-?[0-9]{1,9}", value):
                raise self._refused(value, "is no whole number", "Write it in digits.")
            return str(int(value))
        if unusable := _UNUSABLE.search(value):
            raise self._refused(value, f"holds the character U+{ord(unusable[0]):04X}", "Leave it out.")
        return '"' + re.sub(r'[\t\n\r"\\]', lambda m: _ESCAPES[m[0]], value) + '"'

    def _refused(self, value: str, problem: str, remedy: str) -> UsageError:
        return UsageError(f"{value!r} {problem}", where=f"parameter {self.name}", remedy=remedy)


@dataclass(frozen=True, slots=True)
class Question:
    """One query with what its header says of it. `number` is its place among the competency questions, None for others."""

    name: str
    title: str
    purpose: str
    number: int | None
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    text: str

    def with_values(self, values: Mapping[str, str]) -> str:
        """The query with those values for its parameters, and the defaults for the others.

        Raises:
            UsageError: a parameter that the question does not have, or a value that does not fit.
        """
        known = {p.name: p for p in self.parameters}
        text = self.text
        for name, value in values.items():
            if name not in known:
                takes = ", ".join(known) or "none"
                raise UsageError(f"the question {self.name} has no parameter {name!r}", remedy=f"It takes: {takes}.")
            line = f"VALUES ?{name} {{ {known[name].term(value)} }}"
            text = re.sub(_line_of(name), lambda _, line=line: line, text)  # type: ignore[misc]
        return text


def read_questions(folder: Path) -> tuple[Question, ...]:
    """The questions of a folder (`*.rq`), competency questions by number, others by name.

    Raises:
        ValueError: as `read_question`.
    """
    questions = [read_question(path) for path in folder.glob("*.rq")]
    return tuple(sorted(questions, key=lambda q: (q.number or 0, q.name)))


def read_question(path: Path) -> Question:
    """The question in a file.

    Raises:
        ValueError: a parameter of the header that has no VALUES line in the query.
    """
    text = path.read_text("utf-8")
    said: dict[str, str] = {}
    parameters = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header = _HEADER.fullmatch(line)
        if header is None:
            continue  # a remark
        if header["name"]:
            parameters.append(_parameter(header["name"], header["choices"], header["said"], text, path))
        else:
            said[header[1]] = header["said"].strip()
    number = said.get("question")
    return Question(
        path.stem,
        said.get("title", path.stem),
        said.get("purpose", ""),
        int(number) if number else None,
        tuple(parameters),
        tuple(said.get("columns", "").split()),
        text,
    )


def _parameter(name: str, choices: str | None, meaning: str, text: str, path: Path) -> Parameter:
    found = re.search(_line_of(name), text)
    if found is None:
        raise ValueError(f"{path}: the parameter {name} has no line VALUES ?{name} {{ … }}")
    term = found["term"]
    kind = "date" if term.endswith("^^xsd:date") else "text" if term.startswith('"') else "number"
    default = term if kind == "number" else value_of(Term(term))
    return Parameter(name, meaning.strip(), default, kind, tuple(choices.split("|")) if choices else ())


def _line_of(name: str) -> str:
    return _VALUES.format(name=re.escape(name), term=f"{_DATE}|{_STRING}|{_INTEGER}")


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
