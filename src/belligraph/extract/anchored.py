"""Dates that lean on another date: "a day earlier", "on the same day", "a day after the raid"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from belligraph.extract.dates import DAY, TimeExpression
from belligraph.extract.events import Draft
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.quantities import is_year
from belligraph.model.sheet import DateObject, EventType, Property

__all__ = ["anchor_times", "date_beside", "date_by_front"]

_DOINGS = word_set("action actions move moves violence incident incidents barrage exchange launches launch")
_VOWING = word_set("vowed pledged promised threatened warned")
_FAR = 20


def anchor_times(sentences: list[Parsed]) -> None:
    """Resolve "a day earlier" and "the same day" by the day that the text told last; without one they stay unresolved."""
    day: str | None = None
    for parsed in sentences:
        for n, time in enumerate(parsed.times):
            if time.shift is not None and not time.is_beside:
                parsed.times[n] = time = replace(time, date=_moved(day, time.shift))
            if time.date is not None and len(time.date) == DAY:
                day = time.date


def date_beside(parsed: Parsed, mentions: list[Mention], event_of: dict[int, Draft], before: Mention | None = None) -> None:
    """Date the events on both sides of "a day after": one day is known from the other.

    `before` is the mention told last before the sentence: what "the actions came a day after" points back to. Where neither
    day is known, or the distance is not told in days, the words date the first of them that has no date.
    """
    known = [m for m in mentions if id(m) in event_of and m.type is not EventType.DEPLOYMENT]
    for time in parsed.times:
        if not time.is_beside:
            continue
        first = next(k for k, t in enumerate(parsed.tokens) if t.start >= time.start)
        joint = next(k for k in range(first, len(parsed.tokens)) if parsed.tokens[k].start >= time.end)
        subject = next((m for m in reversed(known) if first - _FAR < m.token < first), None)
        if subject is None and before is not None and id(before) in event_of and _points_back(parsed, first):
            subject = before
        other = next((m for m in known if joint < m.token < joint + _FAR), None)
        if subject is None or other is None or event_of[id(subject)] is event_of[id(other)]:
            continue
        if any(_is_reported(parsed, k) for k in range(joint, other.token)):
            continue  # "a day after the ministry vowed to answer an attack": a day after the vow
        _date(parsed, time, (subject, event_of[id(subject)]), (other, event_of[id(other)]))


def date_by_front(parsed: Parsed, mentions: list[Mention]) -> None:
    """Date events without a day or a span by a word before their noun: "a 2013 assault", "recent attacks".

    "Recent" tells when, though not which days (guide, "In recent weeks").
    """
    for mention in mentions:
        phrase = mention.phrase
        if phrase is None or mention.values(Property.DATE):
            continue
        for k in range(phrase.first, mention.token):
            word = parsed.tokens[k].text
            year = word if is_year(parsed.tokens, k) else None
            if year is not None or (word.lower() == "recent" and mention.is_plural):
                span = min(mention.start, parsed.start(k)), mention.end
                mention.slots.append(Slot(Property.DATE, DateObject(year, word), *span))
                break


def _is_reported(parsed: Parsed, k: int) -> bool:
    return k in parsed.verbs and (lexicon().is_in(parsed.lower(k), "speech.said") or parsed.lower(k) in _VOWING)


def _points_back(parsed: Parsed, first: int) -> bool:
    """Whether the sentence begins with "the actions came" or the like."""
    return (
        parsed.lower(first - 1) in {"came", "come", "comes"}
        and parsed.lower(0) in {"the", "these", "this", "those"}
        and any(parsed.lower(k) in _DOINGS for k in range(1, first - 1))
    )


def _date(parsed: Parsed, time: TimeExpression, subject: tuple[Mention, Draft], other: tuple[Mention, Draft]) -> None:
    mine, theirs = subject[1].dates(), other[1].dates()
    if mine and theirs:
        return
    (mention, draft), day = subject, None
    if mine:
        mention, draft = other
        day = _moved(next(iter(mine)), -time.shift) if len(mine) == 1 and time.shift is not None else None
    elif theirs:
        day = _moved(next(iter(theirs)), time.shift) if len(theirs) == 1 and time.shift is not None else None
    if day is None and any(s.property is Property.DATE for s, _ in draft.slots):
        return
    words_end = next(t.end for t in parsed.tokens if t.start >= time.end)
    words = parsed.view.evidence(time.start, words_end).quote
    start, end = time.start, words_end
    if mention.sentence == parsed.sentence.number:
        start, end = min(mention.start, start), max(mention.end, end)
    draft.slots.append((Slot(Property.DATE, DateObject(day, words), start, end), parsed.sentence.number))


def _moved(day: str | None, days: int) -> str | None:
    if day is None or len(day) != DAY:
        return None
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return None
