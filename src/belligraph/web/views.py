"""The pages of things: what `documents.tell` found, put so that a template only has to write it down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import render_template

from belligraph.link.table import outside_name
from belligraph.ntriples import value_of
from belligraph.release.reading import ClaimView, Description, local_name
from belligraph.vocab import BG, DCTERMS, FOAF, OWL, PREFIXES, SCHEMA, SKOS
from belligraph.web.asserted import POLICIES, findings_of, told_apart
from belligraph.web.documents import Kind, Told, page_to
from belligraph.web.headings import heading_of
from belligraph.web.highlights import around, cut
from belligraph.web.lookup import select
from belligraph.web.renderings import FileView
from belligraph.web.rivals import side_by_side
from belligraph.web.site import Site

__all__ = ["page_of", "web_address"]

_TEMPLATES = {
    Kind.ARTICLE: "article.html",
    Kind.CLAIM: "claim.html",
    Kind.EVENT: "happening.html",
    Kind.INCIDENT: "happening.html",
    Kind.ACTOR: "participant.html",
    Kind.PLACE: "participant.html",
    Kind.FINDING: "finding.html",
    Kind.OTHER: "thing.html",
}
# what an actor or a place is said to be, in the words of a heading, by predicate and role
_PARTS = (
    ("attacker", "object", "Said to be the attacker"),
    ("claims responsibility", "object", "Said to have claimed responsibility"),
    ("target", "object", "Said to be the target"),
    ("place", "object", "Said to have happened here"),
    ("sponsored by", "subject", "Said to be sponsored by"),
    ("acts for", "subject", "Said to act for"),
    ("sponsored by", "object", "Whom it is said to sponsor"),
    ("acts for", "object", "Who is said to act for it"),
)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What a page says of an article that it quotes."""

    iri: str
    publisher: str
    published: str
    url: str | None


@dataclass(frozen=True, slots=True)
class PartView:
    """The claims that give an actor or a place one part, by what they are about."""

    heading: str
    about: tuple[tuple[str, str, tuple[ClaimView, ...]], ...]
    """The IRI and the name of the other end, and the claims."""


def page_of(site: Site, told: Told, files: Sequence[FileView]) -> str:
    """The page of a subject that exists."""
    base, page = f"{site.release.base_iri}id/", page_to(site)

    def to(iri: str) -> str | None:
        """Where a link to a thing leads: the page of one of ours, the address of another's that is a web address."""
        return page(iri) if iri.startswith(base) else web_address(iri)

    articles = {iri: _article(told.context, iri) for iri in {c.article for c in told.claims}}
    publishers = {claim.iri: articles[claim.article].publisher for claim in told.claims}
    values: dict[str, Any] = {
        "site": site,
        "subject": told.subject,
        "kind": told.subject.kind.value,
        "label": told.own.label(told.subject.iri) or _untitled(told.own, told.subject.iri),
        "files": files,
        "claims": told.claims,
        "articles": articles,
        "findings": told_apart(findings_of(told.findings), publishers),
        "policies": POLICIES,
        "left_out": told.left_out,
        "to": to,
        "local_name": local_name,
        "web_address": web_address,
        "outside_name": outside_name,
    }
    values |= _more(site, told)
    return render_template(_TEMPLATES[told.subject.kind], **values)


def web_address(iri: str | None) -> str | None:
    """The IRI if a browser may follow it."""
    try:
        return iri if iri is not None and urlsplit(iri).scheme in {"http", "https"} else None
    except ValueError:
        return None


def _more(site: Site, told: Told) -> dict[str, Any]:
    match told.subject.kind:
        case Kind.ARTICLE:
            return _of_article(site, told)
        case Kind.CLAIM:
            return _of_claim(site, told)
        case Kind.EVENT | Kind.INCIDENT:
            return _of_happening(site, told)
        case Kind.ACTOR | Kind.PLACE:
            return _of_participant(site, told)
        case Kind.FINDING:
            # the words of its figure are told with the claims
            return {"finding": next(iter(findings_of(Description(told.triples))), None)}
        case _:
            return {"rows": _rows(told.own, told.subject.iri)}


def _of_article(site: Site, told: Told) -> dict[str, Any]:
    own, iri = told.own, told.subject.iri
    numbered = list(enumerate(told.claims, 1))
    passages = [(p.start, p.end, number) for number, claim in numbered for p in claim.passages]
    by_subject: dict[tuple[str, str], list[tuple[int, ClaimView]]] = defaultdict(list)
    for number, claim in numbered:
        by_subject[claim.subject, claim.subject_label].append((number, claim))
    return {
        "article": _article(own, iri),
        "pieces": cut(own.value(iri, SCHEMA.articleBody) or "", passages),
        "subjects": list(by_subject.items()),
        "incidents": _incidents(site, {c.subject for c in told.claims}),
        "facts": [
            (name, value)
            for name, predicate in (
                ("Language", SCHEMA.inLanguage), ("Rights", DCTERMS.rights), ("Read by", BG.extractor),
                ("SHA-256 of the text", BG.textSha256),
            )
            if (value := own.value(iri, predicate))
        ],
    }  # fmt: skip


