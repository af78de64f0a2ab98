"""Force that is only meant: "vowed to strike", "warned it will attack", "tried to attack"."""

from __future__ import annotations

from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.model.sheet import ConceptObject, Property

__all__ = ["mark_intentions"]

_THREATENING = word_set("""vow vows vowed vowing threaten threatens threatened threatening pledge pledges pledged pledging
promised warned warns warning swore sworn""")
_TRYING = word_set("try tries tried trying attempt attempts attempted attempting sought")
_PLANNING = word_set("plan plans planned planning plot plots plotted plotting intend intends intended prepare preparing")
_WILL = word_set("will would")
_ANSWERING = word_set("""respond retaliate answer avenge responding retaliating
response retaliation revenge reprisal""")
_FAR = 5


def mark_intentions(parsed: Parsed, mentions: list[Mention]) -> None:
    """Add the outcome to attacks that are told as threatened, planned or tried, and keep threats apart from deeds."""
    for mention in mentions:
        first = mention.phrase.first if mention.phrase is not None else mention.token
        if mention.values(Property.OUTCOME) or (found := _meant(parsed, first)) is None:
            continue
        k, concept = found
        words = parsed.view.evidence(parsed.start(k), parsed.end(k + 1)).quote
        start, end = min(mention.start, parsed.start(k)), max(mention.end, parsed.end(k + 1))
        mention.slots.append(Slot(Property.OUTCOME, ConceptObject(concept, words), start, end))
        mention.is_separate = mention.is_separate or concept != "attempted"


def _meant(parsed: Parsed, first: int) -> tuple[int, str] | None:
    for k in range(first - 1, max(first - _FAR - 1, -1), -1):
        word = parsed.lower(k)
        to = "to" in {parsed.lower(j) for j in range(k + 1, first)}
        will = any(parsed.lower(j) in _WILL for j in range(k + 1, first))
        if word in {".", ";", ","} or word in _ANSWERING:
            return None  # "vowed to respond to the raid": the raid is a deed
        if word in _THREATENING and (to or will):
            return k, "threatened"
        if word in _TRYING and to:
            return k, "attempted"
        if word in _PLANNING and to:
            return k, "planned"
    return None
