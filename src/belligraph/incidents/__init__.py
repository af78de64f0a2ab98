"""Incidents and findings: what this publisher derives from claims, kept apart from them and always resting on them.

    reports.py        one article's report of one happening; digest.py: what is kept of each article for all this
    workspace.py      the reports of a whole publication, on disk; packing.py: as bytes
    candidates.py     which pairs are compared; likeness.py: how alike two are, with reasons
    grouping.py       which are of one happening
    decisions.py      what people decided; holding.py: which events that is about today
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

from belligraph.incidents.decisions import Line, read_decisions
from belligraph.incidents.digest import Digest, Statement, digest
from belligraph.incidents.findings import context_of, find
from belligraph.incidents.grouping import group
from belligraph.incidents.happening import describe, event_iri, replaced
from belligraph.incidents.holding import DECISIONS_FILE, hold, write_held
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
    "DECISIONS_FILE",
    "INCIDENTS_FILE",
    "Derived",
    "Digest",
    "Former",
    "Grouped",
    "Line",
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


@dataclass(frozen=True, slots=True)
class Former:
    """What former releases say: where the live one lists its incidents, and where each keeps its decisions, it first."""

    incidents: Path
    decisions: tuple[Path, ...] = ()


class Grouped(NamedTuple):
    """The reports of a publication in incidents, and the decisions of people that do not hold, with the reason."""

    work: Workspace
    lost: tuple[str, ...]


def group_reports(
    digests: Iterable[Digest],
    workspace: Path | None = None,
    decisions: Sequence[Line] = (),
    former: Former | None = None,
    folder: Path | None = None,
) -> Grouped:
    """Groups the reports of a whole publication into incidents and names these, in a database that others can read.

    `workspace`: where it is; memory if None. `folder`: where the incidents and decisions are kept for the release to come.
    The order of the digests changes nothing.

    Raises:
        InputError: decisions that contradict each other through third events.
        PublicationError: what a former release kept is not as a release has it.
    """
    work = Workspace(workspace)
    try:
        for article in digests:
            work.add(article)
        if former is not None:
            read_former(work, former.incidents)
        held = hold(work, decisions, former.decisions if former else ())
        name_groups(work, group(work, held.decisions))
        if folder is not None:
            write_members(work, folder / INCIDENTS_FILE)
            write_held(held, folder / DECISIONS_FILE)
        work.commit()
    except BaseException:
        work.close()
        raise
    return Grouped(work, held.lost)


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
    decisions: Sequence[Line] = (),
    former: Former | None = None,
    folder: Path | None = None,
) -> Iterator[Derived]:
    """All incidents and findings of some articles, some at a time, in this process and in memory."""
    work, _ = group_reports(digests, None, decisions, former, folder)
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
