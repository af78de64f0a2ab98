"""One of several events told together: "air strikes, including one that killed six", "where one strike hit a clinic"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.fill import fill_complements
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.model.sheet import Property

__all__ = ["singled"]

_INCLUDING = frozenset(["including"])
_LEADING = frozenset(["including", "where", "with"])
_DOING = word_set("killed left injured wounded hurt destroyed damaged wounding injuring killing destroying damaging")
_SHARED = frozenset({Property.ATTACKER, Property.INSTRUMENT, Property.PLACE})
# how far behind the several events the one may be told, and its verb behind it
_REACH = 24
_FAR = 12


def singled(parsed: Parsed, own: list[Mention]) -> list[Mention]:
    """The single events told of one of several; an event that "one strike" tells already is given what the several share."""
    for mention in own:
        phrase = mention.phrase
        if phrase is None or phrase.figure is None or phrase.figure.value != 1 or mention.is_plural:
            continue
        if parsed.lower(phrase.first - 1) in _LEADING and (several := _several(own, phrase.first)) is not None:
            mention.is_new = several.is_series = True
            _share(several, mention)
    found: list[Mention] = []
    for k in parsed.at(_INCLUDING):
        i = k + 1
        several = _several(own, k) if parsed.lower(i) == "one" else None
        verb = _verb(parsed, i)
        if several is None or verb is None or any(m.token == i for m in own):
            continue
        told = next((m for m in own if m.token == verb), None)
        if told is None:
            start, end = parsed.start(i), parsed.end(i + 1)
            told = Mention(parsed.sentence.number, start, end, several.word, i, several.type, True, parsed.sentence.headline)
            told.is_single = True
            # the event's words reach to the verb; what else is told of it, its day, may stand outside what somebody says
            told.also = [replace(told, end=parsed.end(verb + 1))]
            if lexicon().is_in(parsed.lower(verb), "verbs.hit"):
                fill_complements(parsed, told, parsed.complements(verb + 1), direct=True)
            found.append(told)
        told.is_new = True
        several.is_series = True
        _share(several, told)
    return found


def _several(own: list[Mention], k: int) -> Mention | None:
    """The plural that the one belongs to: the last noun of force told before token k."""
    before = next((m for m in reversed(own) if m.token < k), None)
    near = before is not None and before.is_noun and before.is_plural and k - before.token < _REACH
    return before if near and before is not None and before.type.is_force else None


def _verb(parsed: Parsed, i: int) -> int | None:
    """The verb that tells what the one did, past a time and whoever says so: "one on Monday that the army said killed"."""
    for k in range(i + 1, min(i + _FAR, len(parsed.tokens))):
        if parsed.lower(k) in {",", ";", "."}:
            return None
        if parsed.lower(k) in _DOING or (k in parsed.verbs and lexicon().is_in(parsed.lower(k), "verbs.hit")):
            return k
    return None


def _share(several: Mention, one: Mention) -> None:
    """Give the one what is told of the several and not of itself: who, by what, where; and their type."""
    told = {s.property for s in one.slots}
    one.slots += [s for s in several.slots if s.property in _SHARED - told]
    one.type = several.type
