"""The parsed JSON or YAML of a fact sheet to `FactSheet`, strictly by `fact-sheet.schema.json`; collects every fault.

Stricter than the schema in what the schema cannot say or leaves to the reader, and in nothing else: an offset written as
662.0 is no whole number; `published` is a real day, `url` an absolute http(s) address and `language` a tag (the schema's
formats, asserted); a number is finite and at most 10^15; a pattern's end is the end, not a line break before it.
"""

from __future__ import annotations

import re

from belligraph.model.metadata import check_language, check_url, parse_day
from belligraph.model.sheet import (
    Actor,
    ActorKind,
    Claim,
    ConceptObject,
    DateObject,
    Event,
    EventType,
    Extractor,
    FactSheet,
    Modality,
    Object,
    Place,
    PlaceKind,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    SheetArticle,
    Speech,
    TextObject,
)  # fmt: skip
from belligraph.sheets.faults import Fault, Path
from belligraph.sheets.fields import FieldReader, Keys, Record

__all__ = ["VERSION", "read_structure"]

VERSION = "1"

_CONCEPT = re.compile(r"[a-z0-9-]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")

_SHEET = Keys("sheet article extractor? actors places events claims")
_ARTICLE = Keys("url? title? publisher? published? language? licence? text_sha256 furniture?")
_EXTRACTOR = Keys("name version")
_ACTOR = Keys("id name kind identified? evidence")
_PLACE = Keys("id name kind within? evidence")
_EVENT = Keys("id type series? label evidence")
_CLAIM = Keys("id subject property object modality hedge? speech attributed_to evidence")
_QUANTITY = Keys("words value? min? max? approximate of? excludes?")
_OBJECTS = {
    "ref": Keys("ref"),
    "concept": Keys("concept words?"),
    "quantity": Keys("quantity"),
    "date": Keys("date words?"),
    "text": Keys("text"),
}

_ACTOR_KINDS = {member.value: member for member in ActorKind}
_PLACE_KINDS = {member.value: member for member in PlaceKind}
_EVENT_TYPES = {member.value: member for member in EventType}
_PROPERTIES = {member.value: member for member in Property}
_MODALITIES = {member.value: member for member in Modality}
_SPEECHES = {member.value: member for member in Speech}


def read_structure(data: object) -> tuple[FactSheet, list[Fault]]:
    """The sheet and its faults; if there are any, the sheet holds placeholders and must not be used."""
    reader = FieldReader()
    record = reader.record(data, (), _SHEET)
    version = record.get("sheet", VERSION)
    if version != VERSION or type(version) is not str:
        reader.fault(("sheet",), f'the version is {version!r}; this program reads version "{VERSION}", written in quotes')
    article = _article(reader, record.get("article"), ("article",)) if "article" in record else SheetArticle("")
    extractor = _extractor(reader, record["extractor"], ("extractor",)) if "extractor" in record else None
    actors = [_actor(reader, each, ("actors", i)) for i, each in enumerate(reader.items(record, "actors", ()))]
    places = [_place(reader, each, ("places", i)) for i, each in enumerate(reader.items(record, "places", ()))]
    events = [_event(reader, each, ("events", i)) for i, each in enumerate(reader.items(record, "events", ()))]
    claims = [_claim(reader, each, ("claims", i)) for i, each in enumerate(reader.items(record, "claims", ()))]
    sheet = FactSheet(article, tuple(actors), tuple(places), tuple(events), tuple(claims), extractor)
    return sheet, reader.faults


def _article(reader: FieldReader, value: object, at: Path) -> SheetArticle:
    record = reader.record(value, at, _ARTICLE)
    furniture = reader.items(record, "furniture", at) if "furniture" in record else []
    return SheetArticle(
        text_sha256=reader.pattern(record, "text_sha256", at, _SHA256, "a SHA-256 is 64 digits of 0-9 and a-f"),
        url=reader.read(record, "url", at, check_url),
        title=reader.optional(record, "title", at, nullable=True),
        publisher=reader.optional(record, "publisher", at, nullable=True),
        published=reader.read(record, "published", at, parse_day),
        language=reader.read(record, "language", at, check_language),
        licence=reader.optional(record, "licence", at, nullable=True),
        furniture=reader.passages(furniture, (*at, "furniture")),
    )


