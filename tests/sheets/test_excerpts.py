"""Quotes in their sentences, on one line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from belligraph.model.sheet import Evidence
from belligraph.sheets.excerpts import excerpt


def span(text: str, quote: str) -> Evidence:
    start = text.index(quote)
    return Evidence(start, start + len(quote), quote)


def test_the_quote_is_marked_in_its_sentence_and_no_other() -> None:
    text = "It rained. Raiders shelled the port, Gen. A. Stone said. Nobody was hurt."
    assert excerpt(text, span(text, "shelled the port")) == "Raiders ⟪shelled the port⟫, Gen. A. Stone said."


def test_a_line_break_ends_a_sentence_and_one_in_the_quote_is_a_space() -> None:
    text = "Headline\nRaiders shelled\u00a0the\nport at night\nMore news"
    assert excerpt(text, span(text, "shelled\u00a0the\nport")) == "Raiders ⟪shelled the port⟫ at night"


def test_long_sentences_are_cut_at_words() -> None:
    text = "word " * 60 + "Raiders struck" + " word" * 60
    shown = excerpt(text, span(text, "Raiders struck"), before=20, after=20)
    assert shown == "… word word word ⟪Raiders struck⟫ word word word …"


def test_a_quote_that_does_not_stand_is_shown_by_itself() -> None:
    assert excerpt("Short.", Evidence(3, 9, "nothing")) == "⟪nothing⟫"


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 50))
def test_an_excerpt_is_one_printable_line(text: str, start: int, length: int) -> None:
    quote = text[start : start + length]
    shown = excerpt(text, Evidence(start, start + len(quote), quote))
    assert shown.isprintable()
    assert "⟪" in shown
