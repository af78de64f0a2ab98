"""Fact sheets of text without capitals: the role rules say who, whom and with what. All texts are ours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from belligraph.evaluate import fillers_of
from belligraph.extract import RuleExtractor
from belligraph.extract.roles import RoleRules
from belligraph.model.article import Article
from belligraph.model.sheet import ActorKind, EventType, Property
from belligraph.sheets import check

TEXT = "eln guerrillas kidnapped mayor ana maria solis on monday. a bomb exploded in front of the town hall."


def test_a_sheet_tells_who_whom_and_with_what() -> None:
    sheet = RuleExtractor().extract(Article(TEXT))
    assert check(sheet, TEXT) == ()
    fillers = {role: {e[0] for e in entities} for role, entities in fillers_of(sheet).items()}
    assert fillers == {
        "PerpInd": {"guerrillas"},
        "PerpOrg": {"eln"},
        "Target": {"town hall"},
        "Victim": {"ana maria solis"},
        "Weapon": {"bomb"},
    }


def test_what_two_words_tell_is_not_joined_to_one_event() -> None:
    sheet = RuleExtractor().extract(Article(TEXT))
    actors = {a.id: a for a in sheet.actors}
    by_event = {
        e.id: {actors[c.object.ref].name for c in sheet.claims if c.subject == e.id and hasattr(c.object, "ref")}
        for e in sheet.events
        if e.type is EventType.ATTACK
    }
    assert {"eln", "guerrillas", "ana maria solis"} in by_event.values()
    assert {"town hall"} in by_event.values()
    assert next(a for a in sheet.actors if a.name == "ana maria solis").kind is ActorKind.PERSON


def test_a_claim_is_quoted_with_the_word_that_makes_it() -> None:
    sheet = RuleExtractor().extract(Article(TEXT))
    claim = next(c for c in sheet.claims if c.property is Property.INSTRUMENT)
    assert claim.evidence[0].quote == "bomb exploded"


def test_who_is_only_inferred_is_no_claim() -> None:
    text = "the bank was damaged by a blast. the rebels of the region denied it."
    sheet = RuleExtractor().extract(Article(text))
    assert not [c for c in sheet.claims if c.property is Property.ATTACKER]
    assert check(sheet, text) == ()


def test_text_with_capitals_is_left_to_the_news_rules() -> None:
    text = "Rebels attacked a convoy near Mirefield on Monday."
    found = {e[0] for e in fillers_of(RuleExtractor().extract(Article(text)))["Target"]}
    assert found == {"convoy"}
    assert "Target" not in {f.role for f in RoleRules().fillers(text)}


@given(
    st.text(alphabet="abcdef .,'\"-", max_size=120),
    st.sampled_from(["killed", "murder of", "bomb", "attacked", "kidnapped"]),
)
def test_every_quote_of_such_a_sheet_stands(noise: str, word: str) -> None:
    text = f"rebels {word} jose mora {noise} in front of the bank {noise} {word} by soldiers".lower()
    assert check(RuleExtractor().extract(Article(text)), text) == ()
