"""Who says what: spans of text, each with the chain of its speakers, and the spans between quotation marks."""

from __future__ import annotations

from functools import cache

from belligraph.extract.actors import ActorRef, actor_of
from belligraph.extract.bylines import of_headline
from belligraph.extract.callings import find_callings
from belligraph.extract.leading import IT, left_speaker, pronoun_of
from belligraph.extract.lexicon import lexicon
from belligraph.extract.memory import Memory
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.reaches import begin_of, end_within, goes_on_after
from belligraph.extract.sayings import (
    DISMISSING,
    HELPING,
    SAYING,
    acts_at,
    is_accusing,
    is_assessed,
    is_claiming,
    is_counting,
    is_posting,
    source_of,
)
from belligraph.extract.scopes import Attribution, Scope, ended, quotations, rest_in_quotes
from belligraph.extract.speakers import (
    CITING,
    anonymous_before,
    speaker_of,
)
from belligraph.extract.spreading import spread
from belligraph.extract.titles import name_titles, titles_of
from belligraph.extract.verbs import is_passive

__all__ = ["Attribution", "Scope", "attribute", "quotations"]

_BE = frozenset(["be", "been", "was", "were", "is", "are"])
_INTENDING = frozenset(["warned", "warns", "vowed", "threatened", "pledged"])
_JOINING = frozenset(
    ["that", "and", "but", "as", "if", "because", "when", "while", "where", "so", "though", "although", "what"]
)
_SAID = frozenset(["said", "says", "accused", "called", "insisted", "blamed"])
_LATER = frozenset(["after", "before", "when"])
_CHARGES = frozenset(
    ["charge", "charges", "accusation", "accusations", "allegation", "allegations", "claim", "claims", "assertion"]
)


def attribute(sentences: list[Parsed], text: str, publisher: str | None = None) -> Attribution:
    """The attribution of a whole text, sentence by sentence; pronouns take the last speaker that fits.

    What somebody told the `publisher` of the text is that person's word: a medium does not cite itself.
    """
    quotes = quotations(text)
    memory = Memory(publisher=publisher.lower() if publisher else None)
    scopes = [_of_sentence(parsed, memory) for parsed in sentences]
    name_titles(sentences, scopes)
    spread(sentences, scopes, quotes)
    return Attribution(scopes, quotes)


def _of_sentence(parsed: Parsed, memory: Memory) -> list[Scope]:
    lex = lexicon()
    for phrase in parsed.phrases:
        if phrase.kind is PhraseKind.BODY:
            memory.mention(actor_of(parsed, phrase), phrase.head)
        if phrase.kind is PhraseKind.PERSON:
            memory.remember(person := actor_of(parsed, phrase))
            memory.entitle(person, titles_of(parsed, phrase))
    first, last = parsed.sentence.start, parsed.sentence.end
    found = of_headline(parsed, memory) if parsed.sentence.headline else []
    for i in parsed.at(_cues()):
        token = parsed.tokens[i]
        if token.lower == "according" and parsed.lower(i + 1) == "to":
            named = parsed.phrase_at.get(i + 2)
            if named is not None and named.possessed:
                named = parsed.phrase_at.get(named.last + 1, named)
            speaker = speaker_of(parsed, named, memory) if named is not None else None
            if speaker is None and named is not None and (source := source_of(parsed, named)) is not None:
                named, speaker = source, speaker_of(parsed, source, memory) or actor_of(parsed, source)
            if speaker is not None and named is not None:
                memory.remember(speaker)
                found.append(_of_source(parsed, i, named, speaker, found))
        elif is_claiming(parsed, i):
            found += _of_claim(parsed, i, memory)
        elif is_accusing(parsed, i) or is_counting(parsed, i):
            begin, speaker, chain = left_speaker(parsed, i, memory)
            if speaker is not None:
                found.append(Scope(token.end, last, chain, joined=_joint(parsed, begin)))
        elif token.lower in DISMISSING:
            found += _of_dismissal(parsed, i, memory)
        elif i in parsed.verbs and token.lower in {"quoted", "cited"}:
            found += _of_quoting(parsed, i, memory)
        elif (
            is_assessed(parsed, i)
            or is_posting(parsed, i)
            or (i in parsed.verbs and token.lower in lex.words["speech.said"] and parsed.lower(i - 1) not in _BE)
        ):
            found += _of_verb(parsed, i, memory, found)
    found += find_callings(
        parsed, found, lambda phrase: speaker_of(parsed, phrase, memory), lambda k: pronoun_of(parsed, k, memory)
    )
    return ended(found, first, last)


