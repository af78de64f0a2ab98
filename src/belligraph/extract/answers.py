"""Answers whose cause is told before: "In response, X struck Y", "X responded with an air strike", "retaliatory strikes"."""

from __future__ import annotations

from collections.abc import Sequence

from belligraph.extract.actors import actor_of
from belligraph.extract.events import Draft
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.linking import LinkClaim, link
from belligraph.extract.links import MARKING, REPLYING, has_cue, marker_at
from belligraph.extract.mentions import Mention
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, PhraseKind
from belligraph.extract.sameness import agree
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import ConceptObject, Property

__all__ = ["find_answers"]

_NOUNS = {
    "response": Property.RESPONDS_TO,
    "retaliation": Property.RETALIATES_FOR,
    "reprisal": Property.RETALIATES_FOR,
    "revenge": Property.RETALIATES_FOR,
}
_VERBS = {
    "responded": Property.RESPONDS_TO,
    "responding": Property.RESPONDS_TO,
    "answered": Property.RESPONDS_TO,
    "retaliated": Property.RETALIATES_FOR,
    "retaliating": Property.RETALIATES_FOR,
}
# how many words behind "answered" the cause may be told
_REPLY = 10
_ANSWERING = frozenset({*_NOUNS, *_VERBS, "back"})
_HITTING = word_set("hit hits struck strikes fired fires shot hitting striking firing")
_BACK = frozenset(["back", "answered"])
_AVENGING = frozenset({*_NOUNS, "avenge", "avenging"})
_RETALIATORY = word_set("retaliatory revenge retaliation reprisal")
_ENDING = frozenset([",", ".", ";", "", '"', "by", "on"])
_OPENING = frozenset(["that", "and", "but", ";", "said"])
_DEATHS = word_set("death deaths assassination assassinations killing killings murder")
_KILLED = word_set("killed killing")
_LATER = word_set(", later soon immediately then hours days")
_THIS = word_set("this that it again")
_ACTING = word_set("acting acted action actions move")
_ANNOUNCED = {"respond": (Property.RESPONDS_TO, "to")}
_NAMED = word_set("this that it the these those their its")
_FIRED = word_set("fired launched carried conducted")
_NEAR = 8
# how many sentences back a death that is avenged may be told
_REMEMBERED = 8
_CAUSING = word_set("after following for")
# how many sentences back the cause of an answer may be told, and how many words an answer may be away
_REACH = 2
_FAR = 14
# "Hours later, in response, X struck" leads past what others said of the attack
_REACH_LATER = 5


def find_answers(
    parsed: Parsed, mentions: list[Mention], event_of: dict[int, Draft], before: Sequence[Mention]
) -> list[LinkClaim]:
    """The links of a sentence that say "response" or "retaliation" without naming the cause beside it.

    `before` are the mentions of the sentences before, in order.
    """
    known = [m for m in mentions if id(m) in event_of and m.type.is_force]
    if not known or not (has_cue(parsed) or parsed.has(_BACK) or any(m.word == "retaliation" for m in known)):
        return []
    force = [m for m in before if id(m) in event_of and m.type.is_force]
    near = [m for m in force if parsed.sentence.number - m.sentence <= _REACH]
    later = [m for m in force if parsed.sentence.number - m.sentence <= _REACH_LATER]
    found: list[LinkClaim] = []
    for i in parsed.at(_ANSWERING):
        word, after = parsed.lower(i), parsed.lower(i + 1)
        effect, prop = None, None
        if word in _NOUNS and parsed.lower(i - 1) == "in" and (after in _ENDING or _opens(parsed, i)):
            prop = _NOUNS[word]
            ahead = [m for m in known if m.token > i]
            behind = [m for m in known if m.token < i]
            effect = ahead[0] if _opens(parsed, i) and ahead else behind[-1] if behind and after in _ENDING else None
        elif word in _VERBS and {"with", "by"} & {parsed.lower(k) for k in range(i + 1, i + 5)}:
            prop, effect = _VERBS[word], next((m for m in known if i < m.token < i + _FAR), None)
        elif word == "back" and parsed.lower(i - 1) in _HITTING:
            prop, effect = Property.RESPONDS_TO, next((m for m in known if i - 1 <= m.token < i + _FAR), None)
        if effect is not None and prop is not None:
            opens = parsed.lower(0) != "in" and effect.token > i and all(k in parsed.taken for k in range(i - 2))
            cause = _cause(effect, i, known, later if opens else near, event_of)
            if cause is not None and cause.likens and cause.sentence < parsed.sentence.number:
                # "a drone hit the base … there were many similar attacks. In response, X struck": for what was just told
                single = [m for m in later if not event_of[id(m)].series]
                cause = _cause(effect, i, [], single, event_of) or cause
            found += _claim(parsed, prop, i, effect, cause, event_of)
    for i in parsed.at(REPLYING):
        found += _replied(parsed, i, known, event_of)
    found += _pointing_back(parsed, known, near, event_of) + _retorts(parsed, known, near, event_of)
    found += _for_deaths(parsed, known, force, event_of)
    return found + _retaliatory(parsed, known, near, event_of)


