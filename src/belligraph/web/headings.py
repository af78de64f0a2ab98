"""What an article goes by that has no title: the first line that reads like one, else its first sentence, cut if need be."""

from __future__ import annotations

import re

__all__ = ["heading_of"]

# a headline stands near the top; datelines ("PORT VESK, May 7") and kickers ("WORLD") that may go before it have fewer words
_LINES, _WORDS, _LONGEST = 3, 4, 110
# the end of a sentence; what is shorter is rather an abbreviation ("Col. Brandt")
_SENTENCE = re.compile(r".{25,}?[.!?][\"”’')]*(?=\s|$)")


def heading_of(opening: str) -> str:
    """A line for an article whose text begins so; empty for a text without a word."""
    lines = [" ".join(line.split()) for line in opening.splitlines()]
    lines = [line for line in lines if any(c.isalnum() for c in line)]
    for line in lines[:_LINES]:
        if len(line) <= _LONGEST and len(line.split()) >= _WORDS:
            return line
    text = next((line for line in lines if len(line) > _LONGEST), " ".join(lines))
    sentence = _SENTENCE.match(text)
    first = sentence[0] if sentence else text
    return first if len(first) <= _LONGEST else f"{first[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:–—-')} …"
