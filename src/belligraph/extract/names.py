"""Known names and weapons in a sentence, found by their words."""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.extract.lexicon import Name, lexicon, word_set
from belligraph.extract.tokens import Token

__all__ = ["Known", "concepts_of", "find_names"]


_FIRMS = word_set("company companies firm firms maker makers manufacturer manufacturers game games corporation")
_UNMANNED = word_set("unmanned uncrewed pilotless")
_WORDS = word_set("us chad turkey jordan guinea georgia polish aden ira eta who dod is")


@dataclass(frozen=True, slots=True)
class Known:
    """A known name in a sentence, by tokens (end exclusive)."""

    first: int
    last: int
    name: Name


def find_names(tokens: list[Token], *, any_case: bool = False) -> dict[int, Known]:
    """The known names of a sentence by their first token, longest first.

    Words written small are no names, unless `any_case` says that the whole text is; then words that are English too
    ("turkey") are left alone.
    """
    lex = lexicon()
    found: dict[int, Known] = {}
    i = 0
    while i < len(tokens):
        forms = lex.names.get(tokens[i].lower.lower())
        known = _name_at(forms, tokens, i, any_case) if forms is not None else None
        if known is None:
            i += 1
        else:
            found[i] = known
            i = known.last
    return found


def _name_at(forms: tuple[tuple[tuple[str, ...], Name], ...], tokens: list[Token], i: int, any_case: bool) -> Known | None:
    for form, name in forms:
        last = i + len(form)
        words = tuple([t.text for t in tokens[i:last]])
        # exact, or all in capitals as some headlines are; "us" and "aden" are words
        if words == form or (len(form[0]) > 3 and words == tuple([w.upper() for w in form])):
            return Known(i, last, name)
        if any_case and words == tuple([w.lower() for w in form]) and not (len(form) == 1 and words[0] in _WORDS):
            return Known(i, last, name)
    return None


def concepts_of(tokens: list[Token], first: int, last: int) -> tuple[str, ...]:
    """The weapon concepts that a span's words name, specific ones only, in order."""
    lex = lexicon()
    found: list[str] = []
    behind = first
    for i in range(first, last):
        if i < behind or (forms := lex.concepts.get(tokens[i].lower)) is None:
            continue
        for form, concept in forms:
            if i + len(form) <= last and tuple([t.lower for t in tokens[i : i + len(form)]]) == form:
                found.append(concept)
                behind = i + len(form)
                break
    if not found or tokens[last - 1].lower in _FIRMS:
        return ()  # "a shell company", "a drone maker"
    if "aircraft" in found and any(t.lower in _UNMANNED for t in tokens[first:last]):
        found = ["drone" if c == "aircraft" else c for c in found]  # "unmanned U.S. aircraft"
    return tuple(dict.fromkeys(c for c in found if not lex.specific.get(c, frozenset()) & set(found)))
