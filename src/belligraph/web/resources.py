"""Things and the documents about them: the IRI of a thing answers 303 to the document that the client prefers.

    /id/article/KEY/claim/c1        303
                                    301 to the other's for an incident that became part of another one
    /article/KEY/claim/c1.html      a page; .ttl .jsonld .nt .trig .nq .rdf12.ttl say the same for programs

Source: https://www.w3.org/TR/cooluris/ section 4.2 (303 URIs); RFC 9110 section 15.4.4; RFC 8288 (Link).
"""

from __future__ import annotations

import hashlib

from flask import Flask, Response, redirect, request, url_for
from werkzeug.exceptions import Gone, NotFound
from werkzeug.wrappers import Response as AnyResponse

from belligraph.formats import RdfFormat, negotiate
from belligraph.web.answers import content_type
from belligraph.web.documents import Kind, Subject, about, subject_of, successor_of, tell
from belligraph.web.headers import not_modified, vary_by
from belligraph.web.renderings import PAGE, RENDERINGS, FileView, rendered
from belligraph.web.site import Site, current_shelf, current_site
from belligraph.web.software import fingerprint
from belligraph.web.views import page_of

__all__ = ["register"]

_OFFERED = [(rendering.media_type, extension) for extension, rendering in RENDERINGS.items()]
# who likes graphs a little better (Comunica) would find the default graph of such a document empty: they get triples, and
# graphs go to those who accept little else
_QUALITIES = {f.media_type: 0.5 for f in (RdfFormat.TRIG, RdfFormat.N_QUADS)}
_EXTENSIONS = ", ".join(f'"{extension}"' for extension in RENDERINGS)
_KINDS = "any(article, dataset, incident, finding, actor, place, sponsorship, link)"


def register(app: Flask) -> None:
    """Adds the addresses of things and of their documents."""
    app.add_url_rule("/id/<path:path>", "thing", _thing)
    app.add_url_rule(f"/<{_KINDS}:kind>/<path:rest>.<any({_EXTENSIONS}):extension>", "document", _document)


def _thing(path: str) -> AnyResponse:
    """The way to the document that describes a thing."""
    site = current_site()
    subject = _subject(site, path)
    if subject.kind is Kind.INCIDENT and (successor := successor_of(site, about(site, subject), subject)) is not None:
        return _moved(url_for("thing", path=successor.path))
    extension = negotiate(request.headers.get("Accept"), _OFFERED, _QUALITIES) or "ttl"
    address = _address(subject, extension)
    if extension == PAGE.extension and "/passage/" in path and subject.article is not None:
        # a passage is shown where it stands
        article = _subject(site, subject.article.removeprefix(f"{site.release.base_iri}id/"))
        address = f"{_address(article, PAGE.extension)}#passage-{subject.key}"
    response = redirect(address, 303)
    vary_by(response, "Accept")
    response.headers["Link"] = _links(subject, None)
    return response


def _document(kind: str, rest: str, extension: str) -> AnyResponse:
    site = current_site()
    subject = _subject(site, f"{kind}/{rest}")
    if subject.path != f"{kind}/{rest}":
        raise NotFound(f"this is described in {_address(subject, extension)}")
    tag = _tag(site, subject, extension)
    if (unchanged := not_modified(tag, RENDERINGS[extension].media_type)) is not None:
        unchanged.headers["Link"] = _links(subject, extension)
        return unchanged
    told = tell(site, subject)
    if not told.exists:
        _raise_missing(subject)
    if (successor := successor_of(site, told.own, subject)) is not None:
        return _moved(_address(successor, extension))
    rendering = RENDERINGS[extension]
    if rendering.format is None:
        files = [FileView(r.name, r.media_type, _address(subject, r.extension)) for r in RENDERINGS.values() if r.format]
        body = page_of(site, told, files).encode()
    else:
        body = rendered(site, told, rendering.format)
    response = Response(body, content_type=content_type(rendering.media_type))
    response.set_etag(tag)
    response.headers["Link"] = _links(subject, extension)
    return response


def _moved(address: str) -> AnyResponse:
    """The way from an incident that became part of another one; a rollback may bring it back, so ask again each time."""
    response = redirect(address, 301)
    response.headers["Cache-Control"] = "public, no-cache"
    return response


def _subject(site: Site, path: str) -> Subject:
    subject = subject_of(site.release.base_iri, path)
    if subject is None:
        raise NotFound("this release mints no such IRI")
    return subject


def _raise_missing(subject: Subject) -> None:
    publication = current_shelf().publication
    if subject.article is not None and publication is not None:
        key = subject.path.split("/")[1]
        withdrawal = publication.withdrawal(key)
        if withdrawal is not None:
            raise Gone(f"the article {key} was withdrawn on {withdrawal.date}: {withdrawal.reason}")
    name = "thing" if subject.kind is Kind.OTHER else subject.kind.value
    raise NotFound(f"this release holds no {name} {subject.key!r}")


def _address(subject: Subject, extension: str) -> str:
    kind, _, rest = subject.path.partition("/")
    return url_for("document", kind=kind, rest=rest, extension=extension)


def _links(subject: Subject, own: str | None) -> str:
    thing = url_for("thing", path=subject.path)
    links = [f'<{thing}>; rel="{"describes" if own else "canonical"}"']
    relation = "alternate" if own else "describedby"
    links += [
        f'<{_address(subject, extension)}>; rel="{relation}"; type="{rendering.media_type}"'
        for extension, rendering in RENDERINGS.items()
        if extension != own
    ]
    if own is not None:
        links.append(f'<{_address(subject, own)}>; rel="canonical"')
    return ", ".join(links)


def _tag(site: Site, subject: Subject, extension: str) -> str:
    told = "\0".join((fingerprint(), site.release.content_sha256, str(site.release.number), subject.path, extension))
    return hashlib.sha256(told.encode()).hexdigest()[:40]
