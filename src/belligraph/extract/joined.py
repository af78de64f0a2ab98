"""Mentions of one sentence that are one event: "killed six in an attack", "air raids and missile strikes"."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.clauses import FLIGHTS
from belligraph.extract.deeds import DEEDS
from belligraph.extract.kinds import event_type
from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.mentions import Mention, Slot
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase
from belligraph.extract.sameness import agree
from belligraph.extract.tolls import HARM
from belligraph.model.sheet import Modality, Property

__all__ = [
    "begun_since",
    "coordinate",
    "did_both",
    "done_using",
    "goes_on_doing",
    "is_again",
    "is_aim_of",
    "is_further",
    "is_of_before",
    "is_one_of",
    "is_told_within",
    "means_of",
    "same_deed",
    "take_in",
    "told_before",
    "told_by_verb",
]

_OTHERS = word_set("attack attacks assault siege")
_SUMMING = word_set("claimed blamed that which")
_USING = word_set("used use using")
_OUTSTANDING = word_set("first latest deadliest worst biggest largest heaviest")
_EDGES = word_set("start beginning outset onset end")
_INCIDENTS = word_set("incident attack siege assault raid rampage")
_BEGUN = word_set("began begun started")
_ONGOING = word_set("ongoing continued continuing repeated regular frequent recent")
_NEAR = 4
_FAR = 12
_SEEMING = word_set("appeared appears seemed seems believed thought")
_DOUBTING = word_set("likely apparent suspected alleged reported possible")
_CLAUSE_LENGTH = 30
_BREAKS = word_set("; : which who that as after before while when because although but until amid following")


def told_by_verb(parsed: Parsed, noun: Mention, phrase: Phrase, earlier: list[Mention]) -> Mention | None:
    """The verb whose event a noun names again: "launched drones in an attack targeting a ship", "struck it in a raid"."""
    if _is_apposed(parsed, noun, phrase) and earlier and not earlier[-1].is_series:
        return earlier[-1]
    if earlier and (seems := _seems(parsed, phrase)) is not None:
        # "was hit, in what appeared to be the latest attack by rebels on ships": who did it is guessed
        hedge = parsed.tokens[seems].text
        noun.slots = [
            replace(s, modality=Modality.PROBABLE, hedge=hedge) for s in noun.slots if s.property is Property.ATTACKER
        ]
        return earlier[-1]
    if earlier and parsed.lower(phrase.first - 1) == "by" and earlier[-1].token == phrase.first - 2:
        return earlier[-1]  # "was struck by a rocket attack"
    if earlier and earlier[-1].token == phrase.first - 1 and lexicon().is_in(earlier[-1].word, "verbs.launch"):
        return earlier[-1]  # "fired a barrage of rockets"
    if parsed.lower(phrase.first - 1) == "during" and phrase.determiner == "the" and noun.word in _OTHERS:
        return None  # "troops killed 12 militants during the attack": which the militants made
    # "in that attack", "in targeted air strikes"
    that = parsed.lower(phrase.first - 1) == "that" or parsed.lower(phrase.first - 1).endswith("ed")
    leading = phrase.first - 1 - that
    if parsed.lower(leading) == "'s":
        leading -= 1
        while leading in parsed.taken:
            leading -= 1  # "in last week's strikes"
        that = leading < phrase.first - 2
    if parsed.lower(leading) in _DOUBTING and parsed.lower(leading - 1) in {"a", "an"}:
        leading, that = leading - 2, True  # "in a likely Freedonian attack"
    bare = phrase.determiner is None and not that
    pointing = phrase.determiner in {"those", "these", "this"}
    means = parsed.lower(phrase.first - 1) in {"with", "using"} and bool(phrase.concepts)
    if not means and (
        parsed.lower(leading) not in {"in", "during"}
        or not (phrase.determiner in {"a", "an", "the", None} or pointing)
        or (bare and not (parsed.sentence.headline or (noun.is_plural and phrase.figure is None)))
        or (noun.is_series and not pointing)
    ):
        return None
    verb = earlier[-1] if earlier else None
    deed = verb is not None and verb.phrase is not None and verb.phrase.head in DEEDS
    if verb is not None and lexicon().is_in(verb.word, "verbs.intercept"):
        return None  # "shot down a drone during an attack on a base": the attack is another event
    if verb is None or (verb.is_noun and not deed) or phrase.first - verb.token > _CLAUSE_LENGTH:
        return None
    between = range(_as_it(parsed, verb, phrase), leading)
    # "killed two and wounded four in an attack on a base"
    if any(parsed.lower(k) in _BREAKS or (k in parsed.verbs and parsed.lower(k) not in HARM) for k in between):
        return None
    mine = {a.family or a.key for a in verb.actors(Property.ATTACKER)}
    theirs = {a.family or a.key for a in noun.actors(Property.ATTACKER)}
    return verb if not mine or not theirs or mine & theirs else None


def _as_it(parsed: Parsed, verb: Mention, phrase: Phrase) -> int:
    """Where the clause that names the event again begins: behind "killed five people as it sent gunships in a raid"."""
    window = range(verb.token + 1, phrase.first)
    same = lexicon().is_in(verb.word, "verbs.kill") and not verb.is_noun and not verb.values(Property.PLACE)
    again = next((k for k in window if parsed.lower(k) == "as" and parsed.lower(k + 1) in {"it", "they"}), None)
    return again + 3 if same and again is not None else verb.token + 1


def _is_apposed(parsed: Parsed, noun: Mention, phrase: Phrase) -> bool:
    """Whether a noun behind a comma only sums up what was told: "hit a bus, an attack claimed by the Reds"."""
    before = phrase.first - 1 - (parsed.lower(phrase.first - 1) == "in")  # "police said, in an attack claimed by the Reds"
    bare = phrase.determiner in {"a", "an"} and phrase.core == phrase.last - 1 and parsed.lower(before) == ","
    if parsed.lower(before) == "," and [parsed.lower(k) for k in range(phrase.first, phrase.last - 1)] == [
        "a",
        "retaliatory",
    ]:
        return not noun.says_who_or_where
    return bare and not noun.says_who_or_where and parsed.lower(phrase.last) in _SUMMING


def is_one_of(parsed: Parsed, noun: Mention, phrase: Phrase, main: Mention) -> bool:
    """Whether a noun says what its sentence tells: "fired rockets at a town, the first attack since May"; or by what."""
    if noun.is_noun and main.is_noun and main.is_plural and parsed.lower(phrase.first - 1) == "including":
        bare = phrase.determiner is None and phrase.figure is None and phrase.possessor is None
        return bare and bool(phrase.concepts) and not noun.says_who_or_where  # "attacks, including rocket fire"
    if not noun.is_noun or phrase.determiner != "the" or parsed.lower(phrase.first - 1) != ",":
        return False
    who = agree(main.actors(Property.ATTACKER), noun.actors(Property.ATTACKER))
    plain = not (noun.is_series or main.is_series or main.is_noun)
    return plain and who is not False and parsed.lower(phrase.core) in _OUTSTANDING


def is_aim_of(parsed: Parsed, verb: Mention) -> bool:
    """Whether a verb only tells what an attack just told was to hit: "struck the town in an attempt to target a convoy"."""
    attempt = parsed.phrase_at.get(verb.token - 2) if parsed.lower(verb.token - 1) == "to" else None
    tried = attempt is not None and attempt.head in {"attempt", "bid", "effort"} and attempt.determiner in {"a", "an"}
    return tried and not verb.is_noun and attempt is not None and parsed.lower(attempt.first - 1) == "in"


def _seems(parsed: Parsed, phrase: Phrase) -> int | None:
    """The verb in "in what appeared to be" before an event's phrase."""
    k = phrase.first - 3
    before = [parsed.lower(j) for j in range(max(k - 3, 0), phrase.first)]
    told = before[-2:] == ["to", "be"] and "what" in before[:-2] and before[0:1] in (["in"], [","])
    return k if told and parsed.lower(k) in _SEEMING else None


