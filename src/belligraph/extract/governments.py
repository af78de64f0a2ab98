"""A state by the name of its capital: "Moscow denied", "an attack that Kyiv blamed on"."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.capitals import state_of
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.model.sheet import ActorKind

__all__ = ["government_in"]


def government_in(parsed: Parsed, phrase: Phrase, *, possessed: bool = False) -> ActorRef | None:
    """The state whose capital a phrase names and nothing else, else None; "Moscow's" only counts if `possessed`."""
    if phrase.kind not in {PhraseKind.PLACE, PhraseKind.NAME} or phrase.determiner is not None:
        return None
    if phrase.possessed and not possessed:
        return None
    name = parsed.text(phrase.core, phrase.last)
    country = state_of(phrase.entity.name.canonical if phrase.entity is not None else name)
    if country is None:
        return None
    start, end = parsed.start(phrase.first), parsed.end(phrase.last)
    return ActorRef(country.lower(), name, ActorKind.STATE, True, start, end, country)
