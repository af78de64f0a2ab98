"""Who was among the dead and the hurt: "including two children"."""

from __future__ import annotations

from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.quantities import number_at
from belligraph.extract.tolls import NOT_PEOPLE, Toll, figure_before, new_toll, of_whom, quantity, single
from belligraph.extract.victims import one_of
from belligraph.model.sheet import Property, Quantity, QuantityObject

__all__ = ["VICTIMS", "including", "of_members"]

VICTIMS = {
    **dict.fromkeys(["dead", "killed", "deceased"], Property.KILLED),
    **dict.fromkeys(["wounded", "injured", "hurt"], Property.INJURED),
}
_AUXILIARIES = frozenset(["was", "were", "has", "have", "had"])
_MARKS = frozenset([",", "-", "–", "—"])


def including(parsed: Parsed, toll: Toll) -> list[Toll]:
    """ "Killing 12 people, including two children": how many of them were what."""
    if toll.people is None and isinstance(toll.value, QuantityObject) and toll.value.quantity.value != 0:
        behind = next((k for k in range(toll.token, len(parsed.tokens)) if parsed.start(k) >= toll.end), -1)
        return _listed(parsed, toll, behind + 1) if parsed.lower(behind) in _MARKS else []  # "killing 14, including a child"
    if toll.people is None or toll.people.figure is None:
        return []
    inner = toll.people.last
    while parsed.lower(inner) in _MARKS:
        inner += 1
    last = next((k for k in range(toll.people.last, len(parsed.tokens)) if parsed.end(k + 1) >= toll.end), None)
    k = last + 1 if last is not None else toll.people.last
    if parsed.lower(inner) == "including":
        k = inner  # "ten people, including four children, were killed"
    elif parsed.end(k) > toll.end and parsed.start(toll.people.first) < toll.start:
        return []
    where = parsed.phrase_at.get(toll.people.last + 1)
    if parsed.lower(toll.people.last) in {"on", "in", "from", "at"} and where is not None and last == toll.people.last:
        k = where.last  # "killed 12 people in Niger, including two children"
    while parsed.lower(k) in _MARKS:
        k += 1
    return _listed(parsed, toll, k)


def _listed(parsed: Parsed, toll: Toll, k: int) -> list[Toll]:
    """The people of the list that "including" at k opens, or that are "two of them"."""
    if (share := _share(parsed, toll, k)) is not None:
        return [share]
    if parsed.lower(k) not in {"including", "among"} or parsed.lower(k - 1) == "not":
        return []
    k += 2 if parsed.lower(k) == "among" else 1
    found: list[Toll] = []
    while (part := parsed.phrase_at.get(k)) is not None and part.first == k:
        if part.possessed:
            part = parsed.phrase_at.get(part.last + 1, part)  # "the group's commander"
        of = quantity(parsed, part.figure, of_whom(parsed, part)) if part.figure is not None else one_of(parsed, part)
        acts = part.last in parsed.verbs or parsed.lower(part.last) in _AUXILIARIES
        if part.kind in NOT_PEOPLE or of is None or (found and acts) or _is_named_for(part):
            break  # ", including two children, and nine others were hurt"
        found.append(new_toll(parsed, toll.property, of, k, part.last, toll.token, part))
        k = part.last + 1 + (parsed.lower(part.last) == "," and parsed.lower(part.last + 1) == "and")
    return found


def _is_named_for(part: Phrase) -> bool:
    """Whether a single person is told for an office, not counted: "six people, including the group's spokesman"."""
    return part.kind is PhraseKind.OFFICIAL and part.figure is None and part.head not in {"leader", "commander"}


def _share(parsed: Parsed, toll: Toll, k: int) -> Toll | None:
    """ "Killing 12 people, two of them children"."""
    figure = number_at(parsed.tokens, k)
    if figure is None or parsed.lower(figure.last) != "of" or parsed.lower(figure.last + 1) not in {"them", "whom"}:
        return None
    behind = figure.last + 2 + (parsed.lower(figure.last + 2) in {"were", "are"})
    who = parsed.phrase_at.get(behind)
    if who is None or who.first != behind or who.kind in NOT_PEOPLE or not who.is_plural or who.last in parsed.verbs:
        return None
    value = quantity(parsed, figure, parsed.view.evidence(parsed.start(who.first), parsed.end(who.last)).quote)
    return new_toll(parsed, toll.property, value, k, who.last, toll.token, who)


def of_members(parsed: Parsed, i: int) -> list[Toll]:
    """The parts in "the dead included four children" and "among the wounded were two guards"; i is the word "dead"."""
    prop = VICTIMS.get(parsed.lower(i))
    if prop is None:
        return []
    if (of_whole := _of_whole(parsed, i, prop)) is not None:
        return of_whole
    named = parsed.phrase_at.get(i - 1)
    first = named.first if named is not None else i - 1  # "among the guards killed", "among those killed", "among the dead"
    if not (parsed.lower(i - 1) in {"the", "those"} or parsed.lower(first - 1) == "among"):
        return []
    verb = parsed.lower(i + 1)
    if verb == "included" or (parsed.lower(first - 1) == "among" and verb in {"were", "was"}):
        return _parts(parsed, prop, i, i + 2)
    verb_at = first - 2 - (parsed.lower(first - 2) == "also")
    if parsed.lower(first - 1) == "among" and parsed.lower(verb_at) in {"were", "was"}:
        # "seven guards were among the wounded"
        subject = next(iter(parsed.subjects(verb_at)), None)
        return _parts(parsed, prop, i, subject.first) if subject is not None else []
    return []


def _of_whole(parsed: Parsed, i: int, prop: Property) -> list[Toll] | None:
    """ "Two of those killed were children", "half of the 16 killed were"; None where no part of the dead is told so."""
    whole = figure_before(parsed, i)
    k = (whole.first if whole is not None else i) - 1
    if parsed.lower(k) not in {"the", "those"} or parsed.lower(k - 1) != "of" or parsed.lower(i + 1) not in {"were", "was"}:
        return None
    who = parsed.phrase_at.get(i + 2)
    if who is None or who.first != i + 2 or who.kind in NOT_PEOPLE:
        return []
    of = parsed.view.evidence(parsed.start(who.core), parsed.end(who.last)).quote
    figure = figure_before(parsed, k - 1)
    if figure is not None:
        return [new_toll(parsed, prop, quantity(parsed, figure, of), figure.first, who.last, i, who)]
    if parsed.lower(k - 2) != "half" or whole is None or not whole.value or whole.value % 2:
        return []
    words = parsed.view.evidence(parsed.start(k - 2), parsed.end(whole.last)).quote
    half = QuantityObject(Quantity(words, whole.approximate, int(whole.value) // 2, None, None, of))
    return [new_toll(parsed, prop, half, k - 2, who.last, i, who)]


def _parts(parsed: Parsed, prop: Property, i: int, k: int) -> list[Toll]:
    """The counted people of the list that begins at k."""
    found: list[Toll] = []
    while (part := parsed.phrase_at.get(k)) is not None and part.first == k:
        one = (
            parsed.lower(i + 1) != "included"
            and part.figure is None
            and part.determiner in {"a", "an"}
            and not part.is_plural
        )
        if (part.figure is not None or one) and part.kind not in NOT_PEOPLE:
            value = single(parsed, part.first, part)
            if part.figure is not None:
                value = quantity(parsed, part.figure, of_whom(parsed, part))
            found.append(new_toll(parsed, prop, value, part.first, part.last, i, part))
        k = part.last
        while parsed.lower(k) in {",", "and"}:
            k += 1
    return found
