"""A sentence's words: its tokens, and what is known to stand at each."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass, field

from belligraph.extract.dates import TimeExpression
from belligraph.extract.phrase import Phrase
from belligraph.extract.text import Sentence, View
from belligraph.extract.tokens import Token

__all__ = ["Words"]


class _Lower(dict[int, str]):
    """Words in lower case by their place; asked a million times for an hour of news, so without a call of Python's."""

    def __missing__(self, i: int) -> str:
        return ""


@dataclass(slots=True)
class Words:
    """The tokens of a sentence, and the phrases, times and verbs among them; all indices are of `tokens`."""

    view: View
    sentence: Sentence
    tokens: list[Token]
    phrases: list[Phrase]
    times: list[TimeExpression]
    phrase_at: dict[int, Phrase]
    taken: frozenset[int]
    verbs: frozenset[int]
    lower: Callable[[int], str] = field(init=False, repr=False, compare=False)
    """Token i in lower case; empty outside the sentence."""
    _lowered: list[str] = field(init=False, repr=False, compare=False)
    _words: frozenset[str] = field(init=False, repr=False, compare=False)
    """The words in lower case: some two dozen rules ask each sentence for their cues, and most are told by this alone."""

    def __post_init__(self) -> None:
        self._lowered = [token.lower for token in self.tokens]
        self._words = frozenset(self._lowered)
        self.lower = _Lower(enumerate(self._lowered)).__getitem__

    def has(self, cues: Set[str]) -> bool:
        """Whether any of these words in lower case stands in the sentence."""
        return not self._words.isdisjoint(cues)

    def at(self, cues: Set[str]) -> list[int]:
        """Where these words in lower case stand, in order; most sentences hold none of a rule's cues."""
        if self._words.isdisjoint(cues):
            return []
        return [i for i, word in enumerate(self._lowered) if word in cues]

    def start(self, i: int) -> int:
        """Where token i begins in the normalised text."""
        return self.tokens[i].start

    def end(self, last: int) -> int:
        """Where the tokens before `last` end in the normalised text."""
        return self.tokens[last - 1].end

    def text(self, first: int, last: int) -> str:
        """The normalised words of a span of tokens."""
        return self.view.normal[self.tokens[first].start : self.tokens[last - 1].end]
