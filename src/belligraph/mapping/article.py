"""The article itself: schema:NewsArticle, its voice as a source, its furniture."""

from __future__ import annotations

from belligraph.iri import ArticleIris
from belligraph.mapping.evidence import passage
from belligraph.model.article import Article
from belligraph.model.sheet import FactSheet
from belligraph.ntriples import Triple, date, iri, literal
from belligraph.vocab import BG, DCTERMS, RDF, RDFS, SCHEMA

__all__ = ["map_article"]

_A = iri(RDF.type)
_LABEL = iri(RDFS.label)


def map_article(article: Article, sheet: FactSheet, minted: ArticleIris, triples: list[Triple]) -> None:
    """Adds what is known of the article. What nobody told us is left out, never guessed."""
    subject = iri(minted.article)
    triples += [
        (subject, _A, iri(SCHEMA.NewsArticle)),
        (subject, iri(SCHEMA.articleBody), literal(article.text)),
        (subject, iri(BG.textSha256), literal(article.text_sha256)),
    ]
    if article.title:
        triples.append((subject, iri(SCHEMA.headline), literal(article.title)))
    if article.url:
        triples.append((subject, iri(SCHEMA.url), iri(article.url)))
    if article.published:
        triples.append((subject, iri(SCHEMA.datePublished), date(article.published.isoformat())))
    if article.language:
        triples.append((subject, iri(SCHEMA.inLanguage), literal(article.language)))
    if article.licence:
        triples.append((subject, iri(DCTERMS.rights), literal(article.licence)))
    if sheet.extractor:
        made_by = f"{sheet.extractor.name} {sheet.extractor.version}"
        triples.append((subject, iri(BG.extractor), literal(made_by)))
    for span in sheet.article.furniture:
        triples.append((subject, iri(BG.furniture), passage(span, minted)))
    _map_voice(article, minted, triples)


def _map_voice(article: Article, minted: ArticleIris, triples: list[Triple]) -> None:
    voice, subject = iri(minted.voice), iri(minted.article)
    label = f"{article.publisher}, in the article's own voice" if article.publisher else "the article's own voice"
    triples += [
        (voice, _A, iri(BG.ArticleVoice)),
        (voice, _LABEL, literal(label, "en")),
        (voice, iri(BG.inArticle), subject),
    ]
    if article.publisher:
        publisher = iri(minted.publisher)
        triples += [
            (subject, iri(SCHEMA.publisher), publisher),
            (publisher, _A, iri(SCHEMA.Organization)),
            (publisher, iri(SCHEMA.name), literal(article.publisher)),
        ]
