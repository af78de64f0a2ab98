"""What there is to say about a thing: the triples behind its page and its documents.

article/KEY                     the article's named graph
article/KEY/claim/ID            the claim with its chain, its words, and the findings that rest on it
article/KEY/event|actor|place/ID, incident/KEY, actor/KEY, place/KEY
                                the thing, every claim in which it plays a part, and the findings about it
dataset/KEY, dataset/KEY/row|event|claim/…    a dataset, what its rows speak of: their own triples
finding/KEY                     the finding and the claims that it rests on
anything else that we mint      its own triples
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from flask import url_for

from belligraph.ntriples import Triple
from belligraph.release.reading import ClaimView, Description, read_claims
from belligraph.vocab import BG, DCTERMS, PROV
from belligraph.web.lookup import construct, quads, select
from belligraph.web.site import Site

__all__ = ["MAX_CLAIMS", "Kind", "Subject", "Told", "about", "graphs_of", "page_to", "subject_of", "successor_of", "tell"]

# a page with more is no page any more; the rest is a query away, and the page says so
MAX_CLAIMS = 400
# keys come from hexadecimal digits and the ids of fact sheets; nothing else reaches a query
_PATH = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,199}(?:/[0-9A-Za-z][0-9A-Za-z_-]{0,199}){0,6}")


class Kind(Enum):
    """What a thing is, as far as its address tells."""

    ARTICLE = "article"
    CLAIM = "claim"
    EVENT = "event"
    ACTOR = "actor"
    PLACE = "place"
    INCIDENT = "incident"
    FINDING = "finding"
    OTHER = "thing"


_PARTS = {"claim": Kind.CLAIM, "event": Kind.EVENT, "actor": Kind.ACTOR, "place": Kind.PLACE}
_OWN = {
    "article": Kind.ARTICLE,
    "incident": Kind.INCIDENT,
    "finding": Kind.FINDING,
    "actor": Kind.ACTOR,
    "place": Kind.PLACE,
}
_WITH_CLAIMS = {Kind.EVENT, Kind.ACTOR, Kind.PLACE, Kind.INCIDENT}


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing by its address: what stands behind `id/` in its IRI."""

    kind: Kind
    path: str
    """The path of the document: that of the thing, or of the claim that a part of it belongs to."""
    iri: str
    article: str | None
    """The article's IRI, for what one article speaks of."""

    @property
    def key(self) -> str:
        """The last part of the path."""
        return self.path.rsplit("/", 1)[-1]


_NOTHING = Description(())


@dataclass(frozen=True, slots=True)
class Told:
    """What a release says of a subject."""

    subject: Subject
    own: Description
    claims: tuple[ClaimView, ...] = ()
    roles: dict[str, frozenset[str]] | None = None
    """For each claim's IRI, the parts that the subject plays in it: subject, object, speaker."""
    context: Description = _NOTHING
    """What is told of the articles and actors that the claims name."""
    findings: Description = _NOTHING
    left_out: int = 0
    """How many claims there are besides."""
    triples: tuple[Triple, ...] = ()

    @property
    def exists(self) -> bool:
        """Whether the release says anything of it."""
        return bool(self.triples)


def subject_of(base: str, path: str) -> Subject | None:
    """The subject with that path behind `id/`, or None for a path that we never mint."""
    if not _PATH.fullmatch(path):
        return None
    first, *rest = path.split("/")
    if not rest or first not in {"article", "dataset", "incident", "finding", "actor", "place", "sponsorship", "link"}:
        return None
    if first == "dataset":
        return Subject(Kind.OTHER, path, f"{base}id/{path}", None)
    if first != "article":
        # links lie under the dataset that they lead to, mentions under their entity, the others directly under their kind
        is_part = len(rest) == 2 if first == "link" else len(rest) == 3 and first in {"actor", "place"}
        kind = Kind.OTHER if is_part else _OWN.get(first, Kind.OTHER)
        return Subject(kind, path, f"{base}id/{path}", None) if is_part or len(rest) == 1 else None
    article = f"{base}id/article/{rest[0]}"
    if len(rest) == 1:
        return Subject(Kind.ARTICLE, path, article, article)
    if rest[1] == "claim" and len(rest) > 3:
        # a claim's quantity, date, motive and source chain are described with the claim
        path = "/".join((first, *rest[:3]))
    kind = _PARTS.get(rest[1], Kind.OTHER) if len(path.split("/")) == 4 else Kind.OTHER
    return Subject(kind, path, f"{base}id/{path}", article)


