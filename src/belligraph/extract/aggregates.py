"""Events told in bulk: "attacked 66 times", "the fourth attack on", "the first strike in two years"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.clauses import MARKING
from belligraph.extract.dates import DAY
from belligraph.extract.fill import fill_complements
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, PlaceRef, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import place_of
from belligraph.extract.quantities import number_at, number_of, ordinal_of
from belligraph.extract.tolls import quantity
from belligraph.extract.verbs import HABITUALLY
from belligraph.model.sheet import DateObject, Property, Quantity, QuantityObject

__all__ = ["count_series", "counts_rounds", "find_firsts", "find_nth", "mark_repeated", "ordinal_series", "rounds_of"]

_TIMES = frozenset(["times", "time"])
_FIRST = frozenset(["first"])
_THE = frozenset(["the"])
_MAKING = word_set("constitutes constituted becomes became")
_TELLING = MARKING | _MAKING
_AGAINST = word_set("against on in at")
_BEGINNING = word_set("keep kept keeps began begun started resumed")
_REPEATEDLY = word_set("consistently persistently repeatedly regularly frequently routinely often long")
_ROUNDS = word_set("round rounds wave waves")
_USED_TO = (["have", "used", "to"], ["has", "used", "to"])
_LISTING = word_set(": ; , - – — and including")
_DOZENS = 24
_SPANS = word_set("days weeks months years month year")


def count_series(parsed: Parsed, mentions: list[Mention]) -> list[Mention]:
    """Turn mentions told "66 times" or as "the fifth time" into series; the parts that follow are series too."""
    found: list[Mention] = []
    for i in parsed.at(_TIMES):
        if i in parsed.taken:
            continue
        end = i - (parsed.lower(i - 1) in {"separate", "different"})  # "at least 13 separate times"
        figure = next((f for k in range(max(end - 5, 0), end) if (f := number_at(parsed.tokens, k)) and f.last == end), None)
        host = next((m for m in reversed(mentions) if m.token < i and (not m.is_noun or _is_under(parsed, m))), None)
        if parsed.lower(i) == "time" and (number := ordinal_of(parsed.lower(i - 1))) is not None and number > 1:
            later = next((m for m in mentions if i < m.token < i + 10 and not m.is_noun), None)
            if later is not None:
                words = parsed.view.evidence(parsed.start(i - 1), parsed.end(i + 1)).quote
                size = QuantityObject(Quantity(words, False, number))
                _make_series(later, Slot(Property.SIZE, size, parsed.start(i - 1), later.end))
        elif figure is not None and host is not None and parsed.lower(i) == "times":
            size = quantity(parsed, figure, "times")
            if not host.is_counted:
                _make_series(host, Slot(Property.SIZE, size, host.start, parsed.end(i + 1)))
                found += _parts_behind(parsed, host, i + 1)
            elif (place := _place_after(parsed, i + 1)) is not None:
                found.append(_part(parsed, host, size, parsed.start(figure.first), place))
    return found


def _parts_behind(parsed: Parsed, whole: Mention, k: int) -> list[Mention]:
    """The parts in "attacked 165 times: 66 in Sylvania and 98 in Freedonia", from the token k behind the whole."""
    found: list[Mention] = []
    while k in parsed.taken or parsed.lower(k) == "since":
        k += 1
    while parsed.lower(k) in _LISTING:
        k += 1
        if parsed.lower(k) in _LISTING:
            continue  # ", and 22 in"
        figure = number_at(parsed.tokens, k)
        place = _place_after(parsed, figure.last) if figure is not None else None
        if figure is None or place is None:
            break
        found.append(
            _part(
                parsed,
                whole,
                quantity(parsed, figure, "times"),
                parsed.start(figure.first),
                place,
            )
        )
        k = next((j for j in range(figure.last, len(parsed.tokens)) if parsed.start(j) >= place.end), len(parsed.tokens))
    return found


def _is_under(parsed: Parsed, mention: Mention) -> bool:
    """ "Came under attack five times": the noun counts as a verb would."""
    return parsed.lower(mention.token - 1) == "under"


def _make_series(mention: Mention, size: Slot) -> None:
    mention.is_series = mention.is_counted = True
    mention.slots.append(size)


def _place_after(parsed: Parsed, i: int) -> PlaceRef | None:
    phrase = parsed.phrase_at.get(i + 1)
    return place_of(parsed, phrase) if parsed.lower(i) == "in" and phrase is not None else None


def _part(parsed: Parsed, whole: Mention, size: QuantityObject, start: int, place: PlaceRef) -> Mention:
    part = replace(
        whole,
        start=start,
        end=place.end,
        slots=[],
        phrase=None,
        is_series=True,
        is_separate=True,
        is_counted=False,
        is_part=True,
    )
    part.token = next(k for k in range(len(parsed.tokens)) if parsed.start(k) >= start)
    part.slots = [s for s in whole.slots if s.property in {Property.TARGET, Property.ATTACKER, Property.DATE}]
    part.slots += [Slot(Property.SIZE, size, start, place.end), Slot(Property.PLACE, place, start, place.end)]
    # a place of the part is none of the whole
    whole.slots = [s for s in whole.slots if not (isinstance(s.value, PlaceRef) and s.value.start >= start)]
    return part


def mark_repeated(parsed: Parsed, mentions: list[Mention]) -> None:
    """ "Has in recent weeks shot down several drones": the perfect over a span of time tells of a series."""
    for mention in mentions:
        first = mention.phrase.first if mention.phrase is not None else mention.token
        window = range(max(first - 7, 0), first)
        spans = [s for s in mention.slots if isinstance(s.value, DateObject) and s.value.date is None]
        words = " ".join((s.value.words or "").lower() for s in spans if isinstance(s.value, DateObject))
        over = set(words.split()) & {"recent", "past", "last"} and set(words.split()) & _SPANS
        if not mention.is_noun and _goes_on(parsed, mention):
            mention.is_series = True
        if (not mention.is_noun or mention.is_plural) and over and any(parsed.lower(k) in {"has", "have"} for k in window):
            mention.is_series = True


def _goes_on(parsed: Parsed, mention: Mention) -> bool:
    """ "Have been attacking ships", "have repeatedly struck", "have attacked ships since May": more than once."""
    before = {parsed.lower(k) for k in range(max(mention.token - 4, 0), mention.token)}
    if not mention.is_noun and [parsed.lower(mention.token - n) for n in (3, 2, 1)] in _USED_TO:
        return True  # "that militias have used to attack ships"
    if before & HABITUALLY and mention.word.endswith("s") and not mention.is_noun:
        return True  # "generally targets positions"
    one = any(s.phrase is not None and s.phrase.figure is not None and s.phrase.figure.value == 1 for s in mention.slots)
    perfect = not one and bool(before & {"have", "has"})
    open_ended = any(isinstance(s.value, DateObject) and (s.value.date or "").endswith("/..") for s in mention.slots)
    going = mention.word.endswith("ing") and "been" in before
    if mention.word.endswith("ing") and before & _BEGINNING:
        # "began attacking ships in May": since then
        for n, slot in enumerate(mention.slots):
            if isinstance(slot.value, DateObject) and slot.value.date and "/" not in slot.value.date:
                mention.slots[n] = replace(slot, value=replace(slot.value, date=f"{slot.value.date}/.."))
        return True
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET and s.phrase is not None]
    if mention.word.endswith("ing") and "are" in before and hit and all(p.is_plural and p.figure is None for p in hit):
        return True  # "rebels are attacking ships"
    if {"continue", "continues", "continued"} & before and "to" in before:
        return True
    many = bool(before & _REPEATEDLY) or _was_before(parsed, mention, hit) or _hits_any(parsed, mention, hit)
    return perfect and (going or open_ended or many)


def _hits_any(parsed: Parsed, mention: Mention, hit: list[Phrase]) -> bool:
    """ "The rebels have targeted vessels in the gulf": any vessels, over time."""
    dated = any(isinstance(s.value, DateObject) and len(s.value.date or "") == DAY for s in mention.slots)
    armed = [s.phrase for s in mention.slots if s.property is Property.ATTACKER]
    groups = bool(armed) and all(p is not None and p.kind is PhraseKind.GROUP for p in armed)
    at_once = parsed.lower(mention.token - 1) in {"have", "has"} and parsed.lower(mention.token - 2) != "to"
    if lexicon().is_in(mention.word, "verbs.kill") or mention.word == "shot":
        return False  # "gunmen have killed dozens of people" in one village
    return at_once and groups and not dated and bool(hit) and all(_any_number(p) for p in hit)


def _was_before(parsed: Parsed, mention: Mention, hit: list[Phrase]) -> bool:
    """ "Have downed drones before": several, at other times."""
    last = max([p.last for p in hit], default=mention.token + 1)
    plural = bool(hit) and all(p.is_plural for p in hit)
    return plural and parsed.lower(last) == "before" and parsed.lower(last + 1) in {"", ".", ",", ";"}


def _any_number(phrase: Phrase) -> bool:
    """ "Vessels", "dozens of bases": no number that one attack would hit."""
    return phrase.is_plural and phrase.determiner is None and (phrase.figure is None or (phrase.figure.min or 0) >= _DOZENS)


def find_firsts(parsed: Parsed, mentions: list[Mention]) -> list[Mention]:
    """ "The strike was the first in more than two years": a series of none over that time, the strike left out."""
    found: list[Mention] = []
    for i in parsed.at(_FIRST):
        if parsed.lower(i - 1) != "the" or parsed.lower(i - 2) not in MARKING:
            continue
        time = next((t for t in parsed.times if t.start > parsed.end(i + 1) and t.is_vague), None)
        host = next((m for m in reversed(mentions) if m.token < i and m.is_noun), None)
        if time is None or host is None or not set(parsed.view.normal[time.start : time.end].lower().split()) & _SPANS:
            continue
        last = next((k for k in range(i, len(parsed.tokens)) if parsed.start(k) >= time.start), len(parsed.tokens))
        sentence = parsed.sentence
        start = parsed.start(i - 1)
        none = Mention(sentence.number, start, time.end, host.word, i, host.type, True, sentence.headline)
        none.is_series = none.is_separate = none.is_part = True
        words = parsed.view.evidence(start, parsed.end(i + 1)).quote
        size = QuantityObject(Quantity(words, False, 0))
        none.slots.append(Slot(Property.SIZE, size, start, time.end, excludes=host))
        when = DateObject(time.date, parsed.view.evidence(time.start, time.end).quote)
        none.slots.append(Slot(Property.DATE, when, start, time.end))
        for k in range(i, last):
            place = _place_after(parsed, k)
            if place is not None:
                none.slots.append(Slot(Property.PLACE, place, start, time.end))
        found.append(none)
    return found


def find_nth(parsed: Parsed, mentions: list[Mention]) -> list[Mention]:
    """ "This attack is the 26th against bases in the country": so many there have been."""
    found: list[Mention] = []
    for article in parsed.at(_THE):
        i = article + 1
        if parsed.lower(i - 2) not in _TELLING or parsed.lower(i + 1) not in _AGAINST:
            continue
        number = ordinal_of(parsed.lower(i))
        host = next((m for m in reversed(mentions) if m.token < i and m.is_noun), None)
        if number is None or number < 2 or host is None:
            continue
        sentence, start = parsed.sentence, parsed.start(i - 1)
        many = Mention(sentence.number, start, parsed.end(i + 1), host.word, i, host.type, True, sentence.headline)
        many.is_series = many.is_separate = many.is_counted = True
        words = parsed.view.evidence(parsed.start(i), parsed.end(i + 1)).quote
        many.slots.append(Slot(Property.SIZE, QuantityObject(Quantity(words, False, number)), start, many.end))
        since = [s for s in host.slots if s.property is Property.DATE and s.end > many.end]
        host.slots, many.slots = [s for s in host.slots if s not in since], [*many.slots, *since]
        fill_complements(parsed, many, parsed.complements(i + 1), direct=False)
        found.append(many)
    return found


def ordinal_series(parsed: Parsed, phrase: Phrase) -> QuantityObject | None:
    """The size in "the fourth attack on X": so many there have been; "a second strike" counts nothing."""
    for i in range(phrase.core, phrase.last - 1):
        number = ordinal_of(parsed.lower(i))
        if number is not None and number > 1 and phrase.determiner in {"the", "its", "their"} and i == phrase.core:
            words = parsed.view.evidence(parsed.start(i), parsed.end(i + 1)).quote
            return QuantityObject(Quantity(words, False, number, of=parsed.text(i + 1, phrase.last)))
    return None


def counts_rounds(parsed: Parsed, k: int) -> bool:
    """Whether token k counts operations: "two series of strikes"."""
    return parsed.lower(k + 1) in {"series", "rounds", "waves"} and number_of(parsed.lower(k)) is not None


def rounds_of(parsed: Parsed, phrase: Phrase) -> Phrase | None:
    """The phrase that counts an event's rounds: "the second round of strikes", "eight waves of attacks"."""
    rounds = parsed.phrase_at.get(phrase.first - 2)
    if parsed.lower(phrase.first - 1) != "of" or rounds is None or rounds.head not in _ROUNDS:
        return None
    return rounds
