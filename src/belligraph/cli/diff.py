"""`belligraph diff`: what changed between two releases."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from belligraph.cli.options import FOLDER, closing_line
from belligraph.errors import UsageError
from belligraph.model.release import Release
from belligraph.release.changes import as_text, as_turtle, turtle_prefixes
from belligraph.release.diff import compare
from belligraph.release.manifest import read_manifest
from belligraph.release.turtle import TurtleWriter

__all__ = ["diff_command"]


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option("--in", "folder", type=FOLDER, help="The publication's folder, when OLD and NEW are numbers.")
@click.option("--format", "label", type=click.Choice(["text", "turtle", "json"]), default="text", show_default=True)
def diff_command(old: str, new: str, folder: Path | None, label: str) -> None:
    """Tell what is other in release NEW than in OLD.

    Articles, datasets and their rows, claims (added, removed, corrected), findings.

    A release is the number of one of the publication --in, or the path of a release's folder.
    """
    newer = _release(new, folder)
    changes = compare(_release(old, folder), newer)
    if label == "json":
        click.echo(json.dumps(asdict(changes), indent=1, ensure_ascii=False))
    elif label == "turtle":
        writer = TurtleWriter(newer.base_iri, turtle_prefixes())
        click.echo(writer.document(as_turtle(changes, newer)), nl=False)
    else:
        for line in as_text(changes):
            click.echo(line)
    click.echo(closing_line(**{name: count for name, count in changes.counts.items() if count}) or "no change", err=True)


def _release(name: str, folder: Path | None) -> Release:
    if not name.isdigit():
        return read_manifest(Path(name))
    if folder is None:
        raise UsageError(f"{name} is the number of a release, of which publication?", remedy="Name its folder with --in.")
    return read_manifest(folder / "releases" / name)
