"""Which claims about one happening stand, and which contradict each other, whichever articles make them.

A statement stands if some source makes it flatly and none speaks against it. Flatly: at least one claim of modality certain.
Against: a denial of the same statement; for figures, dates, outcome and damage also another claim that cannot hold together
with it. "Several" (two or more) and "eight" do not contradict; "three" and "eight" do, and then neither is asserted.

Claims are compared by what they say, so each must name actors, places and events by IRIs that hold across articles.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product

from belligraph.incidents.counted import bounds, cannot_both_hold, counted, scope, share_people
from belligraph.model.edtf import parse_edtf
from belligraph.model.sheet import (
    Claim,
    ConceptObject,
    DateObject,
    Modality,
    Property,
    QuantityObject,
)

__all__ = ["contradict", "contradictions", "said", "stand"]

# what an event has only one of: two different ones cannot both hold
_SINGLE = frozenset({Property.OUTCOME, Property.DAMAGE})


def said(claim: Claim) -> Hashable:
    """What a claim states of its subject, without the words that state it: equal for claims that say the same."""
    match claim.object:
        case QuantityObject(q):
            return (*bounds(q), q.approximate, counted(q), scope(q))
        case DateObject(str(day), _):
            return day
        case ConceptObject(concept, words):
            return concept, words if concept == "other" else None
        case other:
            return other


def stand(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims that stand, in their order; hedged ones among them support, but never suffice."""
    claims = list(claims)
    standing: set[tuple[str, Property, Hashable]] = set()
    denied: dict[tuple[str, Property], list[Claim]] = {}
    for claim in claims:
        if claim.modality is Modality.DENIED:
            denied.setdefault((claim.subject, claim.property), []).append(claim)
    for (subject, prop), stated in _by_matter(claims).items():
        denials = denied.get((subject, prop), ())
        for what, same in stated.items():
            one = same[0]
            if any(_denies(d, one) for d in denials):
                continue
            if any(contradict(one, rivals[0]) for other, rivals in stated.items() if other != what):
                continue
            if any(c.modality is Modality.CERTAIN for c in same):
                standing.add((subject, prop, what))
    for claim in claims:
        if claim.modality is not Modality.DENIED and (claim.subject, claim.property, said(claim)) in standing:
            yield claim


def contradictions(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Every pair of claims that cannot both hold, once, the earlier first: rival values, or a claim and its denial.

    What says the same is compared once, however many say it.
    """
    claims = list(claims)
    place = {id(claim): number for number, claim in enumerate(claims)}
    about: dict[tuple[str, Property], dict[tuple[bool, Hashable], list[Claim]]] = {}
    for claim in claims:
        stated = about.setdefault((claim.subject, claim.property), {})
        stated.setdefault((claim.modality is Modality.DENIED, said(claim)), []).append(claim)
    for stated in about.values():
        for ours, theirs in combinations(stated.values(), 2):
            if _exclude(ours[0], theirs[0]):
                for one, other in product(ours, theirs):
                    yield (one, other) if place[id(one)] < place[id(other)] else (other, one)


def contradict(a: Claim, b: Claim) -> bool:
    """Whether two claims about the same property of the same event cannot hold together."""
    match a.object, b.object:
        case QuantityObject(x), QuantityObject(y):
            return cannot_both_hold(x, y)
        case DateObject(str(x), _), DateObject(str(y), _):
            return parse_edtf(x).is_disjoint_from(parse_edtf(y))
        case ConceptObject(x, _), ConceptObject(y, _):
            return a.property in _SINGLE and x != y
        case _:
            return False


def _by_matter(claims: Sequence[Claim]) -> dict[tuple[str, Property], dict[Hashable, list[Claim]]]:
    """The claims that are no denials, by subject and property, then by what they say."""
    matters: dict[tuple[str, Property], dict[Hashable, list[Claim]]] = {}
    for claim in claims:
        if claim.modality is not Modality.DENIED:
            matters.setdefault((claim.subject, claim.property), {}).setdefault(said(claim), []).append(claim)
    return matters


def _exclude(a: Claim, b: Claim) -> bool:
    denials = [c for c in (a, b) if c.modality is Modality.DENIED]
    match denials:
        case []:
            return contradict(a, b)
        case [denial]:
            return _denies(denial, b if denial is a else a)
        case _:
            return False  # two denials deny, and assert nothing


def _denies(denial: Claim, claim: Claim) -> bool:
    """Whether what is denied follows from the claim: "nobody was killed" denies "three to five"."""
    if isinstance(denial.object, QuantityObject) and isinstance(claim.object, QuantityObject):
        denied, claimed = denial.object.quantity, claim.object.quantity
        (low, high), (least, most) = bounds(denied), bounds(claimed)
        return low <= least and most <= high and share_people(denied, claimed)
    return said(denial) == said(claim)
