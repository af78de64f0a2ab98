"""Why one event follows another: retaliates_for, responds_to, linked_to, each the weakest that the words allow."""

from __future__ import annotations

from belligraph.extract.events import Draft
from belligraph.extract.lexicon import word_set
from belligraph.extract.linking import LinkClaim, is_considered, link
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.extract.topics import war_at
from belligraph.model.sheet import EventType, Property

__all__ = ["MARKING", "REPLYING", "find_links", "has_cue", "mark_causes", "marker_at"]

_PROMPT = word_set(
    """prompted prompting prompts triggered triggering triggers ignited igniting ignites sparks provoked provoking drew
    drawing sparked sparking"""
)
_MARKERS: tuple[tuple[tuple[str, ...], Property], ...] = (
    (("in", "response", "to"), Property.RESPONDS_TO),
    (("response", "to"), Property.RESPONDS_TO),
    (("responding", "to"), Property.RESPONDS_TO),
    (("in", "retaliation", "for"), Property.RETALIATES_FOR),
    (("retaliation", "for"), Property.RETALIATES_FOR),
    (("in", "retaliation", "to"), Property.RETALIATES_FOR),
    (("retaliate", "for"), Property.RETALIATES_FOR),
    (("to", "respond", "to"), Property.RESPONDS_TO),
    (("retaliating", "for"), Property.RETALIATES_FOR),
    (("retaliated", "for"), Property.RETALIATES_FOR),
    (("in", "revenge", "for"), Property.RETALIATES_FOR),
    (("revenge", "for"), Property.RETALIATES_FOR),
    (("in", "reprisal", "for"), Property.RETALIATES_FOR),
    (("reprisal", "for"), Property.RETALIATES_FOR),
    (("retribution", "for"), Property.RETALIATES_FOR),
    (("payback", "for"), Property.RETALIATES_FOR),
    (("punishment", "for"), Property.RETALIATES_FOR),
    (("avenging",), Property.RETALIATES_FOR),
    (("reaction", "to"), Property.RESPONDS_TO),
    (("reacting", "to"), Property.RESPONDS_TO),
    (("to", "avenge"), Property.RETALIATES_FOR),
    (("in", "the", "aftermath", "of"), Property.LINKED_TO),
    (("in", "the", "immediate", "aftermath", "of"), Property.LINKED_TO),
    (("in", "the", "wake", "of"), Property.LINKED_TO),
)
_BY_FIRST = {first[0]: tuple(m for m in _MARKERS if m[0][0] == first[0]) for first, _ in _MARKERS}
# the words that those of an answer begin with
MARKING = frozenset(_BY_FIRST)
REPLYING = frozenset(["answered", "answering"])
_REACTING = word_set(
    """response responding respond responded responds retaliation retaliate retaliating retaliated retaliates revenge
    reprisal reprisals retribution payback punishment avenging avenge reaction reacting aftermath wake retaliatory"""
)
_CUES = REPLYING | _PROMPT | _REACTING
_ANSWERED = word_set("responded responds retaliated retaliates")
_LINKING = _PROMPT | _ANSWERED | MARKING | {"following", "after"}
_AVENGING = word_set("retaliation reprisal reprisals revenge")
_DONE = word_set("was were had been is are carried out launched conducted staged made came ordered mounted undertaken")
_CLAUSE = word_set("after before while when because although")
_INCLUDING = word_set("including include")
_BEFORE_CAUSE = word_set("to for a an the series string number wave of recent other")
_TURNS = word_set("but ; whereas")
_VOWING = word_set(
    """vow vows vowed vowing threatens threatened threatening pledged promised warned swore sworn would will"""
)


def has_cue(parsed: Parsed) -> bool:
    """Whether a sentence has any word of answering at all: most have none, and need not be read for links."""
    return parsed.has(_CUES)


