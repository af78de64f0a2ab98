"""One query worker as the pool sees it: it is asked, it answers in chunks, it is stopped, slowed down or killed."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from pathlib import Path

from belligraph.processes import Child
from belligraph.store.pipe import Pipe
from belligraph.store.requests import Failure, Mark, Request

__all__ = ["STARTING_SECONDS", "WorkerFailed", "WorkerProcess"]

# starting is no query's fault and does not count against its deadline; a worker that takes longer is broken
STARTING_SECONDS = 30.0
# how often whoever waits for an answer looks round: is the client still there, is the deadline past?
GLANCE_SECONDS = 0.1
# a heavy query yields the processor to quick ones, where there is no class of its own for such
HEAVY_NICENESS = 10


class WorkerFailed(Exception):
    """A worker that is alive has no answer, and says why."""

    def __init__(self, failure: Failure, message: str) -> None:
        super().__init__(failure, message)
        self.failure, self.message = failure, message


class WorkerProcess:
    """A worker process and this end of its pipe. Every method raises EOFError or OSError when the process is gone."""

    def __init__(self, store_folder: Path, memory_mb: int, max_bytes: int) -> None:
        self._child = Child("belligraph.store.worker", str(store_folder), str(memory_mb), str(max_bytes))
        self._pipe = Pipe(self._child.connection.fileno(), GLANCE_SECONDS)
        self.is_started = False
        self._ending = threading.Lock()
        self._has_ended = False

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._child.process.pid

    def start(self) -> None:
        """Waits until the database is open."""
        if not self.is_started:
            if not self._child.connection.poll(STARTING_SECONDS):
                raise EOFError
            self._child.connection.recv()
            self.is_started = True

    def ask(self, request: Request) -> None:
        """Hands over a query."""
        self._pipe.send(Mark.QUERY.value, request.packed())

    def receive(self, seconds: float) -> tuple[bytes, bool] | None:
        """The next part of the answer, and whether it is the last; None if there is none within `seconds` or a glance.

        Raises:
            WorkerFailed: there is none, or no more.
        """
        if self._child.connection.closed:
            raise EOFError  # another thread ended it; its descriptor may be another's by now
        message = self._pipe.receive(seconds)
        if message is None:
            return None
        mark, content = Mark(message[0]), message[1]
        if mark is Mark.FAILED:
            raise WorkerFailed(*Failure.heard(content))
        return content, mark is Mark.LAST

    def processor_seconds(self) -> float | None:
        """How much of the processor it has used, where the system tells."""
        try:
            fields = Path(f"/proc/{self.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def slow_down(self) -> None:
        """Lets quick queries go first on the processor."""
        with contextlib.suppress(OSError):
            if sys.platform == "linux":
                # who wakes up goes before it at once: in soaks with killers on a busy machine, the p99 of quick answers was
                # 2.4 and 3.8 times that without killers, with niceness 10 it was 4.2 and 5.8 times. In a control group of
                # the service's own (deploy/belligraph.service) other services cannot starve it
                os.sched_setscheduler(self.pid, os.SCHED_IDLE, os.sched_param(0))
            else:
                os.setpriority(os.PRIO_PROCESS, self.pid, HEAVY_NICENESS)

    def halt(self) -> None:
        """Stops the process where it is, until `resume`."""
        self._child.process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Lets it go on."""
        self._child.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """Ends it at once; harmless when it has ended, or when another thread ends it."""
        with self._ending:
            if not self._has_ended:
                self._has_ended = True
                self._child.kill()
