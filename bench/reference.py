"""pySHACL as the baseline of two benches: as its documentation shows it, and with its SPARQL parse memoised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import rdflib
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.processor import SPARQLProcessor
from rdflib.plugins.sparql.sparql import Query

from belligraph.assets import shapes_folder
from belligraph.model.graph import NamedGraph
from belligraph.model.report import Report
from belligraph.validate.reference import validate_graph

__all__ = ["memoised_parse", "reference_report"]


def reference_report(graphs: Sequence[NamedGraph]) -> Report:
    """What pySHACL says of an article's graphs."""
    data = rdflib.Graph().parse(data="".join(g.ntriples() for g in graphs), format="nt")
    return validate_graph(data, shapes_folder())


@contextmanager
def memoised_parse() -> Iterator[None]:
    """Lets rdflib parse and translate each query text once: pySHACL hands it the same text for every focus node."""
    query = SPARQLProcessor.query

    def query_once(self: SPARQLProcessor, text: str, *others: Any, **named: Any) -> Any:  # noqa: ANN401 - as rdflib has it
        namespaces = tuple(sorted((k, str(v)) for k, v in (named.get("initNs") or {}).items()))
        return query(self, _prepared(text, namespaces) if isinstance(text, str) else text, *others, **named)

    SPARQLProcessor.query = query_once  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        SPARQLProcessor.query = query  # type: ignore[method-assign]


@cache
def _prepared(text: str, namespaces: tuple[tuple[str, str], ...]) -> Query:
    return prepareQuery(text, dict(namespaces))
