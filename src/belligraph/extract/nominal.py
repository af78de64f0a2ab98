"""Whether a word belongs to a noun phrase: as its noun, before it, or between the parts of a name."""

from __future__ import annotations

from functools import cache

from belligraph.extract.clauses import UNITS
from belligraph.extract.lexicon import Lexicon, NameKind, lexicon, word_set
from belligraph.extract.names import Known
from belligraph.extract.quantities import OPENING, is_numeral, number_of
from belligraph.extract.tokens import Token
from belligraph.extract.verbs import is_verb

__all__ = [
    "begins_clause",
    "goes_on",
    "is_conjunction_that",
    "is_front",
    "is_held",
    "is_infinitive",
    "is_initial",
    "is_nominal",
    "is_outside",
    "joins_name",
    "quoted_words",
]

_WITH_TO = frozenset(["with", "to"])
_POSTPOSED = {
    **dict.fromkeys(["armed", "equipped", "loyal", "aligned", "allied", "linked", "opposed", "close"], _WITH_TO),
    "known": frozenset(["as", "to", "for"]),
    "full": frozenset(["of"]),
    "bound": frozenset(["for"]),
    "deep": frozenset(["in", "into", "inside"]),
}
_HELD = frozenset(["backed", "controlled", "held"])
_WEIGHING = frozenset(['"', "most", "only", "very"])
_RUN = frozenset(["operated", "owned", "managed", "flagged", "crewed"])
_DONE_BY_HAND = word_set("shooting shootings stabbing stabbings")
_DEADLY = word_set("mass deadly fatal school 's drive-by knife")
_LAUNCHED_FROM = word_set(
    """site sites position positions pad pads platform platforms area areas facility facilities point points location
    locations"""
)
_DONE_THERE = word_set(
    """fighting firing launching staging gathering assembling meeting processing collecting hiding sleeping mining drilling
    loading"""
)
_OF_NAMES = word_set(
    """secretary minister ministry department strait gulf port bay sea province university chiefs chief joint house
    isle"""
)
_ARABIC = frozenset(["Dar", "Deir", "Umm", "Abu", "Ras", "Tal", "Wadi", "Jabal", "Bab", "Beit", "Ain", "Qasr", "Bir"])
_QUOTED = 3  # words
_NOUNS_IN_LY = word_set("tally family assembly supply rally")
_BY_NEIGHBOURS = (
    _DONE_BY_HAND
    | _DONE_THERE
    | _POSTPOSED.keys()
    | word_set("more dead long killing downing launch operating hostage hosts houses intercepts")
)
_CLOSED = (
    "stop.prepositions",
    "stop.conjunctions",
    "stop.pronouns",
    "stop.auxiliaries",
    "stop.determiners",
    "stop.adverbs",
)
_VERBS = ("speech.said", "stop.verbs", "verbs.intercept", "verbs.launch", "verbs.support", "verbs.kill")


def is_initial(tokens: list[Token], i: int, core: int) -> bool:
    """Whether the full stop at i is that of a middle name: "John F. Doe"."""
    if tokens[i].text != "." or i < core + 2 or i + 1 >= len(tokens):
        return False
    initial = tokens[i - 1].text
    return len(initial) == 1 and initial.isupper() and tokens[i - 2].is_capital and tokens[i + 1].is_capital


def quoted_words(lex: Lexicon, tokens: list[Token], i: int) -> int:
    """How many tokens a few words in quotation marks before a noun take, marks included; 0 if there are none.

    One word before an event's noun, "self-defense" strikes; up to three before a site's, two "terror command" sites.
    """
    if tokens[i].text != '"':
        return 0
    end = next((k for k in range(i + 1, min(i + _QUOTED + 2, len(tokens))) if not tokens[k].is_word), i)
    if end <= i + 1 or tokens[end].text != '"' or end + 1 >= len(tokens):
        return 0
    noun = tokens[end + 1].lower
    if end == i + 2 and lex.is_in(noun, "nouns.attack", "nouns.strike"):
        return end + 1 - i
    is_site = lex.heads.get(noun) in {"facility", "thing"}
    return end + 1 - i if is_site and not any(t.is_capital for t in tokens[i + 1 : end]) else 0


