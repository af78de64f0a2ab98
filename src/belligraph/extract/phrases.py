"""Finding noun phrases: runs of nominal words, classed by their head or by the name that they are."""

from __future__ import annotations

from belligraph.extract.classes import classed
from belligraph.extract.lexicon import Lexicon, lexicon, word_set
from belligraph.extract.names import Known
from belligraph.extract.nominal import (
    begins_clause,
    goes_on,
    is_conjunction_that,
    is_front,
    is_held,
    is_infinitive,
    is_initial,
    is_nominal,
    is_outside,
    joins_name,
    quoted_words,
)
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.quantities import is_year, number_at
from belligraph.extract.tokens import Token
from belligraph.model.sheet import ActorKind

__all__ = ["find_phrases"]

MAX_WORDS = 14
_SHARING = word_set("""coalition allied partner commercial merchant military civilian naval international local""")
_QUALIFYING = word_set(
    """military operational diplomatic civilian naval industrial economic commercial security government logistical fuel
    energy power oil gas water heating transport port rail telecommunications"""
)
_DIRECTIONS = word_set("north south east west northeast northwest southeast southwest")
_WAYS = word_set("air sea land naval ground artillery")
_RANKS = word_set("last first other remaining final next")
_FLYING = word_set("attack fighter bomber ground-attack reconnaissance surveillance")
_HEARERS = word_set("reporters journalists lawmakers senators")
_HELPING = word_set("supporting opposing surviving fighting")
_ABBREVIATED = word_set("mr mrs dr sen rep gov cmdr cpl")
_MOVING = word_set("flying heading traveling travelling approaching moving sailing")
_HEADED = frozenset({PhraseKind.FORCE, PhraseKind.THING})
_OF_NAMES = frozenset(["of", "as", "al", "el", "ash", "an", "ar"])
_WHOLE = frozenset(["all", "both"])
_PLACING = frozenset(["in", "near", "over", "inside", "across"])
# how far from the sentence's first word a place may stand in front: "Additionally, in Freedonia, …"
_FRONT = 3


def find_phrases(tokens: list[Token], names: dict[int, Known], taken: frozenset[int]) -> list[Phrase]:
    """The phrases of a sentence in order; tokens in `taken` (expressions of time) belong to none."""
    found: list[Phrase] = []
    i = 0
    while i < len(tokens):
        outside = i in taken or (i not in names and is_outside(tokens[i]))
        phrase = None if outside else _phrase_at(tokens, i, names, taken)
        if phrase is None:
            i += 1
            continue
        if phrase.kind is PhraseKind.EVENT and phrase.determiner is None and phrase.figure is None:
            _reach_over_time(tokens, phrase, taken)
        if (
            found
            and found[-1].possessed
            and all(k in taken or tokens[k].text == '"' for k in range(found[-1].last + 1, phrase.first))
        ):
            phrase.possessor = found[-1]
        i = phrase.last
        if i < len(tokens) and tokens[i].lower == "'s":
            phrase.possessed = True
            i += 1
        if phrase.kind is PhraseKind.EVENT and found and _shares_event(tokens, found[-1], phrase):
            front = found.pop()
            phrase.first, phrase.core, phrase.determiner = front.first, front.core, front.determiner
            phrase.figure, phrase.possessor = front.figure, front.possessor
            phrase.names, phrase.concepts = [*front.names, *phrase.names], (*front.concepts, *phrase.concepts)
        elif found and _shares_land(tokens, found[-1], phrase):
            front = found.pop()
            phrase.first, phrase.core, phrase.determiner = front.first, front.core, front.determiner
        elif found and _shares_thing(tokens, found[-1], phrase):
            front = found.pop()
            phrase.first, phrase.core, phrase.determiner = front.first, front.core, front.determiner
            phrase.possessor, phrase.names, phrase.figure = front.possessor, front.names, front.figure
        found.append(phrase)
        if phrase.head == "aircraft":
            _reach_over_kinds(tokens, found)
        _share_head(tokens, found)
    return found


def _reach_over_time(tokens: list[Token], phrase: Phrase, taken: frozenset[int]) -> None:
    """Take in the article before a time: "an overnight drone attack", "the Sunday strike"."""
    k = phrase.first - 1
    while k in taken:
        k -= 1
    if 0 <= k < phrase.first - 1 and tokens[k].lower in {"a", "an", "the", "its", "their", "his"}:
        phrase.first, phrase.determiner = k, tokens[k].lower


