"""Where an event was by what is told beside it: the region whose governor tells it, the waters that a ship was passing."""

from __future__ import annotations

from belligraph.extract.clauses import CROSSING
from belligraph.extract.fill import add_place
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase
from belligraph.extract.places import place_of
from belligraph.model.sheet import PlaceKind, Property

__all__ = ["set_beside"]

_LOCAL_IN = word_set("officials authorities police medics")
_LOCAL_OFFICES = _LOCAL_IN | {"governor", "mayor"}


def set_beside(parsed: Parsed, known: list[Mention]) -> None:
    """Give the events of a sentence the places that stand beside them."""
    _told_by_local(parsed, known)
    _crossing(parsed, known)


def _crossing(parsed: Parsed, known: list[Mention]) -> None:
    """ "A missile hit the tanker while (it was) transiting the gulf": there."""
    for k in parsed.at(CROSSING):
        near = [parsed.lower(j) for j in range(max(k - 4, 0), k)]
        host = next((m for m in reversed(known) if m.token < k), None)
        where = parsed.phrase_at.get(k + 1)
        if host is not None and where is not None and {"while", "when", "as"} & set(near) and not _is_sited(host):
            add_place(parsed, host, where)


def _is_sited(mention: Mention) -> bool:
    """Whether a place is told already that is no place of launching."""
    return any(isinstance(s.value, PlaceRef) and s.value.kind == PlaceKind.WATER for s in mention.slots)


def _told_by_local(parsed: Parsed, known: list[Mention]) -> None:
    """ "The governor of the Stone region said a missile hit a school": in the region, where nothing else is told."""
    for phrase in parsed.phrases if parsed.has(_LOCAL_OFFICES) else ():
        where = _governed(parsed, phrase)
        place = place_of(parsed, where) if where is not None else None
        if place is None or where is None or place.kind not in {PlaceKind.REGION, PlaceKind.SETTLEMENT}:
            continue
        said = next((k for k in range(phrase.last, len(parsed.tokens)) if k in parsed.verbs), len(parsed.tokens))
        told = [m for m in known if m.token > said] if lexicon().is_in(parsed.lower(said), "speech.said") else []
        elsewhere = any(place_of(parsed, p) is not None for p in parsed.phrases if p.first > said)
        if told and not elsewhere and not any(m.values(Property.PLACE) for m in known):
            end = max(told[0].end, place.end)
            told[0].slots.append(Slot(Property.PLACE, place, min(told[0].start, place.start), end, phrase=where))
        return


def _governed(parsed: Parsed, phrase: Phrase) -> Phrase | None:
    """The phrase of the place that a local office is told to be for: "the governor of Stone", "officials in Mirefield"."""
    if phrase.head not in _LOCAL_OFFICES or parsed.lower(phrase.last) not in {"of", "in"}:
        return None
    if phrase.head in _LOCAL_IN and parsed.lower(phrase.last) == "of":
        return None
    where = parsed.phrase_at.get(phrase.last + 1)
    return parsed.phrase_at.get(where.last + 1) if where is not None and where.possessed else where
