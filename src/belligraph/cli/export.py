"""`belligraph export`: the live release on standard output."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from belligraph.cli.options import FOLDER
from belligraph.release.export import EXPORT_FORMATS, export
from belligraph.release.publication import Publication

__all__ = ["export_command"]

_FORMATS = {rdf_format.label: rdf_format for rdf_format in EXPORT_FORMATS}


@click.command("export")
@click.argument("folder", type=FOLDER)
@click.option("--format", "label", type=click.Choice(list(_FORMATS)), default="turtle", show_default=True)
def export_command(folder: Path, label: str) -> None:
    """Write the live release to standard output. Turtle holds the union of all graphs, the other formats each graph.

    turtle12 and nquads12 are RDF 1.2: each claim is a reifier of what it says, without being asserted.
    """
    export(Publication(folder).live(), _FORMATS[label], sys.stdout.buffer)
