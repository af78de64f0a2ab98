"""The role rules: what each pattern finds, and what they leave alone. All sentences were written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belligraph.extract.roles import RoleRules
from belligraph.extract.roles.candidates import MAX_TOKENS, read_sentences
from belligraph.extract.roles.chunks import find_chunks


def fillers(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for f in RoleRules().fillers(text):
        assert text[f.start : f.end] == f.words
        found.setdefault(f.role, []).append(f.words)
    return found


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("three gunmen murdered judge pedro luis aldana in the north.", "PerpInd", ["three gunmen"]),
        ("three gunmen murdered judge pedro luis aldana in the north.", "Victim", ["pedro luis aldana"]),
        ("mayor ana maria solis was kidnapped by rebels.", "Victim", ["ana maria solis"]),
        ("mayor ana maria solis was kidnapped by rebels.", "PerpInd", ["rebels"]),
        ("the murder of jorge benitez shocked the town.", "Victim", ["jorge benitez"]),
        ("a powerful bomb exploded in front of the telephone office.", "Weapon", ["bomb"]),
        ("a powerful bomb exploded in front of the telephone office.", "Target", ["telephone office"]),
        ("two banks were damaged by the blast.", "Target", ["banks"]),
        ("unidentified men threw a grenade at a school bus.", "Target", ["school bus"]),
        ("unidentified men threw a grenade at a school bus.", "PerpInd", ["unidentified men"]),
        ("the attack was attributed to the shining path.", "PerpOrg", ["shining path"]),
        ("eln rebels dynamited the oil pipeline.", "PerpOrg", ["eln"]),
        ("eln rebels dynamited the oil pipeline.", "PerpInd", ["rebels"]),
        ('"shining path" guerrillas burned a farm.', "PerpOrg", ["shining path"]),
        ("the rebels attacked the governor's residence.", "Target", ["governor's residence"]),
        ("members of the fmln killed hugo rivas.", "PerpOrg", ["fmln"]),
    ],
)
def test_a_pattern_finds_its_filler(text: str, role: str, words: list[str]) -> None:
    assert fillers(text)[role] == words


@pytest.mark.parametrize(
    "text",
    [
        "president luis herrera met the ministers on trade.",
        "the rebels threatened to bomb the hotel.",
        "the bank opened a new office.",
        "",
    ],
)
def test_a_text_without_an_act_yields_nothing(text: str) -> None:
    assert fillers(text) == {}


def test_a_person_is_one_victim_under_the_longest_name() -> None:
    text = "ernesto mora was shot by gunmen. mora was a lawyer. the murder of ernesto mora paz was condemned."
    assert fillers(text)["Victim"] == ["ernesto mora paz"]


def test_what_is_military_is_no_target() -> None:
    assert "Target" not in fillers("guerrillas shot down a helicopter and attacked the garrison.")


def test_nobody_is_told_to_do_it_where_people_only_die() -> None:
    assert fillers("soldiers and men killed in the clash were buried.") == {}


def test_capitals_do_not_matter() -> None:
    text = "three gunmen murdered judge pedro luis aldana with a pistol."
    assert {r: [w.lower() for w in ws] for r, ws in fillers(text.upper()).items()} == fillers(text)


def test_phrases_leave_out_articles_and_the_names_of_groups() -> None:
    sentence = read_sentences("the fmln rebels and a senator")[0]
    spans = [" ".join(sentence.words[c.first : c.last]) for c in find_chunks(sentence)]
    assert spans == ["rebels", "senator"]


@given(st.text(max_size=300))
def test_fillers_stand_in_any_text(text: str) -> None:
    for f in RoleRules().fillers(text):
        assert text[f.start : f.end] == f.words


def test_a_text_without_full_stops_is_cut_into_bounded_sentences() -> None:
    words = "rebels and the " * 1000
    sentences = read_sentences(words)
    assert max(len(s.words) for s in sentences) <= MAX_TOKENS
    assert [w for s in sentences for w in s.words] == words.split()
