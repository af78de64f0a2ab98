"""`belligraph serve`: the live release over HTTP, read-only."""

from __future__ import annotations

from pathlib import Path

import click

from belligraph.cli.options import FOLDER, server_options
from belligraph.config import load_config
from belligraph.release.publication import Publication

__all__ = ["serve_command"]


@click.command("serve")
@click.argument("folder", type=FOLDER)
@server_options
def serve_command(folder: Path, host: str, port: int, workers: int | None, timeout: float | None) -> None:
    """Serve the live release of a publication: SPARQL, downloads and a front page. Ends with Ctrl-C."""
    from belligraph.web import create_app, serve

    config = load_config(folder, query_workers=workers, query_seconds=timeout)
    release = Publication(folder).live()
    app = create_app(release, config)
    serve(
        app,
        host,
        port,
        ready=lambda address: click.echo(f"release {release.number} of {release.title!r} at {address}", err=True),
    )
