"""The ontology and the vocabularies: Turtle for programs, the HTML reference for people where one is there.

`ontology/NAME.ttl` is served as it is, and in other formats by Accept; `ontology/NAME.html`, if the folder has it, to
browsers; `ontology/context.jsonld` is the JSON-LD context of our exports.
"""

from __future__ import annotations

import hashlib
import io
import re
from pathlib import Path

import pyoxigraph
from flask import Flask, Response, redirect, request, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from belligraph.assets import ontology_folder, shapes_folder
from belligraph.formats import RdfFormat, negotiate
from belligraph.web.answers import content_type
from belligraph.web.headers import not_modified, vary_by

__all__ = ["register"]

_NAME = re.compile(r"[a-z][a-z0-9-]{0,60}")
_FORMATS = {f.extension: f for f in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.JSON_LD, RdfFormat.RDF_XML)}
_PAGE = "html"
MAIN = "core"
CONTEXT = "context.jsonld"


def register(app: Flask) -> None:
    """Adds the ontology and the shapes."""
    app.add_url_rule("/<any(ontology, shapes):folder>/", "vocabulary_index", _index)
    app.add_url_rule("/<any(ontology, shapes):folder>/<name>", "vocabulary", _negotiated)
    app.add_url_rule(f"/ontology/{CONTEXT}", "context", _context)
    app.add_url_rule(
        "/<any(ontology, shapes):folder>/<name>.<any(ttl, nt, jsonld, rdf, html):extension>", "vocabulary_file", _file
    )


def modules(folder: str) -> list[str]:
    """The names of the Turtle files of a folder."""
    return sorted(p.stem for p in _folder(folder).glob("*.ttl") if _NAME.fullmatch(p.stem))


def _index(folder: str) -> AnyResponse:
    names = modules(folder)
    lines = [url_for("vocabulary_file", folder=folder, name=name, extension="ttl", _external=True) for name in names]
    if folder == "ontology" and MAIN in names and "text/html" in request.headers.get("Accept", ""):
        return redirect(url_for("vocabulary", folder=folder, name=MAIN), 303)
    return Response("".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8")


def _negotiated(folder: str, name: str) -> AnyResponse:
    path = _source(folder, name)
    offers = [(f.media_type, extension) for extension, f in _FORMATS.items()]
    if path.with_suffix(".html").exists():
        offers.append(("text/html", _PAGE))
    extension = negotiate(request.headers.get("Accept"), offers) or "ttl"
    response = redirect(url_for("vocabulary_file", folder=folder, name=name, extension=extension), 303)
    vary_by(response, "Accept")
    return response


def _file(folder: str, name: str, extension: str) -> Response:
    path = _source(folder, name)
    if extension == _PAGE:
        page = path.with_suffix(".html")
        if not page.exists():
            raise NotFound(f"{name} has no page; it has {name}.ttl")
        content, media_type = page.read_bytes(), "text/html"
    else:
        content, media_type = path.read_bytes(), _FORMATS[extension].media_type
    tag = f"{hashlib.sha256(content).hexdigest()[:40]}-{extension}"
    if (unchanged := not_modified(tag, media_type)) is not None:
        return unchanged
    if extension not in {_PAGE, "ttl"}:
        content = _converted(content, _FORMATS[extension])
    response = Response(content, content_type=content_type(media_type))
    response.set_etag(tag)
    response.headers["Link"] = f'<{url_for("vocabulary", folder=folder, name=name)}>; rel="describes"'
    return response


def _context() -> Response:
    """The JSON-LD context of our exports."""
    content = (ontology_folder() / CONTEXT).read_bytes()
    tag = hashlib.sha256(content).hexdigest()[:40]
    if (unchanged := not_modified(tag, RdfFormat.JSON_LD.media_type)) is not None:
        return unchanged
    response = Response(content, content_type=RdfFormat.JSON_LD.media_type)
    response.set_etag(tag)
    return response


def _converted(turtle: bytes, rdf_format: RdfFormat) -> bytes:
    out = io.BytesIO()
    parser = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    quads = list(parser)
    target = pyoxigraph.RdfFormat.from_media_type(rdf_format.media_type)
    pyoxigraph.serialize(quads, out, target, prefixes=parser.prefixes)
    return out.getvalue()


def _source(folder: str, name: str) -> Path:
    path = _folder(folder) / f"{name}.ttl"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise NotFound(f"no module {name[:60]!r}; there are {', '.join(modules(folder))}")
    return path


def _folder(folder: str) -> Path:
    return ontology_folder() if folder == "ontology" else shapes_folder()
