"""One end of the pipe between the pool and a worker: messages of bytes, each behind its length.

`multiprocessing.Connection` would do, with four system calls a round instead of two: each gives the interpreter's lock away,
and to get it back takes longer than a quick answer travels.
"""

from __future__ import annotations

import math
import os
import select
import socket
import struct

__all__ = ["Pipe"]

_LENGTH = struct.Struct("!I")
_READ_BYTES = 64 * 1024


class Pipe:
    """Sends and receives on the descriptor of a stream socket; whoever opened it closes it.

    Every method raises EOFError or OSError when the other end is gone.
    """

    def __init__(self, descriptor: int, patience: float | None = None) -> None:
        """With `patience` (seconds), `receive` waits no longer than that for a part of a message."""
        self._descriptor = descriptor
        self._patience = patience
        self._received = bytearray()
        self._readable = select.poll()
        self._readable.register(descriptor, select.POLLIN)
        if patience is not None:
            # the kernel looks at the clock, so that waiting is one call; socket.settimeout would make it two
            timeout = struct.pack("ll", int(patience), int(patience % 1 * 1_000_000))
            with socket.socket(fileno=os.dup(descriptor)) as other:
                other.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, timeout)

    def send(self, message: bytes) -> None:
        """Sends a message, however long."""
        head = _LENGTH.pack(len(message))
        # not joined: a long message would be copied
        written = os.writev(self._descriptor, (head, message))
        cut = written - len(head)
        left = memoryview(message)[cut:] if cut >= 0 else memoryview(head + message)[written:]
        while left:
            left = left[os.write(self._descriptor, left) :]

    def receive(self, seconds: float = math.inf) -> bytes | None:
        """The next message, or None if it is not there within `seconds`, or within the patience of the pipe."""
        while (message := self._first_message()) is None:
            if self._patience is not None and seconds < self._patience and not self._readable.poll(max(0, seconds * 1000)):
                return None
            try:
                read = os.read(self._descriptor, max(_READ_BYTES, self._missing()))
            except BlockingIOError:
                return None
            if not read:
                raise EOFError
            self._received += read
        return message

    def _missing(self) -> int:
        """How many bytes of a message that has begun are still to come."""
        if len(self._received) < _LENGTH.size:
            return 0
        length: int = _LENGTH.unpack_from(self._received)[0]
        return _LENGTH.size + length - len(self._received)

    def _first_message(self) -> bytes | None:
        if len(self._received) < _LENGTH.size:
            return None
        end = _LENGTH.size + _LENGTH.unpack_from(self._received)[0]
        if len(self._received) < end:
            return None
        with memoryview(self._received) as received:
            message = bytes(received[_LENGTH.size : end])
        del self._received[:end]
        return message
