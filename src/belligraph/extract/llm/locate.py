"""Where a quote stands in the article: letter by letter, else in the normalised text. Never anything fuzzier."""

from __future__ import annotations

import re

from belligraph.extract.text import View, normalise
from belligraph.model.sheet import Evidence

__all__ = ["Locator"]

_MOST_FINDS = 200


class Locator:
    """Finds quotes in one article. `furniture` are spans of the text as received that no quote may touch."""

    def __init__(self, view: View, furniture: tuple[Evidence, ...]) -> None:
        self._view = view
        self._furniture = furniture

    def find(self, quote: str, near: int | None = None) -> Evidence | None:
        """The passage that a quote stands for, in the text as received; of several the nearest to `near`, else the first.

        Curly quotation marks, rare spaces and hyphens, invisible characters and line breaks may differ from the text;
        letters and figures may not.
        """
        spans = self._exact(quote) or self._normal(quote)
        free = [s for s in spans if not any(s[0] < f.end and f.start < s[1] for f in self._furniture)]
        if not free:
            return None
        start, end = min(free, key=lambda s: abs(s[0] - near)) if near is not None else free[0]
        return Evidence(start, end, self._view.original[start:end])

    def _exact(self, quote: str) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        at = self._view.original.find(quote) if quote.strip() else -1
        while at >= 0 and len(found) < _MOST_FINDS:
            found.append((at, at + len(quote)))
            at = self._view.original.find(quote, at + 1)
        return found

    def _normal(self, quote: str) -> list[tuple[int, int]]:
        words = normalise(quote).normal.split()
        if not words:
            return []
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
        found: list[tuple[int, int]] = []
        for match in pattern.finditer(self._view.normal):
            span = self._view.evidence(match.start(), match.end())
            found.append((span.start, span.end))
            if len(found) == _MOST_FINDS:
                break
        return found
