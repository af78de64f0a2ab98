"""The links of a release to other datasets as VoID linksets, one for each dataset and predicate.

Source: https://www.w3.org/TR/void/#linkset (section 5: just two targets, which differ, and at most one link predicate).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from belligraph.model.release import Release
from belligraph.ntriples import Term, Triple, iri, literal
from belligraph.vocab import RDF

__all__ = ["linkset_triples"]

# written when the links are made (link/linksets.py); importing that would load the authority
_FILE = "linksets.ttl"
_VOID, _TITLE = "http://rdfs.org/ns/void#", "http://purl.org/dc/terms/title"


class _Linkset(NamedTuple):
    """One linkset as the file of the release has it."""

    name: str
    """The dataset that is linked to and the predicate, such as `wikidata-sameAs`."""
    title: Term
    objects_target: str
    predicate: Term
    links: Term


def linkset_triples(release: Release, dataset: Term) -> Iterator[Triple]:
    """The linksets of the release, as parts of its dataset; none where no name was linked.

    Raises:
        OSError: the file of the release cannot be read.
    """
    document = dataset[1:-1].partition("#")[0]
    for found in _read(release.folder / _FILE):
        this, target = iri(f"{document}#links-{found.name}"), iri(found.objects_target)
        yield from (
            (dataset, _void("subset"), this),
            (this, iri(RDF.type), _void("Linkset")),
            (this, iri(_TITLE), found.title),
            (this, _void("target"), dataset),
            (this, _void("target"), target),
            (this, _void("subjectsTarget"), dataset),
            (this, _void("objectsTarget"), target),
            (this, _void("linkPredicate"), found.predicate),
            (this, _void("triples"), found.links),
            (target, iri(RDF.type), _void("Dataset")),
            (target, _void("uriSpace"), literal(found.objects_target)),
        )


@lru_cache(maxsize=8)
def _read(path: Path) -> tuple[_Linkset, ...]:
    """The linksets in the file of a release, which never changes."""
    if not path.exists():
        return ()  # a release from before there were links
    described: dict[str, dict[str, Term]] = {}
    for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE):
        described.setdefault(str(quad.subject)[1:-1], {})[str(quad.predicate)[1:-1]] = Term(str(quad.object))
    return tuple(
        _Linkset(
            "-".join(name.split("/")[-2:]),
            told[_TITLE],
            told[f"{_VOID}objectsTarget"][1:-1],
            told[f"{_VOID}linkPredicate"],
            told[f"{_VOID}triples"],
        )
        for name, told in sorted(described.items())
        if told.get(str(RDF.type)) == _void("Linkset")
    )


def _void(name: str) -> Term:
    return iri(f"{_VOID}{name}")
