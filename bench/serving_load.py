"""Clients for `serve.py`: threads with a connection each, whose answers are compared with what they should be."""

from __future__ import annotations

import http.client
import json
import os
import statistics
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

__all__ = ["Load", "Outcome", "Target", "first_byte", "measure", "processes_of", "resident_mib", "soak"]

# a cheap client reads its answer before it asks again; without that, 32 clients would measure the machine and not the server
THINKING_SECONDS = 0.1
# what a killer's long answer is counted as when it broke off before its end
CUT = 0
KILLERS = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c < ?i) }",
    "SELECT (COUNT(*) AS ?n) { " + " ".join(f"VALUES ?v{i} {{ {'1 ' * 40} }}" for i in range(8)) + " }",
    "SELECT (REGEX('" + "a" * 44 + "!', '^(a+)+$') AS ?x) { ?s ?p ?o . ?t ?q ?r }",
    "SELECT ?s (GROUP_CONCAT(?o) AS ?all) { ?s ?p ?o . ?t ?p ?u } GROUP BY ?s",
)


@dataclass(frozen=True)
class Target:
    """A server on this machine."""

    host: str
    port: int
    pid: int

    def connect(self) -> http.client.HTTPConnection:
        """A connection of one's own."""
        return http.client.HTTPConnection(self.host, self.port, timeout=60)

    def ask(self, query: str, accept: str) -> tuple[int, bytes]:
        """One query on a connection of its own."""
        connection = self.connect()
        try:
            return ask(connection, query, accept)
        finally:
            connection.close()

    def wait_until_it_answers(self, seconds: float) -> None:
        """Waits for the server to start."""
        end = time.monotonic() + seconds
        while True:
            try:
                if self.ask("ASK {}", "application/sparql-results+json")[0] == 200:
                    return
            except OSError:
                if time.monotonic() > end:
                    raise
            time.sleep(0.1)


@dataclass(frozen=True)
class Load:
    """Who asks, and for how long."""

    clients: int
    killers: int
    seconds: float


@dataclass
class Outcome:
    """What came of it."""

    latencies: list[float] = field(default_factory=list)
    wrong: int = 0
    refused: dict[int, int] = field(default_factory=dict)
    killers: dict[int, int] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def p99(self) -> float:
        """Seconds that 99 of 100 cheap answers stayed below."""
        return statistics.quantiles(self.latencies, n=100)[98]

    def __str__(self) -> str:
        middle = statistics.median(self.latencies)
        killed = ", ".join(f"{status or 'cut'}: {n}" for status, n in sorted(self.killers.items())) or "none"
        return (
            f"{len(self.latencies):,} cheap answers, median {middle * 1000:.1f} ms, p99 {self.p99 * 1000:.1f} ms, "
            f"wrong {self.wrong}, refused {self.refused or 0}; killers by status {killed}"
        )


def ask(connection: http.client.HTTPConnection, query: str, accept: str) -> tuple[int, bytes]:
    """One query on a connection that stays open."""
    connection.request("GET", f"/sparql?{urlencode({'query': query})}", headers={"Accept": accept})
    answer = connection.getresponse()
    return answer.status, answer.read()


def measure(target: Target, queries: list[str], seconds: float, clients: int, accept: str) -> float:
    """Answers a second with so many clients that ask without a pause."""
    counts = [0] * clients
    for query in queries[:5]:
        target.ask(query, accept)
    end = time.monotonic() + seconds

    def client(number: int) -> None:
        connection = target.connect()
        while time.monotonic() < end:
            status, _ = ask(connection, queries[(counts[number] * clients + number) % len(queries)], accept)
            if status != 200:
                raise RuntimeError(f"status {status}")
            counts[number] += 1
        connection.close()

    began = time.monotonic()
    _run([threading.Thread(target=client, args=(n,)) for n in range(clients)])
    return sum(counts) / (time.monotonic() - began)


def first_byte(target: Target, query: str) -> float:
    """Seconds until the first byte of an answer's body."""
    connection = target.connect()
    began = time.monotonic()
    connection.request("GET", f"/sparql?{urlencode({'query': query})}", headers={"Accept": "text/turtle"})
    answer = connection.getresponse()
    answer.read(1)
    took = time.monotonic() - began
    connection.close()
    return took


def soak(target: Target, lookups: list[tuple[str, bytes]], load: Load) -> Outcome:
    """Cheap clients, whose every answer is compared, and killers that ask again as soon as they are sent away."""
    outcome = Outcome()
    end = time.monotonic() + load.seconds
    accept = "application/sparql-results+json"
    expected = [(query, json.loads(answer)["results"]) for query, answer in lookups]

    def cheap(number: int) -> None:
        connection, asked = target.connect(), number
        while time.monotonic() < end:
            query, right = expected[asked % len(expected)]
            query, asked = f"{query} # {number} {asked}", asked + 1  # no other query is this one: nothing is remembered
            began = time.monotonic()
            status, body = ask(connection, query, accept)
            took = time.monotonic() - began
            with outcome.lock:
                if status == 200:
                    outcome.latencies.append(took)
                    outcome.wrong += json.loads(body)["results"] != right
                else:
                    outcome.refused[status] = outcome.refused.get(status, 0) + 1
            time.sleep(THINKING_SECONDS)
        connection.close()

    def killer(number: int) -> None:
        connection, asked = target.connect(), number
        while time.monotonic() < end:
            try:
                status, _ = ask(connection, KILLERS[asked % len(KILLERS)], accept)
            except http.client.IncompleteRead:
                status = CUT
                connection.close()
            asked += 1
            with outcome.lock:
                outcome.killers[status] = outcome.killers.get(status, 0) + 1
        connection.close()

    kinds = [killer] * load.killers + [cheap] * (load.clients - load.killers)
    _run([threading.Thread(target=kind, args=(n,)) for n, kind in enumerate(kinds)])
    return outcome


def processes_of(pid: int) -> list[int]:
    """A process and its children."""
    children = [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    for task in Path(f"/proc/{pid}/task").iterdir():
        if task.name != str(pid):
            children += [int(p) for p in (task / "children").read_text().split()]
    return [pid, *sorted(children)]


def resident_mib(pid: int) -> float:
    """What a process holds in memory."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


def _run(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
