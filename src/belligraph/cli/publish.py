"""`belligraph publish`: articles and sheets in, a release out."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from belligraph.cli.options import FOLDER, INPUT, closing_line, metadata_from, metadata_options
from belligraph.config import load_config
from belligraph.link.build import index_path
from belligraph.link.table import layers, user_folder
from belligraph.pipeline import Published, publish

__all__ = ["announce_index", "publish_command", "report_published"]

DOES_NOT_CONFORM = 1


@click.command("publish")
@click.argument("inputs", nargs=-1, type=INPUT)
@click.option("--to", "folder", required=True, type=FOLDER, help="The publication's folder; made if need be.")
@click.option("--base-iri", help="What every IRI begins with; kept in belligraph.toml at the first publish.")
@click.option("--processes", type=click.IntRange(1, 64), help="How many work side by side (default: one a core).")
@metadata_options
def publish_command(
    inputs: tuple[Path, ...], folder: Path, base_iri: str | None, processes: int | None, **values: str | None
) -> int:
    """Publish articles (.txt .json .jsonl .html) and fact sheets (.json .yaml).

    The new release holds everything that was published in the folder before, too. A sheet that a person gave or corrected
    wins over the extractor's. What does not conform goes to quarantine/ with its report; the rest is published. Without
    INPUTS the release is built anew from the folder's articles and sheets, for instance after a sheet was edited.
    """
    config = load_config(folder, base_iri=base_iri)
    announce_index(folder)
    metadata = asdict(metadata_from(values))
    with _Progress() as progress:
        result = publish(inputs, folder, config=config, processes=processes, progress=progress, **metadata)
    report_published(result, folder)
    return DOES_NOT_CONFORM if result.refused else 0


def announce_index(folder: Path) -> None:
    """Tells on standard error that the index of names has to be made first: the one time that it takes long."""
    if not index_path(layers(folder, user_folder())).exists():
        click.echo("Making the index of the world's places and actors, once: this takes about 15 seconds.", err=True)


def report_published(result: Published, folder: Path) -> None:
    """Tells on standard error what does not conform or hold, and in one last line what was done."""
    for outcome in result.refused:
        for fault in outcome.faults:
            click.echo(fault, err=True)
        stands = "; the release keeps its former sheet" if outcome.is_published else ""
        click.echo(f"  → {folder / 'quarantine' / outcome.key}.report.json{stands}", err=True)
    for decision in result.lost_decisions:
        click.echo(decision, err=True)
    release = result.release
    figures = closing_line(
        articles=release.articles,
        claims=release.claims,
        quads=release.quads,
        violations=len(result.faults),
        warnings=result.warnings,
        seconds=f"{result.seconds:.1f}",
    )
    what = f"release {release.number}" if result.is_new else f"release {release.number}, nothing changed"
    click.echo(f"{figures} · {what} → {release.folder}", err=True)


class _Progress:
    """A bar on standard error, only on a terminal, shown once there is more than one step."""

    def __init__(self) -> None:
        self._bar: Any = None

    def __enter__(self) -> _Progress:
        return self

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            if not sys.stderr.isatty() or done == total:
                return
            self._bar = click.progressbar(length=total, label="publishing", file=sys.stderr)
            self._bar.__enter__()
        self._bar.update(done - self._bar.pos)

    def __exit__(self, *exception: object) -> None:
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
