"""From articles and sheets to a release: the picture of the README, as code.

staging.py   inputs → articles and sheets, staged
article.py   one article through extract, check, mapping, validation
crew.py      the processes that work on it, worker.py being one of them
parts.py     many articles, on every core, in order
linking.py   the entities that their names stand for, and links
derived.py   what follows from all of them: incidents and findings
withdrawing.py  articles taken back
datasets.py  a dataset's file → rows, validated and kept for every release from now on
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from belligraph.config import Config, load_config, write_config
from belligraph.incidents import read_decisions
from belligraph.model.release import Release
from belligraph.pipeline.article import Job, Outcome
from belligraph.pipeline.crew import Crew
from belligraph.pipeline.derived import add_derived
from belligraph.pipeline.linking import prepare
from belligraph.pipeline.parts import make_parts
from belligraph.pipeline.staging import Staged, plan, stage
from belligraph.release.build import ReleaseBuilder
from belligraph.release.changed import Changes
from belligraph.release.changes import history, write_changes
from belligraph.release.datasets import KeptDataset, kept_datasets
from belligraph.release.diff import changes_of_first, compare
from belligraph.release.publication import Publication, write_atomically
from belligraph.sources import ArticleMetadata

__all__ = ["Published", "publish"]

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Published:
    """What a run of `publish` did."""

    release: Release
    """The live release now."""
    is_new: bool
    """False when nothing had changed: then the release is the one that was live before."""
    refused: tuple[Outcome, ...]
    """The articles that do not conform; each lies in quarantine with its report."""
    warnings: int
    """Results of the shapes below the severity of a violation, over all articles."""
    lost_decisions: tuple[str, ...]
    """The decisions of people that do not hold, as what they are about is not found any more: a line each."""
    seconds: float

    @property
    def faults(self) -> tuple[str, ...]:
        """Why articles were refused: one line each, with the file, the line and what is wrong."""
        return tuple(fault for outcome in self.refused for fault in outcome.faults)


def publish(
    inputs: Iterable[str | Path],
    to: str | Path,
    *,
    url: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    published: date | None = None,
    language: str | None = None,
    licence: str | None = None,
    config: Config | None = None,
    processes: int | None = None,
    progress: Progress = lambda done, total: None,
) -> Published:
    """Publishes articles and fact sheets into the folder `to`, which is made if need be, and returns what came of it.

    The release holds all articles and imported datasets of the publication, not only these. A person's sheet wins over the
    extractor's. What does not conform goes to quarantine and the rest is published. Metadata fill what the files themselves
    do not say. Until the very last step the former release is live, whatever happens.

    Raises:
        InputError: an input or a decision in `links/` cannot be read; nothing is published.
        UsageError: a setting of the publication cannot be.
        PublicationError: the folder cannot be written, or another publish is at work in it.
    """
    started = time.monotonic()
    publication = Publication(Path(to))
    settings = config or load_config(publication.folder)
    metadata = ArticleMetadata(title, url, publisher, published, language, licence)
    with publication.locked():
        staged = stage(map(Path, inputs), metadata, settings.max_article_bytes, publication)
        jobs = list(plan(publication, staged))
        decisions = read_decisions(publication.links / "incidents.tsv")
        linking = prepare(publication)
        datasets = kept_datasets(publication.datasets, settings.base_iri)
        number = publication.next_number()
        former, releases = publication.current(), publication.all_releases()
        tally = _Tally()
        digests: list[Path] = []
        with ReleaseBuilder(publication.building_folder(number), settings) as builder:
            with Crew(settings.iris, linking, len(jobs), processes) as crew:
                for batch in make_parts(jobs, builder.parts_folder, crew):
                    for outcome in batch.outcomes:
                        tally.note(jobs[tally.done], outcome)
                    builder.add(batch.part)
                    digests.append(batch.part.digests)
                    progress(tally.done, len(jobs))
                derived = add_derived(builder, digests, decisions, linking, former, releases, crew, settings.iris)
                tally.quads += derived.quads
            for folder, dataset in datasets:
                builder.add_dataset(folder, dataset)
                tally.claims += dataset.claims
                tally.quads += dataset.quads
            draft = builder.draft(number)
            is_new = former is None or _differs(former, draft)
            if is_new:
                changes = _changes(former, draft, tally, datasets, settings)
                if former is not None:
                    builder.add_history(history(releases, changes, draft))
                counts = {"articles": len(tally.published), "claims": tally.claims, "quads": tally.quads}
                release = builder.finish(number, counts)
                write_changes(release.folder, changes)
        _keep(publication, staged, tally)
        write_config(publication.folder, settings)
        if is_new:
            publication.switch_to(release.folder, number)
        live = publication.live()
    refused = tuple(o for _, o in tally.refused)
    return Published(live, is_new, refused, tally.warnings, derived.lost_decisions, time.monotonic() - started)


@dataclass(slots=True)
class _Tally:
    """What became of the articles so far."""

    published: list[str] = field(default_factory=list)
    refused: list[tuple[Job, Outcome]] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    claims: int = 0
    quads: int = 0
    warnings: int = 0
    done: int = 0

    def note(self, job: Job, outcome: Outcome) -> None:
        self.done += 1
        if outcome.is_published:
            self.published.append(outcome.key)
            self.claims += outcome.claims
            self.quads += outcome.quads
            self.warnings += outcome.warnings
        if not outcome.conforms:
            self.refused.append((job, outcome))
        elif outcome.extracted:
            self.extracted.append(outcome.key)


def _keep(publication: Publication, staged: Staged, tally: _Tally) -> None:
    """Moves what conforms from staging to its place, and what does not to quarantine."""
    for job, outcome in tally.refused:
        _quarantine(publication, job, outcome)
    refused_keys = {outcome.key for _, outcome in tally.refused}
    for key in staged.articles.keys() - refused_keys:
        (publication.staging / "articles" / f"{key}.json").replace(publication.article_path(key))
        publication.release_from_quarantine(key)
    for key, (path, _) in staged.sheets.items():
        if key not in refused_keys:
            publication.keep_sheet(key, path)
            publication.release_from_quarantine(key)
    publication.keep_extracted({key: publication.staging / "extracted" / f"{key}.json" for key in tally.extracted})


def _quarantine(publication: Publication, job: Job, outcome: Outcome) -> None:
    sheet = job.extract_to if outcome.extracted else job.sheet
    stem = publication.quarantine / outcome.key
    write_atomically(stem.with_suffix(".article.json"), job.article.read_bytes())
    if sheet is not None:
        write_atomically(stem.with_suffix(f".sheet{sheet.suffix}"), sheet.read_bytes())
    write_atomically(stem.with_suffix(".report.json"), (outcome.report or "").encode())


def _changes(
    former: Release | None, draft: Release, tally: _Tally, datasets: list[tuple[Path, KeptDataset]], settings: Config
) -> Changes:
    if former is not None:
        return compare(former, draft)
    articles = [settings.iris.article(key).article for key in tally.published]
    return changes_of_first(draft, articles, [d.as_added(settings.iris.dataset(d.key)) for _, d in datasets])


def _differs(former: Release, release: Release) -> bool:
    def told(r: Release) -> tuple[str | None, ...]:
        return (r.content_sha256, r.base_iri, r.title, r.publisher, r.licence)

    return told(former) != told(release)
