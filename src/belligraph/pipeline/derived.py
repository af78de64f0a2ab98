"""What follows from all articles of a release together, made, validated and added some at a time."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from pathlib import Path

from belligraph.assets import shapes_folder
from belligraph.errors import PublicationError
from belligraph.incidents import INCIDENTS_FILE, Decisions, Digest, bundle, derive
from belligraph.iri import Iris
from belligraph.link.collect import Collected
from belligraph.model.graph import NamedGraph
from belligraph.model.release import Release
from belligraph.pipeline.linking import LINK_FILES, Linking, link_graphs
from belligraph.release.build import ReleaseBuilder
from belligraph.release.parts import Part, PartWriter, Serializers
from belligraph.validate import Validator

__all__ = ["add_derived"]

# chunks of some dozens of incidents that are loaded into the database together
CHUNKS_A_PART = 16
# behind the parts of the articles, however many there are
FIRST_PART = 500_000


def add_derived(
    builder: ReleaseBuilder,
    digests: Sequence[Path],
    decisions: Decisions,
    linking: Linking,
    former: Release | None,
    iris: Iris,
) -> int:
    """Adds entities, links, incidents and findings to a release that has all its articles; returns how many quads they have.

    Raises:
        PublicationError: what was derived breaks a shape; nothing is published.
    """
    workspace, mentions = builder.parts_folder / "incidents.sqlite", builder.parts_folder / "mentions.sqlite"
    collected = Collected(mentions)
    chunks = derive(
        _digests(digests, collected),
        iris,
        decisions=decisions,
        former=former.folder / INCIDENTS_FILE if former else None,
        members=builder.folder / INCIDENTS_FILE,
        workspace=workspace,
    )
    adder = _Adder(builder, iris)
    for chunk in chunks:
        adder.add((chunk.incidents, chunk.findings), (chunk.context,))
    for graphs in link_graphs(collected, linking, iris, builder.folder):
        adder.add(graphs)
    adder.flush()
    collected.close()
    workspace.unlink()
    mentions.unlink()
    builder.describe(LINK_FILES)
    return adder.quads


class _Adder:
    """Validates chunks and hands them to the builder, several in one part."""

    def __init__(self, builder: ReleaseBuilder, iris: Iris) -> None:
        self._builder = builder
        self._validator = Validator(shapes_folder())
        self._bundle = bundle(iris)
        self._serializers = Serializers(iris.entities)
        self._chunks: list[tuple[NamedGraph, ...]] = []
        self._number = FIRST_PART
        self.quads = 0

    def add(self, graphs: tuple[NamedGraph, ...], context: tuple[NamedGraph, ...] = ()) -> None:
        report = self._validator.validate((*graphs, self._bundle), context)
        if not report.conforms:
            worst = report.violations[0]
            raise PublicationError(
                f"what was derived breaks the shape {worst.shape}: {worst.message}",
                where=worst.value or worst.focus_node,
                remedy="The live release is as it was. Please report this, with the articles.",
            )
        self.quads += sum(len(g.triples) for g in graphs)
        self._chunks.append(graphs)
        if len(self._chunks) >= CHUNKS_A_PART:
            self.flush()

    def flush(self) -> None:
        if not self._chunks:
            return
        part = Part.at(self._builder.parts_folder, self._number)
        self._number += 1
        with PartWriter(part, self._serializers) as writer:
            for chunk in self._chunks:
                writer.add(chunk)
        self._builder.add(part)
        self._chunks = []


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
