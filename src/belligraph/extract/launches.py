"""Verbs whose object is a weapon: "fired missiles at a ship", "drones that X launched", "a rocket fired from the hills"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import owner_of
from belligraph.extract.aggregates import ordinal_series
from belligraph.extract.aiming import relative_weapon
from belligraph.extract.fill import add_actor, add_attacker, add_concepts, add_target, fill_complements
from belligraph.extract.interceptions import is_shelter
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.pronouns import add_pronoun
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import ConceptObject, Property

__all__ = ["of_launch"]

_FIRE = word_set("fire fired fires firing shot opened")
_INVOLVING = word_set("involved included involving utilized utilised employed")
_SENDING = word_set("send sends sent sending")
_AT = word_set("at toward towards against into over")
_NEAR = 8
_REDUCED = word_set("from at toward towards by into")
_EXPLOSIVES = word_set(
    """projectile projectiles explosives explosive device devices vest bomb bombs grenade grenades munitions shells"""
)


def of_launch(parsed: Parsed, mention: Mention, passive: bool, earlier: list[Mention]) -> Mention | None:
    """The mention that a verb of launching makes, filled; None if it tells of no attack, or only of weapons shot down."""
    i = mention.token
    if parsed.lower(i) == "using" and earlier and i - earlier[-1].token < _NEAR and parsed.lower(i + 1) != "them":
        return None  # "strikes, using jets": the strikes have them already
    subjects = parsed.subjects(i)
    if parsed.lower(i - 1) == "by" and parsed.lower(i).endswith("ing") and earlier and not earlier[-1].is_noun:
        for item in parsed.complements(i + 1):
            if item.preposition is None:
                add_concepts(parsed, earlier[-1], item.phrase)  # "targeted ships by firing missiles"
        return None
    if parsed.lower(i) in _INVOLVING or (subjects and subjects[0].kind is PhraseKind.EVENT):
        _tell_weapons(parsed, mention, subjects, earlier)
        return None
    if passive and parsed.lower(i) in _SENDING:
        return None
    if passive:
        weapons = [p for p in subjects if p.kind is PhraseKind.THING and p.concepts]
        for thrown in weapons:
            _count_nth(parsed, mention, thrown)
            add_concepts(parsed, mention, thrown)
            if (owner := owner_of(parsed, thrown)) is not None:
                add_actor(parsed, mention, Property.ATTACKER, thrown, owner)
        fill_complements(parsed, mention, parsed.complements(i + 1), direct=False, weapon_first=True)
        downed = any(_is_shot(w, earlier, mention) or _will_be_shot(parsed, i, w) for w in weapons)
        if downed and not mention.actors(Property.TARGET):
            return None
        return mention if weapons and mention.says_who_or_where else None
    thing = parsed.phrase_at.get(i - 1)
    if thing is not None and thing.concepts and parsed.lower(i + 1) in _REDUCED:
        return _of_reduced(parsed, mention, thing, earlier)
    first = next(iter(parsed.complements(i + 1)), None)
    if (weapon := _antecedent(subjects, parsed)) is not None and (first is None or first.preposition is not None):
        for subject in subjects:
            add_attacker(parsed, mention, subject)
        add_concepts(parsed, mention, weapon)
        fill_complements(parsed, mention, parsed.complements(i + 1), direct=False, weapon_first=True)
        if _is_shot(weapon, earlier, mention) and not mention.actors(Property.TARGET):
            return None
        _add_interception(parsed, mention, weapon, earlier)
        return mention if mention.actors(Property.ATTACKER) else None
    if first is None or first.phrase.kind is PhraseKind.EVENT:
        return None
    if parsed.lower(i) in _SENDING and not _is_sent_at(parsed, i):
        return None
    if first.preposition is None:
        if not first.phrase.concepts and first.phrase.head not in _EXPLOSIVES:
            return None
    elif first.preposition not in {"on", "at", "upon"} or parsed.lower(i) not in _FIRE:
        return None
    thrower = parsed.phrase_at.get(i - 1)
    if parsed.lower(i).endswith("ing") and thrower is not None and parsed.lower(thrower.first - 1) == "with":
        subjects = [thrower]  # "…, with the group launching rockets"
    for subject in subjects:
        add_attacker(parsed, mention, subject)
    add_pronoun(parsed, mention, i - 1)
    if not mention.slots and parsed.lower(i) in {"used", "use", "using"}:
        return None
    fill_complements(parsed, mention, parsed.complements(i + 1), direct=False, weapon_first=True)
    _infinitive_target(parsed, mention)
    told = mention.actors(Property.ATTACKER) or mention.actors(Property.TARGET)
    if (
        not told
        and parsed.lower(i - 2) == "when"
        and parsed.lower(i - 1) in {"it", "they"}
        and earlier
        and earlier[-1].is_noun
    ):
        # "the militia's attack on a base, when it launched missiles"
        earlier[-1].slots += mention.slots
        return None
    return mention if told or (mention.slots and _goes_on(parsed, i)) else None


def _tell_weapons(parsed: Parsed, mention: Mention, subjects: list[Phrase], earlier: list[Mention]) -> None:
    """ "The attack involved four missiles": the weapons of the attack."""
    event = next((m for m in reversed(earlier) if m.phrase is not None and any(m.phrase is s for s in subjects)), None)
    if event is None:
        return
    if is_passive(parsed.tokens, mention.token):
        if mention.word in {"fired", "launched"}:
            # "a barrage of missiles was fired at the town by the army"
            fill_complements(parsed, event, parsed.complements(mention.token + 1), direct=False, weapon_first=True)
        return
    for item in parsed.complements(mention.token + 1):
        if item.preposition is None and item.phrase.is_weapon:
            add_concepts(parsed, event, item.phrase)
        elif item.preposition != "against" or not add_target(parsed, event, item.phrase):
            break  # "missiles aimed at a town" tells of the attack, too


def _is_sent_at(parsed: Parsed, i: int) -> bool:
    """Whether what was sent is a missile, rocket or drone that flies at somebody: "sent 40 drones toward the city"."""
    sent = list(parsed.complements(i + 1))
    weapons = [c.phrase for c in sent if c.preposition is None]
    aimed = any(c.preposition in _AT for c in sent)
    return aimed and bool(weapons) and all(p.is_weapon and not p.is_crewed for p in weapons)


def _goes_on(parsed: Parsed, i: int) -> bool:
    """Whether ", hitting" or ", killing" goes on telling what the launch did."""
    return any(
        parsed.lower(k) == ","
        and any(
            parsed.lower(j).endswith("ing") and lex.is_in(parsed.lower(j), "verbs.hit", "verbs.kill")
            for j in (k + 1, k + 2 if parsed.lower(k + 1).endswith("ly") else k + 1)
        )
        for lex in [lexicon()]
        for k in range(i + 2, min(i + 14, len(parsed.tokens)))
    )


def _of_reduced(parsed: Parsed, mention: Mention, weapon: Phrase, earlier: list[Mention]) -> Mention | None:
    """ "A missile fired from X at Y": the weapon's owner attacks; told only if somebody is the attacker or the target."""
    add_concepts(parsed, mention, weapon)
    if (owner := owner_of(parsed, weapon)) is not None:
        add_actor(parsed, mention, Property.ATTACKER, weapon, owner)
    _count_nth(parsed, mention, weapon)
    after = mention.token + 1
    if parsed.lower(after) in _AT and parsed.lower(after + 1) in {"it", "them"}:
        # "shot down a missile fired toward it"
        shot = next((m for m in earlier if any(s.phrase is weapon for s in m.slots)), None)
        for who in shot.actors(Property.ATTACKER) if shot is not None else []:
            start, end = parsed.start(after + 1), parsed.end(after + 2)
            mention.slots.append(Slot(Property.TARGET, replace(who, start=start, end=end), mention.start, end))
        after += 2
    fill_complements(parsed, mention, parsed.complements(after), direct=False, weapon_first=True)
    downed = _is_shot(weapon, earlier, mention) or _will_be_shot(parsed, mention.token, weapon)
    if downed and not mention.actors(Property.TARGET):
        return None
    _add_interception(parsed, mention, weapon, earlier)
    return mention if mention.actors(Property.ATTACKER) or mention.actors(Property.TARGET) else None


