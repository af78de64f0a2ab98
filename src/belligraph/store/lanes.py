"""Who may use the processor: quick queries always find a worker, heavy ones wait for each other.

Nobody can tell from its text how long a query takes. So every query starts in the quick lane; one that is not done after
`QUICK_SECONDS`, and half as much of work meanwhile, is heavy from then on: it keeps its process, which yields to the others,
and a fresh worker takes its place in the quick lane; spare ones stand ready for that, so that no quick query waits for a
process to start. Until a heavy query shows itself it holds a place in the quick lane: a query that waits for long lends the
lane a spare worker. As many heavy queries run as there are workers; as many again are halted where they are until one ends,
and are sent away if that takes too long; more are sent away at once.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from pathlib import Path

from belligraph.errors import QueryOverload
from belligraph.store.process import WorkerProcess

__all__ = ["QUICK_SECONDS", "WAITING_SECONDS", "Lanes"]

# of the product's own queries over 10,000 articles, those that a page waits for take less
QUICK_SECONDS = 0.2
# when others wait for a worker, a query that had little of a busy processor is heavy after this
PATIENCE_SECONDS = 0.4
# several quick answers take no longer: who waits for more stands behind queries that are heavy and not yet known to be
LENDING_SECONDS = 0.01
# how long a query waits for a worker, or a heavy one for its turn, before the client is told to come again
WAITING_SECONDS = 2.0
# more queries waiting than this for each worker could not be answered within WAITING_SECONDS: they are told so at once
WAITING_PER_WORKER = 32


class Lanes:
    """The workers of one release. Threads may share it; `close` leaves no process behind."""

    def __init__(self, store_folder: Path, workers: int, memory_mb: int, max_bytes: int, spares: int = 0) -> None:
        self._settings = (store_folder, memory_mb, max_bytes)
        self._idle: queue.SimpleQueue[WorkerProcess] = queue.SimpleQueue()
        self._spares: list[WorkerProcess] = []
        self._vacant = 0  # places in the quick lane that wait for a worker to start
        self._lent = 0  # spare workers in the quick lane
        self._heavy = threading.BoundedSemaphore(workers)
        self._max_waiting = workers * WAITING_PER_WORKER
        self._all: set[WorkerProcess] = set()
        self._lock = threading.Lock()
        self._closed = False
        self._workers = workers
        self._waiting = self._halted = 0
        self.heavy_running = 0
        for _ in range(workers):
            worker = self._make()
            if worker is not None:
                self._idle.put(worker)
        for _ in range(spares):
            self._start_spare()

    @property
    def processes(self) -> tuple[WorkerProcess, ...]:
        """All worker processes there are."""
        with self._lock:
            return tuple(self._all)

    @property
    def idle(self) -> int:
        """How many workers of the quick lane wait for a query."""
        return self._idle.qsize()

    @property
    def spare(self) -> int:
        """How many workers stand ready to take a place in the quick lane."""
        return len(self._spares)

    @property
    def waiting(self) -> int:
        """How many queries wait for a worker."""
        return self._waiting

    def take(self) -> WorkerProcess:
        """A worker of the quick lane.

        Raises:
            QueryOverload: none came free in time, or too many wait already.
        """
        with contextlib.suppress(queue.Empty):
            return self._idle.get_nowait()
        with self._lock:
            if self._waiting >= self._max_waiting:
                raise _overload()
            self._waiting += 1
        try:
            with contextlib.suppress(queue.Empty):
                return self._idle.get(timeout=LENDING_SECONDS)
            return self._lend() or self._idle.get(timeout=WAITING_SECONDS)
        except queue.Empty:
            raise _overload() from None
        finally:
            with self._lock:
                self._waiting -= 1

    def give_back(self, worker: WorkerProcess) -> None:
        """Returns a worker that has answered: to the quick lane, or where it was lent from once nobody waits."""
        if self._lent and not self._waiting:
            with self._lock:
                if self._lent:
                    self._lent -= 1
                    self._spares.append(worker)
                    return
        self._idle.put(worker)

    def replace(self, worker: WorkerProcess) -> None:
        """Ends a worker of the quick lane and starts another."""
        self._end(worker)
        self._start_another()

    def make_heavy(self, worker: WorkerProcess) -> None:
        """Takes a worker out of the quick lane, once heavy queries leave it room; until then it is halted.

        Raises:
            QueryOverload: they did not in time; the worker was ended.
        """
        worker.slow_down()
        self._start_another()
        if not self._heavy.acquire(blocking=False):
            worker.halt()
            if not self._await_heavy():
                self._end(worker)
                raise _overload()
            worker.resume()
        with self._lock:
            self.heavy_running += 1

    def end_heavy(self, worker: WorkerProcess) -> None:
        """Ends a worker that `make_heavy` took out; its place in the quick lane is taken already."""
        with self._lock:
            self.heavy_running -= 1
        self._heavy.release()
        self._end(worker)

    def _await_heavy(self) -> bool:
        """Waits for a heavy query to end; not at all when as many wait as may run."""
        with self._lock:
            if self._halted >= self._workers:
                return False
            self._halted += 1
        try:
            return self._heavy.acquire(timeout=WAITING_SECONDS)
        finally:
            with self._lock:
                self._halted -= 1

    def close(self) -> None:
        """Ends every worker, also one that is answering."""
        with self._lock:
            self._closed = True
            workers, self._all = self._all, set()
        for worker in workers:
            worker.kill()

    def _end(self, worker: WorkerProcess) -> None:
        worker.kill()
        with self._lock:
            self._all.discard(worker)

    def _lend(self) -> WorkerProcess | None:
        """A spare worker for the quick lane, if there is one."""
        with self._lock:
            if not self._spares:
                return None
            self._lent += 1
            return self._spares.pop()

    def _start_another(self) -> None:
        """Fills a place in the quick lane: with a spare worker at once, else with the next that has started."""
        with self._lock:
            if self._lent:
                self._lent -= 1  # one that was lent stays
            elif self._spares:
                self._idle.put(self._spares.pop())
            else:
                self._vacant += 1
        self._start_spare()

    def _start_spare(self) -> None:
        worker = self._make()
        if worker is not None:
            # it joins when its database is open: a quick query must not wait for that
            threading.Thread(target=self._join, args=(worker,), daemon=True).start()

    def _join(self, worker: WorkerProcess) -> None:
        with contextlib.suppress(EOFError, OSError):  # whoever takes it meets the error, and tells it
            worker.start()
        with self._lock:
            if self._vacant:
                self._vacant -= 1
                self._idle.put(worker)
            else:
                self._spares.append(worker)

    def _make(self) -> WorkerProcess | None:
        with self._lock:
            if self._closed:
                return None
            worker = WorkerProcess(*self._settings)
            self._all.add(worker)
            return worker


def _overload() -> QueryOverload:
    return QueryOverload("all query workers are busy", remedy="Ask again in some seconds.")
