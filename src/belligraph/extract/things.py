"""What a noun may be that is hit: a thing, a place where people live, a site with a name of its own."""

from __future__ import annotations

from belligraph.extract.lexicon import word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import place_of

__all__ = [
    "has_own_name",
    "is_abstract",
    "is_adjunct",
    "is_further_thing",
    "is_of_groups",
    "is_settlement",
    "is_thing",
    "is_yard",
]

_USES = word_set("storage staging launch training assembly parking production")

_SETTLEMENTS = word_set(
    "village villages town towns settlement settlements city cities neighborhood neighborhoods camp camps"
)
_LIVED_IN = word_set("residential populated inhabited crowded")
_SHORT = 3


def is_thing(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether an unknown noun may be what was hit: it needs a determiner, a number or an owner before it."""
    owned = phrase.possessor is not None or bool(phrase.names)
    return owned or phrase.figure is not None or phrase.determiner in {"a", "an", "the", "their", "its"}


def is_abstract(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether it is an unknown noun that nothing makes a thing."""
    return phrase.kind is PhraseKind.OTHER and not is_thing(parsed, phrase)


def is_adjunct(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a weapon without article only tells what a site is for: "rocket" in "rocket and missile storage sites"."""
    site = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "and" else None
    bare = phrase.is_weapon and phrase.determiner is None and phrase.figure is None and phrase.last - phrase.first == 1
    if not bare or phrase.is_plural or site is None or site.determiner is not None:
        return False
    return bool(site.concepts) and site.last - site.first > 1 and (site.kind is PhraseKind.FACILITY or site.is_plural)


def is_of_groups(phrase: Phrase) -> bool:
    """Whether an area is a thing of a group's: "two rebel staging areas", "an NLF assembly area"."""
    told = phrase.determiner in {"a", "an", "another"} or phrase.figure is not None
    return phrase.head in {"area", "areas"} and told and all(n.name.place is None for n in phrase.names)


def is_further_thing(phrase: Phrase) -> bool:
    """Whether it must be hit itself, although a preposition stands before the list that it ends."""
    told = phrase.is_weapon or (phrase.kind in {PhraseKind.THING, PhraseKind.FACILITY} and phrase.determiner is None)
    counted = phrase.figure is not None and told
    # "hit a depot in Mirefield and military compounds in two towns"
    further = told and phrase.determiner is None and phrase.is_plural and not phrase.names and phrase.head not in {"areas"}
    return (
        counted
        or further
        or (phrase.kind is PhraseKind.THING and phrase.head in {"launcher", "launchers", "drone", "depot"})
    )


def has_own_name(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a site is called by a name of its own, not only by whose it is: "the Mirefield base", "a U.S. base"."""
    owners = {i for n in phrase.names if n.name.place is None or n.name.actor is not None for i in range(n.first, n.last)}
    own = [parsed.tokens[i] for i in range(phrase.core, phrase.last) if i not in owners]
    named = (t.is_capital or t.text.startswith(("al-", "el-")) for t in own if t.lower not in {"embassy", "consulate"})
    return any(named) and not _is_in_title_case(parsed)


def _is_in_title_case(parsed: Parsed) -> bool:
    """Whether a headline writes all but its short words with capitals, which then tell no names."""
    long = [t for t in parsed.tokens if len(t.text) > _SHORT and t.text[0].isalpha()]
    return parsed.sentence.headline and len(long) > 1 and all(t.is_capital for t in long)


def is_settlement(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether it is a place where people live that has no name: "a village", "residential areas"."""
    if phrase.head in {"area", "areas", "neighborhood", "neighborhoods", "district", "districts"}:
        return any(parsed.lower(k) in _LIVED_IN for k in range(phrase.core, phrase.last - 1)) and not phrase.names
    if phrase.head == "capital":
        return place_of(parsed, phrase) is None
    suffers = phrase.determiner == "the" and parsed.lower(phrase.last) in {"was", "were"}  # "the village was shelled"
    told = phrase.determiner in {"a", "an", "another"} or phrase.figure is not None or suffers
    return phrase.head in _SETTLEMENTS and told and not phrase.names and parsed.lower(phrase.last) not in {"of", "called"}


def is_yard(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether an area is a site by what it is used for: "a weapons storage area", "two staging areas"."""
    return phrase.core < phrase.last - 1 and parsed.lower(phrase.last - 2) in _USES
