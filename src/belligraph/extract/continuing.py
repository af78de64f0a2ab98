"""Whether a mention tells on of an event just told: the launch, the assailants, the same place, the same number."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import DOERS, Draft
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.extract.phrase import Phrase
from belligraph.extract.sameness import agree, figure_of, head_of, own_name
from belligraph.model.sheet import ConceptObject, DateObject, EventType, Property, QuantityObject

__all__ = [
    "adds_up",
    "goes_on_with",
    "hits_attacker",
    "invades",
    "is_hit_by",
    "is_launch_of",
    "is_long_ago",
    "is_vaguely_counted",
    "names_ship",
    "same_count",
    "same_deployment",
    "same_spot",
    "tells_means",
    "tells_of_weapon",
    "tells_volleys",
    "threatens_again",
]

# how many sentences later a mention may go on
_LEAD = 2
_WHO_AND_WHAT = (Property.OUTCOME, Property.ATTACKER, Property.TARGET, Property.INSTRUMENT)
_ASSAILANTS = word_set("assailants assailant attackers attacker gunmen gunman bombers bomber assaulters")
_VESSELS = word_set("ship vessel tanker carrier freighter boat")
_SHIP_MARKS = ("M/V", "MV", "M/T", "MT", "USS", "HMS")
_TARGETS = word_set("target targets")
_INVADING = word_set("invasion invade invaded invades")
_WHOSE = frozenset(["his", "her", "their"])
_LANES = word_set("lanes shipping lane traffic")
_SPOTS = frozenset(["settlement", "facility"])
_PAST = ("earlier this", "last month", "last year", "last week")


def _is_soon(draft: Draft, mention: Mention) -> bool:
    """Whether a mention is told in the sentences right behind the event: asked first, as most events lie further back."""
    return mention.sentence - draft.mentions[-1].sentence <= _LEAD


def goes_on_with(draft: Draft, mention: Mention) -> bool:
    """Whether a verb tells on of the event just told: "the assailants blew up a wall", "all the targets were hit"."""
    if mention.is_noun or mention.is_series or draft.series or not _is_soon(draft, mention):
        return False
    if draft.mentions[-1].headline or mention.values(Property.OUTCOME):
        return False
    if lexicon().is_in(mention.word, "verbs.kill"):
        if _has_same_weapon(draft, mention):
            return True  # "drones hit a depot and killed two workers"
        if intercepts(draft.mentions) and mention.values(Property.INSTRUMENT):
            return False  # "shot down a jet. Two were killed by artillery"
        same = agree(draft.actors(Property.ATTACKER), mention.actors(Property.ATTACKER))
        by = [s for s in mention.slots if s.property is Property.ATTACKER]
        return bool(same) and all(
            s.phrase is None or s.phrase.first > mention.token or _is_pronoun(s) or _is_same_phrase(draft, s) for s in by
        )
    attackers = [s.phrase for s in mention.slots if s.property is Property.ATTACKER]
    if attackers:
        bare = all(p is not None and p.head in _ASSAILANTS and not p.names for p in attackers)
        alone = {s.property for s in mention.slots} == {Property.ATTACKER}
        if bare and alone and mention.word == "stormed" and draft.type is EventType.ATTACK:
            return True  # "a car bomb exploded outside a hotel … Gunmen then stormed inside"
        vague = all(p is not None and p.head in DOERS for p in attackers)
        known = not vague and any(a.family for a in draft.actors(Property.ATTACKER))
        again = all(p is not None and p.head in _ASSAILANTS and not p.names and _points(p) for p in attackers)
        return again and not known and draft.type is EventType.ATTACK
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET]
    struck = lexicon().is_in(mention.word, "verbs.hit") and not mention.values(Property.INSTRUMENT)
    return struck and bool(hit) and all(p is not None and p.head in _TARGETS and _points(p) for p in hit)


def hits_attacker(draft: Draft, mention: Mention) -> bool:
    """Whether one tells as hit those whom the other tells as attacking: "Reds struck a base … a strike on Reds"."""
    by = [{a.family for a in side.actors(Property.ATTACKER)} - {None} for side in (draft, mention)]
    if not any(by):
        return False
    on = [{a.family for a in side.actors(Property.TARGET)} - {None} for side in (draft, mention)]
    return bool(by[0] & on[1] - by[1]) or bool(by[1] & on[0] - by[0])


def _has_same_weapon(draft: Draft, mention: Mention) -> bool:
    """Whether one phrase, told once, is the weapon of both."""
    armed = [s.phrase for s in mention.slots if s.property is Property.INSTRUMENT and s.phrase is not None]
    return any(s.phrase is phrase for phrase in armed for s, _ in draft.slots if s.property is Property.INSTRUMENT)


def threatens_again(draft: Draft, mention: Mention) -> bool:
    """Whether the same attack is told as planned or threatened twice: by, with and against the same."""
    if draft.series is not mention.is_series or not mention.values(Property.OUTCOME):
        return False
    told = [s for s, _ in draft.slots]
    return all(_values(told, p) == _values(mention.slots, p) for p in _WHO_AND_WHAT) and bool(
        _values(told, Property.TARGET) | _values(told, Property.ATTACKER)
    )


def _values(slots: list[Slot], prop: Property) -> set[str]:
    values = (s.value for s in slots if s.property is prop)
    return {v.concept if isinstance(v, ConceptObject) else str(getattr(v, "key", "")) for v in values}


def tells_of_weapon(draft: Draft, mention: Mention) -> bool:
    """ "The missile struck the vessel", "the rebels' missile struck": the missile of the launch just told."""
    if mention.is_noun or mention.is_series or draft.series or not _is_soon(draft, mention):
        return False
    armed = [s.phrase for s in mention.slots if s.property is Property.INSTRUMENT and s.phrase is not None]
    if not armed:
        return False
    theirs = mention.actors(Property.ATTACKER)
    whose = armed[0].determiner == "the" or armed[0].possessor is not None
    named = bool(theirs) and whose and agree(draft.actors(Property.ATTACKER), theirs) is not False
    far = mention.sentence - draft.mentions[-1].sentence > (_LEAD if named else 1)
    if (theirs and not named) or far or intercepts(draft.mentions) or not _points(armed[0]):
        return False
    mine = {
        s.value.concept for s, _ in draft.slots if s.property is Property.INSTRUMENT and isinstance(s.value, ConceptObject)
    }
    return all(c in mine or mine & lexicon().specific.get(c, frozenset()) for c in armed[0].concepts)


def is_hit_by(draft: Draft, mention: Mention) -> bool:
    """ "Rebels launched a missile into the gulf. The carrier reported it was struck": by the missile just launched."""
    if mention.sentence - draft.mentions[-1].sentence != 1 or draft.series or mention.is_noun or mention.is_series:
        return False
    launched = lexicon().is_in(draft.mentions[-1].word, "verbs.launch")
    hit = lexicon().is_in(mention.word, "verbs.hit") and bool(mention.actors(Property.TARGET))
    unsaid = not mention.actors(Property.ATTACKER) and not mention.values(Property.INSTRUMENT)
    lanes = all(a.name.lower().split()[-1] in _LANES for a in draft.actors(Property.TARGET))
    return launched and hit and unsaid and lanes


def names_ship(draft: Draft, mention: Mention) -> bool:
    """Whether one side tells of a ship and the other names one: "a container ship", "the M/V True North"."""
    if not _is_soon(draft, mention):
        return False
    mine, theirs = draft.actors(Property.TARGET), mention.actors(Property.TARGET)
    return any(
        head_of(a.name) in _VESSELS and not own_name(a.name) and own_name(b.name) and b.name.startswith(_SHIP_MARKS)
        for one, other in ((mine, theirs), (theirs, mine))
        for a in one
        for b in other
    )


def _is_same_phrase(draft: Draft, slot: Slot) -> bool:
    """Whether one phrase, told once, attacks in both: "troops stormed a camp and killed five men"."""
    return any(s.phrase is slot.phrase for s, _ in draft.slots if s.property is Property.ATTACKER)


def tells_means(draft: Draft, mention: Mention) -> bool:
    """Whether a killing was done by what is told next: "killed a commander. … The air strike hit his car"."""
    if draft.series or mention.is_series or not _is_soon(draft, mention):
        return False
    killing = all(lexicon().is_in(m.word, "verbs.kill") and not m.values(Property.INSTRUMENT) for m in draft.mentions)
    if not killing or intercepts([mention]):
        return False
    if agree(draft.actors(Property.ATTACKER), mention.actors(Property.ATTACKER)) is False:
        return False
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET and s.phrase is not None]
    theirs = bool(hit) and all(p.determiner in _WHOSE for p in hit) and draft.mentions[-1].sentence < mention.sentence
    if theirs and mention.values(Property.INSTRUMENT) and not mention.actors(Property.ATTACKER):
        return True  # "a drone struck his car"
    if not mention.is_noun or mention.type is not EventType.STRIKE:
        return False
    heading = all(m.headline for m in draft.mentions) and not mention.headline and bool(mention.actors(Property.ATTACKER))
    pointing = mention.phrase is not None and mention.phrase.determiner in {"the", "this", "that"}
    dated = mention.is_definite and not mention.is_plural and bool(mention.values(Property.DATE))  # "Friday's strike"
    pointing = pointing or (dated and mention.phrase is not None and mention.phrase.determiner is None)
    return heading or (pointing and not mention.actors(Property.ATTACKER))


def _is_pronoun(slot: Slot) -> bool:
    """Whether a pronoun in the claim's words stands for an actor that is named outside them."""
    return isinstance(slot.value, ActorRef) and slot.value.start < slot.start


