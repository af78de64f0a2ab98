"""Passages against the article's text: what is wrong with a quote, and where it does stand."""

from __future__ import annotations

from belligraph.model.sheet import Evidence

__all__ = ["explain_furniture", "explain_quote", "overlaps", "stands"]

_LONGEST = 60
_MOST_FINDS = 1000
_WINDOW = 20_000  # whole news articles; of a book, what is near

# what editors and web pages change without anybody noticing; one character for one, so that offsets stay
_ALIKE = {ord(c): " " for c in "\t\n\r\v\f\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"}
_ALIKE |= {ord(c): "'" for c in "‘’‚‛′`´"} | {ord(c): '"' for c in "“”„‟″«»"}
_ALIKE |= {ord(c): "-" for c in "‐‑‒–—―−"}


def stands(span: Evidence, text: str) -> bool:
    """Whether the quote is the text at its offsets (code points, end exclusive); offsets past the end are none."""
    return span.end - span.start == len(span.quote) and text[span.start : span.end] == span.quote


def overlaps(span: Evidence, furniture: tuple[Evidence, ...]) -> Evidence | None:
    """The first of the furniture's passages that shares a character with this one."""
    for part in furniture:
        if span.start < part.end and part.start < span.end:
            return part
    return None


def explain_quote(span: Evidence, text: str) -> str:
    """What is wrong with a quote that does not stand at its offsets: what stands there, and where the quote stands."""
    place = f"characters {span.start}-{span.end}"
    if span.end <= span.start:
        wrong = f"{_short(span.quote)} cannot be at {place}: the end is not behind the start"
    elif span.end > len(text):
        wrong = f"{_short(span.quote)} cannot be at {place}: the article has only {len(text)}"
    else:
        wrong = f"{_short(span.quote)} is not at {place} of the article; there stands {_short(text[span.start : span.end])}"
    return f"{wrong}; {_whereabouts(span, text)}"


def explain_furniture(span: Evidence, part: Evidence) -> str:
    """Why a passage that shares characters with page furniture is no evidence."""
    return f"{_short(span.quote)} is in page furniture (characters {part.start}-{part.end}), which is never evidence"


def _whereabouts(span: Evidence, text: str) -> str:
    finds = _finds(span.quote, text)
    if finds:
        closest = min(finds, key=lambda start: abs(start - span.start))
        others = ", and elsewhere" if len(finds) > 1 else ""
        return f"it does stand at {closest}-{closest + len(span.quote)}{others}"
    begin = max(span.start - _WINDOW, 0)
    alike = _finds(_plain(span.quote), _plain(text[begin : span.end + _WINDOW]))
    if alike:
        closest = begin + min(alike, key=lambda start: abs(begin + start - span.start))
        end = closest + len(span.quote)
        return f"the article has {_short(text[closest:end])} at {closest}-{end}: quote it letter by letter"
    return "it stands nowhere in the article"


def _finds(quote: str, text: str) -> list[int]:
    finds: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(finds) < _MOST_FINDS:
        finds.append(at)
        at = text.find(quote, at + 1)
    return finds


def _plain(text: str) -> str:
    lowered = text.lower()
    return (lowered if len(lowered) == len(text) else text).translate(_ALIKE)


def _short(text: str) -> str:
    return repr(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 20]} … {text[-17:]}")
