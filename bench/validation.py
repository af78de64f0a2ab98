"""How long validation takes: one article, and 1,000 articles of 30 claims on two cores, against pySHACL in the same run.

    python bench/validation.py [--articles 1000] [--claims 30] [--baseline 4]

Baselines: pySHACL as its documentation shows it (the shapes parsed for each article), and the same with its SPARQL parse
memoised. The reports of the baselines' articles are compared with the engine's. Ratios are what to compare between machines.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from belligraph.assets import shapes_folder
from belligraph.config import Config
from belligraph.incidents import derive_alone
from belligraph.iri import Iris
from belligraph.mapping import map_sheet
from belligraph.model.graph import NamedGraph
from belligraph.validate import Validator
from reference import memoised_parse, reference_report
from synthetic import generate

Graphs = tuple[NamedGraph, ...]
CORES = 2
CHUNK = 50


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--claims", type=int, default=30)
    parser.add_argument("--baseline", type=int, default=4, help="articles for pySHACL, which is slow")
    arguments = parser.parse_args()
    sample = mapped(arguments.articles, arguments.claims)
    quads = sum(len(g.triples) for graphs in sample for g in graphs) / len(sample)
    print(f"sheets of {arguments.claims} claims, {quads:.0f} quads an article\n")
    articles = sample[: arguments.baseline]

    started = time.perf_counter()
    validator = Validator(shapes_folder())
    print(f"the shapes compiled                         {time.perf_counter() - started:8.3f} s, once a process")
    engine = _each(articles * 5, validator)
    plain, same = _reference(articles, validator)
    with memoised_parse():
        reference_report(articles[0])
        memoised, same_again = _reference(articles, validator)
    print(f"one article, the engine                     {engine:8.4f} s")
    print(f"one article, pySHACL with parse memoised    {memoised:8.4f} s   {memoised / engine:6.0f}× the engine")
    print(f"one article, pySHACL                        {plain:8.4f} s   {plain / engine:6.0f}× the engine")
    print(f"the same results                            {'yes' if same and same_again else 'NO'}")

    chunks = [sample[i : i + CHUNK] for i in range(0, len(sample), CHUNK)]
    with ProcessPoolExecutor(CORES, initializer=_prepare) as pool:
        list(pool.map(_chunk, [articles[:1]] * CORES))
        started = time.perf_counter()
        violations = sum(pool.map(_chunk, chunks))
        seconds = time.perf_counter() - started
    rate = len(sample) / seconds
    what = f"{len(sample):,} articles on {CORES} cores"
    print(f"{what:<43} {seconds:8.2f} s   {rate:.0f} articles/s, {violations} violations")
    print(f"    that is {rate * plain:.0f}× one pySHACL, {rate * plain / CORES:.0f}× {CORES} of them")


def mapped(count: int, claims: int, seed: int = 1) -> list[Graphs]:
    """The graphs of that many synthetic articles."""
    iris = Iris(Config().base_iri)
    found: list[Graphs] = []
    for article, sheet in generate(count, claims, seed):
        graph = map_sheet(article, sheet, iris)
        derived = derive_alone(article, sheet, iris)
        found.append((graph, derived.incidents, derived.findings))
    return found


def _each(articles: Sequence[Graphs], validator: Validator) -> float:
    started = time.perf_counter()
    for graphs in articles:
        validator.validate(graphs)
    return (time.perf_counter() - started) / len(articles)


def _reference(articles: Sequence[Graphs], validator: Validator) -> tuple[float, bool]:
    started = time.perf_counter()
    reports = [reference_report(graphs) for graphs in articles]
    seconds = (time.perf_counter() - started) / len(articles)
    told = [{(r.shape, r.focus_node, r.value) for r in report.results} for report in reports]
    ours = [{(r.shape, r.focus_node, r.value) for r in validator.validate(graphs).results} for graphs in articles]
    return seconds, told == ours


_validator: Validator | None = None


def _prepare() -> None:
    global _validator
    _validator = Validator(shapes_folder())


def _chunk(articles: Sequence[Graphs]) -> int:
    assert _validator is not None
    return sum(len(_validator.validate(graphs).violations) for graphs in articles)


if __name__ == "__main__":
    main()
