"""Events whose verb is told only once: "shot down nine drones over A, four over B", "killed ten in A and six in B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.drafts import Draft
from belligraph.extract.fill import fill_complements
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.places import place_of
from belligraph.extract.quantities import Figure, number_at
from belligraph.extract.tolls import Toll, is_nothing, quantity
from belligraph.extract.verbs import is_passive, is_reduced_passive
from belligraph.model.sheet import ActorKind, PlaceKind, Property

__all__ = ["another", "gapped", "gapped_tolls", "place_behind", "token_at"]

_FAR = 14
_WHERE = word_set("over in near at off above across around outside inside")
_COUNTED_ON = word_set("more others other were was people drones drone missiles missile rockets rocket of them each")
_ENDING = frozenset([";", ".", ""])
_JOINING = frozenset([",", ";", "and"])
_JOINING_PARTS = _JOINING | {":", "including"}
_OPENING = ((",", "including"), (",", "one"))
_ANOTHER = frozenset(["another"])
_SHARED = frozenset({Property.ATTACKER, Property.INSTRUMENT, Property.DATE})
_THINGS = frozenset({PhraseKind.THING, PhraseKind.FACILITY})
# what is hit in a list of targets, each at its own place
_LISTED = _THINGS | {PhraseKind.FORCE, PhraseKind.GROUP, PhraseKind.PEOPLE, PhraseKind.AREA}
_HURT = frozenset({Property.KILLED, Property.INJURED})


@dataclass(frozen=True, slots=True)
class _Part:
    """A number and its place, tokens `first` to `last` (end exclusive), in a list whose verb stands before its first."""

    first: int
    last: int
    figure: Figure
    place: PlaceRef
    more: tuple[PlaceRef, ...] = ()


def gapped(parsed: Parsed, mentions: list[Mention]) -> list[Mention]:
    """The further events of verbs that hit counted weapons at one place after the other."""
    return [told for m in mentions for told in (*_hits(parsed, m), *_listed(parsed, m), *_counted(parsed, m))]


def another(parsed: Parsed, own: list[Mention], before: list[Mention]) -> list[Mention]:
    """The event of "Another, near the town, killed eight" behind "One strike killed three"; `before`: a sentence back."""
    for i in parsed.at(_ANOTHER):
        if i in parsed.phrase_at or parsed.lower(i - 1) not in {"", ",", "and", "while", ";"}:
            continue
        told = [m for m in own if m.token < i] or before
        first = next((m for m in reversed(told) if m.is_noun and m.type.is_force), None)
        verb = next((k for k in range(i + 1, min(i + _FAR, len(parsed.tokens))) if k in parsed.verbs), None)
        if first is None or verb is None or any(m.token == verb for m in own) or number_at(parsed.tokens, i + 1) is not None:
            continue
        if is_passive(parsed.tokens, verb) or is_reduced_passive(parsed.tokens, verb):
            continue
        hits = lexicon().is_in(parsed.lower(verb), "verbs.hit")
        if not hits and not lexicon().is_in(parsed.lower(verb), "verbs.kill") and parsed.lower(verb) != "left":
            continue
        start, end = parsed.start(i), parsed.end(i + 1)
        told_now = Mention(parsed.sentence.number, start, end, first.word, i, first.type, True, parsed.sentence.headline)
        told_now.is_new = True
        for ref in first.actors(Property.ATTACKER):
            told_now.slots.append(Slot(Property.ATTACKER, replace(ref, start=start, end=end), start, end))
        where = parsed.complements(i + 1 + (parsed.lower(i + 1) == ","))
        fill_complements(parsed, told_now, (c for c in where if c.phrase.first < verb), direct=False)
        if hits:
            fill_complements(parsed, told_now, parsed.complements(verb + 1), direct=True)
        return [told_now]
    return []


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
    if mention.is_noun or not hit or not lexicon().is_in(mention.word, "verbs.intercept", "verbs.destroy", "verbs.hit"):
        return []
    phrase = hit[0].phrase
    if phrase is None or phrase.figure is None or phrase.kind not in _THINGS:
        return []
    behind = phrase.last  # "shot down two drones over …", "two drones were shot down over …"
    if phrase.last <= mention.token:
        behind = mention.token + 1 + (parsed.lower(mention.token + 1) == "down")
    found: list[Mention] = []
    parts = list(_parts(parsed, behind, of_all=True))
    taken = [s for s in hit[1:] if s.phrase is not None and any(s.phrase.first == part.first for part in parts)]
    if len(taken) != len(hit) - 1 or any(s.phrase.concepts != phrase.concepts for s in taken if s.phrase is not None):
        return []  # "two drones over the gulf and one missile on land"
    mention.slots = [s for s in mention.slots if s not in taken]  # "… and one drone over B" is hit there
    for part in parts:
        start, end = parsed.start(part.first), parsed.end(part.last)
        head = phrase.head.removesuffix("s") if part.figure.value == 1 else phrase.head
        name = f"{parsed.text(part.first, part.last)} {head}"
        ref = ActorRef(f"object:{name.lower()}:{start}", name, ActorKind.OBJECT, False, start, end)
        told = _apart(mention, start, end, part.first)
        told.slots += [
            Slot(Property.TARGET, ref, min(mention.start, hit[0].start), end),
            *(Slot(Property.PLACE, place, start, max(end, place.end)) for place in (part.place, *part.more)),
        ]
        told.slots += [replace(s, end=end) for s in mention.slots if s.property is Property.DAMAGE]
        found.append(told)
    return found


def _listed(parsed: Parsed, mention: Mention) -> Iterator[Mention]:
    """The further events in "attacked a station in A, a church in B and a market in C"."""
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET and s.phrase is not None]
    struck = lexicon().is_in(mention.word, "verbs.hit") and not lexicon().is_in(mention.word, "verbs.destroy")
    if (
        not struck
        or mention.is_noun
        or mention.is_series
        or not hit
        or hit[0].first <= mention.token
        or (first := place_behind(parsed, hit[0].last)) is None
    ):
        return
    k = first[1]
    while True:
        step = k
        while parsed.lower(step) in _JOINING:
            step += 1
        thing = parsed.phrase_at.get(step)
        if step == k or thing is None or thing.first != step or thing.kind not in _LISTED:
            return
        place = place_behind(parsed, thing.last)
        counted = thing.determiner in {"a", "an", "another"} or thing.figure is not None
        if place is None or not counted or place[1] in parsed.verbs or thing in hit[:1]:
            return
        if {first[0].kind, place[0].kind} != {PlaceKind.SETTLEMENT} or first[0].key == place[0].key:
            return  # "destroyed two drones over the gulf and one on land" is one strike
        # what the first event had of it
        mention.slots = [s for s in mention.slots if s.phrase is not thing and s.value != place[0]]
        start, end = parsed.start(step), parsed.end(place[1])
        told = _apart(mention, start, end, step)
        told.slots += [
            Slot(Property.TARGET, actor_of(parsed, thing), min(mention.start, start), end, phrase=thing),
            Slot(Property.PLACE, place[0], start, max(end, place[0].end)),
        ]
        yield told
        k = place[1]


def _counted(parsed: Parsed, mention: Mention) -> Iterator[Mention]:
    """The single events beside a series: "two strikes, one in A and another in B"."""
    if not mention.is_noun or not mention.is_series or not mention.is_counted or mention.phrase is None:
        return
    k = mention.phrase.last
    if place_behind(parsed, k) is not None:
        parts = list(_parts(parsed, k))  # "five raids in A and two in B"
        yield from (_part_of(parsed, mention, part) for part in parts)
        return
    while k < len(parsed.tokens) and not _begins_parts(parsed, k) and parsed.lower(k) not in _ENDING:
        k += 1
    whole = mention.phrase.figure.value if mention.phrase.figure is not None else None
    for part in _parts(parsed, k, of_all=True):
        if whole is None or part.figure.value is None or part.figure.value <= whole:
            yield _part_of(parsed, mention, part)  # not "45 were hurt in two attacks, including 19 in the north"


def _part_of(parsed: Parsed, mention: Mention, part: _Part) -> Mention:
    """One of the events, or several of them, of which a noun tells: "one in A" or "nine in B" of "ten strikes"."""
    start, end = parsed.start(part.first), parsed.end(part.last)
    told = _apart(mention, start, end, part.first)
    if part.figure.value != 1:
        told.end = end = max(end, part.place.end)
        told.is_series = told.is_counted = told.is_separate = told.is_part = True
        told.slots += [s for s in mention.slots if s.property is Property.TARGET]
        size = quantity(parsed, part.figure, parsed.text(mention.token, mention.token + 1))
        told.slots.append(Slot(Property.SIZE, size, start, end))
    told.slots.append(Slot(Property.PLACE, part.place, start, max(end, part.place.end)))
    return told


def _apart(mention: Mention, start: int, end: int, token: int) -> Mention:
    """Another event of the same verb or noun, with what both share."""
    told = replace(mention, start=start, end=end, token=token, slots=[], also=[], apart=[], is_new=True)
    told.is_series = told.is_counted = told.is_plural = told.is_separate = told.is_definite = False
    told.slots = [s for s in mention.slots if s.property in _SHARED]
    return told


def _parts(parsed: Parsed, k: int, *, of_all: bool = False) -> Iterator[_Part]:
    """The parts of a list that goes on behind token k, where the first part's place stands.

    `of_all`: so are those of a number told before: "downed 18 drones: six over A", "18 drones, including six over A".
    """
    k = _past_time(parsed, k)
    first = place_behind(parsed, k)
    if first is not None:
        k = _past_time(parsed, _more_places(parsed, first[1])[1])
    elif not of_all or (parsed.lower(k) != ":" and not _begins_parts(parsed, k)):
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
        more, end = _more_places(parsed, place[1])
        yield _Part(step, figure.last, figure, place[0], more)
        k, begun = _past_time(parsed, end), False


def _more_places(parsed: Parsed, k: int) -> tuple[tuple[PlaceRef, ...], int]:
    """The further places of one part, "over A, B and C", and the first token behind them."""
    found: list[PlaceRef] = []
    while parsed.lower(k) in {",", "and"}:
        step = k + 1 + (parsed.lower(k + 1) == "and")
        phrase = parsed.phrase_at.get(step)
        place = place_of(parsed, phrase) if phrase is not None and phrase.figure is None else None
        if phrase is None or place is None:
            break
        found.append(place)
        k = phrase.last
    return tuple(found), k


def _begins_parts(parsed: Parsed, k: int) -> bool:
    """Whether the parts of a number follow: ", including", ", one in A", ", 12 in A and nine in B"."""
    if (parsed.lower(k), parsed.lower(k + 1)) in _OPENING:
        return True
    figure = number_at(parsed.tokens, k + 1) if parsed.lower(k) == "," else None
    return figure is not None and place_behind(parsed, figure.last) is not None


def _past_time(parsed: Parsed, k: int) -> int:
    """The first token behind a time told at token k: "on Monday"."""
    while k in parsed.taken or (parsed.lower(k) == "on" and k + 1 in parsed.taken):
        k += 1
    return k


def token_at(parsed: Parsed, offset: int) -> int:
    """The first token that begins at or behind an offset."""
    return next((k for k in range(len(parsed.tokens)) if parsed.start(k) >= offset), len(parsed.tokens))
