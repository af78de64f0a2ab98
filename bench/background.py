"""What news tells around its attacks, added to synthetic articles: sponsors, answers, aims, totals with parts, troops.

Every article of `synthetic.generate` gets a last paragraph of five sentences and about 30 claims that quote it, so that no
question of ours is measured on a release that has nothing to answer it with.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

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
    FactSheet,
    Modality,
    Object,
    Place,
    PlaceKind,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    Speech,
)
from synthetic import generate

__all__ = ["generate_with_background"]

SPONSORED = (
    "The Grey Column, a group that the Veskan League arms, has been active. The League denied arming the Grey Column. "
)
TOTALS = "Convoys have been attacked about 50 times since April, including 30 times in Norland and 20 times in Sudland. "
TROOPS = "Veska has 900 soldiers in Norland on a mission it says aims to advise local forces. "
FIRST = "The last strike was the first in Norland in more than two years. "
# few articles say so, and each of them stands beside every earlier strike in the country
FIRST_EVERY = 50
ANSWERS = "Each was in retaliation for the one before, and self-defence, one officer said."


def generate_with_background(count: int, claims: int = 30, seed: int = 1) -> Iterator[tuple[Article, FactSheet]]:
    """The articles of `synthetic.generate`, each with its background."""
    for number, (article, sheet) in enumerate(generate(count, claims, seed)):
        yield _with_background(article, sheet, is_a_first=number % FIRST_EVERY == 0)


class _Paragraph:
    """The last paragraph, and the claims that quote it."""

    def __init__(self, article: Article, sheet: FactSheet) -> None:
        self.text = f"{article.text.rstrip()}\n\n{SPONSORED}{TOTALS}{TROOPS}{FIRST}{ANSWERS}\n"
        self._from = len(article.text.rstrip())
        self.claims = list(sheet.claims)

    def span(self, words: str) -> tuple[Evidence, ...]:
        start = self.text.index(words, self._from)
        return (Evidence(start, start + len(words), words),)

    def say(
        self, subject: str, prop: Property, obj: Object | str, words: str, *by: str, modality: Modality = Modality.CERTAIN
    ) -> None:
        thing = Ref(obj) if isinstance(obj, str) else obj
        speech = Speech.INDIRECT if by else Speech.NARRATION
        self.claims.append(Claim(f"b{len(self.claims)}", subject, prop, thing, modality, speech, by, self.span(words)))


def _with_background(article: Article, sheet: FactSheet, *, is_a_first: bool) -> tuple[Article, FactSheet]:
    last = _Paragraph(article, sheet)
    actors = (
        Actor("column", "The Grey Column", ActorKind.ARMED_GROUP, last.span("The Grey Column")),
        Actor("league", "the Veskan League", ActorKind.ORGANISATION, last.span("the Veskan League")),
        Actor("convoys", "Convoys", ActorKind.OBJECT, last.span("Convoys"), identified=False),
        Actor("veska", "Veska", ActorKind.STATE, last.span("Veska has")),
        Actor("soldiers", "soldiers", ActorKind.ARMED_FORCE, last.span("soldiers"), identified=False),
        Actor("officer", "one officer", ActorKind.PERSON, last.span("one officer"), identified=False),
    )
    places = (
        *(replace(place, within="norland") for place in sheet.places),
        Place("norland", "Norland", PlaceKind.COUNTRY, last.span("Norland")),
        Place("sudland", "Sudland", PlaceKind.COUNTRY, last.span("Sudland")),
    )
    strikes = [e.id for e in sheet.events if is_a_first and e.type is EventType.STRIKE]
    events = [*sheet.events, *_background_events(last, bool(strikes))]
    last.say("column", Property.SPONSORED_BY, "league", "a group that the Veskan League arms")
    denial = "The League denied arming the Grey Column"
    last.say("column", Property.SPONSORED_BY, "league", denial, "league", modality=Modality.DENIED)
    _totals(last)
    _troops(last)
    if strikes:
        last.say("none", Property.SIZE, _number("the first", 0, excludes=strikes[-1]), "the first in Norland")
        last.say("none", Property.PLACE, "norland", "the first in Norland")
        last.say("none", Property.DATE, DateObject(None, "in more than two years"), "in more than two years")
    chain = [e.id for e in sheet.events][:4]
    for before, after in pairwise(chain):
        last.say(after, Property.RETALIATES_FOR, before, "Each was in retaliation for the one before", "officer")
        last.say(after, Property.PURPOSE, ConceptObject("self-defense"), "self-defence", "officer")
    whole = replace(article, text=last.text)
    about = replace(sheet.article, text_sha256=whole.text_sha256)
    return whole, replace(
        sheet, article=about, actors=(*sheet.actors, *actors), places=places, events=tuple(events), claims=tuple(last.claims)
    )


def _background_events(last: _Paragraph, has_strike: bool) -> Iterator[Event]:
    yield Event("all", EventType.ATTACK, "attacks on convoys", last.span("attacked about 50 times"), series=True)
    yield Event("north", EventType.ATTACK, "attacks in Norland", last.span("30 times in Norland"), series=True)
    yield Event("south", EventType.ATTACK, "attacks in Sudland", last.span("20 times in Sudland"), series=True)
    yield Event("posted", EventType.DEPLOYMENT, "Veskan soldiers in Norland", last.span("900 soldiers in Norland"))
    if has_strike:
        yield Event(
            "none", EventType.STRIKE, "strikes in the two years before", last.span("the first in Norland"), series=True
        )


def _totals(last: _Paragraph) -> None:
    for event, words, size, value, place in (
        ("all", "attacked about 50 times", "about 50", 50, None),
        ("north", "30 times in Norland", "30", 30, "norland"),
        ("south", "20 times in Sudland", "20", 20, "sudland"),
    ):
        last.say(event, Property.TARGET, "convoys", "Convoys have been attacked")
        last.say(event, Property.SIZE, _number(size, value, approximate="about" in size), words)
        last.say(event, Property.DATE, DateObject("2023-04/..", "since April"), "since April")
        if place:
            last.say(event, Property.PLACE, place, words)


def _troops(last: _Paragraph) -> None:
    last.say("posted", Property.FORCE, "soldiers", "900 soldiers")
    last.say("posted", Property.PLACE, "norland", "900 soldiers in Norland")
    last.say("posted", Property.SIZE, _number("900", 900), "900 soldiers")
    mission = ConceptObject("advise-and-assist", "to advise local forces")
    last.say("posted", Property.PURPOSE, mission, "a mission it says aims to advise local forces", "veska")


def _number(words: str, value: float, *, approximate: bool = False, excludes: str | None = None) -> QuantityObject:
    return QuantityObject(Quantity(words, approximate, value=value, excludes=excludes))
