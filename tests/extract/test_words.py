"""The words of a sentence by their places."""

from __future__ import annotations

import pytest

from belligraph.extract.parse import Parsed
from belligraph.extract.parsing import parse
from belligraph.extract.text import normalise, split


@pytest.fixture
def parsed() -> Parsed:
    view = normalise("A drone hit a ship, and the ship hit a reef.")
    (sentence,), _ = split(view)
    return parse(view, sentence, None)


def test_places_of_several_words_come_in_the_order_of_the_sentence(parsed: Parsed) -> None:
    assert parsed.at(frozenset(["ship", "hit", "mine"])) == [2, 4, 8, 9]


def test_words_that_do_not_stand_there_have_no_places(parsed: Parsed) -> None:
    cues = frozenset(["mine", "tank"])
    assert parsed.at(cues) == []
    assert not parsed.has(cues)


def test_one_cue_of_several_is_enough(parsed: Parsed) -> None:
    assert parsed.has(frozenset(["mine", "reef"]))


def test_outside_the_sentence_stands_no_word(parsed: Parsed) -> None:
    assert (parsed.lower(-1), parsed.lower(len(parsed.tokens))) == ("", "")
