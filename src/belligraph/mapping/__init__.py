"""From an article and its fact sheet to the claims graph: what each source says, reified and not asserted.

article.py    the article, its voice, its furniture
entities.py   actors, places and events as this article knows them
evidence.py   passages: Web Annotation selectors
claims.py     claims, their source chains, and the objects that need a node: quantity.py, time.py
"""

from __future__ import annotations

from belligraph.iri import Iris
from belligraph.mapping.article import map_article
from belligraph.mapping.claims import map_claim
from belligraph.mapping.entities import map_actor, map_event, map_place
from belligraph.mapping.evidence import map_passages
from belligraph.model.article import Article
from belligraph.model.graph import NamedGraph
from belligraph.model.sheet import FactSheet
from belligraph.ntriples import Triple

__all__ = ["map_sheet"]


def map_sheet(article: Article, sheet: FactSheet, iris: Iris) -> NamedGraph:
    """The claims graph of one article, named after it: deterministic, without blank nodes, each triple once.

    The sheet must have passed `sheets.check` against the article's text; mapping does not look again.
    """
    minted = iris.article(article.key)
    triples: list[Triple] = []
    map_article(article, sheet, minted, triples)
    nodes: dict[str, str] = {}
    for actor in sheet.actors:
        nodes[actor.id] = minted.actor(actor.id)
        map_actor(actor, minted, triples)
    for place in sheet.places:
        nodes[place.id] = minted.place(place.id)
        map_place(place, minted, triples)
    for event in sheet.events:
        nodes[event.id] = minted.event(event.id)
        map_event(event, minted, triples)
    for claim in sheet.claims:
        map_claim(claim, nodes, minted, triples)
    map_passages(article, sheet, minted, triples)
    return NamedGraph.of(minted.graph, triples)