def mark_causes(parsed: Parsed, mentions: list[Mention]) -> None:
    """Keep what somebody answers as an event even where little is told of it: "retaliation for the attack on Mirefield"."""
    if not mentions or not has_cue(parsed):
        return
    for i in parsed.at(MARKING):
        if (marker := marker_at(parsed, i)) is None:
            continue
        after, _ = marker
        cause = next((m for m in mentions if after <= m.token < after + 12), None)
        if cause is not None and cause.phrase is not None:
            between = [k for k in range(after, cause.phrase.first) if k not in parsed.taken]
            cause.is_cause = len(between) < 2 and _says_which(parsed, cause)


def marker_at(parsed: Parsed, i: int) -> tuple[int, Property] | None:
    """Where the words of an answer end that begin at i, and the link that they tell; quotation marks are passed over."""
    for words, prop in _BY_FIRST.get(parsed.lower(i), ()):
        k, told = i, 0
        while told < len(words) and parsed.lower(k) in {words[told], '"'}:
            told += parsed.lower(k) == words[told]
            k += 1
        if told == len(words):
            # at the "in" already
            return None if words[0] != "in" and parsed.lower(i - 1) == "in" else (k, prop)
    return None


def _says_which(parsed: Parsed, cause: Mention) -> bool:
    """Whether more is told of an event than its noun: "the drone attack", "the attack on Tower 22"."""
    phrase = cause.phrase
    if phrase is None:
        return False
    return (
        phrase.core < phrase.last - 1 or bool(cause.values(Property.DATE)) or parsed.lower(phrase.last) in {"on", "in", "at"}
    )


