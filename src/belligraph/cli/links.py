"""`belligraph links`: the links of a release to the world's datasets."""

from __future__ import annotations

from pathlib import Path

import click

from belligraph.cli.options import FOLDER, closing_line
from belligraph.link.checks import check_links, drift, read_mappings
from belligraph.link.linksets import MAPPINGS_FILE
from belligraph.release.publication import Publication

__all__ = ["links_command"]


@click.group("links")
def links_command() -> None:
    """The links of a release to Wikidata, GeoNames and others."""


@links_command.command("check")
@click.argument("folder", type=FOLDER)
@click.option("--since", type=click.IntRange(1), metavar="RELEASE", help="Also tell what is other than in that release.")
def check_command(folder: Path, since: int | None) -> int:
    """Check the links of the live release of FOLDER: patterns, duplicates, clashes, and pairs that a person refused.

    With --since, the links that are new, gone or different since that release follow: another version of the authority may
    have moved them.
    """
    release = Publication(folder).live()
    faults = list(check_links(release.folder))
    for fault in faults:
        click.echo(fault)
    if since is not None:
        for line in drift(release.folder.parent / str(since), release.folder):
            click.echo(line)
    links = len(read_mappings(release.folder / MAPPINGS_FILE))
    click.echo(closing_line(links=links, faults=len(faults)), err=True)
    return 1 if faults else 0
