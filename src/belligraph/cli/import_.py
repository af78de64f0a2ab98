"""`belligraph import`: a dataset of events that others publish, beside the news. (`import` is a keyword, hence the name.)"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from belligraph.cli.options import FOLDER, INPUT, closing_line
from belligraph.config import load_config
from belligraph.datasets import MAPPERS
from belligraph.pipeline.datasets import import_dataset

__all__ = ["import_command"]

ROWS_SKIPPED = 1


@click.command("import")
@click.argument("dataset", type=click.Choice(list(MAPPERS)))
@click.argument("file", type=INPUT)
@click.option("--to", "folder", required=True, type=FOLDER, help="The publication's folder; made if need be.")
@click.option("--key", help="What its IRIs are made of (default: the dataset's name): for two files side by side.")
@click.option("--dataset-version", "version", help="The version to cite, such as 24.1.")
@click.option("--skip-bad-rows", is_flag=True, help="Leave rows out that cannot be mapped, instead of stopping.")
@click.option("--base-iri", help="What every IRI begins with; kept in belligraph.toml at the first import or publish.")
def import_command(
    dataset: str,
    file: Path,
    folder: Path,
    key: str | None,
    version: str | None,
    skip_bad_rows: bool,
    base_iri: str | None,
) -> int:
    """Import FILE, your own download of ACLED, UCDP GED or GDELT events, into a publication.

    Each row becomes an event with claims that are attributed to the dataset; the row is their evidence. The dataset is part
    of every release from the next publish on. Importing another file under the same key replaces it.
    """
    config = load_config(folder, base_iri=base_iri)
    result = import_dataset(
        dataset,
        file,
        folder,
        key=key,
        version=version,
        skip_bad_rows=skip_bad_rows,
        config=config,
        progress=_count if sys.stderr.isatty() else _silence,
    )
    for fault in result.faults:
        click.echo(fault, err=True)
    kept = result.dataset
    figures = closing_line(rows=kept.rows, skipped=kept.skipped, claims=kept.claims, quads=kept.quads)
    click.echo(f"{figures} → {result.folder}; part of the next release: belligraph publish --to {folder}", err=True)
    return ROWS_SKIPPED if kept.skipped else 0


def _count(rows: int) -> None:
    click.echo(f"\r{rows:,} rows ", err=True, nl=False)


def _silence(rows: int) -> None:
    pass
