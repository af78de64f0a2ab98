"""A reconciliation service for the entities of the release, so that OpenRefine and others can link to us.

Source: Reconciliation Service API 0.2, https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/.
A client asks for the manifest, then for candidates in batches, then for previews, suggestions and further columns.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from flask import Flask, Response, render_template_string, request
from markupsafe import escape
from werkzeug.exceptions import BadRequest, NotFound

from belligraph.link.catalogue import CATALOGUE_FILE, KINDS, Catalogue, Found, Item
from belligraph.link.graphs import TARGETS, target_iri
from belligraph.web.site import current_site

__all__ = ["register"]

MAX_QUERIES = 500
"""Of one batch; a client that sends more is told."""
MAX_LIMIT = 100
_DEFAULT_LIMIT = 10
_CALLBACK = re.compile(r"[A-Za-z_$][A-Za-z0-9_$.]{0,63}")
_KIND_NAMES = {"actor": "Actor", "place": "Place"}
_PROPERTIES = {
    "type": "type", "country": "country", "latitude": "latitude", "longitude": "longitude", "mentions": "number of mentions",
    **{target: f"{target} identifier" for target in TARGETS},
}  # fmt: skip
_PREVIEW = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ item.label }}</title></head><body>'
    '<p><a href="{{ iri }}" target="_blank">{{ item.label }}</a></p><p>{{ what }}</p></body></html>'
)


def register(app: Flask) -> None:
    """Adds the service at /reconcile and what its manifest names."""
    for rule, view, methods in (
        ("/reconcile", _service, ["GET", "POST"]),
        ("/reconcile/preview", _preview, ["GET"]),
        ("/reconcile/suggest/<any(entity, type, property):what>", _suggest, ["GET"]),
        ("/reconcile/flyout/<any(entity, type, property):what>", _flyout, ["GET"]),
        ("/reconcile/properties", _propose, ["GET"]),
    ):
        app.add_url_rule(rule, view.__name__.strip("_") + "_reconcile", view, methods=methods)


@contextmanager
def _catalogue() -> Iterator[Catalogue]:
    folder = current_site().release.folder
    if not (folder / CATALOGUE_FILE).exists():
        raise NotFound("this release was built without a list of its entities; publish again")
    catalogue = Catalogue(folder)
    try:
        yield catalogue
    finally:
        catalogue.close()


def _service() -> Response:
    values = request.values
    if "queries" in values:
        return _answer(_queries(_json(values["queries"], "queries")))
    if "extend" in values:
        return _answer(_extend(_json(values["extend"], "extend")))
    if request.method == "POST":
        raise BadRequest("there is neither `queries` nor `extend` in the form")
    return _answer(_manifest())


def _manifest() -> dict[str, Any]:
    base, root = current_site().release.base_iri, request.root_url.rstrip("/")
    suggest = {
        what: {
            "service_url": root,
            "service_path": f"/reconcile/suggest/{what}",
            "flyout_service_url": root,
            "flyout_service_path": f"/reconcile/flyout/{what}?id=${{id}}",
        }
        for what in ("entity", "type", "property")
    }
    return {
        "versions": ["0.2"],
        "name": current_site().release.title,
        "identifierSpace": f"{base}id/",
        "schemaSpace": "https://w3id.org/belligraph/ns#",
        "defaultTypes": [{"id": kind, "name": _KIND_NAMES[kind]} for kind in KINDS],
        "view": {"url": f"{base}id/{{{{id}}}}"},
        "preview": {"url": f"{root}/reconcile/preview?id={{{{id}}}}", "width": 360, "height": 120},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
    }


def _queries(batch: object) -> dict[str, Any]:
    if not isinstance(batch, dict):
        raise BadRequest("`queries` is not a JSON object of queries")
    if len(batch) > MAX_QUERIES:
        raise BadRequest(f"{len(batch)} queries in one batch; the limit is {MAX_QUERIES}")
    with _catalogue() as catalogue:
        return {str(name): {"result": _result(catalogue, name, query)} for name, query in batch.items()}


def _result(catalogue: Catalogue, name: str, query: object) -> list[dict[str, Any]]:
    if not isinstance(query, dict):
        raise BadRequest(f"the query {name!r} is not a JSON object")
    text, types = query.get("query", ""), query.get("type", [])
    if not isinstance(text, str) or len(text) > 1000:
        raise BadRequest(f"the query {name!r} has no text of 1,000 characters or fewer")
    kinds = [types] if isinstance(types, str) else types
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise BadRequest(f"the query {name!r} has a type that is neither a string nor a list of strings")
    strict = query.get("type_strict", "should") in {"any", "all"}
    found = catalogue.candidates(text, kinds, strict, _told(name, query), _limit(query.get("limit", _DEFAULT_LIMIT)))
    return [_candidate(f) for f in found]


def _told(name: str, query: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the query tells of the entity besides: property and value, where the value is text, a number or an entity."""
    told: list[tuple[str, str]] = []
    properties = query.get("properties", [])
    if not isinstance(properties, list):
        raise BadRequest(f"the query {name!r} has properties that are no list")
    for prop in properties:
        if not isinstance(prop, dict) or not isinstance(prop.get("pid"), str):
            raise BadRequest(f"the query {name!r} has a property without `pid`")
        values = prop.get("v")
        for value in values if isinstance(values, list) else [values]:
            plain = value.get("id", "") if isinstance(value, dict) else value
            told.append((prop["pid"], str(plain)))
    return told


