"""Findings: the plain triples that this publisher asserts, each with the claims it rests on and the policy that let it.

Plain triples are only about incidents and about actors ("who backs whom"). An actor known only by a description keeps its
article's IRI: the finding then speaks of "the militia of that article", never of a group that somebody else identified.
Why an incident happened is asserted twice, under its own property and under bg:motive, so that one short query finds it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping

from belligraph.incidents.sponsorships import qualify
from belligraph.incidents.weighing import contradictions, stand
from belligraph.iri import Iris
from belligraph.model.graph import NamedGraph
from belligraph.model.sheet import Claim, FactSheet, Property
from belligraph.ntriples import Term, Triple, iri
from belligraph.vocab import BG, DCTERMS, PROV, RDF, concept_iri

__all__ = ["find"]

_A, _FINDING, _RESTS_ON = iri(RDF.type), iri(BG.Finding), iri(PROV.wasDerivedFrom)
_SUBJECT, _PREDICATE, _OBJECT = iri(RDF.subject), iri(RDF.predicate), iri(RDF.object)
_POLICY, _UNCONTRADICTED = iri(DCTERMS.conformsTo), iri(concept_iri("policy", "uncontradicted"))
_MOTIVE, _CONTRADICTS = iri(BG.motive), iri(BG.contradicts)
_ABOUT_ACTORS = frozenset({Property.SPONSORED_BY, Property.ACTS_FOR})
_REASONS = frozenset({Property.MOTIVATED_BY, Property.RETALIATES_FOR, Property.RESPONDS_TO, Property.PURPOSE})


def find(key: str, sheet: FactSheet, claims: NamedGraph, incident_of: Mapping[str, str], iris: Iris) -> Iterator[Triple]:
    """The triples of the findings graph that rest on one article.

    Each finding and the triple that it asserts; the sponsorships among them in their qualified form; and, of all claims,
    which contradict which.
    """
    minted = iris.article(key)
    incident_terms = {iri(minted.event(event)): iri(incident) for event, incident in incident_of.items()}
    reified = _reified(claims)
    rests_on: dict[Triple, list[Term]] = defaultdict(list)
    sponsorships: dict[Triple, list[Claim]] = defaultdict(list)
    for claim in stand(sheet):
        claim_term = iri(minted.claim(claim.id))
        subject, predicate, obj = reified[claim_term]
        if claim.property not in _ABOUT_ACTORS:
            if subject not in incident_terms:
                continue  # deployments, series and other events are no incidents: their claims stay claims
            subject = incident_terms[subject]
        obj = incident_terms.get(obj, obj)
        for asserted in _predicates(claim, predicate):
            rests_on[subject, asserted, obj].append(claim_term)
        if claim.property is Property.SPONSORED_BY:
            sponsorships[subject, predicate, obj].append(claim)
    for triple, supports in rests_on.items():
        yield triple
        yield from _finding(triple, supports, iris)
        if triple in sponsorships:
            yield from qualify(triple[0], triple[2], sponsorships[triple], supports, iris)
    for one, other in contradictions(sheet):
        pair = iri(minted.claim(one.id)), iri(minted.claim(other.id))
        yield from ((pair[0], _CONTRADICTS, pair[1]), (pair[1], _CONTRADICTS, pair[0]))


def _predicates(claim: Claim, predicate: Term) -> tuple[Term, ...]:
    return (predicate, _MOTIVE) if claim.property in _REASONS else (predicate,)


def _finding(triple: Triple, supports: list[Term], iris: Iris) -> Iterator[Triple]:
    subject, predicate, obj = triple
    digest = hashlib.sha256(f"{subject} {predicate} {obj}".encode()).hexdigest()
    this = iri(iris.finding(digest[:16]))
    yield from (
        (this, _A, _FINDING),
        (this, _SUBJECT, subject),
        (this, _PREDICATE, predicate),
        (this, _OBJECT, obj),
        (this, _POLICY, _UNCONTRADICTED),
    )
    yield from ((this, _RESTS_ON, claim) for claim in supports)


def _reified(claims: NamedGraph) -> dict[Term, Triple]:
    parts: dict[Term, dict[Term, Term]] = defaultdict(dict)
    for subject, predicate, obj in claims.triples:
        if predicate in {_SUBJECT, _PREDICATE, _OBJECT}:
            parts[subject][predicate] = obj
    return {claim: (p[_SUBJECT], p[_PREDICATE], p[_OBJECT]) for claim, p in parts.items()}
