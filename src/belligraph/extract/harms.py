"""Tolls told by a noun: "three deaths", "no casualties", "injuries to eight soldiers", "the killing of two guards"."""

from __future__ import annotations

from belligraph.extract.absences import negation, not_of_whom, weak_word
from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.quantities import number_at
from belligraph.extract.tolls import (
    HARM,
    INJURED_NOUNS,
    KILLED_NOUNS,
    NOT_PEOPLE,
    Toll,
    figure_before,
    new_toll,
    of_whom,
    quantity,
    single,
    zero,
)
from belligraph.model.sheet import Modality, Property, Quantity, QuantityObject

__all__ = ["DEEDS", "of_noun"]

DEEDS = word_set("killing assassination wounding")
_HAVING = word_set("received receiving suffered sustained suffering sustaining diagnosed")
_SUFFERING = word_set("reported reporting caused causing suffered suffering sustained sustaining in")


def of_noun(parsed: Parsed, i: int) -> list[Toll]:
    """The tolls told by the noun of harm at i."""
    word = parsed.lower(i)
    props = (
        [Property.INJURED]
        if word in INJURED_NOUNS | {"wounding"}
        else [Property.KILLED]
        if word in KILLED_NOUNS | DEEDS
        else []
    )
    phrase = parsed.phrase_at.get(i)
    first = phrase.first if phrase is not None else i
    none = negation(parsed, first, i)
    if none is not None:
        weak = weak_word(parsed, none, i)
        modality = (Modality.UNSPECIFIED, parsed.tokens[weak].text) if weak is not None else (None, None)
        return [
            Toll(
                prop,
                zero(parsed, none, i + 1, not_of_whom(parsed, none, i)),
                parsed.start(none),
                parsed.end(i + 1),
                i,
                None,
                False,
                *modality,
            )
            for prop in props or [Property.KILLED, Property.INJURED]
        ]
    if not props:
        return []
    if (
        word in {"death", "deaths", *DEEDS}
        and parsed.lower(i + 1) == "of"
        and (victim := parsed.phrase_at.get(i + 2)) is not None
    ):
        if victim.figure is not None:
            return _of_list(parsed, props[0], first, victim, i)
        leader = victim.determiner == "the" and victim.head in {"leader", "commander", "chief", "head"}
        if victim.kind in {PhraseKind.PERSON, PhraseKind.NAME} or victim.determiner in {"a", "an"} or leader:
            return [new_toll(parsed, props[0], single(parsed, first, victim), first, victim.last, i, victim)]
        return []
    victim = parsed.phrase_at.get(i + 2) if parsed.lower(i + 1) == "to" else None
    if victim is not None and victim.figure is not None and victim.kind not in NOT_PEOPLE:
        # "injuries to eight soldiers"
        value = quantity(parsed, victim.figure, of_whom(parsed, victim))
        return [new_toll(parsed, props[0], value, first, victim.last, i, victim)]
    counted = number_at(parsed.tokens, i + 2) if parsed.lower(i + 1) == "to" else None
    hurt = parsed.phrase_at.get(counted.last) if counted is not None else None
    if counted is not None and hurt is not None and counted.last - hurt.first in {0, 1} and hurt.kind not in NOT_PEOPLE:
        value = quantity(parsed, counted, of_whom(parsed, hurt))  # "injuries to at least eight soldiers"
        return [new_toll(parsed, props[0], value, first, hurt.last, i, hurt)]
    figure = phrase.figure if phrase is not None else None
    if figure is None and parsed.lower(first - 1) == '"':
        figure = figure_before(parsed, first - 1)
        first = figure.first if figure is not None else first
    if figure is None and phrase is not None and (phrase.last == i + 1 or parsed.lower(i + 1) == "("):
        return _uncounted(parsed, props[0], phrase, i)
    if figure is None or phrase is None:
        return []
    if phrase.determiner == "the" and parsed.lower(phrase.last) in {"came", "occurred", "happened", "brought", "bring"}:
        return []  # "the two deaths came after one on Monday": those told before
    first = min(first, figure.first)
    of = parsed.view.evidence(
        parsed.start(phrase.core), parsed.end(i if phrase.core < i and word in KILLED_NOUNS else i + 1)
    ).quote
    return [new_toll(parsed, props[0], quantity(parsed, figure, of), first, i + 1, i)]


