"""`belligraph validate`: the live release, or RDF files, against the shapes."""

from __future__ import annotations

import json
from pathlib import Path

import click

from belligraph.assets import shapes_folder
from belligraph.cli.options import INPUT, closing_line
from belligraph.incidents import bundle
from belligraph.iri import Iris
from belligraph.model.report import Report, Violation
from belligraph.release.export import articles_of, context_of, derived_of
from belligraph.release.publication import Publication
from belligraph.validate import Validator, validate_file

__all__ = ["validate_command"]


@click.command("validate")
@click.argument("target", type=INPUT)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a result, for programs.")
def validate_command(target: Path, as_json: bool) -> int:
    """Validate TARGET with SHACL: a publication's folder (its live release), or an RDF file such as another tool's Turtle.

    The results go to standard output, worst first; warnings do not count as violations.
    """
    results = _release(target) if target.is_dir() else validate_file(target, shapes_folder()).results
    for result in sorted(results, key=lambda r: r.sort_key):
        if as_json:
            told = {"severity": result.severity.value, "focusNode": result.focus_node, "shape": result.shape}
            told |= {"path": result.path or "", "value": result.value or "", "message": result.message}
            click.echo(json.dumps(told, ensure_ascii=False))
        else:
            click.echo(f"{result.severity.value}: {result.value or result.focus_node}: {result.message}")
    violations = len(Report(results).violations)
    click.echo(closing_line(results=len(results), violations=violations), err=True)
    return 1 if violations else 0


def _release(folder: Path) -> tuple[Violation, ...]:
    validator = Validator(shapes_folder())
    release = Publication(folder).live()
    results = [result for graph in articles_of(release) for result in validator.validate((graph,)).results]
    # what is derived is judged as a whole, with what the articles say of the claims that it rests on
    whole = bundle(Iris(release.base_iri))
    for graph, context in context_of(release, derived_of(release)):
        results += validator.validate((graph, whole), (context,)).results
    return tuple(results)
