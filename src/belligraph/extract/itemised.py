"""What was hit, told by a sentence of its own: "The targets included two radars, a depot and launch sites"."""

from __future__ import annotations

from belligraph.extract.fill import fill_complements
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.model.sheet import EventType, Property

__all__ = ["itemised"]

_INCLUDING = word_set("included include comprised")
_OPENING = word_set("the these those its their our specific")
# how many words may stand before "targets" in its phrase: "the latest strike targets"
_LONGEST = 3


def itemised(parsed: Parsed) -> list[Slot]:
    """The targets that a sentence lists of the strikes told before it; none if it does not list any."""
    i = next((k for k in range(1, len(parsed.tokens)) if _lists(parsed, k)), None)
    if i is None:
        return []
    token, sentence = parsed.tokens[i], parsed.sentence
    mention = Mention(sentence.number, token.start, token.end, "struck", i, EventType.STRIKE, False, sentence.headline)
    fill_complements(parsed, mention, parsed.complements(i + 1), direct=True)
    return [slot for slot in mention.slots if slot.property is Property.TARGET]


def _lists(parsed: Parsed, i: int) -> bool:
    if parsed.lower(i) not in _INCLUDING or parsed.lower(i - 1) != "targets":
        return False
    first = next((k for k in range(i - 1, max(i - 3 - _LONGEST, -1), -1) if parsed.lower(k) in _OPENING), i - 1)
    return first == 0 or not parsed.tokens[first - 1].is_word
