"""An event as far as it has been read: the mentions that tell of it, and their claims."""

from __future__ import annotations

from dataclasses import dataclass, field

from belligraph.extract.actors import ActorRef
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.model.sheet import DateObject, EventType, Property

__all__ = ["Draft"]


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
        self.slots += [(slot, mention.sentence) for slot in mention.slots]
