"""Findings: the plain triples that this publisher asserts, each with the claims it rests on and the policy that let it.

    uncontradicted              somebody says it flatly, nobody speaks against it
    two-independent-origins     the same, and at least two origins say it that do not rest on each other
    most-specific-compatible    the best known figure: of figures that can all hold together, the narrowest

Plain triples are only about incidents and about actors ("who backs whom"). An actor known only by a description keeps its
article's IRI: the finding then speaks of "the militia of that article", never of a group that somebody else identified.
Why an incident happened is asserted twice, under its own property and under bg:motive, so that one short query finds it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from belligraph.incidents.counted import Counted, bounds, counted
from belligraph.incidents.digest import Statement
from belligraph.incidents.origins import independent
from belligraph.incidents.sponsorships import qualify
from belligraph.incidents.weighing import contradictions, said, stand
from belligraph.iri import Iris
from belligraph.model.predicates import PREDICATES
from belligraph.model.sheet import (
    Claim,
    ConceptObject,
    DateObject,
    Modality,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    TextObject,
)
from belligraph.ntriples import Term, Triple, boolean, decimal, integer, iri
from belligraph.vocab import BG, DCTERMS, PROV, RDF, concept_iri

__all__ = ["context_of", "find"]

_A, _FINDING, _RESTS_ON = iri(RDF.type), iri(BG.Finding), iri(PROV.wasDerivedFrom)
_SUBJECT, _PREDICATE, _OBJECT = iri(RDF.subject), iri(RDF.predicate), iri(RDF.object)
_CONFORMS, _ORIGINS = iri(DCTERMS.conformsTo), iri(BG.independentOrigins)
_MOTIVE, _CONTRADICTS = iri(BG.motive), iri(BG.contradicts)
_CLAIM, _ACTOR, _MODALITY = iri(BG.Claim), iri(BG.Actor), iri(BG.modality)
_QUANTITY, _APPROXIMATE = iri(BG.Quantity), iri(BG.approximate)
_VALUE, _MIN, _MAX = iri(BG.value), iri(BG.min), iri(BG.max)
_REASONS = frozenset({Property.MOTIVATED_BY, Property.RETALIATES_FOR, Property.RESPONDS_TO, Property.PURPOSE})
_FIGURES = frozenset({Property.KILLED, Property.INJURED, Property.SIZE})
# what makes an answer or a responsibility a matter of incidents: their objects are events
IncidentOf = Callable[[str], str | None]
"""The key of the incident of an event, by the event's ref; None for a series, a deployment, a war."""


@dataclass(frozen=True, slots=True)
class _Support:
    """What a finding rests on: the claims' terms, and how many independent origins they have."""

    claims: list[Term]
    origins: int


def find(
    subject: str,
    statements: Sequence[Statement],
    incident_of: IncidentOf,
    iris: Iris,
    apart: Collection[tuple[str, str]] = (),
) -> Iterator[Triple]:
    """The findings about one incident or actor, from all statements about it, and which of these contradict which.

    Each finding comes with the triple that it asserts, a sponsorship with its qualified form. `apart`: pairs of claims, by
    their IRIs, about places that cannot both be the place.
    """
    resolved = [_resolved(s, subject, incident_of, iris) for s in statements]
    claims = [s.claim for s in resolved]
    origins = {s.claim.id: s.origins for s in resolved}
    misplaced = {claim for pair in apart for claim in pair}
    standing = [claim for claim in stand(claims) if claim.id not in misplaced]
    same: dict[tuple[Property, Hashable], list[Claim]] = {}
    for claim in standing:
        same.setdefault((claim.property, said(claim)), []).append(claim)
    motives: dict[Term, list[Claim]] = {}
    for supports in same.values():
        yield from _uncontradicted(subject, supports, origins, iris)
        if supports[0].property in _REASONS:
            flat = next(c for c in supports if c.modality is Modality.CERTAIN)
            motives.setdefault(_term(flat), []).extend(supports)
    for term, supports in motives.items():  # what one calls an answer and another a retaliation is one motive
        yield from _asserted((iri(subject), _MOTIVE, term), supports, origins, iris)
    yield from _best_figures(subject, same, origins, iris)
    for one, other in contradictions(claims):
        yield from _contradict(one.id, other.id)
    for one_id, other_id in apart:
        yield from _contradict(one_id, other_id)


def _contradict(one: str, other: str) -> Iterator[Triple]:
    yield from ((iri(one), _CONTRADICTS, iri(other)), (iri(other), _CONTRADICTS, iri(one)))


def context_of(statements: Sequence[Statement]) -> Iterator[Triple]:
    """What the shapes must know of the claims that findings rest on; it is published in the articles' graphs."""
    for claim in (s.claim for s in statements):
        this = iri(claim.id)
        yield this, _A, _CLAIM
        yield this, _PREDICATE, _predicate(claim.property)
        yield this, _MODALITY, _concept("modality", claim.modality)
        if isinstance(claim.object, QuantityObject):
            yield from _quantity(f"{claim.id}/quantity", claim.object.quantity)
            yield this, _OBJECT, iri(f"{claim.id}/quantity")
        if claim.property is Property.SPONSORED_BY and isinstance(claim.object, Ref):
            yield iri(claim.object.ref), _A, _ACTOR


