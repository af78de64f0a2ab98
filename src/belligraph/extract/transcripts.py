"""Transcripts of briefings: "GENERAL ADA STONE: Good afternoon." speaks until the next such label."""

from __future__ import annotations

import re
from collections import Counter

from belligraph.extract.actors import ActorRef
from belligraph.extract.attribution import Attribution, Scope
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.parse import Parsed
from belligraph.model.sheet import ActorKind

__all__ = ["attribute_turns"]

_LABEL = re.compile(r"([A-Z][A-Z'-]*\.?(?: [A-Z][A-Z'-]*\.?){1,7}|Q|QUESTION)(?: \([A-Za-z ,.]{2,40}\))?: ")

_UNNAMED = word_set("official briefer spokesperson")


def attribute_turns(sentences: list[Parsed], attribution: Attribution, text: str) -> None:
    """Give each sentence of a transcript to whoever has the word; of the questions nobody is known to be the speaker.

    A label counts if it holds a title ("MR. LEE"), is there more than once or names an unnamed "SENIOR OFFICIAL";
    "KYIV:" before a report is none of these.
    """
    labels = [(n, m) for n, p in enumerate(sentences) if (m := _LABEL.match(text, p.sentence.start, p.sentence.end))]
    often = Counter(m.group(1) for _, m in labels)
    turns = {n: m for n, m in labels if _is_titled(m.group(1)) or often[m.group(1)] > 1 or m.group(1)[0] == "Q"}
    if not any(m.group(1) not in {"Q", "QUESTION"} for m in turns.values()):
        return
    speaker: ActorRef | None = None
    for n, parsed in enumerate(sentences):
        start, end = parsed.sentence.start, parsed.sentence.end
        if (label := turns.get(n)) is not None:
            speaker = _speaker(label)
            start = label.end()
        if speaker is not None and start < end:
            attribution.scopes[n].append(Scope(start, end, (speaker,)))
            attribution.quotes.append((start, end))
    attribution.quotes.sort()


def _is_titled(label: str) -> bool:
    words = label.lower().split()
    return words[0].rstrip(".") in lexicon().titles["before_name"] or words[-1] in _UNNAMED


def _speaker(label: re.Match[str]) -> ActorRef | None:
    name = label.group(1)
    if name in {"Q", "QUESTION"}:
        return None
    if (last := name.split()[-1].lower()) in _UNNAMED:
        # two who brief without their names are told apart by their offices
        return ActorRef(f"official:{name.lower()}", name, ActorKind.PERSON, False, label.start(1), label.end(1))
    key = f"person:{last}"
    return ActorRef(key, name, ActorKind.PERSON, True, label.start(1), label.end(1))
