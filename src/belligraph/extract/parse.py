"""A sentence and its parts: tokens, phrases, times, and the walks from a word to its subject and complements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from belligraph.extract import clauses
from belligraph.extract.dates import TimeExpression
from belligraph.extract.lexicon import lexicon
from belligraph.extract.neighbours import doer_before, is_launched, town_before
from belligraph.extract.phrase import Phrase, PhraseKind
from belligraph.extract.text import Sentence, View
from belligraph.extract.tokens import Token

__all__ = ["Complement", "Parsed"]

_SOMEWHERE = frozenset({PhraseKind.STATE, PhraseKind.PLACE})


@dataclass(frozen=True, slots=True)
class Complement:
    """A phrase to the right of a word, and the preposition that governs it (None: a direct object)."""

    preposition: str | None
    phrase: Phrase
    is_inner: bool = False
    """It stands behind "stationed" and the like, or behind another place: "at a base in Iraq"."""


@dataclass(slots=True)
class Parsed:
    """A sentence with its parts; all indices are of `tokens`."""

    view: View
    sentence: Sentence
    tokens: list[Token]
    phrases: list[Phrase]
    times: list[TimeExpression]
    phrase_at: dict[int, Phrase]
    taken: frozenset[int]
    verbs: frozenset[int]
    antecedent: tuple[Parsed, Phrase] | None = None
    """Whom "it" or "they" at the sentence's start means: the subject of the sentence before."""
    thing: tuple[Parsed, Phrase] | None = None
    """The weapon or vessel named first in the sentence before."""

    def start(self, i: int) -> int:
        """Where token i begins in the normalised text."""
        return self.tokens[i].start

    def end(self, last: int) -> int:
        """Where the tokens before `last` end in the normalised text."""
        return self.tokens[last - 1].end

    def text(self, first: int, last: int) -> str:
        """The normalised words of a span of tokens."""
        return self.view.normal[self.tokens[first].start : self.tokens[last - 1].end]

    def lower(self, i: int) -> str:
        """Token i in lower case; empty outside the sentence."""
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def subjects(self, i: int) -> list[Phrase]:
        """The phrases that are the subject of the verb at i: one, or several joined by "and"; empty if none is found."""
        found = self._subject(i, 0)
        if found is None:
            return []
        joined = [found]
        while (before := joined[0].first - 1) > 0 and self.lower(before) in {"and", ","}:
            if self.lower(before) == "and" and self.lower(before - 1) == ",":
                before -= 1
            previous = self.phrase_at.get(before - 1)
            verb = self.lower(previous.first - 1) if previous is not None and previous.first - 1 in self.verbs else ""
            if verb and not self.lower(i).endswith("ing") and not lexicon().is_in(verb, "speech.said"):
                break  # "hit two ships and one was sunk": what was hit is no subject
            if previous is None or previous.last != before or (self.lower(before) == "," and len(joined) < 2):
                break
            joined.insert(0, previous)
        return joined

    def _subject(self, i: int, depth: int) -> Phrase | None:
        lex = lexicon()
        k = i - 1
        steps = 0
        while k >= 0 and steps < 40:
            steps += 1
            word = self.lower(k)
            phrase = self.phrase_at.get(k)
            if phrase is not None:
                before = self.lower(phrase.first - 1)
                if phrase.possessor is not None and phrase.first - 1 == phrase.possessor.last:
                    before = self.lower(phrase.possessor.first - 1)
                    start = phrase.possessor.first
                else:
                    start = phrase.first
                if phrase.kind in _SOMEWHERE:
                    while self.lower(start - 1) == "and" and (land := self.phrase_at.get(start - 2)) is not None:
                        start = land.first  # "forces in Freedonia and Sylvania were attacked"
                        before = self.lower(start - 1)
                        before = before if land.kind in _SOMEWHERE or before == "between" else ""
                elif (
                    phrase.kind is PhraseKind.NAME
                    and before == "and"
                    and (town := town_before(self.tokens, self.phrase_at, start)) is not None
                ):
                    start = town.first  # "officials in Northtown and Southtown said"
                    before = self.lower(start - 1)
                whole = self.phrase_at.get(start - 2) if before == "of" else None
                if whole is not None and (
                    whole.head in clauses.PARTS or (whole.head == "group" and phrase.kind is PhraseKind.GROUP)
                ):
                    return phrase
                if before in lex.words["stop.prepositions"] and not (before in clauses.CLAUSE or before == "like"):
                    k = start - 2
                    while (
                        self.lower(k) in clauses.TRANSPARENT
                        or self.lower(k) in clauses.REDUCED
                        or is_launched(self.tokens, self.phrase_at, k)
                    ):
                        k -= 1
                    continue
                return doer_before(self.tokens, self.phrase_at, start) or phrase
            if (
                word == ")"
                and (opened := next((j for j in range(k - 1, max(k - 8, -1), -1) if self.lower(j) == "("), -1)) > 0
            ):
                k = opened - 1
                continue
            begins = word in clauses.BEGINNING and k == i - 1 and self.lower(i).endswith("ing")
            if (
                begins
                or k in self.taken
                or lex.is_in(word, "stop.auxiliaries", "stop.adverbs")
                or word.endswith("ly")
                or word == '"'
            ):
                k -= 1
                continue
            if self.lower(k + 1) == "being" and lex.is_in(word, "speech.said"):
                k -= 1  # "a ship reported being hit"
                continue
            if word in {"who", "which", "that"}:
                k -= 1
                if (told := self.phrase_at.get(k)) is not None and (told.kind is PhraseKind.EVENT or told.is_weapon):
                    return told  # "in response to attacks that killed", "followed by a missile that hit"
                if self.lower(k) == ",":
                    k -= 1
                    told = self.phrase_at.get(k)
                    if told is not None and told.kind in {PhraseKind.GROUP, PhraseKind.EVENT} and word != "that":
                        return told  # "a return of the Islamic State, which seized"
                continue
            if word in {"-", "–", "—"}:
                k = next((j for j in range(k - 1, max(k - 25, -1), -1) if self.lower(j) == word), 0) - 1
                continue
            if word == "," and k < i:
                commas = [j for j in range(k - 1, max(k - 25, -1), -1) if self.lower(j) == "," and j not in self.taken]
                opening = next((j for j in commas if self.lower(j + 1) in clauses.OPENING), None)
                other = opening if opening is not None else next(iter(commas), None)
                if other is None or (k != i - 1 and not self._only_skipped(k + 1, i)):
                    return None
                k = other - 1
                continue
            if word == "to" and (agent := self.phrase_at.get(k - 1)) is not None:
                used = self.lower(agent.first - 1) == "by" and self.lower(agent.first - 2) in clauses.USED
                if used or self.lower(agent.first - 1) in clauses.CAUSING:
                    return agent
            if word in {"of", "for"} and (agent := self.accused(k)) is not None:
                return agent
            by_doing = word == "by" and k == i - 1 and self.lower(i).endswith("ing")
            if (word in {"and", "to", "or"} or by_doing) and depth < 3:
                verb = next((j for j in range(k - 1, max(k - 30, -1), -1) if j in self.verbs), None)
                anew = verb is not None and any(self.lower(j) in clauses.PRONOUNS for j in range(verb + 1, k))
                return self._subject(verb, depth + 1) if verb is not None and not anew else None
            return None
        return None

    def accused(self, k: int) -> Phrase | None:
        """Whom the words before the "of" or "for" at k accuse: "accused X of", "blamed X for"."""
        while self.lower(k - 1) in clauses.HELD_TO_BE:
            k -= 1
        agent = self.phrase_at.get(k - 1)
        if agent is not None and self.lower(k) in clauses.HELD_TO_BE:
            return agent  # "militants believed to be responsible for firing"
        if agent is not None and self.lower(agent.first - 1) == "in":
            agent = self.phrase_at.get(agent.first - 2)
        return agent if agent is not None and self.lower(agent.first - 1) in clauses.ACCUSING else None

    def _only_skipped(self, first: int, last: int) -> bool:
        lex = lexicon()
        return all(
            k in self.taken or lex.is_in(self.lower(k), "stop.auxiliaries", "stop.adverbs") for k in range(first, last)
        )

    def complements(self, i: int) -> Iterator[Complement]:
        """The complements that follow the word at i - 1, until the clause ends."""
        lex = lexicon()
        preposition: str | None = None
        inner, k, seen = False, i, 0
        while k < len(self.tokens) and k < i + 45:
            word = self.lower(k)
            phrase = self.phrase_at.get(k)
            if k in self.taken:
                k += 1
            elif word in clauses.BEARINGS and self.lower(k + 1) in {"of", "from"}:
                # "strikes on missiles north of the port"
                preposition = "near"
                k += 2
            elif phrase is not None and phrase.head in clauses.ROUND and self.lower(phrase.last) == "of":
                preposition, k = "near" if phrase.head == "vicinity" else "in", phrase.last + 1
            elif phrase is not None and k <= phrase.core + 20:
                if phrase.possessed or self._is_part(phrase):
                    k = phrase.last + 1
                    continue
                yield Complement(preposition, phrase, inner)
                seen += 1
                k = phrase.last
                if self.lower(k) == "(" and ")" in {self.lower(j) for j in range(k + 2, k + 5)}:
                    k = next(j for j in range(k + 2, k + 5) if self.lower(j) == ")") + 1
                joined = self._joined(k)
                if joined is None and (after := self._behind_apposition(k)) is not None:
                    k = after
                elif joined is None:
                    preposition = ""
                else:
                    k = joined
            elif seen == 0 and word in {"or", "and"} and k + 1 in self.verbs and k == i:
                k += 2  # "destroyed or damaged 20 targets"
            elif word == "what" and (copula := self._copula(k)) is not None:
                k = copula + 1
            elif word in {"that", "which"} and k + 1 in self.taken:
                k += 1
            elif word in clauses.CLAUSE:
                return
            elif word in lex.words["stop.prepositions"]:
                inner = inner and word in clauses.PLACING
                preposition = word
                k += 1
            elif word in clauses.USED and self.lower(k + 1) == "by" and (user := self.phrase_at.get(k + 2)) is not None:
                # "a depot used by rebels in the north"
                preposition, inner, k = "", True, user.last
            elif word in clauses.TRANSPARENT:
                preposition, inner = "", True
                k += 1
            elif (
                word == "targeting" and (seen == 0 or ((told := self.phrase_at.get(k - 1)) is not None and told.is_weapon))
            ) or (word == "aimed" and self.lower(k + 1) == "at"):
                preposition = "against"
                k += 1 if word == "targeting" else 2
            elif word == "using" or (word == "," and self.lower(k + 1) == "using"):
                preposition = "using"
                k += 1 if word == "using" else 2
            elif word == "," and self.lower(k + 1) == "by" and self.phrase_at.get(k + 2) is not None:
                k += 1  # "was struck twice, by a missile"
            elif word == '"' or (lex.is_in(word, "stop.adverbs") and word != "alongside") or word.endswith("ly"):
                k += 1
            else:
                return

    def _behind_apposition(self, k: int) -> int | None:
        """Where a place is told behind what only explains: "on the Reds, a separatist group, near the border"."""
        second = self.phrase_at.get(k + 1) if self.lower(k) == "," else None
        if second is None or second.determiner not in {"a", "an", "the"} or second.kind is PhraseKind.EVENT:
            return None
        behind = self.lower(second.last) == "," and self.lower(second.last + 1) in clauses.PLACING
        return second.last + 1 if behind else None

    def _is_part(self, phrase: Phrase) -> bool:
        """Whether a phrase only counts what "of" brings: "a series of targets", "a group of missiles"."""
        if self.lower(phrase.last) != "of":
            return False
        whole = self.phrase_at.get(phrase.last + 1)
        counts = phrase.head in clauses.FLIGHTS and whole is not None and bool(whole.concepts) and not phrase.names
        return phrase.head in clauses.PARTS or counts

    def _copula(self, k: int) -> int | None:
        """The "were" in "what officials said were weapons caches"."""
        end = min(k + 9, len(self.tokens))
        return next((j for j in range(k, end) if self.lower(j) in {"were", "was", "are", "is"}), None)

    def _joined(self, k: int) -> int | None:
        """The next phrase's first token if "and" or a comma joins it to the one that ends before k."""
        lex = lexicon()
        word = self.lower(k)
        step = 1 if word in {"and", "or", "&"} else 2 if word == "," and self.lower(k + 1) in {"and", "or"} else 0
        if not step and word == "," and (second := self.phrase_at.get(k + 1)) is not None:
            # "a, b and c": the comma joins only if an "and" follows the next one
            step = 1 if self.lower(second.last) in {"and", ","} and self._ends_list(second.last) else 0
        phrase = self.phrase_at.get(k + step) if step else None
        if phrase is None or phrase.first != k + step:
            return None
        after = phrase.last
        while lex.is_in(self.lower(after), "stop.auxiliaries", "stop.adverbs"):
            after += 1
        if step == 2 and word == "," and (self.lower(after) == "," or after in self.verbs):
            return None  # ", and the ship, on its way, shot"
        if after in self.verbs and after == phrase.last and self.lower(after) == "targeting":
            return k + step  # "drones and missiles targeting a ship"
        if after in self.verbs and after == phrase.last and self.lower(after).endswith("ed"):
            # "and personnel involved in the attack" is no new clause
            return k + step if lex.is_in(self.lower(after + 1), "stop.prepositions") else None
        return None if after in self.verbs or after > phrase.last else k + step

    def _ends_list(self, k: int) -> bool:
        for j in range(k, min(k + 12, len(self.tokens))):
            if self.lower(j) == "and":
                return True
            if j not in self.phrase_at and self.lower(j) != ",":
                return False
        return False