def _count_nth(parsed: Parsed, mention: Mention, weapon: Phrase) -> None:
    """ "The fifth missile fired by rebels in two days": so many there have been."""
    if (size := ordinal_series(parsed, weapon)) is not None:
        mention.is_series = mention.is_counted = mention.is_separate = True
        mention.slots.append(Slot(Property.SIZE, size, parsed.start(weapon.first), mention.end))


def _is_shot(weapon: Phrase, earlier: list[Mention], mention: Mention) -> bool:
    """Whether a weapon is told to be shot down: whose it was is told by `acts_for`, no attack (guide, "Settled cases")."""
    shot = [m for m in earlier if lexicon().is_in(m.word, "verbs.intercept", "verbs.destroy")]
    found = [m for m in shot if any(s.phrase is weapon for s in m.slots)]
    for told in found:
        told.foes += mention.actors(Property.ATTACKER)
    return bool(found)


def _will_be_shot(parsed: Parsed, i: int, weapon: Phrase) -> bool:
    """Whether the main verb behind the participle at i shoots the weapon down: "drones launched by X were destroyed"."""
    j = next((k for k in range(i + 1, min(i + 14, len(parsed.tokens))) if k in parsed.verbs), None)
    if j is None or not is_passive(parsed.tokens, j) or weapon not in parsed.subjects(j):
        return False
    shot = parsed.lower(j) == "shot" and parsed.lower(j + 1) == "down"
    return shot or lexicon().is_in(parsed.lower(j), "verbs.intercept", "verbs.destroy")


def _add_interception(parsed: Parsed, mention: Mention, weapon: Phrase, earlier: list[Mention]) -> None:
    """An attack whose weapon was shot down was thwarted."""
    shot = next(
        (m for m in earlier if lexicon().is_in(m.word, "verbs.intercept") and any(s.phrase is weapon for s in m.slots)), None
    )
    if shot is not None:
        words = parsed.view.evidence(shot.start, shot.end).quote
        outcome = ConceptObject("thwarted", words)
        mention.slots.append(Slot(Property.OUTCOME, outcome, min(shot.start, mention.start), mention.end))


def _antecedent(subjects: list[Phrase], parsed: Parsed) -> Phrase | None:
    return relative_weapon(parsed, subjects[0]) if subjects else None


def _infinitive_target(parsed: Parsed, mention: Mention) -> None:
    """ "Used missiles … to strike 14 launchers": the infinitive's object is the target."""
    for k in range(mention.token + 1, min(mention.token + 14, len(parsed.tokens) - 1)):
        if parsed.lower(k) == "to" and parsed.lower(k + 1) in {"shoot", "bring", "take"} and parsed.lower(k + 2) == "down":
            fill_complements(parsed, mention, parsed.complements(k + 3), direct=True)
            return
        if is_shelter(parsed, k + 1):
            return
        if parsed.lower(k) == "to" and lexicon().is_in(parsed.lower(k + 1), "verbs.hit", "verbs.intercept"):
            fill_complements(parsed, mention, parsed.complements(k + 2), direct=True)
            return
