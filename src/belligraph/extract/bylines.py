"""Who speaks in a headline: "Freedonia: rebels fire missile", "Five killed in strike - governor"."""

from __future__ import annotations

from belligraph.extract.memory import Memory
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.scopes import Scope
from belligraph.extract.speakers import speaker_of

__all__ = ["TITLED", "of_headline"]

# who may speak without a verb of saying
TITLED = frozenset({PhraseKind.PERSON, PhraseKind.OFFICIAL, PhraseKind.FORCE, PhraseKind.BODY, PhraseKind.GROUP})
_MARKS = frozenset([":", "-", "–", "—"])


def of_headline(parsed: Parsed, memory: Memory) -> list[Scope]:
    """ "Freedonia: rebels fire missile", "Five killed in strike - governor": the speaker stands before or behind a mark."""
    tokens, first, last = parsed.tokens, parsed.sentence.start, parsed.sentence.end
    for phrase in parsed.phrases:
        if phrase.kind not in TITLED:
            continue
        if phrase.first == 0 and parsed.lower(phrase.last) == ":":
            span = (parsed.end(phrase.last + 1), last)
        elif phrase.last == len(tokens) and phrase.first > 2 and tokens[phrase.first - 1].text in _MARKS:
            span = (first, parsed.start(phrase.first - 1))
        else:
            continue
        speaker = speaker_of(parsed, phrase, memory)
        if speaker is not None:
            return [Scope(*span, (speaker,))]
    return []
