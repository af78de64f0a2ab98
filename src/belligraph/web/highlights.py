"""An article's text cut at the edges of its passages, so that words which several claims rest on are marked once for all.

Offsets are Unicode code points, end exclusive, as in the data. Passages may overlap and lie in each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Piece", "around", "cut"]

DENSEST = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same claims rest on."""

    text: str
    claims: tuple[int, ...] = ()
    """Their numbers on the page."""
    begins: tuple[str, ...] = ()
    """The passages that begin here, as anchors."""
    ends: tuple[int, ...] = ()
    """The claims whose passage ends here."""

    @property
    def density(self) -> int:
        """How many claims rest on it, for the shade of the mark."""
        return min(len(self.claims), DENSEST)


def cut(text: str, passages: Iterable[tuple[int, int, int]], first: int = 0, last: int | None = None) -> list[Piece]:
    """The pieces of `text[first:last]`; `passages` are (start, end, number of the claim). What lies outside is cut off."""
    last = len(text) if last is None else min(last, len(text))
    spans = sorted({(max(s, first), min(e, last), n, s) for s, e, n in passages if s < last and e > first})
    edges = sorted({first, last, *(s for s, *_ in spans), *(e for _, e, *_ in spans)})
    opening: dict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
    for span in spans:
        opening[span[0]].append(span)
    pieces: list[Piece] = []
    held: list[tuple[int, int, int, int]] = []
    for start, end in pairwise(edges):
        held = [span for span in held if span[1] > start] + opening[start]
        pieces.append(
            Piece(
                text[start:end],
                tuple(sorted({n for _, _, n, _ in held})),
                tuple(dict.fromkeys(f"passage-{s}-{e}" for s, e, _, original in opening[start] if s == original)),
                tuple(sorted({n for _, e, n, _ in held if e == end})),
            )
        )
    return pieces


def around(text: str, passages: Sequence[tuple[int, int, int]]) -> list[Piece]:
    """The paragraphs that the passages stand in, from the first to the last."""
    if not passages:
        return []
    start = text.rfind("\n", 0, min(s for s, _, _ in passages)) + 1
    end = text.find("\n", max(e for _, e, _ in passages))
    return cut(text, passages, start, len(text) if end < 0 else end)
