"""Words and marks."""

from __future__ import annotations

from collections.abc import Callable

from belligraph.extract.tokens import tokenise


def _texts(text: str) -> list[str]:
    return [t.text for t in tokenise(text, 0, len(text))]


def test_abbreviated_names_and_hyphened_adjectives_are_one_token() -> None:
    assert _texts("A U.S.-owned ship of the U.S. fleet") == ["A", "U.S.-owned", "ship", "of", "the", "U.S.", "fleet"]


def test_numbers_with_thousands_are_one_token() -> None:
    assert _texts("2,500 men, 3.5 km") == ["2,500", "men", ",", "3.5", "km"]


def test_possessive_is_a_token_of_its_own() -> None:
    assert _texts("Monday's raid") == ["Monday", "'s", "raid"]


def test_possessive_of_a_plural_is_looked_up_like_that_of_a_singular() -> None:
    assert [t.lower for t in tokenise("the rebels' base", 0, 16)] == ["the", "rebels", "'s", "base"]


def test_is_in_capitals_is_the_group_and_no_verb(told: Callable[[str], list[str]]) -> None:
    claims = told("IS militants attacked a Syrian checkpoint on Monday. The army killed two IS fighters near Raqqa.")
    assert {"attack_1 attacker IS militants", "attack_1 target Syrian checkpoint"} <= set(claims)
    assert any(line == "attack_2 target IS fighters" for line in claims)


def test_is_among_words_in_capitals_is_the_verb(told: Callable[[str], list[str]]) -> None:
    claims = told("WAR IS FAR FROM OVER, MINISTER SAYS\n\nRebels attacked a French base in Mali on Monday.")
    assert not any("IS" in line.split() for line in claims)
