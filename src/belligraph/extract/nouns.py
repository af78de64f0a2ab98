"""Mentions of events by a noun: "a suspected drone attack on Y", "its latest strikes", "retaliation from X"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from belligraph.extract.actors import owner_of
from belligraph.extract.aggregates import ordinal_series, rounds_of
from belligraph.extract.doers import OWN, add_own, allies, doers, doing, fought, suffering
from belligraph.extract.fill import (
    add_actor,
    add_attacker,
    add_concepts,
    add_place,
    add_target,
    fill_complements,
)
from belligraph.extract.force import is_called, is_cry, is_military, is_of_workers, is_only_feared, is_put_in, kills
from belligraph.extract.hedges import hedge_before, reported_behind
from belligraph.extract.lexicon import NameKind, lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.pronouns import add_pronoun
from belligraph.extract.tolls import quantity
from belligraph.extract.verbs import is_only_possible, is_passive
from belligraph.extract.whereabouts import add_where
from belligraph.model.sheet import ActorKind, ConceptObject, EventType, Modality, Property

__all__ = ["PROMPTING", "RETALIATION", "new_mention", "of_noun", "of_retaliation"]

RETALIATION = frozenset(["retaliation", "reprisal", "reprisals"])
PROMPTING = word_set("""prompted prompting prompts triggered triggering provoked provoking drew drawing""")
_SELF_DEFENSE = frozenset(["self-defense", "self-defence"])
_ONE_OPERATION = frozenset(["strikes", "airstrikes", "air-strikes"])
_OFTEN = word_set("repeated daily ongoing previous dozens hundreds near-daily frequent regular constant")
_PAIRED = word_set("twin double coordinated simultaneous")
_NOT_YET = word_set("future further potential possible any imminent such")
_NO_FORCE = word_set("""heart cyber verbal labor labour hunger general rescue relief panic personal union lightning""")
_DOUBTING = word_set("likely probably reportedly")
_PLANNING = frozenset(["planning", "plotting", "plotted"])
_OVERSEEING = word_set("oversees oversee overseeing oversaw supervises commands")
_COMING = word_set("come comes coming")
_RUINED = word_set("destroyed damaged hit struck sunk")
_HABITS = word_set("often repeatedly frequently regularly routinely")
_ANOTHER = word_set("another separate similar second earlier additional")
_NO_STATES = frozenset(["suicide-bomb", "car-bomb", "ied"])
_FROM_ABOVE = word_set("attack attacks raid raids assault assaults")


def of_noun(parsed: Parsed, phrase: Phrase) -> Mention | None:
    """The mention that an event phrase makes; None for a strike of workers, a feared attack, or none at all."""
    i = phrase.last - 1
    word = parsed.lower(i)
    front = {parsed.lower(k) for k in range(phrase.first, i)}
    if (
        is_only_possible(parsed.tokens, phrase.first)
        or phrase.determiner == "no"
        or (parsed.lower(phrase.first - 1) in {"as", '"', ","} and is_called(parsed, phrase))
        or (parsed.lower(phrase.first) == "such" and phrase.determiner is None)
        or front & _NO_FORCE
        or is_only_feared(parsed, phrase)
        or is_of_workers(parsed, phrase)
        or (front | {parsed.lower(phrase.first - 1)}) & _OVERSEEING
    ):
        return None
    if word in lexicon().words["nouns.campaign"] and not is_military(parsed, phrase, front):
        return None
    mention = new_mention(parsed, phrase, i)
    if _is_claimed(parsed, phrase) and mention.word in {"strike", "strikes"}:
        mention.word = "attack"
    if parsed.lower(i - 1) in {"air", "aerial"} and word in _FROM_ABOVE:
        mention.word = "airstrikes" if word.endswith("s") else "airstrike"  # "an air attack" is told of aircraft
    mention.is_plural = word in lexicon().words["nouns.plural"]
    # "Tuesday's strike", not "on Tuesday after a strike"
    before = phrase.first - 2 if parsed.lower(phrase.first - 1) == "'s" else phrase.first - 1
    dated = before in parsed.taken
    # "the Oct. 3 attack", "the Sept. 3, 2001, attacks"
    days = (*range(phrase.first, phrase.core), before - (parsed.lower(before) == ","))
    mention.is_dated = any(k in parsed.taken and parsed.lower(k).isdigit() for k in days)
    definite = (
        phrase.determiner in {"the", "this", "that", "these", "those", "either", "both", "each"}
        or phrase.possessor is not None
    )
    _read_front(parsed, mention, phrase)
    who = doers(parsed, phrase)
    for subject in who:
        if subject.kind is PhraseKind.OFFICIAL:
            add_actor(parsed, mention, Property.ATTACKER, subject)  # "commanders who were involved in attacks"
        else:
            add_attacker(parsed, mention, subject)
    doubt = next((k for k in range(phrase.last, phrase.last + 4) if parsed.lower(k) in _DOUBTING), None)
    if who and doubt is not None and (hedge := hedge_before(parsed, doubt + 1)) is not None:
        mention.slots = [replace(s, modality=hedge[0], hedge=hedge[1]) for s in mention.slots]
    telling = phrase.first - 1
    if not who and parsed.lower(telling) == "announced" and mention.word in _ONE_OPERATION:
        # a force that announces air strikes announces its own
        for subject in parsed.subjects(telling):
            if subject.kind is PhraseKind.FORCE and subject.names:
                add_attacker(parsed, mention, subject)
    if not who and (verb := doing(parsed, phrase)) is not None:
        add_pronoun(parsed, mention, verb - 1)
    if not who and parsed.lower(phrase.first - 1) == "during" and phrase.determiner in {"a", "an"}:
        deed = next((k for k in range(phrase.first - 2, max(phrase.first - 16, -1), -1) if k in parsed.verbs), None)
        for subject in parsed.subjects(deed) if deed is not None else []:
            if subject.kind is PhraseKind.GROUP:
                add_attacker(parsed, mention, subject)
    if phrase.determiner in OWN and not who:
        add_own(parsed, mention, phrase)
    reduced = phrase.last if parsed.lower(phrase.last) in {"conducted", "launched", "staged"} else None
    # "air strikes conducted by the army on camps"
    told = parsed.complements(phrase.last if reduced is None else reduced + 1)
    if parsed.lower(phrase.first - 1) in {"after", "following"} and phrase.determiner == "the":
        # "struck back after the attack using jets": not the attack used them
        told = takewhile(lambda c: c.preposition != "using", told)
    fill_complements(parsed, mention, (c for c in told if c.phrase not in who), direct=False)
    if (reported := reported_behind(parsed, phrase)) is not None:
        fill_complements(parsed, mention, parsed.complements(reported + 1), direct=False)
        mention.slots = [s.doubted(Modality.UNSPECIFIED, parsed.tokens[reported].text) for s in mention.slots]
    for hit in suffering(parsed, phrase):
        if add_target(parsed, mention, hit) and not mention.values(Property.PLACE):
            add_where(parsed, mention, hit)
    for hit in _ruined(parsed, phrase):
        add_target(parsed, mention, hit)
    # "attacks", bare, may point back, unless it tells by itself who was hit by whom
    bare = (
        phrase.core == i
        and phrase.figure is None
        and phrase.determiner not in {"a", "an", "another"}
        and not (mention.actors(Property.ATTACKER) and mention.actors(Property.TARGET))
    )
    mention.is_definite = (
        definite or dated or (word == "fire" and not mention.actors(Property.ATTACKER)) or phrase.determiner in OWN or bare
    )
    if phrase.determiner is None and parsed.lower(phrase.first - 1) == "under" and parsed.lower(phrase.first - 2) in _COMING:
        mention.is_definite = False
        often = any(parsed.lower(k) in _HABITS for k in range(phrase.first - 4, phrase.last + 6))
        groups = any(c.preposition == "from" and c.phrase.is_plural for c in parsed.complements(phrase.last))
        mention.is_series = often or (groups and parsed.lower(phrase.first - 3) in {"have", "has"})
    if word == "siege" or any(hit.determiner in OWN for hit in suffering(parsed, phrase)):
        # it goes on by itself; "the army said its troops came under fire": not by the army
        mention.is_definite = False
    cried = phrase.determiner == "another" and parsed.lower(phrase.first - 1) == '"' and is_cry(parsed, phrase)
    if cried:
        mention.is_definite = True
    elif (
        phrase.determiner == "another"
        or _is_also_claimed(parsed, phrase)
        or (front & _ANOTHER and phrase.determiner != "the")
    ):
        mention.is_new = True
    mention.is_deadly, mention.likens = kills(parsed, phrase), mention.is_plural and bool(front & {"similar", "such"})
    if bare and phrase.determiner is None and mention.is_deadly:
        mention.is_definite = False
    verb = doing(parsed, phrase)
    if verb is not None and parsed.lower(verb - 1) in _HABITS and mention.is_plural:
        mention.is_series = True
    if phrase.determiner == "the" and not mention.is_plural and parsed.lower(phrase.core) == "first":
        mention.is_first = True
    told_of = {s.property for s in mention.slots}
    if (
        phrase.determiner in {"a", "an"}
        and parsed.lower(phrase.first - 1) in {"in", "by"}
        and told_of == {Property.ATTACKER}
    ):
        mention.is_definite = True  # "was killed in a Sylvanian strike"
    if parsed.lower(phrase.first - 1) == "of" and parsed.lower(phrase.first - 2) in {"exchange", "exchanges"}:
        mention.is_series = True
    mention.is_series = mention.is_series or _is_series(mention, phrase, front, parsed.lower(phrase.last))
    if (tried := next((k for k in range(phrase.core, i) if parsed.lower(k) == "attempted"), None)) is not None:
        words = parsed.view.evidence(parsed.start(tried), parsed.end(tried + 1)).quote
        mention.slots.append(Slot(Property.OUTCOME, ConceptObject("attempted", words), parsed.start(tried), mention.end))
    if parsed.lower(phrase.first - 1) in _PLANNING:
        words = parsed.view.evidence(parsed.start(phrase.first - 1), parsed.end(phrase.first)).quote
        start = parsed.start(phrase.first - 1)
        mention.slots.append(Slot(Property.OUTCOME, ConceptObject("planned", words), start, mention.end))
        mention.is_separate = True
        for subject in parsed.subjects(phrase.first - 1):
            add_attacker(parsed, mention, subject)
    figure = phrase.figure
    rounds = rounds_of(parsed, phrase)
    if rounds is not None and rounds.figure is not None and rounds.head in {"rounds", "waves"}:
        mention.is_series, figure = True, rounds.figure  # "eight rounds of strikes"
    size = ordinal_series(parsed, phrase) or (ordinal_series(parsed, rounds) if rounds is not None else None)
    if size is not None:
        mention.is_series = mention.is_counted = mention.is_separate = True
        mention.slots.append(Slot(Property.SIZE, size, parsed.start(phrase.first), mention.end))
    elif mention.is_series and figure is not None and figure.is_several:
        mention.slots.append(Slot(Property.SIZE, quantity(parsed, figure, word), parsed.start(phrase.first), mention.end))
        mention.is_counted = True
        mention.is_share = parsed.lower(figure.last) == "of"
    if word in lexicon().words["nouns.campaign"] and front & {"airstrike", "air", "bombing"} and "ground" not in front:
        mention.word = "airstrike"
    coming = "imminent" in front and bool(mention.actors(Property.ATTACKER))
    if front & _NOT_YET and not definite and not who and not coming:
        return None
    return mention


def _is_also_claimed(parsed: Parsed, phrase: Phrase) -> bool:
    """ "The group also claimed (responsibility for) the bombing": another than the one just told."""
    window = [parsed.lower(k) for k in range(max(phrase.first - 6, 0), phrase.first)]
    return "also" in window and bool({"claimed", "claims"} & set(window[window.index("also") :]))


def _is_claimed(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether an armed group claims the event: "a strike in the city, claimed by the rebels"."""
    k = next((k for k in range(phrase.last, phrase.last + 7) if parsed.lower(k) == "claimed"), None)
    if k is None or parsed.lower(k + 1) != "by" or any(j in parsed.verbs for j in range(phrase.last, k)):
        return False
    group = parsed.phrase_at.get(k + 2)
    return group is not None and group.kind is PhraseKind.GROUP


