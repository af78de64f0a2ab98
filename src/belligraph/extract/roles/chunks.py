"""Noun phrases of text without capitals, each with what it names: armed people, a group, a person, a thing, a weapon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from belligraph.extract.lexicon import lexicon, word_set
from belligraph.extract.roles.candidates import Sentence
from belligraph.extract.roles.words import group_names, words

__all__ = ["Chunk", "Kind", "find_chunks"]

_SMALL = (
    "stop.prepositions",
    "stop.conjunctions",
    "stop.pronouns",
    "stop.auxiliaries",
    "stop.determiners",
    "stop.adverbs",
    "stop.verbs",
    "speech.said",
)
_TIME = word_set(
    """today yesterday tonight morning afternoon evening night week month year day days hours minutes ago monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october november
    december gmt which who whom whose where when what how why if because although while before after since until during
    against between among some any many most more less such same very as so not no only also who's there here"""
)
_COUNTS = word_set("two three four five six seven eight nine ten eleven twelve several some another one dozens hundreds")
_LINKS = word_set("of for")
_MARKS = frozenset(['"', "(", ")", "'", "-"])


class Kind(StrEnum):
    """What a noun phrase names."""

    NAME = "name"
    ARMED = "armed"
    PLAIN = "plain"
    FORCE = "force"
    GROUP = "group"
    STATE = "state"
    TARGET = "target"
    WEAPON = "weapon"
    OTHER = "other"


_PEOPLE = frozenset({Kind.ARMED, Kind.PLAIN, Kind.FORCE})


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens of one sentence, end exclusive. `full` ends behind an "of" phrase, if one follows; `owner`: "'s" follows."""

    first: int
    last: int
    kind: Kind
    full: int
    owner: bool = False
    group: tuple[int, int] | None = None
    """A known group's name inside, before or behind the phrase: "fmln guerrillas", "members of the eln"."""
    owned_by: tuple[int, int] | None = None
    """A person's name that owns the thing: "the car of luis mora", "luis mora's house"."""


def find_chunks(sentence: Sentence) -> list[Chunk]:
    """The noun phrases of a sentence, in order; they do not overlap, except by their `full` ends."""
    tokens = sentence.words
    runs = list(_runs(tokens))
    found: list[Chunk] = []
    for first, last in runs:
        for chunk in _read(tokens, first, last, runs):
            before = found[-1] if found else None
            if (
                before is not None
                and before.group is not None
                and chunk.group is None
                and chunk.kind in _PEOPLE
                and set(tokens[before.last : chunk.first]) <= _MARKS
            ):
                # '"shining path" guerrillas', "national liberation front (fmln) rebels"
                chunk = replace(chunk, group=before.group)
            found.append(chunk)
    return [_owned(c, found) if c.kind is Kind.TARGET else c for c in found]


def _owned(thing: Chunk, chunks: list[Chunk]) -> Chunk:
    """A thing with the person that it belongs to, if a name is told."""
    names = [c for c in chunks if c.kind is Kind.NAME]
    behind = next((c for c in names if c.first >= thing.last and c.last <= thing.full), None)
    before = next((c for c in names if c.owner and c.last == thing.first - 1), None)
    owner = before or behind
    return replace(thing, owned_by=(owner.first, owner.last)) if owner is not None else thing


def is_nominal(word: str) -> bool:
    """Whether a word may be part of a noun phrase."""
    if not word[0].isalnum():
        return False
    if word in words("things.targets") or word in words("things.weapons") or word in words("grammar.openers"):
        return True
    if word in words("names.joints") or word[0].isdigit():
        return True
    if word in _TIME or word in words("grammar.verbs") or _is_event(word):
        return False
    return word in _COUNTS or not lexicon().is_in(word, *_SMALL)


def _is_event(word: str) -> bool:
    return any(
        word in words(f"events.{name}") for name in ("kill", "die", "kidnap", "wound", "attack", "damage", "throw")
    ) or (word in words("events.bomb") and word not in words("things.weapons"))


