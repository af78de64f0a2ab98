"""What somebody calls a thing: "in what the army described as a response to" is the army's word, not the article's."""

from __future__ import annotations

from collections.abc import Callable

from belligraph.extract.actors import ActorRef
from belligraph.extract.leading import HE, IT
from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase
from belligraph.extract.scopes import Scope

__all__ = ["find_callings"]

_CALLING = word_set(
    "called calls described describes termed terms dubbed labeled labelled branded characterized characterised cast"
)
_CUES = frozenset(["what", "that", "which"])
_ENDING = frozenset([",", "that", "which", "who"])
_SKIPPED = frozenset(["has", "have", "had", "also", "later"])


def find_callings(
    parsed: Parsed,
    found: list[Scope],
    speaker_of: Callable[[Phrase], ActorRef | None],
    meant_by: Callable[[int], ActorRef | None],
) -> list[Scope]:
    """What a sentence tells by the words of whoever calls it so; `found` are the reports of the sentence, in order."""
    if not parsed.has(_CALLING):
        return []
    scopes: list[Scope] = []
    for i in parsed.at(_CUES):
        phrase = parsed.phrase_at.get(i + 1)
        whose = phrase if phrase is None or not phrase.possessed else parsed.phrase_at.get(phrase.last + 1)
        verb = whose.last if whose is not None else i + 2
        while parsed.lower(verb) in _SKIPPED or verb in parsed.taken:
            verb += 1
        if parsed.lower(verb) not in _CALLING or (whose is None and parsed.lower(i + 1) not in HE | IT):
            continue
        if whose is not None:
            speaker = speaker_of(whose)
        elif (told := [s for s in found if s.start < parsed.start(i) and s.chain]) and parsed.lower(i + 1) in IT:
            speaker = told[-1].chain[0]  # "the ministry confirmed, in what it called": the ministry
        else:
            speaker = meant_by(i + 1)
        if speaker is not None:
            end = parsed.sentence.end
            commas = (parsed.start(k) for k in range(verb + 1, len(parsed.tokens)) if _ends(parsed, k))
            scopes.append(Scope(parsed.tokens[verb].end, min(commas, default=end), (speaker,), alone=True))
    return scopes


def _ends(parsed: Parsed, k: int) -> bool:
    """Whether what is called so ends at k: a comma, or what the article tells of it: "a massive attack that killed two"."""
    return parsed.lower(k) in _ENDING and parsed.phrase_at.get(k) is None
