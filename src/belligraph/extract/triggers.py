"""Mentions of events by a verb: "X struck Y", "Y was hit by X", "X fired missiles at Y"; and the dispatch to nouns."""

from __future__ import annotations

from collections.abc import Iterator

from belligraph.extract.actors import owner_of
from belligraph.extract.fill import add_actor, add_attacker, add_concepts, add_pronoun, add_target, fill_complements
from belligraph.extract.kinds import event_type
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.nouns import PROMPTING, RETALIATION, of_noun, of_retaliation
from belligraph.extract.parse import Complement, Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.verbs import is_passive
from belligraph.model.sheet import ConceptObject, EventType, Property

__all__ = ["find_mentions"]

_NEGATIONS = word_set("not n't never no cannot")
_FIRE = word_set("fire fired fires firing shot opened")
_REDUCED = word_set("from at toward towards by into")
_EXPLOSIVES = word_set("""explosives explosive device devices vest bomb bombs grenade grenades munitions shells""")
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
            elif phrase.head in RETALIATION:
                mention = of_retaliation(parsed, phrase)
        if mention is not None:
            mention.type = event_type(mention)
            mention.cause = _cause(parsed, mention, found)
            found.append(mention)
    return found


def _cause(parsed: Parsed, mention: Mention, earlier: list[Mention]) -> Mention | None:
    """The first mention of the sentence, if a word such as "prompting" leads from it to this one."""
    window = range(max(mention.token - 9, 0), mention.token)
    marker = next((k for k in window if parsed.lower(k) in PROMPTING), None)
    return next((m for m in earlier if marker is not None and m.token < marker), None)


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
    if word in {"shot", "shoot", "shooting"}:
        thing = parsed.phrase_at.get(i + 1)
        if parsed.lower(i + 1) == "down":
            after, mention.word = i + 2, "downed"
        elif thing is not None and parsed.lower(thing.last) == "down":
            mention.word = "downed"
    passive = is_passive(parsed.tokens, i)
    if word in {"engaged", "engaging"} and not _weapon_follows(parsed, i):
        return None
    if lex.is_in(mention.word, "verbs.hit", "verbs.intercept") or _is_killing(parsed, i, passive):
        return _of_hit(parsed, mention, after, passive, earlier)
    return _of_launch(parsed, mention, passive, earlier) if lex.is_in(word, "verbs.launch") else None


def _weapon_follows(parsed: Parsed, i: int) -> bool:
    phrase = parsed.phrase_at.get(i + 1)
    return phrase is not None and bool(phrase.concepts)


def _is_killing(parsed: Parsed, i: int, passive: bool) -> bool:
    """Whether "killed" tells an event of its own: armed people do it, or it is done "by" somebody."""
    if parsed.lower(i) not in {"killed", "kill", "kills", "killing"}:
        return False
    if passive:
        return parsed.lower(i + 1) == "by"
    return parsed.lower(i - 1) != "," and any(p.kind in _ATTACKING for p in parsed.subjects(i))


def _of_hit(parsed: Parsed, mention: Mention, after: int, passive: bool, earlier: list[Mention]) -> Mention | None:
    i = mention.token
    destroys = mention.word in lexicon().words["verbs.destroy"]
    participle = parsed.lower(i).endswith("ing")
    if passive or _is_elliptic(parsed, i):
        return _of_passive(parsed, mention, after, destroys)
    if participle and (parsed.lower(i - 1) in {",", '"'} or _ends_event(parsed, i)):
        # ", destroying two launchers" tells more of the event before it
        if earlier and (parsed.lower(i - 1) in {",", '"'} or not earlier[-1].is_noun):
            fill_complements(parsed, earlier[-1], _objects(parsed, after), direct=True)
            if destroys:
                _add_damage(earlier[-1], mention)
        return None
    if any(p.determiner in {"no", "neither", "none"} for p in parsed.subjects(i)):
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
    fill_complements(parsed, mention, parsed.complements(after), direct=False)
    told = mention.actors(Property.ATTACKER) or mention.values(Property.INSTRUMENT)
    if destroys and not told:
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


