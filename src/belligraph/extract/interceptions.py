"""When a verb tells of no force from afar: people who were stopped, ships that were halted, orders and aims."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.quantities import number_at
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import ActorKind, ConceptObject, Property

__all__ = ["is_aim", "is_only_ordered", "is_shelter", "some_of", "stops_people", "thwart"]

_INTERCEPTING = word_set("intercept intercepts intercepted intercepting")
_ORDERED = word_set("""sent assigned tasked deployed dispatched ordered scrambled designed meant intended told trained
equipped positioned there used""")
_PEOPLE = frozenset({PhraseKind.GROUP, PhraseKind.PEOPLE, PhraseKind.PERSON, PhraseKind.OFFICIAL, PhraseKind.FORCE})
_VESSELS = word_set(
    "ship ships vessel vessels boat boats dhow dhows tanker tankers freighter skiff skiffs convoy vehicle vehicles"
)
_AIMING = word_set("aim aims aimed seek seeks hope hopes meant")
_AIMS = word_set("aim aims goal goals objective objectives purpose intent intention mission plan task job idea")
_OF_BOMBS = word_set("shelter shelters squad squads disposal threat threats")
_SHARES = word_set("most many some several all half dozens part nearly almost")
_THROWN = word_set("projectiles projectile munitions barrage salvo volley")
_CLAUSE = 10
_TRYING = word_set("tried trying attempted attempting sought seeking")
# how far before the verb those may be named who are "them"
_FAR = 30


def is_only_ordered(parsed: Parsed, i: int) -> bool:
    """Whether the infinitive at i tells what somebody or something was sent for: "vessels assigned to intercept pirates"."""
    if parsed.lower(i - 1) != "to" or not lexicon().is_in(parsed.lower(i), "verbs.intercept"):
        return False
    k = i - 2
    thing = parsed.phrase_at.get(k)
    if thing is not None:
        k = thing.first - 1  # "sent two ships to intercept"
        return parsed.lower(k) in _ORDERED - {"used", "there"} and (not thing.is_weapon or thing.is_crewed)
    return parsed.lower(k) in _ORDERED and (parsed.lower(k) != "used" or parsed.lower(k - 1) in {"is", "are", "be"})


def is_shelter(parsed: Parsed, i: int) -> bool:
    """Whether "bomb" is no verb: "fled to bomb shelters", "sent to bomb squads"."""
    return parsed.lower(i) == "bomb" and parsed.lower(i + 1) in _OF_BOMBS


def is_aim(parsed: Parsed, i: int) -> bool:
    """Whether the infinitive at i tells what something is for: "the operation's aim was to destroy launchers"."""
    if parsed.lower(i - 1) == "to" and parsed.lower(i - 2) in _AIMING:
        return True
    if parsed.lower(i - 1) != "to" or parsed.lower(i - 2) not in {"is", "was", "are", "were", "remains"}:
        return False
    return any(parsed.lower(k) in _AIMS for k in range(max(i - _CLAUSE, 0), i - 2))


def stops_people(parsed: Parsed, i: int) -> bool:
    """Whether the verb at i tells that people, or a ship, were stopped on their way: no weapon was shot down."""
    if parsed.lower(i) not in _INTERCEPTING:
        return False
    whom: Phrase | None
    if is_passive(parsed.tokens, i):
        whom = next(iter(parsed.subjects(i)), None)
    elif parsed.lower(i + 1) in {"them", "him"}:
        whom = _before(parsed, i)
    else:
        whom = next((c.phrase for c in parsed.complements(i + 1) if c.preposition is None), None)
    if whom is None or whom.concepts:
        return False
    return whom.kind in _PEOPLE or whom.head in _VESSELS


def _before(parsed: Parsed, i: int) -> Phrase | None:
    """Whom "them" means: those who were named first in the sentence."""
    acting = parsed.subjects(i)
    named = [p for p in parsed.phrases if p.last <= i and p not in acting and (p.kind in _PEOPLE or p.is_weapon_or_vessel)]
    return named[0] if named and i - named[0].last < _FAR else None


def some_of(parsed: Parsed, mention: Mention, after: int) -> list[Slot]:
    """What was shot down of more: "most of a barrage", "many of the projectiles"."""
    percent = parsed.lower(after + 1) in {"%", "percent"} and parsed.lower(after + 2) == "of"
    whole = parsed.phrase_at.get(after + 3 if percent else after + 2)
    counted = number_at(parsed.tokens, after) if parsed.lower(after + 2) in {"them", "those"} else None
    told = percent or (parsed.lower(after + 1) == "of" and (parsed.lower(after) in _SHARES or counted is not None))
    if not told:
        return []
    if parsed.lower(after + 2) in {"them", "those"} and lexicon().is_in(mention.word, "verbs.intercept"):
        # "shot down ten of them"
        start, end = parsed.start(after), parsed.end(after + 3)
        name = parsed.view.normal[start:end]
        them = ActorRef(f"object:{name.lower()}:{start}", name, ActorKind.OBJECT, False, start, end)
        return [Slot(Property.TARGET, them, mention.start, end)]
    if whole is None:
        return []
    if not lexicon().is_in(mention.word, "verbs.intercept") or not (whole.concepts or whole.head in _THROWN):
        return []
    start, end = parsed.start(after), parsed.end(whole.last)
    name = parsed.view.normal[start:end]
    ref = ActorRef(f"object:{name.lower()}:{start}", name, ActorKind.OBJECT, False, start, end)
    return [Slot(Property.TARGET, ref, mention.start, end, phrase=whole)]


def thwart(parsed: Parsed, i: int, earlier: list[Mention]) -> None:
    """Tell of the attack that those who were stopped had set out for that it was thwarted."""
    attempt = earlier[-1] if earlier else None
    if attempt is None or attempt.is_series or not any(parsed.lower(k) in _TRYING for k in range(attempt.token)):
        return
    words = parsed.view.evidence(parsed.start(i), parsed.end(i + 1)).quote
    attempt.slots.append(Slot(Property.OUTCOME, ConceptObject("thwarted", words), parsed.start(i), parsed.end(i + 1)))
