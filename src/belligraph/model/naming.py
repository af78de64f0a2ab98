"""Names as they are compared: one spelling for what news spells in many ways.

Case, accents, apostrophes and the Arabic ayn, hyphens, possessives, the article al-/el-, "airbase" and plural endings do
not tell names apart. What is compared is never shown: labels keep the article's own spelling.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["normalise", "slug"]

_APOSTROPHES = re.compile("['\u2018\u2019\u02bb\u02bc\u02be\u02bf\u0060\u00b4\u2032]")
_POSSESSIVE = re.compile("['\u2019]s\\b")
_DOTS_OF_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}")
_NOT_OF_WORDS = re.compile(r"[^\w]+")
_ONE_SPELLING = {
    "airbase": "air base", "airbases": "air base", "airstrike": "air strike", "airstrikes": "air strike", "ayn": "ain",
    "kataib": "kataib", "hizballah": "hezbollah", "hizbullah": "hezbollah", "hezbullah": "hezbollah",
    "hizbollah": "hezbollah", "hezballah": "hezbollah", "usa": "us",
    "al": "", "el": "", "the": "",
}  # fmt: skip


@lru_cache(maxsize=65536)
def normalise(name: str) -> str:
    """The name as it is compared; empty if nothing of it can be."""
    text = _POSSESSIVE.sub("", name.casefold())
    text = _APOSTROPHES.sub("", text)
    if not text.isascii():
        text = "".join([c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)])
    text = _DOTS_OF_INITIALS.sub(lambda found: found[0].replace(".", "") + " ", text)
    words = [w for word in _NOT_OF_WORDS.split(text) for w in _ONE_SPELLING.get(word, word).split()]
    return " ".join([_singular(w) for w in words])


def slug(name: str) -> str:
    """The name as a part of an IRI: lower-case ASCII words joined by hyphens; empty if it has none."""
    text = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name).casefold())
    return "-".join(re.findall(r"[a-z0-9]+", text.replace(".", "").encode("ascii", "ignore").decode()))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
