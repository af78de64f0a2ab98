"""How well a mention fits an event told before: the questions in their order, each of which may settle it.

A question answers with a score (the same event, the more surely the higher), with `APART` (it cannot be the same one), or
with None: it leaves the matter to the next. The order matters: what is counted is settled before who attacked, who attacked
before what was hit, and time and place only then, because a later question trusts what the earlier ones let pass.
"""

from __future__ import annotations

from functools import cached_property

from belligraph.extract.agreement import dates_agree, places_agree, same_operation
from belligraph.extract.armed import by_same_platform, concepts_of, platforms_of, same_volley, weapons_agree, weapons_of
from belligraph.extract.continuing import (
    adds_up,
    goes_on_with,
    hits_attacker,
    is_hit_by,
    is_launch_of,
    is_vaguely_counted,
    names_ship,
    same_count,
    same_deployment,
    same_spot,
    sums_up,
    tells_means,
    tells_of_weapon,
    tells_volleys,
)
from belligraph.extract.downings import intercepts
from belligraph.extract.drafts import Draft
from belligraph.extract.lexicon import lexicon
from belligraph.extract.mentions import Mention
from belligraph.extract.retold import (
    VAGUE,
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
from belligraph.extract.sameness import agree
from belligraph.extract.targets import hits_own, targets_agree, unlike
from belligraph.model.sheet import EventType, Property

__all__ = ["APART", "affinity"]

APART = 0.0
_LONG = frozenset(["offensive", "offensives", "siege", "invasion", "aggression"])


def affinity(draft: Draft, mention: Mention) -> float:
    """How well a mention fits an event; `APART` if it cannot be the same one."""
    pair = _Pair(draft, mention)
    for question in _QUESTIONS:
        if (answer := question(pair)) is not None:
            return answer
    return _score(pair)


class _Pair:
    """An event and a mention, and what is asked of both more than once, worked out when it is first asked."""

    def __init__(self, draft: Draft, mention: Mention) -> None:
        self.draft = draft
        self.mention = mention
        self.pointing = mention.is_noun and mention.is_definite
        """Whether it points back by a noun: "the attack"."""

    @cached_property
    def attackers(self) -> bool | None:
        """Whether both were done by the same side; None if one does not say."""
        return agree(self.draft.actors(Property.ATTACKER), self.mention.actors(Property.ATTACKER))

    @cached_property
    def hit(self) -> bool | None:
        """Whether both hit the same; None if one does not say."""
        draft, mention = self.draft, self.mention
        noun = mention.phrase if self.pointing else None
        single = noun is not None and (
            (noun.determiner is not None and (not mention.is_plural or bool(mention.also)))
            or (not mention.is_plural and is_on_day(draft, mention))
        )
        return targets_agree(draft, mention, single)

    @cached_property
    def targets(self) -> bool | None:
        """The same, but for a ship that is told by its name only now."""
        named = self.hit is False and self.attackers and weapons_agree(self.draft, self.mention)
        return True if named and names_ship(self.draft, self.mention) else self.hit

    @cached_property
    def dates_agree(self) -> bool:
        """Whether the days do not tell them apart."""
        return dates_agree(self.draft, self.mention)

    @cached_property
    def is_there_and_then(self) -> bool:
        """Whether neither day nor place tells them apart."""
        return self.dates_agree and places_agree(self.draft, self.mention, self.pointing)

    @cached_property
    def is_outline(self) -> bool:
        """Whether the event was told by a headline alone, or in outline, and the mention tells it in the text."""
        heading = all(m.headline for m in self.draft.mentions) or (
            is_outline(self.draft) and weapons_agree(self.draft, self.mention)
        )
        return heading and not self.mention.headline


def _by_its_kind(pair: _Pair) -> float | None:
    """Deployments, and volleys and sums of what was told, follow rules of their own."""
    if EventType.DEPLOYMENT in {pair.draft.type, pair.mention.type}:
        return same_deployment(pair.draft, pair.mention) or APART
    return 0.7 if tells_volleys(pair.draft, pair.mention) or sums_up(pair.draft, pair.mention) else None


def _by_number(pair: _Pair) -> float | None:
    """A series is no single event, and a counted one none of another count."""
    draft, mention, pointing = pair.draft, pair.mention, pair.pointing
    if (
        draft.series != mention.is_series
        and not (pointing and is_plural_of(draft, mention))
        and not spells_out(draft, mention)
    ) or any(m.is_separate for m in draft.mentions):
        return APART
    counted = mention.is_counted or (any(m.is_counted for m in draft.mentions) and not (pointing and mention.is_plural))
    if counted and not same_count(draft, mention) and not (draft.series and is_vaguely_counted(mention)):
        return APART
    return None


def _by_telling_on(pair: _Pair) -> float | None:
    """A sentence that goes on about the event just told, its means or its weapon."""
    draft, mention = pair.draft, pair.mention
    if goes_on_with(draft, mention) and pair.is_there_and_then:
        return 0.6
    if tells_means(draft, mention) and pair.dates_agree and places_agree(draft, mention, True):
        return 0.9
    return 0.8 if (tells_of_weapon(draft, mention) or is_hit_by(draft, mention)) and pair.dates_agree else None


def _by_attackers(pair: _Pair) -> float | None:
    """Another side's attack is another event, and so is one on the attackers."""
    draft, mention = pair.draft, pair.mention
    if pair.attackers is False or (mention.word == "aggression" and not pair.attackers):
        return APART
    return APART if ends_siege(draft, mention) or hits_attacker(draft, mention) else None


def _by_pointing_back(pair: _Pair) -> float | None:
    """What "the attack" cannot mean, and the killing that "Monday's strike" does."""
    draft, mention = pair.draft, pair.mention
    if not pair.pointing:
        return None
    if any(m.is_share for m in draft.mentions) or (not mention.is_plural and is_fought_off(draft)):
        return APART
    if is_deed(draft):
        if is_on_day(draft, mention):
            return 1.2  # "the killing of a leader on Monday … Monday's strike"
        if (not draft.places() and mention.values(Property.PLACE)) or unlike(draft, mention):
            return APART
    return None


def _by_what_was_done(pair: _Pair) -> float | None:
    """One volley, one place, fire on the same people, and what adds up to the event or spells it out."""
    draft, mention = pair.draft, pair.mention
    if pair.attackers and same_volley(draft, mention) and pair.is_there_and_then:
        return 0.7
    if pair.attackers is not False and same_operation(draft, mention) and pair.is_there_and_then:
        return 0.7
    if pair.attackers and same_places(draft, mention) and pair.dates_agree:
        return 0.7
    if fires_on_people(draft, mention) and pair.is_there_and_then:
        return 0.6
    if pair.pointing and is_habit(draft, mention):
        return APART
    if adds_up(draft, mention):
        return 1.5
    if pair.attackers and spells_out(draft, mention) and pair.dates_agree:
        return 1.0
    besieged = mention.word == "siege" and any(m.word == "siege" for m in draft.mentions)
    return 1.0 if besieged and places_agree(draft, mention, True) else None


def _by_targets(pair: _Pair) -> float | None:
    """What was shot down is not the strike, nor a strike an attack, unless both hit the same."""
    draft, mention = pair.draft, pair.mention
    downs, downed = intercepts([mention]), intercepts(draft.mentions)
    if downed and pair.hit and mention.is_noun and not pair.pointing and not downs:
        return APART  # nobody strikes what was shot down
    if not pair.hit and not (mention.is_series and downs) and downed is not downs:
        return APART
    if draft.type is not mention.type and not _may_be_of_other_type(pair):
        return APART
    if mention.word in _LONG and pair.attackers is None and pair.hit is not True and unlike(draft, mention):
        return APART  # a missile at a ship is no part of an offensive against rebels
    silent = pair.targets is None and not pair.attackers
    if draft.series and silent and mention.actors(Property.TARGET) and draft.actors(Property.ATTACKER):
        return APART  # attacks on somebody are not those of whoever was told to attack another
    return None


def _by_headline(pair: _Pair) -> float | None:
    """A headline's event is told again by the text, and a lead's by the sentence behind it."""
    draft, mention, targets = pair.draft, pair.mention, pair.targets
    agreed = pair.attackers and (targets or weapons_of(mention) & concepts_of(draft))
    led = targets is False and pair.dates_agree and follows_lead(draft, mention)
    if (pair.is_outline and agreed and pair.dates_agree) or led:
        return told_again(draft, mention, True, targets, pair.pointing) or APART
    if not pair.is_there_and_then:
        return APART
    return (told_again(draft, mention, bool(pair.attackers), targets, pair.pointing) or APART) if pair.is_outline else None


def _by_scene(pair: _Pair) -> float | None:
    """The same spot, day or scene, and what was told or described before and is hit now."""
    draft, mention, attackers, targets = pair.draft, pair.mention, pair.attackers, pair.targets
    if attackers and targets is not True and draft.type is mention.type and same_spot(draft, mention):
        return 0.7
    if attackers and targets is not False and same_day(draft, mention):
        return 0.55
    both = bool(draft.actors(Property.ATTACKER)) and bool(mention.actors(Property.ATTACKER))
    if targets is None and (both or weapons_agree(draft, mention)) and hits_what_was_told(draft, mention):
        return 0.6
    if attackers and targets is not False and same_scene(draft, mention):
        return 0.6
    if attackers and (goes_on_being(draft, mention) or (weapons_agree(draft, mention) and retells_weapons(draft, mention))):
        return 0.6
    if targets is False and both and tells_in_detail(draft, mention) and not is_deed(draft):
        return 0.6
    if not pair.pointing and (
        (same_bomber(draft, mention) and not (targets is False and is_fresh(mention)))
        or hits_what_was_described(draft, mention)
    ):
        return 0.6
    plural = pair.pointing and mention.is_plural and draft.type is EventType.STRIKE
    return APART if targets is False and not plural else None


_QUESTIONS = (
    _by_its_kind,
    _by_number,
    _by_telling_on,
    _by_attackers,
    _by_pointing_back,
    _by_what_was_done,
    _by_targets,
    _by_headline,
    _by_scene,
)


def _score(pair: _Pair) -> float:
    """What remains undecided goes by how much agrees."""
    draft, mention = pair.draft, pair.mention
    score = 0.5 * bool(pair.attackers) + 1.0 * bool(pair.targets)
    if draft.type is mention.type or (pair.pointing and is_next(draft, mention)):
        score += 0.2
    if pair.pointing:
        # "the drone attack" is rather the one that was told of drones
        score += 0.5 + 0.1 * bool(weapons_of(mention) & concepts_of(draft)) + 0.3 * is_on_day(draft, mention)
        return score + 0.3 * (mention.is_plural and any(m.is_plural or m.is_counted for m in draft.mentions))
    if by_same_platform(draft, mention):
        return score + 0.5
    launched = pair.attackers and (platforms_of(draft) & weapons_of(mention) or is_launch_of(draft, mention))
    return score if launched or pair.targets else APART


def _may_be_of_other_type(pair: _Pair) -> bool:
    """Whether a strike may be told as an attack or the other way round: whoever attacks is told only once."""
    draft, mention = pair.draft, pair.mention
    same_target = bool(pair.hit) and pair.attackers is None
    if mention.apart or (hits_own(mention) and not mention.actors(Property.ATTACKER)):
        return False
    if lexicon().is_in(mention.word, "verbs.intercept"):
        # "its drone was shot down", and later: "the rebels said they had shot down a drone"
        return same_target and all(lexicon().is_in(m.word, "verbs.intercept") for m in draft.mentions)
    vague = pair.pointing and mention.word in VAGUE
    heading = all(m.headline for m in draft.mentions) and not mention.headline
    return vague or bool(heading and pair.attackers) or same_target or by_same_platform(draft, mention)
