"""A passage in its sentence, on one line: what a person needs to judge a claim."""

from __future__ import annotations

import re

from belligraph.model.sheet import Evidence

__all__ = ["excerpt"]

_OPEN, _CLOSE = "\u27ea", "\u27eb"  # mathematical double brackets: no article has them, guillemets it may
_ENDS = re.compile(r"[.!?]['\"’”)]*\s+(?=[A-Z“\"‘'\[0-9])|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Gen|Brig|Maj|Col|Lt|Capt|Adm|Sgt|Mr|Mrs|Ms|Dr|St|No|Sen|Rep|Gov|U\.S|U\.K|U\.N))\.\s+\Z"
)
_REACH = 400


def excerpt(text: str, span: Evidence, *, before: int = 90, after: int = 90) -> str:
    """The sentence round a passage, with the passage between double brackets: `On Monday ⟪rebels struck⟫ the port.`

    White space becomes single spaces, so that it is one line; at most so many characters stand before and after the
    passage, cut at words and marked by an ellipsis. A passage that is not in the text is given as it is quoted.
    """
    if text[span.start : span.end] != span.quote:
        return f"{_OPEN}{_plain(span.quote)}{_CLOSE}"
    start, end = _sentence(text, span)
    front, back = _plain(text[start : span.start]), _plain(text[span.end : end])
    return f"{_cut_front(front, before)}{_OPEN}{_plain(span.quote).strip()}{_CLOSE}{_cut_back(back, after)}".strip()


def _sentence(text: str, span: Evidence) -> tuple[int, int]:
    low, high = max(span.start - _REACH, 0), min(span.end + _REACH, len(text))
    start = low
    for match in _ENDS.finditer(text, low, span.start):
        if not _ABBREVIATED.search(text, low, match.end()):
            start = match.end()
    for match in _ENDS.finditer(text, max(span.end - 1, span.start), high):
        if not _ABBREVIATED.search(text, low, match.end()):
            return start, max(span.end, match.start() + (text[match.start()] != "\n"))
    return start, high


def _plain(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in re.sub(r"\s+", " ", words))


def _cut_front(words: str, length: int) -> str:
    if len(words) <= length:
        return words
    _, _, kept = words[-length:].partition(" ")
    return f"… {kept}"


def _cut_back(words: str, length: int) -> str:
    if len(words) <= length:
        return words
    kept, _, _ = words[:length].rpartition(" ")
    return f"{kept} …"
