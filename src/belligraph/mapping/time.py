"""Dates: a sem:Time with the EDTF date, the first and last day that it allows, and the article's words.

A date that could not be resolved keeps its words and has no day: nothing is guessed.
Source: SEM's time stamps, https://semanticweb.cs.vu.nl/2009/11/sem/.
"""

from __future__ import annotations

from belligraph.model.edtf import parse_edtf
from belligraph.model.sheet import DateObject
from belligraph.ntriples import Term, Triple, date, iri, literal
from belligraph.vocab import BG, RDF, SEM

__all__ = ["map_time"]

_A, _TIME, _EDTF, _WORDS = iri(RDF.type), iri(SEM.Time), iri(BG.edtf), iri(BG.words)
_EARLIEST, _LATEST = iri(SEM.hasEarliestBeginTimeStamp), iri(SEM.hasLatestEndTimeStamp)


def map_time(value: DateObject, node: str, triples: list[Triple]) -> None:
    """Adds the date as the node with that IRI."""
    this = Term(f"<{node}>")
    triples.append((this, _A, _TIME))
    if value.words:
        triples.append((this, _WORDS, literal(value.words)))
    if value.date is None:
        return
    span = parse_edtf(value.date)
    triples.append((this, _EDTF, literal(value.date)))
    if span.earliest:
        triples.append((this, _EARLIEST, date(span.earliest.isoformat())))
    if span.latest:
        triples.append((this, _LATEST, date(span.latest.isoformat())))
