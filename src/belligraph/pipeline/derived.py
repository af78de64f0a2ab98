"""What follows from all articles of a release together, made, validated and added some at a time."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from belligraph.assets import shapes_folder
from belligraph.errors import PublicationError
from belligraph.incidents import (
    DECISIONS_FILE,
    INCIDENTS_FILE,
    Digest,
    Former,
    Line,
    Slice,
    Workspace,
    bundle,
    derive_slice,
    group_reports,
    slices,
)
from belligraph.iri import Iris
from belligraph.link.collect import Collected
from belligraph.model.graph import NamedGraph
from belligraph.model.release import Release
from belligraph.pipeline.article import Stages
from belligraph.pipeline.crew import Crew
from belligraph.pipeline.linking import LINK_FILES, Linking, link_graphs, lost_verdicts
from belligraph.release.build import ReleaseBuilder
from belligraph.release.parts import Part, PartWriter, Serializers
from belligraph.validate import Validator

__all__ = ["Added", "add_derived"]

# slices of some dozens of incidents that are loaded into the database together
SLICES_A_PART = 8
# behind the parts of the articles, however many there are; links behind the incidents
FIRST_PART, FIRST_LINKS_PART = 400_000, 800_000


class Added(NamedTuple):
    """How many quads were added, and the decisions of people that do not hold, with the reason."""

    quads: int
    lost_decisions: tuple[str, ...]


def add_derived(
    builder: ReleaseBuilder,
    digests: Sequence[Path],
    decisions: Sequence[Line],
    linking: Linking,
    former: Release | None,
    releases: Sequence[Release],
    crew: Crew,
    iris: Iris,
) -> Added:
    """Adds incidents, findings, entities and links to a release that has all its articles.

    `former`: the live release; `releases`: all that there are, the newest first.

    Raises:
        InputError: decisions that contradict each other; nothing is published.
        PublicationError: what was derived breaks a shape; nothing is published.
    """
    folder = builder.parts_folder
    workspace, mentions = folder / "incidents.sqlite", folder / "mentions.sqlite"
    collected = Collected(mentions)
    work, lost = group_reports(
        _digests(digests, collected), workspace, decisions, _told_by(former, releases), builder.folder
    )
    all_slices = slices(work)
    work.close()
    tasks = [
        _Incidents(workspace, tuple(all_slices[i : i + SLICES_A_PART]), Part.at(folder, FIRST_PART + i))
        for i in range(0, len(all_slices), SLICES_A_PART)
    ]
    quads = 0
    for task, added in zip(tasks, crew.do(tasks), strict=True):
        builder.add(task.part)
        quads += added
    workspace.unlink()
    quads += _add_links(builder, collected, linking, iris)
    lost += lost_verdicts(collected, linking)
    collected.close()
    mentions.unlink()
    builder.describe(LINK_FILES)
    return Added(quads, lost)


def _told_by(live: Release | None, releases: Sequence[Release]) -> Former | None:
    if live is None:
        return None
    folders = (live.folder, *(r.folder for r in releases if r.number != live.number))
    return Former(live.folder / INCIDENTS_FILE, tuple(folder / DECISIONS_FILE for folder in folders))


@dataclass(frozen=True, slots=True)
class _Incidents:
    """Makes slices of what is derived, validates them and writes the part's files."""

    workspace: Path
    slices: tuple[Slice, ...]
    part: Part

    def run(self, stages: Stages) -> int:
        """The number of quads."""
        quads = 0
        work = Workspace.reading(self.workspace)
        try:
            with PartWriter(self.part, stages.serializers) as writer:
                for share in self.slices:
                    derived = derive_slice(work, share, stages.iris)
                    graphs = derived.incidents, derived.findings
                    _judge(stages.validator, (*graphs, bundle(stages.iris)), (derived.context,))
                    writer.add(graphs)
                    quads += sum(len(g.triples) for g in graphs)
        finally:
            work.close()
        return quads


def _add_links(builder: ReleaseBuilder, collected: Collected, linking: Linking, iris: Iris) -> int:
    quads, validator, serializers = 0, Validator(shapes_folder()), Serializers(iris.entities)
    for number, graphs in enumerate(link_graphs(collected, linking, iris, builder.folder)):
        _judge(validator, graphs)
        part = Part.at(builder.parts_folder, FIRST_LINKS_PART + number)
        with PartWriter(part, serializers) as writer:
            writer.add(graphs)
        builder.add(part)
        quads += sum(len(g.triples) for g in graphs)
    return quads


def _judge(validator: Validator, graphs: tuple[NamedGraph, ...], context: tuple[NamedGraph, ...] = ()) -> None:
    report = validator.validate(graphs, context)
    if not report.conforms:
        worst = report.violations[0]
        raise PublicationError(
            f"what was derived breaks the shape {worst.shape}: {worst.message}",
            where=worst.value or worst.focus_node,
            remedy="The live release is as it was. Please report this, with the articles.",
        )


def _digests(paths: Sequence[Path], collected: Collected) -> Iterator[Digest]:
    """The digests of all articles; their mentions are put aside on the way."""
    for path in paths:
        with path.open("rb") as file:
            while True:
                try:
                    digest, mentions = pickle.load(file)
                except EOFError:
                    break
                collected.add(digest.article, mentions)
                yield digest
        path.unlink()
