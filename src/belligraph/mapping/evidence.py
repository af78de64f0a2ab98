"""Passages: the exact words, as Web Annotation selectors.

A passage has one IRI for its offsets, so that all claims that rest on the same words share it. Both selectors are given:
the quote (with what stands around it) survives an edit of the page, the position says which of several like quotes is meant.
Source: https://www.w3.org/TR/annotation-model/#text-quote-selector and #text-position-selector.
"""

from __future__ import annotations

from belligraph.iri import ArticleIris
from belligraph.model.article import Article
from belligraph.model.sheet import Evidence, FactSheet
from belligraph.ntriples import Term, Triple, integer, iri, literal
from belligraph.vocab import OA, RDF

__all__ = ["map_passages", "passage"]

# enough to tell two occurrences of a quote apart, little enough not to republish the article twice
CONTEXT = 32

_A = iri(RDF.type)
_RESOURCE, _QUOTE, _POSITION = iri(OA.SpecificResource), iri(OA.TextQuoteSelector), iri(OA.TextPositionSelector)
_SOURCE, _SELECTOR = iri(OA.hasSource), iri(OA.hasSelector)
_EXACT, _PREFIX, _SUFFIX, _START, _END = iri(OA.exact), iri(OA.prefix), iri(OA.suffix), iri(OA.start), iri(OA.end)


def passage(span: Evidence, minted: ArticleIris) -> Term:
    """The passage's IRI as a term."""
    return Term(f"<{minted.passage(span.start, span.end)}>")


def map_passages(article: Article, sheet: FactSheet, minted: ArticleIris, triples: list[Triple]) -> None:
    """Adds every passage that the sheet quotes, once, in the order of the text."""
    spans: dict[tuple[int, int], Evidence] = {(s.start, s.end): s for s in sheet.article.furniture}
    for owners in (sheet.actors, sheet.places, sheet.events, sheet.claims):
        for owner in owners:
            for span in owner.evidence:
                spans[span.start, span.end] = span
    text, source = article.text, Term(f"<{minted.article}>")
    for (start, end), span in sorted(spans.items()):
        node = minted.passage(start, end)
        this, quote, position = Term(f"<{node}>"), Term(f"<{node}#quote>"), Term(f"<{node}#position>")
        triples += (
            (this, _A, _RESOURCE),
            (this, _SOURCE, source),
            (this, _SELECTOR, quote),
            (this, _SELECTOR, position),
            (quote, _A, _QUOTE),
            (quote, _EXACT, literal(span.quote)),
            (quote, _PREFIX, literal(text[max(0, start - CONTEXT) : start])),
            (quote, _SUFFIX, literal(text[end : end + CONTEXT])),
            (position, _A, _POSITION),
            (position, _START, integer(start)),
            (position, _END, integer(end)),
        )