def _points(phrase: Phrase) -> bool:
    return (
        phrase.determiner == "the"
        or phrase.possessor is not None
        or (phrase.figure is not None and phrase.figure.last < phrase.core)
    )


def invades(mentions: list[Mention]) -> bool:
    """Whether an invasion is told, of which the strikes of a war are parts."""
    return any(m.word in _INVADING for m in mentions)


def is_launch_of(draft: Draft, mention: Mention) -> bool:
    """ "Freedonia attacked Sylvania. It launched 40 drones, officials said": the drones of the attack just told."""
    launching = lexicon().is_in(mention.word, "verbs.launch") and not mention.is_noun
    if not launching or not _is_soon(draft, mention):
        return False
    attacking = not any(lexicon().is_in(m.word, "verbs.launch", "verbs.intercept") for m in draft.mentions)
    new = [s.phrase for s in mention.slots if s.property is Property.INSTRUMENT and s.phrase is not None]
    another = any(p.determiner == "another" for p in new)
    return attacking and not mention.actors(Property.TARGET) and not another


def tells_volleys(draft: Draft, mention: Mention) -> bool:
    """ "Rebels carried out drone and missile attacks on Monday. … They fired six drones and nine missiles": all of them."""
    if not draft.series or mention.is_noun or mention.is_series or not _is_soon(draft, mention):
        return False
    launching = lexicon().is_in(mention.word, "verbs.launch")
    fired = [s.phrase for s in mention.slots if s.property is Property.INSTRUMENT and s.phrase is not None]
    told = mention.actors(Property.TARGET) or mention.values(Property.PLACE) or mention.values(Property.DATE)
    several = bool(fired) and all(p.is_plural and p.figure is not None for p in fired)
    if not launching or told or not several:
        return False
    if any(m.is_counted or m.is_separate for m in draft.mentions) or not any(m.is_plural for m in draft.mentions):
        return False
    mine = {
        s.value.concept for s, _ in draft.slots if s.property is Property.INSTRUMENT and isinstance(s.value, ConceptObject)
    }
    theirs = {c for p in fired for c in p.concepts}
    return theirs == mine and agree(draft.actors(Property.ATTACKER), mention.actors(Property.ATTACKER)) is not False


