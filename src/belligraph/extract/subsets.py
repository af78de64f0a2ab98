"""Who was among the dead and the hurt, "including two children", and who was not: "the crew is safe"."""

from __future__ import annotations

from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.tolls import NOT_PEOPLE, Toll, new_toll, of_whom, quantity, zero
from belligraph.model.sheet import Property

__all__ = ["including", "of_safety"]


def including(parsed: Parsed, toll: Toll) -> list[Toll]:
    """ "Killing 12 people, including two children": how many of them were what."""
    if toll.people is None or toll.people.figure is None:
        return []
    last = next((k for k in range(toll.people.last, len(parsed.tokens)) if parsed.end(k + 1) >= toll.end), None)
    k = last + 1 if last is not None else toll.people.last
    if parsed.end(k) > toll.end and parsed.start(toll.people.first) < toll.start:
        return []
    k = k + (parsed.lower(k) == ",")
    if parsed.lower(k) not in {"including", "among"} or parsed.lower(k - 1) == "not":
        return []
    k += 2 if parsed.lower(k) == "among" else 1
    found: list[Toll] = []
    while (part := parsed.phrase_at.get(k)) is not None and part.first == k and part.figure is not None:
        if part.kind in NOT_PEOPLE:
            break
        found.append(
            new_toll(
                parsed,
                toll.property,
                quantity(parsed, part.figure, of_whom(parsed, part)),
                part.first,
                part.last,
                toll.token,
                part,
            )
        )
        k = part.last + 1 + (parsed.lower(part.last) == "," and parsed.lower(part.last + 1) == "and")
    return found


def of_safety(parsed: Parsed, i: int) -> list[Toll]:
    """ "The crew is safe": nobody of them is dead or hurt."""
    if parsed.lower(i - 1) not in {"is", "are", "was", "were"}:
        return []
    subjects = [p for p in parsed.subjects(i - 1) if p.kind is PhraseKind.PEOPLE]
    return [
        new_toll(parsed, prop, zero(parsed, p.first, i + 1, of_whom(parsed, p)), p.first, i + 1, i)
        for p in subjects[:1]
        for prop in (Property.KILLED, Property.INJURED)
    ]
