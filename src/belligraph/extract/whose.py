"""Whom "its", "their" and "it" mean, an actor named before in the sentence; and whose "the militaries of A and B" are."""

from __future__ import annotations

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind

__all__ = ["actor_before", "lands_of", "main_actor", "owner_before"]

_ARMIES = word_set("militaries armies navies forces")
_ATTACKERS = ACTORS | {PhraseKind.BODY}
_INSIDE = word_set("in near inside over across from into")


def actor_before(parsed: Parsed, k: int) -> Phrase | None:
    """The nearest state, force or group named before token k: whom "its" and "their" mean."""
    kinds = {PhraseKind.FORCE, PhraseKind.STATE, PhraseKind.GROUP, PhraseKind.BODY}
    before = [p for p in parsed.phrases if p.last <= k and p.kind in kinds and p.determiner not in {"its", "their"}]
    owners = [p for p in before if p.possessed and _is_events(parsed, p)]  # "France's assault was larger than its first"
    before = [
        p
        for p in before
        if not p.possessed and (parsed.lower(p.first - 1) not in {"by", "as"} or parsed.lower(p.last) == "that")
    ]
    before = [p for p in before if p.kind is not PhraseKind.STATE or not _is_where(parsed, p)]
    named = [p for p in before if p.names]
    # "The Sylvanians, called a terror group, said their attacks …"
    return next((kind[-1] for kind in (named, before, owners) if kind), None)


def _is_events(parsed: Parsed, owner: Phrase) -> bool:
    owned = parsed.phrase_at.get(owner.last + 1)
    return owned is not None and owned.kind is PhraseKind.EVENT


def main_actor(parsed: Parsed, k: int) -> Phrase | None:
    """The actor that the sentence begins with: whom "as it struck" means, rather than whom it struck."""
    first = next((p for p in parsed.phrases if p.kind in _ATTACKERS and p.last <= k), None)
    if first is None or first.possessed or parsed.lower(first.first - 1) in lexicon().words["stop.prepositions"]:
        return None
    return first if any(first.last <= j < k for j in parsed.verbs) else None


def _is_where(parsed: Parsed, land: Phrase) -> bool:
    """Whether a state's name only says where: "in Freedonia and Sylvania"."""
    while parsed.lower(land.first - 1) == "and" and (other := parsed.phrase_at.get(land.first - 2)) is not None:
        if other.kind not in {PhraseKind.STATE, PhraseKind.PLACE}:
            break
        land = other
    return parsed.lower(land.first - 1) in _INSIDE


def owner_before(parsed: Parsed, phrase: Phrase) -> Phrase | None:
    """Whose "its forces" are: behind ", and" those of whom the sentence is about, else of the actor named last."""
    if (parsed.lower(phrase.first - 2), parsed.lower(phrase.first - 1)) == (",", "and"):
        subject = main_actor(parsed, phrase.first)
        if subject is not None:
            return subject
    return actor_before(parsed, phrase.first)


def lands_of(parsed: Parsed, forces: Phrase) -> list[Phrase]:
    """The states in "the militaries of A, B and C"; empty for any other forces."""
    found: list[Phrase] = []
    k = forces.last
    if forces.head not in _ARMIES or parsed.lower(k) != "of":
        return []
    while parsed.lower(k) in {"of", ",", "and"}:
        k += 1 + (parsed.lower(k) == "," and parsed.lower(k + 1) == "and")
        land = parsed.phrase_at.get(k)
        if land is None or land.kind is not PhraseKind.STATE:
            break
        found.append(land)
        k = land.last
    return found if len(found) > 1 else []
