"""What the derived pass needs of one article: made beside its claims graph, on every core, and read back one by one.

Claims are written down as they will be weighed: under their IRIs, with actors and places named by the IRI of the entity, or
else by that of the article's own node.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from belligraph.incidents.origins import origins_of
from belligraph.incidents.packing import packer
from belligraph.incidents.reports import Report, reports_of
from belligraph.iri import ArticleIris, Iris
from belligraph.model.reports import ArticleReport
from belligraph.model.sheet import Claim, Property, Ref

__all__ = ["Digest", "EventRef", "Statement", "digest"]

ABOUT_ACTORS = frozenset({Property.SPONSORED_BY, Property.ACTS_FOR, Property.CLAIMS_RESPONSIBILITY})


@dataclass(frozen=True, slots=True)
class EventRef:
    """An event among the objects of claims: by its ref, because its incident is not known yet."""

    ref: str
    iri: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as it is weighed, and the names of its origin. `event`: the object, if it is an event."""

    claim: Claim
    origins: tuple[str, ...]
    event: EventRef | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """One article's reports and statements; the second of each pair is packed, to be stored as it is."""

    article: str
    reports: tuple[tuple[Report, bytes], ...]
    about_actors: tuple[tuple[str, bytes], ...]
    """Statements about actors, by the IRI of the actor."""


_pack = packer(Statement, EventRef)


def digest(told: ArticleReport, iris: Iris) -> Digest:
    """The digest of one article."""
    minted = iris.article(told.key)
    names = _names(told, minted, iris)
    reports = tuple(reports_of(told))
    events = {e.id for e in told.sheet.events}
    by_subject: dict[str, list[Statement]] = {}
    for claim in told.sheet.claims:
        by_subject.setdefault(claim.subject, []).append(_statement(claim, told, minted, names, events))
    about_events = tuple((r, _pack(by_subject.get(r.ref.partition("/")[2], []))) for r in reports)
    return Digest(told.key, about_events, tuple(_about_actors(by_subject, names)))


def _about_actors(by_subject: dict[str, list[Statement]], names: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    for subject, statements in by_subject.items():
        ours = [s for s in statements if s.claim.property in ABOUT_ACTORS]
        if ours:
            yield names[subject], _pack(ours)


def _names(told: ArticleReport, minted: ArticleIris, iris: Iris) -> dict[str, str]:
    """The IRI of every actor, place and event of the sheet."""
    names = {e.id: minted.event(e.id) for e in told.sheet.events}
    for actor in told.sheet.actors:
        entity = told.actors.get(actor.id)
        names[actor.id] = iris.actor(entity.key) if entity else minted.actor(actor.id)
    for place in told.sheet.places:
        entity = told.places.get(place.id)
        names[place.id] = iris.place(entity.key) if entity else minted.place(place.id)
    return names


def _statement(claim: Claim, told: ArticleReport, minted: ArticleIris, names: dict[str, str], events: set[str]) -> Statement:
    event = None
    obj = claim.object
    if isinstance(obj, Ref):
        if obj.ref in events:
            event = EventRef(f"{told.key}/{obj.ref}", names[obj.ref])
        obj = Ref(names[obj.ref])
    of_article = replace(claim, id=minted.claim(claim.id), subject=names[claim.subject], object=obj)
    return Statement(of_article, origins_of(claim, told), event)
