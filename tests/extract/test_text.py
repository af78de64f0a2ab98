"""The normalised view, sentences, the headline and page furniture."""

from __future__ import annotations

from collections.abc import Callable

from belligraph.extract.text import normalise, split


def _sentences(text: str) -> list[str]:
    view = normalise(text)
    return [view.normal[s.start : s.end] for s in split(view)[0]]


def test_quotes_and_no_break_spaces_are_plain_in_the_view_and_kept_in_evidence() -> None:
    text = "The\u00a0rebels\u2019 \u201cbase\u201d"
    view = normalise(text)
    assert view.normal == 'The rebels\' "base"'
    assert view.evidence(0, 11).quote == "The\u00a0rebels\u2019"


def test_invisible_characters_do_not_move_evidence() -> None:
    view = normalise("mili\u00adtia\u200b fired")
    assert view.normal == "militia fired"
    evidence = view.evidence(8, 13)
    assert (evidence.start, evidence.end, evidence.quote) == (10, 15, "fired")


def test_titles_and_initials_do_not_end_a_sentence() -> None:
    assert _sentences("Gen. Ana Ruiz spoke. The U.S. Navy sailed on Sept. 3 to St. Croix. It left.") == [
        "Gen. Ana Ruiz spoke.",
        "The U.S. Navy sailed on Sept. 3 to St. Croix.",
        "It left.",
    ]


def test_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert _sentences('He said: "Stop." They left.') == ['He said: "Stop."', "They left."]


def test_first_short_line_without_a_full_stop_is_the_headline() -> None:
    sentences, _ = split(normalise("Rebels shell harbor town at dawn\n\nRebels shelled the town on Monday."))
    assert [s.headline for s in sentences] == [True, False]


def test_a_single_line_has_no_headline() -> None:
    sentences, _ = split(normalise("Rebels shelled the town on Monday"))
    assert [s.headline for s in sentences] == [False]


def test_furniture_is_marked_and_no_sentence_holds_it() -> None:
    text = (
        "The town was shelled.\nMINISTER UNDER FIRE OVER LAVISH TRIP TO SUMMIT\nThe Daily Post contributed to this report.\n"
        "Quotes delayed at least 15 minutes."
    )
    view = normalise(text)
    sentences, furniture = split(view)
    assert [view.normal[a:b] for a, b in furniture] == text.split("\n")[1:]
    assert [view.normal[s.start : s.end] for s in sentences] == ["The town was shelled."]


def test_empty_text_has_no_sentences() -> None:
    assert split(normalise("")) == ((), ())
    assert split(normalise(" \n\t ")) == ((), ())


def test_a_text_all_in_small_letters_has_its_names_known(told: Callable[[str], list[str]]) -> None:
    claims = told("the shining path claimed responsibility. shining path guerrillas attacked a bus in peru on 3 may 1990.")
    assert "attack_1 attacker shining path" in claims
    assert "attack_1 attacker guerrillas" in claims
    assert "attack_1 target bus" in claims
    assert not [c for c in claims if c.startswith("attack_2")]


def test_a_word_in_small_letters_is_no_name_where_others_have_capitals(told: Callable[[str], list[str]]) -> None:
    assert not [c for c in told("The army said that turkey was attacked by dogs.") if "turkey" in c and "attacker" in c]


def test_another_storys_headline_amid_the_body_is_furniture() -> None:
    text = (
        "Rebels shelled a convoy near Mirefield on Monday.\n\nDeath Toll Climbs After Hotel Attack in Southtown\n\n"
        "The army said it was investigating."
    )
    view = normalise(text)
    sentences, furniture = split(view)
    assert [view.normal[start:end] for start, end in furniture] == ["Death Toll Climbs After Hotel Attack in Southtown"]
    assert len(sentences) == 2


def test_brackets_of_an_editor_do_not_move_evidence() -> None:
    view = normalise('"The [Freedonian] army struck," he said.')
    assert view.normal == '"The Freedonian army struck," he said.'
    start = view.normal.index("army")
    assert view.evidence(start, start + 4).quote == "army"
    assert normalise("Five were hurt.[7] They fled.").normal == "Five were hurt.[7] They fled."


def test_a_backer_is_known_without_a_hyphen(told: Callable[[str], list[str]]) -> None:
    claims = told("Iranian backed militias fired rockets at a base in Iraq.")
    assert any(c.endswith("sponsored_by Iran") for c in claims)
