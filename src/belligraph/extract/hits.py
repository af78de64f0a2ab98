"""Mentions of events by a verb whose object is the target: "X struck Y", "Y was hit by X", "shot down two drones"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from belligraph.extract.absences import denied
from belligraph.extract.actors import owner_of
from belligraph.extract.aiming import (
    add_shells,
    aimed,
    is_second_participle,
    is_share,
    one_of_weapons,
    relative_weapon,
    shooter,
    thrower,
    weapon_meant,
)
from belligraph.extract.fill import add_actor, add_attacker, add_target, fill_complements
from belligraph.extract.force import aim_of
from belligraph.extract.hedges import hedge_before
from belligraph.extract.interceptions import some_of
from belligraph.extract.kinds import is_strike
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.moretold import is_intended, told_there
from belligraph.extract.parse import Complement, Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.pronouns import add_pronoun
from belligraph.extract.verbs import is_passive
from belligraph.extract.whereabouts import add_origin, add_where
from belligraph.model.sheet import ConceptObject, EventType, Property

__all__ = ["of_hit"]

_ATTEMPTS = word_set("attempt attempts bid effort efforts campaign")
_SCHEMES = word_set("plot plots plan plans threat threats conspiracy vow pledge")
_GOING_ON = word_set("continue continues continued continuing vowed threatened began tried planned intended")
_CLAIMING = word_set("claims claim claimed reported reports said says")
_AIMING = word_set("target targets targeted targeting")
_THREATS = word_set("threat threats vow pledge")
_THWARTING = word_set("thwarted foiled prevented repelled stopped averted")


def of_hit(parsed: Parsed, mention: Mention, after: int, passive: bool, earlier: list[Mention]) -> Mention | None:
    """The mention of a verb of hitting, with who and what it says hit and was hit; none if it tells no new event.

    `after` is the first token behind the verb. What the verb says more of an `earlier` event is given to that event.
    """
    i = mention.token
    destroys = mention.word in lexicon().words["verbs.destroy"]
    progressive = parsed.lower(i - 1) in {"are", "were", "is", "was"} and parsed.lower(i - 2) in {"they", "it", "we"}
    participle = parsed.lower(i).endswith("ing") and not progressive  # "they are attacking ships" is a clause
    if passive or _is_elliptic(parsed, i):
        return _of_passive(parsed, mention, after, destroys)
    if participle and (launch := aimed(parsed, i, earlier)) is not None:
        before = len(launch.slots)
        fill_complements(parsed, launch, parsed.complements(after), direct=True)
        doubt = (
            hedge_before(parsed, i) if parsed.lower(i - 1) in {"likely", "possibly", "apparently", "reportedly"} else None
        )
        if doubt is not None:
            launch.slots[before:] = [replace(s, modality=doubt[0], hedge=doubt[1]) for s in launch.slots[before:]]
        return None
    if participle and (hitter := thrower(parsed, i, earlier)) is not None:
        fill_complements(parsed, hitter, parsed.complements(after), direct=True)
        return None
    goes_on = parsed.lower(i - 1) in {",", '"'} or (bool(earlier) and is_second_participle(parsed, i))
    if participle and (goes_on or _ends_event(parsed, i)):
        # ", destroying two launchers" tells more of the event before it
        main = next((k for k in range(i - 1, -1, -1) if k in parsed.verbs), None) if not earlier else None
        if main is not None and parsed.lower(i - 1) == "," and mention.word in {"downed", "intercepting", "destroying"}:
            # "two ships took part, shooting down 18 drones": nothing is told before it
            for subject in parsed.subjects(main):
                add_attacker(parsed, mention, subject)
            fill_complements(parsed, mention, parsed.complements(after), direct=True)
            return mention if mention.actors(Property.ATTACKER) and mention.actors(Property.TARGET) else None
        if (foiled := _foiled(parsed, mention)) is not None:
            for subject in parsed.subjects(foiled):
                add_attacker(parsed, mention, subject)
            add_pronoun(parsed, mention, foiled - 1)
            fill_complements(parsed, mention, parsed.complements(after), direct=True)
            if earlier and is_strike(earlier[-1].actors(Property.ATTACKER), _weapons(mention)):
                earlier[-1].type = EventType.STRIKE  # the drones that were shot down had flown it
            return mention if mention.actors(Property.TARGET) else None
        if earlier and (goes_on or not earlier[-1].is_noun or earlier[-1].phrase is parsed.phrase_at.get(i - 1)):
            fill_complements(parsed, earlier[-1], _objects(parsed, after), direct=True)
            if destroys:
                hit = parsed.lower(after) in {"it", "them"} and bool(earlier[-1].actors(Property.TARGET))
                _add_damage(earlier[-1], mention, pronoun=hit)
        return None
    if any(p.determiner in {"no", "neither", "none"} for p in parsed.subjects(i)):
        return None
    if mention.word == "impacted" and not any(p.is_weapon or p.concepts for p in parsed.subjects(i)):
        return None  # "the war impacted trade"
    if (shot := shooter(parsed, i, earlier)) is not None:
        fill_complements(parsed, shot, parsed.complements(after), direct=True)
        return None
    if not participle and (event := told_there(parsed, i, earlier)) is not None:
        fill_complements(parsed, event, parsed.complements(after), direct=True)
        if destroys:
            _add_damage(event, mention)
        return None
    served = earlier[-1] if earlier and earlier[-1].is_noun else None
    if served is not None and served.phrase is not None and aim_of(parsed, served.phrase) == i:
        fill_complements(parsed, served, parsed.complements(after), direct=True)
        return None
    if (attempt := _attempted(parsed, i)) is not None:
        return _of_attempt(parsed, mention, after, attempt)
    teller = i - 1
    while teller in parsed.taken:
        teller -= 1  # "reported on Tuesday destroying two drones"
    saying = lexicon().is_in(parsed.lower(teller), "speech.said")
    absolute = _absolute(parsed, i) if participle else None
    for subject in [absolute] if absolute is not None else parsed.subjects(teller if saying and participle else i):
        if subject.kind is PhraseKind.EVENT:
            if is_intended(parsed, i):
                return None
            _tell_more(parsed, subject, after, mention, earlier, destroys)
            return None
        add_attacker(parsed, mention, subject)
    if not participle:
        add_pronoun(parsed, mention, _leading(parsed, i) - 1)
    mention.slots += some_of(parsed, mention, after)
    fill_complements(parsed, mention, parsed.complements(after), direct=True)
    for subject in parsed.subjects(i)[:1]:
        if subject.is_weapon:
            add_origin(parsed, mention, subject)
    if lexicon().is_in(mention.word, "verbs.intercept", "verbs.destroy") and not mention.actors(Property.TARGET):
        for subject in parsed.subjects(i)[:1]:
            if (downed := relative_weapon(parsed, subject)) is not None:
                add_target(parsed, mention, downed)
    if lexicon().is_in(mention.word, "verbs.intercept") and not mention.values(Property.PLACE):
        for subject in parsed.subjects(i)[:1]:
            add_where(parsed, mention, subject)  # "air defenses in Freedonia shot down a drone"
    if not mention.actors(Property.ATTACKER) and not participle:
        mention.slots += one_of_weapons(parsed, i)
    if not mention.actors(Property.ATTACKER) and not mention.values(Property.INSTRUMENT):
        # who does it must be known, else "hit" and "target" are too often figures of speech
        serves = parsed.phrase_at.get(i - 2)
        known = parsed.lower(i - 1) == "to" or parsed.lower(i + 1) == "back"
        if parsed.lower(i - 1) == "to" and serves is not None and serves.kind is PhraseKind.THING:
            return None  # "the aid includes missiles to shoot down drones"
        if not (known and mention.actors(Property.TARGET)):
            return None
    if destroys:
        _add_damage(mention, mention)
    if mention.slots:
        add_shells(parsed, mention)
    if {s.property for s in mention.slots} == {Property.INSTRUMENT} and mention.word in _AIMING:
        return None  # "what the drones were targeting": no blow is told
    return mention if mention.slots else None


def _foiled(parsed: Parsed, mention: Mention) -> int | None:
    """The verb in "the army thwarted an attack on the town, shooting down nine drones": its subject shot them down."""
    if not lexicon().is_in(mention.word, "verbs.intercept"):
        return None
    main = next((k for k in range(mention.token - 1, -1, -1) if k in parsed.verbs), None)
    return main if main is not None and parsed.lower(main) in _THWARTING and not is_passive(parsed.tokens, main) else None


def _weapons(mention: Mention) -> set[str]:
    return {c for s in mention.slots if s.property is Property.TARGET and s.phrase is not None for c in s.phrase.concepts}


def _leading(parsed: Parsed, i: int) -> int:
    """The verb that leads to the infinitive at i: "continue to attack"."""
    k = i - 1 if parsed.lower(i - 1) == "have" else i  # "claimed to have shot down"
    going = parsed.lower(k - 1) == "to" and parsed.lower(k - 2) in (_GOING_ON if k == i else _CLAIMING)
    return k - 2 if going else i


def _absolute(parsed: Parsed, i: int) -> Phrase | None:
    """The subject in "…, with air defenses destroying the drones"."""
    phrase = parsed.phrase_at.get(i - 1)
    return phrase if phrase is not None and parsed.lower(phrase.first - 1) == "with" else None


def _attempted(parsed: Parsed, i: int) -> Phrase | None:
    """The attempt before "to attack": "a Sylvanian campaign in recent weeks to attack the capital"."""
    if parsed.lower(i - 1) != "to":
        return None
    k = i - 2
    while k in parsed.taken or parsed.lower(k) in {"in", "over", "during", "on"}:
        k -= 1
    phrase = parsed.phrase_at.get(k)
    if phrase is not None and parsed.lower(phrase.first - 1) == "by":
        phrase = parsed.phrase_at.get(phrase.first - 2)
    if phrase is not None and phrase.head in _SCHEMES:
        return phrase
    if phrase is None or phrase.head not in _ATTEMPTS:
        return None
    return phrase if owner_of(parsed, phrase) is not None or parsed.lower(phrase.first - 1) in _THWARTING else None


def _of_attempt(parsed: Parsed, mention: Mention, after: int, attempt: Phrase) -> Mention | None:
    """The attack that was attempted, by whoever's attempt it was; thwarted if the verb before it says so."""
    if (owner := owner_of(parsed, attempt)) is not None:
        add_actor(parsed, mention, Property.ATTACKER, attempt, owner)
    agent = parsed.phrase_at.get(attempt.last + 1) if parsed.lower(attempt.last) == "by" else None
    if agent is not None:
        add_attacker(parsed, mention, agent)  # "a plot by Sylvania to bomb a railway"
    fill_complements(parsed, mention, parsed.complements(after), direct=True)
    mention.is_series = attempt.head == "campaign" or attempt.is_plural
    thwarting = attempt.first - 1
    if parsed.lower(thwarting) in _THWARTING:
        words = parsed.view.evidence(parsed.start(thwarting), parsed.end(thwarting + 1)).quote
        start = min(mention.start, parsed.start(thwarting))
        mention.slots.append(Slot(Property.OUTCOME, ConceptObject("thwarted", words), start, mention.end))
    elif attempt.head in _SCHEMES:
        words = parsed.view.evidence(parsed.start(attempt.last - 1), parsed.end(attempt.last)).quote
        start = min(mention.start, parsed.start(attempt.last - 1))
        concept = "threatened" if attempt.head in _THREATS else "planned"
        mention.slots.append(Slot(Property.OUTCOME, ConceptObject(concept, words), start, mention.end))
        mention.is_series, mention.is_separate = False, True
    return mention if mention.actors(Property.TARGET) or mention.values(Property.PLACE) else None


