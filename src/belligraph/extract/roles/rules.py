"""Role fillers by rules, no weights learned: phrases in their relation to words of violence, for text without capitals.

What counts as a filler follows MUC-4's guidelines as far as its training documents show them: victims are named, targets are
not military, a group of people is named by its phrase without the group behind it ("fmln rebels": rebels, and the fmln).
Whether a text reports anything at all is not decided beforehand: a text in which no relation is found yields nothing, and
on the training documents every further test of relevance cost more fillers than it spared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from belligraph.extract.roles.candidates import Sentence, read_sentences
from belligraph.extract.roles.chunks import Chunk, Kind, find_chunks, is_nominal
from belligraph.extract.roles.filler import Filler
from belligraph.extract.roles.relations import Part, Relation, find_relations
from belligraph.extract.roles.selection import same_filler
from belligraph.extract.roles.words import words

__all__ = ["RoleRules", "Span", "read_relations"]

# per role, and names that a person may have: no report has more, and the work stays linear on texts that are none
MOST_FILLERS = 100
MOST_NAMES = 500
_PEOPLE = frozenset({Kind.ARMED, Kind.PLAIN, Kind.FORCE})
_STATE_WAYS = frozenset({"by", "subject", "noun-by"})
_STATE_EVENTS = frozenset({"kill", "kidnap", "bomb"})
_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")


@dataclass(frozen=True, slots=True)
class Span:
    """A filler's words in one sentence, with the relation that they stand in, if any."""

    role: str
    sentence: int
    first: int
    last: int
    words: str
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class RoleRules:
    """Finds role fillers by patterns over lexicons; the same text always gives the same."""

    def fillers(self, text: str) -> list[Filler]:
        """The role fillers of a text, role by role, in order of their first place; every score is 1."""
        sentences = read_sentences(text)
        return [_filler(text, sentences, s) for s in self.spans(sentences)]

    def spans(self, sentences: list[Sentence]) -> list[Span]:
        """The same as spans of the sentences of a text, each where it is first told."""
        chunked, found = _find(sentences)
        chosen: list[Span] = []
        for role in _ROLES:
            own = _merged([s for s in found if s.role == role])
            if not own and role == "PerpInd":
                own = list(_armed(sentences, chunked, {s.sentence for s in found}))[:1]
            if not own and role == "PerpOrg" and any(s.role == "PerpInd" for s in chosen):
                own = _usual_group(sentences, chunked)
            chosen += own
        return chosen

    def told(self, sentences: list[Sentence]) -> list[tuple[Span, Relation]]:
        """Every span that stands in a relation, in order, under the words of the filler that it names; none is inferred."""
        _, found = _find(sentences)
        chosen = {role: _merged([s for s in found if s.role == role]) for role in _ROLES}
        named = []
        for span in found:
            first = next((c for c in chosen[span.role] if same_filler(span.words, c.words)), None)
            if first is not None and span.relation is not None:
                named.append((replace(span, words=first.words), span.relation))
        return named


def _find(sentences: list[Sentence]) -> tuple[list[list[Chunk]], list[Span]]:
    """The phrases of a text, and what its relations say; persons are under their longest names."""
    chunked, relations = read_relations(sentences)
    told = Counter(s.span(c.first, c.last) for s, cs in zip(sentences, chunked, strict=True) for c in cs if _named(c))
    names = dict(told.most_common(MOST_NAMES))
    found = [s for n, own in enumerate(relations) for r in own for s in _spans(sentences[n], n, r)]
    return chunked, [_whole(s, names) if s.role == "Victim" else s for s in found]


def read_relations(sentences: list[Sentence]) -> tuple[list[list[Chunk]], list[list[Relation]]]:
    """The phrases of each sentence, and their relations; a family name alone is a name where the text has the whole name."""
    chunked = [find_chunks(s) for s in sentences]
    family = set[str]()
    for sentence, chunks in zip(sentences, chunked, strict=True):
        for c in chunks:
            if _named(c) and c.last - c.first > 1:
                family.add(sentence.words[c.last - 1])
            if _named(c) and c.last - c.first > 3:  # two given names, the father's name, the mother's
                family.add(sentence.words[c.last - 2])
    named = [
        [
            replace(c, first=c.last - 1, kind=Kind.NAME) if c.kind is Kind.OTHER and s.words[c.last - 1] in family else c
            for c in chunks
        ]
        for s, chunks in zip(sentences, chunked, strict=True)
    ]
    return named, [find_relations(s, chunks) for s, chunks in zip(sentences, named, strict=True)]


