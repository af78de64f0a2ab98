"""A child process that takes batches of articles through the stages.

Its arguments: the file descriptor of its pipe, the base IRI, the index of the authority, the decisions on links.

It receives (jobs, part) and answers with the outcomes, or with the error that stopped it; the share of every article that
conforms is in the part's files. It ends when the pipe closes.
"""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from belligraph.errors import BelligraphError
from belligraph.iri import Iris
from belligraph.pipeline.article import Stages
from belligraph.pipeline.linking import Linking
from belligraph.pipeline.parts import write_part
from belligraph.processes import parent_connection

__all__ = ["main"]


def main(descriptor: str, base_iri: str, index: str, verdicts: str) -> None:
    """Serves the parent until it closes the pipe."""
    # Ctrl-C reaches the whole group; the parent decides what becomes of the work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = parent_connection(descriptor)
    stages = Stages(Iris(base_iri), linking=Linking(Path(index), Path(verdicts)))
    while True:
        try:
            jobs, part = connection.recv()
        except EOFError:
            return
        try:
            connection.send(write_part(jobs, part, stages))
        except (BelligraphError, OSError) as error:
            connection.send(error)


if __name__ == "__main__":
    main(*sys.argv[1:])
