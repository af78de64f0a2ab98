"""Whether two names may be one thing: attackers, targets, bases and places, as different sentences call them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from belligraph.extract.actors import ActorRef
from belligraph.extract.lexicon import NameKind, lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.extract.quantities import Figure
from belligraph.model.sheet import ActorKind, PlaceKind

__all__ = [
    "FACILITIES",
    "agree",
    "called",
    "figure_of",
    "head_of",
    "is_of_country",
    "is_of_ships",
    "near",
    "opens_elsewhere",
    "overlap",
    "own_name",
    "same_target",
    "strikes_elsewhere",
]

_THINGS = frozenset({ActorKind.OBJECT, ActorKind.UNKNOWN})
FACILITIES = word_set("airbase base site camp airport port hospital embassy airfield station")
_PREMISES = word_set("hotel mosque church school university market prison restaurant mall temple shrine")
_SHIPPING = word_set("shipping ship ships vessel vessels warship warships boats tankers lanes traffic")
_VAGUE = word_set("army military forces troops coalition")
_ALLIES = frozenset({ActorKind.STATE, ActorKind.ARMED_FORCE})
_IRREGULAR = frozenset({ActorKind.ARMED_GROUP, ActorKind.CIVILIANS, ActorKind.PERSON, ActorKind.UNKNOWN})
_PERPETRATORS = word_set("""gunman bomber attacker assailant militant terrorist insurgent fighter extremist jihadist islamist
assaulter perpetrator men group movement rebel
paramilitary paramilitarie""")
_BANDS = word_set("group militia faction organization organisation")
_TOWNS = word_set("capital city town")
_PLAIN = frozenset(["Base", "Site", "Camp", "Air", "Airport", "Port", "Patrol", "Mission", "Support", "Hospital"])


def agree(mine: list[ActorRef], theirs: list[ActorRef]) -> bool | None:
    """True if two sides share an actor or a family, False if they cannot, None if one side is silent."""
    if not mine or not theirs:
        return None
    if {a.key for a in mine} & {a.key for a in theirs}:
        return True
    families, others = {a.family for a in mine}, {a.family for a in theirs}
    if families & others - {None}:
        return True
    sides = (mine, theirs)
    if all(a.kind in _IRREGULAR for a in (*mine, *theirs)) and any(all(map(_is_nobody, s)) for s in sides):
        return True if {head_of(a.name) for a in mine} & {head_of(a.name) for a in theirs} else None
    if families - {None} and others - {None}:
        return False
    if any(all(a.kind is ActorKind.OBJECT and a.family is None for a in side) for side in (mine, theirs)):
        return None  # "the ship" may be any that was named
    heads, tails = {head_of(a.name) for a in mine}, {head_of(a.name) for a in theirs}
    if heads & tails:
        return True
    # "the army" and "the coalition" may be any that was named
    vague = any(all(a.family is None and _VAGUE & set(a.name.lower().split()) for a in side) for side in (mine, theirs))
    return None if vague and all(a.kind in _ALLIES for a in (*mine, *theirs)) else False


def _is_nobody(actor: ActorRef) -> bool:
    """Whether only the deed, or a nation, tells who attacked: "gunmen", "Sylvanian militants" may be of any group."""
    told = {"gunmen": "gunman"}.get(head_of(actor.name), head_of(actor.name))
    return told in _PERPETRATORS and (actor.family is None or is_of_country(actor.family))


def called(names: Iterable[str]) -> set[str]:
    """The words with capitals in names of bases and the like."""
    return {
        word for name in names if FACILITIES & set(name.lower().split()) for word in name.split() if word[0].isupper()
    } - _PLAIN


def same_target(a: ActorRef, b: ActorRef, mine: Slot, theirs: Slot) -> bool:
    """Whether two targets may be one: the same key, the same armed force, or one noun with no figures that differ."""
    if a.key == b.key:
        return True
    armed = {ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP}
    if a.kind in armed and a.kind is b.kind and a.family and a.family == b.family:
        return True
    if a.kind in _THINGS and b.kind in _THINGS and _share_name(a.name, b.name):
        return True  # "the tanker True North", "the True North"
    bands = (a.kind is ActorKind.ARMED_GROUP, b.kind is ActorKind.ARMED_GROUP)
    if (bands[1] and _is_some_group(a, mine)) or (bands[0] and _is_some_group(b, theirs)):
        return True  # "strikes on a militia", "strikes on the Reds"
    if head_of(a.name) != head_of(b.name) or (a.family and b.family and a.family != b.family):
        return False
    mine_called, theirs_called = _site_name(a.name), _site_name(b.name)
    if head_of(a.name) in FACILITIES and mine_called and theirs_called and not mine_called & theirs_called:
        return False  # "Harir airbase", "Asad airbase"
    if head_of(a.name) in _PREMISES and own_name(a.name) and own_name(b.name) and not _share_name(a.name, b.name):
        return False  # "the Rose Hotel", "the Lake Hotel"
    first, second = figure_of(mine), figure_of(theirs)
    if first is None and second is None and _is_one_of_many(mine, theirs):
        return False
    if first is None or second is None:
        counted = first or second
        one = mine if first is None else theirs
        single = one.phrase is not None and one.phrase.is_weapon and one.phrase.determiner in {"a", "an", "another"}
        return counted is None or not single or (counted.value or counted.min or 1) <= 1  # "a drone" is not "three drones"
    return first.value == second.value


def _is_some_group(actor: ActorRef, slot: Slot) -> bool:
    """Whether only "a militia" or the like is told: it may be the one named elsewhere."""
    told = slot.phrase
    plain = told is not None and told.determiner == "a" and bool(_BANDS & set(actor.name.lower().split())) and not told.names
    return plain and actor.family is None


def _is_one_of_many(mine: Slot, theirs: Slot) -> bool:
    """ "A building" and "buildings": one that is told for the first time, and any number."""
    for one, other in ((mine.phrase, theirs.phrase), (theirs.phrase, mine.phrase)):
        if one is None or other is None:
            return False
        if one.determiner in {"a", "an"} and not one.is_plural and other.is_plural and other.determiner is None:
            return True
    return False


def _site_name(name: str) -> set[str]:
    """What a base or the like is called, without whose it is and what it is for: "UAV", "Houthi"."""
    kinds = {NameKind.COUNTRY, NameKind.DEMONYM, NameKind.GROUP}
    return {
        word
        for word in called([name])
        if not word.isupper()
        and not any(n.kind in kinds for form, n in lexicon().names.get(word.lower(), ()) if len(form) == 1)
    }


def _share_name(one: str, other: str) -> bool:
    mine, theirs = own_name(one), own_name(other)
    return bool(mine) and bool(theirs) and (mine <= theirs or theirs <= mine)


def own_name(name: str) -> frozenset[str]:
    """The words of a thing's own name: with capitals, and no name of a country or group."""
    words = (
        w for w in name.split() if w[:1].isupper() and "-" not in w and "/" not in w and w.lower() not in lexicon().names
    )
    return frozenset(words) - _PLAIN - {word.title() for word in _PREMISES}


