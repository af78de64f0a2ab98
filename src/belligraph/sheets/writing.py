"""Fact sheets to JSON and YAML, keys in the schema's order; what is absent or has its default is left out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from belligraph.model.sheet import (
    Actor,
    Claim,
    ConceptObject,
    DateObject,
    Event,
    Evidence,
    FactSheet,
    Object,
    Place,
    Quantity,
    QuantityObject,
    Ref,
    SheetArticle,
)  # fmt: skip
from belligraph.sheets.structure import VERSION
from belligraph.sheets.yaml_form import dump_yaml

__all__ = ["dumps_json", "dumps_yaml", "sheet_data"]

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def dumps_json(sheet: FactSheet) -> str:
    """The sheet as JSON with a line break at the end: a line for each member of an entity and each passage of evidence.

    Equal sheets give equal bytes, and `loads_json` gives the sheet back.
    """
    data = sheet_data(sheet)
    members = [f"  {_encode(key)}: {_section(value)}" for key, value in data.items()]
    return "{\n" + ",\n".join(members) + "\n}\n"


def dumps_yaml(sheet: FactSheet) -> str:
    """The sheet as YAML, for people to edit; `loads_yaml` gives the sheet back."""
    return dump_yaml(sheet_data(sheet))


def sheet_data(sheet: FactSheet) -> dict[str, Any]:
    """The sheet as JSON data: dictionaries, lists, strings, numbers, truth values."""
    data: dict[str, Any] = {"sheet": VERSION, "article": _article(sheet.article)}
    if sheet.extractor is not None:
        data["extractor"] = {"name": sheet.extractor.name, "version": sheet.extractor.version}
    data["actors"] = [_actor(actor) for actor in sheet.actors]
    data["places"] = [_place(place) for place in sheet.places]
    data["events"] = [_event(event) for event in sheet.events]
    data["claims"] = [_claim(claim) for claim in sheet.claims]
    return data


def _article(article: SheetArticle) -> dict[str, Any]:
    data = {
        "url": article.url,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "licence": article.licence,
        "text_sha256": article.text_sha256,
        "furniture": _passages(article.furniture) or None,
    }
    return _present(data)


def _actor(actor: Actor) -> dict[str, Any]:
    data: dict[str, Any] = {"id": actor.id, "name": actor.name, "kind": actor.kind.value}
    if not actor.identified:
        data["identified"] = False
    return data | {"evidence": _passages(actor.evidence)}


def _place(place: Place) -> dict[str, Any]:
    data: dict[str, Any] = {"id": place.id, "name": place.name, "kind": place.kind.value}
    if place.within is not None:
        data["within"] = place.within
    return data | {"evidence": _passages(place.evidence)}


def _event(event: Event) -> dict[str, Any]:
    data: dict[str, Any] = {"id": event.id, "type": event.type.value}
    if event.series:
        data["series"] = True
    return data | {"label": event.label, "evidence": _passages(event.evidence)}


def _claim(claim: Claim) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": claim.id,
        "subject": claim.subject,
        "property": claim.property.value,
        "object": _object(claim.object),
        "modality": claim.modality.value,
        "hedge": claim.hedge,
        "speech": claim.speech.value,
        "attributed_to": list(claim.attributed_to),
        "evidence": _passages(claim.evidence),
    }
    return _present(data)


def _object(value: Object) -> dict[str, Any]:
    match value:
        case Ref(ref):
            return {"ref": ref}
        case ConceptObject(concept, words):
            return _present({"concept": concept, "words": words})
        case QuantityObject(quantity):
            return {"quantity": _quantity(quantity)}
        case DateObject(date, None):
            return {"date": date}
        case DateObject(date, words):
            return {"date": date, "words": words}
        case _:
            return {"text": value.text}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    data = {
        "words": quantity.words,
        "value": quantity.value,
        "min": quantity.min,
        "max": quantity.max,
        "approximate": quantity.approximate,
        "of": quantity.of,
        "excludes": quantity.excludes,
    }
    return _present(data)


def _passages(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "quote": span.quote} for span in evidence]


def _present(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None}


def _section(value: object) -> str:
    if isinstance(value, dict):
        return _block(value, "  ")
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(["    " + _block(entity, "    ") for entity in value]) + "\n  ]"
    return _encode(value)


def _block(record: dict[str, Any], indent: str) -> str:
    """An object with a line for each member, and for each passage of a list of several."""
    inner = indent + "  "
    members = []
    for key, value in record.items():
        written = _encode(value)
        if isinstance(value, list) and len(value) > 1 and isinstance(value[0], dict):
            written = "[\n" + ",\n".join([f"{inner}  {_encode(each)}" for each in value]) + f"\n{inner}]"
        members.append(f'{inner}"{key}": {written}')
    return "{\n" + ",\n".join(members) + f"\n{indent}}}"
