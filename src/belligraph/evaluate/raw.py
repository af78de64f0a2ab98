"""A fact sheet read leniently for scoring: whatever is broken counts as wrong, never as an error."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

__all__ = ["RawSheet", "interval", "speaker_of"]

Spans = list[tuple[int, int]]

_KINDS = (("actor", "actors"), ("place", "places"), ("event", "events"))


class RawSheet:
    """Entities, claims and the characters that support them; `text` is None when nobody can tell whether quotes are true.

    A statement that one speaker repeats is one claim, with all its evidence. Evidence that does not quote the text
    supports nothing.
    """

    def __init__(self, raw: dict[str, Any], text: str | None) -> None:
        self.text = text
        self.kinds: dict[str, str] = {}
        self.things: dict[str, dict[str, Any]] = {}
        for kind, section in _KINDS:
            for thing in _list(raw.get(section)):
                if isinstance(thing, dict) and isinstance(thing.get("id"), str) and thing["id"] not in self.things:
                    self.kinds[thing["id"]], self.things[thing["id"]] = kind, thing
        stated = [c for c in _list(raw.get("claims")) if isinstance(c, dict)]
        self.broken = sum(not _is_sound(c) for c in stated)
        self.claims = _once(c for c in stated if _is_sound(c))
        self._quoted = [e for thing in (*self.things.values(), *stated) for e in _list(thing.get("evidence"))]
        self.characters = {i: _characters(self.spans(thing)) for i, thing in self.things.items()}
        self.claim_characters = [_characters(self.spans(c)) for c in self.claims]

    def ids(self, kind: str) -> list[str]:
        """The ids of all actors, places or events."""
        return [i for i, k in self.kinds.items() if k == kind]

    def name(self, thing: str) -> str:
        """An entity's name; an event's label serves only readers."""
        return str(self.things[thing].get("name") or "")

    def spans(self, thing: dict[str, Any]) -> Spans:
        """Where the evidence of an entity or a claim stands, as far as it stands there."""
        return [span for e in _list(thing.get("evidence")) if (span := self._span(e)) is not None]

    def quotes(self) -> tuple[int, int]:
        """How many passages are quoted truly, and how many there are."""
        return sum(self._span(e) is not None for e in self._quoted), len(self._quoted)

    def _span(self, evidence: object) -> tuple[int, int] | None:
        if not isinstance(evidence, dict):
            return None
        try:
            start, end, quote = int(evidence["start"]), int(evidence["end"]), evidence["quote"]
        except (KeyError, TypeError, ValueError, OverflowError):
            return None
        stands = 0 <= start < end and (self.text is None or self.text[start:end] == quote)
        return (start, end) if stands else None


def speaker_of(claim: dict[str, Any]) -> str | None:
    """The nearest speaker; None: the article's own voice."""
    chain = _list(claim.get("attributed_to"))
    return str(chain[0]) if chain else None


def interval(quantity: dict[str, Any]) -> tuple[float, float] | None:
    """The least and the most that a quantity allows; None if it is none."""
    try:
        if quantity.get("value") is not None:
            return float(quantity["value"]), float(quantity["value"])
        low, high = quantity.get("min"), quantity.get("max")
        return 0.0 if low is None else float(low), float("inf") if high is None else float(high)
    except (TypeError, ValueError, OverflowError):
        return None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_sound(claim: dict[str, Any]) -> bool:
    obj = claim.get("object")
    return (
        isinstance(claim.get("subject"), str)
        and isinstance(claim.get("property"), str)
        and isinstance(obj, dict)
        and isinstance(obj.get("ref", ""), str)
        and isinstance(obj.get("quantity", {}), dict)
    )


def _once(claims: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    kept: dict[str, dict[str, Any]] = {}
    for claim in claims:
        obj = claim["object"]
        content: dict[str, Any] = {k: v for k, v in obj.items() if k != "words"}
        if isinstance(content.get("quantity"), dict):
            content = {"quantity": interval(content["quantity"])}
        if "date" in content and content["date"] is None:
            content = {"date": None, "words": obj.get("words")}
        key = json.dumps([claim["subject"], claim["property"], content, speaker_of(claim)], sort_keys=True, default=str)
        if key in kept:
            both = [*_list(kept[key].get("evidence")), *_list(claim.get("evidence"))]
            kept[key] = {**kept[key], "evidence": both}
        else:
            kept[key] = claim
    return list(kept.values())


def _characters(spans: Spans) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end))
