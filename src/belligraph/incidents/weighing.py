"""The policy *uncontradicted*: a statement stands if some source makes it flatly and none speaks against it.

Flatly: at least one claim of modality certain. Against: a denial of the same statement; for figures, dates, outcome and
damage also another claim about the same event that cannot hold together with it. "Several" (two or more) and "eight" do
not contradict; "three" and "eight" do, and then neither is asserted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from belligraph.model.edtf import parse_edtf
from belligraph.model.sheet import (
    Claim,
    ConceptObject,
    DateObject,
    FactSheet,
    Modality,
    Property,
    Quantity,
    QuantityObject,
)

__all__ = ["contradict", "contradictions", "stand"]

# what an event has only one of: two different ones cannot both hold
_SINGLE = frozenset({Property.OUTCOME, Property.DAMAGE})


def stand(sheet: FactSheet) -> Iterator[Claim]:
    """The claims that the policy lets stand, in the sheet's order; hedged ones among them support, but never suffice."""
    about: dict[tuple[str, Property], list[Claim]] = defaultdict(list)
    for claim in sheet.claims:
        about[claim.subject, claim.property].append(claim)
    for claim in sheet.claims:
        rivals = about[claim.subject, claim.property]
        if claim.modality is Modality.DENIED:
            continue
        if any(r.modality is Modality.DENIED and _denies(r, claim) for r in rivals):
            continue
        if any(contradict(claim, r) for r in rivals if r.modality is not Modality.DENIED):
            continue
        if any(r.modality is Modality.CERTAIN and _says_the_same(r, claim) for r in rivals):
            yield claim


def contradictions(sheet: FactSheet) -> Iterator[tuple[Claim, Claim]]:
    """Every pair of claims that cannot both hold, once, in the sheet's order: rival values, or a claim and its denial."""
    about: dict[tuple[str, Property], list[Claim]] = defaultdict(list)
    for claim in sheet.claims:
        rivals = about[claim.subject, claim.property]
        yield from ((rival, claim) for rival in rivals if _exclude(rival, claim))
        rivals.append(claim)


def _exclude(a: Claim, b: Claim) -> bool:
    denials = [c for c in (a, b) if c.modality is Modality.DENIED]
    match denials:
        case []:
            return contradict(a, b)
        case [denial]:
            return _denies(denial, b if denial is a else a)
        case _:
            return False  # two denials deny, and assert nothing


def contradict(a: Claim, b: Claim) -> bool:
    """Whether two claims about the same property of the same event cannot hold together."""
    match a.object, b.object:
        case QuantityObject(x), QuantityObject(y):
            return _disjoint(x, y)
        case DateObject(str(x), _), DateObject(str(y), _):
            return parse_edtf(x).is_disjoint_from(parse_edtf(y))
        case ConceptObject(x, _), ConceptObject(y, _):
            return a.property in _SINGLE and x != y
        case _:
            return False


def _denies(denial: Claim, claim: Claim) -> bool:
    """Whether what is denied follows from the claim: "nobody was killed" denies "three to five"."""
    if isinstance(denial.object, QuantityObject) and isinstance(claim.object, QuantityObject):
        (low, high), (least, most) = _bounds(denial.object.quantity), _bounds(claim.object.quantity)
        return low <= least and most <= high
    return _says_the_same(denial, claim)


def _says_the_same(a: Claim, b: Claim) -> bool:
    if isinstance(a.object, ConceptObject) and isinstance(b.object, ConceptObject):
        return a.object.concept == b.object.concept
    return a.object == b.object


def _disjoint(a: Quantity, b: Quantity) -> bool:
    if a.approximate or b.approximate:
        return False  # "about 60" and "62" may be one figure; how far rounding reaches, no source says
    (low_a, high_a), (low_b, high_b) = _bounds(a), _bounds(b)
    return low_a > high_b or low_b > high_a


def _bounds(quantity: Quantity) -> Sequence[float]:
    if quantity.value is not None:
        return quantity.value, quantity.value
    low = quantity.min if quantity.min is not None else 0.0
    return low, quantity.max if quantity.max is not None else float("inf")
