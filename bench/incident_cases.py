"""Labelled reports: which of them are of one happening is known, because each was written from its happening.

The synthetic part is seeded: bases that are attacked several times in a month, some on two days running; each attack told by
several outlets as news tells them, some roughly, some with rival figures, some in a headline only, some undated, some under
the date of another time zone. `reports` has as many a day however many it makes; `crowded` has them all in one month of one
country. Nothing here looks at how reports are compared. All names are invented.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

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

__all__ = ["Happening", "crowded", "happenings", "report", "reports"]

HERE = (Evidence(0, 1, "x"),)
FIRST = (
    "Kess",
    "Tarn",
    "Veska",
    "Ansel",
    "Harrow",
    "Mire",
    "Orrin",
    "Salt",
    "Dunmar",
    "Brack",
    "Olm",
    "Sere",
    "Quill",
    "Fenn",
)
LAST = ("field", "gate", "haven", "mouth", "ford", "stead", "wick", "holm", "reach", "moor", "cliff", "dale", "crag", "vale")
COUNTRIES = ("Northland", "Veskania", "Orria", "Tarnistan", "Lower Kess", "Harrowia")
GROUPS = ("Ember Front", "Harrow Brigade", "Orrin Column", "Salt March", "Ashfield Movement")
FORCES = ("Northland army", "Veskan air force", "River Guard", "Coastal Command")
WEAPONS = (("rocket", "rocket"), ("drone", "drone"), ("missile", "ballistic-missile"), ("mortar", "mortar"))
WORDS = {0: "on {:%A}", 1: "late on {:%A}", 2: "early {:%A}", 3: "{:%A} morning"}


@dataclass(frozen=True, slots=True)
class Happening:
    """What really happened, in this invented world."""

    number: int
    type: EventType
    base: str
    town: str
    country: str
    day: date
    at_night: bool
    attacker: str
    target: str
    weapon: tuple[str, str]
    """As most reports call it, and precisely."""
    killed: int
    injured: int


def happenings(count: int, seed: int = 1) -> Iterator[Happening]:
    """That many happenings, the same for the same seed; bases are attacked one to five times in a month."""
    chance = random.Random(seed)
    number = 0
    while number < count:
        name = f"{chance.choice(FIRST)}{chance.choice(LAST)} {chance.choice(FIRST)}"
        country, attacker, target = chance.choice(COUNTRIES), chance.choice(GROUPS), chance.choice(FORCES)
        start = date(2020, 1, 1) + timedelta(days=chance.randrange(max(60, count // 4)))
        # the same base in the same month; two days running happen
        days = sorted(chance.sample(range(28), chance.choice((1, 2, 3, 3, 4, 5))))
        for day in days:
            yield Happening(
                number,
                chance.choice((EventType.ATTACK, EventType.ATTACK, EventType.STRIKE)),
                f"{name} air base",
                f"{name}",
                country,
                start + timedelta(days=day),
                chance.random() < 0.3,
                attacker,
                target,
                chance.choice(WEAPONS),
                chance.choice((0, 0, 1, 2, 3, 5, 8, 12)),
                chance.choice((0, 1, 2, 4, 6, 8, 11, 20)),
            )
            number += 1
            if number == count:
                return


def reports(count: int, seed: int = 1) -> Iterator[tuple[ArticleReport, dict[str, int]]]:
    """About `count` reports of happenings, one article each, with the happening of each event by the event's ref."""
    chance = random.Random(seed + 1)
    made = 0
    for happening in happenings(count, seed):
        for _ in range(chance.choice((1, 2, 2, 3, 4, 6))):
            yield report(happening, made, chance)
            made += 1
            if made >= count:
                return


def crowded(count: int, seed: int = 1) -> Iterator[tuple[ArticleReport, dict[str, int]]]:
    """`count` reports of one month in one country: its 24 happenings at four bases, however many tell of them."""
    chance = random.Random(seed + 2)
    some = list(happenings(24, seed))
    bases = [f"{first}{last}" for first, last in zip(FIRST[:4], LAST[:4], strict=True)]
    month = [
        replace(h, base=f"{base} air base", town=base, country=COUNTRIES[0], day=date(2020, 1, 1 + chance.randrange(28)))
        for h, base in zip(some, bases * 6, strict=True)
    ]
    for number in range(count):
        yield report(chance.choice(month), number, chance)


