"""Quotations that run through several sentences of a paragraph, or go on in the next: all of them have one speaker."""

from __future__ import annotations

from bisect import bisect_left

from belligraph.extract.actors import ActorRef
from belligraph.extract.parse import Parsed
from belligraph.extract.scopes import Scope

__all__ = ["spread"]

_MAX_PARAGRAPH = 40


def spread(sentences: list[Parsed], scopes: list[list[Scope]], quotes: list[tuple[int, int]]) -> None:
    """Give the speaker of a quotation to the sentences that it runs through, and to later quotations of the paragraph."""
    before: tuple[ActorRef, ...] = ()
    by_paragraph: dict[int, list[int]] = {}
    for n, parsed in enumerate(sentences):
        # a paragraph without end is cut, which keeps the work linear
        key = parsed.sentence.paragraph * len(sentences) + n // _MAX_PARAGRAPH
        by_paragraph.setdefault(key, []).append(n)
    for numbers in by_paragraph.values():
        begin, end = sentences[numbers[0]].sentence.start, sentences[numbers[-1]].sentence.end
        inside = [q for q in _quotes_in(quotes, begin, end) if q[1] > begin]
        # a paragraph that is nothing but a quotation goes on with the one before it
        goes_on = len(inside) == 1 and inside[0][0] <= begin + 1 and inside[0][1] >= end - 1
        speaker: tuple[ActorRef, ...] = before if goes_on else ()
        before = ()
        for first, last in inside:
            # "They say …" within a quotation tells nothing of who is quoted
            told = [
                s
                for n in numbers
                for s in scopes[n]
                if s.start < last and first < s.end and (s.start <= first + 1 or s.start == sentences[n].sentence.start)
            ]
            speaker = max(told, key=lambda s: s.end - s.start).chain if told else speaker
            before = speaker
            if not speaker or last - first < 25:
                continue
            for n in numbers:
                start, end = sentences[n].sentence.start, sentences[n].sentence.end
                span = (max(first, start), min(last, end))
                if span[0] < span[1] and not any(s.start <= span[0] and span[1] <= s.end for s in scopes[n]):
                    scopes[n].append(Scope(*span, speaker))


def _quotes_in(quotes: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    low = bisect_left(quotes, (start, start))
    high = bisect_left(quotes, (end, end))
    return quotes[max(low - 1, 0) : high]
