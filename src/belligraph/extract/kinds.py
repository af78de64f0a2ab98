"""Strike or attack: the guide's rule, from whoever attacks, by what, and the trigger word.

The order of the decision: a group's or a civilian's force is an attack by any means; a weapon that is told decides next;
then a word that names the means ("airstrike", "shelling", "shot down"); then whose hands do it ("troops", "a battalion")
and a word for what is done close by ("killed", "opened fire", "stormed"), which are attacks; a state that "struck", "hit"
or "bombed" did so from afar. An "attack" by a state without a weapon stays one unless its event, or what that side is told
to use around it, names one (see `means`).
"""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.model.sheet import ActorKind, ConceptObject, EventType, Property

__all__ = ["GROUND_WEAPONS", "event_type", "is_state", "is_strike", "lands_troops", "tells_no_means"]

GROUND_WEAPONS = word_set("artillery mortar small-arms ied car-bomb suicide-bomb")
_NON_STATE_WEAPONS = word_set("drone-boat rocket ied car-bomb suicide-bomb mortar small-arms")
# told of no aircraft, ship or weapon from the air, these are done by hand
_BY_HAND = word_set("killed kill kills killing shot shoot shoots gunned knifed opened opens opening stabbed returned")
_AIRCRAFT = frozenset(["fighter-jet", "gunship", "aircraft"])
# whose forces are so called without a name before them: states'
_OF_STATES = word_set("defense defence defenses defences military militaries army armies navy navies coalition")
_PLAIN_ATTACK = word_set("""aggression attack attacks assault assaults storm stormed offensive operations campaign
counteroffensive counter-offensive counterattack counter-attack""")
# done by those who stand near: not by aircraft, ships or missiles, unless such are told
_FIRING = word_set("fire fires fired firing open shooting gunfire traded exchanged")
# who fights on the ground, whatever word tells it
_ON_FOOT = word_set("""troops troop soldiers soldier infantry brigade battalion regiment paratroopers commandos police
policemen policeman guards guard officers officer unit units division platoon tank tanks""")
_NOT_ON_FOOT = word_set("air naval navy missile drone rocket aviation coast")


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
    if any(a.kind in {ActorKind.ARMED_GROUP, ActorKind.CIVILIANS} for a in attackers):
        return EventType.ATTACK
    ground = lex.words["nouns.ground"] | lex.words["verbs.ground"] | lex.words["nouns.campaign"]
    if mention.word in ground and not _is_flown(mention, concepts):
        return EventType.ATTACK
    if mention.word in _BY_HAND and not concepts & lex.air and not _is_far(attackers):
        return EventType.ATTACK
    if mention.word in lex.words["nouns.air"] and not concepts & GROUND_WEAPONS:
        return EventType.STRIKE
    if lex.is_in(mention.word, "verbs.intercept") or _downs_weapon(mention):
        return EventType.STRIKE
    flies = any(a.kind is ActorKind.ARMED_FORCE for a in attackers) and concepts & _AIRCRAFT
    if flies or any(is_state(a) for a in attackers):
        if concepts & lex.air or ("bomb" in concepts and not concepts & GROUND_WEAPONS):
            return EventType.STRIKE  # states drop bombs from the air
        if concepts & GROUND_WEAPONS or mention.word in _PLAIN_ATTACK or _is_close(mention, attackers):
            return EventType.ATTACK
        return EventType.STRIKE
    armed = bool(attackers) and all(a.kind is ActorKind.ARMED_FORCE for a in attackers)
    if armed and mention.is_noun and lex.is_in(mention.word, "nouns.strike"):
        return EventType.STRIKE
    if attackers or concepts & _NON_STATE_WEAPONS:
        return EventType.ATTACK
    if concepts & _AIRCRAFT:
        return EventType.STRIKE
    return EventType.STRIKE if mention.is_noun and lex.is_in(mention.word, "nouns.strike") else EventType.ATTACK


def is_strike(attackers: list[ActorRef], concepts: set[str]) -> bool:
    """Whether an attack, by all that is told of it, is a state's force from the air: "an assault … the missile attack"."""
    return (
        bool(attackers)
        and all(is_state(a) for a in attackers)
        and bool(concepts & lexicon().air)
        and not concepts & (GROUND_WEAPONS | _NON_STATE_WEAPONS)
    )


def tells_no_means(mention: Mention) -> bool:
    """Whether a mention leaves open what the force came by: "killed a commander", "the attack"."""
    armed = any(isinstance(v, ConceptObject) for v in mention.values(Property.INSTRUMENT))
    return not armed and (lexicon().is_in(mention.word, "verbs.kill") or mention.word in {"attack", "attacks"})


def lands_troops(mention: Mention) -> bool:
    """ "A helicopter raid": aircraft bring those who do it."""
    used = [v for v in mention.values(Property.INSTRUMENT) if isinstance(v, ConceptObject) and v.concept in lexicon().air]
    raids = any(
        m.word in lexicon().words["nouns.ground"] | lexicon().words["verbs.ground"] for m in (mention, *mention.also)
    )
    return raids and bool(used) and all("helicopter" in (v.words or "").lower() for v in used)


def _is_flown(mention: Mention, concepts: set[str]) -> bool:
    """ "Raids by warplanes": from the air."""
    return bool(concepts & lexicon().air) and not concepts & GROUND_WEAPONS and not lands_troops(mention)


def _is_far(attackers: list[ActorRef]) -> bool:
    """Whether ships, aircraft or an air force attack."""
    return any(a.kind is ActorKind.OBJECT or set(a.name.lower().split()) & _NOT_ON_FOOT for a in attackers)


def _is_close(mention: Mention, attackers: list[ActorRef]) -> bool:
    """Whether force is told to be used at close quarters: by those who fight on foot, or by firing or seizing."""
    if _is_far(attackers):
        return False
    lex = lexicon()
    close = lex.is_in(mention.word, "verbs.seize") or mention.word in _FIRING
    on_foot = all(a.kind is ActorKind.ARMED_FORCE and a.name.lower().split()[-1] in _ON_FOOT for a in attackers)
    return close or (on_foot and not (mention.is_noun and lex.is_in(mention.word, "nouns.strike")))


def _downs_weapon(mention: Mention) -> bool:
    """Whether air defence destroyed missiles or drones: told of forces, and of nothing but weapons."""
    targets = [s.phrase for s in mention.slots if s.property is Property.TARGET]
    attackers = mention.actors(Property.ATTACKER)
    forces = not attackers or any(a.kind is ActorKind.ARMED_FORCE for a in attackers)
    weapons = bool(targets) and all(p is not None and bool(p.concepts) for p in targets)
    return forces and weapons and mention.word in lexicon().words["verbs.destroy"]


def is_state(actor: ActorRef) -> bool:
    """Whether an actor is a state, one of its bodies, or armed for it."""
    if actor.kind is ActorKind.ARMED_FORCE and _OF_STATES & set(actor.name.lower().split()):
        return True
    if actor.kind in {ActorKind.STATE, ActorKind.GOVERNMENT_BODY}:
        return True
    return actor.kind in {ActorKind.ARMED_FORCE, ActorKind.OBJECT} and (actor.family is not None or actor.identified)
