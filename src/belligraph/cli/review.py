"""`belligraph review`: a fact sheet in the terminal, for a person to judge: who, what, how many, whose word, which words."""

from __future__ import annotations

from pathlib import Path

import click

from belligraph.cli.options import INPUT
from belligraph.config import Config
from belligraph.errors import InputError
from belligraph.model.sheet import Claim, FactSheet
from belligraph.sheets import open_sheet
from belligraph.sheets.excerpts import excerpt
from belligraph.sheets.review import Review, ReviewedClaim, ReviewedEvent, review
from belligraph.sheets.told import names_of, value_of, voice_of
from belligraph.sources import read_articles

__all__ = ["review_command"]


@click.command("review")
@click.argument("sheet", type=INPUT)
@click.argument("article", type=INPUT, required=False)
@click.option("--flagged", is_flag=True, help="Only what has a flag.")
def review_command(sheet: Path, article: Path | None, flagged: bool) -> int:
    """Show a fact SHEET event by event: who did what to whom, how many, on whose word, in which words.

    With its ARTICLE each quote is shown in its sentence, and the sheet is checked. A line with ! tells where reading goes
    wrong most often: look there first.
    """
    given = open_sheet(sheet)
    text = _text(article)
    laid_out = review(given.sheet)
    names = names_of(given.sheet)
    for event in laid_out.events:
        _show_event(event, names, text, flagged=flagged)
    relations = [c for c in laid_out.relations if c.flags or not flagged]
    if relations:
        click.secho("Actors", bold=True)
        for claim in relations:
            _show_claim(claim, names, text, subject=names.get(claim.claim.subject, claim.claim.subject))
    faults = given.check(text) if text is not None else ()
    for fault in faults:
        click.echo(fault.rendered(str(sheet)))
    click.echo(_closing(given.sheet, laid_out, len(faults) if text is not None else None), err=True)
    return 1 if faults else 0


def _text(article: Path | None) -> str | None:
    if article is None:
        return None
    found = list(read_articles(article, max_bytes=Config().max_article_bytes))
    if len(found) != 1:
        raise InputError(f"holds {len(found)} articles", where=str(article), remedy="review takes one.")
    return found[0].article.text


def _show_event(event: ReviewedEvent, names: dict[str, str], text: str | None, *, flagged: bool) -> None:
    claims = [c for c in event.claims if c.flags or not flagged]
    if flagged and not claims and not event.flags:
        return
    kind = f"{event.event.type}, a series" if event.event.series else str(event.event.type)
    click.secho(f"{event.event.id}  {kind}: {_line(event.event.label)}", bold=True)
    for flag in event.flags:
        click.secho(f"  ! {flag}", fg="yellow")
    for claim in claims:
        _show_claim(claim, names, text)
    click.echo()


def _show_claim(reviewed: ReviewedClaim, names: dict[str, str], text: str | None, subject: str | None = None) -> None:
    claim = reviewed.claim
    who = f"{_line(subject)} " if subject is not None else ""
    value, voice = _line(value_of(claim.object, names)), _line(voice_of(claim, names))
    click.echo(f"  {claim.id:<5}{who}{claim.property:<14} {value}, says {voice}")
    for line in _quotes(claim, text):
        click.secho(f"        {line}", dim=True)
    for flag in reviewed.flags:
        click.secho(f"      ! {flag}", fg="yellow")


def _quotes(claim: Claim, text: str | None) -> list[str]:
    return [excerpt(text, span) if text is not None else f"“{_line(span.quote)}”" for span in claim.evidence]


def _line(words: str) -> str:
    """Words from an article on one line, without anything that a terminal would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())


def _closing(sheet: FactSheet, laid_out: Review, faults: int | None) -> str:
    counts = f"events {len(sheet.events)} · claims {len(sheet.claims)} · flags {laid_out.flagged}"
    return counts if faults is None else f"{counts} · faults {faults}"
