"""Incidents and findings: what this publisher derives from claims, kept apart from them and always resting on them.

    reports.py        one article's report of one happening; digest.py: what is kept of each article for all this
    workspace.py      the reports of a whole publication, on disk; packing.py: as bytes
    candidates.py     which pairs are compared; likeness.py: how alike two are, with reasons
    grouping.py       which are of one happening; decisions.py: what people decided
    keys.py           names that last; identity.py: events found again after they got other numbers
    happening.py      an incident as triples
    weighing.py       which claims stand, and which contradict which; counted.py: whose dead a figure counts
    origins.py        how many independent origins are behind claims
    sponsorships.py   who backs whom, and how
    findings.py       what is asserted, on which claims, under which policy

All of it is made anew at each release, from the digests of the articles; the claims graphs are not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from belligraph.incidents.decisions import Decisions, read_decisions
from belligraph.incidents.digest import Digest, Statement, digest
from belligraph.incidents.findings import context_of, find
from belligraph.incidents.grouping import group
from belligraph.incidents.happening import describe, event_iri, replaced
from belligraph.incidents.keys import INCIDENTS_FILE, name_groups, read_former, replacements, write_members
from belligraph.incidents.likeness import are_apart
from belligraph.incidents.reports import Report, Spot
from belligraph.incidents.workspace import Workspace
from belligraph.iri import Iris
from belligraph.model.article import Article
from belligraph.model.graph import NamedGraph
from belligraph.model.reports import ArticleReport
from belligraph.model.sheet import FactSheet, Modality, Property
from belligraph.ntriples import Triple, iri
from belligraph.vocab import BG, PROV, RDF

__all__ = [
    "INCIDENTS_FILE",
    "Decisions",
    "Derived",
    "Digest",
    "Slice",
    "Workspace",
    "bundle",
    "derive",
    "derive_alone",
    "derive_slice",
    "digest",
    "group_reports",
    "read_decisions",
    "slices",
]

# incidents that are validated and written together
AT_ONCE = 64
_A, _BUNDLE = iri(RDF.type), iri(PROV.Bundle)


@dataclass(frozen=True, slots=True)
class Derived:
    """Some incidents or actors, with all findings about them."""

    incidents: NamedGraph
    findings: NamedGraph
    context: NamedGraph
    """What the articles' graphs say of the claims and events at hand; for validation, not for publishing again."""


def bundle(iris: Iris) -> NamedGraph:
    """That the findings graph is one of what is derived: the focus node of the shapes that judge it as a whole."""
    return NamedGraph.of(iris.incidents_graph, [(iri(iris.findings_graph), _A, _BUNDLE)])


class Slice(NamedTuple):
    """A share of what is derived: the incidents or actors between two keys, both included, or the names that changed."""

    kind: Literal["incidents", "actors", "names"]
    first: str
    last: str


def group_reports(
    digests: Iterable[Digest],
    workspace: Path | None = None,
    decisions: Decisions | None = None,
    former: Path | None = None,
    members: Path | None = None,
) -> Workspace:
    """Groups the reports of a whole publication into incidents and names these, in a database that others can read.

    `workspace`: where it is; memory if None. `former` and `members`: where the former release's incidents are listed, and
    where to list these. The order of the digests changes nothing.
    """
    work = Workspace(workspace)
    try:
        for article in digests:
            work.add(article)
        groups = group(work, decisions or Decisions())
        if former is not None:
            read_former(work, former)
        name_groups(work, groups)
        if members is not None:
            write_members(work, members)
        work.commit()
    except BaseException:
        work.close()
        raise
    return work


def slices(work: Workspace) -> list[Slice]:
    """Everything that is derived, cut where it can be made apart: incidents by their keys, actors, names that changed."""
    found = [Slice("incidents", *ends) for ends in work.incident_ends(AT_ONCE)]
    found += [Slice("actors", *ends) for ends in work.actor_ends(AT_ONCE)]
    return [*found, Slice("names", "", "")]


def derive_slice(work: Workspace, share: Slice, iris: Iris) -> Derived:
    """What is derived of that share."""
    chunk = _Chunk(iris)
    match share.kind:
        case "incidents":
            for key in work.incidents(share.first, share.last):
                _add_incident(chunk, key, work, iris)
        case "actors":
            for subject, statements in work.about_actors(share.first, share.last):
                about = [s for s in statements if _is_about_incidents(s, work)]
                chunk.findings += find(subject, about, work.incident_of, iris)
                chunk.context += context_of(statements)
        case "names":
            chunk.incidents += bundle(iris).triples
            chunk.incidents += [replaced(old, new, iris) for old, new in replacements(work)]
    return chunk.finished()


def derive(
    digests: Iterable[Digest],
    iris: Iris,
    decisions: Decisions | None = None,
    former: Path | None = None,
    members: Path | None = None,
) -> Iterator[Derived]:
    """All incidents and findings of some articles, some at a time, in this process and in memory."""
    work = group_reports(digests, None, decisions, former, members)
    try:
        for share in slices(work):
            yield derive_slice(work, share, iris)
    finally:
        work.close()


def derive_alone(article: Article, sheet: FactSheet, iris: Iris) -> Derived:
    """What follows from one article, as if there were no other."""
    told = ArticleReport(article.key, article.publisher, article.published, sheet)
    chunks = list(derive([digest(told, iris)], iris))
    return Derived(
        *(
            NamedGraph.of(getattr(chunks[0], name).iri, (t for chunk in chunks for t in getattr(chunk, name).triples))
            for name in ("incidents", "findings", "context")
        )
    )


def _add_incident(chunk: _Chunk, key: str, work: Workspace, iris: Iris) -> None:
    members = work.members(key)
    statements = [s for _, _, told in members for s in told]
    chunk.incidents += describe(key, [number for number, _, _ in members], work, iris)
    apart = _apart([(work.report(number), told) for number, _, told in members])
    chunk.findings += find(iris.incident(key), statements, work.incident_of, iris, apart)
    chunk.context += [(iri(event_iri(ref, iris)), _A, iri(BG.Event)) for _, ref, _ in members]
    chunk.context += context_of(statements)


def _apart(members: Sequence[tuple[Report, Sequence[Statement]]]) -> list[tuple[str, str]]:
    """The claims of two articles about places of one incident that cannot both be its place: people may say it is one."""
    found: list[tuple[str, str]] = []
    spots: dict[tuple[Spot, ...], list[str]] = {}
    for report, told in members:
        places = [s.claim.id for s in told if s.claim.property is Property.PLACE and s.claim.modality is not Modality.DENIED]
        for others, claims in spots.items():
            if are_apart(report.spots, others):
                found += [(claim, place) for claim in claims for place in places]
        spots.setdefault(report.spots, []).extend(places)
    return found


def _is_about_incidents(statement: object, work: Workspace) -> bool:
    """Responsibility for a series or a war is no finding: these are no incidents."""
    event = getattr(statement, "event", None)
    return event is None or work.incident_of(event.ref) is not None


class _Chunk:
    """Triples under construction."""

    def __init__(self, iris: Iris) -> None:
        self._iris = iris
        self.incidents: list[Triple] = []
        self.findings: list[Triple] = []
        self.context: list[Triple] = []

    def finished(self) -> Derived:
        """The graphs."""
        return Derived(
            NamedGraph.of(self._iris.incidents_graph, self.incidents),
            NamedGraph.of(self._iris.findings_graph, self.findings),
            NamedGraph.of(self._iris.findings_graph, self.context),
        )
