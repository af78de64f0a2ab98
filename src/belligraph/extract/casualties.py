"""The dead and the hurt: figures as the text gives them, and the trigger that they belong to."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.absences import denied, of_safety, unharmed, unheard
from belligraph.extract.counts import COUNTING, of_count
from belligraph.extract.damage import DAMAGING, find_damage
from belligraph.extract.fires import BURNING, find_fire
from belligraph.extract.harms import DEEDS, of_noun
from belligraph.extract.hedges import hedge_of_verb, rumoured
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.quantities import Figure, number_at
from belligraph.extract.subsets import VICTIMS, including, of_members
from belligraph.extract.tolls import (
    HARM_NOUNS,
    NOT_PEOPLE,
    Toll,
    figure_before,
    is_either,
    is_nothing,
    new_toll,
    of_whom,
    quantity,
    zero,
)
from belligraph.extract.verbs import is_passive, is_reduced_passive
from belligraph.extract.victims import LEAVING, left_of_list, left_one, one_of, others_of_list
from belligraph.model.sheet import Modality, Property, Quantity, QuantityObject

__all__ = ["find_tolls"]

_KILLED_WORDS = word_set("kill kills killed killing died dead slain")
_INJURED_WORDS = word_set("""injure injures injured injuring wound wounds wounded wounding hurt hospitalized""")
_HARMED_WORDS = _KILLED_WORDS | _INJURED_WORDS
_STATES = word_set("dead wounded injured hurt killed")
_SAFE = word_set("safe unharmed unhurt")
# "down" is that of "gunned down"
_CUES = _HARMED_WORDS | DEEDS | HARM_NOUNS | _SAFE | COUNTING | DAMAGING | BURNING | frozenset(VICTIMS) | {"down"}
_ILL = frozenset(["heart", "cardiac", "illness", "natural", "disease", "cancer"])
_ANSWERS = word_set("response retaliation reprisal revenge return")
_FOUND = word_set("confirmed found declared pronounced")
_AUXILIARIES = word_set("was were has have had been also being are is")
# animals, and who is not counted one by one: "killed two families"
_NOT_COUNTED = word_set(
    """animals donkeys camels cattle cows goats sheep horses dogs dog livestock families households couples"""
)
_REPORTED = word_set("reported feared")
_ENDING = word_set(". , ; and")


def find_tolls(parsed: Parsed) -> list[Toll]:
    """The tolls that a sentence tells, in order."""
    found: list[Toll] = []
    for i in parsed.at(_CUES):
        if i in parsed.taken:
            continue
        word = parsed.lower(i)
        if members := of_members(parsed, i):
            found += members
        elif word in DEEDS and parsed.lower(i + 1) == "of":
            found += of_noun(parsed, i)
        elif word == "down" and parsed.lower(i - 1) == "gunned":
            found += _of_verb(parsed, i, Property.KILLED)
        elif word in _HARMED_WORDS:
            told = _of_verb(parsed, i, Property.KILLED if word in _KILLED_WORDS else Property.INJURED)
            if is_either(parsed, i):
                told = [toll for toll in told if is_nothing(toll)]
            if told and (doubt := hedge_of_verb(parsed, i) or rumoured(parsed, i)) is not None:
                told = [t if t.modality is not None else replace(t, modality=doubt[0], hedge=doubt[1]) for t in told]
            parts = [part for toll in told for part in including(parsed, toll)]
            found += told + [part for part in parts if not any(part.people is toll.people for toll in told)]
        elif word in HARM_NOUNS:
            found += of_noun(parsed, i)
        elif word in _SAFE:
            found += of_safety(parsed, i)
        elif word in BURNING:
            found += find_fire(parsed, i)
        else:
            counted = of_count(parsed, i)
            counted += [part for toll in counted for part in including(parsed, toll)]
            found += counted or find_damage(parsed, i)
    return [toll for toll in found if toll.people is None or toll.people.head not in _NOT_COUNTED]


def _of_verb(parsed: Parsed, i: int, prop: Property) -> list[Toll]:
    word = parsed.lower(i)
    if word == "dead" and (parsed.lower(i - 1) in _FOUND or parsed.lower(i - 1) in {"was", "were", "is", "are"}):
        return _of_passive(parsed, i - 1 if parsed.lower(i - 1) in _FOUND else i, prop)
    if word == "dead" and parsed.lower(i - 1) == "shot" and is_passive(parsed.tokens, i - 1):
        return [replace(t, end=parsed.end(i + 1)) for t in _of_passive(parsed, i - 1, prop)]
    hurt = parsed.phrase_at.get(i - 1) if word in _STATES else None
    if hurt is not None and hurt.figure is not None and hurt.head == "more" and parsed.lower(hurt.first - 1) == "with":
        # "with several more wounded"
        return [new_toll(parsed, prop, quantity(parsed, hurt.figure, None), hurt.first, i + 1, i)]
    before = figure_before(parsed, i) if word in _STATES else None
    beside = parsed.phrase_at.get(i - 1)
    if (
        before is not None
        and beside is not None
        and parsed.tokens[before.first - 1].is_capital
        and beside.first < before.first
    ):
        before = None  # "an attack on Tower 22 killed three"
    # "with an additional 25 wounded": no noun stands between
    if before is not None and (
        beside is None or beside.head == "dozen" or (beside.last == i and before.first == i - 1 and beside.figure is None)
    ):
        return [new_toll(parsed, prop, quantity(parsed, before, None), before.first, i + 1, i)]
    left = (left_of_list(parsed, i, prop) or _left(parsed, i, prop)) if word in _STATES else []
    if left:
        return left
    if word == "dead" and parsed.lower(i - 1) in _REPORTED and is_passive(parsed.tokens, i - 1):
        return _as_reported(parsed, i - 1, i, prop)
    if (word == "dead" and parsed.lower(i - 1) != "shot") or (
        word == "died" and {parsed.lower(k) for k in range(i + 1, i + 8)} & _ILL
    ):
        return []
    if word == "dead" and is_passive(parsed.tokens, i - 1):
        return _of_passive(parsed, i - 1, prop)  # "were shot dead"
    if parsed.lower(i - 1) == "or" and parsed.lower(i - 2) in _HARMED_WORDS and is_passive(parsed.tokens, i - 2):
        # "no guards were injured or killed": the second has the first one's subject
        return [replace(t, property=prop) for t in _of_passive(parsed, i - 2, prop)]
    joined = parsed.lower(i - 1) == "or" and parsed.lower(i - 2) in _HARMED_WORDS  # "was reported injured or killed"
    told_at = i - 3 if joined else i - 1
    if parsed.lower(told_at) in _REPORTED and is_passive(parsed.tokens, told_at):
        told = _as_reported(parsed, told_at, i, prop)
        if told:
            return told
    passive = is_passive(parsed.tokens, i) or word == "died" or is_reduced_passive(parsed.tokens, i)
    if passive:
        if parsed.lower(i - 1) in {"not", "n't"} or parsed.lower(i - 2) in {"not", "n't"}:
            return unharmed(parsed, i, prop)
        if parsed.lower(i + 1) == "in" and parsed.lower(i + 2) in _ANSWERS:
            return []  # "three killed in response": by an answer that is not told here
        return _of_passive(parsed, i, prop)
    participle = word.endswith("ing") or (
        parsed.lower(i - 1) == "and" and any(parsed.lower(k).endswith("ing") for k in range(max(0, i - 6), i))
    )
    if i in parsed.phrase_at:
        return []
    start = i + 1
    figure = number_at(parsed.tokens, start)
    phrase = parsed.phrase_at.get(start)
    if phrase is not None and phrase.determiner == "no" and phrase.kind not in NOT_PEOPLE:
        # "the strikes killed no civilians"
        return [new_toll(parsed, prop, zero(parsed, i, phrase.last, of_whom(parsed, phrase)), i, phrase.last, i)]
    if figure is not None and phrase is not None and phrase.possessed and parsed.lower(figure.last) == "of":
        owned = parsed.phrase_at.get(phrase.last + 1)  # "killed one of the group's leaders"
        if owned is None or owned.kind in NOT_PEOPLE:
            return []
        value = quantity(parsed, figure, of_whom(parsed, owned))
        return [new_toll(parsed, prop, value, i, owned.last, i, owned, participle)]
    if phrase is None and parsed.lower(start) == "another" and not parsed.lower(start + 1).isalpha():
        # "killed one guard and wounded another"
        return [new_toll(parsed, prop, QuantityObject(Quantity(parsed.tokens[start].text, False, 1)), i, start + 1, i)]
    if figure is not None and (phrase is None or phrase.kind not in NOT_PEOPLE):
        of = of_whom(parsed, phrase)
        last = phrase.last if phrase is not None else figure.last
        people = phrase if phrase is not None and phrase.last > figure.last else None
        first = new_toll(parsed, prop, quantity(parsed, figure, of), i, last, i, people, participle)
        return [first, *others_of_list(parsed, i, prop, phrase, participle)]
    if phrase is not None and phrase.possessed:
        phrase = parsed.phrase_at.get(phrase.last + 1)  # "the group's commander"
    if phrase is None or phrase.kind in NOT_PEOPLE:
        return []
    one = one_of(parsed, phrase)
    if one is None and phrase.figure is not None:
        one = quantity(parsed, phrase.figure, of_whom(parsed, phrase))  # "killing his two children"
    if one is not None:
        first = new_toll(parsed, prop, one, i, phrase.last, i, phrase, participle)
        return [first, *others_of_list(parsed, i, prop, phrase, participle)]
    return []


def _as_reported(parsed: Parsed, told_at: int, i: int, prop: Property) -> list[Toll]:
    """ "Dozens were reported killed", "two are feared dead", with the harm at i."""
    told, hedge = _of_passive(parsed, told_at, prop), parsed.tokens[told_at].text
    return [replace(t, end=parsed.end(i + 1), modality=Modality.UNSPECIFIED, hedge=hedge) for t in told]


def _left(parsed: Parsed, i: int, prop: Property) -> list[Toll]:
    """ "Left nine people dead": the figure is of the phrase between the two words, which may hold the second."""
    phrase = parsed.phrase_at.get(i) or parsed.phrase_at.get(i - 1)
    if phrase is None or phrase.last not in {i, i + 1} or phrase.kind in NOT_PEOPLE:
        return []
    if phrase.figure is None:
        if parsed.lower(phrase.first - 1) not in LEAVING:
            return []
        one = left_one(parsed, phrase, i)
        whom = replace(phrase, last=i, head=parsed.lower(i - 1)) if phrase.last > i > phrase.core else phrase
        return [new_toll(parsed, prop, one, phrase.first - 1, i + 1, i, whom)] if one is not None else []
    resulting = parsed.lower(phrase.first - 1) == "in" and parsed.lower(phrase.first - 2) in {"resulting", "resulted"}
    resulting = resulting or (parsed.lower(phrase.first - 1) == "with" and parsed.lower(i + 1) in _ENDING)
    ends = parsed.lower(i) in {"dead", "hurt"} and (
        parsed.lower(i + 1) in {"", ".", ",", ";", "and"} or parsed.lower(i + 1) in lexicon().words["stop.prepositions"]
    )
    # "the more than 60 dead included guards"
    ends = ends or (phrase.determiner == "the" and phrase.last == i + 1 and parsed.lower(i + 1) in {"included", "were"})
    if parsed.lower(phrase.first - 1) not in LEAVING and not resulting and not ends:
        return []
    of = parsed.view.evidence(parsed.start(phrase.core), parsed.end(i)).quote if phrase.core < i else None
    first = phrase.first - (parsed.lower(phrase.first - 1) in LEAVING or resulting)
    people = replace(phrase, last=i, head=parsed.lower(i - 1)) if phrase.core < i else None
    return [new_toll(parsed, prop, quantity(parsed, phrase.figure, of), first, i + 1, i, people)]


def _of_passive(parsed: Parsed, i: int, prop: Property) -> list[Toll]:
    subjects = parsed.subjects(i)
    beside = parsed.phrase_at.get(i - 1)
    if beside is not None and beside.figure is not None and parsed.lower(beside.first - 1) == "among":
        subjects = [beside]  # "was among four people killed"
    bare = _bare(parsed, i) if not subjects else None
    if not subjects and bare is None and parsed.lower(i - 2) == "another" and parsed.lower(i - 1) in {"was", "also"}:
        other = QuantityObject(Quantity(parsed.tokens[i - 2].text, False, 1))  # "one was killed and another was wounded"
        return [new_toll(parsed, prop, other, i - 2, i + 1, i)]
    if bare is not None and bare.last == i - 1 and parsed.lower(bare.first - 1) == "no":
        return [new_toll(parsed, prop, zero(parsed, bare.first - 1, i + 1), bare.first - 1, i + 1, i)]
    if parsed.lower(i - 1) == "reported" and parsed.lower(i - 2) in {"was", "were"}:
        heard = i - 3 - (parsed.lower(i - 4) == "no")
        if parsed.lower(heard) in {"nobody", "no"}:
            unhurt = new_toll(parsed, prop, zero(parsed, heard, i + 1), heard, i + 1, i)
            return [replace(unhurt, modality=Modality.UNSPECIFIED, hedge=parsed.tokens[i - 1].text)]
    if parsed.lower(i - 2) in {"nobody", "none"}:
        return [new_toll(parsed, prop, zero(parsed, i - 2, i + 1), i - 2, i + 1, i)]
    if bare is not None:
        return [new_toll(parsed, prop, quantity(parsed, bare, None), bare.first, i + 1, i)]
    found: list[Toll] = []
    told = max((n + 1 for n, p in enumerate(subjects) if parsed.lower(p.last - 1) in _STATES), default=0)
    for phrase in subjects[told:]:
        if phrase.head == "more" and phrase.figure is None and (more := figure_before(parsed, phrase.first)) is not None:
            # "nine more were wounded"
            found.append(new_toll(parsed, prop, quantity(parsed, more, None), more.first, i + 1, i))
            continue
        if phrase.kind in NOT_PEOPLE:
            continue
        if (none := unheard(parsed, phrase)) is not None:
            nobody = zero(parsed, none, i + 1, of_whom(parsed, phrase))
            found.append(new_toll(parsed, prop, nobody, none, i + 1, i))
        elif (none := denied(parsed, phrase)) is not None:
            nobody = zero(parsed, none, i + 1, parsed.view.evidence(parsed.start(none + 1), parsed.end(phrase.last)).quote)
            found.append(new_toll(parsed, prop, nobody, none, i + 1, i))
        elif phrase.figure is not None:
            found.append(
                new_toll(
                    parsed, prop, quantity(parsed, phrase.figure, of_whom(parsed, phrase)), phrase.first, i + 1, i, phrase
                )
            )
        elif (one := one_of(parsed, phrase)) is not None:
            found.append(new_toll(parsed, prop, one, phrase.first, i + 1, i, phrase))
    if not found and (none := _none_of(parsed, i)) is not None:
        whom = next((p for p in (parsed.phrase_at.get(none + 2), parsed.phrase_at.get(none + 3)) if p is not None), None)
        if whom is not None and whom.possessed:
            whom = parsed.phrase_at.get(whom.last + 1)  # "none of the group's fighters"
        found = [new_toll(parsed, prop, zero(parsed, none, i + 1, of_whom(parsed, whom)), none, i + 1, i)]
    if not found and (parsed.lower(i - 2), parsed.lower(i - 3)) in {("one", "no"), ("nobody", "")}:
        found = [new_toll(parsed, prop, zero(parsed, i - 3, i + 1), i - 3, i + 1, i)]
    return found


def _none_of(parsed: Parsed, i: int) -> int | None:
    """The "none" of "none of its soldiers were hurt", by its token."""
    for k in range(i - 1, max(i - 9, -1), -1):
        if parsed.lower(k) == "none" and parsed.lower(k + 1) == "of":
            return k
        if parsed.lower(k) in {",", "and", "but"}:
            return None
    return None


def _bare(parsed: Parsed, i: int) -> Figure | None:
    """The number that is the subject of the passive at i by itself: "and at least 70 have been wounded"."""
    k = i - 1
    while parsed.lower(k) in _AUXILIARIES:
        k -= 1
    return figure_before(parsed, k + 1) if k < i - 1 or parsed.lower(i) == "died" else None
