"""`belligraph demo`: three example reports of one attack, published and served, and a first question with its answer."""

from __future__ import annotations

from pathlib import Path

import click

from belligraph.assets import demo_folder, queries_folder
from belligraph.cli.options import FOLDER, server_options
from belligraph.cli.publish import announce_index, report_published
from belligraph.config import load_config
from belligraph.formats import ResultsFormat
from belligraph.pipeline import publish
from belligraph.release.publication import Publication
from belligraph.store import QueryPool

__all__ = ["demo_command"]

FIRST_QUERY = "figures"


@click.command("demo")
@click.option("--to", "folder", type=FOLDER, default=Path("demo-publication"), show_default=True, help="Where to publish.")
@click.option("--serve/--no-serve", "serves", default=True, help="Serve the release, or stop after the first answer.")
@server_options
def demo_command(folder: Path, serves: bool, host: str, port: int, workers: int | None, timeout: float | None) -> None:
    """Publish three example reports of one attack, ask who gives which figures, and serve the result.

    The reports are about a real event of 21 November 2023 in the words of three desks that do not exist; they differ as the
    real reports did.
    """
    from belligraph.web import create_app, serve

    # the IRIs of the demo resolve: they begin with the address that it is served at
    config = load_config(
        folder,
        base_iri=f"http://{host}:{port}/" if port else None,
        title="Belligraph demo: one attack, three reports",
        publisher="Belligraph demo",
        query_workers=workers,
        query_seconds=timeout,
    )
    announce_index(folder)
    result = publish([demo_folder()], folder, config=config)
    report_published(result, folder)
    query = (queries_folder() / f"{FIRST_QUERY}.rq").read_text("utf-8")
    click.echo(f"\nA first question, {FIRST_QUERY}.rq: how many dead and injured, and on whose word?\n", err=True)
    with QueryPool.of(result.release.store_folder, config, workers=1) as pool:
        answer = pool.query(query, results=ResultsFormat.TSV)
    click.echo(_table(answer.body.decode()))
    if serves:
        app = create_app(result.release, config, Publication(folder))
        serve(app, host, port, ready=lambda address: click.echo(_invitation(address), err=True))


def _invitation(address: str) -> str:
    return (
        f"\nServing at {address} (Ctrl-C ends it). Open it in a browser, or ask it:\n"
        f"  curl {address}sparql --data-urlencode query@{queries_folder() / FIRST_QUERY}.rq -H 'Accept: text/csv'\n"
        f"  curl {address}download/release.ttl"
    )


def _table(tsv: str) -> str:
    """The columns that matter most of the first answer, aligned for a terminal."""
    header, *rows = (line.split("\t") for line in tsv.splitlines())
    columns = {name.lstrip("?"): i for i, name in enumerate(header)}

    def cell(row: list[str], name: str) -> str:
        return row[columns[name]].strip('"').replace('\\"', '"').split('"^^')[0].removesuffix('"@en')

    def says(row: list[str]) -> str:
        speaker, origin = cell(row, "speaker"), cell(row, "origin")
        return speaker if speaker == origin else f"{speaker}, citing {origin}"

    table = [(cell(row, "property"), cell(row, "words"), says(row), f"“{cell(row, 'quote')}”") for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "\n".join("  " + "  ".join(f"{c:<{w}}" for c, w in zip(row, widths, strict=True)).rstrip() for row in table)
