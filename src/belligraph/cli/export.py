"""`belligraph export`: the live release on standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from belligraph.cli.options import FOLDER
from belligraph.formats import RdfFormat
from belligraph.release.export import EXPORT_FORMATS, export
from belligraph.release.publication import Publication

__all__ = ["export_command"]


@click.command("export")
@click.argument("folder", type=FOLDER)
@click.option("--format", "label", type=click.Choice([f.label for f in EXPORT_FORMATS]), default="turtle", show_default=True)
def export_command(folder: Path, label: str) -> None:
    """Write the live release to standard output. Turtle holds the union of all graphs, the other formats each graph."""
    export(Publication(folder).live(), RdfFormat.named(label), sys.stdout.buffer)
