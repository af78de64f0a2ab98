"""All the attacks there have been, told by one more: "bringing the total number of attacks on bases to 74 since May"."""

from __future__ import annotations

from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.quantities import Figure, number_at
from belligraph.extract.tolls import quantity
from belligraph.model.sheet import Property

__all__ = ["count_up"]

_RAISING = word_set("bringing brings brought bring raising raises raised raise pushing pushes pushed push taking takes")
_NUMBER = word_set("the their total overall number tally count cumulative")
_SUMS = word_set("number total tally count")
_FAR = 24


def count_up(parsed: Parsed, mentions: list[Mention]) -> None:
    """Make a series of its own of the attacks whose number a sentence raises; whoever did the last one did them."""
    for mention in mentions:
        figure = _sum(parsed, mention)
        if figure is None:
            continue
        size = quantity(parsed, figure, mention.word)
        start, end = parsed.start(figure.first), parsed.end(figure.last)
        mention.is_series = mention.is_counted = mention.is_separate = mention.is_part = True
        mention.is_definite = False
        mention.slots.append(Slot(Property.SIZE, size, min(mention.start, start), max(mention.end, end)))
        last = next((m for m in mentions if m.token < mention.token), None)
        if last is not None and not mention.says_who_or_where:
            mention.slots += [s for s in last.slots if s.property in {Property.ATTACKER, Property.TARGET}]


def _sum(parsed: Parsed, mention: Mention) -> Figure | None:
    """The figure to which the number of what a noun names is raised."""
    if not mention.is_noun or not mention.is_plural or mention.phrase is None:
        return None
    k = mention.phrase.first - 2
    if parsed.lower(k + 1) != "of" or parsed.lower(k) not in _SUMS:
        return None
    while parsed.lower(k) in _NUMBER:
        k -= 1
    if parsed.lower(k) in _RAISING:
        to = next((j for j in range(mention.phrase.last, mention.phrase.last + _FAR) if parsed.lower(j) == "to"), None)
        return number_at(parsed.tokens, to + 1) if to is not None else None
    # "brought to 74 the number of attacks"
    figures = (number_at(parsed.tokens, j) for j in range(max(k - 3, 0), k + 1))
    figure = next((f for f in figures if f is not None and f.last == k + 1), None)
    if figure is None or parsed.lower(figure.first - 1) != "to" or parsed.lower(figure.first - 2) not in _RAISING:
        return None
    return figure
