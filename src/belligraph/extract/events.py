"""Joining mentions to events: what is told twice is one event; what cannot be one, is not."""

from __future__ import annotations

from belligraph.extract.armed import by_same_platform, concepts_of, platforms_of, same_volley, weapons_agree, weapons_of
from belligraph.extract.continuing import (
    adds_up,
    goes_on_with,
    hits_attacker,
    invades,
    is_hit_by,
    is_launch_of,
    is_long_ago,
    is_vaguely_counted,
    names_ship,
    same_count,
    same_deployment,
    same_spot,
    sums_up,
    tells_means,
    tells_of_weapon,
    tells_volleys,
    threatens_again,
)
from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.kinds import is_strike, lands_troops, tells_no_means
from belligraph.extract.lexicon import lexicon
from belligraph.extract.means import carry_means
from belligraph.extract.mentions import Mention, PlaceRef
from belligraph.extract.retold import (
    VAGUE,
    again,
    ends_siege,
    fires_on_people,
    follows_lead,
    goes_on_being,
    hits_what_was_described,
    hits_what_was_told,
    is_deed,
    is_fought_off,
    is_fresh,
    is_habit,
    is_next,
    is_on_day,
    is_one_of_few,
    is_outline,
    is_plural_of,
    retells_weapons,
    same_bomber,
    same_day,
    same_places,
    same_scene,
    spells_out,
    tells_in_detail,
    told_again,
)
from belligraph.extract.sameness import agree, near, opens_elsewhere, overlap, strikes_elsewhere
from belligraph.extract.targets import hits_own, targets_agree, unlike
from belligraph.extract.topics import is_topic_of
from belligraph.model.sheet import DateObject, EventType, PlaceKind, Property

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
        score = _affinity(draft, mention)
        if score is not None and score - 0.01 * age > best_score:
            best, best_score = draft, score - 0.01 * age
    return best


def _affinity(draft: Draft, mention: Mention) -> float | None:
    """How well a mention fits an event: None if it cannot be the same one."""
    pointing = mention.is_noun and mention.is_definite
    if draft.type is EventType.DEPLOYMENT or mention.type is EventType.DEPLOYMENT:
        return same_deployment(draft, mention)
    if tells_volleys(draft, mention) or sums_up(draft, mention):
        return 0.7
    if (
        draft.series != mention.is_series
        and not (pointing and is_plural_of(draft, mention))
        and not spells_out(draft, mention)
    ) or any(m.is_separate for m in draft.mentions):
        return None
    counted = mention.is_counted or (any(m.is_counted for m in draft.mentions) and not (pointing and mention.is_plural))
    if counted and not same_count(draft, mention) and not (draft.series and is_vaguely_counted(mention)):
        return None
    if goes_on_with(draft, mention) and _dates_agree(draft, mention) and _places_agree(draft, mention, pointing):
        return 0.6
    if tells_means(draft, mention) and _dates_agree(draft, mention) and _places_agree(draft, mention, True):
        return 0.9
    if (tells_of_weapon(draft, mention) or is_hit_by(draft, mention)) and _dates_agree(draft, mention):
        return 0.8
    attackers = agree(draft.actors(Property.ATTACKER), mention.actors(Property.ATTACKER))
    if attackers is False or (mention.word == "aggression" and not attackers) or ends_siege(draft, mention):
        return None
    if hits_attacker(draft, mention):
        return None
    if pointing and (any(m.is_share for m in draft.mentions) or (not mention.is_plural and is_fought_off(draft))):
        return None
    if pointing and is_deed(draft):
        if is_on_day(draft, mention):
            return 1.2  # "the killing of a leader on Monday … Monday's strike"
        if (not draft.places() and mention.values(Property.PLACE)) or unlike(draft, mention):
            return None
    if (
        attackers
        and same_volley(draft, mention)
        and _dates_agree(draft, mention)
        and _places_agree(draft, mention, pointing)
    ):
        return 0.7
    if attackers and same_places(draft, mention) and _dates_agree(draft, mention):
        return 0.7
    if fires_on_people(draft, mention) and _dates_agree(draft, mention) and _places_agree(draft, mention, pointing):
        return 0.6
    if pointing and is_habit(draft, mention):
        return None
    if adds_up(draft, mention):
        return 1.5
    if attackers and spells_out(draft, mention) and _dates_agree(draft, mention):
        return 1.0
    if mention.word == "siege" and any(m.word == "siege" for m in draft.mentions) and _places_agree(draft, mention, True):
        return 1.0
    noun = mention.phrase if pointing else None
    single = noun is not None and (
        (noun.determiner is not None and (not mention.is_plural or bool(mention.also)))
        or (not mention.is_plural and is_on_day(draft, mention))
    )
    targets = targets_agree(draft, mention, single)
    downs = intercepts([mention])
    if mention.is_noun and not pointing and not downs and targets and intercepts(draft.mentions):
        return None  # nobody strikes what was shot down
    if not targets and not (mention.is_series and downs) and intercepts(draft.mentions) is not downs:
        return None  # what was shot down is not the strike
    if draft.type is not mention.type and not _may_be_of_other_type(
        draft, mention, pointing, bool(targets) and attackers is None
    ):
        return None
    if targets is False and attackers and weapons_agree(draft, mention) and names_ship(draft, mention):
        targets = True
    if (
        draft.series
        and targets is None
        and not attackers
        and mention.actors(Property.TARGET)
        and draft.actors(Property.ATTACKER)
    ):
        return None  # attacks on somebody are not those of whoever was told to attack another
    agreed = attackers and (targets or weapons_of(mention) & concepts_of(draft))
    heading = all(m.headline for m in draft.mentions) or (is_outline(draft) and weapons_agree(draft, mention))
    outline = heading and not mention.headline
    if outline and agreed and _dates_agree(draft, mention):
        return told_again(draft, mention, True, targets, pointing)
    if targets is False and _dates_agree(draft, mention) and follows_lead(draft, mention):
        return told_again(draft, mention, True, targets, pointing)
    if not _dates_agree(draft, mention) or not _places_agree(draft, mention, pointing):
        return None
    if outline:
        return told_again(draft, mention, bool(attackers), targets, pointing)
    if attackers and targets is not True and draft.type is mention.type and same_spot(draft, mention):
        return 0.7
    if attackers and targets is not False and same_day(draft, mention):
        return 0.55
    known = bool(draft.actors(Property.ATTACKER)) and bool(mention.actors(Property.ATTACKER))
    if targets is None and (known or weapons_agree(draft, mention)) and hits_what_was_told(draft, mention):
        return 0.6
    if attackers and targets is not False and same_scene(draft, mention):
        return 0.6
    if attackers and (goes_on_being(draft, mention) or (weapons_agree(draft, mention) and retells_weapons(draft, mention))):
        return 0.6
    both = bool(draft.actors(Property.ATTACKER)) and bool(mention.actors(Property.ATTACKER))
    if targets is False and both and tells_in_detail(draft, mention) and not is_deed(draft):
        return 0.6
    if not pointing and (
        (same_bomber(draft, mention) and not (targets is False and is_fresh(mention)))
        or hits_what_was_described(draft, mention)
    ):
        return 0.6
    if targets is False and not (pointing and mention.is_plural and draft.type is EventType.STRIKE):
        return None
    score = 0.5 * bool(attackers) + 1.0 * bool(targets)
    if draft.type is mention.type or (pointing and is_next(draft, mention)):
        score += 0.2
    if pointing:
        # "the drone attack" is rather the one that was told of drones
        score += 0.5 + 0.1 * bool(weapons_of(mention) & concepts_of(draft)) + 0.3 * is_on_day(draft, mention)
        return score + 0.3 * (mention.is_plural and any(m.is_plural or m.is_counted for m in draft.mentions))
    if by_same_platform(draft, mention):
        return score + 0.5
    if attackers and platforms_of(draft) & weapons_of(mention):
        return score
    if attackers and is_launch_of(draft, mention):
        return score
    return score if targets else None


