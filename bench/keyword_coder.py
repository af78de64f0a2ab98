"""The plain way of coding events, to compare with: each trigger word is an event, the nearest names are its actors.

No phrases, no speakers, no negation, no joining of mentions: roughly what a keyword search over news gives.
"""

from __future__ import annotations

import re

from belligraph.model.article import Article
from belligraph.model.sheet import (
    Actor,
    ActorKind,
    Claim,
    Event,
    EventType,
    Evidence,
    FactSheet,
    Modality,
    Property,
    Quantity,
    QuantityObject,
    Ref,
    SheetArticle,
    Speech,
)

__all__ = ["KeywordCoder"]

_SENTENCE = re.compile(r"[^.!?\n]+")
_TRIGGER = re.compile(r"\b(?:attack|strike|struck|fired|launched|bomb|shell|shot down|hit)\w*", re.I)
_NAME = re.compile(r"\b(?:U\.S\.|[A-Z][\w-]+)(?: (?:[A-Z][\w-]+|forces|militants|rebels|fighters))*")
_TOLL = re.compile(r"\b(killed|killing|injured|injuring|wounded|wounding)\s+(\d+)")


class KeywordCoder:
    """Codes an article by keywords."""

    name = "keyword-coder"
    version = "1"

    def extract(self, article: Article) -> FactSheet:
        """The fact sheet of an article."""
        text = article.text
        actors: dict[str, Actor] = {}
        events: list[Event] = []
        claims: list[Claim] = []

        def quote(start: int, end: int) -> tuple[Evidence, ...]:
            return (Evidence(start, end, text[start:end]),)

        def add(prop: Property, value: Ref | QuantityObject, start: int, end: int) -> None:
            event = events[-1].id
            spans = quote(start, end)
            claims.append(Claim(f"c{len(claims) + 1}", event, prop, value, Modality.CERTAIN, Speech.NARRATION, (), spans))

        def add_actor(prop: Property, match: re.Match[str], start: int, end: int) -> None:
            known = actors.setdefault(
                match.group(), Actor(f"a{len(actors) + 1}", match.group(), ActorKind.UNKNOWN, quote(*match.span()))
            )
            add(prop, Ref(known.id), start, end)

        for sentence in _SENTENCE.finditer(text):
            trigger = _TRIGGER.search(text, sentence.start(), sentence.end())
            if trigger is None:
                continue
            start, end = trigger.span()
            strike = trigger.group().lower().startswith(("strike", "struck", "shot"))
            kind = EventType.STRIKE if strike else EventType.ATTACK
            events.append(Event(f"e{len(events) + 1}", kind, trigger.group(), quote(start, end)))
            before = list(_NAME.finditer(text, sentence.start(), start))
            if before:
                add_actor(Property.ATTACKER, before[-1], before[-1].start(), end)
            if (after := _NAME.search(text, end, sentence.end())) is not None:
                add_actor(Property.TARGET, after, start, after.end())
            for toll in _TOLL.finditer(text, sentence.start(), sentence.end()):
                prop = Property.KILLED if toll.group(1).startswith("kill") else Property.INJURED
                figure = QuantityObject(Quantity(toll.group(2), False, float(toll.group(2))))
                add(prop, figure, *toll.span())
        return FactSheet(SheetArticle(article.text_sha256), tuple(actors.values()), (), tuple(events), tuple(claims))
