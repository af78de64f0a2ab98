"""How fast our own questions are answered, each beside rdflib on a small part of the same articles, in the same run.

    python bench/questions.py [--articles 1000] [--baseline 20] [--only NAME …]

The articles are synthetic, with a background of sponsors, answers, totals and troops, so that each question has an answer. A
question is asked with values that the articles have (the parameters below), from the disk of a release, as the workers do.
The time is the processor's, the best of two, so that other work on the machine does not count; the rows are counted. rdflib
answers the same query over `--baseline` articles in memory: its time for each of them against ours for each is the ratio,
which favours it wherever its time grows faster than its data.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox
import rdflib

from background import generate_with_background
from belligraph.assets import competency_folder, queries_folder
from belligraph.incidents import derive_alone
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.graph import NamedGraph
from belligraph.questions import Question, read_questions
from belligraph.store import StoreBuilder

VALUES: Mapping[str, Mapping[str, str]] = {
    "who-attacked": {"place": "Mirefield", "target": "River Guard"},
    "which-weapon": {"place": "Mirefield", "target": "River Guard"},
    "how-many": {"place": "Mirefield"},
    "source-chain": {"words": "eight people were injured"},
    "what-answered": {"place": "Mirefield"},
    "how-often": {"since": "April"},
    "why": {"label": "Mirefield"},
    "who-backs": {"sponsor": "Veskan League"},
    "troops": {"place": "Norland"},
    "what-we-assert": {"about": "Ember Front hit the River Guard near Mirefield"},
    "exact-words": {"about": "near Mirefield", "property": "attacker"},
    "toll-over-time": {"place": "Mirefield"},
    "may-have-begun": {"place": "Norland", "from": "2024-02-05", "to": "2024-02-11"},
    "called-backed": {"sponsor": "Veskan League"},
}
HEADING = f"{'question':20} {'rows':>7} {'ours':>9}   {'rdflib':>9} on {{}} articles   per article, rdflib / ours"


def graphs(count: int) -> Iterator[NamedGraph]:
    """The graphs of a release of that many articles; each article's incidents are left to themselves."""
    iris = Iris("https://bench.example/")
    for article, sheet in generate_with_background(count):
        derived = derive_alone(article, sheet, iris)
        yield from (map_sheet(article, sheet, iris), derived.incidents, derived.findings)


def build(folder: Path, count: int) -> ox.Store:
    """A release's database of that many articles, on disk, opened as a worker opens it."""
    builder = StoreBuilder(folder)
    nquads, ntriples = [], []
    for graph in graphs(count):
        nquads.append(graph.nquads())
        ntriples.append(graph.ntriples())
    builder.load("".join(nquads).encode(), "".join(ntriples).encode())
    builder.finish()
    return ox.Store.read_only(str(folder))


def timed(run: Callable[[], int], times: int) -> tuple[int, float]:
    """How many rows, and the best processor time of several, in seconds."""
    best, rows = float("inf"), 0
    for _ in range(times):
        start = time.process_time()
        rows = run()
        best = min(best, time.process_time() - start)
    return rows, best


def ours(store: ox.Store, query: str) -> int:
    """Rows of a query on Oxigraph."""
    solutions = store.query(query)
    assert isinstance(solutions, ox.QuerySolutions)
    return sum(1 for _ in solutions)


def main() -> None:
    """Prints one line a question."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--baseline", type=int, default=20, help="articles for rdflib; 0: leave it out")
    parser.add_argument("--only", nargs="*", help="names of questions")
    options = parser.parse_args()
    questions = (*read_questions(competency_folder()), *read_questions(queries_folder()))
    asked: list[Question] = [q for q in questions if not options.only or q.name in options.only]
    with tempfile.TemporaryDirectory() as scratch:
        store = build(Path(scratch) / "store", options.articles)
        print(f"{options.articles:,} articles, {len(store):,} quads\n\n{HEADING.format(options.baseline)}")
        small = rdflib.Graph()
        for graph in graphs(options.baseline):
            small.parse(data=graph.ntriples(), format="nt")
        slowest = 0.0
        for question in asked:
            query = question.with_values(VALUES.get(question.name, {}))
            rows, seconds = timed(lambda query=query: ours(store, query), 2)  # type: ignore[misc]
            slowest = max(slowest, seconds)
            line = f"{question.name:20} {rows:>7,} {seconds * 1000:>6.0f} ms"
            if options.baseline:
                line += _against(small, query, seconds / options.articles, options.baseline)
            print(line, flush=True)
        print(f"\nslowest {slowest * 1000:.0f} ms")


def _against(small: rdflib.Graph, query: str, per_article: float, articles: int) -> str:
    try:
        _, seconds = timed(lambda: len(list(small.query(query))), 1)
    except Exception as error:  # noqa: BLE001 - what rdflib cannot do is a result, too
        return f"   rdflib cannot: {type(error).__name__}"
    return f"   {seconds * 1000:>6.0f} ms {'':22} {seconds / articles / per_article:>8.0f}"


if __name__ == "__main__":
    main()
