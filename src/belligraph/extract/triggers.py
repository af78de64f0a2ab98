"""Mentions of events by a verb: "X struck Y", "Y was hit by X", "X fired missiles at Y"; and the dispatch to nouns."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.aiming import another_hit, hits_another, is_heading, weapon_meant
from belligraph.extract.blasts import BLASTS, of_blast
from belligraph.extract.deeds import DEEDS, deed_at, of_deed
from belligraph.extract.fights import BATTLING, fight_at, of_battling, of_fight
from belligraph.extract.force import spells_operation
from belligraph.extract.hits import is_killing, of_hit
from belligraph.extract.impacts import EXCHANGING, are_taken, of_exchange, of_gunfire, of_impact, of_seizure
from belligraph.extract.interceptions import is_aim, is_only_ordered, stops_people, thwart
from belligraph.extract.kinds import event_type
from belligraph.extract.launches import of_launch
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.nouns import PROMPTING, RETALIATION, of_noun, of_retaliation
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.sameness import agree
from belligraph.extract.tolls import HARM
from belligraph.extract.verbs import is_only_possible, is_passive
from belligraph.model.sheet import EventType, Property

__all__ = ["find_mentions"]

_NEGATIONS = word_set("not n't never no cannot")
_SEPARATING = word_set("after following before response retaliation reprisal revenge responding")
_ANEW = word_set("separately additionally subsequently elsewhere")
_SPANS_OF_DAY = word_set("hours hour minutes days day")
_TAKING = word_set("took take takes taking")
_TAKEN_OUT = frozenset({PhraseKind.THING, PhraseKind.FACILITY, PhraseKind.GROUP, PhraseKind.FORCE})
_SUMMING = word_set("claimed blamed that which")
_USING = word_set("used use using")
_OUTSTANDING = word_set("first latest deadliest worst biggest largest heaviest")
_CLAUSE_LENGTH = 30
_BREAKS = word_set("; : which who that as after before while when because although but until amid following")


def find_mentions(parsed: Parsed) -> list[Mention]:
    """The mentions of events in a sentence, in the order of their triggers."""
    found: list[Mention] = []
    for i in range(len(parsed.tokens)):
        mention = of_deed(parsed, deed) if (deed := deed_at(parsed, i)) is not None else None
        phrase = parsed.phrase_at.get(i)
        if mention is None and (fight := fight_at(parsed, i)) is not None:
            mention = of_fight(parsed, fight)
        elif mention is None and i in parsed.verbs:
            mention = _of_verb(parsed, i, found)
        elif phrase is not None and i == phrase.last - 1:
            if phrase.kind is PhraseKind.EVENT and (not found or found[-1].phrase is not phrase):
                mention = of_noun(parsed, phrase)
                if mention is not None and mention.is_series and spells_operation(parsed, phrase):
                    mention.is_series, mention.is_counted, mention.is_definite = False, False, True
                    mention.slots = [s for s in mention.slots if s.property is not Property.SIZE]
                if mention is not None and (verb := _told_by_verb(parsed, mention, phrase, found)) is not None:
                    if not _is_of_before(parsed, mention, phrase, verb):
                        _take_in(verb, mention)
                        continue
                    found.remove(verb)
                    mention.start, mention.also = min(mention.start, verb.start), [verb]
                    mention.slots = [*verb.slots, *(s for s in mention.slots if s not in verb.slots)]
            elif phrase.head in BLASTS:
                mention = of_blast(parsed, phrase)
            elif phrase.head in DEEDS:
                mention = of_deed(parsed, phrase)
            elif phrase.head in RETALIATION:
                mention = of_retaliation(parsed, phrase)
        if mention is not None and phrase is not None and found and _is_one_of(parsed, mention, phrase, found[0]):
            _take_in(found[0], mention)
            continue
        if mention is not None and phrase is not None and (means := _means(parsed, phrase, found)) is not None:
            found.remove(means)
            _take_in(mention, means)
        if mention is not None:
            mention.type = event_type(mention)
            if found and is_heading(parsed, found[-1], mention):
                if (heading := found[-1]).is_definite:
                    # "In the attack, three rockets were launched": more of it
                    heading.slots += mention.slots
                    heading.also.append(mention)
                    continue
                found.pop()
                _take_in(mention, heading)
                mention.is_new = mention.is_new or heading.is_new
            mention.cause = _cause(parsed, mention, found)
            mention.apart = _apart(parsed, mention, found)
            anew = not found and not mention.is_definite and _starts_anew(parsed, mention)
            again = not mention.is_noun and parsed.lower(mention.token - 1) == "again"
            mention.is_new = mention.is_new or anew or again or (not mention.is_noun and hits_another(parsed, mention))
            found.append(mention)
            if len(found) > 1 and (first := _is_same_deed(parsed, found[-2], mention)):
                mention.start, mention.apart, mention.cause = first.start, first.apart, first.cause
                mention.slots += [s for s in first.slots if s.property not in {t.property for t in mention.slots}]
                found.remove(first)
            if (second := another_hit(parsed, mention)) is not None:
                found.append(second)
    return found


def _is_same_deed(parsed: Parsed, first: Mention, second: Mention) -> Mention | None:
    """The first of two verbs with one object: "targeted and likely killed a leader"."""
    between = [parsed.lower(k) for k in range(first.token + 1, second.token)]
    joined = "and" in between and all(w in {"and", "then", "also"} or w.endswith("ly") for w in between)
    verbs = not first.is_noun and not second.is_noun and first.type is second.type
    told = first.actors(Property.TARGET) or first.values(Property.PLACE)
    return first if joined and verbs and not told and second.actors(Property.TARGET) else None


def _starts_anew(parsed: Parsed, mention: Mention) -> bool:
    """Whether the sentence's first words lead on to another event: "Separately, …", "Several hours later, …"."""
    words = [parsed.lower(k) for k in range(6)]
    if mention.token > _CLAUSE_LENGTH:
        return False
    later = "later" in words[1:4] and bool(set(words[:4]) & _SPANS_OF_DAY)
    return (
        words[0] in _ANEW
        or words[:2] == ["in", "addition"]
        or later
        or (words[0] in {"also", "later"} and (1 in parsed.taken or words[1] == ","))
    )


