"""Who does, and who suffers, an event that a noun names: "carried out strikes", "its attacks", "came under fire"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import ActorRef, actor_of, state_ref
from belligraph.extract.aggregates import counts_rounds
from belligraph.extract.governments import government_in
from belligraph.extract.lexicon import Name, NameKind, lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.subjects import accused
from belligraph.extract.verbs import is_passive
from belligraph.extract.whose import owner_before
from belligraph.model.sheet import ActorKind, Property

__all__ = ["OWN", "add_own", "allies", "doers", "doing", "fought", "suffering"]

OWN = word_set("its their his our")
_GOING = word_set(
    """total number rounds round waves multiple several string couple continue continues continued repeated ongoing series
    dozens wave recent renewed sustained intensified"""
)
_ROUNDS = word_set("round rounds wave waves series string set")
_ANSWERING = word_set(
    "responded responds responding retaliated retaliates retaliating replied answered answers answering countered back"
)
_BEGINNING = word_set(
    """completed began begin begins begun started starts resumed resumes undertake undertook stepped intensified
    intensifying escalated expanded renewed increased ramped"""
)
_BEING = word_set("is are was were be been being")
_BLAMED = frozenset(["blamed", "attributed"])
_FAR_BLAMED = 14
_BLAMING = word_set("blame blames blamed blaming attribute attributes attributed attributing")
_TAKING_PART = word_set("involved engaged participated participating")
_NOT = word_set("not n't never denied denies deny")
_MAY_FIGHT = ACTORS | {PhraseKind.OFFICIAL, PhraseKind.PERSON}
_COMING = word_set("came come comes coming")
_ARMED = frozenset(["force", "group"])
_VESSELS = word_set("ship vessel tanker freighter carrier m/v mv boat")
_SURVIVING = word_set("faced face faces endured weathered sustained survived survives suffered escaped repelled")


def _being_before(parsed: Parsed, k: int) -> int | None:
    """The copula before the "behind" at k, and before what only weighs it."""
    k -= 1
    while parsed.lower(k) in {"very", "most", "also", "likely", "almost"} or parsed.lower(k).endswith("ly"):
        k -= 1
    return k if parsed.lower(k) in _BEING else None


def doers(parsed: Parsed, phrase: Phrase) -> list[Phrase]:
    """The subject of "carried out", "conducted" and the like before the event's phrase, or behind it in the passive."""
    lex = lexicon()
    if parsed.lower(phrase.first - 1) in _BLAMING:
        # "attributes the attack on the base to the Reds"
        to = [c for c in parsed.complements(phrase.last) if c.preposition in {"to", "on"} and c.phrase.kind in ACTORS]
        return [c.phrase for c in to[-1:]]
    if (whom := accused(parsed, phrase.first - 1)) is not None and parsed.lower(phrase.first - 1) in {"of", "for"}:
        return [whom]
    if parsed.lower(phrase.first - 1) == "behind" and (being := _being_before(parsed, phrase.first - 1)) is not None:
        return parsed.subjects(being)  # "a militia was (very likely) behind the attack"
    if parsed.lower(phrase.first - 1) in {"threatened", "threatens", "vowed", "vows", "promised"}:
        return [p for p in parsed.subjects(phrase.first - 1) if p.kind in ACTORS]
    if parsed.lower(phrase.first - 1) == "in" and parsed.lower(phrase.first - 2) in _TAKING_PART:
        # "commanders who were involved in attacks", but "was not involved in the attack"
        if any(parsed.lower(k) in _NOT for k in range(max(phrase.first - 5, 0), phrase.first - 2)):
            return []
        return [p for p in parsed.subjects(phrase.first - 2) if p.kind in _MAY_FIGHT]
    if (k := doing(parsed, phrase)) is not None:
        return [p for p in parsed.subjects(k) if p.kind is not PhraseKind.EVENT]
    blamed = phrase.last + (parsed.lower(phrase.last) in {"was", "were", ","})
    if parsed.lower(blamed) in {"blamed", "attributed"} and parsed.lower(blamed + 1) in {"on", "to"}:
        return [p for p in [parsed.phrase_at.get(blamed + 2)] if p is not None]
    if (agent := _blamed_behind(parsed, phrase)) is not None:
        return [agent]
    if (verb := _beyond_relative(parsed, phrase)) is not None:
        return [c.phrase for c in parsed.complements(verb + 1) if c.preposition == "by"]
    passing = {
        "was",
        "were",
        "been",
        "have",
        "has",
        "had",
        "being",
        "also",
        "likely",
        "probably",
        "reportedly",
        "on",
        "in",
        "against",
    }
    begin = phrase.last + (parsed.lower(phrase.last) == "," and parsed.lower(phrase.last + 1) in {"carried", "launched"})
    for j in range(begin, min(phrase.last + 8, len(parsed.tokens))):
        if (
            j in parsed.verbs
            and lex.is_in(parsed.lower(j), "verbs.support", "verbs.launch")
            and parsed.lower(j) != "used"
            and (is_passive(parsed.tokens, j) or (parsed.lower(j + 1), parsed.lower(j + 2)) == ("out", "by"))
        ):
            return [c.phrase for c in parsed.complements(j + 1) if c.preposition == "by"]
        if parsed.lower(j) not in passing and j not in parsed.taken and parsed.phrase_at.get(j) is None:
            break
    return []


