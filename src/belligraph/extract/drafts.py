"""An event as far as it has been read: the mentions that tell of it, and their claims."""

from __future__ import annotations

from dataclasses import dataclass, field

from belligraph.extract.actors import ActorRef
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.model.sheet import ConceptObject, DateObject, EventType, Property

__all__ = ["DOERS", "Draft"]

# who is called so is whoever attacked, a known group too
DOERS = word_set("assailants assailant attackers attacker")


# reports tell of an event a dozen times at most; to compare with all that was told, without end, would take quadratic time
_MOST_MENTIONS = 100


@dataclass(eq=False, slots=True)
class Draft:
    """An event as far as it has been read."""

    type: EventType
    series: bool
    mentions: list[Mention] = field(default_factory=list)
    slots: list[tuple[Slot, int]] = field(default_factory=list)
    """Claims with the number of the sentence that makes them."""
    label: str | None = None
    caused_by: Draft | None = None

    @property
    def is_full(self) -> bool:
        """Whether it has been told so often that it takes in no more: what is told then is another event."""
        return len(self.mentions) >= _MOST_MENTIONS

    def actors(self, prop: Property) -> list[ActorRef]:
        """The actors claimed for a property."""
        return [s.value for s, _ in self.slots if s.property is prop and isinstance(s.value, ActorRef)]

    def places(self) -> list[PlaceRef]:
        """The places claimed."""
        return [s.value for s, _ in self.slots if isinstance(s.value, PlaceRef)]

    def dates(self) -> set[str]:
        """The resolved dates claimed."""
        return {s.value.date for s, _ in self.slots if isinstance(s.value, DateObject) and s.value.date}

    def add(self, mention: Mention) -> None:
        """Take a mention in."""
        self.mentions.append(mention)
        known = bool(self.actors(Property.ATTACKER))
        armed = {s.value.concept for s, _ in self.slots if isinstance(s.value, ConceptObject)}
        new = [s for s in mention.slots if not (known and _says_no_more(s)) and not _points_back(mention, s, armed)]
        self.slots += [(slot, mention.sentence) for slot in new]


def _points_back(mention: Mention, slot: Slot, armed: set[str]) -> bool:
    """ "The drone attack" only points to the attack that was told with drones: the weapon is not told anew.

    Nor is a missile by "the missile struck the ship", where its kind was told.
    """
    if slot.property is Property.INSTRUMENT and isinstance(slot.value, ConceptObject) and slot.phrase is not None:
        kinds = {kind for kind in armed if kind.endswith(f"-{slot.value.concept}")}
        if slot.phrase.determiner in {"the", "these"} and slot.phrase.core == slot.phrase.last - 1 and kinds:
            return True
    points = mention.phrase is not None and mention.phrase.determiner in {"the", "this", "that", "these", "those"}
    weapon = slot.property is Property.INSTRUMENT and isinstance(slot.value, ConceptObject) and slot.value.concept in armed
    return points and weapon and slot.phrase is mention.phrase


def _says_no_more(slot: Slot) -> bool:
    """ "The attackers" of an attack, when it is known who they were."""
    phrase = slot.phrase
    told = slot.property is Property.ATTACKER and phrase is not None and phrase.determiner == "the" and not phrase.names
    return told and phrase is not None and phrase.head in DOERS and phrase.core == phrase.last - 1
