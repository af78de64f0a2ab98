"""A child process that writes the tables of a release: `python -m belligraph.release.worker FD FOLDER BASE_IRI`.

It sends None when it is done, or the error that stopped it.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from belligraph.processes import parent_connection
from belligraph.release.export import articles_in
from belligraph.release.manifest import NQUADS_FILE
from belligraph.release.tables import write_tables

__all__ = ["main"]


def main(descriptor: str, folder: str, base_iri: str) -> None:
    """Writes the tables and ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    connection = parent_connection(descriptor)
    try:
        write_tables(articles_in(Path(folder) / NQUADS_FILE, base_iri), Path(folder))
        connection.send(None)
    except (OSError, ValueError) as error:
        connection.send(error)


if __name__ == "__main__":
    main(*sys.argv[1:])
