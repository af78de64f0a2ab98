"""`belligraph check`: whether a fact sheet fits its article, before anything is published."""

from __future__ import annotations

from pathlib import Path

import click

from belligraph.cli.options import INPUT
from belligraph.config import Config
from belligraph.errors import InputError, SheetError
from belligraph.sheets import open_sheet
from belligraph.sources import read_articles

__all__ = ["check_command"]


@click.command("check")
@click.argument("sheet", type=INPUT)
@click.argument("article", type=INPUT)
def check_command(sheet: Path, article: Path) -> int:
    """Check a fact SHEET against its ARTICLE: form, quotes at their offsets, references and kinds, figures and dates."""
    try:
        given = open_sheet(sheet)
    except SheetError as error:
        if not error.faults:
            raise  # not even JSON or YAML
        return _told(error.faults)
    found = list(read_articles(article, max_bytes=Config().max_article_bytes))
    if len(found) != 1:
        raise InputError(f"holds {len(found)} articles", where=str(article), remedy="check takes one.")
    faults = given.check(found[0].article.text)
    return _told(tuple(f.rendered(str(sheet)) for f in faults))


def _told(faults: tuple[str, ...]) -> int:
    for fault in faults:
        click.echo(fault)
    click.echo(f"faults {len(faults)}", err=True)
    return 1 if faults else 0
