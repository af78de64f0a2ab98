"""The declared aim of an event that is no event itself: self-defense, solidarity, protecting ships."""

from __future__ import annotations

from belligraph.extract.lexicon import lexicon
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.model.sheet import ConceptObject, Property

__all__ = ["find_purposes"]

_ACTIONS = frozenset(["action", "actions"])


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
            if at < 0:
                continue
            start = parsed.sentence.start + at
            host = _host(parsed, mentions, start)
            if host is None and not _is_action(parsed, start):
                break
            if host is not None and any(s.property is Property.PURPOSE for s in host.slots):
                break
            first = start + 3 if words.startswith("to ") else start
            end = _clause_end(parsed, start + len(words)) if name != "purposes.self-defense" else start + len(words)
            concept = ConceptObject(name.removeprefix("purposes."), parsed.view.evidence(first, end).quote)
            begin = (
                host.start if host is not None and host.start < start else parsed.sentence.start if host is None else start
            )
            found.append((Slot(Property.PURPOSE, concept, begin, end), host))
            break
    return found


def _host(parsed: Parsed, mentions: list[Mention], start: int) -> Mention | None:
    before = [m for m in mentions if m.start < start]
    return before[-1] if before and not _is_action(parsed, start) else None


def _is_action(parsed: Parsed, start: int) -> bool:
    """Whether "this action was taken" or the like begins the sentence."""
    head = [t.lower for t in parsed.tokens[:3] if t.start < start]
    return bool(set(head) & _ACTIONS) and bool(set(head) & {"this", "these", "the"})


def _clause_end(parsed: Parsed, position: int) -> int:
    """Where the clause ends that goes on at a position: before "amid", "which", a quotation mark or the full stop."""
    end = position
    for k, token in enumerate(parsed.tokens):
        if token.start < position:
            continue
        if (
            token.text in '.;"'
            or token.lower in {"amid", "as", "after", "while", "until", "which"}
            or (token.lower == "and" and (parsed.lower(k + 1) in {"will", "would", "have"}))
        ):
            break
        end = token.end
    while end > position and parsed.view.normal[end - 1] in " ,":
        end -= 1
    return end
