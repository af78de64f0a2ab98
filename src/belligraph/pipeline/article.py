"""One article's way through the stages: article and sheet in, its share of a release out, or the reasons why not.

What follows from many articles together is made later, from the digests that are kept here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from belligraph.assets import shapes_folder
from belligraph.errors import SheetError
from belligraph.extract import Extractor, RuleExtractor
from belligraph.incidents import Digest, derive, digest
from belligraph.iri import Iris
from belligraph.link.index import Index
from belligraph.link.matcher import Matcher
from belligraph.link.mentions import LinkedSheet, Mention, link_sheet
from belligraph.mapping import map_sheet
from belligraph.model.article import Article
from belligraph.model.graph import NamedGraph
from belligraph.model.report import Report, Violation
from belligraph.model.reports import ArticleReport
from belligraph.model.sheet import FactSheet
from belligraph.pipeline.linking import Linking
from belligraph.pipeline.stored import load_article, merged
from belligraph.release.parts import Serializers
from belligraph.sheets import LocatedSheet, check, dumps_json, open_sheet
from belligraph.validate import Validator

__all__ = ["Job", "Outcome", "Share", "Stages"]


@dataclass(frozen=True, slots=True)
class Job:
    """One article to take through the stages: its key, where it lies, and its sheet if it has one."""

    key: str
    article: Path
    sheet: Path | None
    sheet_is_extracted: bool
    """Whether an extractor made the sheet and nobody changed it: then a newer extractor may make it anew."""
    kept_sheet: Path | None
    """The sheet that stands if `sheet` is a new one and does not conform."""
    extract_to: Path
    """Where a sheet that the extractor makes is written."""
    name: str
    """What to call it in messages: the file that it came from."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article."""

    key: str
    is_published: bool = False
    """Whether the article is part of the release: by the sheet that was given, or by the one that stood before."""
    claims: int = 0
    quads: int = 0
    warnings: int = 0
    extracted: bool = False
    """Whether the extractor made a new sheet; it lies at the job's `extract_to`."""
    faults: tuple[str, ...] = ()
    """Why what was given does not conform, each with its place; empty: it conforms."""
    report: str | None = None
    """The same for a program, as JSON; None: it conforms."""

    @property
    def conforms(self) -> bool:
        """Whether what was given has no fault."""
        return not self.faults


class Share(NamedTuple):
    """An article's share of a release: its claims graph, and what incidents and links are made from later."""

    claims: NamedGraph
    digest: Digest
    mentions: tuple[Mention, ...]


