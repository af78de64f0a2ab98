"""Whom "it", "they" and "its" stand for: the state, force or group named before."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.governments import government_in
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.whose import actor_before, main_actor
from belligraph.model.sheet import Property

__all__ = ["add_pronoun"]

_BESIDE = word_set("had has have also will would may might could was were is are been")
_SUBORDINATING = word_set("as while because although")
_FAR = 6


def add_pronoun(parsed: Parsed, mention: Mention, k: int) -> None:
    """Add as the attacker whoever the pronoun at token k stands for, if the sentence named one before it."""
    while k >= 0 and (
        parsed.lower(k) in _BESIDE or parsed.lower(k).endswith("ly") or k in parsed.taken or parsed.lower(k) == '"'
    ):
        k -= 1
    if parsed.lower(k) == "and" and (verb := _verb_before(parsed, k)) is not None:
        k = verb - 1  # "it intercepted a drone and carried out strikes"
    if parsed.lower(k) not in {"it", "they"} or _is_event(parsed, k):
        return
    if (state := _telling(parsed, k)) is not None:
        mention.slots.append(Slot(Property.ATTACKER, state, parsed.start(k), max(mention.end, parsed.end(k + 1))))
        return
    whose = actor_before(parsed, k)
    if parsed.lower(k) == "it" and parsed.lower(k - 1) in _SUBORDINATING:
        whose = main_actor(parsed, k) or whose
    if whose is None and parsed.antecedent is not None:
        ref = replace(actor_of(*parsed.antecedent), start=parsed.start(k), end=parsed.end(k + 1))
        start, end = parsed.start(k), max(mention.end, parsed.end(k + 1))
        mention.slots.append(Slot(Property.ATTACKER, ref, start, end))
    elif whose is not None:
        ref = actor_of(parsed, whose)
        start, end = parsed.start(k), max(mention.end, parsed.end(k + 1))
        mention.slots.append(Slot(Property.ATTACKER, ref, start, end, phrase=whose))


def _telling(parsed: Parsed, k: int) -> ActorRef | None:
    """The state by whose capital the "it" at k is told: "Moscow said it shot down four drones"."""
    told = parsed.phrase_at.get(k - 2) if lexicon().is_in(parsed.lower(k - 1), "speech.said") else None
    state = government_in(parsed, told) if told is not None else None
    return replace(state, start=parsed.start(k), end=parsed.end(k + 1)) if state is not None else None


def _is_event(parsed: Parsed, k: int) -> bool:
    """Whether "it" is the event just named: "condemned the attack, saying that it struck a ward"."""
    before = next((p for p in reversed(parsed.phrases) if p.last <= k), None)
    saying = any(parsed.lower(j).endswith("ing") for j in range(max(k - 3, 0), k))
    near = before is not None and before.kind is PhraseKind.EVENT and k - before.last <= _FAR
    return parsed.lower(k) == "it" and saying and near and before is not None and not before.is_plural


def _verb_before(parsed: Parsed, k: int) -> int | None:
    return next((j for j in range(k - 1, max(k - 20, -1), -1) if j in parsed.verbs), None)
