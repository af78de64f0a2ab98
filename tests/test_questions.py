"""Questions as files: their headers, their parameters, and that no value can be more than a value."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from belligraph.assets import competency_folder, queries_folder
from belligraph.errors import UsageError
from belligraph.questions import Parameter, Question, read_question, read_questions

TEXT = """# title: Where: and when
# purpose: to see
# question: 7
# param place: a name; empty for any
# param day: a day
# param how (often|seldom): one of two
# param least: a number
# columns: place day how least
# a remark: of no account
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?place ?day ?how ?least WHERE {
  VALUES ?place { "Old \\"Harrow\\"" }
  VALUES ?day { "2024-05-06"^^xsd:date }
  VALUES ?how { "often" }
  VALUES ?least { 3 }
}
"""
COMPETENCY = {1, 2, 3, 4, 5, 7, 8, 9, 11, 12, 13, 14, 17, 18, 19, 20, 22, 23, 24, 27, 28, 30}


@pytest.fixture
def question(tmp_path: Path) -> Question:
    (tmp_path / "where.rq").write_text(TEXT, "utf-8")
    return read_question(tmp_path / "where.rq")


def answer(text: str) -> dict[str, str]:
    solutions = ox.Store().query(text)
    assert isinstance(solutions, ox.QuerySolutions)
    (row,) = solutions
    return {v.value: row[v].value for v in solutions.variables}


def test_the_header_and_the_values_lines_make_the_question(question: Question) -> None:
    assert (question.name, question.title, question.purpose, question.number) == ("where", "Where: and when", "to see", 7)
    assert question.columns == ("place", "day", "how", "least")
    assert [(p.name, p.kind, p.default, p.choices) for p in question.parameters] == [
        ("place", "text", 'Old "Harrow"', ()),
        ("day", "date", "2024-05-06", ()),
        ("how", "text", "often", ("often", "seldom")),
        ("least", "number", "3", ()),
    ]
    assert question.parameters[0].meaning == "a name; empty for any"


def test_values_replace_defaults_and_the_others_stay(question: Question) -> None:
    asked = question.with_values({"day": "2024-02-29", "least": "-12"})
    assert answer(asked) == {"place": 'Old "Harrow"', "day": "2024-02-29", "how": "often", "least": "-12"}
    assert question.with_values({}) == TEXT


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]))
    | st.sampled_from(['\\u0022 } # "', '" } UNION { ?s ?p ?o', "\\1"])
)
def test_a_text_comes_out_as_it_went_in_whatever_it_holds(value: str) -> None:
    lines = 'SELECT ?place WHERE {\n  VALUES ?place { "x" }\n}\n'
    asked = Question("q", "q", "", None, (_place(),), ("place",), lines).with_values({"place": value})
    assert answer(asked) == {"place": value}


def _place() -> Parameter:

    return Parameter("place", "a name", "x", "text")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("day", "2024-02-30", "2024-02-30"),
        ("day", "yesterday", "YYYY-MM-DD"),
        ("how", "never", "often, seldom"),
        ("least", "3 }", "whole number"),
        ("place", "a\x00b", "U+0000"),
        ("plaace", "x", "place, day, how, least"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_name(question: Question, name: str, value: str, told: str) -> None:
    with pytest.raises(UsageError, match=name) as caught:
        question.with_values({name: value})
    assert told in str(caught.value)


def test_a_parameter_without_its_line_is_a_fault_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "q.rq"
    path.write_text("# param x: nowhere\nSELECT * {}\n", "utf-8")
    with pytest.raises(ValueError, match="x has no line"):
        read_question(path)


def test_the_competency_questions_are_all_there_in_the_order_of_their_numbers() -> None:
    questions = read_questions(competency_folder())
    assert [q.number for q in questions] == sorted(COMPETENCY)
    assert len({q.name for q in questions}) == len(questions) == 22


@pytest.mark.parametrize("folder", [queries_folder(), competency_folder()], ids=["starters", "competency"])
def test_each_query_says_what_it_asks_and_has_an_order(folder: Path) -> None:
    for question in read_questions(folder):
        assert question.title, question.name
        assert question.purpose, question.name
        assert question.columns, question.name
        assert "ORDER BY" in question.text, question.name
        solutions = ox.Store().query(question.text)
        assert isinstance(solutions, ox.QuerySolutions)
        assert tuple(v.value for v in solutions.variables) == question.columns, question.name
        assert all(p.meaning for p in question.parameters), question.name
