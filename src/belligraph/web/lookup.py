"""The pages' own queries: `queries/pages/*.rq`, with IRIs in the place of their parameters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph

from belligraph.assets import queries_folder
from belligraph.formats import RdfFormat, ResultsFormat
from belligraph.iri import is_absolute
from belligraph.ntriples import Term, Triple
from belligraph.release.reading import Description, parse_ntriples
from belligraph.store import Request
from belligraph.web.answers import abandoned
from belligraph.web.site import Site

__all__ = ["Row", "construct", "quads", "select"]

Row = dict[str, str]
_PARAMETER = re.compile(r"<urn:parameter:([a-z]+)>")


def construct(site: Site, query: str, **parameters: Iterable[str]) -> Description:
    """What a CONSTRUCT query gives; each parameter is one IRI or several.

    Raises:
        QueryError: no answer in time.
        ValueError: a parameter that is no IRI.
    """
    if any(not list(values) for values in parameters.values()):
        return Description(())
    return Description(parse_ntriples(_ask(site, _filled(query, parameters)).decode()))


def select(site: Site, query: str, offset: int = 0, **parameters: Iterable[str]) -> list[Row]:
    """The solutions of a SELECT query as texts; an unbound variable is missing.

    Raises:
        QueryError: no answer in time.
        ValueError: a parameter that is no IRI.
    """
    if any(not list(values) for values in parameters.values()):
        return []
    text = _filled(query, parameters).replace("OFFSET 0\n", f"OFFSET {offset}\n")
    rows = json.loads(_ask(site, text))["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in rows]


def quads(site: Site, query: str, **parameters: Iterable[str]) -> Iterator[tuple[str, Triple]]:
    """The solutions of a SELECT query with the columns graph, s, p, o: the graph's IRI, and a triple as `construct` has it.

    Raises:
        QueryError: no answer in time.
        ValueError: a parameter that is no IRI.
    """
    if any(not list(values) for values in parameters.values()):
        return
    answer = _ask(site, _filled(query, parameters))
    solutions = pyoxigraph.parse_query_results(answer, format=pyoxigraph.QueryResultsFormat.JSON)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    for row in solutions:
        yield str(row["graph"])[1:-1], (Term(str(row["s"])), Term(str(row["p"])), Term(str(row["o"])))


def _ask(site: Site, text: str) -> bytes:
    # the text is ours and may be longer than a client's, with thousands of claims in it
    stream = site.pool.stream(Request(text, ResultsFormat.JSON, RdfFormat.N_TRIPLES), abandoned())
    return b"".join(stream)


def _filled(query: str, parameters: dict[str, Iterable[str]]) -> str:
    def terms(match: re.Match[str]) -> str:
        return " ".join(f"<{iri}>" for iri in parameters[match[1]])

    for iris in parameters.values():
        for iri in iris:
            if not is_absolute(iri):
                raise ValueError(f"no IRI: {iri[:200]!r}")
    return _PARAMETER.sub(terms, _text(query))


@cache
def _text(query: str) -> str:
    return (queries_folder() / "pages" / f"{query}.rq").read_text("utf-8")
