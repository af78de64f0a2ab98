"""A child process that writes files of a release: `python -m belligraph.release.worker FD TASK FOLDER BASE_IRI`.

TASK is `tables` or `serializations`. It sends None when it is done, or the error that stopped it.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from belligraph.processes import parent_connection
from belligraph.release.export import articles_in
from belligraph.release.manifest import NQUADS_FILE
from belligraph.release.serializations import write_serializations
from belligraph.release.tables import write_tables

__all__ = ["SERIALIZATIONS", "TABLES", "do", "main"]

TABLES, SERIALIZATIONS = "tables", "serializations"


def do(task: str, folder: Path, base_iri: str) -> None:
    """Writes the files of one task, in this process.

    Raises:
        OSError: the folder cannot be written.
        ValueError: the release's N-Quads are not ours.
    """
    if task == TABLES:
        write_tables(articles_in(folder / NQUADS_FILE, base_iri), folder)
    else:
        write_serializations(folder)


def main(descriptor: str, task: str, folder: str, base_iri: str) -> None:
    """Does the task and ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    connection = parent_connection(descriptor)
    try:
        do(task, Path(folder), base_iri)
        connection.send(None)
    except (OSError, ValueError) as error:
        connection.send(error)


if __name__ == "__main__":
    main(*sys.argv[1:])
