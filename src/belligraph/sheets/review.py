"""A sheet laid out for review: events with their claims, and what a person should look at first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from belligraph.model.sheet import (
    Actor,
    Claim,
    DateObject,
    Event,
    EventType,
    FactSheet,
    Modality,
    Place,
    Property,
    QuantityObject,
    Ref,
    Speech,
)

__all__ = ["Review", "ReviewedClaim", "ReviewedEvent", "review"]

_FIGURES = frozenset({Property.KILLED, Property.INJURED, Property.SIZE})


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """A claim and the reasons to doubt that it was read well; none for most."""

    claim: Claim
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewedEvent:
    """An event, its claims in the order of the text, and the reasons to doubt the event itself."""

    event: Event
    claims: tuple[ReviewedClaim, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """All events of a sheet, and the claims that are about actors: who backs whom, who speaks for whom."""

    events: tuple[ReviewedEvent, ...]
    relations: tuple[ReviewedClaim, ...]

    @property
    def flagged(self) -> int:
        """How many claims and events have a flag."""
        claims = [c for e in self.events for c in e.claims] + list(self.relations)
        return sum(bool(c.flags) for c in claims) + sum(bool(e.flags) for e in self.events)


def review(sheet: FactSheet) -> Review:
    """The sheet laid out. A flag is no fault: it tells where reading goes wrong most often."""
    by_subject: dict[str, list[Claim]] = defaultdict(list)
    for claim in sheet.claims:
        by_subject[claim.subject].append(claim)
    entities: list[Actor | Place] = [*sheet.actors, *sheet.places]
    spans = {e.id: [(s.start, s.end) for s in e.evidence] for e in entities}
    events = []
    for event in sheet.events:
        own = by_subject.pop(event.id, [])
        rivals = _rivals(own)
        claims = tuple(ReviewedClaim(c, _claim_flags(c, spans, rivals)) for c in own)
        events.append(ReviewedEvent(event, claims, _event_flags(event, own, sheet.events)))
    rest = [c for claims in by_subject.values() for c in claims]
    return Review(tuple(events), tuple(ReviewedClaim(c, _claim_flags(c, spans, frozenset())) for c in rest))


def _claim_flags(claim: Claim, spans: dict[str, list[tuple[int, int]]], rivals: frozenset[Property]) -> tuple[str, ...]:
    flags = []
    if claim.modality is not Modality.CERTAIN:
        flags.append(f"the speaker is not sure: {claim.modality}")
    if isinstance(claim.object, Ref) and claim.object.ref in spans and not _is_named(claim, spans[claim.object.ref]):
        flags.append("named elsewhere: the quote has a pronoun or a description")
    if isinstance(claim.object, DateObject) and claim.object.date is None:
        flags.append("the date is not settled")
    if claim.property in rivals:
        flags.append("rival figures")
    if claim.speech is Speech.HEADLINE:
        flags.append("rests on a headline")
    if len(claim.attributed_to) > 1:
        flags.append("a chain of speakers")
    return tuple(flags)


def _is_named(claim: Claim, spans: Iterable[tuple[int, int]]) -> bool:
    return any(e.start <= start and end <= e.end for e in claim.evidence for start, end in spans)


def _rivals(claims: list[Claim]) -> frozenset[Property]:
    """The properties for which the event has more than one figure."""
    figures: dict[Property, set[object]] = defaultdict(set)
    for claim in claims:
        if claim.property in _FIGURES and isinstance(claim.object, QuantityObject):
            quantity = claim.object.quantity
            figures[claim.property].add((quantity.value, quantity.min, quantity.max))
    return frozenset(prop for prop, values in figures.items() if len(values) > 1)


def _event_flags(event: Event, claims: list[Claim], events: tuple[Event, ...]) -> tuple[str, ...]:
    flags = []
    properties = {c.property for c in claims}
    if event.type.is_force and not properties & {Property.ATTACKER, Property.TARGET, Property.CLAIMS_RESPONSIBILITY}:
        flags.append("neither an attacker nor a target")
    if not claims and event.type is not EventType.OTHER:
        flags.append("no claim about it")
    for other in events:
        if other is not event and other.type is event.type and other.series == event.series and _overlap(event, other):
            flags.append(f"shares words with {other.id}: the same event?")
    return tuple(flags)


def _overlap(one: Event, other: Event) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)