def _candidate(found: Found) -> dict[str, Any]:
    return {
        "id": found.item.id,
        "name": found.item.label,
        "description": _describe(found.item),
        "type": _types(found.item),
        "score": found.score,
        "match": found.match,
        "features": [{"id": name, "value": value} for name, value in found.features.items()],
    }


def _types(item: Item) -> list[dict[str, str]]:
    own = [{"id": item.type, "name": item.type}] if item.type else []
    return [*own, {"id": item.kind, "name": _KIND_NAMES[item.kind]}]


def _describe(item: Item) -> str:
    what = item.type or item.kind
    country = f", {item.country}" if item.country else ""
    return f"{what}{country}; in {item.mentions} article{'s' if item.mentions != 1 else ''}"


def _extend(asked: object) -> dict[str, Any]:
    if (
        not isinstance(asked, dict)
        or not isinstance(asked.get("ids"), list)
        or not isinstance(asked.get("properties"), list)
    ):
        raise BadRequest("`extend` is not an object with the lists `ids` and `properties`")
    names = [p.get("id") if isinstance(p, dict) else p for p in asked["properties"]]
    for name in names:
        if name not in _PROPERTIES:
            raise BadRequest(f"no property {name!r}; there are: {', '.join(_PROPERTIES)}")
    if len(asked["ids"]) > MAX_QUERIES:
        raise BadRequest(f"{len(asked['ids'])} ids at once; the limit is {MAX_QUERIES}")
    with _catalogue() as catalogue:
        rows = {str(this): {str(n): _values(catalogue, str(this), str(n)) for n in names} for this in asked["ids"]}
    return {"meta": [{"id": n, "name": _PROPERTIES[str(n)]} for n in names], "rows": rows}


def _values(catalogue: Catalogue, this: str, name: str) -> list[dict[str, Any]]:
    item = catalogue.item(this)
    if item is None:
        return []
    if name in TARGETS:
        value = catalogue.identifiers(this).get(name)
        return [{"str": target_iri(name, value)}] if value else []
    value = getattr(item, name)
    if value in (None, ""):
        return []
    kind = "int" if isinstance(value, int) else "float" if isinstance(value, float) else "str"
    return [{kind: value}]


def _suggest(what: str) -> Response:
    prefix = request.args.get("prefix", "")
    offset = _limit(request.args.get("cursor", 0), 10_000, 0)
    if what == "entity":
        with _catalogue() as catalogue:
            items = catalogue.beginning(prefix, _DEFAULT_LIMIT, offset)
        return _answer({"result": [_suggested(item) for item in items]})
    known = _PROPERTIES if what == "property" else _known_types()
    found = [{"id": k, "name": n} for k, n in known.items() if prefix.casefold() in f"{k} {n}".casefold()]
    return _answer({"result": found[offset : offset + MAX_LIMIT]})


def _suggested(item: Item) -> dict[str, Any]:
    return {"id": item.id, "name": item.label, "description": _describe(item), "notable": _types(item)}


def _known_types() -> dict[str, str]:
    with _catalogue() as catalogue:
        return dict(_KIND_NAMES) | {name: name for name in catalogue.types()}


def _flyout(what: str) -> Response:
    this = request.args.get("id", "")
    if what == "entity":
        item = _item(this)
        return _answer({"id": this, "html": f"<p><strong>{escape(item.label)}</strong></p><p>{escape(_describe(item))}</p>"})
    known = _PROPERTIES if what == "property" else _known_types()
    if this not in known:
        raise NotFound(f"there is no {what} {this[:200]!r}")
    return _answer({"id": this, "html": f"<p><strong>{escape(known[this])}</strong></p>"})


def _propose() -> Response:
    limit = _limit(request.args.get("limit", MAX_LIMIT))
    kind = request.args.get("type", "")
    names = [n for n in _PROPERTIES if kind != "actor" or n not in {"latitude", "longitude"}]
    properties = [{"id": n, "name": _PROPERTIES[n]} for n in names[:limit]]
    return _answer({"type": kind, "limit": limit, "properties": properties})


def _preview() -> Response:
    item = _item(request.args.get("id", ""))
    iri = f"{current_site().release.base_iri}id/{item.id}"
    response = Response(render_template_string(_PREVIEW, item=item, iri=iri, what=_describe(item)), mimetype="text/html")
    # a preview is there to be shown in another site's frame, and nothing in it acts
    response.headers["X-Frame-Options"] = "ALLOWALL"
    return response


def _item(this: str) -> Item:
    with _catalogue() as catalogue:
        item = catalogue.item(this)
    if item is None:
        raise NotFound(f"there is no entity {this[:200]!r} in this release")
    return item


def _answer(content: Mapping[str, Any]) -> Response:
    text = json.dumps(content, ensure_ascii=False)
    callback = request.values.get("callback")
    if callback is None:
        return Response(text, content_type="application/json; charset=utf-8")
    if not _CALLBACK.fullmatch(callback):
        raise BadRequest("the callback is no name of a JavaScript function")
    return Response(f"/**/{callback}({text});", content_type="application/javascript; charset=utf-8")


def _json(text: str, name: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"`{name}` is not JSON: {error}") from error
    return value


def _limit(given: object, most: int = MAX_LIMIT, least: int = 1) -> int:
    try:
        number = int(given)  # type: ignore[call-overload]
    except (TypeError, ValueError) as error:
        raise BadRequest(f"{given!r} is not a whole number") from error
    return int(min(max(number, least), most))
