"""What is known of a candidate, as named features: its words one by one, its neighbours, and the triggers of its sentence.

Every feature is a class of ours or holds a single word; that keeps the weights readable, and no text can be read from them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from belligraph.extract.lexicon import Lexicon, lexicon
from belligraph.extract.roles.candidates import Candidate, Sentence, find_candidates, read_sentences
from belligraph.extract.roles.chunks import Chunk
from belligraph.extract.roles.relations import Relation
from belligraph.extract.roles.rules import RoleRules, read_relations

__all__ = ["Described", "describe", "document_words", "is_rare"]

_NEAR = 5
_PARTICLES = frozenset(["de", "la", "del", "el", "los", "las", "y"])
_BEFORE = frozenset(["by", "of", "against", "on", "at", "the", "a", "with", "in", "to", "and", "from"])
_CLASSES = ("kill", "kidnap", "bomb", "attack", "harm", "blame")


@dataclass(frozen=True, slots=True)
class Described:
    """A candidate string of one document: how it reads, its first occurrence, and its features."""

    key: str
    candidate: Candidate
    features: frozenset[str]


def describe(
    text: str, common: frozenset[str], never_last: frozenset[str] = frozenset()
) -> tuple[list[Sentence], list[Described]]:
    """The sentences of a document and its candidates, equal strings together, in order of first occurrence.

    Words outside `common` are rare: names, mostly. No candidate ends in a word of `never_last`.
    """
    sentences = read_sentences(text)
    lex = lexicon()
    triggers = [_triggers(lex, s.words) for s in sentences]
    chunked, relations = read_relations(sentences)
    ruled = {(f.role, f.words.lower()) for f in RoleRules().fillers(text)}
    grouped: dict[str, list[Candidate]] = {}
    for candidate in find_candidates(sentences):
        words = sentences[candidate.sentence].words[candidate.first : candidate.last]
        if words[-1] in never_last or words[-1][0].isdigit():
            continue
        grouped.setdefault(sentences[candidate.sentence].span(candidate.first, candidate.last), []).append(candidate)
    counts = Counter(w for s in sentences for w in s.words)
    found = []
    for key, group in grouped.items():
        features = _own(lex, key.split(" "), counts)
        features.add(f"n={min(len(group), 4)}")
        features |= _shape(sentences[group[0].sentence].words, group[0], common)
        for candidate in group[:8]:
            n = candidate.sentence
            chunk = next((k for k in chunked[n] if k.first < candidate.last and candidate.first < max(k.last, k.full)), None)
            features |= _around(sentences[n].words, candidate, triggers[n], chunk)
            features |= _part(candidate, chunk, relations[n])
        features |= _ruled(key, ruled)
        first = group[0].sentence
        features.add(f"s={0 if first == 0 else 1 if first < 3 else 2 if first < 8 else 3}")
        found.append(Described(key, group[0], frozenset(features)))
    return sentences, found


def _part(c: Candidate, chunk: Chunk | None, relations: list[Relation]) -> set[str]:
    """How a span lies in the phrase of the rules that it overlaps, and what their patterns say of that phrase."""
    if chunk is None:
        return {"chunk=none"}
    begins = "=" if c.first == chunk.first else "<" if c.first < chunk.first else ">"
    ends = "=" if c.last == chunk.last else "f" if c.last == chunk.full else "<" if c.last < chunk.last else ">"
    lies = begins + ends
    features = {f"lies={lies}", f"kind={chunk.kind}", f"lies={lies}{chunk.kind}"}
    if c.first - chunk.first in (1, 2) and ends in "=f":
        features.add(f"cut={ends}{chunk.kind}")
    if chunk.group is not None:
        a, b = chunk.group
        features.add("group=" + ("is" if (a, b) == (c.first, c.last) else "in" if a >= c.first and b <= c.last else "by"))
    if c.last in (chunk.last, chunk.full):
        for r in relations:
            if r.chunk == chunk:
                names = (r.part, f"{r.part}:{r.event}", f"{r.part}:{r.event}:{r.way}", f"{r.part}:{chunk.kind}:{lies}")
                features |= {f"r:{name}" for name in names}
            elif r.chunk.owned_by == (c.first, c.last):
                features |= {"r:owner", f"r:owner:{r.event}"}
        if not any(f.startswith("r:") for f in features):
            features.add(f"r:none:{chunk.kind}")
    return features


def _ruled(key: str, ruled: set[tuple[str, str]]) -> set[str]:
    """Whether the rules choose a string, or one that ends alike."""
    features = set()
    last = key.split(" ")[-1]
    for role, words in ruled:
        if words == key:
            features.add(f"rule={role}")
        elif words.endswith(" " + key) or key.endswith(" " + words):
            features.add(f"rulepart={role}{'<' if len(key) < len(words) else '>'}")
        elif words.split()[-1] == last:
            features.add(f"rulehead={role}")
    return features


def document_words(sentences: list[Sentence]) -> frozenset[str]:
    """The features of a whole document: its words, and how early the first trigger of each class comes."""
    features = {f"d={w}" for s in sentences for w in s.words if w[0].isalpha()}
    lex = lexicon()
    for name in _CLASSES:
        known = lex.words[f"roles.{name}"]
        at = next((n for n, s in enumerate(sentences) if not known.isdisjoint(s.words)), None)
        if at is not None:
            features.add(f"d:{name}:{min(at, 4)}")
    _, relations = read_relations(sentences)
    parts = Counter(f"{r.part}:{r.chunk.kind}" for own in relations for r in own)
    features |= {f"d:r:{part}:{min(n, 3)}" for part, n in parts.items()}
    told = [n for n, own in enumerate(relations) for r in own]
    share = 10 * len(told) // max(len(sentences), 1)
    features |= {f"d:told:{min(len(told), 8)}", f"d:first:{min(told, default=9)}", f"d:share:{min(share, 9)}"}
    features.add(f"d:long:{min(len(sentences) // 5, 8)}")
    return frozenset(features)


def _own(lex: Lexicon, words: list[str], counts: Counter[str]) -> set[str]:
    head = words[-1]
    features = {f"w={w}" for w in words} | {f"first={words[0]}", f"last={head}", f"len={len(words)}"}
    kind = lex.heads.get(head)
    features.add(f"head={kind}")
    joint = next((k for k, w in enumerate(words) if w in {"of", "for", "in", "with"}), None)
    if joint is not None and joint > 0:
        features |= {f"joint={words[joint]}", f"core={words[joint - 1]}", f"corekind={lex.heads.get(words[joint - 1])}"}
    if any(w[0].isdigit() for w in words):
        features.add("number")
    features.add(f"rep={min(counts[head], 4)}")
    return features


def is_rare(word: str, common: frozenset[str]) -> bool:
    """Whether a word is part of a name, as far as its rarity tells."""
    return (word.isalpha() and len(word) > 2 and word not in common) or word in _PARTICLES


def _shape(words: tuple[str, ...], c: Candidate, common: frozenset[str]) -> set[str]:
    """How the rare words lie: a whole name is all rare, and the words round it are not."""
    rare = [is_rare(w, common) for w in words[c.first : c.last]]
    before = c.first > 0 and is_rare(words[c.first - 1], common)
    after = c.last < len(words) and is_rare(words[c.last], common)
    shape = f"{rare[0]:d}{all(rare):d}{rare[-1]:d}"
    return {
        f"rare={min(sum(rare), 3)}",
        f"shape={shape}",
        f"shape2={shape}{before:d}{after:d}",
        f"pr={before:d}",
        f"nr={after:d}",
    }


def _around(words: tuple[str, ...], c: Candidate, triggers: list[tuple[int, str]], chunk: Chunk | None) -> set[str]:
    features = {f"opens={c.opens}", f"closes={c.closes}", f"edges={c.opens}{c.closes}"}
    for name, k in (("p1", c.first - 1), ("p2", c.first - 2), ("n1", c.last), ("n2", c.last + 1)):
        features.add(f"{name}={words[k] if 0 <= k < len(words) else ''}")
    features |= {f"l={w}" for w in words[max(c.first - _NEAR, 0) : c.first] if w.isalpha()}
    features |= {f"r={w}" for w in words[c.last : c.last + _NEAR] if w.isalpha()}
    left = [(c.first - k, name) for k, name in triggers if k < c.first]
    right = [(k - c.last, name) for k, name in triggers if k >= c.last]
    for side, near in (("L", left), ("R", right)):
        for name in {name for _, name in near}:
            distance = min(d for d, other in near if other == name)
            features.add(f"{side}{name}:{0 if distance < 2 else 1 if distance < 5 else 2 if distance < 10 else 3}")
    by = next((k for k in range(c.first - 1, max(c.first - 4, -1), -1) if words[k] == "by"), None)
    if by is not None:
        features |= {f"by:{name}" for _, name in left} | {"by"}
    of = (
        c.first - 1
        if c.first and words[c.first - 1] == "of"
        else c.first - 2
        if c.first > 1 and words[c.first - 2] == "of"
        else None
    )
    if of is not None and of > 0:
        features |= {f"of:{name}" for k, name in triggers if of - 3 <= k < of}
    p1 = words[c.first - 1] if c.first else ""
    if p1 in _BEFORE:
        features |= {f"{p1}:{name}" for k, name in triggers if c.first - 6 <= k < c.first}
    passive = next((k for k in range(c.last, min(c.last + 4, len(words))) if words[k] in {"was", "were", "been"}), None)
    if passive is not None:
        features |= {f"passive:{name}" for k, name in triggers if passive < k < passive + 4}
    relations = [f for f in features if f[0] in "LR" or f.split(":")[0] in {"by", "of", "passive", *_BEFORE}]
    kind = chunk.kind if chunk is not None and c.last in (chunk.last, chunk.full) else lexicon().heads.get(words[c.last - 1])
    return features | {f"{kind}|{f}" for f in relations if ":" in f}


def _triggers(lex: Lexicon, words: tuple[str, ...]) -> list[tuple[int, str]]:
    classes = [(name, lex.words[f"roles.{name}"]) for name in _CLASSES]
    return [(k, name) for k, w in enumerate(words) for name, known in classes if w in known]