def is_of_before(parsed: Parsed, noun: Mention, phrase: Phrase, verb: Mention) -> bool:
    """Whether the noun points back, and its verb only tells more of it: "the men killed hundreds in those attacks"."""
    named = phrase.determiner in {"the", "those", "these", "this"} or parsed.lower(phrase.first - 1) == "that"
    # "targeted a camp in last week's strikes"
    dated = parsed.lower(phrase.first - 1) == "'s" and lexicon().is_in(verb.word, "verbs.hit")
    denied = lexicon().is_in(parsed.lower(verb.token - 1), "speech.denying")  # "denied targeting homes in the attack"
    points, tells = named or dated, denied or dated or lexicon().is_in(verb.word, "verbs.kill") or verb.word in _USING
    return noun.is_definite and points and tells and not verb.is_noun


def told_before(parsed: Parsed, verb: Mention) -> list[Slot]:
    """What a verb tells of an event that was told before; who denies only whom they hit denies no attack."""
    denied = lexicon().is_in(parsed.lower(verb.token - 1), "speech.denying")
    return [s for s in verb.slots if not (denied and s.property is Property.ATTACKER)]


def coordinate(parsed: Parsed, noun: Mention, phrase: Phrase, earlier: list[Mention]) -> Mention | None:
    """What "and" joins to an event: "regular air raids and missile strikes", "launched drones and missile attacks"."""
    first = earlier[-1] if earlier else None
    joined = parsed.phrase_at.get(phrase.first - 2) if parsed.lower(phrase.first - 1) == "and" else None
    if first is None or joined is None or joined.last != phrase.first - 1 or phrase.determiner is not None:
        return None
    if not noun.is_noun or phrase.figure is not None or not noun.is_plural:
        return None
    if first.is_noun:
        return first if first.phrase is joined and first.is_plural else None
    launched = lexicon().is_in(first.word, "verbs.launch") and first.token == joined.first - 1
    return first if launched and joined.is_weapon else None


