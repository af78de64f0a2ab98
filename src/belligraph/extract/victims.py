"""One person who was hurt, as a phrase tells of them: by name, by "a", by kinship or office."""

from __future__ import annotations

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.tolls import single
from belligraph.model.sheet import Quantity, QuantityObject

__all__ = ["left_one", "one_of"]

_FAMILY = word_set("brother sister wife husband son daughter mother father grandmother grandfather")
_KIN = _FAMILY | word_set("leader commander head chief deputy mayor governor")


def one_of(parsed: Parsed, phrase: Phrase) -> QuantityObject | None:
    """One person, where the phrase names one or says "a": never for a plural or a bare group."""
    capitals = [t.is_capital or "-" in t.text for t in parsed.tokens[phrase.core : phrase.last]]
    full_name = phrase.kind is PhraseKind.NAME and len(capitals) > 1 and all(capitals) and phrase.determiner is None
    kin = phrase.head in _KIN and (phrase.determiner == "the" or _is_named(parsed, phrase))
    kin = kin or (phrase.head in _FAMILY and phrase.determiner in {"his", "her"})
    if (
        phrase.kind is PhraseKind.PERSON
        or full_name
        or (parsed.sentence.headline and phrase.determiner is None and phrase.head in _KIN and phrase.names)
        or (phrase.determiner in {"a", "an"} and (phrase.head.endswith("-year-old") or phrase.head == "guard"))
        or kin
        or (
            phrase.determiner in {"a", "an", "another", "the"}
            and not phrase.is_plural
            and lexicon().heads.get(phrase.head) in {"force", "group", "civilians", "official"}
            and phrase.head not in {"group", "movement", "militia", "crew", "faction", "cell", "army", "military", "navy"}
        )
    ):
        return single(parsed, phrase.first, phrase)
    return None


def _is_named(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a name behind a comma says who the phrase means: "the group's commander, John Doe"."""
    after = parsed.phrase_at.get(phrase.last + 1)
    if parsed.lower(phrase.last) != "," or after is None or after.kind not in {PhraseKind.NAME, PhraseKind.PERSON}:
        return False
    return (
        phrase.figure is None
        and after.last - after.first > 1
        and all(parsed.tokens[k].is_capital or "-" in parsed.tokens[k].text for k in range(after.first, after.last))
    )


def left_one(parsed: Parsed, phrase: Phrase, i: int) -> QuantityObject | None:
    """The one person in "left a guard dead", whose phrase may hold the word "dead" at i."""
    person = lexicon().heads.get(parsed.lower(i - 1)) in {"force", "group", "civilians", "official"}
    if phrase.determiner not in {"a", "an", "another"} or not person or parsed.lower(i - 1).endswith("s"):
        return None
    words = parsed.view.evidence(parsed.start(phrase.first), parsed.end(i)).quote
    of = parsed.view.evidence(parsed.start(phrase.core), parsed.end(i)).quote
    return QuantityObject(Quantity(words, False, 1, None, None, of))
