"""The fact sheet: what one article says, each statement tied to the exact words and to who says it.

The normative form is `sheets/fact-sheet.schema.json`; these classes are its shape in Python, one for one.
All offsets count Unicode code points of the stored article text, end exclusive: `text[start:end] == quote`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from belligraph.model.article import Article

__all__ = [
    "Actor",
    "ActorKind",
    "Claim",
    "ConceptObject",
    "DateObject",
    "Event",
    "EventType",
    "Evidence",
    "Extractor",
    "FactSheet",
    "Modality",
    "Object",
    "Place",
    "PlaceKind",
    "Property",
    "Quantity",
    "QuantityObject",
    "Ref",
    "SheetArticle",
    "Speech",
    "TextObject",
]


class ActorKind(StrEnum):
    """What sort of actor; `object` is for things attacked: a vehicle, a ship, a launcher, a depot."""

    STATE = "state"
    ARMED_FORCE = "armed_force"
    ARMED_GROUP = "armed_group"
    GOVERNMENT_BODY = "government_body"
    ORGANISATION = "organisation"
    MEDIA = "media"
    PERSON = "person"
    CIVILIANS = "civilians"
    OBJECT = "object"
    UNKNOWN = "unknown"


class PlaceKind(StrEnum):
    """What sort of place."""

    FACILITY = "facility"
    SETTLEMENT = "settlement"
    REGION = "region"
    COUNTRY = "country"
    WATER = "water"
    OTHER = "other"


class EventType(StrEnum):
    """Strike: force delivered by a state's aircraft, drone, ship, missile or air defence. Attack: any other use of force."""

    ATTACK = "attack"
    STRIKE = "strike"
    DEPLOYMENT = "deployment"
    OTHER = "other"

    @property
    def is_force(self) -> bool:
        """Whether force is used in it: an attack or a strike."""
        return self in {EventType.ATTACK, EventType.STRIKE}


class Modality(StrEnum):
    """How firmly the speaker puts the claim. Attribution alone is no hedge."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSPECIFIED = "unspecified"
    DENIED = "denied"


class Speech(StrEnum):
    """In what kind of speech the claim stands."""

    HEADLINE = "headline"
    NARRATION = "narration"
    INDIRECT = "indirect"
    DIRECT = "direct"


class Property(StrEnum):
    """What a claim says of its subject. The kinds that subject and object must have are in `sheets.check`."""

    ATTACKER = "attacker"
    TARGET = "target"
    FORCE = "force"
    INSTRUMENT = "instrument"
    PLACE = "place"
    DATE = "date"
    OUTCOME = "outcome"
    KILLED = "killed"
    INJURED = "injured"
    DAMAGE = "damage"
    SIZE = "size"
    LINKED_TO = "linked_to"
    MOTIVATED_BY = "motivated_by"
    RESPONDS_TO = "responds_to"
    RETALIATES_FOR = "retaliates_for"
    PURPOSE = "purpose"
    SPONSORED_BY = "sponsored_by"
    ACTS_FOR = "acts_for"
    CLAIMS_RESPONSIBILITY = "claims_responsibility"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage: `text[start:end] == quote`."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever acts, is acted on, is counted or speaks. `identified` is false when only a description is known."""

    id: str
    name: str
    kind: ActorKind
    evidence: tuple[Evidence, ...]
    identified: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """A place named as an event's location, or one that contains it; `within` is another place's id."""

    id: str
    name: str
    kind: PlaceKind
    evidence: tuple[Evidence, ...]
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event the article speaks of; a `series` stands for several that are reported only in aggregate."""

    id: str
    type: EventType
    label: str
    evidence: tuple[Evidence, ...]
    series: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the source gave it: one figure (`value`), or the bounds that the words allow. Never an invented range."""

    words: str
    approximate: bool
    value: float | None = None
    min: float | None = None
    max: float | None = None
    of: str | None = None
    """Who or what is counted, in the article's words."""
    excludes: str | None = None
    """The id of an event that the source leaves out of the number."""


@dataclass(frozen=True, slots=True)
class Ref:
    """An actor, place or event of the same sheet, by id."""

    ref: str


@dataclass(frozen=True, slots=True)
class ConceptObject:
    """A concept of one of our vocabularies, and the words that say it where they add something."""

    concept: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityObject:
    """A figure."""

    quantity: Quantity


@dataclass(frozen=True, slots=True)
class DateObject:
    """An EDTF date (level 0 or 1); `None` when the text cannot be resolved, and then `words` says what it says."""

    date: str | None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class TextObject:
    """Free text, for a purpose that no concept covers."""

    text: str


Object = Ref | ConceptObject | QuantityObject | DateObject | TextObject


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement. `attributed_to`: the nearest speaker first, each citing the next; empty: the article's own voice."""

    id: str
    subject: str
    property: Property
    object: Object
    modality: Modality
    speech: Speech
    attributed_to: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    hedge: str | None = None
    """The weakening words, verbatim."""


@dataclass(frozen=True, slots=True)
class SheetArticle:
    """Which article a sheet is of, and its page furniture: spans that may never be evidence."""

    text_sha256: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    licence: str | None = None
    furniture: tuple[Evidence, ...] = ()

    @classmethod
    def of(cls, article: Article, furniture: tuple[Evidence, ...] = ()) -> SheetArticle:
        """What the sheet of this article says of it."""
        known = (article.url, article.title, article.publisher, article.published, article.language, article.licence)
        return cls(article.text_sha256, *known, furniture)


@dataclass(frozen=True, slots=True)
class Extractor:
    """Who or what made a sheet."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class FactSheet:
    """What one article says. Ids are unique across actors, places and events, and among claims."""

    article: SheetArticle
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    extractor: Extractor | None = None
