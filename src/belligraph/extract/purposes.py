"""The declared aim of an event that is no event itself: self-defense, solidarity, protecting ships, or free words."""

from __future__ import annotations

from belligraph.extract.aims import clause_end, find_aims, is_pointing
from belligraph.extract.lexicon import lexicon
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase
from belligraph.model.sheet import ConceptObject, Property

__all__ = ["find_purposes"]

_PROMPTED = frozenset(["prompted", "prompting", "forced", "led", "pushed"])
_OTHERS = frozenset(["operation", "operations", "action", "mission", "response"])
_AHEAD = 6


def find_purposes(parsed: Parsed, mentions: list[Mention]) -> list[tuple[Slot, Mention | None]]:
    """The purposes told in a sentence with their mention; None: the event that "this action" points back to."""
    found: list[tuple[Slot, Mention | None]] = []
    text = parsed.view.normal
    lowered = text[parsed.sentence.start : parsed.sentence.end].lower()
    for name, phrases in lexicon().phrases.items():
        if not name.startswith("purposes."):
            continue
        for words in phrases:
            at = lowered.find(words)
            if at < 0 or lowered[at + len(words) : at + len(words) + 1].isalpha():  # "to determine" is not "to deter"
                continue
            start = parsed.sentence.start + at
            pointing = is_pointing(parsed, sum(t.start < start for t in parsed.tokens))
            host = None if pointing else _host(parsed, mentions, start)
            if host is None and not pointing:
                break
            if host is not None and any(s.property is Property.PURPOSE for s in host.slots):
                break
            first = start + 3 if words.startswith("to ") else start
            end = clause_end(parsed, start + len(words)) if name != "purposes.self-defense" else start + len(words)
            concept = ConceptObject(name.removeprefix("purposes."), parsed.view.evidence(first, end).quote)
            begin = (
                host.start if host is not None and host.start < start else parsed.sentence.start if host is None else start
            )
            found.append((Slot(Property.PURPOSE, concept, begin, end), host))
            break
    return found + find_aims(parsed, mentions)


def _host(parsed: Parsed, mentions: list[Mention], start: int) -> Mention | None:
    own = (m for m in mentions if m.phrase is not None and _holds(parsed, m.phrase, start))
    if (named := next(own, None)) is not None:
        return named  # "attacks came after self-defense strikes": the strikes
    # "a response to X's operations and a show of solidarity": not the operations
    before = [m for m in mentions if m.start < start and not m.is_cause and m.word != "threat"]
    aside = next((k for k, t in enumerate(parsed.tokens) if t.start >= start), 0)
    ahead = [k for k in range(aside, min(aside + _AHEAD, len(parsed.tokens))) if parsed.lower(k) in {"when", "as"}]
    acting = parsed.lower(aside - 1) == "in" and parsed.lower(aside - 2) in {"acting", "acted"}
    if not before and (parsed.lower(aside - 1) == "," or ahead or acting):
        # "The rebels, in solidarity with X, have attacked ships", "acted in self-defense when they struck"
        return next((m for m in mentions if m.start > start), None)
    told = range(before[-1].token + 1, aside) if before else range(0)
    if any(parsed.lower(k) in _OTHERS for k in told):
        return None  # "attacks need to stop, and that is why he ordered the operation in self-defense": not the attacks
    if any(parsed.lower(k) in _PROMPTED for k in told):
        return None  # "attacks prompted states to form a coalition to protect ships": not the attacks
    return before[-1] if before else None


def _holds(parsed: Parsed, phrase: Phrase, start: int) -> bool:
    return parsed.start(phrase.first) <= start < parsed.end(phrase.last)
