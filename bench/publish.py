"""How fast publishing is, stage by stage, against the plain way of doing it in the same run.

    python bench/publish.py [--articles 1000 10000] [--claims 30] [--baseline 12]

The plain way: an rdflib graph for each article, `pyshacl.validate` on it, rdflib's serializer. Ratios are what to compare
between machines; the seconds are this machine's.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from belligraph.assets import shapes_folder
from belligraph.config import Config
from belligraph.incidents import derive, digest
from belligraph.iri import Iris
from belligraph.link.build import open_index
from belligraph.link.matcher import Matcher
from belligraph.link.mentions import link_sheet
from belligraph.link.table import layers
from belligraph.mapping import map_sheet
from belligraph.model.graph import NamedGraph
from belligraph.model.reports import ArticleReport
from belligraph.pipeline.stored import dump_article
from belligraph.release.parts import Part, PartWriter, Serializers
from belligraph.sheets import check, dumps_json, loads_json
from belligraph.store import StoreBuilder
from belligraph.validate import Validator
from synthetic import generate

SAMPLE = 200
MIB = 1024 * 1024


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--claims", type=int, default=30)
    parser.add_argument("--baseline", type=int, default=12, help="articles for the plain way, which is slow")
    arguments = parser.parse_args()
    print(f"{os.cpu_count()} cores, sheets of {arguments.claims} claims on average\n")
    stages(arguments.claims)
    plain = plain_way(arguments.baseline, arguments.claims)
    for count in arguments.articles:
        whole(count, arguments.claims, plain)


def stages(claims: int) -> None:
    """One stage after the other, on a sample, in CPU time: what else the machine does counts less."""
    sample = list(generate(SAMPLE, claims))
    iris, validator = Iris(Config().base_iri), Validator(shapes_folder())
    texts = [dumps_json(sheet) for _, sheet in sample]
    seconds: dict[str, float] = {}

    @contextmanager
    def timed(name: str) -> Iterator[None]:
        started = time.process_time()
        yield
        seconds[name] = time.process_time() - started

    with timed("read sheet (JSON)"):
        sheets = [loads_json(text, "bench") for text in texts]
    with timed("check sheet"):
        faults = [check(sheet, article.text) for (article, _), sheet in zip(sample, sheets, strict=True)]
    with timed("map to claims graph"):
        graphs = [map_sheet(article, sheet, iris) for (article, _), sheet in zip(sample, sheets, strict=True)]
    matcher = Matcher(open_index(layers()))
    with timed("match names"):
        for article, sheet in sample:
            link_sheet(article.key, sheet, article.published, matcher)
    with timed("digest for incidents"):
        told = [ArticleReport(a.key, a.publisher, a.published, s) for (a, _), s in zip(sample, sheets, strict=True)]
        digests = [digest(article, iris) for article in told]
    with timed("validate (SHACL)"):
        reports = [validator.validate((graph,)) for graph in graphs]
    with timed("incidents and findings"):
        derived = list(derive(digests, iris))
    with timed("validate these (SHACL)"):
        for chunk in derived:
            validator.validate((chunk.incidents, chunk.findings), (chunk.context,))
    everything = [(g,) for g in graphs] + [(d.incidents, d.findings) for d in derived]
    with tempfile.TemporaryDirectory() as folder:
        part = Part.at(Path(folder), 0)
        with timed("write in every form"), PartWriter(part, Serializers(iris.entities)) as writer:
            for parts in everything:
                writer.add(parts)
        builder = StoreBuilder(Path(folder) / "store")
        with timed("load store (named + merged)"):
            builder.load(part.nquads.read_bytes(), part.ntriples.read_bytes())
            builder.finish()
    quads = sum(len(g.triples) for parts in everything for g in parts)
    conform = sum(r.conforms for r in reports) - sum(map(bool, faults))
    print(f"{quads / SAMPLE:.0f} quads an article; {conform} of {SAMPLE} conform")
    print(f"{'stage':<30} CPU ms an article   articles/s on a core")
    for name, spent in seconds.items():
        print(f"{name:<30} {1000 * spent / SAMPLE:>17.2f} {SAMPLE / spent:>23.0f}")
    total = sum(seconds.values())
    print(f"{'together':<30} {1000 * total / SAMPLE:>17.2f} {SAMPLE / total:>23.0f}\n")


def plain_way(count: int, claims: int) -> float:
    """Articles a second with rdflib and pySHACL as their documentation shows them."""
    import pyshacl
    import rdflib

    iris = Iris(Config().base_iri)
    parts: list[tuple[NamedGraph, ...]] = []
    for article, sheet in generate(count, claims):
        graph = map_sheet(article, sheet, iris)
        told = ArticleReport(article.key, article.publisher, article.published, sheet)
        parts += [(graph, d.incidents, d.findings) for d in derive([digest(told, iris)], iris)]
    shapes = rdflib.Graph()
    for path in sorted(shapes_folder().glob("*.ttl")):
        shapes.parse(path)
    started = time.perf_counter()
    for graphs in parts:
        data = rdflib.Graph()
        data.parse(data="".join(g.ntriples() for g in graphs), format="nt")
        pyshacl.validate(data, shacl_graph=shapes, inplace=True)
        data.serialize(format="turtle")
    rate = count / (time.perf_counter() - started)
    print(f"the plain way (rdflib graph, pyshacl.validate, rdflib Turtle; {count} articles): {rate:.2f} articles/s\n")
    return rate


def whole(count: int, claims: int, plain: float) -> None:
    """`belligraph publish` from sheets and articles on disk to a live release, on all cores."""
    with tempfile.TemporaryDirectory() as folder:
        inputs = _written(Path(folder), count, claims)
        command = [sys.executable, "-m", "belligraph", "publish", *map(str, inputs), "--to", f"{folder}/publication"]
        started = time.perf_counter()
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        peak = _watched(process)
        seconds = time.perf_counter() - started
        told = process.communicate()[1].strip().splitlines()[-1]
        if process.returncode:
            raise SystemExit(told)
        print(told)
        print(
            f"publish {count:,} articles: {seconds:.1f} s, {count / seconds:.1f} articles/s, "
            f"{count / seconds / plain:.0f}× the plain way; peak memory of all processes together {peak:.0f} MiB\n"
        )


def _watched(process: subprocess.Popen[str]) -> float:
    """Waits for the process; the most memory that it and its children held at one time, in MiB (resident, Linux)."""
    peak, page = 0.0, resource.getpagesize()
    while process.poll() is None:
        family = [process.pid]
        with contextlib.suppress(OSError):
            family += map(int, Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split())
        resident = 0
        for pid in family:
            with contextlib.suppress(OSError):
                resident += int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        peak = max(peak, resident * page / MIB)
        time.sleep(0.05)
    return peak


def _written(folder: Path, count: int, claims: int) -> list[Path]:
    articles = folder / "articles.jsonl"
    sheets = folder / "sheets"
    sheets.mkdir()
    with articles.open("wb") as lines:
        for number, (article, sheet) in enumerate(generate(count, claims)):
            lines.write(b" ".join(dump_article(article).split(b"\n")).strip() + b"\n")
            (sheets / f"{number}.json").write_text(dumps_json(sheet), "utf-8")
    return [articles, sheets]


if __name__ == "__main__":
    main()