def _told_by_verb(parsed: Parsed, noun: Mention, phrase: Phrase, earlier: list[Mention]) -> Mention | None:
    """The verb whose event a noun names again: "launched drones in an attack targeting a ship", "struck it in a raid"."""
    if _is_apposed(parsed, noun, phrase) and earlier and not earlier[-1].is_series:
        return earlier[-1]
    if earlier and parsed.lower(phrase.first - 1) == "by" and earlier[-1].token == phrase.first - 2:
        return earlier[-1]  # "was struck by a rocket attack"
    that = parsed.lower(phrase.first - 1) == "that"
    bare = phrase.determiner is None and not that
    pointing = phrase.determiner in {"those", "these", "this"}
    if (
        parsed.lower(phrase.first - 1 - that) not in {"in", "during"}
        or not (phrase.determiner in {"a", "an", "the", None} or pointing)
        or (bare and not (noun.is_plural and phrase.figure is None))
        or (noun.is_series and not pointing)
    ):
        return None
    verb = earlier[-1] if earlier else None
    deed = verb is not None and verb.phrase is not None and verb.phrase.head in DEEDS
    if verb is not None and lexicon().is_in(verb.word, "verbs.intercept"):
        return None  # "shot down a drone during an attack on a base": the attack is another event
    if verb is None or (verb.is_noun and not deed) or phrase.first - verb.token > _CLAUSE_LENGTH:
        return None
    between = range(verb.token + 1, phrase.first)
    # "killed two and wounded four in an attack on a base"
    if any(parsed.lower(k) in _BREAKS or (k in parsed.verbs and parsed.lower(k) not in HARM) for k in between):
        return None
    mine = {a.family or a.key for a in verb.actors(Property.ATTACKER)}
    theirs = {a.family or a.key for a in noun.actors(Property.ATTACKER)}
    return verb if not mine or not theirs or mine & theirs else None


def _is_apposed(parsed: Parsed, noun: Mention, phrase: Phrase) -> bool:
    """Whether a noun behind a comma only sums up what was told: "hit a bus, an attack claimed by the Reds"."""
    bare = phrase.determiner in {"a", "an"} and phrase.core == phrase.last - 1 and parsed.lower(phrase.first - 1) == ","
    return bare and not noun.says_who_or_where and parsed.lower(phrase.last) in _SUMMING


