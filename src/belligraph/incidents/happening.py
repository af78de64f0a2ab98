"""An incident as triples: what it is, which events report it, and why these are taken for reports of one happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from belligraph.incidents.likeness import Feature, compare, score
from belligraph.incidents.reports import Report
from belligraph.incidents.workspace import Workspace
from belligraph.iri import Iris
from belligraph.model.sheet import EventType
from belligraph.ntriples import Triple, decimal, iri, literal
from belligraph.vocab import BG, DCTERMS, RDF, RDFS, concept_iri

__all__ = ["describe", "event_iri", "replaced"]

_CLASSES = {
    EventType.ATTACK: (BG.Event, BG.Incident, BG.Attack),
    EventType.STRIKE: (BG.Event, BG.Incident, BG.Attack, BG.Strike),
}
_A, _LABEL, _REPORTED, _GROUPED = iri(RDF.type), iri(RDFS.label), iri(BG.reportedAs), iri(BG.groupedBy)
_GROUPING, _FEATURE, _GROUPS, _SCORE = iri(BG.Grouping), iri(BG.MatchFeature), iri(BG.groups), iri(BG.score)
_HAS_FEATURE, _ASPECT, _POINTS, _WORDS = iri(BG.feature), iri(BG.aspect), iri(BG.points), iri(BG.words)
_REVIEWER, _REPLACED = iri(BG.reviewer), iri(DCTERMS.isReplacedBy)
_LONG_AGO = 10**9


def event_iri(ref: str, iris: Iris) -> str:
    """The IRI of the event that a ref names."""
    article, _, event = ref.partition("/")
    return iris.article(article).event(event)


def describe(key: str, numbers: Sequence[int], work: Workspace, iris: Iris) -> Iterator[Triple]:
    """The triples of one incident; `numbers` are those of its reports."""
    reports = [work.report(n) for n in numbers]
    # the earliest body that tells it names it
    first = min(reports, key=lambda r: (r.is_headline, r.published or _LONG_AGO, r.ref))
    incident = iris.incident(key)
    this = iri(incident)
    yield from ((this, _A, iri(kind)) for kind in _CLASSES[first.type])
    yield this, _LABEL, literal(first.label)
    yield from ((this, _REPORTED, iri(event_iri(r.ref, iris))) for r in reports)
    by_number = dict(zip(numbers, reports, strict=True))
    for step, (a, b, shares, who) in enumerate(_joins(by_number, work), 1):
        yield from _grouping(incident, step, (by_number[a], by_number[b]), shares, who, iris)


def replaced(old: str, new: str, iris: Iris) -> Triple:
    """That an incident of a former release became another, wholly or for some of its reports."""
    return iri(iris.incident(old)), _REPLACED, iri(iris.incident(new))


def _joins(by_number: dict[int, Report], work: Workspace) -> Iterator[tuple[int, int, bool, str]]:
    if len(by_number) == 1:
        return
    for a in by_number:
        for b, shares, who in work.database.execute("SELECT b, shares, method FROM joined WHERE a = ? ORDER BY b", (a,)):
            if b in by_number:
                yield a, b, bool(shares), who


def _grouping(incident: str, step: int, pair: tuple[Report, Report], shares: bool, who: str, iris: Iris) -> Iterator[Triple]:
    node = f"{incident}/grouping/{step}"
    this = iri(node)
    yield from ((iri(incident), _GROUPED, this), (this, _A, _GROUPING))
    yield from ((this, _GROUPS, iri(event_iri(r.ref, iris))) for r in pair)
    if who:
        yield this, _REVIEWER, literal(who)
    likeness = compare(*pair, shares_incident=shares)
    yield this, _SCORE, decimal(score(likeness.points))
    for feature in likeness.features:
        yield from _feature(node, feature)


def _feature(node: str, feature: Feature) -> Iterator[Triple]:
    this = iri(f"{node}#{feature.aspect}")
    yield from (
        (iri(node), _HAS_FEATURE, this),
        (this, _A, _FEATURE),
        (this, _ASPECT, iri(concept_iri("aspect", feature.aspect))),
        (this, _POINTS, decimal(feature.points)),
        (this, _WORDS, literal(feature.words)),
    )
