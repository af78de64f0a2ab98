"""Weapons that tie two verbs to one event: "fired a missile targeting a ship", "fired a missile and struck a ship"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase
from belligraph.extract.quantities import number_of
from belligraph.model.sheet import ActorKind, ConceptObject, EventType, Property

__all__ = [
    "add_shells",
    "aimed",
    "another_hit",
    "hits_another",
    "is_heading",
    "is_second_participle",
    "is_share",
    "one_of_weapons",
    "relative_weapon",
    "shooter",
    "thrower",
    "weapon_meant",
]

_HITTING = word_set("struck hit hitting striking")
_AIMED = _HITTING | {"targeted", "targeting", "attacked"}
_SEEMING = word_set("what seems appears seemed appeared is was to be")
_LATEST = word_set("latest most last worst deadliest first")
_FURTHER = word_set("fresh new further separate other additional renewed")
_SHARES = word_set("most many some all several both")
_FAR = 20
_AUXILIARIES = word_set("was were has have had been also then later")


def add_shells(parsed: Parsed, mention: Mention) -> None:
    """Who shells, uses artillery: the verb names the weapon."""
    if mention.word in {"shell", "shelled", "shelling"}:
        words = parsed.view.evidence(mention.start, mention.end).quote
        mention.slots.append(Slot(Property.INSTRUMENT, ConceptObject("artillery", words), mention.start, mention.end))


def aimed(parsed: Parsed, i: int, earlier: list[Mention]) -> Mention | None:
    """The launch whose weapon is said to be aimed: "launched a missile (likely) targeting a tanker"."""
    k = i - 1
    while parsed.lower(k).endswith("ly") or parsed.lower(k) == "likely":
        k -= 1
    weapon = parsed.phrase_at.get(k)
    launch = earlier[-1] if earlier else None
    if parsed.lower(i) == "targeting" and parsed.lower(k) == "," and k < i - 1 and launch is not None:
        # "launched a missile into the gulf, likely targeting a tanker"
        fired = not launch.is_noun and lexicon().is_in(launch.word, "verbs.launch")
        return launch if fired and not launch.actors(Property.TARGET) else None
    if parsed.lower(i) != "targeting" or weapon is None or not weapon.concepts or weapon.last != k + 1:
        return None
    return next((m for m in reversed(earlier) if m.phrase is not weapon and any(s.phrase is weapon for s in m.slots)), None)


def thrower(parsed: Parsed, i: int, earlier: list[Mention]) -> Mention | None:
    """The event whose weapon does the hitting: "…, with one of the missiles hitting a tanker"."""
    weapon = parsed.phrase_at.get(i - 1)
    if weapon is None or not weapon.concepts or weapon.last != i or parsed.lower(weapon.first - 1) not in {"with", ","}:
        return None
    for mention in reversed(earlier):
        used = {v.concept for v in mention.values(Property.INSTRUMENT) if isinstance(v, ConceptObject)}
        if used & set(weapon.concepts):
            return mention
    return None


def weapon_meant(parsed: Parsed, i: int) -> Slot | None:
    """The target that "it" is in "It was shot down": the last weapon or vessel named before it, here or a sentence back."""
    k = i - 1
    while parsed.lower(k) in _AUXILIARIES or parsed.lower(k).endswith("ly"):
        k -= 1
    if parsed.lower(k) == "which" and parsed.lower(k - 1) == "of" and _counts(parsed, k - 2):
        k -= 2  # "three missiles, two of which were shot down"
    elif parsed.lower(k) not in {"it", "they", "them"} and not is_share(parsed, k):
        return None
    acting = parsed.lower(k - 1) == "shot"  # "the ship shot it down": not the ship
    named = next(
        (
            (parsed, p)
            for p in reversed(parsed.phrases)
            if p.last <= k and p.is_weapon_or_vessel and not (acting and _acts(p))
        ),
        None,
    )
    found = named or parsed.thing
    if found is None:
        return None
    start, end = parsed.start(k), parsed.end(i + 1)
    ref = replace(actor_of(*found), start=start, end=parsed.end(k + 1))
    # a phrase of another sentence would be read by this one's tokens
    return Slot(Property.TARGET, ref, start, end, phrase=found[1] if found[0] is parsed else None)


def _counts(parsed: Parsed, k: int) -> bool:
    return parsed.lower(k) in _SHARES or number_of(parsed.lower(k)) is not None


def is_share(parsed: Parsed, k: int) -> bool:
    """Whether the word at k is "most" or the like alone, which says how many of those told before."""
    phrase = parsed.phrase_at.get(k)
    return parsed.lower(k) in _SHARES and (phrase is None or phrase.last - phrase.first == 1)


def one_of_weapons(parsed: Parsed, i: int) -> list[Slot]:
    """The weapons of "shot down nine drones, but one struck a house": "one" of those told before."""
    k = i - 1
    while parsed.lower(k) in _AUXILIARIES or parsed.lower(k).endswith("ly"):
        k -= 1
    counted = parsed.lower(k) in {"another", "others", "some", "several", "many"} or number_of(parsed.lower(k)) is not None
    if not counted or k in parsed.phrase_at or parsed.lower(k - 1) not in {"but", "and", "while", ",", ""}:
        return []
    told = [p for p in parsed.phrases if p.last <= k and p.is_weapon and not p.is_crewed]
    weapon = told[-1] if told else parsed.thing[1] if parsed.thing is not None else None
    if weapon is None or not weapon.is_weapon or weapon.is_crewed:
        return []
    if not weapon.is_plural and parsed.lower(k) != "another":
        return []
    words = parsed.view.evidence(parsed.start(k), parsed.end(k + 1)).quote
    return [Slot(Property.INSTRUMENT, ConceptObject(c, words), parsed.start(k), parsed.end(i + 1)) for c in weapon.concepts]


def is_second_participle(parsed: Parsed, i: int) -> bool:
    """Whether a participle goes on with another behind a comma: "…, damaging shops and destroying a school"."""
    if not parsed.lower(i).endswith("ing") or parsed.lower(i - 1) != "and":
        return False
    window = range(max(i - _FAR, 1), i - 1)
    return any(parsed.lower(k - 1) == "," and parsed.lower(k).endswith("ing") and k not in parsed.phrase_at for k in window)


def relative_weapon(parsed: Parsed, subject: Phrase) -> Phrase | None:
    """The weapon before the subject of a relative clause: "drones that X launched", "drones that its forces shot down"."""
    k = subject.first - 1
    if parsed.lower(k) in {"that", "which"}:
        k -= 1
    weapon = parsed.phrase_at.get(k)
    return weapon if weapon is not None and weapon.concepts and weapon.last == k + 1 else None


def _acts(phrase: Phrase) -> bool:
    """Whether it may be the ship or the plane that shoots."""
    return not phrase.concepts or phrase.is_crewed


def shooter(parsed: Parsed, i: int, earlier: list[Mention]) -> Mention | None:
    """The launch whose subject goes on to hit: "fired a missile from the coast and struck a tanker"."""
    launch = earlier[-1] if earlier else None
    relative = parsed.phrase_at.get(i - 2) if parsed.lower(i - 1) in {"that", "which"} else None
    if launch is not None and launch.is_noun and relative is not None and any(s.phrase is relative for s in launch.slots):
        return launch if relative.concepts and parsed.lower(i) in _AIMED else None  # "involved drones that targeted a plant"
    if launch is None or launch.is_noun or parsed.lower(i) not in _HITTING or i - launch.token > _FAR:
        return None
    armed = [p for p in parsed.subjects(i) if p.concepts]
    if armed and any(s.phrase is armed[0] for s in launch.slots) and lexicon().is_in(launch.word, "verbs.launch"):
        return launch  # "a missile launched by rebels struck a tanker"
    if relative is not None and any(s.phrase is relative for s in launch.slots):
        return launch if relative.concepts and lexicon().is_in(launch.word, "verbs.launch") else None
    joined = parsed.lower(i - 1) == "and" and parsed.lower(i - 2) != ","
    between = any(k in parsed.verbs or parsed.lower(k) in {";", "."} for k in range(launch.token + 1, i))
    return launch if joined and not between and lexicon().is_in(launch.word, "verbs.launch") else None


def is_heading(parsed: Parsed, front: Mention, mention: Mention) -> bool:
    """Whether a noun at the sentence's start only leads to an event: "In a separate attack on Friday, a strike hit …"."""
    phrase = front.phrase
    leads = phrase is not None and all(parsed.lower(k) in _SEEMING for k in range(1, phrase.first))
    further = phrase is not None and phrase.determiner is None and parsed.lower(phrase.core) in _FURTHER
    if phrase is None or not leads or parsed.lower(0) != "in":
        return False
    if not further and phrase.determiner not in {"a", "an", "another", "the"}:
        return False
    outstanding = parsed.lower(phrase.core) in _LATEST
    if phrase.determiner == "the" and (mention.is_noun or not (outstanding or parsed.lower(phrase.last) == ",")):
        return False
    if front.actors(Property.ATTACKER) or front.type is EventType.OTHER or (front.is_plural and not further):
        return False
    if front.actors(Property.TARGET) and not outstanding:
        return False
    between = range(phrase.last, mention.token)
    said = any(k in parsed.verbs for k in between if parsed.phrase_at.get(k) is None)
    return any(parsed.lower(k) == "," for k in between) and not said


