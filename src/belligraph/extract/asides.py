"""The reporter's own asides behind what somebody said: "It said a drone was downed, in what could be an escalation"."""

from __future__ import annotations

import re
from dataclasses import replace

from belligraph.extract.attribution import Attribution

__all__ = ["cut_asides"]

_ASIDE = re.compile(r", in what (?:could|would|may|might|appear|seem|look)\w*\b")


def cut_asides(attribution: Attribution, text: str) -> None:
    """End every report before an aside that weighs it: those words are the article's. Quotations are left whole."""
    for number, scopes in enumerate(attribution.scopes):
        for n, scope in enumerate(scopes):
            aside = _ASIDE.search(text, scope.start, scope.end)
            if aside is not None and not attribution.is_direct(aside.start(), aside.end()):
                attribution.scopes[number][n] = replace(scope, end=aside.start())
