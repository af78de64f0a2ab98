"""Reports made by hand: an attack on a base, told by one outlet after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from belligraph.model.reports import ArticleReport
from belligraph.model.sheet import (
    Actor,
    ActorKind,
    Claim,
    ConceptObject,
    DateObject,
    Event,
    EventType,
    Evidence,
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
)

HERE = (Evidence(0, 6, "attack"),)
ACTORS = (
    Actor("front", "Ember Front", ActorKind.ARMED_GROUP, HERE),
    Actor("army", "Northland army", ActorKind.ARMED_FORCE, HERE),
    Actor("wire", "Northern Wire", ActorKind.MEDIA, HERE),
    Actor("officials", "two officials", ActorKind.PERSON, HERE, identified=False),
    Actor("ministry", "Defence Ministry", ActorKind.GOVERNMENT_BODY, HERE),
    Actor("spokesman", "Tomas Reyk", ActorKind.PERSON, HERE),
)
PLACES = (
    Place("base", "Kess Ford air base", PlaceKind.FACILITY, HERE, "country"),
    Place("other_base", "Tarn Gate air base", PlaceKind.FACILITY, HERE, "country"),
    Place("country", "Northland", PlaceKind.COUNTRY, HERE),
)
Tell = Callable[..., ArticleReport]
Told = tuple[str, str, str]
# the passage, the place and the day of an event
ROCKETS = ("Rockets hit the base", "base", "2024-05-06")
DRONES = ("Drones hit the gate", "other_base", "2024-05-08")
MORTARS = ("Mortars hit the border post", "country", "2024-04-02")


def claim(
    name: str, prop: Property, obj: Object, chain: tuple[str, ...] = (), modality: Modality = Modality.CERTAIN,
    subject: str = "e1", speech: Speech = Speech.NARRATION,
) -> Claim:  # fmt: skip
    return Claim(name, subject, prop, obj, modality, speech, chain, HERE)


def article(key: str, **events: Told) -> ArticleReport:
    """An article with these events by their numbers: the passage, the place and the day of each."""
    made, claims = [], []
    for this, (passage, place, day) in events.items():
        here = (Evidence(0, len(passage), passage),)
        made.append(Event(this, EventType.ATTACK, passage, here))
        claims.append(replace(claim(f"{this}p", Property.PLACE, Ref(place), subject=this), evidence=here))
        claims.append(replace(claim(f"{this}d", Property.DATE, DateObject(day, None), subject=this), evidence=here))
        claims.append(replace(claim(f"{this}a", Property.ATTACKER, Ref("front"), subject=this), evidence=here))
    return ArticleReport(key, key, None, FactSheet(SheetArticle("0" * 64), ACTORS, PLACES, tuple(made), tuple(claims)))


def figure(value: float | None = None, least: float | None = None, of: str | None = None) -> QuantityObject:
    return QuantityObject(Quantity("words", False, value=value, min=least, of=of))


def tell(
    number: int,
    *claims: Claim,
    day: str | None = "2024-05-06",
    words: str | None = None,
    place: str | None = "base",
    kind: EventType = EventType.ATTACK,
    weapon: str | None = "rocket",
    outlet: str | None = None,
    published: date | None = date(2024, 5, 7),
    series: bool = False,
    chain: tuple[str, ...] = (),
) -> ArticleReport:
    """The attack of the Ember Front on the army as the article of that number tells it; more claims may follow."""
    told = [
        claim("a", Property.ATTACKER, Ref("front" if kind is EventType.ATTACK else "army"), chain),
        claim("t", Property.TARGET, Ref("army" if kind is EventType.ATTACK else "front"), chain),
    ]
    if place:
        told.append(claim("p", Property.PLACE, Ref(place), chain))
    if day:
        told.append(claim("d", Property.DATE, DateObject(day, words), chain))
    if weapon:
        told.append(claim("i", Property.INSTRUMENT, ConceptObject(weapon), chain))
    events: tuple[Event, ...] = (Event("e1", kind, f"attack as told by {number}", HERE, series=series),)
    if any(c.subject == "e2" for c in claims):
        events += (Event("e2", kind, "attack of the headline", HERE),)
    sheet = FactSheet(SheetArticle("0" * 64), ACTORS, PLACES, events, (*told, *claims))
    return ArticleReport(f"{number:016x}", outlet or f"Outlet {number}", published, sheet)


@pytest.fixture
def told() -> Tell:
    return tell
