"""A sentence taken apart, and the walk from a word to its complements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from belligraph.extract import clauses
from belligraph.extract.coordination import goes_on_at
from belligraph.extract.lexicon import lexicon
from belligraph.extract.phrase import ACTORS, Phrase, PhraseKind
from belligraph.extract.subjects import subjects_of
from belligraph.extract.words import Words

__all__ = ["Complement", "Parsed"]

_NAMES = frozenset({PhraseKind.NAME, PhraseKind.PLACE})
# how many tokens on the "and" of a list is looked for
_LIST = 40
_PLACES = frozenset({PhraseKind.NAME, PhraseKind.PLACE, PhraseKind.FACILITY, PhraseKind.AREA})


@dataclass(frozen=True, slots=True)
class Complement:
    """A phrase to the right of a word, and the preposition that governs it (None: a direct object)."""

    preposition: str | None
    phrase: Phrase
    is_inner: bool = False
    """It stands behind "stationed" and the like, or behind another place: "at a base in Iraq"."""


@dataclass(slots=True)
class Parsed(Words):
    """A sentence taken apart: from each of its words one gets to its subject and its complements."""

    antecedent: tuple[Parsed, Phrase] | None = None
    """Whom "it" or "they" at the sentence's start means: the subject of the sentence before."""
    thing: tuple[Parsed, Phrase] | None = None
    """The weapon or vessel named first in the sentence before."""

    def subjects(self, i: int) -> list[Phrase]:
        """The phrases that are the subject of the verb at i: one, or several joined by "and"; empty if none is found."""
        return subjects_of(self, i)

    def complements(self, i: int) -> Iterator[Complement]:
        """The complements that follow the word at i - 1, until the clause ends."""
        lex = lexicon()
        preposition: str | None = None
        inner, k, seen = False, i, 0
        held = preposition  # what governed the phrase told last
        listed = False
        aim: str | None = ""  # how the things were reached that "including" tells more of
        while k < len(self.tokens) and k < i + 45:
            word = self.lower(k)
            phrase = self.phrase_at.get(k)
            if k in self.taken or (word == "and" and k - 1 in self.taken and k + 1 in self.taken):
                k += 1  # "on May 3 and May 5 at the port"
            elif word in clauses.BEARINGS and self.lower(k + 1) in {"of", "from"}:
                # "strikes on missiles north of the port"
                preposition = "near"
                k += 2
            elif phrase is not None and self._is_round(phrase):
                preposition, k = clauses.ROUND[phrase.head], phrase.last + 1
            elif phrase is not None and k <= phrase.core + 20:
                if phrase.possessed or self._is_part(phrase):
                    k = phrase.last + 1
                    continue
                yield Complement(preposition, phrase, inner)
                seen += 1
                if aim == "" and phrase.is_plural and preposition in {None, "on", "against", "at"}:
                    aim = preposition
                k = phrase.last
                if self.lower(k) == "(" and ")" in {self.lower(j) for j in range(k + 2, k + 5)}:
                    k = next(j for j in range(k + 2, k + 5) if self.lower(j) == ")") + 1
                joined = self._joined(k)
                both = k + 1 if self.lower(k) == "," else k
                again = self.phrase_at.get(both + 2) if self.lower(both) == "and" and preposition in clauses.AGAIN else None
                if joined is None and again is not None and self.lower(both + 1) == preposition and again.first == both + 2:
                    joined = both + 2  # "at Northtown(,) and at Southtown"
                if joined is None and (after := self._behind_apposition(k)) is not None:
                    k = after
                elif joined is None:
                    held, preposition = preposition, ""
                else:
                    k = joined
            elif seen == 0 and word in {"or", "and"} and k + 1 in self.verbs and k == i:
                k += 2  # "destroyed or damaged 20 targets"
            elif seen == 0 and k == i and word in {"it", "them"} and self.lower(k + 1) in {"with", "using"}:
                k += 1  # "hit it with a missile"
            elif word == "what" and (copula := self._copula(k)) is not None:
                k = copula + 1
            elif word == "off" and k == i and self.lower(i - 1) in clauses.SETTING:
                k += 1  # "set off a bomb"
            elif word in {"that", "which"} and k + 1 in self.taken:
                k += 1
            elif word in {"that", "which"} and self.lower(k + 1) in clauses.HOSTING and (guest := self.phrase_at.get(k + 2)):
                preposition, inner, k = "", True, guest.last  # "a base that hosts troops in the north"
            elif word in clauses.CLAUSE:
                return
            elif word == "of" and (name := self._town_called(k)) is not None:
                # "in the town of Mirefield and the Stone valley": the town is told, the list goes on
                joined = self._joined(name.last)
                preposition, k = (held, joined) if joined is not None else ("", name.last)
            elif word in lex.words["stop.prepositions"]:
                inner = inner and word in clauses.PLACING
                preposition = word
                both = self.lower(k + 1) == "and" and self.lower(k + 2) in lex.words["stop.prepositions"]
                k += 3 if both else 1  # "in and around the capital"
            elif word in clauses.USED and self.lower(k + 1) == "by" and (user := self.phrase_at.get(k + 2)) is not None:
                # "a depot used by rebels (and other groups) in the north"
                while self.lower(user.last) == "and" and (other := self.phrase_at.get(user.last + 1)) is not None:
                    user = other
                preposition, inner, k = "", True, user.last
            elif word in clauses.TIED and self.lower(k + 1) in {"to", "with"} and self.phrase_at.get(k + 2) is not None:
                preposition, inner, k = "", True, self.phrase_at[k + 2].last
            elif word in clauses.CROSSING and self.phrase_at.get(k + 1) is not None:
                preposition = "in"  # "attacks on vessels transiting the gulf"
                k += 1
            elif word in clauses.TRANSPARENT:
                preposition, inner = "", True
                k += 1
            elif word == "targeting" and self._does_it(k):
                return
            elif (word == "targeting" and (seen == 0 or self._may_target(k, preposition))) or (
                word in {"aimed", "directed"} and self.lower(k + 1) == "at"
            ):
                preposition = "against"
                k += 1 if word == "targeting" else 2
            elif word in {"they", "it"} and self.lower(k + 1) in clauses.HOLDING:
                preposition, inner, k = "", True, k + 2  # "from areas they control in the north"
            elif word in clauses.CALLED and (name := self._called(k)) is not None:
                yield Complement("in", name, True)
                preposition, inner, k = "", True, name.last
            elif word in {"launched", "fired"} and (over := self._above(k)) is not None:
                preposition, k = "over", over + 1
            elif word == "using" or (word == "," and self.lower(k + 1) == "using"):
                preposition = "using"
                k += 1 if word == "using" else 2
            elif word == "," and self.lower(k + 1) == "including" and self._names_arms(k):
                preposition, k = "using", k + 2
            elif word == "," and self.lower(k + 1) in clauses.ONWARD and self.phrase_at.get(k + 2) is not None:
                k += 1  # "from the coast, over the gulf, toward a tanker"
            elif word == "," and self.lower(k + 1) == "including" and aim != "" and not self._tells_deed(k + 2):
                # "struck depots in the north, including one near Mirefield"
                preposition, k, aim, listed = aim, k + 2, "", True
            elif word == "," and listed and goes_on_at(self, k):
                preposition, k = self.lower(k + 1), k + 2  # "destroyed depots, including launchers, in Mirefield"
            elif word == "," and (behind := self._behind_time(k)) is not None:
                k = behind
            elif word == "," and self.lower(k + 1) == "by" and self.phrase_at.get(k + 2) is not None:
                k += 1  # "was struck twice, by a missile"
            elif word == '"' or (lex.is_in(word, "stop.adverbs") and word != "alongside") or word.endswith("ly"):
                k += 1
            else:
                return

    def _names_arms(self, k: int) -> bool:
        """Whether "including" at k + 1 tells the weapons of a bare "weaponry"."""
        told = self.phrase_at.get(k - 1)
        return told is not None and told.head in {"weaponry", "weapons", "arms", "munitions", "assets"} and not told.concepts

    def _tells_deed(self, k: int) -> bool:
        """Whether "the killing of" and the like begins at k: what was done, and not what it was done to."""
        told = self.phrase_at.get(k)
        return told is not None and told.head in clauses.DOING and self.lower(told.last) == "of"

    def _behind_time(self, k: int) -> int | None:
        """Where a clause goes on behind a time between commas: "a strike, May 3, on a depot"."""
        end = k + 1
        while end in self.taken:
            end += 1
        goes_on = end > k + 1 and self.lower(end) == "," and self.lower(end + 1) in {"on", "against", "in", "near", "at"}
        return end + 1 if goes_on else None

    def _behind_apposition(self, k: int) -> int | None:
        """Where a place is told behind what only explains: "on the Reds, a separatist group, near the border"."""
        second = self.phrase_at.get(k + 1) if self.lower(k) == "," else None
        if second is None or second.determiner not in {"a", "an", "the"} or second.kind is PhraseKind.EVENT:
            return None
        last = second.last
        if self.lower(last) in {"of", "for"} and (owner := self.phrase_at.get(last + 1)) is not None:
            last = owner.last
        return last + 1 if self.lower(last) == "," and self.lower(last + 1) in clauses.PLACING | {"with", "from"} else None

    def _is_round(self, phrase: Phrase) -> bool:
        """Whether a phrase only leads to the place behind it: "the vicinity of X", "the area of X"."""
        bare = phrase.head != "area" or phrase.last - phrase.core == 1
        return phrase.head in clauses.ROUND and bare and self.lower(phrase.last) == "of"

    def _town_called(self, k: int) -> Phrase | None:
        """The name in "the town of Mirefield"; "of" stands at k."""
        town, name = self.phrase_at.get(k - 1), self.phrase_at.get(k + 1)
        if town is None or name is None or name.first != k + 1 or town.head not in clauses.TOWNS:
            return None
        return name if name.kind in _PLACES and not name.possessed else None

    def _does_it(self, k: int) -> bool:
        """Whether whoever stands before "targeting" at k does it: "in response to rebels targeting a town"."""
        doer = self.phrase_at.get(k - 1)
        return doer is not None and doer.kind in ACTORS and self.lower(doer.first - 1) == "to"

    def _may_target(self, k: int, preposition: str | None) -> bool:
        """Whether "targeting" at k goes on with what came before: a weapon, a place, or who did it."""
        told = self.phrase_at.get(k - 1)
        if told is None:
            return False
        return told.is_weapon or told.kind in {PhraseKind.PLACE, PhraseKind.STATE} or preposition == "by"

    def _called(self, k: int) -> Phrase | None:
        """The name in "a base known as Camp Mirefield"."""
        told = self.phrase_at.get(k - 1)
        if told is not None and told.kind in {PhraseKind.STATE, PhraseKind.PLACE} and self.lower(told.first - 1) == "in":
            told = self.phrase_at.get(told.first - 2)  # "a base in Freedonia known as Camp Mirefield"
        name = self.phrase_at.get(k + 1 + (self.lower(k + 1) in {"as", '"'}))
        if told is None or told.kind not in {PhraseKind.FACILITY, PhraseKind.AREA} or name is None:
            return None
        return name if name.kind in _PLACES and self.tokens[name.core].is_capital else None

    def _above(self, k: int) -> int | None:
        """The "over" that tells where a weapon was, behind where it came from: "a missile launched from X over Y"."""
        told = self.phrase_at.get(k - 1)
        if told is None or not told.is_weapon or self.lower(k + 1) not in {"from", "by"}:
            return None
        end = next((j for j in range(k + 1, min(k + 16, len(self.tokens))) if self._ends_origin(j)), len(self.tokens))
        over = self.phrase_at.get(end + 1) if self.lower(end) == "in" else None
        sea = over is not None and any(n.name.place == "water" for n in over.names)  # "launched by X in the Red Sea"
        return end if self.lower(end) == "over" or sea else None

    def _ends_origin(self, j: int) -> bool:
        return self.lower(j) in {"over", "in", ",", "and", "toward", "towards", "at"} or j in self.verbs

    def _is_part(self, phrase: Phrase) -> bool:
        """Whether a phrase only counts what "of" brings: "a series of targets", "a group of missiles"."""
        if self.lower(phrase.last) != "of":
            return False
        whole = self.phrase_at.get(phrase.last + 1)
        if phrase.head in clauses.SHIP_PARTS and whole is not None and whole.is_weapon_or_vessel:
            return True  # "hit the stern of the tanker"
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
            first = self.phrase_at.get(k - 1)
            if self.sentence.headline and first is not None and first.kind is second.kind is PhraseKind.STATE:
                step = 1  # "Troops attacked in Iraq, Syria"
        phrase = self.phrase_at.get(k + step) if step else None
        if phrase is None or phrase.first != k + step:
            return None
        before = self.phrase_at.get(k - 1)
        if before is not None and before.shared is phrase:
            return k + step  # "on U.S. and coalition forces involved rockets"
        lands = {PhraseKind.STATE, PhraseKind.PLACE}
        both = before is not None and before.kind in lands and phrase.kind in lands and word == "and"
        if both and before is not None and self.lower(before.first - 1) in clauses.PLACING:
            return k + step  # "that hit forces in Freedonia and Sylvania was carried out"
        if before is not None and word == "and" and {before.kind, phrase.kind} <= _NAMES and not phrase.possessed:
            event = self.phrase_at.get(before.first - 2) if self.lower(before.first - 1) in clauses.PLACING else None
            if event is not None and event.kind is PhraseKind.EVENT:
                return k + step  # "strikes in Mirefield and Oakdale killed four"
        after = phrase.last
        while lex.is_in(self.lower(after), "stop.auxiliaries", "stop.adverbs"):
            after += 1
        ends = self.lower(after) == "," and self.lower(after + 1) not in {"including", "among", "to"}
        if step == 2 and word == "," and (ends or after in self.verbs):
            return None  # ", and the ship, on its way, shot"
        if after in self.verbs and after == phrase.last and self.lower(after) == "targeting":
            return k + step  # "drones and missiles targeting a ship"
        if after in self.verbs and after == phrase.last and self.lower(after).endswith("ed"):
            # "and personnel involved in the attack" is no new clause
            return k + step if lex.is_in(self.lower(after + 1), "stop.prepositions") else None
        return None if after in self.verbs or after > phrase.last else k + step

    def _ends_list(self, k: int) -> bool:
        for j in range(k, min(k + _LIST, len(self.tokens))):
            if self.lower(j) == "and":
                return True
            if j not in self.phrase_at and self.lower(j) != ",":
                return False
        return False
