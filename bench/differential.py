"""Whether the engine and pySHACL say the same of many generated articles, sound ones and damaged ones.

    python bench/differential.py [--articles 10000] [--claims 4] [--processes 2]

Every second article is damaged: some triples are dropped, copied to another subject, or given another object, by a seeded
chance. Prints how many reports were compared, how many results they hold, which shapes were broken how often, and every
difference; exits with 1 if there is one. pySHACL runs with its SPARQL parse memoised, which changes no result.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from belligraph.assets import shapes_folder
from belligraph.model.graph import NamedGraph
from belligraph.model.report import Report
from belligraph.ntriples import Triple
from belligraph.validate import Validator
from reference import memoised_parse, reference_report
from validation import mapped

CHUNK = 50
Told = set[tuple[str, str, str | None, str | None, str]]


def main() -> None:
    """Prints what was compared and what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=4)
    parser.add_argument("--processes", type=int, default=2)
    arguments = parser.parse_args()
    compared = results = 0
    broken: Counter[str] = Counter()
    differences: list[str] = []
    seeds = range(1, arguments.articles // CHUNK + 1)
    with ProcessPoolExecutor(arguments.processes) as pool:
        for counts, differing in pool.map(partial(_compare, claims=arguments.claims), seeds):
            compared += CHUNK
            results += counts.total()
            broken += counts
            differences += differing
            print(f"\r{compared:,} articles, {len(differences)} differences", end="", file=sys.stderr, flush=True)
    print(f"\n{compared:,} articles of {arguments.claims} claims, half of them damaged: {results:,} results in both reports")
    for shape, count in broken.most_common():
        print(f"  {count:>7,}  {shape}")
    print("\n".join(differences or ["no difference"]))
    sys.exit(1 if differences else 0)


def _compare(seed: int, claims: int) -> tuple[Counter[str], list[str]]:
    validator = Validator(shapes_folder())
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    differences: list[str] = []
    with memoised_parse():
        for number, graphs in enumerate(mapped(CHUNK, claims, seed)):
            triples = [t for graph in graphs for t in graph.triples]
            if number % 2:
                triples = damaged(triples, chance)
            graph = NamedGraph.of("urn:article", triples)
            ours, theirs = _told(validator.validate([graph])), _told(reference_report([graph]))
            counts.update(shape.rpartition("#")[2] for shape, *_ in ours & theirs)
            if ours != theirs:
                differences.append(f"seed {seed}, article {number}: {sorted(map(str, ours ^ theirs))}")
    return counts, differences


def damaged(triples: list[Triple], chance: random.Random) -> list[Triple]:
    """The triples with one to four of them dropped, moved to another subject, or given another object."""
    changed = list(triples)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed))
        subject, predicate, obj = changed[at]
        other = chance.choice(changed)
        match chance.randrange(3):
            case 0:
                del changed[at]
            case 1:
                changed.append((other[0], predicate, obj))
            case _:
                changed[at] = (subject, predicate, other[2])
    return changed


def _told(report: Report) -> Told:
    return {(r.shape, r.focus_node, r.path, r.value, r.severity.value) for r in report.results}


if __name__ == "__main__":
    main()
