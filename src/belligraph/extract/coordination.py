"""What an "and" or a comma goes on with: the verb whose subject the one behind it has too, a place behind a list."""

from __future__ import annotations

from belligraph.extract.clauses import BEING
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.words import Words

__all__ = ["finding_before", "goes_on_at", "is_passed", "listed_before"]

_PLACES = frozenset({PhraseKind.NAME, PhraseKind.PLACE, PhraseKind.FACILITY, PhraseKind.AREA, PhraseKind.STATE})

_PASTS = word_set("shot struck hit sank sunk overran blew took")
_POSING = word_set("presented posed presents poses represented constituted")
_FINDING = word_set("determined assessed concluded identified established")


def is_passed(words: Words, j: int, i: int) -> bool:
    """Whether "and" does not lead the verb at i back to the one at j: "stopped men trying to enter and killed six"."""
    if _is_aside(words, j):
        return True
    finite = words.lower(i).endswith("ed") and words.lower(i - 1) not in BEING
    inner = words.lower(j - 1) == "to" or (words.lower(j).endswith("ing") and words.phrase_at.get(j - 1) is not None)
    return finite and inner and words.lower(j - 1) not in {"is", "are", *BEING}


def finding_before(words: Words, verb: int, i: int) -> int:
    """The verb that "and" goes on with: "forces determined the missile posed a threat, and destroyed it"."""
    posing = words.phrase_at.get(verb - 1)
    found = posing.first - 1 - (words.lower(posing.first - 1) == "that") if posing is not None else -1
    hits = lexicon().is_in(words.lower(i), "verbs.hit", "verbs.intercept")
    return found if hits and words.lower(verb) in _POSING and words.lower(found) in _FINDING else verb


def listed_before(words: Words, comma: int) -> int | None:
    """The verb before a comma that the verb behind it goes on from: both tell of force, and an "and" ends the list."""
    i = comma + 1
    if not _is_deed(words, i) or words.lower(i + 1) == "by":
        return None
    verb = next((j for j in range(comma - 1, max(comma - 20, -1), -1) if j in words.verbs), None)
    joint = next((j for j in range(i + 1, min(i + 20, len(words.tokens))) if words.lower(j) == "and"), None)
    if verb is None or not _is_deed(words, verb) or joint is None:
        return None
    return verb if any(_is_deed(words, j) for j in (joint + 1, joint + 2)) else None


def _is_deed(words: Words, i: int) -> bool:
    """Whether a verb of force in the past tense stands at i, with its object behind it."""
    lists = ("verbs.hit", "verbs.intercept", "verbs.launch", "verbs.kill", "verbs.seize")
    thing = words.phrase_at.get(i + 2 if words.lower(i + 1) == "down" else i + 1)
    past = words.lower(i).endswith("ed") or words.lower(i) in _PASTS
    return i in words.verbs and past and thing is not None and lexicon().is_in(words.lower(i), *lists)


def _is_aside(words: Words, j: int) -> bool:
    """Whether a participle only describes what a preposition brings: "walked into a shop made of corrugated tin and …"."""
    lex = lexicon()
    if words.lower(j - 1) in lex.words["stop.prepositions"] - {"to", "by"} and words.lower(j).endswith("ed"):
        return True
    noun = words.phrase_at.get(j - 1)
    if noun is None or words.lower(noun.first - 1) not in lex.words["stop.prepositions"]:
        return False
    participle = words.lower(j).endswith("ed") or words.lower(j) in {"made", "held", "run"}
    return participle and words.lower(j + 1) in {"of", "by"}


def goes_on_at(words: Words, k: int) -> bool:
    """Whether ", in Mirefield" goes on at k, with a place in front of a comma, "and" or the end."""
    place = words.phrase_at.get(k + 2) if words.lower(k + 1) in {"in", "near", "at"} else None
    named = place is not None and place.kind in _PLACES and not place.possessed
    return named and place is not None and words.lower(place.last) in {"", ".", ",", "and"}
