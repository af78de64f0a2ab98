"""Noun phrases and the weapons in them."""

from __future__ import annotations

import pytest

from belligraph.extract.names import concepts_of, find_names
from belligraph.extract.phrases import find_phrases
from belligraph.extract.tokens import tokenise


def _phrases(text: str) -> list[tuple[str, str]]:
    tokens = tokenise(text, 0, len(text))
    found = find_phrases(tokens, find_names(tokens), frozenset())
    return [(p.kind.value, text[tokens[p.first].start : tokens[p.last - 1].end]) for p in found]


def test_verb_parts_subject_and_object() -> None:
    assert _phrases("Rebels attacked a fishing boat") == [("group", "Rebels"), ("thing", "a fishing boat")]


def test_headline_verb_is_no_noun() -> None:
    assert _phrases("US strikes rebel depot in Yemen") == [("state", "US"), ("thing", "rebel depot"), ("state", "Yemen")]


def test_nouns_that_look_like_verbs_stay_nouns() -> None:
    assert _phrases("The drone attack that followed the airstrikes")[0] == ("event", "The drone attack")


def test_titled_name_is_one_person() -> None:
    assert _phrases("Defense Minister Ana Ruiz spoke") == [("person", "Defense Minister Ana Ruiz")]
    assert _phrases("U.S. Secretary of State John Doe spoke") == [("person", "U.S. Secretary of State John Doe")]


def test_head_is_shared_by_a_list_of_adjectives() -> None:
    kinds = [kind for kind, _ in _phrases("French, coalition, and merchant vessels")]
    assert kinds == ["thing", "thing", "thing"]


def test_name_after_a_plural_begins_a_clause() -> None:
    assert _phrases("the drones Iran supplied")[:2] == [("thing", "the drones"), ("state", "Iran")]


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("two anti-ship ballistic missiles", ("anti-ship-missile", "ballistic-missile")),
        ("a cruise missile", ("cruise-missile",)),
        ("missiles", ("missile",)),
        ("an AC 130 aircraft", ("gunship",)),
        ("F-16 fighter jets", ("fighter-jet",)),
        ("an uncrewed surface vessel", ("drone-boat",)),
        ("one unmanned aerial vehicle", ("drone",)),
        ("a merchant vessel", ()),
    ],
)
def test_weapon_words_give_concepts(text: str, concepts: tuple[str, ...]) -> None:
    tokens = tokenise(text, 0, len(text))
    assert concepts_of(tokens, 0, len(tokens)) == concepts


def test_small_letters_are_no_names() -> None:
    tokens = tokenise("they told us of the us and Us", 0, 29)
    assert find_names(tokens) == {}


@pytest.mark.parametrize(
    "phrase",
    ['nine "terror infrastructure" sites', 'two "command" depots', 'a so-called "field hospital" building'],
)
def test_words_in_quotation_marks_belong_to_the_noun_behind_them(phrase: str) -> None:
    assert phrase in [words for _, words in _phrases(f"Freedonia struck {phrase} near the coast")]


def test_words_quoted_after_a_verb_begin_no_noun() -> None:
    assert '"terror" Freedonia' not in [words for _, words in _phrases('He called it "terror" Freedonia said')]
