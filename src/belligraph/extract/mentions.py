"""What one mention of an event says: its trigger and the claims about it, before mentions are joined to events."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from belligraph.extract.actors import ActorRef
from belligraph.extract.phrase import Phrase
from belligraph.model.sheet import EventType, Modality, Object, Property

__all__ = ["Mention", "PlaceRef", "Slot"]


_INTRODUCING = frozenset({Property.ATTACKER, Property.TARGET, Property.INSTRUMENT})


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place as one phrase names it, and the place that contains it; spans are of the normalised text."""

    key: str
    name: str
    kind: str
    start: int
    end: int
    within: PlaceRef | None = None
    is_described: bool = False
    """Known by its kind and country only: "Iraq air base"."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One claim about an event. The value is an actor, a place, or an object as the fact sheet has it."""

    property: Property
    value: ActorRef | PlaceRef | Object
    start: int
    end: int
    modality: Modality | None = None
    hedge: str | None = None
    phrase: Phrase | None = None
    excludes: Mention | None = None
    """The mention of an event that a figure leaves out."""

    def doubted(self, modality: Modality, hedge: str) -> Slot:
        """The same claim with a doubting word, unless it has one of its own."""
        return self if self.modality is not None else replace(self, modality=modality, hedge=hedge)


@dataclass(slots=True)
class Mention:
    """One mention of an event in one sentence; spans are of the normalised text."""

    sentence: int
    start: int
    end: int
    word: str
    token: int
    type: EventType
    is_noun: bool
    headline: bool
    is_definite: bool = False
    """"The attack", "Tuesday's strike": may point back to an event told before."""
    is_series: bool = False
    is_plural: bool = False
    is_separate: bool = False
    """It never joins another event: a threat, a plan, a count of several."""
    is_part: bool = False
    """A part of a count: its evidence is its own words."""
    is_single: bool = False
    """One of several told together, "including one that hit a school": its evidence is its own words, too."""
    is_counted: bool = False
    """A series with a count: only "the attacks" may join it."""
    is_share: bool = False
    """Some of a series told before: "six of the attacks"."""
    apart: list[Mention] = field(default_factory=list)
    """Mentions of the sentence that must be other events: what came "after" or "in response to" this one."""
    cause: Mention | None = None
    """The mention that "prompted" this one."""
    is_cause: bool = False
    """Told to be answered or avenged: an event of its own, even if the text says little of it."""
    is_new: bool = False
    """Told to be another event: "another strike", "a separate attack"."""
    is_again: bool = False
    """What was just told, said to be "the first time" of its kind."""
    likens: bool = False
    """Others that are like what was told: "dozens of similar attacks"."""
    is_first: bool = False
    """The first of several: "the first strike hit a car"."""
    is_deadly: bool = False
    """Told to have killed: an event, even if nothing was told of it before."""
    is_dated: bool = False
    """Known by its day, "the Oct. 7 attack": an event, even if nothing else is told of it."""
    opens_scene: bool = False
    """Its sentence begins with where it was: "In Mirefield, strikes killed two"."""
    is_own: bool = False
    """The speaker's own: "their campaign"."""
    foes: list[ActorRef] = field(default_factory=list)
    """Who had launched what it tells to be shot down."""
    label: str | None = None
    slots: list[Slot] = field(default_factory=list)
    phrase: Phrase | None = None
    also: list[Mention] = field(default_factory=list)
    """Nouns that name the same event again in its clause."""

    def values(self, prop: Property) -> list[ActorRef | PlaceRef | Object]:
        """All values claimed for a property."""
        return [s.value for s in self.slots if s.property is prop]

    def actors(self, prop: Property) -> list[ActorRef]:
        """The actors claimed for a property."""
        return [v for v in self.values(prop) if isinstance(v, ActorRef)]

    @property
    def says_who_or_where(self) -> bool:
        """Whether it names an attacker, a target or a place."""
        return any(s.property in {Property.ATTACKER, Property.TARGET, Property.PLACE} for s in self.slots)

    def extent(self) -> tuple[int, int]:
        """From the first to the last of the trigger and of who did it, by what, and to whom."""
        if self.is_part or self.is_single:
            return self.start, self.end
        parts = [s for s in self.slots if s.property in _INTRODUCING]
        return min([self.start, *(s.start for s in parts)]), max([self.end, *(s.end for s in parts)])
