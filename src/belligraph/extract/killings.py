"""Whether a verb of killing or hurting tells an event of its own, or only the toll of one."""

from __future__ import annotations

from belligraph.extract.aiming import is_second_participle
from belligraph.extract.lexicon import lexicon
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.places import place_of
from belligraph.extract.verbs import is_reduced_passive
from belligraph.extract.whose import actor_before

__all__ = ["is_killing"]

_FAR = 12
# what weapons do, besides killing
_HURTING = frozenset(["wounded", "wounds", "injured", "injures", "damaged", "damages"])


def is_killing(parsed: Parsed, i: int, passive: bool, *, goes_on: bool = False) -> bool:
    """Whether "killed" tells an event of its own: armed people do it, or it is done "by" somebody.

    `goes_on` says that a verb before it tells of force that is no interception.
    """
    if parsed.lower(i) not in {"killed", "kill", "kills", "killing"}:
        listed = goes_on and _is_listed(parsed, i)
        return parsed.lower(i) in _HURTING and not passive and not listed and any(map(_flies, parsed.subjects(i)))
    if not passive and is_reduced_passive(parsed.tokens, i):
        return False
    if not passive and goes_on and _is_listed(parsed, i):
        return False  # "stormed a hotel and killed 12 people": the toll of the storming
    pronoun = i - 1
    while lexicon().is_in(parsed.lower(pronoun), "stop.auxiliaries", "stop.adverbs") or parsed.lower(pronoun).endswith("ly"):
        pronoun -= 1
    if not passive and parsed.lower(pronoun) in {"it", "they"}:
        if any(parsed.lower(k) == "responsibility" for k in range(max(pronoun - _FAR, 0), pronoun)):
            return False  # "claimed responsibility, saying it killed 15 soldiers": by what is claimed
        return parsed.antecedent is not None or actor_before(parsed, i) is not None
    if passive:
        for item in parsed.complements(i + 1):
            if item.phrase.kind is PhraseKind.EVENT:
                return False  # "were killed in a raid by militants": the raid is told by its noun
            if item.preposition == "by" and not parsed.phrase_at.get(i + 1):
                return True
        where = parsed.phrase_at.get(i + 2)
        somewhere = parsed.lower(i + 1) in {"in", "near", "at"} and where is not None and place_of(parsed, where) is not None
        # "killed one leader last week, and Jane Doe was killed in May"
        dated = goes_on and bool({i + 1, i + 2} & parsed.taken)
        return (somewhere or dated) and any(p.kind is PhraseKind.PERSON for p in parsed.subjects(i))
    reports = parsed.lower(i) == "killing" and lexicon().is_in(parsed.lower(i - 1), "speech.said")
    armed = (p.kind in ACTORS or _flies(p) for p in parsed.subjects(i - 1 if reports else i))  # "the army reported killing"
    return parsed.lower(i - 1) != "," and not is_second_participle(parsed, i) and any(armed)


def _flies(phrase: Phrase) -> bool:
    """ "A missile wounded four people": the weapon does it."""
    return phrase.is_weapon and phrase.kind is PhraseKind.THING


def _is_listed(parsed: Parsed, i: int) -> bool:
    """Whether "and" joins the verb at i to the one before it."""
    k = i - 1
    while parsed.lower(k) in {"also", "then", "have", "has", "had"} or parsed.lower(k).endswith("ly") or k in parsed.taken:
        k -= 1
    return parsed.lower(k) == "and"
