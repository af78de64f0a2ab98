"""What a group tells as its own deed: "we struck", "its fighters fired", "the movement shelled a post"."""

from __future__ import annotations

from belligraph.extract.actors import ActorRef
from belligraph.extract.doers import OWN
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.model.sheet import Property

__all__ = ["by_pronoun", "is_done_by_group", "is_done_by_speaker", "is_of", "is_of_own_men", "is_to_come"]

_FUTURE = word_set("will would shall may might could continue")
_PRONOUNS = frozenset(["they", "it", "we"])
_DOING = word_set("carried conducted launched staged conducting carrying behind")


def is_to_come(parsed: Parsed, mention: Mention) -> bool:
    """ "Will continue their attacks" claims nothing that was done."""
    first = mention.phrase.first if mention.phrase is not None else mention.token
    return any(parsed.lower(k) in _FUTURE for k in range(max(first - 5, 0), first))


def is_of(slot: Slot, speaker: ActorRef) -> bool:
    return slot.property is Property.ATTACKER and isinstance(slot.value, ActorRef) and slot.value.key == speaker.key


def by_pronoun(parsed: Parsed, slot: Slot) -> bool:
    """Whether who did it is only told by a pronoun: "said it opened a front and fired rockets"."""
    words = parsed.view.normal[slot.start : slot.start + 5].lower()
    return words.startswith(("it ", "they ", "we "))


def is_of_own_men(slot: Slot) -> bool:
    """ "Its fighters had shelled a post": the group itself did it."""
    by = slot.phrase if slot.property is Property.ATTACKER else None
    return by is not None and by.kind is PhraseKind.GROUP and by.determiner in OWN and not by.names


def is_done_by_speaker(parsed: Parsed, mention: Mention) -> bool:
    """ "They had carried out the attack": a pronoun and a verb of doing before the event's phrase."""
    if mention.phrase is None:
        # "The rebels said they fired rockets": who did it is the speaker
        return parsed.lower(mention.token - 1) in _PRONOUNS | {"had", "have"} and any(
            parsed.lower(k) in _PRONOUNS for k in range(max(mention.token - 3, 0), mention.token)
        )
    window = [parsed.lower(k) for k in range(max(mention.phrase.first - 5, 0), mention.phrase.first)]
    return bool(set(window) & _DOING) and bool(set(window) & _PRONOUNS)


def is_done_by_group(parsed: Parsed, mention: Mention, group: ActorRef) -> bool:
    """ "The movement fired rockets": by a word for the speaker's own group before the verb."""
    by = [s.phrase for s in mention.slots if is_of(s, group) and s.phrase is not None and not s.phrase.names]
    return any(p.determiner == "the" and p.last <= mention.token for p in by)
