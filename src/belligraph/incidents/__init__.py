"""Incidents and findings: what this publisher derives from claims, kept apart from them and always resting on them.

    reports.py        one article's report of one happening; digest.py: what is kept of each article for all this
    workspace.py      the reports of a whole publication, on disk
    candidates.py     which pairs are compared; likeness.py: how alike two are, with reasons
    grouping.py       which are of one happening; decisions.py: what people decided; keys.py: names that last
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
    "bundle",
    "derive",
    "derive_alone",
    "digest",
    "read_decisions",
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


def derive(
    digests: Iterable[Digest],
    iris: Iris,
    decisions: Decisions | None = None,
    former: Path | None = None,
    members: Path | None = None,
    workspace: Path | None = None,
) -> Iterator[Derived]:
    """All incidents and findings of a publication, some at a time, in the order of the incidents' keys.

    `former` and `members`: where the former release's incidents are listed, and where to list these. `workspace`: the
    database to work in; memory if none. The order of the digests changes nothing.
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
        yield from _chunks(work, iris)
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


def _chunks(work: Workspace, iris: Iris) -> Iterator[Derived]:
    chunk = _Chunk(iris)
    chunk.incidents += bundle(iris).triples
    for (key,) in work.database.execute("SELECT DISTINCT incident FROM member ORDER BY incident"):
        members = work.members(key)
        statements = [s for _, _, told in members for s in told]
        chunk.incidents += describe(key, [number for number, _, _ in members], work, iris)
        apart = _apart([(work.report(number), told) for number, _, told in members])
        chunk.findings += find(iris.incident(key), statements, work.incident_of, iris, apart)
        chunk.context += [(iri(event_iri(ref, iris)), _A, iri(BG.Event)) for _, ref, _ in members]
        chunk.context += context_of(statements)
        chunk.size += 1
        if chunk.size == AT_ONCE:
            yield chunk.finished()
            chunk = _Chunk(iris)
    for subject, statements in work.about_actors():
        chunk.findings += find(subject, [s for s in statements if _is_about_incidents(s, work)], work.incident_of, iris)
        chunk.context += context_of(statements)
        chunk.size += 1
        if chunk.size == AT_ONCE:
            yield chunk.finished()
            chunk = _Chunk(iris)
    chunk.incidents += [replaced(old, new, iris) for old, new in replacements(work)]
    yield chunk.finished()


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
        self.size = 0
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
