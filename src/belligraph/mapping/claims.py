"""Claims: reified statements with their modality, evidence and source chain. Nothing here asserts what a claim says.

A claim is an rdf:Statement in all but name (rdf:subject, rdf:predicate, rdf:object), which maps one to one to a reifier of
RDF 1.2. Its source chain is PROV's qualified attribution, the nearest speaker first, each step bg:cites the next; a claim
that nobody else is named for is attributed to the article's own voice.
"""

from __future__ import annotations

from collections.abc import Mapping

from belligraph.iri import ArticleIris
from belligraph.mapping.evidence import passage
from belligraph.mapping.quantity import map_quantity
from belligraph.mapping.time import map_time
from belligraph.model.predicates import PREDICATES
from belligraph.model.sheet import Claim, ConceptObject, DateObject, QuantityObject, Ref, TextObject
from belligraph.ntriples import Term, Triple, iri, literal
from belligraph.vocab import BG, PROV, RDF, RDFS, concept_iri

__all__ = ["claim_object", "map_claim"]

_A, _CLAIM, _ATTRIBUTION = iri(RDF.type), iri(BG.Claim), iri(PROV.Attribution)
_LABEL = iri(RDFS.label)
_SUBJECT, _PREDICATE, _OBJECT = iri(RDF.subject), iri(RDF.predicate), iri(RDF.object)
_MODALITY, _SPEECH, _EVIDENCE, _ARTICLE = iri(BG.modality), iri(BG.speech), iri(BG.evidence), iri(BG.inArticle)
_ATTRIBUTED, _AGENT, _CITES, _HEDGE, _WORDS = (
    iri(PROV.qualifiedAttribution), iri(PROV.agent), iri(BG.cites), iri(BG.hedge), iri(BG.words),
)  # fmt: skip


def claim_object(claim: Claim, nodes: Mapping[str, str], minted: ArticleIris) -> Term:
    """The object of a claim: a node of the article, a concept, or a quantity, a time or a motive of the claim's own."""
    match claim.object:
        case Ref(ref):
            return Term(f"<{nodes[ref]}>")
        case ConceptObject(concept, _):
            return iri(concept_iri(claim.property, concept))
        case QuantityObject():
            return Term(f"<{minted.claim(claim.id)}/quantity>")
        case DateObject():
            return Term(f"<{minted.claim(claim.id)}/time>")
        case TextObject():
            return Term(f"<{minted.claim(claim.id)}/motive>")


def map_claim(claim: Claim, nodes: Mapping[str, str], minted: ArticleIris, triples: list[Triple]) -> None:
    """Adds one claim; `nodes` gives the IRI of each actor, place and event of the sheet by its id."""
    node = minted.claim(claim.id)
    this = Term(f"<{node}>")
    triples += (
        (this, _A, _CLAIM),
        (this, _SUBJECT, Term(f"<{nodes[claim.subject]}>")),
        (this, _PREDICATE, iri(PREDICATES[claim.property])),
        (this, _OBJECT, claim_object(claim, nodes, minted)),
        (this, _MODALITY, iri(concept_iri("modality", claim.modality))),
        (this, _SPEECH, iri(concept_iri("speech", claim.speech))),
        (this, _ARTICLE, Term(f"<{minted.article}>")),
    )
    if claim.hedge:
        triples.append((this, _HEDGE, literal(claim.hedge)))
    if isinstance(claim.object, ConceptObject) and claim.object.words:
        triples.append((this, _WORDS, literal(claim.object.words)))
    triples += [(this, _EVIDENCE, passage(span, minted)) for span in claim.evidence]
    _map_chain(claim, node, nodes, minted, triples)
    if isinstance(claim.object, QuantityObject):
        map_quantity(claim.object.quantity, f"{node}/quantity", minted, triples)
    elif isinstance(claim.object, DateObject):
        map_time(claim.object, f"{node}/time", triples)
    elif isinstance(claim.object, TextObject):
        motive = Term(f"<{node}/motive>")
        triples += ((motive, _A, iri(BG.Motive)), (motive, _LABEL, literal(claim.object.text)))


def _map_chain(claim: Claim, node: str, nodes: Mapping[str, str], minted: ArticleIris, triples: list[Triple]) -> None:
    speakers = [nodes[actor] for actor in claim.attributed_to] or [minted.voice]
    former, link = Term(f"<{node}>"), _ATTRIBUTED
    for step, speaker in enumerate(speakers, 1):
        attribution = Term(f"<{node}/attribution/{step}>")
        triples += (
            (former, link, attribution),
            (attribution, _A, _ATTRIBUTION),
            (attribution, _AGENT, Term(f"<{speaker}>")),
        )
        former, link = attribution, _CITES
