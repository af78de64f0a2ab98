"""Fires that force set: "set two tanks on fire", "sparking a blaze at a depot"; how badly anything burned is not told."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.clauses import SETTING
from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.tolls import Toll, new_toll
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import ConceptObject, Property

__all__ = ["BURNING", "find_fire"]

BURNING = word_set("fire fires blaze blazes ablaze alight")
_STARTING = word_set(
    """caused causing sparked sparking ignited igniting triggered triggering started starting set setting"""
)
_THINGS = frozenset({PhraseKind.THING, PhraseKind.FACILITY, PhraseKind.OTHER})
_WHERE = frozenset(["at", "in", "aboard", "on"])
# how far behind "set" the fire may stand
_FAR = 12


def find_fire(parsed: Parsed, i: int) -> list[Toll]:
    """The damage that the word for a fire at i tells; empty where nobody is told to have set it."""
    if parsed.lower(i) in {"ablaze", "alight"} or (parsed.lower(i), parsed.lower(i - 1)) == ("fire", "on"):
        return _of_setting(parsed, i)
    return _of_outbreak(parsed, i)


def _of_setting(parsed: Parsed, i: int) -> list[Toll]:
    """ "Set two tanks and a shed on fire"."""
    end = i - 1 if parsed.lower(i) == "fire" else i
    verb = next((k for k in range(end - 1, max(end - _FAR, -1), -1) if parsed.lower(k) in SETTING), None)
    if verb is None:
        return []
    if verb == end - 1 and is_passive(parsed.tokens, verb):
        burning = [p for p in parsed.subjects(verb) if p.kind in _THINGS - {PhraseKind.OTHER}]
        return [_toll(parsed, verb, i + 1, i, burning[0], tuple(burning[1:]))] if burning else []
    behind = parsed.phrase_at.get(i + 1)
    if verb == i - 1 and behind is not None and behind.kind in _THINGS:
        return [_toll(parsed, verb, behind.last, i, behind)]  # "set ablaze three cars"
    things = [p for p in parsed.phrases if verb < p.first and p.last <= end and p.kind in _THINGS]
    if not things or things[-1].last != end:
        return []
    return [_toll(parsed, verb, i + 1, i, things[0], tuple(things[1:]))]


def _of_outbreak(parsed: Parsed, i: int) -> list[Toll]:
    """ "Sparked a large fire at a depot"."""
    phrase = parsed.phrase_at.get(i)
    if parsed.lower(i) == "fire" and parsed.lower(i - 1) == "caught":
        burning = [p for p in parsed.subjects(i - 1) if p.kind in _THINGS - {PhraseKind.OTHER} and _is_new(p)]
        return [_toll(parsed, i - 1, i + 1, i, burning[0], tuple(burning[1:]))] if burning else []
    if phrase is None and parsed.lower(i) in {"fires", "blazes"}:
        phrase = Phrase(i, i + 1, PhraseKind.OTHER, i, parsed.lower(i))  # which is taken for a verb elsewhere
    if (
        phrase is None
        or phrase.last != i + 1
        or phrase.determiner == "no"
        or parsed.lower(phrase.first - 1) not in _STARTING
    ):
        return []
    thing = parsed.phrase_at.get(i + 2) if parsed.lower(i + 1) in _WHERE else None
    burned = thing if thing is not None and thing.kind in _THINGS - {PhraseKind.OTHER} and _is_new(thing) else None
    return [_toll(parsed, phrase.first - 1, burned.last if burned is not None else i + 1, i, burned)]


def _is_new(thing: Phrase) -> bool:
    return thing.determiner in {"a", "an", "another"} or thing.figure is not None


def _toll(parsed: Parsed, verb: int, last: int, i: int, thing: Phrase | None, others: tuple[Phrase, ...] = ()) -> Toll:
    words = parsed.view.evidence(parsed.start(verb), parsed.end(last)).quote
    participle = parsed.lower(verb).endswith("ing")
    toll = new_toll(parsed, Property.DAMAGE, ConceptObject("unspecified", words), verb, last, i, thing, participle)
    return replace(toll, others=others)
