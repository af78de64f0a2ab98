"""How well reports are grouped into incidents, and how the time grows with the reports.

    python bench/incidents.py [--reports 600] [--curve 1000 3000 10000 30000 100000] [--shared ../shared]

Prints pairwise precision, recall and F1, and B³ (Bagga and Baldwin 1998) against labels, for the seeded synthetic reports,
and, where the shared gold sheets lie beside the checkout, for those together with the demo's three reports: the seed article
tells the demo's attack and strike; no other two of them tell the same. Beside each: grouping nothing, and grouping by place
and day alone.

Then two curves: as many reports a day however many there are (more reports are more years), and all reports in one month of
one country, the worst that there is. Their last column compares the time of computing with n log n, from the first row on.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

from belligraph.assets import demo_folder
from belligraph.config import Config
from belligraph.extract import RuleExtractor
from belligraph.incidents import Digest, digest
from belligraph.incidents.decisions import Decisions
from belligraph.incidents.grouping import group
from belligraph.incidents.workspace import Workspace
from belligraph.iri import Iris
from belligraph.model.article import Article
from belligraph.model.reports import ArticleReport
from belligraph.sheets import read_sheet
from incident_cases import crowded, reports

IRIS = Iris(Config().base_iri)
Labels = Mapping[str, Hashable]
Cases = Callable[[int, int], Iterable[tuple[ArticleReport, dict[str, int]]]]


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=600)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--curve", type=int, nargs="*", default=[1000, 3000, 10_000, 30_000, 100_000])
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    arguments = parser.parse_args()
    print(f"{'':44} pairs   P     R     F1    B³ P  B³ R  B³ F1")
    told, truth = list[ArticleReport](), dict[str, Hashable]()
    for article, labels in reports(arguments.reports, arguments.seed):
        told.append(article)
        truth |= labels
    _judge(f"synthetic, {len(truth)} reports", told, truth)
    if arguments.shared.is_dir():
        told, truth = dev(arguments.shared)
        _judge(f"gold sheets and the demo, {len(truth)} reports", told, truth)
    else:
        print("the shared gold sheets are not beside this checkout")
    if arguments.curve:
        curve("as many a day", reports, arguments.curve)
        curve("all in one month of one country", crowded, arguments.curve)


def dev(shared: Path) -> tuple[list[ArticleReport], dict[str, Hashable]]:
    """The gold sheets and the demo's reports as the rules read them; each event its own happening, but for the demo's."""
    told: list[ArticleReport] = []
    truth: dict[str, Hashable] = {}
    for path in sorted((shared / "gold").glob("*.json")):
        sheet = read_sheet(path)
        key = sheet.article.text_sha256[:16]
        told.append(ArticleReport(key, sheet.article.publisher, sheet.article.published, sheet))
        for event in sheet.events:
            truth[f"{key}/{event.id}"] = f"{key}/{event.id}"
            if path.stem == "seed" and event.id in {"attack1", "strike1"}:
                truth[f"{key}/{event.id}"] = f"demo {event.type}"
    for path in sorted(demo_folder().glob("*.json")):
        content = json.loads(path.read_text("utf-8"))
        published = date.fromisoformat(content["published"])
        article = Article(content["text"], title=content["title"], publisher=content["publisher"], published=published)
        sheet = RuleExtractor().extract(article)
        told.append(ArticleReport(article.key, article.publisher, published, sheet))
        for event in sheet.events:
            # all that these three tell of single attacks and strikes is the one attack and the one strike
            truth[f"{article.key}/{event.id}"] = f"demo {event.type}"
    return told, truth


def grouped(digests: Iterable[Digest]) -> dict[str, Hashable]:
    """The group of each report by its ref."""
    work = Workspace()
    for one in digests:
        work.add(one)
    groups = group(work, Decisions())
    found = labels(work, groups)
    work.close()
    return found


def labels(work: Workspace, groups: list[int]) -> dict[str, Hashable]:
    """The group of each report by its ref."""
    refs = [ref for (ref,) in work.database.execute("SELECT ref FROM report ORDER BY number")]
    return dict(zip(refs, groups, strict=True))


def by_place_and_day(digests: Iterable[Digest]) -> dict[str, Hashable]:
    """The plain way: the same type, first place and first day; alone where there is none."""
    found: dict[str, Hashable] = {}
    for one in digests:
        for report, _ in one.reports:
            if report.spots and report.window:
                found[report.ref] = (report.type, report.spots[0].id, report.window.earliest)
            else:
                found[report.ref] = report.ref
    return found


def _judge(name: str, told: list[ArticleReport], truth: Labels) -> None:
    digests = [digest(article, IRIS) for article in told]
    ours = grouped(digests)
    truth = {ref: truth[ref] for ref in ours}
    _row(name, ours, truth)
    _row("   by place and day alone", by_place_and_day(digests), truth)
    _row("   grouping nothing", {ref: ref for ref in truth}, truth)


def _row(name: str, ours: Labels, truth: Labels) -> None:
    pairs, precision, recall, f1 = pairwise(ours, truth)
    p, r, b3 = b_cubed(ours, truth)
    print(f"{name:44} {pairs:>5} {precision:.3f} {recall:.3f} {f1:.3f} {p:.3f} {r:.3f} {b3:.3f}")


def pairwise(ours: Labels, truth: Labels) -> tuple[int, float, float, float]:
    """How many pairs are of one happening by the labels; precision, recall and F1 over pairs."""

    def pairs(labels: Labels) -> set[tuple[str, str]]:
        groups = _groups(labels)
        return {(a, b) for members in groups.values() for a in members for b in members if a < b}

    found, true = pairs(ours), pairs(truth)
    precision = len(found & true) / len(found) if found else 1.0
    recall = len(found & true) / len(true) if true else 1.0
    return len(true), precision, recall, _f1(precision, recall)


def b_cubed(ours: Labels, truth: Labels) -> tuple[float, float, float]:
    """B³ precision, recall and F1."""
    found, true = Counter(ours[ref] for ref in truth), Counter(truth.values())
    shared = Counter((ours[ref], label) for ref, label in truth.items())
    precision = sum(n * n / found[group] for (group, _), n in shared.items()) / len(truth)
    recall = sum(n * n / true[label] for (_, label), n in shared.items()) / len(truth)
    return precision, recall, _f1(precision, recall)


def _groups(labels: Labels) -> dict[Hashable, set[str]]:
    groups: dict[Hashable, set[str]] = defaultdict(set)
    for ref, label in labels.items():
        groups[label].add(ref)
    return groups


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def curve(name: str, cases: Cases, counts: list[int]) -> None:
    """The time of grouping alone, on disk, for growing numbers of reports."""
    print(f"\n{name}")
    print(f"{'reports':>8} {'CPU s':>8} {'µs a report':>12} {'peak MiB':>9} {'B³ F1':>7} {'against n log n':>16}")
    first = None
    for count in counts:
        # a process for each row, so that its peak is its own
        with ProcessPoolExecutor(1) as process:
            seconds, peak, b3 = process.submit(measured, cases, count).result()
        unit = seconds / (count * math.log(count))
        first = first or unit
        each = 1e6 * seconds / count
        print(f"{count:>8} {seconds:>8.1f} {each:>12.0f} {peak:>9.0f} {b3:>7.3f} {unit / first:>16.2f}", flush=True)


def measured(cases: Cases, count: int) -> tuple[float, float, float]:
    """The seconds of computing that grouping took, the most memory of the process in MiB by then, and B³ F1."""
    truth: dict[str, Hashable] = {}
    with tempfile.TemporaryDirectory() as folder:
        work = Workspace(Path(folder) / "work.sqlite")
        for article, labelled in cases(count, 3):
            work.add(digest(article, IRIS))
            truth |= labelled
        started = time.process_time()
        groups = group(work, Decisions())
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        _, _, b3 = b_cubed(labels(work, groups), truth)
        work.close()
    return seconds, peak, b3


if __name__ == "__main__":
    main()
