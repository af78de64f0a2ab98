"""Telling a verb from a noun where English writes both alike: "US strikes missiles", "US strikes on missiles"."""

from __future__ import annotations

from itertools import pairwise

from belligraph.extract.lexicon import Lexicon, NameKind, lexicon, word_set
from belligraph.extract.quantities import number_at
from belligraph.extract.tokens import Token

__all__ = ["HABITUALLY", "VERBS", "is_only_possible", "is_passive", "is_reduced_passive", "is_verb"]

# the word lists of what may be a verb
VERBS = ("verbs.hit", "verbs.intercept", "verbs.launch", "verbs.support", "verbs.kill", "speech.said", "stop.verbs")
_BE = word_set("is are was were be been being get got")
_TO_OR_MODAL = word_set("to will would can could may might must shall should did not n't never")
_SUBJECTS = word_set("we they it he she who which i you that")
_PASTS = frozenset(["struck", "sank", "overran", "overrun", "fell", "spoke", "met"])
_LISTED = frozenset(["hit", "shot", "sunk", "struck"])
_BEHIND_NOUN = word_set("included include comprised were are")
_HARMED = frozenset(["killed", "wounded", "injured"])
HABITUALLY = word_set("consistently persistently generally usually often regularly routinely frequently repeatedly")
_TRYING = frozenset(["effort", "efforts", "attempt", "attempts", "intent", "intention"])
_PLANNING = frozenset(["plan", "plot", "organize", "organise", "inspire", "prepare"])
_FAR_PLANNED = 12
_ABLE = word_set(
    "ability abilities capability capabilities capacity able capable desire policy right rights interest readiness"
)
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday overnight")
_FAR = 7
_NOUN_BEFORE = frozenset(["'s", '"', "(", "and", "or"])


def is_verb(tokens: list[Token], i: int) -> bool:
    """Whether the word at i, which may be a noun or a verb, is used as a verb, judged by its neighbours."""
    lex = lexicon()
    word = tokens[i].lower
    if not lex.is_in(word, *VERBS):
        return False
    if i > 1 and tokens[i - 1].lower in HABITUALLY:
        tokens, i = [*tokens[: i - 1], *tokens[i:]], i - 1  # "the group generally targets positions"
    before = tokens[i - 1].lower if i else ""
    if before == "to" and (word.endswith("s") and not word.endswith("ss")):
        return False  # "in response to attacks": no infinitive has that ending
    if before == "that" and i > 1 and tokens[i - 2].lower in lex.words["stop.prepositions"]:
        return False  # "were killed in that attack"
    if before in _TO_OR_MODAL or before in _SUBJECTS:
        return True
    if word in {"carry", "carries"} and i + 1 < len(tokens) and tokens[i + 1].lower == "out":
        return True
    if (word.endswith(("ed", "ing")) and word not in {"bombing", "shelling"}) or word in _PASTS:
        return before not in lex.words["stop.determiners"] | {"'s"} or not _noun_follows(lex, tokens, i)
    if word in _LISTED and before in {",", "and"} and _begins_object(lex, tokens, i + 1):
        return True
    if i == 0 or before in lex.words["stop.determiners"] or before in _NOUN_BEFORE or not tokens[i - 1].is_word:
        return False
    if before in lex.words["stop.prepositions"] or before[0].isdigit():
        return False
    if word == "targets" and i + 1 < len(tokens) and tokens[i + 1].lower in _BEHIND_NOUN:
        return False  # "the strike targets included"
    if lex.is_in(before, "nouns.attack", "nouns.strike"):
        return not lex.is_in(word, "nouns.attack", "nouns.strike") or word == "strike"
    return _agrees(tokens, i) and _starts_phrase(lex, tokens, i + 1) and _may_be_subject(lex, tokens, i - 1)


def _agrees(tokens: list[Token], i: int) -> bool:
    """Whether subject and verb agree in number: "a drone attack" and "rebels attacks" are no sentences."""
    word, before = tokens[i].lower, tokens[i - 1].text
    if word in {"hit", "shot", "cut"}:
        return True
    plural = (before.endswith("s") and not before.isupper()) or before.lower() in {
        "people",
        "men",
        "military",
        "police",
        "gunmen",
    }
    singular = not before.endswith("s") or before.isupper() or before.lower() in {"hamas", "isis"}
    return singular if word.endswith("s") else plural and before.lower() not in {"hamas"}


