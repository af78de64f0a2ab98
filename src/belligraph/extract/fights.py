"""Mentions of fights, in which each side attacks: "clashes between the army and rebels", "troops battled militants"."""

from __future__ import annotations

from belligraph.extract.fill import add_attacker, add_place
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.nouns import new_mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.places import PLACE_PREPOSITIONS
from belligraph.model.sheet import Property

__all__ = ["BATTLING", "FIGHTS", "fight_at", "of_battling", "of_fight"]

FIGHTS = word_set("clash clashes firefight gunfight gunbattle shootout skirmish skirmishes battle battles fighting")
# of peoples and teams, too, unless both sides are armed
BATTLING = word_set("clashed clashing battled battling fought")
_LASTING = word_set("ongoing erupted broke out continued resumed intensified raged began started")
_OPPOSING = frozenset(["with", "against"])
_BOTH = 2


def fight_at(parsed: Parsed, i: int) -> Phrase | None:
    """The fight that ends with token i: a phrase, or "fighting", which is none."""
    phrase = parsed.phrase_at.get(i)
    if phrase is not None:
        return phrase if phrase.last == i + 1 and phrase.head in FIGHTS else None
    if parsed.lower(i) != "fighting" or parsed.lower(i + 1) not in {"between", *_OPPOSING}:
        return None
    return Phrase(i, i + 1, PhraseKind.OTHER, i, "fighting")


def of_fight(parsed: Parsed, phrase: Phrase) -> Mention | None:
    """The mention in "a firefight between troops and rebels near the border"; None unless both sides are told and armed."""
    mention = new_mention(parsed, phrase, phrase.last - 1)
    after = phrase.last
    while (
        parsed.lower(after) in _LASTING or lexicon().is_in(parsed.lower(after), "stop.auxiliaries") or after in parsed.taken
    ):
        after += 1
    if (sides := _sides(parsed, after)) is not None:
        for side in sides:
            if side.kind not in ACTORS:
                return None
            add_attacker(parsed, mention, side)
        after = sides[-1].last
    for item in parsed.complements(after):
        if item.preposition in {"between", *_OPPOSING}:
            if item.phrase.kind not in ACTORS:
                return None
            add_attacker(parsed, mention, item.phrase)
        elif item.preposition in PLACE_PREPOSITIONS:
            add_place(parsed, mention, item.phrase)
    between = sides is not None or parsed.lower(after) == "between"
    return mention if between and len(mention.actors(Property.ATTACKER)) >= _BOTH else None


def _sides(parsed: Parsed, between: int) -> tuple[Phrase, Phrase] | None:
    """The two sides that "between" and "and" name, whatever verb follows: "clashes between A and B left ten dead"."""
    first = parsed.phrase_at.get(between + 1)
    if parsed.lower(between) != "between" or first is None or parsed.lower(first.last) != "and":
        return None
    second = parsed.phrase_at.get(first.last + 1)
    return (first, second) if second is not None else None


def of_battling(parsed: Parsed, mention: Mention) -> Mention | None:
    """The mention in "troops clashed with rebels", "troops and rebels clashed"; None unless both sides are armed."""
    i = mention.token
    subjects = parsed.subjects(i)
    if not subjects or any(p.kind not in ACTORS for p in subjects):
        return None
    for subject in subjects:
        add_attacker(parsed, mention, subject)
    direct = parsed.lower(i).startswith("battl") or parsed.lower(i) == "fought"
    for item in parsed.complements(i + 1):
        if item.preposition in _OPPOSING or (direct and item.preposition is None):
            if item.phrase.kind not in ACTORS:
                return None
            add_attacker(parsed, mention, item.phrase)
        elif item.preposition in PLACE_PREPOSITIONS:
            add_place(parsed, mention, item.phrase)
    return mention if len(mention.actors(Property.ATTACKER)) >= _BOTH else None