def _opens(parsed: Parsed, i: int) -> bool:
    """Whether the "response" at i begins its clause: "In response, X struck", "X said that in response it struck"."""
    if all(k in parsed.taken or parsed.lower(k) in _LATER for k in range(i - 1)):
        return parsed.lower(i + 1) != "to"  # "Hours later, in response, X struck"
    follows = parsed.phrase_at.get(i + 1) is not None or parsed.lower(i + 1) in {"it", "they", "we", "he", ","}
    return follows and parsed.lower(i - 2) in _OPENING


def _pointing_back(parsed: Parsed, known: list[Mention], near: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "This is retaliation for a raid", "the group said it was acting in response to a raid": what was told just before."""
    found: list[LinkClaim] = []
    for i in parsed.at(MARKING):
        if (marker := marker_at(parsed, i)) is None or any(m.token < i for m in known):
            continue
        after, prop = marker
        acting = any(parsed.lower(k) in _ACTING or _is_fired(parsed, k) for k in range(max(i - 8, 0), i))
        points = acting or (i < _NEAR and (parsed.lower(0) in _THIS or _is_told_again(parsed)))
        cause = next((m for m in known if after <= m.token < after + _FAR), None)
        effect = _told_before(parsed, i, near, event_of)
        if not points or cause is None or effect is None or lexicon().is_in(effect.word, "verbs.intercept"):
            continue
        found += link(prop, event_of[id(effect)], event_of[id(cause)], parsed, (parsed.start(i), cause.extent()[1]))
    return found


def _is_fired(parsed: Parsed, k: int) -> bool:
    """Whether "it was fired" or the like stands at k: the missile or the attack told just before."""
    return parsed.lower(k) in _FIRED and parsed.lower(k - 1) in {"was", "were"} and parsed.lower(k - 2) in {"it", "they"}


def _told_before(parsed: Parsed, i: int, near: list[Mention], event_of: dict[int, Draft]) -> Mention | None:
    """The deed of the sentence before that the sentence's subject did; the last one, if it names nobody."""
    last = [m for m in near if parsed.sentence.number - m.sentence == 1]
    subject = next((p for p in parsed.phrases if p.last <= i and p.kind in ACTORS and not p.possessed), None)
    who = [actor_of(parsed, subject)] if subject is not None else []
    if who and who[0].identified:
        theirs = [m for m in last if agree(who, event_of[id(m)].actors(Property.ATTACKER))]
        last = theirs or [m for m in last if agree(who, event_of[id(m)].actors(Property.ATTACKER)) is None]
    return last[-1] if last else None


def _is_told_again(parsed: Parsed) -> bool:
    """Whether a sentence begins with an event that was told: "The attacks are revenge for"."""
    first = parsed.phrase_at.get(0)
    return first is not None and first.kind is PhraseKind.EVENT and first.determiner in {"the", "these", "this", "those"}


def _retorts(parsed: Parsed, known: list[Mention], near: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "The group vowed to retaliate for the raid", "the rebels will pay a heavy price": for what the other side did."""
    found: list[LinkClaim] = []
    for effect in known:
        threatened = any(isinstance(v, ConceptObject) and v.concept == "threatened" for v in effect.values(Property.OUTCOME))
        if effect.word != "retaliation" or effect.is_noun or not threatened:
            continue
        told = [m for m in known if m.token > effect.token]
        prop, joints = _ANNOUNCED.get(parsed.lower(effect.token), (Property.RETALIATES_FOR, "for"))
        joint = next((k for k in range(effect.token, effect.token + 8) if parsed.lower(k) == joints), None)
        cause = next((m for m in told if joint is not None and joint < m.token < joint + 8), None)
        if cause is None:
            before = _cause(effect, effect.token, known, near, event_of)
            opposed = before is not None and _opposed(event_of[id(effect)], event_of[id(before)])
            named = joint is not None and parsed.lower(joint + 1) in _NAMED
            cause = before if opposed or named else None
        if cause is not None:
            start, end = effect.extent()
            span = (start, max(end, cause.extent()[1]) if cause in told else end)
            found += link(prop, event_of[id(effect)], event_of[id(cause)], parsed, span)
    return found


def _opposed(effect: Draft, cause: Draft) -> bool:
    """Whether who is to be hit did the deed, or who was hit is to answer."""
    hit, doing = effect.actors(Property.TARGET), cause.actors(Property.ATTACKER)
    answering, struck = effect.actors(Property.ATTACKER), cause.actors(Property.TARGET)
    return bool(agree(hit, doing) or agree(answering, struck))


def _for_deaths(parsed: Parsed, known: list[Mention], before: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "In retaliation for the death of X", "in response to the assassination": the killing that was told last."""
    found: list[LinkClaim] = []
    for i in parsed.at(_AVENGING):
        prop = _NOUNS.get(parsed.lower(i), Property.RETALIATES_FOR)
        after = i + 1 + (parsed.lower(i + 1) in {"for", "to"})
        dead = next((k for k in range(after, after + 4) if parsed.lower(k) in _DEATHS), None)
        if dead is None or any(dead - 1 <= m.token < dead + 6 for m in known):
            continue
        effect = next((m for m in reversed(known) if m.token < i), None)
        if effect is None:
            continue
        mine = event_of[id(effect)]
        for mention in reversed([*before, *(m for m in known if m.token < i)]):
            other = event_of[id(mention)]
            others = agree(mine.actors(Property.ATTACKER), other.actors(Property.ATTACKER)) is False
            killing = mention.word in _KILLED or any(s.property is Property.KILLED for s, _ in other.slots)
            if killing and others and parsed.sentence.number - mention.sentence <= _REMEMBERED:
                start, end = effect.extent()[0], parsed.end(dead + 1)
                found.append(LinkClaim(prop, mine, other, parsed.sentence.number, start, end))
                break
    return found


def _retaliatory(parsed: Parsed, known: list[Mention], near: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "A retaliatory strike after the attack": what "after" brings is what it retaliates for."""
    found: list[LinkClaim] = []
    for effect, phrase in ((m, one.phrase) for m in known for one in (m, *m.also)):
        if phrase is None or not any(parsed.lower(k) in _RETALIATORY for k in range(phrase.first, phrase.last - 1)):
            continue
        verb = next((k for k in range(phrase.last, len(parsed.tokens)) if k in parsed.verbs), len(parsed.tokens))
        joint = next((k for k in range(phrase.last, verb) if parsed.lower(k) in _CAUSING), None)
        cause = next((m for m in known if joint is not None and joint < m.token < joint + _FAR), None)
        if cause is None and event_of[id(effect)].actors(Property.ATTACKER):
            # "X's retaliatory offensive": what somebody else did, if told by whom
            before = _cause(effect, phrase.first, known, near, event_of)
            cause = before if before is not None and event_of[id(before)].actors(Property.ATTACKER) else None
        found += _claim(parsed, Property.RETALIATES_FOR, phrase.first, effect, cause, event_of)
    return found


def _cause(effect: Mention, i: int, known: list[Mention], near: list[Mention], event_of: dict[int, Draft]) -> Mention | None:
    """The event told last before the answer that somebody else did."""
    mine = event_of[id(effect)]
    for mention in reversed([*near, *(m for m in known if m.token < i)]):
        other = event_of[id(mention)]
        same = agree(mine.actors(Property.ATTACKER), other.actors(Property.ATTACKER))
        downs = lexicon().is_in(mention.word, "verbs.intercept")
        if other is not mine and not same and mention.word != "threat" and not downs:
            return mention
    return None


def _claim(
    parsed: Parsed, prop: Property, i: int, effect: Mention, cause: Mention | None, event_of: dict[int, Draft]
) -> list[LinkClaim]:
    if cause is None or event_of[id(effect)] is event_of[id(cause)]:
        return []
    start, end = effect.extent()
    start, end = min(start, parsed.start(i)), max(end, parsed.end(i + 1))
    if cause.sentence == effect.sentence:
        start, end = min(start, cause.start), max(end, cause.end)
    return [LinkClaim(prop, event_of[id(effect)], event_of[id(cause)], parsed.sentence.number, start, end)]


def _replied(parsed: Parsed, i: int, known: list[Mention], event_of: dict[int, Draft]) -> list[LinkClaim]:
    """ "The strikes answered attacks on a base", "bombed the town, answering a rocket attack"."""
    effect = next((m for m in reversed(known) if m.token < i), None)
    cause = next((m for m in known if i < m.token < i + _REPLY), None)
    if effect is None or cause is None or is_passive(parsed.tokens, i):
        return []
    if not parsed.lower(i).endswith("ing") and not any(p is effect.phrase for p in parsed.subjects(i)):
        return []
    return link(
        Property.RESPONDS_TO, event_of[id(effect)], event_of[id(cause)], parsed, (effect.extent()[0], cause.extent()[1])
    )