def _runs(tokens: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    k = 0
    while k < len(tokens):
        if not is_nominal(tokens[k]) or _is_verbal(tokens[k]):
            k += 1
            continue
        first = k
        while k < len(tokens) and is_nominal(tokens[k]) and not (k > first and _breaks(tokens, first, k)):
            k += 1
        while k > first and tokens[k - 1] in words("names.joints"):
            k -= 1
        if k > first:
            yield first, k
        else:
            k += 1


def _is_verbal(word: str) -> bool:
    """Whether a word is a verb's form or an adverb by its end; no phrase begins with it."""
    if word in group_names("names"):
        return False
    known = lexicon().heads.keys() | words("things.targets") | words("grammar.openers") | words("people.armed")
    return len(word) > 4 and word.endswith(("ed", "ing", "ly")) and word not in known


def _breaks(tokens: tuple[str, ...], first: int, k: int) -> bool:
    """Whether a word that looks like a verb ends the phrase before it."""
    word = tokens[k]
    if word in words("grammar.openers"):
        return word.endswith("ed") and tokens[k - 1] not in words("grammar.openers") and not tokens[k - 1][0].isdigit()
    if len(word) > 4 and word.endswith(("ed", "ing")) and word not in lexicon().heads and word not in words("people.armed"):
        return not (
            tokens[k - 1] in words("grammar.openers") or tokens[k - 1][0].isdigit() or word in {"building", "trafficking"}
        )
    return len(word) > 4 and word.endswith("ly")


def _read(tokens: tuple[str, ...], first: int, last: int, runs: list[tuple[int, int]]) -> Iterator[Chunk]:
    owner = last < len(tokens) and tokens[last] == "'s"
    name = _name_start(tokens, first, last)
    if name is not None:
        yield Chunk(name, last, Kind.NAME, last, owner)
        return
    group = _group(tokens, first, last)
    head = tokens[last - 1]
    kind = _kind(head)
    if group is not None:
        begin, end, stated = group
        if end < last and kind in {Kind.ARMED, Kind.PLAIN, Kind.FORCE}:
            # "fmln guerrillas" are guerrillas; the group is the organisation behind them
            yield Chunk(end, last, kind, _full(tokens, last, runs), owner, (begin, end))
        elif end < last and kind in {Kind.TARGET, Kind.WEAPON}:
            yield Chunk(first, last, kind, _full(tokens, last, runs), owner)
        else:
            yield Chunk(begin, end, stated, end, owner, (begin, end))
        return
    full = _full(tokens, last, runs)
    behind = None
    if kind in {Kind.ARMED, Kind.PLAIN, Kind.FORCE} and full > last:
        behind = next((g for a, b in runs if a >= last and b <= full and (g := _group(tokens, a, b)) is not None), None)
    yield Chunk(first, last, kind, full, owner, behind[:2] if behind is not None else None)


def _kind(head: str) -> Kind:
    for kind, name in (
        (Kind.ARMED, "people.armed"),
        (Kind.FORCE, "people.force"),
        (Kind.WEAPON, "things.weapons"),
        (Kind.TARGET, "things.targets"),
        (Kind.PLAIN, "people.plain"),
    ):
        if head in words(name):
            return kind
    return Kind.GROUP if head in words("groups.last") else Kind.OTHER


def _full(tokens: tuple[str, ...], last: int, runs: list[tuple[int, int]]) -> int:
    """Where the phrase ends with the "of" phrases that follow it."""
    end = last
    while end < len(tokens) and tokens[end] in _LINKS:
        k = end + 1
        while k < len(tokens) and tokens[k] in {"the", "a", "an", "his", "its", "their", '"'}:
            k += 1
        run = next(((a, b) for a, b in runs if a == k), None)
        if run is None:
            break
        end = run[1]
    return end


def _name_start(tokens: tuple[str, ...], first: int, last: int) -> int | None:
    """Where a person's name begins in a run: at a first name, or behind a title, if a further word follows."""
    if tokens[last - 1] in words("grammar.places"):
        return None
    for k in range(first, last - 1):
        if tokens[k] in words("names.first") and tokens[last - 1] not in words("things.targets") and _is_name(tokens[k + 1]):
            return k
    for k in range(last - 2, first - 1, -1):
        if tokens[k] in words("names.titles") and last - k > 2 and all(_is_name(w) for w in tokens[k + 1 : last]):
            return k + 1
    return None


def _is_name(word: str) -> bool:
    """Whether a word may be a family name: nothing that the lists know, and not built like an English noun."""
    if not word.replace("-", "").replace("'", "").isalpha() or _kind(word) is not Kind.OTHER:
        return word in words("names.joints")
    if word in words("names.first"):
        return True
    lex = lexicon()
    return not (
        word in lex.heads
        or word in words("names.titles")
        or word in words("people.victims")
        or word in words("grammar.openers")
        or word.endswith(
            (
                "tion",
                "ment",
                "ness",
                "ist",
                "ists",
                "ian",
                "ing",
                "ed",
                "ary",
                "ity",
                "tions",
                "ments",
                "ian",
                "ans",
                "ive",
                "ional",
            )
        )
    )


def _group(tokens: tuple[str, ...], first: int, last: int) -> tuple[int, int, Kind] | None:
    """A known group's name that begins in a run (it may go on behind it); its place and whether it is a state's force."""
    for kind, key in ((Kind.GROUP, "names"), (Kind.STATE, "state")):
        names = group_names(key)
        for k in range(first, last):
            for form in names.get(tokens[k], ()):
                if tokens[k : k + len(form)] == form:
                    return k, k + len(form), kind
    return None
