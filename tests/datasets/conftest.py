"""Rows of a file as a database, and questions to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

from belligraph.datasets import MAPPERS, read_records
from belligraph.iri import Iris
from belligraph.vocab import PREFIXES as PREFIX_MAP

PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIX_MAP.items())


@pytest.fixture
def mapped() -> Callable[[str, Path], Store]:
    """The rows of a file as a database, with all that they share."""

    def read(name: str, path: Path) -> Store:
        mapper = MAPPERS[name]
        store = Store()
        iris = Iris("https://data.example/war/").dataset(name)
        for record in read_records(path, mapper.layout, mapper.title):
            row = mapper.map(record, iris)
            triples = [*row.triples, *(triple for shared in row.shared.values() for triple in shared)]
            store.load("".join(f"{s} {p} {o} .\n" for s, p, o in triples), RdfFormat.N_TRIPLES)
        return store

    return read


@pytest.fixture
def ask() -> Callable[[Store, str], list[tuple[str | None, ...]]]:
    """The solutions of a SPARQL query, sorted, as plain values."""

    def answer(store: Store, query: str) -> list[tuple[str | None, ...]]:
        solutions = store.query(PREFIXES + query)
        assert isinstance(solutions, QuerySolutions)
        names = [variable.value for variable in solutions.variables]
        rows = [tuple(getattr(row[name], "value", None) for name in names) for row in solutions]
        return sorted(rows, key=str)

    return answer