def _spans(sentence: Sentence, n: int, relation: Relation) -> Iterator[Span]:
    """What a relation says of the roles."""
    c, tokens = relation.chunk, sentence.words
    head = tokens[c.last - 1]
    if relation.part in {Part.AGENT, Part.AUTHOR}:
        if c.group is not None and (c.kind is not Kind.STATE or _is_states_act(relation)):
            yield _span(sentence, n, "PerpOrg", *c.group, relation)
        if c.kind in _PEOPLE and relation.way != "attached" and head not in words("people.never"):
            last = c.last if c.group is not None and c.group[1] <= c.first else c.full
            first = _without(sentence, c.first, last, "grammar.hedges")
            if last - first > 1 or tokens[first] not in words("people.bare"):
                yield _span(sentence, n, "PerpInd", first, last, relation)
    elif relation.part is Part.INSTRUMENT:
        yield _span(sentence, n, "Weapon", _without(sentence, c.first, c.last, "grammar.counts"), c.last, relation)
    elif c.kind is Kind.NAME:
        yield _span(sentence, n, "Victim", c.first, c.last, relation)
    elif c.kind is Kind.TARGET and head not in words("things.military"):
        first = _with_owner(tokens, c.first)
        while c.last - first > 1 and tokens[first][0].isdigit():
            first += 1
        yield _span(sentence, n, "Target", _without(sentence, first, c.last, "grammar.counts"), c.full, relation)
        if c.owned_by is not None and head in words("things.personal"):
            yield _span(sentence, n, "Victim", *c.owned_by, relation)


def _is_states_act(relation: Relation) -> bool:
    """Whether a state's force is plainly told to do it; elsewhere "army" and "government" stand near every act."""
    return relation.part is Part.AGENT and relation.event in _STATE_EVENTS and relation.way in _STATE_WAYS


def _with_owner(tokens: tuple[str, ...], first: int) -> int:
    """Where a phrase begins with its owner: "the president's residence"."""
    if first < 2 or tokens[first - 1] != "'s":
        return first
    first -= 2
    while first > 0 and is_nominal(tokens[first - 1]):
        first -= 1
    return first


def _without(sentence: Sentence, first: int, last: int, name: str) -> int:
    """Where a phrase begins without the words of a list before it."""
    while last - first > 1 and sentence.words[first] in words(name):
        first += 1
    return first


def _merged(spans: list[Span]) -> list[Span]:
    """Each filler once, under the words of its first place; a name of one word is no filler."""
    chosen: list[Span] = []
    for span in spans:
        if span.role == "Victim" and " " not in span.words:
            continue
        if len(chosen) == MOST_FILLERS:
            break
        if not any(same_filler(span.words, other.words) for other in chosen):
            chosen.append(span)
    return chosen


def _whole(span: Span, names: dict[str, int]) -> Span:
    """A person under the longest name that the text gives."""
    own = set(span.words.split())
    whole = [name for name in names if own <= set(name.split())]
    return replace(span, words=max(whole, key=lambda n: (len(n.split()), names[n]))) if whole else span


def _armed(sentences: list[Sentence], chunked: list[list[Chunk]], hit: set[int]) -> Iterator[Span]:
    """Armed people of the sentences that tell of an act, where no pattern says who did it."""
    for n in sorted(hit):
        for c in chunked[n]:
            if c.kind is Kind.ARMED and sentences[n].words[c.last - 1] not in words("people.bare"):
                yield _span(sentences[n], n, "PerpInd", _without(sentences[n], c.first, c.last, "grammar.hedges"), c.last)


def _usual_group(sentences: list[Sentence], chunked: list[list[Chunk]]) -> list[Span]:
    """The armed group that a text names most, where people are told to have done it and no group is."""
    spans = [
        _span(sentences[n], n, "PerpOrg", *c.group)
        for n, chunks in enumerate(chunked)
        for c in chunks
        if c.group is not None and c.kind is not Kind.STATE
    ]
    counts = Counter(s.words for s in spans)
    return [max(spans, key=lambda s: counts[s.words])] if spans else []


def _named(chunk: Chunk) -> bool:
    return chunk.kind is Kind.NAME


def _span(sentence: Sentence, n: int, role: str, first: int, last: int, relation: Relation | None = None) -> Span:
    return Span(role, n, first, last, sentence.span(first, last), relation)


def _filler(text: str, sentences: list[Sentence], span: Span) -> Filler:
    """The filler at the first place where its words stand."""
    for sentence in sentences[: span.sentence + 1] if span.role != "Victim" else sentences:
        width, first = len(span.words.split()), span.words.split()[0]
        for k in range(len(sentence.words) - width + 1):
            if not first.startswith(sentence.words[k]):
                continue
            for last in range(k + width, min(k + width + 3, len(sentence.words)) + 1):
                if sentence.span(k, last) == span.words:
                    start, end = sentence.starts[k], sentence.ends[last - 1]
                    return Filler(span.role, start, end, text[start:end], 1.0)
    own = sentences[span.sentence]
    start, end = own.starts[span.first], own.ends[span.last - 1]
    return Filler(span.role, start, end, text[start:end], 1.0)
