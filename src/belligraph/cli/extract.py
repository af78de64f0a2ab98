"""`belligraph extract`: fact sheets of articles, by rules or by a language model, for a person to correct."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from belligraph.cli.options import FOLDER, INPUT, metadata_from, metadata_options
from belligraph.config import Config
from belligraph.errors import InputError, UsageError
from belligraph.extract import RuleExtractor
from belligraph.extract.llm import LlmExtractor, LlmSettings, Usage, endpoint_for, extract_all
from belligraph.extract.roles import scorer
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.sheets import dumps_json
from belligraph.sheets.commented import dumps_commented
from belligraph.sources import ArticleMetadata, read_articles

__all__ = ["extract_command"]


@click.command("extract")
@click.argument("article", type=INPUT)
@click.option("--yaml", "as_yaml", is_flag=True, help="YAML with comments: each quote in its sentence.")
@click.option("--to", "folder", type=FOLDER, help="Write a sheet for each of many articles into this folder.")
@click.option(
    "--extractor", type=click.Choice(["rules", "llm"]), default="rules", show_default=True,
    help="llm sends the articles to the endpoint that BELLIGRAPH_LLM_MODEL, _KEY, _API and _URL name.",
)  # fmt: skip
@click.option("--learned-roles", is_flag=True, help="rules: let the learned scorer fill open attackers and targets.")
@click.option("--concurrency", type=click.IntRange(1, 64), default=4, show_default=True, help="llm: requests at a time.")
@metadata_options
def extract_command(
    article: Path,
    as_yaml: bool,
    folder: Path | None,
    extractor: str,
    concurrency: int,
    learned_roles: bool,
    **values: str | None,
) -> int:
    """Write the fact sheet of one ARTICLE to standard output, or with --to those of many. Correct it, then publish it.

    With --to and --extractor llm a run that was interrupted goes on where it was.
    """
    articles = _articles(article, metadata_from(values))
    if folder is not None and as_yaml:
        raise UsageError("--yaml and --to cannot go together", remedy="Leave one of them out.")
    if extractor == "llm":
        return _by_model(articles, article, folder, concurrency, as_yaml=as_yaml)
    rules = RuleExtractor(scorer() if learned_roles else None)
    if folder is None:
        one = _only(articles, article)
        _show(rules.extract(one), one, as_yaml=as_yaml)
        return 0
    folder.mkdir(parents=True, exist_ok=True)
    keys = set()
    for _, each in articles:
        (folder / f"{each.key}.json").write_text(dumps_json(rules.extract(each)), "utf-8")
        keys.add(each.key)
    click.echo(f"sheets {len(keys)}", err=True)
    return 0


def _by_model(
    articles: Iterator[tuple[str, Article]], path: Path, folder: Path | None, concurrency: int, *, as_yaml: bool
) -> int:
    settings = LlmSettings.from_environment()
    extractor = LlmExtractor(endpoint_for(settings), settings.model)
    if folder is not None:
        result = extract_all(
            articles, extractor, folder, concurrency=concurrency, report=lambda line: click.echo(line, err=True)
        )
        for line in result.left_out:
            click.echo(line, err=True)
        click.echo(f"sheets {result.written} · kept {result.resumed} · failed {len(result.failed)}", err=True)
        _tell(result.usage, settings)
        return 1 if result.failed else 0
    one = _only(articles, path)
    extraction = extractor.read(one)
    for line in extraction.left_out:
        click.echo(f"left out: {line}", err=True)
    _show(extraction.sheet, one, as_yaml=as_yaml)
    _tell(extraction.usage, settings)
    return 0


def _articles(path: Path, defaults: ArticleMetadata) -> Iterator[tuple[str, Article]]:
    for number, found in enumerate(read_articles(path, defaults=defaults, max_bytes=Config().max_article_bytes), 1):
        yield f"{path}[{number}]", found.article


def _only(articles: Iterator[tuple[str, Article]], path: Path) -> Article:
    found = [article for _, article in articles]
    if len(found) != 1:
        raise InputError(f"holds {len(found)} articles", where=str(path), remedy="Give --to FOLDER for many.")
    return found[0]


def _show(sheet: FactSheet, article: Article, *, as_yaml: bool) -> None:
    click.echo(dumps_commented(sheet, article.text) if as_yaml else dumps_json(sheet), nl=False)
    click.echo(f"actors {len(sheet.actors)} · events {len(sheet.events)} · claims {len(sheet.claims)}", err=True)


def _tell(usage: Usage, settings: LlmSettings) -> None:
    click.echo(usage.told(settings.input_price, settings.output_price), err=True)
