"""Mentions of events by the noun of a deed: "the destruction of two drones", "the killing of a leader"."""

from __future__ import annotations

from belligraph.extract.fill import add_actor, add_attacker, add_concepts, add_place, fill_complements
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.nouns import new_mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import PLACE_PREPOSITIONS
from belligraph.model.sheet import Property

__all__ = ["DEEDS", "deed_at", "of_deed"]

DEEDS = {
    "launch": "launched",
    "destruction": "destroyed",
    "downing": "downed",
    "interception": "intercepted",
    "killing": "killed",
    "assassination": "killed",
    "assassinations": "killed",
    "killings": "killed",
    "massacre": "killed",
    "intercepts": "intercepted",
    "interceptions": "intercepted",
    "downings": "downed",
    "shootdowns": "downed",
}
_SEEING = word_set("detected observed tracked reported confirmed announced")
_PEOPLE = frozenset(
    {PhraseKind.PERSON, PhraseKind.NAME, PhraseKind.GROUP, PhraseKind.OFFICIAL, PhraseKind.PEOPLE, PhraseKind.FORCE}
)
_DOWNING = frozenset(["intercepted", "downed"])
_ANNOUNCING = word_set("announced announces claimed reported confirmed")


def deed_at(parsed: Parsed, i: int) -> Phrase | None:
    """The deed that looks like a verb behind its doer: "Freedonia's killing of a commander"."""
    word = parsed.lower(i)
    if word not in DEEDS or parsed.lower(i - 1) != "'s" or parsed.lower(i + 1) != "of" or i in parsed.phrase_at:
        return None
    return Phrase(i, i + 1, PhraseKind.OTHER, i, word, possessor=parsed.phrase_at.get(i - 2))


def of_deed(parsed: Parsed, phrase: Phrase) -> Mention | None:
    """The mention in "the destruction of two drones", "the killing of a leader in an air strike"; None without a victim."""
    i = phrase.last - 1
    if phrase.head == "launch":
        return _of_launch(parsed, phrase)
    if phrase.is_plural and DEEDS[phrase.head] in _DOWNING:
        return _of_downings(parsed, phrase)
    victim = parsed.phrase_at.get(i + 2)
    if parsed.lower(i + 1) != "of" or victim is None or phrase.determiner == "no":
        return None
    mention = new_mention(parsed, phrase, i)
    mention.word = DEEDS[phrase.head]
    announcing = phrase.first - 1
    if parsed.lower(announcing) in _ANNOUNCING:
        for subject in parsed.subjects(announcing):
            if subject.kind is PhraseKind.FORCE:
                add_attacker(parsed, mention, subject)
    if parsed.lower(announcing) == "behind":
        for subject in parsed.subjects(announcing - 1):
            add_attacker(parsed, mention, subject)  # "the militia was behind the killing of three men"
    if phrase.possessor is not None:
        add_attacker(parsed, mention, phrase.possessor)
    if victim.kind in {PhraseKind.PERSON, PhraseKind.NAME, PhraseKind.OFFICIAL}:
        add_actor(parsed, mention, Property.TARGET, victim)
        # "the killing of John Doe in Mirefield in May"
        where = parsed.phrase_at.get(victim.last + 1) if parsed.lower(victim.last) in PLACE_PREPOSITIONS else None
        if where is not None:
            add_place(parsed, mention, where)
    else:
        fill_complements(parsed, mention, parsed.complements(phrase.last), direct=False)
    hit = [s.phrase for s in mention.slots if s.property is Property.TARGET and s.phrase is not None]
    weapons = bool(hit) and all(p.is_weapon for p in hit)
    people = any(p.kind in _PEOPLE for p in hit)
    return mention if (people if mention.word == "killed" else weapons) else None


def _of_downings(parsed: Parsed, phrase: Phrase) -> Mention | None:
    """ "The intercepts took place over three regions": what was shot down was told before."""
    if phrase.determiner not in {"the", "these", "those", "all"}:
        return None
    mention = new_mention(parsed, phrase, phrase.last - 1)
    mention.word, mention.is_definite, mention.is_plural = DEEDS[phrase.head], True, True
    return mention


def _of_launch(parsed: Parsed, phrase: Phrase) -> Mention | None:
    """ "Detected the launch of a missile from the coast toward a ship"."""
    weapon = parsed.phrase_at.get(phrase.last + 1)
    if (
        parsed.lower(phrase.last) != "of"
        or weapon is None
        or not weapon.is_weapon
        or parsed.lower(phrase.first - 1) not in _SEEING
    ):
        return None
    mention = new_mention(parsed, phrase, phrase.last - 1)
    mention.word = "launched"
    add_concepts(parsed, mention, weapon)
    fill_complements(parsed, mention, parsed.complements(weapon.last), direct=False, weapon_first=True)
    return mention if len(mention.slots) > len(weapon.concepts) else None
