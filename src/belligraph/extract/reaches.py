"""How far back what is said reaches, where its speaker stands behind it: "…, where ten died, according to police"."""

from __future__ import annotations

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.scopes import Scope

__all__ = ["begin_of", "end_within", "goes_on_after"]

_RELATIVE = word_set("where which who whose")
_GOING_ON = word_set("saying claiming adding")
_JOINING = word_set("while but and as")
_HAVING = word_set("has have had")
_COUNTS = word_set("tally tallies count counts figures estimates estimate toll")
_KILLING = word_set("killing wounding injuring leaving")
_FAR = 9


def begin_of(parsed: Parsed, i: int, head: str, found: list[Scope]) -> int:
    """Where begins what a speaker behind it says; i is the first token of the attribution, `head` the noun it names.

    `found` are the reports that the sentence has told before: what follows them behind a joint is another's word.
    """
    first = parsed.sentence.start
    ahead = [s for s in found if first < s.start < parsed.start(i) and s.end == parsed.sentence.end]
    for k in range(i - 2, 1, -1):
        if parsed.lower(k) == ";" and any(s.start < parsed.start(k) for s in found):
            return parsed.start(k)
        if parsed.lower(k) in _RELATIVE and head in _COUNTS and "killed" in {parsed.lower(j) for j in range(k, k + 4)}:
            return parsed.start(k)
        if parsed.lower(k) == "that" and head in _COUNTS and parsed.lower(k + 1) == "killed":
            return parsed.start(k)  # "an attack that killed 30 people, according to Freedonian tallies"
        if parsed.lower(k) != ",":
            continue
        word = parsed.lower(k + 1)
        if word in _GOING_ON and any(s.start <= parsed.start(k + 1) + len(word) + 1 for s in found):
            return max(parsed.start(k), *(s.start for s in found if s.end > parsed.start(k)))
        if word in _RELATIVE and _has_done(parsed, k + 2, i):
            return parsed.start(k)  # "in Mirefield, where strikes have killed 30 people, according to"
        if word == "including" and "which" in {parsed.lower(j) for j in range(k + 2, i)}:
            return parsed.start(k)  # "four strikes, including one in which two died, according to"
        if word in _KILLING and head in _COUNTS:
            return parsed.start(k)
        joins = word in _JOINING and any(v in parsed.verbs for v in range(k + 2, i))
        if joins and ahead and max(s.start for s in ahead) < parsed.start(k):
            return parsed.start(k)  # "The army said it hit a depot, while ten died, according to medics"
    return first


def end_within(parsed: Parsed, i: int) -> int | None:
    """Where a clause between commas ends that somebody says: "raids, which officials said hit 85 targets, came after"."""
    lex = lexicon()
    for k in range(i + 1, len(parsed.tokens)):
        if parsed.lower(k) != ",":
            continue
        after = k + 1
        while lex.is_in(parsed.lower(after), "stop.auxiliaries", "stop.adverbs") or parsed.lower(after).endswith("ly"):
            after += 1
        if after in parsed.verbs and not parsed.lower(after).endswith("ing"):
            return parsed.start(k)
    return None


def _has_done(parsed: Parsed, first: int, last: int) -> bool:
    """Whether a clause tells what "has killed" or "had killed": a background of its own."""
    return any(
        parsed.lower(k) in _HAVING and {"killed", "died"} & {parsed.lower(k + 1), parsed.lower(k + 2), parsed.lower(k + 3)}
        for k in range(first, min(first + _FAR, last))
    )


def goes_on_after(parsed: Parsed, i: int) -> bool:
    """Whether what is said follows the verb at i: "In Paris, officials said that …", not "…, officials said."."""
    rest = [k for k in range(i + 1, len(parsed.tokens)) if k not in parsed.taken and parsed.tokens[k].is_word]
    if (
        parsed.lower(i + 1) == "that"
        or parsed.lower(i + 1) == '"'
        or (parsed.lower(i + 1) == "," and parsed.lower(i + 2) == '"')
    ):
        return True
    if parsed.lower(i + 1) in {"it", "they", "he", "she", "there"}:
        return True
    for k in range(i + 1, min(i + 8, len(parsed.tokens))):
        # "X said in separate statements that …"
        if parsed.lower(k) == "that" and parsed.lower(i + 1) in {"in", "on", "at", "during", "late", "early"}:
            return True
        if k in parsed.verbs or parsed.lower(k) == ",":
            break
    follower = next((k for k in range(i + 1, len(parsed.tokens)) if k not in parsed.taken), i + 1)
    if follower > i + 1 and parsed.lower(follower) == "that":
        return True
    if parsed.lower(i + 1) in {"in", "on", "at", "during", "late", "early", "to"} or not rest:
        return False
    tells = len(rest) > 4 or any(k in parsed.verbs for k in rest)
    return tells and not any(v in parsed.verbs for v in range(i))
