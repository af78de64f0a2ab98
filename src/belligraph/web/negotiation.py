"""Which representation a client gets: the one that the address names, else the best for its Accept header, else 406.

Sources: RFC 9110 sections 12.5.1 and 15.5.7.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from flask import request
from werkzeug.exceptions import BadRequest, NotAcceptable

from belligraph.formats import RdfFormat, ResultsFormat, negotiate
from belligraph.web.answers import Offer

__all__ = ["GRAPH_FORMATS", "GRAPH_OFFERS", "PAGE", "RESULT_OFFERS", "choose"]

GRAPH_FORMATS = (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD)
# clients send the same few headers again and again; a longer one is read each time it comes
MAX_REMEMBERED = 500
PAGE = Offer("text/html")
RESULT_OFFERS = (
    *(Offer(f.media_type, f) for f in ResultsFormat),
    Offer("application/json", ResultsFormat.JSON),
    Offer("application/xml", ResultsFormat.XML),
    PAGE,
)
GRAPH_OFFERS = (*(Offer(f.media_type, f) for f in GRAPH_FORMATS), PAGE)
# what clients call the formats in an address (SPARQLWrapper, Virtuoso's and Fuseki's users)
_ALIASES: dict[ResultsFormat | RdfFormat, tuple[str, ...]] = {
    RdfFormat.TURTLE: ("n3", "text/n3"),
    RdfFormat.N_TRIPLES: ("n-triples", "text/plain"),
    RdfFormat.RDF_XML: ("xml", "rdf+xml", "application/xml"),
    RdfFormat.JSON_LD: ("json-ld", "json", "application/json"),
    ResultsFormat.JSON: ("application/json",),
    ResultsFormat.XML: ("application/xml",),
}


def choose(offers: Sequence[Offer], format_name: str | None = None) -> Offer:
    """The offer that `format_name` names, else the best one for Accept.

    Raises:
        BadRequest: no offer has the name.
        NotAcceptable: the client accepts none; the message lists them.
    """
    if format_name is not None:
        named = _named(offers)
        if format_name.casefold() not in named:
            known = ", ".join(sorted({o.format.label for o in offers if o.format is not None}))
            raise BadRequest(f"no format {format_name[:50]!r} for this query; there are {known}")
        return named[format_name.casefold()]
    accept = request.headers.get("Accept", "")
    offer = _negotiated(accept, tuple(offers)) if len(accept) < MAX_REMEMBERED else _best(accept, offers)
    if offer is None:
        offered = ", ".join(o.media_type for o in offers)
        raise NotAcceptable(f"none of the accepted types is offered here; offered are {offered}")
    return offer


def _best(accept: str, offers: Sequence[Offer]) -> Offer | None:
    return negotiate(accept, [(o.media_type, o) for o in offers])


_negotiated = lru_cache(maxsize=256)(_best)


def _named(offers: Sequence[Offer]) -> dict[str, Offer]:
    named: dict[str, Offer] = {}
    for offer in offers:
        if offer.format is not None:
            own = (offer.format.label, offer.format.extension, offer.format.media_type)
            for name in (*own, *_ALIASES.get(offer.format, ())):
                named.setdefault(name, offer)
    return named
