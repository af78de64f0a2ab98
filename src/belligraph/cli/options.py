"""Options and parameter types that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from belligraph.sources import ArticleMetadata

__all__ = ["FOLDER", "INPUT", "closing_line", "metadata_from", "metadata_options", "server_options"]

Command = TypeVar("Command", bound=Callable[..., Any])

INPUT = click.Path(path_type=Path)
FOLDER = click.Path(path_type=Path, file_okay=False)


def metadata_options(command: Command) -> Command:
    """The flags that say of an article what its file does not."""
    for option in reversed(
        (
            click.option("--url", help="Where the article was published."),
            click.option("--title", help="Its headline."),
            click.option("--publisher", help="Who published it."),
            click.option("--published", metavar="YYYY-MM-DD", help='When: the anchor of "Tuesday" and "last month".'),
            click.option("--language", help="Its language, a BCP 47 tag such as en."),
            click.option("--licence", help="What may be done with the text."),
        )
    ):
        command = option(command)
    return command


def metadata_from(values: dict[str, str | None]) -> ArticleMetadata:
    """The metadata that the flags of `metadata_options` gave.

    Raises:
        UsageError: a date, address or language tag that is none.
    """
    return ArticleMetadata.from_flags(**values)


def server_options(command: Command) -> Command:
    """The flags that say where a server listens and how long a query may take."""
    for option in reversed(
        (
            click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on."),
            click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0: any free one."),
            click.option("--workers", type=click.IntRange(1, 64), help="Processes that answer queries."),
            click.option("--timeout", type=click.FloatRange(0.1, 3600), help="A query's deadline, in seconds."),
        )
    ):
        command = option(command)
    return command


def closing_line(**figures: object) -> str:
    """One line of figures: `articles 3 · claims 60 · …`."""
    return " · ".join(
        f"{name} {figure:,}" if isinstance(figure, int) else f"{name} {figure}" for name, figure in figures.items()
    )