def find_links(parsed: Parsed, mentions: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """The links that a sentence tells; `mentions` are those of the sentence."""
    if not has_cue(parsed):
        return []
    known = [m for m in mentions if id(m) in event_of and m.type is not EventType.DEPLOYMENT]
    found: list[LinkClaim] = []
    for i in parsed.at(_LINKING):
        word = parsed.lower(i)
        if word in _PROMPT:
            found += _prompted(parsed, i, known, event_of)
        elif word in _ANSWERED:
            found += _answering(parsed, i, known, event_of)
        elif word == "following" or word == "after":
            found += _retaliation_after(parsed, i, known, event_of)
        elif (marker := marker_at(parsed, i)) is not None and not is_considered(parsed, i):
            found += _between(parsed, i, *marker, known, event_of)
    return found


def _prompted(parsed: Parsed, i: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    if parsed.lower(i + 1) == "by":
        return _prompted_by(parsed, i, known, event_of)
    told = [m for m in known if m.token < i]
    if parsed.lower(i).endswith("ing"):
        # "have traded fire since rebels attacked a town, triggering a war": the attack
        clause = max((k for k in range(i) if parsed.lower(k) in _CLAUSE or parsed.lower(k) == "since"), default=-1)
        told = [m for m in told if m.token > clause] or told
    cause = next((m for m in told if m.actors(Property.ATTACKER)), told[0] if told else None)
    effect = next((m for m in known if i < m.token < i + 20), None)
    war = war_at(parsed, i + 1)
    if cause is not None and war is not None and (effect is None or war.start < effect.start):
        # "an attack that triggered the war"
        return link(Property.RESPONDS_TO, war, event_of[id(cause)], parsed, (min(cause.extent()[0], cause.start), war.end))
    if cause is None or effect is None:
        return []
    front = range(effect.phrase.first, effect.token) if effect.phrase is not None else range(0)
    avenging = effect.word in _AVENGING or any(parsed.lower(k) in _AVENGING | {"retaliatory"} for k in front)
    avenging = avenging or any(
        parsed.lower(k) == "in" and parsed.lower(k + 1) in _AVENGING for k in range(i, len(parsed.tokens))
    )
    prop = Property.RETALIATES_FOR if avenging else Property.RESPONDS_TO
    return link(
        prop, event_of[id(effect)], event_of[id(cause)], parsed, (min(cause.extent()[0], cause.start), effect.extent()[1])
    )


def _prompted_by(parsed: Parsed, i: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "A raid triggered by an attack on a convoy": the cause stands behind."""
    effect = next((m for m in reversed(known) if i - 4 < m.token < i), None)
    cause = next((m for m in known if i < m.token < i + 10), None)
    told = parsed.phrase_at.get(0) if effect is None else None
    war = war_at(parsed, told.first) if told is not None and told.last >= i - 4 else None
    if war is not None and cause is not None:
        return link(Property.RESPONDS_TO, war, event_of[id(cause)], parsed, (war.start, cause.extent()[1]))
    if effect is None or cause is None:
        return []
    span = (effect.extent()[0], cause.extent()[1])
    return link(Property.RESPONDS_TO, event_of[id(effect)], event_of[id(cause)], parsed, span)


def _between(
    parsed: Parsed, i: int, after: int, prop: Property, known: list[Mention], event_of: dict[int, Draft]
) -> list[LinkClaim]:
    if parsed.lower(after) == "which":
        return _answered(parsed, i, prop, known, event_of)
    delivered = any(parsed.lower(k) == "part" for k in range(max(i - 8, 0), i))  # "part of a promised response to"
    if not delivered and any(parsed.lower(k) in _VOWING for k in range(max(i - 3, 0), i + 1)):
        known = [m for m in known if m.token >= after or i - 3 <= m.token]  # an answer that is only vowed
    clause = max((k for k in range(i) if parsed.lower(k) in _CLAUSE), default=-1)
    begun = max((k for k in range(i) if _turns(parsed, k) or (k > 0 and _is_chained(parsed, k, i))), default=-1)
    told = [m for m in known if begun < m.token < i]
    effect = next((m for m in told if m.token > clause), told[0] if told else None)
    relative = _relative_before(parsed, i)
    if relative is not None and (whose := [m for m in told if m.token < relative]):
        effect = whose[-1]  # "followed raids that were carried out in retaliation for": the raids
    if told and parsed.lower(i - 1) in {"a", "an"} and parsed.lower(i - 2) == ",":
        effect = told[-1]  # "follows air strikes on a camp, a response to a raid"
    cause = next((m for m in known if after <= m.token < after + 12), None)
    war = war_at(parsed, after)
    if effect is not None and war is not None and (cause is None or war.start <= cause.start):
        return link(prop, event_of[id(effect)], war, parsed, (effect.extent()[0], war.end))
    if cause is not None and effect is None:
        return _fronted(parsed, i, cause, prop, known, event_of)
    if cause is None or effect is None or any(parsed.lower(k) in {".", ";"} for k in range(effect.token, cause.token)):
        return []
    causes = [cause, *(m for m in known if _is_joined(parsed, cause, m))]
    start = effect.extent()[0]
    return [
        claim
        for one in causes
        for claim in link(prop, event_of[id(effect)], event_of[id(one)], parsed, (start, one.extent()[1]))
    ]


def _relative_before(parsed: Parsed, i: int) -> int | None:
    """The "that" or "which" of a clause that tells no more than that something was done in answer."""
    k = i - 1
    while parsed.lower(k) in _DONE or k in parsed.taken:
        k -= 1
    return k if k < i - 1 and parsed.lower(k) in {"that", "which"} else None


def _is_joined(parsed: Parsed, cause: Mention, other: Mention) -> bool:
    """Whether "and", "including" or "as well as" joins another to a cause: "in response to the raid and to attacks"."""
    if other.phrase is None or not cause.token < other.token < cause.token + 16:
        return False
    between = range(cause.token + 1, other.phrase.first)
    told = [parsed.lower(k) for k in between]
    if any(k in parsed.verbs and parsed.lower(k) not in _INCLUDING for k in between):
        return False
    joints = [n for n, w in enumerate(told) if w == "and" or w in _INCLUDING or (w == "as" and "well" in told)]
    if not joints:
        return False
    joint = joints[-1]
    return all(w in _BEFORE_CAUSE for w in told[joint + 1 :])


def _is_chained(parsed: Parsed, k: int, i: int) -> bool:
    """Whether an answer begins at k whose cause answers in turn: "in retaliation for attacks cast as a response to"."""
    return parsed.lower(i - 1) != "," and i - k >= 4 and marker_at(parsed, k) is not None


def _turns(parsed: Parsed, k: int) -> bool:
    """Whether a clause with an event of its own begins at k: "but", ", with X announcing"."""
    if parsed.lower(k) == "with" and parsed.lower(k - 1) == ",":
        return any(parsed.lower(j).endswith("ing") for j in range(k + 2, k + 6))
    return parsed.lower(k) in _TURNS and parsed.lower(k + 1) != "also"


def _answered(parsed: Parsed, i: int, prop: Property, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "A raid, in response to which X struck Y": the cause stands before."""
    cause = next((m for m in reversed(known) if m.token < i), None)
    effect = next((m for m in known if i < m.token < i + 14), None)
    if cause is None or effect is None:
        return []
    return link(prop, event_of[id(effect)], event_of[id(cause)], parsed, (cause.extent()[0], effect.extent()[1]))


def _fronted(
    parsed: Parsed, i: int, cause: Mention, prop: Property, known: list[Mention], event_of: dict[int, Draft]
) -> list[LinkClaim]:
    """ "In response to the raid, X struck Y": the answer is the verb behind the comma."""
    comma = next((k for k in range(cause.token, len(parsed.tokens)) if parsed.lower(k) == ","), None)
    opens = i < 2 or parsed.lower(i - 1) in {",", '"', ":", "that", "and", "but"}
    if not opens or comma is None or parsed.lower(comma + 1) in {"which", "who"}:
        return []
    clause = next((k for k in range((comma or 0) + 1, len(parsed.tokens)) if _ends_clause(parsed, k)), len(parsed.tokens))
    effect = next(
        (
            m
            for m in known
            if comma is not None and comma < m.token < clause and (not m.is_noun or m.actors(Property.ATTACKER))
        ),
        None,
    )
    if effect is None:
        return []
    return link(prop, event_of[id(effect)], event_of[id(cause)], parsed, (parsed.start(i), effect.extent()[1]))


def _ends_clause(parsed: Parsed, k: int) -> bool:
    """Whether another clause begins at k: ", noting that", "but"."""
    return parsed.lower(k) in _TURNS or (parsed.lower(k) == "," and parsed.lower(k + 1).endswith("ing"))


def _retaliation_after(parsed: Parsed, i: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "Its retaliation against X, following its attack": only a word of retaliation makes "following" a link."""
    effect = next((m for m in reversed(known) if m.token < i), None)
    cause = next((m for m in known if i < m.token < i + 6), None)
    if effect is None or cause is None or effect.word not in {"retaliation", "reprisal", "reprisals"}:
        return []
    start, end = effect.extent()
    return link(
        Property.RETALIATES_FOR, event_of[id(effect)], event_of[id(cause)], parsed, (start, max(end, cause.extent()[1]))
    )


def _answering(parsed: Parsed, i: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "X responded to the raid with air strikes", "retaliated for the bombing by shelling Y"."""
    joint = parsed.lower(i + 1)
    if joint not in {"to", "for"}:
        return []
    cause = next((m for m in known if i < m.token < i + 9), None)
    effect = next((m for m in known if cause is not None and m.token > cause.token), None)
    between = {parsed.lower(k) for k in range(cause.token, effect.token)} if cause and effect else set()
    if cause is None or effect is None or not between & {"with", "by"} or between & {".", ";"}:
        return []
    prop = Property.RETALIATES_FOR if parsed.lower(i).startswith("retal") else Property.RESPONDS_TO
    return link(prop, event_of[id(effect)], event_of[id(cause)], parsed, (parsed.start(i), effect.extent()[1]))
