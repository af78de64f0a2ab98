"""A noun phrase: what may play a part in an event, be it an actor, a thing, a place, or the event ("a drone attack")."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.names import Known
from belligraph.extract.quantities import Figure

__all__ = ["ACTORS", "Phrase", "PhraseKind"]


class PhraseKind(StrEnum):
    """What a phrase's head names."""

    FORCE = "force"
    GROUP = "group"
    STATE = "state"
    PEOPLE = "civilians"
    OFFICIAL = "official"
    PERSON = "person"
    BODY = "body"
    MEDIA = "media"
    THING = "thing"
    FACILITY = "facility"
    AREA = "area"
    PLACE = "place"
    EVENT = "event"
    NAME = "name"
    """Words with capitals that no list knows."""
    OTHER = "other"


# who may attack, answer or be answered
ACTORS = frozenset({PhraseKind.STATE, PhraseKind.GROUP, PhraseKind.FORCE})
_VESSELS = word_set("ship vessel tanker boat freighter carrier convoy vehicle")
_CREWED = frozenset(["warship", "fighter-jet", "aircraft", "gunship"])


@dataclass(slots=True)
class Phrase:
    """A noun phrase by tokens (end exclusive); `core` is its first token behind determiner and number."""

    first: int
    last: int
    kind: PhraseKind
    core: int
    head: str
    determiner: str | None = None
    figure: Figure | None = None
    names: list[Known] = field(default_factory=list)
    concepts: tuple[str, ...] = ()
    possessor: Phrase | None = None
    """The phrase behind whose "'s" this one stands."""
    possessed: bool = False
    shared: Phrase | None = None
    """The phrase whose head it shares: "U.S." in "U.S. and coalition forces"."""

    meant: str | None = None
    """The name of the ship that "the Stone" stands for."""

    resolved: Known | None = None
    """The armed group that "the militants" stands for."""

    @property
    def entity(self) -> Known | None:
        """The known name that the phrase ends with, if it is nothing but a name."""
        return self.names[-1] if self.names and self.names[-1].last == self.last and self.shared is None else None

    @property
    def is_weapon(self) -> bool:
        """Whether it is itself a weapon, "two Sylvanian drones", not a thing for weapons: "drone launchers"."""
        flies = self.head in {"system", "systems"} and "drone" in self.concepts  # "an unmanned aerial system"
        return bool(self.concepts) and (flies or lexicon().heads.get(self.head, "weapon") in {"vehicle", "weapon"})

    @property
    def is_weapon_or_vessel(self) -> bool:
        """Whether it is a thing that is fired, that is fired from, or that sails or drives."""
        return self.kind is PhraseKind.THING and (bool(self.concepts) or self.head in _VESSELS)

    @property
    def is_crewed(self) -> bool:
        """Whether it is a ship or aircraft that people fire from, no weapon that flies by itself."""
        return bool(_CREWED & set(self.concepts))

    @property
    def is_plural(self) -> bool:
        """Whether the head has the form of a plural."""
        return (self.head.endswith("s") and not self.head.endswith("ss")) or self.head in {
            "people",
            "men",
            "women",
            "children",
        }
