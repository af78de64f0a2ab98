"""A child process that does tasks with the stages: batches of articles, shares of what is derived.

Its arguments: the file descriptor of its pipe, the base IRI.

It receives what matching needs (`Linking`), then tasks, and answers each or sends the error that stopped it; what goes into
the release is in the files of a part. It ends when the pipe closes.
"""

from __future__ import annotations

import gc
import signal
import sys

from belligraph.errors import BelligraphError
from belligraph.iri import Iris
from belligraph.pipeline.article import Stages
from belligraph.pipeline.crew import Task
from belligraph.pipeline.linking import Linking
from belligraph.processes import parent_connection

__all__ = ["main"]


def main(descriptor: str, base_iri: str) -> None:
    """Serves the parent until it closes the pipe."""
    # Ctrl-C reaches the whole group; the parent decides what becomes of the work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    connection = parent_connection(descriptor)
    try:
        linking: Linking = connection.recv()
    except EOFError:
        return
    stages = Stages(Iris(base_iri), linking=linking)
    # what is loaded once stays; what an article makes goes by counting references, so that looking for circles often is vain
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    while True:
        try:
            task: Task[object] = connection.recv()
        except EOFError:
            return
        try:
            connection.send(task.run(stages))
        except (BelligraphError, OSError) as error:
            connection.send(error)


if __name__ == "__main__":
    main(*sys.argv[1:])
