"""Who it is that speaks: a phrase before or behind a verb of saying, or whoever a pronoun points back to."""

from __future__ import annotations

from dataclasses import replace

from belligraph.extract.actors import ActorRef, actor_of, owner_of
from belligraph.extract.governments import government_in
from belligraph.extract.lexicon import word_set
from belligraph.extract.memory import BODIES, CALLED, OFFICES, Memory
from belligraph.extract.offices import office_before
from belligraph.extract.parse import Parsed
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.model.sheet import ActorKind

__all__ = ["CITING", "anonymous_before", "before_relative", "called_behind", "described_behind", "local_body", "speaker_of"]

CITING = frozenset(["citing", "quoting"])
_SPEAKERS = frozenset(
    {
        PhraseKind.PERSON,
        PhraseKind.OFFICIAL,
        PhraseKind.BODY,
        PhraseKind.FORCE,
        PhraseKind.GROUP,
        PhraseKind.STATE,
        PhraseKind.MEDIA,
        PhraseKind.NAME,
        PhraseKind.PEOPLE,
    }
)
_STATEMENTS = word_set(
    """statement release report post bulletin message tweet communique assessment toll tally count figures estimate estimates
    tallies counts records"""
)
_FORCES = word_set("military army navy police command")
# who is called so is not whatever force or body spoke last
_OF_THEIR_OWN = CALLED | {"coalition", "police"}
_SOURCES = frozenset(["source", "sources"])
_SHARING = word_set("police military army security intelligence government hospital medical health local rescue")
_POSTED = word_set("posted published released issued shared carried sent made given provided")
_POST = 9
_GROUPS = word_set("group militia faction movement insurgency cartel front affiliate offshoot")
_FAR_BACK = 28
_ASKING = word_set("spoke asked declined requested insisted wished wanted did was were is are speaks")
_SAYING_WHOSE = word_set("of for from in at with who")
_LONGEST_NAME = 4


def local_body(parsed: Parsed, k: int, memory: Memory) -> ActorRef | None:
    """Whom "it" or "they" means: the sentence's first state, force or body before it, else the last to speak."""
    if parsed.lower(k) == "they" and parsed.lower(k - 1) in {",", '"'} and memory.last is not None:
        return memory.last
    if parsed.lower(k - 1) in {",", '"'} and memory.body is not None:
        # "Seven sailors were killed, it said": what it said stands before it
        return memory.body
    for phrase in parsed.phrases:
        if phrase.last > k:
            break
        if phrase.kind in {PhraseKind.STATE, PhraseKind.FORCE, PhraseKind.BODY, PhraseKind.GROUP} and not phrase.possessed:
            return speaker_of(parsed, phrase, memory)
    if memory.body is None and parsed.antecedent is not None:
        return actor_of(*parsed.antecedent)
    return memory.body


