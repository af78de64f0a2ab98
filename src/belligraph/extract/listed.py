"""What was hit, and where it lies, told in sentences of their own: "The targets included A and B", "They were near C"."""

from __future__ import annotations

from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.fill import fill_complements
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.places import PLACE_PREPOSITIONS
from belligraph.model.sheet import EventType, Property

__all__ = ["list_targets"]

_HIT = word_set("target targets facility facilities site sites location locations position positions strikes airstrikes")
_STRUCK = word_set("struck hit targeted attacked bombed that which were was destroyed")
_LISTING = word_set("included include includes comprised")
_BEING = word_set("were are was is")
_LYING = word_set("located situated positioned")
_WHOLE = frozenset(["the", "these", "those", "all", "its", "their", "our", None])
# how many sentences behind an event its targets may be listed
_REACH = 3
_NEAR = 12
_ADDED = frozenset({Property.TARGET, Property.PLACE})


def list_targets(parsed: list[Parsed], mentions: list[list[Mention]], event_of: dict[int, Draft]) -> None:
    """Give to the event told last what a sentence lists as hit by it, and where it says that this lies."""
    recent: list[tuple[int, Draft]] = []
    listed = -1
    for p, own in zip(parsed, mentions, strict=True):
        known = [m for m in own if id(m) in event_of and m.type.is_force]
        number = p.sentence.number
        for mention in known:
            _add_included(p, mention, event_of[id(mention)])
        if all(_only_names_targets(p, m) for m in known) and (told := _told_of(p, listed == number - 1)) is not None:
            whole = next((d for n, d in reversed(recent) if _is_on_several(d)), None)
            if whole is not None:
                _add(p, told, whole)
                listed = number
        recent = [(n, d) for n, d in recent if number - n < _REACH] + [(number, event_of[id(m)]) for m in known]


def _told_of(parsed: Parsed, goes_on: bool) -> int | None:
    """The verb that lists or places what was hit, if any. "They" are targets only where the sentence before told of such."""
    first = 0
    if parsed.lower(0) in PLACE_PREPOSITIONS | {"according"}:
        first = next((k + 1 for k in range(1, _NEAR) if parsed.lower(k) == ","), 0)
    phrase = parsed.phrase_at.get(first)
    if phrase is not None and phrase.kind is PhraseKind.EVENT and parsed.lower(phrase.last) == "targets":
        k = phrase.last + 1  # "the strike targets included"
    elif phrase is not None and phrase.head in _HIT and phrase.determiner in _WHOLE:
        k = phrase.last
    elif parsed.lower(first) == "they" and goes_on:
        k = first + 1
    else:
        return None
    while parsed.lower(k) in _STRUCK and not (parsed.lower(k) in _BEING and _places(parsed, k)):
        k += 1
    if parsed.lower(k) in _LISTING:
        return k
    return k + (parsed.lower(k + 1) in _LYING) if parsed.lower(k) in _BEING and _places(parsed, k) else None


def _only_names_targets(parsed: Parsed, mention: Mention) -> bool:
    """Whether a noun only says of what the targets are: "the strike targets"."""
    return mention.phrase is not None and mention.is_definite and parsed.lower(mention.phrase.last) == "targets"


def _is_on_several(draft: Draft) -> bool:
    """Whether an event is a strike, or one told of "targets" or the like, and no mere threat."""
    if any(m.is_separate for m in draft.mentions) or intercepts(draft.mentions):
        return False
    hit = [s.phrase for s, _ in draft.slots if s.property is Property.TARGET]
    return draft.type is EventType.STRIKE or any(p is not None and p.head in _HIT for p in hit)


def _places(parsed: Parsed, k: int) -> bool:
    """Whether "were" at k leads to a place: "were in the vicinity of X", "were located near X"."""
    return parsed.lower(k + 1 + (parsed.lower(k + 1) in _LYING)) in PLACE_PREPOSITIONS


def _add_included(parsed: Parsed, mention: Mention, draft: Draft) -> None:
    """ "Strikes on seven sites, which included 85 targets": a part of what was hit, told in a relative clause."""
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET and s.phrase is not None]
    if not hit or not hit[-1].is_plural:
        return
    for k in range(hit[-1].last, min(hit[-1].last + _NEAR, len(parsed.tokens))):
        if (parsed.lower(k), parsed.lower(k + 1)) == (",", "which") and parsed.lower(k + 2) in _LISTING:
            _add(parsed, k + 2, draft)
            return
        if k in parsed.verbs or (parsed.lower(k) != "and" and lexicon().is_in(parsed.lower(k), "stop.conjunctions")):
            return


def _add(parsed: Parsed, verb: int, draft: Draft) -> None:
    """Add the complements of a verb to an event, as targets or as places."""
    number, token = parsed.sentence.number, parsed.tokens[verb]
    told = Mention(number, token.start, token.end, token.lower, verb, draft.type, False, parsed.sentence.headline)
    told.slots = [s for s, _ in draft.slots if s.property is Property.ATTACKER]
    before = len(told.slots)
    fill_complements(parsed, told, parsed.complements(verb + 1), direct=parsed.lower(verb) in _LISTING)
    draft.slots += [(s, number) for s in told.slots[before:] if s.property in _ADDED]
