"""By what an attack came that no weapon is told of: by what the same side is told to have used around it."""

from __future__ import annotations

from belligraph.extract.continuing import intercepts, is_long_ago
from belligraph.extract.drafts import Draft
from belligraph.extract.kinds import GROUND_WEAPONS, is_state
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.retold import concepts_of
from belligraph.extract.sameness import agree
from belligraph.model.sheet import EventType, Property

__all__ = ["carry_means"]

_ATTACKS = word_set("attack attacks")
# how many sentences before and behind an attack its means may be told
_BEFORE = 4
_BEHIND = 1


def carry_means(drafts: list[Draft]) -> None:
    """Make strikes of a state's attacks without a weapon if all around them it strikes from afar: "drones … the attack"."""
    for draft in drafts:
        attackers = draft.actors(Property.ATTACKER)
        plain = all(m.word in _ATTACKS and m.is_noun and not m.also for m in draft.mentions)
        if draft.type is not EventType.ATTACK or not plain or not attackers or not all(map(is_state, attackers)):
            continue
        if concepts_of(draft) & (lexicon().air | GROUND_WEAPONS) or any(map(is_long_ago, draft.mentions)):
            continue
        told = [d for d in drafts if d is not draft and _is_near(draft, d) and _tells_means(d)]
        same = [d for d in told if agree(d.actors(Property.ATTACKER), attackers) is True]
        if same and all(d.type is EventType.STRIKE for d in same):
            draft.type = EventType.STRIKE


def _is_near(draft: Draft, other: Draft) -> bool:
    first, last = draft.mentions[0].sentence, draft.mentions[-1].sentence
    return any(m.sentence - first >= -_BEFORE and m.sentence - last <= _BEHIND for m in other.mentions)


def _tells_means(draft: Draft) -> bool:
    """Whether an event tells by what the force came: by a weapon, or by a word such as "air strike" or "shelling"."""
    lex = lexicon()
    if draft.type not in {EventType.STRIKE, EventType.ATTACK} or intercepts(draft.mentions):
        return False
    words = {m.word for m in draft.mentions}
    by_word = words & (lex.words["nouns.air"] | lex.words["nouns.ground"] | lex.words["verbs.ground"])
    return bool(concepts_of(draft) & (lex.air | GROUND_WEAPONS)) or bool(by_word)