def _may_be_of_other_type(draft: Draft, mention: Mention, pointing: bool, same_target: bool) -> bool:
    """Whether a strike may be told as an attack or the other way round: whoever attacks is told only once."""
    if mention.apart or (hits_own(mention) and not mention.actors(Property.ATTACKER)):
        return False
    if lexicon().is_in(mention.word, "verbs.intercept"):
        # "its drone was shot down", and later: "the rebels said they had shot down a drone"
        return same_target and all(lexicon().is_in(m.word, "verbs.intercept") for m in draft.mentions)
    vague = pointing and mention.word in VAGUE
    heading = all(m.headline for m in draft.mentions) and not mention.headline
    who = heading and agree(draft.actors(Property.ATTACKER), mention.actors(Property.ATTACKER))
    return vague or bool(who) or same_target or by_same_platform(draft, mention)


def _dates_agree(draft: Draft, mention: Mention) -> bool:
    dates = {s.value.date for s in mention.slots if isinstance(s.value, DateObject) and s.value.date}
    mine = draft.dates()
    vague = mention.phrase is not None and mention.phrase.determiner in {"a", "an"}
    if (
        (not mention.is_noun or vague)
        and is_long_ago(mention)
        and not all(m.headline or is_long_ago(m) for m in draft.mentions)
    ):
        return False
    return not dates or not mine or bool(dates & mine) or any(overlap(a, b) for a in dates for b in mine)


def _places_agree(draft: Draft, mention: Mention, pointing: bool) -> bool:
    mine, theirs = draft.places(), [v for v in mention.values(Property.PLACE) if isinstance(v, PlaceRef)]
    if not mine or not theirs:
        return True
    if opens_elsewhere([mention], mine, theirs) or strikes_elsewhere(mention, mine, theirs):
        return False
    return any(near(a, b) or a.kind != b.kind or (pointing and a.kind == PlaceKind.REGION) for a in mine for b in theirs)