class Stages:
    """The stages with what they need loaded once: the extractor's lexicons, the compiled shapes, the prefixes."""

    def __init__(self, iris: Iris, extractor: Extractor | None = None, linking: Linking | None = None) -> None:
        self.iris = iris
        self._extractor: Extractor = extractor or RuleExtractor()
        self.validator = Validator(shapes_folder())
        self.serializers = Serializers(iris.entities)
        self._matcher = Matcher(Index(linking.index)) if linking else None
        self._verdicts = linking.verdicts if linking else None

    def run(self, job: Job) -> tuple[Outcome, Share | None]:
        """Takes one article through extract (or its sheet), check, mapping and validation.

        When a new sheet does not conform, the one that stood before still does, and the outcome tells both.
        """
        outcome, share = self._run(job)
        if outcome.conforms or job.kept_sheet is None:
            return outcome, share
        kept, share = self._run(replace(job, sheet=job.kept_sheet, kept_sheet=None))
        if share is None:
            return outcome, None
        stands = replace(outcome, is_published=True, claims=kept.claims, quads=kept.quads, warnings=kept.warnings)
        return stands, share

    def _run(self, job: Job) -> tuple[Outcome, Share | None]:
        article = load_article(job.article)
        try:
            sheet, given = self._sheet(job, article)
        except SheetError as error:
            # the sheet was read from its staged copy; the reader knows it by the name of what was given
            told = error.faults or (str(error),)
            return _refused(job, tuple(f.replace(str(job.sheet), job.name, 1) for f in told)), None
        extracted = given is None
        faults = check(sheet, article.text) if given is None else given.check(article.text)
        if faults:
            return _refused(job, tuple(f.rendered(job.name) for f in faults), extracted), None
        described = _described(article, sheet)
        claims = map_sheet(described, sheet, self.iris)
        report = self.validator.validate((claims,))
        if not report.conforms:
            lines = tuple(_line(job, given, v.message, self._entity(article, v)) for v in report.violations)
            return _refused(job, lines, extracted, report.results), None
        share = self._share(claims, described, sheet)
        outcome = Outcome(
            job.key,
            is_published=True,
            claims=len(sheet.claims),
            quads=len(claims.triples),
            warnings=len(report.results),
            extracted=extracted,
        )
        return outcome, share

    def graphs(self, article: Article, sheet: FactSheet) -> tuple[NamedGraph, ...]:
        """All graphs of a publication of that one article: its claims, and what follows from them. Nothing is checked."""
        described = _described(article, sheet)
        told = ArticleReport(described.key, described.publisher, described.published, sheet)
        derived = [graph for d in derive([digest(told, self.iris)], self.iris) for graph in (d.incidents, d.findings)]
        return map_sheet(described, sheet, self.iris), *derived

    def report(self, article: Article, sheet: FactSheet) -> Report:
        """What the shapes say of an article and its sheet."""
        return self.validator.validate((map_sheet(_described(article, sheet), sheet, self.iris),))

    def _sheet(self, job: Job, article: Article) -> tuple[FactSheet, LocatedSheet | None]:
        """The sheet to publish; with its source when it was given, without when the extractor made it just now."""
        if job.sheet is not None:
            given = open_sheet(job.sheet)
            if not job.sheet_is_extracted or self._is_current(given.sheet, article):
                return given.sheet, given
        sheet = self._extractor.extract(article)
        job.extract_to.write_bytes(dumps_json(sheet).encode())
        return sheet, None

    def _is_current(self, sheet: FactSheet, article: Article) -> bool:
        """Whether the extractor would make this very sheet again: same extractor, same anchor for dates."""
        maker = sheet.extractor
        return (
            maker is not None
            and (maker.name, maker.version) == (self._extractor.name, self._extractor.version)
            and sheet.article.published == article.published
        )

    def _share(self, claims: NamedGraph, article: Article, sheet: FactSheet) -> Share:
        linked = LinkedSheet((), {}, {})
        if self._matcher is not None:
            linked = link_sheet(article.key, sheet, article.published, self._matcher, self._verdicts)
        told = ArticleReport(article.key, article.publisher, article.published, sheet, linked.actors, linked.places)
        return Share(claims, digest(told, self.iris), linked.mentions)

    def _entity(self, article: Article, violation: Violation) -> str | None:
        """The id in the sheet of what a violation is about: `…/claim/c4/quantity` is about c4."""
        own = f"{self.iris.article(article.key).article}/"
        for iri in (violation.value, violation.focus_node):
            if iri and iri.startswith(own):
                kind, _, rest = iri.removeprefix(own).partition("/")
                if kind in {"claim", "actor", "place", "event"}:
                    return rest.split("/")[0]
        return None


def _line(job: Job, given: LocatedSheet | None, message: str, entity: str | None) -> str:
    line = given.line_of(entity) if given is not None and entity is not None else None
    where = f"{job.name}:{line}" if line else job.name
    return f"{where}: {entity}: {message}" if entity else f"{where}: {message}"


def _described(article: Article, sheet: FactSheet) -> Article:
    """The article, with what only its sheet tells of where it came from."""
    told = sheet.article
    return merged(
        Article(article.text, told.url, told.title, told.publisher, told.published, told.language, told.licence), article
    )


def _refused(job: Job, faults: tuple[str, ...], extracted: bool = False, results: tuple[Violation, ...] = ()) -> Outcome:
    report = {
        "article": job.key,
        "source": job.name,
        "conforms": False,
        "faults": list(faults),
        "results": [
            {
                "focusNode": r.focus_node,
                "resultPath": r.path,
                "value": r.value,
                "sourceShape": r.shape,
                "resultSeverity": r.severity.value,
                "resultMessage": r.message,
            }
            for r in results
        ],
    }
    return Outcome(
        job.key, extracted=extracted, faults=faults, report=json.dumps(report, indent=2, ensure_ascii=False) + "\n"
    )
