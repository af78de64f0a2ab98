"""Marked words: nothing of the text is lost, and each stretch names the claims that rest on it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from belligraph.web.highlights import around, cut

TEXT = "abcdefghij"


def test_words_that_two_passages_share_are_marked_once_for_both() -> None:
    pieces = cut(TEXT, [(1, 5, 1), (3, 8, 2)])
    assert [(p.text, p.claims) for p in pieces] == [("a", ()), ("bc", (1,)), ("de", (1, 2)), ("fgh", (2,)), ("ij", ())]
    assert [p.ends for p in pieces] == [(), (), (1,), (2,), ()]
    assert [p.begins for p in pieces] == [(), ("passage-1-5",), ("passage-3-8",), (), ()]


def test_a_passage_within_another_keeps_its_own_edges() -> None:
    pieces = cut(TEXT, [(0, 10, 1), (2, 4, 2)])
    assert [(p.text, p.claims) for p in pieces] == [("ab", (1,)), ("cd", (1, 2)), ("efghij", (1,))]


def test_a_passage_of_two_claims_has_one_anchor() -> None:
    assert cut(TEXT, [(2, 4, 1), (2, 4, 2)])[1].begins == ("passage-2-4",)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10), st.integers(1, 5)), max_size=8))
def test_no_character_is_lost_and_each_is_marked_by_just_the_claims_that_cover_it(raw: list[tuple[int, int, int]]) -> None:
    passages = [(min(a, b), max(a, b), n) for a, b, n in raw if a != b]
    pieces = cut(TEXT, passages)
    assert "".join(p.text for p in pieces) == TEXT
    position = 0
    for piece in pieces:
        for offset in range(position, position + len(piece.text)):
            assert set(piece.claims) == {n for s, e, n in passages if s <= offset < e}
        position += len(piece.text)


def test_a_claim_is_shown_with_the_paragraph_around_its_words() -> None:
    pieces = around("one\ntwo three\nfour", [(8, 13, 1)])
    assert [(p.text, p.claims) for p in pieces] == [("two ", ()), ("three", (1,))]
