"""One link between two events, as the rules of links, answers and grounds make it."""

from __future__ import annotations

from dataclasses import dataclass

from belligraph.extract.events import Draft
from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.sameness import agree
from belligraph.extract.topics import Topic
from belligraph.model.sheet import Modality, Property

__all__ = ["LinkClaim", "is_considered", "link"]

_CONSIDERING = word_set("considers considering considered weighs weighing weighed mulls mulling plans planning prepares")


@dataclass(frozen=True, slots=True)
class LinkClaim:
    """One link between two events (or an event and a topic); the span is of the normalised text."""

    property: Property
    subject: Draft | Topic
    other: Draft | Topic
    sentence: int
    start: int
    end: int
    modality: Modality | None = None
    hedge: str | None = None


def link(
    prop: Property,
    subject: Draft | Topic,
    other: Draft | Topic,
    parsed: Parsed,
    span: tuple[int, int],
    hedge: tuple[Modality, str] | None = None,
) -> list[LinkClaim]:
    """The link between two events as a list; empty if they are one event, or would have somebody answer their own deed."""
    if subject is other:
        return []
    others = other.actors(Property.ATTACKER) if isinstance(other, Draft) and prop is not Property.LINKED_TO else []
    if isinstance(subject, Draft) and agree(subject.actors(Property.ATTACKER), others):
        return []
    modality, words = hedge if hedge is not None else (None, None)
    return [LinkClaim(prop, subject, other, parsed.sentence.number, *span, modality, words)]


def is_considered(parsed: Parsed, i: int) -> bool:
    """ "It continues its operations and considers a response to the attacks": nothing has answered them yet."""
    return any(parsed.lower(k) in _CONSIDERING for k in range(max(i - 4, 0), i))
