"""The form of a model's answer: the fact sheet's own schema, with quotes instead of offsets, in what endpoints can enforce.

Strict structured outputs want every property required and no other allowed, `anyOf` for `oneOf`, and know no lengths or
defaults (https://platform.openai.com/docs/guides/structured-outputs). What may be left out becomes null.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["answer_schema", "without_nulls"]

_KEPT = frozenset({"type", "enum", "const", "description", "properties", "items", "required", "$ref", "anyOf", "oneOf"})
_SECTIONS = ("actors", "places", "events", "claims")


@cache
def _schema_text() -> str:
    source = json.loads(files("belligraph.sheets").joinpath("fact-sheet.schema.json").read_text("utf-8"))
    definitions = source["$defs"]
    definitions["evidence"] = {
        "type": "object",
        "required": ["quote"],
        "properties": {
            "quote": {
                "type": "string",
                "description": "the article's words, letter by letter: the shortest span that carries it",
            }
        },
    }
    definitions["quantity"].pop("anyOf")
    whole = {
        "type": "object",
        "required": list(_SECTIONS),
        "properties": {name: source["properties"][name] for name in _SECTIONS},
    }
    result = _strict(whole)
    result["$defs"] = {name: _strict(definition) for name, definition in definitions.items()}
    return json.dumps(result)


def answer_schema() -> dict[str, Any]:
    """The JSON schema of an answer."""
    schema: dict[str, Any] = json.loads(_schema_text())
    return schema


def _strict(node: dict[str, Any]) -> dict[str, Any]:
    """A schema with what endpoints enforce; optional properties are required and may be null."""
    kept = {key: value for key, value in node.items() if key in _KEPT}
    if "oneOf" in kept:
        kept["anyOf"] = [_strict(each) for each in kept.pop("oneOf")]
    if "items" in kept:
        kept["items"] = _strict(kept["items"])
    if "properties" in kept:
        required = set(node.get("required", ()))
        properties = {name: _strict(each) for name, each in kept["properties"].items()}
        kept["properties"] = {n: p if n in required else _nullable(p) for n, p in properties.items()}
        kept["required"], kept["additionalProperties"] = list(properties), False
    return kept


def _nullable(node: dict[str, Any]) -> dict[str, Any]:
    if isinstance(node.get("type"), list):
        return node
    return {"anyOf": [node, {"type": "null"}]}


def without_nulls(value: object) -> object:
    """An answer without the nulls that stand for what is left out; a date's null says that it is not settled, and stays."""
    if isinstance(value, list):
        return [without_nulls(each) for each in value]
    if isinstance(value, dict):
        return {k: without_nulls(v) for k, v in value.items() if v is not None or k == "date"}
    return value
