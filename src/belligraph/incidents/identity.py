"""Which event of an article is which one of it in the release before: by what they say, not by their numbers.

A better extractor, a corrected sheet or one more event in the first sentence renumbers events. What stays is what an event
is made of: the passages that tell it, its type, day, place and parties. These are its marks; a release keeps them beside
its names.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

__all__ = ["Lost", "find_event", "marks_of", "same_events"]

# of the kinds of marks: e the passage that tells the event, q one that a claim rests on, d day, p place, a party, t type
_WEIGHTS = {"e": 4.0, "q": 1.0, "d": 2.0, "p": 2.0, "a": 1.0, "t": 1.0}
# shared passages of claims beyond these say no more
_PASSAGES = 4.0
_SAME = 4.0
_NUMBER = 0.5
_KEPT_PASSAGES = 16


def marks_of(
    kind: str, passages: Iterable[str], quotes: Iterable[str], days: str, places: Iterable[str], parties: Iterable[str]
) -> tuple[str, ...]:
    """The marks of an event, sorted: a letter for the kind of each and a digest, without white space."""
    found = {f"t{kind}"} | {f"e{_digest(p)}" for p in passages}
    found |= {f"q{_digest(q)}" for q in list(dict.fromkeys(quotes))[:_KEPT_PASSAGES]}
    found |= {f"d{days}"} if days else set()
    found |= {f"p{_digest(p)}" for p in places} | {f"a{_digest(p)}" for p in parties}
    return tuple(sorted(found))


def same_events(former: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For refs of one article in the former release, the refs that they have now; a ref that is left out is gone.

    Both mappings lead from refs to marks. The best fits come first, and each new event takes one old one; an old event that
    finds its event taken was made one with it. A release that kept no marks is read by the numbers alone.
    """
    pairs = sorted(
        ((_likeness(ours, theirs, old == new), old, new) for old, ours in former.items() for new, theirs in now.items()),
        key=lambda pair: (-pair[0], pair[1] != pair[2], pair[1], pair[2]),
    )
    found: dict[str, str] = {}
    taken: set[str] = set()
    for likeness, old, new in pairs:
        if likeness >= _SAME and old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    for old, ours in former.items():
        if old in now and old not in found and old not in taken and (not ours or _meet(ours, now[old])):
            found[old] = old
            taken.add(old)
    for likeness, old, new in pairs:
        if likeness >= _SAME + _NUMBER:
            found.setdefault(old, new)
    return found


class Lost(StrEnum):
    """Why an event is not found again for certain."""

    GONE = "no event of its article is that one any more"
    MERGED = "it became part of another event of its article"
    SPLIT = "two events of its article may be it now"


def find_event(
    ref: str, marks: Sequence[str], former: Iterable[Sequence[str]], now: Mapping[str, Sequence[str]]
) -> str | Lost:
    """The ref that one event has now, or why there is none; for what holds for this event and for no other.

    So it asks for more than `same_events`, which gives names away: an event that moved to another day and place at once is
    not taken for the same, nor is one that another event fits better. `ref` and `marks` are those it had when it was seen
    last, `former` the marks of all events of its article in the former release, `now` those of today by their refs.
    """
    unchanged = [new for new, theirs in now.items() if sorted(theirs) == sorted(marks)]
    if ref in unchanged or len(unchanged) == 1:
        return ref if ref in unchanged else unchanged[0]
    fits = {new: _likeness(marks, theirs, same_number=False) for new, theirs in now.items() if _agree(marks, theirs)}
    fits = {new: fit for new, fit in fits.items() if fit >= _SAME}
    if not fits:
        return Lost.GONE
    rivals = list(former)
    own = {
        new: fit
        for new, fit in fits.items()
        if all(_likeness(rival, now[new], same_number=False) <= fit for rival in rivals)
    }
    if not own:
        return Lost.MERGED
    best = [new for new, fit in own.items() if fit == max(own.values())]
    return best[0] if len(best) == 1 else Lost.SPLIT


def _agree(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether they share day or place, unless one of the two says neither."""
    both_say = [kind for kind in "dp" if all(any(mark[0] == kind for mark in marks) for marks in (ours, theirs))]
    return not both_say or any(mark[0] in both_say for mark in set(ours) & set(theirs))


def _likeness(ours: Sequence[str], theirs: Sequence[str], same_number: bool) -> float:
    shared = set(ours) & set(theirs)
    kinds = {mark[0] for mark in shared}
    if "e" not in kinds and not {"d", "p"} <= kinds:
        return 0.0
    passages = sum(_WEIGHTS["q"] for mark in shared if mark[0] == "q")
    others = sum(_WEIGHTS[mark[0]] for mark in shared if mark[0] != "q")
    return others + min(_PASSAGES, passages) + (_NUMBER if same_number else 0.0)


def _meet(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether they share a passage, a day or a place: one attacker makes many attacks."""
    return any(mark[0] in "eqdp" for mark in set(ours) & set(theirs))


def _digest(text: str) -> str:
    return hashlib.blake2s(" ".join(text.casefold().split()).encode(), digest_size=6).hexdigest()
