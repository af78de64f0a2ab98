"""Incidents and findings: what this publisher derives from claims, kept apart from them and always resting on them.

    grouping.py       which events become incidents
    weighing.py       which claims stand uncontradicted, and which contradict which
    sponsorships.py   who backs whom, and how
    findings.py       what is asserted, on which claims, under which policy

Today one incident stands for one attack or strike as one article tells it (a series never becomes an incident), and the
policy is *uncontradicted*.
"""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.incidents.findings import find
from belligraph.incidents.grouping import group
from belligraph.iri import Iris
from belligraph.model.graph import NamedGraph
from belligraph.model.sheet import FactSheet
from belligraph.ntriples import Triple

__all__ = ["Derived", "derive"]


@dataclass(frozen=True, slots=True)
class Derived:
    """The part of the two derived graphs that rests on one article."""

    incidents: NamedGraph
    findings: NamedGraph


def derive(key: str, sheet: FactSheet, claims: NamedGraph, iris: Iris) -> Derived:
    """What follows from one article's claims graph; `key` is the article's."""
    triples: list[Triple] = []
    incident_of = group(key, sheet, iris, triples)
    return Derived(
        NamedGraph.of(iris.incidents_graph, triples),
        NamedGraph.of(iris.findings_graph, find(key, sheet, claims, incident_of, iris)),
    )
