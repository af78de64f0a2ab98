"""How good and how fast extraction is: gold sheets, MUC-4, speed, memory, damaged texts.

    python bench/extraction.py [--shared FOLDER] [--floor FILE] [--articles 10000] [--fuzz 10000]

Quality is measured where the shared material is (articles, gold, muc4), against `extraction-floor.toml` beside this file;
the articles that nobody read while writing the rules are told by themselves. The plain way of coding, by keywords, runs
in the same run: compare ratios between machines, not seconds. Exits 1 if a figure falls below its floor.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from belligraph.cli.eval import score_table
from belligraph.evaluate import (
    Fillers,
    Scores,
    fillers_of,
    read_floors,
    read_muc4,
    read_sheets,
    score_fillers,
    score_sheets,
    texts_of,
)
from belligraph.evaluate.muc4 import MUC_ROLES
from belligraph.extract import Extractor, RuleExtractor
from belligraph.extract.roles import Filler, RoleRules, scorer
from belligraph.model.article import Article
from belligraph.sheets import check, dumps_json
from belligraph.sources import read_articles
from keyword_coder import KeywordCoder
from reports import fuzzed, reports

FLOOR = Path(__file__).with_name("extraction-floor.toml")
SHARED = Path(__file__).resolve().parents[2] / "shared"
SAMPLE = 300
KIB = 1024


def main() -> None:
    """Prints all tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--floor", type=Path, default=FLOOR)
    parser.add_argument("--articles", type=int, default=10_000, help="how many for the memory curve; 0: none")
    parser.add_argument("--fuzz", type=int, default=10_000, help="how many damaged texts; 0: none")
    arguments = parser.parse_args()
    extractor = RuleExtractor()
    short: list[str] = []
    if arguments.shared.is_dir():
        short += quality(extractor, arguments.shared, arguments.floor)
        short += muc(extractor, arguments.shared / "muc4", arguments.floor)
        if arguments.fuzz:
            robust(
                extractor,
                [d.text for part in ("train", "dev") for d in read_muc4(arguments.shared / f"muc4/{part}.json")],
                "MUC-4",
            )
    else:
        print(f"no shared material at {arguments.shared}: quality is not measured")
    speed(extractor)
    memory(extractor, arguments.articles)
    robust(extractor, list(fuzzed(arguments.fuzz)), "fuzzed")
    for line in short:
        print(f"below the floor: {line}", file=sys.stderr)
    sys.exit(1 if short else 0)


def sheets_of(extractor: Extractor, articles: Path) -> dict[str, dict[str, object]]:
    """The sheet of every article of a folder, as JSON, by file name."""
    return {
        path.stem: json.loads(dumps_json(extractor.extract(found.article)))
        for path in sorted(articles.iterdir())
        for found in read_articles(path, max_bytes=10**7)
    }


def scored(
    extractor: Extractor, shared: Path, unread: tuple[str, ...] | None = None, *, only_unread: bool = False
) -> Scores:
    """The scores on the gold: all of it, or only the articles that are (or are not) set aside."""
    found = sheets_of(extractor, shared / "articles")
    gold = read_sheets(shared / "gold")
    system = type(gold)(found, ())
    return score_sheets(
        item
        for item in gold.beside(system, texts_of(shared / "gold", shared, None))
        if unread is None or item[0].startswith(unread) is only_unread
    )


def quality(extractor: Extractor, shared: Path, floor: Path) -> list[str]:
    """Prints the metrics on the gold; returns what falls below its floor."""
    unread = tuple(tomllib.loads(floor.read_text("utf-8"))["unread"])
    scores = scored(extractor, shared)
    print(f"gold: {scores.gold_sheets} articles\n{score_table(scores)}\n")
    parts = (("read while writing rules", False), ("unread", True))
    by_part = [(name, scored(extractor, shared, unread, only_unread=only)) for name, only in parts]
    by_part.append(("with the learned scorer", scored(RuleExtractor(scorer()), shared)))
    by_part.append(("keywords, the plain way", scored(KeywordCoder(), shared)))
    names = ("events", "roles", "figures", "links", "dates", "speaker")
    print(f"{'':<26}" + "".join(f"{n:>9}" for n in names) + f"{'false/article':>15}")
    for name, part in [("all", scores), *by_part]:
        figures = "".join(f"{part.tallies[n].f1:>9.3f}" for n in names)
        print(f"{name:<26}{figures}{part.false_per_article:>15.2f}")
    print()
    return list(read_floors(floor).broken(scores))


def muc(extractor: Extractor, folder: Path, floor: Path) -> list[str]:
    """Prints CEAF-REE on MUC-4's development documents; returns what falls below its floor."""
    documents = list(read_muc4(folder / "dev.json"))
    floors = tomllib.loads(floor.read_text("utf-8"))["muc4"]
    ways: dict[str, Callable[[str], Fillers]] = {
        "sheets": lambda text: fillers_of(extractor.extract(Article(text))),
        "rules": lambda text: by_role(RoleRules().fillers(text)),
        "scorer": lambda text: by_role(scorer().fillers(text)),
    }
    short = []
    for name, way in ways.items():
        scores = score_fillers((d.fillers, way(d.text)) for d in documents)
        print(f"MUC-4 dev, strict CEAF-REE, {len(documents)} documents, {name}")
        for role, tally in [*scores.roles.items(), ("micro", scores.micro)]:
            print(f"{role:<10} P {100 * tally.precision:>5.1f}  R {100 * tally.recall:>5.1f}  F1 {100 * tally.f1:>5.1f}")
        print()
        if 100 * scores.micro.f1 < floors[name]:
            short.append(f"MUC-4 dev, {name}: {100 * scores.micro.f1:.2f} is below {floors[name]}")
    return short


def by_role(fillers: Iterable[Filler]) -> Fillers:
    """Fillers by their roles, one mention each."""
    found: dict[str, list[tuple[str, ...]]] = {role: [] for role in MUC_ROLES}
    for filler in fillers:
        found[filler.role].append((filler.words,))
    return {role: tuple(entities) for role, entities in found.items()}


def speed(extractor: Extractor) -> None:
    """Prints articles a second on one core, against the plain way."""
    sample = list(reports(SAMPLE))
    words = sum(len(a.text.split()) for a in sample) / SAMPLE
    extractor.extract(sample[0])  # the lexicons load once
    rates = {}
    for each in (extractor, KeywordCoder()):
        begun = time.process_time()
        for article in sample:
            each.extract(article)
        rates[each.name] = SAMPLE / (time.process_time() - begun)
    ours, plain = rates.values()
    print(
        f"speed, articles of {words:.0f} words: {ours:.0f} a second on one core; keywords {plain:.0f}, {plain / ours:.0f}x\n"
    )


def memory(extractor: Extractor, count: int) -> None:
    """Prints the largest memory after each tenth of the articles: it must not grow."""
    curve = []
    for n, article in enumerate(reports(count, seed=2), 1):
        extractor.extract(article)
        if n % max(count // 10, 1) == 0:
            curve.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KIB)
    print(f"memory over {count} articles, MiB at each tenth: {' '.join(map(str, curve))}\n")


def robust(extractor: Extractor, texts: list[str], what: str) -> None:
    """Every text gives a sheet that its check passes; a crash is a crash of this bench."""
    for text in texts:
        article = Article(text)
        faults = check(extractor.extract(article), text)
        if faults:
            raise AssertionError(f"{what} text {text!r}: {faults[0]}")
    print(f"{len(texts)} {what} texts: no crash, every quote stands")


if __name__ == "__main__":
    main()
