"""The doubting words before a verb or a noun: "suspected", "may have", "reportedly"."""

from __future__ import annotations

from belligraph.extract.lexicon import lexicon
from belligraph.extract.parse import Parsed
from belligraph.model.sheet import Modality

__all__ = ["hedge_before"]


def hedge_before(parsed: Parsed, i: int) -> tuple[Modality, str] | None:
    """The doubting word in the phrase or among the auxiliaries before token i, and what it does to a claim."""
    lex = lexicon()
    low = max(i - 7, 0)
    window = parsed.view.normal[parsed.start(low) : parsed.start(i)]
    lowered = f" {window.lower()}"
    for name in ("probable", "possible", "unspecified"):
        for words in lex.phrases[f"doubt.{name}"]:
            at = lowered.find(f" {words} ")
            if at < 0 or any(c in lowered[at:] for c in ',;"'):
                continue
            start = parsed.start(low) + at
            return Modality(name), parsed.view.evidence(start, start + len(words)).quote
    return None