def begun_since(parsed: Parsed, mention: Mention, earlier: list[Mention]) -> Mention | None:
    """The attacks of which a clause tells who began them: "have come under attack since rebels began targeting them"."""
    first = earlier[-1] if earlier else None
    if first is None or mention.is_noun or first.actors(Property.ATTACKER) or parsed.lower(mention.token - 1) not in _BEGUN:
        return None
    between = [parsed.lower(k) for k in range(first.token + 1, mention.token)]
    perfect = {"has", "have"} & {parsed.lower(k) for k in range(max(first.token - _NEAR, 0), first.token)}
    return first if "since" in between and perfect and not {";", "but", "and"} & set(between) else None


def is_further(parsed: Parsed, phrase: Phrase, earlier: list[Mention]) -> Mention | None:
    """The attacks to which "as well as" adds others of the same side: "drone attacks, as well as rocket attacks"."""
    k = phrase.first - 1
    while parsed.lower(k) in _ONGOING:
        k -= 1
    added = [parsed.lower(j) for j in range(k - 2, k + 1)] == ["as", "well", "as"]
    return earlier[-1] if added and earlier and earlier[-1].is_noun and earlier[-1].is_plural else None


def take_in(verb: Mention, noun: Mention) -> None:
    """Give the verb's mention what the noun says of the same event, and does not say already itself."""
    known = {(s.property, getattr(s.value, "key", None) or getattr(s.value, "concept", None)) for s in verb.slots}
    verb.slots += [
        s
        for s in noun.slots
        if (s.property, getattr(s.value, "key", None) or getattr(s.value, "concept", None)) not in known
    ]
    verb.also.append(noun)
    verb.is_new = verb.is_new or noun.is_new
    if verb.is_noun:
        # "the killing of a leader in an air strike" is a strike
        verb.word = noun.word
        verb.type = event_type(verb)
    elif lexicon().is_in(verb.word, "verbs.kill") or lexicon().is_in(noun.word, "nouns.strike"):
        verb.type = event_type(replace(verb, word=noun.word, is_noun=True))  # "killed a leader in an air strike" is one, too


def did_both(first: Mention, second: Mention) -> bool:
    """Whether one weapon did what two verbs tell: "two were killed by a drone that hit a base"."""
    mine, theirs = ([s.phrase for s in m.slots if s.property is Property.INSTRUMENT] for m in (first, second))
    verbs = not first.is_noun and not second.is_noun and not {first.word, second.word} & _USING
    return verbs and any(p is not None and any(p is q for q in theirs) for p in mine)


