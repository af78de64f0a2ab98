"""Places by a distance, "40 miles south of the port", and those over which a number is shared out, "three in Freedonia"."""

from __future__ import annotations

from belligraph.extract.fill import add_place
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, PlaceRef
from belligraph.extract.parse import Parsed
from belligraph.extract.places import place_of
from belligraph.extract.quantities import number_at
from belligraph.model.sheet import PlaceKind, Property

__all__ = ["find_distances", "hit_at", "share_out"]

_UNITS = word_set("km kilometer kilometers kilometre kilometres mile miles meters metres")
_DIRECTIONS = word_set(
    "north south east west northeast northwest southeast southwest northern southern off from away inland nautical"
)


def find_distances(parsed: Parsed) -> list[tuple[int, PlaceRef]]:
    """The places told by a distance, each with its first token."""
    found: list[tuple[int, PlaceRef]] = []
    for i in range(len(parsed.tokens)) if parsed.has(_UNITS) else ():
        figure = number_at(parsed.tokens, i)
        if figure is None or (found and i < found[-1][0] + 6):
            continue
        k = figure.last
        while parsed.lower(k) == "nautical":
            k += 1
        if parsed.lower(k) not in _UNITS:
            continue
        if parsed.lower(k + 1) == "(" and ")" in {parsed.lower(j) for j in range(k + 2, k + 5)}:
            k = next(j for j in range(k + 2, k + 5) if parsed.lower(j) == ")")
        k += 1
        begun = k
        while parsed.lower(k) in _DIRECTIONS:
            k += 1
        if parsed.lower(k) == "of":
            k += 1
        if k == begun:
            continue
        named = parsed.phrase_at.get(k)
        if named is not None and named.possessed:
            named = parsed.phrase_at.get(named.last + 1)
        anchor = place_of(parsed, named) if named is not None else None
        if named is None or anchor is None:
            continue
        start, end = parsed.start(i), max(parsed.end(named.last), anchor.end)
        name = parsed.view.normal[start:end]
        within = anchor.within
        found.append((i, PlaceRef(name.lower(), name, PlaceKind.OTHER, start, end, within)))
    return found


def share_out(parsed: Parsed, known: list[Mention]) -> None:
    """ "Hit 85 targets at seven sites, three in Freedonia and four in Sylvania": where, if nothing else is told."""
    host = known[0] if len(known) == 1 else None
    if host is None or host.values(Property.PLACE) or not host.values(Property.TARGET) or host.is_series:
        return
    k = next((k + 1 for k in range(host.token, len(parsed.tokens) - 2) if _is_share(parsed, k)), 0)
    while k and (figure := number_at(parsed.tokens, k)) is not None and parsed.lower(figure.last) == "in":
        where = parsed.phrase_at.get(figure.last + 1)
        if where is None or not add_place(parsed, host, where):
            return
        k = where.last + 1 if parsed.lower(where.last) in {",", "and"} else 0
        k += parsed.lower(k) == "and"


def _is_share(parsed: Parsed, k: int) -> bool:
    """Whether a number and "in" stand behind the comma or colon at k."""
    if parsed.lower(k) not in {",", ":"} or k + 1 in parsed.taken:
        return False
    figure = number_at(parsed.tokens, k + 1)
    return figure is not None and figure.last == k + 2 and parsed.lower(k + 2) == "in"


def hit_at(parsed: Parsed, known: list[Mention], first: int) -> Mention | None:
    """The event in "a ship 60 miles south of the port was hit"; the distance begins at the token `first`."""
    while first and parsed.phrase_at.get(first - 1) is None and first - 1 not in parsed.verbs:
        first -= 1  # "some", "about"
    hit = parsed.phrase_at.get(first - 1)
    return next((m for m in known if hit is not None and any(s.phrase is hit for s in m.slots)), None)
