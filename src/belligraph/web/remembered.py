"""Small answers that were given already, by their strong tags: what is asked again of a release is not evaluated again."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import NamedTuple

__all__ = ["Remembered", "RememberedAnswer"]

MOST_BYTES = 16 * 1024 * 1024
# a large answer would push out hundreds of small ones, and its evaluation is the smaller part of its cost
LARGEST = 64 * 1024
# what a tag, a media type and their places cost beside the body
_OVERHEAD = 300


class RememberedAnswer(NamedTuple):
    """A whole answer as it was sent, before any coding."""

    body: bytes
    content_type: str


class Remembered:
    """The answers that were asked for last, in bounded memory. Threads may share it."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._answers: OrderedDict[str, RememberedAnswer] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, tag: str) -> RememberedAnswer | None:
        """The answer with that tag, if it is remembered."""
        with self._lock:
            answer = self._answers.get(tag)
            if answer is not None:
                self._answers.move_to_end(tag)
            return answer

    def keep(self, tag: str, answer: RememberedAnswer) -> None:
        """Remembers a small answer; forgets those that nobody asked for the longest."""
        if len(answer.body) > LARGEST:
            return
        with self._lock:
            if tag not in self._answers:
                self._answers[tag] = answer
                self._bytes += len(answer.body) + _OVERHEAD
            while self._bytes > self._most_bytes:
                _, oldest = self._answers.popitem(last=False)
                self._bytes -= len(oldest.body) + _OVERHEAD
