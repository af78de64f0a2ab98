"""Actors, places and events as one article knows them: article-local nodes, never merged with another article's here."""

from __future__ import annotations

from belligraph.iri import ArticleIris
from belligraph.mapping.evidence import passage
from belligraph.model.sheet import Actor, ActorKind, Event, EventType, Evidence, Place
from belligraph.ntriples import Term, Triple, iri, literal
from belligraph.vocab import BG, GEO, RDF, RDFS, SEM, concept_iri

__all__ = ["event_classes", "map_actor", "map_event", "map_place"]

_A, _LABEL, _EVIDENCE, _ARTICLE = iri(RDF.type), iri(RDFS.label), iri(BG.evidence), iri(BG.inArticle)
_SINGLE_EVENT = {
    EventType.ATTACK: (iri(BG.Event), iri(BG.Attack)),
    # a strike is an attack: both are written, so that a query needs no reasoner
    EventType.STRIKE: (iri(BG.Event), iri(BG.Attack), iri(BG.Strike)),
    EventType.DEPLOYMENT: (iri(BG.Event), iri(BG.Deployment)),
    EventType.OTHER: (iri(BG.Event),),
}
_SERIES = (iri(BG.Event), iri(BG.EventSeries))


def event_classes(event: Event) -> tuple[Term, ...]:
    """The classes of an event: a series is none of attack, strike and deployment, whatever its members are."""
    return _SERIES if event.series else _SINGLE_EVENT[event.type]


def map_actor(actor: Actor, minted: ArticleIris, triples: list[Triple]) -> None:
    """Adds an actor. One known only by a description is a bg:UnidentifiedActor: it is never linked to an identifier."""
    subject = iri(minted.actor(actor.id))
    triples.append((subject, _A, iri(BG.Actor)))
    if not actor.identified:
        triples.append((subject, _A, iri(BG.UnidentifiedActor)))
    if actor.kind is ActorKind.OBJECT:
        triples.append((subject, _A, iri(BG.Object)))
    triples.append((subject, iri(BG.actorKind), iri(concept_iri("actor-kind", actor.kind))))
    _describe(subject, actor.name, actor.evidence, minted, triples)


def map_place(place: Place, minted: ArticleIris, triples: list[Triple]) -> None:
    """Adds a place and the one that contains it."""
    subject = iri(minted.place(place.id))
    triples += [
        (subject, _A, iri(SEM.Place)),
        (subject, iri(BG.placeKind), iri(concept_iri("place-kind", place.kind))),
    ]
    if place.within:
        triples.append((subject, iri(GEO.sfWithin), iri(minted.place(place.within))))
    _describe(subject, place.name, place.evidence, minted, triples)


def map_event(event: Event, minted: ArticleIris, triples: list[Triple]) -> None:
    """Adds an event: what it is and what it is called; who did what in it is a matter of claims."""
    subject = iri(minted.event(event.id))
    triples += [(subject, _A, kind) for kind in event_classes(event)]
    triples.append((subject, iri(BG.eventType), iri(concept_iri("event-type", event.type))))
    _describe(subject, event.label, event.evidence, minted, triples)


def _describe(subject: Term, label: str, evidence: tuple[Evidence, ...], minted: ArticleIris, triples: list[Triple]) -> None:
    triples += [(subject, _LABEL, literal(label)), (subject, _ARTICLE, Term(f"<{minted.article}>"))]
    triples += [(subject, _EVIDENCE, passage(span, minted)) for span in evidence]