def another_hit(parsed: Parsed, mention: Mention) -> Mention | None:
    """The second event in "hit one ship with a missile and another with a drone", whose verb is told only once."""
    weapon = next((s.phrase for s in mention.slots if s.property is Property.INSTRUMENT and s.phrase is not None), None)
    if mention.is_noun or weapon is None or weapon.last <= mention.token:
        return None
    k = weapon.last + 1
    second = parsed.phrase_at.get(k + 2)
    if [parsed.lower(k - 1), parsed.lower(k), parsed.lower(k + 1)] != ["and", "another", "with"]:
        return None
    if second is None or not second.concepts:
        return None
    start, end = parsed.start(k), parsed.end(k + 1)
    ref = ActorRef(f"object:another:{start}", parsed.text(k, k + 1), ActorKind.OBJECT, False, start, end)
    told = replace(mention, start=start, end=end, token=k, slots=[], also=[], apart=[], is_new=True, is_series=False)
    told.slots = [s for s in mention.slots if s.property is Property.ATTACKER]
    told.slots.append(Slot(Property.TARGET, ref, mention.start, end))
    words = parsed.view.evidence(parsed.start(second.first), parsed.end(second.last)).quote
    told.slots += [
        Slot(Property.INSTRUMENT, ConceptObject(c, words), mention.start, parsed.end(second.last), phrase=second)
        for c in second.concepts
    ]
    return told


def hits_another(parsed: Parsed, mention: Mention) -> bool:
    """Whether a verb's target is told to be a further one: "struck an additional site"."""
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET and s.phrase is not None]
    return any(p.determiner == "another" or parsed.lower(p.core) in {"additional", "second", "third"} for p in hit)