def _ruined(parsed: Parsed, phrase: Phrase) -> list[Phrase]:
    """What "was destroyed in the strike"."""
    k = phrase.first - 2
    if (
        parsed.lower(k + 1) not in {"in", "by", "during"}
        or parsed.lower(k) not in _RUINED
        or not is_passive(parsed.tokens, k)
    ):
        return []
    return [p for p in parsed.subjects(k) if p.kind in {PhraseKind.THING, PhraseKind.FACILITY}]


def of_retaliation(parsed: Parsed, phrase: Phrase) -> Mention | None:
    """The mention in "prompting retaliation (from X)" and "its retaliation against Y"; None where it is only talked of."""
    i = phrase.last - 1
    prompted = parsed.lower(phrase.first - 1) in PROMPTING
    directed = parsed.lower(phrase.last) == "against" and (phrase.determiner in OWN or phrase.possessor is not None)
    if not prompted and not directed:
        return None
    mention = new_mention(parsed, phrase, i)
    owner = phrase.possessor
    if owner is not None and owner.kind in ACTORS:
        add_attacker(parsed, mention, owner)
    elif phrase.determiner in OWN:
        add_own(parsed, mention, phrase)
    for item in parsed.complements(phrase.last):
        if item.preposition in {"from", "by"}:
            add_attacker(parsed, mention, item.phrase)
            break
        if item.preposition != "against":
            break
        fill_complements(parsed, mention, [item], direct=False)
    return mention