def _is_elliptic(parsed: Parsed, i: int) -> bool:
    """Whether a participle stands for a passive: "four were killed and two trucks destroyed"."""
    nxt = parsed.lower(i + 1)
    return (
        parsed.lower(i) in {"destroyed", "targeted", "hit", "bombed"}
        and nxt in {".", "", ",", "and"}
        and _ends_thing(parsed, i)
        and not (parsed.lower(i) == "hit" and parsed.phrase_at[i - 1].is_weapon)  # "when the missiles hit": they did it
    )


def _ends_thing(parsed: Parsed, i: int) -> bool:
    phrase = parsed.phrase_at.get(i - 1)
    return phrase is not None and phrase.kind in {PhraseKind.THING, PhraseKind.FACILITY}


def _of_passive(parsed: Parsed, mention: Mention, after: int, destroys: bool) -> Mention | None:
    subjects = [p for p in parsed.subjects(mention.token) if not is_share(parsed, p.first)]
    if any(p.kind is PhraseKind.EVENT or denied(parsed, p) is not None for p in subjects):
        return None  # "no troops or bases were targeted"
    for subject in subjects:
        if not add_target(parsed, mention, subject):
            break
        add_where(parsed, mention, subject)
    thing = weapon_meant(parsed, mention.token) if not subjects else None
    if thing is not None:
        mention.slots.append(thing)
    fill_complements(parsed, mention, parsed.complements(after), direct=False)
    told = mention.actors(Property.ATTACKER) or mention.values(Property.INSTRUMENT)
    # "a drone was destroyed on its way"
    counted = (p for p in subjects if p.figure is not None or p.determiner in {"a", "an", "another"})
    weapons = [p for p in counted if p.is_weapon and (p.figure is not None or not p.is_crewed)]
    if not subjects and thing is not None and thing.phrase is not None and thing.phrase.is_weapon:
        subjects = weapons = [thing.phrase]  # "sent 40 drones; all of them were destroyed"
    if destroys and not told and not (weapons and len(weapons) == len(subjects)):
        # without a doer it is damage done by an event told elsewhere, see casualties
        return None
    if destroys and not told and not mention.actors(Property.TARGET):
        return None
    behind = parsed.phrase_at.get(after + 1)
    by_event = parsed.lower(after) == "by" and behind is not None and behind.kind is PhraseKind.EVENT
    if not mention.actors(Property.TARGET) and not told and not (by_event and mention.slots):
        return None
    if destroys:
        _add_damage(mention, mention)
    return mention