def page_to(site: Site) -> Callable[[str], str | None]:
    """What gives the address of the page about one of our things, for templates; None for any other IRI."""
    base = f"{site.release.base_iri}id/"

    def page(iri: str) -> str | None:
        subject = subject_of(site.release.base_iri, iri.removeprefix(base)) if iri.startswith(base) else None
        if subject is None:
            return None
        kind, _, rest = subject.path.partition("/")
        return url_for("document", kind=kind, rest=rest, extension="html")

    return page


def tell(site: Site, subject: Subject) -> Told:
    """What the release says of it; `exists` is false when it says nothing.

    Raises:
        QueryError: no answer in time.
    """
    match subject.kind:
        case Kind.ARTICLE:
            own = construct(site, "article", graph=[_graph_of(site, subject)])
            return Told(subject, own, tuple(read_claims(own)), context=own, triples=own.triples)
        case Kind.CLAIM:
            own = about(site, subject)
            shown = [subject.iri, *own.iris(subject.iri, BG.contradicts)] if subject.iri in own else []
            return _with_claims(site, subject, dict.fromkeys(shown, frozenset[str]()), things=[subject.iri])
        case Kind.FINDING:
            own = about(site, subject)
            rests_on = own.iris(subject.iri, PROV.wasDerivedFrom)
            return _with_claims(site, subject, dict.fromkeys(rests_on, frozenset[str]()), own=own)
        case kind if kind in _WITH_CLAIMS:
            own = about(site, subject)
            things = [subject.iri, *own.iris(subject.iri, BG.reportedAs)]
            if subject.article is None and kind in {Kind.ACTOR, Kind.PLACE}:
                things += [row["member"] for row in select(site, "members", thing=[subject.iri])]
            roles: dict[str, frozenset[str]] = {}
            for row in select(site, "claims-about", thing=things):
                roles[row["claim"]] = roles.get(row["claim"], frozenset()) | {row["role"]}
            return _with_claims(site, subject, roles, own=own, things=[subject.iri])
        case _:
            own = about(site, subject)
            return Told(subject, own, triples=own.triples if subject.iri in own else ())


def graphs_of(site: Site, told: Told) -> dict[str, list[Triple]]:
    """The triples that are told by the named graph that holds them, in each that does.

    Raises:
        QueryError: no answer in time.
    """
    triples = dict.fromkeys(told.triples)
    if told.subject.kind is Kind.ARTICLE:
        return {_graph_of(site, told.subject): list(triples)}
    graphs: dict[str, list[Triple]] = {}
    for graph, triple in quads(site, "quads", subject=list(dict.fromkeys(s[1:-1] for s, _, _ in triples))):
        if triple in triples:
            graphs.setdefault(graph, []).append(triple)
    return graphs


def _graph_of(site: Site, article: Subject) -> str:
    return f"{site.release.base_iri}graph/article/{article.key}"


def successor_of(site: Site, told: Description, subject: Subject) -> Subject | None:
    """The incident that became of this one, if it is told of no more and all its reports went there."""
    if subject.kind is not Kind.INCIDENT or told.is_a(subject.iri, BG.Incident):
        return None
    became = told.iris(subject.iri, DCTERMS.isReplacedBy)
    base = site.release.base_iri
    return subject_of(base, became[0].removeprefix(f"{base}id/")) if len(became) == 1 else None


def about(site: Site, subject: Subject) -> Description:
    """What is said of a thing itself, with the names of what it leads to.

    Raises:
        QueryError: no answer in time.
    """
    return construct(site, "thing", thing=[subject.iri])


def _with_claims(
    site: Site,
    subject: Subject,
    roles: dict[str, frozenset[str]],
    own: Description | None = None,
    things: list[str] | None = None,
) -> Told:
    shown = list(roles)[:MAX_CLAIMS]
    claims = construct(site, "claims", claim=shown)
    findings = construct(site, "findings-about", thing=things or [])
    own = claims if own is None else own
    if subject.iri not in own:
        return Told(subject, own)
    triples = dict.fromkeys((*own.triples, *claims.triples, *findings.triples))
    return Told(subject, own, tuple(read_claims(claims)), roles, claims, findings, len(roles) - len(shown), tuple(triples))
