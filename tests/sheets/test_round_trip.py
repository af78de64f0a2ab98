"""Writing and reading give the same sheet back, whatever its strings and numbers are."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from belligraph.model.sheet import (
    Actor,
    ActorKind,
    Claim,
    ConceptObject,
    DateObject,
    Event,
    EventType,
    Evidence,
    Extractor,
    FactSheet,
    Modality,
    Object,
    Place,
    PlaceKind,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    SheetArticle,
    Speech,
    TextObject,
)  # fmt: skip
from belligraph.sheets import dumps_json, dumps_yaml, loads_json, loads_yaml

Value = TypeVar("Value")

# words that YAML 1.1 or 1.2 would read as something else, and characters that its writers stumble over
TRICKY = [
    "no", "Yes", "null", "~", "", " ", "true", "1", "012", "0o7", "0x1F", "1e3", "1_000", ".5", ".inf", "NaN", "2023-11-21",
    "12:30:45", "<<", "=", "- a", "a: b", "# c", "&a", "*a", "!t", "|", ">", "%", "@", "'", '"', "\\", "a\nb", "a\n\n b\n",
    "\ttab", "trail ", "\r\n", "\x85", "\u2028", "\ufeff", "\xa0", "\x1b", "🚀", "\uffff", "---", "...", "[", "{", ",", "?",
]  # fmt: skip
TEXTS = st.one_of(st.text(st.characters(codec="utf-8"), max_size=30), st.sampled_from(TRICKY))
FILLED = TEXTS.filter(bool)
IDS = st.from_regex(r"[a-z][a-z0-9_-]{0,6}", fullmatch=True)
COUNTS = st.integers(0, 10**15) | st.floats(0, 10**6, allow_nan=False).map(abs)


def maybe(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value | None]:
    return st.none() | values


def several(values: st.SearchStrategy[Value], least: int = 0) -> st.SearchStrategy[tuple[Value, ...]]:
    return st.lists(values, min_size=least, max_size=3).map(tuple)


EVIDENCE = st.builds(Evidence, st.integers(0, 10**6), st.integers(1, 10**6), FILLED)
EVIDENCES = several(EVIDENCE, 1)
QUANTITIES = st.builds(
    Quantity, TEXTS, st.booleans(), COUNTS, maybe(COUNTS), maybe(COUNTS), maybe(TEXTS), maybe(IDS)
) | st.builds(Quantity, TEXTS, st.booleans(), min=COUNTS)
OBJECTS: st.SearchStrategy[Object] = st.one_of(
    st.builds(Ref, IDS),
    st.builds(ConceptObject, st.from_regex(r"[a-z0-9-]+", fullmatch=True), maybe(TEXTS)),
    st.builds(QuantityObject, QUANTITIES),
    st.builds(DateObject, maybe(TEXTS), maybe(TEXTS)),
    st.builds(TextObject, FILLED),
)
SHEETS = st.builds(
    FactSheet,
    st.builds(
        SheetArticle,
        st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
        st.sampled_from([None, "https://news.example.org/a?b=c#d", "http://exämple.org/ü"]),
        maybe(TEXTS),
        maybe(TEXTS),
        maybe(st.dates(min_value=date(1000, 1, 1))),
        st.sampled_from([None, "en", "zh-Hant-TW", "no"]),
        maybe(TEXTS),
        several(EVIDENCE),
    ),
    several(st.builds(Actor, IDS, FILLED, st.sampled_from(ActorKind), EVIDENCES, st.booleans())),
    several(st.builds(Place, IDS, FILLED, st.sampled_from(PlaceKind), EVIDENCES, maybe(IDS))),
    several(st.builds(Event, IDS, st.sampled_from(EventType), FILLED, EVIDENCES, st.booleans())),
    several(
        st.builds(
            Claim,
            IDS,
            IDS,
            st.sampled_from(Property),
            OBJECTS,
            st.sampled_from(Modality),
            st.sampled_from(Speech),
            several(IDS),
            EVIDENCES,
            maybe(TEXTS),
        )
    ),
    maybe(st.builds(Extractor, TEXTS, TEXTS)),
)


@settings(max_examples=200, deadline=None)
@given(SHEETS)
def test_json_gives_the_sheet_back(sheet: FactSheet) -> None:
    assert loads_json(dumps_json(sheet)) == sheet


@settings(max_examples=200, deadline=None)
@given(SHEETS)
def test_yaml_gives_the_sheet_back(sheet: FactSheet) -> None:
    assert loads_yaml(dumps_yaml(sheet)) == sheet


@settings(max_examples=50, deadline=None)
@given(SHEETS)
def test_equal_sheets_give_equal_bytes(sheet: FactSheet) -> None:
    assert dumps_json(loads_yaml(dumps_yaml(sheet))) == dumps_json(sheet)