def _reach_over_kinds(tokens: list[Token], found: list[Phrase]) -> None:
    """Take in the kinds of aircraft that share the noun: "attack, fighter, and remotely piloted aircraft"."""
    aircraft = found[-1]
    kinds = set(aircraft.concepts)
    if [t.lower for t in tokens[max(aircraft.first - 2, 0) : aircraft.first]] == ["remotely", "piloted"]:
        aircraft.first -= 2
        kinds.add("drone")
    while (
        aircraft.determiner is None
        and len(found) > 1
        and found[-2].head in _FLYING
        and found[-2].last - found[-2].first == 1
    ):
        between = [t.lower for t in tokens[found[-2].last : aircraft.first]]
        if between not in (["and"], [","], [",", "and"]) or found[-2].first < found[-2].last - 1:
            break
        kind = found.pop(-2)
        aircraft.first = kind.first
        kinds.update(["fighter-jet"] if kind.head == "fighter" else ["aircraft"])
    if kinds != set(aircraft.concepts):
        aircraft.core, aircraft.concepts = aircraft.first, tuple(sorted(kinds))


def _shares_event(tokens: list[Token], front: Phrase, event: Phrase) -> bool:
    """Whether two weapons or ways share one noun: "missile and drone attacks", "air and sea strikes"."""
    joint = [t.lower for t in tokens[front.last : event.first]]
    bare = event.determiner is None and event.figure is None and event.last - event.core > 1
    owner = front.entity is not None and front.kind is PhraseKind.STATE and front.figure is None
    if owner and bare and event.names and event.names[0].first == event.core and joint == ["and"]:
        return not front.possessed  # "the Freedonian and Sylvanian strikes"
    weapon = (bool(front.concepts) and not front.is_plural and front.kind is PhraseKind.THING) or front.head in _WAYS
    return weapon and bare and not event.names and joint in (["and"], [","]) and not front.possessed


def _shares_thing(tokens: list[Token], front: Phrase, thing: Phrase) -> bool:
    """Whether two adjectives share one noun: "U.S. military and diplomatic sites"."""
    if front.head not in _QUALIFYING or [t.lower for t in tokens[front.last : thing.first]] != ["and"]:
        return False
    bare = thing.determiner is None and thing.figure is None and not thing.names and thing.last - thing.core > 1
    things = thing.is_plural and thing.kind in {PhraseKind.THING, PhraseKind.FACILITY, PhraseKind.OTHER}
    alone = front.last - front.first == 1 and front.head in _SHARING
    plain = front.figure is None or front.last - front.core == 1  # "several fuel and energy facilities"
    return bare and things and not alone and plain and front.determiner not in {"a", "an"} and not front.possessed


def _shares_land(tokens: list[Token], front: Phrase, land: Phrase) -> bool:
    """Whether two bearings share one land: "northern and central Freedonia", "in the southern, central parts"."""
    sides = lexicon().words["capitals.sides"]
    if front.head not in sides or tokens[land.first].lower not in sides:
        return False
    if [t.lower for t in tokens[front.last : land.first]] not in (["and"], [","]):
        return False
    alone = front.last - front.core == 1 and front.figure is None and not front.possessed
    return alone and land.determiner is None and land.last - land.core > 1


def _share_head(tokens: list[Token], found: list[Phrase]) -> None:
    """Give the head of the last phrase to the adjectives before it: "U.S., coalition, and merchant vessels"."""
    last = found[-1]
    if last.determiner is not None or last.figure is not None or last.kind not in _HEADED:
        return
    if last.first == 0 or tokens[last.first - 1].lower not in {"and", ","}:
        return
    right, joined = last, False
    for phrase in reversed(found[:-1]):
        between = [t.lower for t in tokens[phrase.last : right.first]]
        joined = joined or "and" in between
        is_adjective = phrase.determiner is None and phrase.figure is None and phrase.last - phrase.first == 1
        is_name = is_adjective and phrase.kind is PhraseKind.STATE and bool(phrase.names)
        plain = phrase.kind is PhraseKind.OTHER or phrase.head == "coalition"
        is_word = is_adjective and plain and phrase.head in _SHARING
        listed = joined or (is_name and tokens[right.first].lower in _SHARING)
        if between not in (["and"], [","], [",", "and"]) or not (is_name or is_word) or not listed:
            return
        if is_name and not joined and tokens[phrase.first - 1].lower in _PLACING and phrase.first <= _FRONT:
            return  # "In Freedonia, coalition forces"
        phrase.kind, phrase.head, phrase.shared = last.kind, last.head, last
        right = phrase


