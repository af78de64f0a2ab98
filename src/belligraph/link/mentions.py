"""The names of one article, each with the entity it stands for, or the reason why with none.

An actor known only by a description is never matched: "two U.S. officials" are nobody in particular, whatever they are
called. A name that stands on page furniture alone is none of the report's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from belligraph.link.decisions import Verdicts
from belligraph.link.index import Known
from belligraph.link.matcher import Context, Match, Matcher, Verdict
from belligraph.model.naming import normalise, slug
from belligraph.model.reports import Entity
from belligraph.model.sheet import Actor, ActorKind, Evidence, FactSheet, Place, PlaceKind

__all__ = ["LinkedSheet", "Mention", "link_sheet"]

# what a name of its own is enough for, when no authority knows it: it stands for "whoever is so called"
_NAMED_KINDS = frozenset(
    {ActorKind.ARMED_FORCE, ActorKind.ARMED_GROUP, ActorKind.GOVERNMENT_BODY, ActorKind.ORGANISATION, ActorKind.MEDIA}
)
_CONNECTING = frozenset(["of", "the", "al", "el", "de", "la", "le", "du", "von", "van", "bin", "ibn", "and", "for", "in"])


@dataclass(frozen=True, slots=True)
class Mention:
    """One name of an article: what it was matched with, and why."""

    id: str
    """Of the actor or place in the sheet."""
    name: str
    kind: str
    is_place: bool
    verdict: Verdict
    key: str | None
    """Of the entity; None: it has none."""
    score: float
    reasons: tuple[str, ...]
    """A line for each feature, or the one reason why not."""
    reviewer: str = ""
    best: str = ""
    """The key of the best candidate, for review."""


@dataclass(frozen=True, slots=True)
class LinkedSheet:
    """All names of one article."""

    mentions: tuple[Mention, ...]
    actors: Mapping[str, Entity]
    places: Mapping[str, Entity]


def link_sheet(
    article: str, sheet: FactSheet, published: date | None, matcher: Matcher, verdicts: Verdicts | None = None
) -> LinkedSheet:
    """Links the names of one article's sheet; `article` is its key, `verdicts` what people decided."""
    said = verdicts or Verdicts()
    names = [a.name for a in sheet.actors if a.identified] + [p.name for p in sheet.places]
    context = matcher.context(names, published)
    mentions: list[Mention] = []
    actors: dict[str, Entity] = {}
    places: dict[str, Entity] = {}
    furniture = sheet.article.furniture
    for actor in sheet.actors:
        mention, entity = _actor(article, actor, context, matcher, said, furniture)
        mentions.append(mention)
        if entity is not None:
            actors[actor.id] = entity
    for place in sheet.places:
        mention, entity = _place(article, place, context, matcher, said, furniture)
        mentions.append(mention)
        if entity is not None:
            places[place.id] = entity
    return LinkedSheet(tuple(mentions), actors, places)


def _actor(
    article: str, actor: Actor, context: Context, matcher: Matcher, said: Verdicts, furniture: tuple[Evidence, ...]
) -> tuple[Mention, Entity | None]:
    if not actor.identified:
        reason = "known only by a description"
        return Mention(actor.id, actor.name, actor.kind, False, Verdict.NIL, None, 0.0, (reason,)), None
    if _is_furniture(actor.evidence, furniture):
        return Mention(actor.id, actor.name, actor.kind, False, Verdict.NIL, None, 0.0, ("page furniture",)), None
    match = matcher.actor(actor.name, actor.kind, context)
    fallback = None
    if match.best is None and (actor.kind in _NAMED_KINDS or (actor.kind is ActorKind.PERSON and " " in actor.name.strip())):
        fallback = _named(actor.name, matcher)
    return _settled(article, actor.id, actor.name, actor.kind, False, match, fallback, matcher, said)


def _place(
    article: str, place: Place, context: Context, matcher: Matcher, said: Verdicts, furniture: tuple[Evidence, ...]
) -> tuple[Mention, Entity | None]:
    if _is_furniture(place.evidence, furniture):
        return Mention(place.id, place.name, place.kind, True, Verdict.NIL, None, 0.0, ("page furniture",)), None
    match = matcher.place(place.name, place.kind, context)
    fallback = None
    if match.best is None and place.kind is not PlaceKind.OTHER and _is_a_name(place.name):
        fallback = _named(place.name, matcher)
    return _settled(article, place.id, place.name, place.kind, True, match, fallback, matcher, said)


def _settled(
    article: str, this: str, name: str, kind: str, is_place: bool, match: Match, fallback: Entity | None, matcher: Matcher,
    said: Verdicts,
) -> tuple[Mention, Entity | None]:  # fmt: skip
    ref = f"{article}/{this}"
    decided = said.entity_of(ref)
    if decided is not None and (known := matcher.index.by_key(decided[0])) is not None:
        mention = Mention(this, name, kind, is_place, Verdict.ACCEPTED, known.key, 1.0, ("a person's decision",), decided[1])
        return mention, _entity(known, matcher)
    best = match.best
    if best is not None and match.verdict is Verdict.ACCEPTED and not said.refuses(ref, best.entity.key):
        reasons = tuple(f"{m.aspect} {m.value:+.2f}: {m.words}" for m in best.features)
        mention = Mention(this, name, kind, is_place, Verdict.ACCEPTED, best.entity.key, best.score, reasons)
        return mention, _entity(best.entity, matcher)
    if fallback is not None and not said.refuses(ref, fallback.key):
        reason = "no authority knows the name; it stands for whoever is so called"
        return Mention(this, name, kind, is_place, Verdict.NIL, fallback.key, 0.0, (reason,)), fallback
    verdict, reason = match.verdict, match.reason
    if best is not None and said.refuses(ref, best.entity.key):
        verdict, reason = Verdict.NIL, "a person said no"
    score, key = (best.score, best.entity.key) if best is not None else (0.0, "")
    return Mention(this, name, kind, is_place, verdict, None, score, (reason,), best=key), None


def _entity(known: Known, matcher: Matcher) -> Entity:
    country = matcher.index.key_of_country(known.country) if known.country else None
    return Entity(known.key, known.label, country, known.latitude, known.longitude)


def _named(name: str, matcher: Matcher) -> Entity | None:
    key = slug(name)
    if not key:
        return None
    # a key of the authority's is never taken by a name that it does not know
    return Entity(f"named-{key}", name) if matcher.index.by_key(f"named-{key}") is None else None


def _is_a_name(name: str) -> bool:
    """Whether it is a proper name: "Kess Ford", not "an area controlled by the Houthis"."""
    words = [w for w in re.split(r"[\s-]+", name) if w]
    return bool(words) and bool(normalise(name)) and all(w[0].isupper() or w.lower() in _CONNECTING for w in words)


def _is_furniture(evidence: tuple[Evidence, ...], furniture: tuple[Evidence, ...]) -> bool:
    return bool(evidence) and all(any(f.start <= e.start and e.end <= f.end for f in furniture) for e in evidence)
