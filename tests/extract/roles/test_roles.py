"""The learned role scorer: what its features may hold, how it chooses, and that it changes nothing unless asked."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from belligraph.extract import RuleExtractor
from belligraph.extract.roles import RoleScorer, scorer
from belligraph.extract.roles.candidates import find_candidates, read_sentences
from belligraph.extract.roles.features import describe
from belligraph.extract.roles.scorer import RoleWeights
from belligraph.extract.roles.selection import same_filler, select
from belligraph.model.article import Article
from belligraph.sheets import check

TEXT = "Armed men attacked a police station in Mirefield. Two guards were killed by the gunmen, Radio Delta said."


def test_the_weights_hold_single_words_and_classes_only() -> None:
    source = files("belligraph.extract.roles").joinpath("weights.json")
    assert len(source.read_bytes()) < 2_000_000
    raw = json.loads(source.read_text("utf-8"))
    for values in raw["roles"].values():
        for feature in (*values["weights"], *values["document"]):
            assert " " not in feature
    assert all(word.isalpha() for word in (raw["common"] + " " + raw["never_last"]).split())


def test_a_score_is_the_sum_of_the_weights_of_its_features() -> None:
    weights = RoleWeights(-1.0, (0.0, 0.0), {"last=gunmen": 2.5}, 0.0, 0.0, {})
    toy = RoleScorer(frozenset(), frozenset(), {"PerpInd": weights})
    found = toy.fillers(TEXT)
    assert [(f.words, round(f.score, 2)) for f in found] == [("gunmen", 1.5)]
    assert TEXT[found[0].start : found[0].end] == "gunmen"


def test_no_candidate_ends_in_a_word_that_never_ends_one() -> None:
    _, found = describe(TEXT, frozenset(), frozenset(["gunmen"]))
    assert not [d for d in found if d.key.endswith("gunmen")]
    assert [d for d in found if d.key == "police station"]


def test_the_first_filler_has_its_own_threshold_and_nothing_is_chosen_twice() -> None:
    keys = ["armed men", "men", "rebels", "guards"]
    scores = {"PerpInd": [1.0, 2.0, 0.2, -3.0], "Victim": [-5.0, -5.0, -5.0, 0.5]}
    chosen = select(keys, scores, {"PerpInd": (0.0, 0.1), "Victim": (0.0, 0.0)})
    assert chosen == {"PerpInd": [1, 2], "Victim": [3]}
    assert select(keys, scores, {"PerpInd": (0.0, 0.5), "Victim": (9.0, 0.0)}) == {"PerpInd": [1], "Victim": []}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("fmln", "farabundo marti national liberation front", True),
        ("eln", "army of national liberation", True),
        ("urban guerrillas", "guerrillas", True),
        ("a bomb", "two bombs", True),
        ("rebels", "soldiers", False),
        ("car", "town hall", False),
    ],
)
def test_names_of_one_filler(one: str, other: str, same: bool) -> None:
    assert same_filler(one, other) is same
    assert same_filler(other, one) is same


@given(st.text(max_size=300))
def test_candidates_stand_in_the_text(text: str) -> None:
    sentences = read_sentences(text)
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for candidate in find_candidates(sentences):
        sentence = sentences[candidate.sentence]
        first, last = sentence.starts[candidate.first], sentence.ends[candidate.last - 1]
        assert lowered[first:last].split()[0].startswith(sentence.words[candidate.first][:1])


def test_open_roles_are_filled_only_if_asked_and_what_the_rules_found_stays() -> None:
    text = "A bomb exploded near a bank in Mirefield on Monday. Police blamed the raiders for the attack."
    plain = RuleExtractor().extract(Article(text))
    weights = RoleWeights(-1.0, (0.0, 0.0), {"last=raiders": 5.0}, 0.0, 0.0, {})
    filled = RuleExtractor(RoleScorer(frozenset(), frozenset(), {"PerpInd": weights})).extract(Article(text))
    assert check(filled, text) == ()
    assert {c.property for c in plain.claims} <= {c.property for c in filled.claims}
    assert filled.extractor is not None
    assert filled.extractor.name == "belligraph-rules+roles"
    untouched = RuleExtractor(RoleScorer(frozenset(), frozenset(), {})).extract(Article(text))
    assert replace(untouched, extractor=plain.extractor) == plain


def test_the_carried_weights_find_what_a_plain_report_tells() -> None:
    text = (
        "fmln guerrillas murdered judge carlos alberto rivas today. a bomb also exploded at the telephone company office, "
        "and police blamed the fmln for the attack."
    )
    found = scorer().fillers(text)
    assert {(f.role, f.words) for f in found} == {
        ("PerpInd", "guerrillas"),
        ("PerpOrg", "fmln"),
        ("Target", "telephone company office"),
        ("Victim", "carlos alberto rivas"),
        ("Weapon", "bomb"),
    }


def test_the_carried_weights_find_nothing_where_nothing_happens() -> None:
    assert scorer().fillers("the ministers met today to discuss trade. the central bank said that exports will grow.") == []
