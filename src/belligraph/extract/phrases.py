"""Finding noun phrases: runs of nominal words, classed by their head or by the name that they are."""

from __future__ import annotations

from belligraph.extract.classes import classed
from belligraph.extract.lexicon import Lexicon, NameKind, lexicon, word_set
from belligraph.extract.names import Known
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.quantities import is_numeral, number_at, number_of
from belligraph.extract.tokens import Token
from belligraph.extract.verbs import is_verb
from belligraph.model.sheet import ActorKind

__all__ = ["find_phrases"]

MAX_WORDS = 14
_SHARING = word_set("""coalition allied partner commercial merchant military civilian naval international local""")
_DIRECTIONS = word_set("north south east west northeast northwest southeast southwest")
_WAYS = word_set("air sea land naval ground artillery")
_WHOLE = frozenset(["all", "both"])
_RUN = frozenset(["operated", "owned", "managed", "flagged", "crewed"])
_OF_NAMES = word_set(
    """secretary minister ministry department strait gulf port bay sea province university chiefs chief joint house
    isle"""
)


def find_phrases(tokens: list[Token], names: dict[int, Known], taken: frozenset[int]) -> list[Phrase]:
    """The phrases of a sentence in order; tokens in `taken` (expressions of time) belong to none."""
    found: list[Phrase] = []
    i = 0
    while i < len(tokens):
        phrase = None if i in taken else _phrase_at(tokens, i, names, taken)
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
        found.append(phrase)
        _share_head(tokens, found)
    return found


def _reach_over_time(tokens: list[Token], phrase: Phrase, taken: frozenset[int]) -> None:
    """Take in the article before a time: "an overnight drone attack", "the Sunday strike"."""
    k = phrase.first - 1
    while k in taken:
        k -= 1
    if 0 <= k < phrase.first - 1 and tokens[k].lower in {"a", "an", "the"}:
        phrase.first, phrase.determiner = k, tokens[k].lower


def _shares_event(tokens: list[Token], front: Phrase, event: Phrase) -> bool:
    """Whether two weapons or ways share one noun: "missile and drone attacks", "air and sea strikes"."""
    joint = [t.lower for t in tokens[front.last : event.first]]
    bare = event.determiner is None and event.figure is None and event.last - event.core > 1
    owner = front.entity is not None and front.kind is PhraseKind.STATE and front.figure is None
    if owner and bare and event.names and event.names[0].first == event.core and joint == ["and"]:
        return not front.possessed  # "the Freedonian and Sylvanian strikes"
    weapon = (bool(front.concepts) and not front.is_plural and front.kind is PhraseKind.THING) or front.head in _WAYS
    return weapon and bare and not event.names and joint in (["and"], [","]) and not front.possessed


def _share_head(tokens: list[Token], found: list[Phrase]) -> None:
    """Give the head of the last phrase to the adjectives before it: "U.S., coalition, and merchant vessels"."""
    last = found[-1]
    if last.kind not in {PhraseKind.FORCE, PhraseKind.THING} or last.determiner is not None or last.figure is not None:
        return
    right, joined = last, False
    for phrase in reversed(found[:-1]):
        between = [t.lower for t in tokens[phrase.last : right.first]]
        joined = joined or "and" in between
        is_adjective = phrase.determiner is None and phrase.figure is None and phrase.last - phrase.first == 1
        is_name = is_adjective and phrase.kind is PhraseKind.STATE and bool(phrase.names)
        is_word = is_adjective and phrase.kind is PhraseKind.OTHER and phrase.head in _SHARING
        listed = joined or (is_name and tokens[right.first].lower in _SHARING)
        if between not in (["and"], [","], [",", "and"]) or not (is_name or is_word) or not listed:
            return
        phrase.kind, phrase.head, phrase.shared = last.kind, last.head, last
        right = phrase