def _is_of_before(parsed: Parsed, noun: Mention, phrase: Phrase, verb: Mention) -> bool:
    """Whether the noun points back, and its verb only tells more of it: "the men killed hundreds in those attacks"."""
    points = phrase.determiner in {"the", "those", "these", "this"} or parsed.lower(phrase.first - 1) == "that"
    tells = lexicon().is_in(verb.word, "verbs.kill") or verb.word in _USING
    return noun.is_definite and points and tells and not verb.is_noun


def _means(parsed: Parsed, event: Phrase, earlier: list[Mention]) -> Mention | None:
    """The use of weapons that only serves an event: "used drones to mount attacks on cities"."""
    used = earlier[-1] if earlier else None
    if used is None or used.word not in _USING or event.first - used.token > _CLAUSE_LENGTH // 2:
        return None
    verb = event.first - 1
    return used if parsed.lower(verb - 1) == "to" and lexicon().is_in(parsed.lower(verb), "verbs.support") else None


def _is_one_of(parsed: Parsed, noun: Mention, phrase: Phrase, main: Mention) -> bool:
    """Whether a noun says what its sentence tells: "fired rockets at a town, the first attack since May"."""
    if not noun.is_noun or phrase.determiner != "the" or parsed.lower(phrase.first - 1) != ",":
        return False
    who = agree(main.actors(Property.ATTACKER), noun.actors(Property.ATTACKER))
    plain = not (noun.is_series or main.is_series or main.is_noun)
    return plain and who is not False and parsed.lower(phrase.core) in _OUTSTANDING


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
    elif lexicon().is_in(verb.word, "verbs.kill") or lexicon().is_in(noun.word, "nouns.strike"):
        verb.type = event_type(replace(verb, word=noun.word, is_noun=True))  # "killed a leader in an air strike" is one, too


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
    if parsed.lower(i - 1) == "to" and any(
        m.word in {"used", "use", "using"} and _serves(parsed, m.token, i) for m in earlier[-1:]
    ):
        return None
    if any(parsed.lower(k) in _NEGATIONS for k in range(max(i - 3, 0), i)) or are_taken(parsed, i):
        return None
    if is_only_possible(parsed.tokens, i) or is_only_ordered(parsed, i) or is_aim(parsed, i):
        return None
    if stops_people(parsed, i):
        thwart(parsed, i, earlier)
        return None
    token, sentence = parsed.tokens[i], parsed.sentence
    mention = Mention(sentence.number, token.start, token.end, word, i, EventType.ATTACK, False, sentence.headline)
    after = i + 1
    if (gunned := of_gunfire(parsed, mention)) is not None:
        return gunned
    if word in EXCHANGING:
        return of_exchange(parsed, mention)
    if word in BATTLING:
        return of_battling(parsed, mention)
    if word in _TAKING and parsed.lower(i + 1) == "out" and (gone := parsed.phrase_at.get(i + 2)) is not None:
        if gone.kind not in _TAKEN_OUT and not gone.is_weapon:
            return None
        after, mention.word = i + 2, "eliminated"
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
        if passive or not _fights(parsed, i):
            return None
        mention.word = "attacked"
    goes_on = bool(earlier) and not earlier[-1].is_noun and not lex.is_in(earlier[-1].word, "verbs.intercept")
    if lex.is_in(mention.word, "verbs.hit", "verbs.intercept") or is_killing(parsed, i, passive, goes_on=goes_on):
        return of_hit(parsed, mention, after, passive, earlier)
    if lex.is_in(word, "verbs.seize"):
        return of_seizure(parsed, mention, passive)
    goes_off = word in {"went", "goes", "going"} and parsed.lower(i + 1) == "off"
    if goes_off or (lex.is_in(word, "verbs.impact") and not passive):
        return of_impact(parsed, mention)
    return of_launch(parsed, mention, passive, earlier) if lex.is_in(word, "verbs.launch") else None


def _fights(parsed: Parsed, i: int) -> bool:
    """ "Militants engaged the army": armed people on both sides."""
    army = parsed.phrase_at.get(i + 1)
    return army is not None and army.kind is PhraseKind.FORCE and any(p.kind is PhraseKind.GROUP for p in parsed.subjects(i))


def _serves(parsed: Parsed, used: int, i: int) -> bool:
    """Whether the infinitive at i tells what the weapons used were for."""
    return i - used < _CLAUSE_LENGTH and not any(k in parsed.verbs for k in range(used + 1, i - 1))


def _weapon_follows(parsed: Parsed, i: int) -> bool:
    phrase = parsed.phrase_at.get(i + 1)
    return phrase is not None and bool(phrase.concepts)