def _tell_more(parsed: Parsed, subject: object, after: int, verb: Mention, earlier: list[Mention], destroys: bool) -> None:
    """ "The strikes targeted facilities" tells more of the strikes."""
    event = next((m for m in reversed(earlier) if m.phrase is subject), None)
    if event is not None:
        fill_complements(parsed, event, parsed.complements(after), direct=True)
        if destroys:
            _add_damage(event, verb)


def _objects(parsed: Parsed, after: int) -> Iterator[Complement]:
    for item in parsed.complements(after):
        if item.preposition is not None:
            return
        yield item


def _ends_event(parsed: Parsed, i: int) -> bool:
    phrase = parsed.phrase_at.get(i - 1)
    return phrase is not None and phrase.kind is PhraseKind.EVENT


def _add_damage(event: Mention, verb: Mention, *, pronoun: bool = False) -> None:
    targets = [s for s in event.slots if s.property is Property.TARGET and s.end > verb.start]
    if not targets and event is not verb and pronoun:
        event.slots.append(Slot(Property.DAMAGE, ConceptObject("destroyed"), verb.start, verb.end))  # ", destroying it"
    if targets:
        start = min(verb.start, targets[0].start) if event is verb else verb.start
        event.slots.append(Slot(Property.DAMAGE, ConceptObject("destroyed"), start, max(verb.end, targets[0].end)))