def _phrase_at(tokens: list[Token], i: int, names: dict[int, Known], taken: frozenset[int]) -> Phrase | None:
    lex = lexicon()
    first, determiner, figure = i, None, None
    if tokens[i].lower in lex.words["stop.determiners"] and not _is_conjunction_that(tokens, i):
        determiner = tokens[i].lower
        if (count := number_at(tokens, i)) is not None:
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
    if determiner is None and i not in names and _is_infinitive(lex, tokens, i):
        return None
    if figure is None and i < len(tokens) and (count := number_at(tokens, i)) is not None:
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
    if (determiner is not None or figure is not None) and _is_front(lex, tokens, i, taken):
        i += 1
    core, spans = i, []
    while i < len(tokens) and i - core < MAX_WORDS and i not in taken:
        if i in names:
            if i > core and _begins_clause(lex, tokens, i, names[i]):
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
        elif (step := _goes_on(tokens, i, core)) > 0:
            i += step
        elif (i == core and _is_quoted_word(lex, tokens, i)) or (
            tokens[i].text == '"'
            and i + 2 < len(tokens)
            and tokens[i + 2].text == '"'
            and tokens[i + 1].is_capital
            and i > core
        ):
            i += 3
        elif (
            _is_initial(tokens, i, core)
            or (
                tokens[i].text == "."
                and i > core
                and tokens[i - 1].lower in lex.titles["military"] | {"mr", "mrs", "dr", "sen", "rep"}
            )
            or (tokens[i].lower == "of" and i > core and _joins_name(tokens, i))
            or _is_held(lex, tokens, i, core)
            or _is_nominal(lex, tokens, i, core)
        ):
            i += 1
        else:
            break
    if i > core + 1 and tokens[i - 1].lower in _DIRECTIONS and i < len(tokens) and tokens[i].lower in {"of", "from"}:
        # "missiles north of the port": the direction belongs to the place
        i -= 1
    if i == core:
        return None
    head = i - 1 if tokens[i - 1].text != ")" or i - 4 < core else i - 4
    return classed(lex, tokens, Phrase(first, i, PhraseKind.OTHER, core, tokens[head].lower, determiner, figure, spans))


def _is_initial(tokens: list[Token], i: int, core: int) -> bool:
    """Whether the full stop at i is that of a middle name: "John F. Doe"."""
    if tokens[i].text != "." or i < core + 2 or i + 1 >= len(tokens):
        return False
    initial = tokens[i - 1].text
    return len(initial) == 1 and initial.isupper() and tokens[i - 2].is_capital and tokens[i + 1].is_capital


def _is_quoted_word(lex: Lexicon, tokens: list[Token], i: int) -> bool:
    """Whether one word stands in quotation marks before an event's noun: "self-defense" strikes."""
    if i + 3 >= len(tokens) or tokens[i].text != '"' or tokens[i + 2].text != '"' or not tokens[i + 1].is_word:
        return False
    return lex.is_in(tokens[i + 3].lower, "nouns.attack", "nouns.strike")


def _is_front(lex: Lexicon, tokens: list[Token], i: int, taken: frozenset[int]) -> bool:
    """Whether the word at i only weighs or quotes the noun behind it: "the only hospital", "several allegedly"."""
    if i + 1 >= len(tokens) or i + 1 in taken or not _is_nominal(lex, tokens, i + 1, i):
        return False
    word = tokens[i].lower
    quoted = word == '"' and not (i + 2 < len(tokens) and tokens[i + 2].text == '"')
    return quoted or word in {"only", "very"} or (word.endswith("ly") and "-" in tokens[i + 1].text)


def _is_infinitive(lex: Lexicon, tokens: list[Token], i: int) -> bool:
    """Whether an unknown word behind "to" or "who" is a verb: "to pressure the ministry", "who control the north"."""
    token = tokens[i]
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if before == "to" and token.lower.endswith("s") and lex.is_in(token.lower, "nouns.attack", "nouns.strike"):
        return False
    if before not in {"to", "who"} or token.is_capital or "-" in token.text or not token.text[0].isalpha():
        return False
    # "a threat to merchant vessels" is none
    known = {token.lower, after} & lex.heads.keys() or token.lower in lex.words["stop.nominal"]
    return not known and number_of(token.lower) is None


def _begins_clause(lex: Lexicon, tokens: list[Token], i: int, known: Known) -> bool:
    """Whether a name behind a plural begins a clause without "that": "the drones Freedonia launched"."""
    before = tokens[i - 1].lower
    return known.name.kind in {NameKind.COUNTRY, NameKind.GROUP} and before in lex.heads and before.endswith("s")


