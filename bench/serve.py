"""How fast a release is served, against the plain way of doing it in the same run, and what happens under killers.

    python bench/serve.py [--articles 400] [--seconds 5]
    python bench/serve.py --soak 60 [--clients 32]

Baselines: pyoxigraph in process without HTTP; a bare Flask view that calls pyoxigraph in its own process, under the same
HTTP server; rdflib-endpoint on the same data, if it is installed. Ratios are what to compare between machines.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyoxigraph

from belligraph.config import Config
from belligraph.pipeline import publish
from belligraph.pipeline.stored import dump_article
from belligraph.sheets import dumps_json
from serving_load import Load, Target, first_byte, measure, processes_of, resident_mib, soak
from synthetic import generate

SOURCES = Path(__file__).resolve().parent.parent / "src"
BG = "PREFIX bg: <https://w3id.org/belligraph/ns#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
JSON = "application/sparql-results+json"
TEN_THOUSAND = "SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 10000"
# each figure is the median of so many turns
TURNS = 7
COMMENTS = 400
EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

BARE = """
import sys
import pyoxigraph
from flask import Flask, Response, request
from waitress import serve
store = pyoxigraph.Store.read_only(sys.argv[1])
app = Flask(__name__)
@app.get("/sparql")
def sparql():
    answer = store.query(request.args["query"])
    if isinstance(answer, pyoxigraph.QueryTriples):
        body = answer.serialize(format=pyoxigraph.RdfFormat.TURTLE)
        return Response(body, content_type="text/turtle")
    body = answer.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
    return Response(body, content_type="application/sparql-results+json")
