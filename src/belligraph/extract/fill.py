"""Giving the phrases round a trigger their parts in its event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from belligraph.extract.actors import ActorRef, actor_of, owner_of, state_ref
from belligraph.extract.clauses import FLIGHTS
from belligraph.extract.governments import government_in
from belligraph.extract.hedges import hedge_before, hedge_within
from belligraph.extract.lexicon import NameKind, lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.offices import named_holder
from belligraph.extract.parse import Complement, Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.places import PLACE_PREPOSITIONS, end_in_list, place_of
from belligraph.extract.relations import launcher_of, owner_behind
from belligraph.extract.things import (
    has_own_name,
    is_abstract,
    is_adjunct,
    is_further_thing,
    is_of_groups,
    is_settlement,
    is_thing,
    is_yard,
)
from belligraph.extract.towns import is_contained, is_town
from belligraph.extract.whose import lands_of, owner_before
from belligraph.model.sheet import ConceptObject, Property

__all__ = [
    "TARGET_PREPOSITIONS",
    "add_actor",
    "add_attacker",
    "add_concepts",
    "add_place",
    "add_target",
    "fill_complements",
]

TARGET_PREPOSITIONS = word_set("against on at toward towards upon into")
_NO_TARGETS = frozenset({PhraseKind.EVENT, PhraseKind.MEDIA})
_VAGUE_TARGETS = word_set("""way surface area region territory waters part parts time times role war threat threats
consequences terror terrorism side bow stern hull deck ground""")
_ATTACKERS = ACTORS | {PhraseKind.BODY}
_SHIPS = word_set("""ship ships warship warships destroyer destroyers frigate submarine boat boats carrier vessel vessels
gunboat gunboats""")
_OWN_FORCES = word_set("""defenses defences warplanes jets aircraft planes drones artillery defense gunners navy pilots
ships warships destroyers boats tanks snipers""")
_AGAINST = word_set("defense defence anti-missile anti-aircraft air-defense anti-drone")
_DEFENDING = word_set("system systems battery batteries")
_CALLED = frozenset({PhraseKind.NAME, PhraseKind.PLACE})
_PORTS = word_set("port ports airport harbor harbour")
# "a raid into Freedonia" is where it was
_ENTERING = word_set("incursion incursions raid raids strike strikes airstrike airstrikes")
_LANDS = frozenset({PhraseKind.STATE, PhraseKind.PLACE, PhraseKind.AREA, PhraseKind.NAME})
_SITES = word_set("location locations")
_REASONS = word_set("self-defense self-defence retaliation orders behalf request")
_SHORES = word_set("sea gulf ocean coast river strait")
_ARMS = word_set("weaponry weapons munitions arms")
_SPANS = word_set("occasions occasion times hours days weeks months years eve anniversary sidelines heels")
_ROUND_PLACES = word_set("""outskirts vicinity south north east west southeast southwest northeast northwest middle heart""")


def span_of(parsed: Parsed, mention: Mention, phrase: Phrase) -> tuple[int, int]:
    """The shortest span that holds the trigger and a phrase."""
    return min(mention.start, parsed.start(phrase.first)), max(mention.end, parsed.end(phrase.last))


def add_actor(parsed: Parsed, mention: Mention, prop: Property, phrase: Phrase, ref: ActorRef | None = None) -> None:
    """Add a claim about an actor."""
    hedge = (hedge_before(parsed, mention.token) or hedge_within(parsed, phrase)) if prop is Property.ATTACKER else None
    modality, words = hedge if hedge is not None else (None, None)
    start, end = span_of(parsed, mention, phrase)
    mention.slots.append(Slot(prop, ref or actor_of(parsed, phrase), start, end, modality, words, phrase))


def add_attacker(parsed: Parsed, mention: Mention, phrase: Phrase) -> None:
    """Add the attacker that a phrase gives: itself, or the owner of the weapon that it is."""
    if (state := government_in(parsed, phrase, possessed=True)) is not None:
        add_actor(parsed, mention, Property.ATTACKER, phrase, state)
        return  # "Moscow's strikes"
    if (
        phrase.determiner in {"its", "their", "his"}
        and not phrase.names
        and (phrase.kind is PhraseKind.FORCE or phrase.head in _OWN_FORCES)
    ):
        telling, whose = parsed, owner_before(parsed, phrase)
        if whose is None and parsed.antecedent is not None and parsed.lower(phrase.first) == "its":
            telling, whose = parsed.antecedent  # "The army denied it. It said its forces had struck"
        if whose is not None:
            ref = actor_of(telling, whose)
            state = next(
                (n for n in (*(whose.possessor.names if whose.possessor else ()), *whose.names) if n.name.country), None
            )
            if whose.kind is PhraseKind.BODY and state is not None and state.name.kind is not NameKind.BODY:
                # a ministry's "forces" are the state's
                ref = state_ref(telling, state)
            add_actor(
                parsed,
                mention,
                Property.ATTACKER,
                phrase,
                replace(ref, start=parsed.start(phrase.first), end=parsed.end(phrase.last)),
            )
        return
    if (lands := lands_of(parsed, phrase)) and not phrase.names:
        for land in lands:  # "the militaries of A and B"
            add_actor(parsed, mention, Property.ATTACKER, land)
        return
    if phrase.kind in _ATTACKERS and not (phrase.kind is PhraseKind.BODY and not phrase.names):
        add_actor(parsed, mention, Property.ATTACKER, phrase)
        if "suicide-bomb" in phrase.concepts:
            add_concepts(parsed, mention, phrase)
        return
    if phrase.kind is PhraseKind.PEOPLE and phrase.head in {"men", "people"} and phrase.core < phrase.last - 1:
        if parsed.lower(phrase.last - 2) in {"armed", "masked"}:
            add_actor(parsed, mention, Property.ATTACKER, phrase)
        return
    if phrase.shared is not None and phrase.names and phrase.shared.concepts:
        add_actor(parsed, mention, Property.ATTACKER, phrase, state_ref(parsed, phrase.names[-1]))
        return  # "Freedonian and coalition aircraft"
    defends = phrase.head in _DEFENDING and any(parsed.lower(k) in _AGAINST for k in range(phrase.core, phrase.last))
    owner = owner_of(parsed, phrase) or owner_behind(parsed, phrase)
    armor = phrase.head in {"tank", "tanks"} and owner is not None
    if phrase.kind is not PhraseKind.THING or not (phrase.concepts or phrase.head in _SHIPS or defends or armor):
        return
    ship = actor_of(parsed, phrase)
    shoots = lexicon().is_in(mention.word, "verbs.intercept", "verbs.destroy")
    named = any(parsed.tokens[k].text in {"USS", "HMS", "USNS"} for k in range(phrase.core, phrase.last))
    told = named or shoots or owner is not None or ship.family is not None or phrase.determiner == "the"
    if phrase.head in _SHIPS and told and "drone-boat" not in phrase.concepts:
        mention.slots.append(Slot(Property.ATTACKER, ship, *span_of(parsed, mention, phrase), phrase=phrase))
        return
    add_concepts(parsed, mention, phrase)
    if owner is None and (launcher := launcher_of(parsed, phrase)) is not None:
        add_actor(parsed, mention, Property.ATTACKER, launcher)  # "hit by a missile fired by the rebels"
    if owner is not None:
        add_actor(parsed, mention, Property.ATTACKER, phrase, owner)


def add_concepts(parsed: Parsed, mention: Mention, phrase: Phrase) -> None:
    """Add the instruments that a phrase names."""
    start, end = span_of(parsed, mention, phrase)
    words = parsed.view.evidence(parsed.start(phrase.first), parsed.end(phrase.last)).quote
    for concept in phrase.concepts:
        mention.slots.append(Slot(Property.INSTRUMENT, ConceptObject(concept, words), start, end, phrase=phrase))


def add_target(parsed: Parsed, mention: Mention, phrase: Phrase) -> bool:
    """Add a phrase as a target, or as a place if it is one; false if it can be neither."""
    entity = phrase.entity
    named = phrase.kind is PhraseKind.AREA and any(parsed.tokens[i].is_capital for i in range(phrase.core, phrase.last))
    named = named or (phrase.head == "region" and parsed.lower(phrase.last) == "of")  # "the region of Mirefield"
    vague = phrase.head in _VAGUE_TARGETS and not (named or is_yard(parsed, phrase) or is_settlement(parsed, phrase))
    if phrase.kind in _NO_TARGETS or vague or phrase.head in _SPANS or phrase.determiner in {"no", "each", "every"}:
        return False
    quoted = entity is not None and entity.name.kind is NameKind.DEMONYM and parsed.lower(phrase.last) == '"'
    if quoted or parsed.lower(phrase.core) == "same":
        return False  # an adjective before quoted words; "hit the same building" as was told before
    if phrase.kind in {PhraseKind.PLACE, PhraseKind.AREA}:
        if (is_settlement(parsed, phrase) and not named) or is_of_groups(phrase) or is_yard(parsed, phrase):
            add_actor(parsed, mention, Property.TARGET, phrase)
            return True
        return add_place(parsed, mention, phrase)
    if is_adjunct(parsed, phrase):
        return False  # "rocket and missile storage sites"
    own_name = has_own_name(parsed, phrase) and not (phrase.is_plural and phrase.possessor is None)
    holder = phrase.possessor
    held = holder is not None and holder.kind in {PhraseKind.PLACE, PhraseKind.STATE} and not phrase.is_plural
    if phrase.kind is PhraseKind.FACILITY and (own_name or held) and phrase.determiner not in {"a", "an"}:
        add_place(parsed, mention, phrase)
    struck = phrase.is_plural and (mention.actors(Property.ATTACKER) or mention.values(Property.INSTRUMENT))
    if phrase.kind is PhraseKind.OTHER and not (is_thing(parsed, phrase) or (struck and not mention.is_noun)):
        return False
    if phrase.kind is PhraseKind.NAME and not parsed.tokens[phrase.first].is_capital and phrase.determiner is None:
        return False
    if entity is not None and entity.name.kind is NameKind.COUNTRY and phrase.core < entity.first:
        return add_place(parsed, mention, phrase)
    if phrase.kind is PhraseKind.NAME and end_in_list(parsed, phrase) is not None:
        return add_place(parsed, mention, phrase)  # "the Mirefield, Oakdale and Northtown regions"
    if is_town(parsed, phrase) and not lexicon().is_in(mention.word, "verbs.kill"):
        return add_place(parsed, mention, phrase)
    add_actor(parsed, mention, Property.TARGET, phrase, named_holder(parsed, phrase))
    return True


def add_place(parsed: Parsed, mention: Mention, phrase: Phrase) -> bool:
    """Add a place; false if the phrase names none."""
    place = place_of(parsed, phrase)
    if place is None:
        return False
    start, end = span_of(parsed, mention, phrase)
    mention.slots.append(Slot(Property.PLACE, place, start, max(end, place.end), phrase=phrase))
    return True


def fill_complements(
    parsed: Parsed, mention: Mention, complements: Iterable[Complement], *, direct: bool, weapon_first: bool = False
) -> None:
    """Read what follows a trigger. `direct`: phrases without a preposition are targets; `weapon_first`: they are weapons."""
    has_place = False
    for item in complements:
        phrase, preposition = item.phrase, item.preposition
        if phrase.kind is PhraseKind.EVENT:
            if preposition in {"with", "using"} and phrase.concepts and not mention.is_noun:
                add_concepts(parsed, mention, phrase)  # "attacked the town with artillery fire and drones"
                continue
            break
        if preposition == "at" and phrase.head in _SITES and mention.actors(Property.TARGET):
            continue  # "hit depots at two locations in the north"
        if (preposition in {"for", "within"} and phrase.head in _SPANS) or phrase.head in _REASONS:
            continue  # "fired missiles for weeks at ships", "a strike in self-defense against a launcher"
        if preposition == "on" and has_place and parsed.lower(phrase.last - 1) in _SHORES:
            continue  # "struck the port of Mirefield on the gulf"
        if preposition == "using" and phrase.head in _ARMS and not phrase.concepts:
            continue  # "using a range of weaponry, including rockets"
        if preposition is None:
            if weapon_first and phrase.concepts:
                add_concepts(parsed, mention, phrase)
            elif direct:
                told = len(mention.values(Property.PLACE))
                if not add_target(parsed, mention, phrase) and phrase.kind is PhraseKind.OTHER:
                    break
                has_place = has_place or len(mention.values(Property.PLACE)) > told
        elif (
            phrase.kind is PhraseKind.OTHER
            and phrase.head not in _ROUND_PLACES
            and not (preposition in {"on", "against", "at"} and is_thing(parsed, phrase))
        ):
            if not mention.is_noun and preposition == "in" and parsed.lower(phrase.last) == "by":
                continue  # "was hit in the engine room by a missile"
            if preposition == "by" and phrase.head == "shrapnel":
                continue  # "was killed by shrapnel in the town of Mirefield"
            if mention.is_noun and preposition in {"near", "outside"} and phrase.determiner is not None:
                continue  # "a strike near an intersection in the city"
            # what follows belongs to it, not to the event: "in solidarity with people in X"
            break
        elif preposition == "by" or (
            preposition == "from"
            and mention.is_noun
            and phrase.kind in {PhraseKind.GROUP, PhraseKind.FORCE}
            and (not mention.actors(Property.TARGET) or phrase.first == mention.token + 2)
        ):
            add_attacker(parsed, mention, phrase)
        elif preposition in {"with", "using"} and phrase.concepts:
            if not (direct and phrase.is_crewed and parsed.lower(phrase.last) == "with"):
                add_concepts(parsed, mention, phrase)
            else:
                add_target(parsed, mention, phrase)  # "hit a port with missiles and two destroyers with drones"
        elif (
            weapon_first
            and preposition in TARGET_PREPOSITIONS
            and phrase.is_weapon
            and phrase.figure
            and not phrase.is_crewed
        ):
            add_concepts(parsed, mention, phrase)  # "two missiles toward the gulf and two more missiles toward the strait"
        elif preposition == "into" and mention.word in _ENTERING and phrase.kind in _LANDS:
            has_place = add_place(parsed, mention, phrase) or has_place
        elif preposition in TARGET_PREPOSITIONS and not item.is_inner and not is_abstract(parsed, phrase):
            told = len(mention.values(Property.PLACE))
            is_place = (
                preposition == "at"
                and phrase.kind is PhraseKind.FACILITY
                and not weapon_first
                and (not mention.is_noun or bool(mention.actors(Property.TARGET)))
            )
            named = phrase.kind is PhraseKind.NAME and bool(mention.actors(Property.TARGET)) and not weapon_first
            is_place = is_place or (preposition == "at" and named)  # "hit houses at Mirefield"
            on_site = preposition == "on" and phrase.kind is PhraseKind.FACILITY and phrase.head in {"base", "compound"}
            is_place = is_place or (on_site and direct and bool(mention.actors(Property.TARGET)))
            if is_place and bool(mention.actors(Property.TARGET)):
                # "hit hangars at a school": the school is where they are
                has_place = add_place(parsed, mention, phrase) or has_place
            elif (is_place and add_place(parsed, mention, phrase)) or add_target(parsed, mention, phrase):
                has_place = has_place or is_place or len(mention.values(Property.PLACE)) > told
        elif direct and preposition in {"over", "in", "near"} and is_further_thing(phrase):
            # "destroyed two drones over the gulf and a missile in the desert"
            add_target(parsed, mention, phrase)
        elif preposition in PLACE_PREPOSITIONS:
            if not (has_place and preposition in {"in", "inside"} and is_contained(parsed, mention, phrase)):
                has_place = add_place(parsed, mention, phrase) or has_place
        elif preposition == "from" and (weapon_first or bool(mention.values(Property.INSTRUMENT))):
            if phrase.kind in {PhraseKind.STATE, PhraseKind.PLACE, PhraseKind.AREA}:
                has_place = add_place(parsed, mention, phrase) or has_place
        elif preposition == "of" and mention.is_noun and mention.word in FLIGHTS and phrase.is_weapon:
            add_concepts(parsed, mention, phrase)  # "a barrage of missiles"
        elif preposition == "of" and phrase.kind in _CALLED and parsed.lower(phrase.first - 2) in _PORTS:
            has_place = is_contained(parsed, mention, phrase) or add_place(parsed, mention, phrase) or has_place
        elif preposition == "of" and mention.is_noun and phrase.first == mention.token + 2:
            town = phrase.kind is PhraseKind.NAME and mention.word in {"shelling", "bombardment"}
            if not (town and add_place(parsed, mention, phrase)):
                add_target(parsed, mention, phrase)
            has_place = has_place or phrase.kind in {PhraseKind.AREA, PhraseKind.PLACE}
