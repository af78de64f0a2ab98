"""Whether the day and the place of a mention may be those of an event."""

from __future__ import annotations

from belligraph.extract.continuing import is_long_ago
from belligraph.extract.drafts import Draft
from belligraph.extract.mentions import Mention, PlaceRef
from belligraph.extract.sameness import near, opens_elsewhere, overlap, strikes_elsewhere
from belligraph.model.sheet import DateObject, PlaceKind, Property

__all__ = ["dates_agree", "places_agree", "same_operation"]

# how many sentences back an operation may have been told
_REACH = 3


def dates_agree(draft: Draft, mention: Mention) -> bool:
    """Whether no day tells them apart; what is told of long ago is never an event of now."""
    dates = {s.value.date for s in mention.slots if isinstance(s.value, DateObject) and s.value.date}
    mine = draft.dates()
    vague = mention.phrase is not None and mention.phrase.determiner in {"a", "an"}
    if (
        (not mention.is_noun or vague)
        and is_long_ago(mention)
        and not all(m.headline or is_long_ago(m) for m in draft.mentions)
    ):
        return False
    return not dates or not mine or bool(dates & mine) or any(overlap(a, b) for a in dates for b in mine)


def places_agree(draft: Draft, mention: Mention, pointing: bool) -> bool:
    """Whether no place tells them apart; "the attack" (`pointing`) may name a region where another place was told."""
    mine, theirs = draft.places(), [v for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef)]
    if not mine or not theirs:
        return True
    if opens_elsewhere([mention], mine, theirs) or strikes_elsewhere(mention, mine, theirs):
        return False
    return any(near(a, b) or a.kind != b.kind or (pointing and a.kind == PlaceKind.REGION) for a in mine for b in theirs)


def same_operation(draft: Draft, mention: Mention) -> bool:
    """Whether both are told to be one operation: "killed a leader in an operation … the unit conducted an operation"."""
    if draft.series or mention.is_series or mention.is_new or mention.sentence - draft.mentions[-1].sentence > _REACH:
        return False
    return _tells_operation(mention) and any(map(_tells_operation, draft.mentions))


def _tells_operation(mention: Mention) -> bool:
    return any(m.is_noun and m.word == "operation" for m in (mention, *mention.also))
