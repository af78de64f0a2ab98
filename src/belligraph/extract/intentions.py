"""Force that is only meant: "vowed to strike", "warned it will attack", "tried to attack", "could attack"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.model.sheet import ConceptObject, Modality, Property

__all__ = ["is_only_meant", "is_supposed", "mark_intentions"]

_THREATENING = word_set("""vow vows vowed vowing threaten threatens threatened threatening pledge pledges pledged pledging
promised warned warns warning swore sworn""")
_TRYING = word_set("try tries tried trying attempt attempts attempted attempting sought")
_PLANNING = word_set("plan plans planned planning plot plots plotted plotting intend intends intended prepare preparing")
_MEANING = _THREATENING | _TRYING | _PLANNING
_EXPECTED = word_set("expected poised set about")
_WILL = word_set("will would 'll")
_COULD = word_set("could may might can")
_THREATENED = word_set("threaten threatens threatened threatening vow vows vowed promised pledged")
_CALLING = word_set("called calls calling urged urges")
_ORDERING = word_set("ordered orders ordering approved authorized")
_ANSWERING = word_set("""respond retaliate answer avenge responding retaliating
response retaliation revenge reprisal""")
_FAILING = word_set("failed fails unable refused refuses failing")
_SUPPOSING = frozenset(["will", "if"])
_CONFIRMING = frozenset(["confirm", "verify"])
_EVIDENCE = word_set("evidence indication indications sign signs proof reason")
_NOT = frozenset(["not", "n't", "cannot", "can't", "couldn't"])
_BREAKS = word_set(", ; : said that which who")
_CONDITION = 9
_COMING = word_set("imminent impending looming")
_BEING = word_set("is are was were be been still now also")
_TALKING = word_set("""frame justify explain describe portray investigate condemn stop prevent end halt avoid discuss
downplay hide blame link survive escape""")
_FAR = 5


def is_supposed(parsed: Parsed, i: int) -> bool:
    """Whether the verb at i tells of a condition, or of what failed: "if its embassy was hit", "failed to intercept"."""
    failing = parsed.lower(i - 1) == "to" and parsed.lower(i - 2) in _FAILING
    if failing and lexicon().is_in(parsed.lower(i), "verbs.intercept"):
        return True
    if parsed.has(_CONFIRMING):
        that = next((k for k in range(i - 1, max(i - _CONDITION, 0), -1) if parsed.lower(k) == "that"), 0)
        unsure = parsed.lower(that - 1) in _CONFIRMING and {parsed.lower(that - 2), parsed.lower(that - 3)} & _NOT
        if unsure:
            return True  # "we can't confirm that the truck was bombed"
    if parsed.has(_EVIDENCE):
        that = next((k for k in range(i - 1, max(i - _CONDITION, 0), -1) if parsed.lower(k) == "that"), 0)
        told = parsed.phrase_at.get(that - 1)
        if told is not None and told.head in _EVIDENCE and told.determiner == "no":
            return True  # "there was no evidence that the ship was hit"
    if not parsed.has(_SUPPOSING):
        return False
    to_be = [parsed.lower(k) for k in range(max(i - _FAR - 1, 0), i)]
    if "will" in to_be and "be" in to_be[to_be.index("will") :] and not set(to_be[to_be.index("will") :]) & _BREAKS:
        return True  # "will either be caught or killed by the army"
    before = [parsed.lower(k) for k in range(max(i - _CONDITION, 0), i)]
    return "if" in before and not set(before[before.index("if") :]) & _BREAKS


def is_only_meant(mention: Mention) -> bool:
    """Whether it is told only as planned or threatened: nobody was hurt by it."""
    outcomes = mention.values(Property.OUTCOME)
    return any(isinstance(o, ConceptObject) and o.concept in {"planned", "threatened"} for o in outcomes)


def mark_intentions(parsed: Parsed, mentions: list[Mention]) -> None:
    """Add the outcome to attacks that are told as threatened, planned or tried, and keep threats apart from deeds."""
    for mention in mentions:
        first = mention.phrase.first if mention.phrase is not None else mention.token
        if mention.is_noun and any(parsed.lower(k) in _TALKING for k in range(max(first - 3, 0), first)):
            continue  # "tried to justify the bombing"
        if mention.values(Property.OUTCOME):
            continue
        if (found := _meant(parsed, first) or _to_come(parsed, mention, first)) is None:
            if not mention.is_noun and (could := _possible(parsed, first)) is not None:
                mention.slots = [_doubted(parsed, s, could) for s in mention.slots]
            continue
        k, concept = found
        words = parsed.view.evidence(parsed.start(k), parsed.end(k + 1)).quote
        start, end = min(mention.start, parsed.start(k)), max(mention.end, parsed.end(k + 1))
        mention.slots.append(Slot(Property.OUTCOME, ConceptObject(concept, words), start, end))
        mention.is_separate = mention.is_separate or concept != "attempted"


def _to_come(parsed: Parsed, mention: Mention, first: int) -> tuple[int, str] | None:
    """ "Will strike again", "threatened an offensive", "called for attacks", "is expected to launch an offensive"."""
    k = first - 1
    if not mention.is_noun:
        will = next((j for j in range(k, max(k - 3, -1), -1) if parsed.lower(j) in _WILL), None)
        between = {parsed.lower(j) for j in range(will, first)} if will is not None else {"have"}
        armed = bool(mention.actors(Property.ATTACKER))
        if will is not None and armed and not between & {"have", "not", "be", "n't"} and not _is_conditional(parsed, will):
            return will, "threatened"
    for j in range(k, max(k - _FAR, -1), -1):
        word = parsed.lower(j)
        if word in {".", ";", ","}:
            return None
        if word in _EXPECTED and "to" in {parsed.lower(n) for n in range(j + 1, first)} and parsed.lower(j - 1) in _BEING:
            return j, "planned"
    if not mention.is_noun or parsed.lower(k) in _ANSWERING:
        return None
    if (soon := _front(parsed, mention)) is not None:
        return soon, "threatened"
    if parsed.lower(k) in _THREATENED and k in parsed.verbs:
        return k, "threatened"
    if parsed.lower(k) == "for" and parsed.lower(k - 1) in _CALLING:
        return k - 1, "threatened"
    dated = bool(mention.values(Property.DATE)) or parsed.lower(k - 1) in {"has", "have", "last"}
    if parsed.lower(k) in _ORDERING and k in parsed.verbs and not dated and not mention.actors(Property.ATTACKER):
        return k, "planned"
    return None


def _front(parsed: Parsed, mention: Mention) -> int | None:
    """The word before an event's noun that says it is still to come: "an imminent attack"."""
    phrase = mention.phrase
    if phrase is None:
        return None
    behind = next((k for k in range(phrase.last, phrase.last + _FAR + 2) if parsed.lower(k) in {"is", "are"}), -1)
    behind += 1 + (parsed.lower(behind + 1) == '"')
    if (
        parsed.lower(behind) in _COMING | {"likely", "possible", "expected"}
        and behind > 0
        and behind + 1 not in parsed.verbs
    ):
        return behind  # "another attack on the airport is likely"
    return next((k for k in range(phrase.first, phrase.last) if parsed.lower(k) in _COMING), None)


