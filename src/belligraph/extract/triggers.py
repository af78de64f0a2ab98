"""Mentions of events by a verb: "X struck Y", "Y was hit by X", "X fired missiles at Y"; and the dispatch to nouns."""

from __future__ import annotations

from belligraph.extract.aiming import another_hit, hits_another, is_heading, weapon_meant
from belligraph.extract.blasts import BLASTS, of_blast
from belligraph.extract.clauses import SETTING
from belligraph.extract.debris import DEBRIS, does_debris
from belligraph.extract.deeds import DEEDS, deed_at, of_deed
from belligraph.extract.fights import BATTLING, fight_at, of_battling, of_fight
from belligraph.extract.force import is_suffered, spells_operation
from belligraph.extract.hits import of_hit
from belligraph.extract.impacts import EXCHANGING, are_taken, of_exchange, of_gunfire, of_impact, of_seizure, takes_control
from belligraph.extract.intentions import is_supposed
from belligraph.extract.interceptions import is_aim, is_only_ordered, is_shelter, stops_people, thwart
from belligraph.extract.joined import (
    begun_since,
    coordinate,
    did_both,
    done_using,
    goes_on_doing,
    is_again,
    is_aim_of,
    is_further,
    is_of_before,
    is_one_of,
    is_told_within,
    means_of,
    same_deed,
    take_in,
    told_before,
    told_by_verb,
)
from belligraph.extract.killings import is_killing
from belligraph.extract.kinds import event_type
from belligraph.extract.launches import of_launch
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention
from belligraph.extract.moretold import tell_more
from belligraph.extract.nouns import PROMPTING, RETALIATION, of_noun, of_retaliation
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import PhraseKind
from belligraph.extract.verbs import is_only_possible, is_passive
from belligraph.model.sheet import EventType, Property

__all__ = ["find_mentions"]

_NEGATIONS = word_set("not n't never no cannot")
_SEPARATING = word_set("since after following before response retaliation reprisal revenge responding")
_ANEW = word_set("separately additionally subsequently elsewhere")
_SPANS_OF_DAY = word_set("hours hour minutes days day")
_TAKING = word_set("took take takes taking")
_HELD = frozenset({PhraseKind.PEOPLE, PhraseKind.FORCE, PhraseKind.OFFICIAL})
_TAKEN_OUT = frozenset({PhraseKind.THING, PhraseKind.FACILITY, PhraseKind.GROUP, PhraseKind.FORCE})
_VERBAL = frozenset({*DEEDS, "fighting"})
_CLAUSE_LENGTH = 30


def find_mentions(parsed: Parsed) -> list[Mention]:
    """The mentions of events in a sentence, in the order of their triggers."""
    found: list[Mention] = []
    for i in _may_trigger(parsed):
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
                if mention is not None and (verb := told_by_verb(parsed, mention, phrase, found)) is not None:
                    if not is_of_before(parsed, mention, phrase, verb):
                        take_in(verb, mention)
                        continue
                    found.remove(verb)
                    mention.start, mention.also = min(mention.start, verb.start), [verb]
                    mention.slots = [*told_before(parsed, verb), *(s for s in mention.slots if s not in verb.slots)]
            elif phrase.head in BLASTS:
                mention = of_blast(parsed, phrase)
            elif phrase.head in DEEDS:
                mention = of_deed(parsed, phrase)
                if mention is not None and found and parsed.lower(phrase.first - 1) == "including":
                    # "attacks by the army, including the killing of a leader": by the army, too
                    mention.slots += [s for s in found[-1].slots if s.property is Property.ATTACKER]
            elif phrase.head in RETALIATION:
                mention = of_retaliation(parsed, phrase)
        if mention is not None and found and is_aim_of(parsed, mention):
            found[-1].slots += [s for s in mention.slots if s.property is Property.TARGET]
            continue
        if mention is not None and phrase is not None and found and is_one_of(parsed, mention, phrase, found[0]):
            take_in(found[0], mention)
            continue
        if mention is not None and phrase is not None and (other := coordinate(parsed, mention, phrase, found)) is not None:
            found.remove(other)
            mention.start = min(mention.start, other.start)
            mention.slots = [*other.slots, *(s for s in mention.slots if s not in other.slots)]
            mention.is_series = mention.is_series or (other.is_series and other.is_noun)
            mention.is_definite = mention.is_definite and other.is_noun and other.is_definite
        if mention is not None and phrase is not None and found and parsed.lower(phrase.first - 2) == "consisting":
            found[-1].slots += [s for s in mention.slots if s.property is not Property.SIZE]
            continue  # "21 strikes consisting of 34 engagements against targets": the same, counted again
        if mention is not None and (begun := begun_since(parsed, mention, found)) is not None:
            begun.slots += mention.slots
            continue
        if mention is not None and phrase is not None and (further := is_further(parsed, phrase, found)) is not None:
            if not mention.actors(Property.ATTACKER):
                mention.slots += [s for s in further.slots if s.property is Property.ATTACKER]
            mention.is_new = bool(mention.values(Property.INSTRUMENT))
        if mention is not None and phrase is not None and (means := means_of(parsed, phrase, found)) is not None:
            found.remove(means)
            take_in(mention, means)
        if mention is not None and phrase is not None and (done := done_using(parsed, phrase, found)) is not None:
            mention.slots = [s for s in mention.slots if s.property is not Property.ATTACKER]
            take_in(done, mention)
            done.is_series, done.is_counted = mention.is_series, mention.is_counted
            continue
        if mention is not None and found and goes_on_doing(parsed, found[-1], mention):
            mention.slots = [s for s in mention.slots if s.property is not Property.ATTACKER]
            take_in(found[-1], mention)
            continue
        if mention is not None and found and (did_both(found[-1], mention) or is_told_within(parsed, found[-1], mention)):
            take_in(found[-1], mention)
            continue
        if mention is not None:
            mention.type = event_type(mention)
            if found and is_heading(parsed, found[-1], mention):
                if (heading := found[-1]).is_definite:
                    # "In the attack, three rockets were launched": more of it
                    heading.slots += mention.slots
                    heading.also.append(mention)
                    continue
                found.pop()
                take_in(mention, heading)
                mention.is_new = mention.is_new or heading.is_new
            mention.is_again = is_again(parsed, mention, first=not found)
            mention.cause = _cause(parsed, mention, found)
            mention.apart = _apart(parsed, mention, found)
            anew = not found and not mention.is_definite and _starts_anew(parsed, mention)
            again = not mention.is_noun and parsed.lower(mention.token - 1) == "again"
            mention.is_new = mention.is_new or anew or again or (not mention.is_noun and hits_another(parsed, mention))
            found.append(mention)
            if len(found) > 1 and (first := same_deed(parsed, found[-2], mention)):
                mention.start, mention.apart, mention.cause = first.start, first.apart, first.cause
                mention.slots += [s for s in first.slots if s.property not in {t.property for t in mention.slots}]
                found.remove(first)
            if (second := another_hit(parsed, mention)) is not None:
                found.append(second)
    return found


