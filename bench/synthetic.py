"""Seeded synthetic articles with their fact sheets: lengths, numbers of claims and source chains vary, everything checks.

An article of `claims` claims makes about 25 quads a claim. The text is made sentence by sentence, and each claim quotes its
own words there, so that offsets are right by construction. All names are invented.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from belligraph.model.article import Article
from belligraph.model.sheet import (
    Actor,
    ActorKind,
    Claim,
    ConceptObject,
    DateObject,
    Event,
    EventType,
    Evidence,
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
)

__all__ = ["generate"]

GROUPS = ("the Ember Front", "the Harrow Brigade", "Salt March fighters", "the Orrin Column", "Ashfield rebels")
FORCES = ("the Northland army", "the Veskan air force", "the River Guard", "the Coastal Command")
PEOPLE = ("Colonel Ada Brandt", "Governor Tomas Reyk", "Minister Lena Osk", "two officials", "a spokesman", "residents")
MEDIA = ("Radio Delta", "the Harbour Gazette", "Northern Wire")
PLACES = ("Port Ansel", "Mirefield", "the Kess valley", "Old Harrow", "the Tarn crossing", "Lower Veska")
WEAPONS = {"rockets": "rocket", "mortars": "mortar", "drones": "drone", "ballistic missiles": "ballistic-missile"}
NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
FILLER = (
    "Schools in the area stayed closed for the day.",
    "It was not clear when the road would open again.",
    "The harvest has been poor this year, and prices at the market have risen sharply since the spring.",
    "“We have seen this before,” one shopkeeper told visitors — his windows were boarded up.",
)


@dataclass
class _Draft:
    """A text that grows, and the claims that quote it."""

    chance: random.Random
    text: str = ""
    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def say(self, words: str) -> Evidence:
        start = len(self.text)
        self.text += words
        return Evidence(start, len(self.text), words)

    def actor(self, name: str, kind: ActorKind, span: Evidence) -> str:
        at = self.text.index(name, span.start)
        key = "".join(c if c.isalnum() else "_" for c in name.lower())
        if key not in self.actors:
            identified = name not in {"two officials", "a spokesman", "residents"}
            self.actors[key] = Actor(key, name, kind, (Evidence(at, at + len(name), name),), identified)
        return key

    def place(self, name: str, span: Evidence) -> str:
        at = self.text.index(name, span.start)
        key = "p_" + "".join(c if c.isalnum() else "_" for c in name.lower())
        if key not in self.places:
            self.places[key] = Place(key, name, PlaceKind.SETTLEMENT, (Evidence(at, at + len(name), name),))
        return key

    def claim(self, subject: str, prop: Property, obj: Object, span: Evidence, chain: tuple[str, ...]) -> None:
        speech = Speech.INDIRECT if chain else Speech.NARRATION
        modality = self.chance.choices((Modality.CERTAIN, Modality.PROBABLE), (9, 1))[0]
        self.claims.append(Claim(f"c{len(self.claims) + 1}", subject, prop, obj, modality, speech, chain, (span,)))


def generate(count: int, claims: int = 30, seed: int = 1) -> Iterator[tuple[Article, FactSheet]]:
    """`count` articles with sheets of `claims` claims on average (two thirds to four thirds of it)."""
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")
        yield _article(number, chance, chance.randint(claims * 2 // 3, claims * 4 // 3))


def _article(number: int, chance: random.Random, claims: int) -> tuple[Article, FactSheet]:
    draft = _Draft(chance)
    published = date(2023, 1, 1) + timedelta(days=chance.randrange(700))
    draft.say(f"Report {number} of the day\n\n")
    while len(draft.claims) < claims:
        _event(draft, published)
        for _ in range(chance.randrange(3)):
            draft.say(chance.choice(FILLER) + " ")
        draft.say("\n\n")
    article = Article(
        draft.text,
        url=f"https://desk.example/{number}",
        title=f"Report {number} of the day",
        publisher="Synthetic Desk",
        published=published,
        language="en",
    )
    sheet = FactSheet(
        SheetArticle(article.text_sha256, published=published),
        tuple(draft.actors.values()),
        tuple(draft.places.values()),
        tuple(draft.events),
        tuple(draft.claims[:claims]),
        Extractor("synthetic", "1"),
    )
    return article, sheet


def _event(draft: _Draft, published: date) -> None:
    """One event: two sentences, up to seven claims, by one source chain for each sentence."""
    chance = draft.chance
    is_strike = chance.random() < 0.4
    who, whom, where = chance.choice(FORCES if is_strike else GROUPS), chance.choice(FORCES), chance.choice(PLACES)
    weapons = chance.choice(list(WEAPONS))
    day = published - timedelta(days=chance.randrange(6))
    event = f"e{len(draft.events) + 1}"
    lead = draft.say(f"{who} hit {whom} with {weapons} near {where} on {day:%A}")
    draft.events.append(
        Event(event, EventType.STRIKE if is_strike else EventType.ATTACK, f"{who} hit {whom} near {where}", (lead,))
    )
    chain = _chain(draft)
    draft.say(". ")
    attacker = draft.actor(who, ActorKind.ARMED_FORCE if is_strike else ActorKind.ARMED_GROUP, lead)
    target = draft.actor(whom, ActorKind.ARMED_FORCE, lead)
    for prop, obj in (
        (Property.ATTACKER, Ref(attacker)),
        (Property.TARGET, Ref(target)),
        (Property.INSTRUMENT, ConceptObject(WEAPONS[weapons], weapons)),
        (Property.PLACE, Ref(draft.place(where, lead))),
        (Property.DATE, DateObject(day.isoformat(), f"{day:%A}")),
    ):
        draft.claim(event, prop, obj, lead, chain)
    for prop, verb in ((Property.KILLED, "killed"), (Property.INJURED, "injured")):
        words = chance.choice(NUMBERS)
        figure = draft.say(f"{words} people were {verb}")
        quantity = Quantity(words, False, value=NUMBERS.index(words) + 2, of="people")
        chain = _chain(draft)
        draft.say(". ")
        draft.claim(event, prop, QuantityObject(quantity), figure, chain)


def _chain(draft: _Draft) -> tuple[str, ...]:
    """Who says so, written behind the statement: nobody, one speaker, or a medium that cites one."""
    length = draft.chance.choices((0, 1, 2), (3, 4, 2))[0]
    if length == 0:
        return ()
    person = draft.chance.choice(PEOPLE)
    if length == 1:
        said = draft.say(f", {person} said")
        return (draft.actor(person, ActorKind.PERSON, said),)
    medium = draft.chance.choice(MEDIA)
    said = draft.say(f", {medium} reported, citing {person}")
    return draft.actor(medium, ActorKind.MEDIA, said), draft.actor(person, ActorKind.PERSON, said)