def _extractor(reader: FieldReader, value: object, at: Path) -> Extractor:
    record = reader.record(value, at, _EXTRACTOR)
    return Extractor(reader.string(record, "name", at), reader.string(record, "version", at))


def _actor(reader: FieldReader, value: object, at: Path) -> Actor:
    record = _entity(reader, value, at, _ACTOR)
    actor = Actor(
        reader.id(record, "id", at),
        reader.string(record, "name", at, filled=True),
        reader.member(record, "kind", at, _ACTOR_KINDS),
        reader.evidences(record, at),
        reader.boolean(record, "identified", at, default=True),
    )
    reader.entity = None
    return actor


def _place(reader: FieldReader, value: object, at: Path) -> Place:
    record = _entity(reader, value, at, _PLACE)
    place = Place(
        reader.id(record, "id", at),
        reader.string(record, "name", at, filled=True),
        reader.member(record, "kind", at, _PLACE_KINDS),
        reader.evidences(record, at),
        reader.optional_id(record, "within", at),
    )
    reader.entity = None
    return place


def _event(reader: FieldReader, value: object, at: Path) -> Event:
    record = _entity(reader, value, at, _EVENT)
    event = Event(
        reader.id(record, "id", at),
        reader.member(record, "type", at, _EVENT_TYPES),
        reader.string(record, "label", at, filled=True),
        reader.evidences(record, at),
        reader.boolean(record, "series", at, default=False),
    )
    reader.entity = None
    return event


def _claim(reader: FieldReader, value: object, at: Path) -> Claim:
    record = _entity(reader, value, at, _CLAIM)
    claim = Claim(
        reader.id(record, "id", at),
        reader.id(record, "subject", at),
        reader.member(record, "property", at, _PROPERTIES),
        _object(reader, record["object"], (*at, "object")) if "object" in record else TextObject(""),
        reader.member(record, "modality", at, _MODALITIES),
        reader.member(record, "speech", at, _SPEECHES),
        reader.ids(record, "attributed_to", at),
        reader.evidences(record, at),
        reader.optional(record, "hedge", at, nullable=True),
    )
    reader.entity = None
    return claim


def _entity(reader: FieldReader, value: object, at: Path, keys: Keys) -> Record:
    # the faults of the entity, also those of its keys, carry its id
    named = value.get("id") if isinstance(value, dict) else None
    reader.entity = named if isinstance(named, str) else None
    return reader.record(value, at, keys)


def _object(reader: FieldReader, value: object, at: Path) -> Object:
    kinds = [kind for kind in _OBJECTS if kind in value] if isinstance(value, dict) else []
    if len(kinds) != 1:
        found = f"has {' and '.join(kinds)}" if kinds else "has none of them"
        reader.fault(at, f"an object has one of {', '.join(_OBJECTS)}; this one {found}")
        return TextObject("")
    kind = kinds[0]
    record = reader.record(value, at, _OBJECTS[kind])
    match kind:
        case "ref":
            return Ref(reader.id(record, "ref", at))
        case "concept":
            concept = reader.pattern(record, "concept", at, _CONCEPT, "a concept is lower-case letters, digits and -")
            return ConceptObject(concept, reader.optional(record, "words", at))
        case "quantity":
            return QuantityObject(_quantity(reader, record["quantity"], (*at, "quantity")))
        case "date":
            date = reader.optional(record, "date", at, nullable=True)
            return DateObject(date, reader.optional(record, "words", at))
        case _:
            return TextObject(reader.string(record, "text", at, filled=True))


def _quantity(reader: FieldReader, value: object, at: Path) -> Quantity:
    record = reader.record(value, at, _QUANTITY)
    if record and record.keys().isdisjoint(("value", "min", "max")):
        reader.fault(at, "a quantity has a value, or a min or a max, or both bounds; this one has none")
    return Quantity(
        words=reader.string(record, "words", at),
        approximate=reader.boolean(record, "approximate", at, default=False),
        value=reader.number(record, "value", at),
        min=reader.number(record, "min", at),
        max=reader.number(record, "max", at),
        of=reader.optional(record, "of", at),
        excludes=reader.optional_id(record, "excludes", at),
    )