def _is_conjunction_that(tokens: list[Token], i: int) -> bool:
    # "said that militants …": a plural or a name behind "that" shows a conjunction
    return tokens[i].lower == "that" and i > 0


def _joins_name(tokens: list[Token], i: int) -> bool:
    """Whether the "of" at i is part of a name: Secretary of State, Strait of Tiran, Ministry of Defense."""
    before = tokens[i - 1]
    return before.is_capital and before.lower in _OF_NAMES and i + 1 < len(tokens) and tokens[i + 1].is_capital


def _goes_on(tokens: list[Token], i: int, core: int) -> int:
    """How many tokens join two adjectives at i: "Iran-backed, Houthi-held land", "Greek-owned, and operated ship"."""
    if i <= core or "-" not in tokens[i - 1].text:
        return 0
    joint = [t.lower for t in tokens[i : i + 3]]
    if joint[:1] == [","] and "-" in (joint[1:2] or [""])[0]:
        return 1
    for length in (1, 2):
        words = joint[length : length + 1]
        if joint[:length] in (["and"], [",", "and"]) and words and words[0] in _RUN and i + length + 1 < len(tokens):
            return length + 1
    return 0


def _is_held(lex: Lexicon, tokens: list[Token], i: int, core: int) -> bool:
    """Whether "controlled" or "held" stands between the holder and the land: "a rebel controlled area"."""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if i > core and tokens[i].lower == "backed" and lex.heads.get(after) in {"group", "force"}:
        return True  # "Iranian backed militias"
    return i > core and tokens[i].lower in {"controlled", "held"} and lex.heads.get(after) == "area"


def _is_nominal(lex: Lexicon, tokens: list[Token], i: int, core: int) -> bool:
    token = tokens[i]
    word = token.lower
    if (word == "more" and i > core) or (word == "dead" and i > 0 and tokens[i - 1].lower == "shot"):
        return False
    if not token.is_word or (not token.text[0].isalpha() and not is_numeral(word) and "-" not in word and i == core):
        return False
    if word == "long":
        return i > 0 and tokens[i - 1].lower in lex.words["stop.determiners"]  # "has long been"
    if word in {"killing", "downing", "launch"} and i > 0 and tokens[i - 1].lower in lex.words["stop.determiners"]:
        return i + 1 < len(tokens) and tokens[i + 1].lower == "of"  # "the killing of a leader"
    if word == "operating" and i + 1 < len(tokens) and tokens[i + 1].lower in lex.words["stop.prepositions"]:
        return False  # "a destroyer operating in the gulf"
    if word in lex.words["stop.nominal"]:
        return not is_verb(tokens, i)
    if word in lex.heads or lex.is_in(word, "nouns.attack", "nouns.strike", "nouns.campaign"):
        return not is_verb(tokens, i)
    if lex.is_in(
        word,
        "stop.prepositions",
        "stop.conjunctions",
        "stop.pronouns",
        "stop.auxiliaries",
        "stop.determiners",
        "stop.adverbs",
    ):
        return False
    if lex.is_in(word, "speech.said", "stop.verbs", "verbs.intercept", "verbs.launch", "verbs.support", "verbs.kill"):
        return False
    if word in lex.words["verbs.hit"]:
        return i > core and not is_verb(tokens, i)
    if "-" in word:
        return True
    named = token.is_capital and i > core and i + 1 < len(tokens) and tokens[i + 1].is_capital
    placed = i > 0 and tokens[i - 1].lower in {"in", "at", "near", "from", "of"}  # "in Safed", "near Beijing"
    if token.is_capital and i > 0 and (named or placed or not word.endswith(("ed", "ing"))):
        return True
    if (
        word.endswith("ed")
        and i
        and tokens[i - 1].lower in lex.words["stop.determiners"] | {"'s"}
        and not is_verb(tokens, i)
    ):
        return True  # "the army's targeted air strikes"
    return not (word.endswith(("ed", "ing", "ly")) and len(word) > 4)