def is_front(lex: Lexicon, tokens: list[Token], i: int, taken: frozenset[int]) -> bool:
    """Whether the word at i only weighs or quotes the noun behind it: "the only hospital", "several allegedly"."""
    if i + 1 >= len(tokens) or i + 1 in taken:
        return False
    word = tokens[i].lower
    if word not in _WEIGHING and not word.endswith("ly"):
        return False
    quoted = word == '"' and tokens[min(i + 2, len(tokens) - 1)].text != '"' and not quoted_words(lex, tokens, i)
    adverb = word.endswith("ly") and not (tokens[i].is_capital and i > 0)  # "the Gravely"
    graded = (word == "most" or adverb) and ("-" in tokens[i + 1].text or tokens[i + 1].lower.endswith("ed"))
    return (quoted or graded or word in {"only", "very"}) and is_nominal(lex, tokens, i + 1, i)


def is_infinitive(lex: Lexicon, tokens: list[Token], i: int) -> bool:
    """Whether an unknown word behind "to" or "who" is a verb: "to pressure the ministry", "who control the north"."""
    token = tokens[i]
    before = tokens[i - 1].lower if i else ""
    if before not in {"to", "who"}:
        return False
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if before == "to" and token.lower.endswith("s") and lex.is_in(token.lower, "nouns.attack", "nouns.strike"):
        return False
    if token.is_capital or "-" in token.text or not token.text[0].isalpha():
        return False
    # "a threat to merchant vessels" is none
    known = {token.lower, after} & lex.heads.keys() or token.lower in lex.words["stop.nominal"]
    return not known and number_of(token.lower) is None


def begins_clause(lex: Lexicon, tokens: list[Token], i: int, known: Known) -> bool:
    """Whether a name behind a plural begins a clause without "that": "the drones Freedonia launched"."""
    before = tokens[i - 1].lower
    if before == "time":
        return tokens[i - 2].lower not in {"prime", "war"}  # "the first time Freedonia struck"
    return known.name.kind in {NameKind.COUNTRY, NameKind.GROUP} and before in lex.heads and before.endswith("s")


def is_conjunction_that(tokens: list[Token], i: int) -> bool:
    """Whether the "that" at i opens a clause, "said that militants …": only at a sentence's head is it a determiner."""
    return tokens[i].lower == "that" and i > 0


def joins_name(tokens: list[Token], i: int) -> bool:
    """Whether the "of" at i is part of a name, Secretary of State, Strait of Tiran, or the "as" of Dar as Salam."""
    before = tokens[i - 1]
    if tokens[i].lower != "of":
        return before.text in _ARABIC and i + 1 < len(tokens) and tokens[i + 1].is_capital
    return before.is_capital and before.lower in _OF_NAMES and i + 1 < len(tokens) and tokens[i + 1].is_capital


def goes_on(tokens: list[Token], i: int, core: int) -> int:
    """How many tokens join two adjectives at i: "Iran-backed, Houthi-held land", "Greek-owned, and operated ship"."""
    if i > core and tokens[i].lower == "and" and tokens[i - 1].lower == "command":
        return 2 if [t.lower for t in tokens[i + 1 : i + 2]] == ["control"] else 0  # "command and control centers"
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


def is_held(lex: Lexicon, tokens: list[Token], i: int, core: int) -> bool:
    """Whether "controlled" or "held" stands between the holder and the land: "a rebel controlled area"."""
    word = tokens[i].lower
    if i <= core or word not in _HELD or i + 1 >= len(tokens):
        return False
    behind = lex.heads.get(tokens[i + 1].lower)
    return behind in {"group", "force"} if word == "backed" else behind == "area"  # "Iranian backed militias"


def is_outside(token: Token) -> bool:
    """Whether a phrase never begins with a word or mark, whatever stands beside it; names are for the caller to know."""
    return token.lower in _outsiders() or (not token.is_word and token.text != '"')


@cache
def _nouns() -> frozenset[str]:
    return lexicon().union("stop.nominal", "nouns.attack", "nouns.strike", "nouns.campaign") | lexicon().heads.keys()


@cache
def _no_nouns() -> frozenset[str]:
    return lexicon().union(*_CLOSED, *_VERBS)


@cache
def _outsiders() -> frozenset[str]:
    """The words of closed classes that neither determine nor count, and are no nouns."""
    lex = lexicon()
    told = lex.words["stop.determiners"] | _nouns() | OPENING | _BY_NEIGHBOURS
    words = lex.union(*_CLOSED) - told - {"only", "very", "most"}
    return frozenset(word for word in words if not word.endswith(("ed", "ly")))


