"""Who does what to whom in one sentence: phrases in their relation to words that tell of violence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from belligraph.extract.lexicon import word_set
from belligraph.extract.roles.candidates import Sentence
from belligraph.extract.roles.chunks import Chunk, Kind, is_nominal
from belligraph.extract.roles.words import words

__all__ = ["Part", "Relation", "find_relations"]

_BE = word_set("was were been being be is are")
_UNREAL = word_set(
    "would will could may might should can if cannot must not plan plans planned threatened threaten prevent avoid"
)
_BLOCKS = frozenset([";", ".", ":", "?", "!"])
_AT = word_set("in at near against on outside inside opposite under beneath behind at into to by beside front through")
_DETERMINED = word_set("the a an his her its their at least this that these those more than about some many any all other")
LONGEST_TITLE = 6
REACH = 14
_AGENTS = frozenset({Kind.ARMED, Kind.PLAIN, Kind.FORCE, Kind.GROUP, Kind.STATE})
_EVENTS = ("kill", "die", "kidnap", "wound", "bomb", "attack", "damage", "throw")


class Part(StrEnum):
    """What a phrase is in an event."""

    AGENT = "agent"
    PATIENT = "patient"
    PLACE = "place"
    INSTRUMENT = "instrument"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Relation:
    """A phrase and its part in what the word at `trigger` tells; `event` is that word's class, `way` how it was found."""

    part: Part
    event: str
    way: str
    chunk: Chunk
    trigger: int


def find_relations(sentence: Sentence, chunks: list[Chunk]) -> list[Relation]:
    """All relations of a sentence, in order of their triggers."""
    return list(_Reader(sentence.words, chunks).read())


