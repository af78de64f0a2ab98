"""Mentions of explosions that somebody set off: "a blast near a mosque killed ten", where the text speaks of attacks."""

from __future__ import annotations

import re

from belligraph.extract.clauses import BLASTS
from belligraph.extract.fill import add_concepts, fill_complements
from belligraph.extract.force import kills
from belligraph.extract.lexicon import word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.nouns import new_mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase

__all__ = ["BLASTS", "of_blast"]

_KILLING = word_set("killed wounded injured")
_ACCIDENTS = word_set("gas boiler cylinder fireworks accidental mine factory volcanic methane oil fuel pipeline kitchen")
_CLAIMED = frozenset(["responsibility"])
# how many letters on an attack must be spoken of
_BEHIND = 400
_MEANT = re.compile(
    r"\b(?:attack|bomb|militant|insurgent|terror|gunm[ae]n|suicide|claimed responsibility|explosives?\b|rebel)", re.I
)


def of_blast(parsed: Parsed, phrase: Phrase) -> Mention | None:
    """The mention that an explosion with its dead or hurt makes; None for accidents, and where none speaks of an attack."""
    front = {parsed.lower(k) for k in range(phrase.first, phrase.last)}
    that_killed = parsed.lower(phrase.last) in {"that", "which"} and parsed.lower(phrase.last + 1) in _KILLING
    if front & _ACCIDENTS or not (that_killed or kills(parsed, phrase)) or not _is_meant(parsed, phrase):
        return None
    mention = new_mention(parsed, phrase, phrase.last - 1)
    mention.is_definite = phrase.determiner in {"the", "this", "that", "both"} or phrase.possessor is not None
    mention.is_plural, mention.is_deadly = phrase.is_plural, True
    add_concepts(parsed, mention, phrase)
    fill_complements(parsed, mention, parsed.complements(phrase.last), direct=False)
    return mention


def _is_meant(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether what follows the explosion speaks of an attack: of bombs, or of who claims it."""
    start = parsed.start(phrase.first)
    if parsed.has(_CLAIMED):
        return True  # "claimed responsibility for twin explosions that killed ten"
    return _MEANT.search(parsed.view.normal, start, start + _BEHIND) is not None
