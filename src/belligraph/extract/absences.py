"""That nobody was hurt: "no injuries on Navy ships", "no indications that guards were killed", "the crew is safe"."""

from __future__ import annotations

from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.tolls import HARM_NOUNS, Toll, new_toll, of_whom, zero
from belligraph.model.sheet import Property

__all__ = ["denied", "negation", "not_of_whom", "of_safety", "unharmed", "unheard", "weak_word"]

_WEAK = frozenset(["reported", "confirmed", "known"])
_HEARD = word_set("indication indications reports report evidence sign signs")
_JOINING = word_set("""or and , reported confirmed known reports indication indications signs causing inflicting of any other
civilian u.s. immediate""")
_WEIGHING = word_set("damage damages serious major significant further additional initial immediate")
_CAUSING = word_set("""cause caused report reported result resulted lead led to suffer suffered
sustain sustained incur incurred report in""")
_ABOUT = word_set("among to amongst for")
_ABOARD = word_set("on aboard")


def weak_word(parsed: Parsed, first: int, i: int) -> int | None:
    """The word that weakens "no reported injuries" or "no injuries or damage reported": nobody has told of any."""
    if (before := next((k for k in range(first, i) if parsed.lower(k) in _WEAK), None)) is not None:
        return before
    k = i + 1
    while parsed.lower(k) in {"or", "and"} and parsed.phrase_at.get(k + 1) is not None:
        k = parsed.phrase_at[k + 1].last
    return k if parsed.lower(k) in _WEAK and parsed.lower(k + 1) != "by" else None


def negation(parsed: Parsed, first: int, i: int) -> int | None:
    """The token "no" or "without" that governs the noun at i: in its phrase, or before a list of nouns."""
    for k in range(i - 1, max(i - 9, -1), -1):
        word = parsed.lower(k)
        if word in {"no", "without", "zero"}:
            return k
        if word in {"not", "n't"} and parsed.lower(k + 1) in _CAUSING:
            return k  # "did not cause any casualties"
        told = parsed.phrase_at.get(k)
        if told is not None and told.kind is PhraseKind.EVENT and parsed.lower(told.first - 1) == "of":
            # "none of the attacks caused any injuries"
            return told.first - 2 if parsed.lower(told.first - 2) in {"none", "neither"} else None
        if word in {"some", "several", "a", "the"}:
            return None  # "no injuries and some damage"
        if not (word in _JOINING or word in _CAUSING or word in HARM_NOUNS or word in _WEIGHING or k >= first):
            return None
    return None


def not_of_whom(parsed: Parsed, none: int, i: int) -> str | None:
    """Of whom there are none: "civilian" of "no civilian casualties", "the crew" of "no injuries to the crew".

    Without it a figure about some people would look like one about all.
    """
    if parsed.lower(none) in {"none", "neither"}:
        return None
    front = [
        k
        for k in range(none + 1, i)
        if parsed.lower(k) not in (_JOINING - {"civilian", "u.s."}) | _WEIGHING | HARM_NOUNS | _CAUSING
    ]
    if front and front == list(range(front[0], front[-1] + 1)):
        return parsed.view.evidence(parsed.start(front[0]), parsed.end(front[-1] + 1)).quote
    k = i + 1
    while parsed.lower(k) in {"or", "and", "any", "damage", "were", "was", "have", "been", "reported"} | HARM_NOUNS:
        k += 1
    phrase = parsed.phrase_at.get(k + 1)
    if phrase is None or phrase.first != k + 1 or parsed.lower(k) not in _ABOUT | _ABOARD:
        return None
    last = phrase
    while parsed.lower(last.last) in {"or", "and"} and (more := parsed.phrase_at.get(last.last + 1)) is not None:
        if more.head in HARM_NOUNS | _WEIGHING:
            break
        last = more
    if last.kind in {PhraseKind.EVENT, PhraseKind.PLACE, PhraseKind.AREA} or last.last - 1 in parsed.taken:
        return None
    first = k if parsed.lower(k) in _ABOARD else phrase.core if phrase.determiner != "the" else phrase.first
    return parsed.view.evidence(parsed.start(first), parsed.end(last.last)).quote


def denied(parsed: Parsed, phrase: Phrase) -> int | None:
    """The "no" of "no guards were hurt" and of "no American or allied guards were hurt", by its token."""
    if phrase.determiner == "no":
        return phrase.first
    before = parsed.phrase_at.get(phrase.first - 2) if parsed.lower(phrase.first - 1) == "or" else None
    return before.first if before is not None and before.determiner == "no" else None


def unheard(parsed: Parsed, phrase: Phrase) -> int | None:
    """The "no" of "no indications that any guards were killed", by its token."""
    that = phrase.first - 1
    told = parsed.phrase_at.get(that - 1)
    if parsed.lower(that) != "that" or told is None or told.head not in _HEARD:
        return None
    return told.first if told.determiner == "no" else None


def of_safety(parsed: Parsed, i: int) -> list[Toll]:
    """ "The crew is safe": nobody of them is dead or hurt."""
    verb = i - 1
    while parsed.lower(verb) in {"as", "all", "reported", "reportedly", "believed", "said", "to", "be"}:
        verb -= 1
    if parsed.lower(verb) not in {"is", "are", "was", "were"}:
        return []
    subjects = [p for p in parsed.subjects(verb) if p.kind is PhraseKind.PEOPLE]
    return [
        new_toll(parsed, prop, zero(parsed, p.first, i + 1, of_whom(parsed, p)), p.first, i + 1, i)
        for p in subjects[:1]
        for prop in (Property.KILLED, Property.INJURED)
    ]


def unharmed(parsed: Parsed, i: int, prop: Property) -> list[Toll]:
    """ "French troops and villagers were not hurt": none of them were, if they are told without a number."""
    hit = parsed.subjects(i)
    people = {PhraseKind.FORCE, PhraseKind.PEOPLE}
    if not hit or any(p.kind not in people or p.figure is not None or not p.is_plural for p in hit):
        return []
    of = parsed.view.evidence(parsed.start(hit[0].core), parsed.end(hit[-1].last)).quote
    return [new_toll(parsed, prop, zero(parsed, hit[0].first, i + 1, of), hit[0].first, i + 1, i)]