class _Reader:
    def __init__(self, tokens: tuple[str, ...], chunks: list[Chunk]) -> None:
        self.tokens, self.chunks = tokens, chunks

    def read(self) -> Iterator[Relation]:
        for k, word in enumerate(self.tokens):
            for event in _EVENTS:
                if word in words(f"events.{event}") and not self._is_unreal(k):
                    yield from self._event(k, word, event)
            if word == "fire" and self._word(k - 1) in {"set", "setting"} and self._word(k + 1) == "to":
                yield from self._made(Part.PATIENT, "damage", "object", self._after(k + 1, _patients("damage")), k)
                yield from self._made(Part.AGENT, "damage", "subject", self._before(k, _AGENTS)[:1], k)
            yield from self._authors(k, word)

    def _event(self, k: int, word: str, event: str) -> Iterator[Relation]:
        if event == "throw":
            yield from self._thrown(k)
        elif event == "die":
            yield from self._died(k, word)
        elif word in words("events.nouns") and not self._is_passive(k):
            yield from self._noun(k, event)
        elif self._is_passive(k) or self._word(k + 1) == "by":
            yield from self._made(Part.PATIENT, event, "passive", self._before(k, _patients(event)), k)
            yield from self._made(Part.AGENT, event, "by", self._by(k), k)
        elif word.endswith("ing"):
            yield from self._made(Part.PATIENT, event, "object", self._after(k, _patients(event)), k)
            yield from self._made(Part.AGENT, event, "doing", self._before(k, _AGENTS)[:1], k)
        elif event in {"kill", "wound", "kidnap"} and not self._has_object(k):
            # "five were killed and two wounded", "soldiers killed in the fighting": nobody is told to do it
            yield from self._made(Part.PATIENT, event, "passive", self._before(k, _patients(event) & {Kind.NAME})[:1], k)
        else:
            patients = self._after(k, _patients(event))
            yield from self._made(Part.PATIENT, event, "object", patients, k)
            yield from self._made(Part.AGENT, event, "subject", self._before(k, _AGENTS)[:1], k)
        if event == "bomb":
            yield from self._made(Part.PLACE, event, "at", self._at(k), k)
            yield from self._made(Part.INSTRUMENT, event, "subject", self._before(k, frozenset({Kind.WEAPON}))[:1], k)

    def _died(self, k: int, word: str) -> Iterator[Relation]:
        names = frozenset({Kind.NAME})
        if word in {"death", "deaths"}:
            yield from self._noun(k, "die")
        elif word == "died":
            yield from self._made(Part.PATIENT, "die", "subject", self._before(k, names), k)

    def _noun(self, k: int, event: str) -> Iterator[Relation]:
        """ "the murder of X by Y", "an attack by Y on X", "X's murder", "Y's attack", "a dynamite attack"."""
        wanted = _patients(event)
        previous = next((c for c in self.chunks if c.owner and c.last == k - 1), None)
        if previous is not None:
            part = Part.PATIENT if previous.kind in wanted else Part.AGENT
            yield from self._made(part, event, "owner", [previous], k)
        attached = next((c for c in reversed(self.chunks) if c.last <= k and k - c.last <= 1), None)
        if attached is not None and not attached.owner:
            if attached.kind is Kind.WEAPON:
                yield Relation(Part.INSTRUMENT, event, "attached", attached, k)
            elif attached.kind in _AGENTS and event in {"attack", "bomb"}:
                yield Relation(Part.AGENT, event, "attached", attached, k)
        end = min(k + 8, len(self.tokens))
        for j in range(k + 1, end):
            if self.tokens[j] in _BLOCKS or (self.tokens[j] in _BE and j > k + 1):
                break
            if self.tokens[j] == "by":
                yield from self._made(Part.AGENT, event, "noun-by", self._by(j - 1), k)
            if self.tokens[j] in {"of", "on", "against", "at"} and (j == k + 1 or self.tokens[j] != "of"):
                yield from self._made(Part.PATIENT, event, f"noun-{self.tokens[j]}", self._after(j, wanted), k)
            if self.tokens[j] == "with":
                yield from self._made(Part.INSTRUMENT, event, "with", self._after(j, frozenset({Kind.WEAPON}))[:1], k)
        if self._word(k - 1) in _BE or self._word(k + 1) in _BE:
            return

    def _thrown(self, k: int) -> Iterator[Relation]:
        weapons = frozenset({Kind.WEAPON})
        passive = self._is_passive(k) or self._word(k + 1) == "by"
        things = self._before(k, weapons)[:1] if passive else self._after(k, weapons)[:1]
        if not things:
            return
        yield from self._made(Part.INSTRUMENT, "throw", "thrown", things, k)
        yield from self._made(Part.AGENT, "throw", "subject", self._by(k) if passive else self._before(k, _AGENTS)[:1], k)
        yield from self._made(Part.PLACE, "throw", "at", self._at(max(k, things[0].last - 1)), k)

    def _authors(self, k: int, word: str) -> Iterator[Relation]:
        if word == "responsibility" and self._word(k - 1) in {
            "claimed",
            "claim",
            "claiming",
            "claims",
            "assumed",
            "the",
            "full",
        }:
            yield from self._made(Part.AUTHOR, "blame", "claimed", self._before(k, _AGENTS)[:1], k)
        elif word == "responsible" and self._word(k + 1) == "for":
            yield from self._made(Part.AUTHOR, "blame", "responsible", self._before(k, _AGENTS)[:1], k)
        elif word in words("events.doing") and self._word(k + 1) in {"by", "out"}:
            yield from self._made(Part.AGENT, "blame", "by", self._by(k), k)
        elif word in words("events.blaming"):
            preposition = {"attributed": "to", "blamed": "on"}.get(word)
            j = next((n for n in range(k + 1, min(k + 6, len(self.tokens))) if self.tokens[n] == preposition), None)
            found = self._after(j if j is not None else k, _AGENTS)[:1]
            if word in {"attributed"} and j is None:
                found = []
            yield from self._made(Part.AUTHOR, "blame", "blamed", found, k)

    def _made(self, part: Part, event: str, way: str, chunks: list[Chunk], k: int) -> Iterator[Relation]:
        for chunk in chunks:
            yield Relation(part, event, way, chunk, k)

    def _has_object(self, k: int) -> bool:
        """Whether a noun phrase follows a word at once, but for an article and a person's titles."""
        following = next((c.first for c in self.chunks if c.first > k), k)
        between = self.tokens[k + 1 : following]
        return (
            following > k and len(between) <= LONGEST_TITLE and all(w in _DETERMINED or is_nominal(w) for w in between)
        ) or (self._word(k + 1) in {"him", "her", "them", "one", "at", "on", "against", "up", "to"})

    def _word(self, k: int) -> str:
        return self.tokens[k] if 0 <= k < len(self.tokens) else ""

    def _is_passive(self, k: int) -> bool:
        return any(self._word(j) in _BE for j in range(k - 1, k - 4, -1) if all(self._plain(n) for n in range(j + 1, k)))

    def _plain(self, k: int) -> bool:
        word = self._word(k)
        return word.isalpha() and (word.endswith("ly") or word in {"also", "then", "being", "been", "not", "shot", "and"})

    def _is_unreal(self, k: int) -> bool:
        near = self.tokens[max(k - 4, 0) : k]
        return not _UNREAL.isdisjoint(near) or (self._word(k - 1) == "to" and "attempt" not in near and "tried" not in near)

    def _before(self, k: int, kinds: frozenset[Kind]) -> list[Chunk]:
        """The nearest phrases of some kinds before a word, with those it is in a list with; nearest first."""
        found: list[Chunk] = []
        edge = k
        for chunk in reversed(self.chunks):
            if chunk.last > k:
                continue
            gap = self.tokens[chunk.last : edge]
            if edge - chunk.last > (REACH if not found else 6) or not _BLOCKS.isdisjoint(gap):
                break
            if found and not ({",", "and"} & set(gap)):
                break
            if chunk.kind in kinds and not chunk.owner:
                found.append(chunk)
                edge = chunk.first
        return found

    def _after(self, k: int, kinds: frozenset[Kind]) -> list[Chunk]:
        """The first phrases of some kinds behind a word, with those it is in a list with."""
        found: list[Chunk] = []
        edge = k + 1
        for chunk in self.chunks:
            if chunk.first <= k:
                continue
            gap = self.tokens[edge : chunk.first]
            # "maria cruz, 42; rosa diaz, 19": names stand in longer lists
            blocks = _BLOCKS - {";", ":"} if found and found[0].kind is Kind.NAME else _BLOCKS
            if chunk.first - edge > (8 if not found else 7) or not blocks.isdisjoint(gap):
                break
            if not found and not _BE.isdisjoint(gap):
                break
            if found and not ({",", "and", ";"} & set(gap)):
                break
            if chunk.kind in kinds:
                if chunk.owner and chunk.kind is Kind.NAME:
                    continue
                found.append(chunk)
                edge = chunk.last
        return found

    def _by(self, k: int) -> list[Chunk]:
        """The phrases that "by" brings soon behind a word."""
        j = next((n for n in range(k + 1, min(k + 9, len(self.tokens))) if self.tokens[n] == "by"), None)
        if j is None or not _BLOCKS.isdisjoint(self.tokens[k + 1 : j]):
            return []
        return self._after(j, _AGENTS | {Kind.NAME})[:1]

    def _at(self, k: int) -> list[Chunk]:
        """Things that a place word brings behind a word: "exploded in front of the embassy"."""
        for j in range(k + 1, min(k + 10, len(self.tokens))):
            if self.tokens[j] in _BLOCKS:
                break
            if self.tokens[j] in _AT:
                found = [c for c in self._after(j, frozenset({Kind.TARGET})) if c.first - j <= 8]
                if found:
                    return found
        return []


def _patients(event: str) -> frozenset[Kind]:
    if event in {"kill", "die", "kidnap", "wound"}:
        return frozenset({Kind.NAME})
    if event in {"damage", "bomb"}:
        return frozenset({Kind.TARGET})
    return frozenset({Kind.TARGET, Kind.NAME})