def sums_up(draft: Draft, mention: Mention) -> bool:
    """ "Forces conducted dozens of strikes. … The operation struck 75 targets": all of them, in the next sentence."""
    whole = mention.is_definite and not mention.is_counted and mention.word in {"operation", "mission"}
    if not whole or draft.type is not EventType.STRIKE or mention.sentence - draft.mentions[-1].sentence != 1:
        return False
    return not mention.actors(Property.ATTACKER)


def same_count(draft: Draft, mention: Mention) -> bool:
    """ "Conducted two strikes", told twice with one number."""
    mine = [s.value.quantity for s, _ in draft.slots if s.property is Property.SIZE and isinstance(s.value, QuantityObject)]
    theirs = [v.quantity for v in mention.values(Property.SIZE) if isinstance(v, QuantityObject)]
    return bool(mine) and bool(theirs) and all(a.value is not None and a.value == b.value for a in mine for b in theirs)


def is_vaguely_counted(mention: Mention) -> bool:
    """Whether a series is counted by a word such as "scores of" alone, which counts no others."""
    sizes = [v.quantity for v in mention.values(Property.SIZE) if isinstance(v, QuantityObject)]
    return bool(sizes) and all(q.value is None and not any(c.isdigit() for c in q.words) for q in sizes)


def same_spot(draft: Draft, mention: Mention) -> bool:
    """Whether both name one town or building as the place: "struck the port", "bombed the tanks in the port"."""
    places = {v.key for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef) and v.kind in _SPOTS}
    return _is_soon(draft, mention) and bool(places & {p.key for p in draft.places()})


