"""Weapons that come down and land that is taken: "a bomb exploded near a convoy", "militants seized the town"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.aiming import one_of_weapons
from belligraph.extract.fill import add_actor, add_attacker, add_concepts, add_place, add_target, fill_complements
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Complement, Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import OPEN_WATERS, PLACE_PREPOSITIONS
from belligraph.extract.pronouns import add_pronoun
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import ActorKind, ConceptObject, Property

__all__ = ["EXCHANGING", "are_taken", "of_exchange", "of_gunfire", "of_impact", "of_seizure", "takes_control"]

_VESSELS = word_set("ship ships vessel vessels tanker tankers boat boats freighter")
_AROUND = frozenset(["through", "near", "on", "into", "at", "outside", "beside"])
_EXCHANGED = word_set("fire gunfire strikes shelling attacks rockets")
EXCHANGING = word_set("traded trading trade exchanged exchanging exchange")
_RETURNING = word_set("returned returning returns")
_BY_HAND = word_set("stabbed knifed shot")
_HARMING = word_set("killed wounded injured")
_ANYBODY = frozenset({PhraseKind.PEOPLE, PhraseKind.FORCE, PhraseKind.GROUP, PhraseKind.OFFICIAL, PhraseKind.PERSON})
_TAKEN = frozenset({PhraseKind.FACILITY, PhraseKind.AREA, PhraseKind.PLACE, PhraseKind.STATE})
_OPENING = word_set("opened opens opening open")
_RAMMING = frozenset({PhraseKind.GROUP, PhraseKind.FORCE})
_SHARES = word_set("swaths swath swathes swathe parts part chunks much most")
_TAKING = word_set("took take takes taking taken")
_SELVES = word_set("himself herself themselves itself")
_NEAR_BLAST = _AROUND | {"in", "inside", "among"}
_THINGS = frozenset({PhraseKind.BODY, PhraseKind.FORCE, PhraseKind.THING, PhraseKind.FACILITY})


def of_impact(parsed: Parsed, mention: Mention) -> Mention | None:
    """ "A roadside bomb exploded near a convoy", "two rockets landed in the compound"; into the sea is a miss, no attack."""
    weapons = [p for p in parsed.subjects(mention.token) if p.concepts and p.determiner != "no"]
    mention.slots += one_of_weapons(parsed, mention.token) if not weapons else []
    if not weapons and not mention.slots:
        return None
    for weapon in weapons:
        add_attacker(parsed, mention, weapon)
    for item in parsed.complements(mention.token + 1):
        phrase = item.phrase
        if item.preposition in {"in", "into"} and parsed.lower(phrase.last - 1) in OPEN_WATERS:
            return None
        reached = item.preposition in _AROUND or (item.preposition is None and mention.word == "impacted")
        if reached and not item.is_inner and phrase.kind in _THINGS:
            add_target(parsed, mention, phrase)
            continue
        if item.preposition in PLACE_PREPOSITIONS:
            add_place(parsed, mention, phrase)
    return mention if mention.actors(Property.TARGET) or mention.values(Property.PLACE) else None


def of_gunfire(parsed: Parsed, mention: Mention) -> Mention | None:
    """ "Gunmen opened fire on villagers", "shot dead two guards", "blew himself up in a market"; None for any other verb."""
    i = mention.token
    word, nxt, third = parsed.lower(i), parsed.lower(i + 1), parsed.lower(i + 2)
    if word in _OPENING | _RETURNING and nxt == "fire":
        after, direct = i + 2, False
    elif (word, nxt) == ("shot", "dead") or (word, nxt) == ("gunned", "down"):
        after, direct = i + 2, True
    elif word in {"blew", "blow"} and nxt in _SELVES and third == "up":
        after, direct = i + 3, False
    elif word == "rammed" and nxt == "into" and any(p.kind in _RAMMING for p in parsed.subjects(i)):
        after, direct = i + 1, False
    elif word in _BY_HAND and nxt != "down":
        return _of_hand(parsed, mention)
    else:
        return None
    if is_passive(parsed.tokens, i):
        for subject in parsed.subjects(i):
            add_target(parsed, mention, subject)
        fill_complements(parsed, mention, parsed.complements(after), direct=False)
        return mention if mention.actors(Property.TARGET) else None
    mention.end = parsed.end(after) if nxt == "fire" else mention.end
    for subject in parsed.subjects(i):
        if word.startswith("bl") and subject.kind in _ANYBODY:
            add_actor(parsed, mention, Property.ATTACKER, subject)  # "the leader blew himself up"
        else:
            add_attacker(parsed, mention, subject)
    if word.startswith("bl") and "suicide-bomb" not in {getattr(s.value, "concept", None) for s in mention.slots}:
        words = parsed.view.evidence(mention.start, parsed.end(after)).quote
        concept = ConceptObject("suicide-bomb", words)
        mention.slots.append(Slot(Property.INSTRUMENT, concept, mention.start, parsed.end(after)))
    if word == "rammed":
        fill_complements(parsed, mention, parsed.complements(after), direct=False)
    elif not direct and word not in _OPENING:
        for item in parsed.complements(after):
            if item.preposition in _NEAR_BLAST and item.phrase.kind in _THINGS | {PhraseKind.PEOPLE}:
                add_target(parsed, mention, item.phrase)
            elif item.preposition in PLACE_PREPOSITIONS:
                add_place(parsed, mention, item.phrase)
    else:
        fill_complements(parsed, mention, parsed.complements(after), direct=direct)
    return mention if mention.slots else None


def _of_hand(parsed: Parsed, mention: Mention) -> Mention | None:
    """ "A man stabbed two officers", "two guards were shot and wounded by rebels": people on both sides, or by nobody."""
    i = mention.token
    second = parsed.lower(i + 1) in {"and", "dead"}
    after = i + (3 if parsed.lower(i + 1) == "and" else 2) if second else i + 1
    if parsed.lower(i + 1) == "and" and parsed.lower(i + 2) not in _HARMING:
        return None
    if is_passive(parsed.tokens, i):
        for subject in parsed.subjects(i):
            if subject.kind not in _ANYBODY:
                return None
            add_actor(parsed, mention, Property.TARGET, subject)
        fill_complements(parsed, mention, parsed.complements(after), direct=False)
        return mention if mention.actors(Property.TARGET) else None
    victim, who = parsed.phrase_at.get(after), parsed.subjects(i)
    if victim is None or victim.kind not in _ANYBODY or not who or any(p.kind not in _ANYBODY for p in who):
        return None
    for subject in who:
        add_actor(parsed, mention, Property.ATTACKER, subject)
    add_actor(parsed, mention, Property.TARGET, victim)
    fill_complements(parsed, mention, parsed.complements(victim.last), direct=False)
    return mention


def of_exchange(parsed: Parsed, mention: Mention) -> Mention | None:
    """ "The army has traded fire with rebels", "X and Y exchanged rocket fire": a series, and both attack."""
    i = mention.token
    thing = parsed.phrase_at.get(i + 1)
    if thing is None or thing.head not in _EXCHANGED:
        return None
    mention.is_series = True
    mention.phrase, mention.end = thing, max(mention.end, parsed.end(thing.last))
    mention.word = thing.head
    add_concepts(parsed, mention, thing)
    for subject in parsed.subjects(i):
        add_attacker(parsed, mention, subject)
    for item in parsed.complements(i + 1):
        if item.preposition == "with":
            add_attacker(parsed, mention, item.phrase)
        elif item.preposition in PLACE_PREPOSITIONS:
            add_place(parsed, mention, item.phrase)
    both = [s for s in mention.slots if s.property is Property.ATTACKER]
    mention.slots += [replace(s, property=Property.TARGET) for s in both]  # each fires on the other
    return mention if len(both) > 1 else None


def of_seizure(parsed: Parsed, mention: Mention, passive: bool) -> Mention | None:
    """ "Militants seized large swaths of the north", "captured the town", "seized a tanker": never "seized weapons"."""
    if passive:
        return _of_seized(parsed, mention)
    after = mention.token + (3 if takes_control(parsed, mention.token) else 1)
    for subject in parsed.subjects(mention.token):
        add_attacker(parsed, mention, subject)
    add_pronoun(parsed, mention, mention.token - 1)
    thing = parsed.phrase_at.get(after)
    if thing is None or not mention.actors(Property.ATTACKER):
        return None
    named = all(t.is_capital for t in parsed.tokens[thing.core : thing.last])
    hijacked = parsed.lower(mention.token).startswith("hijack") and (named or thing.kind is PhraseKind.THING)
    if parsed.lower(mention.token).startswith("board") and thing.head not in _VESSELS:
        return None
    if thing.head in _SHARES:
        fill_complements(parsed, mention, [Complement("in", c.phrase) for c in parsed.complements(thing.last)], direct=False)
    elif after > mention.token + 1 and thing.kind is PhraseKind.NAME:
        fill_complements(parsed, mention, [Complement("in", c.phrase) for c in parsed.complements(after)], direct=False)
    elif hijacked or _is_caught(parsed, mention, thing) or thing.kind in _TAKEN or thing.head in _VESSELS:
        fill_complements(parsed, mention, parsed.complements(after), direct=True)
    else:
        return None
    return mention


def _is_caught(parsed: Parsed, mention: Mention, who: Phrase) -> bool:
    """ "Troops captured a rebel commander": a state's forces, and one of their enemies."""
    forces = all(a.kind in {ActorKind.ARMED_FORCE, ActorKind.STATE} for a in mention.actors(Property.ATTACKER))
    enemies = who.kind is PhraseKind.GROUP or (who.kind in {PhraseKind.PERSON, PhraseKind.OFFICIAL} and bool(who.names))
    return parsed.lower(mention.token).startswith("captur") and forces and enemies


def takes_control(parsed: Parsed, i: int) -> bool:
    """ "Took control of the north"."""
    return parsed.lower(i) in _TAKING and (parsed.lower(i + 1), parsed.lower(i + 2)) == ("control", "of")


def _of_seized(parsed: Parsed, mention: Mention) -> Mention | None:
    """ "The tanker was seized by gunmen": by armed people."""
    hit = [p for p in parsed.subjects(mention.token) if p.kind is PhraseKind.FACILITY or p.head in _VESSELS]
    by = parsed.phrase_at.get(mention.token + 2)
    if not hit or parsed.lower(mention.token + 1) != "by" or by is None or by.kind not in _RAMMING:
        return None
    for thing in hit:
        add_target(parsed, mention, thing)
    fill_complements(parsed, mention, parsed.complements(mention.token + 1), direct=False)
    return mention


def are_taken(parsed: Parsed, i: int) -> bool:
    """Whether the verb at i has lost its "were": "and 250 people abducted when …" are no kidnappers."""
    people = parsed.phrase_at.get(i - 1)
    if parsed.lower(i) not in {"abducted", "kidnapped"} or people is None or people.figure is None:
        return False
    return people.kind is PhraseKind.PEOPLE and parsed.phrase_at.get(i + 1) is None