def speaker_of(parsed: Parsed, phrase: Phrase, memory: Memory) -> ActorRef | None:
    """Whom a phrase makes speak: itself, or whoever "the statement" and "the military" point back to; None if nobody."""
    if (joint := _joint(parsed, phrase)) is not None:
        return joint
    if phrase.head in _STATEMENTS:
        by = _author_mark(parsed, phrase.last)
        author = parsed.phrase_at.get(by + 1) if by is not None else None
        letters = author is not None and author.kind is PhraseKind.NAME and parsed.text(author.core, author.last).isupper()
        if author is not None and (author.kind in _SPEAKERS - {PhraseKind.NAME} or letters):
            return actor_of(parsed, author)  # "a press release from the Pentagon"
        possessor = phrase.possessor
        office = next((parsed.lower(k) for k in range(phrase.core, phrase.last - 1) if parsed.lower(k) in OFFICES), None)
        if office is not None and not phrase.names and possessor is None:
            # "the military statement"
            return memory.known.get(f"the {office}") or _office(memory, office) or _named_office(parsed, phrase, office)
        if possessor is None and (owner := owner_of(parsed, phrase)) is not None:
            # "a Pentagon statement", "the command assessment"
            return owner if owner.identified else memory.office or owner
        return actor_of(parsed, possessor) if possessor is not None and possessor.kind in _SPEAKERS else memory.body
    if (state := government_in(parsed, phrase)) is not None:
        return state
    if phrase.kind not in _SPEAKERS:
        return None
    ref = actor_of(parsed, phrase)
    if phrase.kind is PhraseKind.OFFICIAL and (name := _name_after(parsed, phrase)) is not None:
        return name
    if phrase.kind is PhraseKind.OFFICIAL and _says_title_alone(parsed, phrase):
        held = memory.known.get(f"the {phrase.head}")
        return replace(held, start=ref.start, end=ref.end) if held is not None else ref
    if phrase.kind is PhraseKind.NAME:
        short = f"the {phrase.head}" if phrase.determiner == "the" else f"person:{ref.name.split()[-1].lower()}"
        known = memory.known.get(short)
        if known is not None:
            return replace(known, start=ref.start, end=ref.end)
        if parsed.lower(phrase.last) == "," and parsed.lower(phrase.last + 1) in CITING:
            # whoever reports what others told is a news medium, known to a list or not
            return replace(ref, key=f"media:{ref.name.lower()}", kind=ActorKind.MEDIA, identified=True)
        if (after := parsed.phrase_at.get(phrase.last + 1)) is not None and _is_called_group(parsed, phrase, after):
            return replace(
                ref, key=f"{ActorKind.ARMED_GROUP}:{ref.name.lower()}", kind=ActorKind.ARMED_GROUP, identified=True
            )
        person = replace(ref, key=f"person:{ref.name.split()[-1].lower()}", kind=ActorKind.PERSON, identified=True)
        if _is_apposed(parsed, phrase):
            return person
        return _unknown(parsed, phrase, person)
    if phrase.head in _SOURCES and not ref.identified:
        return _source(parsed, phrase, ref)
    holder = phrase.possessor
    if phrase.kind is PhraseKind.BODY and not phrase.names and holder is not None and holder.entity is None:
        # "the Sylvanian prosecutor's office"
        full = parsed.text(holder.core, phrase.last)
        return replace(ref, key=f"{ref.kind}:{full.lower()}", name=full, start=parsed.start(holder.first))
    if phrase.kind in {PhraseKind.FORCE, PhraseKind.BODY} and not phrase.names and phrase.determiner == "the":
        meant = memory.known.get(f"the {phrase.head}") or _office(memory, phrase.head)
        told = [parsed.lower(k) for k in range(phrase.core, phrase.last - 1)]
        # "the health ministry" is not the defence ministry that spoke last
        return meant if meant is not None and all(word in meant.name.lower() for word in told) else ref
    return ref