def _blamed_behind(parsed: Parsed, phrase: Phrase) -> Phrase | None:
    """Whom somebody blames in a clause behind the event: "shelling of a village, which he blamed on the Reds"."""
    for j in parsed.at(_BLAMED):
        if parsed.lower(j + 1) not in {"on", "to"} or not phrase.last < j < phrase.last + _FAR_BLAMED:
            continue
        relative = next(
            (k for k in range(j - 2, max(j - 6, phrase.last - 1), -1) if parsed.lower(k) in {"that", "which"}), None
        )
        between = range(phrase.last, relative) if relative is not None else range(0)
        others = (p.kind is PhraseKind.EVENT for p in parsed.phrases if relative and phrase.last < p.first < relative)
        if relative is not None and not any(k in parsed.verbs for k in between) and not any(others):
            return parsed.phrase_at.get(j + 2)
    return None


def _beyond_relative(parsed: Parsed, phrase: Phrase) -> int | None:
    """The verb of "the attacks that hit bases in the north were carried out by rebels"."""
    k = phrase.last
    while k in parsed.taken:
        k += 1
    if parsed.lower(k) not in {"that", "which"}:
        return None
    far = range(k + 2, min(k + 18, len(parsed.tokens)))
    done = (j for j in far if parsed.lower(j) in {"carried", "conducted", "launched", "staged"} and j in parsed.verbs)
    return next((j for j in done if parsed.lower(j - 1) in {"was", "were", "been"} and is_passive(parsed.tokens, j)), None)


def doing(parsed: Parsed, phrase: Phrase) -> int | None:
    """The verb of doing before an event's phrase: "carried out (a series of) strikes"."""
    k = phrase.first - 1
    front = parsed.phrase_at.get(k - 1)
    if parsed.lower(k) == "and" and front is not None and front.determiner is None and front.kind is PhraseKind.OTHER:
        k = front.first - 1  # "proportionate and necessary strikes"
    while k >= 0 and (
        k in parsed.taken
        or parsed.lower(k) in {"out", "up", "a", "an", "of", '"', "one"}
        or parsed.lower(k) in _GOING
        or counts_rounds(parsed, k)
    ):
        rounds = parsed.phrase_at.get(k)
        k = rounds.first - 1 if rounds is not None and rounds.head in _ROUNDS else k - 1
    if parsed.lower(k) == "with":
        answer = next((j for j in range(k - 1, max(k - 4, -1), -1) if parsed.lower(j) in _ANSWERING), None)
        return answer - 1 if answer is not None and parsed.lower(answer) == "back" else answer  # "hit back with"
    word = parsed.lower(k)
    ends = lexicon().is_in(word, "threats.ending") and phrase.determiner in {None, *OWN}
    does = k in parsed.verbs and (ends or word in _BEGINNING or lexicon().is_in(word, "verbs.support"))
    return k if does and not is_passive(parsed.tokens, k) else None


