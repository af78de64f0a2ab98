"""Sponsorships: the qualified form of "A is backed by B", with the kind of support as far as the words tell it.

Source: the qualification pattern of PROV-O, https://www.w3.org/TR/prov-o/#description-qualified-terms.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

from belligraph.iri import Iris
from belligraph.model.sheet import Claim
from belligraph.ntriples import Term, Triple, iri, literal
from belligraph.vocab import BG, PROV, RDF, concept_iri

__all__ = ["qualify", "support_of"]

_A, _SPONSORSHIP, _RESTS_ON = iri(RDF.type), iri(BG.Sponsorship), iri(PROV.wasDerivedFrom)
_QUALIFIED, _SPONSOR, _SUPPORT, _WORDS = iri(BG.qualifiedSponsorship), iri(BG.sponsor), iri(BG.support), iri(BG.words)
# what a quote says of the kind of support; words that only tell that there is some mean "backs"
_KINDS = {
    "funds": re.compile(r"\b(?:fund|financ|bankroll)", re.I),
    "arms": re.compile(r"(?:\b|-)(?:armed|arms|arming|supplie[sd]|equip)", re.I),
    "trains": re.compile(r"(?:\b|-)train", re.I),
    "directs": re.compile(r"(?:\b|-)(?:direct(?:ed|s|ing)|controlled|command(?:ed|s))\b", re.I),
    "hosts": re.compile(r"\b(?:hosts|hosted|harbou?rs|harbou?red)\b", re.I),
}
_BACKS = re.compile(r"(?:\b|-)(?:back|support|sponsor|align|affiliat|prox|linked|alli)", re.I)


def support_of(quotes: Iterable[str]) -> list[str]:
    """The kinds of support that the quoted words name, concepts of the scheme `support`, sorted; empty if they name none."""
    text = "\n".join(quotes)
    named = sorted(kind for kind, words in _KINDS.items() if words.search(text))
    return named or (["backs"] if _BACKS.search(text) else [])


def qualify(actor: Term, sponsor: Term, claims: Iterable[Claim], supports: Iterable[Term], iris: Iris) -> Iterator[Triple]:
    """The sponsorship of `actor` by `sponsor` that rests on those claims; `supports` are their terms."""
    digest = hashlib.sha256(f"{actor} {sponsor}".encode()).hexdigest()
    this = iri(iris.sponsorship(digest[:16]))
    quotes = list(dict.fromkeys(span.quote for claim in claims for span in claim.evidence))
    yield from ((actor, _QUALIFIED, this), (this, _A, _SPONSORSHIP), (this, _SPONSOR, sponsor))
    yield from ((this, _SUPPORT, iri(concept_iri("support", kind))) for kind in support_of(quotes))
    yield from ((this, _WORDS, literal(quote)) for quote in quotes)
    yield from ((this, _RESTS_ON, claim) for claim in supports)
