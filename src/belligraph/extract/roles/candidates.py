"""Candidates for the roles of a report's events: spans of nominal words, by lexicon and by the words that end a phrase.

For text without capitals too: nothing here looks at case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from belligraph.extract.lexicon import Lexicon, lexicon, word_set

__all__ = ["Candidate", "Sentence", "find_candidates", "read_sentences"]

MAX_WORDS = 7
# no sentence is longer; a cap keeps the work on a text without full stops linear
MAX_TOKENS = 400
# "'s" stands by itself: a name before it is a name
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*[a-z]*(?:-[^\W_]+)*|[a-z](?:\.[a-z])+\.?|'s\b|[^\W_]+(?:-[^\W_]+|'(?!s\b)[^\W_]+)*|[^\w\s]"
)
_STOP = re.compile(r"(?<=[.!?])(?<![ (][a-z]\.)(?<!\.[a-z]\.)[\"')]*\s+|\n+|\s{3,}")
_NAME_PARTS = frozenset(["de", "la", "el", "del", "los", "las", "several", "one", "other"])
_BREAKS = word_set(
    """which who whom that this these those it its he she they him them his her their there what when where why how
    not no if as than then so but because while although though until before after since during against between
    among"""
)
_SMALL = (
    "stop.prepositions",
    "stop.conjunctions",
    "stop.pronouns",
    "stop.auxiliaries",
    "stop.determiners",
    "stop.adverbs",
    "speech.said",
)
_AUXILIARY = word_set(
    """is are was were be been being has have had having do does did will would can could may might must shall should"""
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence in small letters, with their places in the text."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> str:
        """Some tokens as the text has them, in small letters, with one blank where it has any."""
        parts = [self.words[first]]
        for k in range(first + 1, last):
            parts.append((" " if self.starts[k] > self.ends[k - 1] else "") + self.words[k])
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of one sentence by tokens (end exclusive); `opens` and `closes`: its phrase begins, ends there."""

    sentence: int
    first: int
    last: int
    opens: bool
    closes: bool


def read_sentences(text: str) -> list[Sentence]:
    """The sentences of a text, in order."""
    found, begin = [], 0
    lowered = text.lower() if len(text.lower()) == len(text) else text
    for stop in [*_STOP.finditer(lowered), None]:
        end = stop.start() if stop is not None else len(lowered)
        matches = list(_TOKEN.finditer(lowered, begin, end))
        for k in range(0, len(matches), MAX_TOKENS):
            spans = [(m.group(), m.start(), m.end()) for m in matches[k : k + MAX_TOKENS]]
            found.append(Sentence(*(tuple(column) for column in zip(*spans, strict=True))))
        begin = stop.end() if stop is not None else end
    return found


def find_candidates(sentences: list[Sentence]) -> list[Candidate]:
    """All spans that may fill a role, sentence by sentence."""
    lex = lexicon()
    return [c for n, s in enumerate(sentences) for c in _of_sentence(lex, s.words, n)]


def _of_sentence(lex: Lexicon, words: tuple[str, ...], n: int) -> Iterator[Candidate]:
    first = 0
    while first < len(words):
        if not _is_nominal(lex, words[first]):
            first += 1
            continue
        last = first
        while last < len(words) and _is_nominal(lex, words[last]):
            last += 1
        for start in range(first, last):
            for end in range(start + 1, min(start + MAX_WORDS, last) + 1):
                yield Candidate(n, start, end, start == first, end == last)
            # "army of national liberation", "members of the armed forces": the phrase goes on behind a small word
        yield from _joined(lex, words, n, first, last)
        first = last


def _joined(lex: Lexicon, words: tuple[str, ...], n: int, first: int, last: int) -> Iterator[Candidate]:
    k = last
    while k < len(words) and words[k] in {"of", "for", "and", "the", "with", '"', "-", "a", "(", "in"} and k - last < 3:
        k += 1
    if k == last or k >= len(words) or not _is_nominal(lex, words[k]):
        return
    end = k
    while end < len(words) and _is_nominal(lex, words[end]):
        end += 1
    for start in range(max(first, last - 3), last):
        for stop in range(k + 1, min(end, k + 5) + 1):
            yield Candidate(n, start, stop, start == first, stop == end)


def _is_nominal(lex: Lexicon, word: str) -> bool:
    if not word[0].isalnum():
        return False
    if word in lex.heads or word in _NAME_PARTS or word[0].isdigit():
        return True
    if word in _BREAKS or word in _AUXILIARY:
        return False
    return not lex.is_in(word, *_SMALL)