def report(told: Happening, number: int, chance: random.Random) -> tuple[ArticleReport, dict[str, int]]:
    """One article about one happening, as an outlet may tell it."""
    key = f"{number:016x}"
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    claims: list[Claim] = []

    def say(prop: Property, obj: Object, speech: Speech = Speech.NARRATION, event: str = "e1") -> None:
        claims.append(Claim(f"c{len(claims)}", event, prop, obj, Modality.CERTAIN, speech, (), HERE))

    def actor(name: str, kind: ActorKind, identified: bool) -> Ref:
        at = name.lower().replace(" ", "_").replace("-", "_")
        actors[at] = Actor(at, name, kind, HERE, identified)
        return Ref(at)

    is_strike = told.type is EventType.STRIKE
    if is_strike:
        say(Property.ATTACKER, actor(told.target, ActorKind.ARMED_FORCE, True))
        say(Property.TARGET, actor(f"{told.attacker} fighters", ActorKind.ARMED_GROUP, False))
    else:
        named = chance.random() < 0.6
        words = told.attacker if named else chance.choice(("militants", f"{told.country}-backed militia", "gunmen"))
        say(Property.ATTACKER, actor(words, ActorKind.ARMED_GROUP, named))
        say(Property.TARGET, actor(told.target, ActorKind.ARMED_FORCE, True))
    _say_place(told, chance, places, say)
    published = _say_day(told, chance, say)
    if chance.random() < 0.75:
        say(Property.INSTRUMENT, ConceptObject(told.weapon[chance.random() < 0.4]))
    _say_figures(told, chance, say)
    events = [Event("e1", told.type, f"attack at {told.base}", HERE)]
    truth = {f"{key}/e1": told.number}
    if chance.random() < 0.15:
        # a headline of its own
        events.append(Event("e2", told.type, "attack", HERE))
        say(Property.INSTRUMENT, ConceptObject(told.weapon[0]), Speech.HEADLINE, "e2")
        truth[f"{key}/e2"] = told.number
    sheet = FactSheet(
        SheetArticle("0" * 64, published=published),
        tuple(actors.values()),
        tuple(places.values()),
        tuple(events),
        tuple(claims),
    )
    return ArticleReport(key, f"Outlet {chance.randrange(40)}", published, sheet), truth


def _say_place(told: Happening, chance: random.Random, places: dict[str, Place], say) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    places["country"] = Place("country", told.country, PlaceKind.COUNTRY, HERE)
    how = chance.random()
    if how < 0.75:
        name = chance.choice((told.base, told.base, told.base.replace("air base", "airbase"), f"the {told.base}"))
        places["base"] = Place("base", name, PlaceKind.FACILITY, HERE, "country" if chance.random() < 0.7 else None)
        say(Property.PLACE, Ref("base"))
    elif how < 0.85:
        places["base"] = Place("base", f"{told.country} air base", PlaceKind.FACILITY, HERE, "country")
        say(Property.PLACE, Ref("base"))
    elif how < 0.97:
        say(Property.PLACE, Ref("country"))


def _say_day(told: Happening, chance: random.Random, say) -> date:  # type: ignore[no-untyped-def]  # noqa: ANN001
    published = told.day + timedelta(days=chance.choice((0, 1, 1, 2)))
    day = told.day
    how = 0
    if told.at_night:
        # the night between two days is told under either
        how, day = chance.choice(((1, told.day), (2, told.day + timedelta(days=1))))
        published = max(published, day)
    shape = chance.random()
    if shape < 0.85:
        say(Property.DATE, DateObject(day.isoformat(), WORDS[how].format(day)))
    elif shape < 0.9:
        say(Property.DATE, DateObject(f"{day:%Y-%m}", f"in {day:%B}"))
    return published


def _say_figures(told: Happening, chance: random.Random, say) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    for prop, true in ((Property.KILLED, told.killed), (Property.INJURED, told.injured)):
        how = chance.random()
        if how < 0.45:
            quantity = Quantity(str(true), False, value=true)
        elif how < 0.6:
            # early figures are often wrong
            quantity = Quantity("early", False, value=max(0, true + chance.choice((-2, -1, 1, 3))))
        elif how < 0.7 and true > 1:
            quantity = Quantity("several", False, min=2)
        else:
            continue
        say(prop, QuantityObject(quantity))
