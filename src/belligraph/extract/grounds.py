"""What attacks are said to be over: a war, a condition for their end, protest, the series that they belong to."""

from __future__ import annotations

from belligraph.extract.events import Draft
from belligraph.extract.hedges import hedge_before
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.linking import LinkClaim, link
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.sameness import agree
from belligraph.extract.topics import topic_at, war_at
from belligraph.model.sheet import EventType, Property

__all__ = ["find_grounds"]

_TOLD = frozenset({PhraseKind.EVENT, PhraseKind.PLACE, PhraseKind.STATE, PhraseKind.AREA})
_LINKED = word_set("linked tied connected related")
_OWING = frozenset([("due", "to"), ("because", "of")])
_PROTESTING = frozenset(["protest", "protesting"])
_ONCE = frozenset(["when", "once", "if"])
_STOPPING = word_set("stop end cease halt")  # "will stop only when X ends its offensive"
_CUES = _ONCE | _LINKED | _PROTESTING | word_set("until as in over due because")


def find_grounds(parsed: Parsed, mentions: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """The links of a sentence to what its attacks are over; each is the weakest link."""
    known = [m for m in mentions if id(m) in event_of and m.type is not EventType.DEPLOYMENT]
    found: list[LinkClaim] = []
    if not known:
        return found
    for i in parsed.at(_CUES):
        word = parsed.lower(i)
        closes = word in _ONCE and bool(_STOPPING & {parsed.lower(k) for k in range(max(i - 3, 0), i)})
        if word in _LINKED and parsed.lower(i + 1) in {"to", "with"}:
            found += _linked(parsed, i, known, event_of)
        elif closes or word == "until" or (word == "as" and parsed.lower(i + 1) == "long"):
            found += _condition(parsed, i, known, event_of)
        elif word == "in" and parsed.lower(i - 1) in {"latest", "escalation"}:
            found += _latest(parsed, i, known, event_of)
        elif word == "over":
            found += _over(parsed, i, i + 1, known, event_of)
        elif (word, parsed.lower(i + 1)) in _OWING:
            found += _over(parsed, i, i + 2, known, event_of)
        elif word in _PROTESTING and parsed.lower(i - 1) in {"to", "in", ","}:
            found += _protest(parsed, i, known, event_of)
    return found


def _latest(parsed: Parsed, i: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "The latest in a series of raids": the event told before it is linked to the series."""
    series = next((m for m in known if i < m.token < i + 8 and m.is_series), None)
    event = next((m for m in reversed(known) if m.token < i and not m.is_series), None)
    if series is None or event is None or lexicon().is_in(event.word, "verbs.intercept"):
        return []  # what is shot down is no escalation
    return link(
        Property.LINKED_TO, event_of[id(event)], event_of[id(series)], parsed, (parsed.start(i - 1), series.extent()[1])
    )


def _condition(parsed: Parsed, i: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "Will go on with their attacks until X halts its operations": the weakest link (guide, "Settled cases")."""
    effect = next((m for m in reversed(known) if m.token < i), None)
    cause = next((m for m in known if i < m.token < i + 12), None)
    if effect is not None and cause is None:
        return _until_peace(parsed, i, effect, event_of)
    if effect is None or cause is None:
        return []
    ends = lexicon().words["threats.ending"] | {"continue", "continues", "lasts", "goes"}
    last = min(cause.token + 14, len(parsed.tokens))
    ending = next((k for k in range(i + 1, last) if parsed.lower(k) in ends), None)
    if ending is None:
        return []
    end = max(cause.extent()[1], parsed.end(ending + 1))
    return link(Property.LINKED_TO, event_of[id(effect)], event_of[id(cause)], parsed, (effect.extent()[0], end))


def _until_peace(parsed: Parsed, i: int, effect: Mention, event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "Until X ends its war": the war is the condition."""
    ends = lexicon().words["threats.ending"] | {"over", "cease", "ceases"}
    ending = next((k for k in range(i + 1, min(i + 8, len(parsed.tokens))) if parsed.lower(k) in ends), None)
    war = war_at(parsed, ending + 1) if ending is not None else None
    if war is None and ending is not None:
        war = war_at(parsed, i + 1)  # "until the war ends"
    if war is None:
        return []
    return link(Property.LINKED_TO, event_of[id(effect)], war, parsed, (effect.extent()[0], war.end))


def _over(parsed: Parsed, i: int, after: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "Attacks on ships over the war in Sylvania", "due to the war", "over Freedonia's support for Sylvania"."""
    effect = next((m for m in reversed(known) if m.token < i), None)
    topic = war_at(parsed, after)
    if effect is None:
        return []
    if topic is None:
        return _over_deeds(parsed, after, effect, known, event_of)
    return link(Property.LINKED_TO, event_of[id(effect)], topic, parsed, (effect.extent()[0], topic.end))


def _over_deeds(
    parsed: Parsed, after: int, effect: Mention, known: list[Mention], event_of: dict[int, Draft]
) -> list[LinkClaim]:
    """ "Struck the rebels over attacks on ships", "due to attacks on ships": what others did, told right behind."""
    cause = next((m for m in known if m.phrase is not None and after <= m.phrase.first <= after + 2), None)
    if cause is None or not effect.actors(Property.ATTACKER):
        return []
    if agree(event_of[id(effect)].actors(Property.ATTACKER), event_of[id(cause)].actors(Property.ATTACKER)):
        return []
    span = (effect.extent()[0], cause.extent()[1])
    return link(Property.LINKED_TO, event_of[id(effect)], event_of[id(cause)], parsed, span)


def _protest(parsed: Parsed, i: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "Attacks ships to protest Freedonia's bombardment of Sylvania", "in protest of the war"."""
    after = i + 1 + (parsed.lower(i + 1) in {"of", "at", "against", "over"})
    effect = next((m for m in reversed(known) if i - 14 < m.token < i), None)
    cause = next((m for m in known if after <= m.token < after + 6), None)
    war = war_at(parsed, after) if cause is None else None
    if effect is None or (cause is None and war is None):
        return []
    other, end = (event_of[id(cause)], cause.extent()[1]) if cause is not None else (war, war.end if war is not None else 0)
    if other is None:
        return []
    return link(Property.LINKED_TO, event_of[id(effect)], other, parsed, (effect.extent()[0], end))


def _linked(parsed: Parsed, i: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    beside = (
        m for m in reversed(known) if m.token < i and m.is_noun and not any(k in parsed.verbs for k in range(m.token, i))
    )
    effect = next(beside, None) or next((m for m in known if m.token < i), None)
    described = parsed.phrase_at.get(i - 1)
    who = any(parsed.lower(k) == "who" for k in range(max(i - 4, 0), i))
    if effect is None or who or (described is not None and described.kind not in _TOLD):
        return []  # "a ship linked to X": not the attack on it
    cause = next((m for m in known if i < m.token < i + 6), None)
    hedge = hedge_before(parsed, i)
    first = i
    while first > 0 and (
        first - 1 not in parsed.phrase_at and first - 1 not in parsed.taken and parsed.tokens[first - 1].is_word
    ):
        first -= 1
    start = parsed.start(first)
    topic = topic_at(parsed, i + 2)
    if topic is not None and (cause is None or cause.start > topic.end):
        return link(Property.LINKED_TO, event_of[id(effect)], topic, parsed, (start, topic.end), hedge)
    if cause is None:
        return []
    return link(Property.LINKED_TO, event_of[id(effect)], event_of[id(cause)], parsed, (start, cause.extent()[1]), hedge)
