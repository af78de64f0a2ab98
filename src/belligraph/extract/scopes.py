"""Spans of a text that somebody says, and the spans between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from belligraph.extract.actors import ActorRef
from belligraph.extract.parse import Parsed

__all__ = ["Attribution", "Scope", "ended", "quotations", "rest_in_quotes"]

_ADDING = tuple(
    f", {words}"
    for words in (
        "adding",
        "claiming",
        "reporting",
        "with at least",
        "with one of",
        "with several of",
        "with some of",
        "killing",
        "injuring",
    )
)

_MAX_QUOTE = 2000


@dataclass(frozen=True, slots=True)
class Scope:
    """A span of the normalised text that `chain` says, nearest speaker first; `doubt` is the verb's own hedge, if any."""

    start: int
    end: int
    chain: tuple[ActorRef, ...]
    doubt: str | None = None
    alone: bool = False
    """Whether nobody else says this, though it stands in the midst of what another says: "an attack that the army said"."""
    joined: int | None = None
    """Where its speaker begins, if "and" joins it to what another said before."""


@dataclass(slots=True)
class Attribution:
    """All scopes and quotations of a text."""

    scopes: list[list[Scope]]
    """By the number of the sentence."""
    quotes: list[tuple[int, int]]

    def speakers(self, sentence: int, position: int) -> tuple[tuple[ActorRef, ...], str | None]:
        """The chain of speakers at a place of a sentence, outermost report first, and the verb's hedge."""
        covering = [s for s in self.scopes[sentence] if s.start <= position < s.end]
        if not covering:
            return (), None
        if len(covering) > 1:
            covering.sort(key=lambda s: s.start - s.end)
            covering = covering[max((n for n, s in enumerate(covering) if s.alone), default=0) :]
        chain: list[ActorRef] = []
        for scope in covering:
            chain += [a for a in scope.chain if a.key not in {c.key for c in chain}]
        return tuple(chain), next((s.doubt for s in reversed(covering) if s.doubt), None)

    def is_direct(self, start: int, end: int) -> bool:
        """Whether a span lies between quotation marks."""
        n = bisect_right(self.quotes, (start, 1 << 62)) - 1
        return n >= 0 and end <= self.quotes[n][1]


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans between quotation marks; one that is never closed ends with its paragraph."""
    found = []
    opened: int | None = None
    for match in re.finditer(r'["\n]', text):
        place = match.start()
        if match.group() == "\n":
            if opened is not None and place > opened:
                found.append((opened, place))
            opened = None
        elif opened is None:
            opened = place + 1
        else:
            if 0 < place - opened <= _MAX_QUOTE:
                found.append((opened, place))
            opened = None
    return found


def ended(found: list[Scope], first: int, last: int) -> list[Scope]:
    """The scopes, each ended where the next speaker begins: "Reuters reported nine dead and officials said ten"."""
    joints = [s.joined for s in found if s.joined is not None]
    return [
        replace(s, end=min((j for j in joints if j > s.start), default=s.end)) if first < s.start and s.end == last else s
        for s in found
    ]


def rest_in_quotes(parsed: Parsed, position: int, chain: tuple[ActorRef, ...]) -> list[Scope]:
    """What goes on behind "he said": a further quotation, or what "adding that" brings."""
    text, end = parsed.view.normal, parsed.sentence.end
    adding = min((at for words in _ADDING if (at := text.find(words, position, end)) >= 0), default=-1)
    if adding >= 0:
        return [Scope(adding, end, chain)]
    if text.startswith(", and ", position):
        return [Scope(position, end, chain)]  # "Ten were hurt, he said, and two of them died"
    mark = text.find('"', position, end)
    return [Scope(mark, end, chain)] if mark >= 0 else []
