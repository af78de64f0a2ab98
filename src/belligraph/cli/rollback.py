"""`belligraph rollback`: a former release is live again."""

from __future__ import annotations

from pathlib import Path

import click

from belligraph.cli.options import FOLDER
from belligraph.errors import UsageError
from belligraph.release.publication import Publication

__all__ = ["rollback_command"]


@click.command("rollback")
@click.argument("folder", type=FOLDER)
@click.option("--to", "number", type=click.IntRange(1), help="The release; the one before the live one if not given.")
def rollback_command(folder: Path, number: int | None) -> None:
    """Make a former release the live one, in one atomic step. A server that watches the folder changes over at once.

    Articles and sheets stay as they are: the next publish makes a new release from them.
    """
    publication = Publication(folder)
    live = publication.live()
    with publication.locked():
        if number is None:
            former = [r.number for r in publication.all_releases() if r.number < live.number]
            if not former:
                raise UsageError(f"there is no release before {live.number}", where=str(folder))
            number = former[0]
        release = publication.make_live(number)
    click.echo(f"release {release.number} of {release.created} is live; it was {live.number}", err=True)
