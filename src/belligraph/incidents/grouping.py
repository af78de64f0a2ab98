"""Which reported events are which happenings. The simplest honest form: each attack or strike is a happening of its own."""

from __future__ import annotations

from collections.abc import Mapping

from belligraph.iri import Iris
from belligraph.model.sheet import Event, EventType, FactSheet
from belligraph.ntriples import Triple, iri, literal
from belligraph.vocab import BG, RDF, RDFS

__all__ = ["group"]

_CLASSES = {
    EventType.ATTACK: (BG.Event, BG.Incident, BG.Attack),
    EventType.STRIKE: (BG.Event, BG.Incident, BG.Attack, BG.Strike),
}


def group(key: str, sheet: FactSheet, iris: Iris, triples: list[Triple]) -> Mapping[str, str]:
    """Adds the incidents of one article's sheet and returns the incident's IRI for each event id that has one."""
    minted = iris.article(key)
    incident_of: dict[str, str] = {}
    for event in sheet.events:
        if not _is_a_happening(event):
            continue
        incident = iris.incident(f"{key}-{event.id}")
        incident_of[event.id] = incident
        this = iri(incident)
        triples += [(this, iri(RDF.type), iri(kind)) for kind in _CLASSES[event.type]]
        triples += [
            (this, iri(RDFS.label), literal(event.label)),
            (this, iri(BG.reportedAs), iri(minted.event(event.id))),
        ]
    return incident_of


def _is_a_happening(event: Event) -> bool:
    return not event.series and event.type in _CLASSES