def is_nominal(lex: Lexicon, tokens: list[Token], i: int, core: int) -> bool:
    """Whether the word at i may stand in the phrase whose first word behind article and number is at `core`."""
    token = tokens[i]
    word = token.lower
    if not token.is_word or (not token.text[0].isalpha() and "-" not in word and i == core and not is_numeral(word)):
        return False
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    determined = before in lex.words["stop.determiners"]
    if word.endswith("ed"):
        graded = i > 1 and (before == "most" or (before.endswith("ly") and not tokens[i - 1].is_capital))
        leading = tokens[i - 2].lower if graded else ""
        if graded and (leading == "'s" or lex.is_in(leading, "stop.determiners", "stop.prepositions")):
            return True  # "the city's most fortified base", "a heavily guarded airport", "with heavily armed rebels"
        if after == "by":
            return False  # "a checkpoint manned by soldiers"
    if word in _BY_NEIGHBOURS and (told := _told_by_neighbours(lex, tokens, i, core)) is not None:
        return told
    if after == "times" and i > core and number_of(word) is not None:
        return False  # "came under attack 23 times"
    if (after in UNITS or after == "nautical") and i > core and number_of(word) is not None:
        return False  # "a ship 60 nautical miles from the port"
    if word in _nouns():
        return not is_verb(tokens, i)
    if word in _no_nouns():
        # "the Rose Hotel" is called by what may be a verb
        return before == "the" and token.is_capital and bool(after) and tokens[i + 1].is_capital
    if word in lex.words["verbs.hit"]:
        if word.endswith("ed") and before in {"a", "an", "the"} and after:
            return lex.is_in(after, "nouns.attack", "nouns.strike")  # "a targeted strike"
        return i > core and not is_verb(tokens, i)
    if "-" in word:
        return True
    beside = (i > core and tokens[i - 1].is_capital) or (bool(after) and tokens[i + 1].is_capital)
    if token.is_capital and beside and word in lex.words["capitals.names"]:
        return True  # "Omar Khaled", "Mohamed Reed"
    if token.is_capital and i > 0:
        named = i > core and bool(after) and tokens[i + 1].is_capital
        placed = before in {"in", "at", "near", "from", "of"}  # "in Safed", "near Beijing"
        if named or placed or not word.endswith(("ed", "ing")):
            return True
    if word.endswith("ed") and (determined or before == "'s") and not is_verb(tokens, i):
        return True  # "the army's targeted air strikes"
    if (word, after) in {("living", "quarters"), ("working", "dog")}:
        return True
    if word.endswith("ing") and before in {"a", "an"} and i + 1 < len(tokens):
        # "an engineering plant", "a shopping center"
        return lex.heads.get(after) in {"facility", "thing"} or after in {"center", "centre"}
    return not (word.endswith(("ed", "ing", "ly")) and len(word) > 4) or word in _NOUNS_IN_LY


def _told_by_neighbours(lex: Lexicon, tokens: list[Token], i: int, core: int) -> bool | None:
    """Whether a word that the words beside it tell of belongs to a phrase; None if they do not."""
    word = tokens[i].lower
    before = tokens[i - 1].lower if i else ""
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    determined = before in lex.words["stop.determiners"]
    if (word == "more" and i > core) or (word == "dead" and before == "shot"):
        return False
    if word in {"hosts", "houses"}:
        return False if before in {"that", "which"} else None  # "a base that hosts troops"
    if word == "intercepts":
        return True if determined else None  # "the intercepts took place over two regions"
    if word == "long":
        return determined  # "has long been"
    if word in {"killing", "downing", "launch"} and determined:
        return after == "of"  # "the killing of a leader"
    if after in _POSTPOSED.get(word, frozenset()):
        return False  # "militants armed with rifles", "forces loyal to a general"
    if word == "operating" and after in lex.words["stop.prepositions"]:
        return False  # "a destroyer operating in the gulf"
    if word == "hostage" and i > core and not (after and is_nominal(lex, tokens, i + 1, core)):
        return False  # "took 20 people hostage"
    if word in _DONE_BY_HAND:
        return determined or before in _DEADLY
    # "a launch site", "two militia fighting positions"
    return True if after in _LAUNCHED_FROM and (word == "launch" or (word in _DONE_THERE and i > core)) else None