def _of_source(parsed: Parsed, i: int, named: Phrase, speaker: ActorRef, found: list[Scope]) -> Scope:
    """What "according to" at i says by whom: what stands before it, or the whole sentence if it stands in front."""
    first, last = parsed.sentence.start, parsed.sentence.end
    if i == 0:
        return Scope(parsed.end(named.last), last, (speaker,))
    if parsed.lower(i - 1) == parsed.lower(named.last) == "," and not any(v < i for v in parsed.verbs):
        return Scope(first, last, (speaker,))  # "In the north, according to police, rebels attacked a town"
    begin = begin_of(parsed, i, named.head, found)
    return Scope(begin, parsed.start(i), (speaker,), joined=begin if begin > first else None)


@cache
def _cues() -> frozenset[str]:
    return lexicon().words["speech.said"] | SAYING | DISMISSING | {"according", "quoted", "cited"}


def _of_quoting(parsed: Parsed, i: int, memory: Memory) -> list[Scope]:
    """ "The agency quoted an official as saying …", "…," the agency quoted an official saying: one reports the other."""
    medium = next((speaker_of(parsed, p, memory) for p in parsed.subjects(i)), None)
    told = parsed.phrase_at.get(i + 1)
    source = speaker_of(parsed, told, memory) if told is not None else None
    if medium is None or source is None or told is None:
        return []
    saying = told.last + (parsed.lower(told.last) == "as")
    if parsed.lower(saying) != "saying":
        return []
    if parsed.lower(saying + 1) in {".", ""}:
        return [Scope(parsed.sentence.start, parsed.start(i), (medium, source))]
    return [Scope(parsed.end(saying + 1), parsed.sentence.end, (medium, source))]


def _of_claim(parsed: Parsed, i: int, memory: Memory) -> list[Scope]:
    """ "The rebels claimed an attack on a base": nobody else says that there was one; "the attack" was told before."""
    event = parsed.phrase_at.get(i + 1)
    if event is None or event.kind is not PhraseKind.EVENT or event.determiner not in {"a", "an", "another"}:
        return []
    begin, speaker, chain = left_speaker(parsed, i, memory)
    if speaker is None:
        return []
    return [Scope(parsed.tokens[i].end, parsed.sentence.end, chain, joined=_joint(parsed, begin))]


def _of_dismissal(parsed: Parsed, i: int, memory: Memory) -> list[Scope]:
    """ "The ministry dismissed reports that its jets had hit a school", "rejected claims that": it denies it."""
    that = next((k for k in range(i + 1, i + 6) if parsed.lower(k) == "that"), None)
    if i not in parsed.verbs or that is None or parsed.lower(that - 1) not in _CHARGES | {"reports", "report"}:
        return []
    begin, speaker, chain = left_speaker(parsed, i, memory)
    end = parsed.sentence.end
    return [Scope(parsed.end(that + 1), end, chain, "denied", joined=_joint(parsed, begin))] if speaker is not None else []


