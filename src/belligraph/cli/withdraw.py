"""`belligraph withdraw`: an article is taken back, with everything that rests on it."""

from __future__ import annotations

from pathlib import Path

import click

from belligraph.cli.options import FOLDER
from belligraph.cli.publish import report_published
from belligraph.errors import UsageError
from belligraph.pipeline.withdrawing import reinstate, withdraw

__all__ = ["withdraw_command"]


@click.command("withdraw")
@click.argument("folder", type=FOLDER)
@click.argument("keys", nargs=-1, required=True)
@click.option("--reason", help="Why; who asks for the article's address reads it.")
@click.option("--undo", is_flag=True, help="Take the withdrawal back.")
def withdraw_command(folder: Path, keys: tuple[str, ...], reason: str | None, undo: bool) -> None:
    """Withdraw the articles KEYS and make a release without them and without what was derived from them.

    Their addresses then answer 410 with the date and the reason. Former releases stay as they are.
    """
    if undo:
        result = reinstate(keys, folder)
    elif reason is None:
        raise UsageError("a withdrawal needs a reason", remedy="Say why with --reason.")
    else:
        result = withdraw(keys, folder, reason)
    report_published(result, folder)
