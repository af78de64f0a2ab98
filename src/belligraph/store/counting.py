"""How many of what are in a database: the figures that VoID wants."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph

__all__ = ["count_by_class", "count_by_property"]


def count_by_class(store_folder: Path) -> dict[str, int]:
    """The instances of each class, by its IRI, in the order of the IRIs."""
    query = "SELECT ?c (COUNT(?s) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY ?c"
    return {iri: int(n) for iri, n in _rows(store_folder, query, "c", "n")}


def count_by_property(store_folder: Path) -> dict[str, int]:
    """The triples of each property, by its IRI, in the order of the IRIs."""
    query = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"
    return {iri: int(n) for iri, n in _rows(store_folder, query, "p", "n")}


def _rows(store_folder: Path, query: str, *columns: str) -> list[tuple[str, ...]]:
    solutions = pyoxigraph.Store.read_only(str(store_folder)).query(query)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    rows = []
    for solution in solutions:
        terms = [solution[c] for c in columns]
        rows.append(tuple(t.value for t in terms if isinstance(t, pyoxigraph.NamedNode | pyoxigraph.Literal)))
    return rows
