"""`belligraph eval`: how good a folder of fact sheets is, against gold sheets made by reading."""

from __future__ import annotations

import json
from pathlib import Path

import click

from belligraph.cli.options import FOLDER, INPUT
from belligraph.evaluate import Scores, read_floors, read_sheets, score_sheets, texts_of
from belligraph.evaluate.scores import METRICS
from belligraph.model.sheet import Property

__all__ = ["eval_command", "score_table"]


@click.command("eval")
@click.argument("gold", type=FOLDER)
@click.argument("system", type=FOLDER)
@click.option("--articles", type=FOLDER, help="The articles, to check quotes against [default: the folder beside GOLD].")
@click.option("--floor", type=INPUT, help="A TOML file of floors; exit code 1 if a figure falls below one.")
@click.option("--verbose", is_flag=True, help="List every miss and every false claim.")
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def eval_command(gold: Path, system: Path, articles: Path | None, floor: Path | None, verbose: bool, as_json: bool) -> int:
    """Score the fact sheets in SYSTEM against those in GOLD: events, roles, figures, links, dates, speakers, quotes.

    Sheets (.json, .yaml) are paired by file name, else by the hash of their text. A missing or unreadable sheet counts as an
    empty one.
    """
    golds, systems = read_sheets(gold), read_sheets(system)
    floors = read_floors(floor) if floor is not None else None
    for line in (*golds.unreadable, *systems.unreadable):
        click.echo(f"warning: {line}", err=True)
    scores = score_sheets(golds.beside(systems, texts_of(gold, system, articles)), explain=verbose)
    for line in scores.faults:
        click.echo(line)
    click.echo(_as_json(scores) if as_json else score_table(scores))
    if scores.without_text:
        click.echo(f"warning: {scores.without_text} sheets without their article: give --articles", err=True)
    short = floors.broken(scores) if floors is not None else ()
    for line in short:
        click.echo(f"below the floor: {line}", err=True)
    return 1 if short else 0


def score_table(scores: Scores) -> str:
    """The figures as lines of text, a metric each, then what is counted per article."""
    lines = [f"{'':<22} {'P':>6} {'R':>6} {'F1':>6} {'hit':>5} {'gold':>5} {'system':>6}"]
    for name in (*METRICS, *(f"  {p}" for p in Property)):
        tally = scores.tallies[name.strip()]
        figures = (
            f"{tally.precision:>6.3f} {tally.recall:>6.3f} {tally.f1:>6.3f} {tally.hit:>5} {tally.gold:>5} {tally.system:>6}"
        )
        lines.append(f"{name:<22} {figures}  {METRICS.get(name, '')}".rstrip())
    lines.append(
        f"{'false claims/article':<22} {scores.false_per_article:>6.2f}  {scores.false_claims} in {scores.sheets} sheets"
    )
    lines.append(f"{'quote validity':<22} {scores.quote_validity:>6.4f}  {scores.true_quotes} of {scores.quotes}")
    lines.append(f"{'sheets':<22} {scores.sheets:>6}  of {scores.gold_sheets}")
    return "\n".join(lines)


def _as_json(scores: Scores) -> str:
    metrics = {
        name: {"p": t.precision, "r": t.recall, "f1": t.f1, "hit": t.hit, "gold": t.gold, "system": t.system}
        for name, t in scores.tallies.items()
    }
    rest = {
        "false_claims_per_article": scores.false_per_article,
        "quote_validity": scores.quote_validity,
        "sheets": scores.sheets,
        "of": scores.gold_sheets,
    }
    return json.dumps({"metrics": metrics, **rest}, indent=1)
