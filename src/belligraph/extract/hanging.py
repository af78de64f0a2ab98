"""How a toll hangs on what was told before it: by "that", by a participle, or on what an event is only called."""

from __future__ import annotations

from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.tolls import Toll

__all__ = ["is_of_called", "is_participial", "is_relative", "is_use"]

_RELATIVE = frozenset(["that", "which"])
_PASSED = word_set("also has have had")
_USED = frozenset(["used", "utilized", "utilised"])
_HANGING = word_set("resulting causing leaving injuring killing wounding")
# how far before a toll its participle may stand
_FAR = 12


def is_relative(parsed: Parsed, i: int) -> bool:
    """Whether "that" or "which" leads to the verb at i: "an attack … that mostly killed children"."""
    return parsed.lower(_lead(parsed, i)) in _RELATIVE


def is_of_called(parsed: Parsed, i: int) -> bool:
    """Whether the relative clause with the verb at i tells of an event that is only called so.

    "Struck the town in what officials called a massive attack that killed two": the strike on the town killed them.
    """
    k = _lead(parsed, i) - 1
    k -= parsed.lower(k) == '"'
    called = parsed.phrase_at.get(k)
    return is_relative(parsed, i) and called is not None and called.kind is PhraseKind.EVENT


def is_use(parsed: Parsed, mention: Mention) -> bool:
    """Whether a mention only tells what things are used for: "hit depots used by rebels to attack ships"."""
    i = mention.token
    if mention.is_noun or parsed.lower(i - 1) != "to":
        return False
    used = next((k for k in range(i - 2, max(i - _FAR, 0), -1) if parsed.lower(k) in _USED), None)
    return used is not None and not any(k in parsed.verbs for k in range(used + 1, i))


def is_participial(parsed: Parsed, toll: Toll) -> bool:
    """Whether the toll hangs on ", killing", ", resulting in" or the like, which speak of the main clause."""
    window = range(toll.token, max(toll.token - _FAR, 0), -1)
    return toll.is_participle or any(parsed.lower(k) in _HANGING for k in window)


def _lead(parsed: Parsed, i: int) -> int:
    """The word that leads to the verb at i, past adverbs and auxiliaries."""
    k = i - 1
    while k > 0 and (parsed.lower(k).endswith("ly") or parsed.lower(k) in _PASSED):
        k -= 1
    return k
