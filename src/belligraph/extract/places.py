"""Which phrases name a place, and which place contains it."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.lexicon import NameKind, lexicon, word_set
from belligraph.extract.mentions import PlaceRef
from belligraph.extract.names import Known
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind

__all__ = ["HOLDING", "OPEN_WATERS", "PLACE_PREPOSITIONS", "end_in_list", "place_of"]

PLACE_PREPOSITIONS = word_set("in at near over off inside outside across around along above within into")
# where a weapon comes down without hitting anything
OPEN_WATERS = word_set("water sea ocean gulf waters")
_DIRECTIONS = word_set(
    """northern southern eastern western central northeastern northwestern southeastern southwestern north south
    east west northeast northwest southeast southwest upper lower"""
)
_WATERS = word_set("sea gulf strait ocean waters waterways canal bay lake river")
_SETTLED = word_set("city town village settlement cities towns villages")
_SHORES = word_set("coast coastline shore shores border")
_QUARTERS = word_set("suburb suburbs neighborhood neighbourhood outskirts")
_VAGUE = word_set(
    """state capital enclave suburb suburbs mountains desert area areas region regions territory waters waterways town
    city village district field border"""
)
HOLDING = frozenset({PhraseKind.PLACE, PhraseKind.AREA, PhraseKind.STATE})
_RULED = ("-controlled", "-held", "-occupied", "-ruled", "-administered")
_HELD = frozenset({PhraseKind.PLACE, PhraseKind.AREA, PhraseKind.NAME, PhraseKind.FACILITY})
_TOWNS = frozenset({PhraseKind.PLACE, PhraseKind.NAME, PhraseKind.FACILITY})
_ARTICLES = word_set("al el ash as an ad az ar at de la del di")  # "Deir al Mirefield"
_NAMED = frozenset({PhraseKind.PLACE, PhraseKind.NAME})
_REGIONS = word_set("regions provinces districts oblasts governorates counties states areas cities towns villages")
_ABROAD = frozenset(["United States", "United Kingdom"])
_NO_PLACE = word_set("conference attack war assets capabilities weapons targets equipment")


def place_of(parsed: Parsed, phrase: Phrase) -> PlaceRef | None:
    """The place that a phrase names behind a preposition of place; None if it names none, or only "the region"."""
    entity = phrase.entity
    if (end := end_in_list(parsed, phrase)) is not None:
        return _ref(parsed, phrase.core, end, "region", None)
    container = _container(parsed, phrase)
    if entity is not None and entity.name.place is not None:
        return _named(parsed, phrase, entity, container)
    if phrase.head in _NO_PLACE:
        return None
    if phrase.kind is PhraseKind.AREA:
        return _area(parsed, phrase, container)
    if phrase.kind is PhraseKind.FACILITY:
        return _facility(parsed, phrase, container)
    if phrase.kind is PhraseKind.NAME and phrase.determiner is None and not phrase.concepts:
        last = parsed.tokens[phrase.last - 1].lower
        words = parsed.tokens[phrase.core : phrase.last]
        if not all(
            t.is_capital or "-" in t.text or t.lower in _ARTICLES or (t.text.isdigit() and t is not words[0]) for t in words
        ):
            return None
        return _ref(parsed, phrase.core, phrase.last, "water" if last in _WATERS else "settlement", container)
    return None


def end_in_list(parsed: Parsed, phrase: Phrase) -> int | None:
    """Where the name ends of one of "the Mirefield, Oakdale and Northtown regions"; None where no such list goes on."""
    named = phrase.last - 1 if phrase.head in _REGIONS else phrase.last
    if not all(t.is_capital or "-" in t.text for t in parsed.tokens[phrase.core : named]) or named == phrase.core:
        return None
    if named < phrase.last:
        before = parsed.phrase_at.get(phrase.first - 2) if parsed.lower(phrase.first - 1) in {",", "and"} else None
        return named if before is not None and before.kind in _NAMED and phrase.determiner is None else None
    k = phrase.last
    while parsed.lower(k) in {",", "and"}:
        k += 1
        listed = parsed.phrase_at.get(k)
        if listed is None:
            continue
        if listed.determiner is not None or listed.kind not in _NAMED | {PhraseKind.AREA}:
            return None
        k = listed.last
        if listed.head in _REGIONS and k - 1 > listed.core:
            return named
    return None


def _ref(parsed: Parsed, first: int, last: int, kind: str, within: PlaceRef | None, described: bool = False) -> PlaceRef:
    name = parsed.text(first, last)
    return PlaceRef(name.lower(), name, kind, parsed.start(first), parsed.end(last), within, described)


def _known(parsed: Parsed, known: Known, within: PlaceRef | None) -> PlaceRef:
    name, span = known.name, (parsed.start(known.first), parsed.end(known.last))
    return PlaceRef(name.canonical.lower(), parsed.text(known.first, known.last), str(name.place), *span, within)


def _named(parsed: Parsed, phrase: Phrase, entity: Known, container: PlaceRef | None) -> PlaceRef | None:
    name = entity.name
    known = name.country if name.kind is NameKind.PLACE else None
    whole = _known(parsed, entity, container if known is None or (container and known.lower() == container.key) else None)
    front = [parsed.lower(i) for i in range(phrase.core, entity.first)]
    if not front:
        return whole
    if all(word in _DIRECTIONS or word.split("-")[0] in _DIRECTIONS or word in {"and", ","} for word in front):
        kind = "water" if whole.kind == "water" else "region"
        return _ref(parsed, phrase.core, phrase.last, kind, None if kind == "water" else whole)
    if front[-1].endswith(_RULED) and parsed.tokens[phrase.core].is_capital:
        # "Houthi-controlled Yemen" is a part of it
        return _ref(parsed, phrase.core, entity.last, "region", whole)
    if any(n.last <= entity.first for n in phrase.names) or not parsed.tokens[phrase.core].is_capital:
        # "Deir ez-Zor Syria": two places without a comma
        first = next((n for n in phrase.names if n.first == phrase.core and n.name.place is not None), None)
        if first is not None and first.last == entity.first:
            return _known(parsed, first, whole)
        return whole
    return _ref(parsed, phrase.core, entity.first, "settlement", whole) if whole.kind == "country" else None


def _area(parsed: Parsed, phrase: Phrase, container: PlaceRef | None) -> PlaceRef | None:
    words = [parsed.lower(i) for i in range(phrase.core, phrase.last)]
    if words[-1] == "capital" and (container is None or phrase.possessor is not None):
        return _capital(parsed, phrase, container)
    if words[-1] in _SETTLED and (city := _called(parsed, phrase)) is not None:
        return place_of(parsed, city)
    named = [n for n in phrase.names if n.name.kind in {NameKind.PLACE, NameKind.COUNTRY}]
    capital = any(parsed.tokens[i].is_capital for i in range(phrase.core, phrase.last))
    suburb = (
        words[-1] in _QUARTERS and len(named) == 1 and sum(t.is_capital for t in parsed.tokens[phrase.core : phrase.last])
    )
    if (words[-1] in _SETTLED or suburb == 1) and parsed.lower(phrase.last) == "of" and container is not None:
        # "the West Bank city of Mirefield" is Mirefield
        outer = next((n for n in phrase.names if n.name.place is not None), None)
        if outer is not None and container.within is None:
            span = (parsed.start(outer.first), parsed.end(outer.last))
            within = PlaceRef(outer.name.canonical.lower(), outer.name.canonical, str(outer.name.place), *span)
            container = PlaceRef(container.key, container.name, container.kind, container.start, container.end, within)
        return container
    if not capital and container is None:
        return None
    if not capital and words[-1] in _VAGUE and len(words) == 1 and not _is_held(parsed, phrase):
        return container
    kind = "water" if words[-1] in _WATERS else "settlement" if words[-1] in {"city", "town", "village"} else "region"
    own = phrase.last - 2 >= phrase.core and parsed.tokens[phrase.last - 2].text[:1].isupper()
    own = own and "-" not in parsed.tokens[phrase.last - 2].text and not any(n.last == phrase.last - 1 for n in phrase.names)
    if own and not named:
        return _ref(parsed, _capital_from(parsed, phrase), phrase.last, kind, container)  # "Mirefield district of Freedonia"
    owner = phrase.possessor
    owned = owner is not None and owner.kind in {PhraseKind.PLACE, PhraseKind.STATE}
    if owner is not None and owned and not capital and words[-1] in _QUARTERS | _SHORES:
        around = place_of(parsed, owner)  # "Mirefield's southern suburbs"
        return _ref(parsed, owner.core, phrase.last, kind, around)
    if container is not None and container.start > parsed.start(phrase.core) and not named:
        # a description reads best with what contains it
        end = container.end
        name = parsed.view.normal[parsed.start(phrase.core) : end]
        return PlaceRef(name.lower(), name, kind, parsed.start(phrase.core), end, container)
    return _ref(parsed, phrase.core, phrase.last, kind, container)


def _capital_from(parsed: Parsed, phrase: Phrase) -> int:
    """The first token of a name, without the adjectives before it: "popular Stone area", but "northern Stone province"."""
    k = phrase.core
    while not parsed.tokens[k].is_capital and parsed.lower(k) not in _DIRECTIONS and "-" not in parsed.lower(k):
        k += 1
    return k


def _is_held(parsed: Parsed, phrase: Phrase) -> bool:
    return any(parsed.lower(k) == "controlled" for k in range(phrase.last, min(phrase.last + 6, len(parsed.tokens))))


def _facility(parsed: Parsed, phrase: Phrase, container: PlaceRef | None) -> PlaceRef | None:
    own = [n for n in phrase.names if n.name.kind is NameKind.COUNTRY]
    capitals = [
        i for i in range(phrase.core, phrase.last) if parsed.tokens[i].is_capital or parsed.tokens[i].text.startswith("al-")
    ]
    if own and own[0].name.canonical in _ABROAD and len(capitals) == own[0].last - own[0].first:
        capitals, own = [], []  # "a U.S. consulate" does not lie in the U.S.
    if own and len(capitals) == own[0].last - own[0].first and own[0].first == phrase.core:
        known = own[0]
        within = _known(parsed, known, None)
        return _ref(parsed, phrase.core, phrase.last, "facility", within, True)
    if container is None and not capitals:
        return None
    if container is not None and container.end <= parsed.start(phrase.core) and not capitals:
        name = parsed.view.normal[container.start : parsed.end(phrase.last)]  # "Mirefield's international airport"
        return PlaceRef(name.lower(), name, "facility", container.start, parsed.end(phrase.last), container)
    port = phrase.head == "port" and parsed.lower(phrase.last) == "of"
    if container is not None and container.start > parsed.start(phrase.core) and (port or not capitals):
        name = parsed.view.normal[parsed.start(phrase.core) : container.end]
        return PlaceRef(name.lower(), name, "facility", parsed.start(phrase.core), container.end, container)
    return _ref(parsed, phrase.core, phrase.last, "facility", container)


def _container(parsed: Parsed, phrase: Phrase) -> PlaceRef | None:
    """The place told right behind, or by the possessor: "in Iraq", "of Yemen", ", Syria", "Freedonia's north"."""
    holder = phrase.possessor
    held = holder is not None and holder.kind in {PhraseKind.STATE, PhraseKind.PLACE} and phrase.kind in _HELD
    if held and holder is not None and not (phrase.head in _SETTLED and parsed.lower(phrase.last) == "of"):
        return place_of(parsed, holder)
    k = phrase.last
    joint = parsed.lower(k)
    if joint not in {"in", "of", ",", "inside"}:
        return None
    if joint == "," and parsed.lower(k + 1) == "in" and phrase.kind in _TOWNS:
        k += 1  # "in the village of Mirefield, in northern Freedonia"
        joint = "in"
    outer = parsed.phrase_at.get(k + 1)
    if outer is None or outer.first != k + 1:
        return None
    if outer.possessed and (owned := parsed.phrase_at.get(outer.last + 1)) is not None:
        return place_of(parsed, owned) if outer.kind in {PhraseKind.STATE, PhraseKind.PLACE} else None
    if (
        joint == "of"
        and (phrase.kind is PhraseKind.AREA or phrase.head == "port")
        and outer.kind in {PhraseKind.NAME, PhraseKind.AREA}
    ):
        return place_of(parsed, outer)
    if joint == "," and phrase.kind in _TOWNS and outer.kind is PhraseKind.AREA:
        return _apposed(parsed, outer)
    lies = phrase.kind is PhraseKind.AREA and phrase.determiner in {"a", "an"} and outer.kind is PhraseKind.AREA
    lies = lies or (phrase.kind in _TOWNS and outer.kind is PhraseKind.AREA and _has_name(parsed, outer))
    if joint == "in" and (lies or (outer.kind is PhraseKind.NAME and phrase.kind is PhraseKind.FACILITY)):
        return place_of(parsed, outer)
    if outer.entity is None or outer.entity.name.place is None:
        return None
    if joint == "," and (outer.entity.name.kind is not NameKind.COUNTRY or outer.entity.first != outer.core):
        return None
    if joint == "," and phrase.kind not in _TOWNS and not (phrase.kind is PhraseKind.AREA and _has_name(parsed, phrase)):
        return None
    return place_of(parsed, outer)


def _apposed(parsed: Parsed, outer: Phrase) -> PlaceRef | None:
    """What contains a place by the words behind its comma: ", a town in the north of X", ", Stone province, Freedonia"."""
    if _has_name(parsed, outer):
        ends = parsed.lower(outer.last) in {",", ".", ""} or outer.last in parsed.taken
        return place_of(parsed, outer) if ends or outer.determiner is None else None
    if parsed.lower(outer.last) not in {"in", "of"}:
        return None
    around = parsed.phrase_at.get(outer.last + 1)
    if around is not None and around.possessed:
        around = parsed.phrase_at.get(around.last + 1)
    return place_of(parsed, around) if around is not None and around.kind in HOLDING | {PhraseKind.NAME} else None


def _has_name(parsed: Parsed, area: Phrase) -> bool:
    return any(parsed.tokens[k].is_capital for k in range(area.core, area.last))


def _called(parsed: Parsed, phrase: Phrase) -> Phrase | None:
    """The name behind what a town is, between commas: "the country's largest city, Mirefield"."""
    city = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "," else None
    if city is None or any(t.is_capital for t in parsed.tokens[phrase.core : phrase.last]):
        return None
    return city if city.kind in {PhraseKind.PLACE, PhraseKind.NAME} and city.determiner is None else None


def _capital(parsed: Parsed, phrase: Phrase, within: PlaceRef | None) -> PlaceRef | None:
    """ "The Freedonian capital, Mirefield" is Mirefield; without a name behind it is a place by its own words."""
    state = next((n for n in phrase.names if n.name.country), None)
    if within is None and state is not None and state.name.country is not None:
        span = (parsed.start(state.first), parsed.end(state.last))
        within = PlaceRef(state.name.country.lower(), state.name.country, "country", *span)
    named = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "," else None
    if named is not None and named.kind in {PhraseKind.PLACE, PhraseKind.NAME} and named.determiner is None:
        place = place_of(parsed, named)
        if place is not None and (place.within is None or within is None):
            return PlaceRef(place.key, place.name, place.kind, place.start, place.end, place.within or within)
        return place
    if within is None:
        return None
    described = _ref(parsed, phrase.core, phrase.last, "settlement", within)
    known = next((city for land, city in lexicon().capitals.items() if land.lower() == within.key), None)
    return replace(described, key=known.lower()) if known is not None else described