def _step(lex: Lexicon, tokens: list[Token], i: int, core: int) -> int:
    """How many tokens from i on belong to the phrase that has come so far; 0 if it has ended."""
    token = tokens[i]
    if token.is_word:
        if (joint := goes_on(tokens, i, core)) > 0:
            return joint
        of_name = token.lower in _OF_NAMES and i > core and joins_name(tokens, i)
        return 1 if of_name or is_held(lex, tokens, i, core) or is_nominal(lex, tokens, i, core) else 0
    if token.text == '"':
        called = i > core and i + 2 < len(tokens) and tokens[i + 2].text == '"' and tokens[i + 1].is_capital
        return 3 if called else quoted_words(lex, tokens, i)
    if token.text == ".":
        before = tokens[i - 1].lower
        titled = i > core and (before in lex.titles["military"] or before in _ABBREVIATED)
        return 1 if titled or is_initial(tokens, i, core) else 0
    return goes_on(tokens, i, core)


def _phrase_at(tokens: list[Token], i: int, names: dict[int, Known], taken: frozenset[int]) -> Phrase | None:
    lex = lexicon()
    first, determiner, figure = i, None, None
    if tokens[i].lower in lex.words["stop.determiners"] and i not in names and not is_conjunction_that(tokens, i):
        determiner = tokens[i].lower
        if (count := number_at(tokens, i)) is not None:
            # "no fewer than 15" are no nobody
            determiner = None if determiner == "no" else determiner
            figure, i = count, count.last
        else:
            i += 1
            if (
                i < len(tokens)
                and tokens[i].lower in lex.words["stop.determiners"]
                and (tokens[i].lower in {"many", "few", "other"} or determiner in _WHOLE)
            ):
                determiner = tokens[i].lower if determiner in _WHOLE else determiner
                i += 1
    if determiner is None and i not in names and is_infinitive(lex, tokens, i):
        return None
    ranked = determiner == "the" and figure is None and i + 1 < len(tokens) and tokens[i].lower in _RANKS
    if ranked and (count := number_at(tokens, i + 1)) is not None and count.first == i + 1:
        i += 1  # "the last three of eight gunmen"
    of_year = (determiner is not None or (i > 0 and tokens[i - 1].lower == "'s")) and is_year(tokens, i)
    if figure is None and not of_year and i < len(tokens) and (count := number_at(tokens, i)) is not None:
        figure, i = count, count.last
        if [t.lower for t in tokens[i : i + 2]] == ["out", "of"]:
            i += 1
        if i < len(tokens) and tokens[i].lower == "of" and i + 1 < len(tokens):
            i += 1 if tokens[i + 1].lower not in {"the", "its", "their", "our", "his", "her"} else 2
            whole = i + 1 if i < len(tokens) and tokens[i].lower == "the" else i
            if (total := number_at(tokens, whole)) is not None:
                i = total.last
        if i < len(tokens) and tokens[i].lower in {"other", "more", "additional"}:
            i += 1
    owned = i > 0 and (tokens[i - 1].lower == "'s" or tokens[i - 1].lower in lex.words["stop.prepositions"])
    if (determiner is not None or figure is not None or owned) and is_front(lex, tokens, i, taken):
        i += 1
    spans: list[Known] = []
    core = i
    while i < len(tokens) and i - core < MAX_WORDS and i not in taken:
        if i > core and tokens[i - 1].lower in _HEARERS and number_at(tokens, i) is not None:
            break  # "told reporters two jets struck"
        if spans and spans[-1].last == i and spans[-1].name.place is not None and tokens[i].lower in _HELPING:
            break  # "has troops in Freedonia supporting the army"
        if i in names:
            if i > core and begins_clause(lex, tokens, i, names[i]):
                break
            spans.append(names[i])
            i = names[i].last
            if spans[-1].name.actor is ActorKind.MEDIA and number_at(tokens, i) is not None:
                break  # "told Reuters 10 people were killed"
        elif (
            tokens[i].text == "("
            and i > core
            and i + 2 < len(tokens)
            and tokens[i + 2].text == ")"
            and sum(c.isupper() for c in tokens[i + 1].text) > 1
        ):
            if spans and (inner := names.get(i + 1)) is not None:
                spans.append(Known(spans[-1].first, i + 3, inner.name))
            i += 3
        elif (step := _step(lex, tokens, i, core)) > 0:
            i += step
        else:
            break
    if i > core + 1 and tokens[i - 1].lower in _DIRECTIONS and i < len(tokens) and tokens[i].lower in {"of", "from"}:
        # "missiles north of the port": the direction belongs to the place
        i -= 1
    if i > core + 1 and tokens[i - 1].lower in _MOVING and tokens[i - 2].lower in lex.heads:
        i -= 1  # "a drone flying toward the capital"
    if i == core:
        return None
    head = i - 1 if tokens[i - 1].text != ")" or i - 4 < core else i - 4
    return classed(lex, tokens, Phrase(first, i, PhraseKind.OTHER, core, tokens[head].lower, determiner, figure, spans))
