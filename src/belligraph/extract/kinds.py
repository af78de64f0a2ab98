"""Strike or attack: the guide's rule, from the attacker, the weapon and the trigger word."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.model.sheet import ActorKind, ConceptObject, EventType, Property

__all__ = ["event_type", "is_strike"]

_GROUND_WEAPONS = word_set("artillery mortar small-arms ied car-bomb suicide-bomb")
_NON_STATE_WEAPONS = word_set("drone-boat rocket ied car-bomb suicide-bomb mortar small-arms")
# told of no weapon from the air, these are done by hand
_BY_HAND = word_set("killed kill kills killing shot shoot shoots gunned opened opens opening stabbed returned")
# whose forces are so called without a name before them: states'
_OF_STATES = word_set("defense defence defenses defences military militaries army armies navy navies coalition")
_PLAIN_ATTACK = word_set("""aggression attack attacks assault assaults storm stormed offensive operations campaign
counteroffensive counter-offensive counterattack counter-attack""")


def event_type(mention: Mention) -> EventType:
    """The type of the event that a mention tells of (fact-sheet guide, "Entities").

    A strike is force that a state's armed force delivers by aircraft, drone, ship, missile or air defence; all else is an
    attack. Words such as "retaliation" decide nothing.
    """
    lex = lexicon()
    attackers = mention.actors(Property.ATTACKER)
    concepts = {v.concept for v in mention.values(Property.INSTRUMENT) if isinstance(v, ConceptObject)}
    if mention.word in {"retaliation", "reprisal", "reprisals"}:
        return EventType.STRIKE if concepts & lex.air else EventType.ATTACK
    if mention.word in lex.words["nouns.ground"] | lex.words["verbs.ground"] | lex.words["nouns.campaign"]:
        return EventType.ATTACK
    if any(a.kind in {ActorKind.ARMED_GROUP, ActorKind.CIVILIANS} for a in attackers):
        return EventType.ATTACK
    if mention.word in _BY_HAND and not mention.is_noun and not concepts & lex.air:
        return EventType.ATTACK
    if mention.word in lex.words["nouns.air"] and not concepts & _GROUND_WEAPONS:
        return EventType.STRIKE
    if lex.is_in(mention.word, "verbs.intercept") or _downs_weapon(mention):
        return EventType.STRIKE
    flies = any(a.kind is ActorKind.ARMED_FORCE for a in attackers) and concepts & {"fighter-jet", "gunship", "aircraft"}
    if flies or any(_is_state(a) for a in attackers):
        if concepts & lex.air:
            return EventType.STRIKE
        if concepts & _GROUND_WEAPONS or mention.word in _PLAIN_ATTACK:
            return EventType.ATTACK
        return EventType.STRIKE
    armed = bool(attackers) and all(a.kind is ActorKind.ARMED_FORCE for a in attackers)
    if armed and mention.is_noun and lex.is_in(mention.word, "nouns.strike"):
        return EventType.STRIKE
    if attackers or concepts & _NON_STATE_WEAPONS:
        return EventType.ATTACK
    if concepts & {"fighter-jet", "gunship", "aircraft"}:
        return EventType.STRIKE
    return EventType.STRIKE if mention.is_noun and lex.is_in(mention.word, "nouns.strike") else EventType.ATTACK


def is_strike(attackers: list[ActorRef], concepts: set[str]) -> bool:
    """Whether an attack, by all that is told of it, is a state's force from the air: "an assault … the missile attack"."""
    return (
        bool(attackers)
        and all(_is_state(a) for a in attackers)
        and bool(concepts & lexicon().air)
        and not concepts & (_GROUND_WEAPONS | _NON_STATE_WEAPONS)
    )


def _downs_weapon(mention: Mention) -> bool:
    """Whether air defence destroyed missiles or drones: told of forces, and of nothing but weapons."""
    targets = [s.phrase for s in mention.slots if s.property is Property.TARGET]
    attackers = mention.actors(Property.ATTACKER)
    forces = not attackers or any(a.kind is ActorKind.ARMED_FORCE for a in attackers)
    weapons = bool(targets) and all(p is not None and bool(p.concepts) for p in targets)
    return forces and weapons and mention.word in lexicon().words["verbs.destroy"]


def _is_state(actor: ActorRef) -> bool:
    if actor.kind is ActorKind.ARMED_FORCE and _OF_STATES & set(actor.name.lower().split()):
        return True
    if actor.kind in {ActorKind.STATE, ActorKind.GOVERNMENT_BODY}:
        return True
    return actor.kind in {ActorKind.ARMED_FORCE, ActorKind.OBJECT} and (actor.family is not None or actor.identified)
