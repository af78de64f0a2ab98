"""From scored candidates to role fillers: the best first, and nothing twice under two names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from belligraph.extract.lexicon import NameKind, lexicon

__all__ = ["same_filler", "select"]

_SMALL = frozenset(["of", "the", "and", "for", "de"])


def select(
    keys: Sequence[str], scores: Mapping[str, Sequence[float]], thresholds: Mapping[str, tuple[float, float]]
) -> dict[str, list[int]]:
    """The places in `keys` of each role's fillers, by falling score.

    A role has two thresholds: one for its first filler, one for all others. A candidate fills one role: the one in which it
    passes the first threshold by most.
    """
    found: dict[str, list[int]] = {}
    for role, own in scores.items():
        first, further = thresholds[role]
        chosen: list[int] = []
        for i in sorted((i for i, s in enumerate(own) if s >= min(first, further)), key=lambda i: -own[i]):
            if own[i] < (further if chosen else first):
                break
            if any(scores[other][i] - thresholds[other][0] > own[i] - first for other in scores if other != role):
                continue
            if not any(same_filler(keys[i], keys[j]) for j in chosen):
                chosen.append(i)
        found[role] = chosen
    return found


def same_filler(one: str, other: str) -> bool:
    """Whether two strings of one document name one filler: shared words, an acronym, two names of one known group."""
    a, b = one.split(), other.split()
    if set(a) <= set(b) or set(b) <= set(a) or a[-1].rstrip("s") == b[-1].rstrip("s"):
        return True
    return _is_acronym(a, b) or _is_acronym(b, a) or (_known(one) is not None and _known(one) == _known(other))


def _is_acronym(short: list[str], full: list[str]) -> bool:
    if len(short) != 1 or len(full) < 2 or not 2 < len(short[0]) <= 5:
        return False
    initials = [w[0] for w in full if w not in _SMALL]
    return sorted(initials) == sorted(short[0]) or (set(short[0]) <= set(initials) and len(initials) - len(short[0]) <= 1)


def _known(words: str) -> str | None:
    first = words.split()[0]
    for form, name in lexicon().names.get(first, ()):
        if name.kind is NameKind.GROUP and " ".join(form).lower() == words:
            return name.canonical
    return None
