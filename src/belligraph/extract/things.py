"""Whether an unknown noun may be a thing that was hit."""

from __future__ import annotations

from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind

__all__ = ["is_abstract", "is_further_thing", "is_thing"]


def is_thing(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether an unknown noun may be what was hit: it needs a determiner, a number or an owner before it."""
    owned = phrase.possessor is not None or bool(phrase.names)
    return owned or phrase.figure is not None or phrase.determiner in {"a", "an", "the", "their", "its"}


def is_abstract(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether it is an unknown noun that nothing makes a thing."""
    return phrase.kind is PhraseKind.OTHER and not is_thing(parsed, phrase)


def is_further_thing(phrase: Phrase) -> bool:
    """Whether it must be hit itself, although a preposition stands before the list that it ends."""
    told = phrase.is_weapon or (phrase.kind in {PhraseKind.THING, PhraseKind.FACILITY} and phrase.determiner is None)
    counted = phrase.figure is not None and told
    # "hit a depot in Mirefield and military compounds in two towns"
    further = told and phrase.determiner is None and phrase.is_plural and not phrase.names and phrase.head not in {"areas"}
    return (
        counted
        or further
        or (phrase.kind is PhraseKind.THING and phrase.head in {"launcher", "launchers", "drone", "depot"})
    )
