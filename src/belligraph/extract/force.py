"""Whether an event's noun tells of force at all: no strike of workers, no feared attack, no mere name for a raid."""

from __future__ import annotations

from belligraph.extract.lexicon import NameKind, lexicon, word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.quantities import number_at
from belligraph.extract.verbs import is_passive

__all__ = [
    "HARMED",
    "aim_of",
    "is_called",
    "is_cry",
    "is_military",
    "is_of_workers",
    "is_only_feared",
    "is_put_in",
    "is_suffered",
    "kills",
    "spells_operation",
]

_MILITARY = word_set("""combat military offensive assault air airstrike bombing bombardment ground kinetic
self-defense self-defence""")
_INVOLVING = word_set("involved included comprised consisted involves includes")
_BEARING = word_set("tolerate condone accept permit")
_WARDING = word_set("prevent deter preventing deterring discourage avert tolerate withstand repel")
_MORE = word_set("future further more additional new potential possible such")
_CLAUSE = 9
_ONLY_FEARED = word_set("risk threat danger fear fears possibility prospect chance likelihood")
_ABATING = word_set("lull pause halt respite break end drop decline decrease reduction")
_CALLING = word_set("described describes described denounced condemned called referred characterized characterised")
_RESULTING = word_set("resulted resulting results led leading")
_HELD = word_set("killed killing launched conducted carried")
_LOST = word_set("killed detained captured arrested")
_DEATHS = word_set("death deaths killing capture killed detained captured")
_FAR = 16
_NEAR = 10
_AIMS = word_set("attack strike bomb hit eliminate kill capture destroy target neutralize neutralise assassinate")
HARMED = word_set("killed wounded injured hurt died")
_SUFFERED = word_set("attacked targeted bombed shelled raided seized hijacked ambushed destroyed downed")