def _of_list(parsed: Parsed, prop: Property, first: int, victim: Phrase, i: int) -> list[Toll]:
    """ "The deaths of five soldiers and two rebels": all that are counted in the list."""
    found: list[Toll] = []
    dead: Phrase | None = victim
    while dead is not None and dead.figure is not None and dead.kind not in NOT_PEOPLE:
        value = quantity(parsed, dead.figure, of_whom(parsed, dead))
        found.append(new_toll(parsed, prop, value, first if dead is victim else dead.first, dead.last, i, dead))
        k = dead.last + (parsed.lower(dead.last) == ",")
        k += parsed.lower(k) == "and"
        dead = parsed.phrase_at.get(k) if k > dead.last else None
    return found


def _uncounted(parsed: Parsed, prop: Property, phrase: Phrase, i: int) -> list[Toll]:
    """ "Reports of a civilian injury" is one; "the crew reported minor injuries" is at least one."""
    words = parsed.view.evidence(parsed.start(phrase.first), parsed.end(i + 1)).quote
    verb = phrase.first - 1
    while parsed.lower(verb) in {"with", '"', "reported"}:
        verb -= 1
    sufferers = parsed.phrase_at.get(verb)
    if (
        sufferers is not None
        and sufferers.figure is not None
        and sufferers.last == verb + 1
        and parsed.lower(verb + 1) == "with"
        and sufferers.kind not in NOT_PEOPLE
    ):
        # "more than 40 guards with (reported) injuries"
        value = quantity(parsed, sufferers.figure, of_whom(parsed, sufferers))
        return [new_toll(parsed, prop, value, sufferers.first, i + 1, i, sufferers)]
    if parsed.lower(verb) in _HAVING and phrase.determiner is None:
        beside = parsed.phrase_at.get(verb - 1)
        counted = beside is not None and beside.last == verb and beside.figure is not None
        hurt = beside if counted else next(iter(parsed.subjects(verb)), None)
        if hurt is not None and hurt.figure is not None and hurt.kind not in NOT_PEOPLE:
            # "45 soldiers suffered injuries"
            value = quantity(parsed, hurt.figure, of_whom(parsed, hurt))
            return [new_toll(parsed, prop, value, hurt.first, i + 1, i, hurt)]
    if parsed.lower(phrase.first - 2) == "who":
        return []  # "those who sustained injuries": told of them elsewhere
    if parsed.lower(phrase.first - 1) == "with" and parsed.lower(phrase.first - 2) in HARM | {"hospitalized"}:
        return []  # "was hospitalized with a leg injury": told of by the verb
    if parsed.lower(phrase.first - 1) == "for" or parsed.lower(i - 1) in {"fatal", "mortal"}:
        return []  # "treated for a minor injury": one of those told before
    if phrase.determiner in {"a", "an"} and not phrase.is_plural:
        value = QuantityObject(Quantity(words, False, 1))
    elif phrase.is_plural and phrase.determiner is None and _is_caused(parsed, phrase.first):
        value = QuantityObject(Quantity(words, False, min=1))
    else:
        return []
    return [new_toll(parsed, prop, value, phrase.first, i + 1, i)]


def _is_caused(parsed: Parsed, first: int) -> bool:
    """Whether "caused", "reported" or "led to" stands before the token at `first`."""
    while parsed.lower(first - 1) in {"minor", "serious", "slight", "light"}:
        first -= 1
    led = parsed.lower(first - 1) == "to" and parsed.lower(first - 2) in {"led", "leading"}
    return led or parsed.lower(first - 1) in _SUFFERING
