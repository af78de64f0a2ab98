"""The W3C SHACL test suite, read from the shared material: what the engine takes, it judges as the suite says.

The engine knows the part of SHACL that our shapes use and refuses the rest (`ShapesError`): a refused test is counted as
refused, never as passed. So no shape can be judged wrongly by a term that is passed over.
Source: https://w3c.github.io/data-shapes/data-shapes-test-suite/.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from belligraph.errors import ShapesError
from belligraph.model.graph import NamedGraph
from belligraph.ntriples import Term, Triple, value_of
from belligraph.validate import Validator

SH = "http://www.w3.org/ns/shacl#"
SHT = "http://www.w3.org/ns/shacl-test#"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
FOLDERS = (
    "core/node",
    "core/property",
    "core/targets",
    "core/misc",
    "core/path",
    "core/complex",
    "sparql/node",
    "sparql/property",
    "sparql/component",
    "sparql/pre-binding",
)
# those of the suite whose shapes have only terms that ours may have; fewer: the engine refuses what it once knew
TAKES_AT_LEAST = 42

Result = tuple[str, str | None, str | None]


def files(shared: Path) -> Iterator[Path]:
    suite = shared / "checks" / "data" / "w3c-data-shapes" / "data-shapes-test-suite" / "tests"
    for folder in FOLDERS:
        for path in sorted((suite / folder).glob("*.ttl")):
            if path.name != "manifest.ttl" and not path.stem.endswith(("-shapes", "-data")):
                yield path


def parsed(path: Path) -> list[Triple]:
    quads = ox.parse(path=path, format=ox.RdfFormat.TURTLE, base_iri=path.as_uri(), rename_blank_nodes=False)
    return [(Term(str(q.subject)), Term(str(q.predicate)), Term(str(q.object))) for q in quads]


def one(triples: list[Triple], subject: Term, predicate: str) -> Term | None:
    return next((o for s, p, o in triples if s == subject and p == f"<{predicate}>"), None)


def expected(triples: list[Triple]) -> tuple[bool, Counter[Result]]:
    report = next(o for _, p, o in triples if p == f"<{MF}result>")
    results: Counter[Result] = Counter()
    for node in [o for s, p, o in triples if s == report and p == f"<{SH}result>"]:
        focus, value = one(triples, node, f"{SH}focusNode"), one(triples, node, f"{SH}value")
        shape = one(triples, node, f"{SH}sourceShape")
        assert focus is not None
        # a shape without a name has another label in every parse
        named = value_of(shape) if shape is not None and shape[0] == "<" else None
        results[(value_of(focus), named, None if value is None else value_of(value))] += 1
    return one(triples, report, f"{SH}conforms") == '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>', results


def judged(path: Path, triples: list[Triple], folder: Path) -> tuple[bool, Counter[Result]]:
    """What the engine says of the file's graph by the file's shapes.

    Raises:
        ShapesError: the engine does not know a term of these shapes.
    """
    (folder / "shapes.ttl").write_bytes("".join(f"{s} {p} {o} .\n" for s, p, o in triples).encode())
    report = Validator(folder).validate([NamedGraph.of("urn:data", triples)])
    results: Counter[Result] = Counter()
    for result in report.results:
        named = result.shape if not result.shape.startswith("_:") else None
        results[(result.focus_node, named, result.value)] += 1
    return not report.results, results


def test_what_the_engine_takes_of_the_suite_it_judges_as_the_suite_says(shared: Path, tmp_path: Path) -> None:
    passed: list[str] = []
    failed: dict[str, object] = {}
    for number, path in enumerate(files(shared)):
        triples = parsed(path)
        failure = any(p == f"<{MF}result>" and o == f"<{SHT}Failure>" for _, p, o in triples)
        folder = tmp_path / str(number)
        folder.mkdir()
        try:
            ours = judged(path, triples, folder)
        except ShapesError:
            continue
        if failure:
            failed[path.stem] = "the suite wants these shapes refused"
        elif ours != expected(triples):
            failed[path.stem] = (ours, expected(triples))
        else:
            passed.append(path.stem)
    assert not failed
    assert len(passed) >= TAKES_AT_LEAST, passed
