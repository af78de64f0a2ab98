"""`belligraph authority`: the curated entities that names are matched with."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import click

from belligraph.cli.options import FOLDER, INPUT, closing_line
from belligraph.errors import InputError
from belligraph.link.build import cache_folder, open_index
from belligraph.link.dumps import Shape, shape_of
from belligraph.link.install import install_gazetteer
from belligraph.link.lint import lint
from belligraph.link.matcher import Match, Matcher
from belligraph.link.online import ReconciliationClient
from belligraph.link.table import Entry, layers, read_table, user_folder
from belligraph.link.ucdp import read_ucdp_actors, write_table
from belligraph.model.naming import normalise

__all__ = ["authority_command"]

KINDS = ("actor", "place")


@click.group("authority")
def authority_command() -> None:
    """Authority files: curated actors, places and their identifiers, in layers.

    A publication's own files (its folder authority/) go before the user's, and these before those of Belligraph.
    """


@authority_command.command("lint")
@click.argument("files", nargs=-1, type=INPUT)
@click.option("--publication", type=FOLDER, help="The publication whose layers count, too.")
def lint_command(files: tuple[Path, ...], publication: Path | None) -> int:
    """Tell what is wrong with authority FILES, or with all layers that count if none is named."""
    paths = files or tuple(path for path in layers(publication, user_folder()) if path.suffix == ".csv")
    entries = [entry for path in paths for entry in read_table(path)]
    index = open_index(layers())
    try:
        coordinates = index.coordinates(v for e in entries for s, v in e.identifiers if s == "geonames")
    finally:
        index.close()
    faults = list(lint(entries, coordinates)) if files else list(lint(_nearest(entries), coordinates))
    for fault in faults:
        click.echo(fault)
    click.echo(closing_line(files=len(paths), entities=len(entries), faults=len(faults)), err=True)
    return 1 if faults else 0


@authority_command.command("install")
@click.argument("file", type=INPUT)
@click.option("--publication", type=FOLDER, help="Install it for this publication alone.")
@click.option("--licence", help="Under which licence it came, if not under the one its publisher tells.")
def install_command(file: Path, publication: Path | None, licence: str | None) -> None:
    """Install FILE for yourself, or for one publication, if none of its rows has a fault.

    FILE is told by its shape: an authority file, a GeoNames dump (XX.txt, allCountries.txt, cities500.txt, also zipped),
    GeoNames' alternateNamesV2, places of Who's On First as CSV, or the actor list of UCDP.
    """
    folder = publication / "authority" if publication else user_folder()
    shape = shape_of(file)
    if shape in {Shape.AUTHORITY, Shape.UCDP_ACTORS}:
        told = _install_table(file, shape, folder, publication)
    else:
        record = install_gazetteer(file, shape, folder, date.today().isoformat(), licence)
        told = f"{shape}, {record.rows} rows, {record.licence}"
    # whoever publishes next does not wait for it
    open_index(layers(publication, user_folder())).close()
    click.echo(f"installed in {folder}: {told}", err=True)


def _install_table(file: Path, shape: Shape, folder: Path, publication: Path | None) -> str:
    target = folder / f"{file.stem}.csv"
    behind = [path for path in layers(publication, user_folder()) if path.suffix == ".csv" and path != target]
    known = _nearest([entry for path in behind for entry in read_table(path)])
    told = ""
    if shape is Shape.UCDP_ACTORS:
        countries = {normalise(n): e.country for e in known if e.type == "Country" for n in (e.label, *e.aliases)}
        actors = read_ucdp_actors(file, known, countries)
        entries = list(actors.entries)
        told = f"; left out: {actors.left_out} that are informal or known by their id"
        told += f"; known already, and now with its id: {', '.join(actors.joined)}" if actors.joined else ""
    else:
        entries = list(read_table(file))
    # alone, for keys that are twice in it; and beside the layers that it will lie before
    faults = list(lint(entries)) or list(lint(_nearest([*entries, *known])))
    if faults:
        raise InputError(f"{len(faults)} faults; nothing was installed\n" + "\n".join(faults), where=str(file))
    folder.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".new")
    if shape is Shape.UCDP_ACTORS:
        write_table(entries, beside)
    else:
        shutil.copyfile(file, beside)
    beside.replace(target)
    return f"{target.name}, {len(entries)} entities{told}"


@authority_command.command("lookup")
@click.argument("name")
@click.option("--as", "what", type=click.Choice(KINDS), default="place", show_default=True)
@click.option("--kind", help="Of a fact sheet: armed_group, settlement, …; without it, any.")
@click.option("--beside", multiple=True, metavar="NAME", help="Another name in the same article; may be given often.")
@click.option("--publication", type=FOLDER, help="The publication whose layers count, too.")
@click.option("--service", metavar="URL", help="Ask this reconciliation service, too (over the network).")
def lookup_command(
    name: str, what: str, kind: str | None, beside: tuple[str, ...], publication: Path | None, service: str | None
) -> None:
    """Show which entities NAME may stand for, with the features of each score, and what becomes of it."""
    index = open_index(layers(publication, user_folder()))
    try:
        matcher = Matcher(index)
        context = matcher.context([name, *beside])
        if what == "actor":
            match = matcher.actor(name, kind or "unknown", context)
        else:
            match = matcher.place(name, kind or "other", context)
        _show(match, matcher)
        for known, ratio in matcher.similar(name):
            click.echo(f"looks like {known.label} ({known.key}), {ratio:.2f}: never linked by itself")
    finally:
        index.close()
    if service:
        client = ReconciliationClient(service, cache_folder() / "online")
        for candidate in client.candidates([name])[0]:
            click.echo(f"{service}: {candidate.id} {candidate.name}, {candidate.score:g}. {candidate.description}")


def _show(match: Match, matcher: Matcher) -> None:
    click.echo(f"{match.verdict}: {match.reason}")
    for candidate in match.candidates:
        entity = candidate.entity
        click.echo(f"\n{candidate.score:.2f}  {entity.label} ({entity.key}), {entity.type} {entity.country}")
        for feature in candidate.features:
            click.echo(f"      {feature.value:+.2f} {feature.aspect}: {feature.words}")
        for scheme, value, _, source in matcher.index.identifiers(entity.id):
            click.echo(f"      {scheme}:{value}  ({source or 'no source told'})")


def _nearest(entries: list[Entry]) -> list[Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        found.setdefault(entry.key, entry)
    return list(found.values())
