"""One person who was hurt, as a phrase tells of them: by name, by "a", by kinship or office."""

from __future__ import annotations

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.tolls import HARM, NOT_PEOPLE, Toll, new_toll, of_whom, quantity, single
from belligraph.model.sheet import Property, Quantity, QuantityObject

__all__ = ["LEAVING", "left_of_list", "left_one", "one_of", "others_of_list"]

_FAMILY = word_set(
    "brother sister wife husband son daughter mother father grandmother grandfather granddaughter grandson aunt uncle "
    "niece nephew"
)
LEAVING = word_set("left leaves leaving leave")
# how long what a named person is may be
_FAR = 10
_AUXILIARIES = word_set("was were has have had")
_KIN = _FAMILY | word_set("leader commander head chief deputy mayor governor")


def one_of(parsed: Parsed, phrase: Phrase) -> QuantityObject | None:
    """One person, where the phrase names one or says "a": never for a plural or a bare group."""
    capitals = [t.is_capital or "-" in t.text for t in parsed.tokens[phrase.core : phrase.last]]
    full_name = phrase.kind is PhraseKind.NAME and len(capitals) > 1 and all(capitals) and phrase.determiner is None
    kin = phrase.head in _KIN and (phrase.determiner == "the" or phrase.possessor is not None or _is_named(parsed, phrase))
    kin = kin or (phrase.head in _FAMILY and phrase.determiner in {"his", "her"})
    if (
        phrase.kind is PhraseKind.PERSON
        or full_name
        or (parsed.sentence.headline and phrase.determiner is None and phrase.head in _KIN and phrase.names)
        or (phrase.determiner in {"a", "an"} and (phrase.head.endswith("-year-old") or phrase.head == "guard"))
        or kin
        or (
            phrase.determiner in {"a", "an", "another", "the"}
            and not phrase.is_plural
            and lexicon().heads.get(phrase.head) in {"force", "group", "civilians", "official"}
            and phrase.head not in {"group", "movement", "militia", "crew", "faction", "cell", "army", "military", "navy"}
        )
    ):
        return single(parsed, phrase.first, phrase)
    return None


def others_of_list(parsed: Parsed, i: int, prop: Property, first: Phrase | None, participle: bool) -> list[Toll]:
    """ "Killed 12 soldiers and three civilians": the people that "and" joins to those whom the verb at i hits first."""
    hit = [item.phrase for item in parsed.complements(i + 1) if item.preposition is None]
    if first is None or not hit or hit[0] is not first:
        return []
    if (further := _behind_apposition(parsed, first)) is not None:
        hit = [first, further]
    found: list[Toll] = []
    telling = (k for k in range(first.last, len(parsed.tokens)) if k in parsed.verbs)
    said = next((k for k in telling if lexicon().is_in(parsed.lower(k), "speech.said")), None)
    tellers = parsed.subjects(said) if said is not None else []
    for phrase in (p for p in hit[1:] if p is not first):
        if any(phrase is p for p in tellers):
            break  # "injuring seven others, an official and residents said"
        value = (
            quantity(parsed, phrase.figure, of_whom(parsed, phrase)) if phrase.figure is not None else one_of(parsed, phrase)
        )
        if phrase.kind in NOT_PEOPLE or value is None:
            break
        found.append(new_toll(parsed, prop, value, phrase.first, phrase.last, i, phrase, participle))
    return found


def _behind_apposition(parsed: Parsed, named: Phrase) -> Phrase | None:
    """The others in "killed John Doe, a commander of the group, and two guards"; the name itself where none are told."""
    told = parsed.phrase_at.get(named.last + 1) if parsed.lower(named.last) == "," else None
    if told is None or named.kind not in {PhraseKind.PERSON, PhraseKind.NAME} or told.determiner not in {"a", "an", "the"}:
        return None
    k = next((k for k in range(told.last, min(told.last + _FAR, len(parsed.tokens))) if parsed.lower(k) in {",", "and"}), -1)
    k += (parsed.lower(k) == ",") if k > 0 else 0
    others = parsed.phrase_at.get(k + 1) if k > 0 and parsed.lower(k) == "and" else None
    does = others is not None and (others.last in parsed.verbs or parsed.lower(others.last) in _AUXILIARIES)
    return named if others is None or others.figure is None or does else others


def _is_named(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a name behind a comma says who the phrase means: "the group's commander, John Doe"."""
    after = parsed.phrase_at.get(phrase.last + 1)
    if parsed.lower(phrase.last) != "," or after is None or after.kind not in {PhraseKind.NAME, PhraseKind.PERSON}:
        return False
    return (
        phrase.figure is None
        and after.last - after.first > 1
        and all(parsed.tokens[k].is_capital or "-" in parsed.tokens[k].text for k in range(after.first, after.last))
    )


def left_of_list(parsed: Parsed, i: int, prop: Property) -> list[Toll]:
    """ "Leaving five soldiers and two guards dead": the figures of both phrases, as far as they have one."""
    last = parsed.phrase_at.get(i) or parsed.phrase_at.get(i - 1)
    first = parsed.phrase_at.get(last.first - 2) if last is not None else None
    if (
        last is None
        or first is None
        or parsed.lower(last.first - 1) != "and"
        or parsed.lower(first.first - 1) not in LEAVING
    ):
        return []
    # "leaving 32 people dead and 63 others injured": each number has a word of its own
    apart = parsed.lower(last.first - 2) in HARM
    found: list[Toll] = []
    for phrase in (last,) if apart else (first, last):
        if phrase.figure is not None and phrase.kind not in NOT_PEOPLE:
            of = parsed.view.evidence(parsed.start(phrase.core), parsed.end(min(phrase.last, i))).quote
            begun = last.first if apart else first.first - 1
            found.append(new_toll(parsed, prop, quantity(parsed, phrase.figure, of), begun, i + 1, i))
    return found


def left_one(parsed: Parsed, phrase: Phrase, i: int) -> QuantityObject | None:
    """The one person in "left a guard dead", whose phrase may hold the word "dead" at i."""
    person = lexicon().heads.get(parsed.lower(i - 1)) in {"force", "group", "civilians", "official"}
    if phrase.determiner not in {"a", "an", "another"} or not person or parsed.lower(i - 1).endswith("s"):
        return None
    words = parsed.view.evidence(parsed.start(phrase.first), parsed.end(i)).quote
    of = parsed.view.evidence(parsed.start(phrase.core), parsed.end(i)).quote
    return QuantityObject(Quantity(words, False, 1, None, None, of))
