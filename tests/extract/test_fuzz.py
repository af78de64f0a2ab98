"""Any text gives a sheet: no crash, exact quotes, unique ids, no furniture as evidence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belligraph.extract import Extractor, RuleExtractor
from belligraph.extract.lexicon import word_set
from belligraph.model.article import Article
from belligraph.model.sheet import Actor, Event, Evidence, FactSheet, Place

WORDS = [
    *sorted(
        word_set(
            """the a an attack attacks strike strikes attacked struck fired missile missiles drone rockets at on by in near
from with and or , . " ' \u201c \u201d \u2019s ( ) ; : - U.S. US Iran Iran-backed Houthi Houthis rebels
militia forces troops ship ships killed killing injured injuries no several at least 12 2,500 dozens of people
civilians said says officials Reuters citing reported that according to Gen. Ana Ruiz Pentagon spokesman
Tuesday since October 17 on yesterday Gaza Red Sea Syria base prompting retaliation response linked support
for times including has 900 their its it they which who was were been destroyed shot down threat imminent
posed carried out first responsibility claimed \u00ad \u200b \U0001f680 é 攻撃"""
        )
    ),
    "\n",
    "\n\n",
    "\u00a0",
]
SOUP = st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join)
DAYS = st.none() | st.dates(min_value=date.min, max_value=date.max)


def _check(text: str, sheet: FactSheet) -> None:
    things: list[Actor | Place | Event] = [*sheet.actors, *sheet.places, *sheet.events]
    ids = [t.id for t in things]
    assert len(ids) == len(set(ids))
    assert len({c.id for c in sheet.claims}) == len(sheet.claims)
    evidence: list[Evidence] = [e for t in (*things, *sheet.claims) for e in t.evidence]
    furniture = sheet.article.furniture
    for e in [*evidence, *furniture]:
        assert e.quote
        assert text[e.start : e.end] == e.quote
    for e in evidence:
        assert not any(e.start < f.end and f.start < e.end for f in furniture)
    for claim in sheet.claims:
        assert set(claim.attributed_to) | {claim.subject} <= set(ids)
        assert claim.hedge is None or claim.hedge in text


@given(text=st.text(max_size=400), published=DAYS)
def test_random_text_gives_a_sound_sheet(text: str, published: date | None) -> None:
    _check(text, RuleExtractor().extract(Article(text, published=published)))


@given(text=SOUP, published=DAYS)
def test_soup_of_the_right_words_gives_a_sound_sheet(text: str, published: date | None) -> None:
    _check(text, RuleExtractor().extract(Article(text, published=published)))


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", '"', "\ufeff", "attack", "The attack.", "(((((", "'s 's 's"])
def test_text_that_tells_nothing_gives_no_claims(text: str) -> None:
    sheet = RuleExtractor().extract(Article(text))
    assert sheet.claims == ()
    assert sheet.events == ()


def test_rule_extractor_is_an_extractor_and_signs_its_sheets() -> None:
    extractor: Extractor = RuleExtractor()
    sheet = extractor.extract(Article("Nothing happened."))
    assert sheet.extractor is not None
    assert (sheet.extractor.name, sheet.extractor.version) == (extractor.name, extractor.version)
    assert extractor.name == "belligraph-rules"