def is_passive(tokens: list[Token], i: int) -> bool:
    """Whether the verb at i is a passive participle: behind a form of "be", or before "by"."""
    word = tokens[i].lower
    if word.endswith("ing") or (word.endswith("s") and word != "us"):
        return False
    for back in range(i - 1, max(i - 4, -1), -1):
        if tokens[back].lower in _BE:
            return True
        if not tokens[back].lower.endswith("ly") and tokens[back].lower not in {"also", "not", "then", "later", "never"}:
            break
    return i + 1 < len(tokens) and tokens[i + 1].lower == "by"


def is_only_possible(tokens: list[Token], i: int) -> bool:
    """Whether words before token i tell of what somebody can or wants to do: "their ability to plan and conduct attacks"."""
    window = [t.lower for t in tokens[max(i - _FAR, 0) : i]]
    if not _ABLE.isdisjoint(window) and any(w in _ABLE and after in {"to", "of"} for w, after in pairwise(window)):
        return True
    allowed = [k for k, w in enumerate(window) if w == "authorized"]
    if any(k > 0 and window[k - 1] in {"are", "is"} and window[k + 1 : k + 2] == ["to"] for k in allowed):
        return True  # "forces are authorized to conduct strikes"
    # "efforts by rebels to plan, organize, and conduct attacks", "their ability to further plot and carry out attacks"
    window = [t.lower for t in tokens[max(i - _FAR_PLANNED, 0) : i]]
    if _PLANNING.isdisjoint(window):
        return False
    begin = next((k for k, w in enumerate(window) if w in _PLANNING and "to" in window[max(k - 2, 0) : k]), None)
    return begin is not None and any(w in _ABLE or w in _TRYING for w in window[:begin]) and "." not in window


def is_reduced_passive(tokens: list[Token], i: int) -> bool:
    """Whether "killed", "wounded" or "injured" at i has lost its "were": "three militants killed in response"."""
    if tokens[i].lower not in _HARMED:
        return False
    if i + 1 == len(tokens):
        return True
    if number_at(tokens, i + 1) is not None:
        return False  # "killed between three and five": the preposition belongs to the figure
    if tokens[i + 1].lower == "and" and number_at(tokens, i + 2) is not None:
        return True
    return tokens[i + 1].lower in lexicon().words["stop.prepositions"] or tokens[i + 1].text in ".,;"


def _begins_object(lex: Lexicon, tokens: list[Token], i: int) -> bool:
    """Whether an article, a number or "its" begins at i: the object of a verb, behind which no noun of force stands so."""
    i += i < len(tokens) and tokens[i].lower == "down"
    return i < len(tokens) and (tokens[i].lower in lex.words["stop.determiners"] or number_at(tokens, i) is not None)


def _noun_follows(lex: Lexicon, tokens: list[Token], i: int) -> bool:
    return i + 1 < len(tokens) and (
        tokens[i + 1].lower in lex.heads or lex.is_in(tokens[i + 1].lower, "nouns.attack", "nouns.strike")
    )


def _starts_phrase(lex: Lexicon, tokens: list[Token], i: int) -> bool:
    if i >= len(tokens):
        return False
    word = tokens[i].lower
    if word == "that" or word in _DAYS:
        return False
    if word in lex.words["stop.determiners"] or word in lex.heads or word[0].isdigit() or "-" in word[1:]:
        return True
    if lex.is_in(
        word, "stop.prepositions", "stop.conjunctions", "stop.auxiliaries", "verbs.hit", "speech.said", "stop.adverbs"
    ):
        return False
    if word.endswith(("ed", "ing", "ly")) or not tokens[i].is_word:
        return False
    return tokens[i].is_capital or word in {"back", "them", "him", "us"} or tokens[i - 1].lower not in lex.heads


def _may_be_subject(lex: Lexicon, tokens: list[Token], i: int) -> bool:
    word = tokens[i].lower
    if word in lex.heads:
        return lex.heads[word] in {"force", "group", "official", "vehicle", "body", "weapon"}
    if any(form == (tokens[i].text,) and name.kind is NameKind.DEMONYM for form, name in lex.names.get(word, ())):
        return word.endswith("s")  # "Israeli strikes" are no sentence
    return (tokens[i].is_capital and "-" not in word) or word == ")"
