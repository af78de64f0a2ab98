"""Whether what a mention tells was hit may be what an event is told to have hit."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.drafts import Draft
from belligraph.extract.mentions import Mention
from belligraph.extract.sameness import called, is_of_ships, same_target
from belligraph.model.sheet import ActorKind, Property

__all__ = ["targets_agree"]

_OWN = frozenset(["our", "their", "its", "my"])


def targets_agree(draft: Draft, mention: Mention, pointing: bool) -> bool | None:
    """True if a target may be the same, False if none can, None if one side is silent or too vague to tell."""
    mine = [s for s, _ in draft.slots if s.property is Property.TARGET and isinstance(s.value, ActorRef)]
    theirs = [s for s in mention.slots if s.property is Property.TARGET and isinstance(s.value, ActorRef)]
    if not mine or not theirs:
        return None
    if called(place.name for place in draft.places()) & called(
        s.value.name for s in theirs if isinstance(s.value, ActorRef)
    ):
        return True  # "at Patrol Base Mirefield", "on the Mirefield base"
    if draft.series and mention.is_series and all(any(is_of_ships(s) for s in side) for side in (mine, theirs)):
        return True  # "attacks on shipping", "attacks on vessels and warships"
    for a in mine:
        for b in theirs:
            if isinstance(a.value, ActorRef) and isinstance(b.value, ActorRef) and same_target(a.value, b.value, a, b):
                return True
    if all(s.phrase is not None and not s.phrase.names and s.phrase.determiner in _OWN for s in theirs):
        return None  # "attacks on our forces" may be told of any
    states = [
        all(isinstance(s.value, ActorRef) and s.value.kind is ActorKind.STATE for s in side) for side in (mine, theirs)
    ]
    if any(states) and not all(states):
        return None  # "an attack on Freedonia" may be the one on its base
    if pointing:
        # "the attack" may name the building where another sentence names the people
        kinds, others = ({s.value.kind for s in side if isinstance(s.value, ActorRef)} for side in (mine, theirs))
        return False if kinds & others else None
    return False
