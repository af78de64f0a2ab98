"""Whose the things of an event are: "Houthi missiles" act for the Houthis."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef, actor_of, owner_of
from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.lexicon import NameKind
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.relations import Relation, launcher_of
from belligraph.model.sheet import ActorKind, Property

__all__ = ["object_owners"]

# what may be somebody's: "Houthi missiles", "an ISIL assembly area"
_OWNED = frozenset({PhraseKind.THING, PhraseKind.FACILITY, PhraseKind.AREA, PhraseKind.OTHER})


def object_owners(parsed: list[Parsed], drafts: list[Draft]) -> list[tuple[Relation, int]]:
    """Things that are somebody's act for them: "Houthi missiles", "drones launched by rebels", "U.S. Navy ships".

    Each relation comes with the number of the sentence that tells it.
    """
    found = []
    for draft in drafts:
        for slot, number in draft.slots:
            phrase, p = slot.phrase, parsed[number]
            if slot.property not in {Property.TARGET, Property.ATTACKER} or phrase is None:
                continue
            if phrase.kind not in _OWNED:
                continue
            thing = actor_of(p, phrase)
            if thing != slot.value:
                continue
            owner, end = owner_of(p, phrase), thing.end
            if (launcher := launcher_of(p, phrase)) is not None and slot.property is Property.TARGET:
                owner, end = actor_of(p, launcher), p.end(launcher.last)
            if owner is not None and (
                owner.kind is ActorKind.ARMED_GROUP
                or launcher is not None
                or _is_navy(phrase, owner)
                or (owner.kind is ActorKind.STATE and phrase.is_weapon and intercepts(draft.mentions))
            ):
                start, end = min(owner.start, thing.start), max(end, owner.end)
                found.append((Relation(Property.ACTS_FOR, thing, owner, start, end), number))
    return found


def _is_navy(phrase: Phrase, owner: ActorRef) -> bool:
    """Whether a ship or aircraft is told to be of a named service: "U.S. Navy ships"."""
    return (
        owner.kind is ActorKind.ARMED_FORCE and owner.identified and any(n.name.kind is NameKind.BODY for n in phrase.names)
    )