def _of_claim(site: Site, told: Told) -> dict[str, Any]:
    claim = next((c for c in told.claims if c.iri == told.subject.iri), None)
    if claim is None:
        return {"claim": None, "title": "", "pieces": [], "incidents": {}}
    rows = select(site, "text", article=[claim.article])
    body = rows[0]["body"] if rows else ""
    return {
        "claim": claim,
        "title": (rows and rows[0].get("headline")) or heading_of(body) or claim.article.rsplit("/", 1)[-1],
        "pieces": around(body, [(p.start, p.end, 1) for p in claim.passages]),
        "incidents": _incidents(site, {claim.subject}),
    }


def _of_happening(site: Site, told: Told) -> dict[str, Any]:
    roles = told.roles or {}
    about = [c for c in told.claims if "subject" in roles.get(c.iri, ())]
    events = told.own.iris(told.subject.iri, BG.reportedAs) or [told.subject.iri]
    replaced_by = told.own.iris(told.subject.iri, DCTERMS.isReplacedBy)
    kinds = [k for k in ("Strike", "Attack", "Deployment", "EventSeries") if told.own.is_a(told.subject.iri, f"{BG.iri}{k}")]
    return {
        "groups": side_by_side(about),
        "led_to": [c for c in told.claims if "object" in roles.get(c.iri, ())],
        "events": [(e, told.own.label(e) or e.rsplit("/", 1)[-1], _article_of(told, e)) for e in events],
        "incidents": _incidents(site, {*events, *(c.subject for c in told.claims)}),
        "what": local_name(kinds[0]) if kinds else "event",
        "became": [(iri, told.own.label(iri) or iri.rsplit("/", 1)[-1]) for iri in replaced_by],
        "sources": len({s.name for c in about for s in c.chain}),
    }


def _of_participant(site: Site, told: Told) -> dict[str, Any]:
    roles = told.roles or {}
    parts = []
    shown: set[str] = set()
    for name, role, heading in _PARTS:
        chosen = [c for c in told.claims if c.property_name == name and role in roles.get(c.iri, ())]
        shown |= {c.iri for c in chosen}
        if chosen:
            parts.append(PartView(heading, _by_other_end(chosen, role)))
    others = [c for c in told.claims if c.iri not in shown and roles.get(c.iri, frozenset()) & {"subject", "object"}]
    if others:
        parts.append(PartView("Other claims", _by_other_end(others, "object")))
    own, iri = told.own, told.subject.iri
    return {
        "parts": parts,
        "says": [c for c in told.claims if "speaker" in roles.get(c.iri, ())],
        "incidents": _incidents(site, {c.subject for c in told.claims}),
        "what": local_name(
            own.value(iri, BG.actorKind)
            or own.value(iri, BG.placeKind)
            or own.value(iri, BG.entityType)
            or told.subject.kind.value
        ),
        "is_unidentified": own.is_a(iri, BG.UnidentifiedActor),
        "article": own.value(iri, BG.inArticle),
        "entities": select(site, "entities-of", thing=[iri]),
        "members": len({c.article for c in told.claims}),
        "links": [v for p in (OWL.sameAs, SKOS.exactMatch, SKOS.closeMatch) for v in own.iris(iri, p)],
        "part_of": own.iris(iri, SKOS.broadMatch),
        "pages": own.iris(iri, FOAF.isPrimaryTopicOf),
    }


def _by_other_end(claims: Iterable[ClaimView], role: str) -> tuple[tuple[str, str, tuple[ClaimView, ...]], ...]:
    ends: dict[tuple[str, str], list[ClaimView]] = defaultdict(list)
    for claim in claims:
        end = (claim.subject, claim.subject_label) if role == "object" else (claim.object_iri or "", claim.object_text)
        ends[end].append(claim)
    return tuple((iri, name, tuple(found)) for (iri, name), found in ends.items())


def _incidents(site: Site, events: set[str]) -> dict[str, tuple[str, str]]:
    rows = select(site, "incidents-of", event=sorted(events))
    return {row["event"]: (row["incident"], row["label"]) for row in rows}


def _article_of(told: Told, event: str) -> ArticleView | None:
    """The article that tells of the event, as far as its claims say."""
    articles = [claim.article for claim in told.claims if claim.subject == event]
    return _article(told.context, articles[0]) if articles else None


def _article(told: Description, iri: str) -> ArticleView:
    publisher = next(iter(told.iris(iri, SCHEMA.publisher)), "")
    return ArticleView(
        iri,
        told.label(publisher) or "publisher not told",
        told.value(iri, SCHEMA.datePublished) or "",
        web_address(told.value(iri, SCHEMA.url)),
    )


def _untitled(told: Description, iri: str) -> str:
    """What a thing without a label goes by: an article by its text, if that is told, anything else by its key."""
    return heading_of(told.value(iri, SCHEMA.articleBody) or "") or iri.rsplit("/", 1)[-1]


def _rows(told: Description, iri: str) -> list[tuple[str, str, str | None]]:
    rows = []
    for predicate, terms in told.predicates(iri).items():
        for term in terms:
            value = value_of(term)
            rows.append((_curie(predicate), _curie(value) if term[0] == "<" else value, value if term[0] == "<" else None))
    return rows


def _curie(iri: str) -> str:
    cut_at = max(iri.rfind("#"), iri.rfind("/")) + 1
    for prefix, namespace in PREFIXES.items():
        if namespace == iri[:cut_at]:
            return f"{prefix}:{iri[cut_at:]}"
    return iri
