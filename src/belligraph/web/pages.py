"""Pages for people: the front page, the query form, results as a table. They work without scripts, and nothing is cut."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, render_template, request, url_for

from belligraph.assets import competency_folder, queries_folder
from belligraph.errors import QueryTooLarge
from belligraph.model.edtf import in_words
from belligraph.questions import Question, read_questions
from belligraph.release.reading import local_name
from belligraph.store import Answer
from belligraph.vocab import PREFIXES
from belligraph.web.documents import page_to
from belligraph.web.lookup import select
from belligraph.web.protocol import QueryRequest
from belligraph.web.site import Site, current_site

__all__ = ["Cell", "Examples", "query_page", "read_examples", "register", "results_page"]

# some 10,000 rows: what a browser still shows at once; whoever wants more wants a file
MAX_PAGE_BYTES = 4_000_000
INCIDENTS_IN_FRONT = 8
# competency questions from this number on are about more than one article
FIRST_ACROSS = 19
RIVALS_IN_FRONT = 12
FIRST_QUERY = "SELECT ?event ?label WHERE {\n  ?event a bg:Event ;\n    rdfs:label ?label .\n}\nORDER BY ?label\n"


@dataclass(frozen=True, slots=True)
class Examples:
    """Some of the product's own questions under a heading."""

    heading: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One term as a table shows it; `href` only where a browser may follow it."""

    text: str = ""
    href: str | None = None
    note: str = ""
    """A literal's language or datatype, or the whole of an IRI that is shown short."""
    number: bool = False


def register(app: Flask) -> None:
    """Adds the front page, with the example queries as they are now, and what templates need."""
    examples = read_examples()
    app.add_template_filter(in_words, "in_words")

    def front() -> Response:
        site = current_site()
        latest = select(site, "incidents")[:INCIDENTS_IN_FRONT]
        return _page(
            "front.html",
            examples=examples,
            incidents=latest,
            rivals=select(site, "rivals")[:RIVALS_IN_FRONT],
            page=page_to(site),
            name=local_name,
        )

    app.add_url_rule("/", "front", front)


def read_examples() -> tuple[Examples, ...]:
    """All of our own questions: those to start with, those that an article answers, those that go across articles."""
    competency = read_questions(competency_folder())
    return (
        Examples("Questions to start with", read_questions(queries_folder())),
        Examples("What an article says", tuple(q for q in competency if (q.number or 0) < FIRST_ACROSS)),
        Examples("Across articles", tuple(q for q in competency if (q.number or 0) >= FIRST_ACROSS)),
    )


def query_page(site: Site) -> Response:
    """The form, with a first query in it."""
    prefixes = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("bg", "rdfs"))
    return _page("query.html", query=f"{prefixes}\n{FIRST_QUERY}")


def results_page(site: Site, asked: QueryRequest, answer: Answer, formats: Sequence[str]) -> Response:
    """The whole answer as a page: a table, a word or Turtle. `answer` is in JSON or Turtle.

    Raises:
        QueryTooLarge: more than a browser can show.
    """
    if len(answer.body) > MAX_PAGE_BYTES:
        raise QueryTooLarge(
            f"the answer has {len(answer.body):,} bytes, too many for a page; nothing was sent",
            remedy=f"Add LIMIT, or take it as a file with &format={formats[0]} in the address.",
        )
    dataset = [("default-graph-uri", g) for g in asked.default_graphs]
    dataset += [("named-graph-uri", g) for g in asked.named_graphs]
    links = [
        (name, f"{url_for('sparql')}?{urlencode([('query', asked.query), *dataset, ('format', name)])}") for name in formats
    ]
    shown: dict[str, Any] = {"turtle": None, "boolean": None, "columns": (), "rows": ()}
    if answer.form.gives_a_graph:
        shown["turtle"] = answer.body.decode()
    else:
        results = json.loads(answer.body)
        shown["boolean"] = results.get("boolean")
        shown["columns"] = columns = results["head"].get("vars", [])
        bindings = results.get("results", {}).get("bindings", [])
        base = site.release.base_iri
        shown["rows"] = [[_cell(row.get(name), base) for name in columns] for row in bindings]
    return _page("results.html", query=asked.query, dataset=dataset, links=links, **shown)


def _page(template: str, **values: Any) -> Response:  # noqa: ANN401 - what templates take
    return Response(
        render_template(template, site=current_site(), service=f"{request.root_url}sparql", **values),
        content_type="text/html; charset=utf-8",
    )


def _cell(term: Mapping[str, Any] | None, base: str) -> Cell:
    if term is None:
        return Cell()
    value = term["value"]
    if isinstance(value, Mapping):  # a quoted triple of SPARQL 1.2
        return Cell(" ".join(_cell(value[part], base).text for part in ("subject", "predicate", "object")))
    match term["type"]:
        case "uri":
            return _iri_cell(value, base)
        case "bnode":
            return Cell(f"_:{value}")
        case _:
            language, datatype = term.get("xml:lang"), term.get("datatype", "")
            kind = datatype.removeprefix(PREFIXES["xsd"])
            return Cell(value, note=language or _short(datatype, base), number=kind in {"integer", "decimal", "double"})


def _iri_cell(iri: str, base: str) -> Cell:
    short = _short(iri, base)
    href = iri if _scheme(iri) in {"http", "https"} else None
    if iri.startswith(f"{base}id/"):
        # our own things are looked up at the server that answers, wherever the base leads
        href = f"{url_for('front')}{iri[len(base) :]}"
    return Cell(short, href, iri if short != iri else "")


def _scheme(iri: str) -> str:
    try:
        return urlsplit(iri).scheme
    except ValueError:
        return ""


def _short(iri: str, base: str) -> str:
    if iri.startswith(base):
        return iri[len(base) :] or iri
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    for prefix, namespace in PREFIXES.items():
        if namespace == iri[:cut] and iri[cut:]:
            return f"{prefix}:{iri[cut:]}"
    return iri
