"""The doubting words before a verb or a noun: "suspected", "may have", "reportedly"."""

from __future__ import annotations

from collections.abc import Callable

from belligraph.extract.lexicon import lexicon
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase
from belligraph.model.sheet import Modality

__all__ = ["SUSPECTED", "hedge_before", "hedge_of_verb", "hedge_within", "reported_behind", "rumoured"]

_BEING = frozenset(["was", "were", "has", "have", "been", "also"])
_NEAR = 12
SUSPECTED = frozenset(["suspected", "presumed", "alleged"])
_RUMOURS = frozenset(["reports", "rumors", "rumours", "allegations", "speculation"])
_WEIGHED = frozenset(["claims", "claim", "suggestions"])
_WEIGHING = frozenset(["assessing", "investigating", "reviewing", "examining", "of", "about"])
_ASKED = frozenset(["about", "of", "on", "to", "by", "were", "are", "been", "despite", "amid"])
_CLAUSE = 16
_ALSO = " also"
_AUXILIARIES = frozenset(["have", "had", "has", "been", "be", "being", "was", "were", "are", "is", "to"])


def hedge_before(parsed: Parsed, i: int) -> tuple[Modality, str] | None:
    """The doubting word in the phrase or among the auxiliaries before token i, and what it does to a claim."""
    return _hedge(parsed, i, lambda between: not any(c in between for c in ',;"'))


def hedge_within(parsed: Parsed, phrase: Phrase) -> tuple[Modality, str] | None:
    """The word of a phrase that doubts whom it names: "suspected rebels"."""
    k = next((k for k in range(phrase.first, phrase.last - 1) if parsed.lower(k) in SUSPECTED), None)
    if k is None:
        return None
    return Modality.UNSPECIFIED if parsed.lower(k) == "alleged" else Modality.PROBABLE, parsed.tokens[k].text


def rumoured(parsed: Parsed, i: int) -> tuple[Modality, str] | None:
    """The "reports" of a clause that nobody vouches for: "asked about reports that jets had struck a convoy"."""
    that = next((k for k in range(i - 1, max(i - _CLAUSE, 0), -1) if parsed.lower(k) in {"that", ","}), 0)
    weighed = parsed.lower(that - 1) in _WEIGHED and parsed.lower(that - 2) in _WEIGHING
    if parsed.lower(that) != "that" or not (weighed or parsed.lower(that - 1) in _RUMOURS):
        return None
    before = parsed.phrase_at.get(that - 2)
    told = before is None or before.last == that or parsed.lower(before.first - 1) in _ASKED
    return (Modality.UNSPECIFIED, parsed.tokens[that - 1].text) if told else None


def hedge_of_verb(parsed: Parsed, i: int) -> tuple[Modality, str] | None:
    """The doubting word that is of the verb at i itself: "may have died", "are believed to have been killed"."""
    return _hedge(parsed, i, lambda between: set(between.split()) <= _AUXILIARIES)


def reported_behind(parsed: Parsed, phrase: Phrase) -> int | None:
    """The "reported" of an event that nobody named reports: "shelling was reported in the city"."""
    verb = next((k for k in range(phrase.last, phrase.last + _NEAR) if k in parsed.verbs or parsed.lower(k) in _BEING), None)
    if verb is None:
        return None
    told = next((k for k in range(verb, verb + 4) if parsed.lower(k) not in _BEING), verb)
    return told if told > verb and parsed.lower(told) == "reported" and parsed.lower(told + 1) != "by" else None


def _hedge(parsed: Parsed, i: int, is_near: Callable[[str], bool]) -> tuple[Modality, str] | None:
    lex = lexicon()
    low = max(i - 7, 0)
    window = parsed.view.normal[parsed.start(low) : parsed.start(i)]
    lowered = f" {window.lower()}"
    also = lowered.find(" also ")  # "may also have hit"
    if also >= 0:
        lowered = lowered[:also] + lowered[also + len(_ALSO) :]
    for name in ("probable", "possible", "unspecified"):
        for words in lex.phrases[f"doubt.{name}"]:
            at = lowered.find(f" {words} ")
            if at < 0 or not is_near(lowered[at + len(words) + 1 :]):
                continue
            start, end = at, at + len(words)
            if also >= 0:
                start += len(_ALSO) * (also <= start)
                end += len(_ALSO) * (also <= end)
            return Modality(name), parsed.view.evidence(parsed.start(low) + start, parsed.start(low) + end).quote
    return None
