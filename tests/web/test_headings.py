"""What an article without a title is called."""

from __future__ import annotations

import pytest

from belligraph.web.headings import heading_of

LONG = (
    "Raiders shelled the river port of Mirefield before dawn on Sunday and killed between three and five guards of the "
    "harbour watch, two officials said. The governor denied it."
)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Raiders shell river port\n\nThe port burned.", "Raiders shell river port"),
        ("\n  \n---\nRaiders  shell\triver port \n\nThe port burned.", "Raiders shell river port"),
        ("WORLD\nRaiders shell river port\nBy Ada Brandt\n" + LONG, "Raiders shell river port"),
        ("Col. Ada Brandt spoke of one wounded. " + LONG, "Col. Ada Brandt spoke of one wounded."),
        ("“We hit them twice last night!” he said. " + LONG, "“We hit them twice last night!”"),
        ("MIREFIELD\n" + LONG, f"{LONG[: LONG.index(' the harbour')]} …"),
        ("Attack", "Attack"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_an_article_goes_by_its_first_headline_like_line_or_its_first_sentence(text: str, heading: str) -> None:
    assert heading_of(text) == heading


def test_a_heading_is_short_whatever_the_text() -> None:
    assert len(heading_of("word " * 1000)) <= 112
    assert len(heading_of("x" * 5000)) <= 112
