"""Where it happened, told away from the trigger: "In Mirefield, …" at a sentence's start, "40 miles south of the port"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.distances import find_distances, hit_at, share_out
from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.fill import add_place
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import PLACE_PREPOSITIONS, place_of
from belligraph.extract.quantities import number_at
from belligraph.extract.tolls import Toll
from belligraph.extract.vicinity import set_beside
from belligraph.model.sheet import PlaceKind, Property

__all__ = ["add_origin", "add_where", "narrowed", "set_places", "toll_places"]

_FAR = 16
_BOMBS = frozenset(["bomb", "ied", "car-bomb", "suicide-bomb"])
_LAUNCHED = word_set("launched fired")
_ADDING = word_set("additionally separately also meanwhile and elsewhere later earlier then ,")
_FRONT = 3
_DASHES = frozenset(["-", "--", "–", "—"])
_BEING = word_set("were was are is have has had may")
_DATELINE = 8  # tokens
_HAPPENING = word_set("occurred happened took carried conducted launched staged")
_INTERCEPTS = frozenset(["intercept", "intercepts", "interception", "interceptions"])
# how long an aside between commas may be
_ASIDE = 12


def add_origin(parsed: Parsed, mention: Mention, weapon: Phrase) -> None:
    """Add the place that "launched from" or "fired from" tells behind a weapon, and where a bomb was."""
    k = weapon.last
    origin = parsed.phrase_at.get(k + 2)
    spot = parsed.phrase_at.get(k + 1)
    if parsed.lower(k) in PLACE_PREPOSITIONS and spot is not None and _BOMBS & set(weapon.concepts):
        add_place(parsed, mention, spot)  # "a bomb in Homs killed two"
    if parsed.lower(k) in _LAUNCHED and parsed.lower(k + 1) == "from" and origin is not None:
        add_place(parsed, mention, origin)


def set_places(parsed: Parsed, mentions: list[Mention]) -> None:
    """Give the places of a sentence that stand away from its triggers to the events that they place."""
    known = [m for m in mentions if m.type.is_force]
    if not known:
        return
    _open(parsed, known)
    _there(parsed, known)
    _intercepted(parsed, known)
    set_beside(parsed, known)
    for mention in known:
        _happened(parsed, mention)
    share_out(parsed, known)
    for first, place in find_distances(parsed):
        before = [m for m in known if m.token < first and first - m.token < _FAR]
        host = before[-1] if before else hit_at(parsed, known, first)
        if host is None or (parsed.lower(first - 1) == "," and _is_placed(parsed, host, first)):
            continue
        host.slots = [s for s in host.slots if not (isinstance(s.value, PlaceRef) and s.start < place.end <= s.end)]
        host.slots.append(Slot(Property.PLACE, place, min(host.start, place.start), max(host.end, place.end)))


def add_where(parsed: Parsed, mention: Mention, subject: Phrase) -> None:
    """Add the places told right behind a subject: "forces in Freedonia and Sylvania were attacked"."""
    k = subject.last
    if parsed.lower(k) not in {"in", "near", "over", "off", "at", "outside"}:
        return
    while (where := parsed.phrase_at.get(k + 1)) is not None and where.first == k + 1:
        if where.possessed:
            where = parsed.phrase_at.get(where.last + 1, where)
        if not add_place(parsed, mention, where) or parsed.lower(where.last) != "and":
            return
        k = where.last


def toll_places(parsed: Parsed, toll: Toll) -> list[PlaceRef]:
    """The places told right behind those harmed: "killed four people in Mirefield", "were wounded in A and B"."""
    begins = [k for k in range(len(parsed.tokens)) if parsed.start(k) >= toll.end][:1]
    begins += [k for first in begins if (k := _behind_aside(parsed, first)) is not None]
    for k in ([toll.people.last] if toll.people is not None else []) + begins:
        is_sheltered = False
        for item in parsed.complements(k):
            if is_sheltered and item.is_inner and item.preposition == "":
                continue
            if item.preposition not in PLACE_PREPOSITIONS or (item.is_inner and not is_sheltered):
                break
            place = place_of(parsed, item.phrase)
            if place is not None:
                return [place, *_joined(parsed, place)]
            is_sheltered = item.phrase.kind is PhraseKind.FACILITY  # "at a school that houses families in Mirefield"
            if item.phrase.kind is not PhraseKind.AREA and not is_sheltered:
                break
    return []


def _behind_aside(parsed: Parsed, first: int) -> int | None:
    """Where a sentence goes on behind who was among the harmed: "killed nine, including two nurses, at a clinic"."""
    among = parsed.lower(first + 1) == "including" or number_at(parsed.tokens, first + 1) is not None  # ", one seriously,"
    if parsed.lower(first) != "," or not among:
        return None
    end = next((k for k in range(first + 2, min(first + _ASIDE, len(parsed.tokens))) if parsed.lower(k) == ","), None)
    return end + 1 if end is not None and not any(k in parsed.verbs for k in range(first, end)) else None


def _joined(parsed: Parsed, place: PlaceRef) -> list[PlaceRef]:
    """What "and" joins to a town: "in the cities of Mirefield and Oakdale", no subject of a clause of its own."""
    k = next((k for k in range(len(parsed.tokens)) if parsed.start(k) >= place.end), -1)
    town = parsed.phrase_at.get(k + 1) if parsed.lower(k) == "and" and place.kind == PlaceKind.SETTLEMENT else None
    if town is None or town.possessed or town.determiner is not None or parsed.lower(town.last) not in {".", ",", "", "on"}:
        return []
    other = place_of(parsed, town)
    return [other] if other is not None and other.kind == PlaceKind.SETTLEMENT else []


def narrowed(parsed: Parsed, draft: Draft, places: list[PlaceRef]) -> list[PlaceRef]:
    """Towns told for a region that their sentence begins with, which is no place of the event any more but holds them."""
    if not places or any(p.kind != PlaceKind.SETTLEMENT for p in places):
        return places
    number, trigger = (
        parsed.sentence.number,
        min((m.start for m in draft.mentions if m.sentence == parsed.sentence.number), default=0),
    )
    wide = next((e for e in draft.slots if e[1] == number and _is_front_region(e[0], trigger)), None)
    if wide is None or not isinstance(wide[0].value, PlaceRef):
        return places
    draft.slots.remove(wide)
    return [p if p.within is not None else replace(p, within=wide[0].value) for p in places]


def _is_front_region(slot: Slot, trigger: int) -> bool:
    return isinstance(slot.value, PlaceRef) and slot.value.kind == PlaceKind.REGION and slot.value.end < trigger


def _is_placed(parsed: Parsed, host: Mention, first: int) -> bool:
    """Whether a place stands right before the comma: "in Mirefield, 40 miles south of the port" is in Mirefield."""
    end = parsed.end(first - 1)
    return any(isinstance(s.value, PlaceRef) and s.value.end <= end <= s.value.end + 40 for s in host.slots)


def _open(parsed: Parsed, known: list[Mention]) -> None:
    """ "In Mirefield, shells killed two people": the first event told that has no place yet."""
    first = begun = _behind_dateline(parsed)
    while first in parsed.taken or (
        parsed.lower(first) in _ADDING and (first < begun + _FRONT or first - 1 in parsed.taken)
    ):
        first += 1  # "Also in Freedonia, …", "Additionally, in Freedonia, …", "On May 3, in Freedonia, …"
    phrase = parsed.phrase_at.get(first + 1)
    if phrase is not None and phrase.possessed:
        phrase = parsed.phrase_at.get(phrase.last + 1)  # "In Freedonia's Stone region, …"
    if parsed.lower(first) not in PLACE_PREPOSITIONS or phrase is None:
        return
    k = phrase.last
    if parsed.lower(k) == "and" and (both := parsed.phrase_at.get(k + 1)) is not None:
        k = both.last if parsed.lower(both.last) == "," and place_of(parsed, both) is not None else k
    while parsed.lower(k) in {"in", "of", ","} and (outer := parsed.phrase_at.get(k + 1)) is not None:
        if place_of(parsed, outer) is None or (parsed.lower(k) == "," and parsed.lower(outer.last) != ","):
            break
        k = outer.last
    while k in parsed.taken:
        k += 1  # "In the gulf on May 3, …"
    if parsed.lower(k) != ",":
        return
    place = place_of(parsed, phrase)
    inner = parsed.phrase_at.get(k + 2) if parsed.lower(k + 1) in {"in", "near", "at", "outside"} else None
    if place is not None and inner is not None and inner.first == k + 2 and parsed.lower(inner.last) == ",":
        finer = place_of(parsed, inner)  # "In Freedonia, near Mirefield, …"
        place = replace(finer, within=finer.within or place) if finer is not None else place
    host = next((m for m in known if not m.values(Property.PLACE)), None)
    if place is not None and host is not None:
        slot = Slot(Property.PLACE, place, min(host.start, place.start), max(host.end, place.end), phrase=phrase)
        host.slots.append(slot)
        for other in _joined_in_front(parsed, phrase, k):
            add_place(parsed, host, other)
        host.opens_scene = place.kind in {PlaceKind.SETTLEMENT, PlaceKind.REGION} and not host.is_definite


def _behind_dateline(parsed: Parsed) -> int:
    """The first token behind a dateline: "TAMPA, Fla. - In the gulf, …"; 0 where there is none."""
    dash = next((k for k in range(1, min(_DATELINE, len(parsed.tokens))) if parsed.lower(k) in _DASHES), None)
    return dash + 1 if dash is not None and all(t.is_capital or not t.is_word for t in parsed.tokens[:dash]) else 0


def _joined_in_front(parsed: Parsed, first: Phrase, comma: int) -> list[Phrase]:
    """The other place of "In Freedonia and Sylvania, …"."""
    other = parsed.phrase_at.get(comma - 1)
    return [other] if other is not None and other.first == first.last + 1 and parsed.lower(first.last) == "and" else []


def _intercepted(parsed: Parsed, known: list[Mention]) -> None:
    """ "Destroyed ten drones, with the intercepts taking place over A, B and C": where they were shot down."""
    for k in parsed.at(_INTERCEPTS):
        host = next((m for m in reversed(known) if m.token < k and intercepts([m])), None)
        after = k + 3 if parsed.lower(k + 2) == "place" else k + 2
        if host is None or parsed.lower(k + 1) not in {"taking", "took", "occurring", "happening"}:
            continue
        for item in parsed.complements(after):
            if item.preposition not in PLACE_PREPOSITIONS or not add_place(parsed, host, item.phrase):
                break


def _happened(parsed: Parsed, mention: Mention) -> None:
    """ "The attack took place in Mirefield", "the strike was carried out near Mirefield": the verb brings the place."""
    phrase = mention.phrase
    if phrase is None or mention.values(Property.PLACE):
        return
    k = next((k for k in range(phrase.last, len(parsed.tokens)) if k in parsed.verbs), -1)
    if parsed.lower(k) not in _HAPPENING or phrase not in parsed.subjects(k):
        return
    k += 2 if parsed.lower(k + 1) in {"place", "out"} else 1
    for item in parsed.complements(k):
        if item.preposition not in PLACE_PREPOSITIONS:
            break
        place = place_of(parsed, item.phrase)
        around = [v.within.key for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef) and v.within is not None]
        if place is not None and place.key in around:
            continue  # "at Mirefield in Freedonia"
        if not add_place(parsed, mention, item.phrase) and item.phrase.kind is not PhraseKind.AREA:
            break  # "in a remote area near Mirefield"


def _there(parsed: Parsed, known: list[Mention]) -> None:
    """ "The governor of the region said six drones were shot down there": the place told before in the sentence."""
    for mention in known:
        near = range(mention.token + 1, mention.token + 8)
        at = next((k for k in near if parsed.lower(k) == "there" and parsed.lower(k + 1) not in _BEING), None)
        if at is not None and at > mention.token + 3 and any(k in parsed.verbs for k in range(mention.token + 1, at)):
            continue
        if at is None or mention.values(Property.PLACE):
            continue
        told = [p for ph in parsed.phrases if ph.last <= mention.token and (p := place_of(parsed, ph)) is not None]
        if told:
            mention.slots.append(Slot(Property.PLACE, told[-1], min(mention.start, told[-1].start), parsed.end(at + 1)))
