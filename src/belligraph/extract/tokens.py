"""Words and marks of a sentence, with their places in the normalised text."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Token", "tokenise"]

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:-\w+(?:-\w+)*)?"  # U.S. and U.S.-owned
    r"|\d+(?:,\d{3})+(?:\.\d+)?(?!\w)|\d+\.\d+(?!\w)"
    r"|'s(?!\w)"
    r"|(?:People|Women|Children|Workers)'s(?= [A-Z])"  # of a name: "the People's Army"
    r"|\w+(?:[-/]\w+|'(?!s(?!\w))\w+)*"
    r"|[^\w\s]"
)
# a group's initials have hardly more letters
_INITIALS = 4


# not frozen, which would take three times as long to make, and there is one for each word
@dataclass(slots=True)
class Token:
    """One word, number or mark; `lower` is its form for looking up: its small letters, but "IS" for the group."""

    text: str
    lower: str
    start: int
    end: int
    is_capital: bool
    """Whether it begins with a capital letter."""
    is_word: bool
    """Whether it begins with a letter or a digit."""


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a span of a text, in order."""
    tokens = [
        Token(word := m[0], word.lower(), m.start(), m.end(), (first := word[0]).isupper(), first.isalnum())
        for m in _TOKEN.finditer(text, start, end)
    ]
    for i, token in enumerate(tokens):
        if token.text == "IS" and not any(_shouts(t.text) for t in tokens[max(i - 1, 0) : i + 2] if t is not token):
            token.lower = token.text
        elif token.text == "'" and text[token.start - 1 : token.start] == "s" and text[token.end : token.end + 1] == " ":
            # the possessive of a plural: "the rebels' base" is looked up as "the rebel's base" is
            token.lower = "'s"
    return tokens


def _shouts(word: str) -> bool:
    """Whether a word stands in capitals that are not its own: beside it, "IS" is the verb."""
    return word.isalpha() and word.isupper() and len(word) > _INITIALS
