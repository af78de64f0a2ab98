"""What a verb tells more of an event named before it: "two strikes hit a depot and suppressed a battery"."""

from __future__ import annotations

from belligraph.extract.fill import fill_complements
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import Property

__all__ = ["is_intended", "tell_more", "told_there"]

_THERE = word_set("where")
_MEANT = word_set("intended meant designed aimed supposed")
# how many verbs one list may have, and how far its next may stand
_DEPTH = 5
_FAR = 16


def tell_more(parsed: Parsed, i: int, earlier: list[Mention]) -> None:
    """Give the objects of a verb that only events do, "suppressed", to the event that does it."""
    if is_passive(parsed.tokens, i):
        return
    event = told_there(parsed, i, earlier)
    if event is None and parsed.lower(i) != "damaged":  # what an event damaged is told by `damage`
        subject = next((p for p in parsed.subjects(i) if p.kind is PhraseKind.EVENT), None)
        event = next((m for m in reversed(earlier) if m.phrase is not None and m.phrase is subject), None)
    if event is not None:
        fill_complements(parsed, event, parsed.complements(i + 1), direct=True)


def told_there(parsed: Parsed, i: int, earlier: list[Mention], depth: int = 0) -> Mention | None:
    """The event of which a clause with "where" tells more: "two strikes near a port, where they hit a depot".

    Nothing may have been told to be hit by it before the clause.
    """
    k = i - 1
    while lexicon().is_in(parsed.lower(k), "stop.auxiliaries", "stop.adverbs") or parsed.lower(k).endswith("ly"):
        k -= 1
    if parsed.lower(k) in {",", "and"} and depth < _DEPTH:
        verb = next((j for j in range(k - 1, max(k - _FAR, -1), -1) if j in parsed.verbs), None)
        hits = verb is not None and lexicon().is_in(parsed.lower(verb), "verbs.hit", "verbs.more")
        return told_there(parsed, verb, earlier, depth + 1) if hits and verb is not None else None
    if parsed.lower(k) not in {"they", "it"}:
        return None
    event = next((m for m in reversed(earlier) if m.token < k), None)
    if event is None or not event.is_noun or not any(parsed.lower(j) in _THERE for j in range(event.token, k)):
        return None
    before = (s.phrase for s in event.slots if s.property is Property.TARGET)
    return None if any(p is None or p.first < k for p in before) else event


def is_intended(parsed: Parsed, i: int) -> bool:
    """Whether the infinitive at i tells only what was meant: "the strike was intended to destroy"."""
    return parsed.lower(i - 1) == "to" and parsed.lower(i - 2) in _MEANT