def allies(parsed: Parsed, phrase: Phrase) -> list[ActorRef]:
    """Who else owns an event, by "and", "-led" or a capital: "Freedonian and Sylvanian strikes", "Moscow's strikes"."""
    holder = phrase.possessor
    if holder is not None and (state := government_in(parsed, holder, possessed=True)) is not None:
        return [state]  # "Moscow's strikes"
    for k in range(phrase.core, phrase.last - 1):
        parts = parsed.tokens[k].text.split("-")
        led = any(lexicon().heads.get(parsed.lower(j)) in _ARMED for j in range(k + 1, phrase.last - 1))
        if parts[-1] == "led" and not led and (leader := _leader("-".join(parts[:-1]))) is not None:
            start, end = parsed.start(k), parsed.end(k + 1)
            kind, family = leader.actor or ActorKind.UNKNOWN, leader.country or leader.canonical
            return [ActorRef(leader.canonical.lower(), leader.canonical, kind, True, start, end, family)]
        sides = [_named(part) for part in parts]
        if len(sides) > 1 and all(sides):
            start, end = parsed.start(k), parsed.end(k + 1)
            return [
                ActorRef(n.canonical.lower(), n.canonical, ActorKind.STATE, True, start, end, n.country) for n in sides if n
            ]
    joined = [n for n in phrase.names if parsed.lower(n.last) == "and" and n.name.actor is not None]
    return [state_ref(parsed, n) for n in joined]


def _leader(word: str) -> Name | None:
    """The state or group that leads: the "Hamas" of "Hamas-led"."""
    kinds = {NameKind.COUNTRY, NameKind.DEMONYM, NameKind.GROUP}
    return next((n for form, n in lexicon().names.get(word.lower(), ()) if form == (word,) and n.kind in kinds), None)


def _named(word: str) -> Name | None:
    """The state whose name or adjective a word is: the sides of "American-British"."""
    kinds = {NameKind.COUNTRY, NameKind.DEMONYM}
    return next((n for form, n in lexicon().names.get(word.lower(), ()) if form == (word,) and n.kind in kinds), None)


def suffering(parsed: Parsed, phrase: Phrase) -> list[Phrase]:
    """Who "came under attack", "was the target of an attack" or "survived an attack"."""
    k = phrase.first - 1
    before = parsed.phrase_at.get(k - 1)
    quoted = before is not None and parsed.lower(before.first - 1) == '"'
    if parsed.lower(k) == "of" and before is not None and quoted and before.head == "target":
        return parsed.subjects(before.first - 2)
    if parsed.lower(k) == "under" and parsed.lower(k - 1) in _COMING:
        return parsed.subjects(k - 1)
    if parsed.lower(k) == "under" and parsed.lower(k - 1) in {"was", "were", "is", "are", "been"}:
        return _under_attack(parsed, k - 1)
    if parsed.lower(k) == "of" and before is not None and before.head in {"target", "targets"}:
        return parsed.subjects(before.first - 1) if parsed.lower(before.first - 1) in {"was", "were", "been"} else []
    return parsed.subjects(k) if parsed.lower(k) in _SURVIVING else []


def _under_attack(parsed: Parsed, k: int) -> list[Phrase]:
    """Who "was under attack"; for "it" the ship named before: "the tanker said it was under attack"."""
    if parsed.lower(k - 1) not in {"it", "they"}:
        return parsed.subjects(k)
    telling = next((j for j in range(k - 2, max(k - 5, -1), -1) if j in parsed.verbs), None)
    if telling is not None and (parsed.lower(telling - 2), parsed.lower(telling - 1)) == (",", "which"):
        return []  # ", which said it was under attack", of an attack told before
    named = [p for p in parsed.phrases if p.last < k and any(parsed.lower(j) in _VESSELS for j in range(p.core, p.last))]
    return named[-1:]


def fought(parsed: Parsed, phrase: Phrase) -> Phrase | None:
    """The group in "defeat ISIS missions", which they are against."""
    for known in phrase.names:
        if known.name.kind is NameKind.GROUP and parsed.lower(known.first - 1) in {"defeat", "counter"}:
            return Phrase(
                known.first, known.last, PhraseKind.GROUP, known.first, parsed.lower(known.last - 1), names=[known]
            )
    return None


def add_own(parsed: Parsed, mention: Mention, phrase: Phrase) -> None:
    """ "Their attacks": by whoever was named last before."""
    telling = next((k for k in range(phrase.first - 1, max(phrase.first - 4, -1), -1) if k in parsed.verbs), None)
    subjects = parsed.subjects(telling) if telling is not None else []
    whose = subjects[0] if subjects and subjects[0].kind in ACTORS else owner_before(parsed, phrase)
    if whose is None:
        return
    mention.is_own = True
    ref = actor_of(parsed, whose)
    start = parsed.start(phrase.first)
    mention.slots.append(
        Slot(Property.ATTACKER, replace(ref, start=ref.start, end=ref.end), min(start, ref.start), mention.end, phrase=whose)
    )