def is_long_ago(mention: Mention) -> bool:
    """Whether it is told by month or year alone: "in July", "earlier this month" is not what the report is about."""
    times = [s.value for s in mention.slots if isinstance(s.value, DateObject)]
    coarse = [t for t in times if len(t.date or "") in {4, 7}]
    vague = [t for t in times if t.date is None and (t.words or "").lower().startswith(_PAST)]
    return bool(coarse or vague)


def adds_up(draft: Draft, mention: Mention) -> bool:
    """Whether a mention tells the parts of what was told: "destroyed six drones", "four boats and two drones"."""
    if mention.is_noun or mention.is_series or draft.series or not _is_soon(draft, mention):
        return False
    if draft.type is not mention.type:
        return False
    whole = {f.value for s, _ in draft.slots if s.property is Property.TARGET and (f := figure_of(s)) is not None}
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET and s.phrase is not None]
    if len({p.head for p in hit}) == 1 and all(p.determiner in {"a", "an"} and p.figure is None for p in hit):
        # "hit two facilities. … used bombs against a fuel facility and a storage facility"
        told = [s.phrase.head for s, _ in draft.slots if s.property is Property.TARGET and s.phrase is not None]
        return whole == {len(hit)} and any(head.startswith(hit[0].head.rstrip("y")) for head in told)
    parts = [f.value for s in mention.slots if s.property is Property.TARGET and (f := figure_of(s)) is not None]
    return len(parts) > 1 and None not in parts and {sum(p for p in parts if p)} == whole


def same_deployment(draft: Draft, mention: Mention) -> float | None:
    """Forces told twice to be at one place, without numbers, are one deployment."""
    if (
        draft.type is not mention.type
        or mention.values(Property.SIZE)
        or any(s.property is Property.SIZE for s, _ in draft.slots)
    ):
        return None
    forces = {a.key for a in draft.actors(Property.FORCE)} & {a.key for a in mention.actors(Property.FORCE)}
    places = {p.key for p in draft.places()} & {v.key for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef)}
    return 1.0 if forces and places else None
