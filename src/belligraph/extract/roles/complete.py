"""Attackers and targets that the rules left open, filled by a finder of roles."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.events import Draft
from belligraph.extract.mentions import Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.roles.filler import Filler, RoleFinder
from belligraph.model.sheet import Property

__all__ = ["complete"]

_PROPERTIES = {
    "PerpInd": Property.ATTACKER,
    "PerpOrg": Property.ATTACKER,
    "Target": Property.TARGET,
    "Victim": Property.TARGET,
}
_NEVER = frozenset({PhraseKind.EVENT, PhraseKind.PLACE, PhraseKind.AREA, PhraseKind.MEDIA})


def complete(finder: RoleFinder, text: str, parsed: list[Parsed], drafts: list[Draft]) -> None:
    """Add to each attack and strike without an attacker, or without a target, the surest filler of its sentences.

    `text` is the normalised text. What the rules found is never changed.
    """
    force = [d for d in drafts if d.type.is_force]
    if not force:
        return
    placed = [(f, number, phrase) for f in finder.fillers(text) for number, phrase in _phrase(parsed, f)]
    for draft in force:
        sentences = {m.sentence for m in draft.mentions}
        for prop in (Property.ATTACKER, Property.TARGET):
            if draft.actors(prop):
                continue
            known = {a.key for p in (Property.ATTACKER, Property.TARGET) for a in draft.actors(p)}
            fitting = [
                (f.score, number, phrase, ref)
                for f, number, phrase in placed
                if _PROPERTIES.get(f.role) is prop and number in sentences
                if (ref := actor_of(parsed[number], phrase)).key not in known
            ]
            if fitting:
                _, number, phrase, ref = max(fitting, key=lambda each: each[0])
                draft.slots.append((_slot(draft, prop, number, phrase, ref), number))


def _slot(draft: Draft, prop: Property, number: int, phrase: Phrase, ref: ActorRef) -> Slot:
    mention = next(m for m in draft.mentions if m.sentence == number)
    return Slot(prop, ref, min(mention.start, ref.start), max(mention.end, ref.end), phrase=phrase)


def _phrase(parsed: list[Parsed], filler: Filler) -> list[tuple[int, Phrase]]:
    """The phrase that a filler stands in, with its sentence; none if no phrase of the rules has its last word."""
    for p in parsed:
        if not p.sentence.start <= filler.start < p.sentence.end:
            continue
        for phrase in p.phrases:
            first, last = p.start(phrase.first), p.end(phrase.last)
            if first < filler.end <= last and phrase.kind not in _NEVER:
                return [(p.sentence.number, phrase)]
    return []
