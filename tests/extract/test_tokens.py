"""Words and marks."""

from __future__ import annotations

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
