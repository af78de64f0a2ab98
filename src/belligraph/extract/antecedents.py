"""What "who", "which" or "that" leads back to, where it is no matter of walking on: the noun right before it."""

from __future__ import annotations

from belligraph.extract.clauses import BEING, BLASTS
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.words import Words

__all__ = ["antecedent"]

_PEOPLE = frozenset({PhraseKind.PEOPLE, PhraseKind.FORCE, PhraseKind.GROUP, PhraseKind.PERSON, PhraseKind.OFFICIAL})
# what a group does, and no strike on it
_GROUPS_DO = word_set("attacked attack launched launch fired fire stormed ambushed shelled")
_SOMEWHERE = frozenset({PhraseKind.STATE, PhraseKind.PLACE})
_TOLD_ON = frozenset({PhraseKind.GROUP, PhraseKind.EVENT})


def antecedent(words: Words, k: int, i: int) -> Phrase | None:
    """What the relative word behind token k stands for as the subject of the verb at i; None to look further back."""
    word, told = words.lower(k + 1), words.phrase_at.get(k)
    if told is not None:
        if word == "who" and told.kind in _PEOPLE and _is_described(words, told, i):
            return told  # "the families of the three men who were killed"
        if told.kind is PhraseKind.GROUP and words.lower(i) in _GROUPS_DO:
            return told  # "struck back against groups that attacked a base"
        if (host := _placed(words, told, i)) is not None:
            return host  # "a militia in Syria that launched rockets"
        if told.kind is PhraseKind.FACILITY and word != "who" and _is_hit(words, told, i):
            return told  # "a fire at a depot that was hit"
        if told.kind is PhraseKind.EVENT or told.is_weapon or told.head in BLASTS:
            return told  # "in response to attacks that killed", "followed by a missile that hit"
    before = words.phrase_at.get(k - 1) if words.lower(k) == "," else None
    if before is not None and before.kind in _TOLD_ON and word != "that":
        return before  # "a return of the Islamic State, which seized"
    if before is not None and word == "which" and before.kind is PhraseKind.THING and _suffers(words, i):
        return before  # "a call from the tanker, which was under attack"
    return None


def _placed(words: Words, place: Phrase, i: int) -> Phrase | None:
    """The group before a place, of which "that" tells what it did: lands launch nothing by themselves there."""
    group = words.phrase_at.get(place.first - 2) if words.lower(place.first - 1) == "in" else None
    if place.kind not in _SOMEWHERE or group is None or group.kind not in {PhraseKind.GROUP, PhraseKind.FORCE}:
        return None
    return group if lexicon().is_in(words.lower(i), "verbs.launch", "verbs.support", "verbs.hit") else None


def _suffers(words: Words, i: int) -> bool:
    """Whether the verb at i tells what was done to its subject: "was under attack", "was hit"."""
    if words.lower(i) in {"was", "were", "is", "came"}:
        return words.lower(i + 1) in {"under", "attacked"}
    return words.lower(i - 1) in {"was", "were"} and lexicon().is_in(words.lower(i), "verbs.hit")


def _is_hit(words: Words, told: Phrase, i: int) -> bool:
    """Whether a site told for the first time is what "that was hit" tells of, whatever burns or stands there."""
    been = words.lower(i - 1) in {"was", "were"} and lexicon().is_in(words.lower(i), "verbs.hit")
    return been and (told.determiner in {"a", "an"} or told.figure is not None)


def _is_described(words: Words, told: Phrase, i: int) -> bool:
    """Whether "who" leads back to the noun before it: "an air strike on rebels who engaged the army"."""
    fights = told.kind is PhraseKind.GROUP and words.lower(told.first - 1) in {"against", "on", "by", "from", "targeted"}
    return words.lower(i - 1) in BEING or fights
