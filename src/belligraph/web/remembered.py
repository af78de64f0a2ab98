"""Answers that were given already, by their strong tags: what is asked again of a release is not evaluated again.

Small answers are remembered at once. A large one is remembered the second time it is asked for, on a shelf of its own: one
that nobody asks for again takes no memory, and none pushes small ones out.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import NamedTuple

__all__ = ["LARGEST", "SMALL", "Remembered", "RememberedAnswer"]

SMALL = 64 * 1024
LARGEST = 4 * 1024 * 1024
MOST_BYTES = 16 * 1024 * 1024
# as many of the last tags of large answers are known
MOST_ASKED = 1000
# what a tag, a media type and their places cost beside the body
_OVERHEAD = 300


class RememberedAnswer(NamedTuple):
    """A whole answer as it was sent, before any coding."""

    body: bytes
    content_type: str


class Remembered:
    """The answers that were asked for last, in bounded memory. Threads may share it."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        """Small ones take `most_bytes` at the most, and large ones as much again."""
        self._small, self._large = _Shelf(most_bytes), _Shelf(most_bytes)
        self._asked: OrderedDict[str, None] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, tag: str) -> RememberedAnswer | None:
        """The answer with that tag, if it is remembered."""
        with self._lock:
            return self._small.get(tag) or self._large.get(tag)

    def keep(self, tag: str, answer: RememberedAnswer) -> None:
        """Remembers an answer; forgets those of its size that nobody asked for the longest."""
        with self._lock:
            if len(answer.body) <= SMALL:
                self._small.keep(tag, answer)
            elif len(answer.body) <= LARGEST:
                self._large.keep(tag, answer)

    def is_asked_again(self, tag: str) -> bool:
        """Whether the large answer with that tag was asked for lately; from now on it was."""
        with self._lock:
            known = tag in self._asked
            self._asked[tag] = None
            self._asked.move_to_end(tag)
            if len(self._asked) > MOST_ASKED:
                self._asked.popitem(last=False)
            return known


class _Shelf:
    """Answers in so many bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._answers: OrderedDict[str, RememberedAnswer] = OrderedDict()
        self._bytes = 0

    def get(self, tag: str) -> RememberedAnswer | None:
        answer = self._answers.get(tag)
        if answer is not None:
            self._answers.move_to_end(tag)
        return answer

    def keep(self, tag: str, answer: RememberedAnswer) -> None:
        if tag not in self._answers:
            self._answers[tag] = answer
            self._bytes += len(answer.body) + _OVERHEAD
        while self._bytes > self._most_bytes:
            _, oldest = self._answers.popitem(last=False)
            self._bytes -= len(oldest.body) + _OVERHEAD
