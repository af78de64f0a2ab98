"""What stands right before a phrase and makes it no subject: "militants carrying guns", "officials in X and Y"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from belligraph.extract.lexicon import lexicon
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.tokens import Token

__all__ = ["doer_before", "is_launched", "town_before"]

_DOERS = frozenset(
    {PhraseKind.FORCE, PhraseKind.GROUP, PhraseKind.PEOPLE, PhraseKind.EVENT, PhraseKind.THING, PhraseKind.FACILITY}
)
_SPEAKING = frozenset({PhraseKind.OFFICIAL, PhraseKind.PERSON})


def doer_before(tokens: Sequence[Token], phrase_at: Mapping[int, Phrase], start: int) -> Phrase | None:
    """Whom the participle before the phrase at `start` belongs to: "militants carrying guns", "a raid targeting guards"."""
    if start > 2 and tokens[start - 1].lower == "and" and (other := phrase_at.get(start - 2)) is not None:
        start = other.first  # "militants carrying guns and grenades"
    doer = phrase_at.get(start - 2)
    if doer is None or start - 1 in phrase_at or not tokens[start - 1].lower.endswith("ing"):
        return None
    lex = lexicon()
    if doer.kind not in _DOERS or lex.is_in(tokens[start - 1].lower, "stop.prepositions", "stop.nominal"):
        return None
    return doer


def town_before(tokens: Sequence[Token], phrase_at: Mapping[int, Phrase], start: int) -> Phrase | None:
    """The unknown name behind "in" that "and" joins to the one at `start`: both are places."""
    town = phrase_at.get(start - 2)
    if town is None or town.kind is not PhraseKind.NAME or town.first == 0:
        return None
    return town if tokens[town.first - 1].lower in {"in", "near"} else None


def is_launched(tokens: Sequence[Token], phrase_at: Mapping[int, Phrase], k: int) -> bool:
    """Whether the word at k follows what it tells of: "a drone launched from the coast", "people working at a mill"."""
    told = phrase_at.get(k - 1)
    if told is None or k < 0:
        return False
    if tokens[k].lower in {"launched", "fired", "sent", "coming"}:
        return bool(told.concepts)
    return told.kind in _SPEAKING | (_DOERS - {PhraseKind.EVENT}) and k not in phrase_at and tokens[k].lower.endswith("ing")
