"""Mentions of events by a verb: "X struck Y", "Y was hit by X", "X fired missiles at Y"; and the dispatch to nouns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from belligraph.extract.aiming import add_shells, aimed, hits_another, is_heading, shooter, thrower, weapon_meant
from belligraph.extract.deeds import DEEDS, of_deed
from belligraph.extract.fill import (
    actor_before,
    add_attacker,
    add_place,
    add_pronoun,
    add_target,
    fill_complements,
    hedge_before,
)
from belligraph.extract.impacts import EXCHANGING, of_exchange, of_gunfire, of_impact, of_seizure
from belligraph.extract.kinds import event_type
from belligraph.extract.launches import of_launch
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.nouns import PROMPTING, RETALIATION, of_noun, of_retaliation
from belligraph.extract.parse import Complement, Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.places import place_of
from belligraph.extract.verbs import is_passive, is_reduced_passive
from belligraph.model.sheet import ConceptObject, EventType, Property

__all__ = ["find_mentions"]

_NEGATIONS = word_set("not n't never no cannot")
_SEPARATING = word_set("after following before response retaliation reprisal revenge responding")
_CLAUSE_LENGTH = 30
_BREAKS = word_set("; : which who that as after before while when because although but until amid following")
_ATTACKING = frozenset({PhraseKind.FORCE, PhraseKind.GROUP, PhraseKind.STATE})


def find_mentions(parsed: Parsed) -> list[Mention]:
    """The mentions of events in a sentence, in the order of their triggers."""
    found: list[Mention] = []
    for i in range(len(parsed.tokens)):
        mention = None
        phrase = parsed.phrase_at.get(i)
        if i in parsed.verbs:
            mention = _of_verb(parsed, i, found)
        elif phrase is not None and i == phrase.last - 1:
            if phrase.kind is PhraseKind.EVENT:
                mention = of_noun(parsed, phrase)
                if mention is not None and (verb := _told_by_verb(parsed, mention, phrase, found)) is not None:
                    _take_in(verb, mention)
                    continue
            elif phrase.head in DEEDS:
                mention = of_deed(parsed, phrase)
            elif phrase.head in RETALIATION:
                mention = of_retaliation(parsed, phrase)
        if mention is not None:
            mention.type = event_type(mention)
            if found and is_heading(parsed, found[-1], mention):
                heading = found.pop()
                _take_in(mention, heading)
                mention.is_new = mention.is_new or heading.is_new
            mention.cause = _cause(parsed, mention, found)
            mention.apart = _apart(parsed, mention, found)
            mention.is_new = mention.is_new or (not mention.is_noun and hits_another(parsed, mention))
            found.append(mention)
    return found


def _told_by_verb(parsed: Parsed, noun: Mention, phrase: Phrase, earlier: list[Mention]) -> Mention | None:
    """The verb whose event a noun names again: "launched drones in an attack targeting a ship", "struck it in a raid"."""
    if (
        parsed.lower(phrase.first - 1) not in {"in", "during"}
        or phrase.determiner not in {"a", "an", "the"}
        or noun.is_series
    ):
        return None
    verb = earlier[-1] if earlier else None
    deed = verb is not None and verb.phrase is not None and verb.phrase.head in DEEDS
    if verb is None or (verb.is_noun and not deed) or phrase.first - verb.token > _CLAUSE_LENGTH:
        return None
    if any(parsed.lower(k) in _BREAKS or k in parsed.verbs for k in range(verb.token + 1, phrase.first)):
        return None
    mine = {a.family or a.key for a in verb.actors(Property.ATTACKER)}
    theirs = {a.family or a.key for a in noun.actors(Property.ATTACKER)}
    return verb if not mine or not theirs or mine & theirs else None


def _take_in(verb: Mention, noun: Mention) -> None:
    known = {(s.property, getattr(s.value, "key", None) or getattr(s.value, "concept", None)) for s in verb.slots}
    verb.slots += [
        s
        for s in noun.slots
        if (s.property, getattr(s.value, "key", None) or getattr(s.value, "concept", None)) not in known
    ]
    verb.also.append(noun)
    if verb.is_noun:
        # "the killing of a leader in an air strike" is a strike
        verb.word = noun.word
        verb.type = event_type(verb)


def _cause(parsed: Parsed, mention: Mention, earlier: list[Mention]) -> Mention | None:
    """The first mention of the sentence, if a word such as "prompting" leads from it to this one."""
    window = range(max(mention.token - 9, 0), mention.token)
    marker = next((k for k in window if parsed.lower(k) in PROMPTING), None)
    return next((m for m in earlier if marker is not None and m.token < marker), None)


def _apart(parsed: Parsed, mention: Mention, earlier: list[Mention]) -> list[Mention]:
    """The mentions before "after", "in response to" and the like, if such words lead to this one."""
    low = max(mention.token - 14, 0)
    marker = next((k for k in range(mention.token - 1, low, -1) if parsed.lower(k) in _SEPARATING), None)
    return [m for m in earlier if marker is not None and m.token < marker]


def _of_verb(parsed: Parsed, i: int, earlier: list[Mention]) -> Mention | None:
    lex = lexicon()
    word = parsed.lower(i)
    if parsed.lower(i - 1) == "to" and any(m.word in {"used", "use", "using"} and i - m.token < 14 for m in earlier[-1:]):
        return None
    if any(parsed.lower(k) in _NEGATIONS for k in range(max(i - 3, 0), i)):
        return None
    token, sentence = parsed.tokens[i], parsed.sentence
    mention = Mention(sentence.number, token.start, token.end, word, i, EventType.ATTACK, False, sentence.headline)
    after = i + 1
    if (gunned := of_gunfire(parsed, mention)) is not None:
        return gunned
    if word in EXCHANGING:
        return of_exchange(parsed, mention)
    if word in {"shot", "shoot", "shooting"}:
        thing = parsed.phrase_at.get(i + 1)
        if parsed.lower(i + 1) == "down":
            after, mention.word = i + 2, "downed"
        elif thing is not None and parsed.lower(thing.last) == "down":
            mention.word = "downed"
        elif parsed.lower(i + 1) in {"it", "them"} and parsed.lower(i + 2) == "down":
            after, mention.word = i + 3, "downed"
            if (meant := weapon_meant(parsed, i + 2)) is not None:
                mention.slots.append(meant)
    passive = is_passive(parsed.tokens, i)
    if word in {"engaged", "engaging"} and not _weapon_follows(parsed, i):
        return None
    if lex.is_in(mention.word, "verbs.hit", "verbs.intercept") or _is_killing(parsed, i, passive):
        return _of_hit(parsed, mention, after, passive, earlier)
    if lex.is_in(word, "verbs.seize"):
        return of_seizure(parsed, mention, passive)
    if lex.is_in(word, "verbs.impact") and not passive:
        return of_impact(parsed, mention)
    return of_launch(parsed, mention, passive, earlier) if lex.is_in(word, "verbs.launch") else None


def _weapon_follows(parsed: Parsed, i: int) -> bool:
    phrase = parsed.phrase_at.get(i + 1)
    return phrase is not None and bool(phrase.concepts)


def _is_killing(parsed: Parsed, i: int, passive: bool) -> bool:
    """Whether "killed" tells an event of its own: armed people do it, or it is done "by" somebody."""
    if parsed.lower(i) not in {"killed", "kill", "kills", "killing"}:
        return False
    if not passive and is_reduced_passive(parsed.tokens, i):
        return False
    if not passive and parsed.lower(i - 1) in {"it", "they"}:
        return parsed.antecedent is not None or actor_before(parsed, i) is not None
    if passive:
        if any(c.preposition == "by" and not parsed.phrase_at.get(i + 1) for c in parsed.complements(i + 1)):
            return True
        where = parsed.phrase_at.get(i + 2)
        somewhere = parsed.lower(i + 1) in {"in", "near", "at"} and where is not None and place_of(parsed, where) is not None
        return somewhere and any(p.kind is PhraseKind.PERSON for p in parsed.subjects(i))
    armed = (p.kind in _ATTACKING or (p.is_weapon and p.kind is PhraseKind.THING) for p in parsed.subjects(i))
    return parsed.lower(i - 1) != "," and any(armed)


def _of_hit(parsed: Parsed, mention: Mention, after: int, passive: bool, earlier: list[Mention]) -> Mention | None:
    i = mention.token
    destroys = mention.word in lexicon().words["verbs.destroy"]
    participle = parsed.lower(i).endswith("ing")
    if passive or _is_elliptic(parsed, i):
        return _of_passive(parsed, mention, after, destroys)
    if participle and (launch := aimed(parsed, i, earlier)) is not None:
        before = len(launch.slots)
        fill_complements(parsed, launch, parsed.complements(after), direct=True)
        doubt = (
            hedge_before(parsed, i) if parsed.lower(i - 1) in {"likely", "possibly", "apparently", "reportedly"} else None
        )
        if doubt is not None:
            launch.slots[before:] = [replace(s, modality=doubt[0], hedge=doubt[1]) for s in launch.slots[before:]]
        return None
    if participle and (hitter := thrower(parsed, i, earlier)) is not None:
        fill_complements(parsed, hitter, parsed.complements(after), direct=True)
        return None
    if participle and (parsed.lower(i - 1) in {",", '"'} or _ends_event(parsed, i)):
        # ", destroying two launchers" tells more of the event before it
        main = next((k for k in range(i - 1, -1, -1) if k in parsed.verbs), None) if not earlier else None
        if main is not None and parsed.lower(i - 1) == "," and mention.word in {"downed", "intercepting", "destroying"}:
            # "two ships took part, shooting down 18 drones": nothing is told before it
            for subject in parsed.subjects(main):
                add_attacker(parsed, mention, subject)
            fill_complements(parsed, mention, parsed.complements(after), direct=True)
            return mention if mention.actors(Property.ATTACKER) and mention.actors(Property.TARGET) else None
        if earlier and (parsed.lower(i - 1) in {",", '"'} or not earlier[-1].is_noun):
            fill_complements(parsed, earlier[-1], _objects(parsed, after), direct=True)
            if destroys:
                _add_damage(earlier[-1], mention)
        return None
    if any(p.determiner in {"no", "neither", "none"} for p in parsed.subjects(i)):
        return None
    if (shot := shooter(parsed, i, earlier)) is not None:
        fill_complements(parsed, shot, parsed.complements(after), direct=True)
        return None
    saying = lexicon().is_in(parsed.lower(i - 1), "speech.said")
    for subject in parsed.subjects(i - 1 if saying and participle else i):
        if subject.kind is PhraseKind.EVENT:
            _tell_more(parsed, subject, after, mention, earlier, destroys)
            return None
        add_attacker(parsed, mention, subject)
    if not participle:
        add_pronoun(parsed, mention, i - 1)
    fill_complements(parsed, mention, parsed.complements(after), direct=True)
    if not mention.actors(Property.ATTACKER) and not mention.values(Property.INSTRUMENT):
        # who does it must be known, else "hit" and "target" are too often figures of speech
        known = parsed.lower(i - 1) == "to" or parsed.lower(i + 1) == "back"
        if not (known and mention.actors(Property.TARGET)):
            return None
    if destroys:
        _add_damage(mention, mention)
    if mention.slots:
        add_shells(parsed, mention)
    return mention if mention.slots else None


def _is_elliptic(parsed: Parsed, i: int) -> bool:
    """Whether a participle stands for a passive: "four were killed and two trucks destroyed"."""
    nxt = parsed.lower(i + 1)
    return (
        parsed.lower(i) in {"destroyed", "targeted", "hit", "bombed"}
        and nxt in {".", "", ",", "and"}
        and _ends_thing(parsed, i)
    )


def _ends_thing(parsed: Parsed, i: int) -> bool:
    phrase = parsed.phrase_at.get(i - 1)
    return phrase is not None and phrase.kind in {PhraseKind.THING, PhraseKind.FACILITY}


def _of_passive(parsed: Parsed, mention: Mention, after: int, destroys: bool) -> Mention | None:
    subjects = parsed.subjects(mention.token)
    if any(p.kind is PhraseKind.EVENT for p in subjects):
        return None
    for subject in subjects:
        if not add_target(parsed, mention, subject):
            break
        where = parsed.phrase_at.get(subject.last + 1)
        if parsed.lower(subject.last) in {"in", "near"} and where is not None:
            add_place(parsed, mention, where)
    if not subjects and (thing := weapon_meant(parsed, mention.token)) is not None:
        mention.slots.append(thing)
    fill_complements(parsed, mention, parsed.complements(after), direct=False)
    told = mention.actors(Property.ATTACKER) or mention.values(Property.INSTRUMENT)
    weapons = [p for p in subjects if p.figure is not None and p.is_weapon]
    if destroys and not told and not (weapons and len(weapons) == len(subjects)):
        # without a doer it is damage done by an event told elsewhere, see casualties
        return None
    if not mention.actors(Property.TARGET) and not told:
        return None
    if destroys:
        _add_damage(mention, mention)
    return mention


def _tell_more(parsed: Parsed, subject: object, after: int, verb: Mention, earlier: list[Mention], destroys: bool) -> None:
    """ "The strikes targeted facilities" tells more of the strikes."""
    event = next((m for m in reversed(earlier) if m.phrase is subject), None)
    if event is not None:
        fill_complements(parsed, event, parsed.complements(after), direct=True)
        if destroys:
            _add_damage(event, verb)


def _objects(parsed: Parsed, after: int) -> Iterator[Complement]:
    for item in parsed.complements(after):
        if item.preposition is not None:
            return
        yield item


def _ends_event(parsed: Parsed, i: int) -> bool:
    phrase = parsed.phrase_at.get(i - 1)
    return phrase is not None and phrase.kind is PhraseKind.EVENT


def _add_damage(event: Mention, verb: Mention) -> None:
    targets = [s for s in event.slots if s.property is Property.TARGET and s.end > verb.start]
    if targets:
        start = min(verb.start, targets[0].start) if event is verb else verb.start
        event.slots.append(Slot(Property.DAMAGE, ConceptObject("destroyed"), start, max(verb.end, targets[0].end)))
