"""A sentence's words: its tokens, and what is known to stand at each."""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.extract.dates import TimeExpression
from belligraph.extract.phrase import Phrase
from belligraph.extract.text import Sentence, View
from belligraph.extract.tokens import Token

__all__ = ["Words"]


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

    def start(self, i: int) -> int:
        """Where token i begins in the normalised text."""
        return self.tokens[i].start

    def end(self, last: int) -> int:
        """Where the tokens before `last` end in the normalised text."""
        return self.tokens[last - 1].end

    def text(self, first: int, last: int) -> str:
        """The normalised words of a span of tokens."""
        return self.view.normal[self.tokens[first].start : self.tokens[last - 1].end]

    def lower(self, i: int) -> str:
        """Token i in lower case; empty outside the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""
