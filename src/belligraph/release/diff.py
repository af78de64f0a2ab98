"""What changed between two releases: articles, claims, findings, datasets and their rows.

Articles and datasets whose graphs are byte for byte the same are never parsed, so that comparing two large releases that
differ in little takes the time to read them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from belligraph.iri import Iris
from belligraph.model.release import Release
from belligraph.ntriples import value_of
from belligraph.release.changed import ADDED, REMOVED, Changes, ClaimChange, DatasetChange, FindingChange
from belligraph.release.claim_diff import claim_changes, described
from belligraph.release.manifest import NQUADS_FILE
from belligraph.release.reading import ClaimView, local_name, read_claims
from belligraph.release.row_diff import Section, added_dataset, compare_rows, removed_dataset
from belligraph.vocab import BG, PROV, RDF

__all__ = ["changes_of_first", "compare"]


class _Dump:
    """A release's N-Quads with its graphs found in it."""

    def __init__(self, release: Release) -> None:
        self.path = release.folder / NQUADS_FILE
        prefix = f"<{release.base_iri}graph/article/".encode()
        self._findings_graph = f" <{release.base_iri}graph/findings> .\n".encode()
        datasets = f"<{Iris(release.base_iri).dataset_graphs}".encode()
        self.articles: dict[str, Section] = {}
        self.datasets: dict[str, Section] = {}
        self.findings: set[bytes] = set()
        position = 0
        for graph, lines in groupby(_lines(self.path), key=_graph_of):
            digest, length = hashlib.sha256(), 0
            for line in lines:
                digest.update(line)
                length += len(line)
            if graph.startswith(prefix):
                key = graph[len(prefix) : -1].decode()
                self.articles[f"{release.base_iri}id/article/{key}"] = Section(self.path, position, length, digest.digest())
            elif graph.startswith(datasets):
                dataset = Iris(release.base_iri).dataset(graph[len(datasets) : -1].decode()).dataset
                self.datasets[dataset] = Section(self.path, position, length, digest.digest())
            position += length

    def read_findings(self) -> None:
        """Reads the lines of the findings graph."""
        self.findings.update(line for line in _lines(self.path) if line.endswith(self._findings_graph))

    def claims(self, article: str) -> list[ClaimView]:
        return read_claims(described(self.articles[article].lines()))


def changes_of_first(release: Release, articles: Iterable[str], datasets: Iterable[DatasetChange] = ()) -> Changes:
    """Of a first release only the articles are told, by their IRIs, and its datasets: the rest is the release itself."""
    return Changes(None, release.number, tuple(sorted(articles)), datasets=tuple(datasets))


def compare(old: Release, new: Release) -> Changes:
    """What is other in `new`.

    Raises:
        OSError: a release cannot be read.
    """
    newer, older = _Dump(new), _Dump(old)
    newer.read_findings()
    older.read_findings()
    before = older.articles
    claims: list[ClaimChange] = []
    for article in sorted(before.keys() | newer.articles.keys()):
        former, latter = before.get(article), newer.articles.get(article)
        if former is not None and latter is not None and former.digest == latter.digest:
            continue
        was = older.claims(article) if former is not None else []
        claims += claim_changes(was, newer.claims(article) if latter is not None else [], article=article)
    datasets = []
    for dataset, changes in _datasets(older, newer):
        datasets.append(dataset)
        claims += changes
    return Changes(
        old.number,
        new.number,
        tuple(sorted(newer.articles.keys() - before.keys())),
        tuple(sorted(before.keys() - newer.articles.keys())),
        tuple(claims),
        tuple(_findings(older.findings, newer.findings)),
        tuple(datasets),
    )


def _datasets(older: _Dump, newer: _Dump) -> Iterator[tuple[DatasetChange, list[ClaimChange]]]:
    for dataset in sorted(older.datasets.keys() | newer.datasets.keys()):
        former, latter = older.datasets.get(dataset), newer.datasets.get(dataset)
        if former is None and latter is not None:
            yield added_dataset(dataset, latter), []
        elif latter is None and former is not None:
            yield removed_dataset(dataset, former), []
        elif former is not None and latter is not None and former.digest != latter.digest:
            yield compare_rows(dataset, former, latter)


def _findings(was: set[bytes], now: set[bytes]) -> Iterator[FindingChange]:
    for kind, lines in ((ADDED, now - was), (REMOVED, was - now)):
        told = described(sorted(lines))
        for finding in sorted(told.of_class(BG.Finding)):
            subject, predicate = told.value(finding, RDF.subject) or "", told.value(finding, RDF.predicate) or ""
            obj = next(iter(told.terms(finding, RDF.object)), None)
            ends = (subject.rpartition("/id/")[2], local_name(predicate), value_of(obj).rpartition("/id/")[2] if obj else "")
            rested_on = tuple(told.iris(finding, PROV.wasDerivedFrom)) if kind == REMOVED else ()
            yield FindingChange(kind, finding, " · ".join(ends), rested_on)


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _graph_of(line: bytes) -> bytes:
    return line[line.rfind(b"<") : -3]  # "… <graph> .\n"