serve(app, host="127.0.0.1", port=int(sys.argv[2]), threads=8)
"""
RDFLIB_ENDPOINT = """
import sys
import uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
data = Dataset(default_union=True)
data.parse(sys.argv[1], format="nquads")
uvicorn.run(SparqlEndpoint(graph=data, path="/sparql"), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""


def main() -> None:
    """Builds a publication and measures it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seconds", type=float, default=5, help="for each figure")
    parser.add_argument("--soak", type=float, metavar="SECONDS", help="run the soak instead")
    parser.add_argument("--clients", type=int, default=32)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        release = _publication(Path(folder), arguments.articles)
        lookups = _lookups(release / "store")
        if arguments.soak:
            _soak(Path(folder) / "publication", lookups, arguments.soak, arguments.clients)
        else:
            _compare(Path(folder) / "publication", release, lookups, arguments.seconds)


def _publication(folder: Path, articles: int) -> Path:
    inputs = folder / "inputs"
    inputs.mkdir()
    for article, sheet in generate(articles):
        (inputs / f"{article.key}.article.json").write_bytes(dump_article(article))
        (inputs / f"{article.key}.sheet.json").write_text(dumps_json(sheet), "utf-8")
    began = time.monotonic()
    release = publish([inputs], folder / "publication", config=Config()).release
    print(f"{release.articles:,} articles, {release.quads:,} quads, published in {time.monotonic() - began:.1f} s\n")
    return release.folder


def _lookups(store_folder: Path) -> list[tuple[str, bytes]]:
    """Small queries as a page asks them, with their answers."""
    store = pyoxigraph.Store.read_only(str(store_folder))
    claims = store.query(f"{BG}SELECT ?c {{ ?c a bg:Claim }} ORDER BY ?c LIMIT 400")
    assert isinstance(claims, pyoxigraph.QuerySolutions)
    asked = []
    for solution in list(claims)[::8]:
        query = f"{BG}SELECT ?p ?o WHERE {{ {solution['c']} ?p ?o }} ORDER BY ?p ?o"
        answer = store.query(query)
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        asked.append((query, answer.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""))
    return asked


def _compare(publication: Path, release: Path, lookups: list[tuple[str, bytes]], seconds: float) -> None:
    asked = _asked(lookups, "in process")
    store = pyoxigraph.Store.read_only(str(release / "store"))
    raw = [_in_process(store, queries, seconds) for queries in asked]
    del store
    print(f"{'':28}{'look-ups/s':>12}{'repeated/s':>12}{'10,000 rows/s':>15}{'repeated/s':>12}{'MiB':>8}")
    print(f"{'pyoxigraph, in process':28}{_row(raw)}")
    with ExitStack() as stack:
        targets = {name: stack.enter_context(_running(command)) for name, command in _servers(publication, release)}
        rounds = [_turn(targets, _asked(lookups, f"turn {n}"), seconds / TURNS) for n in range(TURNS)]
        for name, target in targets.items():
            found = [statistics.median(turn[name][kind] for turn in rounds) for kind in range(len(asked))]
            memory = sum(resident_mib(pid) for pid in processes_of(target.pid))
            print(f"{name:28}{_row(found)}{memory:>8.0f}")
        ours = targets["belligraph"]
        firsts = []
        for _ in range(TURNS):
            time.sleep(1)  # a client that leaves after a byte costs a worker, and the next one starts meanwhile
            firsts.append(first_byte(ours, EVERYTHING) * 1000)
        print(f"\nfirst byte of everything: {', '.join(f'{ms:.0f}' for ms in firsts)} ms")
        each = [f"{resident_mib(pid):.0f}" for pid in processes_of(ours.pid)]
        print(f"MiB of the server and each worker: {', '.join(each)}")
    print(f"\nbelligraph against (median of {TURNS} turns, lowest and highest)")
    for name in list(targets)[1:]:
        shown = []
        for kind in range(len(asked)):
            ratios = sorted(turn["belligraph"][kind] / turn[name][kind] for turn in rounds)
            shown.append(f"{statistics.median(ratios):.2f} × ({ratios[0]:.2f}–{ratios[-1]:.2f})")
        print(f"  {name:20}" + "".join(f"{ratio:>22}" for ratio in shown))


def _row(found: list[float]) -> str:
    return f"{found[0]:>12.0f}{found[1]:>12.0f}{found[2]:>15.1f}{found[3]:>12.1f}"


def _asked(lookups: list[tuple[str, bytes]], turn: str) -> tuple[list[str], ...]:
    """Look-ups no two of which are the same, look-ups again and again, and the same of long answers."""
    again = [query for query, _ in lookups]
    # a comment makes each query another one, so that no answer can be remembered: the figures to go by
    others = [f"{query} # {turn}, {n}" for n in range(COMMENTS) for query in again]
    return others, again, [f"{TEN_THOUSAND} # {turn}, {n}" for n in range(COMMENTS)], [TEN_THOUSAND]


def _turn(targets: dict[str, Target], asked: tuple[list[str], ...], seconds: float) -> dict[str, list[float]]:
    """Answers a second of each server for each kind, one after the other: what else the machine does strikes all of them."""
    found: dict[str, list[float]] = {name: [] for name in targets}
    for queries in asked:
        for name, target in targets.items():
            found[name].append(measure(target, queries, seconds, clients=4, accept=JSON))
    return found


def _in_process(store: pyoxigraph.Store, queries: list[str], seconds: float) -> float:
    done, began = 0, time.monotonic()
    while time.monotonic() - began < seconds:
        answer = store.query(queries[done % len(queries)])
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        answer.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
        done += 1
    return done / (time.monotonic() - began)


def _servers(publication: Path, release: Path) -> Iterator[tuple[str, list[str]]]:
    python = sys.executable
    yield "belligraph", [python, "-m", "belligraph", "serve", str(publication), "--port", "{port}"]
    yield "a bare Flask view", [python, "-c", BARE, str(release / "store"), "{port}"]
    try:
        import rdflib_endpoint  # noqa: F401
    except ImportError:
        print("(rdflib-endpoint is not installed: pip install rdflib-endpoint uvicorn)")
        return
    yield "rdflib-endpoint", [python, "-c", RDFLIB_ENDPOINT, str(release / "release.nq"), "{port}"]


@contextmanager
def _running(command: list[str]) -> Iterator[Target]:
    port = _free_port()
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    arguments = [part.replace("{port}", str(port)) for part in command]
    with subprocess.Popen(arguments, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        target = Target("127.0.0.1", port, process.pid)
        try:
            target.wait_until_it_answers(300)
            yield target
        finally:
            process.terminate()
            process.wait(30)


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _soak(publication: Path, lookups: list[tuple[str, bytes]], seconds: float, clients: int) -> None:
    command = [sys.executable, "-m", "belligraph", "serve", str(publication), "--port", "{port}"]
    with _running(command) as target:
        for query, _ in lookups[:10]:
            target.ask(query, JSON)
        before = (len(processes_of(target.pid)), sum(resident_mib(p) for p in processes_of(target.pid)))
        quiet = soak(target, lookups, Load(clients, killers=0, seconds=min(seconds, 15)))
        under = soak(target, lookups, Load(clients, killers=max(1, clients // 10), seconds=seconds))
        time.sleep(12)  # past the deadline of the last killer
        after = (len(processes_of(target.pid)), sum(resident_mib(p) for p in processes_of(target.pid)))
        for name, outcome in (("without killers", quiet), (f"{max(1, clients // 10)} of {clients} clients killers", under)):
            print(f"{name}: {outcome}")
        print(f"cheap p99 under killers is {under.p99 / quiet.p99:.1f} × the unloaded p99")
        print(f"processes {before[0]} → {after[0]}, memory {before[1]:.0f} → {after[1]:.0f} MiB")


if __name__ == "__main__":
    main()
