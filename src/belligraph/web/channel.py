"""A connection of waitress that hands large parts of an answer to the kernel at once, and ends a HEAD as HTTP has it.

Waitress copies all that is sent into a buffer and out of it again, for which a long answer needs fresh memory page by page;
here that happens only to what the client does not take at once. And it sends a last chunk even if the request was a HEAD.
"""

from __future__ import annotations

import contextlib
import time
from typing import Any

from waitress.channel import HTTPChannel
from waitress.task import WSGITask

__all__ = ["DirectChannel"]

# below this, gathering what belongs together (head and body, say) is worth more than not copying it
LARGE = 16 * 1024


class _Task(WSGITask):  # type: ignore[misc] # waitress has no types
    @property
    def has_body(self) -> bool:
        # RFC 9110 section 9.3.2: the answer to a HEAD has none, and need not tell the length that a GET would
        return bool(super().has_body) and not (self.request.command == "HEAD" and self.content_length is None)


class DirectChannel(HTTPChannel):  # type: ignore[misc]
    """Sends at once what is large, if nothing waits before it."""

    task_class = _Task

    def write_soon(self, data: Any) -> int:  # noqa: ANN401 - bytes, or one of waitress's buffers
        """Sends or keeps a part of the answer; its length.

        Raises:
            ClientDisconnected: nobody waits for it any more.
        """
        if not isinstance(data, bytes) or len(data) < LARGE:
            return int(super().write_soon(data))
        rest = data
        with self.outbuf_lock:
            if self.connected and not self.total_outbufs_len:
                with contextlib.suppress(OSError):  # waitress meets it again, and closes
                    sent = self.send(data, do_close=False)
                    if sent:
                        self.last_activity = time.time()
                        rest = data[sent:]
        super().write_soon(rest)
        return len(data)
