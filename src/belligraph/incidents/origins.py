"""Independent origins: how many sources are behind claims, when whoever repeats another counts as that other.

Two articles that cite Reuters have one origin. The origin of a claim is the last source of its chain; a spokeswoman stands
for whom she speaks; where the last source is known only by a description ("two U.S. officials"), it is the last that is
identified, or else the outlet, and the description besides: unnamed officials of two outlets may be the same ones. Claims
that share any of these may have one origin and count once, so that the number is never too high.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from belligraph.model.naming import normalise
from belligraph.model.reports import ArticleReport
from belligraph.model.sheet import Actor, ActorKind, Claim, Modality, Property, Ref

__all__ = ["independent", "origins_of"]

_NUMBERS = frozenset(
    (
        "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "some", "several", "other", "another", "and", "who",
    )
)  # fmt: skip


def origins_of(claim: Claim, told: ArticleReport) -> tuple[str, ...]:
    """What identifies the origin of a claim of that article's sheet: one or more names; a shared one means one origin."""
    actors = {actor.id: actor for actor in told.sheet.actors}
    outlet = f"outlet {normalise(told.publisher)}" if told.publisher else f"article {told.key}"
    chain = [_principal(actors[a], actors, told) for a in claim.attributed_to if a in actors]
    if not chain:
        return (outlet,)
    last = chain[-1]
    named = [_name(actor, told) for actor in chain if actor.identified]
    if last.identified:
        return (_name(last, told),)
    words = " ".join(w for w in normalise(last.name).split() if w not in _NUMBERS and not w.isdigit())
    return (named[-1] if named else outlet, f"unnamed {words}")


def independent(origins: Iterable[Sequence[str]]) -> int:
    """How many of the origins share nothing with each other, even through a third: a lower bound."""
    groups: list[set[str]] = []
    for names in origins:
        merged = set(names)
        apart = []
        for group in groups:
            if group & merged:
                merged |= group
            else:
                apart.append(group)
        groups = [*apart, merged]
    return len(groups)


def _principal(actor: Actor, actors: dict[str, Actor], told: ArticleReport) -> Actor:
    """Whom a speaker speaks for, if a body or force; "a U.S. official" does not speak for the United States."""
    seen = {actor.id}
    while True:
        following = next(
            (
                actors[c.object.ref]
                for c in told.sheet.claims
                if c.subject == actor.id
                and c.property is Property.ACTS_FOR
                and c.modality is not Modality.DENIED
                and isinstance(c.object, Ref)
                and c.object.ref in actors
            ),
            None,
        )
        if following is None or following.id in seen or following.kind is ActorKind.STATE or not following.identified:
            return actor
        seen.add(following.id)
        actor = following


def _name(actor: Actor, told: ArticleReport) -> str:
    entity = told.actors.get(actor.id)
    name = entity.key if entity else normalise(actor.name)
    # an outlet that is cited and the same outlet in its own voice are one
    return f"outlet {normalise(actor.name)}" if actor.kind is ActorKind.MEDIA else name
