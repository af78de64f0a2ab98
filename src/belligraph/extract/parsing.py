"""Taking a sentence apart into tokens, names, phrases, times and verbs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from belligraph.extract.clauses import TRANSPARENT
from belligraph.extract.dates import TimeExpression, find_times
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.names import find_names
from belligraph.extract.parse import Parsed
from belligraph.extract.people import name_people
from belligraph.extract.phrases import find_phrases
from belligraph.extract.text import Sentence, View
from belligraph.extract.tokens import Token, tokenise
from belligraph.extract.verbs import VERBS, is_verb

__all__ = ["parse"]

_ABOUT_TIME = word_set("at about around approximately between and before after shortly just from to until")
# the marks and words that a time of the day is known by: "(Sanaa time)", "9 p.m.", "9 pm"
_CLOCK_ENDS = frozenset([")", "a", "p", "am", "pm"])
_ZONES = word_set("ET EST EDT CT CST CDT MT PT PST PDT GMT UTC")


def parse(view: View, sentence: Sentence, published: date | None) -> Parsed:
    """A sentence taken apart."""
    tokens = tokenise(view.normal, sentence.start, sentence.end)
    times = find_times(view.normal, sentence.start, sentence.end, published)
    taken = frozenset([*(_covered(tokens, times) if times else ()), *_clock(tokens)])
    phrases = find_phrases(tokens, find_names(tokens, any_case=not view.has_capitals), taken)
    phrase_at = {i: p for p in phrases for i in range(p.first, p.last)}
    name_people(tokens, phrases, phrase_at)
    known = lexicon().union(*VERBS)
    verbs = frozenset(
        i
        for i, token in enumerate(tokens)
        if (token.lower in known or token.lower.endswith("ed") or token.lower == "shooting")
        and i not in taken
        and i not in phrase_at
        and (is_verb(tokens, i) or _looks_verbal(tokens, i))
    )
    return Parsed(view, sentence, tokens, phrases, times, phrase_at, taken, verbs)


def _covered(tokens: list[Token], times: list[TimeExpression]) -> Iterator[int]:
    k = 0
    for time in times:
        while k < len(tokens) and tokens[k].start < time.start:
            k += 1
        while k < len(tokens) and tokens[k].start < time.end:
            yield k
            k += 1


def _clock(tokens: list[Token]) -> Iterator[int]:
    """The tokens of times of the day: "at about 9:15 p.m. (Sanaa time)", "between the hours of 4 p.m. and 9 p.m."."""
    for i, token in enumerate(tokens):
        if token.lower not in _CLOCK_ENDS or i == 0:
            continue
        if token.text == ")" and tokens[i - 1].lower == "time" and i > 2:
            opened = next((k for k in range(i - 2, max(i - 5, -1), -1) if tokens[k].text == "("), i)
            yield from range(opened, i + 1)  # "May 3 (Sanaa time)"
        first, last = i - 1, i + 1
        if token.lower in {"a", "p"} and [t.lower for t in tokens[i + 1 : i + 4]] == [".", "m", "."]:
            last = i + 4
        elif token.lower not in {"am", "pm"}:
            continue
        if not tokens[first].text[0].isdigit():
            continue
        while first > 0 and (
            tokens[first - 1].lower in _ABOUT_TIME
            or tokens[first - 1].text in {":", "."}
            or tokens[first - 1].text.isdigit()
            or (tokens[first - 1].lower == "of" and tokens[first - 2].lower == "hours")
            or (tokens[first - 1].lower == "the" and tokens[first].lower == "hours")
            or (tokens[first - 1].lower == "hours" and tokens[first].lower == "of")
        ):
            first -= 1
        words = [t.lower for t in tokens[last : last + 5]]
        zone = next((n for n in (1, 2, 3) if words[n : n + 1] == ["time"]), 0)
        if zone and (words[0] == "(") == (words[zone + 1 : zone + 2] == [")"]):
            last += zone + 1 + (words[0] == "(")
        elif words[:1] and words[0].upper() in _ZONES:
            last += 1
        yield from range(first, last)


def _looks_verbal(tokens: list[Token], i: int) -> bool:
    word = tokens[i].lower
    lex = lexicon()
    if word == "shooting":
        return i + 1 < len(tokens) and tokens[i + 1].lower == "down"
    if word in TRANSPARENT or lex.is_in(word, "stop.prepositions", "stop.adverbs"):
        return False
    named = 0 < i < len(tokens) - 1 and tokens[i].is_capital and tokens[i - 1].is_capital and not tokens[i + 1].is_capital
    if named and word.endswith("ed") and tokens[i - 1].text not in lex.names and i > 1 and not tokens[i - 2].is_capital:
        return False  # "the Khan Shaheed checkpoint"
    return (word.endswith("ed") and len(word) > 4) or lex.is_in(word, "stop.verbs", "speech.said")
