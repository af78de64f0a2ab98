"""Events whose verb is told only once: "shot down nine drones over A, four over B", "killed ten in A and six in B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from belligraph.extract.actors import ActorRef
from belligraph.extract.drafts import Draft
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.places import place_of
from belligraph.extract.quantities import Figure, number_at
from belligraph.extract.tolls import Toll, is_nothing, quantity
from belligraph.model.sheet import ActorKind, Property

__all__ = ["gapped", "gapped_tolls", "place_behind", "token_at"]

_WHERE = word_set("over in near at off above across around outside inside")
_COUNTED_ON = word_set("more others other were was people drones missiles rockets of them")
_JOINING = frozenset([",", ";", "and"])
_JOINING_PARTS = _JOINING | {":", "including"}
_SHARED = frozenset({Property.ATTACKER, Property.INSTRUMENT, Property.DATE})
_HURT = frozenset({Property.KILLED, Property.INJURED})


@dataclass(frozen=True, slots=True)
class _Part:
    """A number and its place, tokens `first` to `last` (end exclusive), in a list whose verb stands before its first."""

    first: int
    last: int
    figure: Figure
    place: PlaceRef


def gapped(parsed: Parsed, mentions: list[Mention]) -> list[Mention]:
    """The further events of verbs that hit counted weapons at one place after the other."""
    return [told for m in mentions for told in _hits(parsed, m)]


def gapped_tolls(parsed: Parsed, toll: Toll, host: Draft) -> list[Draft]:
    """The further events of a verb that kills or hurts counted people at one place after the other."""
    if toll.property not in _HURT or is_nothing(toll):
        return []
    told: list[Draft] = []
    number = parsed.sentence.number
    shared = [(s, n) for s, n in host.slots if s.property in _SHARED and n == number]
    for part in _parts(parsed, token_at(parsed, toll.end)):
        start, end = parsed.start(part.first), max(parsed.end(part.last), part.place.end)
        mention = Mention(number, start, end, "killed", part.first, host.type, False, parsed.sentence.headline, is_part=True)
        mention.slots = [
            Slot(toll.property, quantity(parsed, part.figure, None), start, end),
            Slot(Property.PLACE, part.place, start, end),
        ]
        draft = Draft(host.type, False, slots=list(shared))
        draft.add(mention)
        told.append(draft)
    return told


def place_behind(parsed: Parsed, k: int) -> tuple[PlaceRef, int] | None:
    """The place that the words from token k tell, and the first token behind it: "over the Sylvania region"."""
    phrase = parsed.phrase_at.get(k + 1)
    if parsed.lower(k) not in _WHERE or phrase is None or phrase.first != k + 1:
        return None
    place = place_of(parsed, phrase)
    return (place, max(phrase.last, token_at(parsed, place.end))) if place is not None else None


def _hits(parsed: Parsed, mention: Mention) -> list[Mention]:
    hit = [s for s in mention.slots if s.property is Property.TARGET and s.phrase is not None]
    if (
        mention.is_noun
        or len(hit) != 1
        or not lexicon().is_in(mention.word, "verbs.intercept", "verbs.destroy", "verbs.hit")
    ):
        return []
    phrase = hit[0].phrase
    if phrase is None or phrase.figure is None or phrase.kind is not PhraseKind.THING:
        return []
    behind = phrase.last  # "shot down two drones over …", "two drones were shot down over …"
    if phrase.last <= mention.token:
        behind = mention.token + 1 + (parsed.lower(mention.token + 1) == "down")
    found: list[Mention] = []
    for part in _parts(parsed, behind, of_all=True):
        start, end = parsed.start(part.first), parsed.end(part.last)
        head = phrase.head.removesuffix("s") if part.figure.value == 1 else phrase.head
        name = f"{parsed.text(part.first, part.last)} {head}"
        ref = ActorRef(f"object:{name.lower()}:{start}", name, ActorKind.OBJECT, False, start, end)
        told = replace(mention, start=start, end=end, token=part.first, slots=[], also=[], apart=[], is_new=True)
        told.is_series = told.is_counted = False
        told.slots = [s for s in mention.slots if s.property in _SHARED]
        told.slots += [
            Slot(Property.TARGET, ref, min(mention.start, hit[0].start), end),
            Slot(Property.PLACE, part.place, start, max(end, part.place.end)),
        ]
        told.slots += [replace(s, end=end) for s in mention.slots if s.property is Property.DAMAGE]
        found.append(told)
    return found


def _parts(parsed: Parsed, k: int, *, of_all: bool = False) -> Iterator[_Part]:
    """The parts of a list that goes on behind token k, where the first part's place stands.

    `of_all`: so are those of a number told before: "downed 18 drones: six over A", "18 drones, including six over A".
    """
    k = _past_time(parsed, k)
    first = place_behind(parsed, k)
    if first is not None:
        k = _past_time(parsed, first[1])
    elif not of_all or (parsed.lower(k) != ":" and (parsed.lower(k), parsed.lower(k + 1)) != (",", "including")):
        return
    begun = first is None
    while True:
        step = k
        while parsed.lower(step) in (_JOINING_PARTS if of_all else _JOINING):
            step += 1
        figure = number_at(parsed.tokens, step)
        if figure is None and parsed.lower(step) == "another":
            figure = Figure(step, step + 1, value=1)
        if figure is None or (step == k and not begun):
            return
        behind = figure.last
        while parsed.lower(behind) in _COUNTED_ON:
            behind += 1
        place = place_behind(parsed, behind)
        if place is None:
            return
        yield _Part(step, figure.last, figure, place[0])
        k, begun = _past_time(parsed, place[1]), False


def _past_time(parsed: Parsed, k: int) -> int:
    """The first token behind a time told at token k: "on Monday"."""
    while k in parsed.taken or (parsed.lower(k) == "on" and k + 1 in parsed.taken):
        k += 1
    return k


def token_at(parsed: Parsed, offset: int) -> int:
    """The first token that begins at or behind an offset."""
    return next((k for k in range(len(parsed.tokens)) if parsed.start(k) >= offset), len(parsed.tokens))