def is_of_ships(slot: Slot) -> bool:
    """Whether what was hit is ships in general: "shipping", "vessels", no counted ones."""
    return slot.phrase is not None and slot.phrase.head in _SHIPPING and slot.phrase.figure is None


def figure_of(slot: Slot) -> Figure | None:
    """The figure that the words of a claim hold: "six" in "six drones"."""
    return slot.phrase.figure if slot.phrase is not None else None


def head_of(name: str) -> str:
    """The last word of a name, in the singular."""
    words = [w for w in name.lower().split() if not w.startswith("(")]  # "missiles (ASCM)"
    word = words[-1] if words else ""
    return word[:-1] if word.endswith("s") else word


def near(a: PlaceRef, b: PlaceRef) -> bool:
    """Whether one place may be the other, or hold it."""
    if (
        a.key == b.key
        or _plain(a.key) == _plain(b.key)
        or (a.kind == b.kind and (_is_unnamed(a.name) or _is_unnamed(b.name)))
        or called([a.name]) & called([b.name])
        or (a.is_described and b.kind == "facility")
        or (b.is_described and a.kind == "facility")
    ):
        return True
    return any(w is not None and w.key == other.key for w, other in ((a.within, b), (b.within, a)))


def opens_elsewhere(mentions: list[Mention], told: list[PlaceRef], places: list[PlaceRef]) -> bool:
    """Whether a sentence that begins with its place leads away from those told: "In Mirefield, missiles killed two"."""
    opens = any(m.opens_scene for m in mentions) and all(p.kind != PlaceKind.COUNTRY for p in told)
    return opens and not any(near(a, b) for a in told for b in places)


def strikes_elsewhere(mention: Mention, told: list[PlaceRef], places: list[PlaceRef]) -> bool:
    """Whether "an air strike" on something is told where people live, and all that was told lies where others do."""
    noun = mention.phrase
    if noun is None or noun.determiner not in {"a", "an", "another"} or mention.is_plural:
        return False
    return all(map(_is_inhabited, (*told, *places))) and not any(near(a, b) for a in told for b in places)


def _is_inhabited(place: PlaceRef) -> bool:
    """Whether a place is a town, a village or a camp with a name of its own."""
    return place.kind == PlaceKind.SETTLEMENT or (place.name.lower().endswith("camp") and bool(own_name(place.name)))


def _is_unnamed(name: str) -> bool:
    """Whether a town is told only by what it is: "the Sylvanian capital"."""
    words = name.split()
    return bool(words) and words[-1].lower() in _TOWNS and all(is_of_country(w) for w in words if w[:1].isupper())


def _plain(key: str) -> str:
    """A place's key without the ending of its bearing: "southwestern Sylvania" is "southwest Sylvania"."""
    return re.sub(r"\b(north|south|(?:north|south)?(?:east|west))ern\b", r"\1", key.lower())


def overlap(one: str, other: str) -> bool:
    """Whether a day lies in an interval of days that is told for the other: "over the weekend", "on Sunday"."""
    (first, _, last), (start, _, end) = one.partition("/"), other.partition("/")
    return bool(last or end) and ".." not in (last, end) and first <= (end or start) and start <= (last or first)


def is_of_country(word: str) -> bool:
    """Whether a word is the name or the adjective of a country."""
    kinds = {name.kind for form, name in lexicon().names.get(word.lower(), ()) if len(form) == 1}
    return bool(kinds & {NameKind.COUNTRY, NameKind.DEMONYM})