def _of_launch(parsed: Parsed, mention: Mention, passive: bool, earlier: list[Mention]) -> Mention | None:
    i = mention.token
    subjects = parsed.subjects(i)
    if passive:
        weapons = [p for p in subjects if p.kind is PhraseKind.THING and p.concepts]
        for thrown in weapons:
            add_concepts(parsed, mention, thrown)
            if (owner := owner_of(parsed, thrown)) is not None:
                add_actor(parsed, mention, Property.ATTACKER, thrown, owner)
        fill_complements(parsed, mention, parsed.complements(i + 1), direct=False, weapon_first=True)
        return mention if weapons and _is_somewhere(mention) else None
    thing = parsed.phrase_at.get(i - 1)
    if thing is not None and thing.concepts and parsed.lower(i + 1) in _REDUCED:
        return _of_reduced(parsed, mention, thing, earlier)
    first = next(iter(parsed.complements(i + 1)), None)
    if (weapon := _antecedent(parsed, i, subjects)) is not None and (first is None or first.preposition is not None):
        for subject in subjects:
            add_attacker(parsed, mention, subject)
        add_concepts(parsed, mention, weapon)
        fill_complements(parsed, mention, parsed.complements(i + 1), direct=False, weapon_first=True)
        _add_interception(parsed, mention, weapon, earlier)
        return mention if mention.actors(Property.ATTACKER) else None
    if first is None or first.phrase.kind is PhraseKind.EVENT:
        return None
    if first.preposition is None:
        if not first.phrase.concepts and first.phrase.head not in _EXPLOSIVES:
            return None
    elif first.preposition not in {"on", "at", "upon"} or parsed.lower(i) not in _FIRE:
        return None
    for subject in subjects:
        add_attacker(parsed, mention, subject)
    add_pronoun(parsed, mention, i - 1)
    if not mention.slots and parsed.lower(i) in {"used", "use", "using"}:
        return None
    fill_complements(parsed, mention, parsed.complements(i + 1), direct=False, weapon_first=True)
    _infinitive_target(parsed, mention)
    return mention if mention.actors(Property.ATTACKER) or mention.actors(Property.TARGET) else None


def _of_reduced(parsed: Parsed, mention: Mention, weapon: Phrase, earlier: list[Mention]) -> Mention | None:
    """ "A missile fired from X at Y": the weapon's owner attacks; told only if somebody is the attacker or the target."""
    add_concepts(parsed, mention, weapon)
    if (owner := owner_of(parsed, weapon)) is not None:
        add_actor(parsed, mention, Property.ATTACKER, weapon, owner)
    fill_complements(parsed, mention, parsed.complements(mention.token + 1), direct=False, weapon_first=True)
    _add_interception(parsed, mention, weapon, earlier)
    return mention if mention.actors(Property.ATTACKER) or mention.actors(Property.TARGET) else None


def _add_interception(parsed: Parsed, mention: Mention, weapon: Phrase, earlier: list[Mention]) -> None:
    """An attack whose weapon was shot down was thwarted."""
    shot = next(
        (m for m in earlier if lexicon().is_in(m.word, "verbs.intercept") and any(s.phrase is weapon for s in m.slots)), None
    )
    if shot is not None:
        words = parsed.view.evidence(shot.start, shot.end).quote
        outcome = ConceptObject("thwarted", words)
        mention.slots.append(Slot(Property.OUTCOME, outcome, min(shot.start, mention.start), mention.end))


def _antecedent(parsed: Parsed, i: int, subjects: list[Phrase]) -> Phrase | None:
    """The weapon in "drones that X launched": it stands before the subject."""
    if not subjects:
        return None
    k = subjects[0].first - 1
    if parsed.lower(k) in {"that", "which"}:
        k -= 1
    weapon = parsed.phrase_at.get(k)
    return weapon if weapon is not None and weapon.concepts and weapon.last == k + 1 else None


def _is_somewhere(mention: Mention) -> bool:
    return any(s.property in {Property.ATTACKER, Property.TARGET, Property.PLACE} for s in mention.slots)


def _infinitive_target(parsed: Parsed, mention: Mention) -> None:
    """ "Used missiles … to strike 14 launchers": the infinitive's object is the target."""
    for k in range(mention.token + 1, min(mention.token + 14, len(parsed.tokens) - 1)):
        if parsed.lower(k) == "to" and lexicon().is_in(parsed.lower(k + 1), "verbs.hit", "verbs.intercept"):
            fill_complements(parsed, mention, parsed.complements(k + 2), direct=True)
            return