def new_mention(parsed: Parsed, phrase: Phrase, i: int) -> Mention:
    """An empty mention told by the noun at i."""
    token, sentence = parsed.tokens[i], parsed.sentence
    mention = Mention(sentence.number, token.start, token.end, token.lower, i, EventType.ATTACK, True, sentence.headline)
    mention.phrase = phrase
    return mention


def _read_front(parsed: Parsed, mention: Mention, phrase: Phrase) -> None:
    """What the words before the event's noun tell: "a suspected Houthi drone attack", "Israel's strike", "self-defense"."""
    if phrase.concepts:
        add_concepts(parsed, mention, phrase)
    if (enemy := fought(parsed, phrase)) is not None:
        add_actor(parsed, mention, Property.TARGET, enemy)
    whose = (owner_of(parsed, phrase), *allies(parsed, phrase)) if enemy is None else ()
    owners = [o for o in whose if o is not None]
    if set(phrase.concepts) & _NO_STATES or is_put_in(parsed, phrase):
        # "the Sylvanian car bombing", "killed in Sylvania raid": one in the country
        owners = [o for o in owners if o.kind is not ActorKind.STATE]
        place = next((n for n in phrase.names if n.name.place is not None), None)
        if place is not None:
            inner = Phrase(
                place.first, place.last, PhraseKind.PLACE, place.first, parsed.lower(place.last - 1), names=[place]
            )
            add_place(parsed, mention, inner)
    for owner in owners:
        hedge = hedge_before(parsed, phrase.last - 1)
        modality, words = hedge if hedge is not None else (None, None)
        start = min(owner.start, parsed.start(phrase.first))
        mention.slots.append(Slot(Property.ATTACKER, owner, start, mention.end, modality, words))
    place = next((n for n in phrase.names if n.name.kind is NameKind.PLACE), None)
    if place is not None and phrase.names[-1] is place:
        inner = Phrase(place.first, place.last, PhraseKind.PLACE, place.first, parsed.lower(place.last - 1), names=[place])
        add_place(parsed, mention, inner)
    for k in range(phrase.core, phrase.last - 1):
        if parsed.lower(k) in _SELF_DEFENSE:
            concept = ConceptObject("self-defense", parsed.view.evidence(parsed.start(k), parsed.end(k + 1)).quote)
            mention.slots.append(Slot(Property.PURPOSE, concept, parsed.start(phrase.first), mention.end))


def _is_series(mention: Mention, phrase: Phrase, front: set[str], follower: str) -> bool:
    """Plural "strikes" are one operation unless counted or said to be repeated; other plurals and campaigns are series."""
    if not mention.is_plural or front & _PAIRED:
        return False
    if mention.word not in _ONE_OPERATION:
        return True
    if phrase.determiner is None and phrase.possessor is None and phrase.figure is None and follower == "have":
        return True  # "Drone strikes have escalated"
    counted = phrase.figure is not None and (phrase.figure.value or phrase.figure.min or 0) > 1
    return counted or bool(front & _OFTEN)
