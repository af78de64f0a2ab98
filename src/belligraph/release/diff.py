"""What changed between two releases: articles, claims, findings.

A claim is known by what it says, not by its number: a claim that only got another id is no change. Of two claims with the
same id that say different things, the newer corrects the older. Articles whose graphs are byte for byte the same are never
parsed, so that comparing two large releases that differ in little takes the time to read them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from belligraph.model.release import Release
from belligraph.ntriples import value_of
from belligraph.release.manifest import NQUADS_FILE
from belligraph.release.reading import ClaimView, Description, local_name, parse_ntriples, read_claims
from belligraph.vocab import BG, PROV, RDF

__all__ = ["Changes", "ClaimChange", "FindingChange", "changes_of_first", "compare"]

ADDED, REMOVED, CORRECTED = "added", "removed", "corrected"
_FIELDS = (
    ("subject", "subject_label"), ("property", "property_name"), ("object", "object_text"), ("figures", "figures"),
    ("modality", "modality"), ("speech", "speech"), ("hedge", "hedge"), ("source", "source"), ("words", "quotes"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One claim that is new, gone or corrected."""

    kind: str
    claim: str
    """Its IRI, in the release that has it; the newer one's if both have it."""
    article: str
    statement: str
    """In words: subject, property, object, and who says so."""
    fields: tuple[tuple[str, str, str], ...] = ()
    """For a corrected claim: what is other, before and after."""


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One finding that is new or gone."""

    kind: str
    finding: str
    statement: str
    rested_on: tuple[str, ...] = ()
    """Of one that is gone: the claims that it rested on."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is other in the newer of two releases; everything in the order of the IRIs."""

    old: int | None
    new: int
    articles_added: tuple[str, ...] = ()
    articles_removed: tuple[str, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many of what: `claims added 3`, …"""
        claims = Counter(c.kind for c in self.claims)
        findings = Counter(f.kind for f in self.findings)
        return {
            "articles added": len(self.articles_added),
            "articles removed": len(self.articles_removed),
            **{f"claims {kind}": claims[kind] for kind in (ADDED, REMOVED, CORRECTED)},
            **{f"findings {kind}": findings[kind] for kind in (ADDED, REMOVED)},
        }


@dataclass(frozen=True, slots=True)
class _Graph:
    digest: bytes
    start: int
    length: int


class _Dump:
    """A release's N-Quads with its graphs found in it."""

    def __init__(self, release: Release) -> None:
        self.path = release.folder / NQUADS_FILE
        prefix = f"<{release.base_iri}graph/article/".encode()
        self._findings_graph = f" <{release.base_iri}graph/findings> .\n".encode()
        self.articles: dict[str, _Graph] = {}
        self.findings: set[bytes] = set()
        position = 0
        for graph, lines in groupby(_lines(self.path), key=_graph_of):
            digest, length = hashlib.sha256(), 0
            for line in lines:
                digest.update(line)
                length += len(line)
            if graph.startswith(prefix):
                key = graph[len(prefix) : -1].decode()
                self.articles[f"{release.base_iri}id/article/{key}"] = _Graph(digest.digest(), position, length)
            position += length

    def read_findings(self) -> None:
        """Reads the lines of the findings graph."""
        self.findings.update(line for line in _lines(self.path) if line.endswith(self._findings_graph))

    def claims(self, article: str) -> list[ClaimView]:
        with self.path.open("rb") as file:
            file.seek(self.articles[article].start)
            text = file.read(self.articles[article].length)
        return read_claims(_described(text.splitlines(keepends=True)))


def changes_of_first(release: Release, articles: Iterable[str]) -> Changes:
    """Of a first release only the articles are told, by their IRIs: its claims and findings are the release itself."""
    return Changes(None, release.number, tuple(sorted(articles)))


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
        claims += _claims(article, was, newer.claims(article) if latter is not None else [])
    return Changes(
        old.number,
        new.number,
        tuple(sorted(newer.articles.keys() - before.keys())),
        tuple(sorted(before.keys() - newer.articles.keys())),
        tuple(claims),
        tuple(_findings(older.findings, newer.findings)),
    )


def _claims(article: str, was: list[ClaimView], now: list[ClaimView]) -> Iterator[ClaimChange]:
    same = Counter(c.content for c in was) & Counter(c.content for c in now)
    gone, come = _without(was, same), _without(now, same)
    by_iri = {claim.iri: claim for claim in gone}
    for claim in come:
        former = by_iri.pop(claim.iri, None)
        if former is None:
            yield ClaimChange(ADDED, claim.iri, article, _statement(claim))
        else:
            fields = tuple((n, _text(former, a), _text(claim, a)) for n, a in _FIELDS if _text(former, a) != _text(claim, a))
            yield ClaimChange(CORRECTED, claim.iri, article, _statement(claim), fields)
    for claim in by_iri.values():
        yield ClaimChange(REMOVED, claim.iri, article, _statement(claim))


def _without(claims: list[ClaimView], same: Counter[tuple[object, ...]]) -> list[ClaimView]:
    left = Counter(same)
    kept = []
    for claim in claims:
        if left[claim.content]:
            left[claim.content] -= 1
        else:
            kept.append(claim)
    return kept


def _text(claim: ClaimView, attribute: str) -> str:
    if attribute == "quotes":
        return " … ".join(p.quote for p in claim.passages)
    return str(getattr(claim, attribute) or "")


def _statement(claim: ClaimView) -> str:
    denied = "not " if claim.is_denied else ""
    return f"{claim.subject_label} · {claim.property_name} · {denied}{claim.object_text} ({claim.source})"


def _findings(was: set[bytes], now: set[bytes]) -> Iterator[FindingChange]:
    for kind, lines in ((ADDED, now - was), (REMOVED, was - now)):
        told = _described(sorted(lines))
        for finding in sorted(told.of_class(BG.Finding)):
            subject, predicate = told.value(finding, RDF.subject) or "", told.value(finding, RDF.predicate) or ""
            obj = next(iter(told.terms(finding, RDF.object)), None)
            ends = (subject.rpartition("/id/")[2], local_name(predicate), value_of(obj).rpartition("/id/")[2] if obj else "")
            rested_on = tuple(told.iris(finding, PROV.wasDerivedFrom)) if kind == REMOVED else ()
            yield FindingChange(kind, finding, " · ".join(ends), rested_on)


def _described(lines: Iterable[bytes]) -> Description:
    triples = b"".join(line[: line.rstrip(b" .\n").rfind(b" <")] + b" .\n" for line in lines)
    return Description(parse_ntriples(triples.decode()))


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _graph_of(line: bytes) -> bytes:
    return line[line.rfind(b"<") : -3]  # "… <graph> .\n"