def is_only_feared(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether it is told only as a danger, or as what there was less of: "the risk of an attack", "a lull in strikes"."""
    governed = parsed.lower(phrase.first - 2)
    if phrase.determiner in {"a", "an", "any"} and _would_be(parsed, phrase):
        return True
    if parsed.lower(phrase.first - 1) in {"in", "to"} and governed in _ABATING:
        return True
    if phrase.determiner is None and {parsed.lower(phrase.first - 1), parsed.lower(phrase.core)} & _BEARING:
        return True  # "will not tolerate attacks on its troops"
    if parsed.lower(phrase.first - 1) in _WARDING and (phrase.determiner == "any" or parsed.lower(phrase.core) in _MORE):
        return True  # "to deter future attacks"
    return parsed.lower(phrase.first - 1) == "of" and governed in _ONLY_FEARED


def _would_be(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether it is told what it would be like: "a full assault on the city would be a catastrophe"."""
    for k in range(phrase.last, min(phrase.last + _CLAUSE, len(parsed.tokens))):
        if k in parsed.verbs or parsed.lower(k) in {",", ".", "that", "which", "would"}:
            return (parsed.lower(k), parsed.lower(k + 1)) == ("would", "be")
    return False


def is_of_workers(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether somebody is "on strike": without an article, "strike" tells of work. Or "on the offensive"."""
    if phrase.head == "offensive" and phrase.determiner == "the" and phrase.core == phrase.last - 1:
        return parsed.lower(phrase.first - 1) == "on"
    return phrase.head == "strike" and phrase.first == phrase.last - 1 and parsed.lower(phrase.first - 1) == "on"


def spells_operation(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether strikes are told as what an operation already told was: "the operation involved multiple strikes on sites"."""
    verb = phrase.first - 1 - (parsed.lower(phrase.first - 1) in {"of", '"'})
    if parsed.lower(verb) not in _INVOLVING:
        return False
    whole = next(iter(parsed.subjects(verb)), None)
    return whole is not None and whole.kind is PhraseKind.EVENT and whole.determiner in {"the", "this", "that"}


def is_called(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether an event is only called by a name: "described the raid as brutal aggression"."""
    k = phrase.first - 1
    front = parsed.phrase_at.get(k - 1) if parsed.lower(k) == "," else None
    if front is not None and front.kind is PhraseKind.OTHER and front.determiner in {"a", "an"}:
        k = front.first - 1  # "as a massive, combined attack"
    k -= parsed.lower(k) == '"'
    if parsed.lower(k) == "called" and parsed.lower(k - 1) == ",":
        return True  # "the strikes, called "defensive strikes" by the army"
    return parsed.lower(k) == "as" and any(parsed.lower(j) in _CALLING for j in range(max(k - 14, 0), k))


def is_military(parsed: Parsed, phrase: Phrase, front: set[str]) -> bool:
    """Whether an operation, campaign or the like, with `front` before its noun, uses force: "a military campaign"."""
    serving = front & _MILITARY == {"military"} and parsed.lower(phrase.last) in {"to", "for"}
    if (front & _MILITARY and not serving) or any(word.startswith(("anti-", "counter-")) for word in front):
        return True  # "anti-rebel operations"
    harmed = {parsed.lower(k) for k in range(max(phrase.first - 8, 0), phrase.first)} & HARMED
    if phrase.head == "operation" and harmed and parsed.lower(phrase.first - 1) in {"in", "during"}:
        return True
    if (
        phrase.head == "campaign"
        and parsed.lower(phrase.last) == "of"
        and parsed.lower(phrase.last + 1) in {"violence", "terror"}
    ):
        return True
    return (
        parsed.lower(phrase.last) in {"against", "targeting"}
        or _results_in_death(parsed, phrase)
        or _is_of_fight(parsed, phrase)
        or aim_of(parsed, phrase) is not None
    )


def aim_of(parsed: Parsed, phrase: Phrase) -> int | None:
    """The verb of force for which an event is done: "an operation in the north since May to eliminate a leader"."""
    for k in range(phrase.last, min(phrase.last + _NEAR, len(parsed.tokens))):
        if parsed.lower(k) == "to" and parsed.lower(k + 1) in _AIMS:
            return k + 1
        if k in parsed.verbs or parsed.lower(k) in {"and", "that", "which", ";"}:
            return None
    return None


def _is_of_fight(parsed: Parsed, phrase: Phrase) -> bool:
    """ "137 operations in the fight against the rebels": counted, and against somebody."""
    words = [parsed.lower(k) for k in range(phrase.last, phrase.last + 4)]
    return phrase.figure is not None and words[0] == "in" and words[2:] == ["fight", "against"]


def _results_in_death(parsed: Parsed, phrase: Phrase) -> bool:
    """ "An operation that resulted in the death of a leader", "operations resulting in 12 operatives killed"."""
    for k in range(phrase.last, min(phrase.last + _FAR, len(parsed.tokens))):
        word, before = parsed.lower(k), parsed.lower(k - 1)
        if word in _RESULTING and {parsed.lower(j) for j in range(k + 1, k + 10)} & _DEATHS:
            return True
        if word == "with" and {parsed.lower(j) for j in range(k + 1, k + 7)} & _LOST:
            return True  # "missions, with 14 killed and 92 detained"
        if word in {"killed", "killing"} and (before in {"that", "which", ","} or phrase in parsed.subjects(k)):
            return not is_passive(parsed.tokens, k)
        if k in parsed.verbs and lexicon().is_in(word, "verbs.hit") and phrase in parsed.subjects(k):
            return True  # "the operation targeted a camp"
        if k in parsed.verbs and word not in _RESULTING | _HELD:
            return False
    return False


def is_cry(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether words quoted tell of "another attack" without a verb: it is the one just reported, where the town agrees."""
    close = next((k for k in range(phrase.last, len(parsed.tokens)) if parsed.lower(k) == '"'), len(parsed.tokens))
    return not any(k in parsed.verbs for k in range(phrase.last, close))


def is_put_in(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a headline's "in" leads to a land's name before the noun, not to its adjective: "killed in Sylvania raid"."""
    first = phrase.names[0] if phrase.names else None
    bare = phrase.determiner is None and phrase.possessor is None and parsed.lower(phrase.first - 1) == "in"
    return bare and first is not None and first.first == phrase.first and first.name.kind is NameKind.COUNTRY


def kills(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether an event's phrase is the subject of a verb of killing: "airstrikes overnight killed 21"."""
    killed = [k for k in range(max(phrase.first - 8, 0), phrase.first) if parsed.lower(k) in HARMED]
    between = killed and any(k in parsed.verbs for k in range(killed[-1] + 1, phrase.first))
    if killed and parsed.lower(phrase.first - 1) in {"in", "by"} and not between:
        return True  # "six people were killed in airstrikes"
    k = phrase.last
    while k in parsed.taken or parsed.lower(k) in {"have", "has", "had", "also", "that", "which"}:
        k += 1
    if parsed.lower(k) in {"by", "on", "in", "at", "near", "outside", "inside"}:
        # "airstrikes by the coalition have killed 21"
        verbs = (j for j in range(k, min(k + 12, len(parsed.tokens))) if j in parsed.verbs)
        k = next((j for j in verbs if phrase in parsed.subjects(j)), k)
    return k in parsed.verbs and lexicon().is_in(parsed.lower(k), "verbs.kill")


def is_suffered(parsed: Parsed, i: int) -> bool:
    """Whether a headline's participle has lost its "were": "Troops attacked 13 times", "Tanker seized in gulf"."""
    if not parsed.sentence.headline or parsed.lower(i) not in _SUFFERED or i == 0:
        return False
    k = i + 1
    times = number_at(parsed.tokens, k)
    if times is not None:
        return parsed.lower(times.last) == "times"
    return parsed.lower(k) in {"", ":", ",", "in", "near", "off", "after", "amid", "twice", "again"} or k in parsed.taken
