"""Who speaks before a verb of saying, and whom they cite."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.bylines import TITLED
from belligraph.extract.memory import Memory
from belligraph.extract.parse import Parsed
from belligraph.extract.sayings import told_before
from belligraph.extract.speakers import (
    CITING,
    anonymous_before,
    before_relative,
    called_behind,
    described_behind,
    local_body,
    speaker_of,
)

__all__ = ["HE", "IT", "left_speaker", "pronoun_of"]

HE = frozenset(["he", "she"])
IT = frozenset(["it", "they"])


def left_speaker(parsed: Parsed, i: int, memory: Memory) -> tuple[int, ActorRef | None, tuple[ActorRef, ...]]:
    """The first token of the speaker's phrase, the speaker, and the chain with those whom the speaker cites."""
    k = i - 1
    while k >= 0 and (parsed.lower(k) in {"have", "has", "had", "also", "later", "earlier", "then"} or k in parsed.taken):
        k -= 1
    if parsed.lower(k) in HE | IT:
        meant = pronoun_of(parsed, k, memory)
        return k, meant, (meant,) if meant else ()
    subjects = parsed.subjects(i)
    if (parsed.lower(k - 1), parsed.lower(k)) in {(",", "which"), (",", "who")}:
        # "according to Northwire, which reported": whatever stands right before the comma
        subjects = [p for p in [parsed.phrase_at.get(k - 2)] if p is not None]
    if parsed.lower(i) == "saying" and (told := told_before(parsed, i)) is not None:
        return left_speaker(parsed, told, memory)
    one = parsed.phrase_at.get(k)
    if parsed.lower(i) == "saying" and parsed.lower(k) == "one" and parsed.lower(k - 1) == "with":
        return k, memory.last, (memory.last,) if memory.last else ()  # "two residents told X, with one saying"
    if parsed.lower(i) == "saying" and one is not None and one.last == i and parsed.lower(one.first - 1) == "with":
        subjects = [one]
    elif parsed.lower(i) == "saying":
        subjects = [p for p in parsed.phrases if p.last <= i and p.kind in TITLED][:1]
    if not subjects and parsed.lower(k) == "and" and parsed.lower(0) in IT | HE:
        # "They named the dead and said"
        meant = pronoun_of(parsed, 0, memory)
        return k, meant, (meant,) if meant else ()
    if not subjects and (aside := anonymous_before(parsed, i)) is not None:
        subjects = [p for p in [parsed.phrase_at.get(aside - 1 - (parsed.lower(aside - 1) == ","))] if p is not None]
    if not subjects:
        return k, None, ()
    if any(v < subjects[0].first for v in parsed.verbs):
        # "killing nine children, residents and a rights group said": the comma ends what they say
        subjects = subjects[max((n + 1 for n, p in enumerate(subjects[:-1]) if parsed.lower(p.last) == ","), default=0) :]
    told_so = before_relative(parsed, subjects[0], i)
    phrase = called_behind(parsed, told_so)
    speaker = speaker_of(parsed, phrase, memory)
    if speaker is None:
        return k, None, ()
    if (called := told_so if told_so is not phrase else described_behind(parsed, phrase)) is not None:
        memory.entitle(speaker, [called.head])  # "the Observatory, a war monitor": "the monitor"
    cited: list[ActorRef] = []
    for j in range(phrase.last, i):
        if parsed.lower(j) in CITING and (other := parsed.phrase_at.get(j + 1)) is not None:
            source = speaker_of(parsed, other, memory)
            if source is not None:
                cited.append(source)
    begin = phrase.first if phrase.possessor is None else phrase.possessor.first
    return begin, speaker, (speaker, *cited)


def pronoun_of(parsed: Parsed, k: int, memory: Memory) -> ActorRef | None:
    """Whom the "he", "it" or "they" at k means."""
    return memory.someone if parsed.lower(k) in HE else local_body(parsed, k, memory)
