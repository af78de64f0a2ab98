"""One end of the pipe between the pool and a worker: messages of bytes, each behind its kind and its length.

`multiprocessing.Connection` would do, with four system calls a round instead of two: each gives the interpreter's lock away,
and to get it back takes longer than a quick answer travels. And it copies a long answer's bytes three times more.
"""

from __future__ import annotations

import math
import os
import select
import socket
import struct
from typing import TypeAlias

__all__ = ["Message", "Pipe"]

Message: TypeAlias = tuple[bytes, bytes]
"""A byte that says what the message is, and its content."""

_HEAD = struct.Struct("!cI")
# room for what is read; a longer message makes more, for itself alone
_ROOM_BYTES = 512 * 1024
# as many as every system takes in one call (POSIX's IOV_MAX is 1024 on Linux and the BSDs)
_MOST_PARTS = 1000


class Pipe:
    """Sends and receives on the descriptor of a stream socket; whoever opened it closes it.

    Every method raises EOFError or OSError when the other end is gone.
    """

    def __init__(self, descriptor: int, patience: float | None = None) -> None:
        """With `patience` (seconds), `receive` waits no longer than that for a part of a message."""
        self._descriptor = descriptor
        self._patience = patience
        # what was read and not taken yet lies between the two; the room is used again: fresh memory costs more than a copy
        self._room = bytearray(_HEAD.size)
        self._begin = self._end = 0
        self._readable = select.poll()
        self._readable.register(descriptor, select.POLLIN)
        if patience is not None:
            # the kernel looks at the clock, so that waiting is one call; socket.settimeout would make it two
            timeout = struct.pack("ll", int(patience), int(patience % 1 * 1_000_000))
            with socket.socket(fileno=os.dup(descriptor)) as other:
                other.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, timeout)

    def send(self, kind: bytes, *parts: bytes) -> None:
        """Sends a message, however long, whose content comes in parts; its kind is one byte."""
        # not joined: a long message would be copied
        left = [_HEAD.pack(kind, sum(map(len, parts))), *parts]
        while left:
            written = os.writev(self._descriptor, left[:_MOST_PARTS])
            done = 0
            while done < len(left) and written >= len(left[done]):
                written -= len(left[done])
                done += 1
            left = left[done:]
            if written:
                left[0] = left[0][written:]

    def receive(self, seconds: float = math.inf) -> Message | None:
        """The next message, or None if it is not there within `seconds`, or within the patience of the pipe."""
        while (message := self._first_message()) is None:
            if self._patience is not None and seconds < self._patience and not self._readable.poll(max(0, seconds * 1000)):
                return None
            self._make_room()
            try:
                with memoryview(self._room)[self._end :] as free:
                    read = os.readv(self._descriptor, (free,))
            except BlockingIOError:
                return None
            if not read:
                raise EOFError
            self._end += read
        return message

    def _first_message(self) -> Message | None:
        if self._end - self._begin < _HEAD.size:
            return None
        kind, length = _HEAD.unpack_from(self._room, self._begin)
        begin = self._begin + _HEAD.size
        if self._end - begin < length:
            return None
        with memoryview(self._room)[begin : begin + length] as content:
            message = kind, bytes(content)
        self._begin = begin + length
        if self._begin == self._end:
            self._begin = self._end = 0
            if len(self._room) > _ROOM_BYTES:
                self._room = bytearray(_ROOM_BYTES)
        return message

    def _make_room(self) -> None:
        """Makes room behind what was read for the rest of the message that has begun."""
        have = self._end - self._begin
        needed = _HEAD.size
        if have >= needed:
            needed += _HEAD.unpack_from(self._room, self._begin)[1]
        if self._begin + needed > len(self._room) or self._end == len(self._room):
            room = bytearray(max(_ROOM_BYTES, needed))
            room[:have] = memoryview(self._room)[self._begin : self._end]
            self._room, self._begin, self._end = room, 0, have
