"""`belligraph serve`: the releases of a publication over HTTP, read-only."""

from __future__ import annotations

import re
from pathlib import Path

import click

from belligraph.cli.options import FOLDER, server_options
from belligraph.config import load_config
from belligraph.errors import UsageError
from belligraph.release.publication import Publication

__all__ = ["serve_command"]

_BASE_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")


@click.command("serve")
@click.argument("folder", type=FOLDER)
@server_options
@click.option("--memory", type=click.IntRange(64), help="What a query worker may allocate, in MiB.")
@click.option("--base-path", default="", help="What every address begins with, such as /attacks.")
@click.option(
    "--proxies", default=0, type=click.IntRange(0, 5), help="How many proxies in front to trust for X-Forwarded-*."
)
@click.option("--log", "log_form", type=click.Choice(["text", "json", "none"]), default="none", help="A line a request.")
def serve_command(
    folder: Path,
    host: str,
    port: int,
    workers: int | None,
    timeout: float | None,
    memory: int | None,
    base_path: str,
    proxies: int,
    log_form: str,
) -> None:
    """Serve a publication: SPARQL, a page for everything it speaks of, downloads, and its former releases.

    A new release is taken over by itself, or at once with SIGHUP. Ctrl-C or SIGTERM ends the server after the requests
    at hand; a second one ends it at once.
    """
    from belligraph.web import LogForm, create_app, log_to_stderr, serve

    base_path = base_path.rstrip("/")
    if not _BASE_PATH.fullmatch(base_path):
        raise UsageError(f"the base path {base_path!r} is none", remedy="Write one like /attacks.")
    config = load_config(folder, query_workers=workers, query_seconds=timeout, query_memory_mb=memory)
    publication = Publication(folder)
    release = publication.live()
    log_to_stderr(LogForm(log_form))
    app = create_app(release, config, publication)
    serve(
        app,
        host,
        port,
        ready=lambda address: click.echo(f"release {release.number} of {release.title!r} at {address}", err=True),
        base_path=base_path,
        proxies=proxies,
    )