def _says_title_alone(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether a phrase is "the general" and nothing more: whoever was told with that title."""
    alone = phrase.core == phrase.last - 1 and phrase.possessor is None and phrase.figure is None
    return alone and phrase.determiner == "the" and parsed.lower(phrase.last) not in _SAYING_WHOSE


def _author_mark(parsed: Parsed, k: int) -> int | None:
    """The "by" or "from" behind a statement: "a statement posted on X late Monday by the army"."""
    if parsed.lower(k) in {"from", "by", "of"}:
        return k
    if parsed.lower(k) not in _POSTED:
        return None
    for j in range(k + 1, k + _POST):
        if parsed.lower(j) in {"by", "from"}:
            return j
        if parsed.lower(j) == "," or j in parsed.verbs:
            break
    return None


def _named_office(parsed: Parsed, phrase: Phrase, office: str) -> ActorRef:
    """The force or office of "a military statement", told of for the first time."""
    k = next(k for k in range(phrase.core, phrase.last) if parsed.lower(k) == office)
    kind = PhraseKind.FORCE if office in _FORCES else PhraseKind.BODY
    return actor_of(parsed, Phrase(phrase.first, k + 1, kind, phrase.core, office))


def _source(parsed: Parsed, phrase: Phrase, ref: ActorRef) -> ActorRef:
    """A source by all its words, so that two are not one: "a source close to the rebels", "a source from the ministry"."""
    k = phrase.last
    if parsed.lower(k) == "close" and parsed.lower(k + 1) == "to":
        k += 1
    elif parsed.lower(k) not in {"from", "in", "with", "at", "inside", "within"}:
        return ref
    owner = parsed.phrase_at.get(k + 1)
    if owner is not None and owner.possessed:
        owner = parsed.phrase_at.get(owner.last + 1, owner)
    if owner is None:
        return ref
    name = parsed.text(phrase.core, owner.last)
    return replace(ref, key=f"{ref.kind}:{name.lower()}", name=name, end=parsed.end(owner.last))


def _joint(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """The one source of "police and medical sources", whose first word shares the noun of the last."""
    sources = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "and" else None
    if sources is not None and phrase.kind is PhraseKind.STATE and sources.kind is PhraseKind.MEDIA and sources.names:
        name = parsed.text(phrase.core, sources.last)  # "Sylvanian and Freedonian state media"
        return replace(actor_of(parsed, sources), key=f"media:{name.lower()}", name=name, start=parsed.start(phrase.first))
    if sources is None or phrase.head not in _SHARING or sources.kind is not PhraseKind.OFFICIAL:
        return None
    if not sources.is_plural or sources.determiner is not None or sources.core >= sources.last - 1:
        return None
    ref, name = actor_of(parsed, sources), parsed.text(phrase.core, sources.last)
    return replace(ref, key=f"{ref.kind}:{name.lower()}", name=name, start=parsed.start(phrase.first))


def _office(memory: Memory, head: str) -> ActorRef | None:
    """The last state, force or body to speak, if "the military" or "the ministry" may mean it."""
    office = memory.office
    if office is None or (head in _FORCES and office.kind is ActorKind.GOVERNMENT_BODY):
        return None
    name = office.name.lower()
    if head in _OF_THEIR_OWN and head not in name:
        return None
    if head in {"military", "army"} and name.endswith(("air force", "navy")):
        return None
    return None if head == "army" and "command" in name else office


def _name_after(parsed: Parsed, phrase: Phrase) -> ActorRef | None:
    """The person named behind an office: "the group's spokesman, John Doe, said", "a spokesman for the army, John Doe"."""
    named = next((p for p in parsed.phrases if p.first > phrase.last and office_before(parsed, p) is phrase), None)
    if named is None or named.kind not in {PhraseKind.NAME, PhraseKind.PERSON}:
        return None
    if named.kind is PhraseKind.NAME and (parsed.lower(named.last) != "," or named.first != phrase.last + 1):
        return None
    ref = actor_of(parsed, named)
    return replace(ref, key=f"person:{ref.name.split()[-1].lower()}", kind=ActorKind.PERSON, identified=True)


def _unknown(parsed: Parsed, phrase: Phrase, person: ActorRef) -> ActorRef | None:
    """Whoever has a name of several words that nothing explains: a person, or a body by one of its words; else None."""
    words = [parsed.tokens[k] for k in range(phrase.core, phrase.last)]
    called = next((k for k in range(phrase.last - 1, phrase.core, -1) if parsed.lower(k - 1) in BODIES), None)
    if called is not None and not _is_named(words[-2].text):
        # "the state news agency Northwire"
        return replace(person, key=f"media:{parsed.lower(called)}", name=person.name, kind=ActorKind.MEDIA)
    if len(words) == 1 and len(words[0].text) > 2 and words[0].text.isupper():
        return replace(person, key=f"body:{person.name.lower()}", kind=ActorKind.UNKNOWN)  # "NWA reports"
    if len(words) == 1 and phrase.determiner == "the" and phrase.head in BODIES:
        return replace(person, key=f"body:{person.name.lower()}", kind=ActorKind.UNKNOWN)  # "the Observatory"
    follower = parsed.lower(phrase.last + 1) if parsed.lower(phrase.last) == "," else parsed.lower(phrase.last)
    if len(words) == 1 and phrase.determiner is None and words[0].text[0].isupper() and follower in {"said", "says", "who"}:
        return person  # "…," Mirefield said
    if len(words) == 1 and phrase.determiner is None and words[0].text[0].isupper() and follower in {"reported", "reports"}:
        return replace(person, key=f"media:{person.name.lower()}", kind=ActorKind.MEDIA)  # "…, Northwire reported"
    own = next((n for n in range(len(words), 0, -1) if not _is_named(words[n - 1].text)), 0)
    if 0 < own <= len(words) - 2 and phrase.determiner is None and follower in {"said", "says", "told"}:
        name = parsed.text(phrase.last - (len(words) - own), phrase.last)  # "local elder Omar Reed said"
        return replace(person, key=f"person:{name.split()[-1].lower()}", name=name)
    if not 1 < len(words) <= _LONGEST_NAME or not all(_is_named(w.text) for w in words):
        return None
    if {word.lower for word in words} & BODIES:
        return replace(person, key=f"body:{person.name.lower()}", kind=ActorKind.UNKNOWN)
    if phrase.determiner == "the":
        return replace(person, key=f"body:{person.name.lower()}", kind=ActorKind.UNKNOWN)  # "the White Helmets"
    return person if phrase.determiner is None else None


def _is_named(word: str) -> bool:
    return word[0].isupper() or "-" in word or word in {"al", "bin", "van", "de", "von"}


def _is_apposed(parsed: Parsed, phrase: Phrase) -> bool:
    """Whether an unknown name is told to be a person: "Jane Doe, a spokeswoman", "John Doe, a rebel fighter"."""
    after = parsed.phrase_at.get(phrase.last + 1)
    if parsed.lower(phrase.last) != "," or after is None:
        return False
    told = after.kind in {PhraseKind.GROUP, PhraseKind.FORCE, PhraseKind.PEOPLE} and after.determiner in {"a", "an", "the"}
    return after.kind in {PhraseKind.OFFICIAL, PhraseKind.PERSON} or (told and not after.is_plural)


def _is_called_group(parsed: Parsed, phrase: Phrase, after: Phrase) -> bool:
    """Whether an unknown name is told to be a group's: "Saraya al-Dam, a little-known militia"."""
    beside = parsed.lower(phrase.last) == "," and after.first == phrase.last + 1
    return beside and after.kind is PhraseKind.GROUP and after.head in _GROUPS and after.determiner in {"a", "an", "the"}


def anonymous_before(parsed: Parsed, i: int) -> int | None:
    """The "who" of a clause about a speaker that ends at the verb at i: "an official, who asked not to be named, said"."""
    for k in range(i - 2, max(i - _FAR_BACK, 0), -1):
        if parsed.lower(k) == "who" and parsed.lower(k + 1) in _ASKING:
            return k
        if parsed.lower(k) in {'"', ";"}:
            break
    return None


def called_behind(parsed: Parsed, phrase: Phrase) -> Phrase:
    """The name behind the comma, if a phrase only says what it is: "a war monitor, the Northern Observatory, said"."""
    name = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "," else None
    if name is None or phrase.names or phrase.determiner not in {"a", "an", "the"} or parsed.lower(name.last) != ",":
        return phrase
    return name if name.kind in {PhraseKind.BODY, PhraseKind.MEDIA} and name.names and not name.possessed else phrase


def described_behind(parsed: Parsed, phrase: Phrase) -> Phrase | None:
    """What a body is, told behind the comma: "the Observatory, a Britain-based monitor, said"."""
    told = parsed.phrase_at.get(phrase.last + 1) if parsed.lower(phrase.last) == "," else None
    if (
        told is None
        or told.first != phrase.last + 1
        or told.determiner not in {"a", "an"}
        or phrase.kind is PhraseKind.PERSON
    ):
        return None
    return told if told.kind in {PhraseKind.OFFICIAL, PhraseKind.BODY, PhraseKind.MEDIA} else None


def before_relative(parsed: Parsed, phrase: Phrase, i: int) -> Phrase:
    """Who "who" stands for, if the phrase before the verb at i is of its clause: "a man who fought the rebels said"."""
    for k in range(phrase.first - 1, max(phrase.first - 12, 0), -1):
        if parsed.lower(k) == "," or k > i:
            break
        told = parsed.phrase_at.get(k - 1)
        if parsed.lower(k) == "who" and k < phrase.first - 1 and told is not None and told.kind in _SPEAKERS:
            return told
    return phrase
