"""The ontology's files are in the one form, and formatting never changes what they say."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pyoxigraph
import pytest

from belligraph.assets import ontology_folder, shapes_folder
from belligraph.errors import InputError
from belligraph.ontology.formatting import format_file, format_turtle
from belligraph.ontology.turtle_source import read_source

FILES = sorted(
    [
        *ontology_folder().glob("*.ttl"),
        *(shapes_folder() / "ontology").glob("*.ttl"),
        *(shapes_folder() / "examples").glob("*.ttl"),
    ]
)
OTHERS = sorted(shapes_folder().glob("*.ttl"))


def triples(text: str) -> pyoxigraph.Dataset:
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(text.encode(), format=pyoxigraph.RdfFormat.TURTLE))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_of_the_ontology_is_in_the_one_form(path: Path) -> None:
    text = path.read_text("utf-8")
    assert format_turtle(text) == text, "run make format-ontology"


@pytest.mark.parametrize("path", FILES + OTHERS, ids=lambda path: path.name)
def test_formatting_keeps_every_triple_and_every_comment(path: Path) -> None:
    text = path.read_text("utf-8")
    formatted = format_turtle(text)
    assert triples(formatted) == triples(text)
    assert comments(formatted) == comments(text)
    assert format_turtle(formatted) == formatted


def comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.splitlines() if line.startswith("#"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_order_of_predicates_objects_and_prefixes_does_not_matter(path: Path) -> None:
    text = path.read_text("utf-8")
    source = read_source(text)
    chance = random.Random(3)
    prefixes = [f"@prefix {name}: <{iri}> .\n" for name, iri in source.prefixes.items()]
    chance.shuffle(prefixes)
    scrambled = "".join(f"{line}\n" for line in source.head) + "".join(prefixes)
    for section in source.sections:
        if section.title is not None:
            scrambled += f"# {'-' * 64} {section.title}\n"
        for statement in section.statements:
            rows = [f"{p} {' , '.join(chance.sample(objects, len(objects)))}" for p, objects in flat(statement.pairs.rows)]
            chance.shuffle(rows)
            scrambled += "".join(f"{line}\n" for line in statement.comments)
            scrambled += f"{statement.subject} {' ; '.join(rows)} .\n"
        scrambled += "".join(f"{line}\n" for line in section.comments)
    assert scrambled != text
    assert format_turtle(scrambled) == text


def flat(rows: object) -> list[tuple[str, list[str]]]:
    assert isinstance(rows, dict)
    for objects in rows.values():
        if not all(isinstance(o, str) for o in objects):
            pytest.skip("blank nodes and lists are not scrambled here")
    return list(rows.items())


def test_a_subject_that_stands_twice_in_a_section_is_brought_together() -> None:
    text = "@prefix e: <http://e.example/> .\n\ne:a e:p 1 .\ne:b e:p 2 .\ne:a e:q 3 , 3 ; e:p 0 .\n"
    assert format_turtle(text).count("e:a\n") == 1
    assert triples(format_turtle(text)) == triples(text)


def test_unused_prefixes_go_and_long_names_are_shortened() -> None:
    text = '@prefix z: <http://z.example/> .\n@prefix e: <http://e.example/> .\n<http://e.example/a> e:p "x"^^e:t .\n'
    assert format_turtle(text) == '@prefix e: <http://e.example/> .\n\ne:a\n    e:p "x"^^e:t .\n'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("@prefix e: <http://e.example/> .\ne:a e:p 1 ;\n  # lost\n  e:q 2 .\n", "line 3"),
        ("@prefix e: <http://e.example/> .\n\ne:a e:p ! .\n", "line 3"),
        ("@prefix e: <http://e.example/> .\ne:a e:p 1 .\n@prefix f: <http://f.example/> .\n", "line 3"),
        ("@prefix e: <http://e.example/> .\ne:a e:p 1", "ends within"),
        ("@prefix e: <http://e.example/> .\ne:a . e:p 1 .", "line 2"),
    ],
)
def test_what_cannot_be_formatted_is_refused_with_its_line_and_left_as_it_was(tmp_path: Path, text: str, line: str) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(text)
    with pytest.raises(InputError, match=line):
        format_file(path)
    assert path.read_text() == text
