"""`belligraph extract`: an article's fact sheet, for a person to correct."""

from __future__ import annotations

from pathlib import Path

import click

from belligraph.cli.options import INPUT, metadata_from, metadata_options
from belligraph.config import Config
from belligraph.errors import InputError
from belligraph.extract import RuleExtractor
from belligraph.sheets import dumps_json
from belligraph.sheets.commented import dumps_commented
from belligraph.sources import read_articles

__all__ = ["extract_command"]


@click.command("extract")
@click.argument("article", type=INPUT)
@click.option("--yaml", "as_yaml", is_flag=True, help="YAML with comments: each quote in its sentence.")
@metadata_options
def extract_command(article: Path, as_yaml: bool, **values: str | None) -> None:
    """Write the fact sheet of one ARTICLE to standard output. Correct it, then give it to publish."""
    found = list(read_articles(article, defaults=metadata_from(values), max_bytes=Config().max_article_bytes))
    if len(found) != 1:
        raise InputError(f"holds {len(found)} articles", where=str(article), remedy="extract takes one; publish takes many.")
    sheet = RuleExtractor().extract(found[0].article)
    written = dumps_commented(sheet, found[0].article.text) if as_yaml else dumps_json(sheet)
    click.echo(written, nl=False)
    click.echo(f"actors {len(sheet.actors)} · events {len(sheet.events)} · claims {len(sheet.claims)}", err=True)
