"""Verbs that bring words without "say": to accuse, to put a toll at, what an assessment is; and claims that bring none."""

from __future__ import annotations

from belligraph.extract.lexicon import lexicon
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.verbs import is_passive

__all__ = [
    "DISMISSING",
    "HELPING",
    "SAYING",
    "acts_at",
    "is_accusing",
    "is_assessed",
    "is_claiming",
    "is_counting",
    "is_posting",
    "source_of",
    "told_before",
]

_MEDIA = frozenset(["x", "telegram", "twitter", "facebook", "social", "media", "platform", "channel", "website"])
_ACCUSING = frozenset(["accused", "accuses", "blamed", "blames", "attributed", "attributes"])
_COUNTING = frozenset(["put", "puts", "raised", "raises", "revised"])
_CLAIMING = frozenset(["claimed", "claims", "claim"])
DISMISSING = frozenset(["dismissed", "dismisses", "rejected", "rejects", "rebuffed", "disputed", "disputes", "refuted"])
# "denied supplying the missiles used in the attack": help is denied, no attack
HELPING = frozenset(["supplying", "arming", "providing", "training", "funding", "backing", "financing", "helping", "giving"])
# the words that one of the functions below may answer for
SAYING = _ACCUSING | _COUNTING | _CLAIMING | {"is", "was", "posted"}
_GIVEN = frozenset(["provided", "issued", "compiled", "released", "published", "given", "kept"])
_GIVING = frozenset({PhraseKind.BODY, PhraseKind.FORCE, PhraseKind.MEDIA, PhraseKind.FACILITY, PhraseKind.NAME})


def source_of(parsed: Parsed, named: Phrase) -> Phrase | None:
    """Whose word "according to" gives where no speaker is named: a name alone, a hospital, or who made "a list"."""
    if named.kind is PhraseKind.NAME and named.determiner is None:
        return named
    if named.kind is PhraseKind.FACILITY and any(t.is_capital for t in parsed.tokens[named.core : named.last]):
        return named
    by = parsed.lower(named.last) in _GIVEN and parsed.lower(named.last + 1) == "by"
    maker = parsed.phrase_at.get(named.last + 2) if by else None
    return maker if maker is not None and maker.kind in _GIVING else None


def is_accusing(parsed: Parsed, i: int) -> bool:
    """Whether the verb at i accuses: "the army accused rebels of firing on a town" is what the army says."""
    return i in parsed.verbs and parsed.lower(i) in _ACCUSING and not is_passive(parsed.tokens, i)


def is_counting(parsed: Parsed, i: int) -> bool:
    """Whether the verb at i gives a toll: "the mayor put the death toll at 12", "raised to six the number of dead"."""
    if parsed.lower(i) not in _COUNTING or is_passive(parsed.tokens, i):
        return False
    return any(parsed.lower(k) in {"toll", "number"} for k in range(i + 1, i + 7))


def is_assessed(parsed: Parsed, i: int) -> bool:
    """Whether "is" brings what an assessment says: "the army's initial assessment is that nobody was hurt"."""
    told = parsed.phrase_at.get(i - 1)
    return (
        parsed.lower(i) in {"is", "was"} and parsed.lower(i + 1) == "that" and told is not None and told.head == "assessment"
    )


def is_posting(parsed: Parsed, i: int) -> bool:
    """Whether "posted" at i is what somebody wrote: "the army posted on X", not "troops posted on the border"."""
    if parsed.lower(i) != "posted" or is_passive(parsed.tokens, i) or parsed.lower(i + 1) not in {"on", "to"}:
        return False
    return any(parsed.lower(k) in _MEDIA for k in range(i + 2, i + 7))


def is_claiming(parsed: Parsed, i: int) -> bool:
    """Whether a group claims an attack, which says nothing of what follows: "claimed responsibility for"."""
    phrase = parsed.phrase_at.get(i + 1)
    if parsed.lower(i) not in _CLAIMING or phrase is None:
        return False
    return phrase.kind is PhraseKind.EVENT or parsed.lower(phrase.last - 1) in {"responsibility", "credit"}


def told_before(parsed: Parsed, i: int) -> int | None:
    """The verb of saying whose speaker goes on at i: "…, the agency reported on Monday, saying two were killed"."""
    k = i - 1
    while k > 0 and (parsed.lower(k) == "," or k in parsed.taken):
        k -= 1
    said = lexicon().words["speech.said"]
    return k if k in parsed.verbs and parsed.lower(k) in said and parsed.lower(k) != "saying" else None


def acts_at(parsed: Parsed, k: int) -> bool:
    """Whether a verb follows at k: "Jane Doe, the governor, said three people were killed" has its speaker before."""
    while parsed.lower(k) == "and" and (joined := parsed.phrase_at.get(k + 1)) is not None:
        k = joined.last  # "said Freedonia and Sylvania will pay"
    while lexicon().is_in(parsed.lower(k), "stop.auxiliaries", "stop.adverbs") or parsed.lower(k) == '"':
        k += 1
    return k in parsed.verbs