def _quantity(node: str, quantity: Quantity) -> Iterator[Triple]:
    this = iri(node)
    yield this, _A, _QUANTITY
    yield this, _APPROXIMATE, boolean(quantity.approximate)
    for predicate, number in ((_VALUE, quantity.value), (_MIN, quantity.min), (_MAX, quantity.max)):
        if number is not None:
            yield this, predicate, decimal(number)


def _resolved(statement: Statement, subject: str, incident_of: IncidentOf, iris: Iris) -> Statement:
    """The statement about the incident, where it was about the event of one article; and so for its object."""
    claim, event = statement.claim, statement.event
    obj = claim.object
    if event is not None:
        key = incident_of(event.ref)
        obj = Ref(iris.incident(key) if key else event.iri)
    # by hand: this is done for each claim of a publication, and dataclasses.replace is slower
    resolved = Claim(
        id=claim.id,
        subject=subject,
        property=claim.property,
        object=obj,
        modality=claim.modality,
        speech=claim.speech,
        attributed_to=claim.attributed_to,
        evidence=claim.evidence,
        hedge=claim.hedge,
    )
    return Statement(resolved, statement.origins, event)


def _uncontradicted(
    subject: str, supports: list[Claim], origins: dict[str, tuple[str, ...]], iris: Iris
) -> Iterator[Triple]:
    claim = supports[0]
    flat = next(c for c in supports if c.modality is Modality.CERTAIN)
    yield from _asserted((iri(subject), _predicate(claim.property), _term(flat)), supports, origins, iris)
    if claim.property is Property.SPONSORED_BY and isinstance(claim.object, Ref):
        yield from qualify(iri(subject), iri(claim.object.ref), supports, [iri(c.id) for c in supports], iris)


def _asserted(triple: Triple, supports: list[Claim], origins: dict[str, tuple[str, ...]], iris: Iris) -> Iterator[Triple]:
    """A triple with its findings: one for each policy that lets it be asserted."""
    policies = ["uncontradicted"]
    if independent(origins[c.id] for c in supports if c.modality is Modality.CERTAIN) >= 2:
        policies.append("two-independent-origins")
    rests_on = _Support([iri(c.id) for c in supports], independent(origins[c.id] for c in supports))
    for policy in policies:
        yield from _finding(triple, policy, rests_on, iris)
    yield triple


def _best_figures(
    subject: str,
    same: dict[tuple[Property, Hashable], list[Claim]],
    origins: dict[str, tuple[str, ...]],
    iris: Iris,
) -> Iterator[Triple]:
    """The best known figure of each property and of each kind of people counted, if its figures can all hold together."""
    best: dict[tuple[Property, Counted], list[Claim]] = {}
    for (prop, _), supports in same.items():
        if prop in _FIGURES and isinstance(supports[0].object, QuantityObject):
            kind = prop, counted(supports[0].object.quantity)
            if kind not in best or _breadth(supports[0]) < _breadth(best[kind][0]):
                best[kind] = supports
    for (prop, _), supports in best.items():
        flat = next(c for c in supports if c.modality is Modality.CERTAIN)
        triple = iri(subject), _predicate(prop), _term(flat)
        rests_on = _Support([iri(c.id) for c in supports], independent(origins[c.id] for c in supports))
        yield from _finding(triple, "most-specific-compatible", rests_on, iris)
        yield triple


def _breadth(claim: Claim) -> tuple[float, bool]:
    assert isinstance(claim.object, QuantityObject)
    low, high = bounds(claim.object.quantity)
    return high - low, claim.object.quantity.approximate


def _term(claim: Claim) -> Term:
    """The object of a claim: what it refers to, a concept, or the claim's own quantity, time or motive."""
    match claim.object:
        case Ref(ref):
            return iri(ref)
        case ConceptObject(concept, _):
            return iri(concept_iri(claim.property, concept))
        case QuantityObject():
            return iri(f"{claim.id}/quantity")
        case DateObject():
            return iri(f"{claim.id}/time")
        case TextObject():
            return iri(f"{claim.id}/motive")


def _finding(triple: Triple, policy: str, rests_on: _Support, iris: Iris) -> Iterator[Triple]:
    subject, predicate, obj = triple
    digest = hashlib.sha256(f"{subject} {predicate} {obj} {policy}".encode()).hexdigest()
    this = iri(iris.finding(digest[:16]))
    yield from (
        (this, _A, _FINDING),
        (this, _SUBJECT, subject),
        (this, _PREDICATE, predicate),
        (this, _OBJECT, obj),
        (this, _CONFORMS, _concept("policy", policy)),
        (this, _ORIGINS, integer(rests_on.origins)),
    )
    for claim in rests_on.claims:
        yield this, _RESTS_ON, claim


@cache
def _predicate(prop: Property) -> Term:
    return iri(PREDICATES[prop])


@cache
def _concept(scheme: str, concept: str) -> Term:
    return iri(concept_iri(scheme, concept))
