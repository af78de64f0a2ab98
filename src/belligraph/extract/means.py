"""By what an attack came that no weapon is told of: by what the same side is told to have used around it."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.armed import concepts_of
from belligraph.extract.continuing import is_long_ago
from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.kinds import GROUND_WEAPONS, is_state
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.sameness import agree, is_of_country
from belligraph.model.sheet import ActorKind, EventType, Property

__all__ = ["carry_means"]

_ATTACKS = word_set("attack attacks")
# how many sentences before and behind an attack its means may be told
_BEFORE = 4
_BEHIND = 1
_SIDES = (Property.ATTACKER, Property.TARGET)


# what comes back: a drone that hits a house is none of the jets' that struck before
_CREWED = frozenset(["fighter-jet", "gunship", "aircraft", "warship"])
# how many events before and behind are looked at: more would take quadratic time on endless texts
_MEMORY = 30


def carry_means(drafts: list[Draft]) -> None:
    """Make strikes of a state's attacks without a weapon if all around them it strikes from afar: "drones … the attack"."""
    for n, draft in enumerate(drafts):
        around = drafts[max(n - _MEMORY, 0) : n + _MEMORY]
        attackers = draft.actors(Property.ATTACKER)
        if draft.type is EventType.ATTACK and not attackers and _is_of_states_weapon(around, draft):
            draft.type = EventType.STRIKE
        # plural "attacks" that point back to nothing may have come by many means
        plain = all(_is_plain(m) for m in draft.mentions)
        if draft.type is not EventType.ATTACK or not plain or not attackers or not all(map(is_state, attackers)):
            continue
        if concepts_of(draft) & (lexicon().air | GROUND_WEAPONS):
            continue
        near = _is_beside if any(map(is_long_ago, draft.mentions)) else _is_near  # "as large as its attack in May"
        told = [d for d in around if d is not draft and near(draft, d) and _tells_means(d)]
        sides = [(d.type, agree(d.actors(Property.ATTACKER), attackers)) for d in told]
        by_ground = any(kind is EventType.ATTACK and same is not False for kind, same in sides)
        if not by_ground and any(same is True for _, same in sides):
            draft.type = EventType.STRIKE


def _is_plain(mention: Mention) -> bool:
    """Whether a mention says nothing of the means: "the attack", "Sylvanian forces killed three people".

    Fighters may be killed on the ground while jets strike elsewhere.
    """
    if mention.also or (mention.is_plural and not mention.is_definite):
        return False
    fights = any(a.kind in {ActorKind.ARMED_GROUP, ActorKind.ARMED_FORCE} for a in mention.actors(Property.TARGET))
    killed = not mention.is_noun and lexicon().is_in(mention.word, "verbs.kill") and not fights
    return mention.word in _ATTACKS or killed


def _is_of_states_weapon(drafts: list[Draft], draft: Draft) -> bool:
    """Whether a weapon that nobody is told to have used is one of those that a state sent: "… but a missile hit a house"."""
    used = concepts_of(draft)
    if not used or not used <= lexicon().air:
        return False
    first = draft.mentions[0]
    earlier = [
        d for d in drafts if d is not draft and _is_before(d, first) and first.sentence - d.mentions[-1].sentence <= _BEFORE
    ]
    for other in reversed(earlier):
        if intercepts(other.mentions):
            foes = [a for m in other.mentions for a in m.foes]
            whose = {a.family for a in (*other.actors(Property.TARGET), *foes)} - {None}
            if whose:
                return all(is_of_country(name) for name in whose if name is not None)
        elif (by := other.actors(Property.ATTACKER)) and concepts_of(other) & lexicon().air - _CREWED:
            same = bool(concepts_of(other) & used) and not _hits_own(draft, by)
            return same and other.type is EventType.STRIKE and all(map(is_state, by))
    return _is_of_states_alone(drafts, draft)


def _hits_own(draft: Draft, by: list[ActorRef]) -> bool:
    """Whether an attack hit the land or the people of those who might have sent the weapon: then it was not theirs."""
    own = {a.family for a in by} - {None}
    where = " ".join(p.name for p in draft.places()) + " ".join(p.within.name for p in draft.places() if p.within)
    return agree(by, draft.actors(Property.TARGET)) is True or any(land in where for land in own if land is not None)


def _is_of_states_alone(drafts: list[Draft], draft: Draft) -> bool:
    """Whether a report that tells of no armed group tells such weapons to be states', and not those of the victim."""
    if any(a.kind is ActorKind.ARMED_GROUP for d in drafts for prop in _SIDES for a in d.actors(prop)):
        return False
    armed = [d for d in drafts if concepts_of(d) & concepts_of(draft) and not intercepts(d.mentions)]
    by = [a for d in armed for a in d.actors(Property.ATTACKER)]
    return bool(by) and all(map(is_state, by)) and agree(by, draft.actors(Property.TARGET)) is not True


def _is_before(draft: Draft, mention: Mention) -> bool:
    return (draft.mentions[0].sentence, draft.mentions[0].token) < (mention.sentence, mention.token)


def _is_beside(draft: Draft, other: Draft) -> bool:
    return bool({m.sentence for m in draft.mentions} & {m.sentence for m in other.mentions})


def _is_near(draft: Draft, other: Draft) -> bool:
    first, last = draft.mentions[0].sentence, draft.mentions[-1].sentence
    return any(m.sentence - first >= -_BEFORE and m.sentence - last <= _BEHIND for m in other.mentions)


def _tells_means(draft: Draft) -> bool:
    """Whether an event tells by what the force came: by a weapon, or by a word such as "air strike" or "shelling"."""
    lex = lexicon()
    if draft.type not in {EventType.STRIKE, EventType.ATTACK} or intercepts(draft.mentions):
        return False
    words = {m.word for m in draft.mentions}
    by_word = words & (lex.words["nouns.strike"] | lex.words["nouns.ground"] | lex.words["verbs.ground"])
    return bool(concepts_of(draft) & (lex.air | GROUND_WEAPONS)) or bool(by_word)