def _is_conditional(parsed: Parsed, will: int) -> bool:
    """Whether "would" tells what is not so: "it would hit the economy if …" without a speaker."""
    spoken = any(lexicon().is_in(parsed.lower(j), "speech.said") for j in range(max(will - _FAR, 0), will))
    return parsed.lower(will) == "would" and not spoken


def _possible(parsed: Parsed, first: int) -> int | None:
    k = next((j for j in range(first - 1, max(first - 3, -1), -1) if parsed.lower(j) in _COULD), None)
    return k if k is not None and parsed.lower(k + 1) not in {"have", "not", "be"} else None


def _doubted(parsed: Parsed, slot: Slot, k: int) -> Slot:
    hedge = parsed.view.evidence(parsed.start(k), parsed.end(k + 1)).quote
    return slot if slot.modality is not None else replace(slot, modality=Modality.POSSIBLE, hedge=hedge)


def _meant(parsed: Parsed, first: int) -> tuple[int, str] | None:
    for k in range(first - 1, max(first - _FAR - 1, -1), -1):
        word = parsed.lower(k)
        if word in {".", ";", ","} or word in _ANSWERING:
            return None  # "vowed to respond to the raid": the raid is a deed
        if word not in _MEANING:
            continue
        between = {parsed.lower(j) for j in range(k + 1, first)}
        to, will = "to" in between, bool(between & (_WILL | _COULD))
        if word in _THREATENING and (to or will):
            return k, "threatened"
        if word in _TRYING and to:
            return k, "attempted"
        if word in _PLANNING and to:
            return k, "planned"
    return None
