"""One article's report of one happening, with what tells it from others: when, where, who, whom, with what, how many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from belligraph.incidents.identity import marks_of
from belligraph.model.edtf import parse_edtf
from belligraph.model.naming import normalise
from belligraph.model.reports import ArticleReport, Entity
from belligraph.model.sheet import (
    ActorKind,
    Claim,
    ConceptObject,
    DateObject,
    Event,
    EventType,
    Modality,
    PlaceKind,
    Property,
    QuantityObject,
    Ref,
    Speech,
)

__all__ = ["Party", "Report", "Spot", "Window", "reports_of"]

# an undated event of a report is news: it happened on the day of publication or in the days before
NEWS_IS_NEW = 2
_LATE = re.compile(r"\b(?:night|evening|late)\b", re.I)
_EARLY = re.compile(r"\b(?:early|dawn|morning|overnight|midnight)\b", re.I)
_HYPOTHETICAL = frozenset({"threatened", "planned"})
_ANSWERS = frozenset({Property.RESPONDS_TO, Property.RETALIATES_FOR})


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day on which it can have happened, as ordinals of `datetime.date`."""

    earliest: int
    latest: int
    dated: bool
    """Whether the report says so; else the day of publication does."""
    early: bool = False
    """In the first hours of its day: perhaps the evening before, elsewhere."""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a happening: its identity (the entity's key, or its name), and the identities of what contains it."""

    id: str
    name: str
    kind: PlaceKind
    containers: tuple[str, ...]
    country: str | None
    latitude: float | None
    longitude: float | None

    @property
    def is_fine(self) -> bool:
        """Whether it is as precise as a town or a building."""
        return self.kind in {PlaceKind.FACILITY, PlaceKind.SETTLEMENT}


@dataclass(frozen=True, slots=True)
class Party:
    """An attacker or a target: its identity if it is identified, and the words of its name."""

    id: str | None
    words: frozenset[str]
    kind: ActorKind
    country: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """One attack or strike as one article tells it."""

    ref: str
    """The article's key, a slash and the event's id."""
    article: str
    type: EventType
    label: str
    is_headline: bool
    """Whether nothing but the headline speaks of it: then it may be an event that the body tells, too."""
    is_hypothetical: bool
    """Whether it is only threatened or planned."""
    window: Window | None
    published: int | None
    spots: tuple[Spot, ...] = ()
    attackers: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    instruments: frozenset[str] = frozenset()
    killed: tuple[tuple[float, float], ...] = ()
    injured: tuple[tuple[float, float], ...] = ()
    answers: tuple[str, ...] = ()
    """The refs of the events that it is said to answer."""
    marks: tuple[str, ...] = ()
    """What tells it from the article's other events, whatever its number: see `identity.py`."""

    @property
    def first_day(self) -> int:
        """The first day on which it can have happened; 0 if nothing says when."""
        return self.window.earliest if self.window else 0


def reports_of(told: ArticleReport) -> Iterator[Report]:
    """The reports of one article, in the sheet's order. A series is none: it is many happenings that nobody tells apart."""
    for event in told.sheet.events:
        if not event.series and event.type.is_force:
            yield _report(event, told)


def _report(event: Event, told: ArticleReport) -> Report:
    claims = [c for c in told.sheet.claims if c.subject == event.id and c.modality is not Modality.DENIED]
    outcomes = {c.object.concept for c in claims if c.property is Property.OUTCOME and isinstance(c.object, ConceptObject)}
    window = _window(claims, told.published)
    spots = tuple(_spot(ref, told) for ref in _refs(claims, Property.PLACE))
    attackers = tuple(_party(ref, told) for ref in _refs(claims, Property.ATTACKER))
    targets = tuple(_party(ref, told) for ref in _refs(claims, Property.TARGET))
    return Report(
        ref=f"{told.key}/{event.id}",
        article=told.key,
        type=event.type,
        label=event.label,
        is_headline=bool(claims) and all(c.speech is Speech.HEADLINE for c in claims),
        is_hypothetical=bool(outcomes) and outcomes <= _HYPOTHETICAL,
        window=window,
        published=told.published.toordinal() if told.published else None,
        spots=spots,
        attackers=attackers,
        targets=targets,
        instruments=frozenset(
            c.object.concept for c in claims if c.property is Property.INSTRUMENT and isinstance(c.object, ConceptObject)
        ),
        killed=_figures(claims, Property.KILLED),
        injured=_figures(claims, Property.INJURED),
        answers=tuple(f"{told.key}/{ref}" for prop in sorted(_ANSWERS) for ref in _refs(claims, prop)),
        marks=marks_of(
            event.type,
            (e.quote for e in event.evidence),
            (e.quote for c in claims for e in c.evidence),
            f"{window.earliest}-{window.latest}" if window and window.dated else "",
            # by name: what an authority learns of a place or party does not make it another
            (normalise(spot.name) for spot in spots),
            (f"{side} {' '.join(sorted(p.words))}" for side, those in (("by", attackers), ("on", targets)) for p in those),
        ),
    )


def _refs(claims: list[Claim], prop: Property) -> list[str]:
    return list(dict.fromkeys(c.object.ref for c in claims if c.property is prop and isinstance(c.object, Ref)))


def _window(claims: list[Claim], published: date | None) -> Window | None:
    earliest: int | None = None
    latest: int | None = None
    words = ""
    for claim in claims:
        if isinstance(claim.object, DateObject) and claim.property is Property.DATE:
            words += f" {claim.object.words or ''}"
            if claim.object.date is None:
                continue
            span = parse_edtf(claim.object.date)
            if span.earliest is not None:
                earliest = min(earliest or span.earliest.toordinal(), span.earliest.toordinal())
            if span.latest is not None:
                latest = max(latest or 0, span.latest.toordinal())
    early, late = bool(_EARLY.search(words)), bool(_LATE.search(words))
    if earliest is None and latest is None:
        if published is None:
            return None
        day = published.toordinal()
        return Window(day - NEWS_IS_NEW, day, False, early, late)
    first = earliest if earliest is not None else latest or 0
    last = latest if latest is not None else max(first, published.toordinal() if published else first)
    return Window(first, last, True, early, late)


def _spot(ref: str, told: ArticleReport) -> Spot:
    by_id = {place.id: place for place in told.sheet.places}
    place, entity = by_id[ref], told.places.get(ref)
    containers: list[str] = []
    outer, country = place.within, entity.country if entity else None
    while outer is not None and outer in by_id and len(containers) < len(by_id):
        containers.append(_identity(by_id[outer].name, told.places.get(outer)))
        if by_id[outer].kind is PlaceKind.COUNTRY:
            country = country or containers[-1]
        outer = by_id[outer].within
    this = _identity(place.name, entity)
    if place.kind is PlaceKind.COUNTRY:
        country = this
    elif country is not None and country not in containers:
        containers.append(country)
    return Spot(
        this,
        place.name,
        place.kind,
        tuple(containers),
        country,
        entity.latitude if entity else None,
        entity.longitude if entity else None,
    )


def _party(ref: str, told: ArticleReport) -> Party:
    actor = next(a for a in told.sheet.actors if a.id == ref)
    entity = told.actors.get(ref)
    identity = _identity(actor.name, entity) if actor.identified else None
    return Party(identity, frozenset(normalise(actor.name).split()), actor.kind, entity.country if entity else None)


def _identity(name: str, entity: Entity | None) -> str:
    return entity.key if entity else f"“{normalise(name)}”"


def _figures(claims: list[Claim], prop: Property) -> tuple[tuple[float, float], ...]:
    found = [c.object.quantity for c in claims if c.property is prop and isinstance(c.object, QuantityObject)]
    bounds = [
        (q.value, q.value) if q.value is not None else (q.min or 0.0, q.max if q.max is not None else float("inf"))
        for q in found
        if not q.approximate
    ]
    return tuple(dict.fromkeys(bounds))
