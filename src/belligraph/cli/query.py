"""`belligraph query`: a SPARQL query on the live release, in the same worker and under the same limits as the endpoint's."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from belligraph.cli.options import FOLDER
from belligraph.config import load_config
from belligraph.errors import InputError
from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.release.publication import Publication
from belligraph.store import QueryPool

__all__ = ["query_command"]


@click.command("query")
@click.argument("folder", type=FOLDER)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--results",
    type=click.Choice([f.label for f in ResultsFormat]),
    default="tsv",
    show_default=True,
    help="The format of SELECT and ASK answers.",
)
@click.option(
    "--graph",
    type=click.Choice([f.label for f in RdfFormat if not f.has_graphs] + ["jsonld"]),
    default="turtle",
    show_default=True,
    help="The format of CONSTRUCT and DESCRIBE answers.",
)
@click.option("--timeout", type=click.FloatRange(0.1, 3600), help="The deadline, in seconds.")
def query_command(folder: Path, file: Path, results: str, graph: str, timeout: float | None) -> None:
    """Ask the live release the SPARQL query in FILE, or - for standard input."""
    config = load_config(folder, query_seconds=timeout)
    release = Publication(folder).live()
    text = _read(file)
    with QueryPool.of(release.store_folder, config, workers=1) as pool:
        answer = pool.query(text, results=ResultsFormat.named(results), graph=RdfFormat.named(graph))
    sys.stdout.buffer.write(answer.body)
    if not answer.body.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")


def _read(file: Path) -> str:
    try:
        return sys.stdin.buffer.read().decode() if str(file) == "-" else file.read_bytes().decode()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", where=str(file)) from error
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8: byte {error.start} is {error.object[error.start]:#04x}", where=str(file)) from error
