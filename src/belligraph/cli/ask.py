"""`belligraph ask`: one of the product's own questions put to the live release, in the same worker as any other query."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from belligraph.assets import competency_folder, queries_folder
from belligraph.cli.options import FOLDER
from belligraph.cli.tables import table, term_text
from belligraph.config import load_config
from belligraph.errors import UsageError
from belligraph.formats import ResultsFormat
from belligraph.questions import Question, read_questions
from belligraph.release.publication import Publication
from belligraph.store import QueryPool

__all__ = ["ask_command"]

TABLE = "table"
# a table for a file or a pipe, where nobody's window is too narrow
UNBOUNDED = 10_000


@click.command("ask")
@click.argument("name", required=False)
@click.argument("folder", type=FOLDER, required=False)
@click.option("--list", "lists", is_flag=True, help="List the questions with their parameters.")
@click.option("--param", "pairs", multiple=True, metavar="NAME=VALUE", help="A parameter's value; give it once for each.")
@click.option("--show", is_flag=True, help="Print the SPARQL query with these values, and ask nothing.")
@click.option(
    "--results",
    type=click.Choice([TABLE, *(f.label for f in ResultsFormat)]),
    help="The format of the answer.  [default: table on a terminal, else tsv]",
)
@click.option("--timeout", type=click.FloatRange(0.1, 3600), help="The deadline, in seconds.")
def ask_command(
    name: str | None,
    folder: Path | None,
    lists: bool,
    pairs: Sequence[str],
    show: bool,
    results: str | None,
    timeout: float | None,
) -> None:
    """Ask the live release in FOLDER the question NAME, or the competency question of that number.

    Each question is a SPARQL query with a purpose, parameters that have defaults, and named columns: --list tells them.
    """
    questions = (*read_questions(queries_folder()), *read_questions(competency_folder()))
    if lists:
        click.echo(_listing(questions))
        return
    if name is None:
        raise UsageError("no question is named", remedy="belligraph ask --list tells which there are.")
    question = _named(name, questions)
    query = question.with_values(_values(pairs))
    if show:
        click.echo(query, nl=False)
        return
    if folder is None:
        raise UsageError("no publication is named", remedy=f"belligraph ask {name} FOLDER")
    results = results or (TABLE if sys.stdout.isatty() else ResultsFormat.TSV.label)
    config = load_config(folder, query_seconds=timeout)
    release = Publication(folder).live()
    wanted = ResultsFormat.JSON if results == TABLE else ResultsFormat.named(results)
    with QueryPool.of(release.store_folder, config, workers=1) as pool:
        body = pool.query(query, results=wanted).body
    if results == TABLE:
        click.echo(_table(body, release.base_iri))
        return
    sys.stdout.buffer.write(body)
    if not body.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")


def _named(name: str, questions: Sequence[Question]) -> Question:
    for question in questions:
        if name == question.name or (name.isdigit() and int(name) == question.number):
            return question
    raise UsageError(f"there is no question {name!r}", remedy="belligraph ask --list tells which there are.")


def _values(pairs: Sequence[str]) -> dict[str, str]:
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"--param {pair!r} gives no value", remedy="Write --param name=value.")
        if name in values:
            raise UsageError(f"the parameter {name!r} is given twice", remedy="Give it once.")
        values[name] = value
    return values


def _listing(questions: Sequence[Question]) -> str:
    blocks = []
    for question in questions:
        number = f" ({question.number})" if question.number else ""
        lines = [f"{question.name}{number}: {question.title}", f"    {question.purpose}"]
        for parameter in question.parameters:
            choices = f" [{'|'.join(parameter.choices)}]" if parameter.choices else ""
            lines.append(f'    --param {parameter.name}="{parameter.default}"{choices}  {parameter.meaning}')
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _table(answer: bytes, base_iri: str) -> str:
    results = json.loads(answer)
    columns = results["head"]["vars"]
    rows = [[term_text(row.get(c), base_iri) for c in columns] for row in results["results"]["bindings"]]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else UNBOUNDED
    return table(columns, rows, width)
