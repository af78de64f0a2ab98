"""Who is said not to have done it: "denied any role in the attack", "was not involved", "distanced itself from it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.events import Draft
from belligraph.extract.governments import government_in
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, PhraseKind
from belligraph.model.sheet import EventType

__all__ = ["Denial", "find_denials"]

_PARTS = word_set("role involvement responsibility hand part complicity connection")
_CUES = _PARTS | {"involved", "nothing", "distanced", "distances", "behind"}
_NOT = word_set("not n't never neither no")
_HAVING = word_set("had has have played plays play bears bore")
_BEING = word_set("was were is are been be being")
_POINTING = word_set("the this that these those")
_NEAR = 7
_CLAUSE = 13
_FAR = 9
# how many sentences back the deed may be told
_REACH = 3


@dataclass(frozen=True, slots=True)
class Denial:
    """That an actor did not attack; the span is of the normalised text."""

    actor: ActorRef
    draft: Draft
    sentence: int
    start: int
    end: int
    speaker: ActorRef | None = None
    """Who denies it, where no verb of saying tells so."""


def find_denials(
    parsed: Parsed, mentions: list[Mention], event_of: dict[int, Draft], before: Sequence[Mention]
) -> list[Denial]:
    """The denials of a sentence whose deed is told in it or was told a few sentences before."""
    found: list[Denial] = []
    for i in parsed.at(_CUES):
        denier = _denier(parsed, i)
        if denier is None:
            continue
        actors, first, own_word = denier
        draft, last = _deed(parsed, i, mentions, event_of, before)
        if draft is None:
            continue
        for actor in actors:
            start = min(actor.start, parsed.start(first))
            found.append(Denial(actor, draft, parsed.sentence.number, start, parsed.end(last), actor if own_word else None))
    return found


def _denier(parsed: Parsed, i: int) -> tuple[list[ActorRef], int, bool] | None:
    """Who is said not to have done it by the word at i, where that begins, and whether only the actor can say so."""
    word = parsed.lower(i)
    if word in {"distanced", "distances"}:
        away = any(parsed.lower(k) == "from" for k in range(i + 1, i + 5))
        return _named(parsed, i, i, own_word=True) if away and i in parsed.verbs else None
    low = max(i - _NEAR, 0)
    denied = next(
        (k for k in range(i - 1, max(i - _CLAUSE, -1), -1) if lexicon().is_in(parsed.lower(k), "speech.denying")), None
    )
    verb = next((k for k in range(i - 1, low - 1, -1) if parsed.lower(k) in _HAVING | _BEING), None)
    if denied is not None and word != "nothing":
        if verb is not None and verb > denied and parsed.lower(verb) not in {"being"}:
            return _named(parsed, verb, verb)  # "denied that Freedonia had any role"
        return _named(parsed, denied, denied) if word in _PARTS or verb is not None else None
    if verb is None:
        return None
    between = {parsed.lower(k) for k in range(verb + 1, i)}
    if word == "nothing":
        nothing = [parsed.lower(k) for k in range(i + 1, i + 4)] == ["to", "do", "with"]
        return _named(parsed, verb, verb) if nothing and verb == i - 1 else None
    if word in _PARTS:
        return _named(parsed, verb, verb) if parsed.lower(verb) in _HAVING and "no" in between else None
    return _named(parsed, verb, verb) if parsed.lower(verb) in _BEING and between & _NOT else None


def _named(parsed: Parsed, verb: int, first: int, *, own_word: bool = False) -> tuple[list[ActorRef], int, bool] | None:
    """The states, forces and groups that are the subject of a verb: "it" is whoever says so by a capital's name."""
    k = verb - 1
    while lexicon().is_in(parsed.lower(k), "stop.auxiliaries", "stop.adverbs") or parsed.lower(k).endswith("ly"):
        k -= 1
    subjects = [] if parsed.lower(k) in {"it", "we", "they", "he", "she"} else parsed.subjects(verb)
    if parsed.lower(k) == "it" and lexicon().is_in(parsed.lower(k - 1), "speech.said"):
        subjects = parsed.subjects(k - 1)
    elif parsed.lower(k) == "and" and not subjects:
        # "France said it knew nothing of it and was not involved"
        said = next((j for j in range(k - 1, 0, -1) if lexicon().is_in(parsed.lower(j), "speech.said")), None)
        subjects = parsed.subjects(said) if said is not None and parsed.lower(said + 1) == "it" else []
    while subjects and parsed.lower(subjects[0].first - 1) in {"or", "nor"} and subjects[0].first > 1:
        other = parsed.phrase_at.get(subjects[0].first - 2)
        if other is None:
            break
        subjects.insert(0, other)  # "that Freedonia or Sylvania was involved"
    actors = [
        government_in(parsed, p) or actor_of(parsed, p)
        for p in subjects
        if p.kind in ACTORS or government_in(parsed, p) is not None
    ]
    named = [a for a in actors if a.identified]
    return (named, first, own_word) if named else None


def _deed(
    parsed: Parsed, i: int, mentions: list[Mention], event_of: dict[int, Draft], before: Sequence[Mention]
) -> tuple[Draft | None, int]:
    """The event that is denied and the end of the words that name it; None if it is not told."""
    event = next((p for p in parsed.phrases if i < p.first < i + _FAR and p.kind is PhraseKind.EVENT), None)
    last = event.last if event is not None else i + 1
    if event is not None:
        own = next((m for m in mentions if any(n.phrase is event for n in (m, *m.also)) and id(m) in event_of), None)
        strikes = lexicon().is_in(event.head, "nouns.strike")
        if own is not None and (own.slots or (event_of[id(own)].type is EventType.STRIKE) is strikes):
            return event_of[id(own)] if own.type.is_force else None, last
        if event.determiner not in _POINTING:
            return None, last
    if event is None and (told := [m for m in mentions if id(m) in event_of and m.is_noun and m.token < i]):
        return (event_of[id(told[-1])], last) if told[-1].type.is_force else (None, last)
    near = [m for m in before if id(m) in event_of and parsed.sentence.number - m.sentence <= _REACH]
    deeds = [m for m in near if m.type in {EventType.ATTACK, EventType.STRIKE} and m.word not in {"threat", "retaliation"}]
    deeds = [m for m in deeds if not lexicon().is_in(m.word, "verbs.intercept")]
    called = {EventType.STRIKE if lexicon().is_in(event.head, "nouns.strike") else EventType.ATTACK} if event else set()
    meant = [m for m in deeds if m.type in called] or deeds  # "the attacks" are not the strikes told last
    return (event_of[id(meant[-1])], last) if meant else (None, last)
