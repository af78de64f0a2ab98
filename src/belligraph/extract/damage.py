"""What things suffered, and weapons that missed: "minor damage", "two trucks were destroyed", "fell into the sea"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.absences import denied, negation, weak_word
from belligraph.extract.debris import DEBRIS, FALLING, does_debris, struck_by_debris
from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import OPEN_WATERS
from belligraph.extract.tolls import HARM_NOUNS, Toll, new_toll
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import ConceptObject, Modality, Property

__all__ = ["DAMAGING", "find_damage"]

_MINOR = word_set("minor slight minimal limited superficial light")
_MAJOR = word_set("major severe extensive significant heavy serious substantial considerable massive widespread")
_CAUSING = word_set("caused causing causes inflicted sustained sustaining suffered suffering")
_SLIGHTLY = word_set("slightly lightly superficially")
_BADLY = word_set("badly heavily severely extensively seriously")
_REACHED = word_set("hit impact strike reach struck missed")
_THINGS = frozenset({PhraseKind.THING, PhraseKind.FACILITY})
_VAGUE = frozenset(["infrastructure", "equipment", "property"])
_CLOSING = frozenset(["", ".", ",", '"', "and", "by", "but"])
_FALLEN = word_set("land landed fell fall splashed crashed impacted")
_IN = frozenset(["in", "into"])
_FOILED = word_set("foiled thwarted repelled repulsed averted")
DAMAGING = _REACHED | _FALLEN | _FOILED | {"destroyed", "damaging", "damaged", "damage"}


def find_damage(parsed: Parsed, i: int) -> list[Toll]:
    """The damage or the miss that the word at i tells; empty for any other word."""
    word = parsed.lower(i)
    if word in _REACHED or word in _FALLEN:
        return (struck_by_debris(parsed, i) if word in FALLING else []) or _of_miss(parsed, i)
    if word == "destroyed":
        return _of_destruction(parsed, i)
    if word == "damaging" and parsed.lower(i - 1) in {",", "and"}:
        return _of_damaging(parsed, i)
    if word == "damaged" and not is_passive(parsed.tokens, i):
        beside = parsed.phrase_at.get(i - 1) if parsed.lower(i + 1) in _CLOSING else None
        if beside is not None and beside.kind in _THINGS and beside.figure is not None:
            # "left one man dead and two cars damaged"
            value = ConceptObject("unspecified")
            return [new_toll(parsed, Property.DAMAGE, value, beside.first, i + 1, i, beside)]
        does = any(p.kind is PhraseKind.EVENT or p.concepts for p in parsed.subjects(i))
        does = does or (parsed.has(DEBRIS) and does_debris(parsed, i))
        return _of_damaging(parsed, i) if does else []
    if word in _FOILED:
        return _of_foiling(parsed, i)
    if word == "damage" or (word == "damaged" and is_passive(parsed.tokens, i)):
        return _of_damage(parsed, i)
    return []


def _of_damaging(parsed: Parsed, i: int) -> list[Toll]:
    """ "…, damaging two houses and a school": they were hit, how badly is not told."""
    found: list[Toll] = []
    for item in parsed.complements(i + 1):
        phrase = item.phrase
        if item.preposition is not None or phrase.kind not in {PhraseKind.THING, PhraseKind.FACILITY, PhraseKind.OTHER}:
            break
        if parsed.lower(phrase.last).endswith("ing") and phrase.last + 1 in parsed.phrase_at:
            break  # "a primary processing unit" is not taken for a "primary"
        words = parsed.view.evidence(parsed.start(i), parsed.end(phrase.last)).quote
        value = ConceptObject("unspecified", words)
        found.append(new_toll(parsed, Property.DAMAGE, value, i, phrase.last, i, phrase, is_participle=True))
    return found


def _of_foiling(parsed: Parsed, i: int) -> list[Toll]:
    """ "The army repelled an attack on the town", "the plot was foiled": the attack failed."""
    passive = is_passive(parsed.tokens, i)
    behind = next((c.phrase for c in parsed.complements(i + 1) if c.preposition is None), None)
    told = next(iter(parsed.subjects(i)), None) if passive else behind
    if told is None or told.kind is not PhraseKind.EVENT or any(parsed.lower(k) == "not" for k in range(max(i - 3, 0), i)):
        return []
    value = ConceptObject("thwarted", parsed.tokens[i].text)
    return [new_toll(parsed, Property.OUTCOME, value, min(told.first, i), max(told.last, i + 1), told.last - 1)]


def _of_damage(parsed: Parsed, i: int) -> list[Toll]:
    phrase = parsed.phrase_at.get(i)
    if phrase is None and parsed.lower(i - 1) in {"not", "n't"}:
        thing = next(iter(parsed.subjects(i)), None)
        first = thing.first if thing is not None else i - 1
        quote = parsed.view.evidence(parsed.start(first), parsed.end(i + 1)).quote
        return [new_toll(parsed, Property.DAMAGE, ConceptObject("none", quote), first, i + 1, i)]
    if phrase is None:
        things = [p for p in parsed.subjects(i) if p.kind in _THINGS]
        thing = things[0] if things else None
        first = thing.first if thing is not None else i
        if thing is not None and (none := denied(parsed, thing)) is not None:
            # "no ships were damaged"
            unhurt = ConceptObject("none", parsed.view.evidence(parsed.start(none), parsed.end(i + 1)).quote)
            return [new_toll(parsed, Property.DAMAGE, unhurt, none, i + 1, i)]
        graded = parsed.lower(i - 1)
        degree = "minor" if graded in _SLIGHTLY else "major" if graded in _BADLY else "unspecified"
        value = ConceptObject(degree)
        if degree != "unspecified":
            value = ConceptObject(degree, parsed.view.evidence(parsed.start(i - 1), parsed.end(i + 1)).quote)
        return [replace(new_toll(parsed, Property.DAMAGE, value, first, i + 1, i, thing), others=tuple(things[1:]))]
    before, behind = (parsed.lower(phrase.first - 2), parsed.lower(phrase.first - 1)), parsed.lower(i + 1)
    if before == (",", "and") and behind in {"is", "was"}:
        return []  # "no injuries, and damage is being assessed"
    if phrase.last - 1 != i or (phrase.determiner in {"the", "this", "that"} and phrase.figure is None and phrase.core == i):
        return []
    words = {parsed.lower(k) for k in range(phrase.core, i)}
    last = i + 1
    follower = parsed.phrase_at.get(i + 2)
    others: tuple[Phrase, ...] = ()
    if parsed.lower(i + 1) == "to" and follower is not None:
        others = tuple(_listed(parsed, follower))
        last = others[-1].last if others else follower.last
    none = negation(parsed, phrase.first, i)
    if none is None and phrase.determiner == "any":
        return []  # "unclear whether the bridge sustained any damage"
    if none is not None:
        weak = weak_word(parsed, none, i)
        little = any(parsed.lower(k) in _MAJOR | {"much"} for k in range(none, i))
        degree = "minor" if little else "none"  # "no serious damage" leaves room for some
        value = ConceptObject(degree, parsed.view.evidence(parsed.start(none), parsed.end(last)).quote)
        modality = (Modality.UNSPECIFIED, parsed.tokens[weak].text) if weak is not None else (None, None)
        return [Toll(Property.DAMAGE, value, parsed.start(none), parsed.end(last), i, None, False, *modality)]
    degree = "minor" if words & _MINOR else "major" if words & _MAJOR else "unspecified"
    harmed = follower if last > i + 1 and follower is not None and follower.kind in _THINGS else None
    vague = degree == "unspecified" and phrase.figure is None and phrase.determiner is None
    if vague and harmed is None and not _causes(parsed, phrase.first):
        return []
    quote = parsed.view.evidence(parsed.start(phrase.first), parsed.end(last)).quote
    if parsed.lower(phrase.first - 1) in {"suffered", "sustained"}:
        # "the M/V Rose suffered minimal damage"
        ship = next(iter(parsed.subjects(phrase.first - 1)), None)
        harmed = ship if ship is not None and ship.kind is PhraseKind.THING and ship.determiner != "the" else harmed
    told = harmed if harmed is not None and harmed.determiner != "the" and harmed.head not in _VAGUE else None
    toll = new_toll(parsed, Property.DAMAGE, ConceptObject(degree, quote), phrase.first, last, i, told)
    return [replace(toll, others=others if told is not None else ())]


def _listed(parsed: Parsed, first: Phrase) -> list[Phrase]:
    """The other things of a list: "a school, as well as a clinic and two shops"."""
    found: list[Phrase] = []
    k = first.last
    while True:
        joint = k
        while parsed.lower(k) in {",", "and", "as", "well"}:
            k += 1
        thing = parsed.phrase_at.get(k) if k > joint else None
        counted = thing is not None and (thing.determiner in {"a", "an"} or thing.figure is not None)
        if thing is None or not counted or thing.kind not in _THINGS or thing.last in parsed.verbs:
            return found
        found.append(thing)
        k = thing.last


def _of_destruction(parsed: Parsed, i: int) -> list[Toll]:
    """ "Two trucks were destroyed", "and two trucks destroyed": damage by an event told elsewhere."""
    elliptic = parsed.lower(i + 1) in {".", "", ",", "and"} and parsed.phrase_at.get(i - 1) is not None
    if not (is_passive(parsed.tokens, i) or elliptic) or parsed.lower(i + 1) in {"by", "in"}:
        return []
    thing = parsed.phrase_at.get(i - 1) if elliptic else next(iter(parsed.subjects(i)), None)
    if thing is None or thing.kind not in {PhraseKind.THING, PhraseKind.FACILITY} or thing.determiner == "no":
        return []
    words = parsed.view.evidence(parsed.start(thing.first), parsed.end(i + 1)).quote
    degree = "major" if parsed.lower(i - 1) in {"partially", "partly"} else "destroyed"
    things = [thing] if elliptic else [p for p in parsed.subjects(i) if p.kind in _THINGS]
    toll = new_toll(parsed, Property.DAMAGE, ConceptObject(degree, words), thing.first, i + 1, i, thing)
    return [replace(toll, others=tuple(p for p in things if p is not thing))]


def _of_miss(parsed: Parsed, i: int) -> list[Toll]:
    """ "The missiles did not hit any ship", "fell into the sea": the attack failed."""
    subjects = parsed.subjects(i)
    weapon = next((p for p in subjects if p.concepts), None)
    if weapon is None and (before := parsed.phrase_at.get(i - 1)) is not None and before.concepts:
        weapon = before
    points_back = parsed.lower(i - 1) in {"it", "they"} or (parsed.lower(i - 2), parsed.lower(i - 1)) == ("which", "both")
    if weapon is None and points_back:
        weapon = next((p for p in reversed(parsed.phrases) if p.last < i and p.concepts), None)
    if weapon is None:
        return _of_spared(parsed, i, subjects)
    last = i + 1
    if parsed.lower(i) in _FALLEN:
        where = next(
            (c.phrase for c in parsed.complements(i + 1) if c.preposition in _IN or parsed.lower(i) == "impacted"), None
        )
        if where is None or parsed.lower(where.last - 1) not in OPEN_WATERS:
            return []
        last = where.last
    elif parsed.lower(i) == "missed":
        last = next((c.phrase.last for c in parsed.complements(i + 1) if c.preposition is None), last)
    elif weapon.determiner not in {"no", "neither", "none"} and parsed.lower(i - 1) not in {"not", "n't"}:
        return []
    words = parsed.view.evidence(parsed.start(i), parsed.end(last)).quote
    return [new_toll(parsed, Property.OUTCOME, ConceptObject("thwarted", words), weapon.first, last, i)]


def _of_spared(parsed: Parsed, i: int, subjects: list[Phrase]) -> list[Toll]:
    """ "The ship was not hit": the attack on it failed."""
    spared = next((p for p in subjects if (p.determiner == "the" and p.is_weapon_or_vessel) or p.head == "ship"), None)
    said = (parsed.lower(i - 2), parsed.lower(i - 1)) in {("was", "not"), ("were", "not")}
    if spared is None or not said or parsed.lower(i) not in {"hit", "struck"} or parsed.lower(i + 1) not in _CLOSING:
        return []
    words = parsed.view.evidence(parsed.start(i - 1), parsed.end(i + 1)).quote
    return [new_toll(parsed, Property.OUTCOME, ConceptObject("thwarted", words), spared.first, i + 1, i)]


def _causes(parsed: Parsed, first: int) -> bool:
    beside = parsed.phrase_at.get(first - 2) if parsed.lower(first - 1) == "and" else None
    if beside is not None and (beside.head in HARM_NOUNS or beside.head in {"flooding", "fire", "fires"}):
        first = beside.first  # "causing one injury and damage"
    return parsed.lower(first - 1) in _CAUSING