def _may_trigger(parsed: Parsed) -> list[int]:
    """Where a mention may be told: at verbs, at the last words of phrases, and at nouns that look like verbs."""
    heads = (i for i, phrase in parsed.phrase_at.items() if i == phrase.last - 1)
    return sorted({*parsed.verbs, *heads, *parsed.at(_VERBAL)})


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
        or (words[0] in {"also", "later", "earlier"} and (1 in parsed.taken or words[1] == ","))
    )


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
    if lex.is_in(word, "speech.said"):
        return None  # half of all verbs: no list of force holds one of them
    if parsed.lower(i - 1) == "to" and any(
        m.word in {"used", "use", "using"} and _serves(parsed, m.token, i) for m in earlier[-1:]
    ):
        return None
    if any(parsed.lower(k) in _NEGATIONS for k in range(max(i - 3, 0), i)) or are_taken(parsed, i) or is_shelter(parsed, i):
        return None
    if is_only_possible(parsed.tokens, i) or is_only_ordered(parsed, i) or is_aim(parsed, i) or is_supposed(parsed, i):
        return None
    if parsed.has(DEBRIS) and does_debris(parsed, i):
        return None  # told of what was shot down: see `debris`
    by_weapon = not earlier and is_killing(parsed, i, is_passive(parsed.tokens, i))
    if lex.is_in(word, "verbs.more") and not by_weapon:
        tell_more(parsed, i, earlier)
        return None
    if stops_people(parsed, i):
        thwart(parsed, i, earlier)
        return None
    if (parsed.lower(i + 1), parsed.lower(i + 2)) == ("back", "with"):
        return None  # "hit back with air strikes": the strikes
    token, sentence = parsed.tokens[i], parsed.sentence
    mention = Mention(sentence.number, token.start, token.end, word, i, EventType.ATTACK, False, sentence.headline)
    after = i + 1
    if (gunned := of_gunfire(parsed, mention)) is not None:
        return gunned
    if word in EXCHANGING:
        return of_exchange(parsed, mention)
    if word in BATTLING:
        return of_battling(parsed, mention)
    held = parsed.phrase_at.get(i + 1) if word in _TAKING else None
    if held is not None and held.kind in _HELD and parsed.lower(held.last) == "hostage":
        mention.word = "kidnapped"  # "took 20 people hostage"
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
    passive = is_passive(parsed.tokens, i) or is_suffered(parsed, i)
    if word == "fired" and passive and parsed.lower(i + 1) in {"upon", "on"}:
        mention.word = "attacked"  # "were fired upon by the boats"
        return of_hit(parsed, mention, i + 2, passive, earlier)
    if word in {"engaged", "engaging"} and not _weapon_follows(parsed, i):
        if passive or not _fights(parsed, i):
            return None
        mention.word = "attacked"
    before = earlier[-1] if earlier else None
    # "targeted and killed a leader": whom the first hit, the second tells
    hit = before is not None and (before.actors(Property.TARGET) or before.values(Property.PLACE))
    goes_on = before is not None and bool(hit) and not before.is_noun and not lex.is_in(before.word, "verbs.intercept")
    if lex.is_in(mention.word, "verbs.hit", "verbs.intercept") or is_killing(parsed, i, passive, goes_on=goes_on):
        return of_hit(parsed, mention, after, passive, earlier)
    if lex.is_in(word, "verbs.seize") or takes_control(parsed, i):
        return of_seizure(parsed, mention, passive)
    bomb = parsed.phrase_at.get(i + 2)
    if word in SETTING and parsed.lower(i + 1) == "off" and bomb is not None and bomb.concepts:
        mention.word = "detonated"
        return of_launch(parsed, mention, passive, earlier)
    goes_off = word in {"went", "goes", "going"} and parsed.lower(i + 1) == "off"
    sets_off = word == "detonated" and _weapon_follows(parsed, i)
    if goes_off or (lex.is_in(word, "verbs.impact") and not passive and not sets_off):
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
