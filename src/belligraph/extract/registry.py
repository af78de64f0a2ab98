"""The actors and places of one sheet: joins what names the same one, and gives ids in the order of first mention."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace

from belligraph.extract.actors import ActorRef
from belligraph.extract.mentions import PlaceRef
from belligraph.extract.text import View
from belligraph.model.sheet import Actor, ActorKind, Evidence, Place, PlaceKind

__all__ = ["Registry", "slug"]

_MAX_SLUG = 40
_PLAIN = {
    ActorKind.ARMED_FORCE: frozenset(["military", "army", "navy", "air force"]),
    ActorKind.GOVERNMENT_BODY: frozenset(["ministry", "agency", "department"]),
}


def slug(words: str) -> str:
    """An id made of words: small letters, digits and underscores, beginning with a letter."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    joined = re.sub(r"[^a-z0-9]+", "_", plain.replace("'", "").replace(".", "")).strip("_")[:_MAX_SLUG].strip("_")
    return joined if joined[:1].isalpha() else f"x_{joined}".rstrip("_")


@dataclass(slots=True)
class _Entry:
    id: str
    ref: ActorRef | PlaceRef
    spans: set[tuple[int, int]] = field(default_factory=set)
    within: str | None = None


@dataclass(slots=True)
class Registry:
    """Collects actors and places; all spans come in offsets of the normalised text."""

    view: View
    _actors: dict[str, _Entry] = field(default_factory=dict)
    _places: dict[str, _Entry] = field(default_factory=dict)
    _ids: dict[str, int] = field(default_factory=dict)
    _first: dict[str, ActorRef] = field(default_factory=dict)
    _alias: dict[str, str] = field(default_factory=dict)

    def new_id(self, words: str) -> str:
        """An id that no other entity of the sheet has."""
        base = slug(words)
        while base in self._ids:
            self._ids[base] += 1
            candidate = f"{base}_{self._ids[base]}"
            if candidate not in self._ids:
                base = candidate
        self._ids[base] = 1
        return base

    def introduce(self, ref: ActorRef) -> None:
        """Note how an actor with a name is first named in full; it becomes an entry only when a claim needs it."""
        known = self._first.get(ref.key)
        if ref.identified and (known is None or (ref.kind is ActorKind.PERSON and len(ref.name) > len(known.name))):
            self._first[ref.key] = ref

    def actor(self, ref: ActorRef) -> str:
        """The id of an actor, which is new if nothing like it was named before."""
        if (meant := self._meant(ref)) is not None:
            ref = replace(meant, start=ref.start, end=ref.end)
        entry = self._actors.get(ref.key)
        if entry is None:
            first = self._first.get(ref.key, ref)
            entry = self._actors[ref.key] = _Entry(self.new_id(first.name), first)
            _note(entry, first.start, first.end)
        _note(entry, ref.start, ref.end)
        return entry.id

    def _meant(self, ref: ActorRef) -> ActorRef | None:
        """The only named force of the text that "the military" can be, the only body that "the ministry" can be."""
        if ref.identified or ref.name.lower() not in _PLAIN.get(ref.kind, ()):
            return None
        ending = f" {ref.name.lower()}"
        found = [f for f in self._first.values() if f.kind is ref.kind and f.name.lower().endswith(ending)]
        return found[0] if len(found) == 1 else None

    def place(self, ref: PlaceRef) -> str:
        """The id of a place; its container is noted too."""
        key = self._alias.get(ref.key, ref.key)
        if ref.is_described and key == ref.key:
            key = self._named_for(ref) or key
        entry = self._places.get(key)
        if entry is None and ref.kind == "facility" and not ref.is_described:
            entry = self._take_described(ref)
        if entry is None:
            entry = self._places[key] = _Entry(self.new_id(ref.name), ref)
        _note(entry, ref.start, ref.end)
        if ref.within is not None and ref.within.key != key:
            within = self.place(ref.within)
            if entry.within is None and not self._contains(entry.id, within):
                entry.within = within
        return entry.id

    def _named_for(self, ref: PlaceRef) -> str | None:
        """The named facility that "Iraq air base" must be: of the same sort, in the same country, and the only one."""
        found = [k for k, e in self._places.items() if _is_same_sort(e.ref, ref)]
        return found[0] if len(found) == 1 else None

    def _take_described(self, ref: PlaceRef) -> _Entry | None:
        for key, entry in list(self._places.items()):
            old = entry.ref
            if isinstance(old, PlaceRef) and old.is_described and _is_same_sort(ref, old):
                entry.ref = ref
                del self._places[key]
                self._places[ref.key] = entry
                self._alias[key] = ref.key
                return entry
        return None

    def _contains(self, inner: str, outer: str) -> bool:
        """Whether `outer` already lies within `inner`: no circles."""
        by_id = {e.id: e for e in self._places.values()}
        step: str | None = outer
        while step is not None:
            if step == inner:
                return True
            step = by_id[step].within if step in by_id else None
        return False

    def actors(self) -> tuple[Actor, ...]:
        """All actors in the order of their first mention."""
        return tuple(
            Actor(e.id, e.ref.name, e.ref.kind, _evidence(self.view, e.spans), e.ref.identified)
            for e in self._actors.values()
            if isinstance(e.ref, ActorRef)
        )

    def places(self) -> tuple[Place, ...]:
        """All places in the order of their first mention."""
        return tuple(
            Place(e.id, e.ref.name, PlaceKind(e.ref.kind), _evidence(self.view, e.spans), e.within)
            for e in self._places.values()
            if isinstance(e.ref, PlaceRef)
        )


def _is_same_sort(named: ActorRef | PlaceRef, described: PlaceRef) -> bool:
    if not isinstance(named, PlaceRef) or named.is_described or named.within is None or described.within is None:
        return False
    return named.within.key == described.within.key and named.name.lower().split()[-1] == described.name.lower().split()[-1]


def _note(entry: _Entry, start: int, end: int) -> None:
    entry.spans.add((start, end))


def _evidence(view: View, spans: set[tuple[int, int]]) -> tuple[Evidence, ...]:
    return tuple(view.evidence(start, end) for start, end in sorted(spans))
