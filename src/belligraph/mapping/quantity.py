"""Quantities: the number as the source gave it, with its words; bounds only where the words give them."""

from __future__ import annotations

from belligraph.iri import ArticleIris
from belligraph.model.sheet import Quantity
from belligraph.ntriples import Term, Triple, boolean, decimal, iri, literal
from belligraph.vocab import BG, RDF

__all__ = ["map_quantity"]

_A, _QUANTITY = iri(RDF.type), iri(BG.Quantity)
_WORDS, _VALUE, _MIN, _MAX = iri(BG.words), iri(BG.value), iri(BG.min), iri(BG.max)
_APPROXIMATE, _OF, _EXCLUDES = iri(BG.approximate), iri(BG.countOf), iri(BG.excludes)


def map_quantity(quantity: Quantity, node: str, minted: ArticleIris, triples: list[Triple]) -> None:
    """Adds the quantity as the node with that IRI."""
    this = Term(f"<{node}>")
    triples += [(this, _A, _QUANTITY), (this, _WORDS, literal(quantity.words))]
    for predicate, number in ((_VALUE, quantity.value), (_MIN, quantity.min), (_MAX, quantity.max)):
        if number is not None:
            triples.append((this, predicate, decimal(number)))
    triples.append((this, _APPROXIMATE, boolean(quantity.approximate)))
    if quantity.of:
        triples.append((this, _OF, literal(quantity.of)))
    if quantity.excludes:
        triples.append((this, _EXCLUDES, iri(minted.event(quantity.excludes))))
