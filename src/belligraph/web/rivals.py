"""What a page shows side by side: the claims about one property, by what they say, with those that cannot both hold marked.

That two claims contradict is in the data (bg:contradicts); a denial beside an assertion is shown as rival too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from belligraph.incidents.counted import counted, scope
from belligraph.model.sheet import Quantity
from belligraph.release.reading import ClaimView

__all__ = ["Group", "Version", "side_by_side"]

# the order of a reader's questions: who, whom, where, when, with what, what came of it, why
_ORDER = (
    "attacker", "claims responsibility", "target", "place", "date", "force", "instrument", "outcome", "killed", "injured",
    "damage", "size", "motivated by", "retaliates for", "responds to", "purpose", "linked to", "sponsored by", "acts for",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Version:
    """One thing that is said of a property, by one source or several."""

    text: str
    figures: str
    is_denied: bool
    claims: tuple[ClaimView, ...]

    @property
    def whom(self) -> str:
        """Whom a figure counts, in the words that all of its claims use; empty where they differ or none tells it."""
        told = {claim.count_of.casefold(): claim.count_of for claim in self.claims if claim.count_of}
        return next(iter(told.values())) if len(told) == 1 else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Everything that is said of one property."""

    name: str
    versions: tuple[Version, ...]
    are_rivals: bool
    """Whether not all of it can hold."""

    @property
    def articles(self) -> int:
        """How many articles say something of it."""
        return len({claim.article for version in self.versions for claim in version.claims})


def side_by_side(claims: Iterable[ClaimView]) -> list[Group]:
    """The groups, rival ones first, then in the order of a reader's questions; within each, what most claims say first."""
    by_property: dict[str, list[ClaimView]] = defaultdict(list)
    for claim in claims:
        by_property[claim.property_name].append(claim)
    groups = [_group(name, by_property[name]) for name in sorted(by_property, key=_rank)]
    return sorted(groups, key=lambda group: not group.are_rivals)


def _rank(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)


def _group(name: str, claims: list[ClaimView]) -> Group:
    said: dict[tuple[object, ...], list[ClaimView]] = defaultdict(list)
    for claim in claims:
        # figures are compared as figures: "eight" and "8" are one version, if they count the same people
        text = "" if claim.figures else claim.object_text.casefold()
        said[claim.figures, text, claim.is_denied, *_people(claim)].append(claim)
    versions = [Version(c[0].object_text, c[0].figures, c[0].is_denied, tuple(c)) for c in said.values()]
    versions.sort(key=lambda v: (-len(v.claims), v.text))
    here = {claim.iri for claim in claims}
    contradict = any(other in here for claim in claims for other in claim.contradicts)
    return Group(name, tuple(versions), contradict or _denied(versions))


def _people(claim: ClaimView) -> tuple[object, ...]:
    """What tells the people of one figure from those of another: the kind of people, and whose they are."""
    quantity = Quantity(claim.object_text, claim.is_approximate, of=claim.count_of)
    return counted(quantity), scope(quantity)


def _denied(versions: list[Version]) -> bool:
    denied = {v.text.casefold() for v in versions if v.is_denied}
    counts = any(v.is_denied and v.figures for v in versions) and any(v.figures and not v.is_denied for v in versions)
    return counts or any(not v.is_denied and v.text.casefold() in denied for v in versions)
