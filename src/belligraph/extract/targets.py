"""Whether what a mention tells was hit may be what an event is told to have hit."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from belligraph.extract.actors import ActorRef
from belligraph.extract.drafts import Draft
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.sameness import called, figure_of, head_of, is_of_ships, same_target
from belligraph.model.sheet import ActorKind, Property

__all__ = ["hits_own", "named_again", "targets_agree", "unlike"]

_VESSELS = word_set("ship vessel carrier tanker freighter boat")
# what "the car" or "the building" may have been called before
_KINDS = {
    **dict.fromkeys(_VESSELS, "ship"),
    **dict.fromkeys(word_set("vehicle car truck suv van pickup bus minibus sedan humvee"), "vehicle"),
    **dict.fromkeys(word_set("building house home"), "building"),
}
_POSTS = word_set("base outpost post camp installation garrison")
_PLACES_OF_PEOPLE = frozenset({ActorKind.OBJECT, ActorKind.GOVERNMENT_BODY, ActorKind.ORGANISATION})
_OWN = frozenset(["our", "their", "its", "my"])


def named_again(draft: Draft) -> None:
    """Let "the drone" be the "Sylvanian drone" that the same event was told to have hit: the only one of its kind."""
    told: dict[tuple[str, bool], set[str]] = {}
    refs: dict[str, ActorRef] = {}
    for n, (slot, sentence) in enumerate(draft.slots):
        ref, phrase = slot.value, slot.phrase
        if slot.property is not Property.TARGET or not isinstance(ref, ActorRef) or ref.kind is not ActorKind.OBJECT:
            continue
        head = head_of(ref.name)
        kind = ("ship" if _is_named_ship(ref) else _KINDS.get(head, head), phrase is not None and phrase.is_plural)
        if phrase is None or not _is_bare(phrase):
            told.setdefault(kind, set()).add(ref.key)
            refs[ref.key] = ref
        elif len(same := told.get(kind, set())) == 1:
            meant = replace(refs[next(iter(same))], start=ref.start, end=ref.end)
            draft.slots[n] = (replace(slot, value=meant), sentence)


def _is_named_ship(ref: ActorRef) -> bool:
    return ref.key.startswith("ship:") or ref.name.startswith(("M/V ", "MV ", "M/T ", "MT ", "Motor Vessel "))


def _is_bare(phrase: Phrase) -> bool:
    pointing = phrase.determiner in {"the", "this", "that", "these", "those"}
    return pointing and phrase.figure is None and not phrase.names and phrase.core == phrase.last - 1


def targets_agree(draft: Draft, mention: Mention, pointing: bool) -> bool | None:
    """True if a target may be the same, False if none can, None if one side is silent or too vague to tell."""
    mine = [s for s, _ in draft.slots if s.property is Property.TARGET and isinstance(s.value, ActorRef)]
    theirs = [s for s in mention.slots if s.property is Property.TARGET and isinstance(s.value, ActorRef)]
    if not mine or not theirs:
        return None
    if called(place.name for place in draft.places()) & called(
        s.value.name for s in theirs if isinstance(s.value, ActorRef)
    ):
        return True  # "at Patrol Base Mirefield", "on the Mirefield base"
    if draft.series and mention.is_series and all(any(is_of_ships(s) for s in side) for side in (mine, theirs)):
        return True  # "attacks on shipping", "attacks on vessels and warships"
    if _is_the_ship(mine, theirs):
        return True
    if _names_all(mine, theirs):
        return True
    if _lists_others(mine, theirs):
        return False
    for a in mine:
        for b in theirs:
            if isinstance(a.value, ActorRef) and isinstance(b.value, ActorRef) and same_target(a.value, b.value, a, b):
                return True
    if all(s.phrase is not None and not s.phrase.names and s.phrase.determiner in _OWN for s in theirs):
        return None  # "attacks on our forces" may be told of any
    states = [all(_is_of(s, {ActorKind.STATE}) for s in side) for side in (mine, theirs)]
    if any(states) and not all(states):
        return None  # "an attack on Freedonia" may be the one on its base
    people = [all(_is_of(s, {ActorKind.CIVILIANS}) for s in side) for side in (mine, theirs)]
    things = [all(_is_of(s, _PLACES_OF_PEOPLE) for s in side) for side in (mine, theirs)]
    if (people[0] and things[1]) or (things[0] and people[1]):
        return None  # a building, and the people who were in it
    if pointing:
        # "the attack" may name the building where another sentence names the people
        if any(map(_is_post, mine)) and all(map(_is_post, theirs)):
            return None  # "an outpost", "the base"
        kinds, others = ({s.value.kind for s in side if isinstance(s.value, ActorRef)} for side in (mine, theirs))
        return False if kinds & others else None
    return False


def _is_the_ship(mine: list[Slot], theirs: list[Slot]) -> bool:
    """ "A bulk carrier was struck … the ship was hit": one vessel told before, and what points back to it."""
    vessels = [s.phrase for s in mine if s.phrase is not None and s.phrase.head in _VESSELS]
    back = [s.phrase for s in theirs if s.phrase is not None and s.phrase.head in {"ship", "vessel"}]
    points = bool(back) and all(p.determiner == "the" and not p.names for p in back)
    return points and len(vessels) == 1 and not vessels[0].is_plural and not vessels[0].names


def _names_all(mine: list[Slot], theirs: list[Slot]) -> bool:
    """ "Missiles at two ships … targeted the Rose and the Lake": as many names as were counted."""
    counted = [f.value for s in mine if (f := figure_of(s)) is not None]
    named = all(s.phrase is not None and s.phrase.figure is None and s.phrase.kind is PhraseKind.NAME for s in theirs)
    return len(mine) == 1 and counted == [len(theirs)] and len(theirs) > 1 and named


def _is_of(slot: Slot, kinds: Collection[ActorKind]) -> bool:
    return isinstance(slot.value, ActorRef) and slot.value.kind in kinds


def _lists_others(mine: list[Slot], theirs: list[Slot]) -> bool:
    """ "Struck two depots … a fuel depot, a weapons depot and a food depot": more or fewer of a kind than were counted."""
    figure = figure_of(mine[0]) if len(mine) == 1 else None
    listed = [s for s in theirs if s.phrase is not None and s.phrase.figure is None and not s.phrase.is_plural]
    same = isinstance(mine[0].value, ActorRef) and all(
        isinstance(s.value, ActorRef) and head_of(s.value.name) == head_of(mine[0].value.name) for s in listed
    )
    return figure is not None and figure.value is not None and same and 1 < len(listed) == len(theirs) != figure.value


def _is_post(slot: Slot) -> bool:
    return slot.phrase is not None and slot.phrase.head in _POSTS


def hits_own(mention: Mention) -> bool:
    """Whether what is hit is the speaker's own: an attack "against our forces" is no strike of theirs."""
    return any(
        s.property is Property.TARGET and s.phrase is not None and s.phrase.determiner == "our" for s in mention.slots
    )


def unlike(draft: Draft, mention: Mention) -> bool:
    """Whether the targets of both have nobody of one kind: "the killing of a leader … its attack on Niger"."""
    mine, theirs = ({a.kind for a in side.actors(Property.TARGET)} for side in (draft, mention))
    return bool(mine) and bool(theirs) and not mine & theirs