def is_told_within(parsed: Parsed, first: Mention, second: Mention) -> bool:
    """Whether a clause tells how an event went, "an attack on a base, in which rebels launched two missiles", or an event
    is what another counts: "a barrage of missile strikes".
    """
    if second.phrase is not None and first.token == second.phrase.first - 2 and first.word in FLIGHTS:
        return parsed.lower(second.phrase.first - 1) == "of"
    doers = [s.phrase for s in second.slots if s.property is Property.ATTACKER and s.phrase is not None]
    if not first.is_noun or second.is_noun or not doers:
        return False
    k = min(p.first for p in doers)
    led = parsed.lower(k - 1) == "which" and parsed.lower(k - 2) in {"in", "during"}
    return led and not any(j in parsed.verbs for j in range(first.token + 1, k))


def goes_on_doing(parsed: Parsed, first: Mention, second: Mention) -> bool:
    """Whether a verb tells on of what its subject did by a noun: "carried out air strikes and destroyed a depot"."""
    mine, theirs = ({a.key for a in m.actors(Property.ATTACKER)} for m in (first, second))
    destroys = not second.is_noun and lexicon().is_in(second.word, "verbs.destroy")
    joined = parsed.lower(second.token - 1) == "and" and not first.actors(Property.TARGET)
    return first.is_noun and destroys and joined and bool(mine) and mine == theirs


def done_using(parsed: Parsed, event: Phrase, earlier: list[Mention]) -> Mention | None:
    """The deed that was done by an event's means: "attacked the rebels using jets to conduct six air strikes"."""
    deed, verb = earlier[-1] if earlier else None, event.first - 1
    if deed is None or deed.is_noun or not lexicon().is_in(deed.word, "verbs.hit") or parsed.lower(verb - 1) != "to":
        return None
    used = parsed.phrase_at.get(verb - 2)
    if used is None or not used.concepts or not lexicon().is_in(parsed.lower(verb), "verbs.support"):
        return None
    by = used.first - 1
    return deed if parsed.lower(by) == "using" and not any(k in parsed.verbs for k in range(deed.token + 1, by)) else None


def means_of(parsed: Parsed, event: Phrase, earlier: list[Mention]) -> Mention | None:
    """The use of weapons that only serves an event: "used drones to mount attacks on cities"."""
    used = earlier[-1] if earlier else None
    if used is None or used.word not in _USING or event.first - used.token > _CLAUSE_LENGTH // 2:
        return None
    verb = event.first - 1
    return used if parsed.lower(verb - 1) == "to" and lexicon().is_in(parsed.lower(verb), "verbs.support") else None


def same_deed(parsed: Parsed, first: Mention, second: Mention) -> Mention | None:
    """The first of two verbs with one object: "targeted and likely killed a leader"."""
    between = [parsed.lower(k) for k in range(first.token + 1, second.token)]
    joined = "and" in between and all(w in {"and", "then", "also"} or w.endswith("ly") for w in between)
    verbs = not first.is_noun and not second.is_noun and first.type is second.type
    told = first.actors(Property.TARGET) or first.values(Property.PLACE)
    return first if joined and verbs and not told and second.actors(Property.TARGET) else None


def is_again(parsed: Parsed, mention: Mention, *, first: bool) -> bool:
    """Whether the event told before is said to be "the first attack in years", or what is told was its beginning.

    `first`: nothing is told before it in the sentence.
    """
    i = mention.token
    if mention.is_noun:
        copular = (
            first and parsed.lower(0) in {"it", "this", "that"} and parsed.lower(1) in {"'s", "is", "was", "marks", "marked"}
        )
        return copular and bool(_OUTSTANDING & {parsed.lower(k) for k in range(2, i)}) and i < _FAR
    for k in range(i + 1, i + _FAR):
        edge = parsed.lower(k) in _EDGES and parsed.lower(k + 1) == "of" and parsed.lower(k + 2) in {"the", "this", "that"}
        if edge and parsed.lower(k + 3) in _INCIDENTS:
            return True  # "blew himself up at the start of the siege"
    for k in range(i - 1, max(i - _FAR, 0), -1):
        if parsed.lower(k) in {",", ";"}:
            return False
        if parsed.lower(k) in {"time", "instance"} and parsed.lower(k - 1) == "first" and parsed.lower(k - 2) == "the":
            return True  # "the first time that soldiers have been killed there"
    return False
