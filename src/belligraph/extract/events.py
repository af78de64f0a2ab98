"""Joining mentions to events: what is told twice is one event; what cannot be one, is not."""

from __future__ import annotations

from belligraph.extract.affinity import affinity
from belligraph.extract.armed import concepts_of, weapons_of
from belligraph.extract.continuing import (
    invades,
    threatens_again,
)
from belligraph.extract.drafts import Draft
from belligraph.extract.kinds import is_strike, lands_troops, tells_no_means
from belligraph.extract.means import carry_means
from belligraph.extract.mentions import Mention
from belligraph.extract.retold import (
    again,
    is_one_of_few,
    spells_out,
)
from belligraph.extract.sameness import agree
from belligraph.extract.topics import is_topic_of
from belligraph.model.sheet import EventType, Property

__all__ = ["Draft", "group"]

# how many events back a mention may point: more would take quadratic time on endless texts
_MEMORY = 30


def group(mentions: list[Mention]) -> tuple[list[Draft], dict[int, Draft]]:
    """The events of all mentions in order, and the event of each mention by its `id`."""
    drafts: list[Draft] = []
    event_of: dict[int, Draft] = {}
    for mention in mentions:
        cause = event_of.get(id(mention.cause)) if mention.cause is not None else None
        others = [event_of[id(m)] for m in mention.apart if id(m) in event_of]
        recent = [d for d in drafts[-_MEMORY:] if not d.is_full]
        draft = _effect_of(recent, mention, cause) if cause is not None else _find(recent, mention, others)
        if draft is not None and mention.is_first and any(m.is_plural for m in draft.mentions):
            draft.series, draft = True, None  # "strikes killed five … The first strike hit a car": several, and one of them
            mention.is_definite = False
        if draft is None:
            first = mention.is_dated or (not drafts and (bool(weapons_of(mention)) or mention.is_deadly))
            if (
                mention.is_definite
                and not mention.says_who_or_where
                and not mention.values(Property.SIZE)
                and cause is None
                and not mention.is_cause
                and not first
            ):
                continue
            draft = Draft(mention.type, mention.is_series, label=mention.label)
            drafts.append(draft)
        if not draft.slots or (mention.actors(Property.ATTACKER) and not draft.actors(Property.ATTACKER)):
            # whoever attacks decides the type (guide, "Entities")
            draft.type = mention.type
        if mention.cause is not None and id(mention.cause) in event_of:
            draft.caused_by = event_of[id(mention.cause)]
        if mention.type is EventType.STRIKE and draft.type is EventType.ATTACK and all(map(tells_no_means, draft.mentions)):
            draft.type = mention.type  # "the army killed a commander … he died in the strike"
        draft.series = draft.series or (mention.is_series and spells_out(draft, mention))
        draft.add(mention)
        by_air = is_strike(draft.actors(Property.ATTACKER), concepts_of(draft))
        if draft.type is EventType.ATTACK and by_air and not any(map(lands_troops, draft.mentions)):
            draft.type = EventType.STRIKE
        event_of[id(mention)] = draft
    carry_means(drafts)
    return drafts, event_of


def _effect_of(drafts: list[Draft], mention: Mention, cause: Draft) -> Draft | None:
    """The event already told as an effect of the same cause, unless another attacker did this one."""
    attackers = mention.actors(Property.ATTACKER)
    effects = (d for d in drafts if d.caused_by is cause and agree(d.actors(Property.ATTACKER), attackers) is not False)
    return next(effects, None)


def _find(drafts: list[Draft], mention: Mention, others: list[Draft]) -> Draft | None:
    if mention.is_separate:
        return next((d for d in reversed(drafts) if threatens_again(d, mention)), None)
    if mention.is_new:
        return None
    if mention.is_again and (meant := again(drafts, mention)) is not None:
        mention.slots = [s for s in mention.slots if s.property is not Property.PLACE]  # that is where nothing had been
        return meant
    if len(drafts) == 1 and (is_one_of_few(drafts[0], mention) or is_topic_of(drafts[0], mention)):
        return drafts[0]
    best: Draft | None = None
    best_score = 0.0
    told = sorted(drafts, key=lambda d: (d.mentions[-1].sentence, d.mentions[-1].token))
    dated_alone, invading = mention.is_dated and not mention.says_who_or_where, invades([mention])
    for age, draft in enumerate(reversed(told)):
        if draft in others or (dated_alone and not draft.dates()) or invades(draft.mentions) is not invading:
            continue
        score = affinity(draft, mention)
        if score - 0.01 * age > best_score:
            best, best_score = draft, score - 0.01 * age
    return best
