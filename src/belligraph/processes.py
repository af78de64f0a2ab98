"""Child processes of our own that talk over a pipe: queries are killed at their deadline, publishing uses every core.

A child is a fresh interpreter that runs a module of ours (`python -m module fd …`), not a fork and not `multiprocessing`:
a program that calls the library needs no `if __name__ == "__main__"`, and no thread of it is copied. When the parent goes
away, the child reads the end of the pipe and stops.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

__all__ = ["Child", "parent_connection"]


class Child:
    """A child process that runs `module`; its first argument is the file descriptor of its end of the pipe."""

    def __init__(self, module: str, *arguments: str) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            # the child finds this very package, also from a checkout that is not installed
            package_parent = str(Path(__file__).resolve().parent.parent)
            path = os.pathsep.join(p for p in (package_parent, os.environ.get("PYTHONPATH")) if p)
            self.process = subprocess.Popen(
                [sys.executable, "-m", module, str(theirs.fileno()), *arguments],
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env={**os.environ, "PYTHONPATH": path},
            )
        self.connection: Connection[Any, Any] = Connection(ours.detach())

    def kill(self) -> None:
        """Ends the child at once (SIGKILL) and waits until it is gone; harmless when it is gone already."""
        self.process.kill()
        self.process.wait()
        self.connection.close()

    def close(self, seconds: float = 2.0) -> None:
        """Closes the pipe, which tells the child to stop; kills it if it has not after `seconds`."""
        self.connection.close()
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def parent_connection(descriptor: str) -> Connection[Any, Any]:
    """In the child: its end of the pipe, from the first command-line argument."""
    return Connection(int(descriptor))