def _of_verb(parsed: Parsed, i: int, memory: Memory, found: list[Scope]) -> list[Scope]:
    last = parsed.sentence.end
    lex = lexicon()
    denies = parsed.lower(i) in lex.words["speech.denying"]
    if denies:
        if is_passive(parsed.tokens, i):
            return []  # "were denied access"
        # "denied firing the rocket that killed ten": nobody denies the dead
        ends = {"but", "that", "which"} if parsed.lower(i + 1).endswith("ing") else {"but"}
        last = min((parsed.start(k) for k in range(i, len(parsed.tokens)) if parsed.lower(k) in ends), default=last)
        again = (k for k in range(i, len(parsed.tokens)) if parsed.lower(k) == "and" and parsed.lower(k + 1) in _SAID)
        last = min((parsed.start(k) for k in again), default=last)  # "denied that any were hurt and said that"
    if parsed.lower(i) in _INTENDING:
        # "warned that they might strike again after killing two": the killing is the report's own word
        later = (
            k for k in range(i, len(parsed.tokens)) if parsed.lower(k) == "after" and parsed.lower(k + 1).endswith("ing")
        )
        last = min((parsed.start(k) for k in later), default=last)
    doubt = parsed.tokens[i].text if denies or parsed.lower(i) in lex.words["speech.doubtful"] else None
    inverted = parsed.phrase_at.get(i + 1)
    is_inverted = parsed.lower(i - 1) in {'"', ","} and parsed.lower(i) not in {"saying", "told", "tells"}
    aside = anonymous_before(parsed, i)
    said_by = i if aside is None else aside
    tells = any(k < said_by for k in parsed.verbs)  # the verb of saying then stands behind what is said
    counted = inverted is not None and inverted.kind is PhraseKind.PEOPLE and inverted.figure is not None
    marked = any(parsed.lower(k) == '"' for k in range(i))
    goes_on = counted or (not tells and inverted is not None and (not marked or acts_at(parsed, inverted.last)))
    if is_inverted and inverted is not None and inverted.first == i + 1 and not goes_on:
        speaker = speaker_of(parsed, inverted, memory)
        if speaker is not None and i > 2:
            memory.remember(speaker)
            return [
                _behind(parsed, i, (speaker,), None, found),
                *rest_in_quotes(parsed, parsed.end(inverted.last), (speaker,)),
            ]
    begin, speaker, chain = left_speaker(parsed, i, memory)
    if parsed.lower(i - 1) == "and" and found and parsed.sentence.start < found[-1].start < parsed.start(i):
        speaker, chain = found[-1].chain[0], found[-1].chain  # "denied that any were hurt and said that shells fell"
    if speaker is None:
        return []
    memory.remember(speaker)
    if denies and parsed.lower(i + 1) in HELPING:
        return []  # "denied supplying the missiles used in the attack": nobody denies the attack
    if denies and _CHARGES & {parsed.lower(k) for k in range(max(begin - 2, 0), i)}:
        return []  # "accused Freedonia of shelling a town, a charge that Freedonia denies"
    after = parsed.tokens[i].end
    if parsed.lower(i + 1) == "," and parsed.lower(i + 2) in CITING and (source := parsed.phrase_at.get(i + 3)) is not None:
        # "Northwire reported, citing two officials, that"
        cited = speaker_of(parsed, source, memory)
        chain = (*chain, cited) if cited is not None else chain
        after = parsed.end(source.last)
    if parsed.lower(i) in {"told", "tells"} and (listener := parsed.phrase_at.get(i + 1)) is not None:
        outlet = speaker_of(parsed, listener, memory) if listener.kind is PhraseKind.MEDIA else None
        if outlet is not None and memory.publisher not in {outlet.key, outlet.name.lower()}:
            chain = (outlet, *chain)
        after = parsed.end(listener.last)
    k = begin - 1
    while parsed.lower(k) == '"' and k > 0:
        k -= 1
    # an even number of marks before the speaker: a quotation has just ended
    quoted = parsed.lower(begin - 1) == '"' and sum(parsed.lower(j) == '"' for j in range(begin)) % 2 == 0
    if parsed.lower(k) == "," and k > 1 and parsed.lower(i) != "saying" and (quoted or not goes_on_after(parsed, i)):
        return [_behind(parsed, begin, chain, doubt, found), *rest_in_quotes(parsed, after, chain)]
    if parsed.lower(begin) in IT and parsed.lower(begin - 1).isalpha() and parsed.lower(begin - 1) not in _JOINING:
        # "a mission it says helps forces that …, which fled in 2014": what stands apart is no longer what it says
        last = min((parsed.start(k) for k in range(i, len(parsed.tokens)) if parsed.lower(k) == ","), default=last)
    told = parsed.phrase_at.get(begin - 2)
    apart = parsed.lower(begin - 1) in {"that", "which"} and told is not None and told.last == begin - 1
    apart = apart or parsed.lower(begin - 1) == "what" or (parsed.lower(begin - 1) in _LATER and begin > 1)
    if (parsed.lower(begin - 2), parsed.lower(begin - 1)) == (",", "which"):
        last = end_within(parsed, i) or last
    if parsed.lower(begin - 1) == "what":
        # "fired at what it said were bases, killing ten"
        last = min((parsed.start(k) for k in range(i, len(parsed.tokens)) if parsed.lower(k) == ","), default=last)
    return [Scope(after, last, chain, doubt, apart, _joint(parsed, begin))]


def _behind(parsed: Parsed, i: int, chain: tuple[ActorRef, ...], doubt: str | None, found: list[Scope]) -> Scope:
    """What is said by whoever stands at i, behind it."""
    begin = begin_of(parsed, i, "", found)
    return Scope(begin, parsed.start(i), chain, doubt, joined=begin if begin > parsed.sentence.start else None)


def _joint(parsed: Parsed, begin: int) -> int | None:
    """Where a speaker at `begin` begins, if a word joins the clause to what another said before."""
    return parsed.start(begin) if parsed.lower(begin - 1) in {"and", "but", "while"} else None
