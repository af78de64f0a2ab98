"""Events of which nothing is told but that something was shot down."""

from __future__ import annotations

from belligraph.extract.lexicon import lexicon
from belligraph.extract.mentions import Mention
from belligraph.model.sheet import Property

__all__ = ["intercepts"]


def intercepts(mentions: list[Mention]) -> bool:
    """Whether all that is told is that something was shot down."""
    return all(lexicon().is_in(m.word, "verbs.intercept") or _destroys_drones(m) or _uses_interceptors(m) for m in mentions)


def _uses_interceptors(mention: Mention) -> bool:
    """ "Fired two interceptors at the missiles"."""
    used = [s.phrase for s in mention.slots if s.property is Property.INSTRUMENT and s.phrase is not None]
    return bool(used) and all(p.head in {"interceptor", "interceptors"} for p in used)


def _destroys_drones(mention: Mention) -> bool:
    """ "Destroyed 15 of 16 drones": nothing else, and by nothing but a verb."""
    if mention.is_noun or not lexicon().is_in(mention.word, "verbs.destroy"):
        return False
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET]
    return bool(hit) and all(p is not None and "drone" in p.concepts for p in hit)
