"""Entities and their links as triples, each with a record of how it came about.

An entity and an outside identifier are one and the same (owl:sameAs) only if two stored sources that know nothing of each
other say so, or a person does; otherwise they are a close match. A page of Wikipedia is about the entity, and is not it.
What an entity is a part of (a town of its province, an army of the armed forces) is a broad match.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from belligraph.iri import Iris
from belligraph.link.collect import Row
from belligraph.link.decisions import Verdicts
from belligraph.link.index import Index, Known
from belligraph.link.table import PAGES, SCHEMES
from belligraph.ntriples import Term, Triple, decimal, iri, literal
from belligraph.vocab import BG, DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, WGS, concept_iri

__all__ = [
    "TARGETS",
    "Link",
    "describe_entity",
    "entity_iri",
    "link_triples",
    "links_of",
    "parts_of",
    "refused_links",
    "target_iri",
]

TARGETS = tuple(scheme for scheme, (_, base) in SCHEMES.items() if base)
"""The outside datasets that identifiers lead to."""
_A, _LABEL, _ENTITY = iri(RDF.type), iri(RDFS.label), iri(BG.Entity)
_MENTION, _LINK = iri(BG.Mention), iri(BG.Link)
AGREED, SINGLE, DECIDED = 0.99, 0.95, 1.0
"""The scores of links: two sources agree, one source says it, a person decided."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link to an outside dataset."""

    key: str
    label: str
    is_place: bool
    target: str
    value: str
    predicate: str
    """An IRI."""
    method: str
    """A concept of the scheme link-method."""
    score: float
    source: str
    reviewer: str = ""


def entity_iri(key: str, is_place: bool, iris: Iris) -> str:
    """The IRI of an entity."""
    return iris.place(key) if is_place else iris.actor(key)


def target_iri(target: str, value: str) -> str:
    """The IRI of something in an outside dataset."""
    return f"{SCHEMES[target][1]}{value}" + ("/" if target == "geonames" else "")


def describe_entity(key: str, mentions: Sequence[Row], known: Known | None, iris: Iris) -> Iterator[Triple]:
    """What is known of an entity, and which names of articles stand for it."""
    is_place = mentions[0][4]
    node = entity_iri(key, is_place, iris)
    this = iri(node)
    yield this, _A, _ENTITY
    yield this, _LABEL, literal(known.label if known else min(row[3] for row in mentions))
    if known is not None:
        yield this, iri(BG.entityType), literal(known.type)
        if is_place and known.latitude is not None and known.longitude is not None:
            yield this, iri(WGS.lat), decimal(known.latitude)
            yield this, iri(WGS.long), decimal(known.longitude)
    yield from ((this, iri(BG.mentionedAs), _mentioned(row, iris)) for row in mentions)
    for row in mentions:
        _, article, local, _, _, score, reasons, reviewer = row
        record = iri(f"{node}/mention/{article}-{local}")
        yield from (
            (record, _A, _MENTION),
            (record, iri(BG.ofEntity), this),
            (record, iri(BG.mention), _mentioned(row, iris)),
        )
        yield record, iri(BG.score), decimal(score)
        yield from ((record, iri(BG.words), literal(reason)) for reason in reasons)
        if reviewer:
            yield record, iri(BG.reviewer), literal(reviewer)


def links_of(known: Known, is_place: bool, index: Index, verdicts: Verdicts) -> Iterator[Link]:
    """The links of an entity, but for those that a person refused."""
    for scheme, value, sources, source in index.identifiers(known.id):
        pair = (known.key, f"{scheme}:{value}")
        if scheme not in TARGETS or verdicts.refuses(*pair):
            continue
        reviewer = verdicts.yes.get(pair, "")
        method = "reviewed" if reviewer else "curated" if known.curated else "gazetteer"
        certain = bool(reviewer) or sources >= 2
        predicate = FOAF.isPrimaryTopicOf if scheme in PAGES else OWL.sameAs if certain else SKOS.closeMatch
        score = DECIDED if reviewer else AGREED if sources >= 2 else SINGLE
        yield Link(known.key, known.label, is_place, scheme, value, predicate, method, score, source, reviewer)


def parts_of(known: Known, is_place: bool, index: Index, verdicts: Verdicts) -> Iterator[Link]:
    """The links of an entity to what it is a part of, but for those that a person refused."""
    for scheme, value, sources, source in index.broader(known):
        pair = (known.key, f"{scheme}:{value}")
        if scheme not in TARGETS or verdicts.refuses(*pair):
            continue
        method, score = "curated" if known.curated else "gazetteer", AGREED if sources >= 2 else SINGLE
        yield Link(known.key, known.label, is_place, scheme, value, SKOS.broadMatch, method, score, source)


def refused_links(known: Known, is_place: bool, verdicts: Verdicts) -> Iterator[Link]:
    """The links of an entity that a person refused, for the record."""
    for (key, identifier), who in sorted(verdicts.no.items()):
        scheme, _, value = identifier.partition(":")
        if key == known.key and scheme in TARGETS:
            yield Link(key, known.label, is_place, scheme, value, SKOS.closeMatch, "reviewed", 0.0, "", who)


def link_triples(link: Link, version: str, iris: Iris) -> Iterator[Triple]:
    """The link and its record."""
    subject = iri(entity_iri(link.key, link.is_place, iris))
    predicate, obj = iri(link.predicate), iri(target_iri(link.target, link.value))
    # an entity is one thing in a dataset, and may be a part of several
    part = f"-part-of-{link.value}" if link.predicate == SKOS.broadMatch else ""
    record = iri(iris.link(link.target, f"{'place' if link.is_place else 'actor'}-{link.key}{part}"))
    yield subject, predicate, obj
    yield from (
        (record, _A, _LINK),
        (record, iri(RDF.subject), subject),
        (record, iri(RDF.predicate), predicate),
        (record, iri(RDF.object), obj),
        (record, iri(BG.method), iri(concept_iri("link-method", link.method))),
        (record, iri(BG.score), decimal(link.score)),
        (record, iri(BG.authorityVersion), literal(version)),
    )
    if link.source:
        yield record, iri(DCTERMS.source), literal(link.source)
    if link.reviewer:
        yield record, iri(BG.reviewer), literal(link.reviewer)


def _mentioned(row: Row, iris: Iris) -> Term:
    minted = iris.article(row[1])
    return iri(minted.place(row[2]) if row[4] else minted.actor(row[2]))
